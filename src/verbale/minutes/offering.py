"""What a form for rulings offers: the names that an article knows, and what a value says beside what views show."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from verbale.errors import NoSuchValue

from . import tables
from .answers import Ahead, Known, Named, Raised
from .asking import Asking
from .portable import HOMES, Place
from .proving import names
from .resolving import called_so

Offered = dict[str, tuple[Named, ...]]  # by kind
SIDE_ROLES = ("cospeakers", "via", "addressees")


@dataclass(frozen=True, slots=True)
class Titled:
    """An office as an article gives it, `of` a state or body."""

    title: str
    of: Named | None
    evidence: tuple[tuple[int, int], ...]


class Offering(Asking):
    """What reviewers choose from. Everything raises NoSuchValue for what is not there."""

    def known_in(self, articles: Collection[str]) -> dict[str, Offered]:
        """The actors, questions and meetings of each of these articles, as the minutes call them, by name."""
        a, j = tables.articles.c, tables.joins.c
        with self.database.reading() as connection:
            ids = dict(connection.execute(select(a.number, a.id).where(a.id.in_(sorted(articles)))).all())
            query = select(j.article, j.kind, j.home).where(j.article.in_(sorted(ids)), j.kind.in_(HOMES)).distinct()
            rows = connection.execute(query).all()
            called = {kind: _named(connection, kind, {r.home for r in rows if r.kind == kind}) for kind in HOMES}
        found: dict[str, dict[str, list[Named]]] = {a: {kind: [] for kind in HOMES} for a in articles}
        for row in rows:
            if row.home in called[row.kind]:
                found[ids[row.article]][row.kind].append(called[row.kind][row.home])
        return {a: {kind: tuple(sorted(own, key=lambda n: n.name)) for kind, own in kinds.items()}
                for a, kinds in found.items()}  # fmt: skip

    def beside(self, article: str, anchor: str) -> Offered:
        """Who else speaks in a statement, who passes it on and to whom it is said: `SIDE_ROLES`."""
        s, a = tables.statements, tables.articles.c
        query = select(s).join(tables.articles, a.number == s.c.article).where(a.id == article, s.c.anchor == anchor)
        with self.database.reading() as connection:
            row = connection.execute(query.order_by(s.c.shown.desc())).first()
            if row is None:
                raise NoSuchValue(f"the article has no statement {anchor}")
            said = Place.of(connection, row.article).said("statement", row)
            called = names(connection, tables.actors, [n for role in SIDE_ROLES for n in said[role]])
        return {role: tuple(called[n] for n in said[role] if n in called) for role in SIDE_ROLES}

    def offices_in(self, article: str, actor: str) -> tuple[str, tuple[Titled, ...]]:
        """What an article calls the actor of this id in its record, and the offices that it has there, as ruled."""
        a, j = tables.articles.c, tables.joins.c
        query = select(j.article, j.name, j.details).join(tables.articles, a.number == j.article)
        query = query.where(a.id == article, j.kind == "actor", j.local == actor, j.local.not_like("R%"))
        with self.database.reading() as connection:
            row = connection.execute(query).first()
            if row is None:
                raise NoSuchValue(f"the article has no actor {actor}")
            at = Place.of(connection, row.article)
            held = row.details["offices"]
            told = [(office, at.number(office["of"]) if office.get("of") else None) for office in held]
            called = names(connection, tables.actors, [number for _, number in told])
        return row.name, tuple(
            Titled(office["title"], called.get(number), tuple((start, end) for start, end in office["evidence"]))
            for office, number in told
        )

    def unknown_in(self, article: str, homes: Iterable[tuple[str, int | str]]) -> list[tuple[str, str]]:
        """Those of these names, each with its kind, that neither the article nor the minutes have."""
        told = [(kind, name.strip()) for kind, name in homes if isinstance(name, str) and not _is_whole(name.strip())]
        with self.database.reading() as connection:
            a = tables.articles.c
            number = connection.execute(select(a.number).where(a.id == article)).scalar()
            if number is None:
                raise NoSuchValue(f"there is no article {article}")
            at = Place.of(connection, number)
            return [(kind, name) for kind, name in dict.fromkeys(told) if name and not called_so(at, kind, name)]

    def names_of(self, homes: Iterable[tuple[str, int | str]]) -> dict[str, str]:
        """What actors, questions and meetings are called, each given by its kind and number, by "actor 7"."""
        wanted = sorted({(kind, number) for kind, number in homes if isinstance(number, int)})
        with self.database.reading() as connection:
            found = {kind: names(connection, HOMES[kind], [n for k, n in wanted if k == kind]) for kind in HOMES}
        return {f"{kind} {number}": each.name for kind, own in found.items() for number, each in own.items()}

    def home(self, kind: str, number: int) -> Known | Raised | Ahead:
        """An actor, question or meeting by its number, with what rulings may say of it."""
        table = HOMES[kind]
        with self.database.reading() as connection:
            row = connection.execute(select(table).where(table.c.number == number)).first()
        if row is None:
            raise NoSuchValue(f"there is no {kind} {number}")
        if kind == "actor":
            return Known(number, row.name, row.kind, row.country, 0, 0, 0)
        if kind == "question":
            return Raised(number, row.label, 0, 0, None, None)
        return Ahead(number, row.name, row.date, row.place, 0)


def _is_whole(told: str) -> bool:
    return told.isascii() and told.isdigit()


def _named(connection: Connection, kind: str, numbers: Collection[int]) -> dict[int, Named]:
    """Homes by their numbers; unnamed actors left out."""
    c = HOMES[kind].c
    query = select(c.number, c.label if kind == "question" else c.name).where(c.number.in_(sorted(numbers)))
    rows = connection.execute(query if kind != "actor" else query.where(c.kind != "unnamed"))
    return {number: Named(number, name) for number, name in rows}
