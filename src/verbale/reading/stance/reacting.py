"""Reactions: who welcomes or regrets what somebody did takes their side, or the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from ..tree import Tree
from .claims import Claim
from .following import OPPOSITE
from .joining import Wording
from .matters import Matter

REACTION = 3  # sentences over which "the decision" looks back
_REACTIONS = frozenset({"welcoming", "supporting", "condemning", "doubting", "disapproving judgements", "calling names",
                        "approving judgements", "defending", "opposing"})  # fmt: skip
_NO_DEEDS = _REACTIONS | {"coming"}
_DECISIONS = frozenset("decision ruling verdict move step announcement news veto rejection refusal outcome result "
                       "choice judgment judgement reversal change vote".split())  # fmt: skip
_ENDS = frozenset({"outcome", "result", "vote"})  # of the question that most was said on


class Reacting(Protocol):
    """A claim with its matter and question, both of which a reaction can change."""

    claim: Claim
    wording: Wording | None

    @property
    def matter(self) -> Matter: ...


def react(tree: Tree, found: Sequence[Reacting]) -> None:
    """ "The council rejected the plan. The union welcomed the decision": the union is against the plan, too."""
    told = sorted(found, key=lambda f: f.claim.token)
    for n, each in enumerate(told):
        if each.claim.group not in _REACTIONS | {"doing it"} or each.claim.stance == "conditional":
            continue
        if tree.lemmas[_meant(tree, each.claim.question)].lower() not in _DECISIONS or len(each.matter.concepts) > 1:
            continue
        if tree.lemmas[each.claim.question].lower() in _ENDS and each.claim.group.endswith("judgements"):
            each.wording = None  # "the result was a victory": of which side, is not told
            continue
        if each.claim.group == "doing it":
            each.wording = None  # "announced the step": which of them, is told before
            continue
        before = (f for f in reversed(told[:n]) if not set(f.claim.holders) & set(each.claim.holders))
        deeds = [f for f in before if f.claim.stance in OPPOSITE and f.wording and f.claim.group not in _NO_DEEDS]
        if tree.lemmas[each.claim.question].lower() in _ENDS:
            deeds = [f for f in deeds if f.wording is not None and len(f.wording.matters) > 2]
        at = tree.sentence[each.claim.token]
        near = (f for f in deeds if at - tree.sentence[f.claim.token] <= REACTION)
        last = next(near, None) or next((f for f in deeds if f.wording is each.wording), None)
        if last is not None:
            stance = last.claim.stance if each.claim.stance == "support" else OPPOSITE[last.claim.stance]
            each.claim, each.wording = replace(each.claim, stance=stance), last.wording


def _meant(tree: Tree, token: int) -> int:
    """ "The ruling was welcomed by Oslo. Bern called it a betrayal": with "it" the subject of the sentence before."""
    if tree.words[token].lower() not in ("it", "this", "that") or tree.sentence[token] == 0:
        return token
    first, end = tree.sentences[tree.sentence[token] - 1]
    root = next((t for t in range(first, end) if tree.heads[t] == t), first)
    return tree.child(root, "nsubj", "nsubj:pass") or token
