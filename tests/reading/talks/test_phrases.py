"""Meetings and participation by the many phrases of news; each sentence stands alone or after one about a meeting."""

from __future__ import annotations

import pytest

from tests.reading.standing import ledger, read

Row = tuple[str, str, str]
SUMMIT = "A summit on the lake will be held in Kampala on May 21. "
TALKS = "Peace talks on Chad will be held in Geneva on May 21. "
UNION = "The Tram Workers' Union rejected the pay offer of City Lines, the operator of the network, on Monday. "


def rows(text: str) -> set[Row]:
    return {(who, role, status) for who, role, status, _ in ledger(read(text))}


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("Ecuador and Guyana will meet in Vienna next week, officials said.", "2024-W21", "Vienna"),
        ("Envoys from Ecuador and Guyana sat down in Vienna on Monday.", "2024-05-13", "Vienna"),
        ("Chile’s President Luis Obando travelled to Lima on Monday for talks with Peru’s President Ana Pardo.",
         "2024-05-13", "Lima"),
        ("Chile’s President Luis Obando will travel to Lima on Thursday to meet Peru’s President Ana Pardo.",
         "2024-05-16", "Lima"),
        ("Foreign ministers from Chile, Peru and Bolivia gather in Lima on Thursday.", "2024-05-16", "Lima"),
        ("Chad was absent from the summit in Cairo on Monday.", "2024-05-13", "Cairo"),
        ("Chad turned down an invitation to the summit in Cairo on May 21.", "2024-05-21", "Cairo"),
        ("Chad has summoned Niger to a meeting on Thursday.", "2024-05-16", None),
        ("Villagers packed a public meeting at Elm Hall on Monday.", "2024-05-13", "Elm Hall"),
        ("Talks between Chad and Niger are scheduled for May 21 in Geneva.", "2024-05-21", "Geneva"),
        ("Chad moved the summit in Cairo from May 21 to May 28, its president said.", "2024-05-28", "Cairo"),
        ("Chad and Niger will meet in Vienna next week. The talks on 22 May will last a day.", "2024-05-22", "Vienna"),
    ],
)  # fmt: skip
def test_a_meeting_has_the_day_and_the_place_that_stand_by_it(text: str, day: str, place: str | None) -> None:
    (meeting,) = read(text).meetings
    assert (meeting.date, meeting.place) == (day, place)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (SUMMIT + "Kenya’s president, Peter Mwangi, will not attend.", ("Peter Mwangi", "invitee", "declined")),
        (SUMMIT + "Kenya’s president, Peter Mwangi, said he would attend.", ("Peter Mwangi", "invitee", "accepted")),
        ("Chile’s president, Luis Obando, met Peru’s president, Ana Pardo, in Lima on Sunday.",
         ("Ana Pardo", "party", "attended")),
        (SUMMIT + "“We will be there,” said Kenya’s foreign minister, Peter Mwangi.", ("Kenya", "invitee", "accepted")),
    ],
)  # fmt: skip
def test_who_is_named_comes_or_stays_away_in_person(text: str, row: Row) -> None:
    assert row in rows(text)


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Kenya left its chair empty.", ("Kenya", "invitee", "declined")),
        ("Kenya will not be represented.", ("Kenya", "invitee", "declined")),
        ("Kenya will be represented by its ambassador.", ("Kenya", "invitee", "accepted")),
        ("Kenya was not on the guest list.", ("Kenya", "invitee", "not invited")),
        ("Kenya was not among those invited.", ("Kenya", "invitee", "not invited")),
        ("Kenya pulled out on Monday.", ("Kenya", "invitee", "withdrawn")),
        ("Kenya is expected to attend.", ("Kenya", "invitee", "accepted")),
        ("Kenya has not confirmed its participation.", ("Kenya", "invitee", "undecided")),
        ("Kenya has yet to confirm its participation.", ("Kenya", "invitee", "undecided")),
        ("Kenya saw no point in attending.", ("Kenya", "invitee", "declined")),
        ("Kenya is boycotting the event.", ("Kenya", "invitee", "declined")),
        ("Kenya was invited. It has not replied.", ("Kenya", "invitee", "undecided")),
        ("Kenya’s president, Peter Mwangi, was invited but will send his deputy.",
         ("Peter Mwangi", "invitee", "declined")),
        ("Officials from Kenya will attend, the Ugandan foreign ministry said.", ("Kenya", "invitee", "confirmed")),
        ("Kenya will sit in as an observer.", ("Kenya", "observer", "confirmed")),
        ("Kenya asked for observer status.", ("Kenya", "observer", "proposed")),
    ],
)  # fmt: skip
def test_an_answer_to_an_invitation_has_many_words(sentence: str, row: Row) -> None:
    assert row in rows(SUMMIT + sentence)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("At the invitation of Oman, delegations from Chad and Niger will hold talks in Muscat on May 21.",
         ("Oman", "host", "confirmed")),
        ("UN-brokered talks on Chad will open in Geneva on May 21.", ("United Nations", "mediator", "confirmed")),
        ("Peace talks will be held in Nairobi on May 21 under the auspices of the African Union.",
         ("African Union", "organiser", "confirmed")),
        ("Kenya’s president, Peter Mwangi, will host Chad’s president, Idris Abdel, in Nairobi on May 21.",
         ("Peter Mwangi", "host", "confirmed")),
        (TALKS + "Former judge Omar Haddad has offered to chair.", ("Omar Haddad", "moderator", "offered")),
        (TALKS + "Former judge Omar Haddad is to chair.", ("Omar Haddad", "moderator", "confirmed")),
        (TALKS + "Niger will observe.", ("Niger", "observer", "confirmed")),
        (TALKS + "Switzerland has offered its good offices.", ("Switzerland", "mediator", "offered")),
        ("Talks on Chad will be held in Geneva on May 21, with the African Union and Norway as observers.",
         ("Norway", "observer", "confirmed")),
        ("Talks between Chad and Niger will be held in Geneva on May 21 with Oman as mediator.",
         ("Oman", "mediator", "confirmed")),
        (UNION + "The conciliator, Lena Holm, has called both sides to her office on Friday.",
         ("Lena Holm", "host", "confirmed")),
    ],
)  # fmt: skip
def test_who_brings_others_together_is_told_by_phrases_too(text: str, row: Row) -> None:
    assert row in rows(text)


