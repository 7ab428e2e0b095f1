"""What the whole reading takes for a statement in news style, with the language model that ships: speaker and words."""

from __future__ import annotations

import pytest

from tests.reading.standing import read
from verbale.record import Record, Statement


def words(record: Record, statement: Statement) -> str:
    return " … ".join(record.article.quote(s) for s in statement.content)


def told(text: str) -> list[tuple[str | None, str]]:
    """Speaker and content of each statement that stands in no other."""
    record = read(text)
    names = {a.id: a.name for a in record.actors}
    return [(names.get(s.speaker or ""), words(record, s)) for s in record.statements if s.inside is None]


def contents(text: str) -> list[str]:
    return [content for _, content in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Lena Moss declined to say by how much the fee would rise.",
        "Lena Moss would not say from whom the offer came.",
        "Lena Moss would not name the two others.",
        "The ministry refused to say how many ships had sunk.",
        "The ferry office did not immediately respond to a request for comment.",
        "The Tarn council has not said when it will vote.",
        "The harbour office declined to give details.",
        "The harbour office declined to confirm the inquiry.",
        "The agency offered no explanation.",
        "Lena Moss never said why.",
        "Nobody had said that the bridge was safe.",
        "Neither government wanted a fight.",
        "Karl Venn was more cautious than his minister.",
        "Lena Moss declined to discuss it.",
        "The embassy would neither confirm nor deny that.",
        "Lena Moss did not say that dogs had killed 900 sheep.",
    ],
)
def test_keeping_silent_is_no_statement(text: str) -> None:
    assert contents(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lena Moss declined to say whether the ferry would be sold.", "whether the ferry would be sold"),
        ("The Tarn council has yet to say whether it will vote.", "whether it will vote"),
        ("Lena Moss refused to disclose her accounts.", "to disclose her accounts"),
        ("Lena Moss said that the bridge was not safe.", "that the bridge was not safe"),
    ],
)
def test_what_is_left_open_or_refused_is_one(text: str, content: str) -> None:
    assert contents(text) == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The ministry put the figure at 14.", "the figure at 14"),
        ('The harbour office put the cost at "no more than 12 million crowns".',
         'the cost at "no more than 12 million crowns"'),
        ("Police gave the toll as 27 dead and 11 missing.", "the toll as 27 dead and 11 missing"),
        ("The ferry company put turnout at barely half.", "turnout at barely half"),
        ("Analysts estimated the damage at 3 million crowns.", "the damage at 3 million crowns"),
    ],
)  # fmt: skip
def test_whoever_puts_a_figure_on_a_thing_speaks(text: str, content: str) -> None:
    assert contents(text) == [content]


def test_a_figure_is_not_the_word_of_the_speaker_before() -> None:
    text = 'Lena Moss accused the board of "playing to the gallery". Police put the number of marchers at "about 400".'
    assert told(text) == [
        ("Lena Moss", 'the board of "playing to the gallery"'),
        ("Police", 'the number of marchers at "about 400"'),
    ]


def test_an_according_to_has_its_own_source() -> None:
    text = (
        "The ferry company regretted the delay, its director Karl Venn said. According to Greta Fjell, who leads the "
        "islanders, it has broken four such promises in ten years."
    )
    assert told(text)[-1] == ("Greta Fjell", "it has broken four such promises in ten years")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Moss called on the board to sell the ship, an idea that Venn dismissed as absurd.",
         "the board to sell the ship"),
        ("The harbour office said that it had asked Tarn for papers, a request that the council said it never saw.",
         "that it had asked Tarn for papers"),
        ("Ferry boss Lena Moss vows to fight on as union names rival\n\nLena Moss was seen on Monday.", "to fight on"),
        ("Lena Moss accused Karl Venn of “sailing blind” after the ferry had sunk.", "Karl Venn of “sailing blind”"),
        ("The teachers’ union asked the council for guarantees that no school would close.",
         "guarantees that no school would close"),
        ("Judge Lena Moss ordered the company to hand over its records by March 14.",
         "the company to hand over its records by March 14"),
        ("Karl Venn asked her why only one ship had been checked.", "why only one ship had been checked"),
        ("The European Union called on them to show restraint.", "them to show restraint"),
    ],
)  # fmt: skip
def test_a_content_is_what_its_speaker_says(text: str, content: str) -> None:
    assert contents(text)[0] == content


def test_a_sentence_before_its_clause_is_reported_though_a_quotation_follows() -> None:
    text = 'Norland will boycott the games in Tarn, its federation’s chair, Sigrid Hall, said. "We will not sail."'
    assert told(text) == [
        ("Sigrid Hall", "Norland will boycott the games in Tarn"),
        ("Sigrid Hall", "We will not sail."),
    ]


def test_a_news_conference_that_is_told_something_is_no_content() -> None:
    text = "Lena Moss rejected the charge. The captains had gone from house to house, she told a news conference."
    assert contents(text)[-1] == "The captains had gone from house to house"


def test_behind_a_semicolon_a_clause_of_its_own_reports() -> None:
    text = "Lena Moss said that nurses missed the alarms at night; three falls had gone unnoticed since then, she said."
    assert contents(text) == ["that nurses missed the alarms at night", "three falls had gone unnoticed since then"]


def test_two_comments_on_a_decision_are_two_statements() -> None:
    text = (
        "The Chess Union voted on Tuesday to let players return, a decision its president, Armand Roy, called "
        '"overdue" and Norland’s federation called "a disgrace".'
    )
    assert contents(text)[1:] == ["overdue", "a disgrace"]


