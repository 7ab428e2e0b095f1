"""Organs of a state: "Kenya's foreign ministry", "the Kenyan parliament", "the foreign ministry of Kenya"."""

from __future__ import annotations

from ..tree import Tree
from .entity import Entity
from .naming import Names
from .spans import text_of
from .words import actor_words

REACH = 5  # words of an organ's name


def find_organs(tree: Tree, names: Names) -> None:
    """Make an organisation of each organ that stands behind its state."""
    done = -1
    for token in sorted(names.at):
        entity = names.at[token]
        end = names.ranges[token][1]
        if entity.kind != "state" or end <= done:
            continue
        done = end
        first = end + (tree.tags[end : end + 1] == ["POS"])
        last = _last_word(tree, names, first, entity)
        if last is not None:
            names.place(tree, organ(tree, names, first, last + 1, entity), (first, last + 1))


def organ(tree: Tree, names: Names, first: int, end: int, state: Entity) -> Entity:
    """The organ that tokens [first, end) name, of a state: "Foreign Ministry of Kenya"."""
    words = text_of(tree, first, end).split()
    label = " ".join(w[:1].upper() + w[1:] for w in words)
    made = Entity(f"{label} of {state.name}", "organisation", state.country)
    made.reported = False
    return names.known("organ", f"{label.lower()}/{state.country}", made)


def is_organ(tree: Tree, token: int) -> bool:
    """Whether a noun is what an organ is called: "ministry", "court"."""
    organs = actor_words().organs
    word = tree.words[token].lower()
    return word in organs or (token > 0 and f"{tree.words[token - 1].lower()} {word}" in organs)


def _last_word(tree: Tree, names: Names, first: int, state: Entity) -> int | None:
    named = names.at.get(first)
    if named is not None and named.country not in (None, state.country) and is_organ(tree, names.ranges[first][1] - 1):
        return names.ranges[first][1] - 1  # "Chad's Supreme Court", which the tables took for another's
    for at in range(first, min(first + REACH, len(tree.words))):
        if at in names.at or tree.pos[at] not in ("NOUN", "ADJ", "PROPN"):
            return None
        beyond = at + 1 < len(tree.words) and tree.pos[at + 1] in ("NOUN", "PROPN") and at + 1 not in names.at
        if tree.pos[at] != "ADJ" and not beyond:
            return at if is_organ(tree, at) else None
    return None
