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

from verbale.record import Statement

from .. import lexicon
from ..lexicon.questions import question_words, stem
from ..lexicon.stances import Stances, stances
from ..tree import Range, Tree
from . import polarity
from .matching import Match, match
from .phrases import one_clause, subject_of
from .spoken import Cast, Spoken, is_ourselves

SIGNS = {"support": 1, "oppose": -1, "neutral": 0}
_THEMSELVES = frozenset({"they", "he", "she", "it"})  # in what somebody is reported to say, rather the speaker
_WILLING = frozenset({"will", "would", "could", "can", "'ll", "’ll", "shall", "wo", "ca"})
_RESOLVED = frozenset({"will", "would", "wo", "'ll", "’ll", "shall"})
_SELF = frozenset({"depending", "refusing"})  # steps that stand on the deed itself
_MEASURES = frozenset({"forbidding", "forbidding it"})  # groups whose predicates make a measure
_OWN = frozenset({"country", "government", "nation", "party", "union", "side", "administration", "people"})
_WHOSE = frozenset({"his", "her", "their", "its", "our", "my"})
_NEEDING = frozenset({"need", "have", "ought"})
_WANTING = frozenset({"wanting", "calling for"})
OBLIGING = 0.75  # "must", "should"
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
    ends: bool = False  # what it is about is stopped or undone
    form: str = "verb"


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


def _body_of_members(tree: Tree, head: int) -> int:
    """ "members of the union voted": the union did."""
    if tree.lemmas[head].lower() not in ("member", "majority"):
        return head
    return next((c for c in tree.all_children(head, "nmod") if tree.case(c) == "of"), head)


