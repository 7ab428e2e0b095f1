"""Who is meant: PolNeAR dev sources that are pronouns, surnames or descriptions, and whom they refer to.

benchmarks/data/speakers.tsv holds article, offsets and name (see data/README.md). A source is right when the
statement whose source overlaps it most has a speaker of that name; a source that no statement has is wrong.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import verbale

from . import polnear
from .common import DATA, Range, Result, Row, Task, main, percent, read_exactly
from .naming import is_actor

NAME = "speakers"
FILE = DATA / "speakers.tsv"
PRONOUNS = frozenset(re.findall(r"\w+", "he she they i we you it his her their who him them"))
_ARTICLES = frozenset(
    re.findall(r"\w+", "a an the one some another this that these those many several his her its their")
)


@dataclass(frozen=True, slots=True)
class Source:
    """A source in an article and the names its speaker may go by, the fullest first."""

    article: str
    place: Range
    names: tuple[str, ...]


def sources(path: Path) -> Iterator[Source]:
    """The rows of a speakers file; lines that start with `#` are remarks."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            names = tuple(n.strip() for n in row["speaker"].split("|"))
            yield Source(row["article"], (int(row["start"]), int(row["end"])), names)


def sort_of(words: str) -> str:
    """pronoun, description or name."""
    if words.lower() in PRONOUNS:
        return "pronoun"
    first = words.split()[0]
    return "description" if first.lower() in _ARTICLES or words == words.lower() else "name"


def statement_at(record: verbale.Record, place: Range) -> verbale.Statement | None:
    """The statement whose source shares most characters with the place; the first and outermost of equals."""
    shared = [
        (sum(max(0, min(s.end, place[1]) - max(s.start, place[0])) for s in x.source), x)
        for x in record.statements
    ]
    best = max(shared, key=lambda pair: (pair[0], pair[1].inside is None), default=None)
    return best[1] if best and best[0] else None


def right(record: verbale.Record, source: Source) -> bool:
    statement = statement_at(record, source.place)
    return statement is not None and any(is_actor(record, statement.speaker, name) for name in source.names)


def data(task: Task) -> list[Path]:
    names = sorted({s.article for s in sources(FILE)}) if FILE.exists() else []
    return [FILE, *(polnear.text_file(task.corpora, name) for name in names)]


def measure(task: Task) -> Result:
    reader = verbale.load()
    asked = list(sources(FILE))
    counts: dict[str, list[bool]] = {"pronoun": [], "name": [], "description": []}
    for name in task.some(sorted({s.article for s in asked}), "speakers"):
        record = reader.read(read_exactly(polnear.text_file(task.corpora, name)))
        for source in (s for s in asked if s.article == name):
            ok = right(record, source)
            counts[sort_of(record.article.text[slice(*source.place)])].append(ok)
            if task.verbose and not ok:
                print("  missed:", *_told(record, source), sep=" | ")
    return _result(counts)


def _told(record: verbale.Record, source: Source) -> tuple[str, ...]:
    statement = statement_at(record, source.place)
    actor = next((a.name for a in record.actors if statement and a.id == statement.speaker), "nobody")
    words = record.article.text[slice(*source.place)]
    return (
        source.article,
        words,
        f"want {source.names[0]}",
        "no statement" if statement is None else f"got {actor}",
    )


def _result(counts: dict[str, list[bool]]) -> Result:
    counts = {**counts, "speakers": [ok for oks in counts.values() for ok in oks]}
    rows: list[Row] = [("", "right", "asked", "%")]
    rows += [
        (name, str(sum(oks)), str(len(oks)), f"{percent(sum(oks), len(oks)):.1f}")
        for name, oks in counts.items()
    ]
    return Result(
        {name: round(percent(sum(oks), len(oks)), 2) for name, oks in counts.items() if oks}, tuple(rows)
    )


if __name__ == "__main__":
    main(NAME, data, measure)
