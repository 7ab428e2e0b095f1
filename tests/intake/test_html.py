from __future__ import annotations

import pytest

from tests.hostile.inputs import HOSTILE
from verbale.errors import EmptyArticle, NotText
from verbale.intake import read_bytes
from verbale.intake.html import is_page
from verbale.record import Article, Reader, Record
from verbale.views.page import render

PARAGRAPHS = [
    "The ferry across the Upper Tarn will not sail before Easter, transport minister Lena Okafor said on Tuesday.",
    "“No ship leaves before the ice does,” Okafor told reporters at the pier, where the boats have lain since January.",
    "Fishermen on the northern bank said they had not been asked, and called for a hearing in the county council.",
    "The council’s chairwoman, Maren Dahlqvist, said that a hearing was planned for the first week of the next month.",
]
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="{charset}"><title>Ferry stays in port | Tarn Courier</title>
<meta property="og:site_name" content="Tarn Courier"><meta property="og:title" content="Ferry stays in port">
<meta property="article:published_time" content="{date}">
<link rel="canonical" href="https://courier.example/ferry"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Ferry stays in port</h1>{paragraphs}</article>
<footer>All rights reserved by nobody.</footer><script>track("said")</script></body></html>
"""


def page(date: str = "2024-03-12", charset: str = "utf-8") -> bytes:
    paragraphs = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    return PAGE.format(date=date, charset=charset, paragraphs=paragraphs).encode(charset)


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_the_article_of_a_page_and_what_the_page_says_of_it(charset: str):
    article, notes = read_bytes(page(charset=charset))
    assert [line for line in article.text.splitlines() if line != "Ferry stays in port"] == PARAGRAPHS
    assert (article.headline, article.publisher) == ("Ferry stays in port", "Tarn Courier")
    assert (article.published, article.url) == ("2024-03-12", "https://courier.example/ferry")
    assert article.language == "en"
    assert notes == ()


def test_what_is_given_goes_before_what_the_page_says():
    article, _ = read_bytes(
        page(), published="2024-03-11", publisher="A Wire", headline="No ferry", url="https://wire.example/1"
    )
    given = (article.published, article.publisher, article.headline, article.url)
    assert given == ("2024-03-11", "A Wire", "No ferry", "https://wire.example/1")


def test_scripts_and_menus_are_no_part_of_the_article():
    article, _ = read_bytes(HOSTILE["html-full-of-scripts"]())
    assert "said a script" not in article.text
    assert "number 77" not in article.text


def test_a_page_too_deep_for_the_extractor_still_gives_its_paragraphs():
    article, _ = read_bytes(HOSTILE["html-10000-deep"]())
    assert article.text.startswith("The port of Saint-Aubrac")
    assert "<" not in article.text


@pytest.mark.parametrize(
    "data",
    [
        HOSTILE["html-without-article"](),
        b"<!doctype html><title>Nothing</title>",
        b"<html><body><p> </p><p><script>said()</script></p></body></html>",
    ],
)
def test_a_page_without_a_body_is_refused(data: bytes):
    with pytest.raises(EmptyArticle, match="page"):
        read_bytes(data)


def test_a_page_that_verbale_wrote_is_no_article():
    record = Record(reader=Reader("1", "m"), article=Article(text="Nobody spoke. The sea was calm."))
    with pytest.raises(NotText, match=r"Verbale wrote.* record"):
        read_bytes(render([record]).encode())


@pytest.mark.parametrize(
    "text",
    ["<!DOCTYPE html><p>x", "\ufeff\n<HTML>", '<?xml version="1.0"?>\n<!-- a -->\n<html lang="en">', "<p>No.</p>"],
)
def test_pages_are_told_by_how_they_begin(text: str):
    assert is_page(text)


@pytest.mark.parametrize("text", ["", "<< No >>, she said.", "He wrote <html> on the board.", "<pause> No.", "a < b"])
def test_texts_with_angle_brackets_are_no_pages(text: str):
    assert not is_page(text)