def _stands_alone(found: Match) -> bool:
    return found.place == "none" and found.frame.form in ("preposition", "adjective")


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
                if self._is_innermost(step, argument):
                    yield from self._claim(step, argument)

    def _is_innermost(self, step: Step, argument: int) -> bool:
        """Whether a chain ends here. "to close the schools" is a matter itself: nobody is asked about the schools."""
        if argument == step.token:
            return True
        if self._is_whole(step.token):
            return False
        return argument not in self.steps or self._is_whole(argument)

    def _is_whole(self, token: int) -> bool:
        """Whether a predicate ends something that is no measure, or is about a number: it is a matter as a whole."""
        step = self.steps.get(token)
        if step is None or step.kind not in ("carrying", "stance"):
            return False
        if step.group in _MEASURES:  # "to ban imports" is a measure of its own, where another is for or against it
            return step.kind == "carrying" or token in self._outer
        if step.kind == "stance":
            return False
        if step.argument in self.steps:
            return False
        if self.tree.child(step.argument, "nummod") is not None or self._is_person(step.argument):
            return True
        return step.ends and not question_words().is_measure(self.tree.lemmas[step.argument])

    def _is_person(self, noun: int) -> bool:
        """ "to release the prisoners": who they are is no question, releasing them is."""
        known = lexicon.descriptions().find(self.tree.words[noun])
        return known is not None and known.kind == "person" and not known.for_state

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
                found = self._depending(token) or self._refusing(token)
            if found is not None:
                yield found

    def _stance(self, token: int) -> Step | None:
        found = match(self.tree, token, self.lexicon.frames)
        if found is None:
            return None
        group = self.lexicon.groups[found.frame.group]
        negated = self._is_negated(found)
        if (group.only_negated and not negated) or (_stands_alone(found) and not self._is_said_of(token)):
            return None
        sign = -SIGNS[group.stance] if negated else SIGNS[group.stance]
        if self._is_balanced(token, group.stance):
            sign = 0
        weak = WEAKER if negated and sign else 1.0
        strength = group.strength * weak
        if self._names_matter(found):
            return Step(token, token, sign, "stance", group.holder, strength, group.name, form=found.frame.form)
        return Step(token, found.argument, sign, "stance", group.holder, strength, group.name, form=found.frame.form)

    def _names_matter(self, found: Match) -> bool:
        """ "the plan to ban imports": the noun is the matter, for who made the plan and for who is against it."""
        return found.frame.form == "noun" and stem(self.tree.lemmas[found.token]) in question_words().pointing

    def _is_said_of(self, token: int) -> bool:
        """ "Mexico is against": a preposition or adjective alone is a predicate only with a subject of its own."""
        return self.tree.child(token, "nsubj", "nsubj:pass") is not None

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
        if found.frame.form == "preposition":  # "we are not against it": the negation stands on what it introduces
            return polarity.negated(self.tree, found.argument)
        return polarity.negated(self.tree, found.token)

    def _carrying(self, token: int) -> Step | None:
        for frames, sign in ((self.lexicon.reversing, -1), (self.lexicon.advancing, 1)):
            found = match(self.tree, token, frames)
            if found is not None:
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
        foretold = stem(self.tree.lemmas[verb]) in words.states and not words.is_measure(self.tree.lemmas[verb])
        return foretold and self.tree.words[modal].lower() in ("should", "ought")

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
        strength = 0.8 if polarity.strictly(tree, token) else 0.6  # a plain "if" may be a mere circumstance
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
        tree = self.tree
        for child in tree.all_children(noun, "acl"):
            if tree.tags[child] == "VBN" and child in self.steps and self.steps[child].argument == noun:
                return child
            if tree.tags[child] == "VB" and self.cast.at(tree.starts[noun], tree.ends[noun]):
                return child  # "a call for the minister to resign"
        return None

    # -- chains ---------------------------------------------------------------------------------------------

    def _claim(self, step: Step, argument: int) -> Iterator[Claim]:
        sign, strength, top, seen = step.sign, step.strength, step, {step.token}
        if self._is_whole(argument):
            below = self.steps[argument]
            ends = below.ends or below.kind == "stance"
            sign *= -below.sign if ends else below.sign  # "must not close the schools"
        while (outer := self._above(top)) is not None and outer.token not in seen:
            seen.add(outer.token)
            top, sign, strength = outer, sign * outer.sign, min(strength, outer.strength)
        if step.kind == "obliging" and argument not in self.steps and polarity.negated(self.tree, argument):
            sign = -sign  # "should not go ahead"
        if top.kind == "carrying" and not self._is_taken_back(step, top):
            return
        if top.kind == "obliging" and polarity.is_open(self.tree, top.argument):
            return
        if self._is_embedded(top):
            return
        holders = self._holders(top)
        condition = polarity.condition(self.tree, top.token if top.kind == "stance" else top.argument)
        if condition is not None and not self._can_depend(top):
            condition = None
        if condition is None and polarity.is_open(self.tree, top.token):
            return
        if polarity.modal(self.tree, top.token) in ("would", "can") and top.holder == "subject":
            strength *= WEAKER
        stance = "conditional" if condition else {1: "support", -1: "oppose", 0: "neutral"}[sign]
        if holders and not self._is_unsaid(top, sign):
            points = argument == step.token and self._says_nothing(step)
            yield Claim(holders, stance, argument, top.token, condition, strength, top.group, points)

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
            return False
        return step.kind not in _SELF or self._is_bare(step.token)

    def _is_bare(self, verb: int) -> bool:
        """ "will sign only if": sign what, has been told before."""
        tree = self.tree
        objects = tree.all_children(verb, "obj", "xcomp", "ccomp", "nsubj:pass")
        return stem(tree.lemmas[verb]) in question_words().deeds and next(iter(objects), None) is None

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
        return None if found is not None and self._is_light(found, step) else found

    def _is_light(self, outer: Step, step: Step) -> bool:
        """ "had no objection": the verb only gives the noun its holder."""
        noun = step.kind == "stance" and self.tree.pos[step.token] == "NOUN"
        return noun and outer.kind == "carrying" and self.tree.lemmas[outer.token].lower() == "have"

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
        if top.form == "noun" and self._is_only_spoken_of(top.token):
            return ()
        subject = subject_of(self.tree, top.token, top.form)
        if subject is None:
            return self._whose_cue(top.token)
        found = self.who(subject)
        if not found and top.kind == "depending" and polarity.strictly(self.tree, top.token):
            speaker = self.spoken.speaker(top.token)  # "nothing more would be offered unless", she said
            return (speaker,) if speaker else ()
        return found

    def _is_only_spoken_of(self, noun: int) -> bool:
        """ "will hear a petition against the strike": who hears it, has no part in it."""
        tree = self.tree
        owner = tree.child(noun, "nmod:poss", "compound", "amod")
        by = (c for c in tree.all_children(noun, "nmod") if tree.case(c) in ("by", "from", "among"))
        if tree.pos[noun] != "NOUN" or owner is not None or next(by, None) is not None:
            return False
        verb = tree.heads[noun]
        governed = tree.deps[noun].partition(":")[0] in ("obj", "obl") and tree.pos[verb] == "VERB"
        return governed and tree.lemmas[verb].lower() not in self.lexicon.voicing

    def who(self, head: int) -> tuple[str, ...]:
        """Ids of whom a phrase names with all that is joined to it by "and"; "we" is whoever speaks."""
        heads = [head]
        for each in heads:
            heads += [c for c in self.tree.all_children(each, "conj") if one_clause(self.tree, each, c)]
        return tuple(dict.fromkeys(i for h in heads for i in self._one(h)))

    def _one(self, head: int) -> tuple[str, ...]:
        tree = self.tree
        head = _body_of_members(tree, head)
        if is_ourselves(tree, head):
            speaker = self.spoken.speaker(head)
            return (speaker,) if speaker else ()
        if tree.words[head + 1 : head + 2] == ["["]:  # "them [the envoys]": an editor's word for a pronoun
            head += 2
        found = self.cast.at(tree.starts[head], tree.ends[head])
        if own := self._whose_own(head):
            return own
        told = self.spoken.content[head] if tree.words[head].lower() in _THEMSELVES else None
        if told is not None and (not found or self._opens(head, told)):
            return tuple(s for s in (told.speaker, *told.cospeakers) if s) or found
        return found

    def _whose_own(self, head: int) -> tuple[str, ...]:
        """ "his country would never accept": the state or body for which the speaker speaks."""
        tree = self.tree
        owner = tree.child(head, "nmod:poss")
        told = self.spoken.content[head]
        if owner is None or told is None or told.speaker is None or tree.lemmas[head].lower() not in _OWN:
            return ()
        return (told.speaker,) if tree.words[owner].lower() in _WHOSE else ()

    def _opens(self, pronoun: int, told: Statement) -> bool:
        """Whether a pronoun is the subject with which reported words begin: "Kenya said it would sign" is Kenya."""
        tree = self.tree
        reported = told.quotation == "indirect" and told.speaker is not None
        if not reported or tree.words[pronoun].lower() not in ("it", "they"):
            return False
        before = tree.words[pronoun - 1].lower() if pronoun else ""
        begins = {t for span in told.content for t in tree.tokens(*span)[:1]}
        return pronoun in begins or (before == "that" and pronoun - 1 in begins)

    def _whose_cue(self, token: int) -> tuple[str, ...]:
        """A predicate without a subject of its own belongs to the statement whose cue it is, or that it heads."""
        statement = self.spoken.whole[token]
        if statement is None or statement.speaker is None:
            return ()
        is_cue = any(s.start <= self.tree.starts[token] < s.end for s in statement.cue)
        passive = self.tree.child(token, "nsubj:pass", "aux:pass") is not None  # "we were asked to come": by others
        heads_content = not passive and self.spoken.content[token] is statement and self._begins(token)
        return (statement.speaker, *statement.cospeakers) if is_cue or heads_content else ()

    def _begins(self, token: int) -> bool:
        """Whether a predicate is the main one of its content: "for the plan to be dropped" alone."""
        head = self.tree.heads[token]
        return head == token or self.spoken.content[head] is not self.spoken.content[token]
