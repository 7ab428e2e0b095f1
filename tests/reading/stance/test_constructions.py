"""Positions that wire reports tell in few words, and what is easily mistaken for one."""

from __future__ import annotations

import pytest

from tests.reading.standing import read, stances

ACCORD = (
    "LIMA (Andes Wire) - Ecuador and Colombia endorsed a regional accord on a shared register of migrants on Monday.\n"
)


@pytest.mark.parametrize(
    ("sentence", "actor", "stance"),
    [
        ("Peru has yet to decide.", "Peru", "neutral"),
        ("Chile has not taken a position on the accord.", "Chile", "neutral"),
        ("Chile took no view.", "Chile", "neutral"),
        ("Bolivia declined to say whether it would sign.", "Bolivia", "neutral"),
        ("Brazil said it was undecided.", "Brazil", "neutral"),
        ("Paraguay has kept its views on the accord to itself.", "Paraguay", "neutral"),
        ("Panama abstained.", "Panama", "neutral"),
        ("Uruguay will sign on one condition: that the costs are shared.", "Uruguay", "conditional"),
        ("Suriname said it would back the accord provided that its data stay at home.", "Suriname", "conditional"),
        ("Guyana wants no part of the accord.", "Guyana", "oppose"),
        ("Mexico is against.", "Mexico", "oppose"),
        ("The lawyers' guild wants the accord scrapped.", "lawyers' guild", "oppose"),
        ("Honduras will not sign the accord.", "Honduras", "oppose"),
    ],
)
def test_a_word_on_the_accord_is_a_position(sentence: str, actor: str, stance: str) -> None:
    assert stances(read(ACCORD + sentence))[actor] == {stance}


def test_who_denies_both_sides_is_neutral() -> None:
    found = stances(read(ACCORD + "Economist Rosa Salas neither supports nor opposes the accord, she said."), "accord")
    assert found["Rosa Salas"] == {"neutral"}


def test_names_behind_a_semicolon_vote_for_themselves() -> None:
    found = stances(read("Nauru and Tonga voted in favour of the code; Palau, Fiji and Tuvalu voted against."))
    sides = {actor: next(iter(each)) for actor, each in found.items()}
    assert sides == {"Nauru": "support", "Tonga": "support", "Palau": "oppose", "Fiji": "oppose", "Tuvalu": "oppose"}


def test_two_matters_of_one_sentence_stay_two() -> None:
    record = read(
        "Peter Barton said that he supports the ferry plan and rejects the fee.\n\n"
        "Anna Kelman said that she supports the ferry plan and rejects the fee."
    )
    assert {q.label for q in record.questions} == {"ferry plan", "fee"}
    assert not record.conflicts


def test_against_a_plan_to_close_schools_is_against_closing_them() -> None:
    record = read("The teachers' union rejects the plan to close schools.\nParents oppose the plan to close schools.")
    assert stances(record, "plan to close schools")["teachers' union"] == {"oppose"}


def test_who_was_asked_asks_for_nothing() -> None:
    assert not stances(read("“We've been asked to intervene in the case,” said Greta Lund of the Justice Department."))


def test_no_guest_is_no_refusal() -> None:
    text = ACCORD + "The chairman of the forum, Luis Vega, said no outsider was on the list of speakers."
    assert "Luis Vega" not in stances(read(text))


def test_a_time_is_no_condition() -> None:
    text = "The strike should be called off until May, Labour Minister Greta Lund said."
    assert "conditional" not in {p.stance for p in read(text).positions}


def test_a_number_is_no_question() -> None:
    assert not read("“We welcome the 17th,” Norway’s Foreign Minister Kari Lunde said.").questions


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    text = "BRIDGETOWN, Barbados (AO) -- Jamaica rejected the fishing quota on Tuesday.\nTonga rejected the quota, too."
    assert set(stances(read(text), "quota")) == {"Jamaica", "Tonga"}


def test_who_alone_speaks_for_a_state_shares_what_it_is_told_to_have_done() -> None:
    text = (
        "Kenya rejected the fishing quota on Monday.\n“Nobody asked us,” Kenya's Foreign Minister Achieng Otieno said."
    )
    assert stances(read(text), "quota") == {"Kenya": {"oppose"}, "Achieng Otieno": {"oppose"}}
