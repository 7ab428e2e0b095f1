"""How likely a position is right, by what it was made of: a log-linear model with learned weights.

The weights, and on what they were fitted, stand in lexicon/stance_trust.yaml.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from statistics import fmean

from verbale.record import Actor

from ..lexicon.questions import question_words
from ..tree import Tree
from ..weighing import ALONE, LEAST, Features, chance, log_odds, table, weights_in
from . import polarity
from .finding import Found
from .following import OPPOSITE
from .joining import Wording
from .leads import LEAD
from .seeing import SEEN
from .spreading import spread

SHORT = 8  # sentences: in a shorter article everything is spoken of once only, and nobody contradicts anybody
HALF = 0.5
FOR_EACH_OTHER = ({"self", "principal"}, {"self", "speaker"})  # how two hold a claim of whom one speaks for the other
ALONE_IN_FEW = 0.75  # probability that a short article's position needs which only the model sees
FEW_WORDS = 0.2  # a short article says little of what would speak for a position, so less is asked of it
OF_ARTICLES = frozenset({"stands", "alone", "several", "many", "contested", "contradicts itself", "claims", "main",
                         "not main but one is", "asked", "lead", "spoken of", "far", "mentions"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """One claim from which a position is made: what proves it, and as what it counts for the actor.

    `held` is "self" where the claim names the actor, "principal" where it is told of who speaks for it, "speaker" where
    the actor speaks for whom it names.
    """

    found: Found
    proof: str
    held: str


@dataclass(slots=True)
class Stand:
    """One position in the making."""

    actor: str
    stance: str
    wording: Wording
    made: list[Made] = field(default_factory=list)
    trust: float = 1.0

    @property
    def evidence(self) -> tuple[str, ...]:
        """Ids of what proves it, each once, in the order of the text."""
        return tuple(dict.fromkeys(m.proof for m in self.made))

    @property
    def best(self) -> Made:
        """The claim that shows it most plainly."""
        return max(self.made, key=lambda m: m.found.claim.strength)


@dataclass(frozen=True, slots=True)
class Company:
    """What the positions on one question are: whose, on which sides, from how many claims, spoken of in the lead."""

    actors: int
    contested: bool
    claims: int
    opens: bool
    held: frozenset[tuple[str, str]]  # actors with their stances


class Trust:
    """Weighs the positions of one article."""

    def __init__(self, tree: Tree, stands: Sequence[Stand], actors: Mapping[str, Actor]) -> None:
        self.tree, self.actors = tree, actors
        self.long = len(tree.sentences) >= SHORT
        self._stands = Counter(s.actor for s in stands)
        self._has_main = any(s.wording.main for s in stands)
        on: dict[int, list[Stand]] = {}
        for each in stands:
            on.setdefault(id(each.wording), []).append(each)
        self._company = {key: self._of(some) for key, some in on.items()}
        keys = {m.found.matter.key for s in stands for m in s.made}
        self._told = spread(tree, keys) if self.long else {}

    def _of(self, some: Sequence[Stand]) -> Company:
        wording, stances = some[0].wording, {s.stance for s in some}
        first = min((self.tree.sentence[m.head] for m in wording.matters if m.head >= 0), default=LEAD)
        return Company(
            len({s.actor for s in some}), {"support", "oppose"} <= stances, sum(len(s.made) for s in some),
            bool(wording.lead) or first < LEAD, frozenset((s.actor, s.stance) for s in some),
        )  # fmt: skip

    def features(self, stand: Stand) -> Features:
        """What speaks for and against a position, by name; what is not named is 0."""
        named = [*self._of_claim(stand), *self._of_model(stand), *self._of_matter(stand), *self._of_actor(stand)]
        named += self._of_article(stand) if self.long else [("short", 1.0)]
        return {name: value for name, value in named if value}

    def _of_claim(self, stand: Stand) -> Iterable[tuple[str, float]]:
        best, tree = stand.best.found, self.tree
        claim, said = best.claim, best.statement
        yield "always", 1.0
        yield f"stance {stand.stance}", 1.0
        yield f"group {claim.group}", 1.0
        yield "strength", claim.strength
        yield "steps", min(claim.steps, 3) - 1.0
        yield "ends", float(claim.ends)
        yield "evidence", min(len(stand.evidence), 3) - 1.0
        yield "modal", float(polarity.modal(tree, claim.token) in ("would", "could", "can"))
        yield "negated", float(polarity.negated(tree, claim.token))
        yield f"voice {said.quotation if said is not None else 'own'}", 1.0
        yield "nested", float(said is not None and said.inside is not None)
        subject = tree.child(claim.token, "nsubj")
        yield f"subject {tree.pos[subject] if subject is not None else 'none'}", 1.0
        yield f"clause {tree.deps[claim.token].partition(':')[0]}", 1.0
        yield f"predicate {tree.pos[claim.token]}", 1.0
        yield "away", min(abs(claim.question - claim.token), 10) / 10
        first, end = tree.sentences[tree.sentence[claim.token]]
        yield "length", min(end - first, 50) / 50
        yield "by speaker", float(said is not None and said.speaker == stand.actor)

    def _of_model(self, stand: Stand) -> Iterable[tuple[str, float]]:
        """How the model sees it, where it sees it best; `best` is told by words, this perhaps by others."""
        rated = [m.found.claim.seen for m in stand.made if m.found.claim.seen is not None]
        yield "unseen", float(not rated)
        if not rated:
            return
        seen = max(rated, key=lambda s: s.whole)
        whole = log_odds(seen.whole)
        yield "seen as question", seen.question
        yield "seen as holder", seen.holder
        yield "seen as otherwise", seen.otherwise
        yield f"seen as {stand.stance}", seen.stance
        yield "seen", whole
        yield "seen alone", whole * (stand.best.found.claim.group == SEEN)
        yield "seen otherwise", float(seen.otherwise > seen.stance)
        yield "seen often", min(sum(s.whole > HALF for s in rated), 3) - 1.0

    def _of_matter(self, stand: Stand) -> Iterable[tuple[str, float]]:
        best, tree = stand.best.found, self.tree
        yield f"found by {best.how}", 1.0
        yield "concepts", float(min(len(best.matter.concepts), 4))
        yield "clause", float(tree.pos[best.matter.head] in ("VERB", "AUX"))
        yield "measure", float(question_words().is_measure(tree.lemmas[best.matter.head]))
        yield "of itself", float(stand.actor in best.matter.actors)
        yield "meeting", float(stand.wording.meeting is not None)
        full = max((len(m.concepts) for m in (*stand.wording.matters, *stand.wording.lead)), default=0)
        yield "fullest", float(min(full, 6))

    def _of_actor(self, stand: Stand) -> Iterable[tuple[str, float]]:
        actor = self.actors[stand.actor]
        yield f"held by {stand.best.held}", 1.0
        yield f"kind {actor.kind}", 1.0
        yield "office", float(any(o.of for o in actor.offices))
        yield "nameless", float(actor.name[:1].islower())

    def _of_article(self, stand: Stand) -> Iterable[tuple[str, float]]:
        best, wording, on = stand.best.found, stand.wording, self._company[id(stand.wording)]
        yield "stands", float(min(self._stands[stand.actor], 6))
        yield "alone", float(on.actors == 1)
        yield "several", float(on.actors >= 3)
        yield "many", float(on.actors >= 6)
        yield "contested", float(on.contested)
        yield "contradicts itself", float((stand.actor, OPPOSITE.get(stand.stance)) in on.held)
        yield "claims", float(min(on.claims, 8))
        yield "main", float(wording.main)
        yield "not main but one is", float(not wording.main and self._has_main)
        yield "asked", float(wording.asked)
        yield "lead", float(on.opens)
        yield "spoken of", float(min(len(self._told.get(best.matter.key, ())), 5))
        yield "far", float(self.tree.sentence[best.claim.token] / len(self.tree.sentences))
        yield "mentions", float(min(len(self.actors[stand.actor].mentions), 5))


@lru_cache(maxsize=2)
def weights(path: Path = table("stance_trust.yaml")) -> Mapping[str, float]:
    """The weights of positions. Raises LexiconError when the file has a mistake."""
    return weights_in(path)


def likely(features: Features) -> float:
    """The probability that a position is one which a careful reader would put down."""
    return chance(features, weights())


def trusted(tree: Tree, stands: Sequence[Stand], actors: Mapping[str, Actor]) -> list[Stand]:
    """The positions that are likely enough, each with its probability; those on a question of an agenda stay."""
    trust = Trust(tree, stands, actors)
    for each in stands:
        each.trust = likely(trust.features(each))
    _level(stands)
    unsure = _outdone(tree, stands)
    return [
        s for s in stands
        if (s.trust >= _needed(s, trust.long) and id(s) not in unsure) or s.wording.label is not None
    ]  # fmt: skip


def _level(stands: Sequence[Stand]) -> None:
    """Who speaks and whom he speaks for stand on a question together or not at all: both have the mean."""
    of_claim: dict[int, list[tuple[str, Stand]]] = {}
    for each in stands:
        for made in each.made:
            of_claim.setdefault(id(made.found), []).append((made.held, each))
    level = {id(each): fmean(s.trust for s in (each, *_beside(each, of_claim))) for each in stands}
    for each in stands:
        each.trust = level[id(each)]


def _beside(stand: Stand, of_claim: Mapping[int, Sequence[tuple[str, Stand]]]) -> list[Stand]:
    """Whom a stand's actor speaks for in its claims, or who speaks for the actor."""
    pairs = (
        (held, other) for m in stand.made for held, other in of_claim[id(m.found)]
        if {m.held, held} in FOR_EACH_OTHER
    )  # fmt: skip
    return list({id(other): other for _, other in pairs if other is not stand}.values())


def _needed(stand: Stand, long: bool) -> float:
    """A short article says little of what would speak for a position: less is asked of frames, more of the model."""
    if _is_only_seen(stand):
        return weights()[ALONE] if long else max(weights()[ALONE], ALONE_IN_FEW)
    return weights()[LEAST] * (1.0 if long else FEW_WORDS)


def _is_only_seen(stand: Stand) -> bool:
    return all(m.found.claim.group == SEEN for m in stand.made)


def _outdone(tree: Tree, stands: Sequence[Stand]) -> set[int]:
    """The stances that only the model sees where one sentence tells another of the same actor, a likelier one or one
    over several steps: "dropped its opposition" takes more than a look."""
    told: dict[tuple[str, int], list[Stand]] = {}
    for each in stands:
        for at in {tree.sentence[m.found.claim.token] for m in each.made}:
            told.setdefault((each.actor, at), []).append(each)
    pairs = ((a, b) for some in told.values() for a in some for b in some if a is not b and a.wording is b.wording)
    return {
        id(a) for a, b in pairs
        if _is_only_seen(a) and (a.trust <= b.trust or any(m.found.claim.steps > 1 for m in b.made))
    }  # fmt: skip
