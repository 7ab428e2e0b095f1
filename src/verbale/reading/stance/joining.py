"""Which wordings mean one question: by their words, by what they point back to, by the article's main question.

The questions are found first, from all that is told in full; then each "the ban", "it" and "voted against" is led to
one of them. What points back means the question last spoken of in its paragraph, else the main one of the article.
"""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from ..agenda import Agenda
from ..coreference import Antecedents
from ..lexicon.questions import question_words, stem
from ..tree import Tree
from .alike import Likeness
from .leads import LEAD, asked, leads
from .matters import Matter, brought
from .spreading import paragraphs, spread

ALIKE = 0.55  # share of the lighter wording's weight that both must have in common
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_UNITS = frozenset({"cent", "percent", "million", "billion"})
_DIGITS = {stem(word): str(n) for n, word in enumerate("zero one two three four five six seven eight nine ten".split())}
FAR = 4  # sentences over which "it" or "the proposal" looks back where no question is the main one
SURE = 1.0  # score of the model's link above which it decides alone
MAIN = 2.5  # weight from which a question can be the main one of an article


@dataclass(slots=True)
class Wording:
    """All matters that mean one question, in the order of the text; `lead` are those that no claim is about."""

    matters: list[Matter] = field(default_factory=list)
    lead: list[Matter] = field(default_factory=list)
    meeting: int | None = None  # the number of the meeting that is itself the question
    label: str | None = None  # as an agenda calls it
    turned: bool = False  # whether its label means that something ends
    main: bool = False  # whether it is what the article is about
    asked: bool = False  # whether the article itself asks it


def amounts(found: Matter) -> frozenset[str]:
    """The figures of a wording that is of so much per cent or money: an offer of 5 per cent is none of 9."""
    if not found.concepts & _UNITS:
        return frozenset()
    return frozenset(_DIGITS.get(c, c) for c in found.concepts if c in _DIGITS or c[:1].isdigit())


