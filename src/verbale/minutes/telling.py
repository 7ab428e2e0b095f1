"""Rows as values: statements, positions, participation, conflicts and events, each with its names and its evidence;
articles and meetings as they are listed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select

from . import tables
from .answers import Ahead, Deed, Layer, Listed, Named, Opposed, Part, Said, Standing
from .layering import copies, in_order, ruled, source
from .proving import known, names, proofs


def statements(connection: Connection, rows: Sequence[Row[Any]]) -> list[Said]:
    called = names(connection, tables.actors, {r.speaker for r in rows})
    return [_statement(r, called) for r in rows]


def _statement(r: Row[Any], called: dict[int | None, Named]) -> Said:
    return Said(r.number, r.local, r.anchor, source(r), called.get(r.speaker), r.words, r.quotation, r.act, r.denied,
                r.anonymous, r.made, r.spans, r.details, r.confidence, ruled(r))  # fmt: skip


def standings(connection: Connection, rows: Sequence[Row[Any]], layer: Layer) -> list[Standing]:
    called = names(connection, tables.actors, {r.actor for r in rows})
    labels = names(connection, tables.questions, {r.question for r in rows})
    proven = proofs(connection, [(r.article, i) for r in rows for i in r.evidence], layer)
    return [
        Standing(r.number, r.local, r.anchor, source(r), called[r.actor], labels[r.question], r.stance, r.condition,
                 r.made, known(proven, r.article, r.evidence), r.confidence, ruled(r))
        for r in rows
    ]  # fmt: skip


def parts(connection: Connection, rows: Sequence[Row[Any]], layer: Layer) -> list[Part]:
    called = names(connection, tables.actors, {n for r in rows for n in (r.actor, r.according_to)})
    talks = names(connection, tables.meetings, {r.meeting for r in rows})
    proven = proofs(connection, [(r.article, i) for r in rows for i in r.evidence], layer)
    return [
        Part(r.number, r.anchor, source(r), talks[r.meeting], called[r.actor], r.role, r.status,
             called.get(r.according_to), r.made, known(proven, r.article, r.evidence), ruled(r))
        for r in rows
    ]  # fmt: skip


def opposed(connection: Connection, rows: Sequence[Row[Any]], layer: Layer) -> list[Opposed]:
    called = names(connection, tables.actors, {n for r in rows for n in (r.first, r.second)})
    labels = names(connection, tables.questions, {r.question for r in rows})
    proven = proofs(connection, [(r.article, i) for r in rows for side in r.evidence for i in side], layer)
    return [
        Opposed(r.number, r.local, r.anchor, source(r), r.kind, called[r.first], called[r.second],
                labels.get(r.question), r.made, tuple(known(proven, r.article, side) for side in r.evidence), ruled(r))
        for r in rows
    ]  # fmt: skip


def deeds(connection: Connection, rows: Sequence[Row[Any]], layer: Layer) -> list[Deed]:
    """Events with who did it and to whom."""
    t = tables.event_actors.c
    ties = connection.execute(tables.event_actors.select().where(t.event.in_([r.number for r in rows]))).all()
    called = names(connection, tables.actors, {tie.actor for tie in ties})
    proven = proofs(connection, [(r.article, i) for r in rows for i in r.evidence], layer)

    def side(event: int, of: str) -> tuple[Named, ...]:
        return tuple(called[tie.actor] for tie in ties if (tie.event, tie.side) == (event, of))

    return [
        Deed(r.number, r.local, r.anchor, source(r), getattr(r, "class"), r.mode, side(r.number, "source"),
             side(r.number, "target"), r.made, tuple((a, b) for a, b in r.spans),
             known(proven, r.article, r.evidence), r.confidence, ruled(r))
        for r in rows
    ]  # fmt: skip


def listed(connection: Connection, numbers: Sequence[int]) -> list[Listed]:
    """Articles by their numbers, in this order, with how many statements each has."""
    a, s = tables.articles.c, tables.statements.c
    said = select(func.count()).where(s.article == a.number, s.shown).scalar_subquery()
    query = select(a.number, a.id, a.publisher, a.published, a.headline, a.added, said)
    rows = connection.execute(query.where(a.number.in_(numbers))).all()
    return [Listed(*row) for row in in_order(rows, numbers)]


def meetings(connection: Connection, numbers: Sequence[int]) -> list[Ahead]:
    """Meetings by their numbers, in this order, with how many articles tell of each, near-copies aside."""
    m, j = tables.meetings.c, tables.joins.c
    own = (j.kind == "meeting", j.home == m.number, (j.article + 0).not_in(copies()))
    count = select(func.count()).where(*own).scalar_subquery()
    query = select(m.number, m.name, m.date, m.place, count).where(m.number.in_(numbers))
    return [Ahead(*row) for row in in_order(connection.execute(query).all(), numbers)]
