"""How one actor is toward another, and in what tone an actor is spoken of: attitudes, told sentence by sentence.

Two witnesses again (see judging.py): a deed between the two, found by the frames, speaks for a side with odds of its
confidence, the model's heads give each side a probability. Only what is sure of their product is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from verbale.record import Attitude, Span, Stance

from ..pairs import Pairs
from ..stance.spoken import Spoken
from ..tree import Range, Tree
from .finding import Doing

SURE = 0.8  # of an attitude between two actors
TONE = 0.9  # of the tone in which one is spoken of
CROWDED = 6  # names in a sentence beyond which the model is not asked: lists
_FOR = frozenset({"SUPPORT", "AID", "COOPERATE"})
_AGAINST = frozenset({"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "COERCE", "ASSAULT"})
_SIDES: dict[str, tuple[bool, Stance]] = {
    "positive": (False, "support"), "negative": (False, "oppose"),
    "positive back": (True, "support"), "negative back": (True, "oppose"),
}  # fmt: skip
Mention = tuple[str, Range]  # the id of an actor, tokens


@dataclass(slots=True)
class _Draft:
    """One attitude in the making; `actor` is None for the article's own tone."""

    actor: str | None
    toward: str
    stance: Stance
    confidence: float = 0.0
    spans: list[Span] = field(default_factory=list)
    evidence: dict[str, None] = field(default_factory=dict)


class Attitudes:
    """Gathers the attitudes of one article; `mentioned` leads from tokens to ids of actors."""

    def __init__(self, tree: Tree, spoken: Spoken, pairs: Pairs, doings: Iterable[Doing]) -> None:
        self._tree, self._spoken, self._pairs = tree, spoken, pairs
        self._drafts: dict[tuple[str | None, str, Stance], _Draft] = {}
        self._told = {
            (tree.sentence[d.token], source, target): d for d in doings for source in d.source for target in d.target
        }

    def read(
        self, mentioned: Mapping[int, str], named: frozenset[str], outside: frozenset[int]
    ) -> tuple[Attitude, ...]:
        """All attitudes, in the order of the text; tones only toward actors that are `named`."""
        for number, mentions in _by_sentence(self._tree, mentioned, outside).items():
            if len(mentions) <= CROWDED:
                for first, second in combinations(mentions, 2):
                    if first[0] != second[0]:
                        self._between(number, first, second)
                for mention in (m for m in mentions if m[0] in named):
                    self._tone(number, mention)
        return tuple(
            Attitude(d.actor, d.toward, d.stance, tuple(d.evidence), tuple(d.spans), round(d.confidence, 3))
            for d in self._drafts.values()
        )

    def _between(self, number: int, first: Mention, second: Mention) -> None:
        rated = self._pairs("toward", self._tree.sentences[number], first[1], second[1])
        weights = {label: share * self._odds(number, label, first[0], second[0]) for label, share in rated.items()}
        best = max(weights, key=lambda label: weights[label], default="neutral")
        if best in _SIDES and (sure := weights[best] / sum(weights.values())) >= SURE:
            back, stance = _SIDES[best]
            actor, toward = (second, first) if back else (first, second)
            self._add(actor[0], toward[0], stance, sure, [*range(*first[1]), *range(*second[1])])

    def _odds(self, number: int, label: str, first: str, second: str) -> float:
        """How much a deed told in the sentence speaks for a label; 1 where none does."""
        if label not in _SIDES:
            return 1.0
        back, stance = _SIDES[label]
        deed = self._told.get((number, second, first) if back else (number, first, second))
        if deed is None or deed.verdict.class_ not in (_FOR if stance == "support" else _AGAINST):
            return 1.0
        sure = min(deed.verdict.confidence, 0.9)
        return max(1.0, sure / (1 - sure))

    def _tone(self, number: int, mention: Mention) -> None:
        rated = self._pairs("sentiment", self._tree.sentences[number], None, mention[1])
        best = next(iter(rated), "neutral")
        if best == "neutral" or rated[best] < TONE:
            return
        token = mention[1][0]
        statement = self._spoken.content[token]
        if statement is not None and (statement.speaker is None or statement.speaker == mention[0]):
            return
        stance: Stance = "support" if best == "positive" else "oppose"
        self._add(statement.speaker if statement else None, mention[0], stance, rated[best], [*range(*mention[1])])

    def _add(self, actor: str | None, toward: str, stance: Stance, sure: float, tokens: Sequence[int]) -> None:
        draft = self._drafts.setdefault((actor, toward, stance), _Draft(actor, toward, stance))
        draft.confidence = max(draft.confidence, sure)
        draft.spans.append(Span(*self._tree.span(sorted(tokens))))
        statement = self._spoken.whole[tokens[0]] or self._spoken.whole[tokens[-1]]
        if statement is not None:
            draft.evidence[statement.id] = None


def _by_sentence(tree: Tree, mentioned: Mapping[int, str], outside: frozenset[int]) -> dict[int, list[Mention]]:
    """The names in each sentence: runs of tokens of one actor, in the order of the text."""
    found: dict[int, list[Mention]] = {}
    for token in sorted(mentioned.keys() - outside):
        here = found.setdefault(tree.sentence[token], [])
        if here and here[-1][0] == mentioned[token] and here[-1][1][1] == token:
            here[-1] = (here[-1][0], (here[-1][1][0], token + 1))
        else:
            here.append((mentioned[token], (token, token + 1)))
    return found


def find_attitudes(
    tree: Tree, spoken: Spoken, pairs: Pairs | None, doings: Iterable[Doing], mentioned: Mapping[int, str],
    named: frozenset[str], outside: frozenset[int],
) -> tuple[Attitude, ...]:  # fmt: skip
    """The attitudes of an article; none where the model gave no vectors."""
    return Attitudes(tree, spoken, pairs, doings).read(mentioned, named, outside) if pairs is not None else ()


__all__ = ["Attitudes", "find_attitudes"]
