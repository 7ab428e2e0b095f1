"""Calendar arithmetic around a publication date: which Tuesday, which January, which week.

An `Anchor` holds the publication date and which way the text looks. Weekdays go to the nearest such day at or
before publication, or at or after it when the text looks ahead. Months and days without a year go to the nearest
one, the past one when in doubt; how the text looks only moves the border between two years, because a writer who
means January of last year in November says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from .values import Prefer, month_end

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_LEAN = 120  # days by which the tense of a sentence moves the border, half a year away, between two years


@dataclass(frozen=True, slots=True)
class Anchor:
    """The publication date, and the way the text looks.

    Attributes:
        published: Publication date; null where it is not known.
        prefer: The past or the future; null where nothing says so.
        strict: Whether `prefer` is an order (the caller's) or a hint (the tense of the sentence).
    """

    published: date | None
    prefer: Prefer | None = None
    strict: bool = False


def weekday_near(anchor: date, weekday: int, prefer: Prefer | None) -> date:
    """The nearest such weekday (Monday is 0) at or before a day; at or after it when the future is preferred."""
    if prefer == "future":
        return anchor + timedelta(days=(weekday - anchor.weekday()) % 7)
    return anchor - timedelta(days=(anchor.weekday() - weekday) % 7)


def weekday_of_week(anchor: date, weekday: int, weeks: int) -> date:
    """That weekday in the ISO week of a day, or some weeks later (negative: earlier)."""
    return anchor + timedelta(days=weekday - anchor.weekday(), weeks=weeks)


def shift_months(year: int, month: int, months: int) -> tuple[int, int]:
    """A month some months later (negative: earlier)."""
    count = year * 12 + month - 1 + months
    return count // 12, count % 12 + 1


def year_of_day(anchor: Anchor, month: int, day: int) -> int | None:
    """The year of the occurrence of a month and day that the text means; null without a publication date."""
    if anchor.published is None:
        return None
    years = range(anchor.published.year - 1, anchor.published.year + 2)
    offsets = {year: (_day(year, month, day) - anchor.published).days for year in years if 0 < year < 10_000}
    return _choose(offsets, anchor)


def year_of_month(anchor: Anchor, month: int) -> int | None:
    """The year of the occurrence of a month that the text means; null without a publication date."""
    if anchor.published is None:
        return None
    first, here = anchor.published.replace(day=1), anchor.published.month == month
    if here and anchor.strict:
        return anchor.published.year
    years = range(first.year - 1, first.year + 2)
    offsets = {year: (date(year, month, 1) - first).days for year in years if 0 < year < 10_000}
    return _choose(offsets, anchor)


def week(day: date, weeks: int = 0) -> str:
    """The ISO week of a day, or some weeks later, as 2017-W03."""
    year, number, _ = (day + timedelta(weeks=weeks)).isocalendar()
    return f"{year:04}-W{number:02}"


def _day(year: int, month: int, day: int) -> date:
    """The day, or the month's last one where it has no such day: 29 February."""
    return date(year, month, min(day, month_end(year, month)))


def _choose(offsets: dict[int, int], anchor: Anchor) -> int:
    """Among years with their distance in days from publication, the one that the text means."""
    if anchor.strict and anchor.prefer:
        past = anchor.prefer == "past"
        allowed = {year: days for year, days in offsets.items() if (days <= 0 if past else days >= 0)}
        offsets = allowed or offsets
    lean = {"past": -_LEAN, "future": _LEAN, None: -_LEAN // 3}[None if anchor.strict else anchor.prefer]
    return min(offsets, key=lambda year: (abs(offsets[year] - lean), offsets[year]))
