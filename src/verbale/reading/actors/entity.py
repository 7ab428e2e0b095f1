"""Somebody in the making: a name with what the article says of its bearer."""

from __future__ import annotations

from dataclasses import dataclass, field

from verbale.record import Kind, Span

from ..lexicon import Title
from ..lexicon.offices import LESSER, MINISTERS

Range = tuple[int, int]
CODE = 2  # letters


@dataclass(slots=True, eq=False)
class Holding:
    """An office held: its title as written, for whom, and where the article says so."""

    title: str
    name: str  # the office's usual name, in lower case
    of: Entity | None
    evidence: Span
    unique: bool = False
    at: int = -1  # its first token in the article
    held_for: str = "any"
    lesser: bool = False  # a deputy's, or no longer held

    @staticmethod
    def of_title(text: str, title: Title, of: Entity | None, evidence: Span, at: int) -> Holding:
        lesser = title.past or bool(LESSER.intersection(title.modifiers))
        return Holding(text, usual_name(title), of, evidence, title.unique, at, title.office.held_for, lesser)

    def answers_to(self, title: Title, of: Entity | None) -> bool:
        """Whether "the minister" or "the Chadian foreign minister" can mean who holds this."""
        if of is not None and self.of is not of and self.of is not None:
            return False
        if self.lesser and of is not None and self.of is not of:
            return False
        if self.name == usual_name(title):
            return self.lesser == _is_lesser(title) or of is None
        return " " not in title.text and title.text in self.name.split() and not _is_lesser(title)


def usual_name(title: Title) -> str:
    """One name for "Sen." and "senator"; a minister of whatever portfolio keeps the words of the text."""
    return title.text if title.office.name in MINISTERS else title.office.name


def _is_lesser(title: Title) -> bool:
    return title.past or bool(LESSER.intersection(title.modifiers))


@dataclass(slots=True, eq=False)
class Entity:
    """A person, state, organisation or group; `mentions` are code point spans.

    `country` is the ISO code of a state, or what a state that no table holds is called.
    """

    name: str
    kind: Kind
    country: str | None = None
    gender: str | None = None  # female, male, or not known
    plural: bool = False
    anonymous: bool = False
    wikidata: str | None = None
    mentions: set[Span] = field(default_factory=set)
    holdings: list[Holding] = field(default_factory=list)
    last: int = -1  # token of the latest mention while the article is gone through
    spoken_of: dict[str, int] = field(default_factory=dict)  # how often as "he" or "she", as far as one could tell
    reported: bool = True  # whether the record lists it without its being a source

    def add(self, span: Span, token: int) -> None:
        self.mentions.add(span)
        self.last = max(self.last, token)

    @property
    def code(self) -> str | None:
        """The ISO code of the state."""
        return self.country if self.country is not None and len(self.country) == CODE else None

    @property
    def surname(self) -> str:
        return self.name.split()[-1] if self.name.split() else ""
