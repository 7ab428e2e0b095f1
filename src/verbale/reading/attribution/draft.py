"""A statement in the making: character spans of its source, cue and content, before anybody knows who speaks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate

Chars = tuple[int, int]
MARKS = "\"“”„‟«»‹›'‘’`"
_EDGE = " \t\r\n\u00a0\u2028\u2029"


@dataclass(slots=True)
class Draft:
    """Spans are half open, in code points, each list in the order of the text. `floating`: no cue of its own."""

    source: list[Chars] = field(default_factory=list)
    cue: list[Chars] = field(default_factory=list)
    content: list[Chars] = field(default_factory=list)
    confidence: float = 1.0
    inside: Draft | None = None
    follows: Draft | None = None  # the statement whose speaker goes on in this one

    @property
    def start(self) -> int:
        return min(s for s, _ in [*self.content, *self.cue, *self.source])

    @property
    def clause(self) -> Chars | None:
        """From the first to the last character of source and cue; None for a floating one."""
        parts = [*self.source, *self.cue]
        return (min(s for s, _ in parts), max(e for _, e in parts)) if self.cue else None

    @property
    def extent(self) -> Chars:
        parts = [*self.source, *self.cue, *self.content]
        return min(s for s, _ in parts), max(e for _, e in parts)


def stripped(text: str, span: Chars, characters: str = _EDGE) -> Chars:
    """The span without such characters at its ends; empty when nothing else is in it."""
    start, end = span
    while start < end and text[start] in characters:
        start += 1
    while end > start and text[end - 1] in characters:
        end -= 1
    return start, end


def overlap(a: Chars, b: Chars) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def covered(span: Chars, by: Iterable[Chars]) -> int:
    """How many characters of the span lie in some of the others (which do not overlap each other)."""
    return sum(overlap(span, other) for other in by)


class Taken:
    """Many spans, which may overlap each other, asked in logarithmic time whether they touch another."""

    def __init__(self, spans: Iterable[Chars]) -> None:
        self._spans = sorted(spans)
        self._ends = list(accumulate((end for _, end in self._spans), max))  # the furthest end so far

    def near(self, span: Chars) -> list[Chars]:
        """Those that may share a character with a span, in order."""
        return self._spans[bisect_right(self._ends, span[0]) : bisect_left(self._spans, (span[1], 0))]

    def touch(self, span: Chars) -> bool:
        return any(overlap(span, other) for other in self.near(span))


_ENDED = re.compile(r"[.!?…][\"”’'»)\]]*$")


def sentence_ended(text: str, start: int, end: int) -> bool:
    """Whether a sentence or a line comes to its end between two places."""
    between = text[start:end].rstrip(_EDGE + MARKS + "([")
    return "\n" in text[start:end] or _ENDED.search(between) is not None


_DATELINE = re.compile(r"[^a-z\n]{2}[^\n\"“”]{0,58}?(?:\)|[^\W_]|\.)[ \u00a0]?(?:-{1,2}|_|–|—)[ \u00a0]")


def after_dateline(text: str, start: int) -> int:
    """The first character behind the dateline in which a place stands: "GENEVA, March 3 (Alpine Wire) - "; the place
    itself where it stands in none. A dateline begins its line with a word in capitals."""
    line = text.rfind("\n", 0, start) + 1
    lead = _DATELINE.match(text, line)
    if lead is None or start >= lead.end():
        return start
    return lead.end() if re.match(r"[^\W\d_a-z]{2}", text[line : line + 2]) else start
