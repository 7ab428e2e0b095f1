"""Which wordings mean one question: by their words, by what they point back to, by the model's antecedents."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ..agenda import Agenda
from ..coreference import Antecedents
from ..tree import Tree
from .matters import Matter, brought

ALIKE = 0.55  # share of the lighter wording's weight that both must have in common
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
MAIN = 3  # claims that make a matter the main one of an article
FAR = 4  # sentences over which "it" or "the proposal" looks back
SURE = 1.0  # score of the model's link above which it decides alone


@dataclass(slots=True)
class Wording:
    """All matters that mean one question, in the order of the text."""

    matters: list[Matter] = field(default_factory=list)
    meeting: int | None = None  # the number of the meeting that is itself the question
    label: str | None = None  # as an agenda calls it


class Joiner:
    """Takes matters in the order of the text and puts each with those before it that mean the same."""

    def __init__(
        self, tree: Tree, antecedents: Antecedents, matters: Sequence[Matter], meetings: Mapping[int, int],
        matter_of: Callable[[int], Matter], agenda: Agenda = (),
    ) -> None:  # fmt: skip
        self.tree, self.antecedents, self.meetings, self._matter_of = tree, antecedents, meetings, matter_of
        self._held: dict[int, Wording] = {}
        self.wordings = [Wording([brought(*w) for w in item.wordings], label=item.label) for item in agenda]
        self._recent: list[Wording] = []  # in the order in which they were last spoken of
        self._with: dict[str, dict[int, Wording]] = {}  # by concept
        for wording in self.wordings:
            self._index(wording)
        self._of: dict[int, Wording] = {}
        sentences: Counter[str] = Counter()
        for each in matters:
            sentences.update(each.concepts)
        self._weight = {c: 1.0 / math.sqrt(n) + 0.5 for c, n in sentences.items()}

    def place(self, found: Matter) -> Wording | None:
        """The question of a matter, a new one where none before it fits; None where it says nothing itself."""
        if found.head in self.meetings:
            return self._itself(found)
        home = self._of.get(found.head) or self._pointed_at(found) or self._alike(found)
        if home is None and found.points:
            home = self._told_in_its_sentence(found)
        if home is None and found.empty:
            return None
        if home is None:
            home = self._new()
        self._take(home, found)
        self._of[found.head] = home
        return home

    def _take(self, home: Wording, found: Matter) -> None:
        home.matters.append(found)
        self._recent.append(home)
        self._index(home)

    def _index(self, home: Wording) -> None:
        """Where to look for a wording: under the concepts of its matters. A meeting as such is found by its token."""
        if home.meeting is None:
            for concept in {c for m in home.matters for c in m.concepts}:
                self._with.setdefault(concept, {})[id(home)] = home

    def _new(self) -> Wording:
        self.wordings.append(Wording())
        return self.wordings[-1]

    def _told_in_its_sentence(self, found: Matter) -> Wording | None:
        """ "The baths could be sold after the committee recommended the step": the step is the selling."""
        tree = self.tree
        first, end = tree.sentences[tree.sentence[found.head]]
        root = next((t for t in range(first, end) if tree.heads[t] == t), None)
        if root is None or tree.pos[root] != "VERB" or not self._stands_apart(found.head, root):
            return None
        told = self._matter_of(root)
        if len(told.concepts) < 2:
            return None
        home = self._alike(told) or self._new()
        self._take(home, told)
        return home

    def _stands_apart(self, token: int, root: int) -> bool:
        """Whether a token is in a clause of its own after or before the main one, and is none of its arguments."""
        at = token
        while at != root and self.tree.heads[at] != at:
            if self.tree.deps[at].startswith("advcl"):
                return True
            at = self.tree.heads[at]
        return False

    def _itself(self, found: Matter) -> Wording:
        """A meeting as such is a question of its own: who is against a guest is not against the talks."""
        number = self.meetings[found.head]
        if number not in self._held:
            self._held[number] = Wording(meeting=number)
            self.wordings.append(self._held[number])
        self._take(self._held[number], found)
        return self._held[number]

    def _pointed_at(self, found: Matter) -> Wording | None:
        for other, score in self.antecedents.get(found.head, ())[:2]:
            home = self._of.get(other)
            if home is not None and (found.points or (score > SURE and self._shares(home, found))):
                return home
        if not found.points:
            return None
        sentence = self.tree.sentence[found.head]
        if not found.concepts and (main := self._main(sentence)) is not None:
            return main
        for home in reversed(self._recent):
            last = home.matters[-1]
            if sentence - self.tree.sentence[last.head] > FAR:
                return None
            if last.head < found.head:
                return home
        return None

    def _main(self, sentence: int) -> Wording | None:
        """What "has yet to decide" is about: the matter of the sentence itself or the one before, else the main one."""
        for home in reversed(self._recent):
            if sentence - self.tree.sentence[home.matters[-1].head] <= 1:
                return None
        most = max(self._recent, key=lambda w: len(w.matters), default=None)
        return most if most is not None and len(most.matters) >= MAIN else None

    def _shares(self, home: Wording, found: Matter) -> bool:
        """The model's link alone does not join "the fee" and "the ferry plan": a word must be in common."""
        told = [m for m in home.matters if m.concepts]
        if not found.concepts or not told:
            return True
        return any(len(found.concepts & m.concepts) >= min(2, len(found.concepts), len(m.concepts)) for m in told)

    def _alike(self, found: Matter) -> Wording | None:
        best, chosen = ALIKE, None
        near = {key: home for c in sorted(found.concepts) for key, home in self._with.get(c, {}).items()}
        for home in near.values():
            # A bare "the negotiations" is no bridge between two matters that are told in full.
            full = [m for m in home.matters if len(m.concepts) > 1] if len(found.concepts) > 1 else []
            score = max(self._likeness(found, each) for each in full or home.matters)
            if score >= best:
                best, chosen = score, home
        return chosen or self._only_one(found)

    def _only_one(self, found: Matter) -> Wording | None:
        """ "the ban" after "a plan to ban imports": a bare definite noun of which one matter alone speaks."""
        tree = self.tree
        definite = any(tree.words[c].lower() in _DEFINITE for c in tree.all_children(found.head, "det"))
        if not definite or len(found.concepts) != 1 or tree.pos[found.head] != "NOUN":
            return None
        (concept,) = found.concepts
        homes = list(self._with.get(concept, {}).values())
        return homes[0] if len(homes) == 1 else None

    def _likeness(self, a: Matter, b: Matter) -> float:
        """Weight in common over the weight of the lighter one; matters of different actors are kept apart."""
        common = a.concepts & b.concepts
        if not common or (a.actors and b.actors and not a.actors & b.actors):
            return 0.0
        same_head = a.key == b.key
        if len(common) == 1 and not (same_head and 1 in (len(a.concepts), len(b.concepts))):
            return 0.0
        lighter = min(self._sum(a.concepts), self._sum(b.concepts))
        heads = a.key in b.concepts or b.key in a.concepts
        return self._sum(common) / lighter - (0.0 if heads else 0.15)

    def _sum(self, concepts: frozenset[str]) -> float:
        return sum(self._weight.get(c, 1.0) for c in concepts)
