"""Where in the sentence of a predicate the one who takes part stands, and whether it is about a meeting at all."""

from __future__ import annotations

from ..stance.matching import Match
from ..stance.phrases import subject_of
from ..stance.spoken import Spoken
from ..tree import Tree
from .whose import Participants, voice

_BACK = 2  # sentences in which "turned it down" finds its invitation
_ELSEWHERE = ("in", "at", "from", "to", "with", "on", "about")
_MANNER = frozenset({"protest", "solidarity", "response", "turn", "anger", "full", "force", "time", "person"})
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
        if who == "subject":
            own = _first(self._apposed(token), self._thanked(token), subject_of(tree, token))
            return _first(own, self._stray(token), self._active(token))
        if who == "object":
            own = tree.child(token, "iobj", "obj", "nsubj:pass")
            return _first(own, self._controller(token), self._shared(token))
        if who == "possessor":
            return _first(tree.child(token, "nmod:poss"), subject_of(tree, token))
        if who == "recipient":
            return self._recipient(token)
        if who == "owner":
            return self._owner(token)
        children = [*tree.all_children(token, "nmod", "obl"), *tree.all_children(tree.heads[token], "obl")]
        return next((c for c in children if tree.case(c) == who), None)

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
        gerund = tree.tags[token] == "VBG" and tree.deps[token].partition(":")[0] in ("advcl", "acl", "obl")
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
            if tree.deps[token].partition(":")[0] not in ("nsubj", "obj"):
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
        if tree.case(token) in ("in", "as"):
            first = max(tree.sentences[tree.sentence[token]][0], token - _NEAR)
            return next((t for t in range(token - 1, first, -1) if tree.case(t) == "with"), None)
        if tree.lemmas[token] in ("chair", "presidency"):  # "the council's chair" leads no talks by being named
            return None
        if tree.case(token) != "under" and tree.words[token - 1 : token] != ["under"]:
            return None
        of = next((c for c in tree.all_children(token, "nmod") if tree.case(c) == "of"), None)
        return _first(tree.child(token, "nmod:poss"), of, tree.child(token, "amod", "compound"))

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
        return self.tree.case(token) == "on" and self.tree.words[token].lower().endswith("day")

    def is_backed(self, found: Match) -> bool:
        """ "turned it down" is about an invitation only where one was just spoken of."""
        if "it" not in found.frame.lemmas:
            return True
        tree, sentence = self.tree, self.tree.sentence[found.token]
        first = tree.sentences[max(0, sentence - _BACK)][0]
        return "invitation" in tree.lemmas[first : found.token] or "invite" in tree.lemmas[first : found.token]
