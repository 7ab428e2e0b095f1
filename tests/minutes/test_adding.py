"""What the machine missed and people add, and every field that they may amend, in both databases."""

from __future__ import annotations

from typing import Any

import pytest

from tests.minutes.made_up import meeting, quarrel, record
from verbale.errors import BadRuling, NoSuchValue
from verbale.minutes import Minutes
from verbale.minutes.answers import Filter, Layer
from verbale.record import Reader

TEXT = "Norland pays. Sudmark refuses to pay. Sudmark expelled the envoy."
NEWER = Reader("2", "b")


@pytest.fixture
def article(minutes: Minutes) -> str:
    return minutes.add(quarrel()).id


def read_again(minutes: Minutes) -> None:
    from dataclasses import replace

    minutes.add(replace(quarrel(), reader=NEWER))


def add(minutes: Minutes, kind_of: Any, article: str, by: str = "ann", /, **values: Any) -> int:
    return minutes.rule(kind_of, article, None, "add", by=by, values=values)


def amend(minutes: Minutes, kind: Any, article: str | None, value: Any, /, **values: Any) -> int:
    return minutes.rule(kind, article, value, "amend", by="ann", values=values)


def words(minutes: Minutes, layer: Layer = "ruled") -> set[tuple[str | None, str]]:
    return {(s.speaker.name if s.speaker else None, s.words) for s in minutes.statements(Filter(layer=layer))}


def number(minutes: Minutes, name: str) -> int:
    return next(a.number for a in minutes.actors() if a.name == name)


ENVOY = ("Mara Lind", "Sudmark expelled the envoy")


def test_an_added_statement_is_shown_as_peoples_and_never_as_the_machines(minutes: Minutes, article: str):
    ruling = add(minutes, "statement", article, content="Sudmark expelled the envoy", speaker="Mara Lind")
    assert ENVOY in words(minutes)
    assert words(minutes, "people") == {ENVOY}
    assert ENVOY not in words(minutes, "machine")
    assert [hit.statement.words for hit in minutes.search("envoy") if hit.statement] == [ENVOY[1]]
    assert [s.words for s in minutes.statements(Filter(by="Mara Lind"))] == [ENVOY[1]]
    minutes.undo(ruling, by="ann")
    assert ENVOY not in words(minutes)
    assert "Mara Lind" not in {a.name for a in minutes.actors()}


def test_what_was_added_outlives_a_newer_reading(minutes: Minutes, article: str):
    add(minutes, "statement", article, content="Sudmark expelled the envoy", speaker="Mara Lind", via=["Norland"])
    add(minutes, "position", article, actor="Mara Lind", question="the bridge toll", stance="neutral", evidence="S2")
    add(minutes, "event", article, **{"class": "ACCUSE", "source": ["Norland"], "spans": [[0, 7]]})
    add(minutes, "conflict", article, kind="account", first="Norland", second="Mara Lind", evidence="S1/S2")
    before = [minutes.statements(), minutes.positions(), minutes.conflicts()]
    read_again(minutes)
    after = [minutes.statements(), minutes.positions(), minutes.conflicts()]
    assert [[told(v) for v in values] for values in before] == [[told(v) for v in values] for values in after]


def told(value: Any) -> Any:
    """A value without the numbers of rows that are written anew."""
    return {name: getattr(value, name) for name in value.__dataclass_fields__ if name != "number"}


def test_an_added_position_has_its_proof(minutes: Minutes, article: str):
    add(minutes, "position", article, actor="Norland", question="the envoy's return", stance="support",
        evidence=["S1", [[46, 54]]])  # fmt: skip
    (found,) = minutes.positions(Filter(on="return"))
    assert [p.words for p in found.evidence] == ["Norland pays", "expelled"]
    assert found.ruled is not None
    assert (found.ruled.verdict, found.ruled.machine) == ("add", {})
    assert not minutes.positions(Filter(on="return", layer="machine"))


