"""From scores to labels: the best tag path, the best tree, the best link. Plain numpy, no model."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


def best_path(emissions: Floats, transitions: Floats) -> list[int]:
    """Viterbi (1967): the best tag for each of n words; `transitions` (tags + 1, tags), last row from the start."""
    n, tags = emissions.shape
    if not n:
        return []
    steps = np.ascontiguousarray(transitions[:tags].T)
    score = transitions[tags] + emissions[0]
    totals = np.empty((n - 1, tags, tags), dtype=score.dtype)  # (word, tag, tag before)
    for total, emission in zip(totals, emissions[1:], strict=True):
        np.add(steps, score, out=total)
        np.maximum.reduce(total, axis=1, out=score)
        score += emission
    path = [int(score.argmax())]
    for before in totals.argmax(2)[::-1].tolist():
        path.append(before[path[-1]])
    return path[::-1]


def spans_of(tags: Sequence[int]) -> list[tuple[int, int, int]]:
    """(kind, first, end) for each run of BIO tags: 0 is outside, 2k + 1 begins kind k, 2k + 2 continues it."""
    spans: list[tuple[int, int, int]] = []
    kind, first = -1, 0
    for i, tag in enumerate([*tags, 0]):
        goes_on = tag > 0 and tag % 2 == 0 and (tag - 2) // 2 == kind
        if kind >= 0 and not goes_on:
            spans.append((kind, first, i))
            kind = -1
        if tag > 0 and not goes_on:
            kind, first = (tag - 1) // 2, i
    return spans


def best_tree(scores: Floats) -> list[int]:
    """The best dependency tree over n words: each word's head, its own index for the one root.

    `scores[i, j]` rates j as head of i, `scores[i, i]` rates i as root. Chu and Liu (1965), Edmonds (1967),
    with a single root as Universal Dependencies ask.
    """
    n = len(scores)
    heads = scores.argmax(1)
    roots = np.flatnonzero(heads == np.arange(n))
    if len(roots) != 1:
        without = scores.copy()
        np.fill_diagonal(without, -np.inf)
        gain = scores.diagonal() - (without.max(1) if n > 1 else 0)
        root = int(gain.argmax())
    else:
        root = int(roots[0])
    if len(roots) == 1 and not _cycle(heads, root):
        return [int(h) for h in heads]
    work = scores.astype(np.float64)
    np.fill_diagonal(work, -np.inf)
    return [int(h) for h in _edmonds(work, root)]


def _cycle(heads: Ints, root: int) -> list[int]:
    """Some cycle among the heads, or nothing."""
    state = [0] * len(heads)
    state[root] = 2
    for start in range(len(heads)):
        trail = []
        at = start
        while state[at] == 0:
            state[at] = 1
            trail.append(at)
            at = int(heads[at])
        if state[at] == 1:
            return trail[trail.index(at) :]
        for word in trail:
            state[word] = 2
    return []


def _edmonds(scores: npt.NDArray[np.float64], root: int) -> Ints:
    """Contract cycles one by one, best heads first, until none is left; then break each at its cheapest point."""
    n = len(scores)
    heads: Ints = scores.argmax(1)
    heads[root] = root
    cycle = _cycle(heads, root)
    if not cycle:
        return heads
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    members = np.asarray(cycle)
    kept = scores[members, heads[members]]
    entering = scores[np.ix_(members, rest)] - kept[:, None]
    leaving = scores[np.ix_(rest, members)]
    size = len(rest) + 1
    smaller = np.full((size, size), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
    smaller[-1, :-1] = entering.max(0)
    smaller[:-1, -1] = leaving.max(1)
    np.fill_diagonal(smaller, -np.inf)
    inner = _edmonds(smaller, int(np.flatnonzero(rest == root)[0]))
    for i, word in enumerate(rest):
        heads[word] = members[leaving[i].argmax()] if inner[i] == size - 1 else rest[inner[i]]
    heads[root] = root
    door = int(inner[-1])
    heads[members[entering[:, door].argmax()]] = rest[door]
    return heads


def buckets(distances: Ints, edges: Sequence[int]) -> Ints:
    """Index of the bucket of each distance: the number of edges below it."""
    found: Ints = np.searchsorted(np.asarray(edges), distances, side="left")
    return found
