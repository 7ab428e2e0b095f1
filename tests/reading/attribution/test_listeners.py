"""To whom, through whom and where something is said."""

from __future__ import annotations

import pytest

from tests.reading.actors.test_resolving import named
from tests.reading.standing import read


@pytest.mark.parametrize(
    ("text", "listener"),
    [
        ("The Treasury pressed Stella Achan to sign the contract before July.", "Stella Achan"),
        ("Prossy Nakimuli asked Stella Achan whether anyone had seen the contract.", "Stella Achan"),
        ("The European Union called on Belarus to open the gate.", "Belarus"),
        ("Gonzalo Rivas told the National Assembly on Monday that eleven projects were in doubt.", "National Assembly"),
    ],
)
def test_who_is_asked_or_told_is_whom_it_is_said_to(text: str, listener: str) -> None:
    record = read(text)
    heard = [name for s in record.statements for name in named(record, s.addressees)]
    assert any(listener in name for name in heard)


def test_nobody_is_asked_on_a_day() -> None:
    record = read("The athletes' union called on Thursday for a boycott of the race.")
    assert not any(s.addressees for s in record.statements)
    assert "Thursday" not in [a.name for a in record.actors]


def test_me_within_a_quotation_is_whoever_is_quoted() -> None:
    record = read("“Henrik Solvang told me that the vote was lost,” Marcia Thibault said.")
    (inner,) = [s for s in record.statements if s.inside]
    assert named(record, inner.addressees) == ["Marcia Thibault"]


def test_i_within_a_quotation_is_whoever_is_quoted() -> None:
    record = read("“I told Henrik Solvang that the vote was lost,” Marcia Thibault said.")
    (inner,) = [s for s in record.statements if s.inside]
    assert named(record, (inner.speaker or "",)) == ["Marcia Thibault"]


def test_a_news_conference_that_is_told_is_where_it_is_said() -> None:
    record = read("“Exports are weak,” Marcia Thibault told a news conference in Lisbon.")
    (statement,) = record.statements
    assert statement.occasion is not None
    assert record.article.quote(statement.occasion).startswith("a news conference")


def test_a_spokeswoman_through_whom_it_is_said_passes_it_on() -> None:
    record = read("Governor Matt Pruett said through his spokeswoman that the bridge would stay shut.")
    (statement,) = record.statements
    assert statement.speaker is not None
    assert statement.via
    assert "spokeswoman" in named(record, statement.via)[0].lower()
