"""How far somebody's part in a meeting has come, by a predicate with its negation, tense and the verbs above it."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.record import Role, Status

from ..lexicon.meetings import Part, meeting_words
from ..stance import conditions, polarity
from ..stance.claims import Claims
from ..stance.matching import Match
from ..stance.spoken import Spoken
from ..stance.step import Step
from ..tree import Tree
from .placed import Placed
from .whose import state_of

HOSTS = frozenset({"host", "organiser", "mediator", "moderator"})
_NONE = frozenset({"nobody", "no", "not"})
_GOING = frozenset("come go travel fly attend send bring head skip boycott miss join host chair".split())
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
        finite = tree.tags[token] in ("VBD", "VBZ", "VBP") or polarity.modal(tree, token) in _LATER
        joined = tree.deps[token] == "conj" and finite  # "was asked and declined", "was invited to speak and will come"
        outer = self.claims.above(token) or (self.claims.above(tree.heads[token]) if of_noun else None)
        outer = None if joined else outer
        if self._is_gone(token):
            return None
        if self._is_offered(part, token):
            return "offered"
        if (left := self._ruled_out(token)) is not None:
            return left if part.role == "invitee" else None
        if part.future and self._is_counted_on(token):
            return part.future
        unheld = outer is None or outer.sign < 0 or of_noun
        if part.role not in HOSTS and ((self._is_yet(token) and outer is None) or (unheld and self._is_weighed(token))):
            return "undecided"
        if outer is not None:
            return self._denied_or_wanted(part, outer, actors, token)
        if of_noun and tree.tags[token] == "VB":  # "an invitation to take part"
            return None
        if self._is_asked_for(token):
            return "proposed"
        own = bool(_NONE.intersection(found.frame.lemmas))  # "send nobody" is itself the predicate
        if not own and self._is_denied(token) != (polarity.negated(tree, token) or self._has_none(token)):
            return part.negated
        return self._plainly(part, token)

    def _denied_or_wanted(self, part: Part, outer: Step, actors: Sequence[str], token: int) -> Status | None:
        if part.who == "object" and part.status is None and polarity.negated(self.tree, token):
            return part.negated  # "had not been called"
        return self._wanted(part, outer, actors)

    def _is_gone(self, token: int) -> bool:
        """ "wanted the boats gone"."""
        tree = self.tree
        bare = tree.child(token, "aux", "aux:pass") is None
        return tree.tags[token] == "VBN" and tree.lemmas[token] in _GOING and bare

    def _is_offered(self, part: Part, token: int) -> bool:
        """ "would be ready to host", "has offered to appear"."""
        if part.role in HOSTS:
            return self._governor(token) in self.words.offering
        return part.role == "invitee" and part.who == "subject" and self._governor(token) in ("offer", "volunteer")

    def _plainly(self, part: Part, token: int) -> Status | None:
        tree, modal = self.tree, polarity.modal(self.tree, token)
        depends = part.role not in HOSTS and (modal in _LATER or part.status in ("accepted", "declined"))
        if depends and (conditions.condition(tree, token) is not None or (modal in _LATER and self._is_when(token))):
            return "undecided"
        if polarity.is_open(tree, token):
            return self._possible(part, token) if modal in ("may", "might", "could") else None
        planned = self._governor(token) in self.words.planning
        if modal in _LATER or planned or self._is_on_the_way(token) or self._is_to(token):
            return part.future or part.status
        return part.status

    def _is_on_the_way(self, token: int) -> bool:
        """ "is coming", "are sending a delegation"; "was going" where somebody says so."""
        tree = self.tree
        if tree.tags[token] != "VBG" or tree.lemmas[token] not in _GOING:
            return False
        said = self.spoken.content[token] is not None
        tags = {tree.tags[c] for c in tree.all_children(token, "aux") if tree.lemmas[c] in ("be", "’s", "'s")}
        return bool(tags & {"VBZ", "VBP"}) or (said and "VBD" in tags)

    def _ruled_out(self, token: int) -> Status | None:
        """ "has not ruled out sending an envoy", "ruled out attending"."""
        tree, above = self.tree, self.tree.heads[token]
        ruled = tree.lemmas[above] == "rule" and tree.deps[token] in ("xcomp", "ccomp", "advcl", "obj")
        if not ruled or tree.words[above + 1 : above + 2] != ["out"]:
            return None
        return "undecided" if polarity.negated(tree, above) else "declined"

    def _is_when(self, token: int) -> bool:
        """ "would come when the troops are gone"."""
        clauses = self.tree.all_children(token, "advcl")
        return any(self.tree.words[c].lower() in ("when", "once") for v in clauses for c in self.tree.children[v])

    def _is_weighed(self, token: int) -> bool:
        """ "did not say whether it would attend": the verb that leaves it open is near."""
        tree, at = self.tree, token
        for _ in range(3):
            if "whether" in {tree.words[c].lower() for c in tree.all_children(at, "mark", "advmod")}:
                asked = tree.deps[at] == "csubj"  # "whether he turns up is anyone's guess"
                return asked or tree.lemmas[tree.heads[at]].lower() in self.words.weighing
            if tree.deps[at] not in ("xcomp", "conj", "acl", "obj"):
                return False
            at = tree.heads[at]
        return False

    def _is_denied(self, token: int) -> bool:
        """ "denied receiving an invitation"."""
        statement = self.spoken.content[token]
        return statement is not None and statement.denied

    def _is_counted_on(self, token: int) -> bool:
        """ "is expected to attend"."""
        tree, above = self.tree, self.tree.heads[token]
        passive = tree.deps[token] == "xcomp" and tree.child(above, "aux:pass") is not None
        counted = passive and tree.lemmas[above].lower() in self.words.planning
        return counted and not polarity.negated(tree, above) and not polarity.negated(tree, token)

    def _is_yet(self, token: int) -> bool:
        """ "has yet to confirm its participation"."""
        return [w.lower() for w in self.tree.words[max(0, token - 2) : token]] == ["yet", "to"]

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
        those = tree.heads[token]
        if tree.deps[token] == "acl" and tree.case(those) == "among" and polarity.negated(tree, those):
            return True  # "was not among those invited"
        for thing in tree.all_children(token, "obj", "nsubj:pass"):
            if tree.words[thing].lower() in ("nobody", "none", "no-one") or any(
                tree.words[d].lower() == "no" for d in tree.all_children(thing, "det")
            ):
                return True
        return False

    def _possible(self, part: Part, token: int) -> Status | None:
        """ "could act as moderator": somebody else's idea is a proposal; one's own leaves it open."""
        if part.role not in HOSTS:
            return "undecided" if part.who == "subject" and not self._only_some(token) else None
        return "proposed" if self.spoken.speaker(token) is not None else None

    def _only_some(self, token: int) -> bool:
        """ "only the two sides could take part" keeps others out."""
        subject = self.tree.subject(token)
        return subject is not None and "only" in (self.tree.words[c].lower() for c in self.tree.children[subject])

    def _governor(self, token: int) -> str:
        """The verb or adjective whose infinitive a predicate is, "" where it is none."""
        taken_for_noun = self.tree.pos[token] == "NOUN" and self.tree.case(token) == "to"
        infinitive = self.tree.deps[token] == "xcomp" or taken_for_noun
        return self.tree.lemmas[self.tree.heads[token]].lower() if infinitive else ""

    def _is_to(self, token: int) -> bool:
        """ "was to chair the session"."""
        marks = {self.tree.words[c].lower() for c in self.tree.all_children(token, "mark")}
        return "to" in marks and self.tree.child(token, "cop") is not None

    def _wanted(self, part: Part, outer: Step, actors: Sequence[str]) -> Status | None:
        """What is agreed, offered, refused or demanded rather than done."""
        lemma = self.tree.lemmas[outer.token].lower()
        own = bool(self._all_of(self.claims.holders_of(outer)) & self._all_of(actors))
        if outer.sign == 0:
            return "undecided" if own and part.role not in HOSTS else None
        if outer.sign < 0:
            return (part.negated or "declined") if own and outer.kind == "stance" else None
        if lemma in self.words.confirming:
            return part.future or "confirmed" if part.role == "invitee" else "confirmed"
        if lemma in self.words.agreeing:
            if part.status in ("declined", "withdrawn"):  # "has decided to keep away"
                return part.status if part.who == "subject" else None
            comes = part.who == "subject" and self.tree.pos[outer.token] == "VERB" and part.role not in HOSTS
            return "accepted" if comes else "agreed"
        if part.role in HOSTS:
            if lemma in self.words.offering:
                return "offered" if own else "proposed"
            return "proposed" if lemma in self.words.asking else part.future or "proposed"
        if outer.kind == "obliging" or part.who != "subject" or lemma in self.words.asking:
            return "proposed"
        return (part.future or "accepted") if own else "proposed"

    def _all_of(self, ids: Sequence[str]) -> set[str]:
        """Actors with those for whom they speak."""
        known = self.placed.who.actors
        return {j for i in ids if i in known for j in (i, state_of(known, i))}

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
