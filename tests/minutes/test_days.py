from __future__ import annotations

import pytest

from verbale.minutes.days import first_day, last_day, overlap


@pytest.mark.parametrize(("told", "last"), [
    ("2026", "2026-12-31"), ("2026-02", "2026-02-28"), ("2024-02", "2024-02-29"), ("2026-12", "2026-12-31"),
    ("2026-W12", "2026-03-22"), ("2026-W12-WE", "2026-03-22"), ("2026-03-04", "2026-03-04"),
    ("2026-03-04T15", "2026-03-04"), ("2026-03-04/2026-03-06", "2026-03-06"), ("2026-03/2026-04", "2026-04-30"),
    ("2026-W60", "2026-W60"),
])  # fmt: skip
def test_the_last_day_of_what_is_told_coarsely(told: str, last: str):
    assert last_day(told) == last


@pytest.mark.parametrize(("told", "first"), [
    ("2026", "2026-01-01"), ("2026-02", "2026-02-01"), ("2026-W12", "2026-03-16"), ("2026-W12-WE", "2026-03-21"),
    ("2026-03-04", "2026-03-04"), ("2026-03-04T15", "2026-03-04"), ("2026-03/2026-04", "2026-03-01"),
])  # fmt: skip
def test_the_first_day_of_what_is_told_coarsely(told: str, first: str):
    assert first_day(told) == first


def test_coarse_dates_overlap_where_one_day_may_be_both():
    assert overlap("2026-03", "2026-W12")
    assert overlap("2026", "2026-03-04")
    assert not overlap("2026-04", "2026-W12")
    assert not overlap("2026-03-04", "2026-03-05")
