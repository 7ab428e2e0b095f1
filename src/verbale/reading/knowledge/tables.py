"""Questions to the tables of world knowledge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache

from . import load
from .names import Index, fold, fold_tidy
from .values import Body, Gender, Leader, Outlet, Region, Seat, State


class Tables:
    """World knowledge, looked up by name.

    Names are compared as `names.Index` says: accents, hyphens, dots, "the" and a possessive ending don't
    matter, capitals only where a word or an abbreviation would be mistaken. Every method takes a name as it
    stands in a text and returns None (or an empty tuple) where it is not known. Each table is read from its
    file when it is first asked for.
    """

    def state(self, code: str) -> State | None:
        """The state with an ISO 3166-1 alpha-2 code."""
        return self._by_code.get(code.upper())

    def state_named(self, text: str) -> State | None:
        """By name, official name, spelling or abbreviation: "Turkey", "U.S.", "the Kingdom of Norway"."""
        return self._states.get(text)

    def state_of_demonym(self, text: str) -> State | None:
        """By adjective or people: "Kazakh", "Turks", "Frenchman". "Korean" and "Congolese" give the likelier."""
        return self._demonyms.get(text)

    def state_of_capital(self, text: str) -> State | None:
        """By capital, seat of government or former capital: "Moscow", "The Hague", "Yangon"."""
        return self._capitals.get(text)

    def state_of(self, text: str) -> State | None:
        """By any of the three above, or by a region, a region's adjective or a city in it."""
        state = self.state_named(text) or self.state_of_demonym(text) or self.state_of_capital(text)
        region = None if state else self.region(text)
        return self.state(region.country) if region else state or self.state_of_city(text)

    def region(self, text: str) -> Region | None:
        """A part of a state by name or adjective: "Scotland", "Scottish", "Texas"."""
        return self._regions.get(text)

    def state_of_city(self, text: str) -> State | None:
        """The state that a large city lies in, capitals included: "Istanbul", "Geneva", "Moscow"."""
        code = self._cities.get(text)
        return self.state(code) if code else self.state_of_capital(text)

    def seat(self, text: str) -> Seat | None:
        """A seat or organ of government: "Kremlin", "Downing Street", "State Department", "Knesset"."""
        return self._seats.get(text)

    def body(self, text: str) -> Body | None:
        """An international, regional, political or armed body: "UN", "the European Commission", "Nato"."""
        return self._bodies.get(text)

    def outlet(self, text: str) -> Outlet | None:
        """A news agency, newspaper, broadcaster, site or network, with or without "news agency" behind it."""
        return self._outlets.get(text) or self._outlets.get(_without_kind(text))

    def metonyms(self, place: str) -> tuple[State | Seat | Body, ...]:
        """What may be meant when a place or building acts, the likeliest first.

        "Moscow" is Russia; "Kremlin" is a seat of Russia; "Brussels" is the European Union, NATO or Belgium.
        """
        seated = self._seated.get(place) or ()
        state = self.state_of_capital(place)
        seat = self.seat(place)
        return (*((seat,) if seat else ()), *seated, *((state,) if state else ()))

    def leader(self, name: str, on: date | None = None) -> Leader | None:
        """Who a full name belongs to among heads of state, of government and of international bodies.

        With `on`, the office held that year if there is one, else the latest one begun before it, else the
        first; a surname alone is found when exactly one such person held office that year. Without a date
        the latest office is given.
        """
        found = [] if name.islower() else list(map(load.leader, self._leaders.get(fold(name), ())))
        if not found and on is not None and " " not in name.strip():
            found = self.leaders_surnamed(name, on)
        return _closest(found, on) if len({fold(each.name) for each in found}) == 1 else None

    def leaders_surnamed(self, surname: str, on: date) -> list[Leader]:
        """The offices that bearers of a surname held in the year of a day."""
        rows = () if surname.islower() else self._surnames.get(fold(surname), ())
        found = map(load.leader, dict.fromkeys(rows))
        return [each for each in found if each.in_office(on)]

    def gender_of_leaders(self, surname: str) -> Gender | None:
        """What all heads of state, of government or of bodies of a surname are, by their given names."""
        rows = () if surname.islower() else self._surnames.get(fold(surname), ())
        found = {gender for row in rows if (gender := self.gender_of_given_name(row[0])) is not None}
        return found.pop() if len(found) == 1 and "both" not in found else None

    def head(self, country: str, office: str, on: date) -> Leader | None:
        """Who held an office of a state on a day, where the table has exactly one: head("FR", "President", …)."""
        found = {
            each.name: each
            for each in load.leaders()
            if each.country == country and fold(each.office) == fold(office) and each.in_office(on)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def gender_of_given_name(self, name: str) -> Gender | None:
        """What the first name in a name tells: "female", "male", "both", or None where it is not known.

        Takes a given name or a full one. An initial is passed over, and so is a family name that stands first
        ("Park Geun-hye"); "Jean-Claude" and "Mary-Lou" count by their first part unless known as a whole.
        """
        words, at = fold(name).split() or [""], 0
        while at < len(words) - 1 and (len(words[at]) == 1 or load.stands_first(words[at])):
            at += 1
        for start in dict.fromkeys((at, 0)):
            gender = load.gender("-".join(words[start : start + 2])) or load.gender(words[start])
            if gender is not None:
                return gender
        return None

    @cached_property
    def _by_code(self) -> dict[str, State]:
        return {state.code: state for state in load.states()}

    @cached_property
    def _states(self) -> Index[State]:
        return Index((name, state) for state in load.states() for name in (state.name, state.official, *state.aliases))

    @cached_property
    def _demonyms(self) -> Index[State]:
        return Index(
            (name, state) for state in load.states() for name in (*state.adjectives, *state.people, *state.peoples)
        )

    @cached_property
    def _capitals(self) -> Index[State]:
        return Index((capital, state) for state in load.states() for capital in state.capitals)

    @cached_property
    def _regions(self) -> Index[Region]:
        return Index((name, region) for region in load.regions() for name in (region.name, *region.adjectives))

    @cached_property
    def _cities(self) -> Index[str]:
        seats = ((region.capital, region.country) for region in load.regions() if region.capital)
        return Index((*load.cities(), *seats))

    @cached_property
    def _seats(self) -> Index[Seat]:
        return Index((seat.name, seat) for seat in load.seats())

    @cached_property
    def _bodies(self) -> Index[Body]:
        return Index((name, body) for body in load.bodies() for name in (body.name, *body.aliases))

    @cached_property
    def _seated(self) -> Index[tuple[Body, ...]]:
        """The bodies that a city may stand for; most cities with bodies stand for none of them."""
        return Index((city, tuple(filter(None, map(self.body, names)))) for city, names in load.cities_of_bodies())

    @cached_property
    def _outlets(self) -> Index[Outlet]:
        return Index((name, outlet) for outlet in load.outlets() for name in (outlet.name, *outlet.aliases))

    @cached_property
    def _leaders(self) -> dict[str, list[tuple[str, ...]]]:
        groups: dict[str, list[tuple[str, ...]]] = {}
        for row in load.leader_rows():
            for name in (row[0], *load.listed(row[6])):
                groups.setdefault(fold_tidy(name), []).append(row)
        return groups

    @cached_property
    def _surnames(self) -> dict[str, list[tuple[str, ...]]]:
        groups: dict[str, list[tuple[str, ...]]] = {}
        for name, rows in self._leaders.items():
            groups.setdefault(name.rpartition(" ")[2], []).extend(rows)
        return groups


def _closest(leaders: Sequence[Leader], on: date | None) -> Leader:
    """The office held on a day, else the latest begun before it; with the identifier of any of them."""
    day = on or date.max
    best = max(leaders, key=lambda each: (each.in_office(day), (each.start or 0) <= day.year, each.start or 0))
    known = next((each.wikidata for each in leaders if each.wikidata), None)
    return best if best.wikidata else replace(best, wikidata=known)


def _without_kind(text: str) -> str:
    """'the Tasnim news agency' -> 'Tasnim'."""
    words = text.split()
    while len(words) > 1 and words[-1].lower() in KIND_WORDS:
        words.pop()
    return " ".join(words)


KIND_WORDS = frozenset(
    "news agency newspaper newswire daily weekly magazine television tv radio channel network station website "
    "site portal wire service broadcaster press media outlet online".split()
)


@lru_cache(maxsize=1)
def tables() -> Tables:
    """The tables that come with Verbale. Cheap to call, and nothing is read before it is needed."""
    return Tables()
