"""One predicate on the way from a holder to a question."""

from __future__ import annotations

from dataclasses import dataclass

OBLIGING = 0.75  # "must", "should"
WEAKER = 0.8  # confidence left after a negation, a reported stance, or a modal verb
RESOLVED = frozenset({"will", "would", "wo", "'ll", "’ll", "shall"})  # modal verbs of what somebody is set to do
WILLING = RESOLVED | {"could", "can", "ca"}


@dataclass(frozen=True, slots=True)
class Step:
    """One predicate on the way from a holder to a question: +1 keeps the stance, -1 turns it, 0 makes it neutral."""

    token: int
    argument: int
    sign: int
    kind: str  # stance, carrying, obliging, depending, refusing, resolving, acting
    holder: str  # subject, speaker
    strength: float
    group: str
    ends: bool = False  # what it is about is stopped or undone
    form: str = "verb"
