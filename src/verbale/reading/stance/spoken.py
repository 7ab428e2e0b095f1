"""Which statement a token belongs to, and who speaks there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from verbale.record import Actor, Statement

from ..tree import Tree

OURSELVES = frozenset({"i", "we", "us", "me", "our", "my", "ours", "ourselves"})


class Cast(Protocol):
    """What stance needs to know of an article's actors."""

    def at(self, start: int, end: int) -> tuple[str, ...]:
        """Ids of the actors that a span of text names; empty when it names none."""

    def actors(self) -> tuple[Actor, ...]:
        """All actors that have been found so far."""

    def people(self) -> Mapping[int, str]:
        """The tokens of names of people, with their ids."""


class Spoken:
    """For each token the innermost statement that has it in its content, and the one that has it at all."""

    def __init__(self, tree: Tree, statements: Sequence[Statement]) -> None:
        self._by_id = {each.id: each for each in statements}
        self.content: list[Statement | None] = [None] * len(tree.words)
        self.whole: list[Statement | None] = [None] * len(tree.words)
        for each in sorted(statements, key=_length, reverse=True):
            for token in _tokens(tree, each.content):
                self.content[token] = self.whole[token] = each
        for each in statements:
            for token in _tokens(tree, (*each.source, *each.cue)):
                if self.content[token] is None or self.content[token].id == each.inside:  # type: ignore[union-attr]
                    self.whole[token] = each

    def outside(self, statement: Statement) -> Statement | None:
        """The statement in which one stands, if it stands in one."""
        return self._by_id.get(statement.inside or "")

    def speaker(self, token: int) -> str | None:
        """Who says the words in which a token stands; None for the article's own voice."""
        found = self.content[token]
        return found.speaker if found is not None else None


def is_ourselves(tree: Tree, token: int) -> bool:
    """Whether a word means whoever speaks; "US" does not."""
    return tree.words[token].lower() in OURSELVES and tree.words[token] != "US"


def _length(statement: Statement) -> int:
    return sum(s.end - s.start for s in statement.content)


def _tokens(tree: Tree, spans: Sequence[tuple[int, int]]) -> list[int]:
    return [t for start, end in spans for t in tree.tokens(start, end)]
