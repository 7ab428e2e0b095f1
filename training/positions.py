"""How likely a position is right, learned: `python -m training.positions FOLDER…`.

Reads articles with a careful reader's answers, notes what each position is made of and whether an answer has it, fits
a log-linear model, and prints the weights as they stand in lexicon/stance_trust.yaml. What the threshold gives is shown
for articles that the weights were not fitted on: each is left out in its turn, with the others of its fold.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np
import numpy.typing as npt

import verbale
from benchmarks import answers as reading
from benchmarks.golden import read
from benchmarks.positions import Check
from verbale.reading.stance import trusting

FOLDS = 10
HELD_BACK = 1.0  # strength of the prior that a weight is nought, in positions
ROUNDS = 40  # of Newton's method
SELDOM = 3  # positions: a feature that fewer have is left out
STEPS = [n / 20 for n in range(20)]

Vector = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Seen:
    """A position: its features and the numbers of the answers that it is; `fair` where fair readers may differ."""

    features: trusting.Features
    right: frozenset[int]
    fair: bool

    @property
    def counts(self) -> bool:
        return bool(self.right) or not self.fair


@dataclass(frozen=True, slots=True)
class Read:
    """The positions of one article, and how many its answers have."""

    name: str
    seen: tuple[Seen, ...]
    wanted: int


def read_all(folders: Iterable[Path]) -> list[Read]:
    """Every article of some folders, read without leaving anything out."""
    reader, found = verbale.load(), []
    for path in (p for folder in folders for p in reading.files(folder)):
        noted: list[trusting.Features] = []

        def judge(features: trusting.Features, noted: list[trusting.Features] = noted) -> float:
            noted.append(features)
            return 1.0

        answers = reading.load(path)
        answers.asked.setdefault("date", answers.asked.get("published"))
        with patch.object(trusting, "likely", judge):
            record = read(answers, reader)
        found.append(_held_against(Check(answers, record), noted))
    return found


def _held_against(check: Check, noted: Sequence[trusting.Features]) -> Read:
    asked = check.answers.listed("positions")
    firm = [n for n, w in enumerate(asked) if not w.get("optional")]
    seen = []
    for features, given in zip(noted, check.record.positions, strict=True):
        alike = {n for n, w in enumerate(asked) if check._position(w, given)}
        seen.append(Seen(features, frozenset(alike & set(firm)), bool(alike)))
    return Read(check.answers.name, tuple(seen), len(firm))


def names(data: Sequence[Read]) -> list[str]:
    count = Counter(name for article in data for each in article.seen for name in each.features)
    return sorted(name for name, n in count.items() if n >= SELDOM)


def matrix(seen: Sequence[Seen], known: Sequence[str]) -> Vector:
    return np.array([[each.features.get(name, 0.0) for name in known] for each in seen]).reshape(-1, len(known))


def fit(data: Sequence[Read], known: Sequence[str]) -> Vector:
    """The weights of logistic regression, held back towards nought (ridge; le Cessie and van Houwelingen 1992)."""
    seen = [each for article in data for each in article.seen if each.counts]
    rows, right = matrix(seen, known), np.array([bool(each.right) for each in seen], dtype=np.float64)
    prior = np.array([0.01 if name == "always" else HELD_BACK for name in known])
    weights = np.zeros(len(known))
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - likely) - prior * weights
        curve = (rows * (likely * (1 - likely))[:, None]).T @ rows + np.diag(prior)
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def left_out(data: Sequence[Read]) -> list[Vector]:
    """For each article the probabilities of its positions by weights fitted without it."""
    found: list[Vector] = [np.zeros(0)] * len(data)
    for fold in range(FOLDS):
        others = [a for n, a in enumerate(data) if n % FOLDS != fold]
        known = names(others)
        weights = fit(others, known)
        for n in range(fold, len(data), FOLDS):
            found[n] = 1 / (1 + np.exp(-matrix(data[n].seen, known) @ weights))
    return found


def score(data: Sequence[Read], likely: Sequence[Vector], least: float) -> tuple[float, float]:
    """Precision and recall in per cent of what is at least so likely, as benchmarks.positions counts them."""
    hits = wrong = 0
    for article, some in zip(data, likely, strict=True):
        told = [each for each, p in zip(article.seen, some, strict=True) if p >= least]
        hits += len({n for each in told for n in each.right})
        wrong += sum(not each.right and not each.fair for each in told)
    return 100 * hits / max(1, hits + wrong), 100 * hits / max(1, sum(a.wanted for a in data))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", help="folders of NAME.answers.yaml with NAME.txt")
    parser.add_argument("--least", type=float, default=0.5, help="probability below which a position is not told")
    asked = parser.parse_args()
    data = read_all(asked.folders)
    likely = left_out(data)
    for least in STEPS:
        precision, recall = score(data, likely, least)
        print(f"# at least {least:.2f}: precision {precision:.1f}, recall {recall:.1f}")
    known = names(data)
    print(f"least: {asked.least}")
    for name, weight in zip(known, fit(data, known), strict=True):
        print(f"{name}: {weight:.2f}")


if __name__ == "__main__":
    main()
