from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from verbale.reading.decoding import best_path, best_tree, buckets, spans_of


def test_the_best_path_beats_the_best_single_tags_when_steps_forbid_them() -> None:
    emissions = np.array([[0.0, 0.0, 3.0], [0.0, 0.0, 3.0]], dtype=np.float32)  # O, B, I: I cannot begin
    transitions = np.array([[0, 0, -100], [0, 0, 0], [0, 0, 0], [0, 0, -100]], dtype=np.float32)
    assert best_path(emissions, transitions) == [1, 2]


@given(st.integers(1, 4), st.integers(0, 10_000))
def test_the_best_path_is_the_best_of_all_paths(n: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    emissions, steps = rng.normal(size=(n, 3)).astype(np.float32), rng.normal(size=(4, 3)).astype(np.float32)

    def worth(path: tuple[int, ...]) -> float:
        return float(sum(emissions[i, t] + steps[path[i - 1] if i else 3, t] for i, t in enumerate(path)))

    best = max(worth(p) for p in itertools.product(range(3), repeat=n))
    assert abs(worth(tuple(best_path(emissions, steps))) - best) < 1e-4


def test_spans_begin_at_b_and_at_a_change_of_kind() -> None:
    assert spans_of([0, 1, 2, 1, 0, 4, 4, 2]) == [(0, 1, 3), (0, 3, 4), (1, 5, 7), (0, 7, 8)]


@given(st.integers(1, 9), st.integers(0, 10_000))
def test_a_tree_has_one_root_and_no_cycle(n: int, seed: int) -> None:
    heads = best_tree(np.random.default_rng(seed).normal(size=(n, n)).astype(np.float32))
    assert sum(h == i for i, h in enumerate(heads)) == 1
    for word in range(n):
        at = word
        for _ in range(n):
            at = heads[at]
        assert heads[at] == at


def test_a_clear_tree_is_found() -> None:
    scores = np.full((3, 3), -5.0, dtype=np.float32)
    scores[0, 1] = scores[1, 1] = scores[2, 1] = 5
    assert best_tree(scores) == [1, 1, 1]


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    scores = np.array([[0, 9, 1], [8, -9, 1], [1, 1, 5]], dtype=np.float32)  # 0 and 1 want each other, 2 is the root
    assert best_tree(scores) in ([2, 0, 2], [1, 2, 2])


def test_buckets_count_the_edges_below() -> None:
    assert list(buckets(np.array([-3, 0, 2, 50]), (0, 2, 10))) == [0, 0, 1, 3]
