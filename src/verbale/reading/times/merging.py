"""Expressions that stand side by side and are one time: "3 p.m. on Friday", "the night of January 5"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from verbale.record import Span

from .grammar import PARTS
from .values import Bound, Kind, Time

_LINK = re.compile(
    r",?\s(?:\(?(?:local time|ET|EST|EDT|PT|CET|BST)\)?,?\s)?"
    r"(?:(?:late|early)\s)?(?:on\s|at\s(?:about\s|around\s)?|by\s)?\Z"
)
_PART_LINK = re.compile(r"\s(?:last\s|next\s|this\s)?\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T(?:MO|MI|AF|EV|NI))?\Z")


@dataclass(frozen=True, slots=True)
class Hit:
    """A resolved expression before merging; `clock` and `part` are what a date beside it takes into its value."""

    start: int
    end: int
    value: str | None
    kind: Kind
    bound: Bound | None = None
    clock: str = ""
    part: str = ""

    def time(self) -> Time:
        return Time(Span(self.start, self.end), self.value, self.kind, self.bound)


def merged(text: str, hits: list[Hit]) -> list[Hit]:
    """The expressions with neighbours joined; a part of a day that no date follows is no time and left out."""
    done: list[Hit] = []
    for hit in hits:
        joined = _join(text, done[-1], hit) if done else None
        if joined is None:
            done.append(hit)
        else:
            done[-1] = joined
    return [hit for hit in done if not hit.part]


def _join(text: str, left: Hit, right: Hit) -> Hit | None:
    between = text[left.end : right.start]
    if len(between) > 30:
        return None
    if left.part:
        return _with_part(left, right) if _PART_LINK.match(between) else None
    if left.clock and not right.clock and _is_day(right) and _LINK.match(between):
        return _with_clock(left, right, left.clock)
    if right.clock and not left.clock and _is_day(left) and _LINK.match(between):
        return _with_clock(left, right, right.clock)
    return None


def _is_day(hit: Hit) -> bool:
    return hit.kind in ("date", "time") and (hit.value is None or bool(_DAY.match(hit.value)))


def _with_clock(left: Hit, right: Hit, clock: str) -> Hit:
    day = (left.value or right.value or "")[:10]
    value = day + clock.removeprefix("?") if day else None
    return Hit(left.start, right.end, value, "time", left.bound)


def _with_part(left: Hit, right: Hit) -> Hit | None:
    if right.kind != "date":
        return None
    value = right.value and right.value[:10] + PARTS[left.part]
    return replace(right, start=left.start, value=value, kind="time", bound=left.bound)
