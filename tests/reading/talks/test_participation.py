"""Meetings, and who takes part in them on whose word."""

from __future__ import annotations

import pytest

from tests.reading.standing import ledger, read

OPENING = "Kenya will host peace talks on Sudan in Nairobi on May 20, Foreign Minister Amina Wanjiru said. "


def test_a_meeting_has_name_date_place_and_state() -> None:
    (meeting,) = read(OPENING).meetings
    assert "peace talks on Sudan" in meeting.name
    assert (meeting.date, meeting.place) == ("2024-05-20", "Nairobi")


def test_who_hosts_is_told_by_itself() -> None:
    assert ("Kenya", "host", "confirmed", "Kenya") in ledger(read(OPENING))


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Ethiopia will attend the talks, Prime Minister Dawit Bekele said.",
         ("Ethiopia", "party", "confirmed", "Ethiopia")),  # nobody speaks of an invitation
        ("Ethiopia refused to attend the talks.", ("Ethiopia", "invitee", "declined", "Ethiopia")),
        ("“We have invited Ethiopia to the talks,” Wanjiru said.", ("Ethiopia", "invitee", "invited", "Kenya")),
        ("“We have not invited Ethiopia to the talks,” Wanjiru said.", ("Ethiopia", "invitee", "not invited", "Kenya")),
        ("Ethiopia should be invited to the talks, Wanjiru said.", ("Ethiopia", "invitee", "proposed", "Kenya")),
    ],
)  # fmt: skip
def test_statuses_are_told_by_somebody(sentence: str, row: tuple[str, str, str, str | None]) -> None:
    assert row in ledger(read(OPENING + sentence))


def test_two_accounts_of_one_invitation_both_stay_and_are_a_conflict() -> None:
    record = read(
        OPENING + "“We have not invited Ethiopia to the talks,” Wanjiru said. "
        "“We have been invited to the talks,” Ethiopia’s Prime Minister Dawit Bekele said."
    )
    rows = {r for r in ledger(record) if r[0] == "Ethiopia"}
    assert {("Ethiopia", "invitee", "not invited", "Kenya"), ("Ethiopia", "invitee", "invited", "Ethiopia")} <= rows
    assert [c.kind for c in record.conflicts] == ["account"]


def test_a_headline_of_another_story_takes_part_in_nothing() -> None:
    text = OPENING + "\nRead more: Ethiopia boycotts the talks\nThe talks are the third round this year, Wanjiru said."
    assert not any(row[0] == "Ethiopia" for row in ledger(read(text)))


def test_who_does_nothing_else_in_an_article_takes_part_too() -> None:
    record = read(
        "The association for human rights declined an invitation to a hearing on 24 May. The police college accepted."
    )
    assert ("police college", "accepted") in {(row[0], row[2]) for row in ledger(record)}


def test_nobody_in_particular_takes_part() -> None:
    record = read("Ambassadors were invited to the hearing on 24 May. A civil servant may attend.")
    assert ledger(record) == set()
