"""One actor in several articles: states by their code, others by their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from verbale.record import Actor, Record, by_id

from .names import agree, fold, parsed

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


_N = TypeVar("_N", bound=Named)
_BODIES = frozenset({"state", "organisation", "group"})
Offices = frozenset[str]


def join_actors(records: Sequence[Record]) -> dict[Key, str]:
    """For each actor of each record the fullest name of whoever it is; two who share a name are told apart by a number.

    People are joined by their surname where the rest of the shorter name stands in the longer ("Okafor", "Lena
    Okafor"), states by their ISO 3166-1 code.
    """
    homes: dict[int, tuple[Actor, list[Key]]] = {}
    held: dict[int, Offices] = {}
    for number, record in enumerate(records):
        for actor in sorted(record.actors, key=lambda a: -len(a.name)):
            own = offices(actor, by_id(record.actors))
            numbers = {id(a): n for n, (a, _) in homes.items()}
            by_actor = {id(a): held[n] for n, (a, _) in homes.items()}
            chosen = choose([a for a, _ in homes.values()], actor, own, _held(by_actor))
            home = numbers[id(chosen)] if chosen is not None else len(homes)
            homes.setdefault(home, (actor, []))[1].append((number, actor.id))
            held[home] = held.get(home, frozenset()) | own
    names = {(n, a.id): a.name for n, r in enumerate(records) for a in r.actors}
    taken: Counter[str] = Counter()
    found: dict[Key, str] = {}
    for _, keys in homes.values():
        name = max((names[k] for k in keys), key=len)
        taken[name] += 1
        found |= dict.fromkeys(keys, name if taken[name] == 1 else f"{name} ({taken[name]})")
    return found


def _held(by_actor: Mapping[int, Offices]) -> Callable[[Actor], Offices]:
    return lambda actor: by_actor[id(actor)]


def same(a: Named, b: Named) -> bool:
    """Whether two names in different articles can be one actor's."""
    if not akin(a.kind, b.kind) or (a.country and b.country and a.country != b.country):
        return False
    if a.kind != b.kind:
        return fold(a.name) == fold(b.name)
    if a.kind == "state":
        return a.country == b.country if a.country or b.country else fold(a.name) == fold(b.name)
    if a.wikidata and b.wikidata:
        return a.wikidata == b.wikidata
    return agree(parsed(a.name), parsed(b.name)) if a.kind == "person" else fold(a.name) == fold(b.name)


def akin(kind: str, other: str) -> bool:
    """Whether one actor can be taken for either: a state that no table holds is an organisation in another article."""
    return kind == other or {kind, other} <= _BODIES


def choose(known: Sequence[_N], actor: Named, held: Offices, offices_of: Callable[[_N], Offices]) -> _N | None:
    """Which of those that are known an actor is; None where it is none of them, or could be several.

    `held` are its offices, `offices_of` theirs. A surname alone is somebody's only where one is known who bears it;
    a full name that several bear is that of the first. An office that one of several holds decides.
    """
    alike = sorted((k for k in known if same(k, actor)), key=lambda k: k.kind != actor.kind)
    if len(alike) > 1 and held:
        holding = [k for k in alike if held & offices_of(k)]
        if len(holding) == 1:
            return holding[0]
    if actor.kind != "person":
        return alike[0] if alike else None
    name = parsed(actor.name)
    exact = [k for k in alike if parsed(k.name) == name and any(len(given) > 1 for given in name.given)]
    if exact:
        return exact[0]
    fuller = [k for k in alike if parsed(k.name).given] if name.given else alike
    if len(fuller) == 1:
        return fuller[0] if name.given or _only_bearer(known, name.surname) else None
    return alike[0] if alike and not fuller and _only_bearer(known, name.surname) else None


def _only_bearer(known: Sequence[Named], surname: str) -> bool:
    return sum(k.kind == "person" and parsed(k.name).surname == surname for k in known) == 1


def offices(actor: Actor, known: Mapping[str, Actor]) -> Offices:
    """The offices an actor holds, each with the state or body it is held for: "foreign minister of NO"."""
    found = set()
    for office in actor.offices:
        body = known.get(office.of or "")
        of = (body.country or fold(body.name)) if body is not None else actor.country
        if of:
            found.add(f"{fold(office.title)} of {of}")
    return frozenset(found)


def key_of(name: str, kind: str, country: str | None) -> str:
    """What actors are looked up by: a state's code, a surname, a whole name."""
    if kind == "state":
        return country or fold(name)
    return parsed(name).surname if kind == "person" else fold(name)
