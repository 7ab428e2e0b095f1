"""Somebody told of again in other words: "the Vermont senator", "the businessman", "the network"."""

from __future__ import annotations

from collections.abc import Iterator

from .. import knowledge, lexicon
from ..knowledge import fold
from .antecedents import likeliest
from .entity import Entity
from .scene import Scene, fits
from .traits import Traits
from .words import actor_words

FAR = 300  # mentions
CALLED = 2.0  # how much likelier a body is meant by a noun that stood beside its name
BESIDE = ("appos", "flat")
OF_A_SORT = 1.0  # how much likelier "the agency" is a body called Office or Bureau; and how much less a Union
_OUTLETS = {
    "agency": {"agency"}, "newspaper": {"newspaper"}, "paper": {"newspaper"}, "daily": {"newspaper"},
    "broadcaster": {"broadcaster", "network"}, "channel": {"broadcaster", "network"}, "station": {"broadcaster"},
    "network": {"broadcaster", "network"}, "magazine": {"magazine"}, "weekly": {"magazine", "newspaper"},
    "website": {"site", "newspaper", "magazine"}, "site": {"site"}, "publication": {"newspaper", "magazine", "site"},
    "outlet": {"agency", "newspaper", "magazine", "broadcaster", "site", "network"},
}  # fmt: skip


class Again:
    """Knows people again by what the article told of them, and bodies by what they are called."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.tree = scene, scene.tree
        self.traits = Traits(scene.tree, scene.names)
        self._beside: dict[int, set[str]] = {}  # by entity: nouns that stand beside its name
        for token, entity in scene.names.at.items():
            if entity.kind == "organisation":
                self._beside.setdefault(id(entity), set()).update(self._nouns_beside(token))

    def _nouns_beside(self, token: int) -> Iterator[str]:
        """ "Douro Cais, the company that runs the terminal", "the broadcaster Radio Nord"."""
        tree = self.tree
        beside = [*tree.all_children(token, "appos"), *([tree.heads[token]] if tree.deps[token] in BESIDE else [])]
        yield from (tree.lemmas[t].lower() for t in beside if tree.pos[t] == "NOUN")

    # -- people ---------------------------------------------------------------------------------------------

    def by_traits(self, head: int, gender: str | None) -> Entity | None:
        """Who is known by all that a definite phrase tells: the only one, or the latest where it tells much."""
        told = self._told(head)
        if not told or "the" not in self.scene.determiners(head):
            return None
        found: dict[int, Entity] = {}
        for _, entity in self.scene.history.before(head, FAR):
            if entity.kind == "person" and fits(entity, "person", gender, False) and self.traits.fits(entity, told):
                found.setdefault(id(entity), entity)
        return next(iter(found.values())) if len(found) == 1 or (found and len(told) > 1) else None

    def somebody(self, head: int, gender: str | None, least: float) -> Entity | None:
        """The likeliest person for a phrase, where the model's links or nearness speak for one, by that much."""
        told = self._told(head)

        def may_be(entity: Entity) -> bool:
            return fits(entity, "person", gender, False) and not self.traits.speaks_against(entity, told)

        if self.scene.choose(head, may_be, least) is None:
            return None
        return likeliest(self.tree, head, gender or "", self.scene.candidates(head, may_be))

    def is_told_again(self, head: int, of: Entity | None) -> bool:
        """ "the Vermont senator" is somebody spoken of; "the senator of Vermont", "its senator" may be new."""
        possessed = any(c > head or self.tree.deps[c] != "nmod" for c in self.tree.all_children(head, "nmod"))
        somewhere = of is None or knowledge.tables().region(of.name) is not None or "party" in of.name.lower().split()
        return "the" in self.scene.determiners(head) and somewhere and not possessed

    def tells_more(self, head: int, entity: Entity) -> bool:
        """Whether a phrase tells more than is known of somebody without a name: then it is somebody else."""
        told = set(self._told(head))
        return len(told) > 1 and not told <= set(self.traits.words(self._tokens(entity)))

    def _tokens(self, entity: Entity) -> list[int]:
        return [t for span in entity.mentions for t in self.tree.tokens(*span)]

    def _told(self, head: int) -> list[str]:
        first, _ = self.scene.phrase(head)
        return self.traits.words(range(first, head + 1))

    # -- bodies ---------------------------------------------------------------------------------------------

    def may_be(self, entity: Entity, noun: str) -> bool:
        """An outlet, whose name may stand in the dateline only, is no union and no company, a newspaper no network.

        A company is no ministry, people are no union, no state is a federation of anglers, and only states and places
        have a government.
        """
        if entity.kind == "state":
            return _may_be_a_state(noun)
        if noun in actor_words().rule:
            return self._is_place(entity)
        if entity.plural or not self._may_be_called(entity, noun):
            return False
        if not self.scene.names.is_outlet(entity):
            return not self._is_place(entity) or noun in actor_words().places
        kinds, outlet = _OUTLETS.get(noun), knowledge.tables().outlet(entity.name)
        return kinds is not None and (outlet is None or outlet.kind in kinds)

    def _is_place(self, entity: Entity) -> bool:
        return self.scene.names.find("place", fold(entity.name)) is entity

    def _may_be_called(self, entity: Entity, noun: str) -> bool:
        """Whether a noun that bodies bear in their names stands in a body's name, or another for the same.

        No union is called "the company", no council "the union", and Basra Cement not "the bureau".
        """
        words, last = actor_words(), fold(entity.name).rpartition(" ")[2]
        if noun in words.firms and last in words.no_firms:
            return False
        alike = {noun, *words.called.get(noun, "").split()}
        if noun in words.no_firms and (entity.name.islower() or last in words.companies):
            return bool(alike.intersection(fold(entity.name).split()))
        if noun not in words.named_so or entity.name.isupper() or not self.scene.names.is_of_article(entity):
            return True
        return bool(alike.intersection(entity.name.lower().replace("’s", "").split()))

    def sounds(self, entity: Entity, noun: str) -> float:
        """How a body's name, and what the article has called it, speak for or against its being called by a noun."""
        return CALLED * (noun in self._beside.get(id(entity), ())) + self._by_name(entity, noun)

    def _by_name(self, entity: Entity, noun: str) -> float:
        called = actor_words().called
        if noun not in called:
            return 0.0
        name = set(entity.name.lower().split())
        if name & set(called[noun].split()):
            return OF_A_SORT
        return -OF_A_SORT if any(name & set(words.split()) for words in called.values()) else 0.0


def _may_be_a_state(noun: str) -> bool:
    """Whether a state, or what acts for the whole of it, is called so."""
    words, known = actor_words(), lexicon.descriptions().find(noun)
    named = noun in words.rule or noun in words.lands or noun in words.places or noun in words.organs
    return named or known is None or known.for_state
