"""A noun may tell of a statement: whose it is and what it says stand around it."""

from __future__ import annotations

import pytest

from verbale.reading.attribution.nominal import nominal

from .parses import draft, parts, tree


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Her claim that the dam leaks drew laughter.", (["Her"], ["claim"], ["that the dam leaks"])),
        ("Premier Orsk broke his promise to resign.", (["his"], ["promise"], ["to resign"])),
        (
            "The council ignored a call by the mayor for new elections.",
            (["the mayor"], ["call"], ["new elections"]),
        ),
    ],
)
def test_a_noun_with_an_owner_and_a_content_is_a_statement(
    text: str, found: tuple[list[str], list[str], list[str]]
) -> None:
    assert [parts(text, d) for d in nominal(tree(text), [], [])] == [found]


def test_what_nobody_called_for_is_no_statement() -> None:
    assert nominal(tree("There was no call by the mayor for new elections."), [], []) == []


def test_a_noun_that_is_a_cue_already_is_not_found_again() -> None:
    text = "Her claim that the dam leaks drew laughter."
    assert nominal(tree(text), [draft(text, "Her", "claim", "that the dam leaks")], []) == []


def test_a_noun_within_a_content_is_nested_in_it() -> None:
    text = "The council ignored a call by the mayor for new elections."
    outer = draft(text, "The council", "ignored", "a call by the mayor for new elections")
    (inner,) = nominal(tree(text), [outer], [])
    assert inner.inside is outer
