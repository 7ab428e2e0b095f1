"""Settling what reviewers differ on, and all rulings that made an actor, question or meeting what it is."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, or_, select

from verbale.errors import BadRuling, NoSuchValue

from . import tables
from .agreeing import REJECTED, Agreeing, said_by
from .portable import HOMES, Said
from .ruling import Kind, Rule, rule_of
from .verdicts import Given, opinions, standing


class Settling(Agreeing):
    """Adjudication: a ruling that holds against those of other reviewers."""

    def settle(
        self, kind: Kind, article: str | None, anchor: str, says: str, *, by: str, why: str | None = None
    ) -> int:
        """Rule finally that what the reviewer `says` takes a value to be holds; gives the ruling's number.

        Raises NoSuchValue where no ruling of theirs on it stands, and BadRuling.
        """
        if not says.strip():
            raise BadRuling("nobody is named whose ruling is to hold", "Name one of the reviewers who differ.")
        given, machine = self._given(kind, article, anchor)
        told = said_by(kind, given).get(says)
        if told is None:
            raise NoSuchValue(f"no ruling of {says[:80]} on this {kind} stands", "Look at the list again.")
        if told["verdict"] == REJECTED:
            return self.rule(kind, article, anchor, "reject", by=by, why=why, final=True)
        own = opinions(given).get(by, ("", {}))[1]
        differing = [name for name in told if name != "verdict" and (not machine or told[name] != machine.get(name))]
        if not differing:
            return self.rule(kind, article, anchor, "accept", by=by, why=why, final=True)
        values = {name: told[name] for name in told if name in differing or name in own}
        return self.rule(kind, article, anchor, "amend", by=by, values=values, why=why, final=True)

    def rulings_about(self, kind: str, number: int, limit: int = 200) -> list[Rule]:
        """Rulings on an actor, question or meeting itself, its mergers and splits too, the latest first."""
        r, a = tables.rulings, tables.articles
        own = or_(r.c.anchor == str(number), r.c.anchor.like(f"{number} %"), r.c.anchor.like(f"% {number}"))
        query = select(r, a.c.id.label("article_id")).join(a, a.c.number == r.c.article, isouter=True)
        query = query.where(r.c.kind == kind, own).order_by(r.c.number.desc()).limit(limit)
        with self.database.reading() as connection:
            return [rule_of(row) for row in connection.execute(query)]

    def undone(self, numbers: Collection[int]) -> set[int]:
        """Those of these rulings that have been taken back."""
        undoes = tables.rulings.c.undoes
        with self.database.reading() as connection:
            return set(connection.scalars(select(undoes).where(undoes.in_(numbers))))

    def _given(self, kind: str, article: str | None, anchor: str) -> tuple[list[Given], Said]:
        """The rulings on a value that stand, as they were made, and what the machine says of it now."""
        a = tables.articles.c
        number = select(a.number).where(a.id == article).scalar_subquery()
        r, ruled = tables.rulings.c, tables.ruled.c
        own = select(tables.rulings).where(r.kind == kind, r.anchor == anchor, r.verdict.not_in(("merge", "split")))
        own = own if kind in HOMES else own.where(r.article == number)
        machine = select(ruled.machine).where(ruled.kind == kind, ruled.anchor == anchor)
        machine = machine if kind in HOMES else machine.where(ruled.article == number)
        with self.database.reading() as connection:
            rows: list[Row[Any]] = list(connection.execute(own.order_by(r.number)))
            said: Said = connection.execute(machine).scalar() or {}
        return standing([Given.of(row) for row in rows]), said
