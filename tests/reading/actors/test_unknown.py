"""States, bodies and surnames that no table holds: the article itself tells what bears the name."""

from __future__ import annotations

import pytest

from tests.reading.actors.test_introducing import speakers
from tests.reading.standing import read
from verbale.record import Actor, Record


def called(record: Record, name: str) -> Actor:
    (actor,) = [a for a in record.actors if a.name == name]
    return actor


def offices(record: Record, name: str) -> list[tuple[str, str | None]]:
    names = {a.id: a.name for a in record.actors}
    return [(o.title, names.get(o.of or "")) for o in called(record, name).offices]


@pytest.mark.parametrize(
    "text",
    [
        "Velmora rejected the charge on Monday. Velmora's parliament will meet on Friday.",
        "Velmora rejected the charge on Monday. A treaty between Chad and Velmora is ten years old.",
        "Velmora rejected the charge on Monday. The Velmoran navy has eleven ships.",
        "Velmora, a landlocked country of two million, rejected the charge on Monday.",
        "Velmora will not pay, Foreign Minister Otto Brandel said on Monday.",
        "Neighbouring Velmora rejected the charge on Monday.",
    ],
)
def test_what_has_a_parliament_or_neighbours_is_a_state(text: str) -> None:
    assert called(read(text), "Velmora").kind == "state"


def test_an_adjective_of_an_unknown_state_is_that_state() -> None:
    record = read(
        "Velmora closed its border on Monday. Velmora's capital was quiet.\n"
        "“We had no choice,” Velmoran Foreign Minister Otto Brandel said."
    )
    assert offices(record, "Otto Brandel") == [("Foreign Minister", "Velmora")]


def test_a_state_that_no_table_holds_has_no_code() -> None:
    record = read("Velmora's foreign ministry said on Monday that Velmora would not pay.")
    assert called(record, "Velmora").country is None


def test_what_has_shareholders_is_a_company() -> None:
    record = read(
        "Drennick rejected the offer on Monday. Drennick's chief executive, Ada Moyo, said it was too low.\n"
        "Shares in Drennick fell by a tenth."
    )
    assert called(record, "Drennick").kind == "organisation"


def test_names_listed_behind_federations_are_federations() -> None:
    record = read("Two other chess federations, Sundmark and Ostmark, said on Monday that they would stay away.")
    assert {called(record, name).kind for name in ("Sundmark", "Ostmark")} == {"organisation"}


def test_a_surname_is_the_person_who_was_named_in_full() -> None:
    record = read(
        "“We accept the invitation,” Foreign Minister Pavel Drossen told reporters on Monday.\n"
        "Drossen said that Chad had left the talks because its engineers had been insulted."
    )
    assert [a.name for a in record.actors if "Drossen" in a.name] == ["Pavel Drossen"]
    assert set(speakers(record)) == {"Pavel Drossen"}


def test_a_town_with_a_mayor_is_no_state() -> None:
    record = read(
        "Port Hallow's mayor, Ann Roe, said on Monday that nobody would pay. Officials in Port Hallow agreed."
    )
    assert not [a for a in record.actors if a.kind == "state"]


def test_the_republic_of_a_state_is_that_state() -> None:
    record = read(
        "The Republic of Velmora will not allow a foreign base on its coast, President Amadou Karesse said on Monday. "
        "“We have no plans for a base in Velmora,” he said."
    )
    assert offices(record, "Amadou Karesse") == [("President", "Velmora")]


def test_its_at_the_head_of_a_sentence_is_the_subject_of_the_one_before() -> None:
    record = read(
        "Hawa Mkono told reporters in Dodoma on Tuesday that Tanzania would not come.\n"
        "Zambia, which has offered to host the talks, expressed regret. Its foreign minister, Chanda Mulela, said "
        "letters had gone out in April."
    )
    assert offices(record, "Chanda Mulela") == [("foreign minister", "Zambia")]


def test_a_minister_is_of_the_state_that_acts_in_what_the_minister_says() -> None:
    record = read(
        "The bid for the yard by Germany’s Nordkapp AG was discussed in Berlin on Monday.\n"
        "Industry Minister Ahn Seo-jin said Seoul would look at it."
    )
    assert offices(record, "Ahn Seo-jin") == [("Industry Minister", "South Korea")]


def test_a_rank_may_stand_between_an_office_and_a_name() -> None:
    record = read("Velmora’s prime minister, Col. Issa Tounka (ret.), said on Monday that he would come.")
    assert ("prime minister", "Velmora") in offices(record, "Issa Tounka")


def test_a_capital_that_acts_is_its_state() -> None:
    record = read(
        "PORT HALLOW, Velmora (NWS) - Velmora’s foreign minister, Ana Roe, accused neighbouring Tersk on Monday of "
        "moving tanks to the border.\nPort Hallow has demanded that observers be let in."
    )
    assert speakers(record)[-1] == "Velmora"


def test_the_place_in_the_dateline_is_no_state() -> None:
    record = read(
        "PORT ANSELM, April 9 (NWS) - Kestrovia recalled its ambassador to Dunmara on Thursday after its neighbour "
        "closed the border.\nKestrovia’s government was angry."
    )
    assert [a.name for a in record.actors if a.kind == "state"] == ["Kestrovia", "Dunmara"]


def test_an_abbreviation_in_brackets_is_of_the_body_before_it_whatever_the_tables_say() -> None:
    record = read(
        "The Brennhaven Teachers’ Association (BTA) said on Monday that its members would strike.\n"
        "The BTA said that the deal was dead. “We mark until midnight,” said BTA secretary Fatou Diallo-Berg."
    )
    assert set(speakers(record)[:2]) == {"Brennhaven Teachers’ Association"}
    assert offices(record, "Fatou Diallo-Berg") == [("secretary", "Brennhaven Teachers’ Association")]


def test_a_union_president_is_the_president_of_the_union() -> None:
    record = read(
        "The Ondria Metalworkers’ Union called the closure a betrayal on Monday. “They will have to carry us out,” "
        "union president Maria de los Santos said."
    )
    assert offices(record, "Maria de los Santos") == [("president", "Ondria Metalworkers’ Union")]


def test_who_is_introduced_as_somebody_else_is_not_the_office_holder_told_of_before() -> None:
    record = read(
        "Historian Rosa Achtenberg said on Monday that she had no wish. Her publisher said that he had one.\n"
        "The poet’s great-niece, Ingrid Moe, told the Halden Post that she would burn the letters."
    )
    assert not called(record, "Ingrid Moe").offices


def test_the_mayor_may_be_addressed_as_ms() -> None:
    record = read("The mayor of Skarry, Ms Ida Rosner, said on Monday that a promise had been broken.")
    assert offices(record, "Ida Rosner") == [("mayor", "Skarry")]


def test_my_ambassador_is_not_me() -> None:
    record = read("“My ambassador can listen to the speeches,” President Henrik Vahl of Chad said on Monday.")
    assert [record.article.quote(m) for m in called(record, "Henrik Vahl").mentions] == ["Henrik Vahl"]


def test_the_company_that_runs_something_is_no_person() -> None:
    record = read(
        "Douro Vass, the company that runs the terminal, said the unions had left the table on Sunday.\n"
        "“This is no longer about a roster,” its chief executive, Henrik Vila, told Radio Nord. He accused Douro "
        "Vass’s rivals of greed."
    )
    assert called(record, "Douro Vass").kind == "organisation"
    assert offices(record, "Henrik Vila") == [("chief executive", "Douro Vass")]
