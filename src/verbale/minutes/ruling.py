"""Rulings: what reviewers accept, reject, amend, add, merge and split.

A ruling is a row of its own, with who, when and why, and is never changed: the database itself refuses. What the
machine read stays beside it. Undo is another ruling.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Literal, TypeVar

from sqlalchemy import Connection, Row, insert, select

from verbale.errors import BadRuling, NoSuchValue

from . import tables
from .accounts.names import LONGEST as NAMED
from .answers import Source
from .asking import Asking
from .fields import FIELDS, LONGEST, a, checked
from .homes import home, machine_said, remake_home
from .joining import plain
from .moving import merge, split, unmerge
from .people import machine_row, remake, tie
from .portable import HOMES, LAST, VALUES, Place, Said, bounded, is_number, place
from .resolving import is_there, make_new, resolved

Verdict = Literal["accept", "reject", "amend", "add", "merge", "split", "undo"]
Kind = Literal["statement", "position", "participation", "event", "conflict", "office", "actor", "question", "meeting"]
Joined = Literal["actor", "question", "meeting"]
_T = TypeVar("_T")
_GIVEN: tuple[str, ...] = ("accept", "reject", "amend", "add")


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruling as it stands in the minutes.

    Attributes:
        number: Counts all rulings in the order in which they were made.
        at: When, UTC.
        by: Who.
        verdict: accept, reject, amend, add, merge, split or undo.
        kind: What kind of value it is about.
        article: Id of the article, where the value is one article's.
        anchor: What names the value; of an actor, question or meeting its number.
        values: What an amended or added value says (`fields.FIELDS`); what was merged or split.
        machine: What the machine said.
        why: The reviewer's reason.
        final: Whether it settles a disagreement.
        undoes: The number of the ruling that it takes back.
    """

    number: int
    at: str
    by: str
    verdict: str
    kind: str
    article: str | None
    anchor: str
    values: dict[str, Any]
    machine: dict[str, Any]
    why: str | None
    final: bool
    undoes: int | None


@dataclass(frozen=True, slots=True)
class Join:
    """Why what an article calls so is this actor, question or meeting.

    Attributes:
        article: The article.
        local: Its id in the article's record.
        name: What the article calls it.
        reason: Why that is this one.
    """

    article: Source
    local: str
    name: str
    reason: str


