from __future__ import annotations

import numpy as np

from verbale.reading.coreference import REACH, Mentions, antecedents


def tables() -> dict[str, np.ndarray]:
    return {"coreference_distance": np.zeros(3, dtype=np.float32), "coreference_same": np.float32([2.0])}


def mentions(forms: list[str], none: float = 0.0) -> Mentions:
    n = len(forms)
    made = Mentions()
    made.add(np.arange(n) * 10, forms, np.zeros((n, 4), dtype=np.float32), np.full(n, none, dtype=np.float32))
    return made


def test_the_same_word_is_preferred_and_nothing_later_is_taken() -> None:
    found = antecedents(mentions(["roe", "doe", "roe"]), tables(), (5, 50))
    assert 0 not in found
    assert found[20][0] == (0, 2.0)


def test_scores_are_counted_from_referring_to_nothing() -> None:
    found = antecedents(mentions(["roe", "roe"], none=1.5), tables(), (5, 50))
    assert found[10] == ((0, 0.5),)


def test_an_article_of_any_length_is_searched_in_reach_only() -> None:
    found = antecedents(mentions(["roe"] * 1000), tables(), (5, 50))
    assert min(found[9990])[0] >= 9990 - 10 * (REACH + 256)


def test_no_mentions_no_antecedents() -> None:
    assert antecedents(Mentions(), tables(), (5, 50)) == {}
