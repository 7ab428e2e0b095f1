"""The weights by which what is read is told or left out: a log-linear model, fitted to articles with answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FOLDS = 10
HELD_BACK = 1.0  # strength of the prior that a weight is nought, in values
ROUNDS = 40  # of Newton's method
SELDOM = 4  # values: a feature that fewer have is left out
STEPS = [n / 20 for n in range(20)]

Vector = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Seen:
    """Something read: its features and the numbers of the answers that it is; `fair` where fair readers may differ."""

    features: Mapping[str, float]
    right: frozenset[int]
    fair: bool

    @property
    def counts(self) -> bool:
        return bool(self.right) or not self.fair


@dataclass(frozen=True, slots=True)
class Read:
    """What was read in one article, how many its answers have, and for how many articles it counts."""

    name: str
    seen: tuple[Seen, ...]
    wanted: int
    weight: float = 1.0


def names(data: Sequence[Read]) -> list[str]:
    count = Counter(name for article in data for each in article.seen for name in each.features)
    return sorted(name for name, n in count.items() if n >= SELDOM)


def matrix(seen: Sequence[Seen], known: Sequence[str]) -> Vector:
    return np.array([[each.features.get(name, 0.0) for name in known] for each in seen]).reshape(-1, len(known))


def fit(data: Sequence[Read], known: Sequence[str]) -> Vector:
    """The weights of logistic regression, held back towards nought (ridge; le Cessie and van Houwelingen 1992)."""
    seen = [each for article in data for each in article.seen if each.counts]
    share = np.array([article.weight for article in data for each in article.seen if each.counts])
    rows, right = matrix(seen, known), np.array([bool(each.right) for each in seen], dtype=np.float64)
    prior = np.array([0.01 if name == "always" else HELD_BACK for name in known])
    weights = np.zeros(len(known))
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (share * (right - likely)) - prior * weights
        curve = (rows * (share * likely * (1 - likely))[:, None]).T @ rows + np.diag(prior)
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def left_out(data: Sequence[Read]) -> list[Vector]:
    """For each article the probabilities of what was read by weights fitted without it and the others of its fold."""
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


def report(
    groups: Mapping[str, Sequence[Read]], least: Mapping[str, float], untold: Collection[str] = ()
) -> Iterator[str]:
    """Lines of YAML: comments on what each threshold gives where articles are left out, by group; then the weights.

    `least` are the thresholds of the table by their keys. A short article does not tell the features `untold`: they
    count there, as "short", what they do on average.
    """
    data = [article for some in groups.values() for article in some]
    likely = dict(zip((id(a) for a in data), left_out(data), strict=True))
    for step in STEPS:
        figures = (score(some, [likely[id(a)] for a in some], step) for some in groups.values())
        yield f"# at least {step:.2f}: " + "; ".join(
            f"{name} {p:.1f} / {r:.1f}" for name, (p, r) in zip(groups, figures, strict=True)
        )
    known = names(data)
    yield from (f"{key}: {value}" for key, value in least.items())
    weights = dict(zip(known, fit(data, known), strict=True))
    if untold:
        means = matrix([each for article in data for each in article.seen if each.counts], known).mean(0)
        usual = dict(zip(known, means, strict=True))
        weights["short"] = sum(weights[name] * usual[name] for name in known if name in untold)
    for name in sorted(weights):
        yield f"{name}: {weights[name]:.2f}"
