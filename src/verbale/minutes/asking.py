"""Asking the minutes: who stands where, who said what, who meets whom, what cannot stand together, who has moved.

Every answer is a value with its evidence. Views show what reviewers have ruled; a filter's `layer` switches to the
machine's values alone, or to those that a reviewer has ruled on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, and_, false, func, or_, select, tuple_

from verbale.errors import BadQuery
from verbale.record import excludes

from . import tables
from .answers import (
    MOST,
    Ahead,
    Clash,
    Filter,
    Known,
    Layer,
    Moved,
    Named,
    Opposed,
    Part,
    Proof,
    Ruled,
    Said,
    Source,
    Standing,
)
from .database import Database
from .naming import actors_named, meetings_named, questions_named
from .portable import is_place, quoted, spans_of


class Asking:
    """The questions that minutes answer. Everything raises BadQuery for a filter that makes no sense, and NoSuchValue
    where a number, or the name of an actor, question or meeting, is not there."""

    database: Database

    def statements(self, asked: Filter = Filter()) -> list[Said]:
        """Statements, the latest first."""
        with self.database.reading() as connection:
            return _statements(connection, _page(self.chosen(connection, asked), tables.statements, asked))

    def chosen(self, connection: Connection, asked: Filter) -> Select[Any]:
        """The statements that a filter leaves, in no order."""
        s = tables.statements
        query = self._valued("statement", s, asked).add_columns(s)
        if asked.quotation:
            query = query.where(s.c.quotation == asked.quotation)
        if asked.by is not None or asked.country:
            tie = tables.speakers.c
            query = query.where(s.c.number.in_(select(tie.statement).where(tie.actor.in_(_whose(connection, asked)))))
        if asked.on is not None or asked.stance:
            query = query.where(s.c.number.in_(self._proving(connection, asked)))
        if asked.meeting is not None:
            query = query.where(s.c.article.in_(self._telling_of(connection, asked.meeting)))
        return _within(query, s.c.made, asked)

    def _said(self, numbers: Sequence[int], asked: Filter) -> list[Said]:
        """The statements of these numbers that the filter's layer shows."""
        query = self._valued("statement", tables.statements, asked).add_columns(tables.statements)
        with self.database.reading() as connection:
            return _statements(connection, query.where(tables.statements.c.number.in_(numbers)))

    def positions(self, asked: Filter = Filter()) -> list[Standing]:
        """Positions with their evidence, the latest first."""
        p = tables.positions
        query = self._valued("position", p, asked).add_columns(p)
        with self.database.reading() as connection:
            if asked.by is not None or asked.country:
                query = query.where(p.c.actor.in_(_whose(connection, asked)))
            if asked.on is not None:
                query = query.where(p.c.question.in_(questions_named(connection, asked.on)))
            if asked.stance:
                query = query.where(p.c.stance == asked.stance)
            rows = connection.execute(_page(_within(query, p.c.made, asked), p, asked)).all()
            return _standings(connection, rows, asked.layer)

    def meetings(self, asked: Filter = Filter()) -> list[Ahead]:
        """Meetings with their participation, the next ones first, those without a date last; `since` and `until` are
        days of meetings."""
        m, j = tables.meetings.c, tables.joins.c
        count = select(func.count()).where(j.kind == "meeting", j.home == m.number).scalar_subquery()
        query = select(m.number, m.name, m.date, m.place, count.label("articles")).where(m.merged_into.is_(None))
        with self.database.reading() as connection:
            if asked.meeting is not None:
                query = query.where(m.number.in_(meetings_named(connection, asked.meeting)))
            if asked.by is not None or asked.country:
                part = tables.participation.c
                query = query.where(m.number.in_(select(part.meeting).where(part.actor.in_(_whose(connection, asked)))))
            query = _within(query, m.date, asked).order_by(m.date.is_(None), m.date.desc(), m.number.desc())
            found = connection.execute(query.limit(asked.limit)).all()
            parts = self._parts(connection, [row.number for row in found], asked)
        return [Ahead(row.number, row.name, row.date, row.place, row.articles,
                  tuple(p for p in parts if p.meeting.number == row.number)) for row in found]  # fmt: skip

    def _parts(self, connection: Connection, meetings: Sequence[int], asked: Filter) -> list[Part]:
        p = tables.participation
        query = self._valued("participation", p, asked).add_columns(p).where(p.c.meeting.in_(meetings))
        rows = connection.execute(query.order_by(p.c.made, p.c.number).limit(MOST)).all()
        names = _names(connection, tables.actors, {n for r in rows for n in (r.actor, r.according_to)})
        called = _names(connection, tables.meetings, {r.meeting for r in rows})
        proofs = _proofs(connection, [(r.article, i) for r in rows for i in r.evidence], asked.layer)
        return [
            Part(r.number, r.anchor, _source(r), called[r.meeting], names[r.actor], r.role, r.status,
                 names.get(r.according_to), r.made, _known(proofs, r.article, r.evidence), _ruled(r))
            for r in rows
        ]  # fmt: skip

    def conflicts(self, asked: Filter = Filter()) -> list[Opposed]:
        """Conflicts within articles, the latest first."""
        c = tables.conflicts
        query = self._valued("conflict", c, asked).add_columns(c)
        with self.database.reading() as connection:
            if asked.by is not None or asked.country:
                whose = _whose(connection, asked)
                query = query.where(or_(c.c.first.in_(whose), c.c.second.in_(whose)))
            if asked.on is not None:
                query = query.where(c.c.question.in_(questions_named(connection, asked.on)))
            rows = connection.execute(_page(_within(query, c.c.made, asked), c, asked)).all()
            names = _names(connection, tables.actors, {n for r in rows for n in (r.first, r.second)})
            labels = _names(connection, tables.questions, {r.question for r in rows})
            wanted = [(r.article, i) for r in rows for side in r.evidence for i in side]
            proofs = _proofs(connection, wanted, asked.layer)
        return [
            Opposed(r.number, r.local, r.anchor, _source(r), r.kind, names[r.first], names[r.second],
                    labels.get(r.question), r.made, tuple(_known(proofs, r.article, side) for side in r.evidence),
                    _ruled(r))
            for r in rows
        ]  # fmt: skip

    def changes(self, asked: Filter = Filter()) -> list[Moved]:
        """Whose stance differs from its earlier one in an earlier article, the latest change first."""
        p = tables.positions
        with self.database.reading() as connection:
            several = select(p.c.actor, p.c.question).group_by(p.c.actor, p.c.question)
            several = several.having(func.count(p.c.stance.distinct()) > 1)
            query = self._valued("position", p, Filter(layer=asked.layer, copies=asked.copies)).add_columns(p)
            if asked.by is not None or asked.country:
                several = several.where(p.c.actor.in_(_whose(connection, asked)))
            if asked.on is not None:
                several = several.where(p.c.question.in_(questions_named(connection, asked.on)))
            pairs = several.subquery()
            query = query.join(pairs, and_(pairs.c.actor == p.c.actor, pairs.c.question == p.c.question))
            rows = connection.execute(query.order_by(p.c.actor, p.c.question, p.c.made, p.c.number).limit(20000)).all()
            moved = [pair for pair in _consecutive(rows) if _inside(pair[1].made, asked)]
            moved.sort(key=lambda pair: (pair[1].made or "", pair[1].number), reverse=True)
            kept = _standings(connection, [row for pair in moved[: asked.limit] for row in pair], asked.layer)
        return [Moved(b.actor, b.question, a, b) for a, b in zip(kept[::2], kept[1::2], strict=True)]

    def clashes(self, asked: Filter = Filter()) -> list[Clash]:
        """Accounts of different articles on one part in one meeting that exclude each other."""
        p, o = tables.participation, tables.participation.alias()
        pairs = select(p.c.meeting).join(o, and_(o.c.meeting == p.c.meeting, o.c.actor == p.c.actor,
                                                 o.c.article != p.c.article, o.c.status != p.c.status))  # fmt: skip
        with self.database.reading() as connection:
            parts = self._parts(connection, list(connection.scalars(pairs.distinct().limit(200))), asked)
        found = [
            Clash(a, b) for n, a in enumerate(parts) for b in parts[n + 1 :]
            if a.meeting == b.meeting and a.actor == b.actor and a.article.id != b.article.id
            and excludes(a.status, b.status)  # type: ignore[arg-type]
        ]  # fmt: skip
        return found[: asked.limit]

    def actors(self, asked: Filter = Filter()) -> list[Known]:
        """Actors with a name of their own, those in the most articles first; `by` narrows by name."""
        a, j = tables.actors.c, tables.joins.c
        times = select(j.home, func.count().label("n")).where(j.kind == "actor").group_by(j.home).subquery()
        query = select(a.number, a.name, a.kind, a.country, times.c.n.label("articles"))
        query = query.join(times, times.c.home == a.number).where(a.kind != "unnamed")
        with self.database.reading() as connection:
            if asked.by is not None or asked.country:
                query = query.where(a.number.in_(_whose(connection, asked)))
            rows = connection.execute(query.order_by(times.c.n.desc(), a.number).limit(asked.limit)).all()
            numbers = [r.number for r in rows]
            s, t, p = tables.statements.c, tables.speakers.c, tables.positions.c
            ties = select(t.actor).join(tables.statements, s.number == t.statement).where(s.shown)
            said = _counts(connection, ties, t.actor, numbers)
            stands = _counts(connection, select(p.actor).where(p.shown), p.actor, numbers)
        return [Known(*r, said.get(r.number, 0), stands.get(r.number, 0)) for r in rows]

    def questions(self, asked: Filter = Filter()) -> list[Named]:
        """Questions on which somebody stands, those with the most positions first."""
        q, p = tables.questions.c, tables.positions.c
        times = select(p.question, func.count().label("n")).group_by(p.question).subquery()
        query = select(q.number, q.label).join(times, times.c.question == q.number)
        with self.database.reading() as connection:
            if asked.on is not None:
                query = query.where(q.number.in_(questions_named(connection, asked.on)))
            rows = connection.execute(query.order_by(times.c.n.desc(), q.number).limit(asked.limit)).all()
        return [Named(*r) for r in rows]

    def _valued(self, kind: str, table: Table, asked: Filter) -> Select[Any]:
        """Values of a table with their article and what was ruled on them, as the filter's layer shows them."""
        a, r = tables.articles.c, tables.ruled.c
        query = select(a.id.label("article_id"), a.publisher, a.published, a.headline, r.verdict, r.by,
                       r.machine.label("machine_said"), r.disputed).select_from(table)  # fmt: skip
        query = query.join(tables.articles, a.number == table.c.article)
        own = and_(r.kind == kind, r.article == table.c.article, r.anchor == table.c.anchor)
        own = own if asked.layer != "machine" else and_(own, false())
        query = query.join(tables.ruled, own, isouter=True)
        query = query.where(table.c.local.not_like("R%") if asked.layer == "machine" else table.c.shown)
        if asked.layer == "people":
            query = query.where(r.verdict.is_not(None))
        if not asked.copies:
            query = query.where(a.copy_of.is_(None))
        if asked.publisher:
            query = query.where(func.lower(a.publisher) == asked.publisher.lower())
        if asked.article:
            query = query.where(a.id == asked.article)
        return query

    def _proving(self, connection: Connection, asked: Filter) -> list[int]:
        """Numbers of the statements that are evidence for positions on a question, or of a stance."""
        p, s = tables.positions.c, tables.statements.c
        held = select(p.article, p.evidence)
        held = held.where(p.question.in_(questions_named(connection, asked.on))) if asked.on is not None else held
        held = held.where(p.stance == asked.stance) if asked.stance else held
        ids = sorted({(article, i) for article, evidence in connection.execute(held) for i in evidence})
        found: list[int] = []
        for some in _chunks(ids):
            found += connection.scalars(select(s.number).where(tuple_(s.article, s.local).in_(some)))
        return found

    def _telling_of(self, connection: Connection, meeting: str | int) -> Select[Any]:
        """Numbers of the articles that tell of a meeting."""
        j = tables.joins.c
        return select(j.article).where(j.kind == "meeting", j.home.in_(meetings_named(connection, meeting)))


