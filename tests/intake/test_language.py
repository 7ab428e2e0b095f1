from __future__ import annotations

import pytest

from tests.hostile.articles import ARABIC, CHINESE, ENGLISH, GERMAN, RUSSIAN, SPANISH
from verbale.intake.language import language_of

ARTICLES = [(ENGLISH, "en"), (GERMAN, "de"), (SPANISH, "es"), (RUSSIAN, "ru"), (ARABIC, "ar"), (CHINESE, "zh")]


@pytest.mark.parametrize(("text", "language"), ARTICLES, ids=[language for _, language in ARTICLES])
def test_articles_are_told_by_their_language(text: str, language: str):
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "said", "Nein, sagte sie.", "لا", "Port stays closed, says harbour master"])
def test_texts_too_short_to_tell_count_as_english(text: str):
    assert language_of(text) == "en"


def test_few_words_in_another_script_are_no_english():
    assert language_of(CHINESE[:40]) == "zh"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Minister Juhász Gergő and Szabó Zsófia said in Székesfehérvár: Orosháza, Kecskemét, Gyöngyös wait.", "en"),
        ("Rates rise again; analysts expect no change before summer, bank says.", "en"),
        ("Die Ministerin sagte am Dienstag, der Hafen bleibe bis zum Ende der Woche geschlossen.", "de"),
        ("La ministra dijo el martes que el puerto seguirá cerrado hasta el fin de semana.", "es"),
    ],
)
def test_one_sentence_is_enough(text: str, language: str):
    assert language_of(text) == language


def test_an_article_is_in_the_language_it_begins_with():
    assert language_of(ENGLISH + RUSSIAN + GERMAN) == "en"


def test_only_the_beginning_is_looked_at():
    assert language_of(GERMAN * 20 + ENGLISH * 20) == "de"


def test_struck_out_letters_are_read_through():
    assert language_of("".join(letter + "\u0336" for letter in ENGLISH)) == "en"
