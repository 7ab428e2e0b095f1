"""Looking things up by their numbers and ids: an article with its actors, an actor's offices, a question's wordings;
who stands where at a glance; what is least sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Select, func, literal, select

from verbale.errors import NoSuchValue

from . import tables, telling
from .answers import (
    Ahead,
    Cast,
    Cell,
    Company,
    Deed,
    Filter,
    Held,
    Kept,
    Known,
    Layer,
    Listed,
    Matrix,
    Named,
    Opposed,
    Part,
    Said,
    Source,
    Standing,
)
from .asking import Asking
from .layering import as_ruled, everything, latest, valued, within
from .naming import questions_named, whose
from .portable import VALUES
from .proving import Proofs, held, known, names, proofs, spoken

Value = Said | Standing | Part | Deed | Opposed
DOUBTED = ("statement", "position", "event")  # the kinds that have a confidence
_NUMBERS = 2**31  # a table has no more
_OFFICES = 500  # articles, the latest, whose word counts for an actor's offices
_JOINED = {"actor": tables.actors, "question": tables.questions, "meeting": tables.meetings}


class Looking(Asking):
    """Looking up one thing. Everything raises NoSuchValue where it is not there."""

    def article(self, name: str) -> Kept:
        """An article by its id."""
        a = tables.articles.c
        with self.database.reading() as connection:
            row = connection.execute(select(*(c for c in a if c.name not in ("text", "record"))).where(a.id == name))
            found = row.first()
            if found is None:
                raise NoSuchValue(f"there is no article {name}")
            first = list(_sources(connection, a.number == found.copy_of)) if found.copy_of else []
            copies = tuple(_sources(connection, a.copy_of == found.number))
            cast = tuple(_cast(connection, found.number))
        about = Source(found.id, found.publisher, found.published, found.headline)
        return Kept(about, found.url, found.language, found.added, found.version, found.model,
                    first[0] if first else None, copies, cast)  # fmt: skip

    def named(self, kind: str, number: int) -> Named:
        """An actor, question or meeting by its number; where it was merged, what it was merged into."""
        table = _JOINED[kind]
        home = select(func.coalesce(table.c.merged_into, table.c.number)).where(table.c.number == number)
        with self.database.reading() as connection:
            found = names(connection, table, connection.scalars(home).all() if number < _NUMBERS else ())
        if not found:
            raise NoSuchValue(f"there is no {kind} {number}")
        return next(iter(found.values()))

    def called(self, kind: str, number: int) -> tuple[tuple[str, int], ...]:
        """What articles call an actor, question or meeting, and how many do, the most usual name first."""
        j = tables.joins.c
        query = select(j.name, func.count().label("n")).where(j.kind == kind, j.home == number).group_by(j.name)
        with self.database.reading() as connection:
            return tuple((row.name, row.n) for row in connection.execute(query.order_by(func.count().desc(), j.name)))

    def offices(self, number: int) -> tuple[Held, ...]:
        """The offices that articles give an actor, the last told first."""
        a, j = tables.articles.c, tables.joins.c
        query = select(a.number, a.id, a.publisher, a.published, a.headline, j.details)
        query = query.join(tables.joins, j.article == a.number).where(j.kind == "actor", j.home == number)
        with self.database.reading() as connection:
            rows = connection.execute(query.order_by(latest(a.published).desc(), a.number.desc()).limit(_OFFICES)).all()
            told = [(row, office) for row in rows for office in row.details["offices"]]
            homes = _homes(connection, [(row.number, office["of"]) for row, office in told if office["of"]])
        groups: dict[tuple[str, str], list[tuple[Any, str | None, str]]] = {}
        for row, office in told:
            of = homes.get((row.number, office["of"]))
            groups.setdefault((office["title"].lower(), (of or "").lower()), []).append((row, of, office["title"]))
        return tuple(_office(group) for group in groups.values())

    def ahead(self, day: str, limit: int = 10) -> list[Ahead]:
        """Meetings on this day or later, the next ones first, without their participation."""
        m, j = tables.meetings.c, tables.joins.c
        count = select(func.count()).where(j.kind == "meeting", j.home == m.number).scalar_subquery()
        query: Select[Any] = select(m.number, m.name, m.date, m.place, count)
        query = query.where(m.merged_into.is_(None), latest(m.date) >= day).order_by(latest(m.date), m.number)
        with self.database.reading() as connection:
            return [Ahead(*list(row)) for row in connection.execute(query.limit(limit))]

    def matrix(self, asked: Filter = Filter(), questions: int = 12, actors: int = 30) -> Matrix:
        """Who stands where last, on the questions on which most is held."""
        with self.database.reading() as connection:
            ours = whose(connection, asked) if asked.by is not None or asked.country else None
            rows = connection.execute(_last(_weighed(connection, asked, questions), asked, ours)).all()
            called = names(connection, tables.actors, {r.actor for r in rows})
            labels = names(connection, tables.questions, {r.question for r in rows})
            proven = proofs(connection, [(r.article, i) for r in rows for i in r.evidence[:1]], asked.layer)
        shown, seen = Counter[int](), Counter[int]()
        for row in rows:
            shown[row.question] += row.times
            seen[row.actor] += 1
        columns = [n for n, _ in shown.most_common()]
        lines = [n for n, _ in seen.most_common(actors)]
        cells = {(r.actor, r.question): _cell(r, called[r.actor], labels[r.question], proven) for r in rows}
        return Matrix(tuple(labels[n] for n in columns), tuple(called[n] for n in lines),
                      tuple(tuple(cells.get((a, q)) for q in columns) for a in lines))  # fmt: skip

    def company(self, number: int, asked: Filter = Filter(), questions: int = 8, actors: int = 20) -> list[Company]:
        """Who stands where an actor stands, and who does not, on the questions on which it has said the most."""
        with self.database.reading() as connection:
            weighed = _weighed(connection, replace(asked, by=number), questions)
            rows = connection.execute(_last(weighed, replace(asked, by=None, on=None))).all()
            called = names(connection, tables.actors, {r.actor for r in rows})
            labels = names(connection, tables.questions, {r.question for r in rows})
        own = {r.question: r.stance for r in rows if r.actor == number}
        found: dict[int, tuple[list[Named], list[Named]]] = {}
        for row in rows:
            if row.actor != number and row.question in own:
                side = found.setdefault(row.actor, ([], []))[row.stance != own[row.question]]
                side.append(labels[row.question])
        most = sorted(found.items(), key=lambda each: -len(each[1][0]) - len(each[1][1]))[:actors]
        return [Company(called[other], tuple(agree), tuple(differ)) for other, (agree, differ) in most]

    def known(self, number: int) -> Known:
        """An actor with how often it speaks and how many positions it has."""
        a, j = tables.actors.c, tables.joins.c
        times = select(func.count()).where(j.kind == "actor", j.home == number).scalar_subquery()
        with self.database.reading() as connection:
            row = connection.execute(select(a.name, a.kind, a.country, times).where(a.number == number)).first()
            if row is None:
                raise NoSuchValue(f"there is no actor {number}")
            said, stands = spoken(connection, [number]), held(connection, [number])
        return Known(number, *row, said.get(number, 0), stands.get(number, 0))

    def added(self, limit: int) -> list[Listed]:
        """The articles that came in last."""
        a, s = tables.articles.c, tables.statements.c
        said = select(func.count()).where(s.article == a.number).scalar_subquery()
        query = select(a.number, a.id, a.publisher, a.published, a.headline, a.added, said)
        with self.database.reading() as connection:
            rows = connection.execute(query.order_by(a.added.desc(), a.number.desc()).limit(limit))
            return [Listed(*tuple(row)) for row in rows]

    def doubted(self, kinds: Sequence[str], asked: Filter = Filter()) -> list[tuple[str, Value]]:
        """What nobody has ruled on yet, the least sure first; each with its kind. Kinds without a confidence: the
        latest first."""
        found: list[tuple[float, str, Value]] = []
        with self.database.reading() as connection:
            for kind in kinds:
                table = VALUES[kind]
                query = valued(kind, table, asked).where(tables.ruled.c.verdict.is_(None))
                sure = table.c.confidence if kind in DOUBTED else literal(1.0)
                order = (table.c.confidence, table.c.number) if kind in DOUBTED else (latest(table.c.made).desc(),)
                query = query.add_columns(sure.label("sure")).order_by(*order).limit(asked.limit)
                rows = connection.execute(query).all()
                told = _TELLING[kind](connection, rows, asked.layer)
                found += [(r.sure, kind, value) for r, value in zip(rows, told, strict=True)]
        found.sort(key=lambda each: each[0])
        return [(kind, value) for _, kind, value in found[: asked.limit]]

    def value(self, kind: str, article: str, name: str) -> Value:
        """One value of an article, by its anchor or its id in the record, as reviewers have ruled, rejected or not."""
        if kind not in VALUES:
            raise NoSuchValue(f"there is no kind of value '{kind}'", f"There are {', '.join(VALUES)}.")
        c, a = VALUES[kind].c, tables.articles.c
        query = everything(kind, VALUES[kind]).where(a.id == article)
        with self.database.reading() as connection:
            for column in (c.anchor,) if kind == "participation" else (c.local, c.anchor):
                anchors = select(VALUES[kind].c.anchor).where(column == name, VALUES[kind].c.article == a.number)
                rows = as_ruled(connection.execute(query.where(c.anchor.in_(anchors))).all())
                if rows:
                    return _TELLING[kind](connection, rows, "ruled")[0]
        raise NoSuchValue(f"the article has no {kind} {name}")

    def told(self, article: str, ids: Sequence[str]) -> list[Said]:
        """The statements of an article with these ids, rejected or not, in the order of the text."""
        s = tables.statements
        a = tables.articles.c
        anchors = select(s.c.anchor).where(s.c.article == a.number, s.c.local.in_(ids))
        query = everything("statement", s).where(a.id == article, s.c.anchor.in_(anchors))
        with self.database.reading() as connection:
            rows = as_ruled(connection.execute(query.order_by(s.c.number)).all())
            return telling.statements(connection, rows)

    def rejected(self, article: str) -> list[tuple[str, Value]]:
        """What reviewers have rejected in an article, each with its kind."""
        found: list[tuple[str, Value]] = []
        with self.database.reading() as connection:
            for kind, table in VALUES.items():
                query = everything(kind, table).where(tables.articles.c.id == article)
                query = query.where(tables.ruled.c.verdict == "reject", table.c.shown.is_(False))
                rows = connection.execute(query.order_by(table.c.number)).all()
                found += [(kind, value) for value in _TELLING[kind](connection, rows, "machine")]
        return found


def _said(connection: Connection, rows: Sequence[Row[Any]], _: Layer) -> Sequence[Value]:
    return telling.statements(connection, rows)


_TELLING: dict[str, Callable[[Connection, Sequence[Row[Any]], Layer], Sequence[Value]]] = {
    "statement": _said, "position": telling.standings, "participation": telling.parts,
    "event": telling.deeds, "conflict": telling.opposed,
}  # fmt: skip


def _sources(connection: Connection, which: Any) -> Iterator[Source]:
    a = tables.articles.c
    query = select(a.id, a.publisher, a.published, a.headline).where(which).order_by(a.number).limit(100)
    yield from (Source(*list(row)) for row in connection.execute(query))


def _cast(connection: Connection, article: int) -> Iterator[Cast]:
    a, j = tables.actors.c, tables.joins.c
    query = select(j.local, j.name, j.details, j.home, a.name.label("home_name"))
    query = query.join(tables.actors, a.number == j.home).where(j.article == article, j.kind == "actor")
    rows = connection.execute(query).all()
    called = {row.local: row.name for row in rows}
    for row in sorted(rows, key=lambda r: (len(r.local), r.local)):
        offices = tuple(
            f"{o['title']} of {called[o['of']]}" if called.get(o["of"], o["title"]) not in o["title"] else o["title"]
            for o in row.details["offices"]
        )
        yield Cast(row.local, row.name, row.details["kind"], row.details["country"], Named(row.home, row.home_name),
                   offices)  # fmt: skip


def _homes(connection: Connection, locals_: Iterable[tuple[int, str]]) -> dict[tuple[int, str], str]:
    """The names of actors by article and id in its record."""
    j, found = tables.joins.c, dict[tuple[int, str], str]()
    wanted = set(locals_)
    articles, ids = {article for article, _ in wanted}, {local for _, local in wanted}
    query = select(j.article, j.local, j.name).where(j.article.in_(articles), j.kind == "actor", j.local.in_(ids))
    return found | {(row.article, row.local): row.name for row in connection.execute(query)}


def _office(group: Sequence[tuple[Any, str | None, str]]) -> Held:
    row, of, title = group[0]
    days = [r.published for r, _, _ in group if r.published]
    return Held(title, of, len({r.number for r, _, _ in group}), min(days, default=None), max(days, default=None),
                Source(row.id, row.publisher, row.published, row.headline))  # fmt: skip


def _weighed(connection: Connection, asked: Filter, questions: int) -> Sequence[int]:
    """The questions on which most is held, of those that the filter leaves."""
    p = tables.positions.c
    weight = select(p.question).group_by(p.question).order_by(func.count().desc(), p.question).limit(questions)
    if asked.on is not None:
        weight = weight.where(p.question.in_(questions_named(connection, asked.on)))
    if asked.by is not None or asked.country:
        weight = weight.where(p.actor.in_(whose(connection, asked)))
    return connection.scalars(weight).all()


def _last(questions: Sequence[int], asked: Filter, actors: Sequence[int] | Select[Any] | None = None) -> Select[Any]:
    """The last position of each actor on each of the questions, with how many there are, and the least and the
    greatest of their stances by name."""
    p = tables.positions
    query = valued("position", p, asked).where(p.c.question.in_(questions))
    query = query if actors is None else query.where(p.c.actor.in_(actors))
    own = (p.c.question, p.c.actor)
    turn = func.row_number().over(partition_by=own, order_by=(latest(p.c.made).desc(), p.c.number.desc()))
    least, greatest = (each(p.c.stance).over(partition_by=own) for each in (func.min, func.max))
    told = within(query, p.c.made, asked).with_only_columns(
        p.c.number, turn.label("turn"), func.count().over(partition_by=own).label("times"), least.label("least"),
        greatest.label("greatest"),
    ).subquery()  # fmt: skip
    whole = everything("position", p, rulings=asked.layer != "machine").join(told, told.c.number == p.c.number)
    return whole.add_columns(told.c.times, told.c.least, told.c.greatest).where(told.c.turn == 1)


def _cell(row: Row[Any], actor: Named, question: Named, proven: Proofs) -> Cell:
    proof = next((each.id for each in known(proven, row.article, row.evidence)), None)
    return Cell(actor, question, row.stance, row.made, row.times, row.least != row.greatest,
                Source(row.article_id, row.publisher, row.published, row.headline), proof)  # fmt: skip
