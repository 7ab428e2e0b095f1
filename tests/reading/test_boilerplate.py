"""Lines that are no part of an article, in articles made up for it."""

from __future__ import annotations

import textwrap
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.reading.boilerplate import find_authors, find_boilerplate, find_bylines, find_headings
from verbale.record import Span

PARAGRAPHS = (
    "The council of Port Ellery voted on Monday to close the old harbour bridge to lorries.",
    "“It was built for carts, and carts it shall have,” said Maud Ferrant, who has chaired the council since 2011.",
    "Hauliers said the detour would cost them forty minutes a day, and that nobody had asked them.",
    "The harbour master, Ib Solange, told the council that the bridge would stand for another century.",
    "A second vote is due in March, when the engineers are to hand in their report on the piers.",
)


def article(*lines: str, after: int = 2, paragraphs: Sequence[str] = PARAGRAPHS, gap: str = "\n") -> str:
    return gap.join((*paragraphs[:after], *lines, *paragraphs[after:]))


def boilerplate(text: str, headline: str | None = None) -> list[str]:
    return [text[span.start : span.end] for span in find_boilerplate(text, headline)]


def bylines(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_bylines(text)]


def headings(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_headings(text)]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\u2029"])
def test_a_headline_of_another_story_between_paragraphs_is_boilerplate(gap: str):
    line = "Solange: harbour pilots often slept through the evening tide"
    assert boilerplate(article(line, gap=gap)) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Mayor of Port Ellery apologises for the flooded fish market",
        "‘Nothing to hide’: harbour master opens his books to hauliers",
        "Why Port Ellery’s Bridge Was Never Finished in the First Place",
        "It’s Official: Port Ellery Gets Its Own Flag",
    ],
)
def test_headlines_of_several_styles_are_boilerplate(line: str):
    assert boilerplate(article(line)) == [line]


def test_two_headlines_one_after_the_other_are_boilerplate_but_three_may_be_a_list():
    lines = [f"Harbour council puts off its vote on jetty number {number}" for number in range(3)]
    assert boilerplate(article(*lines[:2])) == lines[:2]
    assert boilerplate(article(*lines)) == []


def test_headlines_under_a_label_are_boilerplate_up_to_the_next_paragraph():
    lines = [
        "Related stories",
        "Bridge closed after crash",
        "Hauliers threaten to sue over the detour",
        "Ferry to run until June",
    ]
    assert boilerplate(article(*lines)) == lines


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Hauliers threaten to sue over the detour",
        "READ ALSO | Hauliers threaten to sue.",
        "Related: Hauliers threaten to sue over the detour",
        "FILE PHOTO: Lorries wait at the harbour bridge in Port Ellery, 12 May 2015.",
        "Lorries wait at the harbour bridge in Port Ellery. (Photo: Ellery Press/Ana Rist)",
        "Lorries wait at the harbour bridge. (AP Photo/Ana Rist)",
        "Lorries wait at the harbour bridge. Photo: Ellery Press",
        "Image copyright Ellery Press",
        "Credit: Ana Rist for the Ellery Press",
        "© Ellery Press / Ana Rist",
        "Copyright 2017 Ellery Press. All rights reserved.",
        "Sign up for our newsletter to get the day’s news every evening.",
        "Follow us on Twitter and Facebook.",
        "Share this article on Facebook",
        "ADVERTISEMENT",
        "Story continues below",
        "Tags: bridges, harbours, Port Ellery",
        "This story has been updated with a comment by the hauliers.",
        "This is a developing story.",
        "Editor’s note: The spelling of a name was corrected.",
        "(Reporting by Ana Rist and Bo Quint; Editing by Cy Lund)",
        "Ana Rist in Harwick contributed to this report.",
        "Updated 17 January 2017, 14:05",
    ],
)
def test_the_wording_of_page_furniture_gives_it_away_within_and_after_the_article(line: str):
    assert boilerplate(article(line)) == [line]
    assert boilerplate(article(line, after=len(PARAGRAPHS))) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Read more books, she told the pupils of the harbour school.",
        "Related industries said they would wait for the report.",
        "Photo shops on the quay said that they had sold nothing for a week.",
        "Share prices of the three hauliers fell by a tenth on Monday.",
        "Sign up or lose your berth, the union told the pilots on Monday.",
        "Copyright law does not cover bridges, the lawyer said.",
        "Reporting by the council showed that the piers had cracked in 2009.",
        "Updated rules would ban lorries over five tonnes, the council said.",
        "Tags on the lorries would be read by a camera, he said.",
        "The piers have cracked, the harbour master said. (AFP)",
        "What would a new bridge cost?",
        "“Carts it shall have”",
        "He was not at home",
        "She declined to say why",
        "• A toll of two crowns for every lorry",
        "1. A toll of two crowns for every lorry",
        "the detour leads through the village of Harwick",
        "“We shall sue over every crown of it",
        "Nobody had asked them, the hauliers said",
        "These were her three demands:",
        "QUINT: We were never asked about the bridge",
    ],
)
def test_sentences_quotations_lists_and_questions_belong_to_the_article(line: str):
    assert boilerplate(article(line)) == []


