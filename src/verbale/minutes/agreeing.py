"""How far reviewers agree: Krippendorff's alpha for each field, and every value on which they do not."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from . import tables
from .fields import FIELDS
from .portable import HOMES
from .resampling import interval
from .ruling import Ruling
from .verdicts import Given, opinions, standing

REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far reviewers agree on one field.

    Attributes:
        field: Kind and field, such as "position.stance"; "position.verdict": whether it is a value at all.
        alpha: Krippendorff's alpha, nominal: 1 where all agree, 0 where chance would do as well; null where all
            values are one and the same, so that nothing can be said.
        low: Lower end of the interval that holds 95 % of alpha over resampled values.
        high: Upper end.
        values: How many values at least two reviewers have ruled on.
        reviewers: How many reviewers ruled on them.
        same: How many of the values all of their reviewers rule on alike.
    """

    field: str
    alpha: float | None
    low: float | None
    high: float | None
    values: int
    reviewers: int
    same: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A value on which reviewers differ.

    Attributes:
        kind: What kind of value it is.
        article: Id of the article, where the value is one article's.
        anchor: What names the value; of an actor, question or meeting its number.
        said: What each reviewer says of the fields in which they differ; verdict: kept or rejected.
        settled: Who has settled it; null where nobody has.
    """

    kind: str
    article: str | None
    anchor: str
    said: dict[str, dict[str, Any]]
    settled: str | None


Unit = dict[str, Hashable]  # what each reviewer says of one value


def alpha(units: Sequence[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha for nominal data, units with missing values among them.

    Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: alpha = 1 - D_o / D_e, from the matrix
    of coincidences in which each pair of values in a unit of m counts 1 / (m - 1).
    """
    coincidences, totals = defaultdict[tuple[Hashable, Hashable], float](float), Counter[Hashable]()
    for unit in units:
        if len(unit) > 1:
            counted = Counter(unit)
            for a, n in counted.items():
                totals[a] += n
                for b, m in counted.items():
                    coincidences[a, b] += n * (m - (a == b)) / (len(unit) - 1)
    every = sum(totals.values())
    expected = every * every - sum(n * n for n in totals.values())
    if not expected:
        return None
    observed = sum(n for (a, b), n in coincidences.items() if a != b)
    return 1 - (every - 1) * observed / expected


class Agreeing(Ruling):
    """Several reviewers on one value. An adjudication is no independent judgement and does not count for agreement."""

    def agreement(self) -> list[Agreement]:
        """How far reviewers agree on each field, those ruled on most first."""
        fields: dict[str, list[Unit]] = defaultdict(list)
        with self.database.reading() as connection:
            for row, given in _ruled(connection):
                said = said_by(row.kind, [r for r in given if not r.final])
                if len(said) > 1:
                    for name in {name for own in said.values() for name in own}:
                        unit = {by: own[name] for by, own in said.items() if name in own}
                        if len(unit) > 1:
                            fields[f"{row.kind}.{name}"].append({by: _plain(v) for by, v in unit.items()})
        found = [_agreement(field, units) for field, units in fields.items()]
        return sorted(found, key=lambda each: (-each.values, each.field))

    def disagreements(self, *, settled: bool = False) -> list[Disagreement]:
        """Values on which reviewers differ, in the order in which they were first ruled on; those settled too, if so
        asked."""
        with self.database.reading() as connection:
            found = [_disagreement(row, given) for row, given in _ruled(connection)]
        return [each for each in found if each is not None and (settled or each.settled is None)]


def _ruled(connection: Connection) -> Iterator[tuple[Row[Any], list[Given]]]:
    """Each value that was ruled on, with the rulings that stand."""
    r, a = tables.rulings, tables.articles
    query = select(r, a.c.id.label("article_id")).join(a, a.c.number == r.c.article, isouter=True)
    groups: dict[tuple[str, int | None, str], list[Row[Any]]] = {}
    for row in connection.execute(query.where(r.c.verdict.not_in(("merge", "split"))).order_by(r.c.number)):
        groups.setdefault((row.kind, None if row.kind in HOMES else row.article, row.anchor), []).append(row)
    for rows in groups.values():
        given = standing([Given.of(row) for row in rows])
        if given:
            yield rows[0], given


def said_by(kind: str, given: Sequence[Given]) -> dict[str, dict[str, Any]]:
    """What each reviewer says of a value: the verdict, and where it is not rejected each field."""
    added = next((r.values for r in given if r.verdict == "add"), {})
    machine = {r.by: dict(r.machine) or added for r in given}
    found: dict[str, dict[str, Any]] = {}
    for by, (verdict, values) in opinions(given).items():
        told = machine[by] | values
        fields = {name: told[name] for name in FIELDS[kind] if name in told}
        found[by] = {"verdict": REJECTED} if verdict == "reject" else {"verdict": "kept"} | fields
    return found


def _plain(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _agreement(field: str, units: Sequence[Unit]) -> Agreement:
    values = [list(unit.values()) for unit in units]
    low, high = interval(values)
    reviewers = len({by for unit in units for by in unit})
    same = sum(len(set(unit)) == 1 for unit in values)
    return Agreement(field, alpha(values), low, high, len(units), reviewers, same)


def _disagreement(row: Row[Any], given: Sequence[Given]) -> Disagreement | None:
    said = said_by(row.kind, given)
    names = ("verdict", *FIELDS[row.kind])
    differing = [n for n in names if len({_plain(own[n]) for own in said.values() if n in own}) > 1]
    if not differing:
        return None
    final = next((r.by for r in reversed(given) if r.final), None)
    shown = {by: {name: own[name] for name in differing if name in own} for by, own in said.items()}
    return Disagreement(row.kind, row.article_id, row.anchor, shown, final)