class Ruling(Asking):
    """Ruling on values, and asking what was ruled. Everything that rules raises BadRuling for a ruling that makes no
    sense, NoSuchValue for a value that is gone, and returns the ruling's number."""

    def rule(
        self, kind: Kind, article: str | None, value: str | int | None,
        verdict: Literal["accept", "reject", "amend", "add"], *, by: str, values: Mapping[str, Any] | None = None,
        why: str | None = None, final: bool = False, new: bool = True,
    ) -> int:  # fmt: skip
        """Rule on a value of an article, named by its id in the record (S3) or its anchor; or add one that the machine
        missed, without a name.

        The offices of an article's actor are the value "office", named by the actor's id. An actor, question or
        meeting of the minutes is named by its number and has no article, except where it is added. `values` are
        fields of `fields.FIELDS`; actors, questions and meetings in them may be numbers, their ids in the article's
        record, or names; what nobody is called yet is made, or refused unless `new`.
        """

        def work(connection: Connection) -> int:
            if kind not in FIELDS:
                raise BadRuling(f"'{kind}' is nothing to rule on", f"Name one of {', '.join(FIELDS)}.")
            if verdict not in _GIVEN:
                raise BadRuling(f"'{verdict}' is no verdict", f"Give one of {', '.join(_GIVEN)}.")
            ruling = {"verdict": verdict, "kind": kind, "why": why, "final": final}
            if kind in HOMES:
                return self._rule_home(connection, by, ruling, article, value, values or {})
            at = replace(Place.of(connection, _article(connection, article)), new=new)
            anchor, machine = ("", Said()) if verdict == "add" else _value(at, kind, str(value or ""))
            given = resolved(at, kind, checked(kind, verdict, values or {}, at.text))
            anchor = anchor or _new_anchor(at, kind, given)
            made = ruling | {"article": at.article, "anchor": anchor, "values": given, "machine": machine}
            return self._kept(connection, by, made)

        return self._writing(work)

    def _rule_home(
        self, connection: Connection, by: str, ruling: dict[str, Any], article: str | None, value: str | int | None,
        values: Mapping[str, Any],
    ) -> int:  # fmt: skip
        kind, verdict = ruling["kind"], ruling["verdict"]
        given = checked(kind, verdict, values, "")
        if verdict == "reject":
            raise BadRuling(f"{a(kind)} is not rejected as a whole", "Reject the values that name it, or merge it.")
        if article and verdict != "add":
            raise BadRuling(f"{a(kind)} is ruled on for all articles at once", "Leave the article out.")
        if verdict == "add":
            number, machine, own = make_new(connection, kind, given), Said(), _article(connection, article)
        else:
            number, own = _number(value, kind), None
            machine = machine_said(home(connection, kind, number), kind)
        made = ruling | {"article": own, "anchor": str(number), "values": given, "machine": machine}
        return self._kept(connection, by, made)

    def merge(self, kind: Joined, into: int, other: int, *, by: str, why: str | None = None) -> int:
        """Say that two actors, questions or meetings of the minutes, by their numbers, are one."""

        def work(connection: Connection) -> int:
            values = {"into": into, "from": other} | merge(connection, kind, into, other)
            return self._kept(connection, by, _about(kind, "merge", f"{into} {other}", values, why))

        return self._writing(work)

    def split(self, kind: Joined, number: int, articles: Sequence[str], *, by: str, why: str | None = None) -> int:
        """Say that what these articles call so is another actor, question or meeting than `number`."""

        def work(connection: Connection) -> int:
            own = [_article(connection, each) for each in articles]
            new, moved = split(connection, kind, number, own)
            values = {"from": number, "into": new, "moved": moved}
            return self._kept(connection, by, _about(kind, "split", f"{number} {new}", values, why))

        return self._writing(work)

    def undo(self, number: int, *, by: str, why: str | None = None) -> int:
        """Take a ruling back, by another one."""

        def work(connection: Connection) -> int:
            r = tables.rulings
            row = connection.execute(select(r).where(r.c.number == number)).first() if is_number(number) else None
            if row is None or row.verdict == "undo":
                raise NoSuchValue(f"there is no ruling {number} to take back", "`verbale rulings` lists them.")
            if connection.execute(select(r.c.number).where(r.c.undoes == number)).first():
                raise BadRuling(f"ruling {number} has been taken back already")
            if row.verdict in ("merge", "split"):
                unmerge(connection, row.kind, row.verdict, row._mapping["values"])
            made = {"verdict": "undo", "kind": row.kind, "article": row.article, "anchor": row.anchor,
                    "values": {}, "machine": {}, "why": why, "final": False, "undoes": number}  # fmt: skip
            return self._kept(connection, by, made)

        return self._writing(work)

    def rulings(
        self, *, kind: str | None = None, article: str | None = None, by: str | None = None, value: str | None = None,
        before: int | None = None, limit: int = 100,
    ) -> list[Rule]:  # fmt: skip
        """Rulings, the latest first; `value` is an anchor, `before` the number that theirs must be smaller than."""
        r, a = tables.rulings, tables.articles
        query = select(r, a.c.id.label("article_id")).join(a, a.c.number == r.c.article, isouter=True)
        for column, wanted in ((r.c.kind, kind), (a.c.id, article), (r.c.by, by), (r.c.anchor, value)):
            query = query.where(column == wanted) if wanted is not None else query
        query = query.where(r.c.number < bounded(before)) if before is not None else query
        with self.database.reading() as connection:
            rows = connection.execute(query.order_by(r.c.number.desc()).limit(limit)).all()
        return [rule_of(row) for row in rows]

    def ruled_on(self, kind: Kind) -> list[str]:
        """Ids of the articles that have rulings on values of this kind."""
        r, a = tables.ruled.c, tables.articles.c
        query = select(a.id).where(a.number.in_(select(r.article).where(r.kind == kind))).order_by(a.number)
        with self.database.reading() as connection:
            return list(connection.scalars(query))

    def joins(self, kind: Joined, number: int, limit: int = 1000) -> list[Join]:
        """Why articles' actors, questions or meetings are this one, in the order in which the articles came.
        Raises NoSuchValue where there is none of that number."""
        j, a = tables.joins.c, tables.articles.c
        query = select(a.id, a.publisher, a.published, a.headline, j.local, j.name, j.reason)
        query = query.join(tables.articles, a.number == j.article).where(j.kind == kind, j.home == number)
        with self.database.reading() as connection:
            if not is_there(connection, kind, number):
                raise NoSuchValue(f"there is no {kind} {number}", f"`verbale {kind}s` lists them.")
            rows = connection.execute(query.order_by(j.article, j.local).limit(limit)).all()
        return [Join(Source(*row[:4]), *row[4:]) for row in rows]

    def _writing(self, work: Callable[[Connection], _T]) -> _T:
        def whole() -> _T:
            with self.database.writing() as connection:
                return work(connection)

        return self.database.patiently(whole)

    def _kept(self, connection: Connection, by: str, made: dict[str, Any]) -> int:
        _check_reviewer(by.strip(), made["why"] or "")
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        why = plain(made["why"]) if made["why"] else None
        row = made | {"by": plain(by.strip()), "at": at, "why": why}
        key = connection.execute(insert(tables.rulings).values(row)).inserted_primary_key
        _take_effect(connection, row)
        return int(key[0])  # type: ignore[index]


def _check_reviewer(name: str, why: str) -> None:
    if not name:
        raise BadRuling("a ruling needs somebody who makes it", "Give the reviewer's name.")
    if len(name) > NAMED or not name.isprintable():
        raise BadRuling(f"{name[:NAMED]!r} cannot be a reviewer's name", f"Give {NAMED} printable ones at most.")
    if len(why) > LONGEST:
        raise BadRuling(f"the reason is {len(why)} characters long", f"Give {LONGEST} at most.")


