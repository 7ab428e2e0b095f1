"""The scanner: all rules of the grammar as one alternation, and before it a look at how expressions begin.

Most words of a text begin no expression. A trie over the words that can, spelt out as nested alternatives that the
engine skips by their first character, turns them away before the rules are tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .grammar import CENTURIES, MONTHS, NUMBERS, PARTS, RULES, SEASONS, UNITS, WEEKDAYS, YEAR, S

_PLACES = ("start", "beginning", "middle", "end", "close", "rest", "remainder")
_TURNS = ("past", "last", "next", "coming", "current", "previous", "preceding", "following", "same")
_ORDINALS = ("first", "second", "third", "fourth", "final", "latter")
_WHOLES = ("week", "month", "year", "decade", "centur", "quarter", "day", *PARTS)
_AMOUNTS = (*NUMBERS, "several", "many", "few", "some", "half")
_ALONE = (
    "early", "late", "earlier", "later", "last", "next", "mid", "past", "coming", "previous", "preceding",
    "every", "each", "today", "tonight", "yesterday", "tomorrow", "noon", "year-", "year's", "year’s",
    "1st", "2nd", "3rd", "4th", *_ORDINALS, *CENTURIES, *SEASONS, *PARTS, *_PLACES,
)  # fmt: skip

Trie = dict[str, "Trie"]


def compiled(holidays: Iterable[str]) -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    """The scanner, one alternation whose group names are the rules, and for each rule its pattern with pieces."""
    names = sorted(holidays, key=len, reverse=True)
    alternatives = "|".join(re.escape(name).replace("'", "['’]") for name in names)
    rules = {"holiday": rf"(?P<holiday>{alternatives})(?:,?{S}(?P<year>{YEAR}))?", **RULES}
    whole = "|".join(f"(?P<{rule}>{_unnamed(pattern)})" for rule, pattern in rules.items())
    scanner = re.compile(rf"\b(?={_beginnings(names)})(?:{whole})(?!\w)")
    return scanner, {rule: re.compile(rf"(?:{pattern})(?!\w)") for rule, pattern in rules.items()}


def _unnamed(pattern: str) -> str:
    return re.sub(r"\(\?P<(?!mark)\w+>", "(?:", pattern)


def _beginnings(holidays: Iterable[str]) -> str:
    """What an expression can begin with."""
    capitals = [spelt for name in (*WEEKDAYS, *MONTHS) for spelt in (name[:3], name[:3].upper())]
    amounts = rf"\d{{1,3}}{S}|{_tree(_AMOUNTS)}"
    units = _tree((*UNITS[:-1], "centur"))
    some = rf"(?:-[A-Za-z]{{3,5}})?{S}(?:{units}|{_tree(('and', 'few', 'couple', 'half', 'o'))})"
    the = rf"{S}(?:{_tree((*_PLACES, *_TURNS, *_WHOLES, *_ALONE), capitals)}|['’\d])"
    this = rf"{S}(?:{_tree((*_WHOLES, *_TURNS, *SEASONS, 'very'), capitals)})"
    lead = rf"{S}(?:[a-z]{{2,6}}{S}){{0,2}}(?:{amounts})"
    return "|".join(
        (
            _tree(_ALONE, [*capitals, *(name[:4] for name in holidays)]),
            r"\d|Q[1-4]|H[12]",
            f"{_tree(_AMOUNTS)}{some}",
            rf"{_tree((*UNITS[:-1], 'centur'))}(?:s|ies)?{S}",
            f"{_tree(('the',))}{the}",
            f"{_tree(('this', 'that', 'these', 'those'))}{this}",
            f"{_tree(('for', 'within', 'over', 'in'))}{lead}",
        )
    )


def _tree(words: Iterable[str], exact: Iterable[str] = ()) -> str:
    """Some words in either case, and some as they are, as nested alternatives."""
    root: Trie = {}
    for letters in (*map(_letters, words), *(list(map(re.escape, word)) for word in exact)):
        node = root
        for letter in letters:
            node = node.setdefault(letter, {})
        node[""] = {}
    return f"(?:{'|'.join(_branches(root))})"


def _letters(word: str) -> list[str]:
    return [f"[{each}{each.upper()}]" if each.isalpha() else re.escape(each) for each in word]


def _branches(node: Trie) -> Iterator[str]:
    for letter, below in node.items():
        if letter and "" in below:
            yield letter
        elif letter:
            inner = list(_branches(below))
            yield letter + (inner[0] if len(inner) == 1 else f"(?:{'|'.join(inner)})")
