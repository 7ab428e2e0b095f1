"""States that act under other names: "Kazakh authorities", "the US side", "the Roe administration", "Ankara"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .. import knowledge, lexicon
from ..knowledge import fold
from .entity import Entity
from .naming import Names, place_entity, state_entity
from .scene import Scene


def state_with_noun(scene: Scene, head: int) -> Entity | None:
    """ "Kazakh authorities", "the US side", "the new Roe administration"."""
    tree, at = scene.tree, scene.names.at
    known = lexicon.descriptions().find(tree.words[head])
    if known is None or not known.for_state:
        return None
    for child in tree.all_children(head, "amod", "compound", "nmod"):
        entity = at.get(child)
        if entity is not None and entity.kind == "state":
            return entity
        if entity is not None and entity.kind == "person":
            return _state_led_by(scene, entity)
        if (entity is None or entity.kind == "organisation") and tree.words[child][:1].isupper():
            found = _state_by_word(scene, tree.words[child])
            if found is not None:
                return found
    return None


def _state_by_word(scene: Scene, text: str) -> Entity | None:
    tables = knowledge.tables()
    state = tables.state_of_demonym(text) or tables.state_of_capital(text) or tables.state_named(text)
    if state is not None:
        return state_entity(scene.names, state.code)
    return None if text.isupper() else _state_of_leader(scene.names, text, scene.published)


def _state_led_by(scene: Scene, person: Entity) -> Entity | None:
    for holding in person.holdings:
        if holding.of is not None and holding.of.kind == "state":
            return holding.of
    return _state_of_leader(scene.names, person.surname, scene.published)


def _state_of_leader(names: Names, surname: str, published: date | None) -> Entity | None:
    """By the table of leaders, those about to take office too: "the incoming Roe administration"."""
    if published is None:
        return None
    tables = knowledge.tables()
    coming = published.replace(year=min(published.year + 1, date.max.year), day=1)
    leaders = tables.leaders_surnamed(surname, published) or tables.leaders_surnamed(surname, coming)
    codes = {leader.country for leader in leaders if leader.country}
    return state_entity(names, codes.pop()) if len(codes) == 1 else None


def capital(scene: Scene, token: int) -> tuple[Entity, ...]:
    """The state whose capital a place is, unless it is only where something happens."""
    first, end = scene.names.places[token]
    if scene.tree.case(token) not in ("", "by"):
        return ()
    text = scene.text(first, end)
    if (code := scene.names.capitals.get(fold(text))) is not None:
        return (state_entity(scene.names, code),)
    found = knowledge.tables().metonyms(text)
    if (body := _seated(scene, found)) is not None:
        return (body,)
    if len({type(f) for f in found}) != 1 and not any(hasattr(f, "code") for f in found):
        return ()
    state = knowledge.tables().state_of_capital(text)
    return (state_entity(scene.names, state.code),) if state else ()


def _seated(scene: Scene, found: Iterable[object]) -> Entity | None:
    """ "Brussels" in an article about the European Union that does not name Belgium."""
    if any(isinstance(f, knowledge.State) and _is_named(scene.names.find("state", f.code)) for f in found):
        return None
    bodies = (scene.names.find("body", f.name) for f in found if isinstance(f, knowledge.Body))
    return next((body for body in bodies if _is_named(body)), None)


def _is_named(entity: Entity | None) -> bool:
    return entity is not None and bool(entity.mentions)


def place_acting(scene: Scene, token: int) -> tuple[Entity, ...]:
    """A place that is no capital, where it is a source: "Manitoba said"."""
    return (place_entity(scene.names, scene.text(*scene.names.places[token])),) if token in scene.sources else ()
