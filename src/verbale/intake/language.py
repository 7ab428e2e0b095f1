"""Which language a text is in."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

ENGLISH = "en"
_LOOKED_AT = 3_000
_FEWEST_WORDS = 8
_FEWEST_FOREIGN_LETTERS = 20
_WORD = re.compile(r"[^\W\d_]+")
# Accents that a decomposed or decorated text carries apart from its letters.
_LOOSE_ACCENTS = re.compile(r"[\u0300-\u036f\u0483-\u0489]+")
# No other language has these so often; seeing them spares loading the classifier, and keeps an
# article full of foreign names English.
_ENGLISH_WORDS = frozenset("the of and to that said with for".split())
_ENGLISH_SHARE = 0.12


def language_of(text: str) -> str:
    """The language of a text, ISO 639-1, from its first 3,000 characters.

    By py3langid (Lui and Baldwin 2012). Texts of fewer than eight words count as English, unless
    they are plainly in another script.
    """
    sample = _LOOSE_ACCENTS.sub("", unicodedata.normalize("NFKC", text[:_LOOKED_AT]))
    words = _WORD.findall(sample.lower())
    foreign = sum(map(_foreign, sample))
    if foreign < _FEWEST_FOREIGN_LETTERS and len(words) < _FEWEST_WORDS or _plainly_english(words):
        return ENGLISH
    language: str = _classifier().classify(sample)[0]
    return language


def _plainly_english(words: list[str]) -> bool:
    seen = [word for word in words if word in _ENGLISH_WORDS]
    return len(set(seen)) > 1 and len(seen) >= _ENGLISH_SHARE * len(words)


def _foreign(character: str) -> bool:
    """Whether it is a letter of another script than Latin."""
    return character > "\u024f" and character.isalpha() and not unicodedata.name(character, "").startswith("LATIN")


@cache
def _classifier() -> Any:
    from py3langid import langid

    langid.classify("load")
    return langid
