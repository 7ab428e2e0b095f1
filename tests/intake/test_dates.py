from __future__ import annotations

from datetime import UTC, datetime

import pytest

from verbale.errors import MalformedDate
from verbale.intake.dates import check_date, future_notes

NOW = datetime(2024, 5, 17, 12, tzinfo=UTC)


@pytest.mark.parametrize("value", ["2017-01-17", "2024-02-29", "2017-01-17T20:15", "2017-01-17T20:15:00Z"])
def test_days_are_taken_as_given(value: str):
    assert check_date(f" {value}\n") == value


@pytest.mark.parametrize(
    "value",
    ["", "yesterday", "17.01.2017", "2017-13-01", "2023-02-29", "2017", "2017-01", "2017-W03", "20170117",
     "2017-01-17/2017-01-18", "2017-01-17T25", "２０１７-01-17", "0000-01-01"],
)  # fmt: skip
def test_anything_else_is_refused_with_an_example(value: str):
    with pytest.raises(MalformedDate, match="for example 2017-01-17"):
        check_date(value)


@pytest.mark.parametrize("value", ["2024-05-17", "2024-05-18", "1999-12-31", None])
def test_a_day_that_has_begun_somewhere_is_not_in_the_future(value: str | None):
    assert list(future_notes(value, NOW)) == []


def test_a_later_day_is_noted():
    (note,) = future_notes("2024-05-19", NOW)
    assert note.code == "future-date"
    assert "2024-05-19" in note.message
