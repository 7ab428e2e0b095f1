"""Steps: the predicates of an article that carry a stance on to what they are about, each with its sign."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..lexicon.questions import question_words, stem
from ..lexicon.stances import Stances
from ..tree import Tree
from . import polarity
from .admitting import admits, goes_on
from .matching import Match, match
from .spoken import Spoken

SIGNS = {"support": 1, "oppose": -1, "neutral": 0}
OBLIGING = 0.75  # "must", "should"
RESOLVED = 0.55  # "will sell it"
EXCESS = 0.7  # "too low"
WEAKER = 0.8  # confidence left after a negation, a reported stance, or a modal verb
_WILLING = frozenset({"will", "would", "could", "can", "'ll", "’ll", "shall", "wo", "ca"})
_RESOLVED = frozenset({"will", "would", "wo", "'ll", "’ll", "shall"})
_NO_PLANS = frozenset("be have get lose win see find feel meet face need know cost take last remain receive host hold "
                      "visit fly attend travel arrive speak chair lead publish release announce begin start open play "
                      "say tell decide discuss consider examine determine give mean help make let do come go "
                      "run".split())  # fmt: skip
_NEEDING = frozenset({"need", "have", "ought"})


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


def _stands_alone(found: Match) -> bool:
    return found.place == "none" and found.frame.form in ("preposition", "adjective")


class Steps:
    """Finds the steps of one article in the order of the text; `who` gives the ids of whom a phrase names."""

    def __init__(
        self, tree: Tree, spoken: Spoken, lexicon: Stances, outside: frozenset[int],
        who: Callable[[int], tuple[str, ...]],
    ) -> None:  # fmt: skip
        self.tree, self.spoken, self.lexicon, self.outside, self.who = tree, spoken, lexicon, outside, who

    def __iter__(self) -> Iterator[Step]:
        tree, known = self.tree, self.lexicon.heads
        modal = (t for t, tag in enumerate(tree.tags) if tag == "MD" and tree.words[t].lower() in _WILLING)
        willing = {tree.heads[t] for t in modal}
        for token, lemma in enumerate(tree.lemmas):
            if token in self.outside:
                continue
            found = None
            if lemma.lower() in known or tree.words[token].lower() in known:
                found = self._stance(token) or self._carrying(token) or self._obliging(token)
            if lemma.lower() == "too" and (excess := self._excess(token)) is not None:
                yield excess
            elif lemma.lower() == "for" and found is None:
                found = self._being_for(token)
            if token in willing and (found is None or self._is_faint(found)):
                found = self.deed(token) or found
            if found is not None:
                yield found

    def deed(self, token: int) -> Step | None:
        """What somebody will do, will not do or makes depend on something, as a matter of its own."""
        return self._depending(token) or self._refusing(token) or self._resolving(token)

    def _is_faint(self, found: Step) -> bool:
        """ "will not join the exercise" says more than "has not joined it"."""
        return found.group in ("doing it", "joining") and polarity.negated(self.tree, found.token)

    def _excess(self, too: int) -> Step | None:
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

    def _stance(self, token: int) -> Step | None:
        found = match(self.tree, token, self.lexicon.frames)
        if found is None:
            return None
        if (vote := self._vote_called_for(found)) is not None:
            return vote
        group = self.lexicon.groups[found.frame.group]
        if not admits(self.tree, found, group, self.lexicon.voicing):
            return None
        negated = self._is_negated(found)
        if (group.only_negated and not negated) or (_stands_alone(found) and not self._is_said_of(token)):
            return None
        if group.name == "striking":
            struck = found.frame.form == "verb" and not polarity.is_open(self.tree, token)
            sign = -1 if negated else 1
            return Step(token, token, sign, "acting", "subject", group.strength, group.name) if struck else None
        sign = -SIGNS[group.stance] if negated else SIGNS[group.stance]
        if self._is_balanced(token, group.stance):
            sign = 0
        weak = WEAKER if negated and sign else 1.0
        strength = group.strength * weak
        if self._names_matter(found):
            return Step(token, token, sign, "stance", group.holder, strength, group.name, form=found.frame.form)
        return Step(token, found.argument, sign, "stance", group.holder, strength, group.name, form=found.frame.form)

    def _being_for(self, token: int) -> Step | None:
        """ "The Greens are for it"."""
        tree, noun = self.tree, self.tree.heads[token]
        subject = tree.child(noun, "nsubj")
        is_ = tree.child(noun, "cop") or tree.child(noun, "aux")
        if tree.deps[token] not in ("case", "mark") or subject is None or is_ is None or not self.who(subject):
            return None
        sign = -1 if polarity.negated(tree, noun) else 1
        return Step(token, noun, sign, "stance", "subject", OBLIGING, "being for", form="preposition")

    def _vote_called_for(self, found: Match) -> Step | None:
        """ "campaigns for a no vote": against what is voted on."""
        tree, noun = self.tree, found.argument
        if (
            tree.lemmas[noun].lower() not in ("vote", "answer", "no", "yes")
            or self.lexicon.groups[found.frame.group].stance != "support"
        ):
            return None
        kind = {tree.words[c].lower() for c in (*tree.children[noun], noun) if c <= noun}
        sign = -1 if kind & {"no", "“no”"} and not polarity.negated(tree, found.token) else 1 if "yes" in kind else 0
        group = "voting against" if sign < 0 else "voting for"
        about = tree.child(noun, "nmod") or found.token
        return Step(found.token, about, sign, "stance", "subject", OBLIGING, group) if sign else None

    def _names_matter(self, found: Match) -> bool:
        """ "the plan to ban imports": the noun is the matter, for who made the plan and for who is against it."""
        return found.frame.form == "noun" and stem(self.tree.lemmas[found.token]) in question_words().pointing

    def _is_said_of(self, token: int) -> bool:
        """ "Mexico is against": a preposition or adjective alone is a predicate only with a subject of its own."""
        at = self.tree.heads[token] if self.tree.deps[token] in ("case", "mark") else token
        if self.tree.deps[token] == "obl" and self.tree.pos[token] in ("ADP", "ADV"):
            at = self.tree.heads[token]  # "came out against"
        return self.tree.child(at, "nsubj", "nsubj:pass") is not None

    def _is_balanced(self, token: int, stance: str) -> bool:
        """ "neither supports nor opposes", "does not back or reject": who denies both sides is on neither."""
        tree = self.tree
        joined = [*tree.all_children(token, "conj")]
        if tree.deps[token].startswith("conj"):
            joined.append(tree.heads[token])
        others = [tree.lemmas[t].lower() for t in joined if polarity.negated(tree, min(token, t))]
        opposite = {"support": "oppose", "oppose": "support"}.get(stance)
        return opposite is not None and any(self._is_plainly(opposite, lemma) for lemma in others)

    def _is_plainly(self, stance: str, lemma: str) -> bool:
        groups = (self.lexicon.groups[f.group] for f in self.lexicon.frames.at(lemma, "verb") if len(f.lemmas) == 1)
        return any(group.stance == stance for group in groups)

    def _is_negated(self, found: Match) -> bool:
        tree = self.tree
        if len(found.frame.lemmas) > 1 and found.frame.form == "verb" and "no" not in found.frame.lemmas:
            thing = tree.child(found.token, "obj")  # "has reached no decision"
            if thing is not None and any(tree.words[c].lower() == "no" for c in tree.all_children(thing, "det")):
                return tree.lemmas[thing].lower() in found.frame.lemmas or polarity.negated(tree, found.token)
        if (
            found.frame.form == "preposition" and found.place != "none"
        ):  # "not against it": it stands on what it introduces
            return polarity.negated(tree, found.argument)
        if found.frame.form == "preposition" and tree.deps[found.token] in ("case", "mark"):  # "is not in favour"
            return polarity.negated(tree, tree.heads[found.token])
        if tree.pos[found.token] == "ADJ" and tree.deps[found.token] == "amod":  # "was never a good idea"
            return polarity.negated(tree, found.token) != polarity.negated(tree, tree.heads[found.token])
        return polarity.negated(self.tree, found.token)

    def _carrying(self, token: int) -> Step | None:
        for frames, sign in ((self.lexicon.reversing, -1), (self.lexicon.advancing, 1)):
            found = match(self.tree, token, frames)
            if found is not None and not (sign < 0 and found.place == "subject" and goes_on(self.tree, token)):
                turned = -sign if self._is_negated(found) else sign
                return Step(token, found.argument, turned, "carrying", "subject", 1.0, found.frame.group, sign < 0)
        return None

    def _obliging(self, token: int) -> Step | None:
        """ "The council must drop the plan": whoever says so is for the clause. The step stands on its modal verb."""
        tree = self.tree
        if not {tree.lemmas[token].lower(), tree.words[token].lower()} & self.lexicon.obliging:
            return None
        verb = self._obliged(token)
        if verb is None or self.spoken.content[token] is None or self._is_expected(token, verb):
            return None
        sign = -1 if polarity.negated(tree, token) else 1
        return Step(token, verb, sign, "obliging", "speaker", OBLIGING, "obliging")

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

    def _depending(self, token: int) -> Step | None:
        """ "We will come only if the strike is called off": whatever somebody makes depend on a condition."""
        tree = self.tree
        modal = polarity.modal(tree, token)
        if tree.pos[token] != "VERB" or modal not in _WILLING or polarity.condition(tree, token) is None:
            return None
        sign = -1 if polarity.negated(tree, token) else 1
        strength = 0.8 if polarity.strictly(tree, token) else 0.6  # a plain "if" may be a mere circumstance
        if strength < 0.8 and polarity.is_ones_own(tree, token):
            strength = 0.45  # "if we must"
        return Step(token, token, sign, "depending", "subject", strength, "depending")

    def _refusing(self, token: int) -> Step | None:
        """ "Kenya will not send troops": who says of himself that he will not is against it."""
        tree = self.tree
        if tree.pos[token] != "VERB" or polarity.modal(tree, token) not in _RESOLVED:
            return None
        if not polarity.negated(tree, token) or stem(tree.lemmas[token]) in question_words().states:
            return None
        subject = tree.child(token, "nsubj")
        if subject is None or tree.pos[subject] == "NOUN" or not self.who(subject):
            return None
        return Step(token, token, -1, "refusing", "subject", 0.72, "refusing")

    def _resolving(self, token: int) -> Step | None:
        """ "The chain will stop selling cigarettes": who says so of itself is for it."""
        tree = self.tree
        if tree.pos[token] != "VERB" or polarity.modal(tree, token) not in _RESOLVED - {"would"}:
            return None
        subject, done = tree.child(token, "nsubj"), tree.child(token, "obj", "xcomp")
        if subject is None or done is None or tree.lemmas[token].lower() in _NO_PLANS:
            return None
        if tree.tags[token] == "VBN" or not self.who(subject) or polarity.negated(tree, token):
            return None
        return Step(token, token, 1, "resolving", "subject", RESOLVED, "resolving")