@pytest.mark.parametrize(
    "text",
    [
        UNION + "The two sides met for three hours on Sunday.",
        UNION + "Talks between the two sides broke down on Sunday.",
        "Talks between City Lines and the Tram Workers' Union collapsed on Sunday.",
    ],
)
def test_the_two_sides_are_those_of_whom_the_article_speaks(text: str) -> None:
    assert {("Tram Workers' Union", "party", "attended"), ("City Lines", "party", "attended")} <= rows(text)


@pytest.mark.parametrize(
    "text",
    [
        "“The border will open,” Chad’s president, Idris Abdel, said after talks in Cairo on Monday with Niger’s "
        "president, Moussa Sani.",
        "Following a meeting with Niger’s president, Moussa Sani, in Cairo on Monday, Chad’s president, Idris Abdel, "
        "said the border would open.",
    ],
)
def test_who_speaks_after_talks_was_at_them(text: str) -> None:
    assert {("Idris Abdel", "party", "attended"), ("Moussa Sani", "party", "attended")} <= rows(text)


def test_who_told_another_something_at_talks_was_at_them_with_the_other() -> None:
    text = "At talks in Geneva on Monday, Chad told Niger that it would close the border."
    assert {("Chad", "party", "attended"), ("Niger", "party", "attended")} <= rows(text)


@pytest.mark.parametrize(
    "text",
    [
        "A hearing was held in Geneva on Monday. “It was a farce,” Lena Holm said after the hearing.",
        "A hearing was held in Geneva on Monday. Emerging from the hearing, Lena Holm said it had been a farce.",
        "A hearing was held in Geneva on Monday. Professor Lena Holm gave evidence.",
        "A public meeting was held in Elm Hall on Monday. Lena Holm told the meeting that it was a farce.",
    ],
)
def test_who_speaks_at_a_meeting_or_right_after_it_was_there(text: str) -> None:
    assert ("Lena Holm", "party", "attended") in rows(text)


def test_a_meeting_of_two_who_are_named_needs_no_day() -> None:
    text = "Union leader Omar Haddad met Labour Minister Lena Holm, the ministry said."
    assert {("Omar Haddad", "party", "attended"), ("Lena Holm", "party", "attended")} <= rows(text)


def test_a_mediator_whom_nobody_names_is_none() -> None:
    text = "Judge Lena Holm suggested that Norvik and the Miners' League meet with a mediator in Oslo on Thursday."
    assert not any(role == "mediator" for _, role, _ in rows(text))


def test_talks_of_which_no_invitation_is_told_have_parties() -> None:
    assert ("Chad", "party", "confirmed") in rows(TALKS + "Chad will take part, its foreign ministry said.")
    assert ("Chad", "invitee", "accepted") in rows(TALKS + "Chad was invited and will take part.")


