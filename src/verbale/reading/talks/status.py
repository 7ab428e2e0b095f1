"""How far somebody's part in a meeting has come, by a predicate with its negation, tense and the verbs above it."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.record import Role, Status

from ..lexicon.meetings import Part, meeting_words
from ..stance import polarity
from ..stance.claims import Claims
from ..stance.matching import Match
from ..stance.spoken import Spoken
from ..stance.steps import Step
from ..tree import Tree
from .placed import Placed

HOSTS = frozenset({"host", "organiser", "mediator", "moderator"})
_NONE = frozenset({"nobody", "no", "not"})
_LATER = frozenset({"will", "would", "shall", "'ll", "’ll"})


class Progress:
    """Reads statuses off the sentence of a predicate."""

    def __init__(self, tree: Tree, claims: Claims, spoken: Spoken, placed: Placed) -> None:
        self.tree, self.claims, self.spoken, self.placed = tree, claims, spoken, placed
        self.words = meeting_words()

    def of(self, part: Part, found: Match, actors: Sequence[str]) -> Status | None:
        """The status that a predicate tells of some actors' part; None where nothing follows."""
        tree, token = self.tree, found.token
        of_noun = tree.deps[token] == "acl" and tree.tags[token] in ("VB", "VBG")
        joined = tree.deps[token] == "conj" and tree.tags[token] in ("VBD", "VBZ", "VBP")  # "was asked and declined"
        outer = self.claims.above(token) or (self.claims.above(tree.heads[token]) if of_noun else None)
        outer = None if joined else outer
        if part.role in HOSTS and self._governor(token) in self.words.offering:  # "would be ready to host"
            return "offered"
        if outer is not None:
            return self._wanted(part, outer, actors)
        if of_noun and tree.tags[token] == "VB":  # "an invitation to take part"
            return None
        if part.role not in HOSTS and self._is_weighed(token):
            return "undecided"
        if self._is_asked_for(token):
            return "proposed"
        own = bool(_NONE.intersection(found.frame.lemmas))  # "send nobody" is itself the predicate
        if not own and (polarity.negated(tree, token) or self._has_none(token)):
            return part.negated
        return self._plainly(part, token)

    def _plainly(self, part: Part, token: int) -> Status | None:
        tree, modal = self.tree, polarity.modal(self.tree, token)
        depends = part.role not in HOSTS and (modal in _LATER or part.status in ("accepted", "declined"))
        if depends and polarity.condition(tree, token) is not None:
            return "undecided"
        if polarity.is_open(tree, token):
            return self._possible(part, token) if modal in ("may", "might", "could") else None
        if modal in _LATER or self._governor(token) in self.words.planning or self._is_to(token):
            return part.future or part.status
        return part.status

    def _is_weighed(self, token: int) -> bool:
        """ "did not say whether it would attend": the verb that leaves it open is near."""
        tree, at = self.tree, token
        for _ in range(3):
            if "whether" in {tree.words[c].lower() for c in tree.all_children(at, "mark", "advmod")}:
                return tree.lemmas[tree.heads[at]].lower() in self.words.weighing
            if tree.deps[at] not in ("xcomp", "conj"):
                return False
            at = tree.heads[at]
        return False

    def _is_asked_for(self, token: int) -> bool:
        """ "asked to be let in": wanted by the verb above, though that shows no stance."""
        tree = self.tree
        above = tree.heads[token]
        wanted = tree.deps[token] in ("xcomp", "ccomp") and tree.lemmas[above].lower() in self.words.asking
        return wanted and tree.tags[token] in ("VB", "VBN") and not polarity.modal(tree, token)

    def _has_none(self, token: int) -> bool:
        """ "had received no invitation", "no invitation reached us", "nobody from Chad was invited"."""
        tree = self.tree
        noun = tree.pos[token] == "NOUN"
        if noun and tree.deps[token].startswith("nsubj") and polarity.negated(tree, tree.heads[token]):
            return True
        for thing in tree.all_children(token, "obj", "nsubj:pass"):
            if tree.words[thing].lower() in ("nobody", "none", "no-one") or any(
                tree.words[d].lower() == "no" for d in tree.all_children(thing, "det")
            ):
                return True
        return False

    def _possible(self, part: Part, token: int) -> Status | None:
        """ "could act as moderator": somebody else's idea is a proposal; one's own leaves it open."""
        if part.role not in HOSTS:
            return "undecided" if part.who == "subject" else None
        return "proposed" if self.spoken.speaker(token) is not None else None

    def _governor(self, token: int) -> str:
        """The verb or adjective whose infinitive a predicate is, "" where it is none."""
        return self.tree.lemmas[self.tree.heads[token]].lower() if self.tree.deps[token] == "xcomp" else ""

    def _is_to(self, token: int) -> bool:
        """ "was to chair the session"."""
        marks = {self.tree.words[c].lower() for c in self.tree.all_children(token, "mark")}
        return "to" in marks and self.tree.child(token, "cop") is not None

    def _wanted(self, part: Part, outer: Step, actors: Sequence[str]) -> Status | None:
        """What is agreed, offered, refused or demanded rather than done."""
        lemma = self.tree.lemmas[outer.token].lower()
        own = bool(set(self.claims.holders_of(outer)) & set(actors))
        if outer.sign == 0:
            return "undecided" if own and part.role not in HOSTS else None
        if outer.sign < 0:
            return (part.negated or "declined") if own and outer.kind == "stance" else None
        if lemma in self.words.confirming:
            return part.future or "confirmed" if part.role == "invitee" else "confirmed"
        if lemma in self.words.agreeing:
            return "accepted" if part.who == "subject" and self.tree.pos[outer.token] == "VERB" else "agreed"
        if part.role in HOSTS:
            if lemma in self.words.offering:
                return "offered"
            return "proposed" if lemma in self.words.asking else part.future or "proposed"
        if outer.kind == "obliging" or part.who != "subject" or lemma in self.words.asking:
            return "proposed"
        return (part.future or "accepted") if own else "proposed"

    def settled(self, role: Role, status: Status, token: int) -> Status:
        """ "reconfirmed their readiness to hold the talks" is more than an offer."""
        if role != "host":
            return status
        outer = self.claims.above(token)
        while outer is not None:
            if self.tree.lemmas[self.tree.heads[outer.token]].lower() in self.words.confirming:
                return "confirmed"
            outer = self.claims.above(outer.token)
        return "confirmed" if status in ("attended", "accepted") else status
