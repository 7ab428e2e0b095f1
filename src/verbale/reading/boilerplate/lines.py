"""The lines of a text, and its units: lines, or the paragraphs of a text that is broken at a column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

LONG = 700  # code points; a longer line is a paragraph, whatever stands in it

_LINE = re.compile(r"[^\n\r\u2028\u2029\x85\x0b\x0c]*")
_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029\x85\x0b\x0c]")
_SENTENCE_END = re.compile(r"[.!?…](?:[\"”’'»)\]]|'')*\Z")
_CLOSED = frozenset(".!?…:;,—–-\"”’'»)]*|>")
_COLUMN = 120  # code points; texts with longer lines are not broken at a column


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its break and the spaces around it: code points, half open; `block` counts blank lines before."""

    start: int
    end: int
    text: str
    block: int

    @property
    def is_sentence_end(self) -> bool:
        return _SENTENCE_END.search(self.text, max(0, len(self.text) - 6)) is not None


@dataclass(frozen=True, slots=True)
class Unit:
    """A line, or the lines of a paragraph; `text` is cut where it is too long to be anything but a paragraph."""

    lines: tuple[Line, ...]
    text: str
    words: int

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.lines[-1].is_sentence_end

    @property
    def closed(self) -> bool:
        """Whether it ends in a mark that no headline ends in."""
        return self.lines[-1].text[-1] in _CLOSED

    @property
    def has_letters(self) -> bool:
        return any(map(str.isalpha, self.text))


def units(text: str) -> list[Unit]:
    """The lines of a text that are not blank; its paragraphs where lines are broken at a column."""
    lines = list(_lines(text))
    if not is_wrapped(lines):
        return [_unit((line,)) for line in lines]
    return [_unit(tuple(block)) for _, block in groupby(lines, key=lambda line: line.block)]


def is_wrapped(lines: list[Line]) -> bool:
    """Whether the lines are broken at a column rather than at the ends of paragraphs.

    Then many a line breaks off and the next one goes on in small letters, or most lines are about as long as
    the longest one.
    """
    pairs = [(one, two) for one, two in pairwise(lines) if one.block == two.block]
    if len(pairs) < 3:
        return False
    longest = max(len(line.text) for line in lines)
    broken = sum(not one.is_sentence_end and two.text[0].islower() for one, two in pairs)
    if broken >= 3 and broken * 4 >= len(pairs):
        return True
    full = sum(len(one.text) * 5 >= longest * 4 and not one.is_sentence_end for one, _ in pairs)
    return longest <= _COLUMN and full * 2 >= len(pairs)


def _lines(text: str) -> Iterator[Line]:
    at, block = 0, 0
    while at <= len(text):
        match = _LINE.match(text, at)
        end = match.end() if match else len(text)
        line = text[at:end]
        stripped = line.strip()
        if stripped:
            start = at + len(line) - len(line.lstrip())
            yield Line(start, start + len(stripped), stripped, block)
        else:
            block += 1
        after = _BREAK.match(text, end)
        at = after.end() if after else len(text) + 1


def _unit(lines: tuple[Line, ...]) -> Unit:
    length = sum(len(line.text) + 1 for line in lines)
    text = " ".join(line.text for line in lines) if length <= LONG else lines[0].text[:LONG]
    return Unit(lines, text, len(text.split()))
