"""The values of weeks, months, seasons, years and what is counted in them: one function for each rule."""

from __future__ import annotations

from datetime import date, timedelta

from . import grammar
from .calendar import Anchor, shift_months, week, year_of_month
from .pieces import TURNS, VAGUE, Pieces, Resolved, Rule, low, month_number, unsettled_turn, year_of
from .values import Kind

_UNIT_KINDS: dict[str, Kind] = {
    "minute": "time", "hour": "time", "day": "date", "week": "week", "weekend": "weekend", "month": "month",
    "quarter": "quarter", "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip


def _month(p: Pieces, anchor: Anchor) -> Resolved:
    month = month_number(p["month"] or "")
    year = year_of(p, anchor) or _year_of_turned_month(low(p["which"]), month, anchor)
    if year is None or unsettled_turn(p, anchor):
        return None, "range" if p["month2"] else "month"
    if not p["month2"]:
        return f"{year:04}-{month:02}", "month"
    last = month_number(p["month2"])
    over = last < month
    first_year, last_year = (year - over, year) if p["year"] else (year, year + over)
    return f"{first_year:04}-{month:02}/{last_year:04}-{last:02}", "range"


def _year_of_turned_month(which: str, month: int, anchor: Anchor) -> int | None:
    """The year of "last January", "next January", "this January", "January"."""
    if not which or anchor.published is None:
        return year_of_month(anchor, month)
    year, now = anchor.published.year, anchor.published.month
    if which == "last":
        return year if month < now else year - 1
    return year + 1 if which == "next" and month <= now else year


def _ago(p: Pieces, anchor: Anchor) -> Resolved:
    unit = low(p["unit"] or p["unit2"]).replace("centurie", "century")
    number, way = low(p["number"] or p["number2"]), low(p["way"])
    kind = _UNIT_KINDS[unit]
    count = _count(number)
    if anchor.published is None or count is None or way not in ("ago", "from now", "hence", ""):
        return None, kind
    return _shifted(unit, -count if way == "ago" else count, anchor.published), kind


def _count(number: str) -> int | None:
    """12 for "12" or "twelve", 22 for "twenty-two"; null for "several"."""
    if number.isdecimal():
        return int(number)
    parts = [grammar.NUMBERS.get(part) for part in number.split("-")]
    return None if None in parts else sum(part for part in parts if part)


def _shifted(unit: str, count: int, published: date) -> str | None:
    """The day, week, month, year or decade that lies some of them away from publication."""
    if unit in ("minute", "hour"):
        days = abs(count) // (24 if unit == "hour" else 1440)
        return (published + timedelta(days=days if count > 0 else -days)).isoformat()
    if unit == "day":
        return (published + timedelta(days=count)).isoformat()
    if unit == "week":
        return week(published, count)
    if unit == "month":
        year, month = shift_months(published.year, published.month, count)
        return date(year, month, 1).isoformat()[:7]
    years = {"year": 1, "decade": 10, "century": 100}[unit]
    first = published.replace(day=1, month=1, year=published.year + count * years)
    return first.isoformat()[: {1: 4, 10: 3, 100: 2}[years]]


def _unit(p: Pieces, anchor: Anchor) -> Resolved:
    if p["end"]:
        return _year_value(anchor, 0), "year"
    unit = "weekend" if p["the"] else low(p["unit"])
    turn = low(p["turn"] or p["turn2"])
    if turn in ("the past", "the last") and unit != "weekend":
        return None, "duration"
    kind = _UNIT_KINDS[unit]
    if anchor.published is None or turn in VAGUE:
        return None, kind
    if unit == "weekend":
        return _weekend(turn, anchor, anchor.published), kind
    if unit == "quarter":
        return _quarter_from(anchor.published, TURNS.get(turn, 0)), kind
    return _shifted(unit, TURNS.get(turn, 0), anchor.published), kind


def _year_value(anchor: Anchor, years: int) -> str | None:
    return f"{anchor.published.year + years:04}" if anchor.published else None


def _weekend(turn: str, anchor: Anchor, published: date) -> str:
    """The weekend by its ISO week: "the weekend" is the last one that began, or the next one for the future."""
    this = week(published)
    started = published.weekday() >= 5
    if turn in ("last", "this past", "the past", "the last"):
        this = week(published, -1)
    elif turn in ("next", "the next"):
        this = week(published, 1)
    elif turn in ("", "the") and not started and anchor.prefer != "future":
        this = week(published, -1)
    return f"{this}-WE"


def _quarter_from(day: date, quarters: int) -> str:
    year, month = shift_months(day.year, (day.month - 1) // 3 * 3 + 1, 3 * quarters)
    return f"{year:04}-Q{(month - 1) // 3 + 1}"


def _quarter(p: Pieces, anchor: Anchor) -> Resolved:
    number = int(p["number"] or 0) or grammar.ORDINALS[low(p["ordinal"])]
    number = 4 if number < 0 else number
    year = year_of(p, anchor)
    if year is None and not p["turn"]:
        year = year_of_month(anchor, number * 3 - 1)
    return (f"{year:04}-Q{number}" if year else None), "quarter"


def _half(p: Pieces, anchor: Anchor) -> Resolved:
    number = int(p["number"] or 0) or grammar.ORDINALS[low(p["ordinal"])]
    year = year_of(p, anchor) or (anchor.published.year if anchor.published else None)
    return (f"{year:04}-H{number}" if year else None), "half"


def _season(p: Pieces, anchor: Anchor) -> Resolved:
    code, which, year = grammar.SEASONS[low(p["season"])], low(p["which"]), year_of(p, anchor)
    if year is None and anchor.published:
        year = _season_year(code, which, anchor, anchor.published)
    return (f"{year:04}-{code}" if year else None), "season"


def _season_year(code: str, which: str, anchor: Anchor, published: date) -> int | None:
    """The year of "last summer" and so on, by the northern months; a winter has the year it begins in."""
    month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    first = date(published.year, month, 1)
    if which == "last":
        year, after = shift_months(published.year, month, 3)
        return published.year if date(year, after, 1) <= published else published.year - 1
    if which == "next":
        return published.year if first > published else published.year + 1
    if which == "this":
        return published.year - (code == "WI" and published.month < 6)
    middle = shift_months(published.year, month, 1)[1]
    year_of_middle = year_of_month(anchor, middle)
    return None if year_of_middle is None else year_of_middle - (code == "WI")


def _decade(p: Pieces, anchor: Anchor) -> Resolved:
    if p["short"]:
        return ("19" if int(p["short"]) > 2 else "20") + p["short"], "decade"
    decade = p["decade"] or ""
    # "the 1800s" are the century, "the 1810s" are ten years; "the 1900s" and "2000s" may be either.
    return (None if decade in ("190", "200") else decade[:2], "century") if decade[2] == "0" else (decade, "decade")


def _century(p: Pieces, anchor: Anchor) -> Resolved:
    number = int(p["number"] or 0) or grammar.CENTURIES[low(p["word"])]
    return f"{number - 1:02}", "century"


def _year(p: Pieces, anchor: Anchor) -> Resolved:
    first = int(p["year"] or 0)
    last = int(p["year2"] or 0) or (first // 100 * 100 + int(p["short"]) if p["short"] else 0)
    if not last:
        return f"{first:04}", "year"
    if p["short"] and last <= first:
        return (f"{first:04}-{p['short']}", "month") if 1 <= int(p["short"]) <= 12 else (None, "range")
    return (f"{first:04}/{last:04}" if first < last else None), "range"


STRETCHES: dict[str, Rule] = {
    "month": _month,
    "ago": _ago,
    "unit": _unit,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "decade": _decade,
    "century": _century,
    "year": _year,
}
