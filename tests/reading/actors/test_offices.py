"""For which state an office is held where the article does not say it beside the title."""

from __future__ import annotations

from tests.reading.standing import read
from verbale.record import Record


def held_for(record: Record, name: str) -> str | None:
    names = {a.id: a.name for a in record.actors}
    actor = next(a for a in record.actors if a.name == name)
    return next((names.get(o.of or "") for o in actor.offices), None)


def test_among_several_states_the_one_that_acted_last_has_the_minister() -> None:
    record = read(
        "Tanzania dropped its objection to talks with Malawi over their border on Monday. "
        "Foreign Minister Hawa Mkono said a delegation would fly to Lusaka."
    )
    assert held_for(record, "Hawa Mkono") == "Tanzania"


def test_the_president_of_a_board_is_no_head_of_state() -> None:
    record = read(
        "The United States has 13,000 school districts. Board president Lorraine Sand voted no. "
        "“It is a bill with no number on it,” Sand said."
    )
    assert held_for(record, "Lorraine Sand") != "United States"
