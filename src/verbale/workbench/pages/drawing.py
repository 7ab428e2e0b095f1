"""Stances over time as places in a drawing: a row for each actor, a mark for each position.

The template draws it as SVG in the page, so that each mark leads to its evidence and the page's colours hold; stances
differ by shape and fill too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verbale.minutes.answers import Named, Standing

MOST = 24  # rows
LEFT, WIDTH, HEIGHT, TOP = 190, 960, 30, 34  # of the drawing: where the days begin, all of it, a row, above the rows
_EDGE = 20
_APART = 13  # between marks that would lie on each other


@dataclass(frozen=True, slots=True)
class Mark:
    """A position at its place; `words` say it in full."""

    x: float
    stance: str
    article: str
    proof: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """An actor's marks from left to right; `y` is the middle of its row."""

    actor: Named
    y: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Rows of marks and the days along the top; `left_out` counts actors without a row."""

    lines: tuple[Line, ...]
    days: tuple[tuple[float, str], ...]
    width: int
    height: int
    left_out: int


def draw(standings: Sequence[Standing]) -> Drawing:
    """Those with the most positions get a row, the first to take a stand on top; undated ones have no place, and where
    all is of one day there is nothing to draw."""
    dated = [(day, s) for s in standings if (day := first_day(s.made)) is not None]
    dated = dated if len({day for day, _ in dated}) > 1 else []
    seen = Counter(s.actor for _, s in dated)
    chosen = {actor for actor, _ in seen.most_common(MOST)}
    first, last = min((d for d, _ in dated), default=0), max((d for d, _ in dated), default=0)
    def x(day: int) -> float:
        return round(LEFT + _EDGE + (WIDTH - LEFT - 2 * _EDGE) * (day - first) / (last - first), 1)

    held: dict[Named, list[Mark]] = {}
    for day, s in sorted(dated, key=lambda each: (each[0], each[1].number)):
        if s.actor in chosen:
            proof = s.evidence[0].id if s.evidence else None
            words = f"{s.actor.name}, {s.made}: {s.stance}"
            own = held.setdefault(s.actor, [])
            if not any(mark.x == x(day) and mark.stance == s.stance for mark in own[-4:]):
                own.append(Mark(_beside(x(day), own), s.stance, s.article.id, proof, words))
    lines = tuple(Line(a, TOP + HEIGHT * n + HEIGHT // 2, tuple(own)) for n, (a, own) in enumerate(held.items()))
    return Drawing(lines, tuple((x(d), date.fromordinal(d).isoformat()) for d in _ticks(first, last)) if dated else (),
                   WIDTH, TOP + HEIGHT * len(lines) + 8, len(seen) - len(chosen))  # fmt: skip


def _beside(x: float, marks: Sequence[Mark]) -> float:
    """The place, or the next one to its right that no other mark of the row covers."""
    return max(x, marks[-1].x + _APART) if marks and x < marks[-1].x + _APART and marks[-1].x - x < _EDGE else x


def _ticks(first: int, last: int, most: int = 6) -> list[int]:
    """Days at even distances, the first and the last among them."""
    if last - first < most:
        return list(range(first, last + 1))
    return [round(first + (last - first) * n / (most - 1)) for n in range(most)]


def first_day(told: str | None) -> int | None:
    """The first day that an ISO 8601 date means, as an ordinal: of a month or year its first."""
    try:
        if told is None:
            return None
        told = told.partition("/")[0]
        if "-W" in told:
            return date.fromisocalendar(int(told[:4]), int(told[6:8]), 1).toordinal()
        return date(int(told[:4]), int(told[5:7] or 1), int(told[8:10] or 1)).toordinal()
    except ValueError:
        return None
