"""Whom pronouns, surnames and descriptions mean."""

from __future__ import annotations

from tests.reading.actors.test_introducing import speakers
from tests.reading.standing import read
from verbale.record import Record


def named(record: Record, ids: tuple[str, ...]) -> list[str]:
    names = {a.id: a.name for a in record.actors}
    return [names[i] for i in ids]


def test_what_somebody_says_of_another_is_not_said_by_that_other() -> None:
    record = read(
        "Senator Paul Halden and his rival, Ines Oduya, met in Lisbon on Monday. Oduya said she would stay.\n"
        "“Senator Halden must be reading somebody else’s mail,” she said."
    )
    assert speakers(record)[-1] == "Ines Oduya"


def test_who_means_people_and_not_the_house_they_work_in() -> None:
    record = read("The panel heard Tom Bellamy, a staffer at the Foreign Office who said that the files were lost.")
    assert "Tom Bellamy" in speakers(record)


def test_a_description_is_the_one_of_whom_all_of_it_was_told() -> None:
    record = read(
        "Ruth Halvorsen, a former highway engineer, and Dana Pryce, a lawyer, spoke at the hearing in Oslo.\n"
        "Pryce said the bridge was safe. The former engineer said that it was not."
    )
    assert speakers(record)[-1] == "Ruth Halvorsen"


def test_a_network_is_no_newspaper() -> None:
    record = read(
        "The BBC showed the film on Sunday. The New York Times reported that it was false.\n"
        "The network said it would look into the matter."
    )
    assert speakers(record)[-1] == "BBC"


def test_a_city_is_no_company() -> None:
    record = read(
        "Brightwater Mining said on Monday that it would close its mine. Tampere said it regretted the loss of work.\n"
        "The company said that 400 people would go."
    )
    assert speakers(record)[-1] == "Brightwater Mining"


def test_the_companies_are_those_that_spoke_together() -> None:
    record = read(
        "Ventora Energy and Brightwater Mining said in a joint statement on Monday that they would merge.\n"
        "The companies said that no jobs were at risk."
    )
    last = record.statements[-1]
    assert named(record, (last.speaker or "", *last.cospeakers)) == ["Ventora Energy", "Brightwater Mining"]


def test_those_listed_behind_a_plural_are_its_speakers() -> None:
    record = read(
        "Two members of the board, Rawle Joseph of Grenada and Anselm Baptiste of Guyana, asked for the vote to be "
        "postponed."
    )
    (statement,) = record.statements
    assert named(record, (statement.speaker or "", *statement.cospeakers)) == ["Rawle Joseph", "Anselm Baptiste"]
