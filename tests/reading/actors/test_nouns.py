"""Whom common nouns mean: things are nobody, a company is no ministry, a board is its company."""

from __future__ import annotations

import pytest

from tests.reading.actors.test_introducing import speakers
from tests.reading.actors.test_unknown import called, offices
from tests.reading.standing import read


@pytest.mark.parametrize("nobody", ["any delay", "no engineer", "the salon", "applause from the gallery"])
def test_things_and_nobody_are_no_actors(nobody: str) -> None:
    record = read(
        "Rosa Immel told applause from the gallery that any delay was welcome, that no engineer could change it, and "
        "that the salon was shut."
    )
    assert nobody not in [a.name for a in record.actors]


def test_a_company_is_no_ministry() -> None:
    record = read(
        "Savanna Air accused Kenya on Monday of playing to the gallery. It said the fee would cost $40 million.\n"
        "The ministry put the figure at $12 million, it said."
    )
    ministry = [record.article.quote(m) for m in called(record, "Savanna Air").mentions]
    assert "The ministry" not in ministry


def test_the_government_is_a_state_and_no_union() -> None:
    record = read(
        "The Dock Workers’ Union in Chile rejected the offer on Monday. Ana Roe, its president, was glad.\n"
        "The government said it would not send troops."
    )
    assert speakers(record)[-1] == "Chile"


def test_a_board_is_the_company_that_it_leads() -> None:
    record = read("Drennick Mining’s board urged shareholders on Monday to accept the offer.")
    assert speakers(record) == ["Drennick Mining"]


def test_it_said_means_who_would_do_what_it_said() -> None:
    record = read(
        "The Treasury said on Monday that it knew of the plan.\n"
        "Longshi Materials, a customer, would pay only if it got a pier, it said in a filing."
    )
    assert speakers(record)[-1] == "Longshi Materials"


def test_analysts_are_one_group_and_hold_no_office() -> None:
    record = read("Analysts doubt that the pact will hold. Analysts said on Monday that the price would fall.")
    (analysts,) = [a for a in record.actors if a.name == "Analysts"]
    assert (analysts.kind, analysts.offices) == ("group", ())


def test_people_who_said_so_are_not_the_programme_they_listen_to() -> None:
    record = read("Callers to the morning show in Lima who said they would not vote were angry on Monday.")
    assert [s for s in speakers(record) if s and s.startswith("Callers")]


def test_a_person_close_to_a_company_is_not_the_company() -> None:
    record = read(
        "A person close to one of the lines, Hanbright Marine, said on Monday that its lawyers had been called.\n"
        "“It would be delighted to go,” the person said. “Why not.”"
    )
    assert set(speakers(record)) == {"A person close to one of the lines"}
    assert [s.anonymous for s in record.statements] == [True] * 3


def test_her_at_the_head_of_a_sentence_is_who_was_named_in_the_one_before() -> None:
    record = read(
        "Trade Minister Esther Mbuvo denied on Monday that she had agreed. Tanzania has yet to say whether President "
        "Neema Kasulo will come. Her spokesman, Baraka Shirimo, said an invitation had been received."
    )
    assert ("spokesman", "Neema Kasulo") in offices(record, "Baraka Shirimo")


def test_what_goes_on_without_a_source_is_as_anonymous_as_what_it_follows() -> None:
    record = read("“It is all gone,” said a senior official who declined to be named. “Every cent of it went.”")
    assert [s.anonymous for s in record.statements] == [True, True]


def test_the_lawyer_of_somebody_is_not_that_somebody() -> None:
    record = read("Ann Roe left Lima on Monday. Her lawyer said that she would be back by June.")
    assert speakers(record) == ["Lawyer of Ann Roe"]


def test_a_counterpart_holds_the_same_office_for_the_other_state() -> None:
    record = read(
        "Velmora will not accept a dam without a treaty, Foreign Minister Ina Kaldar said on Monday, as neighbouring "
        "Tersk denied that it had walked out of talks.\n"
        "She said she had written to her counterpart, Pavel Drossen, on Friday."
    )
    assert offices(record, "Pavel Drossen") == [("Foreign Minister", "Tersk")]


