"""Meetings: their nouns, and predicates that tell who takes part in one and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from verbale.record import Role, Status

from .files import Entry, entries, read_yaml
from .frames import Frame, Frames, beside, frames_of, name_of

ROLES = ("host", "organiser", "invitee", "mediator", "moderator", "party", "observer")
NOTHING = "none"  # as a status: nothing follows
STATUSES = ("proposed", "invited", "not invited", "accepted", "declined", "attended", "undecided", "offered", "agreed",
            "confirmed", "withdrawn")  # fmt: skip
SETS = ("calls", "chambers", "rooms", "sent", "agreeing", "offering", "confirming", "planning", "setting", "gathering",
        "of_meetings", "calling", "talking", "asking", "weighing", "travelling",
        "receiving", "debating", "ahead", "answering", "sittings", "bringing", "moving")  # fmt: skip
ONLY = ("asked", "side", "named", "")
STATES = ("planned", "postponed", "held", "cancelled")


@dataclass(frozen=True, slots=True)
class Part:
    """What the predicates of a group say of somebody's part in a meeting.

    Attributes:
        name: The group's name.
        who: Where the one who takes part stands: subject, object, possessor, recipient, or a preposition.
        role: As what.
        status: How far it has come, by a plain sentence in the past tense; None where nothing follows.
        negated: The status where it is negated; None where nothing follows.
        future: The status where it will or would be so; None where nothing follows.
        home: Whether it holds only of who has the meeting in its own country.
        only: Of whom it holds: of one who was "asked", of a "side", of a "named" person; empty for everybody.
        also: The names of groups that the same predicates tell of, too.
    """

    name: str
    who: str
    role: Role
    status: Status | None
    negated: Status | None
    future: Status | None
    home: bool = False
    only: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """`nouns` are lemmas of meetings; `states` are frames whose group is the state of the meeting they tell of.

    `sent` are lemmas of those who come for a state or a body; the other sets are lemmas that participation.yaml
    explains. `calls` and `chambers` stand among the nouns, too.
    """

    frames: Frames
    parts: dict[str, Part]
    nouns: frozenset[str]
    states: Frames
    calls: frozenset[str]
    chambers: frozenset[str]
    rooms: frozenset[str]
    sent: frozenset[str]
    agreeing: frozenset[str]
    offering: frozenset[str]
    confirming: frozenset[str]
    planning: frozenset[str]
    moving: frozenset[str]
    setting: frozenset[str]
    gathering: frozenset[str]
    of_meetings: frozenset[str]
    calling: frozenset[str]
    talking: frozenset[str]
    asking: frozenset[str]
    weighing: frozenset[str]
    travelling: frozenset[str]
    receiving: frozenset[str]
    debating: frozenset[str]
    ahead: frozenset[str]
    answering: frozenset[str]
    sittings: frozenset[str]
    bringing: frozenset[str]

    def told_by(self, group: str) -> tuple[Part, ...]:
        """The parts that the predicates of a group tell of."""
        return (self.parts[group], *(self.parts[other] for other in self.parts[group].also))


@lru_cache(maxsize=1)
def meeting_words() -> MeetingWords:
    """The table of participation.yaml.

    Raises:
        LexiconError: when the file has a mistake, with its line.
    """
    table = read_yaml(beside("participation.yaml"))
    table.only("meetings", *SETS, "groups", "states")
    parts: dict[str, Part] = {}
    known: list[Frame] = []
    for entry in entries(table, "groups"):
        part = _part(entry, set(parts))
        parts[part.name] = part
        if "frames" in entry.value:
            known += frames_of(entry, part.name)
    for entry, part in zip(entries(table, "groups"), tuple(parts.values()), strict=True):
        if unknown := [name for name in part.also if name not in parts]:
            raise entry.error("also", f"there is no group named '{unknown[0]}'")
    sets = {name: frozenset(table.words(name)) for name in SETS}
    nouns = frozenset(table.words("meetings")) | sets["calls"] | sets["chambers"]
    return MeetingWords(Frames(known), parts, nouns, Frames(_states(table)), **sets)


def _part(entry: Entry, seen: set[str]) -> Part:
    entry.only("name", "meaning", "who", "role", "status", "negated", "future", "home", "only", "also", "frames")
    name = name_of(entry, seen)
    who = entry.text("who") or "subject"
    role = cast(Role, entry.choice("role", ROLES))
    status, negated, future = (_status(entry, key) for key in ("status", "negated", "future"))
    only = entry.choice("only", ONLY, "")
    return Part(name, who, role, status, negated, future, entry.flag("home"), only, entry.words("also"))


def _status(entry: Entry, key: str) -> Status | None:
    told = entry.choice(key, (*STATUSES, NOTHING)) if key in entry.value or key == "status" else NOTHING
    return None if told == NOTHING else cast(Status, told)


def _states(table: Entry) -> Iterator[Frame]:
    for entry in entries(table, "states"):
        entry.only("name", "meaning", "frames")
        yield from frames_of(entry, entry.choice("name", STATES))
