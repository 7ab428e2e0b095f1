"""Asking the minutes: who stands where, who said what, who meets whom, what cannot stand together, who has moved.

Every answer is a value with its evidence. Views show what reviewers have ruled; a filter's `layer` switches to the
machine's values alone, or to those that a reviewer has ruled on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, or_, select, tuple_

from verbale.record import excludes

from . import tables, telling
from .answers import MOST, Ahead, Clash, Deed, Filter, Known, Listed, Moved, Opposed, Part, Raised, Said, Standing
from .database import Database
from .layering import after, everything, in_order, latest, of_article, page, paged, valued, within
from .naming import meetings_named, questions_named, whose
from .proving import held, proving, spoken

_BATCH = 400  # positions whose forerunners are looked up at a time


class Asking:
    """The questions that minutes answer. Everything raises BadQuery for a filter that makes no sense, and NoSuchValue
    where a number, or the name of an actor, question or meeting, is not there."""

    database: Database

    def articles(self, asked: Filter = Filter()) -> list[Listed]:
        """Articles, the latest published first; `by`, `on` and `meeting`: those that tell of them."""
        a, j = tables.articles, tables.joins.c
        query = within(select(a.c.number).where(*of_article(asked)), a.c.published, asked)
        with self.database.reading() as connection:
            for kind, homes in _told_of(connection, asked):
                query = query.where(a.c.number.in_(select(j.article).where(j.kind == kind, j.home.in_(homes))))
            return _listed(connection, connection.scalars(page(query, a, asked, a.c.published)).all())

    def statements(self, asked: Filter = Filter()) -> list[Said]:
        """Statements, the latest first."""
        with self.database.reading() as connection:
            rows = paged(connection, "statement", self.chosen(connection, asked), tables.statements, asked)
            return telling.statements(connection, rows)

    def chosen(self, connection: Connection, asked: Filter) -> Select[Any]:
        """The statements that a filter leaves, in no order."""
        s = tables.statements
        query = valued("statement", s, asked)
        if asked.quotation:
            query = query.where(s.c.quotation == asked.quotation)
        if asked.by is not None or asked.country:
            tie = tables.speakers.c
            query = query.where(s.c.number.in_(select(tie.statement).where(tie.actor.in_(whose(connection, asked)))))
        if asked.on is not None or asked.stance:
            query = query.where(proving(connection, asked))
        if asked.meeting is not None:
            j = tables.joins.c
            homes = meetings_named(connection, asked.meeting)
            query = query.where(s.c.article.in_(select(j.article).where(j.kind == "meeting", j.home.in_(homes))))
        return within(query, s.c.made, asked)

    def positions(self, asked: Filter = Filter()) -> list[Standing]:
        """Positions with their evidence, the latest first."""
        with self.database.reading() as connection:
            rows = paged(connection, "position", _held(connection, asked), tables.positions, asked)
            return telling.standings(connection, rows, asked.layer)

    def events(self, asked: Filter = Filter()) -> list[Deed]:
        """Events, the latest first; `by` and `country`: those who did it or to whom it was done."""
        e = tables.events
        query = valued("event", e, asked)
        with self.database.reading() as connection:
            if asked.by is not None or asked.country:
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
            if asked.by is not None or asked.country:
                query = query.where(m.number.in_(select(part.meeting).where(part.actor.in_(whose(connection, asked)))))
            numbers = connection.scalars(page(within(query, m.date, asked), tables.meetings, asked, m.date)).all()
            told = self.parts(connection, numbers, asked) if parts else []
            found = _ahead(connection, numbers)
        return [replace(a, parts=tuple(p for p in told if p.meeting.number == a.number)) for a in found]

    def parts(self, connection: Connection, meetings: Sequence[int], asked: Filter) -> list[Part]:
        """Who takes part in meetings, by their numbers, in the order in which it was told."""
        p = tables.participation
        query = valued("participation", p, asked).where(p.c.meeting.in_(meetings))
        rows = connection.execute(query.order_by(latest(p.c.made).desc(), p.c.number.desc()).limit(MOST)).all()
        return telling.parts(connection, rows[::-1], asked.layer)

    def participation(self, asked: Filter = Filter()) -> list[Part]:
        """Who takes part in which meeting, the latest account first."""
        p = tables.participation
        query = valued("participation", p, asked)
        with self.database.reading() as connection:
            if asked.meeting is not None:
                query = query.where(p.c.meeting.in_(meetings_named(connection, asked.meeting)))
            if asked.by is not None or asked.country:
                query = query.where(p.c.actor.in_(whose(connection, asked)))
            rows = paged(connection, "participation", within(query, p.c.made, asked), p, asked)
            return telling.parts(connection, rows, asked.layer)

    def conflicts(self, asked: Filter = Filter()) -> list[Opposed]:
        """Conflicts within articles, the latest first."""
        c = tables.conflicts
        query = valued("conflict", c, asked)
        with self.database.reading() as connection:
            if asked.by is not None or asked.country:
                ours = whose(connection, asked)
                query = query.where(or_(c.c.first.in_(ours), c.c.second.in_(ours)))
            if asked.on is not None:
                query = query.where(c.c.question.in_(questions_named(connection, asked.on)))
            rows = paged(connection, "conflict", within(query, c.c.made, asked), c, asked)
            return telling.opposed(connection, rows, asked.layer)

    def changes(self, asked: Filter = Filter(), newest: int | None = None) -> list[Moved]:
        """Whose stance differs from its earlier one in an earlier article, the latest change first.
        `newest`: look at no more than about so many positions."""
        found: list[tuple[Row[Any], Row[Any]]] = []
        with self.database.reading() as connection:
            for seen, batch in enumerate(_batches(connection, asked), 1):
                found += _changed(connection, batch)
                if len(found) >= asked.limit or (newest is not None and seen * _BATCH >= newest):
                    break
            numbers = [row.number for pair in found[: asked.limit] for row in pair]
            whole = everything("position", tables.positions, rulings=asked.layer != "machine")
            rows = connection.execute(whole.where(tables.positions.c.number.in_(numbers))).all()
            kept = telling.standings(connection, in_order(rows, numbers), asked.layer)
        return [Moved(b.actor, b.question, a, b) for a, b in zip(kept[::2], kept[1::2], strict=True)]

    def clashes(self, asked: Filter = Filter()) -> list[Clash]:
        """Accounts of different articles on one part in one meeting that exclude each other, the latest first; of
        several that say the same the last one."""
        p = tables.participation.c
        several = select(p.meeting, p.actor).group_by(p.meeting, p.actor).having(func.count(p.status.distinct()) > 1)
        with self.database.reading() as connection:
            if asked.meeting is not None:
                several = several.where(p.meeting.in_(meetings_named(connection, asked.meeting)))
            if asked.by is not None or asked.country:
                several = several.where(p.actor.in_(whose(connection, asked)))
            several = several.order_by(func.max(latest(p.made)).desc(), p.meeting, p.actor).limit(asked.limit)
            pairs = {(row.meeting, row.actor) for row in connection.execute(several)}
            query = valued("participation", tables.participation, asked)
            query = query.where(p.meeting.in_({m for m, _ in pairs}), p.actor.in_({a for _, a in pairs}))
            rows = connection.execute(query.order_by(latest(p.made), p.number).limit(5 * MOST)).all()
            last = {(r.meeting, r.actor, r.status): r for r in rows if (r.meeting, r.actor) in pairs}
            told = telling.parts(connection, list(last.values()), asked.layer)
        return list(_excluding(told))[: asked.limit]

    def actors(self, asked: Filter = Filter()) -> list[Known]:
        """Actors with a name of their own, those in the most articles first; `by` narrows by name."""
        a, j = tables.actors.c, tables.joins.c
        times = select(j.home, func.count().label("n")).where(j.kind == "actor").group_by(j.home).subquery()
        query: Select[Any] = select(a.number, a.name, a.kind, a.country, times.c.n.label("articles"))
        query = query.join(times, times.c.home == a.number).where(a.kind != "unnamed")
        with self.database.reading() as connection:
            if asked.by is not None or asked.country:
                query = query.where(a.number.in_(whose(connection, asked)))
            rows = connection.execute(_most(query, times.c.n, a.number, asked)).all()
            numbers = [r.number for r in rows]
            said, stands = spoken(connection, numbers), held(connection, numbers)
        return [
            Known(r.number, r.name, r.kind, r.country, r.articles, said.get(r.number, 0), stands.get(r.number, 0))
            for r in rows
        ]

    def questions(self, asked: Filter = Filter()) -> list[Raised]:
        """Questions on which somebody stands, those with the most positions first."""
        q, p = tables.questions.c, tables.positions.c
        times = select(p.question, func.count().label("n")).group_by(p.question).subquery()
        query = select(q.number, q.label, times.c.n).join(times, times.c.question == q.number)
        with self.database.reading() as connection:
            if asked.on is not None:
                query = query.where(q.number.in_(questions_named(connection, asked.on)))
            rows = connection.execute(_most(query, times.c.n, q.number, asked)).all()
            held = select(p.question, func.count(p.actor.distinct()), func.min(p.made), func.max(p.made))
            held = held.where(p.question.in_([r.number for r in rows])).group_by(p.question)
            about = {row[0]: row[1:] for row in connection.execute(held)}
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


def _told_of(connection: Connection, asked: Filter) -> Iterator[tuple[str, Any]]:
    """The kind and the numbers of what a filter wants articles to tell of."""
    if asked.by is not None or asked.country:
        yield "actor", whose(connection, asked)
    if asked.on is not None:
        yield "question", questions_named(connection, asked.on)
    if asked.meeting is not None:
        yield "meeting", meetings_named(connection, asked.meeting)


def _held(connection: Connection, asked: Filter) -> Select[Any]:
    """The positions that a filter leaves, in no order."""
    p = tables.positions
    query = valued("position", p, asked)
    if asked.by is not None or asked.country:
        query = query.where(p.c.actor.in_(whose(connection, asked)))
    if asked.on is not None:
        query = query.where(p.c.question.in_(questions_named(connection, asked.on)))
    if asked.stance:
        query = query.where(p.c.stance == asked.stance)
    return within(query, p.c.made, asked)


def _batches(connection: Connection, asked: Filter) -> Iterator[Sequence[Row[Any]]]:
    """The positions that a filter leaves, the latest first, some at a time, each with the number of the one before it
    that the same actor has on the same question."""
    p, o = tables.positions, tables.positions.alias()
    earlier = valued("position", o, Filter(layer=asked.layer, copies=asked.copies)).with_only_columns(o.c.number)
    earlier = earlier.where(o.c.question == p.c.question, o.c.actor == p.c.actor)
    earlier = earlier.where(tuple_(latest(o.c.made), o.c.number) < tuple_(latest(p.c.made), p.c.number))
    earlier = earlier.order_by(latest(o.c.made).desc(), o.c.number.desc()).limit(1)
    slim = select(p.c.number, p.c.article, p.c.stance, p.c.made)
    slim = slim.add_columns(earlier.correlate(p).scalar_subquery().label("before"))
    query, step = _held(connection, asked), replace(asked, limit=_BATCH)
    while numbers := connection.scalars(page(query, p, step)).all():
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


def _listed(connection: Connection, numbers: Sequence[int]) -> list[Listed]:
    a, s = tables.articles.c, tables.statements.c
    said = select(func.count()).where(s.article == a.number, s.shown).scalar_subquery()
    query = select(a.number, a.id, a.publisher, a.published, a.headline, a.added, said)
    rows = connection.execute(query.where(a.number.in_(numbers))).all()
    return [Listed(*tuple(row)) for row in in_order(rows, numbers)]


def _ahead(connection: Connection, numbers: Sequence[int]) -> list[Ahead]:
    m, j = tables.meetings.c, tables.joins.c
    count = select(func.count()).where(j.kind == "meeting", j.home == m.number).scalar_subquery()
    query = select(m.number, m.name, m.date, m.place, count.label("articles")).where(m.number.in_(numbers))
    rows = in_order(connection.execute(query).all(), numbers)
    return [Ahead(row.number, row.name, row.date, row.place, row.articles) for row in rows]
