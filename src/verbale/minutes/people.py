"""People's layer: what rulings come to, as rows beside the machine's.

A value that reviewers have added or amended, or accepted before the machine changed its mind, is a row of its own in
the machine's table, with the machine's anchor and the id R and the number of its first ruling. `shown` says which of
the two a reader sees. All of it is made from the rulings and the machine's rows alone, and made again whenever either
changes; so it outlives every new reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, insert, select, update

from . import tables
from .fields import FIELDS, ROLES
from .portable import HOMES, VALUES, Place, Said, quoted
from .resolving import number_of
from .tallying import recount
from .verdicts import Given, Outcome, outcome

KEPT = "kept for a ruling"


def remake(connection: Connection, article: int, kind: str | None = None, anchor: str | None = None) -> None:
    """Make people's rows of an article again: of one value, or of all."""
    r = tables.rulings.c
    values = select(r.kind, r.anchor).where(r.article == article, r.kind.in_((*VALUES, "office"))).distinct()
    values = values.where(r.kind == kind, r.anchor == anchor) if anchor is not None else values
    ruled = sorted(connection.execute(values).all(), key=lambda each: (list(FIELDS).index(each[0]), each[1]))
    if not ruled:
        return
    at = Place.of(connection, article)
    for each, name in ruled:
        _Value(at, each, name).remake()
        if each in ("statement", "event"):
            at = Place.of(connection, article)
    tie(connection, article)


def machine_row(connection: Connection, kind: str, article: int, anchor: str) -> Row[Any] | None:
    """The machine's row of an anchor."""
    c = VALUES[kind].c
    own = select(VALUES[kind]).where(c.article == article, c.anchor == anchor, c.local.not_like("R%"))
    return connection.execute(own).first()


class _Value:
    """One value that was ruled on."""

    def __init__(self, at: Place, kind: str, anchor: str) -> None:
        self.at, self.kind, self.anchor, self.connection = at, kind, anchor, at.connection

    def remake(self) -> None:
        r = tables.rulings.c
        own = select(tables.rulings).where(r.kind == self.kind, r.article == self.at.article, r.anchor == self.anchor)
        found = outcome([_given(self.at, self.kind, row) for row in self.connection.execute(own.order_by(r.number))])
        if self.kind == "office":
            self._keep(found, {})
            _set_offices(self.at, self.anchor, found)
            return
        machine = self._machine()
        self._clear(VALUES[self.kind])
        value = self._value(found, machine) if found is not None else None
        if value is not None and value != machine:
            local = f"R{found.first}" if found else ""
            self.at.insert(self.kind, local, self.anchor, value)
        replaced = value is not None and value != machine
        self._show_machine(found is None or (found.verdict != "reject" and not replaced))
        self._keep(found, machine)

    def _machine(self) -> Said:
        row = machine_row(self.connection, self.kind, self.at.article, self.anchor)
        return self.at.said(self.kind, row) if row is not None else {}

    def _value(self, found: Outcome, machine: Said) -> Said | None:
        """What it is said to be; None where it is rejected, or too little of it is known to be shown."""
        if found.verdict == "reject":
            return None
        base = _defaults(self.kind) | (found.added or {}) | found.machine
        if found.verdict != "accept":
            base |= machine
        value = base | found.values
        return value if all(name in value for name in FIELDS[self.kind]) else None

    def _clear(self, table: Table) -> None:
        c = table.c
        self.connection.execute(
            delete(table).where(c.article == self.at.article, c.anchor == self.anchor, c.local.like("R%"))
        )

    def _show_machine(self, shown: bool) -> None:
        table = VALUES[self.kind]
        own = (table.c.article == self.at.article) & (table.c.anchor == self.anchor) & table.c.local.not_like("R%")
        self.connection.execute(update(table).where(own).values(shown=shown))

    def _keep(self, found: Outcome | None, machine: Said) -> None:
        """The row of `ruled`."""
        c, article = tables.ruled.c, self.at.article
        own = (c.kind == self.kind) & (c.article == article) & (c.anchor == self.anchor)
        self.connection.execute(delete(tables.ruled).where(own))
        if found is not None:
            row = {"kind": self.kind, "article": article, "anchor": self.anchor, "verdict": found.verdict,
                   "values": found.values, "by": found.by, "disputed": found.disputed,
                   "machine": _told(self.at, self.kind, machine)}  # fmt: skip
            self.connection.execute(insert(tables.ruled).values(row))