def _whose(connection: Connection, asked: Filter) -> Sequence[int] | Select[Any]:
    a = tables.actors.c
    if asked.by is None:
        return select(a.number).where(a.country == (asked.country or "").upper())
    named = actors_named(connection, asked.by)
    if not asked.country:
        return named
    return select(a.number).where(a.number.in_(named), a.country == asked.country.upper())


def _within(query: Select[Any], day: ColumnElement[Any], asked: Filter) -> Select[Any]:
    """Days are texts of differing coarseness: 2026-03 lies within 2026-03-04's month, and before its end."""
    if asked.since:
        coarser = func.substr(asked.since, 1, func.length(day)) == day
        query = query.where(or_(day >= asked.since, coarser))
    if asked.until:
        query = query.where(day <= asked.until + "~")
    return query


def _inside(day: str | None, asked: Filter) -> bool:
    since = asked.since is None or (day is not None and (day >= asked.since or asked.since.startswith(day)))
    return since and (asked.until is None or (day is not None and day <= asked.until + "~"))


def _page(query: Select[Any], table: Table, asked: Filter) -> Select[Any]:
    """Latest first, from the cursor on."""
    day = func.coalesce(table.c.made, "")
    if asked.after:
        made, _, number = asked.after.rpartition("_")
        if not number.isdigit():
            raise BadQuery(f"'{asked.after}' is no cursor", "Give the one that came with the answer before.")
        query = query.where(or_(day < made, and_(day == made, table.c.number < int(number))))
    return query.order_by(day.desc(), table.c.number.desc()).limit(asked.limit)


