"""Asking the minutes, in both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.minutes.made_up import NORLAND, OKAFOR, meeting, quarrel, record
from verbale.errors import BadQuery, NoSuchValue
from verbale.minutes import Minutes
from verbale.minutes.answers import Filter
from verbale.minutes.asking import cursor
from verbale.record import Actor, Reader, Span


@pytest.fixture
def filled(minutes: Minutes) -> Minutes:
    minutes.add(record())
    minutes.add(record("Norland will pay after all, she said.", "Norland will pay", stance="support",
                       label="a higher ferry fee", published="2026-04-10", publisher="Courier"))  # fmt: skip
    minutes.add(quarrel())
    return minutes


def test_where_an_actor_stands_on_a_question_is_answered_with_its_evidence(filled: Minutes):
    found = filled.positions(Filter(by="Norland", on="ferry fee"))
    assert [(p.stance, p.made) for p in found] == [("support", "2026-04-10"), ("oppose", "2026-03-04")]
    (proof,) = found[0].evidence
    assert (proof.id, proof.words, proof.spans) == ("S1", "Norland will pay", ((0, 16),))


@pytest.mark.parametrize("name", ["norland", "NO", "NORLAND", "Nor"])
def test_an_actor_is_found_by_name_code_and_part_of_the_name(filled: Minutes, name: str):
    assert {p.actor.name for p in filled.positions(Filter(by=name))} == {"Norland"}


def test_a_question_is_found_by_the_words_of_all_its_wordings(filled: Minutes):
    assert len(filled.positions(Filter(on="higher fee"))) == 2
    assert len(filled.positions(Filter(on="toll"))) == 2


def test_a_question_is_found_by_whom_it_is_about(filled: Minutes):
    assert {p.question.name for p in filled.positions(Filter(on="Norland"))} == {"the bridge toll"}


def test_nothing_of_that_name_is_an_error_and_not_an_empty_answer(filled: Minutes):
    for asked in (Filter(by="Atlantis"), Filter(on="whale hunting"), Filter(by="9999"), Filter(on="")):
        with pytest.raises(NoSuchValue):
            filled.positions(asked)
    with pytest.raises(NoSuchValue):
        filled.meetings(Filter(meeting="no such talks"))


@pytest.mark.parametrize(("since", "until", "count"), [
    ("2026-04-01", None, 1), (None, "2026-03-31", 3), ("2026-03", "2026-03", 3), ("2026", None, 4), ("2027", None, 0),
])  # fmt: skip
def test_days_narrow_as_coarsely_as_they_are_given(filled: Minutes, since: str, until: str, count: int):
    assert len(filled.positions(Filter(since=since, until=until))) == count


def test_a_day_that_is_told_coarsely_is_within_its_month(minutes: Minutes):
    minutes.add(record(day="2026-03"))
    assert len(minutes.positions(Filter(since="2026-03-15"))) == 1
    assert not minutes.positions(Filter(since="2026-04-01"))


@pytest.mark.parametrize("wrong", [{"since": "soon"}, {"until": "03/04/2026"}, {"limit": 0}, {"limit": 10**6}])
def test_a_filter_that_makes_no_sense_is_refused(wrong: dict[str, object]):
    with pytest.raises(BadQuery):
        Filter(**wrong)  # type: ignore[arg-type]


def test_a_foreign_cursor_is_refused(filled: Minutes):
    with pytest.raises(BadQuery, match="cursor"):
        filled.positions(Filter(after="x'; DROP TABLE articles"))


def test_pages_follow_each_other_without_gap_or_overlap(filled: Minutes):
    whole = [p.number for p in filled.positions()]
    paged, after = [], None
    while page := filled.positions(Filter(limit=1, after=after)):
        paged += [p.number for p in page]
        after = cursor(page[-1])
    assert paged == whole


def test_statements_are_narrowed_by_who_what_and_where(filled: Minutes):
    assert [s.words for s in filled.statements(Filter(by="Sudmark"))] == ["Sudmark refuses to pay"]
    assert {s.words for s in filled.statements(Filter(on="toll"))} == {"Norland pays", "Sudmark refuses to pay"}
    assert [s.article.publisher for s in filled.statements(Filter(publisher="courier"))] == ["Courier"]
    assert len(filled.statements(Filter(country="no"))) == 3
    assert not filled.statements(Filter(quotation="mixed"))


def test_a_change_is_found_between_articles(filled: Minutes):
    (change,) = filled.changes()
    assert (change.actor.name, change.before.stance, change.after.stance) == ("Norland", "oppose", "support")
    assert not filled.changes(Filter(since="2026-05-01"))


def test_conflicts_come_with_the_proof_of_both_sides(filled: Minutes):
    (conflict,) = filled.conflicts()
    assert [side[0].words for side in conflict.evidence] == ["Norland pays", "Sudmark refuses to pay"]


def test_one_meeting_in_two_articles_has_one_ledger(minutes: Minutes):
    minutes.add(meeting("accepted", publisher="Gazette"))
    minutes.add(meeting("not invited", publisher="Courier"))
    (found,) = minutes.meetings()
    assert {p.status for p in found.parts} == {"accepted", "not invited"}
    (clash,) = minutes.clashes()
    assert {clash.first.status, clash.second.status} == {"accepted", "not invited"}


def test_the_same_name_in_a_week_of_that_month_is_the_same_meeting(minutes: Minutes):
    for n, day in enumerate(("2026-03", "2026-W12", "2026-03-18")):
        minutes.add(meeting("accepted", day, publisher=f"Courier {n}"))
    assert [m.articles for m in minutes.meetings()] == [3]


def test_the_same_name_on_another_day_is_another_meeting(minutes: Minutes):
    minutes.add(meeting("accepted", "2026-06-01"))
    minutes.add(meeting("declined", "2026-09-01", publisher="Courier"))
    assert len(minutes.meetings()) == 2
    assert not minutes.clashes()


def test_a_minister_under_several_spellings_is_one_actor(minutes: Minutes):
    for n, name in enumerate(["Lena Okafor", "Okafor", "Léna Okafor", "Lena M. Okafor"]):
        actor = Actor("A1", name, "person", "NO")
        minutes.add(record(f"Part {n}. No ferry, said the minister.", "No ferry", actor=actor))
    found = [a for a in minutes.actors() if a.kind == "person" and a.statements]
    assert [(a.name, a.statements) for a in found] == [("Lena M. Okafor", 4)]


def test_two_people_of_one_surname_stay_apart(minutes: Minutes):
    for name in ("Lena Okafor", "Chidi Okafor"):
        minutes.add(record(f"No ferry, said {name}.", "No ferry", actor=Actor("A1", name, "person", "NG")))
    assert {a.name for a in minutes.actors() if a.statements} == {"Lena Okafor", "Chidi Okafor"}


def test_unnamed_speakers_are_never_joined(minutes: Minutes):
    for n in range(2):
        minutes.add(record(f"No ferry {n}, an official said.", "No ferry", actor=Actor("A1", "an official", "unnamed")))
    assert "an official" not in {a.name for a in minutes.actors()}
    assert len({s.speaker.number for s in minutes.statements() if s.speaker}) == 2


def test_actors_are_counted(filled: Minutes):
    first = filled.actors(Filter(limit=1))[0]
    assert (first.name, first.articles, first.statements, first.positions) == (NORLAND.name, 3, 3, 3)
    assert OKAFOR.name in {a.name for a in filled.actors()}


def test_evidence_is_in_the_articles_words_whether_said_or_done(minutes: Minutes):
    quarrelling = quarrel()
    held = replace(quarrelling.positions[1], evidence=("E1",))
    minutes.add(replace(quarrelling, positions=(held,)))
    (found,) = minutes.positions()
    assert [(proof.id, proof.words) for proof in found.evidence] == [("E1", "Sudmark expelled the envoy")]


WIRE = " ".join(f"The ferry to island {n} sails at {n} and not before." for n in range(12))


def counts(minutes: Minutes, name: str) -> tuple[int, int, int]:
    (listed,) = [a for a in minutes.actors() if a.name == name]
    assert listed == minutes.known(listed.number)
    return listed.articles, listed.statements, listed.positions


def test_a_reprint_does_not_count_twice_for_its_actors(minutes: Minutes):
    text = f"Norland will not pay. {WIRE}"
    minutes.add(record(text, publisher="Gazette"))
    assert minutes.add(record(f"{text} More follows.", publisher="Courier")).copy_of is not None
    assert counts(minutes, "Norland") == (1, 1, 1)
    assert minutes.called("actor", 1) == (("Norland", 1),)
    assert [q.positions for q in minutes.questions()] == [1]
    earlier = record(f"{text} By our staff.", publisher="Wire", published="2026-03-01")
    minutes.add(earlier)  # from now on the first appearance
    assert counts(minutes, "Norland") == (1, 1, 1)


def test_who_is_in_reprints_alone_is_known_still(minutes: Minutes):
    minutes.add(record(f"Norland will not pay. {WIRE}"))
    agency = Actor("A1", "Coast Agency", "organisation")
    minutes.add(record(f"Norland will not pay. {WIRE}", actor=agency, publisher="Courier"))
    assert counts(minutes, "Coast Agency") == (0, 0, 0)


def test_counts_follow_rulings_and_new_readings(minutes: Minutes):
    name = minutes.add(quarrel()).id
    rejected = minutes.rule("statement", name, "S2", "reject", by="ann")
    assert counts(minutes, "Sudmark") == (1, 0, 1)
    minutes.rule("position", name, "P2", "amend", by="ann", values={"actor": "Norland"})
    assert counts(minutes, "Sudmark") == (1, 0, 0)
    assert counts(minutes, "Norland") == (1, 1, 2)
    minutes.add(replace(quarrel(), reader=Reader("2", "b")))
    assert counts(minutes, "Norland") == (1, 1, 2)
    minutes.undo(rejected, by="ann")
    assert counts(minutes, "Sudmark") == (1, 1, 0)


def test_days_leave_out_what_has_none_and_it_can_be_asked_how_much(filled: Minutes):
    assert filled.undated() == 0
    filled.add(record("Norland will not pay the toll.", published=None, publisher="Courier"))
    assert (filled.undated(), filled.undated(Filter(by="Norland"))) == (1, 1)
    assert filled.undated(Filter(by="Sudmark")) == 0
    assert filled.undated(Filter(publisher="Gazette")) == 0


def test_an_actor_is_found_by_what_articles_call_it_in_passing(minutes: Minutes):
    """As a state is called by its capital."""
    text = "Norland will not pay, said Halvik. Sudmark asked Halvik twice. In Torvik nobody was asked."
    at = [text.index("Halvik"), text.rindex("Halvik")]
    told = record(text)
    norland = replace(told.actors[0], mentions=(Span(0, 7), *(Span(n, n + 6) for n in at)))
    minutes.add(replace(told, actors=(norland, *told.actors[1:])))
    assert {p.actor.name for p in minutes.positions(Filter(by="halvik"))} == {"Norland"}
    assert [a.name for a in minutes.actors(Filter(by="Halvik"))] == ["Norland"]
    for nobody in ("Torvik", "of the", "“"):
        with pytest.raises(NoSuchValue, match="no actor is called"):
            minutes.positions(Filter(by=nobody))


def test_a_week_or_month_that_is_over_is_not_ahead(minutes: Minutes):
    days = ["2026-W12", "2026-03", "2026", "2026-11-25", "2026-11-26", "2026-12", "2025-12-31", "2026-W48"]
    for n, day in enumerate(days):
        told = meeting("accepted", day, publisher=f"Courier {n}")
        minutes.add(replace(told, meetings=(replace(told.meetings[0], name=f"the {'abcdefgh'[n] * 4} talks"),)))
    assert [m.date for m in minutes.ahead("2026-11-25")] == ["2026-11-25", "2026-11-26", "2026-W48", "2026", "2026-12"]
