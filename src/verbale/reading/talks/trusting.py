"""How likely a participation is right, by what it was made of: a log-linear model with learned weights.

The weights, and on what they were fitted, stand in lexicon/seat_trust.yaml.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from verbale.record import Actor

from ..stance import polarity
from ..tree import Tree
from ..weighing import ALONE, LEAST, Features, chance, log_odds, table, weights_in
from .draft import Draft
from .seats import Seat
from .seeing import SEEN

SHORT = 8  # sentences
ALONE_IN_FEW = 0.7  # probability that a short article's seat needs which only the model sees


class SeatTrust:
    """Weighs the seats of one article."""

    def __init__(
        self, tree: Tree, seats: Sequence[Seat], drafts: Sequence[Draft], actors: Mapping[str, Actor]
    ) -> None:  # fmt: skip
        self.tree, self.drafts, self.actors = tree, drafts, actors
        self._of_meeting = Counter(s.meeting for s in seats)
        self._statuses: dict[tuple[int, str], set[str]] = {}
        self._roles: dict[tuple[int, str], set[str]] = {}
        for seat in seats:
            self._statuses.setdefault((seat.meeting, seat.actor), set()).add(seat.status)
            self._roles.setdefault((seat.meeting, seat.actor), set()).add(seat.role)

    def features(self, seat: Seat) -> Features:
        """What speaks for and against a seat, by name; what is not named is 0."""
        named = [*self._of_seat(seat), *self._of_sight(seat), *self._of_actor(seat)]
        return {name: value for name, value in named if value}

    def _of_seat(self, seat: Seat) -> Iterable[tuple[str, float]]:
        tree, draft, place = self.tree, self.drafts[seat.meeting], (seat.meeting, seat.actor)
        yield "always", 1.0
        yield f"status {seat.status}", 1.0
        yield f"role {seat.role}", 1.0
        yield f"{seat.role} {seat.status}", 1.0
        yield f"by {seat.by or 'a phrase'}", 1.0
        yield "told by itself", float(seat.according_to == seat.actor)
        yield "told by nobody", float(seat.according_to is None)
        yield "negated", float(polarity.negated(tree, seat.token))
        yield "modal", float(bool(polarity.modal(tree, seat.token)))
        yield f"predicate {tree.pos[seat.token]}", 1.0
        yield "day told", float(draft.date is not None)
        yield "place told", float(draft.place is not None)
        yield "unsure meeting", float(draft.unsure)
        yield "at the meeting", float(any(tree.sentence[h] == tree.sentence[seat.token] for h in draft.heads))
        yield "company", float(min(self._of_meeting[seat.meeting], 8))
        yield "other statuses", float(len(self._statuses[place]) - 1)
        yield "other roles", float(len(self._roles[place]) - 1)
        yield "far", tree.sentence[seat.token] / len(tree.sentences)

    def _of_sight(self, seat: Seat) -> Iterable[tuple[str, float]]:
        sight = seat.sight
        yield "unseen", float(sight is None)
        if sight is not None:
            whole = log_odds(sight.status * sight.role)
            yield f"seen as {seat.status}", sight.status
            yield f"seen as {seat.role}", sight.role
            yield "seen as otherwise", sight.otherwise
            yield "seen", whole
            yield "seen alone", whole * (seat.by == SEEN)
            yield "seen otherwise", float(sight.otherwise > sight.status)

    def _of_actor(self, seat: Seat) -> Iterable[tuple[str, float]]:
        actor = self.actors[seat.actor]
        yield f"kind {actor.kind}", 1.0
        yield "nameless", float(actor.name[:1].islower())
        yield "mentions", float(min(len(actor.mentions), 5))


@lru_cache(maxsize=2)
def weights(path: Path = table("seat_trust.yaml")) -> Mapping[str, float]:
    """The weights of participation. Raises LexiconError when the file has a mistake."""
    return weights_in(path)


def likely(features: Features) -> float:
    """The probability that a participation is one which a careful reader would put down."""
    return chance(features, weights())


def trusted(tree: Tree, seats: Sequence[Seat], drafts: Sequence[Draft], actors: Mapping[str, Actor]) -> list[Seat]:
    """The seats that are likely enough; of a short article, which says little beside, less is asked of the frames'."""
    trust, short = SeatTrust(tree, seats, drafts, actors), len(tree.sentences) < SHORT

    def needed(seat: Seat) -> float:
        if seat.by == SEEN:
            return max(weights()[ALONE], ALONE_IN_FEW * short)
        return 0.0 if short else weights()[LEAST]

    kept = [seat for seat in seats if likely(trust.features(seat)) >= needed(seat)]
    told = {_place(tree, seat) for seat in kept if seat.by != SEEN}
    return [seat for seat in kept if seat.by != SEEN or _place(tree, seat) not in told]


def _place(tree: Tree, seat: Seat) -> tuple[int, str, int]:
    """Of whose part in what a sentence tells: where a frame reads it there, the model has no word of its own."""
    return seat.meeting, seat.actor, tree.sentence[seat.token]
