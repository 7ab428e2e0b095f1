"""How actors are toward each other."""

from __future__ import annotations

from tests.reading.standing import read


def attitudes(text: str) -> set[tuple[str | None, str, str]]:
    record = read(text)
    names: dict[str | None, str | None] = {a.id: a.name for a in record.actors}
    return {(names.get(a.actor), a.stance, str(names[a.toward])) for a in record.attitudes}


def test_who_condemns_somebody_is_against_them() -> None:
    assert ("Norway", "oppose", "Chad") in attitudes("Norway strongly condemned Chad and accused Chad of lying.")


def test_who_praises_somebody_is_for_them() -> None:
    text = "Prime Minister Kari Lunde praised Lars Berg and thanked Berg for his great work."
    assert ("Kari Lunde", "support", "Lars Berg") in attitudes(text)


def test_a_plain_report_shows_no_attitude() -> None:
    assert not attitudes("Norway borders Sweden. Lars Berg arrived in Oslo on Monday.")


def test_every_attitude_is_proved_by_characters_of_the_text() -> None:
    record = read("Norway strongly condemned Chad and accused Chad of lying.")
    assert record.attitudes
    for each in record.attitudes:
        assert all(record.article.quote(span).strip() for span in each.spans)
