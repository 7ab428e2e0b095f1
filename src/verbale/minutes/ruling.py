"""Rulings: what reviewers accept, reject, amend, add, merge and split.

A ruling is a row of its own, with who, when and why, and is never changed: the database itself refuses. What the
machine read stays beside it. Of several reviewers' rulings on one value the adjudication goes first, else the latest.
Undo is another ruling.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, TypeVar

from sqlalchemy import Connection, Row, Table, delete, insert, select

from verbale.errors import BadRuling, NoSuchValue

from . import tables
from .asking import Asking
from .joining import plain
from .moving import merge, split, unmerge
from .verdicts import checked, outcome

Verdict = Literal["accept", "reject", "amend", "add", "merge", "split", "undo"]
Kind = Literal["statement", "position", "participation", "event", "conflict"]
Joined = Literal["actor", "question", "meeting"]
_T = TypeVar("_T")

VALUES: dict[str, Table] = {
    "statement": tables.statements, "position": tables.positions, "participation": tables.participation,
    "event": tables.events, "conflict": tables.conflicts,
}  # fmt: skip
# The fields of each kind that a reviewer may amend.
FIELDS: dict[str, tuple[str, ...]] = {
    "statement": ("speaker", "spans", "quotation", "act", "denied"),
    "position": ("stance", "condition"),
    "participation": ("role", "status"),
    "event": ("class", "mode"),
    "conflict": ("kind",),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruling as it stands in the minutes.

    Attributes:
        number: Counts all rulings in the order in which they were made.
        at: When, UTC.
        by: Who.
        verdict: accept, reject, amend, add, merge, split or undo.
        kind: What kind of value it is about.
        article: Id of the article, where the value is one article's.
        anchor: What names the value.
        values: What an amended or added value says; what was merged or split.
        machine: What the machine said.
        why: The reviewer's reason.
        final: Whether it settles a disagreement.
        undoes: The number of the ruling that it takes back.
    """

    number: int
    at: str
    by: str
    verdict: str
    kind: str
    article: str | None
    anchor: str
    values: dict[str, Any]
    machine: dict[str, Any]
    why: str | None
    final: bool
    undoes: int | None


class Ruling(Asking):
    """Ruling on values, and asking what was ruled. Everything that rules raises BadRuling for a ruling that makes no
    sense, NoSuchValue for a value that is gone, and returns the ruling's number."""

    def rule(
        self, kind: Kind, article: str, value: str, verdict: Literal["accept", "reject", "amend"], *, by: str,
        values: Mapping[str, Any] | None = None, why: str | None = None, final: bool = False,
    ) -> int:  # fmt: skip
        """Rule on a value of an article, named by its id in the record (S3) or its anchor."""

        def work(connection: Connection) -> int:
            number, text_length = _article(connection, article)
            row = _value(connection, kind, number, value)
            amended = checked(kind, verdict, values or {}, text_length)
            machine = {field: getattr(row, field) for field in FIELDS[kind]}
            made = {"verdict": verdict, "kind": kind, "article": number, "anchor": row.anchor, "values": amended,
                    "machine": machine, "why": why, "final": final}  # fmt: skip
            return self._kept(connection, by, made)

        return self._writing(work)

    def merge(self, kind: Joined, into: int, other: int, *, by: str, why: str | None = None) -> int:
        """Say that two actors, questions or meetings of the minutes, by their numbers, are one."""

        def work(connection: Connection) -> int:
            moved = merge(connection, kind, into, other)
            values = {"into": into, "from": other, "moved": moved}
            return self._kept(connection, by, _about(kind, "merge", f"{into} {other}", values, why))

        return self._writing(work)

    def split(self, kind: Joined, number: int, articles: list[str], *, by: str, why: str | None = None) -> int:
        """Say that what these articles call so is another actor, question or meeting than `number`."""

        def work(connection: Connection) -> int:
            own = [_article(connection, each)[0] for each in articles]
            new, moved = split(connection, kind, number, own)
            values = {"from": number, "into": new, "moved": moved}
            return self._kept(connection, by, _about(kind, "split", f"{number} {new}", values, why))

        return self._writing(work)

    def undo(self, number: int, *, by: str, why: str | None = None) -> int:
        """Take a ruling back, by another one."""

        def work(connection: Connection) -> int:
            r = tables.rulings
            row = connection.execute(select(r).where(r.c.number == number)).first()
            if row is None or row.verdict == "undo":
                raise NoSuchValue(f"there is no ruling {number} to take back")
            if connection.execute(select(r.c.number).where(r.c.undoes == number)).first():
                raise BadRuling(f"ruling {number} has been taken back already")
            if row.verdict in ("merge", "split"):
                unmerge(connection, row.kind, row.verdict, row.values)
            made = {"verdict": "undo", "kind": row.kind, "article": row.article, "anchor": row.anchor,
                    "values": {}, "machine": {}, "why": why, "final": False, "undoes": number}  # fmt: skip
            return self._kept(connection, by, made)

        return self._writing(work)

    def rulings(
        self, *, kind: str | None = None, article: str | None = None, by: str | None = None, value: str | None = None,
        before: int | None = None, limit: int = 100,
    ) -> list[Rule]:  # fmt: skip
        """Rulings, the latest first; `value` is an anchor, `before` the number that theirs must be smaller than."""
        r, a = tables.rulings, tables.articles
        query = select(r, a.c.id.label("article_id")).join(a, a.c.number == r.c.article, isouter=True)
        for column, wanted in ((r.c.kind, kind), (a.c.id, article), (r.c.by, by), (r.c.anchor, value)):
            query = query.where(column == wanted) if wanted is not None else query
        query = query.where(r.c.number < before) if before is not None else query
        with self.database.reading() as connection:
            rows = connection.execute(query.order_by(r.c.number.desc()).limit(limit)).all()
        return [_rule(row) for row in rows]

    def _writing(self, work: Callable[[Connection], _T]) -> _T:
        def whole() -> _T:
            with self.database.writing() as connection:
                return work(connection)

        return self.database.patiently(whole)

    def _kept(self, connection: Connection, by: str, made: dict[str, Any]) -> int:
        if not by.strip():
            raise BadRuling("a ruling needs somebody who makes it", "Give the reviewer's name.")
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        why = plain(made["why"]) if made["why"] else None
        row = made | {"by": plain(by.strip()), "at": at, "why": why}
        key = connection.execute(insert(tables.rulings).values(row)).inserted_primary_key
        if row["article"] is not None:
            _outcome(connection, row["kind"], row["article"], row["anchor"])
        return int(key[0])  # type: ignore[index]


