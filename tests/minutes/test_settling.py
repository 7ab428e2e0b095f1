"""Settling what reviewers differ on."""

from __future__ import annotations

import pytest

from tests.minutes.made_up import record
from verbale.errors import NoSuchValue
from verbale.minutes import Minutes
from verbale.minutes.answers import Filter


@pytest.fixture
def article(minutes: Minutes) -> str:
    return minutes.add(record()).id


def stances(minutes: Minutes) -> list[tuple[str, str | None]]:
    return [(p.stance, p.condition) for p in minutes.positions()]


def test_what_settles_holds_whatever_comes_later(minutes: Minutes, article: str):
    anchor = minutes.positions()[0].anchor
    minutes.rule("position", article, "P1", "amend", by="Ann", values={"stance": "neutral"})
    minutes.rule("position", article, "P1", "accept", by="Bo")
    minutes.settle("position", article, anchor, "Ann", by="Cy")
    minutes.rule("position", article, "P1", "reject", by="Bo")
    assert stances(minutes) == [("neutral", None)]
    assert minutes.disagreements() == []


def test_settling_for_who_accepts_is_accepting_the_machines_value(minutes: Minutes, article: str):
    anchor = minutes.positions()[0].anchor
    minutes.rule("position", article, "P1", "accept", by="Bo")
    minutes.rule("position", article, "P1", "reject", by="Ann")
    minutes.settle("position", article, anchor, "Bo", by="Cy")
    assert stances(minutes) == [("oppose", None)]
    assert minutes.rulings()[0].verdict == "accept"


def test_who_settles_for_another_gives_up_what_they_said_themselves(minutes: Minutes, article: str):
    anchor = minutes.positions()[0].anchor
    minutes.rule("position", article, "P1", "amend", by="Ann", values={"stance": "neutral", "condition": "in May"})
    minutes.rule("position", article, "P1", "amend", by="Bo", values={"stance": "support"})
    minutes.settle("position", article, anchor, "Bo", by="Ann")
    assert stances(minutes) == [("support", None)]


def test_a_value_that_was_added_is_settled_as_who_added_it_says(minutes: Minutes, article: str):
    values = {"actor": "Lena Okafor", "question": "the pier", "stance": "oppose", "evidence": ["S1"]}
    number = minutes.rule("position", article, None, "add", by="Ann", values=values)
    anchor = minutes.rulings()[0].anchor
    minutes.rule("position", article, f"R{number}", "amend", by="Bo", values={"stance": "support"})
    minutes.settle("position", article, anchor, "Ann", by="Cy")
    assert [p.stance for p in minutes.positions(Filter(on="pier"))] == ["oppose"]


def test_an_actors_name_is_settled(minutes: Minutes, article: str):
    norland = next(a.number for a in minutes.actors() if a.name == "Norland")
    minutes.rule("actor", None, norland, "amend", by="Ann", values={"name": "North Land"})
    minutes.rule("actor", None, norland, "amend", by="Bo", values={"name": "Northland"})
    minutes.settle("actor", None, str(norland), "Ann", by="Cy")
    assert minutes.named("actor", norland).name == "North Land"


def test_what_nobody_ruled_settles_nothing(minutes: Minutes, article: str):
    anchor = minutes.positions()[0].anchor
    minutes.undo(minutes.rule("position", article, "P1", "reject", by="Ann"), by="Ann")
    with pytest.raises(NoSuchValue, match="no ruling of Ann"):
        minutes.settle("position", article, anchor, "Ann", by="Cy")


def test_rulings_about_an_actor_are_told_with_its_mergers(minutes: Minutes, article: str):
    norland, okafor = (next(a.number for a in minutes.actors() if a.name == n) for n in ("Norland", "Lena Okafor"))
    merged = minutes.merge("actor", norland, okafor, by="Ann")
    minutes.undo(merged, by="Ann")
    minutes.rule("actor", None, okafor, "accept", by="Bo")
    assert [r.verdict for r in minutes.rulings_about("actor", norland)] == ["undo", "merge"]
    assert [r.verdict for r in minutes.rulings_about("actor", okafor)] == ["accept", "undo", "merge"]
    assert minutes.undone([merged, 99]) == {merged}


def test_a_name_as_the_article_has_it_is_whom_it_means_there(minutes: Minutes, article: str):
    okafor = next(a.number for a in minutes.actors() if a.name == "Lena Okafor")
    minutes.rule("actor", None, okafor, "amend", by="Ann", values={"name": "Lena Marie Okafor"})
    minutes.rule("statement", article, "S1", "amend", by="Ann", values={"speaker": "lena okafor"})
    assert minutes.statements()[0].speaker == minutes.named("actor", okafor)


def test_what_an_article_names_is_offered(minutes: Minutes, article: str):
    known = minutes.known_in([article])[article]
    assert [each.name for each in known["actor"]] == ["Lena Okafor", "Norland"]
    assert [each.name for each in known["question"]] == ["the higher ferry fee"]
    with pytest.raises(NoSuchValue):
        minutes.beside(article, "S99")
    with pytest.raises(NoSuchValue):
        minutes.home("meeting", 99)
