"""Finding the times of a text: one scan, then a look around each find, then joining neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from .calendar import Anchor
from .context import Context
from .days import clock
from .merging import Hit, merged
from .pieces import Pieces
from .resolving import resolve_pieces
from .scanner import compiled
from .values import Kind, Prefer, Time
from .words import words

_TENSED = frozenset({"weekday", "month_day", "day_month", "month", "unit", "season", "quarter", "week_of", "holiday"})
_LISTED = re.compile(r"(?:\s(?:and|to|until|through)\s).*", re.DOTALL)


def find_times(text: str, published: date | None, prefer: Prefer | None = None) -> tuple[Time, ...]:
    """The date and time expressions of a text, in order, without overlap.

    `prefer` orders how dates without a year or week are read; left out, each sentence's own tense decides, and
    where it does not, weekdays are past and months and days the nearest ones.
    """
    context = Context(text)
    hits = [hit for hit in _hits(context, published, prefer) if hit is not None]
    return tuple(hit.time() for hit in merged(text, hits))


def resolve(expression: str, published: date | None, prefer: Prefer | None = None) -> str | None:
    """The value of one expression, such as "on Tuesday"; null where it holds no time or the text does not settle it."""
    found = find_times(expression, published, prefer)
    return found[0].value if len(found) == 1 else None


@lru_cache(maxsize=1)
def _grammar() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    return compiled(words().holidays)


def _hits(context: Context, published: date | None, prefer: Prefer | None) -> Iterator[Hit | None]:
    scanner, parsers = _grammar()
    at, text = 0, context.text
    while match := scanner.search(text, at):
        rule = match.lastgroup or ""
        parsed = parsers[rule].match(text, match.start())
        if parsed is None:  # pragma: no cover - the scanner is made of the same patterns
            at = match.end()
            continue
        end = parsed.end()
        pieces: Pieces = parsed.groupdict()
        if not context.plausible(rule, match.start(), end, pieces):
            at = _after_first_word(text, match.start(), end)
            continue
        hit = _hit(context, rule, parsed, Anchor(published, prefer, prefer is not None))
        yield hit
        at = max(hit.end, match.start() + 1)


def _after_first_word(text: str, start: int, end: int) -> int:
    """Where to go on after an expression that is none: behind its first word, which may hide a shorter one."""
    while start < end and not text[start].isspace():
        start += 1
    return start


def _hit(context: Context, rule: str, parsed: re.Match[str], anchor: Anchor) -> Hit:
    pieces = parsed.groupdict()
    start, end = parsed.span("body") if pieces.get("body") else parsed.span()
    bound = context.bound(start)
    if anchor.prefer is None and rule in _TENSED:
        tense = context.tense(start, end)
        # "promised an answer by Friday": a "by" in mid-sentence looks ahead, whatever the tense.
        within = bound == "by" and not context.text.startswith("By ", max(0, start - 3))
        ahead = within or (bound in ("before", "until", "by") and tense is None)
        anchor = Anchor(anchor.published, "future" if ahead else tense)
    value, kind = resolve_pieces(rule, pieces, anchor)
    if kind == "range":
        bound = None
        if _two_dates(rule, pieces, value, context.between(start)):
            shorter = _first_of_two(rule, parsed, anchor)
            if shorter is not None:
                return Hit(start, *shorter, bound)
    clocked = clock(pieces) or "?" if rule == "clock" else ""
    return Hit(start, end, value, kind, bound, clocked, (pieces["part"] or "").lower() if rule == "span" else "")


def _two_dates(rule: str, pieces: Pieces, value: str | None, between: bool) -> bool:
    """Whether an "and" joins two dates ("January 5 and 9") rather than the ends of a stretch ("January 5 and 6")."""
    if value is None:
        return True
    if between or "and" not in (pieces.get("to") or ""):
        return False
    if rule == "year":
        return True
    first, last = map(date.fromisoformat, value.split("/"))
    return (last - first).days > 1


def _first_of_two(rule: str, parsed: re.Match[str], anchor: Anchor) -> tuple[int, str | None, Kind] | None:
    """The end, value and kind of the first date, where "January 5 and 3" is no range."""
    end = parsed.start() + len(_LISTED.sub("", parsed.group()))
    shorter = parsed.re.fullmatch(parsed.string, parsed.start(), end) if end < parsed.end() else None
    return None if shorter is None else (end, *resolve_pieces(rule, shorter.groupdict(), anchor))