def _take_effect(connection: Connection, row: dict[str, Any]) -> None:
    """Make again what this ruling is about."""
    kind, article, anchor = row["kind"], row["article"], row["anchor"]
    if kind not in HOMES:
        remake(connection, article, kind, anchor)
    elif anchor.isdigit():
        remake_home(connection, kind, int(anchor))
        if article is not None:
            tie(connection, article)


def _about(kind: str, verdict: str, anchor: str, values: dict[str, Any], why: str | None) -> dict[str, Any]:
    return {"verdict": verdict, "kind": kind, "article": None, "anchor": anchor, "values": values, "machine": {},
            "why": why, "final": False}  # fmt: skip


def _article(connection: Connection, name: str | None) -> int:
    """Number of an article."""
    a = tables.articles.c
    found = connection.execute(select(a.number).where(a.id == (name or ""))).scalar()
    if found is None:
        raise NoSuchValue(f"there is no article {name}" if name else "an article must be named")
    return int(found)


def _number(value: str | int | None, kind: str) -> int:
    told = str(value if value is not None else "").strip()
    if not (told.isascii() and told.isdigit() and len(told) <= len(str(LAST))):
        raise NoSuchValue(f"there is no {kind} '{told[:80]}'", f"Give its number; `verbale {kind}s` lists them.")
    return int(told)


def _value(at: Place, kind: str, value: str) -> tuple[str, Said]:
    """A value's anchor, and what the machine says of it, or else whoever added it."""
    if kind == "office":
        return _offices(at, value)
    c = VALUES[kind].c
    named = c.anchor == value if kind == "participation" else (c.local == value) | (c.anchor == value)
    rows = at.connection.execute(select(VALUES[kind]).where(c.article == at.article, named)).all()
    if kind == "participation" and not rows:
        rows = at.connection.execute(select(VALUES[kind]).where(c.article == at.article, c.local == value)).all()
        if len({row.anchor for row in rows}) > 1:
            told = "; ".join(sorted({row.anchor for row in rows}))
            raise BadRuling(f"several parts in {value}: {told}", "Name one of them so.")
    if not rows:
        return _ruled_before(at, kind, value)
    row = machine_row(at.connection, kind, at.article, rows[0].anchor) or rows[0]
    return row.anchor, at.said(kind, row)


def _ruled_before(at: Place, kind: str, value: str) -> tuple[str, Said]:
    """A value that has no row, since it was added and then rejected, or rejected and no longer read."""
    r = tables.rulings.c
    own = select(tables.rulings).where(r.kind == kind, r.article == at.article, r.anchor == value)
    row: Row[Any] | None = at.connection.execute(own.order_by(r.number)).first()
    if row is None:
        raise NoSuchValue(f"the article has no {kind} {value}")
    return row.anchor, dict(row._mapping["machine"] or row._mapping["values"])


def _offices(at: Place, value: str) -> tuple[str, Said]:
    j = tables.joins.c
    own = select(tables.joins).where(j.article == at.article, j.kind == "actor", (j.local == value) | (j.name == value))
    row = at.connection.execute(own).first()
    if row is None:
        raise NoSuchValue(f"the article has no actor {value}")
    machine = row.details.get("machine_offices", row.details.get("offices", []))
    return row.name, {"offices": [o | {"of": at.number(o["of"]) if o.get("of") else None} for o in machine]}


def _new_anchor(at: Place, kind: str, values: Said) -> str:
    """What names an added value. Raises BadRuling where the machine has read it already."""
    if kind == "office":
        raise BadRuling("offices are not added one by one", "Amend the offices of the actor.")
    anchor = _told(at, kind, values)
    row = machine_row(at.connection, kind, at.article, anchor)
    if row is not None:
        raise BadRuling(f"the article has this {kind} already: {row.local}", "Amend that one.")
    return anchor


def _told(at: Place, kind: str, values: Said) -> str:
    """An anchor as `writing` makes them."""
    if kind in ("statement", "event"):
        return place(values.get("content") or values["spans"])
    names = {name: _name(at, FIELDS[kind][name].sort, values.get(name)) for name in values}
    if kind == "position":
        return f"{names['actor']} on {names['question']}"
    if kind == "participation":
        return f"{names['actor']}, {values['role']} in {names['meeting']}"
    told = f"{values['kind']}: {names['first']} / {names['second']}"
    return told + (f" on {names['question']}" if names.get("question") else "")


def _name(at: Place, sort: str, value: Any) -> str | None:
    """What the article calls an actor, question or meeting, else what the minutes call it."""
    if sort not in HOMES or value is None:
        return None
    j, c = tables.joins.c, HOMES[sort].c
    own = select(j.name).where(j.article == at.article, j.kind == sort, j.home == value).order_by(j.local)
    name = at.connection.execute(own).scalar()
    column = c.label if sort == "question" else c.name
    return str(name or at.connection.execute(select(column).where(c.number == value)).scalar_one())


def rule_of(row: Row[Any]) -> Rule:
    known = row._mapping
    return Rule(row.number, row.at, row.by, row.verdict, row.kind, row.article_id, row.anchor, known["values"],
                known["machine"], row.why, row.final, row.undoes)  # fmt: skip