def test_the_articles_own_headline_byline_and_dateline_are_no_boilerplate():
    headline = "Port Ellery closes its old bridge: hauliers cry foul"
    text = article(
        headline, "By Ana Rist and Bo Quint, Staff writers", "HARWICK, Jan 17 (Ellery Press) — Nobody knew.", after=0
    )
    assert boilerplate(text, headline) == []
    assert boilerplate(text, None) == []
    assert bylines(text) == ["By Ana Rist and Bo Quint, Staff writers"]


def test_a_headline_repeated_under_the_byline_is_still_the_articles_own():
    headline = "Port Ellery closes its old bridge: hauliers cry foul"
    text = article(headline, after=1)
    assert boilerplate(text) == [headline]
    assert boilerplate(text, headline.upper()) == []


@pytest.mark.parametrize(
    "line",
    ["By Ana Rist", "BY ANA RIST", "By Ana Rist and Bo Quint", "By Ana de la Rist, Staff writer",
     "By Ana Rist | Ellery Press", "By Meridian Press correspondents", "Ana Rist, Harwick", "Ana Rist, Staff writer",
     "By Ana Rist for the Ellery Press"],
)  # fmt: skip
def test_lines_that_name_the_writer_are_bylines(line: str):
    text = article("Port Ellery closes its bridge", line, after=0)
    assert bylines(text) == [line]
    assert boilerplate(text) == []


@pytest.mark.parametrize(
    "line",
    ["By Monday evening the bridge was closed.", "By Monday Ellery Had No Bridge", "By contrast, nothing moved",
     "By the Sea", "By 2020 Ana Rist", "Paris, London", "by and by"],
)  # fmt: skip
def test_other_lines_are_no_bylines(line: str):
    assert bylines(article("Port Ellery closes its bridge", line, after=0)) == []


def test_a_very_short_line_between_paragraphs_is_a_heading():
    text = article("A bridge for carts")
    assert headings(text) == ["A bridge for carts"]
    assert boilerplate(text) == []


def test_where_no_line_has_final_punctuation_nothing_is_boilerplate():
    lines = [paragraph.rstrip(".") for paragraph in PARAGRAPHS]
    assert boilerplate(article("Solange: harbour pilots often slept through the tide", paragraphs=lines)) == []


def test_lines_broken_at_a_column_are_not_boilerplate():
    text = "\n\n".join(textwrap.fill(paragraph * 2, 72) for paragraph in PARAGRAPHS)
    assert boilerplate(text) == []
    assert boilerplate("\n".join(textwrap.wrap(" ".join(PARAGRAPHS * 3), 72))) == []


def test_a_headline_alone_in_a_text_broken_at_a_column_is_boilerplate():
    line = "Solange: harbour pilots often slept through the evening tide"
    paragraphs = [textwrap.fill(paragraph + " " + paragraph, 72) for paragraph in PARAGRAPHS]
    assert boilerplate(article(line, paragraphs=paragraphs, gap="\n\n")) == [line]


