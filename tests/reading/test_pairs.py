"""The learned head over pairs of spans."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

from verbale.reading import pairs as module
from verbale.reading.pairs import Pairs, Vectors

TABLES = {"deed_weight": np.ones((2, 4), dtype=np.float32), "deed_bias": np.array([0.0, 1.0], dtype=np.float32)}


def pairs() -> Pairs:
    vectors, rows = Vectors(), np.arange(30, dtype=np.float32).reshape(5, 6)  # five words, two wide
    vectors.add(rows[:2])
    vectors.add(rows[2:])
    return Pairs(vectors, np.array([0, 1, 3, 4, 6]), TABLES, {"deed": ("AID", "ASSAULT")})


def test_probabilities_of_all_labels_sum_to_one_best_first() -> None:
    found = pairs()("deed", (0, 7), (0, 1), (3, 5))
    assert list(found) == ["ASSAULT", "AID"]
    assert sum(found.values()) == pytest.approx(1)


def test_a_span_of_white_space_has_no_word_and_no_label() -> None:
    assert pairs()("deed", (0, 7), (2, 3), (3, 5)) == {}


def test_a_span_outside_the_sentence_does_not_count() -> None:
    assert pairs()("deed", (0, 3), (0, 1), (4, 5)) == {}


def test_an_unknown_task_is_an_error() -> None:
    with pytest.raises(KeyError):
        pairs()("weather", (0, 7), (0, 1), (3, 5))


def test_a_long_text_is_scored_from_a_file_as_a_short_one_from_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    short = pairs()("deed", (0, 7), (0, 1), (3, 5))
    monkeypatch.setattr(module, "IN_MEMORY", 10)
    assert pairs()("deed", (0, 7), (0, 1), (3, 5)) == short


def test_pairs_can_be_sent_to_another_process() -> None:
    sent = pickle.loads(pickle.dumps(pairs()))
    assert sent("deed", (0, 7), (0, 1), (3, 5)) == pairs()("deed", (0, 7), (0, 1), (3, 5))