def test_what_somebody_will_do_is_about_the_meeting_to_come() -> None:
    record = read(
        UNION + "The two sides met on Friday. Mayor Lena Holm has called a meeting for Thursday. "
        "City Lines will attend."
    )
    names = {a.id: a.name for a in record.actors}
    coming = next(m for m in record.meetings if m.date == "2024-05-16")
    assert "City Lines" in {names[p.actor] for p in coming.participation}


@pytest.mark.parametrize(
    ("sentences", "row"),
    [
        ("Peter Mwangi is coming this time, his spokesman said.", ("Peter Mwangi", "invitee", "accepted")),
        ("Kenya will have a delegation there as an observer.", ("Kenya", "observer", "confirmed")),
        ("Chad’s envoy, Ali Bako, confirmed he was going.", ("Ali Bako", "invitee", "accepted")),
        ("Kenya will keep away.", ("Kenya", "invitee", "declined")),
        ("Kenya has decided to keep away.", ("Kenya", "invitee", "declined")),
        ("Kenya was kept off the list of participants.", ("Kenya", "invitee", "not invited")),
        ("Kenya remains a question mark.", ("Kenya", "invitee", "undecided")),
        ("Kenya cast doubt on whether it would attend.", ("Kenya", "invitee", "undecided")),
        ("Whether Peter Mwangi turns up is anyone’s guess.", ("Peter Mwangi", "invitee", "undecided")),
        ("Kenya has not ruled out sending an ambassador.", ("Kenya", "invitee", "undecided")),
        ("Kenya will come only if the tanks leave.", ("Kenya", "invitee", "undecided")),
        ("“If the tanks leave, we will be there,” said Chad’s president, Ali Bako.", ("Chad", "invitee", "undecided")),
        ("Peter Mwangi told reporters he had not been called.", ("Peter Mwangi", "invitee", "not invited")),
        ("Peter Mwangi is down to testify.", ("Peter Mwangi", "invitee", "confirmed")),
        ("Ada Moen will field questions from the floor.", ("Ada Moen", "moderator", "confirmed")),
        ("On the panel are Ada Moen and Ola Berg.", ("Ola Berg", "invitee", "confirmed")),
        ("Archbishop Paolo Nardi passed on the event.", ("Paolo Nardi", "invitee", "declined")),
        ("Ada Moen is sending her chief of staff, Ola Berg.", ("Ada Moen", "invitee", "declined")),
        ("Ada Moen is sending her chief of staff, Ola Berg.", ("Ola Berg", "invitee", "confirmed")),
        ("Kenya’s Peter Mwangi and Chad’s Ali Bako spoke of other plans. Both said they will come on the new date.",
         ("Ali Bako", "invitee", "accepted")),
    ],
)  # fmt: skip
def test_later_sentences_mean_the_meeting_to_come_without_naming_it(sentences: str, row: Row) -> None:
    told = rows(SUMMIT + sentences)
    assert row in told
    assert len({status for who, _, status in told if who == row[0]}) == 1


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("Chad and Niger will send delegations to Lima on May 21 to discuss the dam.", "2024-05-21", "Lima"),
        ("A mediator, Ada Moen, wants both sides in Lima on May 21.", "2024-05-21", "Lima"),
        ("The Senate justice committee takes up the matter on May 21.", "2024-05-21", None),
        ("Mayor Ada Moen plans a town hall on May 21.", "2024-05-21", None),
        ("The ban tops the program of the Polar Forum, which Iceland hosts in Lima from May 21.", "2024-05-21", "Lima"),
        ("Residents can speak on May 21, when a public forum is held.", "2024-05-21", None),
    ],
)  # fmt: skip
def test_a_body_that_sits_and_sides_that_are_sent_for_are_meetings(text: str, day: str, place: str | None) -> None:
    (meeting,) = read(text).meetings
    assert (meeting.date, meeting.place) == (day, place)


@pytest.mark.parametrize(
    "text",
    [
        "The spokeswoman told a weekly briefing on Monday that the pass was shut.",
        "The league would add eight rounds next year.",
        "She said she wanted the boats of both countries gone.",
    ],
)
def test_briefings_of_the_press_and_rounds_of_a_season_are_no_meetings(text: str) -> None:
    assert not read(text).meetings


def test_an_earlier_round_is_not_the_one_to_which_somebody_comes() -> None:
    text = SUMMIT + "Kenya, which skipped the previous round in August, is coming this time, Ada Moen said."
    names = {a.id: a.name for a in read(text).actors}
    told = {(m.date, names[p.actor], p.status) for m in read(text).meetings for p in m.participation}
    assert ("2024-05-21", "Kenya", "confirmed") in told
    assert not any(day != "2024-05-21" and status == "confirmed" for day, _, status in told)
