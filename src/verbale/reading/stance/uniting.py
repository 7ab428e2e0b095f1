"""Which questions are one in other words, weighed: a log-linear model over what two of them have in common.

`joining` puts wordings together by their words; here those that share few, "the levy" and "paying for the road", are
united where words, holders and the model together make it likely. The weights, and on what they were fitted, stand in
lexicon/union_trust.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import combinations, product
from pathlib import Path

from ..lexicon.files import read_weights
from ..lexicon.questions import question_words
from ..tree import Tree
from ..weighing import LEAST, Features, chance, log_odds, table
from .alike import Sameness
from .following import OPPOSITE
from .joining import amounts
from .matters import Matter
from .trusting import Stand

MOST = 60  # questions of one article that are compared; an article has seldom ten
NEAR = 3.0  # sentences over which being near loses its weight


class Question:
    """One question of an article, and what it tells about itself: its wordings and who stands on it."""

    def __init__(self, tree: Tree, stands: Sequence[Stand]) -> None:
        self.tree, self.wording, self.stands = tree, stands[0].wording, stands
        self.matters: list[Matter] = [*self.wording.matters, *self.wording.lead]
        self.heads = sorted({m.head for m in self.matters if m.head >= 0})
        self.held = {(s.actor, s.stance) for s in stands}
        self.claims = [(tree.sentence[m.found.claim.token], s.actor) for s in stands for m in s.made]

    @cached_property
    def concepts(self) -> frozenset[str]:
        return frozenset(c for m in self.matters for c in m.concepts)

    @cached_property
    def keys(self) -> frozenset[str]:
        return frozenset(m.key for m in self.matters if not m.points)

    @cached_property
    def actors(self) -> frozenset[str]:
        return frozenset(a for m in self.matters for a in m.actors)

    @cached_property
    def amounts(self) -> frozenset[str]:
        return frozenset(a for m in self.matters for a in amounts(m))

    @cached_property
    def fullest(self) -> int:
        return max((len(m.concepts) for m in self.matters), default=0)

    @cached_property
    def sentences(self) -> frozenset[int]:
        return frozenset(sentence for sentence, _ in self.claims)


def features(one: Question, other: Question, sameness: Sameness | None, count: int) -> Features:
    """What speaks for and against two questions being one, by name; `count` questions has the article."""
    named = [("always", 1.0), ("questions", min(count, 10) / 10), *_of_model(one, other, sameness)]
    named += [*_of_words(one, other), *_of_holders(one, other), *_of_places(one, other)]
    return {name: value for name, value in named if value}


def _of_model(one: Question, other: Question, sameness: Sameness | None) -> Iterator[tuple[str, float]]:
    pairs = product(one.heads, other.heads) if sameness is not None else ()
    shares = [share for a, b in pairs if sameness and (share := sameness.of(a, b)) is not None]
    yield "unseen", float(not shares)
    if shares:
        yield "seen", log_odds(max(shares))
        yield "seen at large", log_odds(sum(shares) / len(shares))


def _of_words(one: Question, other: Question) -> Iterator[tuple[str, float]]:
    common, least = one.concepts & other.concepts, min(len(one.concepts), len(other.concepts))
    yield "in common", float(min(len(common), 3))
    yield "share in common", len(common) / max(1, least)
    yield "one head", float(bool(one.keys & other.keys))
    yield "head within", float(bool(one.keys & other.concepts or other.keys & one.concepts))
    shorter, longer = sorted((one.fullest, other.fullest))
    yield "shorter", float(min(shorter, 4))
    yield "longer", float(min(longer, 6))
    is_measure = [any(question_words().is_measure(key) for key in each.keys) for each in (one, other)]
    yield "a measure", float(any(is_measure))
    yield "both measures", float(all(is_measure))
    yield "amounts apart", float(bool(one.amounts and other.amounts and not one.amounts & other.amounts))
    yield "turned apart", float(one.wording.turned != other.wording.turned)
    yield "actors in common", float(min(len(one.actors & other.actors), 2))
    yield "actors apart", float(bool(one.actors and other.actors and not one.actors & other.actors))
    verbs = [any(one.tree.pos[h] in ("VERB", "AUX") for h in each.heads) for each in (one, other)]
    yield "a clause", float(any(verbs))
    yield "both clauses", float(all(verbs))


def _of_holders(one: Question, other: Question) -> Iterator[tuple[str, float]]:
    yield "agreed on", float(min(len(one.held & other.held), 3))
    both = {a for a, _ in one.held} & {a for a, _ in other.held}
    yield "holders in common", float(min(len(both), 3))
    sides = [{s for _, s in each.held} & OPPOSITE.keys() for each in (one, other)]
    yield "opposite sides", float(bool(sides[0] and sides[1] and not sides[0] & sides[1]))
    yield "contested", float(any(len(s) > 1 for s in sides))
    yield "fewer holders", float(min(len(one.held), len(other.held), 4))
    yield "main", float(one.wording.main or other.wording.main)


def _of_places(one: Question, other: Question) -> Iterator[tuple[str, float]]:
    apart = min((abs(a - b) for a in one.sentences for b in other.sentences), default=0)
    yield "near", NEAR / (NEAR + apart)
    yield "one sentence", float(bool(one.sentences & other.sentences))
    yield "one sentence, one holder", float(bool(set(one.claims) & set(other.claims)))
    yield "asked", float(one.wording.asked or other.wording.asked)


@lru_cache(maxsize=2)
def weights(path: Path = table("union_trust.yaml")) -> Mapping[str, float]:
    """The weights of unions. Raises LexiconError when the file has a mistake."""
    return read_weights(path, LEAST)


def likely(found: Features) -> float:
    """The probability that a careful reader would take two questions for one."""
    return chance(found, weights())


def unite(tree: Tree, stands: Sequence[Stand], sameness: Sameness | None) -> list[Stand]:
    """The positions with questions that are likely one put together; two of an agenda stay two."""
    questions = _questions(tree, stands)
    compared = questions[:MOST]
    chances = {
        (a, b): likely(features(compared[a], compared[b], sameness, len(questions)))
        for a, b in combinations(range(len(compared)), 2)
        if _may_be_one(compared[a], compared[b])
    }
    groups = {n: [n] for n in range(len(compared))}
    for a, b in sorted(chances, key=lambda pair: -chances[pair]):
        if groups[a] is not groups[b] and _mean(chances, groups[a], groups[b]) >= weights()[LEAST]:
            groups[a] += groups[b]
            groups |= dict.fromkeys(groups[b], groups[a])
    for group in {id(g): sorted(g) for g in groups.values()}.values():
        _put_together([questions[n] for n in group])
    return _once(stands)


def _questions(tree: Tree, stands: Iterable[Stand]) -> list[Question]:
    found: dict[int, list[Stand]] = {}
    for each in stands:
        found.setdefault(id(each.wording), []).append(each)
    return [Question(tree, some) for some in found.values()]


def _may_be_one(one: Question, other: Question) -> bool:
    """Not two of an agenda, nor a meeting as such, nor where somebody is for one and against the other."""
    if None not in (one.wording.label, other.wording.label):
        return False
    if one.wording.meeting is not None or other.wording.meeting is not None:
        return False
    return not any((actor, OPPOSITE.get(stance)) in other.held for actor, stance in one.held)


def _mean(chances: Mapping[tuple[int, int], float], one: Sequence[int], other: Sequence[int]) -> float:
    """The mean over all pairs of two groups (average linkage); nought where two of them cannot be one."""
    found = [chances.get((min(a, b), max(a, b)), 0.0) for a, b in product(one, other)]
    return sum(found) / len(found) if all(found) else 0.0


def _put_together(some: Sequence[Question]) -> None:
    """All wordings to the first question, or to the one that an agenda gives."""
    home = next((q for q in some if q.wording.label is not None), some[0])
    for each in some:
        if each is home:
            continue
        home.wording.matters += each.wording.matters
        home.wording.lead += each.wording.lead
        home.wording.main |= each.wording.main
        home.wording.asked |= each.wording.asked
        for stand in each.stands:
            stand.wording = home.wording
            for made in stand.made:
                made.found.wording = home.wording


def _once(stands: Sequence[Stand]) -> list[Stand]:
    """The positions of one actor with one stance on one question as one, in the order of the text."""
    found: dict[tuple[str, int, str], Stand] = {}
    for each in stands:
        key = (each.actor, id(each.wording), each.stance)
        known = found.get(key)
        found[key] = each if known is None else replace(
            known, made=[*known.made, *each.made], trust=max(known.trust, each.trust)
        )  # fmt: skip
    return list(found.values())
