"""Actors, questions and meetings merged and split: joins are moved, and the layers of their articles written again."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert, select, tuple_, update

from verbale.errors import BadRuling, NoSuchValue
from verbale.record import loads

from . import tables
from .writing import relayer

HOMES: dict[str, Table] = {"actor": tables.actors, "question": tables.questions, "meeting": tables.meetings}
Moved = list[list[Any]]  # [article, local]


def merge(connection: Connection, kind: str, into: int, other: int) -> Moved:
    """Move all joins of one home to the other; gives what was moved."""
    if into == other:
        raise BadRuling(f"{kind} {into} cannot be merged with itself")
    for number in (into, other):
        if _home(connection, kind, number).merged_into is not None:
            raise BadRuling(f"{kind} {number} has been merged into another already")
    moved = _joins(connection, kind, other)
    table = HOMES[kind]
    connection.execute(update(table).where(table.c.number == other).values(merged_into=into))
    _move(connection, kind, moved, into, f"merged by a ruling with {kind} {other}")
    return moved


def split(connection: Connection, kind: str, number: int, articles: Sequence[int]) -> tuple[int, Moved]:
    """Move the joins in these articles to a new home; gives its number and what was moved."""
    home = _home(connection, kind, number)
    moved = [pair for pair in _joins(connection, kind, number) if pair[0] in articles]
    if not moved:
        raise BadRuling(f"none of these articles has {kind} {number}")
    copied = {column.name: getattr(home, column.name) for column in HOMES[kind].c if column.name != "number"}
    key = connection.execute(insert(HOMES[kind]).values(copied | {"merged_into": None})).inserted_primary_key
    new = int(key[0])  # type: ignore[index]
    _move(connection, kind, moved, new, f"split by a ruling from {kind} {number}")
    return new, moved


def unmerge(connection: Connection, kind: str, verdict: str, values: dict[str, Any]) -> None:
    """Take a merger or a split back: what was moved goes where it came from."""
    table = HOMES[kind]
    if verdict == "merge":
        connection.execute(update(table).where(table.c.number == values["from"]).values(merged_into=None))
    else:
        connection.execute(update(table).where(table.c.number == values["into"]).values(merged_into=values["from"]))
    _move(connection, kind, values["moved"], values["from"], "put back by a ruling")


def _home(connection: Connection, kind: str, number: int) -> Any:
    if kind not in HOMES:
        raise BadRuling(f"'{kind}' cannot be merged or split", f"Name one of {', '.join(HOMES)}.")
    row = connection.execute(select(HOMES[kind]).where(HOMES[kind].c.number == number)).first()
    if row is None:
        raise NoSuchValue(f"there is no {kind} {number}")
    return row


def _joins(connection: Connection, kind: str, home: int) -> Moved:
    j = tables.joins.c
    rows = connection.execute(select(j.article, j.local).where(j.kind == kind, j.home == home))
    return [list(row) for row in rows]


def _move(connection: Connection, kind: str, moved: Iterable[Sequence[Any]], to: int, reason: str) -> None:
    j = tables.joins
    pairs = [(article, local) for article, local in moved]
    for n in range(0, len(pairs), 400):
        own = (j.c.kind == kind) & tuple_(j.c.article, j.c.local).in_(pairs[n : n + 400])
        connection.execute(update(j).where(own).values(home=to, reason=reason))
    a = tables.articles.c
    for article in sorted({article for article, _ in pairs}):
        packed = connection.execute(select(a.record).where(a.number == article)).scalar_one()
        relayer(connection, article, loads(zlib.decompress(packed)))
