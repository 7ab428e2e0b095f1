"""Who takes part in which meeting, as what, how far it has come, and on whose word."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from verbale.record import Actor, Role, Status

from .. import lexicon
from ..lexicon.meetings import Part, meeting_words
from ..stance import polarity
from ..stance.claims import Claim, Claims
from ..stance.matching import Match, match
from ..stance.phrases import core, subject_of
from ..stance.positions import principals
from ..stance.spoken import Spoken, is_ourselves
from ..stance.steps import Step
from ..tree import Tree
from .meetings import Draft

BACK = 5  # sentences over which "invited them" looks for its meeting
_LATER = frozenset({"will", "would", "shall", "'ll", "’ll"})
_BODIES = ("state", "organisation")
_STANCE_OF = {"accepted": "support", "confirmed": "support", "offered": "support", "declined": "oppose"}
COMING = 0.75  # how surely coming to a meeting or staying away shows a stance on it
_HOSTS = frozenset({"host", "organiser", "mediator", "moderator"})


@dataclass(frozen=True, slots=True)
class Seat:
    """One participation: `meeting` counts the meetings found; `token` is the predicate's."""

    meeting: int
    actor: str
    role: Role
    status: Status
    token: int
    according_to: str | None = None


class Seats:
    """Finds the participation of one article.

    `meetings` leads from tokens to numbers of meetings, `named` from tokens to the actors they name, `countries` from
    numbers of meetings to the state (ISO 3166-1) in which they are held.
    """

    def __init__(
        self, tree: Tree, claims: Claims, spoken: Spoken, actors: Mapping[str, Actor], meetings: Mapping[int, int],
        named: Mapping[int, str], countries: Mapping[int, str | None],
    ) -> None:  # fmt: skip
        self.tree, self.claims, self.spoken, self.actors, self.meetings = tree, claims, spoken, actors, meetings
        self.named, self.countries = named, countries
        self.words = meeting_words()
        self._places = sorted(meetings)
        count: Counter[int] = Counter()
        self._told: dict[int, int] = {}  # how often a meeting has been spoken of up to a place
        for place in self._places:
            count[meetings[place]] += 1
            self._told[place] = count[meetings[place]]

    def __iter__(self) -> Iterator[Seat]:
        for token, pos in enumerate(self.tree.pos):
            if pos in ("VERB", "NOUN", "ADJ", "AUX") and token not in self.claims.outside:
                found = match(self.tree, token, self.words.frames, self.meetings.__contains__)
                if found is not None:
                    yield from self._seats(found)

    def _seats(self, found: Match) -> Iterator[Seat]:
        part = self.words.parts[found.frame.group]
        meeting = self._meeting(found)
        status = self._status(part, found)
        if meeting is None or status is None:
            return
        for actor in self._who(part, found):
            role, at = self._role(part, actor, meeting), found.token
            yield Seat(meeting, actor, role, self._settled(role, status, at), at, self._according_to(at))

    def _role(self, part: Part, actor: str, meeting: int) -> Role:
        """Who holds talks in its own country is their host."""
        at_home = self.actors[actor].kind == "state" and self.actors[actor].country == self.countries.get(meeting)
        return "host" if at_home and part.role in ("party", "organiser") and self.countries.get(meeting) else part.role

    def _settled(self, role: Role, status: Status, token: int) -> Status:
        """ "reconfirmed their readiness to hold the talks" is more than an offer."""
        if role != "host":
            return status
        outer = self.claims.above(token)
        while outer is not None:
            if self.tree.lemmas[self.tree.heads[outer.token]].lower() in self.words.confirming:
                return "confirmed"
            outer = self.claims.above(outer.token)
        return "confirmed" if status in ("attended", "accepted") else status

    # -- which meeting --------------------------------------------------------------------------------------

    def _meeting(self, found: Match) -> int | None:
        """The one in the predicate's own phrase; else the one last spoken of, where the frame needs none beside it."""
        if found.argument in self.meetings:
            return self.meetings[found.argument]
        below = [t for t in self.tree.subtree(found.token) if t in self.meetings]
        if below:
            return self.meetings[below[0]]
        if found.place != "none" or self._is_elsewhere(found.token):
            return None
        return self._spoken_of(found.token)

    def _is_elsewhere(self, token: int) -> bool:
        """ "took part in rallies": what is attended is named and is no meeting."""
        tree = self.tree
        return any(tree.case(c) in ("in", "at") and c > token and tree.pos[c] == "NOUN"
                   for c in tree.all_children(token, "obl"))  # fmt: skip

    def _spoken_of(self, token: int) -> int | None:
        """The meeting most spoken of shortly before, of equals the last."""
        sentence, best = self.tree.sentence[token], None
        for at in range(bisect_left(self._places, token) - 1, -1, -1):
            place = self._places[at]
            if sentence - self.tree.sentence[place] > BACK:
                break
            if best is None or self._told[place] > self._told[best]:
                best = place
        return None if best is None else self.meetings[best]

    # -- who ------------------------------------------------------------------------------------------------

    def _who(self, part: Part, found: Match) -> tuple[str, ...]:
        head = self._place(part.who, found)
        if head is None:
            outer = self.claims.above(found.token) if part.who == "subject" else None
            return self.claims.holders_of(outer) if outer is not None else ()  # "has yet to decide whether to attend"
        heads = [head, *self.tree.all_children(head, "conj")]
        return tuple(dict.fromkeys(i for h in heads for i in self._sent_by(h) if i in self.actors))

    def _sent_by(self, head: int) -> tuple[str, ...]:
        """ "UN envoys", "the US side", "we": the state or body that is there through them; else whoever is named."""
        tree = self.tree
        if is_ourselves(tree, head):
            speakers = [i for i in self.claims.who(head) if i in self.actors]
            return tuple(p for i in speakers for p in principals(self.actors[i]) or (i,))
        if tree.lemmas[head].lower() in self.words.sent:
            inside = dict.fromkeys(self.named[t] for t in core(tree, head) if t in self.named)
            found = tuple(i for i in inside if i in self.actors and self.actors[i].kind in _BODIES)
            if found:
                return found
        return self.claims.who(head)

    def _place(self, who: str, found: Match) -> int | None:
        tree, token = self.tree, found.token
        if who == "subject":
            return subject_of(tree, token)
        if who == "object":
            return tree.child(token, "obj", "nsubj:pass", "iobj") or self._controller(token)
        if who == "possessor":
            return tree.child(token, "nmod:poss") or subject_of(tree, token)
        children = tree.all_children(token, "nmod", "obl")
        return next((c for c in children if tree.case(c) == who), None)

    def _controller(self, token: int) -> int | None:
        """ "asked to be invited", "wants Kenya to be invited": whom the verb above has as its object or subject."""
        tree = self.tree
        if tree.tags[token] != "VBN" or tree.deps[token] not in ("xcomp", "ccomp") or not tree.child(token, "aux:pass"):
            return None
        above = tree.heads[token]
        return tree.child(above, "obj", "iobj") or tree.subject(above)

    # -- how far --------------------------------------------------------------------------------------------

    def _status(self, part: Part, found: Match) -> Status | None:
        tree, token = self.tree, found.token
        of_noun = tree.deps[token] == "acl" and tree.tags[token] in ("VB", "VBG")
        outer = self.claims.above(token) or (self.claims.above(tree.heads[token]) if of_noun else None)
        if outer is not None:
            return self._wanted(part, found, outer)
        if of_noun and tree.tags[token] == "VB":  # "an invitation to take part"
            return None
        if polarity.negated(tree, token) or self._has_none(token):
            return part.negated
        modal = polarity.modal(tree, token)
        if polarity.is_open(tree, token):
            return self._possible(part, token) if modal in ("may", "might", "could") else None
        if modal in _LATER or self._planned(token):
            return part.future or part.status
        return part.status

    def _has_none(self, token: int) -> bool:
        """ "had received no invitation": the negation stands on the object."""
        thing = self.tree.child(token, "obj", "nsubj:pass")
        dets = self.tree.all_children(thing, "det") if thing is not None else ()
        return any(self.tree.words[d].lower() == "no" for d in dets)

    def _possible(self, part: Part, token: int) -> Status | None:
        """ "could act as moderator": somebody else's idea is a proposal; one's own leaves it open."""
        if part.role not in _HOSTS:
            return "undecided"
        return "proposed" if self.spoken.speaker(token) is not None else None

    def _planned(self, token: int) -> bool:
        governor = self.tree.heads[token]
        return self.tree.deps[token] == "xcomp" and self.tree.lemmas[governor] in self.words.planning

    def _wanted(self, part: Part, found: Match, outer: Step) -> Status | None:
        """What is agreed, offered, refused or demanded rather than done."""
        lemma = self.tree.lemmas[outer.token].lower()
        own = bool(set(self.claims.holders_of(outer)) & set(self._who(part, found)))
        if outer.sign == 0:
            return "undecided" if own and part.role not in _HOSTS else None
        if outer.sign < 0:
            return (part.negated or "declined") if own and outer.kind == "stance" else None
        if lemma in self.words.confirming:
            return "confirmed"
        if lemma in self.words.agreeing:
            return "accepted" if part.who == "subject" and self.tree.pos[outer.token] == "VERB" else "agreed"
        if part.role in _HOSTS:
            return "offered" if lemma in self.words.offering else part.future or "proposed"
        if outer.kind == "obliging" or part.who != "subject":
            return "proposed"
        return (part.future or "accepted") if own else "proposed"

    # -- on whose word --------------------------------------------------------------------------------------

    def _according_to(self, token: int) -> str | None:
        """The body or state that the speaker speaks for, else the speaker; None for the article's own voice."""
        statement = self.spoken.whole[token]
        speaker = statement.speaker if statement is not None else self._who_told(token)
        if speaker is None or speaker not in self.actors:
            return None
        return next(iter(principals(self.actors[speaker])), speaker)

    def _who_told(self, token: int) -> str | None:
        """ "reconfirmed their readiness to hold the talks": who said so, though no statement is made of it."""
        tree, at = self.tree, token
        for _ in range(4):
            at = tree.heads[at]
            lemma = tree.lemmas[at].lower()
            told = lemma in self.words.confirming or lexicon.cues().find([lemma], "verb") is not None
            if tree.pos[at] == "VERB" and told:
                subject = subject_of(tree, at)
                return next(iter(self.claims.who(subject)), None) if subject is not None else None
        return None


def claims_of(tree: Tree, seats: Iterable[Seat], drafts: Sequence[Draft]) -> Iterator[Claim]:
    """Who comes or offers to host is for the meeting, who stays away against it; what others say shows nothing."""
    for seat in seats:
        stance = _STANCE_OF.get(seat.status)
        if stance is None or seat.according_to not in (seat.actor, None) or seat.role in ("mediator", "moderator"):
            continue
        if seat.status == "confirmed" and tree.tags[seat.token] == "VBD":  # "hosted two rounds" is over
            continue
        heads = drafts[seat.meeting].heads
        nearest = min(heads, key=lambda h: abs(h - seat.token))
        yield Claim((seat.actor,), stance, nearest, seat.token, None, COMING, "coming")
