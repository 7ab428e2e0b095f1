"""For whom an office is held, when that is said elsewhere: "Its chairman, X", "the court's president", "the minister".

Runs after pronouns and descriptions have been resolved.
"""

from __future__ import annotations

from collections import Counter

from verbale.record import Span

from ..tree import Tree
from .entity import Entity, Holding, Range
from .naming import Names
from .resolving import Resolver

NEAR = 60  # tokens: a state named so shortly before a title is its state when several are in the article


def complete_offices(tree: Tree, names: Names, resolver: Resolver) -> None:
    """Fill in `of` where the article leaves it to be understood, and add the offices of counterparts."""
    people = [e for e in names.entities if e.kind in ("person", "unnamed")]
    for entity in people:
        for holding in entity.holdings:
            if holding.of is None and holding.at >= 0:
                holding.of = _possessor(tree, resolver, holding.at) or _led(tree, resolver, holding)
    _counterparts(tree, names, resolver)
    states = _states(names)
    for entity in people:
        for holding in entity.holdings:
            if holding.of is None and holding.held_for == "state":
                holding.of = _understood(states, holding.at)
        if entity.country is None:
            entity.country = next((h.of.country for h in entity.holdings if h.of is not None and h.of.country), None)


def _possessor(tree: Tree, resolver: Resolver, first: int) -> Entity | None:
    """The Y of "Y's chairman", "its chairman": some word of the title has a possessive that can be resolved."""
    for token in range(first, min(first + 5, len(tree.words))):
        for child in tree.all_children(token, "nmod"):
            if tree.deps[child] != "nmod:poss" or child > token:
                continue
            found = [e for e in resolver.entities(child) if e.reported]
            if found:
                return found[0]
        if tree.pos[token] in ("VERB", "PUNCT"):
            return None
    return None


def _led(tree: Tree, resolver: Resolver, holding: Holding) -> Entity | None:
    """The Y of "who chairs the Y" and of "chairman of the Y", where Y is a description."""
    for token in range(holding.at, min(holding.at + 5, len(tree.words))):
        for child in tree.all_children(token, "obj", "nmod"):
            if tree.deps[child] == "obj" or tree.case(child) in ("of", "for", "at"):
                found = [e for e in resolver.entities(child) if e.kind in ("organisation", "group", "state")]
                if found:
                    return found[0]
    return None


def _counterparts(tree: Tree, names: Names, resolver: Resolver) -> None:
    """ "her Kenyan counterpart, X": the office of "her", held for Kenya."""
    for token, word in enumerate(tree.words):
        if word.lower() != "counterpart":
            continue
        whose = next((e for c in tree.all_children(token, "nmod") if tree.deps[c] == "nmod:poss"
                      for e in resolver.entities(c) if e.holdings), None)  # fmt: skip
        state = next((names.at[c] for c in tree.children[token] if c in names.at and names.at[c].kind == "state"), None)
        bearer = _beside(tree, names, token)
        if whose is None or state is None or bearer is None or bearer is whose:
            continue
        model = whose.holdings[0]
        evidence = Span(tree.starts[token], tree.ends[token])
        bearer.holdings.append(Holding(model.title, model.name, state, evidence, model.unique, token))


def _beside(tree: Tree, names: Names, token: int) -> Entity | None:
    for at in range(token + 1, min(token + 4, len(tree.words))):
        entity = names.at.get(at)
        if entity is not None and entity.kind == "person":
            return entity
    return None


def _states(names: Names) -> list[tuple[int, Entity]]:
    """Every mention of a state, by token."""
    seen: set[Range] = set()
    found = []
    for token, entity in sorted(names.at.items(), key=lambda pair: pair[0]):
        if entity.kind == "state" and names.ranges[token] not in seen:
            seen.add(names.ranges[token])
            found.append((token, entity))
    return found


def _understood(states: list[tuple[int, Entity]], at: int) -> Entity | None:
    """A minister without a state is the minister of the state that the article is about, or of the one just named."""
    if not states:
        return None
    count = Counter(id(entity) for _, entity in states)
    first, number = count.most_common(1)[0]
    if number * 2 > len(states):
        return next(e for _, e in states if id(e) == first)
    before = [(t, e) for t, e in states if at - NEAR <= t < at]
    return before[-1][1] if before else None
