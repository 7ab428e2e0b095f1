"""Whom a phrase refers to: names, titles and descriptions, demonyms with nouns, pronouns."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from verbale.record import Span

from .. import knowledge, lexicon
from ..coreference import Antecedents
from ..knowledge import fold
from ..tree import Range, Tree
from .entity import Entity, Holding
from .naming import Names, state_entity
from .titles import owner


class Weights(NamedTuple):
    link: float
    cap: float  # of the evidence of links
    away: float
    subject: float
    source: float


# Who speaks goes on speaking, in the next sentence more than later; elsewhere the model's links know better.
SPEAKING = Weights(link=1.0, cap=4.0, away=0.35, subject=0.5, source=1.0)
ELSEWHERE = Weights(link=2.0, cap=8.0, away=0.1, subject=0.1, source=0.3)
Fits = Callable[[Entity], bool]
LOOK_BACK = 80  # mentions
OFFICES_BACK = 600  # mentions
RECENT = 400  # tokens: further back a pronoun does not look
_GENDERED = {"he": "male", "him": "male", "his": "male", "himself": "male",
             "she": "female", "her": "female", "hers": "female", "herself": "female"}  # fmt: skip
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_NEUTER = frozenset({"it", "its", "itself"})


class Resolver:
    """Finds the entities behind tokens of one article; what it makes on the way is kept in `names`."""

    def __init__(
        self, tree: Tree, names: Names, antecedents: Antecedents, sources: Iterable[Range], published: date | None
    ) -> None:
        self.tree, self.names, self.antecedents, self.published = tree, names, antecedents, published
        self._of: dict[int, tuple[Entity, ...]] = {}
        sources = list(sources)
        self._sources = {t for a, b in sources for t in range(a, b)}
        self._order: list[tuple[int, Entity]] = []  # mentions gone by, by token
        self._groups = self._joint_sources(sorted(set(sources)))

    def _joint_sources(self, sources: list[Range]) -> list[tuple[int, tuple[Entity, ...]]]:
        """Sources that name several people, with the token after each."""
        found = []
        for first, end in sources:
            people = dict.fromkeys(e for t in range(first, end) if (e := self.names.at.get(t)) and e.kind == "person")
            if len(people) > 1 and any(self.tree.lemmas[t] == "and" for t in range(first, end)):
                found.append((end, tuple(people)))
        return found

    def read(self) -> None:
        """Go through the article once: resolve pronouns and states that act, in order of the text."""
        tree = self.tree
        for token, lower in enumerate(map(str.lower, tree.words)):
            known = self.names.at.get(token)
            if known is not None:
                if self.names.ranges[token][0] == token:
                    self._order.append((token, known))
            elif lower in _GENDERED or lower in _PLURAL or (lower in _NEUTER and self._acts(token)):
                self._note(token, self._pronoun(token, lower), (token, token + 1))
            elif tree.pos[token] in ("NOUN", "PROPN") and lexicon.descriptions().find(lower):
                state = self._state_with_noun(token)
                if state is not None:
                    self._note(token, (state,), self._phrase(token))
            elif token in self.names.places and self._acts(token):
                self._note(token, self._capital(token), self.names.places[token])

    def _note(self, token: int, found: tuple[Entity, ...], span: Range) -> None:
        self._of[token] = found
        for entity in found:
            entity.add(Span(self.tree.starts[span[0]], self.tree.ends[span[1] - 1]), token)
            self._order.append((token, entity))

    def entities(self, head: int) -> tuple[Entity, ...]:
        """Whom the phrase headed by a token refers to; conjuncts are looked at by the caller."""
        if head in self._of:
            return self._of[head]
        found = self._resolve(head)
        self._of[head] = found
        span = self._phrase(head)
        for entity in found:
            entity.add(Span(self.tree.starts[span[0]], self.tree.ends[span[1] - 1]), head)
        return found

    def _resolve(self, head: int) -> tuple[Entity, ...]:
        tree, lower = self.tree, self.tree.words[head].lower()
        if head in self.names.at:
            return (self.names.at[head],)
        named = self._name_on(head)
        if named is not None:
            return (named,)
        if lower in _GENDERED or lower in _PLURAL or lower in _NEUTER:
            return self._pronoun(head, lower)
        if lower in ("who", "which") and (before := self._named_before(head)) is not None:
            return (before,)
        if lower in ("who", "which", "that") and tree.deps[tree.heads[head]].startswith("acl"):
            return self.entities(tree.heads[tree.heads[head]])
        if tree.pos[head] in ("PRON", "DET", "ADV"):
            return ()
        state = self._state_with_noun(head)
        if state is not None:
            return (state,)
        if (issuer := self._issuer(head)) is not None:
            return issuer
        if head in self.names.places:
            return self._capital(head) or self._place_acting(head)
        return self._described(head)

    def _named_before(self, head: int) -> Entity | None:
        """The name right before a relative pronoun, but for a comma."""
        at = head - 1
        while at > 0 and self.tree.pos[at] in ("PUNCT", "SPACE"):
            at -= 1
        return self.names.at.get(at)

    def _name_on(self, head: int) -> Entity | None:
        """ "Foreign Minister X" and "minister X" with the title as the head: the person's name hangs on it."""
        tree = self.tree
        for child in tree.all_children(head, "appos", "flat", "nmod", "compound"):
            entity = self.names.at.get(child)
            if entity is None or entity.kind != "person" or tree.child(child, "case") is not None:
                continue
            if not any(tree.tags[c] == "POS" for c in tree.children[child]):
                return entity
        known = lexicon.descriptions().find(tree.words[head])
        if known is not None and known.kind == "organisation" and not known.plural:  # "the X news agency"
            for child in tree.all_children(head, "compound", "appos", "flat", "nmod"):
                if tree.child(child, "case") is not None:
                    continue
                entity = self.names.at.get(child)
                if entity is not None and entity.kind == "organisation":
                    return entity
        return None

    def _issuer(self, head: int) -> tuple[Entity, ...] | None:
        """ "a statement from the ministry said": whoever issued the text speaks, not the text."""
        tree = self.tree
        if tree.lemmas[head].lower() not in lexicon.reporting().texts:
            return None
        for child in tree.all_children(head, "nmod"):
            if tree.deps[child] == "nmod:poss" or tree.case(child) in ("from", "by", "of", "signed by"):
                found = self.entities(child)
                if found:
                    return found
        issuer = self._choose(head, lambda e: e.kind in ("state", "organisation", "group"), least=0.0)
        return (issuer,) if issuer else None

    # -- states ---------------------------------------------------------------------------------------------

    def _state_with_noun(self, head: int) -> Entity | None:
        """ "Kazakh authorities", "the US side", "the new Roe administration"."""
        tree = self.tree
        known = lexicon.descriptions().find(tree.words[head])
        if known is None or not known.for_state:
            return None
        for child in tree.all_children(head, "amod", "compound", "nmod"):
            entity = self.names.at.get(child)
            if entity is not None and entity.kind == "state":
                return entity
            if entity is not None and entity.kind == "person":
                return self._state_led_by(entity)
            if (entity is None or entity.kind == "organisation") and tree.words[child][:1].isupper():
                text = tree.words[child]
                tables = knowledge.tables()
                state = tables.state_of_demonym(text) or tables.state_of_capital(text) or tables.state_named(text)
                if state is not None:
                    return state_entity(self.names, state.code)
                if not text.isupper() and (led := self._state_of_leader(text)) is not None:
                    return led
        return None

    def _state_led_by(self, person: Entity) -> Entity | None:
        for holding in person.holdings:
            if holding.of is not None and holding.of.kind == "state":
                return holding.of
        return self._state_of_leader(person.name.split()[-1])

    def _state_of_leader(self, surname: str) -> Entity | None:
        """By the table of leaders, those about to take office too: "the incoming Roe administration"."""
        if self.published is None:
            return None
        tables, day = knowledge.tables(), self.published
        coming = day.replace(year=day.year + 1, day=1)
        leaders = tables.leaders_surnamed(surname, day) or tables.leaders_surnamed(surname, coming)
        codes = {leader.country for leader in leaders if leader.country}
        return state_entity(self.names, codes.pop()) if len(codes) == 1 else None

    def _acts(self, token: int) -> bool:
        """Whether a token is who does something: a subject, "by X", or part of a source."""
        tree = self.tree
        if token in self._sources or tree.deps[token].partition(":")[0] == "nsubj":
            return True
        return tree.deps[token].startswith("obl") and tree.case(token) == "by"

    def _capital(self, token: int) -> tuple[Entity, ...]:
        first, end = self.names.places[token]
        if self.tree.case(token) not in ("", "by"):
            return ()
        text = self.tree.text[self.tree.starts[first] : self.tree.ends[end - 1]]
        found = knowledge.tables().metonyms(text)
        if len({type(f) for f in found}) != 1 and not any(hasattr(f, "code") for f in found):
            return ()
        state = knowledge.tables().state_of_capital(text)
        return (state_entity(self.names, state.code),) if state else ()

    def _place_acting(self, token: int) -> tuple[Entity, ...]:
        first, end = self.names.places[token]
        text = self.tree.text[self.tree.starts[first] : self.tree.ends[end - 1]]
        if token not in self._sources:
            return ()
        return (self.names.known("place", fold(text), Entity(text, "organisation")),)

    # -- descriptions ---------------------------------------------------------------------------------------

    def _described(self, head: int) -> tuple[Entity, ...]:
        """A common noun: the holder of an office, somebody spoken of before, or a source without a name."""
        tree = self.tree
        title = self._title(head)
        if title is not None:
            return (self._holder(head, *title),)
        definite = any(tree.words[c].lower() in ("the", "this", "that") for c in tree.all_children(head, "det"))
        possessed = tree.child(head, "nmod:poss") is not None
        if definite or possessed:
            known = self._spoken_of(head)
            if known is not None:
                return (known,)
        return (self._unnamed(head),)

    def _title(self, head: int) -> tuple[lexicon.Title, int, int] | None:
        """The office that a noun heads, with its first token and the token after it."""
        tree = self.tree
        first = min([head, *(c for c in tree.all_children(head, "amod", "compound", "nmod") if c < head)])
        words = [w.lower().replace(".", "") or w for w in tree.words[first : head + 9]]
        for start in range(head - first + 1):
            found = lexicon.offices().at(words, start)
            if found is not None and first + start <= head < first + found[1]:
                return found[0], first + start, first + found[1]
        return None

    def _holder(self, head: int, title: lexicon.Title, first: int, end: int) -> Entity:
        tree = self.tree
        of = owner(tree, self.names, first) or self._office_of(head)
        last = tree.words[head].lower()
        for _, entity in reversed(self._order[-OFFICES_BACK:]):
            if entity.kind not in ("person", "unnamed") or not entity.holdings:
                continue
            for holding in entity.holdings:
                same = holding.name == title.text or (of is None and last in holding.name.split())
                if same and (of is None or holding.of is of):
                    return entity
        if of is None and (known := self._spoken_of(head)) is not None:
            return known
        indefinite = any(tree.words[c].lower() in ("a", "an") for c in tree.all_children(head, "det"))
        label = tree.text[tree.starts[first] : tree.ends[end - 1]]
        name = " ".join(w[:1].upper() + w[1:] for w in label.split()) + (f" of {of.name}" if of else "")
        plural = tree.tags[head] in ("NNS", "NNPS")
        key = f"{title.text}/{id(of)}/{head if indefinite or not title.unique else ''}"
        evidence = Span(tree.starts[first], tree.ends[end - 1])
        made = Entity(name, "group" if plural else "unnamed", of.country if of else None, title.office.gender, plural)
        made.holdings.append(Holding(label, title.text, of, evidence, title.unique))
        made.anonymous = self._anonymous(head) or (indefinite and "spokes" not in title.text)
        made.reported = title.unique
        found = self.names.known("office", key, made)
        self._order.append((head, found))
        return found

    def _office_of(self, head: int) -> Entity | None:
        tree = self.tree
        for child in tree.all_children(head, "nmod"):
            if tree.case(child) in ("of", "for", "to", "at") or tree.deps[child] == "nmod:poss":
                found = self.names.at.get(child)
                if found is not None and found.kind != "person":
                    return found
                if child in self.names.places:
                    return next(iter(self._capital(child)), None)
        return None

    def _spoken_of(self, head: int) -> Entity | None:
        """Whom "the official", "the company", "the 54-year-old" mean, by the learned links and by recency."""
        noun = self.tree.words[head].lower()
        known = lexicon.descriptions().find(noun)
        plural = self.tree.tags[head] in ("NNS", "NNPS")
        if known is not None and known.kind == "organisation":
            back = reversed(self._order[-OFFICES_BACK:])
            named = (e for _, e in back if e.kind == "organisation" and noun in e.name.lower().split())
            found = next(named, None)
            if found is not None:
                return found
        wanted, gender = (known.kind, known.gender) if known else (None, None)
        if plural or (known is not None and known.kind != "person"):
            return self._choose(head, lambda e: _fits(e, wanted, gender, plural), least=1.0)
        least = 0.0 if known is not None else 1.5
        return self._choose(head, lambda e: _fits(e, "person", gender, False) and e.kind == "person", least)

    def _anonymous(self, head: int) -> bool:
        known = lexicon.descriptions().find(self.tree.words[head])
        return bool(known and known.anonymous)

    def _unnamed(self, head: int) -> Entity:
        first, end = self._phrase(head)
        text = " ".join(self.tree.text[self.tree.starts[first] : self.tree.ends[end - 1]].split())
        plural = self.tree.tags[head] in ("NNS", "NNPS")
        known = lexicon.descriptions().find(self.tree.words[head])
        kind = "organisation" if known and known.kind == "organisation" else "group" if plural else "unnamed"
        name = text[4:] if text.lower().startswith("the ") else text
        key = fold(name) if text.lower().startswith("the ") else f"{fold(name)}/{head}"
        made = Entity(name, kind, plural=plural, anonymous=self._anonymous(head))  # type: ignore[arg-type]
        made.reported = False
        if kind == "unnamed" and (tree_word := self.tree.words[first].lower()) in ("a", "an", "one"):
            made.anonymous = made.anonymous or tree_word == "one" or known is not None
        found = self.names.known("description", key, made)
        self._order.append((head, found))
        return found

    def _phrase(self, head: int) -> Range:
        """The words of a noun's phrase up to its head and what is close behind it, without clauses."""
        tree = self.tree
        tokens = [t for t in tree.subtree(head) if not self._behind_clause(t, head)]
        lead = ("PUNCT", "SPACE", "ADP", "SCONJ", "CCONJ", "VERB")
        first = next((t for t in tokens if tree.pos[t] not in lead and tree.words[t] != "to"), head)
        last = head
        for token in tokens:
            if token == last + 1 and tree.pos[token] not in ("PUNCT", "SPACE"):
                last = token
        return min(first, head), last + 1

    def _behind_clause(self, token: int, head: int) -> bool:
        at = token
        while at != head:
            if self.tree.deps[at].partition(":")[0] in ("acl", "appos", "conj", "parataxis", "punct", "advcl", "cc"):
                return True
            at = self.tree.heads[at]
        return False

    # -- pronouns -------------------------------------------------------------------------------------------

    def _pronoun(self, token: int, lower: str) -> tuple[Entity, ...]:
        if lower in _GENDERED:
            gender = _GENDERED[lower]
            found = self._choose(token, lambda e: _fits(e, "person", gender, False))
            if found is not None and found.gender is None:
                found.gender = gender
            return (found,) if found else ()
        if lower in _PLURAL and (together := self._together(token)):
            return together
        if lower in _PLURAL:
            found = self._choose(token, lambda e: e.kind != "person", least=0.0)
        else:
            found = self._choose(token, lambda e: e.kind in ("state", "organisation", "group"), least=0.5)
        return (found,) if found else ()

    def _together(self, token: int) -> tuple[Entity, ...]:
        """Several who spoke as one source shortly before: "they added"."""
        for end, found in reversed(self._groups):
            if end < token:
                return found if token - end < 80 else ()
        return ()

    def _choose(self, token: int, fits: Fits, least: float = -9.0) -> Entity | None:
        """The likeliest entity: the model's links, and how near, how often a subject or a speaker it was."""
        weights = SPEAKING if token in self._sources else ELSEWHERE
        links = self._links(token, weights.cap)
        tree, number = self.tree, self.tree.sentence[token]
        best: tuple[float, Entity] | None = None
        seen: set[int] = set()
        for at, entity in reversed(self._order[-LOOK_BACK:]):
            if token - at > RECENT:
                break
            if id(entity) in seen or at >= token or not fits(entity):
                continue
            seen.add(id(entity))
            subject = tree.deps[at].startswith("nsubj") or tree.deps[tree.heads[at]].startswith("nsubj")
            away = number - tree.sentence[at]
            score = weights.link * links.get(id(entity), 0.0) - weights.away * min(away, 8)
            score += weights.subject * subject + weights.source * (at in self._sources)
            if best is None or score > best[0] + 1e-9:
                best = (score, entity)
        return best[1] if best is not None and best[0] > least else None

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
        if token in self._of:
            return self._of[token]
        named = self._name_on(token)
        return (named,) if named else ()


def _fits(entity: Entity, kind: str | None, gender: str | None, plural: bool) -> bool:
    if kind == "person" and entity.kind not in ("person", "unnamed"):
        return False
    if kind in ("organisation", "group") and entity.kind not in ("organisation", "group", "state"):
        return False
    if gender and entity.gender and entity.gender != gender:
        return False
    return plural == entity.plural or entity.kind in ("organisation", "state", "group")
