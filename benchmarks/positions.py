"""Positions, participation, conflicts: our own articles against a careful reader's answers.

A reported position is right when an answer has its actor and its stance, and at least half of the telling words of
the answer's question stand in the reported question's label, in the names of what it is about, or in its evidence.
An answer that is marked optional counts neither way. Recall is over the answers, precision over what is reported.
`--kept` measures on the half that was kept apart.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import verbale

from . import answers as reading
from .answers import Answers
from .common import ROOT, Counts, Result, Task, f1_result, main
from .golden import read
from .naming import is_actor, words
from .pairs import bins

NAME = "positions"
PARTS = ("positions", "participation", "conflicts", "meetings")
FOLDER = ROOT / "tests" / "articles" / "positions"
_EMPTY = frozenset("be taking part being over as any this that by with from into not".split())


@dataclass(slots=True)
class Tally:
    """Counts by part, and what was missed or too much, in words."""

    counts: dict[str, Counts] = field(default_factory=lambda: {p: Counts() for p in PARTS})
    lines: list[str] = field(default_factory=list)
    sure: list[tuple[float, bool]] = field(default_factory=list)  # how sure each position was, and whether it was right

    def add(self, part: str, wanted: list[dict[str, Any]], given: list[Any], same: Callable[[Any, Any], bool],
            say: Callable[[Any], str]) -> None:  # fmt: skip
        firm = [w for w in wanted if not w.get("optional")]
        hits = {id(w) for w in firm if any(same(w, g) for g in given)}
        right = [g for g in given if any(same(w, g) for w in firm)]
        neither = [g for g in given if g not in right and any(same(w, g) for w in wanted)]
        wrong = [g for g in given if g not in right and g not in neither]
        # Two values that match one answer are one: precision is over distinct ones, as recall is.
        self.counts[part] += Counts(len(hits), len(hits) + len(wrong), len(firm))
        self.sure += [(g.confidence, some is right) for some in (right, wrong) for g in some if part == "positions"]
        self.lines += [f"{part} missed: {_short(w)}" for w in firm if id(w) not in hits]
        self.lines += [f"{part} beyond: {say(g)}" for g in wrong]


@dataclass(frozen=True, slots=True)
class Check:
    """One article's answers held against its record."""

    answers: Answers
    record: verbale.Record

    def run(self) -> Tally:
        tally = Tally()
        record, asked = self.record, self.answers.listed
        tally.add("positions", asked("positions"), list(record.positions), self._position, self._say_position)
        wanted = [{**p, "meeting": m} for m in asked("meetings") for p in m.get("participation", [])]
        given = [(m, p) for m in record.meetings for p in m.participation]
        tally.add("participation", wanted, given, self._participation, self._say_participation)
        tally.add("conflicts", asked("conflicts"), list(record.conflicts), self._conflict, self._say_conflict)
        tally.add("meetings", asked("meetings"), list(record.meetings), self._meeting, lambda m: f"{m.name} {m.date}")
        return tally

    def _is(self, id_: str | None, name: str | None) -> bool:
        if name is None or id_ is None:
            return name is id_
        others = (self.answers.asked.get("also_named") or {}).get(name, [])
        return any(is_actor(self.record, id_, each) for each in (name, *others))

    def _name(self, id_: str | None) -> str:
        return next((a.name for a in self.record.actors if a.id == id_), str(id_))

    # -- positions ------------------------------------------------------------------------------------------

    def _position(self, wanted: dict[str, Any], given: verbale.Position) -> bool:
        if wanted["stance"] != given.stance or not self._is(given.actor, wanted["actor"]):
            return False
        question = next((q for q in self.answers.listed("questions") if q["id"] == wanted["question"]), None)
        return question is not None and self._about(question, self._heard(given))

    def _about(self, question: dict[str, Any], heard: set[str]) -> bool:
        labels = [question["label"], *question.get("wordings", [])]
        telling = (set(words(label)) - _EMPTY for label in labels)
        return any(each and 2 * len(each & heard) >= len(each) for each in telling)

    def _heard(self, given: verbale.Position) -> set[str]:
        record = self.record
        question = next(q for q in record.questions if q.id == given.question)
        texts = [question.label, *(self._name(i) for i in question.about)]
        texts += [m.name for m in record.meetings if m.id in question.about]
        texts += [record.article.quote(s) for each in record.statements if each.id in given.evidence
                  for s in each.content]  # fmt: skip
        texts += [record.article.quote(s) for e in record.events if e.id in given.evidence for s in e.spans]
        return {word for text in texts for word in words(text)}

    def _say_position(self, given: verbale.Position) -> str:
        label = next(q.label for q in self.record.questions if q.id == given.question)
        return f"{self._name(given.actor)} {given.stance} {label} {list(given.evidence)} {given.confidence}"

    # -- meetings -------------------------------------------------------------------------------------------

    def _meeting(self, wanted: dict[str, Any], given: verbale.Meeting) -> bool:
        if wanted.get("date") and given.date and str(wanted["date"])[:7] != given.date[:7]:
            return False
        names = [wanted["name"], *wanted.get("also_called", [])]
        heard = {w for s in given.mentions for w in words(self.record.article.quote(s))} | set(words(given.name))
        place = set(words(wanted.get("place") or "")) & set(words(given.place or ""))
        return bool(place) or any(set(words(n)) & heard for n in names)

    def _participation(self, wanted: dict[str, Any], given: tuple[verbale.Meeting, verbale.Participation]) -> bool:
        meeting, part = given
        same = wanted["role"] == part.role and wanted["status"] == part.status
        return same and self._is(part.actor, wanted["actor"]) and self._meeting(wanted["meeting"], meeting)

    def _say_participation(self, given: tuple[verbale.Meeting, verbale.Participation]) -> str:
        meeting, part = given
        return f"{self._name(part.actor)} {part.role} {part.status} ({self._name(part.according_to)}) {meeting.name}"

    # -- conflicts ------------------------------------------------------------------------------------------

    def _conflict(self, wanted: dict[str, Any], given: verbale.Conflict) -> bool:
        kinds = {wanted["kind"], given.kind}
        if len(kinds) > 1 and kinds != {"account", "denial"}:
            return False
        return all(any(self._is(i, name) for i in given.between) for name in wanted["between"])

    def _say_conflict(self, given: verbale.Conflict) -> str:
        label = next((q.label for q in self.record.questions if q.id == given.question), "")
        return f"{given.kind} {[self._name(i) for i in given.between]} {label} {given.evidence}"


