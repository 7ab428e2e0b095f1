"""PolNeAR dev, whole articles: exact source, cue and content spans, and whole attributions.

Units are words (letters and digits, an apostrophe within); punctuation and quotation marks never decide. A
span is an unbroken run of units of one role in one attribution, so a content in two fragments is two spans.
Whole attributions are paired one to one: `exact` when all three unit sets are equal, `overlap` when cues
share a unit, contents share a unit, and sources share one or are both absent. PolNeAR has one layer:
statements nested in another do not count, and statements without a cue or content count for spans alone.

What is held against a floor is read with `joined=True`: as PolNeAR's annotators do, `"A," he said. "B."` is one
statement. The rows "(default)" are a reader without it, to which B is a statement of its own; they tell what
that convention is worth and have no floor.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import verbale

from . import polnear
from .common import Counts, Range, Result, Task, f1_result, main
from .matching import pairs

NAME = "attribution"
ROLES = ("source", "cue", "content")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
Units = frozenset[int]


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution as the sets of words its three roles cover."""

    source: Units
    cue: Units
    content: Units

    @property
    def whole(self) -> bool:
        return bool(self.cue and self.content)

    def runs(self, role: str) -> set[Range]:
        return runs(getattr(self, role))


class Ruler:
    """Turns character spans of one text into word numbers."""

    def __init__(self, text: str) -> None:
        found = [m.span() for m in _WORD.finditer(text)]
        self._starts, self._ends = [s for s, _ in found], [e for _, e in found]

    def units(self, spans: Iterable[Range]) -> Units:
        """The words that share a character with one of the spans."""
        covered = (range(bisect_right(self._ends, s), bisect_left(self._starts, e)) for s, e in spans)
        return frozenset(n for numbers in covered for n in numbers)

    def mark(self, source: Sequence[Range], cue: Sequence[Range], content: Sequence[Range]) -> Marked:
        return Marked(self.units(source), self.units(cue), self.units(content))


def runs(units: Iterable[int]) -> set[Range]:
    """Maximal unbroken stretches, half open."""
    found: list[Range] = []
    for n in sorted(units):
        start = found.pop()[0] if found and found[-1][1] == n else n
        found.append((start, n + 1))
    return set(found)


def overlap(a: Marked, b: Marked) -> bool:
    sources = bool(a.source & b.source) or not (a.source or b.source)
    return sources and bool(a.cue & b.cue) and bool(a.content & b.content)


def exact(a: Marked, b: Marked) -> bool:
    return a == b


def score(given: Sequence[Marked], wanted: Sequence[Marked]) -> dict[str, Counts]:
    """Counts for each role's spans and for whole attributions, of one article."""
    counts = {}
    for role in ROLES:
        ours = {run for a in given for run in a.runs(role)}
        theirs = {run for a in wanted for run in a.runs(role)}
        counts[role] = Counts(len(ours & theirs), len(ours), len(theirs))
    ours_whole, theirs_whole = [a for a in given if a.whole], [a for a in wanted if a.whole]
    for name, fits in (("linked exact", exact), ("linked overlap", overlap)):
        right = len(pairs(ours_whole, theirs_whole, fits))
        counts[name] = Counts(right, len(ours_whole), len(theirs_whole))
    return counts


def of_record(record: verbale.Record) -> list[Marked]:
    ruler = Ruler(record.article.text)
    outer = (s for s in record.statements if s.inside is None)
    return [ruler.mark(s.source, s.cue, s.content) for s in outer]


def of_article(article: polnear.Article) -> list[Marked]:
    ruler = Ruler(article.text)
    return [ruler.mark(a.source, a.cue, a.content) for a in article.attributions]


def data(task: Task) -> list[Path]:
    return [*polnear.annotation_files(task.corpora).values(), *polnear.text_files(task.corpora)]


def measure(task: Task) -> Result:
    readers = {"": verbale.load(joined=True), " (default)": verbale.load()}
    total: dict[str, Counts] = {}
    articles = list(polnear.articles(task.corpora))
    for suffix, reader in readers.items():
        for article in task.some(articles, "attribution"):
            for name, counts in score(of_record(reader.read(article.text)), of_article(article)).items():
                total[name + suffix] = total.get(name + suffix, Counts()) + counts
    return f1_result(total)


if __name__ == "__main__":
    main(NAME, data, measure)
