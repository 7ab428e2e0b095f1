"""Quotation marks: which characters of a text stand within quotation marks.

Handles curly, straight, single, low and angle marks, marks nested in each other, quotations that run over
paragraphs with re-opened marks, and marks that never close. One pass over the text, line by line: a line is a
paragraph. Nothing here raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_MARKS = re.compile(r"``|''|[\"“”„‟«»'‘’‹›]")
_FAMILY = {
    '"': "double", "“": "double", "”": "double", "„": "double", "‟": "double", "``": "double", "''": "double",
    "«": "angle", "»": "angle", "‹": "angle1", "›": "angle1", "'": "single", "‘": "single", "’": "single",
}  # fmt: skip
_OPENS = set("“„‟«‹") | {"``"}
_CLOSES = set("”»›")
_BEFORE_OPENING = set(" \t\u00a0\u202f([{—–-/\"“«‘'…")
_ELISION = re.compile(r"'(?:\d\ds?\b|em\b|til\b|tis\b|twas\b|n'|cause\b|bout\b)", re.IGNORECASE)
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?;:…)\]%])['’](?!\w)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words within one pair of marks, in one paragraph.

    `start` and `end` are code point offsets of what stands within the marks (half open); `depth` is 0 for an outer
    quotation. `closed` is False when the paragraph ended first; `continues` is True when the next paragraph
    re-opens the marks, so that both belong to one saying.
    """

    start: int
    end: int
    depth: int
    closed: bool
    continues: bool
    family: str


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of `text` in order of their start."""
    found: list[Quotation] = []
    lines = list(_lines(text))
    for number, (start, end) in enumerate(lines):
        reopened = number + 1 < len(lines) and _opening_mark(text, lines[number + 1][0])
        found.extend(_scan(text, start, end, reopened))
    found = [q for q in found if q.start < q.end]
    found.sort(key=lambda q: (q.start, -q.end))
    return tuple(_with_depths(found))


def _with_depths(found: list[Quotation]) -> Iterator[Quotation]:
    """Depth by what really encloses: an outer mark that turned out to be an apostrophe counts no more."""
    open_until: list[int] = []
    for q in found:
        while open_until and open_until[-1] <= q.start:
            open_until.pop()
        yield replace(q, depth=len(open_until))
        open_until.append(q.end)


def unbalanced_marks(text: str, quotations: tuple[Quotation, ...]) -> tuple[int, ...]:
    """Offsets of opening marks that neither close in their paragraph nor are re-opened in the next one."""
    return tuple(q.start - 1 for q in quotations if q.family != "single" and not (q.closed or q.continues))


def quote_states(text: str, quotations: tuple[Quotation, ...]) -> bytearray:
    """One number for each code point: 0 outside, 1 inside an outer quotation, 2 inside a nested one, 3 a mark."""
    states = bytearray(len(text))
    for q in quotations:
        states[q.start : q.end] = bytes([1 if q.depth == 0 else 2]) * (q.end - q.start)
    for q in quotations:
        if q.start > 0:
            states[q.start - 1] = 3
        if q.closed and q.end < len(text):
            states[q.end] = 3
    return states


def _lines(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for match in re.finditer(r"\r\n|[\n\r\u2028\u2029\x85\x0b\x0c]", text):
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(text)))
    return [(s, e) for s, e in spans if text[s:e].strip()]


def _opening_mark(text: str, start: int) -> bool:
    at = start
    while at < len(text) and text[at] in " \t\u00a0":
        at += 1
    return at < len(text) and text[at] in "\"“„«‘'`"


def _scan(text: str, start: int, end: int, reopened: bool) -> list[Quotation]:
    stack: list[tuple[str, int]] = []
    found: list[Quotation] = []
    for match in _MARKS.finditer(text, start, end):
        family = _FAMILY[match.group()]
        open_families = [f for f, _ in stack]
        if family == "single" and not _single_counts(text, match.start(), start, end, "single" in open_families):
            continue
        if _opens(text, match, start, end, open_families, [at for _, at in stack]):
            if len(stack) < 6:
                stack.append((family, match.end()))
        elif family in open_families:
            found.extend(_close(stack, family, match.start()))
    for depth, (family, at) in enumerate(stack):
        if family != "single":
            found.append(Quotation(at, end, depth, False, reopened and depth == 0, family))
    return found


def _close(stack: list[tuple[str, int]], family: str, at: int) -> list[Quotation]:
    """Close the innermost quotation of `family`; whatever was left open inside it is dropped with it."""
    while stack:
        top, start = stack.pop()
        if top == family:
            return [Quotation(start, at, len(stack), True, False, family)] if at > start else []
    return []


def _opens(text: str, match: re.Match[str], start: int, end: int, open_families: list[str], open_at: list[int]) -> bool:
    mark, family = match.group(), _FAMILY[match.group()]
    if mark in _OPENS:
        low = any(text[at - 1] == "„" for at in open_at)
        return not (mark == "“" and low)  # „German marks“ close with what elsewhere opens
    if mark in _CLOSES or mark == "’":
        return False
    if mark == "‘":
        return True
    if family in open_families:
        return False
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    return not after.isspace() and (before in _BEFORE_OPENING or not before.isalnum())


def _single_counts(text: str, at: int, start: int, end: int, is_open: bool) -> bool:
    """Whether a single mark is a quotation mark and no apostrophe."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if is_open and not after.isalnum() and (before.isalnum() or before in '.,!?;:…)]%"”—–'):
        return not _plural_possessive(text, at, end)
    if not after.isalnum() and after not in '"“[(…$£€':
        return False
    if before.isalnum() or _ELISION.match(text, at) or text[at] == "’":
        return False
    return _SINGLE_CLOSE.search(text, at + 1, min(end, at + 2000)) is not None


def _plural_possessive(text: str, at: int, end: int) -> bool:
    """`the ministers' plan` inside a quotation that closes further on."""
    if at == 0 or text[at - 1] not in "sS" or not text[at + 1 : at + 3].strip():
        return False
    if text[at + 1 : at + 2] != " " or not text[at + 2 : at + 3].islower():
        return False
    later = _SINGLE_CLOSE.search(text, at + 1, min(end, at + 400))
    return later is not None and text.find("‘", at, later.start()) < 0
