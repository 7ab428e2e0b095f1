"""Who comes to which meeting, in the plain words of wire reports."""

from __future__ import annotations

import pytest

from tests.reading.standing import ledger, read

SUMMIT = "Kenya will host a summit on the Lake Turkana dam in Nairobi on 12 June.\n"


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Sudan was not invited.", ("Sudan", "invitee", "not invited")),
        ("Uganda said it would attend the summit.", ("Uganda", "invitee", "accepted")),
        ("Rwanda will not send anybody to the summit.", ("Rwanda", "invitee", "declined")),
        ("Burundi has yet to decide whether to attend.", ("Burundi", "invitee", "undecided")),
        ("Somalia said it had received no invitation.", ("Somalia", "invitee", "not invited")),
        ("Djibouti will take part as an observer.", ("Djibouti", "observer", "accepted")),
        ("The African Union will mediate the talks.", ("African Union", "mediator", "confirmed")),
        ("Eritrea turned down the invitation.", ("Eritrea", "invitee", "declined")),
        ("South Sudan accepted at once.", ("South Sudan", "invitee", "accepted")),
        ("Malawi asked to be invited.", ("Malawi", "invitee", "proposed")),
        ("Libya wants Algeria to be invited.", ("Algeria", "invitee", "proposed")),
        ("Morocco pulled out of the summit.", ("Morocco", "invitee", "withdrawn")),
    ],
)
def test_a_plain_sentence_fills_a_row(sentence: str, row: tuple[str, str, str]) -> None:
    assert row in {(who, role, status) for who, role, status, _ in ledger(read(SUMMIT + sentence))}


def test_a_meeting_at_another_place_is_another_meeting() -> None:
    record = read(SUMMIT + "Zambia's delegation walked out of the talks in Lusaka last week.")
    names = {a.id: a.name for a in record.actors}
    rows = {m.place: {names[p.actor] for p in m.participation} for m in record.meetings}
    assert rows == {"Nairobi": {"Kenya"}, "Lusaka": {"Zambia"}}


def test_a_meeting_on_another_day_is_another_meeting() -> None:
    record = read("A conference on the dam opened on 3 May. A conference on the dam will be held on 20 May.")
    assert [m.date for m in record.meetings] == ["2024-05-03", "2024-05-20"]


def test_what_is_still_to_come_has_not_been_held() -> None:
    record = read(SUMMIT + "Ghana attended the talks in Accra in March.")
    assert {m.place: m.state for m in record.meetings} == {"Nairobi": "planned", "Accra": "held"}


def test_a_body_called_like_a_meeting_is_none() -> None:
    assert not read("The Andean Migration Forum published its figures, the Andean Migration Forum said.").meetings
