"""Publication dates: of the calendar, down to the day, and not ahead of the clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from verbale.errors import MalformedDate
from verbale.record import Note, is_date

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T[^/]*)?", re.ASCII)
# The earliest day on earth is ahead of UTC by this much.
_FURTHEST_EAST = timedelta(hours=14)


def check_date(published: str) -> str:
    """A publication date as given, without spaces around it.

    ISO 8601, year-month-day, with or without a time of day. Raises MalformedDate.
    """
    value = published.strip()
    if not (_DAY.fullmatch(value) and is_date(value)):
        raise MalformedDate(f"{published!r} is no publication date")
    return value


def future_notes(published: str | None, now: datetime | None = None) -> Iterator[Note]:
    """A note where a checked date lies after today, wherever on earth today has come furthest."""
    today = ((now or datetime.now(UTC)) + _FURTHEST_EAST).date()
    if published is not None and date.fromisoformat(published[:10]) > today:
        message = f"The publication date {published} is in the future: days such as 'on Tuesday' may be placed wrongly."
        yield Note("future-date", None, message)
