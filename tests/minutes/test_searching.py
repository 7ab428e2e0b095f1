"""Searching by words, alike in both databases."""

from __future__ import annotations

import pytest

from tests.minutes.made_up import record
from verbale.errors import BadQuery
from verbale.minutes import Minutes
from verbale.minutes.answers import Filter
from verbale.minutes.matching import parse


@pytest.fixture
def filled(minutes: Minutes) -> Minutes:
    minutes.add(record("The board rejected the fee, she said.", "The board rejected the fee", headline="Fee fight"))
    minutes.add(record("The fee board was praised, he said.", "The fee board was praised", publisher="Courier"))
    return minutes


def words(found: list) -> list[str]:
    return [hit.statement.words for hit in found]


def test_all_words_must_stand_there_in_any_form(filled: Minutes):
    assert words(filled.search("rejecting boards")) == ["The board rejected the fee"]
    assert len(filled.search("board")) == 2
    assert not filled.search("board whale")


def test_a_phrase_must_stand_as_it_is(filled: Minutes):
    assert words(filled.search('"fee board"')) == ["The fee board was praised"]


def test_a_word_can_be_excluded(filled: Minutes):
    assert words(filled.search("board -praised")) == ["The board rejected the fee"]


def test_filters_narrow_a_search(filled: Minutes):
    assert words(filled.search("board", Filter(publisher="Courier"))) == ["The fee board was praised"]
    assert not filled.search("board", Filter(since="2027"))


def test_articles_are_found_by_headline_and_text(filled: Minutes):
    assert [hit.article.headline for hit in filled.search("fight", what="articles")] == ["Fee fight"]
    (hit,) = filled.search("praised", what="articles")
    assert ("praised", True) in hit.excerpt


def test_the_excerpt_marks_what_matched(filled: Minutes):
    (hit,) = filled.search("rejected")
    assert "".join(text for text, _ in hit.excerpt) == "The board rejected the fee"
    assert [text for text, matched in hit.excerpt if matched] == ["rejected"]


@pytest.mark.parametrize("odd", ['"unclosed fee', "fee'; DROP TABLE articles; --", "fee AND OR NOT", "fee* ^fee (fee)",
                                 "fee \x00 \ud800", "fee :w0 %s {x}", 'fee""'])  # fmt: skip
def test_no_sign_has_a_secret_meaning(filled: Minutes, odd: str):
    assert isinstance(filled.search(odd), list)


@pytest.mark.parametrize("empty", ["", "   ", "the of and", "-fee", '""', "?!"])
def test_a_search_without_a_telling_word_is_refused(filled: Minutes, empty: str):
    with pytest.raises(BadQuery):
        filled.search(empty)


def test_a_search_of_ten_thousand_characters_is_refused():
    with pytest.raises(BadQuery, match="10000"):
        parse("x" * 10000)


def test_what_is_read_again_is_found_by_its_new_words_only(minutes: Minutes):
    from verbale.record import Reader

    text = "The board rejected the fee, she said."
    minutes.add(record(text, "The board rejected"))
    minutes.add(record(text, "the fee", reader=Reader("2", "b")))
    assert not minutes.search("rejected")
    assert words(minutes.search("fee")) == ["the fee"]
