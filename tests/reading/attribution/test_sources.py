"""Whose words they are, where the parse knows better than the model."""

from __future__ import annotations

import pytest

from verbale.reading.attribution.sources import mend_source

from .parses import draft, parts, tree

AGENCY = "The agency quoted Orsk as saying that the army would stay."
PASSIVE = "Orsk is quoted by the agency as saying that the army would stay."
STAFF = "Staff were warned by the regulator that the system would fail."
COUNCIL = "The offer was rejected by the council."
LIND = "Lind replied that the road was open, the envoy recalled."


@pytest.mark.parametrize(
    ("text", "taken", "source", "cue", "content"),
    [
        (
            AGENCY,
            ("The agency", "quoted", "Orsk as saying that the army would stay"),
            "Orsk",
            ["quoted", "as saying"],
            "that the army would stay",
        ),
        (
            PASSIVE,
            ("", "is quoted by", "the agency as saying that the army would stay"),
            "Orsk",
            ["is quoted", "as saying"],
            "that the army would stay",
        ),
        (
            STAFF,
            ("Staff", "were warned", "that the system would fail"),
            "the regulator",
            ["were warned"],
            "that the system would fail",
        ),
        (COUNCIL, ("", "was rejected", "The offer"), "the council", ["was rejected"], "The offer"),
    ],
)
def test_the_source_is_who_said_it_and_not_who_passed_it_on_or_heard_it(
    text: str, taken: tuple[str, str, str], source: str, cue: list[str], content: str
) -> None:
    made = draft(text, *taken)
    mend_source(tree(text), made)
    assert parts(text, made) == ([source], cue, [content])


def test_a_piece_of_the_content_that_is_the_subject_of_the_cue_is_the_source() -> None:
    made = draft(LIND, "", "replied", "Lind", "that the road was open")
    mend_source(tree(LIND), made)
    assert parts(LIND, made) == (["Lind"], ["replied"], ["that the road was open"])


def test_a_noun_speaks_for_its_owner_and_not_for_the_subject_of_the_sentence() -> None:
    text = "The plan passed despite warnings from teachers that it would fail."
    made = draft(text, "The plan", "warnings", "that it would fail")
    mend_source(tree(text), made)
    assert parts(text, made) == (["teachers"], ["warnings"], ["that it would fail"])


def test_a_relative_pronoun_at_its_end_is_no_part_of_a_source() -> None:
    text = "Orsk met Lind, who believes that the bridge is safe."
    made = draft(text, "Lind, who", "believes", "that the bridge is safe")
    mend_source(tree(text), made)
    assert parts(text, made) == (["Lind"], ["believes"], ["that the bridge is safe"])
