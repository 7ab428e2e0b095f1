"""How far two careful readers agree: one's answers to articles held against another's, as a record's would be.

What the second reader puts down firmly is taken for what a program reports, and scored by the rules of `positions`
against the first's. No program can be expected to agree with either more than they do with each other.

    python -m benchmarks.agreement --corpora folder --verbose
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

import verbale
from verbale.record import (
    Actor,
    Article,
    Conflict,
    Meeting,
    Participation,
    Position,
    Question,
    Reader,
    Record,
    Span,
    Statement,
)  # fmt: skip

from . import answers as reading
from .answers import Answers
from .common import Result, Task, main
from .positions import FOLDER, Check, Tally, added_up

NAME = "agreement"
FIRST, SECOND = FOLDER / "kept", FOLDER / "second"


def as_record(answers: Answers) -> Record:
    """What a reader answers firmly, as the record of one that gives no more than this."""
    return Record(
        reader=Reader(verbale.__version__, "a careful reader"),
        article=Article(text=answers.text),
        actors=tuple(_actors(answers)),
        statements=tuple(_statements(answers)),
        questions=tuple(Question(q["id"], q["label"]) for q in answers.listed("questions")),
        positions=tuple(_positions(answers)),
        meetings=tuple(_meetings(answers)),
        conflicts=tuple(_conflicts(answers)),
    )


def _firm(values: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [value for value in values if not value.get("optional")]


def _spans(text: str, words: Iterable[str]) -> tuple[Span, ...]:
    """Where words stand first; those that don't stand in the text have no place."""
    found = ((text.find(each), len(each)) for each in words)
    return tuple(Span(at, at + length) for at, length in found if at >= 0)


def _names(answers: Answers) -> Iterator[str]:
    """Everyone whom the answers name, by the name that is the id as well."""
    parts = chain.from_iterable(m.get("participation") or [] for m in answers.listed("meetings"))
    told = chain(answers.listed("positions"), parts)
    between = chain.from_iterable(c["between"] for c in answers.listed("conflicts"))
    yield from dict.fromkeys(chain((each["actor"] for each in told), between))


def _actors(answers: Answers) -> Iterator[Actor]:
    others = answers.asked.get("also_named") or {}
    for name in _names(answers):
        yield Actor(name, name, "organisation", mentions=_spans(answers.text, (name, *others.get(name, []))))


def _statements(answers: Answers) -> Iterator[Statement]:
    """One for each firm position, whose content is its evidence."""
    for n, position in enumerate(_firm(answers.listed("positions"))):
        yield Statement(id=f"S{n}", content=_spans(answers.text, position["evidence"]))


def _positions(answers: Answers) -> Iterator[Position]:
    for n, told in enumerate(_firm(answers.listed("positions"))):
        yield Position(f"P{n}", told["actor"], told["question"], told["stance"], evidence=(f"S{n}",))


def _meetings(answers: Answers) -> Iterator[Meeting]:
    for n, told in enumerate(answers.listed("meetings")):
        parts = (Participation(p["actor"], p["role"], p["status"]) for p in _firm(told.get("participation") or []))
        mentions = _spans(answers.text, (told["name"], *told.get("also_called", [])))
        date = str(told["date"]) if told.get("date") else None
        yield Meeting(f"M{n}", told["name"], date, told.get("place"), mentions=mentions, participation=tuple(parts))


def _conflicts(answers: Answers) -> Iterator[Conflict]:
    for n, told in enumerate(_firm(answers.listed("conflicts"))):
        yield Conflict(f"C{n}", told["kind"], tuple(told["between"]), told.get("question"))


def pairs(task: Task) -> list[tuple[Path, Path]]:
    """(first reader's answers, second reader's) of each article that the second answered too."""
    first = Path(task.more.get("answers", FIRST))
    return [(first / path.name, path) for path in reading.files(Path(task.more.get("other", SECOND)))]


def data(task: Task) -> list[Path]:
    return [*chain.from_iterable((*both, reading.text_of(both[0])) for both in pairs(task))]


def tallies(task: Task) -> Iterator[tuple[str, Tally]]:
    for first, second in task.some(pairs(task), NAME):
        answers = reading.load(first)
        other = replace(answers, asked=yaml.safe_load(second.read_text(encoding="utf-8")))
        yield answers.name, Check(answers, as_record(other)).run()


def measure(task: Task) -> Result:
    return added_up(task, tallies(task))


OPTIONS = {
    "answers": "a folder of NAME.answers.yaml with NAME.txt, instead of our own articles",
    "other": "a folder with a second reader's answers to some of them",
}

if __name__ == "__main__":
    main(NAME, data, measure, OPTIONS)
