"""Steps: the predicates of an article that carry a stance on to what they are about, each with its sign."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..lexicon.questions import question_words, stem
from ..lexicon.stances import Stances
from ..tree import Tree
from . import polarity
from .admitting import admits, goes_on
from .matching import Match, match
from .oughts import Oughts
from .resolves import Resolves
from .spoken import Spoken
from .step import OBLIGING, WEAKER, WILLING, Step

SIGNS = {"support": 1, "oppose": -1, "neutral": 0}
_TURNING_DOWN = frozenset({"rejecting", "opposing", "condemning", "disapproving judgements", "calling names"})


def _stands_alone(found: Match) -> bool:
    return found.place == "none" and found.frame.form in ("preposition", "adjective")


class Steps:
    """Finds the steps of one article in the order of the text; `who` gives the ids of whom a phrase names."""

    def __init__(
        self, tree: Tree, spoken: Spoken, lexicon: Stances, outside: frozenset[int],
        who: Callable[[int], tuple[str, ...]],
    ) -> None:  # fmt: skip
        self.tree, self.spoken, self.lexicon, self.outside, self.who = tree, spoken, lexicon, outside, who
        self.oughts, self.deed = Oughts(tree, spoken, lexicon), Resolves(tree, spoken, who)

    def __iter__(self) -> Iterator[Step]:
        tree, known = self.tree, self.lexicon.heads
        modal = (t for t, tag in enumerate(tree.tags) if tag == "MD" and tree.words[t].lower() in WILLING)
        willing = {tree.heads[t] for t in modal}
        for token, lemma in enumerate(tree.lemmas):
            if token in self.outside:
                continue
            found = None
            if lemma.lower() in known or tree.words[token].lower() in known:
                found = self._stance(token) or self._carrying(token) or self.oughts.obliging(token)
            if lemma.lower() == "too" and (excess := self.oughts.excess(token)) is not None:
                yield excess
            elif lemma == "be" and found is None:
                found = self.oughts.none(token)
            elif lemma.lower() == "for" and found is None:
                found = self._being_for(token)
            if token in willing and (found is None or self._is_faint(found)):
                found = self.deed(token) or found
            if found is None and tree.tags[token] == "VB":
                found = self.oughts.commanding(token)
            if found is not None:
                yield found

    def _is_faint(self, found: Step) -> bool:
        """ "will not join the exercise" says more than "has not joined it"."""
        return found.group in ("doing it", "joining") and polarity.negated(self.tree, found.token)

    def _stance(self, token: int) -> Step | None:
        found = match(self.tree, token, self.lexicon.frames)
        if found is None:
            return None
        if (vote := self._vote_called_for(found)) is not None:
            return vote
        group = self.lexicon.groups[found.frame.group]
        if not admits(self.tree, found, group, self.lexicon.voicing):
            return None
        if group.name in _TURNING_DOWN and (self._is_kept_quiet(found.argument) or self._is_denied(found.argument)):
            return None
        if found.frame.lemmas[:2] == ("stand", "by") and self._is_denied(found.argument):
            return None  # "stood by its story"
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

    def _is_kept_quiet(self, verb: int) -> bool:
        """ "declined to confirm that": who keeps silent is not against anything."""
        return self.tree.pos[verb] == "VERB" and self.tree.lemmas[verb].lower() in self.lexicon.silent

    def _is_denied(self, what: int) -> bool:
        """ "rejected the charge that it had lied", "accused them of lying. They rejected that"."""
        tree, known = self.tree, self.lexicon
        if tree.words[what].lower() in ("it", "this", "that", "these", "them"):
            first, end = tree.sentences[max(0, tree.sentence[what] - 1)]
            return any(tree.lemmas[t].lower() in known.accusing and tree.pos[t] == "VERB" for t in range(first, end))
        alleged = tree.lemmas[what].lower() in known.alleged and tree.pos[what] == "NOUN"
        return alleged and next(tree.all_children(what, "compound", "nmod:desc"), None) is None

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
        noun = found.frame.form == "noun" and found.place != "subject"
        return noun and stem(self.tree.lemmas[found.token]) in question_words().pointing

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
        return any(group.stance == stance and not group.only_negated for group in groups)

    def _is_negated(self, found: Match) -> bool:
        tree = self.tree
        if len(found.frame.lemmas) > 1 and found.frame.form == "verb" and "no" not in found.frame.lemmas:
            thing = tree.child(found.token, "obj")  # "has reached no decision"
            if thing is not None and any(tree.words[c].lower() == "no" for c in tree.all_children(thing, "det")):
                return tree.lemmas[thing].lower() in found.frame.lemmas or polarity.negated(tree, found.token)
        if found.frame.form == "preposition" and found.place == "subject":  # "is not on the table"
            return polarity.negated(tree, tree.heads[found.token])
        if found.frame.form == "preposition" and found.place != "none":  # "not against it": on what it introduces
            return polarity.negated(tree, found.argument)
        if found.frame.form == "preposition" and tree.deps[found.token] in ("case", "mark"):  # "is not in favour"
            return polarity.negated(tree, tree.heads[found.token])
        if tree.pos[found.token] == "ADJ" and tree.deps[found.token] == "amod":  # "was never a good idea"
            return polarity.negated(tree, found.token) != polarity.negated(tree, tree.heads[found.token])
        return polarity.negated(self.tree, found.token)

    def _carrying(self, token: int) -> Step | None:
        if self.tree.lemmas[token] in ("keep", "leave", "shut") and self._is_kept_out(token):
            return None
        for frames, sign in ((self.lexicon.reversing, -1), (self.lexicon.advancing, 1)):
            found = match(self.tree, token, frames)
            if found is not None and not (sign < 0 and found.place == "subject" and goes_on(self.tree, token)):
                turned = -sign if self._is_negated(found) else sign
                return Step(token, found.argument, turned, "carrying", "subject", 1.0, found.frame.group, sign < 0)
        return None

    def _is_kept_out(self, verb: int) -> bool:
        """ "keeping Oslo out of the talks" is about just that, not about Oslo."""
        away = {self.tree.case(c).partition(" ")[0] for c in self.tree.all_children(verb, "obl")}
        away |= {self.tree.words[c].lower() for c in self.tree.all_children(verb, "advmod", "compound:prt")}
        return bool(away & {"out", "off", "away"})

