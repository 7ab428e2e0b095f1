"""Days as coarse as articles tell them: 2026, 2026-03, 2026-W12, 2026-03-04, 2026-03-04T15, and two with a slash."""

from __future__ import annotations

import re
from datetime import date, timedelta

from verbale.errors import BadQuery
from verbale.record import is_date

_ASKED = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")


def check(told: str, name: str) -> None:
    """Raises BadQuery where what is asked for, as `since` or `until`, is no day, month or year of the calendar."""
    if not (_ASKED.fullmatch(told) and is_date(told)):
        raise BadQuery(f"'{told[:80]}' is no day", f"Write {name} as 2026-03-04, 2026-03 or 2026.")


def overlap(one: str, other: str) -> bool:
    """Whether there is a day that both may mean."""
    return first_day(one) <= last_day(other) and first_day(other) <= last_day(one)


def first_day(told: str) -> str:
    """The first day that a date of a record means, ISO 8601; what is none stays as it is."""
    own = told.partition("/")[0].partition("T")[0]
    try:
        if week := _WEEK.match(own):
            return date.fromisocalendar(int(week[1]), int(week[2]), 6 if own.endswith("-WE") else 1).isoformat()
    except ValueError:
        return told
    return own + "-01-01"[len(own) - len("2026") :] if len(own) < len("2026-03-04") else own


def last_day(told: str) -> str:
    """The last day that a date of a record means, ISO 8601; what is none stays as it is."""
    own = told.rpartition("/")[2].partition("T")[0]
    try:
        if week := _WEEK.match(own):
            return date.fromisocalendar(int(week[1]), int(week[2]), 7).isoformat()
        if len(own) == len("2026"):
            return f"{own}-12-31"
        if len(own) == len("2026-03"):
            after = date.fromisoformat(f"{own}-01") + timedelta(days=31)
            return (after.replace(day=1) - timedelta(days=1)).isoformat()
    except ValueError:
        return told
    return own