def test_its_chairman_is_the_one_who_is_named_as_chairman_later() -> None:
    record = read(
        "Hanbright Shipping was the target of a bid that its chairman called generous on Monday.\n"
        "Ann Roe, a trader, said she would sell. Hanbright’s chairman, Bae Sang-jin, said nobody should."
    )
    assert [a.name for a in record.actors if a.offices and a.offices[0].title == "chairman"] == ["Bae Sang-jin"]


def test_a_phrase_behind_a_name_is_its_bearer() -> None:
    record = read(
        "The Greens, the junior partner in the coalition, back the tunnel. Otto Hale, a farmer, does not, he said."
    )
    assert "the junior partner in the coalition" not in [
        record.article.quote(m) for m in called(record, "Otto Hale").mentions
    ]


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Northern Salvation Front", "Front"),
        ("Department of Fisheries", "Department"),
        ("Wildlife Alliance", "Alliance"),
    ],
)
def test_a_capitalised_noun_is_the_body_whose_name_ends_or_begins_so(long: str, short: str) -> None:
    record = read(
        f"The {long} rejected the count on Monday. The Red Crescent, which has brought wounded people out of Port "
        f"Assil, asked to address the opening.\nThe {short} says 58 people died."
    )
    assert speakers(record)[-1] == long


def test_the_company_is_who_was_called_so_and_no_union() -> None:
    record = read(
        "The Northern Riggers' Union said the strike would go on. Velta Cranes, the company that runs the terminal, "
        "said the union had left the table on Sunday.\n"
        "“We are not asking for the moon,” the union said on Monday.\n"
        "A person close to the talks said the company would put the roster off."
    )
    company = [record.article.quote(m) for m in called(record, "Velta Cranes").mentions]
    assert "the company" in company
    assert "the union" not in company


def test_a_nations_federation_is_no_state() -> None:
    record = read("The Danish federation dismissed the claim on Monday. It said that it would sue.")
    assert set(speakers(record)) == {"Danish federation"}


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopia declined the invitation.\nBut Austria will send only experts, its foreign ministry said.",
        "Rail company Vantra said on Monday that it would pay. But Austria will keep the rota, its ministry said.",
    ],
)
def test_its_is_whoever_is_told_of_before_its_ministry_said(text: str) -> None:
    assert speakers(read(text))[-1] == "Austria"


@pytest.mark.parametrize("body", ["Norway's seafarers' union", "Iceland's sailing federation"])
def test_a_union_or_federation_of_a_nation_is_no_state(body: str) -> None:
    record = read(f"{body} rejected the plan on Monday.")
    assert [a.name for a in record.actors if a.id == record.positions[0].actor] == [body]


def test_no_council_is_called_the_union() -> None:
    record = read("The council voted on Monday. The union rejected the plan.")
    council = [record.article.quote(m) for a in record.actors if "council" in a.name for m in a.mentions]
    assert "The union" not in council


def test_a_federation_of_others_is_another_one() -> None:
    record = read("Iceland's handball federation rejected the plan. The Danish rowing union backed it.")
    rowing = [record.article.quote(m) for m in called(record, "Danish rowing union").mentions]
    assert rowing == ["The Danish rowing union"]


def test_somebodys_own_group_is_who_speaks_for_it_where_no_other_is_known() -> None:
    record = read(
        "The Municipal Workers' Federation rejected the plan. Opposition councillor Waqar Dar said his group had "
        "reached no decision on the plan."
    )
    names = {a.id: a.name for a in record.actors}
    assert {names[p.actor] for p in record.positions if p.stance == "neutral"} == {"Waqar Dar"}


def test_the_day_of_a_deed_is_no_part_of_who_did_it() -> None:
    record = read("The nurses' union on Wednesday suspended a strike, which the ministry welcomed.")
    assert "nurses' union" in [a.name for a in record.actors]
