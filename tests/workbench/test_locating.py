"""Words that a reviewer types, found in the article's text."""

from __future__ import annotations

import pytest

from verbale.errors import BadRuling
from verbale.workbench.pages.locating import located

TEXT = "“We won’t pay,” she said.\nLater she said that   they\nwon’t pay – ever … or so she said."


@pytest.mark.parametrize(
    ("words", "near", "spans"),
    [
        ("We won't pay", None, [[1, 13]]),
        ("that they won’t", None, [[41, 58]]),
        ("won’t pay - ever", None, [[53, 69]]),
        ("she said", 20, [[16, 24]]),
        ("she said", 99, [[78, 86]]),
        ("We … Later", None, [[1, 3], [26, 31]]),
        ("ever … or so", None, [[65, 77]]),
    ],
)
def test_words_are_found_however_they_are_typed(words: str, near: int | None, spans: list[list[int]]):
    assert located(words, TEXT, near) == spans


@pytest.mark.parametrize("words", ["they will pay", "she said", "Later … We", "… …", "  "])
def test_what_does_not_stand_there_once_is_told(words: str):
    with pytest.raises(BadRuling):
        located(words, TEXT, None)


def test_very_long_words_in_a_very_long_text_are_looked_for_at_once():
    text = "ab " * 200_000
    assert located(text[:-10], text + "end", 0) == [[0, 599_990]]


def test_words_are_found_where_they_were_whatever_their_spaces():
    text = "We go. They stay.\nWe  go, she said, and she\nwaited."
    assert located("We go", text, 20) == [[18, 24]]
    assert located("We go", text, 0) == [[0, 5]]
    assert located("We go … she waited", text, 0) == [[0, 5], [40, 50]]
    with pytest.raises(BadRuling, match="does not stand in the article"):
        located("We stay", text, 0)
