"""How likely two questions are one, learned: `python -m training.unions`.

Reads what training/positions.py reads. Two questions of a record that both have right positions are a pair; it is one
question where an answer or a mark has it so. Fits a log-linear model and prints the weights as they stand in
lexicon/union_trust.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from unittest.mock import patch

from benchmarks.positions import Check
from verbale.reading.stance import uniting
from verbale.reading.weighing import Features

from .positions import print_weights, weight_of
from .trust import Read, Seen


def noted(checks: Iterable[Check]) -> Iterator[Read]:
    """Every article with each two of its questions, none united, and what they have in common."""
    features: list[Features] = []

    def judge(found: Features) -> float:
        features.append(found)
        return 0.0

    with patch.object(uniting, "likely", judge), patch.object(uniting, "_may_be_one", lambda *_: True):
        for check in checks:
            yield _held_against(check, features)
            features.clear()


def _held_against(check: Check, noted: Iterable[Features]) -> Read:
    told = _told(check)
    pairs = combinations(list(told)[: uniting.MOST], 2)
    seen = []
    for number, (features, (a, b)) in enumerate(zip(noted, pairs, strict=True)):
        if told[a] and told[b]:
            seen.append(Seen(dict(features), frozenset({number} if told[a] & told[b] else ()), False))
    return Read(check.answers.name, tuple(seen), sum(bool(s.right) for s in seen), weight_of(check))


def _told(check: Check) -> dict[str, set[str]]:
    """The questions of a record in the order of its positions, each with those of the answers that it is."""
    asked, told = check.answers.listed("positions"), dict[str, set[str]]()
    for each in check.record.positions:
        told.setdefault(each.question, set()).update(w["question"] for w in asked if check._position(w, each))
    return told


if __name__ == "__main__":
    print_weights(__doc__, noted, 0.65)
