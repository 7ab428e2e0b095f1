"""Who takes part through a phrase, and for whom somebody speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from verbale.record import Actor, by_id

from .. import knowledge
from ..lexicon.meetings import meeting_words
from ..stance.arguments import RELATIVE
from ..stance.bodies import principals
from ..stance.claims import Claims
from ..stance.listed import people_listed
from ..stance.phrases import core, is_time
from ..stance.spoken import is_ourselves
from ..tree import Tree

_BODIES = ("state", "organisation")
_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NOBODY = frozenset({"nobody", "none", "no-one", "one", "anybody", "anyone"})
OWN = frozenset({"its", "their", "his", "her", "our", "my"})
_SOME = frozenset("a an some many several more most all few other others those seven eight nine ten".split())
_SIDES = frozenset({"side", "party", "both", "camp"})
_BACK = 60  # tokens over which "both" and "the three ministers" look back for a list of names
_ABROAD = (
    "foreign ministry", "government", "ministry of foreign affairs", "presidency", "embassy", "foreign office",
    "mission", "prime minister's office", "prime minister’s office", "president's office", "president’s office",
)  # fmt: skip


class Participants:
    """Finds whom phrases mean; `named` leads from tokens to the actors they name. `actors` grows by who only comes."""

    def __init__(self, tree: Tree, claims: Claims, actors: dict[str, Actor], named: Mapping[int, str]) -> None:
        self.tree, self.claims, self.actors, self.named = tree, claims, actors, named
        self.sent = meeting_words().sent
        self._lists: dict[int, tuple[str, ...]] | None = None

    def at(self, head: int) -> tuple[str, ...]:
        """Ids of whom a phrase names with all that is joined to it: who is named comes in person, whatever office."""
        if self.tree.deps[head] == "nmod:desc" and self.tree.heads[head] in self.named:  # "President Ada Ilic, who met"
            head = self.tree.heads[head]
        heads = [head, *self.tree.all_children(head, "conj")]
        found = dict.fromkeys(i for h in heads for i in self._one(h))
        listed = people_listed(self.tree, head, self.claims.cast.people())
        found |= dict.fromkeys(i for i in listed if i in self.actors)
        return tuple(i for i in found if not _is_some(self.actors[i]))

    def is_person(self, head: int) -> bool:
        """Whether a token is the name of somebody."""
        actor = self.actors.get(self.named.get(head, ""))
        return actor is not None and actor.kind == "person" and self.tree.pos[head] == "PROPN"

    def _one(self, head: int) -> tuple[str, ...]:
        tree, lemma = self.tree, self.tree.lemmas[head].lower()
        if self._count(head):
            return self._several(head)
        if is_ourselves(tree, head):
            speakers = [i for i in self.claims.who(head) if i in self.actors]
            return tuple(p for i in speakers for p in principals(self.actors[i]) or (i,))
        if lemma == "they" and (told := self._tellers(head)) is not None:
            return self.at(told)
        if lemma in ("it", "they") and (meant := self._meant(head)):
            return meant
        if apposed := self._apposed(head):
            return apposed
        if lemma in self.sent and (bodies := self._bodies(head)):
            return bodies
        if lemma in _NOBODY:
            return tuple(i for c in tree.all_children(head, "nmod") for i in self._one(c))
        own = self.actors.get(self.named.get(head, ""))
        if own is not None and own.kind == "person" and tree.pos[head] == "PROPN":
            return (own.id,)
        ids = self.claims.who(head) or self.claims.who(self._antecedent(head)) or self._called(head)
        if any(i not in self.actors for i in ids) and self._is_told_which(head):
            self.actors.update(by_id(self.claims.cast.actors()))  # "the police college accepted": all that it does
        found = tuple(i for i in ids if i in self.actors and not _is_some(self.actors[i]))
        return tuple(dict.fromkeys(voice(self.actors, i) for i in found)) if lemma == "it" else found

    def _is_told_which(self, head: int) -> bool:
        """ "the police college", "Italy's ministers", "tribal leaders", and not "ambassadors" or "a civil servant"."""
        tree = self.tree
        owner = tree.child(head, "nmod:poss")
        if is_time(tree, head) or (owner is not None and tree.pos[owner] == "PRON"):
            return False
        the = any(tree.words[c].lower() == "the" for c in tree.all_children(head, "det"))
        of_which = tree.child(head, "compound", "amod", "nmod", "nmod:poss") is not None
        bare = tree.child(head, "det", "nummod") is None
        return (the and (of_which or tree.tags[head] == "NN")) or (bare and of_which) or tree.pos[head] == "PROPN"

    def _tellers(self, they: int) -> int | None:
        """ "Chad and Mali have confirmed that they will come": the subject above, where it has several."""
        tree, verb = self.tree, self.tree.heads[they]
        subject = tree.child(tree.heads[verb], "nsubj") if tree.deps[verb] == "ccomp" else None
        several = subject is not None and (tree.child(subject, "conj") is not None or self._count(subject) > 1)
        return subject if several else None

    def _apposed(self, head: int) -> tuple[str, ...]:
        """ "a bishop, Paul Amadi": the name beside an office; the parse may hang "leader Ola Berg" side by side."""
        tree = self.tree
        beside = [*tree.all_children(head, "appos")]
        if tree.pos[head] == "NOUN" and (
            tree.heads[head + 1 : head + 2] == [tree.heads[head]] or self.is_person(head + 1)
        ):
            beside += [head + 1]  # "the UN envoy Ada Ilic", however the parse hangs the name
        if tree.pos[head] == "NOUN" and tree.words[head + 1 : head + 2] == [","] and self._is_person(head + 2):
            beside.append(head + 2)  # however the parse hangs ", Ada Ilic,"
        found = (self.named.get(c) for c in beside)
        return tuple(i for i in found if i is not None and i in self.actors)[:1]

    def _is_person(self, token: int) -> bool:
        """Whether a token begins a name of somebody that ends with a comma: an aside, no list."""
        actor = self.actors.get(self.named.get(token, ""))
        if actor is None or actor.kind != "person":
            return False
        end = token
        while end < len(self.tree.words) and self.named.get(end) == actor.id:
            end += 1
        return self.tree.words[end : end + 1] == [","]

    def _called(self, head: int) -> tuple[str, ...]:
        """ "the shipping line Norvik": the name that a noun carries."""
        beside = self.tree.all_children(head, "appos", "flat", "nmod:desc", "compound")
        return tuple(self.named[c] for c in beside if c in self.named)[:1]

    def _antecedent(self, head: int) -> int:
        """ "Egypt, which was to chair it": what "which" stands for."""
        verb = self.tree.heads[head]
        relative = self.tree.words[head].lower() in RELATIVE and self.tree.deps[verb] == "acl:relcl"
        return self.tree.heads[verb] if relative else head

    def _bodies(self, head: int) -> tuple[str, ...]:
        """The states and bodies that come through envoys: those of the phrase, "its" own, or of who speaks."""
        owner = self.tree.child(head, "nmod:poss")
        if owner is not None and self.tree.words[owner].lower() in OWN and (sender := self._sender(head)):
            return sender
        bodies = tuple(i for i in self._inside(head) if self.actors[i].kind in _BODIES and not self._is_bare(i))
        if bodies or self.tree.child(head, "nmod") is not None:  # "the presidents of all three states"
            return bodies
        return self._sender(head) if self.named.get(head) is None or self._is_bare(self.named[head]) else ()

    def _is_bare(self, actor: str) -> bool:
        """ "a delegation": somebody's."""
        return self.actors.get(actor) is not None and self.actors[actor].name.lower() in self.sent

    def _meant(self, head: int) -> tuple[str, ...]:
        """Whom "it" means, where that cannot be the person who speaks."""
        told = self.claims.spoken.content[head]
        speaker = self.actors.get(told.speaker or "") if told is not None else None
        if speaker is not None and speaker.kind in _BODIES:
            return ()
        actor = self.actors.get(self.named.get(head, ""))
        known = (actor.id,) if actor is not None and actor.kind not in ("person", "unnamed") else ()
        return self._subject_before(head) or known

    def _subject_before(self, head: int) -> tuple[str, ...]:
        """ "It had not replied" at the head of a sentence: what the sentence before is about."""
        tree, sentence = self.tree, self.tree.sentence[head]
        if sentence == 0 or not tree.deps[head].startswith("nsubj") or head - tree.sentences[sentence][0] > 1:
            return ()
        first, end = tree.sentences[sentence - 1]
        root = next((t for t in range(first, end) if tree.heads[t] == t), first)
        subject = tree.child(root, "nsubj")
        actor = self.named.get(subject) if subject is not None else None
        known = self.actors.get(actor or "")
        return (known.id,) if known is not None and known.kind in _BODIES else ()

    def _inside(self, head: int) -> tuple[str, ...]:
        """Ids that a phrase has within: "UN envoys", "the US side", "leaders of Chile, Peru and Bolivia"."""
        within = dict.fromkeys(self.named[t] for t in core(self.tree, head) if t in self.named)
        return tuple(i for i in within if i in self.actors)

    def _sender(self, head: int) -> tuple[str, ...]:
        """ "a delegation would fly to Lusaka", said by a minister: that of the state for which she speaks."""
        speaker = self.claims.spoken.speaker(head)
        if speaker not in self.actors or speaker is None:
            return ()
        return (voice(self.actors, speaker),)

    # -- "both", "the three prime ministers" ----------------------------------------------------------------

    def _several(self, head: int) -> tuple[str, ...]:
        """The names last listed, where a phrase only counts them."""
        count = self._count(head)
        lists = self._lists if self._lists is not None else self._listed()
        at = next((t for t in range(head - 1, max(-1, head - _BACK), -1) if len(lists.get(t, ())) == count), None)
        if at is None and count == 2 and self.tree.lemmas[head].lower() in _SIDES:
            return self._two_sides(head)
        return lists[at] if at is not None else ()

    def _two_sides(self, head: int) -> tuple[str, ...]:
        """ "The two sides will meet": the two bodies most spoken of before, if no third is spoken of as much."""
        count: Counter[str] = Counter()
        for token, actor in self.named.items():
            if token < head and actor in self.actors and self.tree.deps[token] not in ("flat", "compound"):
                bodies = [actor, *principals(self.actors[actor])]
                count.update(b for b in bodies if b in self.actors and self.actors[b].kind in _BODIES)
        ranked = [*count.most_common(3), ("", 0), ("", 0), ("", 0)]
        return (ranked[0][0], ranked[1][0]) if ranked[1][1] > ranked[2][1] else ()

    def _count(self, head: int) -> int:
        tree = self.tree
        if tree.words[head].lower() == "both":
            return 2
        if tree.lemmas[head].lower() in _SIDES and tree.tags[head] == "NNS" and self._is_the(head):
            return 2
        if tree.tags[head] != "NNS" or tree.child(head, "nmod", "nmod:poss") is not None:
            return 0
        count = next((c for c in tree.all_children(head, "nummod", "det") if tree.words[c].lower() in _COUNTS), None)
        definite = any(tree.words[c].lower() in ("the", "these", "both") for c in tree.all_children(head, "det"))
        return _COUNTS[tree.words[count].lower()] if count is not None and definite else 0

    def _is_the(self, head: int) -> bool:
        """ "the sides", "both parties", and nothing said of which."""
        marks = {self.tree.words[c].lower() for c in self.tree.all_children(head, "det", "nummod", "amod")}
        return bool(marks) and marks <= {"the", "both", "two", "warring", "opposing"} and not self._has_of(head)

    def _has_of(self, head: int) -> bool:
        return self.tree.child(head, "nmod", "nmod:poss", "compound") is not None

    def _listed(self) -> dict[int, tuple[str, ...]]:
        """Where a name stands to which others are joined: all of them."""
        self._lists, tree = {}, self.tree
        for token, actor in self.named.items():
            joined = [c for c in tree.all_children(token, "conj") if c in self.named]
            if joined and tree.pos[token] != "PRON":
                ids = dict.fromkeys((actor, *(self.named[c] for c in joined)))
                self._lists[token] = tuple(i for i in ids if i in self.actors)
        return self._lists


