"""Rulings find their value again after the article was read anew.

A statement or event whose ends have moved takes over the anchor of the ruled one that it shares the most characters
with, if they share at least half of all the characters that either has.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select, update

from . import tables

HALF = 0.5
_TABLES = {"statement": tables.statements, "event": tables.events}


def inherit(connection: Connection, article: int) -> None:
    """Hand on the anchors that rulings on this article have and none of its values has any more."""
    r = tables.rulings.c
    for kind, table in _TABLES.items():
        ruled = set(connection.scalars(select(r.anchor).where(r.article == article, r.kind == kind)))
        if not ruled:
            continue
        own = dict(connection.execute(select(table.c.anchor, table.c.number).where(table.c.article == article)).all())
        for anchor in sorted(ruled - own.keys()):
            heir = max(own.keys() - ruled, key=lambda other: overlap(anchor, other), default=None)
            if heir is not None and overlap(anchor, heir) >= HALF:
                connection.execute(update(table).where(table.c.number == own.pop(heir)).values(anchor=anchor))


def overlap(one: str, other: str) -> float:
    """Characters in common over characters of either, of two anchors such as `10-25 40-60`; 0 where one is none."""
    a, b = set(_characters(one)), set(_characters(other))
    return len(a & b) / len(a | b) if a and b else 0.0


def _characters(anchor: str) -> Iterable[int]:
    for place in anchor.split():
        start, _, end = place.partition("-")
        if start.isdigit() and end.isdigit():
            yield from range(int(start), int(end))
