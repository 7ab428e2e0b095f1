"""Lists of people with their titles."""

from __future__ import annotations

import pytest

from tests.reading.standing import ledger, read

THREE = {"Ada Costa", "Paul Roe", "Nam Ji-eun"}


@pytest.mark.parametrize(
    "text",
    [
        "Minister of Health Ada Costa, Mayor Paul Roe and councillor Nam Ji-eun attended the hearing on Monday.",
        "The hearing on Monday was attended by Paul Roe, Minister of Health Ada Costa and city councillor Nam Ji-eun.",
        "The hearing on Monday was attended by Paul Roe, Vice Minister of Health Ada Costa, and councillor Nam Ji-eun.",
    ],
)
def test_all_of_a_list_take_part_whatever_their_titles(text: str) -> None:
    assert {row[0] for row in ledger(read(text))} == THREE


@pytest.mark.parametrize(
    "text",
    [
        "Paul Roe, the lawyer of Ada Costa, attended the hearing on Monday.",
        "Paul Roe, Ada Costa's lawyer, attended the hearing on Monday.",
        "Paul Roe attended the hearing on Monday, and Ada Costa praised him.",
        "The lawyers of Ada Costa and Nam Ji-eun attended the hearing on Monday.",
        "Ada Costa's friends and Paul Roe attended the hearing on Monday.",
    ],
)
def test_somebody_in_an_aside_or_another_clause_is_on_no_list(text: str) -> None:
    assert not {"Ada Costa", "Nam Ji-eun"} & {row[0] for row in ledger(read(text))}
