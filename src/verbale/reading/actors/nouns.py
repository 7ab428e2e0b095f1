"""Whom common nouns mean: "the Kazakh foreign minister", "the official", "both companies", "her Kenyan counterpart"."""

from __future__ import annotations

from collections.abc import Callable

from verbale.record import Span

from .. import knowledge, lexicon
from ..knowledge import fold
from .again import Again
from .entity import Entity, Holding, usual_name
from .naming import state_entity
from .newcomers import Newcomers
from .organs import is_organ
from .scene import LOOK_BACK, Scene, fits
from .titles import Line, owner
from .words import actor_words

OFFICES_BACK = 300  # mentions
LINKED = 1.0  # a score that nearness alone does not reach
FAIR = 0.5  # a score that takes a link, or a name that sounds alike
STRONG = 2.0  # a score that only links of the model reach
_OURS = frozenset({"my", "our", "your"})
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}
Refer = Callable[[int], tuple[Entity, ...]]


class Nouns:
    """Resolves nouns of one scene; `refer` tells whom another token refers to."""

    def __init__(self, scene: Scene, refer: Refer) -> None:
        self.scene, self.tree, self.names, self.refer = scene, scene.tree, scene.names, refer
        self.again, self.new = Again(scene), Newcomers(scene, self._office_of)
        self._named: dict[str, list[tuple[Entity, Holding]]] = {}
        for entity in scene.names.entities:
            for holding in entity.holdings:
                self._named.setdefault(holding.name, []).append((entity, holding))

    def described(self, head: int) -> tuple[Entity, ...]:
        """The holder of an office, somebody spoken of before, several of them, or somebody new without a name.

        Nobody is meant by "no engineer" and "any delay", nor by things unless they are sources.
        """
        tree = self.tree
        if self.scene.determiners(head) & actor_words().nobody:
            return ()
        if (named := self._named_before(head) or self._in_short(head)) is not None:
            return (named,)
        if any(tree.words[c].lower() in _OURS for c in tree.all_children(head, "nmod")):
            return (self.new.described(head),) if self._is_somebody(head) and not self._is_states(head) else ()
        if several := self._several(head):
            return several
        title = self._title(head)
        if title is not None:
            return self._holders(head, *title)
        if (whole := self._whole(head) or self._own_side(head)) is not None:
            return (whole,)
        known = self._spoken_of(head) if self._is_definite(head) else None
        if known is not None and self._may_belong(head, known):
            return (known,)
        return (self.new.described(head),) if self._is_somebody(head) else ()

    def _named_before(self, head: int) -> Entity | None:
        """ "The Greens, the junior partner in the coalition": the name to which a phrase stands in apposition."""
        name = self.tree.heads[head]
        if self.tree.deps[head] != "appos" or name not in self.names.at:
            return None
        end, first = self.names.ranges[name][1], self.scene.phrase(head)[0]
        return self.names.at[name] if self.tree.words[end:first] == [","] else None

    def _in_short(self, head: int) -> Entity | None:
        """ "The Front", "the Department": the body whose name ends or begins so, the one spoken of last."""
        tree, noun = self.tree, fold(self.tree.words[head])
        bare = all(tree.deps[c] in ("det", "punct", "case") for c in tree.children[head])
        if not tree.words[head].istitle() or not bare or "the" not in self.scene.determiners(head):
            return None
        before = (entity for _, entity in self.scene.history.before(head, OFFICES_BACK))
        later = (self.names.organisations_by_last.get(noun), self.names.find("organisation", noun))
        return next((e for e in (*before, *later) if e is not None and self._is_long_for(e, noun)), None)

    def _is_long_for(self, entity: Entity, noun: str) -> bool:
        words = fold(entity.name).split()
        if entity.kind != "organisation" or not words or self.names.is_outlet(entity):
            return False
        return words[-1] == noun or (words[0] == noun and words[1] in ("of", "for"))

    def _is_states(self, head: int) -> bool:
        """ "our delegation": whose, only the speaker knows."""
        known = lexicon.descriptions().find(self.tree.words[head])
        return known is not None and known.for_state

    def _whole(self, head: int) -> Entity | None:
        """ "Drennick's board" is Drennick, "her government" and "the country" are a state."""
        noun, words = self.tree.words[head].lower(), actor_words()
        if noun not in words.within and noun not in words.rule:
            return None
        owner = next((c for c in self.tree.all_children(head, "nmod") if self.tree.deps[c] == "nmod:poss"), None)
        owner = owner or next((c for c in self.tree.all_children(head, "nmod") if self.tree.case(c) == "of"), None)
        whose = next(iter(self.refer(owner)), None) if owner is not None else None
        if noun in words.within:
            return whose if whose is not None and whose.kind == "organisation" else None
        return self._state(head, whose)

    def _own_side(self, head: int) -> Entity | None:
        """ "his group", "her faction": somebody's own body, where it is known, else who speaks for it."""
        if self.tree.words[head].lower() not in actor_words().sides:
            return None
        owner = next((c for c in self.tree.all_children(head, "nmod") if self.tree.tags[c] == "PRP$"), None)
        whose = next(iter(self.refer(owner)), None) if owner is not None else None
        if whose is None or whose.kind != "person":
            return None
        bodies = {id(h.of): h.of for h in whose.holdings if h.of is not None and h.of.kind == "organisation"}
        return next(iter(bodies.values())) if len(bodies) == 1 else whose

    def _state(self, head: int, whose: Entity | None) -> Entity | None:
        """The state of somebody, else the likeliest one spoken of, else the one that the article is about."""
        if whose is not None:
            states = (h.of for h in whose.holdings if h.of is not None and h.of.kind == "state")
            found = whose if whose.kind == "state" else next(states, None)
            rules = whose.kind == "person" and self.names.here and any(h.unique for h in whose.holdings)
            return found or (state_entity(self.names, self.names.here or "") if rules else None)
        if not self._is_definite(head) or self.tree.child(head, "amod", "compound", "nmod") is not None:
            return None
        noun, here = self.tree.words[head].lower(), self.names.here
        linked = self.scene.choose(head, lambda e: self.again.may_be(e, noun), LINKED)
        if linked is not None or here is None:
            return linked or self.scene.choose(head, lambda e: self.again.may_be(e, noun))
        return state_entity(self.names, here)

    def _is_somebody(self, head: int) -> bool:
        """Whether a noun can be an actor: people, bodies and names, and whatever is said to say something."""
        tree = self.tree
        if head in self.scene.sources or tree.pos[head] == "PROPN" or is_organ(tree, head):
            return True
        if lexicon.descriptions().find(tree.words[head]) is not None:
            return True
        return tree.deps[head] == "nsubj" and tree.lemmas[tree.heads[head]] in lexicon.reporting().human

    def _is_definite(self, head: int) -> bool:
        definite = self.scene.determiners(head) & {"the", "this", "that", "these", "those"}
        return bool(definite) or self.tree.child(head, "nmod:poss") is not None

    def _may_belong(self, head: int, entity: Entity) -> bool:
        """ "the teachers' union" is no union but one of teachers, "the weather office" no Workers' Front; "Germany's
        federation" and "the German federation" are not the Danish one."""
        tree, name = self.tree, fold(entity.name)
        owner, kinds = tree.child(head, "nmod:poss"), actor_words().no_firms
        of = (tree.lemmas[c] for c in tree.all_children(head, "compound") if tree.pos[c] == "NOUN")
        plain = owner is None or tree.lemmas[head] in kinds  # "the court's press office" is the court's
        if plain and name.rpartition(" ")[2] in kinds and not all(word in name for word in of):
            return False
        owner = owner or next((c for c in tree.all_children(head, "amod") if c in self.names.at), None)
        if owner is None:
            return True
        if tree.pos[owner] == "NOUN":
            return tree.lemmas[owner].lower() in name
        first = entity.name.partition(" ")[0].removesuffix("'s").removesuffix("’s")
        state, named = self.names.at.get(owner), knowledge.tables().state_of(first)
        return state is None or named is None or state.country in (None, named.code)

    # -- offices --------------------------------------------------------------------------------------------

    def _title(self, head: int) -> tuple[lexicon.Title, int, int] | None:
        """The office that a noun heads, with its first token and the token after it."""
        tree = self.tree
        left = (c for c in tree.all_children(head, "amod", "compound", "nmod", "punct") if head - 12 < c < head)
        first = min([head, *left])
        line = Line.of(tree, first, min(head + 9, len(tree.words)))
        if head in line.tokens and self.scene.is_plural(head):
            line.words[line.tokens.index(head)] = tree.lemmas[head].lower()
        for start in range(len(line.tokens)):
            if line.tokens[start] > head:
                return None
            found = line.title(start)
            if found is not None and found[1] <= head < found[2]:
                return found[:3]
        return None

    def _holders(self, head: int, title: lexicon.Title, first: int, end: int) -> tuple[Entity, ...]:
        of = owner(self.tree, self.names, first) or self._office_of(head)
        states = self._states_joined(first) if self.scene.is_plural(head) else []
        if len(states) > 1:  # "the Russian and Chinese ambassadors"
            return tuple(self._holder(head, title, first, end, state, plural=False) for state in states)
        return (self._holder(head, title, first, end, of, plural=self.scene.is_plural(head)),)

    def _states_joined(self, first: int) -> list[Entity]:
        found: list[Entity] = []
        at = first - 1
        while at >= 0 and len(found) < 6:
            entity = self.names.at.get(at)
            if entity is not None and entity.kind == "state":
                found.insert(0, entity)
                at = self.names.ranges[at][0]
            elif self.tree.words[at].lower() not in ("and", ","):
                break
            at -= 1
        return found

    def _office_of(self, head: int, possessed: bool = False) -> Entity | None:
        """For whom an office is held; of "her counterpart at Y" that is told by "at Y" (`possessed`)."""
        tree = self.tree
        for child in tree.all_children(head, "nmod"):
            if possessed and tree.deps[child] == "nmod:poss":
                continue
            if tree.case(child) not in ("of", "for", "to", "at", "with") and tree.deps[child] != "nmod:poss":
                continue
            for entity in self.refer(child):
                if entity.kind != "unnamed":
                    return entity
        return None

    def _holder(self, head: int, title: lexicon.Title, first: int, end: int, of: Entity | None, plural: bool) -> Entity:
        if not plural and not self.new.is_new(head, title):
            found = self._holding(head, title, of) or self.again.by_traits(head, title.office.gender)
            if found is None and of is None and not title.unique:
                found = self._spoken_of(head)
            if found is None and not title.unique and self.again.is_told_again(head, of):
                found = self.again.somebody(head, title.office.gender, -1.0 if head in self.scene.sources else 0.0)
            if found is None and (of is None or not (title.unique or (of.reported and of.kind == "organisation"))):
                found = self.again.somebody(head, title.office.gender, STRONG)
            if found is not None:
                return found
        return self.new.holder(head, title, (first, end), of, plural)


    def _holding(self, head: int, title: lexicon.Title, of: Entity | None) -> Entity | None:
        """The latest holder, else one named further on."""
        for _, entity in self.scene.history.before(head, OFFICES_BACK):
            if entity.kind not in ("person", "unnamed") or not _can_serve(entity, of):
                continue
            if entity.kind == "unnamed" and self.again.tells_more(head, entity):
                continue
            if any(h.answers_to(title, of) for h in entity.holdings):
                return entity
        if not title.unique:
            return None
        later = {
            id(e): e
            for e, h in self._named.get(usual_name(title), ())
            if h.answers_to(title, of) and not h.lesser and not (of is not None and h.of is None and self._is_owned(h))
        }
        return next(iter(later.values())) if len(later) == 1 else None

    def _is_owned(self, holding: Holding) -> bool:
        """ "Its minister, X": for whom is told, though not known yet."""
        return holding.at > 0 and self.tree.tags[holding.at - 1] in ("PRP$", "POS")

    def counterpart(self, head: int) -> Entity | None:
        """ "her Kenyan counterpart(, X)": who holds the office of "her" for Kenya."""
        tree = self.tree
        whose = next((e for c in tree.all_children(head, "nmod") if tree.deps[c] == "nmod:poss"
                      for e in self.refer(c) if e.holdings), None)  # fmt: skip
        of = owner(tree, self.names, head, possessed=True) or self._office_of(head, possessed=True)
        bearer = self.scene.name_on(head) or self._beside(head)
        of = None if of is not None and of.kind in ("person", "unnamed") else of
        if whose is None:
            return None
        model = whose.holdings[0]
        evidence = Span(tree.starts[head], tree.ends[head])
        office = Holding(model.title, model.name, of, evidence, model.unique, head, model.held_for, model.lesser)
        bearer = bearer or (self._same_for(head, model, of) if of is not None else None)
        if bearer is None or bearer is whose:
            if of is None:
                return None
            name = " ".join(w[:1].upper() + w[1:] for w in model.title.split())
            made = Entity(f"{name} of {of.name}", "unnamed", of.country)
            bearer = self.names.known("office", f"{model.name}/{id(of)}/", made)
        if not any(h.name == office.name for h in bearer.holdings):
            bearer.holdings.append(office)
        return bearer

    def _same_for(self, head: int, model: Holding, of: Entity) -> Entity | None:
        """Who holds an office like another's for a state or body, by what was said so far."""
        for _, entity in self.scene.history.before(head, LOOK_BACK):
            for held in entity.holdings:
                alike = _sexless(held.name) == _sexless(model.name) and held is not model
                if alike and (held.of is None or (of.country and held.of.country == of.country) or held.of is of):
                    return entity
        return None

    def _beside(self, head: int) -> Entity | None:
        for at in range(head + 1, min(head + 4, len(self.tree.words))):
            entity = self.names.at.get(at)
            if entity is not None and entity.kind == "person":
                return entity
            if self.tree.words[at] != ",":
                return None
        return None

    # -- spoken of before -----------------------------------------------------------------------------------

    def _several(self, head: int) -> tuple[Entity, ...]:
        """ "the two ministers", "both companies": as many of that kind as are told, those spoken of last."""
        if not self.scene.is_plural(head):
            return ()
        tree, words = self.tree, self.scene.determiners(head)
        told = words | {tree.words[c].lower() for c in tree.all_children(head, "nummod", "amod")}
        number = next((_NUMBERS[w] for w in sorted(told) if w in _NUMBERS), 0)
        if number == 0 and "the" in words and (together := self._together(head)):
            return together
        if number == 0 or not (words & {"the", "both", "these", "those"} or "both" in told):
            return ()
        noun = tree.lemmas[head].lower()
        named: dict[int, Entity] = {}
        others: dict[int, Entity] = {}
        known = lexicon.descriptions().find(tree.words[head])
        for _, entity in self.scene.history.before(head, LOOK_BACK):
            if entity.plural or not self._is_sort(entity, known):
                continue
            called = noun in fold(entity.name).split() or any(noun in h.name.split() for h in entity.holdings)
            (named if called else others).setdefault(id(entity), entity)
        found = list(named.values())[:number]
        if len(found) < number and (known is None or known.kind != "person" or not found):
            found = list({**named, **others}.values())[:number]
        found.sort(key=lambda e: min(e.mentions) if e.mentions else Span(0, 0))
        return tuple(found) if len(found) == number else ()

    def _together(self, head: int) -> tuple[Entity, ...]:
        """ "the companies" after "A and B said": bodies that spoke together before."""
        known = lexicon.descriptions().find(self.tree.words[head])
        if self.tree.child(head, "amod", "compound", "nmod", "acl") is not None:
            return ()
        if known is None or known.kind != "organisation":
            return self._holders_alike(self.tree.lemmas[head].lower())
        joint = (found for _, found in reversed(self.scene.spoke) if len(found) > 1)
        return next((found for found in joint if all(self._is_sort(e, known) for e in found)), ())

    def _holders_alike(self, noun: str) -> tuple[Entity, ...]:
        """ "the ministers": the two people of whom the article says so."""
        found = {id(e): e for held in self._named.values() for e, h in held
                 if e.kind == "person" and e.last >= 0 and noun in h.name.split() and not h.lesser}  # fmt: skip
        return tuple(found.values()) if len(found) == 2 else ()

    def _is_sort(self, entity: Entity, known: lexicon.Description | None) -> bool:
        if known is None or known.kind == "person":
            return entity.kind in ("person", "unnamed")
        if known.for_state:
            return entity.kind == "state"
        return entity.kind == "organisation" and not self.names.is_outlet(entity)

    def _spoken_of(self, head: int) -> Entity | None:
        """Whom "the official", "the company", "the 54-year-old" mean, by the learned links and by recency."""
        noun = self.tree.words[head].lower()
        known = lexicon.descriptions().find(noun)
        plural = self.scene.is_plural(head)
        wanted, gender = (known.kind, known.gender) if known else (None, None)
        if wanted == "organisation" and not plural:
            named = self.scene.choose(
                head, lambda e: fits(e, wanted, gender, plural) and self.again.may_be(e, noun), FAIR,
                lambda e: self._sounds(e, noun),
            )
            return named or self._called(head, noun, wanted)
        called = self._called(head, noun, wanted)
        if called is not None:
            return called
        if plural or (known is not None and known.kind != "person"):
            return self.scene.choose(head, lambda e: fits(e, wanted, gender, plural), least=1.0)
        least = 0.0 if known is not None else 1.5
        return self.again.by_traits(head, gender) or self.again.somebody(head, gender, least)

    def _sounds(self, entity: Entity, noun: str) -> float:
        return 2.0 * (entity.reported and noun in entity.name.lower().split()) + self.again.sounds(entity, noun)

    def _called(self, head: int, noun: str, wanted: str | None) -> Entity | None:
        """ "the committee" after "Parliament's health committee", "the diplomat" after "a Danish diplomat"."""
        kinds: tuple[str, ...] = ("organisation", "group")
        if wanted == "person":
            kinds = ("group",) if self.scene.is_plural(head) else ("unnamed",)
        back = OFFICES_BACK if wanted == "organisation" else LOOK_BACK
        for _, entity in self.scene.history.before(head, back):
            if entity.kind in kinds and noun in entity.name.lower().split():
                return entity
        return None


def _can_serve(entity: Entity, of: Entity | None) -> bool:
    """Not somebody who is known to serve another state only."""
    countries = {h.of.country for h in entity.holdings if h.of is not None and h.of.country}
    return of is None or of.country is None or not countries or of.country in countries


def _sexless(office: str) -> str:
    """ "spokeswoman" and "spokesman" are one office."""
    return office.replace("woman", "person").replace("man", "person")


def is_personal(office: str) -> bool:
    """Whether an office is held for a person as well as for a body: a spokesman's, a lawyer's."""
    return any(word in actor_words().personal for word in office.split())
