"""A time in a text, and what its value becomes in a record."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from verbale.record import Span

Kind = Literal[
    "time", "date", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century",
    "range", "duration", "set",
]  # fmt: skip
Bound = Literal["since", "after", "before", "until", "by"]
Prefer = Literal["past", "future"]

_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART = re.compile(r"T(?:MO|MI|AF|EV|NI)$")
_MONTHS = re.compile(r"(\d{4})-([QH])([1-4])")
_SEASON = re.compile(r"(\d{4})-(?:SP|SU|FA|WI)")


@dataclass(frozen=True, slots=True)
class Time:
    """One date or time expression.

    Attributes:
        span: The expression without its preposition ("on", "since"), code points, half open.
        value: TIMEX3 value, as coarse as the text allows; null where the text does not settle it.
        kind: How coarse it is; `range` is from-to, `set` is recurring ("on Fridays").
        bound: The preposition that makes it the beginning or the end of something.
    """

    span: Span
    value: str | None
    kind: Kind
    bound: Bound | None = None

    @property
    def iso(self) -> str | None:
        """The value as the record's dates are written: plain ISO 8601, see `plain`."""
        return None if self.value is None else plain(self.value)


def plain(value: str) -> str:
    """A TIMEX3 value in plain ISO 8601: a year, month, week, day, hour, or two days or months with a slash between.

    Parts of a day become the day, weekends their two days, quarters and halves their months, decades and centuries
    their years. Seasons become their year, since their months depend on the hemisphere.
    """
    value = "/".join(_PART.sub("", each) for each in value.split("/"))
    if match := _WEEK.fullmatch(value):
        return _weekend(int(match[1]), int(match[2])) if match[3] else value
    if match := _MONTHS.fullmatch(value):
        length, number = (3 if match[2] == "Q" else 6), int(match[3])
        return f"{match[1]}-{length * (number - 1) + 1:02}/{match[1]}-{length * number:02}"
    if match := _SEASON.fullmatch(value):
        return match[1]
    if value.isdecimal() and len(value) < 4:
        missing = 4 - len(value)
        return f"{value}{'0' * missing}/{value}{'9' * missing}"
    return value


def _weekend(year: int, week: int) -> str:
    saturday = date.fromisocalendar(year, week, 6)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def month_end(year: int, month: int) -> int:
    """The last day of a month."""
    return monthrange(year, month)[1]
