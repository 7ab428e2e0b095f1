"""Names of people in several spellings: what one name says for and against being another.

A wrong join is worse than a missing one: given names must follow each other in the same order and begin with the same
one, an initial stands for any name it begins, and what is only spelt alike counts with the same office alone.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

ALIKE = 0.75  # Ratcliff and Obershelp's similarity of surnames, and of given names, from which on they are one name
_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev fr sheikh president vice minister prime premier "
    "chancellor senator ambassador general gen colonel col judge justice king queen prince princess pope".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv phd md mp".split())
# Letters that Unicode does not take apart into a plain one and an accent.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
# What transliterations of one sound are spelt as, in this order.
_SOUNDS = ((r"tch|sch|sh|ch|zh|ts|dj", "s"), ("kh|gh|ck|[qcgxk]", "k"), ("ph|[vwf]", "f"), ("[zs]", "s"), ("[dt]", "t"))


class Name(NamedTuple):
    """A person's name: given names and surname, in small letters without accents, titles and suffixes."""

    given: tuple[str, ...]
    surname: str


@lru_cache(20000)
def fold(name: str) -> str:
    """A name in small letters without accents, apostrophes, points and hyphens."""
    plain = unicodedata.normalize("NFKD", name.casefold()).translate(_PLAIN)
    letters = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’`")
    return " ".join(re.sub(r"[.\-‐‑–]", " ", letters).split())


@lru_cache(20000)
def parsed(name: str) -> Name:
    words = fold(name).split()
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
    return Name(tuple(words[:-1]), words[-1] if words else "")


def agree(a: Name, b: Name) -> bool:
    """Whether both can be one person's: same surname, and the given names of the shorter stand in the longer."""
    if a.surname != b.surname or not a.surname:
        return False
    few, many = sorted((a.given, b.given), key=len)
    return not few or (_stands_for(few[0], many[0]) and _within(few, many))


def _within(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    rest = iter(many)
    return all(any(_stands_for(one, other) for other in rest) for one in few)


def _stands_for(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def spelt_alike(a: Name, b: Name) -> bool:
    """Whether both can be one name in two transliterations; proves nothing without an office."""
    if not similar(a.surname, b.surname):
        return False
    few, many = sorted((a.given, b.given), key=len)
    return not few or any(_stands_for(few[0], each) or similar(few[0], each) for each in many)


def similar(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def sound(name: str) -> str:
    """The consonants of a surname, those alike in transliterations under one letter: Zarif and Zareef are `srf`."""
    told = parsed(name).surname
    for spelling, letter in _SOUNDS:
        told = re.sub(spelling, letter, told)
    told = re.sub(r"(.)\1+", r"\1", re.sub("[aeiouyhj]", "", told))
    return told if len(told) > 1 else parsed(name).surname
