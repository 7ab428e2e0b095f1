"""For whom an office is held, when that is said elsewhere: "Its chairman, X", "the court's president", "the minister".

Runs after pronouns and descriptions have been resolved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from .. import knowledge
from .entity import Entity, Holding
from .naming import place_entity, state_entity
from .nouns import is_personal
from .resolving import Resolver
from .scene import Scene
from .words import actor_words

NEAR = 120  # tokens: a state named so shortly before a title is its state when several are in the article
SETTING = 60  # tokens from "In Lima," to a title
MOSTLY = 0.75  # of the states named in an article that is about one of them
LINKS = ("of", "for", "at", "to", "with")


class Completer:
    """Fills in `of` where the article leaves it to be understood."""

    def __init__(self, scene: Scene, resolver: Resolver) -> None:
        self.scene, self.tree, self.names, self.resolver = scene, scene.tree, scene.names, resolver

    def run(self) -> None:
        people = [e for e in self.names.entities if e.kind in ("person", "unnamed")]
        for entity in people:
            for holding in entity.holdings:
                if holding.of is None and holding.at >= 0:
                    holding.of = self._possessor(holding) or self._led(holding)
        for entity in people:
            for holding in entity.holdings:
                if holding.of is None and holding.at >= 0:
                    holding.of = self._same_elsewhere(people, entity, holding) or self._understood(holding)
            if entity.country is None:
                entity.country = next((h.of.country for h in entity.holdings if h.of and h.of.country), None)

    # -- said beside the title ------------------------------------------------------------------------------

    def _possessor(self, holding: Holding) -> Entity | None:
        """The Y of "Y's chairman", "its chairman": some word of the title has a possessive that can be resolved."""
        tree = self.tree
        at = holding.at - 1
        while at > 0 and tree.pos[at] in ("ADJ", "PROPN", "NOUN", "NUM") and holding.at - at < 6:
            at -= 1
        before = at if at >= 0 and tree.tags[at] == "PRP$" else at - 1 if at > 0 and tree.tags[at] == "POS" else None
        beside = (c for t in self._title(holding) for c in tree.all_children(t, "nmod")
                  if tree.deps[c] == "nmod:poss" and c < t)  # fmt: skip
        for token in (before, *beside):
            for entity in self.resolver.entities(token) if token is not None else ():
                return self._body_of(entity, holding)
        return None

    def _title(self, holding: Holding) -> range:
        return self.tree.tokens(*holding.evidence)

    def _body_of(self, entity: Entity, holding: Holding) -> Entity | None:
        """ "his spokesman" is the person's, "his minister" that of the body that the person works for."""
        if entity.kind not in ("person", "unnamed") or is_personal(holding.name):
            return entity
        return next((h.of for h in entity.holdings if h.of is not None), None)

    def _led(self, holding: Holding) -> Entity | None:
        """The Y of "who chairs the Y" and of "chairman of the Y", where Y is a description."""
        tree = self.tree
        for token in self._title(holding):
            for child in tree.all_children(token, "obj", "nmod"):
                if child > token and (tree.deps[child] == "obj" or tree.case(child) in LINKS):
                    for entity in self.resolver.entities(child):
                        if entity.kind in ("organisation", "group", "state") or is_personal(holding.name):
                            return entity
        return None

    # -- understood -----------------------------------------------------------------------------------------

    def _same_elsewhere(self, people: list[Entity], entity: Entity, holding: Holding) -> Entity | None:
        """ "his spokeswoman … The spokeswoman, X": what was said of the unnamed holder holds for the named one."""
        if self.tree.words[max(0, holding.at - 1)].lower() != "the":
            return None
        found = {id(h.of): h.of for e in people if e.kind == "unnamed" and e is not entity
                 for h in e.holdings if h.name == holding.name and h.of is not None and h.at < holding.at}  # fmt: skip
        return next(iter(found.values())) if len(found) == 1 else None

    def _understood(self, holding: Holding) -> Entity | None:
        words = actor_words()
        last, name = holding.name.split()[-1], holding.name
        ends = {name, last, holding.name.split()[0], *holding.title.lower().split()[:1]}
        if name in words.local or last in words.local:
            return self._place(holding.at)
        body = words.body_of.get(name) or (words.body_of.get(last) if last not in words.of_state else None)
        if body is not None and (found := self._body(holding.at, body)) is not None:
            return found
        before = self.tree.words[max(0, holding.at - 1) : holding.at]
        named = [w.lower() for w in (*before, holding.title.split()[0]) if w.lower() in words.called]
        if named and (found := self._body(holding.at, named[0])) is not None:
            return found  # "union president X"
        if words.not_of_state.intersection(w.lower() for w in (*holding.title.split(), *before)):
            return None
        if holding.held_for == "state" or ends & words.of_state:
            return self._state(holding)
        return None

    def _state(self, holding: Holding) -> Entity | None:
        """The state that the article is about; where it is about several, the one that acted last before the title."""
        words = holding.title.lower().split()
        domestic = actor_words().domestic.intersection((holding.name, *words[-1:])) or "opposition" in words
        code = self.names.home if self._is_about_one() else self.names.here if domestic else None
        code = code or self._acting_in_words_of(holding) or self._set_in(holding) or self._acting_before(holding)
        code = code or self.names.here or self._last_before(holding.at)
        if code is None:
            return None
        return self._region(code) or state_entity(self.names, code)

    def _is_about_one(self) -> bool:
        codes = [code for _, code in self.names.states_near]
        return bool(codes) and codes.count(self.names.home or "") >= MOSTLY * len(codes)

    def _acting_before(self, holding: Holding) -> str | None:
        """Not a state whose only foreign minister, say, is somebody else."""
        others = {h.of.country for e in self.names.entities for h in e.holdings
                  if h is not holding and h.unique and h.name == holding.name and h.of is not None}  # fmt: skip
        near = self.names.states_near
        for token, code in reversed(near[: bisect_left(near, (holding.at, ""))]):
            if holding.at - token > NEAR:
                return None
            if code not in others and self.tree.relations[token] == "nsubj" and token in self.names.at:
                return code
        return None

    def _acting_in_words_of(self, holding: Holding) -> str | None:
        """ "Industry Minister X said Chad would pay": who acts in what a minister says, in the same sentence."""
        tree, near = self.tree, self.names.states_near
        end = tree.sentences[tree.sentence[holding.at]][1]
        for token, code in near[bisect_left(near, (holding.at, "")) :]:
            if token >= end:
                return None
            verb = tree.heads[token]
            if tree.deps[token] == "nsubj" and tree.deps[verb] == "ccomp" and holding.at < tree.heads[verb] < token:
                speaker = tree.child(tree.heads[verb], "nsubj")
                return code if speaker is not None and holding.at < speaker else None
        return None

    def _set_in(self, holding: Holding) -> str | None:
        """ "In Lima, the agency carried another version. It cited Interior Minister X"."""
        near = self.names.states_near
        for token, code in reversed(near[: bisect_left(near, (holding.at, ""))]):
            if holding.at - token > SETTING:
                return None
            first = self.tree.sentences[self.tree.sentence[token]][0]
            if self.tree.words[first] == "In" and token - first <= 2 and token in self.names.places:
                return code
        return None

    def _last_before(self, at: int) -> str | None:
        near = self.names.states_near
        index = bisect_left(near, (at, ""))
        return near[index - 1][1] if index and at - near[index - 1][0] <= NEAR else None

    def _region(self, code: str) -> Entity | None:
        """Where an article names only a part of a state, and that more than once, its ministers are that part's."""
        known = self.names.find("state", code)
        if known is not None and known.mentions:
            return None
        texts = [self.scene.text(*r) for r in dict.fromkeys(self.names.places.values())]
        tables = knowledge.tables()
        count = Counter(t for t in texts if (region := tables.region(t)) is not None and region.country == code)
        text, number = count.most_common(1)[0] if count else ("", 0)
        return self._placed(text) if number > 1 and 2 * number > count.total() else None

    def _place(self, at: int) -> Entity | None:
        """The place named last before a mayor, else the first of the article."""
        ranges = sorted(set(self.names.places.values()))
        before = [r for r in ranges if r[0] < at and not self._is_dateline(r)]
        return self._placed(self.scene.text(*before[-1])) if before else None

    def _is_dateline(self, place: tuple[int, int]) -> bool:
        return self.scene.text(*place).isupper()

    def _placed(self, text: str) -> Entity:
        made = place_entity(self.names, text)
        for first, end in set(self.names.places.values()):
            if self.scene.text(first, end) == text and not made.mentions:
                self.scene.note(first, (made,), (first, end))
        return made

    def _body(self, at: int, noun: str) -> Entity | None:
        """The body named last before a title, by what it is called where that is known."""
        for token, entity in self.scene.history.before(at, NEAR):
            if entity.kind != "organisation" or self.names.is_outlet(entity):
                continue
            if noun == "*" and at - token > NEAR:
                return None
            if (noun == "*" and entity.reported) or noun in entity.name.lower().split():
                return entity
        return None
