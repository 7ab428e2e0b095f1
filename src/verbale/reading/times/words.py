"""The table of words that change how a date is read, made ready for use."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..lexicon.files import Entry, read_yaml

CALENDAR = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|Sept\."
    r"|October|November|December|Today|TODAY|Tomorrow|Tonight|Spring|Summer|Fall|Winter|20th|21st|Twentieth|Twenty-First"
    r"|Week|Year)\b|Sept\."
)


@dataclass(frozen=True, slots=True)
class Words:
    """What `lexicon/times.yaml` holds.

    Attributes:
        names: For the calendar word of a name, its first letters, offset in the name and the name.
        holidays: Month and day of days with a name.
        counted: Matches, after a figure, words that make it a number of things.
        past: Words that look back.
        heads: Words that look ahead, and first words of phrases that do.
        phrase: Matches what looks ahead, in lower case, at its first word, with a participle that follows.
        may_before: Finds the surname May.
    """

    names: dict[str, tuple[tuple[int, str], ...]]
    holidays: dict[str, tuple[int, int]]
    counted: re.Pattern[str]
    past: frozenset[str]
    heads: frozenset[str]
    phrase: re.Pattern[str]
    may_before: re.Pattern[str]


@lru_cache(maxsize=1)
def words(path: Path = Path(__file__).parent.with_name("lexicon") / "times.yaml") -> Words:
    """The table, read once.

    Raises:
        LexiconError: when the file is missing or has a mistake, with its line.
    """
    table = read_yaml(path)
    table.only("names", "holidays", "counted", "future", "past", "may_before")
    future = table.within(_mapping(table, "future"), "future")
    future.only("words", "be", "between", "being", "wishing", "asking")
    return Words(
        names=_names(table.words("names")),
        holidays=_holidays(table),
        counted=re.compile(rf"\s(?:{_any(table.words('counted'))})\b"),
        past=frozenset(table.words("past")),
        heads=frozenset(word for key in ("words", "be", "being", "wishing", "asking") for word in future.words(key)),
        phrase=_phrase(future),
        may_before=re.compile(rf"\b(?:{_any(table.words('may_before'))})\.? May\b"),
    )


def _any(listed: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(listed, key=len, reverse=True))


def _names(listed: tuple[str, ...]) -> dict[str, tuple[tuple[int, str], ...]]:
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for name in listed:
        for match in CALENDAR.finditer(name):
            found[match.group()].append((match.start(), name))
    return {word: tuple(names) for word, names in found.items()}


def _holidays(table: Entry) -> dict[str, tuple[int, int]]:
    days = _mapping(table, "holidays")
    return {str(name): (int(str(day)[:2]), int(str(day)[3:])) for name, day in days.items()}


def _mapping(table: Entry, key: str) -> Mapping[str, object]:
    found = table.value.get(key)
    if not isinstance(found, dict):
        raise table.error(key, f"'{key}' is a mapping")
    return found


def _phrase(future: Entry) -> re.Pattern[str]:
    be, between, being = (_any(future.words(key)) for key in ("be", "between", "being"))
    wishing, asking = _any(future.words("wishing")), _any(future.words("asking"))
    alone = _any(future.words("words"))
    return re.compile(
        rf"(?:(?:{be})\s(?:(?:{between})\s)?(?:{being})\b|(?:{being})\sto\b|(?:{wishing})\s(?:to|for|until)\b|"
        rf"(?:{asking})\s(?:[\w'’-]{{1,30}}\s){{0,4}}to\b|(?:{alone})\b(?:\s(?:{between})\b)?)"
        r"(?:(?:\sto)?\sbe\s[\w'’-]+)?"
    )
