"""What the model sees of stances beside the frames: it agrees with their claims or not, and adds some of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..leaning import Leaning, Leanings
from ..tree import Range, Tree
from .claims import Claim, Seen
from .conditions import is_unreal
from .phrases import core
from .spoken import Spoken

SEEN = "seen"  # the group of the claims that only the model makes
LEAST = 0.12  # share of a question's pointer from which an actor can be its holder
BESIDE = 0.5  # of the largest share: who has that much holds it as well, as one of several
NAMED = ("flat", "compound", "nmod", "appos", "det", "amod", "case", "nummod")
STANCES = ("support", "oppose", "conditional", "neutral")
NEAR = 1  # sentences between a stance and what it depends on


@dataclass(frozen=True, slots=True)
class _View:
    """A leaning with its head token and the share of each actor in its pointer."""

    leaning: Leaning
    head: int
    shares: Mapping[str, float]


class Seeing:
    """Holds the claims of one article against the model; `who` gives the ids of whom a phrase names."""

    def __init__(
        self, tree: Tree, spoken: Spoken, leanings: Leanings, who: Callable[[int], tuple[str, ...]],
        outside: frozenset[int] = frozenset(),
    ) -> None:  # fmt: skip
        self.tree, self.spoken, self.who = tree, spoken, who
        self._known: dict[int, tuple[str, ...]] = {}
        self._conditions: dict[int, list[Range]] = {}  # by sentence
        for condition in leanings.conditions:
            self._conditions.setdefault(tree.sentence[condition[0]], []).append(condition)
        seen = (x for x in leanings.leanings if x.question[0] not in outside)
        self.views = [_View(x, tree.head_of(range(*x.question)), self._shares(x)) for x in seen]
        self._in: dict[int, list[int]] = {}  # numbers of the views that have words in a sentence
        for n, view in enumerate(self.views):
            for sentence in {tree.sentence[t] for t in range(*view.leaning.question)}:
                self._in.setdefault(sentence, []).append(n)

    def __call__(self, told: Sequence[Claim]) -> Iterator[Claim]:
        """The claims told by frames, each with how the model sees it, then those that the model alone makes."""
        taken: set[tuple[int, str, str]] = set()
        for claim in told:
            near = self._in.get(self.tree.sentence[claim.question], ())
            at = [n for n in near if self._is_about(claim, self.views[n])]
            # Who sets conditions is not simply for it, whatever the model thinks.
            says = STANCES if claim.stance == "conditional" else (claim.stance,)
            taken |= {(n, holder, stance) for n in at for holder in claim.holders for stance in says}
            yield replace(claim, seen=max((self._seen(self.views[n], claim) for n in at), key=_whole, default=None))
        for n, view in enumerate(self.views):
            yield from self._own(n, view, taken)

    def _seen(self, view: _View, claim: Claim) -> Seen:
        share = max((view.shares.get(h, 0.0) for h in claim.holders), default=0.0)
        return _rated(view.leaning, share, claim.stance)

    def _own(self, number: int, view: _View, taken: set[tuple[int, str, str]]) -> Iterator[Claim]:
        stance = max(STANCES, key=lambda s: view.leaning.stances[s])
        least = max([LEAST, *(BESIDE * share for share in view.shares.values())])
        holders = tuple(h for h, share in view.shares.items() if share >= least and (number, h, stance) not in taken)
        predicate = self._predicate(view.head)
        if not holders or self._is_unsaid(predicate) or self._is_own_act(view):
            return
        seen = _rated(view.leaning, max(view.shares[h] for h in holders), stance)
        condition = self._condition(view) if stance == "conditional" else None
        yield Claim(holders, stance, view.head, predicate, condition, seen.whole, SEEN, seen=seen)

    def _is_unsaid(self, predicate: int) -> bool:
        """Whether a statement is only denied, or something only would have been."""
        statement = self.spoken.content[predicate]
        return (statement is not None and statement.denied) or is_unreal(self.tree, predicate)

    def _is_own_act(self, view: _View) -> bool:
        """ "criticised", or "Norway criticised the governor", is what somebody does, and no question."""
        subject = self.tree.child(view.head, "nsubj")
        first, end = view.leaning.question
        if subject is None or not set(self.who(subject)) & set(view.shares):
            return False
        return first <= subject < end or (end - first == 1 and self.tree.pos[first] == "VERB")

    def _is_about(self, claim: Claim, view: _View) -> bool:
        """Whether a claim and a view are of the same words."""
        first, end = view.leaning.question
        if first <= claim.question < end:
            return True
        if claim.points or self.tree.sentence[claim.question] != self.tree.sentence[view.head]:
            return False
        return view.head in core(self.tree, claim.question)

    # -- whose ----------------------------------------------------------------------------------------------

    def _shares(self, leaning: Leaning) -> dict[str, float]:
        """The share of each actor: of the words that name it; who speaks has the share of nobody in reach."""
        found: dict[str, float] = {}
        for token, share in leaning.holders:
            for actor in self._named(token):
                found[actor] = found.get(actor, 0.0) + share
        speaker = self.spoken.speaker(leaning.question[0])
        if speaker is not None:
            found[speaker] = found.get(speaker, 0.0) + leaning.none
        return _together(found)

    def _named(self, token: int) -> tuple[str, ...]:
        """Whom a word names, alone or in its phrase."""
        for _ in range(4):
            if token not in self._known:  # many questions point to one holder
                self._known[token] = self.who(token)
            if found := self._known[token]:
                return found
            if self.tree.relations[token] not in NAMED:
                return ()
            token = self.tree.heads[token]
        return ()

    # -- where ----------------------------------------------------------------------------------------------

    def _predicate(self, head: int) -> int:
        """The verb over a question; its own head where none is in its sentence."""
        at = head
        while self.tree.heads[at] != at:
            at = self.tree.heads[at]
            if self.tree.pos[at] == "VERB":
                return at
        return head

    def _condition(self, view: _View) -> Range | None:
        at = self.tree.sentence[view.head]
        near = [c for n in range(at - NEAR, at + NEAR + 1) for c in self._conditions.get(n, ())]
        best = min(near, key=lambda c: abs(c[0] - view.head), default=None)
        return (self.tree.starts[best[0]], self.tree.ends[best[1] - 1]) if best is not None else None


def _together(shares: dict[str, float]) -> dict[str, float]:
    """Several who hold one stance divide the pointer: each of them has what they have together."""
    most = max(shares.values(), default=0.0)
    several = {h for h, share in shares.items() if share >= max(LEAST, BESIDE * most)}
    whole = sum(shares[h] for h in several)
    return {h: whole if h in several else share for h, share in shares.items()}


def _rated(leaning: Leaning, share: float, stance: str) -> Seen:
    """How the model sees a stance; a condition turns what looks like a plain stance into a conditional one."""
    alike = ("support", "oppose", "conditional") if stance == "conditional" else (stance,)
    others = (p for other, p in leaning.stances.items() if other in STANCES and other not in alike)
    return Seen(leaning.share, min(share, 1.0), sum(leaning.stances[s] for s in alike), max(others))


def _whole(seen: Seen) -> float:
    return seen.whole
