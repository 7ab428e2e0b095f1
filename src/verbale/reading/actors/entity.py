"""Somebody in the making: a name with what the article says of its bearer."""

from __future__ import annotations

from dataclasses import dataclass, field

from verbale.record import Kind, Span

Range = tuple[int, int]


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


@dataclass(slots=True, eq=False)
class Entity:
    """A person, state, organisation or group; `mentions` are code point spans, `tokens` those of names."""

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
    reported: bool = True  # whether the record lists it without its being a source

    def add(self, span: Span, token: int) -> None:
        self.mentions.add(span)
        self.last = max(self.last, token)

    def holds(self, word: str) -> bool:
        """Whether some office of it is called so: "minister" of a foreign minister."""
        return any(word in h.name.split() or word in h.title.lower().split() for h in self.holdings)
