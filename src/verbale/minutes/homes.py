"""Rulings on actors, questions and meetings themselves: how they are called, of what kind, where and when.

What a ruling says stands in the row itself, so that everything finds and shows it; what the machine said of the same
fields stands in the row's `machine`, and comes back when the ruling is taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from verbale.errors import BadRuling, NoSuchValue

from . import tables
from .fields import FIELDS
from .joining import storable
from .names import fold
from .portable import HOMES, is_number
from .resolving import learn
from .verdicts import Given, outcome, standing


def home(connection: Connection, kind: str, number: int) -> Row[Any]:
    """The row of an actor, question or meeting that has not been merged into another. Raises NoSuchValue, BadRuling."""
    if kind not in HOMES:
        raise BadRuling(f"'{kind}' cannot be merged or split", f"Name one of {', '.join(HOMES)}.")
    own = select(HOMES[kind]).where(HOMES[kind].c.number == number)
    row = connection.execute(own).first() if is_number(number) else None
    if row is None:
        raise NoSuchValue(f"there is no {kind} {number}")
    if row.merged_into is not None:
        raise BadRuling(f"{kind} {number} has been merged into {kind} {row.merged_into}")
    return row


def machine_said(row: Row[Any], kind: str) -> dict[str, Any]:
    """What the machine calls an actor, question or meeting."""
    return {name: getattr(row, name) for name in FIELDS[kind]} | (row.machine or {})


def remake_home(connection: Connection, kind: str, number: int) -> None:
    """Make the row of an actor, question or meeting again from what the machine said and what was ruled on it."""
    r, table, ruled = tables.rulings.c, HOMES[kind], tables.ruled.c
    own = select(tables.rulings).where(r.kind == kind, r.anchor == str(number), r.verdict.not_in(("merge", "split")))
    rows = connection.execute(own.order_by(r.number)).all()
    rulings = [Given.of(row) for row in rows]
    found = outcome(rulings)
    row = connection.execute(select(table).where(table.c.number == number)).one()
    machine = machine_said(row, kind)
    values = dict(found.values) if found is not None and found.verdict in ("amend", "add") else {}
    said = machine | values
    own_columns = said | {"machine": {name: machine[name] for name in values} or None}
    if kind == "actor":
        own_columns |= {"folded": fold(said["name"])}
    connection.execute(update(table).where(table.c.number == number).values(storable(own_columns)))
    if kind == "question":
        learn(connection, number, said["label"])
    article = next((each.article for each in rows if each.verdict == "add"), None) or 0
    connection.execute(delete(tables.ruled).where(ruled.kind == kind, ruled.anchor == str(number)))
    if found is not None:
        kept = {"kind": kind, "article": article, "anchor": str(number), "verdict": _whole(found.verdict, rulings),
                "values": found.values, "by": found.by, "disputed": found.disputed, "machine": machine}  # fmt: skip
        connection.execute(insert(tables.ruled).values(kept))


def _whole(verdict: str, rulings: Sequence[Given]) -> str:
    """An added one stays added when it is amended."""
    return "add" if any(r.verdict == "add" for r in standing(rulings)) else verdict
