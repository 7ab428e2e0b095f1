"""The sides of a meeting: "talks between Mali and the rebels", "Chile and Peru met", "talks with the union"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from verbale.record import Role, Status

from ..lexicon.meetings import meeting_words
from ..stance import polarity
from ..stance.claims import Claims
from ..stance.phrases import subject_of
from ..tree import Tree
from .draft import Draft
from .whose import Participants

_AHEAD = frozenset({"will", "would", "shall", "'ll", "’ll", "to"})
_HAVING = frozenset(
    "hold have begin open start resume continue conduct enter finish end wrap complete conclude restart reopen".split()
)
_TELLING = frozenset({"tell", "inform", "warn", "assure", "ask", "urge"})
_TWO_SIDED = frozenset({"talks", "talk", "meeting", "negotiation", "round"})
_AROUND = ("after", "following", "during", "in", "at", "before", "ahead of")
_LEADING = ("in the chair", "as mediator", "as moderator", "as chair", "presiding", "mediating", "as host", "chairing")
_PAST = frozenset({"VBD", "VBN"})
_AFTER = ("after", "during", "following", "at", "in")
Side = tuple[int, str, int, Role, Status]  # meeting, actor, token, role, status


class Sides:
    """Who sits at the table as one of the sides, by the phrase of the meeting or the verb that tells of it."""

    def __init__(
        self, tree: Tree, claims: Claims, who: Participants, meetings: Mapping[int, int], drafts: Sequence[Draft],
        published: date | None,
    ) -> None:  # fmt: skip
        self.tree, self.claims, self.who, self.meetings = tree, claims, who, meetings
        self.drafts, self.published = drafts, published
        self.of: dict[int, set[str]] = {}
        self.told = tuple(self._sides())

    def _sides(self) -> Iterator[Side]:
        for head, meeting in self.meetings.items():
            at, heads = self._at_table(head)
            if not heads:
                continue
            named = dict.fromkeys(i for h in heads for i in self.who.at(h) if self.who.actors[i].kind != "unnamed")
            self.of.setdefault(meeting, set()).update(named, self._owners(head))
            status = self._status(head, at, meeting)
            if status is not None:
                yield from ((meeting, actor, at, role, status) for actor, role in self._roles(head, at, named))

    def _roles(self, head: int, at: int, named: Iterable[str]) -> Iterator[tuple[str, Role]]:
        """Parties; but who receives a guest or calls others to his office is host."""
        tree, words = self.tree, meeting_words()
        subject = subject_of(tree, at) if head == at else None
        lemma = tree.lemmas[at].lower()
        hosts = self.who.at(subject) if subject is not None and lemma in words.calling | words.receiving else ()
        yield from ((actor, "host" if actor in hosts else "party") for actor in named)

    def _owners(self, head: int) -> Iterator[str]:
        """ "its objection to talks with Malawi": whose talks they are, though nobody says that they were held."""
        owner = self.tree.child(self.tree.heads[head], "nmod:poss")
        if owner is not None and self.tree.pos[self.tree.heads[head]] == "NOUN":
            yield from self.who.at(owner)

    def _at_table(self, head: int) -> tuple[int, list[int]]:
        """The predicate that tells of it, and the heads of the phrases that name the sides."""
        tree = self.tree
        if tree.pos[head] == "VERB" or tree.lemmas[head].lower() not in meeting_words().nouns:
            return head, self._of_verb(head)
        verb = tree.heads[head]
        has = tree.pos[verb] == "VERB" and tree.lemmas[verb].lower() in _HAVING | meeting_words().travelling
        around = [head, *tree.all_children(head, "nmod", "appos"), *([verb] if has else [])]
        nouns = [c for n in around for c in tree.all_children(n, "nmod", "obl")]
        heads = [c for c in nouns if tree.case(c) in ("between", "among", "with") or tree.heads[c] == head]
        heads = [c for c in heads if tree.case(c) in ("between", "among", "with", "of") and self._is_some(c)]
        if tree.child(head, "cop") is not None and (subject := tree.child(head, "nsubj")) is not None:
            return head, [*heads, subject]  # "are due to hold talks", as the parse has it
        if not heads and tree.deps[head].startswith("obl") and tree.lemmas[verb].lower() in meeting_words().talking:
            heads = self._of_verb(verb)  # "will speak by video call"
        if any(tree.case(c) == "with" for c in heads):
            owner = tree.child(head, "nmod:poss")
            heads += [h for h in (owner, self._other_side(head, verb)) if h is not None]
        if not heads and has and tree.deps[head] == "obj":  # "Chad and Niger wrapped up a round of talks"
            subject = subject_of(tree, verb)
            heads = [subject] if subject is not None and tree.child(subject, "conj") is not None else []
        return verb, heads or self._speaking_there(head, verb)

    def _speaking_there(self, head: int, verb: int) -> list[int]:
        """ "At talks in Geneva Chad told Niger that", "At a meeting on Monday, Chad and Niger agreed"."""
        tree = self.tree
        there = tree.deps[head].startswith("obl") and tree.case(head) in ("at", "during", "after", "following")
        subject = subject_of(tree, verb) if there and tree.tags[verb] == "VBD" else None
        if subject is None or tree.lemmas[head].lower() not in _TWO_SIDED:
            return []
        heard = [c for c in tree.all_children(verb, "obj", "iobj") if c in self.who.named]
        several = tree.child(subject, "conj") is not None
        return [subject, *heard] if several or (heard and tree.lemmas[verb] in _TELLING) else []

    def _other_side(self, head: int, verb: int) -> int | None:
        """ "held talks with", "flew to Lima for talks with", "walked off the job after talks with the port failed"."""
        tree = self.tree
        if tree.child(verb, "cop") is not None and tree.case(verb) == "in" and tree.case(head) == "for":
            return tree.child(verb, "nsubj")  # "is in Oslo for talks with"
        if tree.pos[verb] != "VERB":
            return None
        if tree.lemmas[verb] in _HAVING or tree.lemmas[verb] in meeting_words().travelling:
            return subject_of(tree, verb)
        if tree.deps[head].startswith("obl") and tree.case(head) in _AROUND:  # "after talks with Mali, she said"
            return subject_of(tree, tree.heads[verb] if tree.tags[verb] == "VBG" else verb)
        failed = tree.deps[verb] == "advcl" and tree.child(verb, "nsubj") == head
        return subject_of(tree, tree.heads[verb]) if failed else None

    def _of_verb(self, verb: int) -> list[int]:
        tree = self.tree
        subject = subject_of(tree, verb)
        words, lemma = meeting_words(), tree.lemmas[verb].lower()
        sits = subject is not None and tree.lemmas[subject].lower() in words.chambers
        if sits or lemma in words.debating or (lemma in words.bringing and not _sends(lemma)):
            return []
        if _sends(lemma):
            return [subject] if subject is not None else []
        if tree.lemmas[verb].lower() in meeting_words().calling:
            return [subject] if subject is not None else []
        if subject is not None and tree.words[subject].lower() == "they" and tree.deps[verb] == "advcl":
            return self._of_clause(tree.heads[verb])
        if subject is not None and tree.pos[subject] == "PRON" and self._is_speaker(subject):
            subject = None
        others = [*tree.all_children(verb, "obj"), *(c for c in tree.all_children(verb, "obl") if tree.case(c) == "with"
                                                     and self._is_some(c))]  # fmt: skip
        return [h for h in (subject, *others) if h is not None]

    def _of_clause(self, verb: int) -> list[int]:
        """ "will explain it to the minister when they meet": who is named in the clause above."""
        tree, subject = self.tree, subject_of(self.tree, verb)
        around = list(tree.all_children(verb, "obj", "iobj", "obl"))
        around += [c for n in tuple(around) for c in tree.all_children(n, "nmod")]
        others = [c for c in around if c in self.who.named and self.who.actors[self.who.named[c]].kind == "person"]
        return [subject, *others] if subject is not None and others else []

    def _is_some(self, noun: int) -> bool:
        """ "a meeting of leaders", "talks with the union", not "talks of peace"."""
        tree = self.tree
        if self._is_leading(noun):
            return False
        return any(t in self.who.named for t in tree.subtree(noun)) or bool(self.who.at(noun))

    def _is_speaker(self, pronoun: int) -> bool:
        """Whether a pronoun has nobody for it but whoever speaks: "they meet in Apia", said an observer."""
        told = self.who.claims.spoken.content[pronoun]
        named = self.who.named.get(pronoun)
        return told is not None and named in (None, told.speaker)

    def _is_leading(self, noun: int) -> bool:
        """ "with a bishop in the chair", "with the UN as mediator": no side."""
        tree = self.tree
        end = tree.sentences[tree.sentence[noun]][1]
        after = " ".join(tree.words[noun + 1 : min(noun + 9, end)]).lower()
        return tree.case(noun) == "with" and any(w in after for w in _LEADING)

    def _status(self, head: int, at: int, meeting: int) -> Status | None:
        """Confirmed for what is to come, attended for what has been; None where it is only wanted or uncertain."""
        tree, draft, told = self.tree, self.drafts[meeting], self.claims.spoken.content[at]
        if told is not None and told.denied:
            return None
        if self.claims.above(head) or self.claims.above(at) or polarity.is_open(tree, at) or polarity.negated(tree, at):
            return None
        if tree.tags[at] == "VB" and polarity.is_open(tree, tree.heads[at]):  # "may travel there to meet them"
            return None
        day = draft.date if draft.date is not None and "W" not in draft.date else None
        if day is not None and self.published is not None and len(day) > len("2024"):
            return "confirmed" if day > self.published.isoformat()[: len(day)] else "attended"
        if tree.child(at, "cop") is not None and tree.pos[at] == "PROPN":  # "is in Oslo for talks"
            return "confirmed"
        if polarity.modal(tree, at) in _AHEAD or tree.tags[at] == "VB" or _is_due(tree, at):
            return "confirmed"
        if tree.case(head) in _AFTER and tree.tags[at] in _PAST:
            return "attended"
        relation = tree.relations[head] if head != at else "root"
        return "attended" if tree.tags[at] in _PAST and relation in ("root", "nsubj", "obj") else None


def _sends(lemma: str) -> bool:
    return lemma in ("send", "dispatch")


def _is_due(tree: Tree, token: int) -> bool:
    """ "are due to meet": the parse may take the verb for a noun."""
    return "due" in (tree.words[c].lower() for c in tree.children[token])
