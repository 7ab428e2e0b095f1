"""What the tables of world knowledge hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Gender = Literal["female", "male", "both"]
BodyKind = Literal["organisation", "group"]
OutletKind = Literal["agency", "newspaper", "magazine", "broadcaster", "site", "network"]

BODY_KINDS: tuple[str, ...] = get_args(BodyKind)
OUTLET_KINDS: tuple[str, ...] = get_args(OutletKind)


@dataclass(frozen=True, slots=True)
class State:
    """A state, or a territory that is reported on like one.

    Attributes:
        code: ISO 3166-1 alpha-2; XK for Kosovo.
        name: The common English name.
        official: The official English name.
        aliases: Other names, spellings and abbreviations.
        capitals: Capitals and seats of government, the usual one first; former ones last.
        adjectives: "Kazakh", "Kazakhstani".
        people: What one citizen is called: "Turk", "Kazakh".
        peoples: What several are called: "Turks".
    """

    code: str
    name: str
    official: str
    aliases: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    peoples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a state with a government or a name of its own in the news: Scotland, Texas, Tatarstan.

    Attributes:
        name: Its English name.
        country: The state it is counted under, ISO 3166-1 alpha-2.
        adjectives: "Scottish".
        capital: Where its government sits.
    """

    name: str
    country: str
    adjectives: tuple[str, ...] = ()
    capital: str | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """A building, street or organ whose name stands for a government.

    Attributes:
        name: "Kremlin", "State Department".
        country: The state, ISO 3166-1 alpha-2.
        organ: True for an organisation of the state (a ministry, a parliament, an army); false for a mere name
            of the state's leadership, which then is the state itself that acts.
        stands_for: The organ's usual name ("Foggy Bottom": State Department); None for a leadership.
    """

    name: str
    country: str
    organ: bool
    stands_for: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation or group that acts in public affairs.

    Attributes:
        name: The full English name.
        kind: "organisation", or "group" for armed and loose political ones.
        aliases: Abbreviations and other names.
        seat: The city it sits in, which may stand for it.
        country: The state it belongs to, ISO 3166-1 alpha-2; None for an international one.
    """

    name: str
    kind: BodyKind
    aliases: tuple[str, ...] = ()
    seat: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news agency, newspaper, magazine, broadcaster, web site, or a network that statements are made on.

    Attributes:
        name: The usual English name.
        kind: What sort it is.
        aliases: Abbreviations and other names.
        country: Where it is at home, ISO 3166-1 alpha-2.
    """

    name: str
    kind: OutletKind
    aliases: tuple[str, ...] = ()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody at the head of a state or of an international body, for a time.

    Attributes:
        name: The usual English name.
        office: The title, without the state: "President".
        country: The state, ISO 3166-1 alpha-2; None where a body is led.
        body: The body that is led, None where it is a state.
        start, end: The first and last year; None where not known, and where the office was still held when
            the table was made.
        wikidata: The person's Wikidata identifier.
        aliases: Other names and spellings.
    """

    name: str
    office: str
    country: str | None = None
    body: str | None = None
    start: int | None = None
    end: int | None = None
    wikidata: str | None = None
    aliases: tuple[str, ...] = ()

    def in_office(self, on: date) -> bool:
        """Whether the office was held in the year of a day, as far as the table knows."""
        return (self.start or 0) <= on.year <= (self.end or 9999)
