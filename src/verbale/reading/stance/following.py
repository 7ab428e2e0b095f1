"""Stances told by pointing at another one: "so does the union", "Laos shares that view", "Bern did not", "No," said he.

Each is led to the claim that it follows and has its question and stance, or the opposite one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from verbale.record import Statement

from ..lexicon.questions import question_words
from ..lexicon.stances import stances
from ..tree import Tree
from . import polarity
from .claims import Claim
from .matching import Match, match
from .phrases import subject_of
from .spoken import Spoken

NEAR = 2  # sentences over which "so does" looks back
_PRO_VERBS = frozenset({"do", "be", "have", "will", "would", "can", "could"})
_SAME = frozenset({"so", "too", "also", "likewise", "neither", "nor", "either", "same"})
_RIGHT = frozenset({"right", "correct", "wrong"})
_OPEN_CLASS = ("obj", "obl", "xcomp", "ccomp", "cop", "nsubj:pass", "aux:pass")
ANSWER = 0.6  # strength of a bare "yes" or "no"
OPPOSITE = {"support": "oppose", "oppose": "support"}
FELT = 0.55  # strength of a feeling about what has been told
_TOLD = ("ccomp", "xcomp", "obl", "advcl")
_ANSWERS = {"yes": 1, "no": -1, "never": -1, "absolutely": 1, "nope": -1}


@dataclass(frozen=True, slots=True)
class Echo:
    """`of` are ids of those whose stance it is, none for the one last told; `turned` where it is the opposite.

    `contrast` where it is the opposite of what has been denied: "Oslo does not object. Bern does."
    """

    holders: tuple[str, ...]
    token: int
    of: tuple[str, ...]
    turned: bool
    strength: float
    contrast: bool = False


class Told(Protocol):
    """A claim whose question is known."""

    claim: Claim


AnyTold = TypeVar("AnyTold", bound=Told)


class Echoes:
    """Finds the echoes of one article; `who` gives the ids of whom a phrase names."""

    def __init__(
        self, tree: Tree, spoken: Spoken, who: Callable[[int], tuple[str, ...]], taken: Mapping[int, object],
        outside: frozenset[int] = frozenset(),
    ) -> None:  # fmt: skip
        self.tree, self.spoken, self.who, self.taken, self.outside = tree, spoken, who, taken, outside
        self._relenting: dict[str, list[tuple[str, ...]]] = {}
        for phrase in stances().relenting:
            first, *rest = phrase.split()
            self._relenting.setdefault(first, []).append(tuple(rest))

    def __iter__(self) -> Iterator[Echo]:
        frames = stances().following
        for token, lemma in enumerate(self.tree.lemmas):
            if token in self.outside:
                continue
            echo = None
            if lemma.lower() in _PRO_VERBS:
                echo = self._left_out(token)
            elif lemma.lower() in _RIGHT:
                echo = self._is_right(token)
            if echo is None and lemma.lower() in frames.heads:
                echo = self._follows(token)
            if echo is None and lemma.lower() in stances().views:
                echo = self._is_of_view(token)
            if echo is None and lemma.lower() in self._relenting:
                echo = self._wants_other(token)
            if echo is not None:
                yield echo

    def _left_out(self, token: int) -> Echo | None:
        """ "Bern did too", "nor does Mali", "the association does not": a verb that stands for the one before."""
        tree = self.tree
        if tree.child(token, *_OPEN_CLASS[1:]) is not None or tree.relations[token] in ("aux", "cop"):
            return None
        near = {tree.words[c].lower() for c in tree.children[token]}
        subject = tree.child(token, "nsubj") or (tree.child(token, "obj") if near & _SAME else None)
        if subject is None or tree.words[token + 1 : token + 2] == ["?"] or polarity.is_open(tree, token):
            return None  # "if Hungary did the same"
        same, denied = bool(near & _SAME), polarity.negated(tree, token) and not near & {"neither", "nor"}
        thing = tree.child(token, "obj")
        if thing is not None and tree.lemmas[thing].lower() == "opposite":
            return Echo(self.who(subject), token, (), True, 0.8) if self.who(subject) else None
        told_elsewhere = thing not in (None, subject) and tree.lemmas[thing].lower() != "same"
        holders = () if told_elsewhere else self.who(subject)
        contrast = not same and not denied
        alone = tree.deps[token] in ("root", "ROOT", "conj", "parataxis")
        if not holders or (contrast and not (alone and tree.lemmas[token] in ("do", "will"))):
            return None
        turned = denied and "either" not in near
        return Echo(holders, token, (), turned, 0.8, contrast)

    def _follows(self, token: int) -> Echo | None:
        """ "sided with the board", "took her side", "shares that view"."""
        tree = self.tree
        found = match(tree, token, stances().following)
        if found is None or polarity.is_open(tree, token) or (token in self.taken and not self._is_about_actor(found)):
            return None
        subject = subject_of(tree, token, found.frame.form)
        holders = self.who(subject) if subject is not None else ()
        if found.place == "none":  # "Dahl was relieved": at what has just been told
            told = tree.child(token, "nsubj", "nsubj:pass") is not None and tree.child(token, *_TOLD) is None
            told = told and polarity.modal(tree, token) == ""
            feels = told and holders and not polarity.negated(tree, token)
            strength = FELT if found.frame.form == "adjective" else 0.75
            return Echo(holders, token, (), found.frame.group == "parting", strength) if feels else None
        owner = tree.child(found.argument, "nmod:poss")
        followed = self.who(owner) if owner is not None else ()
        if owner is None and not self._is_view(found.argument):
            followed = self.who(found.argument)
        if not holders or (not followed and not self._is_view(found.argument)):
            return None
        followed = tuple(f for f in followed if f not in holders)
        turned = found.frame.group == "parting" or polarity.negated(tree, token)
        return Echo(holders, token, followed, turned, 0.75)

    def _is_about_actor(self, found: Match) -> bool:
        """ "backed the board": somebody is backed, whose stance has been told, and nothing else is."""
        tree, at = self.tree, found.argument
        if found.place == "none":
            return found.frame.lemmas[0] in _PRO_VERBS or len(found.frame.lemmas) > 1
        if tree.words[at].lower() in ("it", "this", "that", "them", "they", "these", "those"):
            return False
        person = tree.pos[at] in ("PRON", "PROPN")
        return bool(self.who(at)) and (person or not question_words().is_measure(tree.lemmas[at]))

    def _is_of_view(self, noun: int) -> Echo | None:
        """ "Sudan was of the same opinion", "Mali held the opposite view"."""
        tree = self.tree
        kinds = {tree.words[c].lower() for c in tree.all_children(noun, "amod", "det")}
        subject = subject_of(tree, noun, "adjective")
        if not kinds & {"same", "opposite", "similar", "different"} or subject is None or polarity.is_open(tree, noun):
            return None
        if noun in self.taken or polarity.negated(tree, noun):
            return None
        holders = self.who(subject)
        return Echo(holders, noun, (), bool(kinds & {"opposite", "different"}), 0.75) if holders else None

    def _wants_other(self, verb: int) -> Echo | None:
        """ "urged Oslo to reconsider": for the opposite of what Oslo is for."""
        tree, urging = self.tree, self.tree.heads[verb]
        phrases = self._relenting[tree.lemmas[verb].lower()]
        below = {tree.words[c].lower() for c in tree.children[verb]}
        if tree.deps[verb] != "xcomp" or urging not in self.taken or not any(set(rest) <= below for rest in phrases):
            return None
        if tree.child(verb, "obj", "ccomp") is not None and () in phrases:
            return None
        subject, urged = tree.child(urging, "nsubj"), tree.child(urging, "obj", "iobj")
        if subject is None or urged is None or polarity.negated(tree, verb):
            return None
        holders, of = self.who(subject), self.who(urged)
        return Echo(holders, verb, of, True, 0.7) if holders and of else None

    def _is_right(self, token: int) -> Echo | None:
        """ "On this they are right," she said."""
        tree = self.tree
        subject, speaker = tree.child(token, "nsubj"), self.spoken.speaker(token)
        if subject is None or speaker is None or tree.pos[subject] not in ("PRON", "PROPN", "NOUN"):
            return None
        if tree.words[subject].lower() in ("i", "we", "it", "this", "that"):
            return None
        of = tuple(i for i in self.who(subject) if i != speaker)
        turned = (tree.lemmas[token].lower() == "wrong") != polarity.negated(tree, token)
        return Echo((speaker,), token, of, turned, 0.65) if of else None

    def _is_view(self, noun: int) -> bool:
        return self.tree.lemmas[noun].lower() in stances().views


def answers(tree: Tree, spoken: Spoken, statements: Sequence[Statement]) -> Iterator[Claim]:
    """ "No," she said: an answer to what has just been asked or told."""
    for each in statements:
        if each.quotation != "direct" or each.speaker is None or not each.content:
            continue
        words = [t for t in tree.tokens(*each.content[0]) if tree.pos[t] not in ("SPACE", "PUNCT")]
        sign = _ANSWERS.get(tree.words[words[0]].lower()) if words else None
        if sign is None or (len(words) > 1 and words[1] == words[0] + 1) or _goes_on(tree, words):
            continue
        stance = "support" if sign > 0 else "oppose"
        yield Claim((each.speaker,), stance, words[0], words[0], None, ANSWER, "answering", True)


def _goes_on(tree: Tree, words: Sequence[int]) -> bool:
    """ "Yes, but only if": no plain answer."""
    return any(tree.words[t].lower() in ("but", "if", "unless", "provided") for t in words[1:])


def followed(
    echo: Echo, before: Sequence[AnyTold], tree: Tree, same: Callable[[str], frozenset[str]]
) -> AnyTold | None:
    """The claim that an echo follows, of those `before` it; `same` gives an actor with those it speaks for."""
    wanted = {i for each in echo.of for i in same(each)}
    for told in reversed(before):
        if told.claim.stance not in OPPOSITE:
            continue
        if echo.of:
            if wanted & set(told.claim.holders):
                return told
        elif tree.sentence[echo.token] - tree.sentence[told.claim.token] > NEAR:
            return None
        elif not set(told.claim.holders) & set(echo.holders):
            return told
    return None


def copied(echo: Echo, told: Claim, tree: Tree) -> Claim:
    """The claim that an echo makes of the one it follows."""
    turned = echo.turned != (echo.contrast and polarity.negated(tree, told.token))
    stance = OPPOSITE.get(told.stance, told.stance) if turned else told.stance
    strength = min(echo.strength, told.strength)
    return Claim(echo.holders, stance, told.question, echo.token, None, strength, "following")