def _about(kind: str, verdict: str, anchor: str, values: dict[str, Any], why: str | None) -> dict[str, Any]:
    return {"verdict": verdict, "kind": kind, "article": None, "anchor": anchor, "values": values, "machine": {},
            "why": why, "final": False}  # fmt: skip


def _article(connection: Connection, name: str) -> tuple[int, int]:
    """Number of an article, and how many characters its text has."""
    a = tables.articles.c
    row = connection.execute(select(a.number, a.text).where(a.id == name)).first()
    if row is None:
        raise NoSuchValue(f"there is no article {name}")
    return row.number, len(row.text)


def _value(connection: Connection, kind: str, article: int, value: str) -> Row[Any]:
    if kind not in VALUES:
        raise BadRuling(f"'{kind}' is nothing to rule on", f"Name one of {', '.join(VALUES)}.")
    c = VALUES[kind].c
    own = select(VALUES[kind]).where(c.article == article)
    named = c.anchor == value if kind == "participation" else (c.local == value) | (c.anchor == value)
    row = connection.execute(own.where(named)).first()
    if row is None:
        raise NoSuchValue(f"the article has no {kind} {value}")
    return row


def _outcome(connection: Connection, kind: str, article: int, anchor: str) -> None:
    """Make the row of `ruled` again that says what the rulings on a value come to."""
    r, own = tables.rulings.c, tables.ruled.c
    of_value = select(tables.rulings).where(r.kind == kind, r.article == article, r.anchor == anchor)
    found = outcome(list(connection.execute(of_value.order_by(r.number))))
    connection.execute(delete(tables.ruled).where(own.kind == kind, own.article == article, own.anchor == anchor))
    if found is not None:
        row = {"kind": kind, "article": article, "anchor": anchor, "verdict": found.verdict, "values": found.values,
               "by": found.by, "disputed": found.disputed}  # fmt: skip
        connection.execute(insert(tables.ruled).values(row))


def _rule(row: Row[Any]) -> Rule:
    return Rule(row.number, row.at, row.by, row.verdict, row.kind, row.article_id, row.anchor, row._mapping["values"],
                row.machine, row.why, row.final, row.undoes)  # fmt: skip
