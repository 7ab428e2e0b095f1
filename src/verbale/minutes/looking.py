"""Looking things up by their numbers and ids: an article with its actors, an actor's offices, a question's wordings;
what is new, and what is least sure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, func, literal, select

from verbale.errors import NoSuchValue
from verbale.record import title_of
from verbale.record.values import TITLE

from . import tables, telling
from .answers import (
    Ahead,
    Cast,
    Deed,
    Filter,
    Held,
    Kept,
    Known,
    Layer,
    Listed,
    Named,
    Opposed,
    Part,
    Said,
    Source,
    Standing,
)
from .asking import Asking
from .days import last_day
from .layering import as_ruled, copies, everything, latest, valued
from .portable import VALUES, is_number
from .proving import names
from .tallying import NONE, tallied

Value = Said | Standing | Part | Deed | Opposed
DOUBTED = ("statement", "position", "event")  # the kinds that have a confidence
_OFFICES = 500  # articles, those added last, whose word counts for an actor's offices
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

    def title(self, article: str) -> str:
        """What an article is called, by its id."""
        a = tables.articles.c
        query = select(a.headline, func.substr(a.text, 1, 4 * TITLE)).where(a.id == article)
        with self.database.reading() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise NoSuchValue(f"there is no article {article}")
        return title_of(*row)

    def named(self, kind: str, number: int) -> Named:
        """An actor, question or meeting by its number; where it was merged, what it was merged into."""
        table = _JOINED[kind]
        home = select(func.coalesce(table.c.merged_into, table.c.number)).where(table.c.number == number)
        with self.database.reading() as connection:
            found = names(connection, table, connection.scalars(home).all() if is_number(number) else ())
        if not found:
            raise NoSuchValue(f"there is no {kind} {number}")
        return next(iter(found.values()))

    def called(self, kind: str, number: int) -> tuple[tuple[str, int], ...]:
        """What articles call an actor, question or meeting, and how many do, the most usual name first; what only
        near-copies call it is not told."""
        j = tables.joins.c
        query = _joined(kind, number).with_only_columns(j.name, func.count().label("n")).group_by(j.name)
        with self.database.reading() as connection:
            return tuple((row.name, row.n) for row in connection.execute(query.order_by(func.count().desc(), j.name)))

    def offices(self, number: int) -> tuple[Held, ...]:
        """The offices that articles give an actor, the last told first; near-copies do not count."""
        a, j = tables.articles.c, tables.joins.c
        last = _joined("actor", number).order_by(j.article.desc()).limit(_OFFICES).subquery()
        query = select(a.number, a.id, a.publisher, a.published, a.headline, last.c.details)
        query = query.join(last, last.c.article == a.number).order_by(latest(a.published).desc(), a.number.desc())
        with self.database.reading() as connection:
            rows = connection.execute(query).all()
            told = [(row, office) for row in rows for office in row.details["offices"]]
            homes = _homes(connection, [(row.number, office["of"]) for row, office in told if office["of"]])
        groups: dict[tuple[str, str], list[tuple[Any, str | None, str]]] = {}
        for row, office in told:
            of = homes.get((row.number, office["of"]))
            groups.setdefault((office["title"].lower(), (of or "").lower()), []).append((row, of, office["title"]))
        return tuple(_office(group) for group in groups.values())

    def ahead(self, day: str, limit: int = 10) -> list[Ahead]:
        """Meetings on this day or later, the next ones first, without their participation."""
        m = tables.meetings.c
        query = select(m.number, m.date).where(m.merged_into.is_(None), latest(m.date) >= day[:4])
        with self.database.reading() as connection:
            rows = [row for row in connection.execute(query) if last_day(row.date) >= day]
            rows.sort(key=lambda row: (last_day(row.date), row.number))
            return telling.meetings(connection, [row.number for row in rows[:limit]])

    def known(self, number: int) -> Known:
        """An actor with how often it speaks and how many positions it has."""
        a = tables.actors.c
        with self.database.reading() as connection:
            row = connection.execute(select(a.name, a.kind, a.country).where(a.number == number)).first()
            if row is None:
                raise NoSuchValue(f"there is no actor {number}")
            return Known(number, *row, *tallied(connection, [number]).get(number, NONE))

    def added(self, limit: int) -> list[Listed]:
        """The articles that came in last."""
        a = tables.articles.c
        with self.database.reading() as connection:
            query = select(a.number).order_by(a.added.desc(), a.number.desc()).limit(limit)
            return telling.listed(connection, connection.scalars(query).all())

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
        with self.database.reading() as connection:
            for column in ("anchor",) if kind == "participation" else ("local", "anchor"):
                rows = connection.execute(_of_anchors(kind, article, column, [name])).all()
                if rows:
                    return _TELLING[kind](connection, as_ruled(rows), "ruled")[0]
        raise NoSuchValue(f"the article has no {kind} {name}")

    def told(self, article: str, ids: Sequence[str]) -> list[Said]:
        """The statements of an article with these ids, rejected or not, in the order of the text."""
        query = _of_anchors("statement", article, "local", ids).order_by(tables.statements.c.number)
        with self.database.reading() as connection:
            return telling.statements(connection, as_ruled(connection.execute(query).all()))

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


def _joined(kind: str, number: int) -> Select[Any]:
    """What articles call an actor, question or meeting, near-copies aside."""
    j = tables.joins.c
    return select(j.article, j.details).where(j.kind == kind, j.home == number, (j.article + 0).not_in(copies()))


def _said(connection: Connection, rows: Sequence[Row[Any]], _: Layer) -> Sequence[Value]:
    return telling.statements(connection, rows)


_TELLING: dict[str, Callable[[Connection, Sequence[Row[Any]], Layer], Sequence[Value]]] = {
    "statement": _said, "position": telling.standings, "participation": telling.parts,
    "event": telling.deeds, "conflict": telling.opposed,
}  # fmt: skip


def _of_anchors(kind: str, article: str, column: str, names: Sequence[str]) -> Select[Any]:
    """The rows of an article that share their anchors with those so named: the machine's and people's."""
    own, a = VALUES[kind].alias(), tables.articles.alias()
    anchors = select(own.c.anchor).join(a, a.c.number == own.c.article).where(a.c.id == article)
    query = everything(kind, VALUES[kind]).where(tables.articles.c.id == article)
    return query.where(VALUES[kind].c.anchor.in_(anchors.where(own.c[column].in_(names))))


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
