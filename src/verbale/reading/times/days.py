"""The values of days and times of day: one function for each rule of the grammar."""

from __future__ import annotations

from datetime import date, timedelta

from . import grammar
from .calendar import Anchor, week, weekday_near, weekday_of_week, year_of_day
from .pieces import TURNS, VAGUE, Pieces, Resolved, Rule, low, month_number, unsettled_turn, weekday_number, year_of
from .values import Kind
from .words import words


def _iso(p: Pieces, anchor: Anchor) -> Resolved:
    value = date(int(p["year"] or 0), int(p["month"] or 0), int(p["day"] or 0)).isoformat()
    if p["hour"]:
        return f"{value}T{p['hour']}:{p['minute']}{p['zone'] or ''}", "time"
    return value, "date"


def _numeric(p: Pieces, anchor: Anchor) -> Resolved:
    """Day and month in figures: told apart when one of them is over 12, when both are equal, or by full stops."""
    if p["year"]:
        return date(int(p["year"]), int(p["month"] or 0), int(p["day"] or 0)).isoformat(), "date"
    one, two, year = int(p["one"] or 0), int(p["two"] or 0), int(p["long"] or 0)
    year += (2000 if year < 70 else 1900) if year < 100 else 0
    if p["mark"] == "." or one > 12 or one == two:
        return date(year, two, one).isoformat(), "date"
    return (date(year, one, two).isoformat() if two > 12 else None), "date"


def _clock(p: Pieces, anchor: Anchor) -> Resolved:
    """A time of day alone has no value; `clock` gives the part that a date next to it takes."""
    return None, "time"


def clock(p: Pieces) -> str:
    """The time of day of a clock expression as the part of an ISO value that follows the date: T15, T15:30, T09:00Z."""
    if p["word"]:
        return "TNI" if low(p["word"]) == "midnight" else "T12"
    if p["oclock"]:
        return ""
    hour = int(p["hour"] or p["hour24"] or p["hour4"] or 0)
    minute = p["minute"] or p["minute24"] or p["minute4"]
    if p["half"]:
        hour = hour % 12 + (12 if p["half"].lower() == "p" else 0)
    zone = "Z" if (p["zone"] or p["zone24"] or p["zone4"]) in ("GMT", "UTC") else ""
    return f"T{hour:02}" + (f":{minute}" if minute else ":00" if zone else "") + zone


def _holiday(p: Pieces, anchor: Anchor) -> Resolved:
    month, day = words().holidays[(p["holiday"] or "").replace("’", "'")]
    return _days(month, day, None, None, p, anchor)


def _month_day(p: Pieces, anchor: Anchor) -> Resolved:
    month, first = month_number(p["month"] or ""), _number(p["day"])
    if not p["to"]:
        return _days(month, first, None, None, p, anchor)
    return _days(month, first, month_number(p["month2"] or p["month"] or ""), _number(p["day2"]), p, anchor)


def _day_month(p: Pieces, anchor: Anchor) -> Resolved:
    if p["day3"]:
        pieces = {"year": p["year3"], "turn": p["turn3"]}
        return _days(month_number(p["month3"] or ""), _number(p["day3"]), None, None, pieces, anchor)
    last = month_number(p["month2"] or "")
    if not p["to"]:
        return _days(last, _number(p["day"]), None, None, p, anchor)
    return _days(month_number(p["month"] or p["month2"] or ""), _number(p["day"]), last, _number(p["day2"]), p, anchor)


def _number(text: str | None) -> int:
    return int((text or "0").rstrip("stndrh"))


def _days(month: int, day: int, to_month: int | None, to_day: int | None, p: Pieces, anchor: Anchor) -> Resolved:
    """A day, or the days from one to another; without a year, the nearest ones."""
    date(2000, month, day)
    kind: Kind = "date" if to_day is None else "range"
    year = year_of(p, anchor) or year_of_day(anchor, month, day)
    if year is None or unsettled_turn(p, anchor):
        return None, kind
    if to_day is None or to_month is None:
        return date(year, month, day).isoformat(), kind
    over = to_month < month
    # "December 28 - January 3, 2017": the year stands with the later day.
    first, last = (year - over, year) if p["year"] else (year, year + over)
    begin, end = date(first, month, day), date(last, to_month, to_day)
    return (f"{begin.isoformat()}/{end.isoformat()}" if begin < end else None), kind


def _week_of(p: Pieces, anchor: Anchor) -> Resolved:
    month, day = month_number(p["month"] or ""), _number(p["day"])
    year = year_of_day(anchor, month, day)
    return (week(date(year, month, day)) if year else None), "week"


def _weekday(p: Pieces, anchor: Anchor) -> Resolved:
    if p["set"] or p["many"]:
        return None, "set"
    kind: Kind = "range" if p["weekday2"] else "time" if p["part"] else "date"
    which = low(p["which"])
    if anchor.published is None or which in VAGUE:
        return None, kind
    day = _turned_weekday(which, weekday_number(p["weekday"] or ""), low(p["week"]), anchor, anchor.published)
    if p["weekday2"]:
        end = weekday_near(day + timedelta(days=1), weekday_number(p["weekday2"]), "future")
        return f"{day.isoformat()}/{end.isoformat()}", kind
    return day.isoformat() + grammar.PARTS.get(low(p["part"]), ""), kind


def _turned_weekday(which: str, number: int, of_week: str, anchor: Anchor, published: date) -> date:
    """The day of "Friday", "last Friday", "next Friday", "this Friday", "Friday of last week"."""
    if of_week:
        return weekday_of_week(published, number, TURNS[of_week])
    if which in ("last", "this past", "the past", "the last"):
        return weekday_near(published - timedelta(days=1), number, "past")
    if which in ("next", "the next", "this coming", "the coming"):
        return weekday_near(published + timedelta(days=1), number, "future")
    if which in ("this", "the current") and anchor.prefer is None:
        return weekday_of_week(published, number, 0)
    return weekday_near(published, number, anchor.prefer)


def _near(p: Pieces, anchor: Anchor) -> Resolved:
    day = low(p["day"])
    part = grammar.PARTS.get(low(p["part"] or p["this"]), "")
    part = "TNI" if day == "tonight" or p["night"] else part
    away = {"yesterday": -1, "tomorrow": 1}.get(day, 0) - bool(p["night"])
    if p["two"]:
        away = -2 if low(p["two"]).endswith("yesterday") else 2
    kind: Kind = "time" if part else "date"
    if anchor.published is None:
        return None, kind
    return (anchor.published + timedelta(days=away)).isoformat() + part, kind


DAYS: dict[str, Rule] = {
    "holiday": _holiday,
    "iso": _iso,
    "numeric": _numeric,
    "clock": _clock,
    "month_day": _month_day,
    "day_month": _day_month,
    "week_of": _week_of,
    "weekday": _weekday,
    "near": _near,
}
