"""What several rulings on one value come to.

Of several reviewers' rulings the latest is followed, until one adjudicates (`final`): an adjudication holds against
whatever others rule after it. It is opened again by being taken back, or replaced by another adjudication.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row


@dataclass(frozen=True, slots=True)
class Given:
    """What counts of a ruling on a value."""

    number: int
    by: str
    verdict: str
    values: dict[str, Any]
    machine: dict[str, Any]
    final: bool
    undoes: int | None

    @classmethod
    def of(cls, row: Row[Any]) -> Given:
        """From a row of `rulings`, whose own attribute `values` is a method."""
        known = row._mapping
        return cls(row.number, row.by, row.verdict, known["values"], known["machine"], row.final, row.undoes)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rulings on a value come to.

    Attributes:
        verdict: accept, reject, amend or add.
        values: What is amended or added.
        by: Who says so.
        disputed: Whether reviewers differ, and nobody has adjudicated.
        first: Number of the first ruling on the value that stands.
        machine: What the machine said to whoever is followed.
        added: What a reviewer has added, where the value is no machine's.
    """

    verdict: str
    values: dict[str, Any]
    by: str
    disputed: bool
    first: int
    machine: dict[str, Any]
    added: dict[str, Any] | None


def standing(rulings: Sequence[Given]) -> list[Given]:
    """Those that nobody has taken back."""
    taken_back = {r.undoes for r in rulings if r.undoes is not None}
    return [r for r in rulings if r.verdict != "undo" and r.number not in taken_back]


def outcome(rulings: Sequence[Given]) -> Outcome | None:
    """What the rulings on one value come to, in the order in which they were made; None where all are taken back."""
    live = standing(rulings)
    if not live:
        return None
    settled = next((r for r in reversed(live) if r.final), None)
    last = settled or live[-1]
    verdict, values = verdict_of([r for r in live if r.by == last.by and r.number <= last.number])
    added = next((r.values for r in live if r.verdict == "add"), None)
    disputed = settled is None and len({_comparable(*each) for each in opinions(live).values()}) > 1
    return Outcome(verdict, values, last.by, disputed, live[0].number, dict(last.machine), added)


def opinions(live: Sequence[Given]) -> dict[str, tuple[str, dict[str, Any]]]:
    """Each reviewer's verdict and values."""
    return {r.by: verdict_of([x for x in live if x.by == r.by]) for r in live}


def verdict_of(rulings: Sequence[Given]) -> tuple[str, dict[str, Any]]:
    """The last verdict of one reviewer; amendments of several fields add up, until another verdict."""
    verdict, values = "", dict[str, Any]()
    for ruling in rulings:
        adds_up = ruling.verdict == "amend" and verdict in ("amend", "add")
        values = values | ruling.values if adds_up else dict(ruling.values)
        verdict = verdict if adds_up else ruling.verdict
    return verdict, values


def _comparable(verdict: str, values: Mapping[str, Any]) -> tuple[str, str]:
    return verdict, repr(sorted(values.items()))
