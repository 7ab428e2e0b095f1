"""How names are compared: without case, accents, apostrophes, hyphens and a leading "the"."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

Value = TypeVar("Value")

# Letters that Unicode does not take apart, and marks beyond ASCII that don't matter.
PLAIN = str.maketrans(
    {
        "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
        "ı": "i", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss", "ħ": "h", "Ħ": "H", "ə": "a", "Ə": "A",
        "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "’": None, "‘": None, "ʼ": None, "ʻ": None, "´": None,
        "ʿ": None, "ʾ": None,
    }
)  # fmt: skip
POSSESSIVES = ("'s", "’s", "'S", "’S", "s'", "s’")


@lru_cache(maxsize=8192)
def tidy(text: str) -> str:
    """The name as it is spelled, without surrounding space, "the", a possessive ending and dots."""
    text = " ".join(text.split())
    if text.endswith(POSSESSIVES):
        text = text[:-2] if text[-1] in "sS" else text[:-1]
    if text[:4].lower() == "the " and len(text) > 4:
        text = text[4:]
    return text.replace(".", "")


def fold(text: str) -> str:
    """The name as it is compared.

    >>> fold("The Côte d’Ivoire"), fold("Guinea-Bissau"), fold("Łódź")
    ('cote divoire', 'guinea bissau', 'lodz')
    """
    return fold_tidy(tidy(text))


@lru_cache(maxsize=8192)
def fold_tidy(tidied: str) -> str:
    """`fold` for a name that `tidy` would leave as it is but for dots."""
    if tidied.isascii():
        if tidied.replace(" ", "").isalnum():
            return tidied.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", tidied.translate(PLAIN))
        tidied = "".join(c for c in decomposed if not unicodedata.combining(c))
    for mark, instead in (("'", ""), ("`", ""), (".", ""), ("-", " "), ("_", " ")):
        tidied = tidied.replace(mark, instead)
    return " ".join(tidied.casefold().split())


class Index(Generic[Value]):
    """Names and what they stand for; the first of two equal names is kept.

    A name all in lower case is found only when the table spells it so, because "turkey" is a bird
    and "polish" a verb. Abbreviations of up to three capitals are found only in capitals ("US", "WHO"
    and "U.S." are, "us" and "who" are not); longer ones also as "Nato".
    """

    __slots__ = ("_folded", "_spelled")

    def __init__(self, named: Iterable[tuple[str, Value]] = ()) -> None:
        self._spelled: dict[str, Value] = {}
        self._folded: dict[str, Value] = {}
        for name, value in named:
            self.add(name, value)

    def add(self, name: str, value: Value) -> None:
        spelled = tidy(name)
        self._spelled.setdefault(spelled, value)
        if len(spelled) > 3 or not spelled.isupper():
            self._folded.setdefault(fold_tidy(spelled), value)

    def get(self, text: str) -> Value | None:
        spelled = tidy(text)
        found = self._spelled.get(spelled)
        if found is None and not spelled.islower():
            found = self._folded.get(fold_tidy(spelled))
        return found

    def __contains__(self, text: str) -> bool:
        return self.get(text) is not None

    def __iter__(self) -> Iterator[str]:
        """Every name as the table spells it, without dots and "the"."""
        return iter(self._spelled)

    def __len__(self) -> int:
        return len(self._spelled)
