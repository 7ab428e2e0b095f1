"""A draft put among others: what lies within its content is nested in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from .draft import MARKS, Draft, overlap

REACH = 20_000  # characters: no statement is longer


def enclosing(text: str, new: Draft, drafts: list[Draft]) -> list[Draft]:
    """The drafts with a new one, or as they are where one of them has its content or its cue already.

    Drafts that lie within its content become nested in it. One that has the same cue but reports plain words of
    another sentence gives way, as does one without a cue.
    """
    near = [d for d in drafts if abs(d.content[0][0] - new.content[0][0]) < REACH]
    gone: set[int] = set()
    for draft in near:
        touching = any(overlap(a, b) for a in draft.content for b in new.content)
        if any(overlap(a, b) for a in draft.cue for b in new.cue):
            if touching or _quoted(text, draft):
                return drafts
            gone.add(id(draft))
        elif touching and not draft.cue:
            gone.add(id(draft))
        elif touching and not _within(draft, new):
            return drafts
    for draft in near:
        if draft.inside is None and id(draft) not in gone and _within(draft, new):
            draft.inside = new
    return [*(d for d in drafts if id(d) not in gone), new]


class Nest:
    """The contents of many drafts, asked in logarithmic time in which of them another lies."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts
        self._spans = sorted((s, e, n) for n, d in enumerate(drafts) for s, e in d.content)
        self._ends = list(accumulate((end for _, end, _ in self._spans), max))  # the furthest end so far

    def innermost(self, draft: Draft) -> Draft | None:
        """The draft with the shortest content around this one, if any."""
        start, end = draft.extent
        near = self._spans[bisect_right(self._ends, start) : bisect_left(self._spans, (start + 1, 0, 0))]
        around = [(e - s, n) for s, e, n in near if s <= start and end <= e and self._drafts[n] is not draft]
        return self._drafts[min(around)[1]] if around else None


def _within(draft: Draft, other: Draft) -> bool:
    start, end = draft.extent
    return any(s <= start and end <= e for s, e in other.content)


def _quoted(text: str, draft: Draft) -> bool:
    return any(text[s] in MARKS or text[max(0, s - 1)] in MARKS for s, _ in draft.content)
