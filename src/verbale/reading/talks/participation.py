"""Who takes part in which meeting, as what, how far it has come, and on whose word."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from verbale.record import Actor, Role

from .. import lexicon
from ..lexicon.meetings import Part, meeting_words
from ..stance import polarity
from ..stance.claims import Claims
from ..stance.matching import Match, match
from ..stance.phrases import subject_of
from ..stance.spoken import Spoken
from ..tree import Tree
from .draft import Draft, country, parts_of
from .placed import Placed
from .seats import Seat, settled
from .sides import Sides
from .status import HOSTS, Progress
from .whose import Participants, voice

BACK = 5  # sentences over which "invited them" looks for its meeting
FAR = 20  # the same, where the article has only one, and so many after it
_AS: Mapping[str, Role] = {"observer": "observer", "mediator": "mediator", "moderator": "moderator", "host": "host",
                           "chair": "moderator", "chairman": "moderator", "guest": "invitee"}  # fmt: skip
_PERSONAL = ("mediator", "moderator")
_CONFERENCES = frozenset("conference summit forum hearing ceremony congress session expo seminar".split())
_TO_COME = frozenset({"will", "shall", "would", "'ll", "’ll"})


class Seats:
    """Finds the participation of one article.

    `meetings` leads from tokens to numbers of drafts, `named` from tokens to the actors they name.
    """

    def __init__(
        self, tree: Tree, claims: Claims, spoken: Spoken, actors: Mapping[str, Actor], meetings: Mapping[int, int],
        named: Mapping[int, str], drafts: Sequence[Draft], published: date | None = None,
    ) -> None:  # fmt: skip
        self.tree, self.claims, self.spoken, self.actors, self.meetings = tree, claims, spoken, actors, meetings
        self.drafts, self.published = drafts, published
        self.words = meeting_words()
        self.countries = [country(draft) for draft in drafts]
        self.who = Participants(tree, claims, actors, named)
        self.placed = Placed(tree, self.who, spoken)
        self.progress = Progress(tree, claims, spoken, self.placed)
        self.sides = Sides(tree, claims, self.who, meetings, drafts, published)
        self.venues = self._venues()
        self._inviting: set[int] = set()
        self._last_invited: int | None = None
        self._places = sorted(meetings)
        count: Counter[int] = Counter()
        self._told: dict[int, int] = {}  # how often a meeting has been spoken of up to a place
        for place in self._places:
            count[meetings[place]] += 1
            self._told[place] = count[meetings[place]]

    def __iter__(self) -> Iterator[Seat]:
        yield from settled(self.tree, self._all(), self.drafts, self.published)

    def _all(self) -> Iterator[Seat]:
        if not self.drafts:
            return
        for meeting, actor, token, status in self.sides.told:
            yield Seat(meeting, actor, self._role_of(meeting, actor, "party"), status, token, self._according_to(token))
        for token, pos in enumerate(self.tree.pos):
            if pos not in ("VERB", "NOUN", "ADJ", "AUX", "PROPN", "ADV") or token in self.claims.outside:
                continue
            if pos == "AUX" and self.tree.lemmas[token] == "be" and self.tree.deps[token].startswith("aux"):
                continue  # "to be let in as an observer" tells of letting in
            if token in self.meetings or token in self.venues or pos == "ADV":
                yield from self._being_there(token)
            found = match(self.tree, token, self.words.frames, self._is_meant)
            if found is not None and not self._is_of_invitation(found) and not self._is_asking(found):
                yield from self._seats(found)

    def _venues(self) -> dict[int, int]:
        """Places that stand for the one meeting held there: "invited to Cartagena", "will go to Cebu"."""
        tree, held = self.tree, Counter(p for d in self.drafts for p in set(parts_of(d.place)[:1]))
        numbers = {p: n for n, d in enumerate(self.drafts) for p in parts_of(d.place)[:1] if held[p] == 1}
        named = ((t, w.lower()) for t, w in enumerate(tree.words))
        return {t: numbers[w] for t, w in named if w in numbers and t not in self.meetings}

    def _is_meant(self, argument: int) -> bool:
        if argument in self.meetings or (argument in self.venues and self.tree.case(argument) == "to"):
            return True
        return self._is_it(argument) and self._spoken_of(argument) is not None

    def _is_it(self, argument: int) -> bool:
        """ "would boycott it": the meeting last spoken of."""
        tree = self.tree
        object_ = tree.deps[argument] == "obj" and tree.words[argument].lower() in ("it", "them", "both")
        return object_ and tree.lemmas[tree.heads[argument]].lower() in self.words.of_meetings

    def _is_asking(self, found: Match) -> bool:
        """ "asked to attend": nobody was asked, somebody asks for himself."""
        if found.frame.group != "inviting" or found.frame.lemmas[0] != "ask":
            return False
        return self.tree.child(found.token, "obj", "iobj", "aux:pass") is None

    def _is_of_invitation(self, found: Match) -> bool:
        """ "was invited to address the meeting" is told by the invitation alone."""
        if found.frame.group == "inviting" and not self._is_asking(found):
            self._inviting.add(found.token)
        above = self.tree.heads[found.token]
        return found.token != above and above in self._inviting and self.tree.deps[found.token] in ("xcomp", "advcl")

    def _seats(self, found: Match) -> Iterator[Seat]:
        meeting = self._meeting(found)
        if meeting is None:
            return
        if "invitation" in (*found.frame.lemmas, self.tree.lemmas[found.token]):
            self._last_invited = meeting
        for part in self.words.told_by(found.frame.group):
            actors = self._who(part, found)
            status = self.progress.of(part, found, actors) if actors else None
            if status is None:
                continue
            for actor in actors:
                role = self._role(part, found, actor, meeting)
                if part.home and role != "host" and found.token not in self.meetings:
                    continue
                if part.home and status == "confirmed":  # "invited both sides to his office"
                    role = "host"
                done = self.progress.settled(role, status, found.token)
                yield Seat(meeting, actor, role, done, found.token, self._according_to(found.token))

    def _being_there(self, token: int) -> Iterator[Seat]:
        """ "We shall be in Lusaka on the 17th": being at the place, to come."""
        tree = self.tree
        there = tree.words[token].lower() == "there" and tree.child(token, "cop") is not None
        meeting = self._spoken_of(token) if there else self.meetings.get(token, self.venues.get(token))
        subject = tree.child(token, "nsubj") if meeting is not None and tree.child(token, "cop") is not None else None
        if meeting is None or subject is None or not (there or tree.case(token) in ("in", "at")):
            return
        if polarity.is_open(tree, token) or polarity.modal(tree, token) not in _TO_COME:
            return
        status = "declined" if polarity.negated(tree, token) else "accepted"
        for actor in self.who.at(subject):
            role = self._role_of(meeting, actor, "invitee")
            yield Seat(meeting, actor, role, status, token, self._according_to(token))  # type: ignore[arg-type]

    # -- as what --------------------------------------------------------------------------------------------

    def _role(self, part: Part, found: Match, actor: str, meeting: int) -> Role:
        tree, token = self.tree, found.token
        told = self._told_role(token) or self._as_observer(token)
        if told is not None and part.role in ("invitee", "party", "observer"):
            return told
        if part.name == "negotiating" and tree.lemmas[token].lower() == "hold" and part.who == "subject":
            noun = tree.lemmas[found.argument].lower()
            if noun in _CONFERENCES and tree.child(token, "nsubj") is not None and len(self._who(part, found)) == 1:
                return "host" if self.actors[actor].kind == "state" else "organiser"
        return self._role_of(meeting, actor, part.role, part.home)

    def _role_of(self, meeting: int, actor: str, role: Role, home: bool = False) -> Role:
        """Who holds talks in its own country is their host; who is named as a side is a party."""
        at_home = self.actors[actor].kind == "state" and self.actors[actor].country == self.countries[meeting]
        if self.countries[meeting] is not None and role in ("organiser", "host", "party") and at_home:
            return "host"
        if home:
            return "organiser"
        return "party" if role == "invitee" and actor in self.sides.of.get(meeting, ()) else role

    def _as_observer(self, token: int) -> Role | None:
        """ "A Romanian observer was present"."""
        subject = self.tree.child(token, "nsubj")
        return "observer" if subject is not None and self.tree.lemmas[subject].lower() == "observer" else None

    def _told_role(self, token: int) -> Role | None:
        """ "will take part as an observer", "was asked to send an observer"."""
        tree = self.tree
        below = [token, *tree.all_children(token, "xcomp")]
        nouns = [c for b in below for c in tree.all_children(b, "obl", "nmod", "obj", "advcl")]
        nouns += [c for n in nouns for c in tree.all_children(n, "nmod")]
        for noun in nouns:
            lemma = tree.lemmas[noun].lower()
            sent = lemma == "observer" and tree.deps[noun] == "obj"
            sent = sent and tree.lemmas[tree.heads[noun]] in ("send", "dispatch")
            if lemma in _AS and (sent or tree.case(noun) == "as"):
                return _AS[lemma]
        return None

    # -- which meeting --------------------------------------------------------------------------------------

    def _meeting(self, found: Match) -> int | None:
        """The one in the predicate's own phrase; else the one last spoken of, where the frame needs none beside it."""
        for at in (found.argument, found.token):
            if at in self.meetings and found.place != "none":
                return self.meetings[at]
        if found.argument in self.venues:
            return self.venues[found.argument]
        if self._is_it(found.argument):
            return self._spoken_of(found.argument)
        below = [t for t in self.tree.subtree(found.token) if t in self.meetings]
        if below:
            return self.meetings[below[0]]
        if found.place != "none" or self.placed.is_elsewhere(found) or not self.placed.is_backed(found):
            return None
        if "it" in found.frame.lemmas and self._last_invited is not None:
            return self._last_invited
        above = self._above(found.token)
        return above if above is not None else self._spoken_of(found.token)

    def _above(self, token: int) -> int | None:
        """The meeting on whose phrase or verb a predicate hangs: "will meet under the chairmanship of"."""
        for _ in range(3):
            token = self.tree.heads[token]
            if token in self.meetings:
                return self.meetings[token]
        return None

    def _spoken_of(self, token: int) -> int | None:
        """The meeting most spoken of shortly before, of equals the last."""
        sentence, best = self.tree.sentence[token], None
        if len(self.drafts) == 1:
            near = min(self._places, key=lambda p: abs(p - token))
            return 0 if abs(self.tree.sentence[near] - sentence) <= FAR else None
        for at in range(bisect_left(self._places, token) - 1, -1, -1):
            place = self._places[at]
            if sentence - self.tree.sentence[place] > BACK:
                break
            if best is None or self._told[place] > self._told[best]:
                best = place
        return None if best is None else self.meetings[best]

    # -- who ------------------------------------------------------------------------------------------------

    def _who(self, part: Part, found: Match) -> tuple[str, ...]:
        head = self.placed.at(part.who, found)
        if head is not None:
            with_them = self._alongside(part, found.token)
            return tuple(dict.fromkeys(i for h in (head, *with_them) for i in self.who.at(h, part.role in _PERSONAL)))
        if part.who == "recipient":
            return self.placed.speaker_of(found.token)
        outer = self.claims.above(found.token) if part.who == "subject" else None
        return self.claims.holders_of(outer) if outer is not None else ()  # "has yet to decide whether to attend"

    def _alongside(self, part: Part, token: int) -> Iterator[int]:
        """ "organised the conference together with the league"."""
        if part.role in HOSTS:
            for child in self.tree.all_children(token, "obl"):
                if self.tree.case(child).rpartition(" ")[2] in ("with", "alongside"):
                    yield child

    # -- on whose word --------------------------------------------------------------------------------------

    def _according_to(self, token: int) -> str | None:
        """The body or state that the speaker speaks for, else the speaker; None for the article's own voice."""
        statement = self.spoken.whole[token]
        speaker = statement.speaker if statement is not None else self._who_told(token)
        return voice(self.actors, speaker) if speaker is not None and speaker in self.actors else None

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


__all__ = ["HOSTS", "Seats"]
