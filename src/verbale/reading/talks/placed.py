"""Where in the sentence of a predicate the one who takes part stands, and whether it is about a meeting at all."""

from __future__ import annotations

from ..stance.matching import Match
from ..stance.phrases import subject_of
from ..stance.spoken import Spoken
from ..tree import Tree
from .whose import Participants, voice

_BACK = 2  # sentences in which "turned it down" finds its invitation
_ELSEWHERE = ("in", "at", "from", "to", "with", "on", "about")
_MANNER = frozenset(
    "protest solidarity response turn anger full force time person floor place behalf stead".split()
)
_SPEAKING = frozenset("speaker panellist panelist panel guest participant attendee delegate witness".split())
_NEAR = 12  # tokens between "with" and "in the chair"


def _first(*tokens: int | None) -> int | None:
    """The first token that there is; 0 is one, too."""
    return next((t for t in tokens if t is not None), None)


class Placed:
    """Finds the places of a frame's participant."""

    def __init__(self, tree: Tree, who: Participants, spoken: Spoken) -> None:
        self.tree, self.who, self.spoken = tree, who, spoken

    def at(self, who: str, found: Match) -> int | None:
        """The head of the phrase that names who takes part; None where it is left out."""
        tree, token = self.tree, found.token
        if who == "subject" and found.frame.form == "adjective" and tree.child(token, "nsubj") is not None:
            return tree.child(token, "nsubj")  # "is expected at the talks"
        if who == "subject" and self._is_any(token):
            return None
        if who == "subject":
            own = _first(self._among(token), self._apposed(token), self._thanked(token), subject_of(tree, token))
            return _first(own, self._stray(token), self._active(token))
        if who == "object":
            passive = tree.child(token, "nsubj:pass") if tree.child(token, "aux:pass") is not None else None
            own = _first(self._among(token), passive, tree.child(token, "iobj", "obj"))
            return _first(own, self._controller(token), self._shared(token))
        if who == "possessor":
            return _first(tree.child(token, "nmod:poss"), subject_of(tree, token))
        if who in _NAMED:
            return _NAMED[who](self, token)
        children = [*tree.all_children(token, "nmod", "obl"), *tree.all_children(tree.heads[token], "obl")]
        return next((c for c in children if tree.case(c) == who), None)

    def _is_any(self, token: int) -> bool:
        """ "meet with a mediator": no one in particular."""
        tree = self.tree
        indefinite = any(tree.words[c].lower() in ("a", "an") for c in tree.all_children(token, "det"))
        return tree.pos[token] == "NOUN" and indefinite and tree.case(token) not in ("", "as") and (
            tree.child(token, "cop", "appos") is None
        )

    def _apposed(self, token: int) -> int | None:
        """ "the host, Morocco", "Georgia, the host": whom a noun is set beside."""
        tree = self.tree
        if tree.pos[token] not in ("NOUN", "PROPN"):
            return None
        if tree.deps[token] == "appos":
            return tree.heads[token]
        own = tree.child(token, "appos")
        if own is not None and own in self.who.named:
            return own
        follows = tree.deps[token] == "compound" and tree.heads[token] in self.who.named
        return tree.heads[token] if follows else None

    def _stray(self, token: int) -> int | None:
        """ "Chad has not replied, an official said": the parse may hang Chad on "said", beside its own subject."""
        tree, above = self.tree, self.tree.heads[token]
        if tree.deps[token] not in ("ccomp", "parataxis") or above < token:
            return None
        return next((c for c in tree.all_children(above, "nsubj") if c < token), None)

    def _active(self, token: int) -> int | None:
        """ "Both accepted": the parse may take a past tense for a passive without its verb."""
        passive = self.tree.child(token, "aux:pass") is not None or self.tree.deps[token].startswith("acl")
        return None if passive else self.tree.child(token, "nsubj:pass")

    def _thanked(self, token: int) -> int | None:
        """ "thanked Angola for hosting the summit": Angola hosts it."""
        tree = self.tree
        gerund = tree.tags[token] == "VBG" and tree.relations[token] in ("advcl", "acl", "obl")
        return tree.child(tree.heads[token], "obj") if gerund and tree.case_or_mark(token) in ("for", "of") else None

    def _controller(self, token: int) -> int | None:
        """ "asked to be invited", "wants Kenya to be invited": whom the verb above has as its object or subject."""
        tree = self.tree
        if tree.tags[token] != "VBN" or tree.deps[token] not in ("xcomp", "ccomp") or not tree.child(token, "aux:pass"):
            return None
        above = tree.heads[token]
        return _first(tree.child(above, "obj", "iobj"), tree.subject(above))

    def _shared(self, token: int) -> int | None:
        """ "Chad asked to come but was not invited": the subject of the verb to which a passive is joined."""
        tree = self.tree
        joined = tree.deps[token] == "conj" and tree.tags[token] == "VBN" and tree.child(token, "aux:pass") is not None
        return tree.subject(token) if joined else None

    def _recipient(self, token: int) -> int | None:
        """Whom an invitation or the verb that sends it reaches."""
        tree = self.tree
        places = [token]
        if tree.pos[token] == "NOUN":
            if tree.relations[token] not in ("nsubj", "obj"):
                return None
            places.append(tree.heads[token])
        for at in places:
            objects = (c for c in tree.all_children(at, "iobj", "obj", "nsubj:pass") if tree.lemmas[c] != "invitation")
            to = (c for c in tree.all_children(at, "obl", "nmod") if tree.case(c) == "to")
            for child in (*objects, *to):
                if child != token and self.who.at(child):
                    return child
        return None

    def _owner(self, token: int) -> int | None:
        """ "under Kenya's chairmanship", "under Algerian mediation", "with a bishop in the chair"."""
        tree = self.tree
        if tree.case(token) in ("in", "as") or "as" in (w.lower() for w in tree.words[max(0, token - 2) : token]):
            return self._with(token)
        if tree.lemmas[token] in ("chair", "presidency"):  # "the council's chair" leads no talks by being named
            return None
        if tree.case(token) != "under" and tree.words[token - 1 : token] != ["under"]:
            return None
        of = next((c for c in tree.all_children(token, "nmod") if tree.case(c) == "of"), None)
        return _first(tree.child(token, "nmod:poss"), of, tree.child(token, "amod", "compound"))

    def _with(self, token: int) -> int | None:
        """ "with a bishop in the chair", "with Oman as mediator": however the parse hangs it, who follows "with"."""
        tree = self.tree
        first = max(tree.sentences[tree.sentence[token]][0], token - _NEAR)
        near = range(token - 1, first, -1)
        noun = next((t for t in near if tree.case(t) == "with"), None)
        if noun is not None:
            return noun
        mark = next((t for t in near if tree.words[t].lower() == "with"), token)
        name = next((t for t in range(mark + 1, token) if t in self.who.named), None)
        while name is not None and mark < tree.heads[name] < token and tree.heads[name] in self.who.named:
            name = tree.heads[name]
        return name

    def _inviter(self, token: int) -> int | None:
        """ "at the invitation of Oman", "at Oman's invitation"."""
        tree = self.tree
        of = next((c for c in tree.all_children(token, "nmod") if tree.case(c) == "of"), None)
        return _first(of, tree.child(token, "nmod:poss")) if tree.case(token) in ("at", "on") else None

    def _doer(self, token: int) -> int | None:
        """ "is to chair", "offered to chair": the parse may take the verb for a noun."""
        tree = self.tree
        if tree.case_or_mark(token) != "to" or tree.words[token - 1 : token] != ["to"]:
            return None
        own = tree.child(token, "nsubj")
        return own if own is not None else subject_of(tree, tree.heads[token])

    def _listed(self, token: int) -> int | None:
        """ "was not on the guest list", "was not among the invitees"."""
        tree, above = self.tree, self.tree.heads[token]
        if tree.case(token) == "on" and above > token and tree.child(above, "cop") is not None and self.who.at(above):
            return above  # "On the panel are Ada Berg and Ida Lind"
        named = tree.child(token, "cop") is not None and tree.case(token) in ("on", "among")
        return tree.child(token, "nsubj") if named else None

    def _featured(self, token: int) -> int | None:
        """ "Speakers include Ada Berg and Ida Lind"."""
        tree, subject = self.tree, self.tree.child(token, "nsubj")
        speaks = subject is not None and tree.lemmas[subject].lower() in _SPEAKING
        return tree.child(token, "obj") if speaks else None

    def _dispatched(self, token: int) -> int | None:
        """ "is sending her deputy, Ada Berg": who comes instead, where the name is told."""
        tree, sent = self.tree, self.tree.child(token, "obj")
        if sent is None:
            return None
        beside = (sent, *tree.all_children(sent, "appos"), *tree.all_children(token, "dep"))
        return next((c for c in beside if c >= sent and self.who.is_person(c)), None)

    def _seated(self, token: int) -> int | None:
        """ "Kenya's chair was empty"."""
        chair = self.tree.child(token, "nsubj")
        if chair is None or self.tree.lemmas[chair].lower() not in ("chair", "seat", "place"):
            return None
        return self.tree.child(chair, "nmod:poss")

    def _among(self, token: int) -> int | None:
        """ "was not among those invited"."""
        tree, those = self.tree, self.tree.heads[token]
        named = tree.deps[token] == "acl" and tree.case(those) == "among" and tree.child(those, "cop") is not None
        return tree.child(those, "nsubj") if named else None

    def speaker_of(self, token: int) -> tuple[str, ...]:
        """ "The invitation never arrived," said by one to whom it should have gone."""
        tree, speaker = self.tree, self.spoken.speaker(token)
        arriving = tree.lemmas[tree.heads[token]].lower() in ("arrive", "come")
        if not arriving or tree.pos[token] != "NOUN" or speaker not in self.who.actors or speaker is None:
            return ()
        return (voice(self.who.actors, speaker),)

    def is_elsewhere(self, found: Match) -> bool:
        """ "took part in rallies", "replied to a question": what it is about is named and is no meeting."""
        tree, token = self.tree, found.token
        own = set(found.frame.lemmas)
        return any(
            tree.case(c) in _ELSEWHERE and c > token and tree.pos[c] in ("NOUN", "PROPN")
            and tree.lemmas[c].lower() not in own | _MANNER and not self.who.at(c) and not self._is_day(c)
            for c in tree.all_children(token, "obl")
        )  # fmt: skip

    def _is_day(self, token: int) -> bool:
        return self.tree.case(token) == "on" and self.tree.words[token].lower().endswith(("day", "date"))

    def is_backed(self, found: Match) -> bool:
        """ "turned it down" is about an invitation only where one was just spoken of."""
        if "it" not in found.frame.lemmas:
            return True
        tree, sentence = self.tree, self.tree.sentence[found.token]
        first = tree.sentences[max(0, sentence - _BACK)][0]
        return "invitation" in tree.lemmas[first : found.token] or "invite" in tree.lemmas[first : found.token]


_NAMED = {"owner": Placed._owner, "recipient": Placed._recipient, "inviter": Placed._inviter, "doer": Placed._doer,
          "listed": Placed._listed, "seated": Placed._seated, "featured": Placed._featured,
          "dispatched": Placed._dispatched}  # fmt: skip
