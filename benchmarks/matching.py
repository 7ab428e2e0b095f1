"""The largest one-to-one pairing of two lists under a condition (Kuhn's augmenting paths)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def pairs(left: Sequence[A], right: Sequence[B], fits: Callable[[A, B], bool]) -> list[tuple[int, int]]:
    """Index pairs, as many as can be had, no index twice."""
    edges = [[j for j, b in enumerate(right) if fits(a, b)] for a in left]
    taken: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for j in edges[i]:
            if j not in tried:
                tried.add(j)
                if j not in taken or place(taken[j], tried):
                    taken[j] = i
                    return True
        return False

    for i in range(len(left)):
        place(i, set())
    return sorted((i, j) for j, i in taken.items())
