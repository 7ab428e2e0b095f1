"""Drafts among others."""

from __future__ import annotations

from verbale.reading.attribution.draft import Draft, after_dateline
from verbale.reading.attribution.nesting import REACH, Nest, Shelf, enclose

TEXT = "x" * 200


def enclosing(text: str, new: Draft, drafts: list[Draft]) -> list[Draft]:
    shelf = Shelf(drafts)
    enclose(text, new, shelf)
    return [*shelf]


def test_what_lies_within_a_content_is_nested_and_what_crosses_it_keeps_the_new_one_out() -> None:
    within, across = Draft([], [(12, 16)], [(17, 30)]), Draft([], [(35, 38)], [(39, 60)])
    new = Draft([(52, 55)], [(56, 60)], [(10, 50)])
    assert enclosing(TEXT, new, [within]) == [within, new]
    assert within.inside is new
    assert enclosing(TEXT, new, [across]) == [across]


def test_plain_words_of_another_place_give_way_to_those_beside_their_cue() -> None:
    far, new = Draft([], [(56, 60)], [(80, 99)]), Draft([], [(56, 60)], [(10, 50)])
    assert enclosing(TEXT, new, [far]) == [new]


def test_a_content_without_a_cue_gets_that_of_the_new_one() -> None:
    floating, new = Draft(content=[(10, 50)]), Draft([], [(56, 60)], [(10, 50)])
    assert enclosing(TEXT, new, [floating]) == [new]


def test_drafts_near_a_place_are_found_among_many() -> None:
    many = [Draft(content=[(at, at + 10)]) for at in range(0, 20 * REACH, 500)]
    shelf = Shelf(many)
    near = shelf.near(5 * REACH + 100)
    assert all(d in near for d in many if abs(d.content[0][0] - 5 * REACH - 100) <= REACH)
    assert len(near) < len(many) / 5
    shelf.take(many[0])
    assert many[0] not in [*shelf]


def test_the_shortest_content_around_a_draft_is_the_innermost() -> None:
    wide, narrow = Draft([], [(0, 4)], [(10, 90)]), Draft([], [(12, 15)], [(20, 60)])
    here = Draft([(25, 28)], [(29, 33)], [(34, 50)])
    nest = Nest([wide, narrow, here])
    assert nest.innermost(here) is narrow
    assert nest.innermost(narrow) is wide
    assert nest.innermost(wide) is None


def test_a_report_begins_behind_its_dateline() -> None:
    for lead in ("GENEVA — ", "GENEVA, March 3 (Alpine Wire) - ", "PERTH, 9 May (Alpine Wire) – "):
        assert after_dateline(f"Headline\n{lead}The road is open.", 9) == 9 + len(lead)
    assert after_dateline("The road - the only one - is open.", 0) == 0
    assert after_dateline("GENEVA — The road is open.", 13) == 13
