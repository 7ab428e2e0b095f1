"""Stances told by pointing at somebody else's."""

from __future__ import annotations

import pytest

from tests.reading.standing import read, stances

TREATY = "Norland rejected the fishing treaty on Monday. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Ghana, Togo and Benin did the same.",
        "Ghana, Togo and Benin followed suit.",
        "Ghana, Togo and Benin were of the same opinion.",
        "So did Ghana, Togo and Benin.",
    ],
)
def test_a_list_told_in_the_next_sentence_stands_where_the_first_does(sentence: str) -> None:
    found = stances(read(TREATY + sentence))
    assert {found[who] == {"oppose"} for who in ("Norland", "Ghana", "Togo", "Benin")} == {True}


@pytest.mark.parametrize("sentence", ["Ghana did the opposite.", "Ghana took the opposite view."])
def test_who_does_the_opposite_stands_on_the_other_side(sentence: str) -> None:
    assert stances(read(TREATY + sentence))["Ghana"] == {"support"}


def test_who_backs_somebody_stands_where_they_do() -> None:
    text = "The board of Hallam Ales rejected the takeover offer. Fulmar Asset Management backed the board."
    assert stances(read(text))["Fulmar Asset Management"] == {"oppose"}


def test_who_urges_others_to_reconsider_is_for_the_opposite() -> None:
    text = "The Harbour Union rejected the pay offer. Mayor Lena Ode urged the Harbour Union to reconsider."
    assert stances(read(text))["Lena Ode"] == {"support"}
