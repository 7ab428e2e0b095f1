"""Deeds: predicates that tell what one actor does to another, with their PLOVER class (Halterman et al. 2023)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import cast, get_args

from verbale.record import EventClass

from .files import Entry, entries, number, read_yaml
from .frames import Frame, Frames, beside, frames_of, name_of

CLASSES: tuple[str, ...] = get_args(EventClass)
STRENGTH = 0.8  # of the frames that fired on the training part of plv, 86 % were right


@dataclass(frozen=True, slots=True)
class Deed:
    """What the predicates of a group tell: `mode` is PLOVER's, `strength` (0 to 1) how surely it is such a deed.

    `direct`: only the argument itself can be who it is done to, and nobody within its phrase.
    """

    name: str
    class_: EventClass
    mode: str | None
    strength: float
    direct: bool


@dataclass(frozen=True, slots=True)
class DeedWords:
    """`frames`, whose groups are the names of `deeds`."""

    frames: Frames
    deeds: dict[str, Deed]


@lru_cache(maxsize=1)
def deed_words() -> DeedWords:
    """The table of deeds.yaml.

    Raises:
        LexiconError: when the file has a mistake, with its line.
    """
    table = read_yaml(beside("deeds.yaml"))
    table.only("groups")
    deeds: dict[str, Deed] = {}
    known: list[Frame] = []
    for entry in entries(table, "groups"):
        deed = _deed(entry, set(deeds))
        deeds[deed.name] = deed
        known += frames_of(entry, deed.name)
    return DeedWords(Frames(known), deeds)


def _deed(entry: Entry, seen: set[str]) -> Deed:
    entry.only("name", "meaning", "class", "mode", "direct", "strength", "frames")
    class_ = cast(EventClass, entry.choice("class", CLASSES))
    strength = number(entry, "strength", STRENGTH)
    return Deed(name_of(entry, seen), class_, entry.text("mode"), strength, entry.flag("direct"))
