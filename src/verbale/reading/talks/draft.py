"""A meeting in the making, and whether it is the same as another."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from verbale.record import Span

from .. import knowledge


@dataclass(slots=True)
class Draft:
    """A meeting in the making. `heads` are tokens; `words` the stems that tell it from others.

    `kinds` are stems of the nouns that mean it. One that is `unsure` ("the talks", and nothing is said of which) is
    kept only if somebody takes part in it. `dated` holds the tokens by which its day is told, `otherwise` those by
    which somebody else tells another day.
    """

    heads: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    name: str = ""
    date: str | None = None
    place: str | None = None
    unsure: bool = False
    kinds: set[str] = field(default_factory=set)
    dated: list[int] = field(default_factory=list)
    otherwise: list[int] = field(default_factory=list)

    def differs(self, date: str | None, place: str | None) -> bool:
        """Whether a meeting is at another place or on another day: dates are compared as far as both are told."""
        elsewhere = bool(self.place and place) and not set(parts_of(self.place)) & set(parts_of(place))
        return elsewhere or not _may_agree(self.date or "", date or "")

    def matches(self, date: str | None, place: str | None) -> bool:
        """Whether a day or a place says that it is this one, and neither says that it is another."""
        if self.differs(date, place):
            return False
        same_day = bool(date and self.date) and (date == self.date or "W" in f"{date}{self.date}")
        return same_day or bool(set(parts_of(self.place)) & set(parts_of(place)))


def days_apart(one: str | None, other: str | None) -> int | None:
    """Between two days; None where one is no day."""
    try:
        return abs((dt.date.fromisoformat(one or "") - dt.date.fromisoformat(other or "")).days)
    except ValueError:
        return None


def _may_agree(one: str, other: str) -> bool:
    """Whether two dates can be one, as far as both are told."""
    if "W" in one + other:
        weeks = {week_of(one), week_of(other)}
        return None in weeks or len(weeks) == 1
    length = min(len(one), len(other))
    return length <= len("2024") or one[:length] == other[:length]


def week_of(day: str) -> str | None:
    """The ISO week of a day or a week, such as 2024-W09; None of anything else."""
    if "W" in day and "/" not in day:
        return day
    try:
        year, week, _ = dt.date.fromisoformat(day).isocalendar()
    except ValueError:
        return None
    return f"{year}-W{week:02}"


def sharper(one: str | None, other: str | None) -> str | None:
    """Of two dates of one meeting the one that tells more: a day rather than its week."""
    if one is not None and other is not None and "W" in one and "W" not in other and week_of(other) == one:
        return other
    return one or other


def parts_of(place: str | None) -> list[str]:
    """ "Lima, Peru" -> ["lima", "peru"]."""
    return [part.strip().lower() for part in (place or "").split(",") if part.strip()]


def country(draft: Draft) -> str | None:
    """The state in which a meeting is held, ISO 3166-1 alpha-2, by the last known name of its place."""
    tables = knowledge.tables()
    for name in reversed((draft.place or "").split(",")):
        state = tables.state_named(name.strip()) or tables.state_of_city(name.strip())
        if state is not None:
            return state.code
    return None
