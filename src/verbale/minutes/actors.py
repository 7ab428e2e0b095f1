"""One actor in several articles: states by their code, others by their names."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from verbale.record import Actor, Record

Key = tuple[int, str]  # number of the record, id in it


class Named(Protocol):
    """An actor of a record, or of the minutes."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def country(self) -> str | None: ...
    @property
    def wikidata(self) -> str | None: ...


def join_actors(records: Sequence[Record]) -> dict[Key, str]:
    """For each actor of each record the fullest name of whoever it is; two who share a name are told apart by a number.

    People are joined by their surname where the rest of the shorter name stands in the longer ("Okafor", "Lena
    Okafor"), states by their ISO 3166-1 code.
    """
    homes: list[tuple[Actor, list[Key]]] = []
    for number, record in enumerate(records):
        for actor in sorted(record.actors, key=lambda a: -len(a.name)):
            home = next((h for h in homes if same(h[0], actor)), None)
            if home is None:
                homes.append((actor, [(number, actor.id)]))
            else:
                home[1].append((number, actor.id))
    names = {(n, a.id): a.name for n, r in enumerate(records) for a in r.actors}
    taken: Counter[str] = Counter()
    found: dict[Key, str] = {}
    for _, keys in homes:
        name = max((names[k] for k in keys), key=len)
        taken[name] += 1
        found |= dict.fromkeys(keys, name if taken[name] == 1 else f"{name} ({taken[name]})")
    return found


def same(a: Named, b: Named) -> bool:
    """Whether two names in different articles are one actor's."""
    if a.kind != b.kind or (a.country and b.country and a.country != b.country):
        return False
    if a.kind == "state":
        return a.country == b.country if a.country or b.country else fold(a.name) == fold(b.name)
    if a.wikidata and b.wikidata:
        return a.wikidata == b.wikidata
    x, y = fold(a.name).split(), fold(b.name).split()
    if a.kind == "person":
        return bool(x and y) and x[-1] == y[-1] and (set(x) <= set(y) or set(y) <= set(x))
    return x == y


def fold(name: str) -> str:
    """A name in small letters without accents."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
