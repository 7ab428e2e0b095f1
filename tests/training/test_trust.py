"""Fitting how likely it is that something read is right."""

from __future__ import annotations

import numpy as np
import pytest

from training.trust import Read, Seen, fit, left_out, names, score


def article(name: str, *seen: tuple[str, bool]) -> Read:
    """An article whose positions have one feature each; the right ones are answers of their own."""
    made = (
        Seen({"always": 1.0, feature: 1.0}, frozenset({n} if right else ()), False)
        for n, (feature, right) in enumerate(seen)
    )
    return Read(name, tuple(made), sum(right for _, right in seen) + 1)


DATA = [article(f"n{n}", ("plain", True), ("plain", True), ("vague", False)) for n in range(12)]


def test_what_goes_with_being_right_gets_a_higher_weight() -> None:
    known = names(DATA)
    weights = dict(zip(known, fit(DATA, known), strict=True))
    assert weights["plain"] > 0 > weights["vague"]


def test_a_feature_that_hardly_any_position_has_is_left_out() -> None:
    assert "rare" not in names([*DATA, article("once", ("rare", True))])


def test_each_article_is_judged_by_weights_fitted_without_it() -> None:
    odd = article("odd", *[("odd", True)] * 3)
    likely = left_out([odd, *DATA])
    assert likely[0] == pytest.approx(likely[0][0])
    assert likely[1][0] > likely[1][2]


def test_precision_and_recall_are_counted_over_what_is_told() -> None:
    likely = [np.array([0.9, 0.8, 0.7])] * len(DATA)
    assert score(DATA, likely, 0.75) == pytest.approx((100.0, 200 / 3))
    assert score(DATA, likely, 0.0) == pytest.approx((200 / 3, 200 / 3))


def test_what_fair_readers_may_tell_differently_counts_neither_way() -> None:
    fair = Read("fair", (Seen({"always": 1.0}, frozenset(), True),), 1)
    assert not fair.seen[0].counts
    assert score([fair], [np.array([1.0])], 0.5) == (0.0, 0.0)
