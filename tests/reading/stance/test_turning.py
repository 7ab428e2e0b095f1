"""A question and its opposite are one question, with the stance turned."""

from __future__ import annotations

import pytest

from tests.reading.standing import read, stances


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The Traders' League asked for a delay to the bridge works. Mayor Olaf Dahl wants to go ahead with the bridge "
         "works.", "Traders' League", "Olaf Dahl"),
        ("The Green Party wants the parking ban lifted. The Traders' League favours extending the parking ban.",
         "Green Party", "Traders' League"),
    ],
)  # fmt: skip
def test_ending_it_and_going_on_with_it_are_opposite_sides(text: str, one: str, other: str) -> None:
    record = read(text)
    found = stances(record)
    assert {p.question for p in record.positions} == {"Q1"}
    assert found[one] | found[other] == {"support", "oppose"}


def test_who_rejects_the_idea_of_ending_it_is_for_it() -> None:
    found = stances(read("The Green Party wants the parking ban lifted. The Traders' League rejected the idea."))
    assert found == {"Green Party": {"oppose"}, "Traders' League": {"support"}}


def test_reopening_a_text_is_the_question_and_not_the_text() -> None:
    record = read("Ada Brandt urged the delegates not to reopen the text of the climate accord.")
    assert [q.label for q in record.questions] == ["reopening the text of the climate accord"]
    assert stances(record) == {"Ada Brandt": {"oppose"}}


def test_keeping_somebody_out_is_the_question_and_not_somebody() -> None:
    record = read("Norland insisted on keeping Sudria out of the talks.")
    assert [q.label for q in record.questions] == ["keeping Sudria out of the talks"]


def test_what_is_yet_to_be_voted_on_is_nobodys_stance() -> None:
    assert not stances(read("The Harbour Union's congress will vote on lifting the parking ban in May."), "ban")
