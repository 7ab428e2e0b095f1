"""A draft put among others: what lies within its content is nested in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from .draft import MARKS, Draft, overlap

REACH = 20_000  # characters: no statement is longer


class Shelf:
    """Many drafts, those near a place found without looking at all of them."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._rows: dict[int, dict[int, Draft]] = {}
        self._row_of: dict[int, int] = {}
        for draft in drafts:
            self.put(draft)

    def __iter__(self) -> Iterator[Draft]:
        return (draft for row in self._rows.values() for draft in row.values())

    def put(self, draft: Draft) -> None:
        """Keep a draft at the place where its content begins now."""
        row = draft.content[0][0] // REACH
        self._row_of[id(draft)] = row
        self._rows.setdefault(row, {})[id(draft)] = draft

    def near(self, place: int) -> list[Draft]:
        """Those whose content begins within REACH of a place, and some further off."""
        row = place // REACH
        return [draft for at in (row - 1, row, row + 1) for draft in self._rows.get(at, {}).values()]

    def take(self, draft: Draft) -> None:
        """Give a draft away."""
        del self._rows[self._row_of.pop(id(draft))][id(draft)]


def enclose(text: str, new: Draft, shelf: Shelf) -> None:
    """Put a new draft among others, unless one of them has its content or its cue already.

    Drafts that lie within its content become nested in it. One that has the same cue but reports plain words of
    another sentence gives way, as does one without a cue.
    """
    near = shelf.near(new.content[0][0])
    gone: dict[int, Draft] = {}
    for draft in near:
        touching = any(overlap(a, b) for a in draft.content for b in new.content)
        if any(overlap(a, b) for a in draft.cue for b in new.cue):
            if touching or begins_in_marks(text, draft):
                return
            gone[id(draft)] = draft
        elif touching and not draft.cue:
            gone[id(draft)] = draft
        elif touching and not _within(draft, new):
            return
    for draft in gone.values():
        shelf.take(draft)
    for draft in near:
        if draft.inside is None and id(draft) not in gone and _within(draft, new):
            draft.inside = new
    shelf.put(new)


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


def begins_in_marks(text: str, draft: Draft) -> bool:
    """Whether a piece of its content begins at a quotation mark or right behind one."""
    return any(text[s] in MARKS or text[max(0, s - 1)] in MARKS for s, _ in draft.content)
