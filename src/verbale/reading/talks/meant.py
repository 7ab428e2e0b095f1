"""Which meeting a predicate is about: the one in its phrase, beside it, or spoken of shortly before."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from ..lexicon.meetings import meeting_words
from ..stance import polarity
from ..stance.matching import Match
from ..tree import Tree
from .draft import Draft, parts_of
from .placed import Placed
from .seats import ahead, begun
from .writing import state

BACK = 5  # sentences over which "invited them" looks for its meeting
FAR = 20  # the same, where the article has only one
AHEAD = 4  # sentences in which the only one may still follow
TO_COME = frozenset({"will", "shall", "would", "'ll", "’ll"})
_PAST = frozenset({"previous", "last", "earlier", "past", "latest", "preparatory"})
_CALLED = frozenset({"event", "gathering", "occasion", "affair", "exercise", "encounter"})


class Meant:
    """Finds the meeting that is meant; `meetings` leads from tokens to numbers of drafts.

    `last_invited` is the meeting of the invitation last spoken of, which whoever walks the text sets.
    """

    def __init__(
        self, tree: Tree, meetings: Mapping[int, int], drafts: Sequence[Draft], published: date | None, placed: Placed
    ) -> None:
        self.tree, self.meetings, self.drafts = tree, meetings, drafts
        self.published, self.placed = published, placed
        self.words = meeting_words()
        self.venues = self._venues()
        self.last_invited: int | None = None
        self._held: dict[int, bool] = {}
        self._places = sorted(meetings)
        count: Counter[int] = Counter()
        self._told: dict[int, int] = {}  # how often a meeting has been spoken of up to a place
        for place in self._places:
            count[meetings[place]] += 1
            self._told[place] = count[meetings[place]]

    def _venues(self) -> dict[int, int]:
        """Places that stand for the one meeting held there: "invited to Cartagena", "will go to Cebu"."""
        tree, held = self.tree, Counter(p for d in self.drafts for p in set(parts_of(d.place)[:1]))
        numbers = {p: n for n, d in enumerate(self.drafts) for p in parts_of(d.place)[:1] if held[p] == 1}
        named = ((t, w.lower()) for t, w in enumerate(tree.words))
        return {t: numbers[w] for t, w in named if w in numbers and t not in self.meetings}

    def is_meeting(self, argument: int) -> bool:
        """Whether a word means a meeting, or the place or the pronoun for one."""
        if argument in self.meetings or (argument in self.venues and self.tree.case(argument) == "to"):
            return True
        return self._is_it(argument) and self.spoken_of(argument) is not None

    def _is_it(self, argument: int) -> bool:
        """ "would boycott it": the meeting last spoken of."""
        tree = self.tree
        named = tree.words[argument].lower() in ("it", "them", "both")
        named = named or (tree.lemmas[argument].lower() in _CALLED and tree.words[argument - 1].lower() == "the")
        if tree.lemmas[argument].lower() in _CALLED and named and tree.deps[argument] in ("obl", "obj"):
            return True  # "passed on the event"
        object_ = tree.deps[argument] == "obj" and named
        return object_ and tree.lemmas[tree.heads[argument]].lower() in self.words.of_meetings

    def meeting(self, found: Match) -> int | None:
        """The one in the predicate's own phrase; else the one last spoken of, where the frame needs none beside it."""
        for at in (found.argument, found.token):
            if at in self.meetings and found.place != "none":
                return self.meetings[at]
        if found.argument in self.venues:
            return self.venues[found.argument]
        if self._is_it(found.argument):
            return self.spoken_of(found.argument)
        below = [t for t in self.tree.subtree(found.token) if t in self.meetings]
        if found.place == "none" and self._is_to_come(found):
            below = [t for t in below if not self._is_past(t)]
        if below:
            return self.meetings[below[0]]
        if found.place != "none" or self.placed.is_elsewhere(found) or not self.placed.is_backed(found):
            return None
        if "it" in found.frame.lemmas and self.last_invited is not None:
            return self.last_invited
        above = self._above(found.token)
        if above is None:
            above = self._beside(found.token, self._is_to_come(found))
        if above is None and self._is_to_come(found) and not self._is_beside_another(found.token):
            above = self._main(found.token)
        return above if above is not None else self.spoken_of(found.token)

    def _is_to_come(self, found: Match) -> bool:
        """Whether a predicate is about coming or not coming rather than having been there."""
        plain = self.words.parts[found.frame.group].status == "attended"
        later = polarity.modal(self.tree, found.token) in TO_COME or self.tree.tags[found.token] in ("VB", "VBG")
        return later or not plain

    def _is_beside_another(self, token: int) -> bool:
        """Whether the sentence before or its own tells of a meeting that may still come."""
        last = self.spoken_of(token)
        if last is None or begun(self.drafts[last], self.published) or self._is_held(last):
            return False
        first = self.tree.sentences[max(0, self.tree.sentence[token] - 1)][0]
        near = [p for p in self._places if first <= p < token and self.meetings[p] == last]
        return any(not self._is_past(p) for p in near)

    def _is_past(self, place: int) -> bool:
        """ "skipped the previous round"."""
        return bool({self.tree.words[c].lower() for c in self.tree.all_children(place, "amod")} & _PAST)

    def _main(self, token: int) -> int | None:
        """The only meeting on a day to come: later sentences of an article mean it though they do not name it."""
        to_come = [n for n, d in enumerate(self.drafts) if ahead(d, self.published)]
        if len(to_come) != 1:
            return None
        first = next(p for p in self._places if self.meetings[p] == to_come[0])
        return to_come[0] if self.tree.sentence[token] >= self.tree.sentence[first] else None

    def _beside(self, token: int, to_come: bool) -> int | None:
        """ "has offered to mediate and has invited them to a meeting": the only one that the sentence tells of."""
        first, end = self.tree.sentences[self.tree.sentence[token]]
        some = self._places[bisect_left(self._places, first) : bisect_left(self._places, end)]
        near = {self.meetings[p] for p in some if not (to_come and self._is_past(p))}
        return near.pop() if len(near) == 1 else None

    def _above(self, token: int) -> int | None:
        """The meeting on whose phrase or verb a predicate hangs: "will meet under the chairmanship of"."""
        for _ in range(3):
            token = self.tree.heads[token]
            if token in self.meetings:
                return self.meetings[token]
        return None

    def spoken_of(self, token: int) -> int | None:
        """The meeting most spoken of shortly before, of equals the last; one that is to come, for what will be."""
        sentence = self.tree.sentence[token]
        if len(self.drafts) == 1:
            near = min(self._places, key=lambda p: abs(p - token))
            apart = self.tree.sentence[near] - sentence
            return 0 if -FAR <= apart <= AHEAD else None
        near_before = []
        for at in range(bisect_left(self._places, token) - 1, -1, -1):
            if sentence - self.tree.sentence[self._places[at]] > BACK:
                break
            near_before.append(self._places[at])
        fitting = [p for p in near_before if self._fits(token, self.meetings[p])] or near_before
        last = [p for p in fitting if sentence - self.tree.sentence[p] <= 1]
        return self.meetings[max(last or fitting, key=lambda p: (self._told[p], p))] if fitting else None

    def _fits(self, token: int, meeting: int) -> bool:
        """Whether what will be is about a meeting to come, and what was about one that was."""
        draft = self.drafts[meeting]
        lemma, words = self.tree.lemmas[token].lower(), self.words
        will = polarity.modal(self.tree, token) in TO_COME or self.tree.tags[token] == "VB"
        if will or lemma in words.answering | words.ahead | words.calling:
            return not begun(draft, self.published) and not self._is_held(meeting)
        return not ahead(draft, self.published) or self.tree.tags[token] != "VBD"

    def _is_held(self, meeting: int) -> bool:
        if meeting not in self._held:
            self._held[meeting] = state(self.tree, self.drafts[meeting]) == "held"
        return self._held[meeting]
