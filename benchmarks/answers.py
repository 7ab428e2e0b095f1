"""A careful reader's answers to an article, and which statements of a record they are.

The format is described in tests/articles/README.md. A content is given by its exact words, or by its first
and last words around " ... ".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

import verbale

from .common import ROOT, Range, read_exactly
from .matching import best_pairs
from .naming import is_actor

LONGEST_CLAUSE = 200  # characters of "..., he said to reporters on his way out, ..."
FOUND = 0.8  # of the characters, intersection over union
_EDGE = " \t\r\n\"“”‘’'«».,;:!?—–-…"
_GAP = " ... "
EXAMPLES = Path(verbale.__file__).parent / "examples"


@dataclass(frozen=True, slots=True)
class Answers:
    """An article's text with the answers to it, as they stand in their file."""

    name: str
    text: str
    asked: dict[str, Any]
    headline: str | None = None

    @property
    def statements(self) -> list[dict[str, Any]]:
        return self.asked.get("statements") or []

    def listed(self, key: str) -> list[Any]:
        return self.asked.get(key) or []

    def kind(self, name: str) -> str | None:
        """What the answers say the actor of this name is."""
        return next((a.get("type") for a in self.listed("actors") if a["name"] == name), None)


def files(place: Path) -> list[Path]:
    """The answers files in a folder, or the one named."""
    return [place] if place.is_file() else sorted(place.glob("*.answers.yaml"))


def text_of(path: Path) -> Path:
    """The article that an answers file answers."""
    stem = path.name.removesuffix(".answers.yaml")
    if stem.startswith("examples_"):
        return EXAMPLES / f"{stem.removeprefix('examples_')}.txt"
    return path.with_name(f"{stem}.txt")


def load(path: Path) -> Answers:
    asked = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = text_of(path)
    return Answers(text.stem, read_exactly(text), asked, _headline(text))


def _headline(text: Path) -> str | None:
    index = text.with_name("index.yaml")
    rows = yaml.safe_load(index.read_text(encoding="utf-8")) if index.exists() else []
    return next((row.get("headline") for row in rows if row["file"] == text.name), None)


def default_files() -> list[Path]:
    return files(ROOT / "tests" / "articles")


def trimmed(text: str, place: Range) -> Range:
    """Without a leading "that", and without quotation marks, blanks and punctuation at the ends."""
    start, end = place
    while start < end and text[start] in _EDGE:
        start += 1
    that = re.compile(r"that\s+", re.IGNORECASE).match(text, start, end)
    start = that.end() if that else start
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def places(text: str, content: str) -> Iterator[Range]:
    """Everywhere the content of an answer stands in the text, trimmed."""
    first, _, last = content.partition(_GAP)
    for match in re.finditer(re.escape(first), text):
        tail = text.find(last, match.end()) if last else match.start() + len(first)
        if tail >= 0:
            yield trimmed(text, (match.start(), tail + len(last)))


def characters(spans: Sequence[Range]) -> set[int]:
    return {n for start, end in spans for n in range(start, end)}


def fragments(text: str, statement: verbale.Statement) -> list[Range]:
    """The content of a statement, each fragment trimmed, in the order of the text."""
    return sorted(trimmed(text, (s.start, s.end)) for s in statement.content)


def shared(text: str, answer: dict[str, Any], statement: verbale.Statement) -> float:
    """Intersection over union of the characters, at the best place; a split one lacks the words between."""
    got = fragments(text, statement)
    ours = characters(got)
    between = _reporting(got, statement) if answer.get("split") else set()
    best = 0.0
    for place in places(text, str(answer["content"])):
        theirs = characters([place]) - between
        best = max(best, len(ours & theirs) / max(1, len(ours | theirs)))
    return best


def _reporting(got: Sequence[Range], statement: verbale.Statement) -> set[int]:
    """The characters of a clause that splits a content: between two fragments, with source or cue."""
    clauses = [(a[1], b[0]) for a, b in pairwise(got) if b[0] - a[1] <= LONGEST_CLAUSE]
    told = (*statement.source, *statement.cue)
    return characters([c for c in clauses if any(c[0] <= s.start and s.end <= c[1] for s in told)])


def exactly(text: str, answer: dict[str, Any], statement: verbale.Statement) -> bool:
    """Whether it begins and ends where the answer does, and leaves nothing out unless the answer is split."""
    got = fragments(text, statement)
    hull = (got[0][0], got[-1][1])
    unbroken = len(got) == 1 or bool(answer.get("split")) or _covered(text, got, hull)
    return unbroken and hull in set(places(text, str(answer["content"])))


def _covered(text: str, got: Sequence[Range], hull: Range) -> bool:
    return all(text[n] in _EDGE for n in characters([hull]) - characters(got))


def found(answers: Answers, record: verbale.Record) -> dict[int, verbale.Statement]:
    """Answer number -> its statement: the most alike first, the right speaker before another, none twice."""
    scores: dict[tuple[int, int], float] = {}
    for n, answer in enumerate(answers.statements):
        for m, statement in enumerate(record.statements):
            alike = shared(answers.text, answer, statement)
            if alike >= FOUND:
                speaker = is_actor(
                    record, statement.speaker, answer["speaker"], answers.kind(answer["speaker"])
                )
                nested = (statement.inside is not None) == ("inside" in answer)
                scores[n, m] = alike + 0.02 * speaker + 0.01 * nested
    return {n: record.statements[m] for n, m in best_pairs(scores)}
