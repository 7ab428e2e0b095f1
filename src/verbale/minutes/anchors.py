"""Rulings find their value again after the article was read anew.

A statement or event whose ends have moved takes over the anchor of the ruled one that it shares the most characters
with, if they share at least half of all the characters that either has. A position, part or conflict whose wording
has changed takes over the anchor of the ruled one that is of the same actors on the same question or meeting.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, select, update

from . import tables
from .portable import HALF, HOMES, VALUES, followed, overlap

# What tells a value of one actor from others, where its anchor is made of names.
_KEYS: dict[str, tuple[tuple[str, str], ...]] = {
    "position": (("actor", "actor"), ("question", "question")),
    "participation": (("meeting", "meeting"), ("actor", "actor"), ("role", "")),
    "conflict": (("kind", ""), ("first", "actor"), ("second", "actor"), ("question", "question")),
}


def inherit(connection: Connection, article: int) -> None:
    """Hand on the anchors that rulings on this article have and none of the machine's values has any more."""
    r = tables.rulings.c
    ruled: dict[str, dict[str, Mapping[str, Any]]] = {}
    own = select(r.kind, r.anchor, r.machine, r["values"]).where(r.article == article).order_by(r.number)
    for kind, anchor, machine, values in connection.execute(own):
        if kind in VALUES:
            ruled.setdefault(kind, {}).setdefault(anchor, {**values, **machine})
    for kind, anchors in ruled.items():
        if kind in _KEYS:
            _by_homes(connection, kind, article, anchors)
        else:
            _by_characters(connection, VALUES[kind], article, set(anchors))


def _by_characters(connection: Connection, table: Table, article: int, ruled: set[str]) -> None:
    own = dict(connection.execute(_machine(table, article, table.c.anchor, table.c.number)).all())
    for anchor in sorted(ruled - own.keys()):
        heir = max(own.keys() - ruled, key=lambda other: overlap(anchor, other), default=None)
        if heir is not None and overlap(anchor, heir) >= HALF:
            connection.execute(update(table).where(table.c.number == own.pop(heir)).values(anchor=anchor))


def _by_homes(connection: Connection, kind: str, article: int, ruled: Mapping[str, Mapping[str, Any]]) -> None:
    table = VALUES[kind]
    rows = list(connection.execute(_machine(table, article, table)))
    free = [row for row in rows if row.anchor not in ruled]
    for anchor in sorted(ruled.keys() - {row.anchor for row in rows}):
        wanted = _key(connection, kind, ruled[anchor])
        heir = next((row for row in free if _key(connection, kind, dict(row._mapping)) == wanted), None)
        if heir is not None:
            free.remove(heir)
            connection.execute(update(table).where(table.c.number == heir.number).values(anchor=anchor))


def _machine(table: Table, article: int, *columns: Any) -> Any:
    return select(*columns).where(table.c.article == article, table.c.local.not_like("R%")).order_by(table.c.number)


def _key(connection: Connection, kind: str, said: Mapping[Any, Any]) -> tuple[Any, ...]:
    return tuple(
        followed(connection, sort, said.get(name)) if sort in HOMES else said.get(name) for name, sort in _KEYS[kind]
    )
