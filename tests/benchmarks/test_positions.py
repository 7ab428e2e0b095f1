from __future__ import annotations

from typing import Any

import yaml

from benchmarks.answers import Answers
from benchmarks.positions import Check, Tally
from verbale.record import (
    Actor,
    Article,
    Conflict,
    Meeting,
    Participation,
    Position,
    Question,
    Reader,
    Record,
    Span,
    Statement,
)

TEXT = "“We reject the pay offer,” Lena Okafor of the Harbour Union said. The Port Board welcomed it."
ASKED: dict[str, Any] = yaml.safe_load("""
questions: [{id: q1, label: the pay offer}]
positions:
  - {actor: Lena Okafor, question: q1, stance: oppose, evidence: ["We reject the pay offer"]}
  - {actor: Port Board, question: q1, stance: support, evidence: ["welcomed it"]}
  - {actor: Harbour Union, question: q1, stance: oppose, evidence: [], optional: true}
meetings:
  - name: pay talks
    participation: [{actor: Port Board, role: host, status: offered, according_to: null}]
conflicts: [{kind: position, between: [Lena Okafor, Port Board], question: q1}]
""")


def record(*positions: Position, **more: Any) -> Record:
    return Record(
        reader=Reader("0", "m"), article=Article(text=TEXT),
        actors=(Actor("A1", "Lena Okafor", "person"), Actor("A2", "Port Board", "organisation"),
                Actor("A3", "Harbour Union", "organisation")),
        statements=(Statement(id="S1", speaker="A1", content=(Span(1, 24),)),),
        questions=(Question("Q1", "pay offer"), Question("Q2", "the weather")), positions=positions, **more,
    )  # fmt: skip


def tally(given: Record) -> Tally:
    return Check(Answers("pay", TEXT, ASKED), given).run()


def of(given: Record, part: str) -> tuple[int, int, int]:
    counts = tally(given).counts[part]
    return counts.right, counts.given, counts.wanted


OPPOSES = Position("P1", "A1", "Q1", "oppose", None, ("S1",), 0.9)
SUPPORTS = Position("P2", "A2", "Q1", "support", None, (), 0.9)


def test_actor_stance_and_question_must_be_right() -> None:
    assert of(record(OPPOSES, SUPPORTS), "positions") == (2, 2, 2)


def test_the_wrong_stance_or_question_counts_against_precision_and_recall() -> None:
    other = Position("P1", "A1", "Q1", "support", None, ("S1",), 0.9)
    elsewhere = Position("P2", "A2", "Q2", "support", None, (), 0.9)
    assert of(record(other), "positions") == (0, 1, 2)
    assert of(record(elsewhere), "positions") == (0, 1, 2)


def test_the_words_of_the_evidence_tell_the_question_too() -> None:
    told = Position("P1", "A1", "Q2", "oppose", None, ("S1",), 0.9)
    assert of(record(told), "positions") == (1, 1, 2)


def test_what_is_optional_counts_neither_way() -> None:
    union = Position("P3", "A3", "Q1", "oppose", None, ("S1",), 0.9)
    assert of(record(union), "positions") == (0, 0, 2)


def test_saying_the_right_thing_twice_is_no_gain() -> None:
    again = Position("P4", "A1", "Q1", "oppose", None, ("S1",), 0.5)
    assert of(record(OPPOSES, again), "positions") == (1, 1, 2)


def test_participation_and_conflicts_are_held_against_theirs() -> None:
    part = Participation("A2", "host", "offered", None)
    talks = (Meeting("M1", "the pay talks", participation=(part,)),)
    clash = (Conflict("C1", "position", ("A1", "A2"), "Q1"), Conflict("C2", "change", ("A1", "A1"), "Q1"))
    given = record(meetings=talks, conflicts=clash)
    assert of(given, "participation") == (1, 1, 1)
    assert of(given, "conflicts") == (1, 2, 1)
    assert of(given, "meetings") == (1, 1, 1)