def _defaults(kind: str) -> Said:
    return {name: field.default for name, field in FIELDS[kind].items() if not field.needed}


def _told(at: Place, kind: str, machine: Said) -> Said:
    """What the machine said, with a statement's words and spans as views have them."""
    if kind != "statement" or not machine:
        return machine
    return machine | {"words": quoted(at.text, machine["content"]), "spans": {role: machine[role] for role in ROLES}}


def _given(at: Place, kind: str, row: Row[Any]) -> Given:
    """A ruling as it is said today: schemas before 0004 kept a statement's spans together, and its speaker's name."""
    given = Given.of(row)
    if kind != "statement":
        return given
    return replace(given, values=_modern(at, given.values), machine=_modern(at, given.machine))


def _modern(at: Place, values: Said) -> Said:
    said = {name: value for name, value in values.items() if name != "spans"}
    if "spans" in values:
        said |= {role: [list(span) for span in values["spans"].get(role, [])] for role in ROLES}
    if isinstance(said.get("speaker"), str):
        said["speaker"] = number_of(at, "actor", said["speaker"])
    return said


def _set_offices(at: Place, name: str, found: Outcome | None) -> None:
    """The offices of an article's actor, in its join: as ruled, else as the machine read them."""
    j = tables.joins
    own = (j.c.article == at.article) & (j.c.kind == "actor") & (j.c.name == name) & j.c.local.not_like("R%")
    for row in at.connection.execute(select(j).where(own)).all():
        machine = row.details.get("machine_offices", row.details.get("offices", []))
        details = {n: value for n, value in row.details.items() if n != "machine_offices"} | {"offices": machine}
        if found is not None and found.verdict in ("amend", "reject"):
            ruled = [o | {"of": at.local(o["of"]) if o["of"] else None} for o in found.values.get("offices", [])]
            details |= {"offices": ruled, "machine_offices": machine}
        at.connection.execute(update(j).where(own, j.c.local == row.local).values(details=details))


def tie(connection: Connection, article: int) -> None:
    """Join to the article the actors, questions and meetings that only its rulings name, and count again."""
    j = tables.joins.c
    wanted = set(_named(connection, article))
    connection.execute(delete(tables.joins).where(j.article == article, j.local.like("R%")))
    joined = {(kind, home) for kind, home in connection.execute(select(j.kind, j.home).where(j.article == article))}
    rows = [_joined(connection, article, kind, home) for kind, home in sorted(wanted - joined)]
    if rows:
        connection.execute(insert(tables.joins), rows)
    recount(connection, article)


def _joined(connection: Connection, article: int, kind: str, home: int) -> dict[str, Any]:
    c = HOMES[kind].c
    row = connection.execute(select(HOMES[kind]).where(c.number == home)).one()
    name = row.label if kind == "question" else row.name
    details: Said = {"about": []} if kind == "question" else {}
    if kind == "actor":
        details = {"kind": row.kind, "country": row.country, "offices": [], "mentions": []}
    return {"article": article, "kind": kind, "local": f"R{home}", "home": home, "name": name, "reason": KEPT,
            "details": details}  # fmt: skip


def _named(connection: Connection, article: int) -> Iterator[tuple[str, int]]:
    """The actors, questions and meetings of people's rows, and those that were added to the article."""
    at = Place.of(connection, article)
    for kind, table in VALUES.items():
        own = select(table).where(table.c.article == article, table.c.local.like("R%"))
        for row in connection.execute(own).all():
            said = at.said(kind, row)
            for name, field in FIELDS[kind].items():
                numbers = said[name] if field.sort == "actors" else [said[name]] if field.sort in HOMES else []
                sort = "actor" if field.sort == "actors" else field.sort
                yield from ((sort, n) for n in numbers if n is not None)
    c = tables.ruled.c
    rows = select(c.kind, c.anchor).where(c.article == article, c.kind.in_(HOMES), c.verdict == "add")
    for kind, anchor in connection.execute(rows):
        home = at.home(kind, int(anchor))
        if home is not None:
            yield kind, home
