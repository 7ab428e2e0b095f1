"""Stances over time as places in a drawing, and words found again in an article."""

from __future__ import annotations

import pytest

from verbale.errors import BadRuling
from verbale.minutes.answers import Named, Source, Standing
from verbale.workbench.pages.amending import located
from verbale.workbench.pages.drawing import LEFT, MOST, WIDTH, draw

SOURCE = Source("a", None, None, None)


def stands(actor: int, made: str | None, stance: str = "support", number: int = 1) -> Standing:
    name = Named(actor, f"Actor {actor}")
    return Standing(number, "P1", "x", SOURCE, name, Named(1, "the toll"), stance, None, made, (), 0.5)


def test_days_go_from_left_to_right_and_stay_in_the_drawing():
    drawn = draw([stands(1, "2026-03"), stands(1, "2026-01-01", "oppose"), stands(1, "2026-W20")])
    (line,) = drawn.lines
    places = [mark.x for mark in line.marks]
    assert places == sorted(places)
    assert places[0] > LEFT
    assert places[-1] < WIDTH
    assert (drawn.days[0][1], drawn.days[-1][1]) == ("2026-01-01", "2026-05-11")


def test_marks_of_one_day_lie_beside_each_other_and_the_same_once():
    drawn = draw([stands(1, "2026-01-01"), stands(1, "2026-01-01", "oppose"), stands(1, "2026-01-01"),
                  stands(2, "2026-06-01")])  # fmt: skip
    first, second = drawn.lines[0].marks
    assert second.x - first.x > 10


def test_one_day_and_undated_stances_are_no_drawing():
    assert draw([stands(1, "2026-01-01"), stands(2, "2026-01-01"), stands(3, None), stands(4, "soon")]).lines == ()


def test_those_with_the_fewest_positions_are_left_out_and_counted():
    found = [stands(n, f"2026-01-{1 + n % 28:02d}") for n in range(MOST + 5)]
    drawn = draw(found)
    assert (len(drawn.lines), drawn.left_out) == (MOST, 5)


def test_words_are_found_where_they_were_whatever_their_spaces():
    text = "We go. They stay.\nWe  go, she said, and she\nwaited."
    assert located("We go", text, 20) == [[18, 24]]
    assert located("We go", text, 0) == [[0, 5]]
    assert located("We go … she waited", text, 0) == [[0, 5], [40, 50]]
    with pytest.raises(BadRuling, match="does not stand in the article"):
        located("We stay", text, 0)
