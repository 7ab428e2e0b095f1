"""Which wordings the model takes for one question."""

from __future__ import annotations

from dataclasses import dataclass

from ..leaning import Leanings

SURELY = 0.7  # share of a question from which it is one
LIKELY = 0.5  # share of an earlier question from which a later wording is taken for it


@dataclass(frozen=True, slots=True)
class Likeness:
    """The number of a wording's question, the same for all that are one, and of those that it perhaps words: those of
    which the model gives any share worth keeping (`leaning.SEEN`)."""

    number: int
    perhaps: frozenset[int]


def numbered(leanings: Leanings) -> dict[int, Likeness]:
    """From the tokens of questions to which question they word, as the model sees it.

    A link to words that are hardly a question counts as little as they do.
    """
    shares: dict[int, dict[int, float]] = {}
    for later, earlier, share in leanings.same:
        shares.setdefault(later, {})[earlier] = share * min(1.0, leanings.leanings[earlier].share / SURELY)
    found: list[Likeness] = []
    for n in range(len(leanings.leanings)):
        together: dict[int, float] = {}
        for earlier, share in shares.get(n, {}).items():
            together[found[earlier].number] = together.get(found[earlier].number, 0.0) + share
        best = max(together, key=lambda k: together[k], default=n)
        number = best if together.get(best, 0.0) >= LIKELY else n
        found.append(Likeness(number, frozenset({number, *together})))
    return {t: found[n] for n, leaning in enumerate(leanings.leanings) for t in range(*leaning.question)}


class Sameness:
    """How surely two wordings are one question, by the tokens that name them."""

    def __init__(self, leanings: Leanings) -> None:
        self._number = {t: n for n, leaning in enumerate(leanings.leanings) for t in range(*leaning.question)}
        self._shares = {(later, earlier): share for later, earlier, share in leanings.same}

    def of(self, one: int, other: int) -> float | None:
        """The share that the model gives to the later one meaning the earlier one's question; None where it sees no two
        questions in these tokens."""
        a, b = self._number.get(one), self._number.get(other)
        if a is None or b is None or a == b:
            return None
        return self._shares.get((max(a, b), min(a, b)), 0.0)