def test_an_added_meeting_has_the_parts_that_are_added_to_it(minutes: Minutes, article: str):
    ruling = add(minutes, "meeting", article, name="the toll talks", date="2026-05-01", place="Oslo")
    add(minutes, "participation", article, meeting="the toll talks", actor="Norland", role="host", status="confirmed",
        according_to="Sudmark", evidence="S1")  # fmt: skip
    (found,) = minutes.meetings()
    assert (found.name, found.date, found.place, found.articles) == ("the toll talks", "2026-05-01", "Oslo", 1)
    (part,) = found.parts
    assert part.according_to is not None
    assert (part.actor.name, part.role, part.according_to.name) == ("Norland", "host", "Sudmark")
    read_again(minutes)
    assert [p.role for m in minutes.meetings() for p in m.parts] == ["host"]
    with pytest.raises(BadRuling, match="called so"):
        add(minutes, "meeting", article, name="The Toll Talks", date="2026-05-01")
    assert minutes.rulings(kind="meeting")[0].number == ruling


def test_an_added_event_has_its_actors(minutes: Minutes, article: str):
    add(minutes, "event", article, **{"class": "ACCUSE", "source": "Sudmark", "target": ["Norland"], "spans": "0-7"})
    read_again(minutes)
    (row,) = [r for r in _events(minutes) if r[0].startswith("R")]
    assert row[1:] == ("ACCUSE", [("source", "Sudmark"), ("target", "Norland")])


def _events(minutes: Minutes) -> list[tuple[str, str, list[tuple[str, str]]]]:
    from sqlalchemy import select

    from verbale.minutes import tables

    e, t, a = tables.events.c, tables.event_actors.c, tables.actors.c
    found = []
    with minutes.database.reading() as connection:
        for row in connection.execute(select(e.number, e.local, e["class"])).all():
            tied = select(t.side, a.name).join(tables.actors, a.number == t.actor).where(t.event == row.number)
            found.append((row.local, row[2], sorted(tuple(each) for each in connection.execute(tied))))
    return found  # type: ignore[return-value]


def test_two_reviewers_may_add_the_same(minutes: Minutes, article: str):
    for by, name in (("ann", "Mara Lind"), ("bob", "Norland")):
        add(minutes, "statement", article, by, content="Sudmark expelled the envoy", speaker=name)
    (found,) = minutes.statements(Filter(layer="people"))
    assert found.speaker is not None
    assert found.speaker.name == "Norland"
    assert found.ruled is not None
    assert found.ruled.disputed


def test_what_one_reviewer_has_added_another_rejects(minutes: Minutes, article: str):
    add(minutes, "statement", article, content="Sudmark expelled the envoy", speaker="Mara Lind")
    (found,) = minutes.statements(Filter(layer="people"))
    minutes.rule("statement", article, found.id, "reject", by="bob")
    assert not minutes.statements(Filter(layer="people"))
    minutes.rule("statement", article, found.anchor, "accept", by="bob")
    assert words(minutes, "people") == {ENVOY}


@pytest.mark.parametrize(("values", "shown"), [
    ({"speaker": "Sudmark"}, ("Sudmark", "Norland pays")),
    ({"speaker": "Mara Lind"}, ("Mara Lind", "Norland pays")),
    ({"speaker": None}, (None, "Norland pays")),
    ({"content": "Norland"}, ("Norland", "Norland")),
    ({"content": [[0, 7], [8, 12]]}, ("Norland", "Norland … pays")),
])  # fmt: skip
def test_speaker_and_spans_of_a_statement_are_amended(minutes: Minutes, article: str, values, shown):
    amend(minutes, "statement", article, "S1", **values)
    assert words(minutes) == {shown, ("Sudmark", "Sudmark refuses to pay")}
    assert words(minutes, "machine") == {("Norland", "Norland pays"), ("Sudmark", "Sudmark refuses to pay")}
    assert [(p.speaker, p.words) for pos in minutes.positions(Filter(by="Norland")) for p in pos.evidence] == [shown]


def test_an_amended_value_is_found_by_what_it_says_now(minutes: Minutes, article: str):
    amend(minutes, "statement", article, "S1", speaker="Sudmark")
    amend(minutes, "position", article, "P1", stance="neutral", actor="Sudmark", question="the toll bridge at Vik")
    assert not minutes.statements(Filter(by="Norland"))
    assert len(minutes.statements(Filter(by="Sudmark"))) == 2
    assert not minutes.positions(Filter(by="Norland"))
    assert not minutes.positions(Filter(stance="support"))
    assert [p.question.name for p in minutes.positions(Filter(stance="neutral"))] == ["the toll bridge at Vik"]
    assert [p.actor.name for p in minutes.positions(Filter(stance="support", layer="machine"))] == ["Norland"]
    counts = {a.name: (a.statements, a.positions) for a in minutes.actors()}
    assert counts == {"Norland": (0, 0), "Sudmark": (2, 2)}