def cursor(value: Said | Standing | Opposed) -> str:
    """Where the next page begins, given the last value of this one."""
    return f"{value.made or ''}_{value.number}"


def _names(connection: Connection, table: Table, numbers: Iterable[int | None]) -> dict[int | None, Named]:
    wanted = sorted(n for n in set(numbers) if n is not None)
    name = table.c.label if "label" in table.c else table.c.name
    rows = connection.execute(select(table.c.number, name).where(table.c.number.in_(wanted)))
    return {number: Named(number, told) for number, told in rows}


def _counts(
    connection: Connection, rows_of: Select[Any], column: ColumnElement[Any], numbers: Sequence[int]
) -> dict[int, int]:
    rows = connection.execute(rows_of.add_columns(func.count()).where(column.in_(numbers)).group_by(column))
    return {row[0]: row[1] for row in rows}


def _standings(connection: Connection, rows: Sequence[Row[Any]], layer: Layer) -> list[Standing]:
    names = _names(connection, tables.actors, {r.actor for r in rows})
    labels = _names(connection, tables.questions, {r.question for r in rows})
    proofs = _proofs(connection, [(r.article, i) for r in rows for i in r.evidence], layer)
    return [
        Standing(r.number, r.local, r.anchor, _source(r), names[r.actor], labels[r.question], r.stance, r.condition,
                 r.made, _known(proofs, r.article, r.evidence), r.confidence, _ruled(r))
        for r in rows
    ]  # fmt: skip


