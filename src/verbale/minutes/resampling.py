"""Krippendorff's alpha over values drawn again and again: how sure it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

MOST, LEAST = 1000, 100  # times that units are drawn: fewer where there are many, and the interval is narrow
DRAWN = 500_000  # units at most, all times together, beyond the least
_ROWS, _COLUMNS = 100, 200  # drawn, and values, at a time: what bounds the memory
Floats = NDArray[np.float64]


def interval(units: Sequence[Sequence[Hashable]], seed: int = 1) -> tuple[float | None, float | None]:
    """Where 95 % of alpha over units drawn with replacement lie (Efron 1979, percentiles); the same for one seed.

    Alpha is 1 - D_o / D_e as in `agreeing.alpha`, for nominal data. What a unit adds to D_o is its own, however often
    it is drawn; D_e needs the total of each value. A value that one unit alone has is squared with that unit.
    """
    counted = [Counter(unit) for unit in units if len(unit) > 1]
    if not counted:
        return None, None
    found = np.sort(np.concatenate(list(_alphas(counted, np.random.default_rng(seed)))))
    if not len(found):
        return None, None
    return float(found[round(0.025 * (len(found) - 1))]), float(found[round(0.975 * (len(found) - 1))])


def _alphas(counted: Sequence[Counter[Hashable]], chance: np.random.Generator) -> Iterator[Floats]:
    sizes = np.array([unit.total() for unit in counted], float)
    observed = np.array([sum(n * (unit.total() - n) for n in unit.values()) for unit in counted]) / (sizes - 1)
    alone, shared = _values(counted)
    even = np.full(len(counted), 1 / len(counted))
    times = min(MOST, max(LEAST, DRAWN // len(counted)))
    for _ in range(times // _ROWS):
        drawn = chance.multinomial(len(counted), even, _ROWS).astype(float)
        every = drawn @ sizes
        expected = every**2 - drawn**2 @ alone - sum(((drawn @ part) ** 2).sum(1) for part in shared)
        known = expected > 0
        yield 1 - (every[known] - 1) * (drawn @ observed)[known] / expected[known]


def _values(counted: Sequence[Counter[Hashable]]) -> tuple[Floats, list[Floats]]:
    """For each unit the squares of what it alone has, and how often it has each value that several have."""
    owners: dict[Hashable, list[int]] = defaultdict(list)
    for n, unit in enumerate(counted):
        for value in unit:
            owners[value].append(n)
    alone = np.zeros(len(counted))
    several = [value for value, own in owners.items() if len(own) > 1]
    for value, own in owners.items():
        if len(own) == 1:
            alone[own[0]] += counted[own[0]][value] ** 2
    parts = [several[at : at + _COLUMNS] for at in range(0, len(several), _COLUMNS)]
    return alone, [np.array([[unit[value] for value in part] for unit in counted], float) for part in parts]
