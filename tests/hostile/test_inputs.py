"""The hostile inputs are what their names say; a test over a harmless one would prove nothing."""

from __future__ import annotations

import unicodedata

import pytest

from .articles import ENGLISH
from .inputs import BROKEN, HOSTILE, LARGE, MARKS
from .marks import FAULTS, STYLES, TWO_STYLES


@pytest.mark.parametrize("name", HOSTILE)
def test_an_input_is_bytes_and_the_same_each_time(name: str):
    first = HOSTILE[name]()
    assert isinstance(first, bytes)
    assert first == HOSTILE[name]()


def test_large_ones_are_marked_as_large():
    assert {name for name, make in HOSTILE.items() if len(make()) > 200_000} == LARGE


def test_sets_name_inputs_that_exist():
    assert not BROKEN - HOSTILE.keys()


@pytest.mark.parametrize(
    "name",
    ["utf-8-invalid", "utf-8-cut-short", "utf-8-surrogates", "utf-8-and-latin-1", "latin-1", "windows-1252"],
)
def test_bytes_that_are_no_utf_8(name: str):
    with pytest.raises(UnicodeDecodeError):
        HOSTILE[name]().decode("utf-8")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wide_encodings_hold_the_article_whether_marked_or_not(encoding: str):
    assert HOSTILE[f"{encoding}-little-with-mark"]().decode(encoding) == ENGLISH
    assert HOSTILE[f"{encoding}-big-with-mark"]().decode(encoding) == ENGLISH
    assert HOSTILE[f"{encoding}-little"]().decode(f"{encoding}-le") == ENGLISH


def test_sizes_are_as_large_as_they_say():
    assert len(HOSTILE["text-of-10-mb"]()) >= 10_000_000
    line = HOSTILE["one-line-of-1-mb"]()
    assert len(line) >= 1_000_000
    assert b"\n" not in line


def test_two_thousand_different_people_speak():
    lines = HOSTILE["names-2000"]().decode().splitlines()
    speakers = {line.split(",” ")[1] for line in lines if ",” " in line}
    assert len(speakers) == 2_000


def test_decomposed_text_has_combining_marks():
    text = HOSTILE["decomposed"]().decode()
    assert any(unicodedata.combining(character) for character in text)
    assert unicodedata.is_normalized("NFD", text)


def test_every_style_of_quotation_marks_is_broken_in_every_way():
    pairs = len(STYLES) * (len(STYLES) - 1)
    assert len(MARKS) == len(STYLES) * len(FAULTS) + pairs * len(TWO_STYLES)
