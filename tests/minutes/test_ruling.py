"""Rulings, in both databases: never over the machine's values, never lost."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.minutes.made_up import meeting, quarrel, record
from verbale.errors import BadRuling, NoSuchValue
from verbale.minutes import Minutes
from verbale.minutes.answers import Filter
from verbale.record import Reader


@pytest.fixture
def article(minutes: Minutes) -> str:
    return minutes.add(quarrel()).id


def stances(minutes: Minutes, layer: str = "ruled") -> dict[str, str]:
    return {p.actor.name: p.stance for p in minutes.positions(Filter(layer=layer))}  # type: ignore[arg-type]


def test_a_rejected_value_is_no_longer_shown_and_not_gone(minutes: Minutes, article: str):
    minutes.rule("position", article, "P2", "reject", by="ann")
    assert stances(minutes) == {"Norland": "support"}
    assert stances(minutes, "machine") == {"Norland": "support", "Sudmark": "oppose"}


def test_an_amended_value_shows_both(minutes: Minutes, article: str):
    minutes.rule("position", article, "P2", "amend", by="ann", values={"stance": "neutral"}, why="he only asked")
    assert stances(minutes) == {"Norland": "support", "Sudmark": "neutral"}
    assert stances(minutes, "people") == {"Sudmark": "neutral"}
    (ruled,) = minutes.positions(Filter(by="Sudmark"))
    assert ruled.ruled is not None
    assert (ruled.ruled.by, ruled.ruled.machine["stance"]) == ("ann", "oppose")


def test_amendments_of_two_fields_add_up(minutes: Minutes, article: str):
    minutes.rule("position", article, "P2", "amend", by="ann", values={"stance": "conditional"})
    minutes.rule("position", article, "P2", "amend", by="ann", values={"condition": "if it is paid for"})
    (found,) = minutes.positions(Filter(by="Sudmark"))
    assert (found.stance, found.condition) == ("conditional", "if it is paid for")


def test_undo_is_another_ruling(minutes: Minutes, article: str):
    number = minutes.rule("position", article, "P2", "reject", by="ann")
    minutes.undo(number, by="ann")
    assert stances(minutes) == {"Norland": "support", "Sudmark": "oppose"}
    assert [r.verdict for r in minutes.rulings()] == ["undo", "reject"]
    with pytest.raises(BadRuling, match="already"):
        minutes.undo(number, by="ann")


@pytest.mark.parametrize("change", ["UPDATE rulings SET verdict='accept'", "DELETE FROM rulings"])
def test_the_database_refuses_to_change_a_ruling(minutes: Minutes, article: str, change: str):
    minutes.rule("position", article, "P2", "reject", by="ann")
    with pytest.raises(DBAPIError, match="only added to"), minutes.database.engine.begin() as connection:
        connection.execute(text(change))
    assert len(minutes.rulings()) == 1


def test_a_ruling_outlives_a_newer_reading(minutes: Minutes):
    one = "Norland will not pay, Lena Okafor said."
    article = minutes.add(record(one, "Norland will not pay")).id
    minutes.rule("statement", article, "S1", "reject", by="ann")
    minutes.rule("position", article, "P1", "amend", by="ann", values={"stance": "neutral"})
    minutes.add(record(one, "will not pay", stance="support", reader=Reader("2", "b")))
    assert not minutes.statements()
    assert [p.stance for p in minutes.positions()] == ["neutral"]
    assert [p.stance for p in minutes.positions(Filter(layer="machine"))] == ["support"]


def test_the_later_of_two_reviewers_is_followed_and_the_dispute_shown(minutes: Minutes, article: str):
    minutes.rule("position", article, "P2", "accept", by="ann")
    minutes.rule("position", article, "P2", "amend", by="bob", values={"stance": "neutral"})
    (found,) = minutes.positions(Filter(by="Sudmark"))
    assert found.stance == "neutral"
    assert found.ruled is not None
    assert found.ruled.disputed


def test_an_adjudication_settles_a_dispute(minutes: Minutes, article: str):
    minutes.rule("position", article, "P2", "accept", by="ann", final=True)
    minutes.rule("position", article, "P2", "amend", by="bob", values={"stance": "neutral"})
    (found,) = minutes.positions(Filter(by="Sudmark"))
    assert found.ruled is not None
    assert (found.stance, found.ruled.disputed) == ("oppose", False)


def test_a_part_in_a_meeting_can_be_ruled_on(minutes: Minutes):
    minutes.add(meeting("accepted"))
    (part,) = minutes.meetings()[0].parts
    minutes.rule("participation", part.article.id, part.anchor, "amend", by="ann", values={"status": "declined"})
    assert minutes.meetings()[0].parts[0].status == "declined"


@pytest.mark.parametrize(("kind", "value", "verdict", "values"), [
    ("position", "P2", "amend", {"stance": "furious"}),
    ("position", "P2", "amend", {"speaker": "Norland"}),
    ("position", "P2", "amend", {"actor": None}),
    ("position", "P2", "amend", {"evidence": ["S1", 5]}),
    ("position", "P2", "amend", {"made": "soon"}),
    ("position", "P2", "agree", {}),
    ("weather", "P2", "accept", {}),
    ("statement", None, "add", {"speaker": "Norland"}),
    ("statement", None, "add", {"content": "words that nobody said"}),
    ("statement", None, "add", {"content": "Norland pays"}),
    ("office", None, "add", {"offices": "envoy"}),
    ("actor", None, "add", {"name": "Norland"}),
    ("actor", "1", "reject", {}),
    ("actor", "1", "amend", {"country": "Norway"}),
    ("position", "P2", "amend", {}),
    ("position", "P2", "accept", {"stance": "neutral"}),
    ("statement", "S1", "amend", {"spans": {"content": [[0, 10_000]]}}),
    ("statement", "S1", "amend", {"spans": {"content": [[5, 5]]}}),
    ("statement", "S1", "amend", {"spans": {"content": [[5, 9], [2, 4]]}}),
    ("statement", "S1", "amend", {"spans": "everything"}),
    ("statement", "S1", "amend", {"speaker": ""}),
])  # fmt: skip
def test_a_ruling_that_makes_no_sense_is_refused(minutes: Minutes, article: str, kind, value, verdict, values):
    with pytest.raises(BadRuling):
        minutes.rule(kind, article, value, verdict, by="ann", values=values)
    assert not minutes.rulings()


def test_a_ruling_needs_somebody_who_makes_it(minutes: Minutes, article: str):
    with pytest.raises(BadRuling, match="somebody"):
        minutes.rule("position", article, "P2", "accept", by=" ")


def test_a_value_that_is_gone_is_told(minutes: Minutes, article: str):
    for kind, value in (("position", "P9"), ("statement", "0-1"), ("participation", "nobody")):
        with pytest.raises(NoSuchValue):
            minutes.rule(kind, article, value, "accept", by="ann")  # type: ignore[arg-type]
    with pytest.raises(NoSuchValue):
        minutes.rule("position", "no such article", "P1", "accept", by="ann")
    with pytest.raises(NoSuchValue):
        minutes.undo(77, by="ann")


def test_merged_actors_are_one_and_can_be_parted_again(minutes: Minutes, article: str):
    norland, sudmark = (next(a.number for a in minutes.actors() if a.name == n) for n in ("Norland", "Sudmark"))
    number = minutes.merge("actor", norland, sudmark, by="ann")
    assert {p.actor.name for p in minutes.positions()} == {"Norland"}
    assert {p.actor.name for p in minutes.positions(Filter(by="Sudmark"))} == {"Norland"}
    minutes.undo(number, by="ann")
    assert {p.actor.name for p in minutes.positions()} == {"Norland", "Sudmark"}


def test_a_merger_holds_for_articles_that_come_later(minutes: Minutes, article: str):
    norland, sudmark = (next(a.number for a in minutes.actors() if a.name == n) for n in ("Norland", "Sudmark"))
    minutes.merge("actor", norland, sudmark, by="ann")
    later = quarrel()
    minutes.add(record("Sudmark pays now.", "Sudmark pays", actor=later.actors[1]))
    assert {p.actor.name for p in minutes.positions()} == {"Norland"}


def test_nobody_is_merged_with_themselves_or_twice(minutes: Minutes, article: str):
    norland, sudmark = (next(a.number for a in minutes.actors() if a.name == n) for n in ("Norland", "Sudmark"))
    with pytest.raises(BadRuling):
        minutes.merge("actor", norland, norland, by="ann")
    minutes.merge("actor", norland, sudmark, by="ann")
    with pytest.raises(BadRuling):
        minutes.merge("actor", norland, sudmark, by="ann")


def test_a_question_split_off_stays_apart_when_read_again(minutes: Minutes):
    minutes.add(record())
    other = minutes.add(record("Norland pays the fee.", "Norland pays", label="a higher ferry fee")).id
    (question,) = minutes.questions()
    minutes.split("question", question.number, [other], by="ann")
    assert len(minutes.questions()) == 2
    minutes.add(record("Norland pays the fee.", "Norland pays", label="a higher ferry fee", reader=Reader("2", "b")))
    assert len(minutes.questions()) == 2


def test_reviewers_who_rule_at_once_lose_nothing(minutes: Minutes, article: str):
    def ruling(name: str) -> None:
        for n in range(10):
            minutes.rule("position", article, "P1" if n % 2 else "P2", "accept", by=name)

    threads = [threading.Thread(target=ruling, args=(f"reviewer {n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(minutes.rulings(limit=1000)) == 80
