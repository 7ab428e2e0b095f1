"""What somebody does not say, would have done or only denies is no position."""

from __future__ import annotations

import pytest

from tests.reading.standing import read, stances

PARTY = "Liberal Party"


@pytest.mark.parametrize(
    "text",
    [
        "The Liberal Party would have backed the bridge toll had small cars been exempt.",
        "The Liberal Party would have backed the bridge toll if small cars had been exempt.",
        "The Liberal Party declined to confirm that it backed the bridge toll.",
        "The Liberal Party dismissed reports that it backed the bridge toll.",
        "The Liberal Party rejected the claim that it had opposed the bridge toll.",
        "The mayor accused the Liberal Party of lying. The Liberal Party rejected that.",
        "The Liberal Party stood by its report.",
        "The Liberal Party received a letter about the bridge toll.",
        "The Liberal Party has declined, citing a lack of time.",
    ],
)
def test_who_keeps_silent_denies_or_only_would_have_stands_nowhere(text: str) -> None:
    assert PARTY not in stances(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Liberal Party refused to say if it would back the bridge toll.",
        "The Liberal Party left open whether it would back the bridge toll.",
        "The Liberal Party kept quiet about the bridge toll.",
        "The Liberal Party said the bridge toll was a matter for parliament.",
        "The Liberal Party is split on the bridge toll.",
    ],
)
def test_who_says_that_he_does_not_say_is_neutral(text: str) -> None:
    assert stances(read(text))[PARTY] == {"neutral"}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The Liberal Party no longer supports the bridge toll.", "oppose"),
        ("The Liberal Party no longer opposes the bridge toll.", "support"),
        ("The Liberal Party has never supported the bridge toll.", "oppose"),
        ("The Liberal Party has long opposed the bridge toll.", "oppose"),
        ("“Nobody wants the bridge toll,” said Olaf Dahl, leader of the Liberal Party.", "oppose"),
        ("“We cannot do without the bridge toll,” said Olaf Dahl, leader of the Liberal Party.", "support"),
    ],
)
def test_negations_of_all_sorts_are_read(text: str, stance: str) -> None:
    assert stances(read(text))[PARTY] == {stance}
