"""Reach: down to what a predicate is about, and where a predicate with its argument is one matter as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from .. import lexicon
from ..lexicon.questions import question_words
from ..tree import Tree
from .phrases import apart
from .spoken import Cast
from .step import Step

_MEASURES = frozenset({"forbidding", "forbidding it"})  # groups whose predicates make a measure
_STOPPING = frozenset({"not letting"})
_PUTTING_OFF = frozenset({"postpone", "delay", "defer", "reschedule"})
_DOING = ("ing", "tion", "sion")
_WANTING = frozenset({"wanting", "calling for"})
_THINGS = frozenset(
    {"building", "station", "nation", "institution", "thing", "population", "region", "mansion", "television"}
)


class Reach:
    """Of the `steps` of one article by their tokens; `outer` are those over an argument."""

    def __init__(self, tree: Tree, cast: Cast, steps: Mapping[int, Step]) -> None:
        self.tree, self.cast, self.steps = tree, cast, steps
        self.outer: dict[int, Step] = {}
        for step in steps.values():
            for head in self.arguments(step):
                if head != step.token:
                    self.outer.setdefault(head, step)

    def is_innermost(self, step: Step, argument: int) -> bool:
        """Whether a chain ends here. "to close the schools" is a matter itself: nobody is asked about the schools."""
        if argument == step.token:
            return True
        if self.is_whole(step.token):
            return False
        return argument not in self.steps or self.is_whole(argument)

    def is_whole(self, token: int) -> bool:
        """Whether a predicate ends something that is no measure, or is about a number: it is a matter as a whole."""
        step = self.steps.get(token)
        if step is None or step.kind not in ("carrying", "stance"):
            return False
        if (
            step.group in _MEASURES and self.tree.pos[step.argument] != "PRON"
        ):  # "to ban imports" is a measure of its own, where another is for or against it
            return step.kind == "carrying" or token in self.outer
        if step.kind == "stance" and not (step.group in _STOPPING and token in self.outer):
            return False
        if step.argument in self.steps:
            return False
        if self.tree.pos[step.argument] == "PRON":
            return False
        if self.tree.child(step.argument, "nummod") is not None or self.is_person(step.argument):
            return True
        if self.tree.lemmas[token].lower() in _PUTTING_OFF:
            return True  # who wants an election put off is not against it
        whole = step.ends or step.kind == "stance" or step.form == "noun"
        return whole and not self.is_doing(step.argument)

    def is_doing(self, noun: int) -> bool:
        """Whether a noun names what is decided or done: "ban", "strike", "the filling", "construction"."""
        lemma = self.tree.lemmas[noun].lower()
        return question_words().is_measure(lemma) or (lemma.endswith(_DOING) and lemma not in _THINGS)

    def is_person(self, noun: int) -> bool:
        """ "to release the prisoners": who they are is no question, releasing them is."""
        known = lexicon.descriptions().find(self.tree.words[noun])
        if known is not None and known.kind == "person" and not known.for_state:
            return True
        return self.tree.pos[noun] == "NOUN" and lexicon.offices().find(self.tree.lemmas[noun]) is not None

    def arguments(self, step: Step) -> list[int]:
        """The argument with what is joined to it by "and", each with its own predicates."""
        if step.argument == step.token:
            return [step.token]
        if step.group in _WANTING and (done := self._wanted_done(step.argument)) is not None:
            return [done]
        joined = [c for c in self.tree.all_children(step.argument, "conj") if self._goes_with(step.argument, c)]
        if self.tree.pos[step.argument] == "NOUN":
            return [step.argument, *apart(self.tree, step.argument)]
        return [step.argument, *joined] if self.tree.pos[step.argument] == "VERB" else [step.argument]

    def _goes_with(self, verb: int, joined: int) -> bool:
        """ "asked Oslo to send men and got no answer": only the sending was asked for."""
        tree = self.tree
        if tree.pos[joined] not in ("VERB", "ADJ"):
            return False
        return tree.tags[verb] != "VB" or tree.tags[joined] not in ("VBD", "VBZ", "VBP")

    def _wanted_done(self, noun: int) -> int | None:
        """ "wants the ban lifted": what is to be done with the noun, if the parse hangs it there."""
        tree = self.tree
        for child in (c for c in tree.children[noun] if tree.deps[c] == "acl"):
            if tree.tags[child] == "VBN" and child in self.steps and self.steps[child].argument == noun:
                return child
            ended = child in self.steps and self.steps[child].argument == noun
            if tree.tags[child] == "VB" and (ended or self.cast.at(tree.starts[noun], tree.ends[noun])):
                return child  # "a call for the minister to resign", "for the ban to go"
        return None

    def leads_on(self, step: Step) -> bool:
        """ "unless the drilling is halted": the drilling is the matter; "provided the rivers stay clean" is one."""
        if (step.kind != "carrying" and step.group not in _STOPPING) or self.is_whole(step.token):
            return False
        return step.ends or self.is_doing(step.argument)
