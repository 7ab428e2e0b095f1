"""Several reviewers on one value: how far they agree, on what they differ, who settles it."""

from __future__ import annotations

import random

import krippendorff
import pytest

from tests.minutes.made_up import quarrel, record
from verbale.minutes import Minutes
from verbale.minutes.agreeing import alpha
from verbale.minutes.answers import Filter
from verbale.minutes.resampling import interval


@pytest.mark.parametrize("seed", range(20))
def test_alpha_is_what_another_implementation_finds(seed: int):
    chance = random.Random(seed)
    table = [[chance.choice(["a", "b", "c", None]) for _ in range(12)] for _ in range(chance.randint(2, 5))]
    units = [[row[n] for row in table if row[n] is not None] for n in range(12)]
    data = [[float("nan") if v is None else "abc".index(v) for v in row] for row in table]
    assert alpha(units) == pytest.approx(krippendorff.alpha(data, level_of_measurement="nominal"))


def test_krippendorffs_own_example():
    """Krippendorff 2011, section C: four observers, twelve units, alpha 0.743."""
    observers = ["1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3",
                 ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."]  # fmt: skip
    rows = [each.split() for each in observers]
    found = alpha([[row[n] for row in rows if row[n] != "."] for n in range(12)])
    assert found == pytest.approx(0.743, abs=5e-4)


def test_all_agree_or_nothing_can_be_said():
    assert alpha([["a", "a"], ["b", "b"]]) == 1
    assert alpha([["a", "a"], ["a", "a"]]) is None
    assert alpha([["a"], []]) is None


def test_the_interval_holds_alpha_and_is_the_same_each_time():
    units = [["a", "a"], ["b", "b"], ["a", "b"], ["b", "b"], ["a", "a"], ["c", "a"]]
    low, high = interval(units)
    found = alpha(units)
    assert low is not None
    assert high is not None
    assert found is not None
    assert low <= found <= high
    assert interval(units) == (low, high)


@pytest.fixture
def article(minutes: Minutes) -> str:
    return minutes.add(quarrel()).id


def test_agreement_is_told_for_each_field(minutes: Minutes, article: str):
    minutes.rule("position", article, "P1", "accept", by="ann")
    minutes.rule("position", article, "P1", "accept", by="bob")
    minutes.rule("position", article, "P2", "amend", by="ann", values={"stance": "neutral"})
    minutes.rule("position", article, "P2", "accept", by="bob")
    found = {each.field: each for each in minutes.agreement()}
    stance = found["position.stance"]
    assert (stance.values, stance.reviewers, stance.same) == (2, 2, 1)
    assert stance.alpha == pytest.approx(alpha([["support", "support"], ["neutral", "oppose"]]))
    assert found["position.actor"].same == 2
    assert found["position.verdict"].alpha is None


def test_an_amendment_to_what_the_machine_said_is_no_disagreement(minutes: Minutes, article: str):
    minutes.rule("position", article, "P1", "accept", by="ann")
    minutes.rule("position", article, "P1", "amend", by="bob", values={"stance": "support"})
    assert not minutes.disagreements()


def test_disagreements_show_what_everybody_says_until_they_are_settled(minutes: Minutes, article: str):
    minutes.rule("position", article, "P2", "accept", by="ann")
    minutes.rule("position", article, "P2", "amend", by="bob", values={"stance": "neutral"})
    minutes.rule("position", article, "P2", "reject", by="cy")
    (found,) = minutes.disagreements()
    assert {by: (said["verdict"], said.get("stance")) for by, said in found.said.items()} == {
        "ann": ("kept", "oppose"), "bob": ("kept", "neutral"), "cy": ("rejected", None),
    }  # fmt: skip
    ruling = minutes.rule("position", article, "P2", "amend", by="dora", values={"stance": "neutral"}, final=True)
    assert not minutes.disagreements()
    assert [each.settled for each in minutes.disagreements(settled=True)] == ["dora"]
    minutes.undo(ruling, by="dora")
    assert len(minutes.disagreements()) == 1


def test_an_adjudication_holds_against_later_rulings_of_its_author_too(minutes: Minutes, article: str):
    minutes.rule("position", article, "P2", "amend", by="ann", values={"stance": "neutral"}, final=True)
    minutes.rule("position", article, "P2", "reject", by="ann")
    assert [p.stance for p in minutes.positions(Filter(by="Sudmark"))] == ["neutral"]


def test_an_adjudication_counts_for_no_agreement(minutes: Minutes):
    article = minutes.add(record()).id
    minutes.rule("position", article, "P1", "accept", by="ann")
    minutes.rule("position", article, "P1", "reject", by="bob", final=True)
    assert not minutes.agreement()
