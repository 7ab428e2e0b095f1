"""What a speaker says ought to be: "must", "Tear it up", "too low", "There will be no strike"."""

from __future__ import annotations

from ..lexicon.questions import question_words, stem
from ..lexicon.stances import Stances
from ..tree import Tree
from . import polarity
from .phrases import is_command
from .spoken import Spoken
from .step import OBLIGING, RESOLVED, Step

COMMANDED = 0.6  # "Tear it up"
EXCESS = 0.7  # "too low"
_NEEDING = frozenset({"need", "have", "ought"})
RULED_OUT, RULING_OUT = 0.55, "ruling it out"  # strength and group of "There will be no strike"


class Oughts:
    """Finds such steps at a token of one article: each is a stance of whoever says the sentence."""

    def __init__(self, tree: Tree, spoken: Spoken, lexicon: Stances) -> None:
        self.tree, self.spoken, self.lexicon = tree, spoken, lexicon

    def excess(self, too: int) -> Step | None:
        """ "The offer is too low": whoever says so is against it."""
        tree, at = self.tree, self.tree.heads[too]
        subject = tree.child(at, "nsubj")
        if "say" in (tree.lemmas[c] for c in tree.all_children(at, "advcl", "xcomp")):
            return None  # "too early to say"
        if tree.deps[too] != "advmod" or tree.pos[at] != "ADJ" or at < too or subject is None:
            return None
        said = self.spoken.content[at] is not None and not polarity.negated(tree, at)
        return (
            Step(at, subject, -1, "stance", "speaker", EXCESS, "disapproving judgements", form="adjective")
            if said
            else None
        )

    def none(self, token: int) -> Step | None:
        """ "There will be no strike," she said."""
        tree = self.tree
        thing = tree.child(token, "nsubj")
        if thing is None or tree.child(token, "expl") is None or polarity.modal(tree, token) not in RESOLVED:
            return None
        none = any(tree.words[c].lower() == "no" for c in tree.all_children(thing, "det"))
        if not none or self.spoken.content[token] is None or not question_words().is_measure(tree.lemmas[thing]):
            return None
        return Step(token, thing, -1, "stance", "speaker", RULED_OUT, RULING_OUT)

    def obliging(self, token: int) -> Step | None:
        """ "The council must drop the plan": whoever says so is for the clause. The step stands on its modal verb."""
        tree = self.tree
        if not {tree.lemmas[token].lower(), tree.words[token].lower()} & self.lexicon.obliging:
            return None
        verb = self._obliged(token)
        if verb is None or self.spoken.content[token] is None or self._is_expected(token, verb):
            return None
        sign = -1 if polarity.negated(tree, token) != self._is_reason_denied(verb) else 1
        return Step(token, verb, sign, "obliging", "speaker", OBLIGING, "obliging")

    def _is_reason_denied(self, verb: int) -> bool:
        """ "no reason why it should not pass": it should."""
        head = self.tree.heads[verb]
        reason = self.tree.deps[verb].startswith("acl") and self.tree.lemmas[head] == "reason"
        return reason and polarity.negated(self.tree, head)

    def _is_expected(self, modal: int, verb: int) -> bool:
        """ "Stocks should last until May" is a forecast."""
        words = question_words()
        if modal == verb:
            return False
        foretold = stem(self.tree.lemmas[verb]) in words.states and not words.is_measure(self.tree.lemmas[verb])
        return foretold and self.tree.words[modal].lower() in ("should", "ought")

    def _obliged(self, token: int) -> int | None:
        tree = self.tree
        if (
            tree.tags[token] == "MD"
            and tree.deps[token] in ("ccomp", "root")
            and tree.child(token, "nsubj") is not None
        ):
            return token  # "thinks it should"
        if tree.deps[token].startswith("aux") and tree.tags[token] == "MD":
            return tree.heads[token]
        if tree.lemmas[token].lower() in _NEEDING:
            clause = tree.child(token, "xcomp")
            if clause is not None and any(tree.words[c].lower() == "to" for c in tree.all_children(clause, "mark")):
                return clause
        return None

    def is_commanded(self, token: int) -> bool:
        """ "Tear up the licence," she said: whoever says so is for it."""
        said = self.spoken.content[token]
        return said is not None and said.quotation != "indirect" and is_command(self.tree, token)

    def commanding(self, token: int) -> Step | None:
        lemma = self.tree.lemmas[token].lower()
        if lemma in self.lexicon.idle or self.tree.pos[token] != "VERB" or not self.is_commanded(token):
            return None
        if self.tree.child(token, "obj", "xcomp", "obl") is None:
            return None
        sign = -1 if polarity.negated(self.tree, token) else 1
        return Step(token, token, sign, "commanding", "speaker", COMMANDED, "commanding")
