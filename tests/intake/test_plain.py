"""The headline and the date above the first paragraph of a plain text."""

from __future__ import annotations

import pytest

from verbale.intake import read_bytes

BODY = 'The Tarn ferry will stop in May, Lena Okafor said on Tuesday. "The ice is too thin," she told reporters.\n'
SECOND = "Nobody on the island had been asked, the harbour master said.\n"
LONG = BODY.rstrip("\n") + " Nobody on the island had been asked, the harbour master said.\n"


def headline(text: str) -> str | None:
    article, _ = read_bytes(text.encode())
    assert article.text == text
    return article.headline


def published(text: str) -> str | None:
    return read_bytes(text.encode())[0].published


@pytest.mark.parametrize(
    "first",
    [
        "Tarn ferry to stop in May as ice thins",
        "Okafor calls ferry fee 'a tax on bread'",
        "“Too thin”: why the Tarn ferry stops",
        "4,000 islanders lose their ferry",
        "TARN FERRY TO STOP IN MAY",
    ],
)
@pytest.mark.parametrize(
    "between",
    ["\n\n", "\r\n\r\n", "\nBy Jo Brand\n\n", "\n\nBy Jo Brand and Ida Moss, Staff writers\n", "\n3 March 2025\n",
     "\nTARN, March 3 (Courier) - ", "\n\nLENDAL — ", "\n(Courier) - ", "\n\nIslanders were not asked\n\n"],
)  # fmt: skip
def test_a_short_first_line_without_a_stop_above_the_article_is_its_headline(first: str, between: str):
    assert headline(first + between + BODY + SECOND) == first


def test_a_headline_may_stand_right_above_a_long_paragraph():
    assert headline(f"Tarn ferry to stop in May\n{LONG}") == "Tarn ferry to stop in May"


def test_a_question_is_a_headline_only_above_a_byline_or_a_dateline():
    assert headline(f"Who will pay for the ferry?\nBy Jo Brand\n\n{BODY}") == "Who will pay for the ferry?"
    assert headline(f"Who will pay for the ferry?\n\n{BODY}") is None


@pytest.mark.parametrize(
    "text",
    [
        BODY + "\n" + SECOND,
        f"The ferry stops in May.\n\n{BODY}",
        f'"The ice is too thin"\n\n{BODY}',
        f"Ferries\n\n{BODY}",
        f"Lena Okafor announced this:\n\n{BODY}",
        f"- the ferry stops in May\n\n{BODY}",
        f"By Jo Brand\n\n{BODY}",
        f"Tuesday, March 3, 2025\n\n{BODY}",
        "The Tarn ferry will stop in May,\nLena Okafor said on Tuesday, and\nnobody had been asked.\n",
        "The ferry goes at nine\n\nThe ferry goes at ten\n\nThe ferry goes at noon\n",
        "Tarn ferry to stop in May",
        "of the ferry and the ice\n\n" + BODY,
    ],
)
def test_other_first_lines_are_no_headline(text: str):
    assert headline(text) is None


def test_a_given_headline_goes_before_the_first_line():
    article, _ = read_bytes(f"Ferry to stop in May\n\n{BODY}".encode(), headline="No ferry")
    assert article.headline == "No ferry"


@pytest.mark.parametrize(
    "line",
    [
        "Published: 3 March 2025",
        "Published on March 3, 2025 at 10:15 GMT",
        "Tuesday, March 3, 2025",
        "Mon 3 Mar 2025 11.40 CET",
        "3rd March 2025",
        "2025-03-03",
        "2025-03-03T10:15Z",
        "By Jo Brand | March 3, 2025 | 4 min read",
        "By Jo Brand, 3 March 2025",
        "(Courier) - 3 March 2025",
        "Tarn Courier · Mar. 3, 2025",
        "Updated: 5 March 2025\nPublished: 3 March 2025",
    ],
)
def test_a_full_date_above_the_first_paragraph_is_that_of_publication(line: str):
    assert published(f"Tarn ferry to stop in May\n\n{line}\n\n{BODY}") == "2025-03-03"


@pytest.mark.parametrize(
    "dateline",
    ["LENDAL, March 3, 2025 (Courier) - ", "LENDAL, 3 March 2025 — ", "Lendal (Courier), 3 March 2025 -- "],
)
def test_so_is_the_full_date_of_a_dateline(dateline: str):
    assert published(f"Tarn ferry to stop in May\n\n{dateline}{BODY}") == "2025-03-03"


@pytest.mark.parametrize(
    "text",
    [
        f"LENDAL, March 3 (Courier) - {BODY}",
        f"What happened on March 3, 2025\n\n{BODY}",
        f"03/04/2025\n\n{BODY}",
        f"31 February 2025\n\n{BODY}",
        f"{BODY}\nPublished: 3 March 2025\n",
        f"LENDAL - The ferry stopped on March 3, 2025, and {BODY}",
    ],
)
def test_any_other_day_leaves_the_article_without_a_date(text: str):
    assert published(text) is None


def test_a_date_taken_from_the_text_is_noted_and_a_given_one_goes_before_it():
    text = f"3 March 2025\n\n{BODY}".encode()
    _, (note,) = read_bytes(text)
    assert note.code == "date-from-text"
    assert "2025-03-03" in note.message
    article, notes = read_bytes(text, published="2025-03-04")
    assert (article.published, notes) == ("2025-03-04", ())


def test_a_date_to_come_is_noted_wherever_it_stands():
    _, notes = read_bytes(f"3 March 2999\n\n{BODY}".encode())
    assert [note.code for note in notes] == ["future-date", "date-from-text"]
