"""Actors, questions and meetings merged and split: joins are moved, and the layers of their articles written again."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, update

from verbale.errors import BadRuling
from verbale.record import loads

from . import tables
from .fields import FIELDS
from .homes import home
from .people import remake
from .portable import HOMES, VALUES
from .resolving import learn
from .writing import relayer

Moved = list[list[Any]]  # [article, local, name]


def merge(connection: Connection, kind: str, into: int, other: int) -> dict[str, Any]:
    """Move all joins of one home to the other; gives what was moved, and which homes had been merged into it before."""
    if into == other:
        raise BadRuling(f"{kind} {into} cannot be merged with itself")
    for number in (into, other):
        home(connection, kind, number)
    moved = _joins(connection, kind, other)
    table = HOMES[kind]
    followers = list(connection.scalars(select(table.c.number).where(table.c.merged_into == other)))
    connection.execute(update(table).where(table.c.number.in_([other, *followers])).values(merged_into=into))
    _move(connection, kind, moved, into, f"merged by a ruling with {kind} {other}")
    _remake_naming(connection, kind, [other, *followers])
    return {"moved": moved, "followers": followers}


def split(connection: Connection, kind: str, number: int, articles: Sequence[int]) -> tuple[int, Moved]:
    """Move the joins in these articles to a new home; gives its number and what was moved."""
    row = home(connection, kind, number)
    moved = [join for join in _joins(connection, kind, number) if join[0] in articles]
    if not moved:
        raise BadRuling(f"none of these articles has {kind} {number}")
    copied = {column.name: getattr(row, column.name) for column in HOMES[kind].c if column.name != "number"}
    key = connection.execute(insert(HOMES[kind]).values(copied | {"merged_into": None})).inserted_primary_key
    new = int(key[0])  # type: ignore[index]
    if kind == "question":
        for label in sorted({name for _, _, name in moved}):
            learn(connection, new, label)
    _move(connection, kind, moved, new, f"split by a ruling from {kind} {number}")
    return new, moved


def unmerge(connection: Connection, kind: str, verdict: str, values: dict[str, Any]) -> None:
    """Take a merger or a split back: what was moved, and what came later because of it, goes where it came from.

    Raises BadRuling where a later merger or split stands on it.
    """
    gone, kept = values["from"], values["into"]
    table = HOMES[kind]
    if verdict == "merge":
        if _merged_into(connection, kind, gone) != kept:
            raise BadRuling(f"{kind} {kept} has been merged since", "Take that ruling back first.")
        own = (table.c.number.in_(values.get("followers", []))) & (table.c.merged_into == kept)
        connection.execute(update(table).where(own).values(merged_into=gone))
        connection.execute(update(table).where(table.c.number == gone).values(merged_into=None))
        back = _still_there(connection, kind, kept, values["moved"])
        back += _joined_through(connection, kind, kept, {gone, *values.get("followers", [])})
    else:
        home(connection, kind, gone)
        back = _joins(connection, kind, kept)
        connection.execute(update(table).where(table.c.number == kept).values(merged_into=gone))
    _move(connection, kind, back, gone, "put back by a ruling")
    _remake_naming(connection, kind, [gone, kept])


def _merged_into(connection: Connection, kind: str, number: int) -> int | None:
    c = HOMES[kind].c
    into: int | None = connection.execute(select(c.merged_into).where(c.number == number)).scalar_one()
    return into


def _joins(connection: Connection, kind: str, number: int) -> Moved:
    j = tables.joins.c
    rows = connection.execute(select(j.article, j.local, j.name).where(j.kind == kind, j.home == number))
    return [list(row) for row in rows]


def _still_there(connection: Connection, kind: str, kept: int, moved: Moved) -> Moved:
    """What was moved and still is where it was moved to: ids change when an article is read again, names do not."""
    named = {(article, name[0] if name else None) for article, _, *name in moved}
    ids = {(article, local) for article, local, *name in moved if not name}
    return [
        join for join in _joins(connection, kind, kept) if (join[0], join[2]) in named or (join[0], join[1]) in ids
    ]


def _joined_through(connection: Connection, kind: str, kept: int, gone: set[int]) -> Moved:
    """What later articles were joined by, through one that had been merged."""
    j = tables.joins.c
    rows = connection.execute(select(j.article, j.local, j.name, j.details).where(j.kind == kind, j.home == kept))
    return [[article, local, name] for article, local, name, details in rows if details.get("through") in gone]


def _move(connection: Connection, kind: str, moved: Iterable[Sequence[Any]], to: int, reason: str) -> None:
    j = tables.joins
    pairs = sorted({(article, local) for article, local, *_ in moved})
    for article, local in pairs:
        own = (j.c.article == article) & (j.c.kind == kind) & (j.c.local == local)
        connection.execute(update(j).where(own).values(home=to, reason=reason))
    a = tables.articles.c
    for article in sorted({article for article, _ in pairs}):
        packed = connection.execute(select(a.record).where(a.number == article)).scalar_one()
        relayer(connection, article, loads(zlib.decompress(packed), trusted=True))


def _remake_naming(connection: Connection, kind: str, numbers: Sequence[int]) -> None:
    """Make people's rows again in articles whose rulings name one of these homes, or one that they stand for."""
    r = tables.rulings.c
    c = HOMES[kind].c
    known = set(connection.scalars(select(c.number).where(c.merged_into.in_(numbers)))) | set(numbers)
    fields = {k: [n for n, f in FIELDS[k].items() if f.sort in (kind, f"{kind}s")] for k in VALUES}
    rows = connection.execute(select(r.article, r.kind, r["values"], r.machine).where(r.kind.in_(fields)))
    naming = {
        row[0] for row in rows for name in fields[row[1]] for said in row[2:] if known & _numbers(said.get(name))
    }
    for article in sorted(naming):
        remake(connection, article)


def _numbers(said: Any) -> set[Any]:
    return set(said) if isinstance(said, list) else {said}
