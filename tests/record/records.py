"""Records for tests: one that is filled in everywhere, and a strategy for sound ones of any kind."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from verbale.record import (
    Act,
    Actor,
    Article,
    Conflict,
    Event,
    Kind,
    Made,
    Meeting,
    Note,
    Office,
    Participation,
    Position,
    Question,
    Quotation,
    Reader,
    Record,
    Role,
    Span,
    Stance,
    Statement,
    Status,
)

TEXT = "“We reject the plan,” said Oskar Brandt, Norland's trade minister.\r\nSouthmark did not sign. 🕊"


def find(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def full_record() -> Record:
    """Every list has a value, and every field that may be null is filled somewhere."""
    office = Office("trade minister", "A2", (find("trade minister"),))
    statement = Statement(
        id="S1",
        speaker="A1",
        cospeakers=("A2",),
        quotation="direct",
        source=(find("Oskar Brandt"),),
        cue=(find("said"),),
        content=(find("We reject the plan"),),
        via=("A3",),
        addressees=("A3",),
        occasion=find("the plan"),
        made=Made("2026-03-04", find("did")),
        cites=("A2",),
        not_confirmed_by=("A3",),
        confidence=0.9,
    )
    return Record(
        reader=Reader("0.1.0", "test"),
        article=Article(
            text=TEXT,
            url="https://news.example/1",
            headline="No",
            publisher="Gazette",
            published="2026-03-04",
            language="en",
        ),
        actors=(
            Actor("A1", "Oskar Brandt", "person", "NO", (office,), "Q1", (find("Oskar Brandt"),)),
            Actor("A2", "Norland", "state", mentions=(find("Norland"),)),
            Actor("A3", "Southmark", "state", mentions=(find("Southmark"),)),
        ),
        statements=(statement, Statement(id="S2", content=(find("the plan"),), inside="S1")),
        questions=(Question("Q1", "the plan", ("A2", "M1")),),
        positions=(Position("P1", "A2", "Q1", "conditional", "if it rains", ("S1", "E1"), 0.5),),
        meetings=(
            Meeting(
                "M1",
                "talks",
                "2026-03",
                "Norland City",
                "planned",
                (find("the plan"),),
                (Participation("A3", "party", "not invited", "A2", ("A1",), ("S1",)),),
            ),
        ),
        events=(
            Event("E1", "REJECT", "refuse", ("A3",), ("A2",), Made("2026"), (find("did not sign"),), ("S1",)),
        ),
        conflicts=(Conflict("C1", "position", ("A2", "A3"), "Q1", (("S1",), ("E1", "S2"))),),
        boilerplate=(find("🕊"),),
        notes=(Note("unknown-sign", find("🕊"), "A dove."), Note("short", None, "Hardly an article.")),
    )


def literal(hint: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(hint))


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Sound records over arbitrary texts."""
    text = draw(st.text(min_size=1, max_size=60))
    actor_ids = draw(st.lists(st.integers(1, 9).map("A{}".format), max_size=4, unique=True))
    known = st.sampled_from(actor_ids) if actor_ids else st.nothing()
    some = st.lists(known, max_size=3).map(tuple) if actor_ids else st.just(())
    maybe = st.none() | known
    span = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 20)).map(
        lambda pair: Span(pair[0], min(len(text), sum(pair)))
    )
    spans = st.lists(span, max_size=3).map(tuple)
    made = st.builds(Made, st.sampled_from(["2026", "2026-02", "2026-W07", "2026-02-28"]), st.none() | span)
    office = st.builds(Office, st.text(), maybe, spans)
    offices = st.lists(office, max_size=2).map(tuple)
    actors = tuple(
        draw(
            st.builds(
                Actor,
                st.just(name),
                st.text(),
                literal(Kind),
                st.none() | st.text(),
                offices,
                st.none() | st.text(),
                spans,
            )
        )
        for name in actor_ids
    )
    statements: list[Statement] = []
    for number in range(draw(st.integers(0, 3))):
        outer = st.sampled_from([s.id for s in statements]) if statements else st.nothing()
        statements.append(
            draw(
                st.builds(
                    Statement,
                    id=st.just(f"S{number}"),
                    speaker=maybe,
                    cospeakers=some,
                    quotation=literal(Quotation),
                    act=literal(Act),
                    denied=st.booleans(),
                    source=spans,
                    cue=spans,
                    content=st.lists(span, min_size=1, max_size=3).map(tuple),
                    via=some,
                    addressees=some,
                    occasion=st.none() | span,
                    made=st.none() | made,
                    cites=some,
                    inside=st.none() | outer,
                    not_confirmed_by=some,
                    anonymous=st.booleans(),
                    confidence=st.floats(0, 1),
                )
            )
        )
    participation = st.builds(Participation, known, literal(Role), literal(Status), maybe, some)
    positions = st.builds(
        Position, st.just("P1"), known, st.just("Q1"), literal(Stance), st.none() | st.text()
    )
    return Record(
        reader=draw(st.builds(Reader, st.text(), st.text())),
        article=Article(text=text, headline=draw(st.none() | st.text())),
        actors=actors,
        statements=tuple(statements),
        questions=(Question("Q1", draw(st.text()), draw(some)),),
        positions=(draw(positions),) if actor_ids else (),
        meetings=(Meeting("M1", "talks", participation=(draw(participation),)),) if actor_ids else (),
        boilerplate=draw(spans),
        notes=tuple(draw(st.lists(st.builds(Note, st.text(), st.none() | span, st.text()), max_size=2))),
    )
