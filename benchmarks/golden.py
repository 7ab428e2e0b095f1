"""Our own articles against a careful reader's answers, part by part.

A statement is found when its content and the answer's share at least 80 % of their characters (intersection
over union, after trimming quotation marks, blanks, punctuation and a leading "that"), one to one. The other
parts of a statement are asked for over those found, and only where the answer has them. `--answers` measures
on another folder or file instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import verbale

from . import answers as reading
from . import article_parts
from .answers import Answers
from .common import Result, Row, Task, main, percent
from .frozen import freeze
from .naming import is_actor, within

NAME = "golden"
OF_STATEMENTS = ("found", "content", "speaker", "cospeakers", "quotation", "act", "denied", "anonymous")
OF_THEIR_CIRCUMSTANCES = ("via", "addressee", "occasion", "made_on", "inside", "cites", "not_confirmed_by")
OF_ARTICLES = ("offices", "metonyms", "boilerplate", "not_statements")
PARTS = OF_STATEMENTS + OF_THEIR_CIRCUMSTANCES + OF_ARTICLES


@dataclass(slots=True)
class Tally:
    """Right and asked, by part; what was missed, in words; statements that no answer has."""

    right: dict[str, int] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    extra: int = 0

    def add(self, part: str, ok: bool, words: str) -> None:
        self.asked[part] = self.asked.get(part, 0) + 1
        self.right[part] = self.right.get(part, 0) + ok
        if not ok:
            self.missed.append(f"{part}: {words}")

    def join(self, other: Tally) -> None:
        for part in other.asked:
            self.asked[part] = self.asked.get(part, 0) + other.asked[part]
            self.right[part] = self.right.get(part, 0) + other.right[part]
        self.missed += other.missed
        self.extra += other.extra

    def share(self, part: str) -> float:
        return percent(self.right.get(part, 0), self.asked.get(part, 0))


@dataclass(frozen=True, slots=True)
class Check:
    """One article's answers held against its record."""

    answers: Answers
    record: verbale.Record

    def is_(self, id_: str | None, name: str) -> bool:
        return is_actor(self.record, id_, name, self.answers.kind(name))

    def run(self) -> Tally:
        tally = Tally()
        found = reading.found(self.answers, self.record)
        for n, answer in enumerate(self.answers.statements):
            label = f"{answer['speaker']}: {str(answer['content'])[:70]}"
            tally.add("found", n in found, label)
            if n in found:
                for part, ok, got in self._parts(answer, found[n], found):
                    tally.add(part, ok, f"{label} | want {answer.get(part)} | got {got}")
        known = {s.id for s in found.values()}
        beyond = [s for s in self.record.statements if s.id not in known]
        tally.extra = len(beyond)
        tally.missed += [f"beyond: {self._words(s.content)[:100]}" for s in beyond]
        for part, ok, label in article_parts.check(self.answers, self.record):
            tally.add(part, ok, label)
        return tally

    def _parts(
        self, answer: dict[str, Any], statement: verbale.Statement, found: dict[int, verbale.Statement]
    ) -> Iterator[tuple[str, bool, object]]:
        """(part, right, what the record has) for every part that the answer asks for."""
        exact = reading.exactly(self.answers.text, answer, statement)
        yield "content", exact, self._words(statement.content)
        yield "speaker", self.is_(statement.speaker, answer["speaker"]), self._name(statement.speaker)
        for part in ("quotation", "act", "denied", "anonymous"):
            if part in answer:
                value = getattr(statement, part)
                yield part, value == answer[part], value
        for part in ("via", "addressee", "cites", "cospeakers", "not_confirmed_by"):
            if part in answer:
                ids = statement.addressees if part == "addressee" else getattr(statement, part)
                yield part, self._all_named(answer[part], ids), [self._name(i) for i in ids]
        if "occasion" in answer:
            heard = self._words([statement.occasion]) if statement.occasion else ""
            wanted = answer["occasion"]
            yield "occasion", bool(heard) and (within(wanted, heard) or within(heard, wanted)), heard
        if "made_on" in answer:
            value = statement.made.value if statement.made else None
            yield "made_on", value == _iso(answer["made_on"]), value
        if "inside" in answer:
            outer = next(
                (s for n, s in found.items() if self.answers.statements[n].get("id") == answer["inside"]),
                None,
            )
            yield "inside", outer is not None and statement.inside == outer.id, statement.inside

    def _all_named(self, wanted: str | list[str], ids: Iterable[str]) -> bool:
        names = [wanted] if isinstance(wanted, str) else wanted
        return all(any(self.is_(i, name) for i in ids) for name in names)

    def _words(self, spans: Iterable[verbale.Span]) -> str:
        return " … ".join(self.record.article.quote(s) for s in spans)

    def _name(self, id_: str | None) -> str | None:
        return next((a.name for a in self.record.actors if a.id == id_), None)


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def read(answers: Answers, reader: verbale.Reader) -> verbale.Record:
    published = answers.asked.get("date")
    return reader.read(
        answers.text,
        published=_iso(published) if published else None,
        publisher=answers.asked.get("publisher"),
        headline=answers.headline,
    )


def files(task: Task) -> list[Path]:
    return reading.files(Path(task.more["answers"])) if "answers" in task.more else reading.default_files()


def data(task: Task) -> list[Path]:
    asked = files(task)
    return [*asked, *(reading.text_of(path) for path in asked)]


def figures(total: Tally) -> dict[str, float]:
    return {part: round(total.share(part), 2) for part in PARTS if total.asked.get(part)} | {
        "extra": float(total.extra)
    }


def result(tallies: dict[str, Tally], figures: Callable[[Tally], dict[str, float]] = figures) -> Result:
    total = Tally()
    for tally in tallies.values():
        total.join(tally)
    parts = [part for part in PARTS if total.asked.get(part)]
    rows: list[Row] = [("", "total", *tallies)]
    for part in parts:
        cells = (f"{t.right.get(part, 0)}/{t.asked.get(part, 0)}" for t in tallies.values())
        rows.append((part, f"{total.right[part]}/{total.asked[part]}", *cells))
    rows.append(("extra", str(total.extra), *(str(t.extra) for t in tallies.values())))
    return Result(figures(total), tuple(_turned(rows)))


def _turned(rows: list[Row]) -> list[Row]:
    """Articles down, parts across, the total last."""
    turned = [tuple(row[i] for row in rows) for i in range(len(rows[0]))]
    return [turned[0], *turned[2:], turned[1]]


def measure(task: Task) -> Result:
    return result(tallies(task))


def tallies(task: Task) -> dict[str, Tally]:
    reader = verbale.load()
    found = {}
    for path in task.some(files(task), NAME):
        answers = reading.load(path)
        record = read(answers, reader)
        if "freeze" in task.more:
            freeze(Path(task.more["freeze"]), answers.name, record)
        found[answers.name] = tally = Check(answers, record).run()
        if task.verbose:
            print("\n".join([answers.name, *(f"  {line}" for line in tally.missed)]))
    return found


OPTIONS = {
    "answers": "a folder of NAME.answers.yaml with NAME.txt, or one such file, instead of our own articles",
    "freeze": "also write what each article yields as readable lines into this folder (benchmarks/frozen.py)",
}

if __name__ == "__main__":
    main(NAME, data, measure, OPTIONS)