def test_a_sign_off_broken_over_two_lines_gives_both():
    sign_off = (
        "(Reporting by Ana Rist in Port Ellery and Bo Quint in Harwick; Additional\n"
        "reporting by Di Marsh; Editing by Cy Lund)"
    )
    paragraphs = [textwrap.fill(paragraph + " " + paragraph, 72) for paragraph in PARAGRAPHS]
    text = article(sign_off, after=5, paragraphs=paragraphs, gap="\n\n")
    assert boilerplate(text) == sign_off.split("\n")


def test_one_sentence_a_line_is_all_article():
    text = "\n".join(sentence for paragraph in PARAGRAPHS for sentence in (paragraph, "Nobody answered.", "It rained."))
    assert boilerplate(text) == headings(text) == []


def test_verse_is_all_article():
    verse = (
        "The bridge is old, the bridge is low.\n"
        "The carts go over, heavy and slow\n"
        "And nobody knows where the lorries go.\n"
    )
    assert boilerplate(verse * 6) == []


def test_a_transcript_is_all_article():
    lines = [
        f"{name}: We never slept through a tide" for name in ("Solange", "Ferrant", "Solange", "Ferrant", "Solange")
    ]
    text = "\n".join(line for pair in zip(PARAGRAPHS, lines, strict=True) for line in pair) + "\n" + PARAGRAPHS[0]
    assert boilerplate(text) == []


def test_spans_leave_out_the_spaces_around_a_line():
    text = article("   Read more: Hauliers threaten to sue \t")
    assert boilerplate(text) == ["Read more: Hauliers threaten to sue"]


LINES = st.sampled_from(
    [*PARAGRAPHS, "Read more: x", "Related", "By Ana Rist", "A bridge for carts",
     "Solange: pilots slept on", "", " ", "(Photo: A/B)", "“", "ADVERTISEMENT", "1.", "🕊", "a:", ": ", "\u200f", "."]
)  # fmt: skip
BREAKS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028", "\x85", "\x0c"])


@given(
    st.one_of(st.text(), st.tuples(st.lists(LINES), BREAKS).map(lambda drawn: drawn[1].join(drawn[0]))),
    st.none() | LINES,
)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_ordered_spans_inside_it(text: str, headline: str | None):
    groups = [find_boilerplate(text, headline), find_headings(text, headline)]
    assert groups == [find_boilerplate(text, headline), find_headings(text, headline)]
    for spans in (*groups, find_bylines(text), sorted(groups[0] + groups[1])):
        at = 0
        for span in spans:
            assert isinstance(span, Span)
            assert at <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip() == text[span.start : span.end]
            at = span.end
    assert not set(groups[0]) & set(find_bylines(text))


@pytest.mark.parametrize(
    "text",
    ["a b c " * 160_000, "A headline stands here alone\n" * 100_000, "(" * 1_000_000, "\n" * 500_000,
     ("A/" * 200 + "\n") * 2000, ("photo by " * 20 + "\n") * 5000,
     (PARAGRAPHS[0] + "\nSolange: pilots slept through it\n") * 20_000],
    ids=["one line", "100,000 lines", "brackets", "blank", "slashes", "credits", "headlines"],
)  # fmt: skip
def test_a_megabyte_is_read_in_seconds(text: str):
    start = time.process_time()
    find_boilerplate(text)
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Maud Ferrant", ["Maud Ferrant"]),
        ("By Maud Ferrant and Ib van der Solange, Staff writers", ["Maud Ferrant", "Ib van der Solange"]),
        ("By Maud Ferrant in Port Ellery", ["Maud Ferrant"]),
        ("Maud Ferrant, Port Ellery", ["Maud Ferrant"]),
        ("Harbour bridge to close", []),
    ],
)
def test_the_authors_are_the_names_in_the_byline(byline: str, names: list[str]) -> None:
    text = "\n\n".join([byline, *PARAGRAPHS])
    assert [text[a.start : a.end] for a in find_authors(text)] == names
