"""Which entity was mentioned where, in the order of the text, whenever a mention is found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from .entity import Entity


class History:
    """Mentions sorted by token. Looking back from a token takes no longer in a long article than in a short one."""

    __slots__ = ("_tokens", "_who")

    def __init__(self) -> None:
        self._tokens: list[int] = []
        self._who: list[Entity] = []

    def add(self, token: int, entity: Entity) -> None:
        if not self._tokens or token >= self._tokens[-1]:
            self._tokens.append(token)
            self._who.append(entity)
            return
        place = bisect_right(self._tokens, token)
        self._tokens.insert(place, token)
        self._who.insert(place, entity)

    def before(self, token: int, most: int) -> Iterator[tuple[int, Entity]]:
        """Up to `most` mentions before a token with their tokens, the latest first."""
        end = bisect_left(self._tokens, token)
        for at in range(end - 1, max(-1, end - 1 - most), -1):
            yield self._tokens[at], self._who[at]

    def replace(self, old: Entity, new: Entity) -> None:
        """Every mention of one is from now on one of the other."""
        self._who = [new if e is old else e for e in self._who]
