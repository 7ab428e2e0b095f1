"""Names of people in several spellings: what one name says for and against being another.

A wrong join is worse than a missing one: given names must follow each other in the same order and begin with the same
one, an initial stands for any name it begins, and what is only spelt alike counts with the same office alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

ALIKE = 0.7  # Ratcliff and Obershelp's similarity of surnames, and of given names, from which on they are one name
_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev fr sheikh president vice minister prime premier "
    "chancellor senator ambassador general gen colonel col judge justice king queen prince princess pope".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv phd md mp".split())
# Letters that Unicode does not take apart into a plain one and an accent.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
# What transliterations of one sound are spelt as, in this order; some do without a, h and j.
_SOUNDS = (
    ("[yj](?=[aeiou])", ""), ("tch|sch|sh|ch|zh|ts|dj", "s"), ("kh|gh|ck|[qcgxk]", "k"), ("ph|[vwf]", "f"),
    ("[zs]", "s"), ("[dt]", "t"), ("[eiy]", "i"), ("[ou]", "u"), ("[ahj]", ""),
)  # fmt: skip


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
    return bool(a.surname) and a.surname == b.surname and _given(a, b, _stands_for)


def spelt_alike(a: Name, b: Name) -> bool:
    """Whether both can be one name in two transliterations; proves nothing without an office."""
    return similar(a.surname, b.surname) and _given(a, b, lambda x, y: _stands_for(x, y) or similar(x, y))


def _given(a: Name, b: Name, alike: Callable[[str, str], bool]) -> bool:
    """Whether the fewer given names stand among the others in their order, the first as the first."""
    few, many = sorted((a.given, b.given), key=len)
    rest = iter(many)
    return not few or (alike(few[0], many[0]) and all(any(alike(one, other) for other in rest) for one in few))


def _stands_for(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def similar(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


@lru_cache(20000)
def sound(name: str) -> str:
    """A surname without what transliterations differ in: Gaddafi and Qadhafi are `ktfi`."""
    told = parsed(name).surname
    for spelling, letter in _SOUNDS:
        told = re.sub(spelling, letter, told)
    return re.sub(r"(.)\1+", r"\1", told) or parsed(name).surname
