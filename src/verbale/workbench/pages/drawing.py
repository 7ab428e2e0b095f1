"""What happened over time as places in a drawing: rows, and in each a mark for each value.

The template draws it as SVG in the page, so that each mark leads to its evidence and the page's colours hold; marks
differ by shape and fill too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.minutes.answers import Named, Part, Standing

MOST = 24  # rows
LEFT, WIDTH, HEIGHT, TOP = 190, 960, 30, 34  # of the drawing: where the days begin, all of it, a row, above the rows
TAKES_PART = ("accepted", "agreed", "confirmed", "attended")
STAYS_AWAY = ("declined", "withdrawn", "not invited")
_EDGE = 20
_APART = 13  # between marks that would lie on each other


@dataclass(frozen=True, slots=True)
class Point:
    """What is to be drawn: in which row, on which day (an ordinal, None where it has none), in what shape."""

    row: Named
    day: int | None
    shape: str
    article: str
    proof: str | None
    words: str
    number: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A value at its place, in the shape of a stance; `words` say it in full."""

    x: float
    stance: str
    article: str
    proof: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row's marks from left to right; `y` is the middle of the row, `row` an actor or a question."""

    row: Named
    y: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Rows of marks and the days along the top; `left_out` counts what has no row."""

    lines: tuple[Line, ...]
    days: tuple[tuple[float, str], ...]
    width: int
    height: int
    left_out: int


def by_actor(standings: Iterable[Standing]) -> list[Point]:
    """Positions on one question, a row for each actor."""
    return [_standing(s, s.actor) for s in standings]


def by_question(standings: Iterable[Standing]) -> list[Point]:
    """Positions of one actor, a row for each question."""
    return [_standing(s, s.question) for s in standings]


def _standing(s: Standing, row: Named) -> Point:
    proof = s.evidence[0].id if s.evidence else s.id
    return Point(row, first_day(s.made), s.stance, s.article.id, proof, f"{row.name}, {s.made}: {s.stance}", s.number)


def by_part(parts: Iterable[Part]) -> list[Point]:
    """Parts in one meeting, a row for each actor; who takes part has the shape of support, who does not of opposition,
    what is open of a condition."""
    return [_part(p) for p in parts]


def _part(p: Part) -> Point:
    proof = p.evidence[0].id if p.evidence else None
    whose = f", according to {p.according_to.name}" if p.according_to else ""
    words = f"{p.actor.name}, {p.made}: {p.status}{whose}"
    return Point(p.actor, first_day(p.made), _shape(p.status), p.article.id, proof, words, p.number)


def _shape(status: str) -> str:
    return "support" if status in TAKES_PART else "oppose" if status in STAYS_AWAY else "conditional"


def draw(points: Sequence[Point]) -> Drawing:
    """What has the most marks gets a row, the first to have one on top; what is undated has no place, and where all is
    of one day there is nothing to draw."""
    dated = [(p.day, p) for p in points if p.day is not None]
    dated = dated if len({day for day, _ in dated}) > 1 else []
    seen = Counter(p.row for _, p in dated)
    chosen = {row for row, _ in seen.most_common(MOST)}
    first, last = min((d for d, _ in dated), default=0), max((d for d, _ in dated), default=0)

    def x(day: int) -> float:
        return round(LEFT + _EDGE + (WIDTH - LEFT - 2 * _EDGE) * (day - first) / (last - first), 1)

    held: dict[Named, list[Mark]] = {}
    for day, p in sorted(dated, key=lambda each: (each[0], each[1].number)):
        if p.row in chosen:
            own = held.setdefault(p.row, [])
            if not any(mark.x == x(day) and mark.stance == p.shape for mark in own[-4:]):
                own.append(Mark(_beside(x(day), own), p.shape, p.article, p.proof, p.words))
    lines = tuple(Line(a, TOP + HEIGHT * n + HEIGHT // 2, tuple(own)) for n, (a, own) in enumerate(held.items()))
    return Drawing(lines, tuple((x(d), date.fromordinal(d).isoformat()) for d in ticks(first, last)) if dated else (),
                   WIDTH, TOP + HEIGHT * len(lines) + 8, len(seen) - len(chosen))  # fmt: skip


def _beside(x: float, marks: Sequence[Mark]) -> float:
    """The place, or the next one to its right that no other mark of the row covers."""
    return max(x, marks[-1].x + _APART) if marks and x < marks[-1].x + _APART and marks[-1].x - x < _EDGE else x


def ticks(first: int, last: int, most: int = 6) -> list[int]:
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
