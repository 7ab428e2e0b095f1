"""From the files beside this one to values. Each table is read when it is first asked for, and once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

from verbale.errors import LexiconError

from ..lexicon.files import Entry, below, read_rows, read_yaml
from .values import (
    BODY_KINDS,
    OUTLET_KINDS,
    Body,
    BodyKind,
    Gender,
    Leader,
    Outlet,
    OutletKind,
    Region,
    Seat,
    State,
)

FOLDER = Path(__file__).parent
GENDERS: dict[str, Gender] = {"F": "female", "M": "male", "B": "both"}
FAMILY = "S"  # rows of given_names_ours.tsv with family names that stand first


@cache
def states(folder: Path = FOLDER) -> tuple[State, ...]:
    """Codes, names and capitals from states.json; further names and demonyms from state_names.tsv."""
    known = json.loads((folder / "states.json").read_text(encoding="utf-8"))
    ours = {row[0]: row for row in read_rows(folder / "state_names.tsv", 7)}
    if unknown := ours.keys() - {row["code"] for row in known}:
        raise LexiconError(f"state_names.tsv: no state has the code {', '.join(sorted(unknown))}")
    # Where two have a name in common ("Dutch", "American"), one of ours is meant, not an island of its.
    known.sort(key=lambda row: row["code"] not in ours)
    return tuple(_state(row, ours.get(row["code"], [""] * 7)) for row in known)


def _state(row: dict[str, Any], ours: list[str]) -> State:
    _, usual, aliases, capitals, adjectives, people, peoples = ours
    name = usual or row["name"]
    return State(
        code=row["code"],
        name=name,
        official=row["official"],
        aliases=_unique(name, listed(aliases), (row["name"], *row["aliases"])),
        capitals=_unique("", listed(capitals), row["capitals"]),
        adjectives=listed(adjectives) or tuple(row["demonyms"]),
        people=listed(people),
        peoples=listed(peoples),
    )


def _unique(name: str, first: Sequence[str], then: Sequence[str]) -> tuple[str, ...]:
    return tuple(each for each in dict.fromkeys((*first, *then)) if each != name)


@cache
def regions(folder: Path = FOLDER) -> tuple[Region, ...]:
    rows = read_rows(folder / "regions.tsv", 4)
    return tuple(Region(name, country, listed(adjectives), capital or None)
                 for name, country, adjectives, capital in rows)  # fmt: skip


@cache
def cities(folder: Path = FOLDER) -> tuple[tuple[str, str], ...]:
    """(city, country) of cities that are no capitals."""
    return tuple((city, code) for code, names in read_rows(folder / "cities.tsv", 2) for city in listed(names))


@cache
def _seats_table(folder: Path) -> Entry:
    table = read_yaml(folder / "seats.yaml")
    table.only("names", "organs", "cities")
    return table


@cache
def seats(folder: Path = FOLDER) -> tuple[Seat, ...]:
    table = _seats_table(folder)
    names = below(table, "names")
    leaderships = (Seat(name, country, False) for country in names.value for name in names.words(country))
    return (*leaderships, *_organs(below(table, "organs")))


def _organs(states: Entry) -> Iterator[Seat]:
    for country in states.value:
        organs = below(states, country)
        for organ in organs.value:
            yield from (Seat(name, country, True, organ) for name in (organ, *organs.words(organ)))


@cache
def cities_of_bodies(folder: Path = FOLDER) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(city, names of the bodies that it may stand for, the likeliest first)."""
    cities = below(_seats_table(folder), "cities")
    return tuple((city, cities.words(city)) for city in cities.value)


@cache
def bodies(folder: Path = FOLDER) -> tuple[Body, ...]:
    path = folder / "bodies.tsv"
    return tuple(
        Body(name, cast(BodyKind, one_of(BODY_KINDS, kind, name, path)), listed(aliases), seat or None, country or None)
        for name, kind, aliases, seat, country in read_rows(path, 5)
    )


@cache
def outlets(folder: Path = FOLDER) -> tuple[Outlet, ...]:
    path = folder / "outlets.tsv"
    return tuple(
        Outlet(name, cast(OutletKind, one_of(OUTLET_KINDS, kind, name, path)), listed(aliases), country or None)
        for name, kind, aliases, country in read_rows(path, 4)
    )


@cache
def leader_rows(folder: Path = FOLDER) -> tuple[tuple[str, ...], ...]:
    """Ours first, then those taken from public lists; `leader` makes a value of one."""
    return (*ours(folder), *_leader_rows(folder / "leaders.tsv"))


def ours(folder: Path = FOLDER) -> tuple[tuple[str, ...], ...]:
    """The leaders written down by hand."""
    return tuple(_leader_rows(folder / "leaders_ours.tsv"))


def _leader_rows(path: Path) -> Iterator[tuple[str, ...]]:
    return ((*row, path.name) for row in read_rows(path, 7))


@cache
def leaders(folder: Path = FOLDER) -> tuple[Leader, ...]:
    return tuple(map(leader, leader_rows(folder)))


@cache
def leader(row: tuple[str, ...]) -> Leader:
    """One row as a value. Thousands of rows are read and few are asked for."""
    name, country, office, start, end, wikidata, aliases, file = row
    is_state = len(country) == 2
    return Leader(
        name,
        office,
        country if is_state else None,
        None if is_state else country or None,
        _year(start, name, file),
        _year(end, name, file),
        wikidata or None,
        listed(aliases),
    )


def _year(text: str, name: str, file: str) -> int | None:
    if text and not text.isdecimal():
        raise LexiconError(f"{file}, {name}: '{text}' is no year")
    return int(text) if text else None


@cache
def given_names(folder: Path = FOLDER) -> dict[str, tuple[str, ...]]:
    """Letter of GENDERS or FAMILY -> rows of folded names, each name between two spaces; ours before others.

    A name of several parts has hyphens: "jean-claude". To look one up is to search a row: thirty thousand
    names would take longer to take apart than an article has names to ask for.
    """
    rows: dict[str, tuple[str, ...]] = dict.fromkeys((*GENDERS, FAMILY), ())
    for path in (folder / "given_names_ours.tsv", folder / "given_names.tsv"):
        for letter, names in read_rows(path, 2):
            rows[one_of(tuple(rows), letter, names[:20], path)] += (f" {names} ",)
    return rows


@cache
def gender(name: str) -> Gender | None:
    """Who bears a folded given name; ours decide."""
    rows = given_names()
    for place in range(max(map(len, rows.values()))):
        for letter, known in GENDERS.items():
            if f" {name} " in "".join(rows[letter][place : place + 1]):
                return known
    return None


@cache
def stands_first(name: str) -> bool:
    """Whether a folded name is a family name that stands before the given name: "xi", "kim", "nguyen"."""
    return any(f" {name} " in row for row in given_names()[FAMILY])


def listed(cell: str) -> tuple[str, ...]:
    """The names in one cell, which semicolons part."""
    return tuple(part.strip() for part in cell.split(";")) if cell else ()


def one_of(allowed: tuple[str, ...], found: str, name: str, path: Path) -> str:
    if found not in allowed:
        raise LexiconError(f"{path.name}, {name}: '{found}' is none of {', '.join(allowed)}")
    return found