def test_every_field_of_a_part_is_amended(minutes: Minutes):
    article = minutes.add(meeting("accepted")).id
    amend(minutes, "participation", article, "M1", meeting="the harbour talks", actor="Sudmark", role="observer",
          status="declined", according_to="Norland", made="2026-03-01")  # fmt: skip
    (found,) = [m for m in minutes.meetings() if m.parts]
    (part,) = found.parts
    assert part.according_to is not None
    told = (found.name, part.actor.name, part.role, part.status, part.according_to.name, part.made)
    assert told == ("the harbour talks", "Sudmark", "observer", "declined", "Norland", "2026-03-01")


def test_a_meeting_keeps_its_ruled_name_day_and_place(minutes: Minutes):
    minutes.add(meeting("accepted"))
    (found,) = minutes.meetings()
    ruling = amend(minutes, "meeting", None, found.number, name="Talks of Bergen", date="2026-06-02", place="Bergen")
    minutes.add(meeting("declined", publisher="Courier"))
    minutes.add(meeting("invited", publisher="Herald"))
    (found,) = minutes.meetings()
    assert (found.name, found.date, found.place, found.articles) == ("Talks of Bergen", "2026-06-02", "Bergen", 3)
    minutes.undo(ruling, by="ann")
    (found,) = minutes.meetings()
    assert (found.name, found.date, found.place) == ("the ferry fee talks", "2026-06-01", "Oslo")


def test_an_actor_keeps_its_ruled_name_kind_and_country(minutes: Minutes, article: str):
    sudmark = number(minutes, "Sudmark")
    ruling = amend(minutes, "actor", None, sudmark, name="Südmark", kind="organisation", country="DE")
    read_again(minutes)
    minutes.add(record("Sudmark pays now.", "Sudmark pays", actor=quarrel().actors[1]))
    (found,) = minutes.actors(Filter(by="südmark"))
    assert (found.name, found.kind, found.country, found.articles) == ("Südmark", "organisation", "DE", 2)
    assert {p.actor.name for p in minutes.positions(Filter(country="DE"))} == {"Südmark"}
    minutes.undo(ruling, by="ann")
    (found,) = minutes.actors(Filter(by="Sudmark"))
    assert (found.name, found.kind, found.country) == ("Sudmark", "state", "SM")


def test_a_question_is_found_by_its_ruled_label(minutes: Minutes, article: str):
    (question,) = minutes.questions()
    amend(minutes, "question", None, question.number, label="the crossing charge")
    assert [q.name for q in minutes.questions(Filter(on="crossing"))] == ["the crossing charge"]
    read_again(minutes)
    assert {p.question.name for p in minutes.positions(Filter(on="toll"))} == {"the crossing charge"}


def test_the_offices_of_an_actor_are_amended_and_stay(minutes: Minutes, article: str):
    ruling = amend(minutes, "office", article, "A3", offices=[{"title": "mediator", "of": "Norland"}])
    read_again(minutes)
    assert _offices(minutes) == {"Norland": [], "Sudmark": [("mediator", "A1")]}
    minutes.undo(ruling, by="ann")
    assert _offices(minutes) == {"Norland": [], "Sudmark": []}


def _offices(minutes: Minutes) -> dict[str, list[tuple[str, str]]]:
    from sqlalchemy import select

    from verbale.minutes import tables

    j = tables.joins.c
    with minutes.database.reading() as connection:
        rows = connection.execute(select(j.name, j.details).where(j.kind == "actor")).all()
    return {name: [(o["title"], o["of"]) for o in details["offices"]] for name, details in rows}


