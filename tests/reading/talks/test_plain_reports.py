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
        ("Djibouti will take part as an observer.", ("Djibouti", "observer", "confirmed")),
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


MEETING = "Kenya will host a summit on the Lake Turkana dam in Nairobi on 12 June, its foreign ministry said.\n"


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Ethiopia has not replied to the invitation, a Kenyan official said.", ("Ethiopia", "invitee", "undecided")),
        ("Australia has yet to answer.", ("Australia", "invitee", "undecided")),
        ("Turkey has until Friday to reply.", ("Turkey", "invitee", "undecided")),
        ("Peru did not say whether it would attend.", ("Peru", "invitee", "undecided")),
        ("Togo said it would come if the minutes were published.", ("Togo", "invitee", "undecided")),
        ("Chad sent its regrets.", ("Chad", "invitee", "declined")),
        ("Gabon will send nobody.", ("Gabon", "invitee", "declined")),
        ("Mexico will stay away in protest.", ("Mexico", "invitee", "declined")),
        ("Niger said its president would not be there.", ("Niger", "invitee", "declined")),
        ("Cuba had been told to stay away.", ("Cuba", "invitee", "not invited")),
        ("Nobody from Malawi had been invited.", ("Malawi", "invitee", "not invited")),
        ("Syria was not asked.", ("Syria", "invitee", "not invited")),
        ("“No invitation reached us,” Rwanda's foreign minister, Aline Uwase, said.",
         ("Rwanda", "invitee", "not invited")),
        ("Benin was sent an invitation last week.", ("Benin", "invitee", "invited")),
        ("Ghana was sent an invitation last week. It turned it down.", ("Ghana", "invitee", "declined")),
        ("Lesotho has been invited to Nairobi.", ("Lesotho", "invitee", "invited")),
        ("Eritrea has asked to be let in as an observer.", ("Eritrea", "observer", "proposed")),
        ("Italy asked to be included.", ("Italy", "invitee", "proposed")),
        ("The African Union will send an observer.", ("African Union", "observer", "confirmed")),
        ("Egypt was to chair the session.", ("Egypt", "moderator", "confirmed")),
        ("Oman will be represented by its deputy prime minister.", ("Oman", "invitee", "accepted")),
    ],
)  # fmt: skip
def test_invitations_and_answers_are_told_in_many_ways(sentence: str, row: tuple[str, str, str]) -> None:
    assert row in {(who, role, status) for who, role, status, _ in ledger(read(MEETING + sentence))}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Leaders of Chile, Peru and Bolivia met in Arica on Monday.",
         {("Chile", "party", "attended"), ("Peru", "party", "attended"), ("Bolivia", "party", "attended")}),
        ("Serbia and Kosovo agreed on a timetable after a video conference of the two prime ministers.",
         {("Serbia", "party", "attended"), ("Kosovo", "party", "attended")}),
        ("The ministers will try again on 20 May under the chairmanship of Denmark.",
         {("Denmark", "moderator", "confirmed")}),
        ("Armenia and Turkey both told a disarmament conference in Vienna that they oppose the treaty.",
         {("Armenia", "party", "attended"), ("Turkey", "party", "attended")}),
        ("Uzbekistan has postponed a summit on the dam that was to open in Tashkent on Thursday.",
         {("Uzbekistan", "host", "confirmed")}),
        ("Kazakhstan invited Kyrgyzstan to Almaty for a water conference on June 20.",
         {("Kazakhstan", "host", "confirmed"), ("Kyrgyzstan", "invitee", "invited")}),
        ("Armenia pulled out of a round of border talks in Tbilisi on Friday. Georgia, the host, urged it to come.",
         {("Armenia", "party", "withdrawn"), ("Georgia", "host", "confirmed")}),
    ],
)  # fmt: skip
def test_who_sits_at_the_table_is_told_by_verbs_and_phrases(text: str, rows: set[tuple[str, str, str]]) -> None:
    assert rows <= {(who, role, status) for who, role, status, _ in ledger(read(text))}


def test_a_bare_meeting_is_kept_only_where_somebody_takes_part() -> None:
    assert not read("Prices rose during the talks, a trader said.").meetings
    assert read("Management walked out of the talks, the union's leader, Greta Nilsson, said.").meetings


def test_an_earlier_refusal_says_nothing_more_of_one_who_comes() -> None:
    text = MEETING + "Uganda will attend the summit. Last week Uganda had refused to attend the summit."
    assert {status for who, _, status, _ in ledger(read(text)) if who == "Uganda"} == {"accepted"}


@pytest.mark.parametrize(
    "sentence",
    ["Japan took part in rescue work.", "Brazil did not reply to a request for comment.", "India welcomed the talks."],
)
def test_what_is_not_about_the_meeting_fills_no_row(sentence: str) -> None:
    assert {who for who, *_ in ledger(read(MEETING + sentence))} == {"Kenya"}


def test_a_disputed_quota_does_not_put_the_talks_into_the_past() -> None:
    record = read("Kenya will host talks on the disputed fishing quota on 14 August, Foreign Minister Ada Otieno said.")
    assert record.meetings[0].date == "2024-08-14"
