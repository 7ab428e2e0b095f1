"""Everybody in an article, as actors of the record, and who a span of text names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from spacy.tokens import Doc

from verbale.record import Actor, Office, Span

from ..tree import Tree
from .completing import complete_offices
from .entity import Entity
from .naming import Names, find_names
from .resolving import Resolver
from .titles import find_offices


class Cast:
    """The actors of one article. Ask `at` for all spans first: it may find actors that only speak as a source."""

    def __init__(self, tree: Tree, names: Names, resolver: Resolver) -> None:
        self._tree, self._names, self._resolver = tree, names, resolver
        self._ids: dict[int, str] = {}
        self._sources: set[int] = set()

    def at(self, start: int, end: int) -> tuple[str, ...]:
        """Ids of the actors that the characters [start, end) name, those joined by "and" each; perhaps none."""
        found: dict[str, None] = {}
        for entity in self._entities(start, end):
            self._sources.add(id(entity))
            found[self._id(entity)] = None
        return tuple(found)

    def anonymous(self, start: int, end: int) -> bool:
        """Whether the characters name somebody who is left unnamed on purpose."""
        found = self._entities(start, end)
        return bool(found) and all(e.anonymous and e.kind in ("unnamed", "group") for e in found)

    def actors(self) -> tuple[Actor, ...]:
        """All actors in the order of their first mention; their ids are those that `at` gave."""
        listed = [e for e in self._names.entities if e.mentions and (e.reported or id(e) in self._sources)]
        listed.sort(key=lambda e: min(e.mentions))
        for entity in listed:
            self._id(entity)
        return tuple(self._actor(e) for e in sorted(listed, key=lambda e: int(self._id(e)[1:])))

    def _entities(self, start: int, end: int) -> tuple[Entity, ...]:
        tokens = self._tree.tokens(start, end)
        if not tokens:
            return ()
        head = self._tree.head_of(tokens)
        if self._tree.pos[head] in ("VERB", "AUX"):  # a span that is no phrase: a name in it is the best guess
            return tuple(self._names.at[t] for t in tokens if t in self._names.at)[:1]
        beside = [c for c in self._tree.all_children(head, "appos") if c in tokens and head not in self._names.at]
        heads = [h for each in (head, *beside) for h in (each, *self._tree.all_children(each, "conj")) if h in tokens]
        return tuple(dict.fromkeys(e for h in heads for e in self._resolver.entities(h)))

    def _id(self, entity: Entity) -> str:
        return self._ids.setdefault(id(entity), f"A{len(self._ids) + 1}")

    def _actor(self, entity: Entity) -> Actor:
        offices = tuple(
            Office(h.title, self._id(h.of) if h.of is not None and h.of.mentions else None, (h.evidence,))
            for h in entity.holdings
        )
        return Actor(
            id=self._id(entity), name=entity.name, kind=entity.kind, country=entity.country, offices=offices,
            wikidata=entity.wikidata, mentions=tuple(sorted(entity.mentions)),
        )  # fmt: skip


def find_actors(doc: Doc, tree: Tree, published: date | None) -> Cast:
    """The cast of an analysed Doc."""
    names = find_names(tree, [(e.start, e.end, e.label_) for e in doc.ents])
    find_offices(tree, names)
    resolver = Resolver(tree, names, doc._.antecedents or {}, _source_tokens(doc), published)
    resolver.read()
    complete_offices(tree, names, resolver)
    return Cast(tree, names, resolver)


def _source_tokens(doc: Doc) -> Iterable[tuple[int, int]]:
    return (span for found in doc._.attributions for span in found.source)


__all__ = ["Cast", "Span", "find_actors"]
