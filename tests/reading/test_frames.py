"""The tables of stance and participation."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from verbale.reading.lexicon.files import LexiconError
from verbale.reading.lexicon.meetings import meeting_words
from verbale.reading.lexicon.questions import question_words
from verbale.reading.lexicon.stances import stances


def test_there_are_at_least_four_hundred_predicates_of_stance() -> None:
    assert len({(f.lemmas, f.form) for f in stances().frames}) >= 400


def test_no_predicate_is_for_and_against_the_same_argument() -> None:
    found = defaultdict(set)
    for frame in stances().frames:
        for place in frame.places:
            found[frame.lemmas, frame.form, place].add(stances().groups[frame.group].stance)
    doubled = {key: value for key, value in found.items() if {"support", "oppose"} <= value}
    assert doubled == {}


def test_longer_predicates_come_before_shorter_ones() -> None:
    lengths = [len(f.lemmas) for f in stances().frames.at("turn", "verb")]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] > 1


def test_words_of_one_family_are_one_concept() -> None:
    words = question_words()
    assert words.concept("invite") == words.concept("invitation") == words.concept("participate")
    assert words.concept("sale") != words.concept("strike")


def test_a_spokeswoman_speaks_for_her_body_and_a_senator_does_not() -> None:
    words = question_words()
    assert words.speaks("spokeswoman")
    assert words.speaks("deputy foreign minister")
    assert not words.speaks("senator")
    assert not words.speaks("former minister")


def test_every_part_in_a_meeting_has_predicates() -> None:
    words = meeting_words()
    assert set(words.parts) == {f.group for f in words.frames}


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("groups:\n  - {name: a, meaning: b, stance: support, frames: [{predicates: x}]}\n", "argument"),
        ("groups:\n  - {name: a, meaning: b, stance: oppose, frames: [{argument: '7', predicates: x}]}\n", "'7' is no"),
        ("groups:\n  - {name: a, stance: support, frames: []}\n", "'meaning'"),
        ("groups: []\n", "line 1: a file of frames has at least one group"),
        ("groups:\n  - {name: a, meaning: b, stance: support, frames: []}\n", "line 2: a group has at least one frame"),
        ("groups:\n  - {name: a, meaning: b, stance: support, strength: 2, frames: []}\n", "from 0 to 1"),
        ("groups:\n  - {name: a, meaning: b, stance: support, frame: []}\n", "'frame' means nothing here"),
        ("groups:\n  - {name: a, meaning: b, stance: oppose, frames: [{argument: in, predicates: '-'}]}\n", "no word"),
        ("group: []\n", "'group' means nothing here"),
    ],
)
def test_a_mistake_in_a_researchers_table_is_named(tmp_path: Path, table: str, problem: str) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(table, encoding="utf-8")
    with pytest.raises(LexiconError, match=problem):
        stances(own)


def test_a_researchers_group_goes_before_ours(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        "groups:\n  - name: saluting\n    meaning: to be for\n    stance: support\n"
        "    frames: [{argument: object, predicates: reject}]\n",
        encoding="utf-8",
    )
    assert stances(own).frames.at("reject", "verb")[0].group == "saluting"
