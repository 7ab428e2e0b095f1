"""Quotation marks and the model's content spans made to agree."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ..quotes import Quotation
from .draft import MARKS, Chars, Draft, covered, overlap, sentence_ended, stripped


class Marks:
    """The outer quotations of a text, or those of another `depth`, found by place. They do not overlap."""

    def __init__(self, quotations: Sequence[Quotation], depth: int = 0) -> None:
        self.outer = [q for q in quotations if q.depth == depth]
        self._starts = [q.start for q in self.outer]
        self._ends = [q.end for q in self.outer]

    def touching(self, start: int, end: int) -> list[Quotation]:
        """Those that share a character with [start, end), or end or begin right at it."""
        return self.outer[bisect_left(self._ends, start) : bisect_right(self._starts, end)]

    def around(self, at: int) -> bool:
        """Whether a character stands within one of them."""
        return any(q.start <= at < q.end for q in self.touching(at, at + 1))


_IDLE = re.compile(r"[\s\"“”„‟«»‹›'‘’`.,;:!?–—-]*")
_SAYING_ENDS = re.compile(r"[.,!?…—–]['’\"”]?$")
_LONGEST_QUOTATION = 3_000  # code points: a third of a longer one, as a mark without a partner makes, is not little
SHORTEST_SAYING = 4  # words: less within marks is a title or a distance kept, unless a mark ends it


def snap(text: str, span: Chars, marks: Marks, taken: Sequence[Chars]) -> Chars:
    """Move the ends of a content span to the quotation marks that they nearly reach.

    `taken` are the spans of source and cue, over which the content must not grow.
    """
    start, end = stripped(text, span)
    for q in marks.touching(start, end):
        if not overlap((start, end), (q.start, q.end)):
            continue
        if q.start < start and not covered((q.start, start), taken) and _small(text, q.start, start, q):
            start = q.start
        if end < q.end and not covered((end, q.end), taken) and _small(text, end, q.end, q):
            end = q.end
    return start, end


def _small(text: str, a: int, b: int, q: Quotation) -> bool:
    """Whether what is missing of a quotation is little: a few characters, or less than a third of it."""
    return _IDLE.fullmatch(text, a, b) is not None or (b - a) * 3 < min(q.end - q.start, _LONGEST_QUOTATION)


def with_marks(span: Chars, marks: Marks) -> Chars:
    """The span with the marks that begin or end exactly at its ends."""
    start, end = span
    for q in marks.touching(start, end):
        if q.start == start and q.end <= end + 1:
            start = min(start, q.start - 1)
        if q.closed and q.end == end:
            end = max(end, q.end + 1)
    return start, end


def quotation_kind(text: str, content: Sequence[Chars], marks: Marks) -> str:
    """direct, indirect or mixed, by how much of the content stands within marks."""
    words = inside = 0
    for start, end in content:
        quotations = marks.touching(start, end)
        for match in re.finditer(r"\w+", text[start:end]):
            at = start + match.start()
            words += 1
            inside += any(q.start <= at < q.end for q in quotations)
    if not words or not inside:
        return "indirect"
    return "direct" if inside == words else "mixed"


def inner_spans(text: str, span: Chars, marks: Marks) -> list[Chars]:
    """A direct content as the words within its marks: one span for each quotation that it touches."""
    parts = [(max(span[0], q.start), min(span[1], q.end)) for q in marks.touching(*span)
             if overlap(span, (q.start, q.end))]  # fmt: skip
    return [p for p in (stripped(text, part) for part in parts or [span]) if p[0] < p[1]]


def finish(text: str, draft: Draft, marks: Marks) -> str:
    """Give the content its final form (see CONTRIBUTING: spans) and say which kind of quotation it is."""
    kind = quotation_kind(text, draft.content, marks)
    if kind == "direct":
        spans = [s for span in draft.content for s in inner_spans(text, span, marks)]
        draft.content = [_without_comma(text, s) for s in _merged(text, spans)]
    else:
        draft.content[0] = _from_complementiser(text, draft.content[0])
        spans = [with_marks(stripped(text, s, " \t\r\n,;:–—"), marks) for s in draft.content]
        draft.content = [_without_stop(text, s) for s in _merged(text, spans)]
    draft.content = [s for s in draft.content if s[0] < s[1]]
    return kind


def _from_complementiser(text: str, span: Chars) -> Chars:
    """ "said only that it was late": the content begins at "that"."""
    match = re.match(
        r"(?:only|also|again|simply|merely|then|later|now)\s+(?=that\b|if\b|whether\b)", text[slice(*span)]
    )
    return (span[0] + match.end(), span[1]) if match else span


def _without_comma(text: str, span: Chars) -> Chars:
    start, end = span
    while end > start and text[end - 1] in ", \t\n":
        end -= 1
    return start, end


def _without_stop(text: str, span: Chars) -> Chars:
    start, end = span
    while end > start and text[end - 1] in ".,;: \t\n–—" and text[end - 3 : end] != "...":
        if text[end - 1] == "." and re.search(r"\b(?:[A-Z]|[A-Za-z]\.[A-Za-z]|Inc|Ltd|Corp|Jr|Sr)\.$", text[start:end]):
            break
        end -= 1
    return start, end


def _merged(text: str, spans: list[Chars]) -> list[Chars]:
    """Neighbours with nothing but space between them are one span, within a paragraph."""
    merged: list[Chars] = []
    for span in sorted(spans):
        if merged and span[0] <= merged[-1][1] + 1 and "\n" not in text[merged[-1][1] : span[0]]:
            merged[-1] = (merged[-1][0], max(span[1], merged[-1][1]))
        else:
            merged.append(span)
    return merged


def is_saying(text: str, q: Quotation) -> bool:
    """Whether a quotation is words that somebody said, rather than a title or a single term."""
    words = text[q.start : q.end].split()
    if len(words) >= SHORTEST_SAYING:
        return True
    return len(words) >= 2 and _SAYING_ENDS.search(text[q.start : q.end].rstrip()) is not None


def stands_alone(text: str, q: Quotation) -> bool:
    """Whether the quotation begins a sentence of its own and ends it too."""
    before = text[max(0, q.start - 40) : q.start - 1].rstrip(" \t\u00a0").rstrip(MARKS)
    begins = not before or before[-1] in ".!?\n:…"
    inner = text[q.start : q.end].rstrip()
    return begins and bool(inner) and (inner[-1] in ".!?…" or not q.closed)


def chains(quotations: Sequence[Quotation]) -> list[list[Quotation]]:
    """Outer quotations, given in order; those that run on over paragraphs with re-opened marks put together."""
    found: list[list[Quotation]] = []
    for q in quotations:
        if found and found[-1][-1].continues and found[-1][-1].end < q.start:
            found[-1].append(q)
        else:
            found.append([q])
    return found


def split_at_sentences(text: str, draft: Draft, marks: Marks) -> list[Draft]:
    """`"A," he said. "B."` is two statements: what begins a new sentence after the cue stands on its own.

    A quotation that runs on over paragraphs is one, wherever its cue stands.
    """
    clause = draft.clause
    if clause is None or len(draft.content) < 2:
        return [draft]
    groups = _by_chain(draft.content, marks)
    later = [g for g in groups if g[0][0] >= clause[1] and sentence_ended(text, clause[1], g[0][0])]
    own = [c for g in groups if g not in later for c in g]
    if not own or not later:
        return [draft]
    first = Draft(draft.source, draft.cue, own, draft.confidence)
    return [first, *(Draft(content=g, confidence=draft.confidence, follows=first) for g in later)]


def _by_chain(content: Sequence[Chars], marks: Marks) -> list[list[Chars]]:
    """Fragments of one quotation over several paragraphs together, all others alone."""
    groups: list[list[Chars]] = []
    for span in content:
        before = marks.touching(*groups[-1][-1]) if groups else []
        if any(q.continues for q in before):
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def split_at_words(text: str, draft: Draft, marks: Marks) -> list[Draft]:
    """Fragments with another sentence between them, which is none of the reporting clause, were never one saying."""
    groups: list[list[Chars]] = []
    for span in draft.content:
        if groups and not _breaks(text, (groups[-1][-1][1], span[0]), draft.clause, marks):
            groups[-1].append(span)
        else:
            groups.append([span])
    if len(groups) < 2 or draft.clause is None:
        return [draft]
    nearest = min(groups, key=lambda g: _distance(g, draft.clause or (0, 0)))
    return [Draft(draft.source, draft.cue, g, draft.confidence) if g is nearest
            else Draft(content=g, confidence=draft.confidence * 0.8) for g in groups]  # fmt: skip


def at_lines(text: str, span: Chars) -> list[Chars]:
    """A content cut at line breaks: what belongs together is put together again by its marks."""
    parts, start = [], span[0]
    for match in re.finditer(r"[\r\n]+", text[span[0] : span[1]]):
        parts.append(stripped(text, (start, span[0] + match.start())))
        start = span[0] + match.end()
    parts.append(stripped(text, (start, span[1])))
    return [p for p in parts if p[0] < p[1]]


def without_asides(text: str, draft: Draft, marks: Marks) -> list[Chars]:
    """`"We sail," he said aboard his boat`: after a whole quotation, what follows without marks is no content."""
    clause = draft.clause
    if clause is None or len(draft.content) < 2:
        return draft.content
    first = draft.content[0]
    quoted = [q for q in marks.touching(*first) if overlap(first, (q.start, q.end))]
    whole = bool(quoted) and first[1] <= clause[0] and is_saying(text, quoted[0]) and text[first[1] - 1] in MARKS
    if not whole:
        return draft.content
    return [c for c in draft.content if c[0] < clause[1] or text[c[0]] in MARKS]


def _breaks(text: str, between: Chars, clause: Chars | None, marks: Marks) -> bool:
    if "\n" in text[slice(*between)]:
        chained = [q for q in marks.touching(between[0] - 2, between[0] + 2) if q.continues]
        return not chained
    if clause is not None and overlap(between, clause):
        return False
    return sentence_ended(text, *between) and len(re.findall(r"\w+", text[between[0] : between[1]])) > 1


def _distance(group: list[Chars], clause: Chars) -> int:
    return min(max(s - clause[1], clause[0] - e, 0) for s, e in group)
