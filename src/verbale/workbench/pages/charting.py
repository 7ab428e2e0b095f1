"""Counts over time as bars at their places in a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .drawing import WIDTH, ticks

TALL = 150  # of the drawing, from the line that the bars stand on to what is above the highest
_EDGE = 20


@dataclass(frozen=True, slots=True)
class Bar:
    """A month with how much it has, and where it stands."""

    month: str
    count: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Months from left to right; `ticks` are months along the bottom, `most` is the count of the highest bar."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    most: int
    width: int
    height: int


def bars(counts: Sequence[tuple[str, int]]) -> Bars:
    """Counts by month (2026-03), the first first; months without any are empty places. One month is nothing to draw."""
    if len(counts) < 2:
        return Bars((), (), 0, WIDTH, TALL)
    first, last = _month(counts[0][0]), _month(counts[-1][0])
    each, most = (WIDTH - 2 * _EDGE) / (last - first + 1), max(count for _, count in counts)

    def bar(month: str, count: int) -> Bar:
        high = round((TALL - 2 * _EDGE) * count / most, 1)
        return Bar(month, count, x(_month(month)), round(TALL - high, 1), round(max(each * 0.8, 1), 1), high)

    def x(month: float) -> float:
        return round(_EDGE + each * (month - first), 1)

    marks = tuple((x(n + 0.4), f"{n // 12:04d}-{n % 12 + 1:02d}") for n in ticks(first, last))
    return Bars(tuple(bar(*told) for told in counts), marks, most, WIDTH, TALL)


def _month(told: str) -> int:
    """Counts months from year 0 on."""
    return int(told[:4]) * 12 + int(told[5:7]) - 1
