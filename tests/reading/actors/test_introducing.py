"""People told of by their office first and by their name later."""

from __future__ import annotations

from tests.reading.standing import read
from verbale.record import Record


def speakers(record: Record) -> list[str | None]:
    names = {a.id: a.name for a in record.actors}
    return [names.get(s.speaker or "") for s in record.statements]


def test_an_office_of_the_lead_is_the_person_who_is_named_next() -> None:
    record = read(
        "Norway’s fisheries minister said on Monday that the cod quota was too high.\n"
        "“We counted the fish,” Kari Lunde told reporters in Oslo."
    )
    assert speakers(record) == ["Kari Lunde", "Kari Lunde"]
    (office,) = [o.title for a in record.actors if a.name == "Kari Lunde" for o in a.offices]
    assert "fisheries minister" in office.lower()


def test_somebody_introduced_as_somebody_else_is_not_the_minister() -> None:
    record = read(
        "Norway’s fisheries minister said on Monday that the cod quota was too high.\n"
        "“There is nothing left to catch,” said Pål Tveit, a fisherman from Bodø."
    )
    assert speakers(record)[1] == "Pål Tveit"
    assert speakers(record)[0] != "Pål Tveit"


def test_a_byline_is_nobody_in_the_news() -> None:
    record = read(
        "Norway’s fisheries minister said on Monday that the cod quota was too high.\nBy Anna Moen\n"
        "“We counted the fish,” Kari Lunde told reporters in Oslo."
    )
    assert "Anna Moen" not in speakers(record)


def test_the_sexes_must_agree() -> None:
    record = read(
        "The spokeswoman of the Ferry Board said on Monday that no ship would sail.\n"
        "“I want to go home,” Mr. John Hale told reporters at the pier."
    )
    assert speakers(record)[0] != "John Hale"
