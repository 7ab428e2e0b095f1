from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.reading.quotes import find_quotations, quote_states, unbalanced_marks


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We sail," she said, "at dawn."', ["We sail,", "at dawn."]),
        ("“We sail,” she said. “At dawn.”", ["We sail,", "At dawn."]),
        (
            "'We won't sail,' she said, 'until the crews' pay is settled.'",
            ["We won't sail,", "until the crews' pay is settled."],
        ),
        ("«On part à l'aube», she said.", ["On part à l'aube"]),
        ("``We sail,'' she said.", ["We sail,"]),
        ("„We sail“, she said.", ["We sail"]),
    ],
)
def test_quotations_are_found_in_every_kind_of_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text", ["It's the dockers' strike.", "the '90s and '68", "Rock 'n' roll isn't dead.", "5' 6\" tall"]
)
def test_apostrophes_are_no_quotation_marks(text: str) -> None:
    assert quoted(text) == []


def test_marks_within_marks_are_nested() -> None:
    text = "“They told us ‘not yet’ again.”"
    assert [(text[q.start : q.end], q.depth) for q in find_quotations(text)] == [
        ("They told us ‘not yet’ again.", 0),
        ("not yet", 1),
    ]


def test_a_quotation_goes_on_over_paragraphs_when_the_marks_are_opened_again() -> None:
    text = "“First.\n\n“Second,” she said."
    first, second = find_quotations(text)
    assert (first.closed, first.continues, second.closed, second.continues) == (False, True, True, False)
    assert unbalanced_marks(text, (first, second)) == ()


def test_a_mark_that_never_closes_ends_with_its_paragraph_and_is_told() -> None:
    text = 'He said "we go\nand left.'
    (only,) = find_quotations(text)
    assert text[only.start : only.end] == "we go"
    assert unbalanced_marks(text, (only,)) == (text.index('"'),)


def test_states_tell_marks_from_what_is_inside() -> None:
    assert list(quote_states('a "b"', find_quotations('a "b"'))) == [0, 0, 3, 1, 3]


@given(st.text(alphabet="ab \n\"'“”‘’«».,", max_size=80))
def test_outer_quotations_never_overlap_and_never_leave_the_text(text: str) -> None:
    outer = [q for q in find_quotations(text) if q.depth == 0]
    assert all(0 <= q.start < q.end <= len(text) for q in outer)
    assert all(a.end <= b.start for a, b in pairwise(outer))
