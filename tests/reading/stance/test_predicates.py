"""Predicates of many shapes: commands, judgements, what meets with opposition, who is named by a stance."""

from __future__ import annotations

from pathlib import Path

import pytest

import verbale
from tests.reading.standing import read, stances

SAID = ",” said Olaf Dahl, leader of the Liberal Party."


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("“Scrap the bridge toll", "oppose"),
        ("“A bridge toll is not on the table", "oppose"),
        ("“The bridge toll is a red line for us", "oppose"),
        ("“The bridge toll is dead on arrival", "oppose"),
        ("“The bridge toll is a non-starter", "oppose"),
        ("“The bridge toll is not the answer", "oppose"),
        ("“We don't need a bridge toll", "oppose"),
        ("“The bridge toll is long overdue", "support"),
        ("“The bridge toll is a step forward", "support"),
        ("“The bridge toll makes sense", "support"),
    ],
)
def test_a_judgement_is_a_stance_of_who_speaks(said: str, stance: str) -> None:
    assert stances(read(said + SAID), "toll") == {"Olaf Dahl": {stance}, "Liberal Party": {stance}}


def test_no_reason_why_it_should_not_be_is_for_it_if_somebody_asks(tmp_path: Path) -> None:
    agenda = tmp_path / "agenda.yaml"
    agenda.write_text("questions:\n  - label: bridge toll\n", encoding="utf-8")
    text = "“There is no reason why the bridge toll should not be introduced" + SAID
    assert stances(verbale.load(agenda=agenda).read(text)) == {"Olaf Dahl": {"support"}, "Liberal Party": {"support"}}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The bridge toll faces opposition from the Liberal Party.", "oppose"),
        ("The bridge toll drew criticism from the Liberal Party.", "oppose"),
        ("The bridge toll won the backing of the Liberal Party.", "support"),
        ("The bridge toll is unacceptable to the Liberal Party.", "oppose"),
        ("The Liberal Party, a fierce critic of the bridge toll, left the room.", "oppose"),
        ("Opponents of the bridge toll, among them the Liberal Party, marched on Monday.", "oppose"),
        ("The Liberal Party organised a petition against the bridge toll.", "oppose"),
        ("The Liberal Party voted down the bridge toll.", "oppose"),
        ("The Liberal Party balked at the bridge toll.", "oppose"),
        ("The Liberal Party fears the bridge toll will drive shoppers away.", "oppose"),
        ("The Liberal Party accused the mayor of blocking the bridge toll.", "support"),
        ("The Liberal Party encouraged drivers to accept the bridge toll.", "support"),
        ("The Liberal Party considers the bridge toll a sensible idea.", "support"),
        ("The Green Party backs the bridge toll, while the Liberal Party is against it.", "oppose"),
    ],
)
def test_whose_stance_it_is_may_stand_anywhere(text: str, stance: str) -> None:
    assert stances(read(text), "toll")["Liberal Party"] == {stance}


def test_each_of_several_things_demanded_is_a_question() -> None:
    record = read("The Harbour Union demanded a pay rise and the return of the dismissed crews.")
    rise, crews = sorted((q.label for q in record.questions), key=lambda label: "crews" in label)
    assert rise == "pay rise"
    assert crews.endswith("dismissed crews")


def test_of_two_clauses_with_one_verb_hung_wrongly_each_keeps_its_subject() -> None:
    text = "With Norland urging a halt to mining and Sudria insisting on a start to mining, leaders met on Tuesday."
    assert set(stances(read(text), "mining")) == {"Norland", "Sudria"}