def _short(wanted: dict[str, Any]) -> str:
    left_out = ("meeting", "evidence")
    meeting = f" | {wanted['meeting']['name']}" if "meeting" in wanted else ""
    said = f" | {wanted['evidence']}" if "evidence" in wanted else ""
    return " ".join(str(v) for k, v in wanted.items() if k not in left_out) + meeting + said


def folder(task: Task) -> Path:
    if "answers" in task.more:
        return Path(task.more["answers"])
    return FOLDER / ("kept" if "kept" in task.more else "dev")


def data(task: Task) -> list[Path]:
    asked = reading.files(folder(task))
    return [*asked, *(reading.text_of(path) for path in asked)]


def tallies(task: Task) -> Iterator[tuple[str, Tally]]:
    reader = verbale.load()
    for path in task.some(reading.files(folder(task)), NAME):
        answers = reading.load(path)
        answers.asked.setdefault("date", answers.asked.get("published"))
        yield answers.name, Check(answers, read(answers, reader)).run()


def measure(task: Task) -> Result:
    return added_up(task, tallies(task))


def added_up(task: Task, told: Iterable[tuple[str, Tally]]) -> Result:
    """The result over some articles' tallies, which are printed where the task is verbose."""
    total: dict[str, Counts] = {p: Counts() for p in PARTS}
    sure: list[tuple[float, bool]] = []
    for name, tally in told:
        sure += tally.sure
        for part in PARTS:
            total[part] += tally.counts[part]
        if task.verbose:
            print("\n".join([name, *(f"  {line}" for line in tally.lines)]))
    if "calibration" in task.more:
        curve = {"positions": bins(("right", "right" if hit else "wrong", said) for said, hit in sure)}
        Path(task.more["calibration"]).write_text(json.dumps(curve, indent=1) + "\n", encoding="utf-8")
    shown = f1_result(total)
    figures = {f"{p}_{n}": round(v, 2) for p, c in total.items() for n, v in _both(c)}
    return Result(figures, shown.table)


def _both(counts: Counts) -> Iterable[tuple[str, float]]:
    return ("precision", counts.precision), ("recall", counts.recall)


OPTIONS = {
    "answers": "a folder of NAME.answers.yaml with NAME.txt instead of our own articles",
    "kept": "any word: measure on the articles that were kept apart",
    "calibration": "where to write how often each confidence of a position was right, as JSON",
}

if __name__ == "__main__":
    main(NAME, data, measure, OPTIONS)
