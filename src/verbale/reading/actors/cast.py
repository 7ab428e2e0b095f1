"""Everybody in an article, as actors of the record, and who a span of text names."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Doc

from verbale.record import Actor, Office, Span

from ..tree import Range, Tree
from .completing import Completer
from .entity import Entity
from .genders import find_genders
from .introducing import introduce
from .naming import Names, find_names
from .organs import find_organs
from .resolving import Resolver
from .scene import Scene
from .spans import mended
from .titles import find_offices
from .unknown import judged

LONGEST = 300  # characters of a name: what runs on is no name
MARKS = frozenset({'"', "“", "”", "''", "``", "'", "‘", "«", "„"})


class Cast:
    """The actors of one article. Ask `at` for all spans first: it may find actors that only speak as a source."""

    def __init__(self, tree: Tree, names: Names, resolver: Resolver) -> None:
        self._tree, self._names, self._resolver = tree, names, resolver
        self._ids: dict[int, str] = {}
        self._sources: set[int] = set()
        self._people: dict[int, str] | None = None

    def at(self, start: int, end: int) -> tuple[str, ...]:
        """Ids of the actors that the characters [start, end) name, those joined by "and" each; perhaps none."""
        found: dict[str, None] = {}
        for entity in self._entities(start, end):
            self._sources.add(id(entity))
            found[self._id(entity)] = None
        return tuple(found)

    def people(self) -> dict[int, str]:
        """The tokens of names of people, with their ids."""
        if self._people is None:
            people = ((t, e) for t, e in sorted(self._names.at.items(), key=lambda item: item[0]) if e.kind == "person")
            self._people = {token: self._id(entity) for token, entity in people}
        return self._people

    def anonymous(self, start: int, end: int) -> bool:
        """Whether the characters name somebody who is left unnamed on purpose."""
        found = self._entities(start, end)
        return bool(found) and all(map(_is_anonymous, found))

    def is_anonymous(self, actor: str) -> bool:
        """Whether an actor, by an id that `at` gave, is left unnamed on purpose."""
        return any(self._ids.get(id(e)) == actor and _is_anonymous(e) for e in self._names.entities)

    def actors(self) -> tuple[Actor, ...]:
        """All actors, the bodies for which they hold offices among them; their ids are those that `at` gave."""
        entities = self._names.entities
        listed = [e for e in entities if id(e) in self._sources or (e.reported and e.mentions)]
        known = {id(e) for e in listed}
        for entity in listed:
            for holding in entity.holdings:
                if holding.of is not None and id(holding.of) not in known:
                    known.add(id(holding.of))
                    listed.append(holding.of)
        for entity in sorted(listed, key=_first):
            self._id(entity)
        return tuple(self._actor(e) for e in sorted(listed, key=lambda e: int(self._id(e)[1:])))

    def _entities(self, start: int, end: int) -> tuple[Entity, ...]:
        return self._resolver.speakers(self._tree.tokens(start, end))

    def _id(self, entity: Entity) -> str:
        return self._ids.setdefault(id(entity), f"A{len(self._ids) + 1}")

    def _actor(self, entity: Entity) -> Actor:
        offices = tuple(
            Office(h.title, self._id(h.of) if h.of is not None else None, (h.evidence,)) for h in entity.holdings
        )
        return Actor(
            id=self._id(entity), name=entity.name[:LONGEST], kind=entity.kind, country=entity.code, offices=offices,
            wikidata=entity.wikidata, mentions=tuple(sorted(entity.mentions)),
        )  # fmt: skip


def _is_anonymous(entity: Entity) -> bool:
    return entity.anonymous and entity.kind in ("unnamed", "group")


def _first(entity: Entity) -> int:
    return min(entity.mentions).start if entity.mentions else 1 << 40


def find_actors(doc: Doc, tree: Tree, published: date | None) -> Cast:
    """The cast of an analysed Doc."""
    antecedents = doc._.antecedents or {}
    spans = mended(tree, [(e.start, e.end, e.label_) for e in doc.ents], antecedents)
    names = find_names(tree, *judged(tree, spans, antecedents), antecedents)
    find_organs(tree, names)
    find_offices(tree, names)
    find_genders(tree, names, antecedents)
    sources = sorted({(first, end) for found in doc._.attributions for first, end in found.source if first < end})
    scene = Scene(tree, names, antecedents, published, {t for first, end in sources for t in range(first, end)})
    scene.titled.update(_titled(tree, names))
    scene.said.update(_quoted(doc, tree))
    resolver = Resolver(scene, sources)
    resolver.read()
    Completer(scene, resolver).run()
    introduce(scene)
    return Cast(tree, names, resolver)


def _quoted(doc: Doc, tree: Tree) -> dict[int, tuple[Range, ...]]:
    """For the tokens of sources what they say that stands in quotation marks."""
    found: dict[int, tuple[Range, ...]] = {}
    for each in doc._.attributions:
        marked = tuple(r for r in each.content if MARKS.intersection(tree.words[max(0, r[0] - 1) : r[0] + 1]))
        found.update((token, marked) for source in each.source for token in range(*source) if marked)
    return found


def _titled(tree: Tree, names: Names) -> dict[int, Entity]:
    """The tokens of titles that stand beside names, with the holders."""
    return {
        token: entity
        for entity in names.entities
        for holding in entity.holdings
        for token in tree.tokens(*holding.evidence)
        if token not in names.at
    }


__all__ = ["Cast", "Span", "find_actors"]
