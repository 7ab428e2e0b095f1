"""How many ways there are of being for or against something."""

from __future__ import annotations

import pytest

from tests.reading.standing import read, stances
from verbale.reading.lexicon.stances import stances as lexicon

FOR = [
    "rallied to", "is on board with", "gave a warm welcome to", "has no quarrel with", "sees no harm in",
    "has nothing but praise for", "staked its reputation on", "nodded through", "lent its voice to",
    "is enthusiastic about", "has got behind", "put its name to", "spoke up for",
]  # fmt: skip
AGAINST = [
    "is dead set against", "has no appetite for", "gave a cool welcome to", "has lost confidence in", "is sick of",
    "saw no sense in", "took a dim view of", "heaped scorn on", "mounted a legal challenge to", "has gone cold on",
    "filed a lawsuit against", "put paid to", "poked fun at", "would have none of",
]  # fmt: skip
JUDGED = [
    ("called {} fair", "support"), ("called {} overdue", "support"), ("called {} ill-conceived", "oppose"),
    ("called {} a lifeline", "support"), ("described {} as a fiasco", "oppose"), ("branded {} draconian", "oppose"),
    ("dubbed {} a charade", "oppose"), ("hailed {} as a milestone", "support"),
    ("gave {} its blessing", "support"), ("gave {} the cold shoulder", "oppose"),
    ("gave {} a cautious welcome", "support"),
]  # fmt: skip


def one(deed: str) -> set[str]:
    return stances(read(f"The Harbour Union {deed}.")).get("Harbour Union", set())


@pytest.mark.parametrize("words", FOR)
def test_these_words_are_for_it(words: str) -> None:
    assert one(f"{words} the bridge toll") == {"support"}


@pytest.mark.parametrize("words", AGAINST)
def test_these_words_are_against_it(words: str) -> None:
    assert one(f"{words} the bridge toll") == {"oppose"}


@pytest.mark.parametrize(("words", "stance"), JUDGED)
def test_what_it_is_called_or_given_tells_the_stance(words: str, stance: str) -> None:
    assert one(words.format("the bridge toll")) == {stance}


@pytest.mark.parametrize(
    "deed",
    [
        "discussed the bridge toll", "left the meeting at noon", "answered questions about the bridge toll",
        "sent copies of the report to its members", "watched the debate on the bridge toll",
    ],
)  # fmt: skip
def test_these_words_tell_no_stance(deed: str) -> None:
    assert one(deed) == set()


def test_how_members_are_told_to_vote_tells_the_stance() -> None:
    assert one("urged its members to vote no on the bridge toll") == {"oppose"}


def test_who_has_second_thoughts_is_against_what_was_last_spoken_of() -> None:
    record = read("The Green Party backs the bridge toll. The Harbour Union has had second thoughts.")
    assert stances(record, "toll")["Harbour Union"] == {"oppose"}


def test_no_predicate_stands_twice_with_opposite_stances() -> None:
    known, sides = lexicon(), {}
    for frame in known.frames:
        group = known.groups[frame.group]
        if not group.only_negated:
            for place in frame.places:
                sides.setdefault((frame.lemmas, frame.form, place), set()).add(group.stance)
    assert not {key: found for key, found in sides.items() if {"support", "oppose"} <= found}
