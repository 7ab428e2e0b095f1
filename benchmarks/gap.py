"""GAP validation: does the pronoun refer to name A, to name B, or to neither?

A snippet gives two decisions, A and B, each true or false; F1 is over the decisions that are true, for all
pronouns and by their gender; bias is feminine F1 over masculine F1 (Webster et al. 2018). The prediction
comes from the record: true where the actor that has the pronoun among its mentions is the actor whose mention
covers the name. A pronoun or name that no mention covers gives false.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import verbale

from .common import Counts, Range, Result, Task, f1_result, main

NAME = "gap"
FEMININE, MASCULINE = frozenset({"she", "her", "hers"}), frozenset({"he", "him", "his"})


@dataclass(frozen=True, slots=True)
class Snippet:
    """A text with a pronoun and two names, as code point ranges, and whether it refers to each name."""

    name: str
    text: str
    pronoun: Range
    names: tuple[Range, Range]
    refers: tuple[bool, bool]

    @property
    def gender(self) -> str:
        word = self.text[slice(*self.pronoun)].lower()
        return "feminine" if word in FEMININE else "masculine"


def snippets(path: Path) -> Iterator[Snippet]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            a, b = _place(row, "A"), _place(row, "B")
            refers = row["A-coref"].upper() == "TRUE", row["B-coref"].upper() == "TRUE"
            yield Snippet(row["ID"], row["Text"], _place(row, "Pronoun"), (a, b), refers)


def _place(row: dict[str, str], column: str) -> Range:
    start = int(row[f"{column}-offset"])
    return start, start + len(row[column])


def actor_at(record: verbale.Record, place: Range) -> str | None:
    """The actor with the shortest mention that covers the place, else one that holds the end of it."""
    start, end = place
    found = [
        (m.end - m.start, a.id)
        for a in record.actors
        for m in a.mentions
        if m.start <= start and end <= m.end
    ]
    if not found:  # "Lena Okafor" where the mention is "Okafor"
        found = [
            (start - m.start, a.id)
            for a in record.actors
            for m in a.mentions
            if start < m.start and m.end == end
        ]
    return min(found)[1] if found else None


def actor_of_pronoun(record: verbale.Record, place: Range) -> str | None:
    """The actor with just this pronoun among its mentions: "her" in "her husband" is not the husband."""
    return next((a.id for a in record.actors if any((m.start, m.end) == place for m in a.mentions)), None)


def predict(record: verbale.Record, snippet: Snippet) -> tuple[bool, bool]:
    actor = actor_of_pronoun(record, snippet.pronoun)
    first, second = (actor is not None and actor_at(record, name) == actor for name in snippet.names)
    return first, second


def score(given: tuple[bool, bool], snippet: Snippet) -> dict[str, Counts]:
    right = sum(g and w for g, w in zip(given, snippet.refers, strict=True))
    counts = Counts(right, sum(given), sum(snippet.refers))
    return {"overall": counts, snippet.gender: counts}


def data(task: Task) -> list[Path]:
    return [task.corpora / "gap" / "gap-validation.tsv"]


def measure(task: Task) -> Result:
    reader = verbale.load()
    total = {"overall": Counts(), "masculine": Counts(), "feminine": Counts()}
    for snippet in task.some(list(snippets(*data(task))), "gap"):
        for name, counts in score(predict(reader.read(snippet.text), snippet), snippet).items():
            total[name] += counts
    masculine, feminine = total["masculine"].f1, total["feminine"].f1
    return f1_result(
        total, [f"bias (feminine / masculine) {feminine / masculine:.2f}" if masculine else "bias: none"]
    )


if __name__ == "__main__":
    main(NAME, data, measure)
