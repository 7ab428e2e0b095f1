"""Conditions: what a stance depends on, and what is asked for by setting one."""

from __future__ import annotations

import pytest

from tests.reading.standing import read, stances


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Oman would accept the inspectors, but not before the tests are published, Foreign Minister Ali Said said.",
         "but not before the tests are published"),
        ("Uri is in favour of a second tunnel, but only if freight is kept off the pass road. Bern opposes the tunnel.",
         "but only if freight is kept off the pass road"),
        ("Zambia is ready to sell power to its neighbours once the new turbines are running. Malawi backs the sale.",
         "once the new turbines are running"),
        ("Kenya is in favour of the treaty, on one condition: that its fishermen get half the catch.",
         "that its fishermen get half the catch"),
    ],
)  # fmt: skip
def test_the_words_of_the_condition_are_kept(text: str, condition: str) -> None:
    assert condition in {p.condition for p in read(text).positions}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Tanzania will not return to the talks unless oil drilling on the lake is halted. Malawi backed the drilling.",
         "oppose"),
        ("Tanzania will not sign the treaty until oil drilling on the lake is allowed. Malawi opposes the drilling.",
         "support"),
    ],
)  # fmt: skip
def test_who_sets_a_condition_is_for_what_it_asks(text: str, stance: str) -> None:
    assert stance in stances(read(text), "drilling").get("Tanzania", set())


def test_a_condition_that_lies_with_the_speaker_is_none() -> None:
    record = read('"We will chain ourselves to the gate if we must," said Lena Cross of the Shipwrights\' Union.')
    assert not [p for p in record.positions if p.stance == "conditional"]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Kenya will not accept the border treaty without a guarantee of free passage, President Ada Brandt said.",
         "without a guarantee of free passage"),
        ("The Northern Dairy Union backed the milk quota, provided that small farms were exempt.",
         "provided that small farms were exempt"),
        ("The Northern Dairy Union backed the milk quota plan on condition that small farms were exempt.",
         "on condition that small farms were exempt"),
        ("The Northern Dairy Union's support for the milk quota depends on an exemption for small farms.",
         "on an exemption for small farms"),
        ("The Northern Dairy Union made its support for the milk quota conditional on an exemption for small farms.",
         "on an exemption for small farms"),
        ("“Exempt small farms and we will vote for the milk quota,” said Olaf Dahl of the Northern Dairy Union.",
         "Exempt small farms"),
    ],
)  # fmt: skip
def test_what_support_hangs_on_makes_it_conditional(text: str, condition: str) -> None:
    found = {p.stance: p.condition for p in read(text).positions}
    assert found["conditional"] == condition
    assert "oppose" not in found


@pytest.mark.parametrize("when", ["if elected", "if it won in May", "if necessary"])
def test_when_it_would_be_done_is_no_condition_on_being_against_it(when: str) -> None:
    assert stances(read(f"The Liberal Party promised to scrap the bridge toll {when}."))["Liberal Party"] == {"oppose"}


def test_the_words_of_a_condition_are_no_part_of_the_question() -> None:
    record = read("The Northern Dairy Union backed the milk quota plan on condition that small farms were exempt.")
    assert [q.label for q in record.questions] == ["milk quota plan"]
