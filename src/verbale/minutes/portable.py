"""A value of one article as rulings say it (`fields.FIELDS`), and back as a row of its table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, insert, select

from . import tables

Said = dict[str, Any]
VALUES: dict[str, Table] = {
    "statement": tables.statements, "position": tables.positions, "participation": tables.participation,
    "event": tables.events, "conflict": tables.conflicts,
}  # fmt: skip
HOMES: dict[str, Table] = {"actor": tables.actors, "question": tables.questions, "meeting": tables.meetings}
_PLACE = re.compile(r"\d{1,9}-\d{1,9}( \d{1,9}-\d{1,9})*")
_SIDES = ("source", "target")
LAST = 2**31 - 1  # the highest number that a table may have
HALF = 0.5  # of the characters of either, from which on two places are one value's


def is_place(evidence: str) -> bool:
    """Whether evidence is no id but a place in the text itself, `10-25 40-60`."""
    return bool(_PLACE.fullmatch(evidence))


def place(spans: Iterable[Sequence[int]]) -> str:
    """Spans as an anchor or as evidence: `10-25 40-60`."""
    return " ".join(f"{start}-{end}" for start, end in spans)


def spans_of(told: str) -> list[list[int]]:
    return [[int(at) for at in each.split("-")] for each in told.split()]


def overlap(one: str, other: str) -> float:
    """Characters in common over characters of either, of two anchors such as `10-25 40-60`; 0 where one is none."""
    a, b = _characters(one), _characters(other)
    return len(a & b) / len(a | b) if a and b else 0.0


def _characters(anchor: str) -> set[int]:
    return {n for start, end in spans_of(anchor) for n in range(start, end)} if is_place(anchor) else set()


def is_number(number: int) -> bool:
    """Whether it is one that a row may have; others are not even asked for, since a database may refuse them."""
    return 0 < number <= LAST


def bounded(number: int) -> int:
    """The nearest number that can be compared with those of rows."""
    return max(0, min(number, LAST))


def followed(connection: Connection, kind: str, number: int | None) -> int | None:
    """The actor, question or meeting that this number stands for after mergers."""
    c = HOMES[kind].c
    while number is not None and is_number(number):
        merged = connection.execute(select(c.merged_into).where(c.number == number)).scalar()
        if merged is None:
            return number
        number = int(merged)
    return None


@dataclass(slots=True)
class Place:
    """What is needed of an article to say its values: its text, and what its ids and anchors stand for."""

    connection: Connection
    article: int
    text: str
    homes: dict[str, int]  # actors by their ids in the record
    anchors: dict[str, str]  # of statements and events, by their ids
    new: bool = True  # whether actors, questions and meetings that nobody has named yet may be made

    @classmethod
    def of(cls, connection: Connection, article: int) -> Place:
        a, j = tables.articles.c, tables.joins.c
        text = connection.execute(select(a.text).where(a.number == article)).scalar_one()
        joined = select(j.local, j.home).where(j.article == article, j.kind == "actor")
        anchors: dict[str, str] = {}
        for table in (tables.statements, tables.events):
            own = select(table.c.local, table.c.anchor).where(table.c.article == article)
            anchors |= dict(connection.execute(own).all())
        return cls(connection, article, text, dict(connection.execute(joined).all()), anchors)

    def said(self, kind: str, row: Row[Any]) -> Said:
        """A row as rulings say it."""
        return _SAID[kind](self, row)

    def insert(self, kind: str, local: str, anchor: str, said: Mapping[str, Any]) -> int:
        """Add a value as a row, with the actors that it is tied to; gives its number."""
        values = _ROW[kind](self, said) | {"article": self.article, "local": local, "anchor": anchor}
        key = self.connection.execute(insert(VALUES[kind]).values(values)).inserted_primary_key
        number = int(key[0])  # type: ignore[index]
        self._tie(kind, number, said)
        return number

    def _tie(self, kind: str, number: int, said: Mapping[str, Any]) -> None:
        if kind == "statement":
            ids = dict.fromkeys(self.home("actor", n) for n in (said["speaker"], *said["cospeakers"]) if n is not None)
            rows: list[dict[str, Any]] = [{"statement": number, "actor": n, "made": said["made"]} for n in ids]
            table = tables.speakers
        elif kind == "event":
            pairs = dict.fromkeys((side, self.home("actor", n)) for side in _SIDES for n in said[side])
            rows = [{"event": number, "actor": n, "side": side} for side, n in pairs]
            table = tables.event_actors
        else:
            return
        if rows:
            self.connection.execute(insert(table), rows)

    def home(self, kind: str, number: int | None) -> int | None:
        return followed(self.connection, kind, number)

    def local(self, number: int) -> str:
        """The id in this article of an actor of the minutes: its own, or the one that a ruling gives it."""
        home = self.home("actor", number)
        return next((local for local, joined in self.homes.items() if joined == home), f"R{home}")

    def number(self, local: str) -> int | None:
        """The actor of the minutes that an id in this article stands for."""
        return self.homes.get(local) or (int(local[1:]) if local.startswith("R") else None)

    def anchored(self, evidence: Iterable[str]) -> list[str]:
        """Evidence by anchors, for ids or anchors."""
        return [self.anchors.get(each, each) for each in evidence]

    def located(self, evidence: Iterable[str]) -> list[str]:
        """Evidence by ids, for anchors; what no statement or event has any more stays a place in the text."""
        found: list[str] = []
        for each in evidence:
            exact = [local for local, anchor in self.anchors.items() if anchor == each]
            near = max(self.anchors.items(), key=lambda item: overlap(each, item[1]), default=("", ""))
            found.append(exact[0] if exact else near[0] if overlap(each, near[1]) >= HALF else each)
        return found


def _statement(at: Place, row: Row[Any]) -> Said:
    c = tables.speakers.c
    speakers = at.connection.scalars(select(c.actor).where(c.statement == row.number))
    numbers = {
        name: [n for local in row.details.get(name, ()) if (n := at.number(local)) is not None]
        for name in ("via", "addressees")
    }
    roles: Said = {role: row.spans.get(role, []) for role in ("content", "source", "cue")}
    return roles | numbers | {
        "speaker": row.speaker, "cospeakers": sorted(n for n in speakers if n != row.speaker),
        "quotation": row.quotation, "act": row.act, "denied": row.denied, "anonymous": row.anonymous, "made": row.made,
    }  # fmt: skip


def _statement_row(at: Place, said: Mapping[str, Any]) -> dict[str, Any]:
    details = {name: [at.local(n) for n in said[name]] for name in ("via", "addressees")}
    return {
        "speaker": at.home("actor", said["speaker"]), "quotation": said["quotation"], "act": said["act"],
        "denied": said["denied"], "anonymous": said["anonymous"], "made": said["made"],
        "words": quoted(at.text, said["content"]), "confidence": 1.0,
        "spans": {role: said[role] for role in ("source", "cue", "content")},
        "details": {"occasion": None, "cites": [], "inside": None, "not_confirmed_by": []} | details,
    }  # fmt: skip


def quoted(text: str, spans: Iterable[Sequence[int]]) -> str:
    """The words of spans, an ellipsis where they are interrupted."""
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)


def _position(at: Place, row: Row[Any]) -> Said:
    own = {name: getattr(row, name) for name in ("actor", "question", "stance", "condition", "made")}
    return own | {"evidence": at.anchored(row.evidence)}


def _position_row(at: Place, said: Mapping[str, Any]) -> dict[str, Any]:
    return dict(said) | {
        "actor": at.home("actor", said["actor"]), "question": at.home("question", said["question"]),
        "evidence": at.located(said["evidence"]), "confidence": 1.0,
    }  # fmt: skip


def _part(at: Place, row: Row[Any]) -> Said:
    own = {name: getattr(row, name) for name in ("meeting", "actor", "role", "status", "according_to", "made")}
    return own | {"evidence": at.anchored(row.evidence)}


def _part_row(at: Place, said: Mapping[str, Any]) -> dict[str, Any]:
    return dict(said) | {
        "meeting": at.home("meeting", said["meeting"]), "actor": at.home("actor", said["actor"]),
        "according_to": at.home("actor", said["according_to"]), "evidence": at.located(said["evidence"]),
    }  # fmt: skip


def _event(at: Place, row: Row[Any]) -> Said:
    c = tables.event_actors.c
    tied = at.connection.execute(select(c.side, c.actor).where(c.event == row.number).order_by(c.actor)).all()
    sides = {side: [actor for s, actor in tied if s == side] for side in _SIDES}
    own: Said = {name: row._mapping[name] for name in ("class", "mode", "made", "spans")}
    return own | sides | {"evidence": at.anchored(row.evidence)}


def _event_row(at: Place, said: Mapping[str, Any]) -> dict[str, Any]:
    own = {name: said[name] for name in ("class", "mode", "made", "spans")}
    return own | {"evidence": at.located(said["evidence"]), "confidence": 1.0}


def _conflict(at: Place, row: Row[Any]) -> Said:
    own = {name: getattr(row, name) for name in ("kind", "first", "second", "question", "made")}
    return own | {"evidence": [at.anchored(side) for side in row.evidence]}


def _conflict_row(at: Place, said: Mapping[str, Any]) -> dict[str, Any]:
    return dict(said) | {
        "first": at.home("actor", said["first"]), "second": at.home("actor", said["second"]),
        "question": at.home("question", said["question"]), "evidence": [at.located(side) for side in said["evidence"]],
    }  # fmt: skip


_SAID: dict[str, Callable[[Place, Row[Any]], Said]] = {
    "statement": _statement, "position": _position, "participation": _part, "event": _event, "conflict": _conflict,
}  # fmt: skip
_ROW: dict[str, Callable[[Place, Mapping[str, Any]], dict[str, Any]]] = {
    "statement": _statement_row, "position": _position_row, "participation": _part_row, "event": _event_row,
    "conflict": _conflict_row,
}  # fmt: skip
