"""Claims: who, by what words of the text, is for or against what. The step from predicates to positions.

A stance predicate gives its holder a stance on its argument. Where the argument is itself a predicate that
carries a stance ("urged the council to reject the plan", "wants the ban lifted"), the outer holder has the
product of both signs on the inner argument: monotonicity along the parse, as in polarity calculus (van
Benthem 1986; MacCartney and Manning 2009), kept to the predicates of the lexicon.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..lexicon.questions import question_words, stem
from ..lexicon.stances import Stances, stances
from ..tree import Range, Tree
from . import conditions, polarity
from .holders import Holders
from .oughts import COMMANDED, RULING_OUT
from .reach import Reach
from .spoken import Cast, Spoken
from .step import WEAKER, Step
from .steps import Steps

_SELF = frozenset({"depending", "refusing", "resolving", "acting", "commanding"})  # steps that stand on the deed itself
_RECEIVING = frozenset({"accept", "welcome", "admit", "receive"})
_WEIGHING = frozenset(
    {"decide", "consider", "discuss", "debate", "hear", "examine", "rule", "review", "study", "look", "respect"}
)
DEMANDED = 0.65  # strength of what a condition asks for
_AGREEING = frozenset({"accepting", "intending", "wanting", "doing it", "being for"})


@dataclass(frozen=True, slots=True)
class Seen:
    """How the model sees a claim, in probabilities: that its words are a question, whose it is, and its stance.

    `otherwise` is the probability of the likeliest other stance of the same holder on it.
    """

    question: float
    holder: float
    stance: float
    otherwise: float

    @property
    def whole(self) -> float:
        return self.question * self.holder * self.stance


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
    steps: int = 1  # predicates between its holder and its question
    ends: bool = False  # what it is about is to end: "wants the ban lifted"
    received: int | None = None  # the head of whom or what is received, where that is the matter
    seen: Seen | None = None  # how the model sees it


class Claims:
    """Finds the claims of one article; tokens `outside` it (boilerplate) make none, `own` is a table of frames."""

    def __init__(
        self, tree: Tree, cast: Cast, spoken: Spoken, outside: frozenset[int] = frozenset(), own: Path | None = None
    ) -> None:
        self.tree, self.cast, self.spoken, self.outside = tree, cast, spoken, outside
        self.lexicon: Stances = stances(own)
        self.holders = Holders(tree, cast, spoken, self.lexicon)
        self._finding = Steps(tree, spoken, self.lexicon, outside, self.who)
        self.steps = self._once({s.token: s for s in self._finding})
        self.reach = Reach(tree, cast, self.steps)
        self._done: set[int] = set()
        self._conditions: set[int] = set()

    def _once(self, steps: dict[int, Step]) -> dict[int, Step]:
        """In "voted against it" the preposition says nothing that the verb does not."""
        taken, heads = {(s.token, s.argument) for s in steps.values()}, self.tree.heads

        def is_twice(step: Step) -> bool:
            verb = heads[step.argument]
            return step.form == "preposition" and verb != step.token and (verb, step.argument) in taken

        return {token: step for token, step in steps.items() if not is_twice(step)}

    def who(self, head: int) -> tuple[str, ...]:
        """Ids of whom a phrase names with all that is joined to it by "and"; "we" is whoever speaks."""
        return self.holders.who(head)

    def holders_of(self, step: Step) -> tuple[str, ...]:
        """Ids of whose stance a predicate tells."""
        return self.holders.of(step)

    def __iter__(self) -> Iterator[Claim]:
        """Each chain of predicates once, from its innermost argument."""
        for step in self.steps.values():
            for argument in self.reach.arguments(step):
                if self.reach.is_innermost(step, argument):
                    yield from self._claim(step, argument)

    # -- chains ---------------------------------------------------------------------------------------------

    def _claim(self, step: Step, argument: int) -> Iterator[Claim]:
        top, sign, strength = self._climb(step, argument)
        if top.kind == "carrying" and self._finding.oughts.is_commanded(top.token):
            top = replace(top, kind="obliging", holder="speaker", group="commanding")
            strength = min(strength, COMMANDED)
        if top.kind == "carrying" and not self._is_taken_back(step, top):
            yield from self._own_deed(top)
            return
        condition = self._condition(top)
        if self._is_idle(step, argument, top, sign) or (condition is None and self._is_open(top)):
            return
        if self._could_be(top):
            strength *= WEAKER
        stance = "conditional" if condition else {1: "support", -1: "oppose", 0: "neutral"}[sign]
        holders = self.holders.of(top)
        if holders and not self._is_unsaid(top, sign):
            points = argument == step.token and self._says_nothing(step)
            received = argument if self._is_reception(step, argument) else None
            question = argument if received is None else step.token
            steps, ends = self._way(step, top)
            yield Claim(
                holders, stance, question, top.token, condition, strength, top.group, points, steps, ends, received
            )
            if condition is not None:
                yield from self._demanded(holders, top, condition)

    def _climb(self, step: Step, argument: int) -> tuple[Step, int, float]:
        """From a predicate to the outermost one over it, with the product of the signs and the strength left."""
        sign, strength, top, seen = step.sign * self._inner_sign(step, argument), step.strength, step, {step.token}
        while (outer := self._above(top)) is not None and outer.token not in seen:
            seen.add(outer.token)
            said = outer.kind == "obliging" and step.holder == "speaker"  # "should go ahead" says more than "will"
            top, sign = outer, -1 if self._is_fear_of_harm(outer, sign) else sign * outer.sign
            strength = max(strength, outer.strength) if said else min(strength, outer.strength)
        if self._wants_none(step, argument) or (argument not in self.steps and self._is_not_to_be(step, argument)):
            sign = -sign  # "should not go ahead", "promised not to sell the railways"
        return top, sign, strength

    def _is_fear_of_harm(self, outer: Step, sign: int) -> bool:
        """ "fears that it will drive shoppers away": who fears the harm is not for it."""
        return sign < 0 and outer.group == "doubting" and self.tree.lemmas[outer.token].lower() in ("fear", "worry")

    def _way(self, step: Step, top: Step) -> tuple[int, bool]:
        """How many predicates lead up to the outermost one, and whether those below it end what they are about."""
        steps, ends, at = 1, False, step
        while at.token != top.token and steps <= len(self.steps):
            ends ^= at.sign < 0
            outer = self._above(at)
            if outer is None:
                break
            steps, at = steps + 1, outer
        return steps, ends

    def _inner_sign(self, step: Step, argument: int) -> int:
        """ "must not close the schools": closing them is the matter, and the negation stands on it."""
        if not self.reach.is_whole(argument):
            return 1
        below = self.steps[argument]
        ends = below.ends or below.kind == "stance"
        if self._shares_negation(step, below):
            return 1
        return -below.sign if ends else below.sign

    def _condition(self, top: Step) -> Range | None:
        """The characters of the condition on a claim."""
        found = conditions.condition(self.tree, self._set_on(top))
        if found is None and top.group in _AGREEING and self.tree.pos[top.argument] == "VERB":
            found = conditions.condition(self.tree, top.argument)  # "is ready to sell once it rains"
        if found is not None and not self._can_depend(top) and not conditions.plainly_set(self.tree, found):
            return None
        return found

    def _is_idle(self, step: Step, argument: int, top: Step, sign: int) -> bool:
        """Whether a predicate shows no stance where it stands; "agreed to consider it" reserves nothing."""
        if top.kind == "obliging" and polarity.is_open(self.tree, top.argument):
            return True
        reserves_nothing = sign == 0 and top is not step and top.group in _AGREEING
        only_accused = top is step and top.group == "accusing"
        weighed = self._is_embedded(top) or self._is_put_to_vote(top) or self._only_weighs(step, argument)
        return only_accused or weighed or reserves_nothing or conditions.is_unreal(self.tree, top.token)

    def _is_open(self, top: Step) -> bool:
        return polarity.is_open(self.tree, self._anchor(top), top.group == "accepting")

    def _could_be(self, top: Step) -> bool:
        modal = polarity.modal(self.tree, top.token)
        return modal in ("would", "can") and top.holder == "subject" and top.kind not in _SELF

    def _own_deed(self, top: Step) -> Iterator[Claim]:
        """ "will withdraw its troops if", "will not build the dam": the deed as a whole is the matter."""
        deed = self._finding.deed(top.token) if top.form == "verb" and top.token not in self._done else None
        if deed is not None:
            self._done.add(top.token)
            yield from self._claim(deed, deed.token)

    def _demanded(self, holders: tuple[str, ...], top: Step, condition: Range) -> Iterator[Claim]:
        """ "will not come unless the drilling stops": who sets a condition is for what it asks for."""
        tree = self.tree
        if not conditions.strictly(tree, self._set_on(top)):
            return
        tokens = tree.tokens(*condition)
        verb = next((t for t in tokens if tree.heads[t] not in tokens and tree.pos[t] in ("VERB", "ADJ", "NOUN")), None)
        if verb is not None and tree.lemmas[verb].lower() in ("provide", "condition"):
            verb = tree.child(verb, "ccomp", "acl", "advcl")
        if verb is None or verb in self._conditions or (tree.pos[verb] != "VERB" and tree.child(verb, "cop") is None):
            return
        self._conditions.add(verb)
        sign, at = -1 if polarity.negated(tree, verb) else 1, verb
        while at in self.steps and self.reach.leads_on(self.steps[at]):
            sign, at = sign * self.steps[at].sign, self.steps[at].argument
            if tree.pos[at] not in ("VERB", "ADJ"):
                break
        yield Claim(holders, "support" if sign > 0 else "oppose", at, verb, None, DEMANDED, "demanding")

    def _only_weighs(self, step: Step, argument: int) -> bool:
        """ "agreed to decide whether": nobody is for or against deciding."""
        weighs = self.tree.lemmas[argument].lower() in _WEIGHING and self.tree.pos[argument] == "VERB"
        return weighs and step.token != argument and step.group in _AGREEING

    def _is_reception(self, step: Step, argument: int) -> bool:
        """ "would welcome officers", "accepts the refugees": receiving them is the matter, not who they are."""
        tree = self.tree
        receiving = tree.lemmas[step.token].lower() in _RECEIVING and step.sign > 0
        return receiving and tree.pos[argument] == "NOUN" and self.reach.is_person(argument)

    def _shares_negation(self, step: Step, below: Step) -> bool:
        """ "is not against closing it": the parse has one "not" for both."""
        return step.form == "preposition" and step.argument == below.token

    def _wants_none(self, step: Step, argument: int) -> bool:
        """ "wants no change"; that "there will be no change" has been counted."""
        denied = (self.tree.words[c].lower() == "no" for c in self.tree.all_children(argument, "det"))
        wanting = step.kind == "stance" and step.form == "verb" and step.group != RULING_OUT
        return wanting and step.token != argument and any(denied)

    def _is_not_to_be(self, step: Step, argument: int) -> bool:
        tree = self.tree
        if argument == step.token or step.form == "preposition" or tree.pos[argument] not in ("VERB", "ADJ"):
            return False
        return polarity.negated(tree, argument)

    def _is_taken_back(self, step: Step, top: Step) -> bool:
        """ "withdrew its support for the plan": a stance of one's own is given up."""
        tree = self.tree
        own = tree.child(step.token, "nmod:poss")
        return (
            step.kind == "stance" and top.argument == step.token and own is not None
            and tree.words[own].lower() in ("its", "their", "his", "her", "our", "my")
        )  # fmt: skip

    def _says_nothing(self, step: Step) -> bool:
        """Whether a predicate does not say what it is about."""
        if step.form == "noun":
            return stem(self.tree.lemmas[step.token]) not in question_words().pointing
        return step.kind not in _SELF or self._is_bare(step.token)

    def _is_bare(self, verb: int) -> bool:
        """ "will sign only if": sign what, has been told before."""
        tree = self.tree
        objects = tree.all_children(verb, "obj", "xcomp", "ccomp", "nsubj:pass")
        return stem(tree.lemmas[verb]) in question_words().deeds and next(iter(objects), None) is None

    def above(self, token: int) -> Step | None:
        """The predicate that has a token's phrase or clause as its argument: "refused" over "to attend"."""
        found = self.reach.outer.get(token)
        return found if found is not None and found.token != token else None

    def _above(self, step: Step) -> Step | None:
        """The predicate whose argument this one is, by itself or by the clause that it heads."""
        found = self.reach.outer.get(step.token)
        if found is None and step.kind == "obliging":
            found = self.reach.outer.get(step.argument)
            if found is not None and found.token == step.token:
                found = None
        return None if found is not None and self._is_light(found, step) else found

    def _is_light(self, outer: Step, step: Step) -> bool:
        """ "had no objection": the verb only gives the noun its holder."""
        noun = step.kind == "stance" and self.tree.pos[step.token] == "NOUN"
        lemma = self.tree.lemmas[outer.token].lower()
        voices = lemma == "have" or (not outer.ends and lemma in self.lexicon.voicing)
        return noun and outer.kind == "carrying" and voices

    def _is_embedded(self, top: Step) -> bool:
        """Whether what the predicate says is only wanted of somebody, not said to be so."""
        tree, at = self.tree, top.token
        relation = tree.relations[at]
        if relation in ("xcomp", "csubj") and top.holder == "subject" and polarity.negated(tree, tree.heads[at]):
            return True
        if relation != "acl" or tree.tags[at] not in ("VBG", "VB"):
            return False
        plan = tree.tags[at] == "VB" and question_words().is_measure(
            tree.lemmas[tree.heads[at]]
        )  # "a bill to abolish it"
        return plan or tree.heads[at] in self.reach.outer

    def _is_put_to_vote(self, top: Step) -> bool:
        """ "will vote on lifting it": nobody has voted for it yet."""
        tree, at = self.tree, top.token
        return tree.tags[at] == "VBG" and tree.case_or_mark(at) in ("on", "over", "about", "whether")

    def _is_unsaid(self, top: Step, sign: int) -> bool:
        """A stance that is only denied ("denied that it opposes", "has not rejected") is none."""
        statement = self.spoken.content[top.token]
        if statement is not None and statement.denied:
            return True
        perfect = any(self.tree.lemmas[c] == "have" for c in self.tree.all_children(top.token, "aux"))
        never = any(self.tree.words[c].lower() == "never" for c in self.tree.children[top.token])
        open_yet = top.kind == "stance" and perfect and not never and top.sign * sign > 0
        return open_yet and polarity.negated(self.tree, top.token)

    def _anchor(self, top: Step) -> int:
        """The word whose clause says whether a predicate holds: "whether Oslo is for it or against it"."""
        introduces = top.form == "preposition" and self.tree.deps[top.token] in ("case", "mark")
        return self.tree.heads[top.token] if introduces else top.token

    def _set_on(self, top: Step) -> int:
        """The word on which a condition of a predicate hangs: in "is in favour, on one condition" the noun."""
        return self._anchor(top) if top.kind == "stance" else top.argument

    def _can_depend(self, top: Step) -> bool:
        tree, at = self.tree, self._set_on(top)
        if top.group in ("voting for", "voting against") and tree.lemmas[top.token].lower() in ("say", "answer"):
            return True
        if (
            top.form == "adjective"
            or polarity.modal(tree, at)
            or polarity.negated(tree, at)
            or tree.pos[at] in ("ADJ", "NOUN")
        ):
            return True
        return tree.tags[at] in ("VB", "VBP", "VBZ") or tree.lemmas[at] in ("agree", "offer", "promise", "accept")
