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
STATUSES = ("proposed", "invited", "not invited", "accepted", "declined", "attended", "undecided", "offered", "agreed",
            "confirmed", "withdrawn")  # fmt: skip
SETS = ("sent", "agreeing", "offering", "confirming", "planning", "setting")
STATES = ("planned", "postponed", "held", "cancelled")


@dataclass(frozen=True, slots=True)
class Part:
    """What the predicates of a group say of somebody's part in a meeting.

    Attributes:
        name: The group's name.
        who: Where the one who takes part stands: subject, object, possessor, or a preposition.
        role: As what.
        status: How far it has come, by a plain sentence in the past tense.
        negated: The status where it is negated; None where nothing follows.
        future: The status where it will or would be so; None where nothing follows.
    """

    name: str
    who: str
    role: Role
    status: Status
    negated: Status | None
    future: Status | None


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """`nouns` are lemmas of meetings; `states` are frames whose group is the state of the meeting they tell of.

    `sent` are lemmas of those who come for a state or a body; the other sets are lemmas that participation.yaml
    explains.
    """

    frames: Frames
    parts: dict[str, Part]
    nouns: frozenset[str]
    states: Frames
    sent: frozenset[str]
    agreeing: frozenset[str]
    offering: frozenset[str]
    confirming: frozenset[str]
    planning: frozenset[str]
    setting: frozenset[str]


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
        known += frames_of(entry, part.name)
    sets = {name: frozenset(table.words(name)) for name in SETS}
    return MeetingWords(Frames(known), parts, frozenset(table.words("meetings")), Frames(_states(table)), **sets)


def _part(entry: Entry, seen: set[str]) -> Part:
    entry.only("name", "meaning", "who", "role", "status", "negated", "future", "frames")
    name = name_of(entry, seen)
    who = entry.text("who") or "subject"
    role = cast(Role, entry.choice("role", ROLES))
    status = cast(Status, entry.choice("status", STATUSES))
    return Part(name, who, role, status, _status(entry, "negated"), _status(entry, "future"))


def _status(entry: Entry, key: str) -> Status | None:
    return cast(Status, entry.choice(key, STATUSES)) if key in entry.value else None


def _states(table: Entry) -> Iterator[Frame]:
    for entry in entries(table, "states"):
        entry.only("name", "meaning", "frames")
        yield from frames_of(entry, entry.choice("name", STATES))
