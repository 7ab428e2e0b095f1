"""Stance: predicates by which somebody is for or against something, and those that only carry a stance on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from verbale.errors import FramesError, LexiconError

from .files import Entry, entries, number, read_yaml
from .frames import Frame, Frames, beside, frames_of, name_of

STANCES = ("support", "oppose", "neutral")
HOLDERS = ("subject", "speaker")


@dataclass(frozen=True, slots=True)
class Group:
    """What the predicates of a group have in common.

    Attributes:
        name: Its name.
        stance: The stance on the argument.
        holder: Who has it: the predicate's subject ("rejects"), or whoever says the sentence ("is unacceptable").
        strength: How surely it shows a stance, 0 to 1.
        only_negated: Whether it shows one only where it is negated ("has not taken a position").
    """

    name: str
    stance: str
    holder: str
    strength: float
    only_negated: bool = False


@dataclass(frozen=True, slots=True)
class Stances:
    """`frames` with their `groups`; `advancing` and `reversing` carry a stance to their own argument.

    `following` predicates take over the stance of somebody else, those named "parting" the opposite one; `views` are
    words for such a stance ("shares that view"). Who wants a plan adopted wants the plan (advancing); who wants a ban
    lifted does not want the ban (reversing).
    """

    frames: Frames
    groups: dict[str, Group]
    advancing: Frames
    reversing: Frames
    obliging: frozenset[str]
    conditions: tuple[str, ...]
    circumstances: frozenset[str]
    silent: frozenset[str]
    alleged: frozenset[str]
    accusing: frozenset[str]
    idle: frozenset[str]
    depending: frozenset[str]
    receiving: frozenset[str]
    sorts: frozenset[str]
    relenting: frozenset[str]
    hedging: frozenset[str]
    naming: frozenset[str]
    voicing: frozenset[str]
    following: Frames
    views: frozenset[str]

    @property
    def heads(self) -> frozenset[str]:
        """The first words of all predicates."""
        return self.frames.heads | self.advancing.heads | self.reversing.heads | self.obliging


@lru_cache(maxsize=4)
def stances(own: Path | None = None) -> Stances:
    """The table of stance.yaml, with a researcher's `own` groups before it.

    Raises:
        LexiconError: when the table has a mistake, with its line; FramesError, when `own` has.
    """
    table = read_yaml(beside("stance.yaml"))
    table.only(
        "obliging",
        "hedging",
        "naming",
        "voicing",
        "conditions",
        "circumstances",
        "silent",
        "alleged",
        "accusing",
        "idle",
        "depending",
        "receiving",
        "sorts",
        "relenting",
        "advancing",
        "reversing",
        "following",
        "views",
        "groups",
    )
    seen: set[str] = set()
    shipped = list(_groups(table, seen))  # first, so that a name given twice is told of the other file
    found = [*_own_groups(own, seen), *shipped] if own else shipped
    groups = {group.name: group for group, _ in found}
    known = [frame for _, frames in found for frame in frames]
    return Stances(
        Frames(known), groups, Frames(_carrying(table, "advancing")), Frames(_carrying(table, "reversing")),
        frozenset(table.words("obliging")), table.words("conditions"),
        frozenset(table.words("circumstances")), frozenset(table.words("silent")),
        frozenset(table.words("alleged")), frozenset(table.words("accusing")),
        frozenset(table.words("idle")), frozenset(table.words("depending")),
        frozenset(table.words("receiving")), frozenset(table.words("sorts")), frozenset(table.words("relenting")),
        frozenset(table.words("hedging")), frozenset(table.words("naming")),
        frozenset(table.words("voicing")), Frames(_carrying(table, "following")), frozenset(table.words("views")),
    )  # fmt: skip


def _own_groups(own: Path, seen: set[str]) -> list[tuple[Group, list[Frame]]]:
    try:
        table = read_yaml(own)
        table.only("groups")
        found = list(_groups(table, seen))
        if not found:
            raise table.error("groups", "a file of frames has at least one group")
    except LexiconError as error:
        advice = error.advice if error.advice != error.default_advice else None
        raise FramesError(error.problem, advice) from error
    return found


def _groups(table: Entry, seen: set[str]) -> Iterator[tuple[Group, list[Frame]]]:
    for entry in entries(table, "groups"):
        entry.only("name", "meaning", "stance", "holder", "strength", "negated", "frames")
        name = name_of(entry, seen)
        stance = entry.choice("stance", STANCES)
        holder = entry.choice("holder", HOLDERS, "subject")
        only = entry.choice("negated", ("only", "too"), "too") == "only"
        yield Group(name, stance, holder, number(entry, "strength", 0.9), only), list(frames_of(entry, name))


def _carrying(table: Entry, key: str) -> Iterator[Frame]:
    for entry in entries(table, key):
        entry.only("name", "meaning", "frames")
        yield from frames_of(entry, entry.text("name") or key)