def test_an_accepted_value_stays_when_a_newer_model_no_longer_reads_it(minutes: Minutes):
    text = "Norland will not pay, Lena Okafor said. The sea was calm."
    article = minutes.add(record(text, "Norland will not pay")).id
    minutes.rule("statement", article, "S1", "accept", by="ann")
    minutes.rule("position", article, "P1", "accept", by="ann")
    minutes.add(record(text, "The sea was calm", label="the calm sea", stance="support", reader=NEWER))
    assert ("Norland", "Norland will not pay") in words(minutes)
    (kept,) = [p for p in minutes.positions() if p.question.name == "the higher ferry fee"]
    assert (kept.stance, [p.words for p in kept.evidence]) == ("oppose", ["Norland will not pay"])
    assert [p.question.name for p in minutes.positions(Filter(layer="machine"))] == ["the calm sea"]


def test_an_accepted_value_stays_when_a_newer_model_changes_it(minutes: Minutes):
    article = minutes.add(record()).id
    minutes.rule("position", article, "P1", "accept", by="ann")
    minutes.add(record(stance="support", reader=NEWER))
    assert [p.stance for p in minutes.positions()] == ["oppose"]
    assert [p.stance for p in minutes.positions(Filter(layer="machine"))] == ["support"]


def test_a_ruling_finds_its_position_under_another_wording_of_the_question(minutes: Minutes):
    article = minutes.add(record()).id
    minutes.rule("position", article, "P1", "reject", by="ann")
    minutes.add(record(label="a higher ferry fee", reader=NEWER))
    assert not minutes.positions()


def test_a_name_that_several_bear_must_be_told_by_its_number(minutes: Minutes, article: str):
    other = minutes.add(record()).id
    minutes.split("actor", number(minutes, "Norland"), [other], by="ann")
    third = minutes.add(record("The sea was calm.", "The sea was calm", actor=quarrel().actors[1])).id
    with pytest.raises(BadRuling, match="several"):
        amend(minutes, "statement", third, "S1", speaker="Norland")


def test_actors_and_evidence_that_are_not_there_are_told(minutes: Minutes, article: str):
    for values in ({"actor": 999}, {"evidence": ["S77"]}):
        with pytest.raises(NoSuchValue):
            amend(minutes, "position", article, "P1", **values)
    with pytest.raises(NoSuchValue):
        amend(minutes, "actor", None, 999, name="Nobody")


def test_a_merger_takes_what_people_have_said_along(minutes: Minutes, article: str):
    add(minutes, "statement", article, content=ENVOY[1], speaker=ENVOY[0], addressees=["Norland"])
    mara, norland = number(minutes, "Mara Lind"), number(minutes, "Norland")
    ruling = minutes.merge("actor", norland, mara, by="ann")
    assert ("Norland", ENVOY[1]) in words(minutes)
    minutes.undo(ruling, by="ann")
    assert ENVOY in words(minutes)


def test_why_an_article_is_joined_is_told(minutes: Minutes, article: str):
    minutes.add(record("Sudmark pays now.", "Sudmark pays", actor=quarrel().actors[1]))
    joins = minutes.joins("actor", number(minutes, "Sudmark"))
    assert [(j.name, j.reason) for j in joins] == [("Sudmark", "first seen here"), ("Sudmark", "same state")]


def test_an_id_of_the_record_means_the_one_that_has_it_there(minutes: Minutes, article: str):
    amend(minutes, "statement", article, "S1", speaker="A3")
    assert ("Sudmark", "Norland pays") in words(minutes)
    amend(minutes, "position", article, "P1", question="Q1", actor="A3")
    with pytest.raises(NoSuchValue, match="the article has no actor A9"):
        amend(minutes, "statement", article, "S1", speaker="A9")


def test_what_nobody_is_called_is_made_only_where_it_may_be(minutes: Minutes, article: str):
    before = len(minutes.actors())
    with pytest.raises(NoSuchValue, match="no actor is called 'Nobody Known'"):
        minutes.rule("statement", article, "S1", "amend", by="ann", values={"speaker": "Nobody Known"}, new=False)
    assert (len(minutes.actors()), minutes.rulings()) == (before, [])
    minutes.rule("statement", article, "S1", "amend", by="ann", values={"speaker": "Sudmark"}, new=False)
    assert ("Sudmark", "Norland pays") in words(minutes)
