"""Deeds and conflicts of whole articles."""

from __future__ import annotations

from tests.reading.standing import read


def test_a_deed_is_dated_by_its_own_day_and_not_by_that_of_a_meeting() -> None:
    record = read("Kenya will host a summit on the dam in Nairobi on 12 June. Sudan boycotted the talks last Friday.")
    made = {record.article.quote(e.spans[0]): e.made.value for e in record.events if e.made}
    assert made["Sudan boycotted the talks last Friday"] == "2024-05-10"
    assert "2024-06-12" not in made.values()


def test_an_event_never_cuts_a_date_in_two() -> None:
    record = read("Kenya will host a summit on the dam on 12 June 2024.")
    assert [record.article.quote(s) for e in record.events for s in e.spans if "12" in record.article.quote(s)] == [
        "Kenya will host a summit on the dam on 12 June 2024"
    ]


def test_where_hundreds_take_sides_the_pairs_are_bounded_and_a_note_says_so() -> None:
    names = ["Anna", "Berta", "Carla", "Dora", "Emma", "Frida", "Greta", "Helga", "Irma", "Julia"]
    lines = [f"{n} Kowal{'ski' * 1} supports the wealth tax. {n} Lindholm opposes the wealth tax." for n in names]
    record = read("\n".join(lines))
    assert len(record.conflicts) <= 40
    assert any(note.code == "conflicts-left-out" and "wealth tax" in note.message for note in record.notes)
