"""Claims: who, by what words of the text, is for or against what. The step from predicates to positions.

A stance predicate gives its holder a stance on its argument. Where the argument is itself a predicate that
carries a stance ("urged the council to reject the plan", "wants the ban lifted"), the outer holder has the
product of both signs on the inner argument: monotonicity along the parse, as in polarity calculus (van
Benthem 1986; MacCartney and Manning 2009), kept to the predicates of the lexicon.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..lexicon.stances import Stances, stances
from ..tree import Range, Tree
from . import polarity
from .matching import Match, match
from .phrases import subject_of
from .spoken import Cast, Spoken, is_ourselves

SIGNS = {"support": 1, "oppose": -1, "neutral": 0}
_THEMSELVES = frozenset({"they", "he", "she", "it"})  # in what somebody is reported to say, rather the speaker
_WILLING = frozenset({"will", "would", "could", "can", "'ll", "’ll", "shall", "wo", "ca"})
_NEEDING = frozenset({"need", "have", "ought"})
_WANTING = frozenset({"wanting", "calling for"})
WEAKER = 0.8  # confidence left after a negation, a reported stance, or a modal verb


@dataclass(frozen=True, slots=True)
class Step:
    """One predicate on the way from a holder to a question: +1 keeps the stance, -1 turns it, 0 makes it neutral."""

    token: int
    argument: int
    sign: int
    kind: str  # stance, carrying, obliging
    holder: str  # subject, speaker
    strength: float
    group: str


@dataclass(frozen=True, slots=True)
class Claim:
    """`holders` are ids of actors; `question` is the head token of what it is about, `token` the outermost predicate.

    `points` where the predicate does not say what it is about ("voted against"): the question last spoken of is meant.
    """

    holders: tuple[str, ...]
    stance: str
    question: int
    token: int
    condition: Range | None
    strength: float
    group: str
    points: bool = False


class Claims:
    """Finds the claims of one article; tokens `outside` it (boilerplate) make none, `own` is a table of frames."""

    def __init__(
        self, tree: Tree, cast: Cast, spoken: Spoken, outside: frozenset[int] = frozenset(), own: Path | None = None
    ) -> None:
        self.tree, self.cast, self.spoken, self.outside = tree, cast, spoken, outside
        self.lexicon: Stances = stances(own)
        self.steps = {s.token: s for s in self._all_steps()}
        self._outer: dict[int, Step] = {}
        for step in self.steps.values():
            for head in self._arguments(step):
                if head != step.token:
                    self._outer.setdefault(head, step)

    def __iter__(self) -> Iterator[Claim]:
        """Each chain of predicates once, from its innermost argument."""
        for step in self.steps.values():
            for argument in self._arguments(step):
                if argument not in self.steps or argument == step.token:
                    yield from self._claim(step, argument)

    # -- predicates -----------------------------------------------------------------------------------------

    def _all_steps(self) -> Iterator[Step]:
        tree, known = self.tree, self.lexicon.heads
        modal = (t for t, tag in enumerate(tree.tags) if tag == "MD" and tree.words[t].lower() in _WILLING)
        willing = {tree.heads[t] for t in modal}
        for token, lemma in enumerate(tree.lemmas):
            if token in self.outside:
                continue
            found = None
            if lemma.lower() in known or tree.words[token].lower() in known:
                found = self._stance(token) or self._carrying(token) or self._obliging(token)
            if found is None and token in willing:
                found = self._depending(token)
            if found is not None:
                yield found

    def _stance(self, token: int) -> Step | None:
        found = match(self.tree, token, self.lexicon.frames)
        if found is None:
            return None
        group = self.lexicon.groups[found.frame.group]
        sign = SIGNS[group.stance]
        if self._is_negated(found):
            sign = -sign
        weak = WEAKER if self._is_negated(found) else 1.0
        return Step(token, found.argument, sign, "stance", group.holder, group.strength * weak, group.name)

    def _is_negated(self, found: Match) -> bool:
        if found.frame.form == "preposition":  # "we are not against it": the negation stands on what it introduces
            return polarity.negated(self.tree, found.argument)
        return polarity.negated(self.tree, found.token)

    def _carrying(self, token: int) -> Step | None:
        for frames, sign in ((self.lexicon.reversing, -1), (self.lexicon.advancing, 1)):
            found = match(self.tree, token, frames)
            if found is not None:
                turned = -sign if self._is_negated(found) else sign
                return Step(token, found.argument, turned, "carrying", "subject", 1.0, found.frame.group)
        return None

    def _obliging(self, token: int) -> Step | None:
        """ "The council must drop the plan": whoever says so is for the clause. The step stands on its modal verb."""
        tree = self.tree
        if not {tree.lemmas[token].lower(), tree.words[token].lower()} & self.lexicon.obliging:
            return None
        verb = self._obliged(token)
        if verb is None or self.spoken.content[token] is None:
            return None
        sign = -1 if polarity.negated(tree, token) else 1
        return Step(token, verb, sign, "obliging", "speaker", 0.75, "obliging")

    def _obliged(self, token: int) -> int | None:
        tree = self.tree
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
        return Step(token, token, sign, "depending", "subject", 0.8, "depending")

    def _arguments(self, step: Step) -> list[int]:
        """The argument with what is joined to it by "and", each with its own predicates."""
        if step.argument == step.token:
            return [step.token]
        if step.group in _WANTING and (done := self._wanted_done(step.argument)) is not None:
            return [done]
        joined = [c for c in self.tree.all_children(step.argument, "conj") if self.tree.pos[c] in ("VERB", "ADJ")]
        return [step.argument, *joined] if self.tree.pos[step.argument] == "VERB" else [step.argument]

    def _wanted_done(self, noun: int) -> int | None:
        """ "wants the ban lifted": what is to be done with the noun, if the parse hangs it there."""
        lifted = (c for c in self.tree.all_children(noun, "acl") if self.tree.tags[c] == "VBN")
        return next((c for c in lifted if c in self.steps and self.steps[c].argument == noun), None)

    # -- chains ---------------------------------------------------------------------------------------------

    def _claim(self, step: Step, argument: int) -> Iterator[Claim]:
        sign, strength, top, seen = step.sign, step.strength, step, {step.token}
        while (outer := self._above(top)) is not None and outer.token not in seen:
            seen.add(outer.token)
            top, sign, strength = outer, sign * outer.sign, strength * outer.strength
        if top.kind == "carrying" or (top.kind == "obliging" and polarity.is_open(self.tree, top.argument)):
            return
        if self._is_embedded(top):
            return
        holders = self._holders(top)
        condition = polarity.condition(self.tree, top.token if top.kind == "stance" else top.argument)
        if condition is not None and not self._can_depend(top):
            condition = None
        if condition is None and polarity.is_open(self.tree, top.token):
            return
        if polarity.modal(self.tree, top.token) in ("would", "can"):
            strength *= WEAKER
        stance = "conditional" if condition else {1: "support", -1: "oppose", 0: "neutral"}[sign]
        if holders and not self._is_unsaid(top, sign):
            points = argument == step.token and step.kind != "depending"
            yield Claim(holders, stance, argument, top.token, condition, strength, top.group, points)

    def above(self, token: int) -> Step | None:
        """The predicate that has a token's phrase or clause as its argument: "refused" over "to attend"."""
        found = self._outer.get(token)
        return found if found is not None and found.token != token else None

    def holders_of(self, step: Step) -> tuple[str, ...]:
        """Ids of whose stance a predicate tells."""
        return self._holders(step)

    def _above(self, step: Step) -> Step | None:
        """The predicate whose argument this one is, by itself or by the clause that it heads."""
        found = self._outer.get(step.token)
        if found is None and step.kind == "obliging":
            found = self._outer.get(step.argument)
            if found is not None and found.token == step.token:
                found = None
        return found

    def _is_embedded(self, top: Step) -> bool:
        """Whether what the predicate says is only wanted of somebody, not said to be so."""
        tree, at = self.tree, top.token
        relation = tree.deps[at].partition(":")[0]
        if relation in ("xcomp", "csubj") and top.holder == "subject" and polarity.negated(tree, tree.heads[at]):
            return True
        return relation == "acl" and tree.tags[at] in ("VBG", "VB") and tree.heads[at] in self._outer

    def _is_unsaid(self, top: Step, sign: int) -> bool:
        """A stance that is only denied ("denied that it opposes", "has not rejected") is none."""
        statement = self.spoken.content[top.token]
        if statement is not None and statement.denied:
            return True
        perfect = any(self.tree.lemmas[c] == "have" for c in self.tree.all_children(top.token, "aux"))
        return top.kind == "stance" and perfect and top.sign * sign > 0 and polarity.negated(self.tree, top.token)

    def _can_depend(self, top: Step) -> bool:
        tree, at = self.tree, top.token if top.kind == "stance" else top.argument
        if polarity.modal(tree, at) or polarity.negated(tree, at) or tree.pos[at] in ("ADJ", "NOUN"):
            return True
        return tree.tags[at] in ("VB", "VBP", "VBZ") or tree.lemmas[at] in ("agree", "offer", "promise", "accept")

    # -- holders --------------------------------------------------------------------------------------------

    def _holders(self, top: Step) -> tuple[str, ...]:
        if top.holder == "speaker":
            speaker = self.spoken.speaker(top.token)
            return (speaker,) if speaker else ()
        subject = subject_of(self.tree, top.token)
        if subject is None:
            return self._whose_cue(top.token)
        return self.who(subject)

    def who(self, head: int) -> tuple[str, ...]:
        """Ids of whom a phrase names with all that is joined to it by "and"; "we" is whoever speaks."""
        heads = [head]
        for each in heads:
            heads += self.tree.all_children(each, "conj")
        return tuple(dict.fromkeys(i for h in heads for i in self._one(h)))

    def _one(self, head: int) -> tuple[str, ...]:
        tree = self.tree
        if is_ourselves(tree, head):
            speaker = self.spoken.speaker(head)
            return (speaker,) if speaker else ()
        if tree.words[head + 1 : head + 2] == ["["]:  # "them [the envoys]": an editor's word for a pronoun
            head += 2
        found = self.cast.at(tree.starts[head], tree.ends[head])
        if not found and tree.words[head].lower() in _THEMSELVES and (told := self.spoken.content[head]) is not None:
            return tuple(s for s in (told.speaker, *told.cospeakers) if s)
        return found

    def _whose_cue(self, token: int) -> tuple[str, ...]:
        """A predicate without a subject of its own belongs to the statement whose cue it is, or that it heads."""
        statement = self.spoken.whole[token]
        if statement is None or statement.speaker is None:
            return ()
        is_cue = any(s.start <= self.tree.starts[token] < s.end for s in statement.cue)
        heads_content = self.spoken.content[token] is statement and self._begins(token)
        return (statement.speaker, *statement.cospeakers) if is_cue or heads_content else ()

    def _begins(self, token: int) -> bool:
        """Whether a predicate is the main one of its content: "for the plan to be dropped" alone."""
        head = self.tree.heads[token]
        return head == token or self.spoken.content[head] is not self.spoken.content[token]
