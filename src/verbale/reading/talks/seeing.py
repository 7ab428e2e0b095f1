"""What the model sees of who takes part, beside the frames: it rates their seats and adds seats of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import cast

from verbale.record import Role, Status

from ..leaning import Leanings, Taking
from ..tree import Tree
from .draft import Draft
from .seats import Seat, Sight

SEEN = "seen"  # by what a seat is told that only the model sees
LEAST = 0.15  # probability from which a status makes a seat
AS = 0.3  # probability from which a role does, beside the likeliest one
POINTED = 0.3  # share of a pointer from which its meeting is meant
FAR = 10  # sentences over which a meeting is looked for that the words do not point to


class Sights:
    """Holds the seats of one article against the model.

    `who` gives the ids of whom a phrase names, `told` on whose word a predicate's seat stands.
    """

    def __init__(
        self, tree: Tree, leanings: Leanings, drafts: Sequence[Draft], who: Callable[[int], tuple[str, ...]],
        told: Callable[[int, str], str | None], outside: frozenset[int] = frozenset(),
    ) -> None:  # fmt: skip
        self.tree, self.drafts, self.told = tree, drafts, told
        self._meeting = {t: n for n, d in enumerate(drafts) for span in d.spans for t in tree.tokens(*span)}
        self._meeting |= {t: n for n, d in enumerate(drafts) for t in d.heads}
        self._spoken_of = sorted(self._meeting)
        takings = [x for x in leanings.takings if x.words[0] not in outside]
        self.views = [(taking, self._named(taking, who), self._which(taking)) for taking in takings]
        self._in: dict[int, list[Taking]] = {}  # by sentence
        self._names = {id(taking): actors for taking, actors, _ in self.views}
        for taking in takings:
            self._in.setdefault(tree.sentence[taking.words[0]], []).append(taking)

    def __call__(self, seats: Sequence[Seat]) -> Iterator[Seat]:
        """The seats told by frames, each with how the model sees it, then those that the model alone sees."""
        taken: set[tuple[int, str, str, str]] = set()
        for seat in seats:
            near = (x for x in self._in.get(self.tree.sentence[seat.token], ()) if seat.actor in self._names[id(x)])
            taken.add((seat.meeting, seat.actor, seat.status, seat.role))
            yield replace(seat, sight=max((_sight(x, seat) for x in near), key=_sure, default=None))
        for taking, actors, meeting in self.views:
            if meeting is not None:
                yield from self._own(taking, actors, meeting, taken)

    def _own(
        self, taking: Taking, actors: Sequence[str], meeting: int, taken: set[tuple[int, str, str, str]]
    ) -> Iterator[Seat]:  # fmt: skip
        token = self._predicate(taking)
        likeliest = max(taking.roles, key=lambda r: taking.roles[r])
        roles = [r for r, share in taking.roles.items() if r == likeliest or share >= AS]
        statuses = [s for s, share in taking.statuses.items() if share >= LEAST]
        for actor, role, status in product(actors, roles, statuses):
            if (meeting, actor, status, role) not in taken:
                told = self.told(token, actor)
                seat = Seat(meeting, actor, cast(Role, role), cast(Status, status), token, told, by=SEEN)
                yield replace(seat, sight=_sight(taking, seat))

    def _named(self, taking: Taking, who: Callable[[int], tuple[str, ...]]) -> tuple[str, ...]:
        """Whom the words name: their head, else any of them."""
        tokens = range(*taking.words)
        head = self.tree.head_of(tokens)
        return who(head) or next((found for t in reversed(tokens) if (found := who(t))), ())

    def _which(self, taking: Taking) -> int | None:
        """The meeting to which the words point; else the one last spoken of before them, or the only one."""
        shares: dict[int, float] = {}
        for token, share in taking.meetings:
            if token in self._meeting:
                shares[self._meeting[token]] = shares.get(self._meeting[token], 0.0) + share
        best = max(shares, key=lambda n: shares[n], default=None)
        if best is not None and shares[best] >= POINTED:
            return best
        at = self.tree.sentence[taking.words[0]]
        before = bisect_left(self._spoken_of, taking.words[0])
        last = self._spoken_of[before - 1] if before else None
        if last is not None and at - self.tree.sentence[last] <= FAR:
            return self._meeting[last]
        return 0 if len(self.drafts) == 1 else None

    def _predicate(self, taking: Taking) -> int:
        """The verb over the words; their own head where none is in the sentence."""
        head = at = self.tree.head_of(range(*taking.words))
        while self.tree.heads[at] != at:
            at = self.tree.heads[at]
            if self.tree.pos[at] == "VERB":
                return at
        return head


def _sight(taking: Taking, seat: Seat) -> Sight:
    others = max((p for s, p in taking.statuses.items() if s != seat.status), default=0.0)
    return Sight(taking.statuses[seat.status], taking.roles[seat.role], others)


def _sure(sight: Sight) -> float:
    return sight.status * sight.role


def meeting_heads(tree: Tree, leanings: Leanings) -> frozenset[int]:
    """The nouns that mean a meeting as the model sees it."""
    heads = (tree.head_of(range(*span)) for span in leanings.meetings)
    return frozenset(h for h in heads if tree.tags[h].startswith("NN"))


