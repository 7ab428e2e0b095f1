"""Somebody told of by office first, by name later: "Norway's fisheries minister said … Oda Brennhaug told reporters".

News leads with what somebody is and names them in the next sentences (cataphora). Runs when all else is resolved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..lexicon.offices import MINISTERS
from ..tree import Tree
from .entity import Entity, Holding
from .scene import Scene

LEAD = 150  # tokens from the beginning within which the office must stand
FAR = 160  # tokens from the office to the name


def introduce(scene: Scene) -> None:
    """Join unnamed office holders of the lead with the person who is named next without a title of their own."""
    pairs = [(unnamed, _named_next(scene, unnamed)) for unnamed in _unnamed(scene)]
    for unnamed, person in pairs:
        if person is not None:
            _join(scene, unnamed, person)
    for unnamed in [e for e in scene.names.entities if e.kind == "unnamed" and not e.anonymous and not e.plural]:
        person = _only_holder(scene, unnamed)
        if person is not None:
            _join(scene, unnamed, person)


def _only_holder(scene: Scene, unnamed: Entity) -> Entity | None:
    """The one person who is said to hold the office of somebody unnamed, for the same state or body: "its chairman"."""
    people = [e for e in scene.names.entities if e.kind == "person"]
    found = {id(e): e for e in people for h in e.holdings for u in unnamed.holdings if _is_the_same(u, h)}
    return next(iter(found.values())) if len(found) == 1 else None


def _is_the_same(told: Holding, held: Holding) -> bool:
    """ "Minister says" of the one minister; "its chairman" of the chairman of the same company."""
    if told.of is None or told.of is not held.of or told.lesser or held.lesser:
        return False
    return (told.unique and told.name == held.name) or (told.name in MINISTERS and held.name.endswith(f" {told.name}"))


def _unnamed(scene: Scene) -> Iterator[Entity]:
    for entity in scene.names.entities:
        told = entity.kind == "unnamed" and bool(entity.holdings) and not entity.anonymous and bool(entity.mentions)
        if told and not entity.plural and _first(scene.tree, entity) < LEAD and not _is_told_again(scene, entity):
            yield entity


def _is_told_again(scene: Scene, entity: Entity) -> bool:
    """ "the Republican" after somebody has been named is rather that person than one still to come."""
    at = _first(scene.tree, entity)
    first = scene.tree.words[at].lower() == "the" or (at > 0 and scene.tree.words[at - 1].lower() == "the")
    named = any(e.kind == "person" and _first(scene.tree, e) < at for e in scene.names.entities)
    return first and named and not any(h.unique for h in entity.holdings)


def _first(tree: Tree, entity: Entity) -> int:
    return next(iter(tree.tokens(*min(entity.mentions))), 0) if entity.mentions else len(tree.words)


def _named_next(scene: Scene, unnamed: Entity) -> Entity | None:
    """The first person who comes up after an office without another one, and speaks or acts there."""
    tree, start = scene.tree, _first(scene.tree, unnamed)
    people = [e for e in scene.names.entities if e.kind == "person" and start < _first(tree, e) <= start + FAR]
    for person in sorted(people, key=lambda e: _first(tree, e)):
        if _could_be(scene, unnamed, person):
            return person
        at = _first(tree, person)
        if not person.holdings and not _is_described(tree, at) and not _signs(tree, at):
            return None  # somebody else whom the article takes for granted: nobody knows who is meant
    return None


def _could_be(scene: Scene, unnamed: Entity, person: Entity) -> bool:
    tree, at = scene.tree, _first(scene.tree, person)
    if unnamed.gender and person.gender and unnamed.gender != person.gender:
        return False
    if person.holdings:
        return any(_same_office(u, h) for u in unnamed.holdings for h in person.holdings)
    if _signs(tree, at):
        return False
    return (scene.acts(at) or scene.acts(_head(scene, at))) and not _is_described(tree, _head(scene, at))


def _same_office(a: Holding, b: Holding) -> bool:
    """ "the leader of a council in mid Wales", "council leader X": one office, told more or less fully."""
    if a.name != b.name or a.of is None or b.of is None:
        return a.name == b.name
    x, y = set(a.of.name.lower().split()), set(b.of.name.lower().split())
    described = a.of.name[:1].islower() or b.of.name[:1].islower()
    return a.of is b.of or x <= y or y <= x or (described and bool(x & y))


def _signs(tree: Tree, at: int) -> bool:
    """A byline: "By Ann Roe" at the beginning of a line."""
    start = tree.starts[at]
    line = tree.text[tree.text.rfind("\n", 0, start) + 1 : start]
    return line.strip().lower() == "by"


def _head(scene: Scene, token: int) -> int:
    first, end = scene.names.ranges.get(token, (token, token + 1))
    return scene.tree.head_of(range(first, end))


def _is_described(tree: Tree, head: int) -> bool:
    """ "X, a fisherman", "her niece, X": introduced as somebody else."""
    if tree.deps[head] == "appos" and tree.pos[tree.heads[head]] == "NOUN":
        return True
    return any(c > head for c in tree.all_children(head, "appos")) or any(
        tree.deps[c] == "acl:relcl" for c in tree.children[head]
    )


def _join(scene: Scene, unnamed: Entity, person: Entity) -> None:
    """From now on everything that meant the unnamed one means the person."""
    names = scene.names
    person.mentions |= unnamed.mentions
    known = {(h.name, h.of) for h in person.holdings}
    person.holdings += [h for h in unnamed.holdings if (h.name, h.of) not in known and (h.name, None) not in known]
    person.gender, person.country = person.gender or unnamed.gender, person.country or unnamed.country
    for token, found in scene.refers.items():
        scene.refers[token] = _with(found, unnamed, person)
    scene.history.replace(unnamed, person)
    scene.spoke[:] = [(end, _with(found, unnamed, person)) for end, found in scene.spoke]
    names.replace(unnamed, person)


def _with(found: Iterable[Entity], old: Entity, new: Entity) -> tuple[Entity, ...]:
    return tuple(dict.fromkeys(new if e is old else e for e in found))
