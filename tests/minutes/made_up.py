"""Records about invented people, written by hand: small ones for one behaviour each."""

from __future__ import annotations

from typing import Any

from verbale.record import (
    Actor,
    Article,
    Conflict,
    Event,
    Made,
    Meeting,
    Participation,
    Position,
    Question,
    Reader,
    Record,
    Span,
    Statement,
)

READER = Reader("1.0", "model-a")
NORLAND = Actor("A1", "Norland", "state", "NO")
OKAFOR = Actor("A2", "Lena Okafor", "person", "NO")


def article(text: str, **about: Any) -> Article:
    return Article(text=text, **{"published": "2026-03-04", "publisher": "Gazette", "language": "en"} | about)


def said(text: str, words: str, number: int = 1, speaker: str | None = "A1", **more: Any) -> Statement:
    """The statement whose content is these words of the text."""
    at = text.index(words)
    return Statement(id=f"S{number}", speaker=speaker, quotation="direct", content=(Span(at, at + len(words)),), **more)


def record(
    text: str = "Norland will not pay, Lena Okafor said.", words: str = "Norland will not pay", *,
    stance: str = "oppose", label: str = "the higher ferry fee", actor: Actor = NORLAND, reader: Reader = READER,
    day: str | None = None, **about: Any,
) -> Record:  # fmt: skip
    """One actor's statement and position on one question."""
    made = Made(day) if day else None
    return Record(
        reader=reader, article=article(text, **about), actors=(actor, OKAFOR),
        statements=(said(text, words, speaker=actor.id, made=made),),
        questions=(Question("Q1", label),),
        positions=(Position("P1", actor.id, "Q1", stance, None, ("S1",), 0.8),),  # type: ignore[arg-type]
    )  # fmt: skip


def meeting(status: str, day: str = "2026-06-01", **about: Any) -> Record:
    """An account of Norland's part in the fee talks."""
    text = f"Norland has {status} at the fee talks, the host said. " + str(about.get("publisher", ""))
    part = Participation("A1", "invitee", status, None, (), ("S1",))  # type: ignore[arg-type]
    return Record(
        reader=READER, article=article(text, **about), actors=(NORLAND,),
        statements=(said(text, f"Norland has {status}"),),
        meetings=(Meeting("M1", "the ferry fee talks", day, "Oslo", participation=(part,)),),
    )  # fmt: skip


def quarrel() -> Record:
    """Two actors on opposite sides, and a deed."""
    text = "Norland pays. Sudmark refuses to pay. Sudmark expelled the envoy."
    sudmark = Actor("A3", "Sudmark", "state", "SM")
    return Record(
        reader=READER, article=article(text), actors=(NORLAND, sudmark),
        statements=(said(text, "Norland pays"), said(text, "Sudmark refuses to pay", 2, "A3")),
        questions=(Question("Q1", "the bridge toll", ("A1",)),),
        positions=(Position("P1", "A1", "Q1", "support", None, ("S1",), 0.9),
                   Position("P2", "A3", "Q1", "oppose", None, ("S2",), 0.7)),
        events=(Event("E1", "SANCTION", "expel", ("A3",), ("A1",), None, (Span(38, 64),)),),
        conflicts=(Conflict("C1", "position", ("A1", "A3"), "Q1", (("S1",), ("S2",))),),
    )  # fmt: skip
