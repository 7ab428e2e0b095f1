"""What the rules have in common: the named pieces of an expression, names of months and days, "last" and "next"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import grammar
from .calendar import Anchor
from .values import Kind

Pieces = Mapping[str, str | None]
Resolved = tuple[str | None, Kind]
Rule = Callable[[Pieces, Anchor], Resolved]

VAGUE = ("the previous", "the following", "that same", "the same")
TURNS = {"last": -1, "this": 0, "next": 1, "this coming": 1, "the coming": 1, "the next": 1, "this past": -1}


def month_number(name: str) -> int:
    """1 for "January", "JAN.", "Jan"."""
    short = name[:3].title()
    return next(n for n, month in enumerate(grammar.MONTHS, 1) if month.startswith(short))


def weekday_number(name: str) -> int:
    """0 for "Monday", "MON.", "Mon"."""
    short = name[:3].title()
    return next(n for n, day in enumerate(grammar.WEEKDAYS) if day.startswith(short))


def low(text: str | None) -> str:
    """In small letters, with single spaces; empty for null."""
    return " ".join(text.split()).lower() if text else ""


def year_of(p: Pieces, anchor: Anchor) -> int | None:
    """The year that an expression names: "2017", "last year"."""
    if p.get("year") or p.get("year2"):
        return int(p.get("year") or p.get("year2") or 0)
    if p.get("turn") and anchor.published:
        return anchor.published.year + TURNS[low(p["turn"])]
    return None


def unsettled_turn(p: Pieces, anchor: Anchor) -> bool:
    """Whether "last year" and the like cannot be told, without a publication date."""
    return bool(p.get("turn")) and anchor.published is None
