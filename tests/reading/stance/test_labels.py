"""What questions are called."""

from __future__ import annotations

import pytest

from tests.reading.standing import read


def labels(text: str) -> list[str]:
    return [q.label for q in read(text).questions]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Norway rejected the fishing quota on Monday.", "fishing quota"),
        ("Norway voted against the by-elections.", "by-elections"),
        ("Norway urged Iceland to ratify the fishing treaty.", "fishing treaty"),
        ("“We should lower the fishing fee,” Norway’s Foreign Minister Kari Lunde said.",
         "lowering the fishing fee"),
    ],
)  # fmt: skip
def test_a_label_is_a_noun_phrase_or_a_gerund(text: str, label: str) -> None:
    assert any(label in each for each in labels(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norway criticised the governor.",
        "Norway condemned Iceland.",
        "“Nobody should go home,” Norway’s Foreign Minister Kari Lunde said.",
        "A spokesman for Norway asked not to be named.",
    ],
)
def test_people_and_manners_of_speaking_are_no_questions(text: str) -> None:
    assert labels(text) == []


def test_a_pointer_is_named_by_what_it_points_to() -> None:
    text = "The old ferry could be sold in May after the Northern Ferry Board backed the proposal."
    assert any("ferry" in label.lower() and "sold" in label for label in labels(text))
