"""What somebody will do, will not do or makes depend on something, as a matter of its own."""

from __future__ import annotations

from collections.abc import Callable

from ..lexicon.questions import question_words, stem
from ..tree import Tree
from . import conditions, polarity
from .spoken import Spoken
from .step import RESOLVED, WILLING, Step

SET_ON = 0.55  # "will sell it"
_NO_PLANS = frozenset("be have get lose win see find feel meet face need know cost take last remain receive host hold "
                      "visit fly attend travel arrive speak chair lead publish release announce begin start open play "
                      "say tell decide discuss consider examine determine give mean help make let do come go "
                      "run".split())  # fmt: skip
_BEGINNING = frozenset({"begin", "start", "stop", "continue", "keep"})
_GOING = frozenset({"go", "come", "attend", "travel", "appear", "be"})


class Resolves:
    """Finds such steps at a token of one article; `who` gives the ids of whom a phrase names."""

    def __init__(self, tree: Tree, spoken: Spoken, who: Callable[[int], tuple[str, ...]]) -> None:
        self.tree, self.spoken, self.who = tree, spoken, who

    def __call__(self, token: int) -> Step | None:
        return self._depending(token) or self._refusing(token) or self._resolving(token)

    def _depending(self, token: int) -> Step | None:
        """ "We will come only if the strike is called off": whatever somebody makes depend on a condition."""
        tree = self.tree
        modal = polarity.modal(tree, token)
        if tree.pos[token] != "VERB" or modal not in WILLING or conditions.condition(tree, token) is None:
            return None
        sign = -1 if polarity.negated(tree, token) else 1
        strength = 0.8 if conditions.strictly(tree, token) else 0.6  # a plain "if" may be a mere circumstance
        if strength < 0.8 and conditions.is_ones_own(tree, token):
            strength = 0.45  # "if we must"
        return Step(token, token, sign, "depending", "subject", strength, "depending")

    def _refusing(self, token: int) -> Step | None:
        """ "Kenya will not send troops": who says of himself that he will not is against it."""
        tree = self.tree
        if tree.pos[token] != "VERB" or polarity.modal(tree, token) not in RESOLVED:
            return None
        if not polarity.negated(tree, token) or stem(tree.lemmas[token]) in question_words().states:
            return None
        subject = tree.child(token, "nsubj")
        if subject is None or tree.pos[subject] == "NOUN" or not self.who(subject):
            return None
        if tree.lemmas[token].lower() in _GOING and tree.child(token, "obj", "xcomp") is None:
            return None  # "will not attend" tells of a meeting, not of a question
        return Step(token, token, -1, "refusing", "subject", 0.72, "refusing")

    def _says_so_itself(self, token: int, subject: int) -> bool:
        """ "Bern said it would close the port": who says so of itself is resolved to do it, and is no "would if"."""
        said = self.spoken.content[token]
        itself = self.tree.words[subject].lower() in ("it", "they", "he", "she", "we", "i")
        return said is not None and said.quotation != "direct" and itself and said.speaker in self.who(subject)

    def _resolving(self, token: int) -> Step | None:
        """ "The chain will stop selling cigarettes": who says so of itself is for it."""
        tree = self.tree
        modal = polarity.modal(tree, token)
        if tree.pos[token] != "VERB" or modal not in RESOLVED:
            return None
        subject, done = tree.child(token, "nsubj"), tree.child(token, "obj", "xcomp")
        if subject is None or done is None or (modal == "would" and not self._says_so_itself(token, subject)):
            return None
        begins = tree.lemmas[token].lower() in _BEGINNING and tree.tags[done] == "VBG"
        if tree.lemmas[token].lower() in _NO_PLANS and not begins:
            return None
        if tree.tags[token] == "VBN" or not self.who(subject) or polarity.negated(tree, token):
            return None
        return Step(token, token, 1, "resolving", "subject", SET_ON, "resolving")
