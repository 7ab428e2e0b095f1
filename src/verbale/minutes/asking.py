"""Asking the minutes: who stands where, who said what, who meets whom, what cannot stand together, who has moved.

Every answer is a value with its evidence. Views show what reviewers have ruled; a filter's `layer` switches to the
machine's values alone, or to those that a reviewer has ruled on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, or_, select

from . import tables, telling
from .answers import MOST, Ahead, Deed, Filter, Known, Listed, Moved, Opposed, Part, Raised, Said, Standing
from .choosing import held, stated, telling_of
from .database import Database
from .layering import after, chosen, in_days, latest, page, paged, whole, within
from .naming import meetings_named, questions_named, whose
from .tallying import tallies

_BATCH = 400  # positions whose forerunners are looked up at a time


class Asking:
    """The questions that minutes answer. Everything raises BadQuery for a filter that makes no sense, and NoSuchValue
    where a number, or the name of an actor, question or meeting, is not there."""

    database: Database

    def articles(self, asked: Filter = Filter()) -> list[Listed]:
        """Articles, the latest published first; `by`, `on` and `meeting`: those that tell of them."""
        a = tables.articles
        with self.database.reading() as connection:
            query = within(telling_of(connection, asked), a.c.published, asked)
            listed = page(query, a, asked, in_days(a.c.published, asked))
            return telling.listed(connection, connection.scalars(listed).all())

    def undated(self, asked: Filter = Filter()) -> int:
        """How many articles `since` and `until` leave out of what is asked, since nobody said when they appeared."""
        with self.database.reading() as connection:
            query = telling_of(connection, asked).where(tables.articles.c.published.is_(None))
            return connection.execute(query.with_only_columns(func.count())).scalar_one()

    def statements(self, asked: Filter = Filter()) -> list[Said]:
        """Statements, the latest first."""
        with self.database.reading() as connection:
            query, order = stated(connection, asked)
            rows = paged(connection, "statement", query, tables.statements, asked, order)
            return telling.statements(connection, rows)

    def positions(self, asked: Filter = Filter()) -> list[Standing]:
        """Positions with their evidence, the latest first."""
        with self.database.reading() as connection:
            query, order = held(connection, asked)
            rows = paged(connection, "position", query, tables.positions, asked, order)
            return telling.standings(connection, rows, asked.layer)

    def events(self, asked: Filter = Filter()) -> list[Deed]:
        """Events, the latest first; `by` and `country`: those who did it or to whom it was done."""
        e = tables.events
        query = chosen("event", e, asked)
        with self.database.reading() as connection:
            if asked.of_actors:
                tie = tables.event_actors.c
                query = query.where(e.c.number.in_(select(tie.event).where(tie.actor.in_(whose(connection, asked)))))
            rows = paged(connection, "event", within(query, e.c.made, asked), e, asked)
            return telling.deeds(connection, rows, asked.layer)

    def meetings(self, asked: Filter = Filter(), *, parts: bool = True) -> list[Ahead]:
        """Meetings, the last ones first, those without a date at the end; `since` and `until` are days of meetings.
        `parts`: with who takes part in them, the latest 1,000 accounts of all."""
        m, part = tables.meetings.c, tables.participation.c
        query = select(m.number).where(m.merged_into.is_(None))
        with self.database.reading() as connection:
            if asked.meeting is not None:
                query = query.where(m.number.in_(meetings_named(connection, asked.meeting)))
            if asked.of_actors:
                query = query.where(m.number.in_(select(part.meeting).where(part.actor.in_(whose(connection, asked)))))
            query = page(within(query, m.date, asked), tables.meetings, asked, in_days(m.date, asked))
            numbers = connection.scalars(query).all()
            told = self.parts(connection, numbers, asked) if parts else []
            found = telling.meetings(connection, numbers)
        return [replace(a, parts=tuple(p for p in told if p.meeting.number == a.number)) for a in found]

    def parts(self, connection: Connection, meetings: Sequence[int], asked: Filter) -> list[Part]:
        """Who takes part in meetings, by their numbers, in the order in which it was told."""
        p = tables.participation
        query = chosen("participation", p, asked).where(p.c.meeting.in_(meetings))
        told = connection.scalars(query.order_by(latest(p.c.made).desc(), p.c.number.desc()).limit(MOST)).all()
        return telling.parts(connection, whole(connection, "participation", p, told[::-1], asked), asked.layer)

    def participation(self, asked: Filter = Filter()) -> list[Part]:
        """Who takes part in which meeting, the latest account first."""
        p = tables.participation
        query = chosen("participation", p, asked)
        with self.database.reading() as connection:
            if asked.meeting is not None:
                query = query.where(p.c.meeting.in_(meetings_named(connection, asked.meeting)))
            if asked.of_actors:
                query = query.where(p.c.actor.in_(whose(connection, asked)))
            rows = paged(connection, "participation", within(query, p.c.made, asked), p, asked)
            return telling.parts(connection, rows, asked.layer)

    def conflicts(self, asked: Filter = Filter()) -> list[Opposed]:
        """Conflicts within articles, the latest first."""
        c = tables.conflicts
        query = chosen("conflict", c, asked)
        with self.database.reading() as connection:
            if asked.of_actors:
                ours = whose(connection, asked)
                query = query.where(or_(c.c.first.in_(ours), c.c.second.in_(ours)))
            if asked.on is not None:
                query = query.where(c.c.question.in_(questions_named(connection, asked.on)))
            rows = paged(connection, "conflict", within(query, c.c.made, asked), c, asked)
            return telling.opposed(connection, rows, asked.layer)

    def actors(self, asked: Filter = Filter()) -> list[Known]:
        """Actors with a name of their own, those in the most articles first; `by` narrows by name."""
        a, j, own = tables.actors.c, tables.joins.c, tallies().subquery()
        articles, said, stands = (func.coalesce(count, 0) for count in (own.c.articles, own.c.said, own.c.stands))
        query: Select[Any] = select(a.number, a.name, a.kind, a.country, articles, said, stands)
        query = query.join(own, own.c.home == a.number, isouter=True).where(a.kind != "unnamed")
        query = query.where(exists().where(j.kind == "actor", j.home == a.number))
        with self.database.reading() as connection:
            if asked.of_actors:
                query = query.where(a.number.in_(whose(connection, asked)))
            return [Known(*row) for row in connection.execute(_most(query, articles, a.number, asked))]

    def questions(self, asked: Filter = Filter()) -> list[Raised]:
        """Questions on which somebody stands, those with the most positions first; near-copies do not count."""
        q, p = tables.questions.c, tables.positions.c
        own = chosen("position", tables.positions, asked).with_only_columns(p.question).group_by(p.question)
        times = own.add_columns(func.count().label("n")).subquery()
        query = select(q.number, q.label, times.c.n).join(times, times.c.question == q.number)
        with self.database.reading() as connection:
            if asked.on is not None:
                query = query.where(q.number.in_(questions_named(connection, asked.on)))
            rows = connection.execute(_most(query, times.c.n, q.number, asked)).all()
            standing = own.add_columns(func.count(p.actor.distinct()), func.min(p.made), func.max(p.made))
            standing = standing.where(p.question.in_([r.number for r in rows]))
            about = {row[0]: row[1:] for row in connection.execute(standing)}
        return [Raised(*r, *about[r.number]) for r in rows]


def cursor(value: Said | Standing | Part | Deed | Opposed | Ahead | Listed | Known | Raised | Moved) -> str:
    """Where the next page begins, given the last value of this one."""
    if isinstance(value, Moved):
        value = value.after
    if isinstance(value, Known | Raised):
        return f"{value.articles if isinstance(value, Known) else value.positions}_{value.number}"
    if isinstance(value, Ahead):
        return f"{value.date or ''}_{value.number}"
    return f"{(value.published if isinstance(value, Listed) else value.made) or ''}_{value.number}"


def _most(query: Select[Any], count: Any, number: Any, asked: Filter) -> Select[Any]:
    """Those with the highest count first, from the cursor on."""
    if asked.after:
        first, last = after(asked.after)
        times = int(first) if first.isascii() and first.isdigit() and len(first) < 19 else 0
        query = query.where(or_(count < times, and_(count == times, number > last)))
    return query.order_by(count.desc(), number).limit(asked.limit)
