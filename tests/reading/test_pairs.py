"""The learned head over pairs of spans."""

from __future__ import annotations

import numpy as np
import pytest

from verbale.reading.pairs import Pairs

TABLES = {"deed_weight": np.ones((2, 4), dtype=np.float32), "deed_bias": np.array([0.0, 1.0], dtype=np.float32)}


def pairs() -> Pairs:
    vectors = np.arange(30, dtype=np.float16).reshape(5, 6)  # five words, two wide
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
