"""The largest one-to-one pairing of two lists (Kuhn's augmenting paths)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def pairs(left: Sequence[A], right: Sequence[B], fits: Callable[[A, B], bool]) -> list[tuple[int, int]]:
    """Index pairs that fit, as many as can be had, no index twice."""
    edges = {i: [j for j, b in enumerate(right) if fits(a, b)] for i, a in enumerate(left)}
    return _augmented(edges, {})


def best_pairs(scores: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Index pairs out of those scored, as many as can be had, the best first."""
    ranked = sorted(scores, key=lambda pair: (-scores[pair], pair))
    taken: dict[int, int] = {}
    edges: dict[int, list[int]] = {}
    for i, j in ranked:
        edges.setdefault(i, []).append(j)
        if j not in taken and i not in taken.values():
            taken[j] = i
    return _augmented(edges, taken)


def _augmented(edges: Mapping[int, Sequence[int]], taken: dict[int, int]) -> list[tuple[int, int]]:
    """A pairing (right -> left) made as large as it can be."""

    def place(i: int, tried: set[int]) -> bool:
        for j in edges[i]:
            if j not in tried:
                tried.add(j)
                if j not in taken or place(taken[j], tried):
                    taken[j] = i
                    return True
        return False

    for i in [i for i in edges if i not in taken.values()]:
        place(i, set())
    return sorted((i, j) for j, i in taken.items())