def _is_some(actor: Actor) -> bool:
    """ "more than 70 states", "four federations": nobody in particular."""
    first = actor.name.lower().split()[:1]
    if actor.kind == "person" or not first:
        return False
    return first[0] == "no" or first[0] in _COUNTS or first[0] in _SOME or first[0][:1].isdigit()


def state_of(actors: Mapping[str, Actor], id_: str) -> str:
    """The state for which somebody holds an office that speaks for it; else the same actor."""
    bodies = (b for b in principals(actors[id_]) if b in actors and actors[b].kind == "state")
    return next(bodies, id_)


def voice(actors: Mapping[str, Actor], id_: str) -> str:
    """Whose word somebody's word is: a minister's that of the state, a spokesperson's that of the body."""
    actor = actors[id_]
    state = state_of(actors, id_)
    if state != id_:
        return state
    if actor.kind == "organisation":
        return _state_behind(actors, actor) or id_
    speaks = any("spokes" in o.title.lower() or "press secretary" in o.title.lower() for o in actor.offices)
    body = next((b for b in principals(actor) if b in actors), id_) if speaks else id_
    return body if body == id_ else voice(actors, body)


def _state_behind(actors: Mapping[str, Actor], organ: Actor) -> str | None:
    """ "Foreign Ministry of Zambia", "Finnish prime minister's office": the state, abroad."""
    name = organ.name.lower()
    abroad = any(name.startswith(w) or name.endswith(w) for w in _ABROAD) or name.startswith("ministry of")
    if not abroad:
        return None
    state = knowledge.tables().state_of_demonym(organ.name.split()[0])
    code = organ.country or (state.code if state is not None else None)
    return next((a.id for a in actors.values() if a.kind == "state" and a.country == code and code), None)
