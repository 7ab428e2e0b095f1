"""Stances over time as places in a drawing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verbale.minutes.answers import Named, Part, Source, Standing
from verbale.workbench.pages.charting import TALL, bars
from verbale.workbench.pages.drawing import LEFT, MOST, WIDTH, by_actor, by_part, by_question, draw

SOURCE = Source("a", None, None, None)


def stands(actor: int, made: str | None, stance: str = "support", number: int = 1) -> Standing:
    name = Named(actor, f"Actor {actor}")
    return Standing(number, "P1", "x", SOURCE, name, Named(1, "the toll"), stance, None, made, (), 0.5)


def test_days_go_from_left_to_right_and_stay_in_the_drawing():
    drawn = draw(by_actor([stands(1, "2026-03"), stands(1, "2026-01-01", "oppose"), stands(1, "2026-W20")]))
    (line,) = drawn.lines
    places = [mark.x for mark in line.marks]
    assert places == sorted(places)
    assert places[0] > LEFT
    assert places[-1] < WIDTH
    assert (drawn.days[0][1], drawn.days[-1][1]) == ("2026-01-01", "2026-05-11")


def test_marks_of_one_day_lie_beside_each_other_and_the_same_once():
    drawn = draw(by_actor([stands(1, "2026-01-01"), stands(1, "2026-01-01", "oppose"), stands(1, "2026-01-01"),
                  stands(2, "2026-06-01")]))  # fmt: skip
    first, second = drawn.lines[0].marks
    assert second.x - first.x > 10


def test_one_day_and_undated_stances_are_no_drawing():
    held = [stands(1, "2026-01-01"), stands(2, "2026-01-01"), stands(3, None), stands(4, "soon")]
    assert draw(by_actor(held)).lines == ()


def test_those_with_the_fewest_positions_are_left_out_and_counted():
    found = [stands(n, f"2026-01-{1 + n % 28:02d}") for n in range(MOST + 5)]
    drawn = draw(by_actor(found))
    assert (len(drawn.lines), drawn.left_out) == (MOST, 5)


def test_an_actors_stances_have_a_row_for_each_question():
    other = replace(stands(1, "2026-06-01"), question=Named(2, "the pier"))
    drawn = draw(by_question([stands(1, "2026-01-01"), other]))
    assert [line.row.name for line in drawn.lines] == ["the toll", "the pier"]


def test_parts_in_a_meeting_differ_in_shape_by_how_far_they_have_come():
    def part(status: str, made: str, number: int) -> Part:
        return Part(number, "x", SOURCE, Named(1, "talks"), Named(1, "Norland"), "invitee", status, None, made, ())

    told = [part("invited", "2026-01-01", 1), part("declined", "2026-02-01", 2), part("attended", "2026-03-01", 3)]
    (line,) = draw(by_part(told)).lines
    assert [mark.stance for mark in line.marks] == ["conditional", "oppose", "support"]
    assert line.marks[1].words == "Norland, 2026-02-01: declined"


def test_bars_stand_on_one_line_and_empty_months_are_gaps():
    drawn = bars([("2025-11", 2), ("2026-01", 4), ("2026-02", 1)])
    assert [round(bar.y + bar.height) for bar in drawn.bars] == [TALL] * 3
    assert drawn.bars[1].height == 2 * drawn.bars[0].height
    gaps = [b.x - a.x for a, b in zip(drawn.bars, drawn.bars[1:], strict=False)]
    assert gaps[0] == pytest.approx(2 * gaps[1], abs=0.2)
    assert drawn.bars[-1].x + drawn.bars[-1].width < WIDTH
    assert [month for _, month in drawn.ticks] == ["2025-11", "2025-12", "2026-01", "2026-02"]


def test_one_month_is_nothing_to_draw():
    assert bars([("2026-01", 9)]).bars == ()
