"""The class of a deed: frames and the model are two witnesses of it.

The model gives each class a probability; a frame of strength s multiplies that of its own class by s / (1 - s), its
odds (naive Bayes, as if the two erred independently). What they make of it together, brought to the sum of one, is the
confidence: a sure model outvotes a frame, a frame decides where the model wavers, and where they agree it rises. A
frame alone has its strength; where there is no frame the model fills in, if it is sure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from verbale.record import EventClass

from ..lexicon.deeds import Deed

SURE = 0.85  # of a class that only the model sees
SUREST = 0.99  # of a frame: a strength of 1 would have no odds
KIND = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
_YIELD = ("CONCEDE", "RETREAT")  # one class of the model: which of both, the frame says
_SETTLED = frozenset({"REJECT", "ACCUSE", "REQUEST", "THREATEN", "AGREE"})  # to announce them is to do them


@dataclass(frozen=True, slots=True)
class Verdict:
    """A PLOVER class with its mode and how sure it is, 0 to 1."""

    class_: EventClass
    mode: str | None
    confidence: float


def judge(deed: Deed | None, rated: Mapping[str, float]) -> Verdict | None:
    """The class of a deed by its frame and by the model's probabilities, either of which may be missing."""
    if deed is None:
        return _filled_in(rated)
    if not rated:
        return Verdict(deed.class_, deed.mode, deed.strength)
    weights = _weights(deed, rated)
    best = max(weights, key=lambda c: weights[c])
    confidence = weights[best] / sum(weights.values())
    if best == deed.class_:
        return Verdict(deed.class_, deed.mode, round(confidence, 3))
    return Verdict(best, None, round(confidence, 3))


def _filled_in(rated: Mapping[str, float]) -> Verdict | None:
    best = next(iter(rated), None)
    if best is None or rated[best] < SURE:
        return None
    return Verdict("CONCEDE" if best == "YIELD" else best, None, round(rated[best], 3))  # type: ignore[arg-type]


def _weights(deed: Deed, rated: Mapping[str, float]) -> dict[EventClass, float]:
    yielding = deed.class_ if deed.class_ in _YIELD else "CONCEDE"
    shares = {(yielding if name == "YIELD" else name): share for name, share in rated.items()}
    strength = min(deed.strength, SUREST)
    odds = strength / (1 - strength)
    return {c: share * (odds if c == deed.class_ else 1.0) for c, share in shares.items()}  # type: ignore[misc]


def turned(verdict: Verdict, *, negated: bool, ahead: bool) -> Verdict | None:
    """What a deed is that was not done, or that will be done; None where that is no deed."""
    kind = verdict.class_ in KIND
    if negated:
        return Verdict("REJECT", None, verdict.confidence) if kind else None
    if ahead and verdict.class_ not in _SETTLED:
        mode = "meet" if verdict.class_ == "CONSULT" else None
        return Verdict("AGREE" if kind else "THREATEN", mode, verdict.confidence)
    return verdict
