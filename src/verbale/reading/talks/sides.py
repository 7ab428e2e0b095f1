"""The sides of a meeting: "talks between Mali and the rebels", "Chile and Peru met", "talks with the union"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from verbale.record import Status

from ..lexicon.meetings import meeting_words
from ..stance import polarity
from ..stance.claims import Claims
from ..stance.phrases import subject_of
from ..tree import Tree
from .draft import Draft
from .whose import Participants

_AHEAD = frozenset({"will", "would", "shall", "'ll", "’ll", "to"})
_HAVING = frozenset("hold have begin open start resume continue conduct enter finish end".split())
_LEADING = ("in the chair", "as mediator", "as moderator", "as chair", "presiding", "mediating", "as host", "chairing")
_PAST = frozenset({"VBD", "VBN"})
_AFTER = ("after", "during", "following", "at", "in")
Side = tuple[int, str, int, Status]  # meeting, actor, token, status


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
            yield from ((meeting, actor, at, status) for actor in named if status is not None)

    def _owners(self, head: int) -> Iterator[str]:
        """ "its objection to talks with Malawi": whose talks they are, though nobody says that they were held."""
        owner = self.tree.child(self.tree.heads[head], "nmod:poss")
        if owner is not None and self.tree.pos[self.tree.heads[head]] == "NOUN":
            yield from self.who.at(owner)

    def _at_table(self, head: int) -> tuple[int, list[int]]:
        """The predicate that tells of it, and the heads of the phrases that name the sides."""
        tree = self.tree
        if tree.pos[head] == "VERB":
            return head, self._of_verb(head)
        heads = [c for c in tree.all_children(head, "nmod") if tree.case(c) in ("between", "among", "with", "of")]
        heads = [c for c in heads if self._is_some(c)]
        verb = tree.heads[head]
        if not heads and tree.deps[head].startswith("obl") and tree.lemmas[verb].lower() in meeting_words().talking:
            heads = self._of_verb(verb)  # "will speak by video call"
        if not heads:
            return verb, []
        if any(tree.case(c) == "with" for c in heads):
            owner = tree.child(head, "nmod:poss")
            subject = subject_of(tree, verb) if tree.pos[verb] == "VERB" and tree.lemmas[verb] in _HAVING else None
            heads += [h for h in (owner, subject) if h is not None]
        return verb, heads

    def _of_verb(self, verb: int) -> list[int]:
        tree = self.tree
        if tree.lemmas[verb].lower() in meeting_words().calling:
            return []
        subject = subject_of(tree, verb)
        if subject is not None and tree.pos[subject] == "PRON" and self._is_speaker(subject):
            subject = None
        others = [*tree.all_children(verb, "obj"), *(c for c in tree.all_children(verb, "obl") if tree.case(c) == "with"
                                                     and self._is_some(c))]  # fmt: skip
        return [h for h in (subject, *others) if h is not None]

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
        day = draft.date if draft.date is not None and "W" not in draft.date else None
        if day is not None and self.published is not None and len(day) > len("2024"):
            return "confirmed" if day > self.published.isoformat()[: len(day)] else "attended"
        if polarity.modal(tree, at) in _AHEAD or tree.tags[at] == "VB":
            return "confirmed"
        if tree.case(head) in _AFTER and tree.tags[at] in _PAST:
            return "attended"
        relation = tree.deps[head].partition(":")[0] if head != at else "root"
        return "attended" if tree.tags[at] in _PAST and relation in ("root", "nsubj", "obj") else None
