"""Words of conflicts: how one account is set against another, which words tell of one deed or measured thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .files import Entry, read_yaml, split
from .frames import Frame, Frames, beside, frames_of
from .questions import stem

SETS = ("denying", "rejecting", "calling", "accounts", "untrue", "light", "nobody", "measures", "polls", "plain",
        "counting", "reversals", "ahead", "pro", "con", "dropping", "stances", "refusing", "charging",
        "making")  # fmt: skip
_KEYS = (*SETS, "none", "otherwise", "announcing", "deeds", "figures", "changing")


@dataclass(frozen=True, slots=True)
class Contradictions:
    """The table of conflicts.yaml, which explains its sets of lemmas.

    `none` finds its phrases in a text in lower case, `announcing` are phrases; `deeds` leads from a stem to its group
    and +1 or -1, for the opposite; `figures` from a stem to its group.
    """

    denying: frozenset[str]
    rejecting: frozenset[str]
    calling: frozenset[str]
    accounts: frozenset[str]
    untrue: frozenset[str]
    light: frozenset[str]
    nobody: frozenset[str]
    measures: frozenset[str]
    polls: frozenset[str]
    plain: frozenset[str]
    reversals: frozenset[str]
    ahead: frozenset[str]
    pro: frozenset[str]
    con: frozenset[str]
    counting: frozenset[str]
    dropping: frozenset[str]
    stances: frozenset[str]
    refusing: frozenset[str]
    charging: frozenset[str]
    making: frozenset[str]
    none: re.Pattern[str]
    announcing: tuple[str, ...]
    otherwise: Frames
    changing: Frames
    deeds: dict[str, tuple[int, int]]
    figures: dict[str, str]

    def figure(self, lemma: str) -> str:
        """What a measured noun or its verb is compared by."""
        found = stem(lemma)
        return self.figures.get(found, found)


@lru_cache(maxsize=1)
def contradictions() -> Contradictions:
    """The table of conflicts.yaml.

    Raises:
        LexiconError: when the file has a mistake, with its line.
    """
    table = read_yaml(beside("conflicts.yaml"))
    table.only(*_KEYS)
    sets = {name: frozenset(table.words(name)) for name in SETS}
    deeds: dict[str, tuple[int, int]] = {}
    for number, line in enumerate(_lines(table, "deeds")):
        for sign, side in zip((1, -1), line.split("/"), strict=False):
            for word in split(side):
                deeds.setdefault(stem(word), (number, sign))
    figures = {stem(w): f"={n}" for n, line in enumerate(_lines(table, "figures")) for w in split(line)}
    return Contradictions(
        **sets, none=_any_of(table.words("none")), announcing=table.words("announcing"),
        otherwise=Frames(_frames(table, "otherwise")), changing=Frames(_frames(table, "changing")), deeds=deeds,
        figures=figures,
    )  # fmt: skip


def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b")


def _frames(table: Entry, key: str) -> list[Frame]:
    listed = table.within({"frames": table.value.get(key)})
    return list(frames_of(listed, key))


def _lines(table: Entry, key: str) -> list[str]:
    listed = table.value.get(key)
    if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
        raise table.error(key, f"'{key}' is a list of lines, each of words with commas between")
    return [str(each) for each in listed]


__all__ = ["Contradictions", "contradictions"]
