"""Which language a text is in."""

from __future__ import annotations

import math
import re
import unicodedata

ENGLISH = "en"
_LOOKED_AT = 3_000
_FEWEST_WORDS = 8
_FEWEST_FOREIGN_LETTERS = 20
_WORD = re.compile(r"[^\W\d_]+")
# Decorated letters would hide English words: "s̶a̶i̶d̶".
_ACCENTS = re.compile(r"[\u0300-\u036f\u0483-\u0489]+")
# No other language has these so often; seeing them spares loading the classifier, and keeps an
# article full of foreign names English.
_ENGLISH_WORDS = frozenset("the of and to that said with for on from told says who his they".split())
_ENGLISH_SHARE = 0.12
# An article may go on in translation; it is in the language it begins with.
_FIRST_WORDS = 60
# Odds of nine to one against English.
_SURE = math.log(9)


def language_of(text: str) -> str:
    """The language of a text, ISO 639-1, from its first 3,000 characters.

    By py3langid (Lui and Baldwin 2012). Texts of fewer than eight words count as English, unless
    they are plainly in another script.
    """
    sample = unicodedata.normalize("NFKC", text[:_LOOKED_AT])
    words = _WORD.findall(_ACCENTS.sub("", unicodedata.normalize("NFD", sample.lower())))
    short = len(words) < _FEWEST_WORDS and sum(map(_foreign, sample)) < _FEWEST_FOREIGN_LETTERS
    english = _plainly_english(words) or _plainly_english(words[:_FIRST_WORDS])
    return ENGLISH if short or english else _classified(sample)


def _plainly_english(words: list[str]) -> bool:
    seen = [word for word in words if word in _ENGLISH_WORDS]
    return len(set(seen)) > 1 and len(seen) >= _ENGLISH_SHARE * len(words)


def _foreign(character: str) -> bool:
    """Whether it is a letter of another script than Latin."""
    return character > "\u024f" and character.isalpha() and not unicodedata.name(character, "").startswith("LATIN")


def _classified(sample: str) -> str:
    """The likeliest language that has a code of two letters; English unless another is far likelier."""
    from py3langid import langid

    scores = {language: score for language, score in langid.rank(sample) if len(language) == 2}
    best = max(scores, key=scores.__getitem__)
    # The classifier's log-likelihoods are calibrated by the square root of the length.
    lead = (scores[best] - scores[ENGLISH]) / math.sqrt(len(sample.encode("utf-8", "surrogatepass")) or 1)
    return best if lead > _SURE else ENGLISH
