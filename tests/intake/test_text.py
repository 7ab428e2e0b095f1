from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hostile.articles import ENGLISH
from tests.hostile.inputs import HOSTILE
from verbale.errors import NotText
from verbale.intake.text import decode

ACCENTED = "“Niño Muñoz está aquí,” said Hervé Grøndahl of São Tomé on Monday – and left.\n" * 3


def codes(data: bytes) -> list[str]:
    return [note.code for note in decode(data)[1]]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=1))
def test_any_text_in_utf_8_is_kept_exactly(text: str):
    assert decode(b"said " + text.encode()) == ("said " + text, ())


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n\r", "\u2028"])
def test_line_ends_are_kept(ends: str):
    text = ENGLISH.replace("\n", ends)
    assert decode(text.encode()) == (text, ())


@pytest.mark.parametrize(
    "name", [f"utf-{size}-{order}-with-mark" for size in (16, 32) for order in ("little", "big")] + ["utf-8-with-mark"]
)
def test_a_byte_order_mark_names_the_encoding_and_goes(name: str):
    assert decode(HOSTILE[name]()) == (ENGLISH, ())


def test_only_one_byte_order_mark_goes():
    assert decode(HOSTILE["utf-8-with-two-marks"]())[0] == "\ufeff" + ENGLISH


@pytest.mark.parametrize("name", ["utf-16-little", "utf-16-big", "utf-32-little"])
def test_wide_text_without_a_mark_is_told_by_its_nul_bytes_and_noted(name: str):
    assert decode(HOSTILE[name]())[0] == ENGLISH
    assert codes(HOSTILE[name]()) == ["encoding-guessed"]


@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman"])
def test_english_news_in_one_byte_a_letter_keeps_its_accents_and_is_noted(encoding: str):
    text, notes = decode(ACCENTED.encode(encoding))
    assert text == ACCENTED
    assert [note.code for note in notes] == ["encoding-guessed"]
    assert encoding.replace("-", "_") in notes[0].message


@pytest.mark.parametrize("name", ["russian-koi8", "russian-windows-1251", "arabic-windows-1256", "chinese-gb18030"])
def test_other_scripts_are_told_apart(name: str):
    text, notes = decode(HOSTILE[name]())
    assert HOSTILE[name.split("-")[0]]().decode()[:5] == text[:5]
    assert [note.code for note in notes] == ["encoding-guessed"]


def test_a_declared_encoding_is_believed_where_it_is_no_utf_8():
    assert decode("Dvořák řekl".encode("iso-8859-2"), "iso-8859-2") == ("Dvořák řekl", ())
    assert decode("Dvořák řekl".encode(), "iso-8859-2") == ("Dvořák řekl", ())


def test_an_unknown_declared_encoding_is_ignored():
    assert decode(ACCENTED.encode("cp1252"), "klingon-7")[0] == ACCENTED


def test_letters_pasted_from_another_encoding_are_mended():
    text, notes = decode(ENGLISH.encode() + b"Qu\xe9r\xe9 said no.\n")
    assert text == ENGLISH + "Quéré said no.\n"
    assert [note.code for note in notes] == ["encoding-guessed"]


def test_lost_characters_are_counted_and_the_first_is_shown():
    text, notes = decode(HOSTILE["utf-8-invalid"]())
    lost = next(note for note in notes if note.code == "characters-lost")
    assert lost.span is not None
    assert lost.span.start == text.index("\ufffd")
    assert str(text.count("\ufffd")) in lost.message


def test_an_odd_byte_at_the_end_of_wide_text_is_noted():
    text, notes = decode(HOSTILE["utf-16-odd-length"]())
    assert text == ENGLISH + "\ufffd"
    assert [note.code for note in notes] == ["characters-lost"]


def test_nul_characters_stay_and_are_noted():
    text, notes = decode(b"Odile Ferrand \x00said no.\x00")
    assert text == "Odile Ferrand \0said no.\0"
    assert [(note.code, note.span) for note in notes] == [("nul-characters", (14, 15))]


@pytest.mark.parametrize(
    ("name", "what"), [("png", "PNG"), ("pdf", "PDF"), ("zip", "ZIP"), ("gzip", "gzip"), ("all-bytes", "binary")]
)
def test_binary_files_are_refused_by_their_kind(name: str, what: str):
    with pytest.raises(NotText, match=what):
        decode(HOSTILE[name]())


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes):
    try:
        text, notes = decode(data)
    except NotText:
        return
    assert all(note.span is None or 0 <= note.span.start < note.span.end <= len(text) for note in notes)


def test_a_few_broken_bytes_do_not_spoil_curly_quotation_marks():
    text, notes = decode("“No ship leaves,” she said.\n".encode() + b"\xff\xfe\x80 He agreed.")
    assert text.startswith("“No ship leaves,” she said.")
    assert {note.code for note in notes} == {"encoding-guessed", "characters-lost"}
