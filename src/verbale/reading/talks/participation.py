"""Who takes part in which meeting, as what, how far it has come, and on whose word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from verbale.record import Actor, Role, Status

from .. import lexicon
from ..leaning import Leanings
from ..lexicon.meetings import Part, meeting_words
from ..stance import conditions, polarity
from ..stance.claims import Claims
from ..stance.matching import Match, match
from ..stance.phrases import subject_of
from ..stance.spoken import Spoken
from ..tree import Tree
from .draft import Draft, country
from .meant import TO_COME, Meant
from .placed import Placed
from .seats import AGREEING, Seat, is_outdated, settled
from .seeing import SEEN, Sights
from .sides import Sides
from .status import HOSTS, Progress
from .trusting import trusted
from .whose import OWN, Participants, state_of, voice

_AS: Mapping[str, Role] = {"observer": "observer", "mediator": "mediator", "moderator": "moderator", "host": "host",
                           "chair": "moderator", "chairman": "moderator", "guest": "invitee"}  # fmt: skip
_CONFERENCES = frozenset("conference summit forum hearing ceremony congress session expo seminar".split())
_ABSENT = ("declined", "not invited", "undecided")

class Seats:
    """Finds the participation of one article.

    `meetings` leads from tokens to numbers of drafts, `named` from tokens to the actors they name.
    """

    def __init__(
        self, tree: Tree, claims: Claims, spoken: Spoken, actors: dict[str, Actor], meetings: Mapping[int, int],
        named: Mapping[int, str], drafts: Sequence[Draft], published: date | None = None,
        leanings: Leanings | None = None,
    ) -> None:  # fmt: skip
        self.tree, self.claims, self.spoken, self.actors, self.meetings = tree, claims, spoken, actors, meetings
        self.drafts, self.published = drafts, published
        self.words = meeting_words()
        self.countries = [country(draft) for draft in drafts]
        self.who = Participants(tree, claims, actors, named)
        self.placed = Placed(tree, self.who, spoken)
        self.progress = Progress(tree, claims, spoken, self.placed)
        self.sides = Sides(tree, claims, self.who, meetings, drafts, published)
        self._inviting: set[int] = set()
        self._invited_to: set[int] = set()
        self.meant = Meant(tree, meetings, drafts, published, self.placed)
        self.leanings = leanings or Leanings()

    def __iter__(self) -> Iterator[Seat]:
        sights = Sights(
            self.tree, self.leanings, self.drafts, self.who.at, self._according_to, self.claims.outside
        )  # fmt: skip
        told = settled(self.tree, list(self._all()), self.drafts, self.published, self._invited_to)
        seats = list(sights(list(told)))
        valid = [s for s in seats if s.by != SEEN or not self._is_outdated(s, seats)]
        yield from trusted(self.tree, valid, self.drafts, self.actors)

    def _is_outdated(self, seat: Seat, seats: Sequence[Seat]) -> bool:
        return is_outdated(self.tree, seat, seats, self.drafts, self.published)

    def _all(self) -> Iterator[Seat]:
        if not self.drafts:
            return
        for meeting, actor, token, role, status in self.sides.told:
            told = self._according_to(token, actor)
            yield Seat(meeting, actor, role, "confirmed" if role == "host" else status, token, told)
            if role == "party" and self._role_of(meeting, actor, role) == "host":
                yield Seat(meeting, actor, "host", "confirmed", token, told)
        yield from self._coined()
        for token, pos in enumerate(self.tree.pos):
            if pos not in ("VERB", "NOUN", "ADJ", "AUX", "PROPN", "ADV") or token in self.claims.outside:
                continue
            if pos == "AUX" and self.tree.lemmas[token] == "be" and self.tree.deps[token].startswith("aux"):
                continue  # "to be let in as an observer" tells of letting in
            if token in self.meetings or token in self.meant.venues or pos == "ADV":
                yield from self._being_there(token)
            found = match(self.tree, token, self.words.frames, self.meant.is_meeting)
            if found is not None and pos == "AUX":  # "will be in the room"
                found = replace(found, token=self.tree.heads[token], argument=self.tree.heads[found.argument])
            if found is not None and not self._is_of_invitation(found) and not self._is_asking(found):
                yield from self._seats(found)

    def _coined(self) -> Iterator[Seat]:
        """ "UN-brokered talks", "the Qatari-hosted summit"."""
        for head, meeting in self.meetings.items():
            for word in self.tree.all_children(head, "amod", "compound"):
                who = self._before_hyphen(word)
                if who is None or self.tree.tags[word] != "VBN":
                    continue
                for frame in self.words.frames.at(self.tree.lemmas[word].lower(), "verb"):
                    part = self.words.parts[frame.group]
                    if part.role in HOSTS and "object" in frame.places:
                        told = self._according_to(word, who)
                        yield Seat(meeting, who, part.role, "confirmed", word, told)
                        break

    def _before_hyphen(self, word: int) -> str | None:
        hyphened = word > 1 and self.tree.words[word - 1] in ("-", "‑", "–")
        return next(iter(self.who.at(word - 2)), None) if hyphened else None

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
        meeting = self.meant.meeting(found)
        if meeting is None or (found.token in self.meetings and self._is_sending(found.token)):
            return
        if "invitation" in (*found.frame.lemmas, self.tree.lemmas[found.token]):
            self.meant.last_invited = meeting
            self._invited_to.add(meeting)
        for part in self.words.told_by(found.frame.group):
            actors = self._who(part, found)
            status = self.progress.of(part, found, actors) if actors else None
            if part.home and found.frame.group != part.name and not self._is_plain(found.token):
                continue
            if status is None:
                continue
            for actor in actors:
                if part.only == "named" and self.actors[actor].kind != "person":
                    continue
                role = self._role(part, found, actor, meeting)
                role = "invitee" if role == "party" and status in _ABSENT else role
                if role == "organiser":
                    actor = state_of(self.actors, actor)
                if part.name == "negotiating" and status == "proposed":  # "urged both sides to resume talks"
                    continue
                if part.home and role != "host" and found.token not in self.meetings:
                    continue
                if part.home and status == "confirmed":  # "invited both sides to his office"
                    role = "host"
                told = self._according_to(found.token, actor)
                done = self.progress.settled(role, self._on_whose_word(part, role, status, actor, told), found.token)
                only = part.only.replace("named", "") or ("sole" if part.home else "")
                yield Seat(meeting, actor, role, done, found.token, told, only, self._by(found))

    def _is_sending(self, token: int) -> bool:
        """ "will send delegations to Lima on May 21": told by the meeting itself."""
        return self.tree.pos[token] == "VERB" and self.tree.lemmas[token].lower() in self.words.bringing

    def _by(self, found: Match) -> str:
        outer = self.claims.above(found.token)
        agreed = outer is not None and self.tree.lemmas[outer.token].lower() in self.words.agreeing
        return AGREEING if agreed else found.frame.group

    def _on_whose_word(self, part: Part, role: Role, status: Status, actor: str, told: str | None) -> Status:
        """That somebody will come, is accepted on their own word or the article's; on another's it is confirmed."""
        if status != "accepted" or part.status == "accepted":
            return status
        own = told is None or told in (actor, voice(self.actors, actor)) or self._is_ones_office(told)
        return status if own and role != "observer" else "confirmed"

    def _is_ones_office(self, actor: str) -> bool:
        """ "his office": whoever was just spoken of."""
        return self.actors[actor].name.lower().partition(" ")[0] in OWN

    def _is_plain(self, token: int) -> bool:
        """Whether a predicate is told as done, not denied, wanted or possible."""
        tree = self.tree
        open_ = polarity.negated(tree, token) or polarity.is_open(tree, token) or polarity.modal(tree, token)
        return not open_ and tree.tags[token] in ("VBD", "VBN", "VBZ", "VBP") and self.claims.above(token) is None

    def _being_there(self, token: int) -> Iterator[Seat]:
        """ "We shall be in Lusaka on the 17th": being at the place, to come."""
        tree = self.tree
        there = tree.words[token].lower() == "there" and tree.child(token, "cop") is not None
        meeting = self.meant.spoken_of(token) if there else self.meetings.get(token, self.meant.venues.get(token))
        subject = tree.child(token, "nsubj") if meeting is not None and tree.child(token, "cop") is not None else None
        if meeting is None or subject is None or not (there or tree.case(token) in ("in", "at")):
            return
        if polarity.modal(tree, token) not in TO_COME:
            return
        if polarity.is_open(tree, token) and conditions.condition(tree, token) is None:
            return
        status = "declined" if polarity.negated(tree, token) else "accepted"
        status = "undecided" if conditions.condition(tree, token) is not None else status
        for actor in self.who.at(subject):
            role = self._role_of(meeting, actor, self._told_role(token) or "invitee")
            role = "invitee" if status == "declined" else role
            yield Seat(meeting, actor, role, status, token, self._according_to(token, actor))  # type: ignore[arg-type]

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
            return "host" if self._may_host(meeting, actor) else "organiser"
        return "party" if role == "invitee" and actor in self.sides.of.get(meeting, ()) else role

    def _may_host(self, meeting: int, actor: str) -> bool:
        """Whether who asks others to come may have the meeting at home, as far as its place is known."""
        own = self.actors[actor]
        if own.kind == "organisation":
            return self.drafts[meeting].place is None
        return self.countries[meeting] is None or own.country in (None, self.countries[meeting])

    def _as_observer(self, token: int) -> Role | None:
        """ "A Romanian observer was present"."""
        subject = self.tree.child(token, "nsubj", "nsubj:pass")
        return "observer" if subject is not None and self.tree.lemmas[subject].lower() == "observer" else None

    def _told_role(self, token: int) -> Role | None:
        """ "will take part as an observer", "was asked to send an observer"."""
        tree = self.tree
        below = [token, *tree.all_children(token, "xcomp")]
        if tree.deps[token] == "conj":  # "asked to attend as an observer and was told no"
            below += tree.all_children(tree.heads[token], "xcomp")
        nouns = [c for b in below for c in tree.all_children(b, "obl", "nmod", "obj", "advcl")]
        nouns += [c for n in nouns for c in tree.all_children(n, "nmod")]
        for noun in nouns:
            lemma = tree.lemmas[noun].lower()
            sent = lemma == "observer" and tree.deps[noun] == "obj"
            sent = sent and tree.lemmas[tree.heads[noun]] in ("send", "dispatch")
            if lemma in _AS and (sent or tree.case(noun) == "as"):
                return _AS[lemma]
        return None

    # -- who ------------------------------------------------------------------------------------------------

    def _who(self, part: Part, found: Match) -> tuple[str, ...]:
        head = self.placed.at(part.who, found)
        if head is not None:
            with_them = self._alongside(part, found.token)
            return tuple(dict.fromkeys(i for h in (head, *with_them) for i in self.who.at(h)))
        if part.who == "recipient":
            return self.placed.speaker_of(found.token)
        outer = self.claims.above(found.token) if part.who == "subject" else None
        holders = self.claims.holders_of(outer) if outer is not None else ()  # "has yet to decide whether to attend"
        return tuple(dict.fromkeys(state_of(self.actors, i) for i in holders))

    def _alongside(self, part: Part, token: int) -> Iterator[int]:
        """ "organised the conference together with the league"."""
        if part.role in HOSTS:
            for child in self.tree.all_children(token, "obl"):
                if self.tree.case(child).rpartition(" ")[2] in ("with", "alongside"):
                    yield child

    # -- on whose word --------------------------------------------------------------------------------------

    def _according_to(self, token: int, actor: str) -> str | None:
        """The body or state that the speaker speaks for, else the speaker; None for the article's own voice.

        Of several who speak at once, each speaks for itself.
        """
        statement = self.spoken.whole[token]
        speaker = statement.speaker if statement is not None else self._who_told(token)
        if statement is not None and actor in statement.speakers:
            speaker = actor
        outer = self.spoken.outside(statement) if statement is not None else None
        if outer is not None and speaker == actor:  # "Mali has confirmed that it will come, the hosts said"
            speaker = outer.speaker
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
