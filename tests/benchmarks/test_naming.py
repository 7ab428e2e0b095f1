from __future__ import annotations

import pytest

from benchmarks.naming import is_actor, same_name
from tests.benchmarks.records import record, span
from verbale.record import Actor, Office


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("Lena Okafor", "Okafor"),
        ("Okafor", "Lena Okafor"),
        ("José Núñez", "Jose Nunez"),
        ("the Ferry Board", "Ferry Board"),
        ("Tidewire", "Tidewire News Agency"),
        ("Mr Hart", "Hart"),
        ("a UN official in the room", "a UN official"),
    ],
)
def test_names_of_the_same_one(wanted: str, given: str) -> None:
    assert same_name(wanted, given)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("Lena Okafor", "Lena"),
        ("Lena Okafor", "Bola Okafor"),
        ("Foreign Minister of Norland", "Norland"),
        ("a UN official in the room", "UN"),
        ("Norland", "Foreign Minister of Norland"),
        ("Hart", ""),
        ("the", "the"),
    ],
)
def test_names_of_different_ones(wanted: str, given: str) -> None:
    assert not same_name(wanted, given)


TEXT = "Norland’s foreign minister, the veteran, spoke."


def test_an_actor_goes_by_a_mention_or_an_office_too() -> None:
    minister = Actor("A2", "Piet Arn", "person", mentions=(span(TEXT, "the veteran"),),
                     offices=(Office("Foreign Minister", "A1"),))  # fmt: skip
    whole = record(TEXT, (Actor("A1", "Norland", "state"), minister))
    assert is_actor(whole, "A2", "veteran")
    assert is_actor(whole, "A2", "Foreign Minister of Norland")
    assert not is_actor(whole, "A1", "Foreign Minister of Norland")
    assert not is_actor(whole, "A2", "veteran minister")
    assert not is_actor(whole, None, "Norland")
    assert not is_actor(whole, "A9", "Norland")


def test_a_person_is_no_state_or_company_of_a_like_name() -> None:
    whole = record(TEXT, (Actor("A1", "Jordan", "state"),))
    assert not is_actor(whole, "A1", "Piet Jordan", "person")
    assert is_actor(whole, "A1", "Piet Jordan")


def test_the_very_name_counts_even_where_the_record_takes_a_company_for_a_person() -> None:
    assert is_actor(record(TEXT, (Actor("A1", "Piet Arn", "person"),)), "A1", "Piet Arn", "organisation")
