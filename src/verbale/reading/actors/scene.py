"""What is known while an article is gone through: who was mentioned where, who spoke, what refers to whom."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from verbale.record import Span

from .. import lexicon
from ..coreference import Antecedents
from ..times.calendar import WEEKDAYS
from ..tree import Range, Tree
from .antecedents import HIGHEST, LOWEST, Candidate, likeliest
from .entity import Entity
from .history import History
from .naming import Names
from .words import actor_words

LOOK_BACK = 80  # mentions
NAMELESS = 1.0  # how much less likely a pronoun means somebody without a name
RECENT = 400  # tokens: further back a pronoun does not look
WIDTH = 24  # tokens of a phrase on either side of its head
_APART = frozenset({"acl", "appos", "conj", "parataxis", "punct", "advcl", "cc", "nsubj", "cop", "aux", "mark"})
_LEADING = frozenset({"PUNCT", "SPACE", "ADP", "SCONJ", "CCONJ", "VERB"})
Fits = Callable[[Entity], bool]
Bonus = Callable[[Entity], float]


class Weights(NamedTuple):
    link: float
    cap: float  # of the evidence of links
    away: float
    subject: float
    source: float


# Who speaks goes on speaking, in the next sentence more than later; elsewhere the model's links know better.
SPEAKING = Weights(link=1.0, cap=4.0, away=0.35, subject=0.5, source=0.5)
ELSEWHERE = Weights(link=2.0, cap=8.0, away=0.1, subject=0.5, source=0.3)


@dataclass(slots=True)
class Scene:
    """One article while its references are resolved. `sources` are the tokens of all sources."""

    tree: Tree
    names: Names
    antecedents: Antecedents
    published: date | None
    sources: set[int]
    said: dict[int, tuple[Range, ...]] = field(default_factory=dict)  # token of a source -> what it says
    history: History = field(default_factory=History)
    refers: dict[int, tuple[Entity, ...]] = field(default_factory=dict)
    titled: dict[int, Entity] = field(default_factory=dict)  # token of a title beside a name -> its holder
    spoke: list[tuple[int, tuple[Entity, ...]]] = field(default_factory=list)  # by the token after each source

    def note(self, token: int, found: tuple[Entity, ...], span: Range) -> None:
        """From now on a token refers to some entities, and its phrase is a mention of them."""
        self.refers[token] = found
        for entity in found:
            entity.add(Span(self.tree.starts[span[0]], self.tree.ends[span[1] - 1]), token)
            self.history.add(token, entity)

    def acts(self, token: int) -> bool:
        """Whether a token is who does something: a subject, "by X", or part of a source."""
        tree = self.tree
        if token in self.sources or tree.relations[token] == "nsubj":
            return True
        return tree.deps[token].startswith("obl") and tree.case(token) == "by"

    def is_plural(self, token: int) -> bool:
        if self.tree.tags[token] in ("NNS", "NNPS"):
            return True
        known = lexicon.descriptions().find(self.tree.words[token])  # "reporters", which the tagger took for one
        return known is not None and known.plural and known.kind == "person"

    def determiners(self, token: int) -> set[str]:
        return {self.tree.words[c].lower() for c in self.tree.all_children(token, "det")}

    def phrase(self, head: int) -> Range:
        """A noun's words up to what is close behind it, without clauses; never far from the head."""
        tree, found, queue = self.tree, [head], [head]
        while queue:
            for child in tree.children[queue.pop()]:
                if abs(child - head) <= WIDTH and tree.relations[child] not in _APART and not self._is_day(child):
                    found.append(child)
                    queue.append(child)
        found.sort()
        first = next((t for t in found if tree.pos[t] not in _LEADING and tree.words[t] != "to"), head)
        last = head
        for token in found:
            if (
                token == last + 1
                and tree.pos[token] not in ("PUNCT", "SPACE")
                and (tree.tags[token] != "POS" or tree.heads[token] != head)
            ):
                last = token
        return min(first, head), last + 1

    def _is_day(self, token: int) -> bool:
        """ "The nurses' union on Wednesday": when something was done is no part of who did it."""
        day = self.tree.words[token].lower() in WEEKDAYS or self.tree.lemmas[token] in ("yesterday", "today", "tonight")
        return day and self.tree.relations[token] in ("nmod", "obl")

    def text(self, first: int, end: int) -> str:
        return " ".join(self.tree.text[self.tree.starts[first] : self.tree.ends[end - 1]].split())

    # -- the likeliest --------------------------------------------------------------------------------------

    def choose(self, token: int, fits: Fits, least: float = -9.0, bonus: Bonus | None = None) -> Entity | None:
        """The likeliest entity: the model's links, and how near, how often a subject or a speaker it was."""
        weights = SPEAKING if token in self.sources else ELSEWHERE
        links = self._links(token, weights.cap)
        tree, number = self.tree, self.tree.sentence[token]
        best: tuple[float, Entity] | None = None
        for at, entity in self._once(token, fits):
            subject = tree.deps[at].startswith("nsubj") or tree.deps[tree.heads[at]].startswith("nsubj")
            away = number - tree.sentence[at]
            score = weights.link * links.get(id(entity), 0.0) - weights.away * min(away, 8)
            score += weights.subject * subject + weights.source * (at in self.sources)
            score += bonus(entity) if bonus is not None else 0.0
            score -= NAMELESS * (not entity.reported)
            if best is None or score > best[0] + 1e-9:
                best = (score, entity)
        return best[1] if best is not None and best[0] > least else None

    def person(self, token: int, gender: str) -> Entity | None:
        """Whom "he" or "she" means."""
        return likeliest(self.tree, token, gender, self.candidates(token, lambda e: fits(e, "person", gender, False)))

    def candidates(self, token: int, fits: Fits) -> Iterator[Candidate]:
        """Everybody who fits and was mentioned not long before, the latest first."""
        cap = SPEAKING.cap if token in self.sources else HIGHEST
        links, best = self._links(token, cap), self._best(token)
        for rank, (at, entity) in enumerate(self._once(token, fits)):
            yield Candidate(entity, at, rank, links.get(id(entity), 0.0), min(cap, best.get(id(entity), LOWEST)))

    def _best(self, token: int) -> dict[int, float]:
        """For each entity the score of the strongest link from a token to it."""
        found: dict[int, float] = {}
        for other, score in self.antecedents.get(token, ()):  # best first
            for entity in self._at(other):
                found.setdefault(id(entity), score)
        return found

    def _once(self, token: int, fits: Fits) -> Iterator[tuple[int, Entity]]:
        """The latest mention of each entity that fits, but for those in what the token itself says: "Roe lies," she
        said."""
        seen: set[int] = set()
        own = self.said.get(token, ())
        for at, entity in self.history.before(token, LOOK_BACK):
            if token - at > RECENT:
                return
            if any(first <= at < end for first, end in own):
                continue
            if id(entity) not in seen and fits(entity):
                seen.add(id(entity))
                yield at, entity

    def _links(self, token: int, cap: float) -> dict[int, float]:
        """For each entity the model's evidence that a token refers to it, from 0 to a cap."""
        weights: dict[int, float] = {}
        for other, score in self.antecedents.get(token, ()):
            for entity in self._at(other):
                weights[id(entity)] = weights.get(id(entity), 0.0) + math.exp(min(score, 8.0))
        return {key: min(cap, math.log1p(weight)) for key, weight in weights.items()}

    def _at(self, token: int) -> tuple[Entity, ...]:
        if token in self.names.at:
            return (self.names.at[token],)
        if token in self.refers:
            return self.refers[token]
        named = self.name_on(token)
        return (named,) if named else ()

    # -- names beside nouns ---------------------------------------------------------------------------------

    def name_on(self, head: int) -> Entity | None:
        """ "Foreign Minister X", "the broadcaster Y", "the builder, Z,": the name that hangs on a noun."""
        tree, at = self.tree, self.names.at
        if head in self.titled:
            return self.titled[head]
        known = lexicon.descriptions().find(tree.words[head])
        firm = known is not None and known.kind == "organisation" and not known.plural
        after = at.get(head + 1)
        beside = after is not None and self.names.ranges[head + 1][0] == head + 1
        if after is not None and beside and (firm if after.kind == "organisation" else self._titled(head)):
            return after if after.kind in ("person", "organisation") else None
        for child in tree.all_children(head, "appos", "flat", "nmod", "compound"):
            entity = at.get(child)
            if entity is None or tree.child(child, "case") is not None:
                continue
            if any(tree.tags[c] == "POS" for c in tree.children[child]):
                continue
            if entity.kind == "person" and child < head and tree.deps[child] != "appos":
                continue  # "the Roe campaign" is not Roe
            if entity.kind == "organisation" and tree.words[head].lower() in actor_words().human:
                continue  # "a person close to one of the carriers, Hanbit," is not Hanbit
            if entity.kind == "person" or (entity.kind == "organisation" and (firm or tree.deps[child] == "appos")):
                return entity
        return None

    def _titled(self, head: int) -> bool:
        word = self.tree.words[head].lower()
        return word in lexicon.offices().heads or lexicon.descriptions().find(word) is not None


def fits(entity: Entity, kind: str | None, gender: str | None, plural: bool) -> bool:
    """Whether an entity can be meant by a word of some kind ("person", "organisation", "group"), gender and number."""
    if kind == "person" and entity.kind not in ("person", "unnamed"):
        return False
    if kind in ("organisation", "group") and entity.kind not in ("organisation", "group", "state"):
        return False
    if gender and entity.gender and entity.gender != gender:
        return False
    return plural == entity.plural or entity.kind in ("organisation", "state", "group")
