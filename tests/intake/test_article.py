from __future__ import annotations

import pytest

from tests.hostile.inputs import BROKEN, HOSTILE, LARGE, MARKS, NO_TEXT
from verbale.errors import EmptyArticle, InputError, MalformedDate, NotText
from verbale.intake import read_bytes

SMALL = [name for name in HOSTILE if name not in LARGE and name not in MARKS]


@pytest.mark.parametrize("name", [name for name in SMALL if name not in BROKEN])
def test_every_hostile_text_becomes_an_article(name: str):
    article, notes = read_bytes(HOSTILE[name]())
    assert article.text
    assert article.language is not None
    assert all(note.span is None or note.span.end <= len(article.text) for note in notes)


@pytest.mark.parametrize("name", NO_TEXT)
def test_what_holds_no_article_is_refused_by_name(name: str):
    with pytest.raises(InputError, match=r"^some\.txt: ") as caught:
        read_bytes(HOSTILE[name](), name="some.txt")
    assert str(caught.value).endswith(caught.value.advice)


@pytest.mark.parametrize("name", ["empty", "only-spaces", "only-odd-spaces", "only-nul", "only-byte-order-mark"])
def test_nothing_but_space_is_an_empty_article(name: str):
    with pytest.raises(EmptyArticle):
        read_bytes(HOSTILE[name]())


def test_what_is_given_is_kept():
    article, notes = read_bytes(
        b"Lena Okafor said no.", published="2024-03-12", publisher="A", headline="B", url="https://c.example"
    )
    assert (article.published, article.publisher, article.headline) == ("2024-03-12", "A", "B")
    assert (article.url, article.language, notes) == ("https://c.example", "en", ())


def test_a_malformed_date_is_refused_before_the_bytes_are_looked_at():
    with pytest.raises(MalformedDate):
        read_bytes(b"", published="12 March")


def test_a_date_in_the_future_is_noted():
    _, (note,) = read_bytes(b"Lena Okafor said no.", published="2999-01-01")
    assert note.code == "future-date"


def test_the_same_bytes_give_the_same_article():
    data = HOSTILE["windows-1252"]()
    assert read_bytes(data) == read_bytes(data)


def test_a_record_is_no_article() -> None:
    with pytest.raises(NotText, match="record"):
        read_bytes(b'{\n  "verbale": 1,\n  "reader": {"version": "0.1"}}')