def _statements(connection: Connection, query: Select[Any]) -> list[Said]:
    rows = connection.execute(query).all()
    names = _names(connection, tables.actors, {r.speaker for r in rows})
    return [_statement(r, names) for r in rows]


def _statement(r: Row[Any], names: dict[int | None, Named]) -> Said:
    return Said(r.number, r.local, r.anchor, _source(r), names.get(r.speaker), r.words, r.quotation, r.act, r.denied,
                r.anonymous, r.made, r.spans, r.details, r.confidence, _ruled(r))  # fmt: skip


def _ruled(row: Row[Any]) -> Ruled | None:
    return None if row.verdict is None else Ruled(row.verdict, row.by, row.machine_said, row.disputed)


def _source(row: Row[Any]) -> Source:
    return Source(row.article_id, row.publisher, row.published, row.headline)


def _consecutive(rows: Sequence[Row[Any]]) -> list[tuple[Row[Any], Row[Any]]]:
    """Positions that follow each other in different articles with different stances, of one actor on one question."""
    return [
        (a, b)
        for a, b in pairwise(rows)
        if (a.actor, a.question) == (b.actor, b.question) and a.article != b.article and a.stance != b.stance
    ]


Proofs = dict[tuple[int, str], Proof]


def _proofs(connection: Connection, wanted: Sequence[tuple[int, str]], layer: Layer) -> Proofs:
    """The statements and events of the ids (article, local), as the layer shows them."""
    s, e, a = tables.statements.c, tables.events.c, tables.actors.c
    told = select(s.article, s.local, s.anchor, s.shown, s.words, s.spans, a.name)
    told = told.join(tables.actors, a.number == s.speaker, isouter=True)
    found: Proofs = _places(connection, wanted)
    for some in _chunks(sorted(set(wanted) - found.keys())):
        rows = connection.execute(told.where(tuple_(s.article, s.local).in_(some))).all()
        hidden = [(row.article, row.anchor) for row in rows if layer != "machine" and not row.shown]
        ruled = told.where(tuple_(s.article, s.anchor).in_(hidden), s.shown)
        instead = {(row.article, row.anchor): row for row in (connection.execute(ruled) if hidden else ())}
        for row in rows:
            as_ruled = instead.get((row.article, row.anchor)) if (row.article, row.anchor) in hidden else row
            if as_ruled is not None:
                found[row.article, row.local] = _proof(as_ruled)
        deeds = select(e.article, e.local, e.spans, e["class"]).where(tuple_(e.article, e.local).in_(some))
        for deed in connection.execute(deeds):
            found[deed.article, deed.local] = Proof(deed.local, None, deed[3], _pairs(deed.spans))
    return found


def _proof(row: Any) -> Proof:
    return Proof(row.local, row.name, row.words, _pairs(row.spans["content"]))


def _places(connection: Connection, wanted: Sequence[tuple[int, str]]) -> Proofs:
    """What reviewers gave as evidence by its place in the text."""
    places = [(article, told) for article, told in set(wanted) if is_place(told)]
    if not places:
        return {}
    a = tables.articles.c
    numbers = sorted({article for article, _ in places})
    texts = dict(connection.execute(select(a.number, a.text).where(a.number.in_(numbers))).all())
    spans = {(article, told): spans_of(told) for article, told in places}
    return {key: Proof(key[1], None, quoted(texts[key[0]], each), _pairs(each)) for key, each in spans.items()}


def _pairs(spans: Iterable[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in spans)


def _chunks(items: Sequence[tuple[int, str]], size: int = 400) -> Iterable[Sequence[tuple[int, str]]]:
    return (items[n : n + size] for n in range(0, len(items), size))


def _known(proofs: Proofs, article: int, ids: Sequence[str]) -> tuple[Proof, ...]:
    return tuple(proofs[article, i] for i in ids if (article, i) in proofs)
