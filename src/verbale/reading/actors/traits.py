"""What an article tells of people beside their names: "Ann Roe, a former engineer", so that "the engineer" is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..tree import Tree
from .entity import Entity
from .naming import Names
from .words import actor_words

WIDE = 14  # tokens of an apposition
BEFORE = 8  # tokens before a name
_TELLING = frozenset({"NOUN", "PROPN", "ADJ"})


class Traits:
    """For each person the words that titles, appositions and plain sentences ("Roe is an engineer") tell."""

    def __init__(self, tree: Tree, names: Names) -> None:
        self._tree, self._names = tree, names
        self._known: dict[int, set[str]] = {}
        for entity in names.entities:
            for held in entity.holdings:
                of = held.of.name.lower().split() if held.of is not None else []
                self._add(entity, [*held.title.lower().split(), *of])
        for token, entity in names.at.items():
            if entity.kind == "person" and names.ranges[token][0] == token:
                self._add(entity, self._told(token))

    def of(self, entity: Entity) -> set[str]:
        return self._known.get(id(entity), set())

    def words(self, tokens: Iterable[int]) -> list[str]:
        """The words among some tokens that tell of somebody, as lemmas, of words for the same thing one."""
        return [_usual(self._tree.lemmas[t]) for t in tokens if self._tree.pos[t] in _TELLING]

    def fits(self, entity: Entity, told: Sequence[str]) -> bool:
        """Whether all that is told of somebody is known of the entity."""
        return bool(told) and set(told) <= self.of(entity)

    def speaks_against(self, entity: Entity, told: Sequence[str]) -> bool:
        """ "the Republican" is nobody known as a Democrat."""
        parties = actor_words().parties
        ours, theirs = parties.intersection(told), parties.intersection(self.of(entity))
        return bool(ours and theirs) and not ours & theirs

    def _add(self, entity: Entity, words: Iterable[str]) -> None:
        self._known.setdefault(id(entity), set()).update(_usual(w) for w in words)

    def _told(self, first: int) -> Iterator[str]:
        tree, (_, end) = self._tree, self._names.ranges[first]
        head = tree.head_of(range(first, end))
        yield from self.words(self._before(first))
        for noun in self._predicated(head):
            near = (t for t in tree.subtree(noun) if abs(t - noun) <= WIDE and not first <= t < end)
            yield from self.words(t for t in near if tree.deps[tree.heads[t]] != "acl:relcl" or t == noun)

    def _before(self, first: int) -> Iterator[int]:
        """ "Libertarian candidate" before a name."""
        for at in range(first - 1, max(-1, first - 1 - BEFORE), -1):
            person = at in self._names.at and self._names.at[at].kind == "person"
            if person or (self._tree.pos[at] not in _TELLING and self._tree.words[at] != "-"):
                return
            yield at

    def _predicated(self, head: int) -> Iterator[int]:
        """The nouns that tell what somebody is: appositions on either side, and "is an engineer"."""
        tree = self._tree
        yield from (c for c in tree.all_children(head, "appos") if c > head and tree.pos[c] in ("NOUN", "ADJ"))
        governor = tree.heads[head]
        if tree.deps[head] == "appos" and tree.pos[governor] == "NOUN":
            yield governor
        if tree.deps[head] == "nsubj" and tree.pos[governor] == "NOUN" and tree.child(governor, "cop") is not None:
            yield governor


def _usual(word: str) -> str:
    word = word.lower()
    return actor_words().alike.get(word, word)
