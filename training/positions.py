"""How likely a position is right, learned: `python -m training.positions`.

Reads our articles with answers and those marked articles that the branch has not been trained on, notes what each
position is made of and whether an answer has it, fits a log-linear model, and prints the weights as they stand in
lexicon/stance_trust.yaml. What a threshold gives is shown for articles that the weights were not fitted on.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

import verbale
from benchmarks import answers as reading
from benchmarks.golden import read
from benchmarks.positions import Check
from verbale.reading.stance import trusting, uniting
from verbale.reading.weighing import ALONE, LEAST

from . import answered
from .trust import Read, Seen, report

DEV = Path("tests/articles/positions/dev")
MARKED = Path("training/data/news")
ANSWERED = 3.0  # for how many marked articles one with answers counts
Noting = Callable[[Iterable[Check]], Iterable[Read]]


def read_answered(folder: Path, reader: verbale.Reader) -> Iterator[Check]:
    """The articles of a folder with answers, each held against its record."""
    for path in reading.files(folder):
        answers = reading.load(path)
        answers.asked.setdefault("date", answers.asked.get("published"))
        yield Check(answers, read(answers, reader))


def read_marked(folder: Path, reader: verbale.Reader) -> Iterator[Check]:
    """The marked articles of a folder that are kept out of training."""
    for article in answered.apart(folder):
        yield answered.MarkedCheck(answered.answers(article), reader.read(article.text), article)


def noted(checks: Iterable[Check]) -> Iterator[Read]:
    """Every article with all its positions, none left out and none united, and what each is made of."""
    features: list[trusting.Features] = []

    def judge(found: trusting.Features) -> float:
        features.append(found)
        return 1.0

    apart = patch.object(uniting, "likely", lambda _: 0.0)
    with apart, patch.object(trusting, "likely", judge), patch.object(trusting, "_outdone", lambda *_: set()):
        for check in checks:
            yield _held_against(check, features)
            features.clear()


def _held_against(check: Check, noted: Sequence[trusting.Features]) -> Read:
    asked, given = check.answers.listed("positions"), check.record.positions
    firm = frozenset(n for n, w in enumerate(asked) if not w.get("optional"))
    alike = [frozenset(n for n, w in enumerate(asked) if check._position(w, each)) for each in given]
    right = {(p.question, p.stance) for p, numbers in zip(given, alike, strict=True) if numbers}
    seen = []
    for features, position, numbers in zip(noted, given, alike, strict=True):
        # Marks name who speaks, not also for whom: a position that only counts for the other is no mistake.
        shared = isinstance(check, answered.MarkedCheck) and "held by self" not in features
        fair = bool(numbers) or (shared and (position.question, position.stance) in right)
        seen.append(Seen(dict(features), numbers & firm, fair))
    return Read(check.answers.name, tuple(seen), len(firm), weight_of(check))


def weight_of(check: Check) -> float:
    """Articles with answers tell more than marked ones, and are far fewer."""
    return 1.0 if isinstance(check, answered.MarkedCheck) else ANSWERED


def print_weights(
    described: str | None, noted: Noting, least: float, alone: float | None = None, untold: Collection[str] = ()
) -> None:
    """The command: read both sorts of articles and print a table of weights.

    `least` is its threshold and `alone`, if it has one, that of what only the model sees.
    """
    parser = argparse.ArgumentParser(description=described)
    parser.add_argument("--answered", type=Path, default=DEV, help="a folder of NAME.answers.yaml with NAME.txt")
    parser.add_argument("--marked", type=Path, default=MARKED, help="a folder of marked articles")
    parser.add_argument("--least", type=float, default=least, help="the probability that one needs")
    if alone is not None:
        parser.add_argument("--alone", type=float, default=alone, help="the same, of what only the model sees")
    asked = parser.parse_args()
    reader = verbale.load()
    groups = {
        "answered": list(noted(read_answered(asked.answered, reader))),
        "marked": list(noted(read_marked(asked.marked, reader))),
    }
    thresholds = {LEAST: asked.least} | ({ALONE: asked.alone} if alone is not None else {})
    print("\n".join(report(groups, thresholds, untold)))


if __name__ == "__main__":
    print_weights(__doc__, noted, 0.5, 0.65, trusting.OF_ARTICLES)
