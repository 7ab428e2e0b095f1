from __future__ import annotations

import numpy as np
import pytest

from verbale.reading.coreference import BLOCK, REACH, Found, Search


def tables() -> dict[str, np.ndarray]:
    return {"coreference_distance": np.zeros(3, dtype=np.float32), "coreference_same": np.float32([2.0])}


def found(forms: list[str], none: float = 0.0, window: int = 1000, vectors: np.ndarray | None = None) -> Found:
    n = len(forms)
    vectors = np.zeros((n, 4), dtype=np.float32) if vectors is None else vectors
    search = Search(tables(), (5, 50))
    for at in range(0, n, window):
        part = slice(at, at + window)
        search.add(np.arange(n)[part] * 10, forms[part], vectors[part], np.full(n, none, dtype=np.float32)[part])
    return search.found()


def test_the_same_word_is_preferred_and_nothing_later_is_taken() -> None:
    links = found(["roe", "doe", "roe"])
    assert 0 not in links
    assert links[20][0] == (0, 2.0)


def test_scores_are_counted_from_referring_to_nothing() -> None:
    assert found(["roe", "roe"], none=1.5)[10] == ((0, 0.5),)


def test_an_article_of_any_length_is_searched_in_reach_only() -> None:
    assert min(found(["roe"] * 1000)[9990])[0] >= 9990 - 10 * (REACH + BLOCK)


@pytest.mark.parametrize("window", [1, 7, BLOCK, 399])
def test_it_does_not_matter_how_the_words_come(window: int) -> None:
    forms = [f"w{i % 37}" for i in range(900)]
    vectors = np.random.default_rng(0).normal(size=(900, 4)).astype(np.float32)
    assert found(forms, vectors=vectors, window=window) == found(forms, vectors=vectors)


def test_places_can_be_called_by_other_numbers() -> None:
    moved = found(["roe", "roe"]).moved(np.arange(11) + 5)
    assert dict(moved) == {15: ((5, 2.0),)}
    assert moved.get(5) is None


def test_no_words_no_antecedents() -> None:
    assert found([]) == {}
