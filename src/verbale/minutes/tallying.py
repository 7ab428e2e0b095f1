"""How often actors speak and stand: counted for each article with the actor's join, so that nothing is counted twice.

What rulings have put aside does not count, and near-copies of an article do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, select, update

from . import tables
from .layering import copies


class Tally(NamedTuple):
    """In how many articles an actor is, how many statements it makes, how many positions it has."""

    articles: int
    said: int
    stands: int


NONE = Tally(0, 0, 0)


def counted(joins: Iterable[dict[str, Any]], speakers: Iterable[int], holders: Iterable[int]) -> list[dict[str, Any]]:
    """The joins of an article with their counts. `speakers`: the actor of each statement, or each of its several ones;
    `holders`: that of each position."""
    said, stands = Counter(speakers), Counter(holders)
    return [
        join | ({"said": said.pop(join["home"], 0), "stands": stands.pop(join["home"], 0)}
                if join["kind"] == "actor" else {"said": 0, "stands": 0})
        for join in joins
    ]  # fmt: skip


def recount(connection: Connection, article: int) -> None:
    """Count anew what the actors of an article say and hold, after rulings."""
    s, t, p, j = tables.statements.c, tables.speakers.c, tables.positions.c, tables.joins
    spoken = select(t.actor).join(tables.statements, s.number == t.statement).where(s.article == article, s.shown)
    held = select(p.actor).where(p.article == article, p.shown)
    rows = [row._asdict() for row in connection.execute(select(j).where(j.c.article == article).order_by(j.c.local))]
    for join in counted(rows, connection.scalars(spoken), connection.scalars(held)):
        own = (j.c.article == article) & (j.c.kind == join["kind"]) & (j.c.local == join["local"])
        connection.execute(update(j).where(own).values(said=join["said"], stands=join["stands"]))


def tallies() -> Select[Any]:
    """For each actor its number and its Tally; none where it is in near-copies only."""
    j = tables.joins.c
    counts = func.count(), func.sum(j.said), func.sum(j.stands)
    own = select(j.home, *(each.label(name) for each, name in zip(counts, Tally._fields, strict=True)))
    return own.where(j.kind == "actor", (j.article + 0).not_in(copies())).group_by(j.home)


def tallied(connection: Connection, actors: Sequence[int]) -> dict[int, Tally]:
    """The tallies of these actors."""
    rows = connection.execute(tallies().where(tables.joins.c.home.in_(actors)))
    return {row[0]: Tally(*row[1:]) for row in rows}