class Joiner:
    """Puts the matters of one article with those that mean the same.

    `matter_of` makes a matter of a token; `meetings` leads from tokens to numbers of meetings; nothing points back to
    the heads `asides`; `seen` leads from tokens to the question they word, as the model sees it.
    """

    def __init__(
        self, tree: Tree, antecedents: Antecedents, matters: Sequence[Matter], meetings: Mapping[int, int],
        matter_of: Callable[[int], Matter], agenda: Agenda = (), asides: frozenset[int] = frozenset(),
        seen: Mapping[int, Likeness] | None = None,
    ) -> None:  # fmt: skip
        self.tree, self.antecedents, self.meetings, self._matter_of = tree, antecedents, meetings, matter_of
        self._asides, self._sights = asides, seen or {}
        self._numbered: dict[int, Wording] = {}
        self._seen_in: dict[int, tuple[set[int], set[int]]] = {}  # by wording: numbers of its matters, sure and perhaps
        self._held: dict[int, Wording] = {}
        self._agenda = [[brought(*w) for w in item.wordings] for item in agenda]
        self.wordings = [Wording([*told], label=item.label) for told, item in zip(self._agenda, agenda, strict=True)]
        self._order: list[tuple[int, int, Wording]] = []  # (head token, running number, its wording), sorted
        self._count = count()
        self._with: dict[str, dict[int, Wording]] = {}  # by concept
        for wording in self.wordings:
            self._index(wording)
        self._of: dict[int, Wording] = {}
        self.how: dict[int, str] = {}  # by what each head was found to mean its question
        self.led: dict[int, int] = {}  # from what points back to the head that it means
        self._claimed: Counter[int] = Counter()
        self.main: Wording | None = None
        self._paragraph = paragraphs(tree)
        self._spoken_of: dict[str, set[int]] = {}
        self._matters = sorted(matters, key=lambda m: m.head)
        lead = leads(tree, {t for m in self._matters if not m.points for t in m.tokens}, meetings, matter_of)
        sentences: Counter[str] = Counter()
        for each in (*self._matters, *lead):
            sentences.update(each.concepts)
        self._weight = {c: 1.0 / math.sqrt(n) + 0.5 for c, n in sentences.items()}
        self._join(lead)

    def wording_of(self, found: Matter) -> Wording | None:
        """The question of a matter; None where it says nothing itself and points to nothing."""
        return self._of.get(found.head)

    # -- the questions, then what points to them ------------------------------------------------------------

    def _join(self, lead: Sequence[Matter]) -> None:
        full = [m for m in self._matters if not m.points and not self._is_short(m)]
        questions = {*asked(self.tree, self.meetings)}
        for each in lead:
            home = self._brought(each) or self._alike(each) or self._new()
            home.asked |= each.head in questions
            home.lead.append(each)
            self._keep(each, home)
        for each in full:
            self._tell(each, self._named(each))
        self.main = self._main()
        for each in self._matters:
            if not each.points and self._is_short(each):
                self._tell(each, self._named(each))
        self.main = self._main()
        for each in self._matters:
            if each.points and each.head not in self._of:
                self._tell(each, self._pointed_at(each))
        if self.main is not None:
            self.main.main = True

    def _named(self, found: Matter) -> Wording | None:
        """The question of a matter that says what it is."""
        return self._first(found, agenda=self._brought, itself=self._itself, link=self._linked, likeness=self._alike)

    def _first(self, found: Matter, **ways: Callable[[Matter], Wording | None]) -> Wording | None:
        """The question that the first of some ways leads to."""
        for name, way in ways.items():
            home = way(found)
            if home is not None:
                self.how[found.head] = name
                return home
        return None

    def _tell(self, found: Matter, home: Wording | None) -> None:
        if home is None and found.empty:
            return
        home = home or self._new()
        self._claimed[id(home)] += 1
        self._place(found, home)

    def _place(self, found: Matter, home: Wording) -> None:
        home.matters.append(found)
        self._keep(found, home)

    def _keep(self, found: Matter, home: Wording) -> None:
        self._of[found.head] = home
        sight = self._sights.get(found.head)
        if sight is not None and home.meeting is None:
            self._numbered.setdefault(sight.number, home)
            sure, perhaps = self._seen_in.setdefault(id(home), (set(), set()))
            sure.add(sight.number)
            perhaps.update(sight.perhaps)
        if found.head not in self._asides:
            insort(self._order, (found.head, next(self._count), home))
        self._index(home)

    def _index(self, home: Wording) -> None:
        """Where to look for a wording: under the concepts of its matters. A meeting as such is found by its token."""
        if home.meeting is None:
            for concept in {c for m in (*home.matters, *home.lead) for c in m.concepts}:
                self._with.setdefault(concept, {})[id(home)] = home

    def _new(self) -> Wording:
        self.wordings.append(Wording())
        return self.wordings[-1]

    def _is_short(self, found: Matter) -> bool:
        """ "the ban", "the treaty": a bare definite noun, of which the article has told more before or will yet."""
        if found.received:
            return True
        definite = any(self.tree.words[c].lower() in _DEFINITE for c in self.tree.all_children(found.head, "det"))
        return definite and len(found.concepts) == 1 and self.tree.pos[found.head] == "NOUN"

    def _main(self) -> Wording | None:
        """What the article is about: claimed most, spoken of in its lead, spoken of again."""
        best = max(self.wordings, key=self._worth, default=None)
        return best if best is not None and self._worth(best) >= MAIN else None

    def _worth(self, home: Wording) -> float:
        told = [m for m in (*home.matters, *home.lead) if m.head >= 0]
        if not told:
            return 0.0
        lead = min(self.tree.sentence[m.head] for m in told) < LEAD
        fullest = max(told, key=lambda m: len(m.concepts))
        worth = self._claimed[id(home)] + 0.4 * min(self._often(fullest.concepts), 5) + 1.5 * lead
        return worth * (0.5 if home.meeting is not None else 1.0)

    def _often(self, concepts: frozenset[str]) -> int:
        """In how many sentences some concepts are spoken of, two of them or the only one."""
        if not self._spoken_of:
            wanted = {c for w in self.wordings for m in (*w.matters, *w.lead) for c in m.concepts}
            self._spoken_of = spread(self.tree, wanted)
        count = Counter(s for c in concepts for s in self._spoken_of.get(c, ()))
        return sum(n >= min(2, len(concepts)) for n in count.values())

    # -- what a matter means --------------------------------------------------------------------------------

    def _brought(self, found: Matter) -> Wording | None:
        """A question of the agenda that has the words of a matter."""
        scores = [max(self._likeness(found, each) for each in told) for told in self._agenda]
        best = max(scores, default=0.0)
        return self.wordings[scores.index(best)] if best >= ALIKE else None

    def _itself(self, found: Matter) -> Wording | None:
        """A meeting as such is a question of its own: who is against a guest is not against the talks."""
        number = self.meetings.get(found.head)
        if number is None:
            return None
        if number not in self._held:
            self._held[number] = Wording(meeting=number)
            self.wordings.append(self._held[number])
        return self._held[number]

    def _seen(self, found: Matter) -> Wording | None:
        """By the model, which takes some wordings for one question."""
        sight = self._sights.get(found.head)
        return self._numbered.get(sight.number) if sight is not None else None

    def _is_apart(self, found: Matter, home: Wording) -> bool:
        """Whether the model is sure that no wording of a question that it knows is that of a matter.

        It is heard where wordings share words only: joined by the model alone, "the ban" and "the hunt" would be one.
        """
        sight, theirs = self._sights.get(found.head), self._seen_in.get(id(home))
        if sight is None or theirs is None or any(m.turned != found.turned for m in (*home.matters, *home.lead)[:1]):
            return False  # it takes opposites for two questions, which `orienting` tells as one
        sure, perhaps = theirs
        return not sight.perhaps & sure and sight.number not in perhaps

    def _linked(self, found: Matter) -> Wording | None:
        """By the model's link to a matter told before, if they have a word in common."""
        for other, score in self.antecedents.get(found.head, ())[:2]:
            home = self._of.get(other)
            if home is not None and score > SURE and self._shares(home, found):
                return home
        return None

    def _pointed_at(self, found: Matter) -> Wording | None:
        if amounts(found):
            return self._first(found, agenda=self._brought, amount=self._of_amount)
        return self._first(
            found, agenda=self._brought, itself=self._itself, name=self._by_name, that=self._just_told,
            antecedent=self._antecedent, seen=self._seen, sentence=self._told_in_its_sentence,
            last=self._last_spoken_of,
        )  # fmt: skip

    def _by_name(self, found: Matter) -> Wording | None:
        """ "the proposal" where one question was called a proposal, "the sanctions plan" where one has those words."""
        telling = [c for c in found.concepts if c not in question_words().pointing or c == found.key]
        if found.key and len(telling) > 1:
            return self._alike(found)
        homes = [
            h for h in self._with.get(found.key, {}).values() if any(m.key == found.key for m in (*h.matters, *h.lead))
        ]
        return homes[0] if len(homes) == 1 else None

    def _of_amount(self, found: Matter) -> Wording | None:
        """ "wants 9 per cent": a question of that amount, and none of another."""
        told = amounts(found)
        homes = {id(h): h for c in sorted(found.concepts) for h in self._with.get(c, {}).values()}
        return next((h for h in homes.values() if any(amounts(m) & told for m in (*h.matters, *h.lead))), None)

    def _just_told(self, found: Matter) -> Wording | None:
        """ "Bern agreed to that": what the sentence before was about."""
        if self.tree.words[found.head].lower() != "that" or self.tree.deps[found.head] == "det":
            return None
        at = bisect_left(self._order, (found.head,))
        if at == 0:
            return None
        head, _, home = self._order[at - 1]
        if self.tree.sentence[found.head] - self.tree.sentence[head] != 1 or home.meeting is not None:
            return None
        self.led[found.head] = head
        return home

    def _antecedent(self, found: Matter) -> Wording | None:
        for other, score in self.antecedents.get(found.head, ())[:2]:
            home = self._of.get(other) if other not in self._asides else None
            if home is None and score > SURE and self.tree.pos[other] == "NOUN":
                home = self._home_of_noun(other, self.tree.sentence[found.head])
            if home is not None and (home.meeting is None or home is self.main):
                self.led[found.head] = other
                return home
        return None

    def _home_of_noun(self, noun: int, at: int) -> Wording | None:
        """The question of a noun that no claim is about: by its word, else one of its own if it is a measure.

        `at` is the sentence that points to it.
        """
        words = question_words()
        homes = list(self._with.get(words.concept(self.tree.lemmas[noun]), {}).values())
        if homes:
            return homes[0] if len(homes) == 1 else None
        if at - self.tree.sentence[noun] > 1:
            return None
        told = self._matter_of(noun)
        if not words.is_measure(self.tree.lemmas[noun]) or told.points or told.empty or len(told.concepts) < 2:
            return None
        home = self._new()
        home.lead.append(told)
        self._keep(told, home)
        return home

    def _last_spoken_of(self, found: Matter) -> Wording | None:
        """The question last spoken of in the paragraph, else the main one, else the last one not far off."""
        at = bisect_left(self._order, (found.head,))
        before = [(head, w) for head, _, w in self._order[:at] if w.meeting is None or w is self.main]
        if (later := self._in_its_clause(found, at)) is not None:
            return later
        if not before:
            return self.main
        head, home = before[-1]
        near = self.tree.sentence[found.head] - self.tree.sentence[head] <= FAR
        if self._paragraph[head] == self._paragraph[found.head] or (near and self.main is None):
            self.led[found.head] = head
            return home
        return self.main

    def _in_its_clause(self, found: Matter, at: int) -> Wording | None:
        """ "Japan abstained when they voted on the ban": the ban."""
        clauses = (c for c in self.tree.all_children(found.head, "advcl") if self.tree.tags[c] not in ("VBG", "VBN"))
        below = {t for clause in clauses for t in self.tree.subtree(clause)}
        return next((w for h, _, w in self._order[at:] if h in below and w.meeting is None), None) if below else None

    def _told_in_its_sentence(self, found: Matter) -> Wording | None:
        """ "The baths could be sold after the committee recommended the step": the step is the selling."""
        tree = self.tree
        first, end = tree.sentences[tree.sentence[found.head]]
        root = next((t for t in range(first, end) if tree.heads[t] == t), None)
        if root is None or tree.pos[root] != "VERB" or not self._stands_apart(found.head, root):
            return None
        told = self._matter_of(root)
        if len(told.concepts) < 2 or told.empty:
            return None
        home = self._alike(told) or self._new()
        home.lead.append(told)
        self._keep(told, home)
        return home

    def _stands_apart(self, token: int, root: int) -> bool:
        """Whether a token is in a clause of its own after or before the main one, and is none of its arguments."""
        at = token
        while at != root and self.tree.heads[at] != at:
            if self.tree.deps[at].startswith("advcl"):
                return True
            at = self.tree.heads[at]
        return False

    # -- likeness -------------------------------------------------------------------------------------------

    def _shares(self, home: Wording, found: Matter) -> bool:
        """The model's link alone does not join "the fee" and "the ferry plan": a word must be in common."""
        told = [m for m in (*home.matters, *home.lead) if m.concepts]
        if not found.concepts or not told:
            return True
        return any(len(found.concepts & m.concepts) >= min(2, len(found.concepts), len(m.concepts)) for m in told)

    def _alike(self, found: Matter) -> Wording | None:
        best, chosen = ALIKE, None
        near = {key: home for c in sorted(found.concepts) for key, home in self._with.get(c, {}).items()}
        for home in near.values():
            if self._is_apart(found, home):
                continue
            # A bare "the negotiations" is no bridge between two matters that are told in full.
            told = (*home.matters, *home.lead)
            full = [m for m in told if len(m.concepts) > 1] if len(found.concepts) > 1 else []
            score = max(self._likeness(found, each) for each in full or told)
            if score >= best:
                best, chosen = score, home
        return chosen or self._only_one(found)

    def _only_one(self, found: Matter) -> Wording | None:
        """ "the ban" after "a plan to ban imports": a bare noun of which one matter alone, or the main one, speaks."""
        if not self._is_short(found) or len(found.concepts) != 1:
            return None
        (concept,) = found.concepts
        homes = [h for h in self._with.get(concept, {}).values() if not self._is_apart(found, h)]
        if self.main is not None and any(h is self.main for h in homes):
            return self.main
        return homes[0] if len(homes) == 1 else None

    def _likeness(self, a: Matter, b: Matter) -> float:
        """Weight in common over the weight of the lighter one; matters of different actors are kept apart."""
        common = a.concepts & b.concepts
        if not common or (a.actors and b.actors and not a.actors & b.actors):
            return 0.0
        if (one := amounts(a)) and (other := amounts(b)) and not one & other:
            return 0.0
        same_head = a.key == b.key
        if len(common) == 1 and not (same_head and 1 in (len(a.concepts), len(b.concepts))):
            return 0.0
        lighter = min(self._sum(a.concepts), self._sum(b.concepts))
        heads = a.key in b.concepts or b.key in a.concepts
        return self._sum(common) / lighter - (0.0 if heads else 0.15)

    def _sum(self, concepts: frozenset[str]) -> float:
        return sum(self._weight.get(c, 1.0) for c in concepts)
