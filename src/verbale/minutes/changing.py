"""Who has moved, and whose accounts of a meeting exclude each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select, tuple_

from verbale.record import excludes

from . import tables, telling
from .answers import MOST, Clash, Filter, Moved, Part
from .asking import Asking
from .choosing import held
from .layering import chosen, in_order, latest, page, valued, whole
from .naming import meetings_named, whose

_BATCH = 400  # positions whose forerunners are looked up at a time


class Changing(Asking):
    """What differs between articles."""

    def changes(self, asked: Filter = Filter(), newest: int | None = None) -> list[Moved]:
        """Whose stance differs from its earlier one in an earlier article, the latest change first.
        `newest`: look at no more than about so many positions."""
        found: list[tuple[Row[Any], Row[Any]]] = []
        with self.database.reading() as connection:
            for seen, batch in enumerate(_batches(connection, asked), 1):
                found += _changed(connection, batch)
                if len(found) >= asked.limit or (newest is not None and seen * _BATCH >= newest):
                    break
            moved = [row.number for pair in found[: asked.limit] for row in pair]
            kept = telling.standings(connection, whole(connection, "position", tables.positions, moved, asked),
                                     asked.layer)  # fmt: skip
        return [Moved(b.actor, b.question, a, b) for a, b in zip(kept[::2], kept[1::2], strict=True)]

    def clashes(self, asked: Filter = Filter(), newest: int | None = None) -> list[Clash]:
        """Accounts of different articles on one part in one meeting that exclude each other, the latest first; of
        several that say the same the last one. `newest`: only of the meetings that so many accounts added last tell
        of."""
        p = tables.participation.c
        several = select(p.meeting, p.actor).group_by(p.meeting, p.actor).having(func.count(p.status.distinct()) > 1)
        with self.database.reading() as connection:
            if newest is not None:
                last = connection.scalars(select(p.meeting).order_by(p.number.desc()).limit(newest))
                several = several.where(p.meeting.in_(sorted(set(last))))
            if asked.meeting is not None:
                several = several.where(p.meeting.in_(meetings_named(connection, asked.meeting)))
            if asked.of_actors:
                several = several.where(p.actor.in_(whose(connection, asked)))
            several = several.order_by(func.max(latest(p.made)).desc(), p.meeting, p.actor).limit(asked.limit)
            pairs = {(row.meeting, row.actor) for row in connection.execute(several)}
            query = valued("participation", tables.participation, asked)
            query = query.where(p.meeting.in_({m for m, _ in pairs}), p.actor.in_({a for _, a in pairs}))
            rows = connection.execute(query.order_by(latest(p.made), p.number).limit(5 * MOST)).all()
            once = {(r.meeting, r.actor, r.status): r for r in rows if (r.meeting, r.actor) in pairs}
            told = telling.parts(connection, list(once.values()), asked.layer)
        return list(_excluding(told))[: asked.limit]


def _batches(connection: Connection, asked: Filter) -> Iterator[Sequence[Row[Any]]]:
    """The positions that a filter leaves, the latest first, some at a time, each with the number of the one before it
    that the same actor has on the same question."""
    p, o = tables.positions, tables.positions.alias()
    earlier = chosen("position", o, Filter(layer=asked.layer, copies=asked.copies))
    earlier = earlier.where(o.c.question == p.c.question, o.c.actor == p.c.actor)
    earlier = earlier.where(tuple_(latest(o.c.made), o.c.number) < tuple_(latest(p.c.made), p.c.number))
    earlier = earlier.order_by(latest(o.c.made).desc(), o.c.number.desc()).limit(1)
    slim = select(p.c.number, p.c.article, p.c.stance, p.c.made)
    slim = slim.add_columns(earlier.correlate(p).scalar_subquery().label("before"))
    query, order = held(connection, asked)
    step = replace(asked, limit=_BATCH)
    while numbers := connection.scalars(page(query, p, step, order)).all():
        rows = in_order(connection.execute(slim.where(p.c.number.in_(numbers))).all(), numbers)
        yield rows
        step = replace(step, after=f"{rows[-1].made or ''}_{rows[-1].number}")


def _changed(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[tuple[Row[Any], Row[Any]]]:
    """The rows whose stance differs from that of the one before, in another article, each after that one."""
    p = tables.positions.c
    numbers = sorted({row.before for row in rows if row.before is not None})
    query: Select[Any] = select(p.number, p.article, p.stance).where(p.number.in_(numbers))
    before: dict[int, Row[Any]] = {row.number: row for row in connection.execute(query)}
    for row in rows:
        one = before.get(row.before)
        if one is not None and one.article != row.article and one.stance != row.stance:
            yield one, row


def _excluding(parts: Sequence[Part]) -> Iterator[Clash]:
    groups: dict[tuple[int, int], list[Part]] = {}
    for part in reversed(parts):
        groups.setdefault((part.meeting.number, part.actor.number), []).append(part)
    for group in groups.values():
        for b, a in combinations(group, 2):
            if a.article.id != b.article.id and excludes(a.status, b.status):  # type: ignore[arg-type]
                yield Clash(a, b)