def test_who_is_quoted_as_saying_speaks_and_who_quotes_passes_it_on() -> None:
    record = read(
        "The exporters support the bill, according to their director, Noa Bin, who was quoted as saying by the Mirae "
        "Daily that they had waited ten years."
    )
    statement = record.statements[-1]
    names = {a.id: a.name for a in record.actors}
    assert (names[statement.speaker or ""], [names[i] for i in statement.via]) == ("Noa Bin", ["Mirae Daily"])
    assert words(record, statement) == "that they had waited ten years"


def test_who_is_quoted_as_ordering_gives_the_order() -> None:
    record = read("President Lena Moss flew to Tarn. Her office quoted her as ordering the army to open a road.")
    statement = record.statements[-1]
    names = {a.id: a.name for a in record.actors}
    assert (names[statement.speaker or ""], words(record, statement)) == ("Lena Moss", "the army to open a road")


def test_who_calls_for_something_is_who_said_the_words_before() -> None:
    text = (
        '"A minister who is wrong should try another trade," said Petra Lunde of the Coastal Party, calling for his '
        "resignation. Prime Minister Aksel Dorn’s office said he had full confidence in him."
    )
    assert ("Petra Lunde", "his resignation") in told(text)


def test_applause_and_a_shrug_hear_nothing() -> None:
    record = read(
        '"Nobody should die for three floors," Carlo Benassi said, to applause. "Duane is Duane," Ned Strand said with '
        "a shrug."
    )
    assert [s.addressees for s in record.statements] == [(), ()]


def test_a_day_in_a_clause_about_the_speaker_is_not_that_of_the_saying() -> None:
    record = read("Lena Moss, who will host the games from 4 to 17 October, said all visas would be honoured.")
    (made,) = [s.made for s in record.statements]
    assert made is not None
    assert made.span is None


OPINION = (
    "I believe that the ferry should stay. Lena Moss, the minister, says that it is too dear. We think she is wrong. "
    '"I know the sea," Moss told me last year.\n'
)


def test_in_a_signed_article_the_author_says_i_and_we() -> None:
    speakers = [speaker for speaker, _ in told(f"Why the ferry must stay\nBy Jo Brand\n\n{OPINION}")]
    assert speakers == ["Jo Brand", "Lena Moss", "Jo Brand", "Lena Moss"]


def test_of_two_authors_neither_says_i() -> None:
    record = read(f"Why the ferry must stay\nBy Jo Brand and Ida Noor\n\n{OPINION}")
    assert [len(s.speakers) for s in record.statements] == [0, 1, 2, 1]


def test_in_an_unsigned_article_nobody_is_named_for_i() -> None:
    speakers = [speaker for speaker, _ in told(f"Why the ferry must stay\n\n{OPINION}")]
    assert speakers == [None, "Lena Moss", None, "Lena Moss"]


def test_a_second_speaker_in_one_sentence_speaks_for_himself() -> None:
    text = "Ida Rosmer has agreed to attend; Karl Hoyle, who was also invited, said he would stay away."
    assert told(text) == [("Ida Rosmer", "to attend"), ("Karl Hoyle", "he would stay away")]


def test_a_subject_that_is_quoted_as_saying_is_no_content() -> None:
    text = 'Oleg Noor was quoted as saying by the Tarn news agency that the talks were "premature, to put it mildly".'
    assert told(text) == [("Oleg Noor", 'that the talks were "premature, to put it mildly"')]


def test_a_time_before_the_closing_clause_belongs_to_what_is_reported() -> None:
    text = "The League will hold an emergency session in Brevik on Saturday, its chair, Jon Moss, announced."
    assert contents(text) == ["The League will hold an emergency session in Brevik on Saturday"]


def test_doubt_is_no_denial() -> None:
    record = read("Lena Moss cast doubt on whether Norland would attend.")
    assert [s.denied for s in record.statements] == [False]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Orsk said he had spoken with Anna Lind, who had told him the army's figures were wrong.", "Anna Lind",
         "the army's figures were wrong"),
        ("A diplomat said Anna Lind had expressed “doubts, not certainty”.", "Anna Lind", "doubts, not certainty"),
        ("Omar Reyes told a briefing on Monday. He said the Tarn Bank, which is paying for the study, had assured him "
         "that the results would come.", "Tarn Bank", "that the results would come"),
    ],
)  # fmt: skip
def test_what_others_have_said_is_nested(text: str, speaker: str, content: str) -> None:
    record = read(text)
    names = {a.id: a.name for a in record.actors}
    inner = [s for s in record.statements if s.inside is not None]
    assert [(names[s.speaker or ""], words(record, s)) for s in inner] == [(speaker, content)]


def test_an_agency_s_low_line_ends_a_dateline() -> None:
    text = "PORT MERRAN (AP) _ Lena Moss accused Tarsk of moving ships, a charge that Karl Venn denied."
    assert told(text)[0] == ("Lena Moss", "Tarsk of moving ships")


@pytest.mark.parametrize(
    "text",
    [
        "Karl Hoyle said he would stay away.",
        "Karl Hoyle said his company would sue unless the government published its forecast.",
        "Norland offered to mediate.",
    ],
)
def test_what_speakers_will_do_themselves_or_with_their_company_binds_them(text: str) -> None:
    assert [s.act for s in read(text).statements] == ["commissive"]
