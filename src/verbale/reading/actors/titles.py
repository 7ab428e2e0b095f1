"""Offices beside names: "Russian Foreign Minister X", "X, a spokesman for Y", "Y's minister X", "X, who heads Y"."""

from __future__ import annotations

from verbale.record import Span

from .. import knowledge, lexicon
from ..tree import Tree
from .entity import Entity, Holding
from .naming import Names, state_entity

REACH = 16
_LINKS = frozenset({"of", "for", "to", "at", "with", "in", "from"})
_LEADS = {"head": "head", "lead": "leader", "chair": "chair", "run": "head", "direct": "director"}


def find_offices(tree: Tree, names: Names) -> None:
    """Add to every person the offices that stand beside its names."""
    done: set[tuple[int, int]] = set()
    for token, entity in list(names.at.items()):
        span = names.ranges[token]
        if entity.kind != "person" or span in done:
            continue
        done.add(span)
        for holding in (_before(tree, names, span[0]), _after(tree, names, span[1])):
            if holding is not None and not _held(entity, holding):
                entity.holdings.append(holding)
                gender = _gender_of(holding)
                entity.gender = entity.gender or gender
    for entity in names.entities:
        if entity.kind == "person" and entity.country is None:
            entity.country = next((h.of.country for h in entity.holdings if h.of is not None and h.of.country), None)


def _held(entity: Entity, new: Holding) -> bool:
    for old in entity.holdings:
        if old.name == new.name and (old.of is new.of or new.of is None):
            return True
        if old.name == new.name and old.of is None:
            old.of, old.title, old.evidence = new.of, new.title, new.evidence
            return True
    return False


def _gender_of(holding: Holding) -> str | None:
    title = lexicon.offices().find(holding.name)
    return title.office.gender if title else None


def _words(tree: Tree, first: int, end: int) -> list[str]:
    return [w.lower().replace(".", "") or w for w in tree.words[first:end]]


def _before(tree: Tree, names: Names, name: int) -> Holding | None:
    """A title that ends right before a name, perhaps with "of Y" or a comma between."""
    low = max(tree.sentences[tree.sentence[name]][0], name - REACH)
    words = _words(tree, low, name)
    for start in range(len(words)):
        found = lexicon.offices().at(words, start)
        if found is None:
            continue
        title, stop = found
        of = _link(tree, names, low + stop, name)
        if of is None and not _reaches(tree, low + stop, name):
            continue
        end = low + stop
        return _holding(tree, names, title, low + start, end, of[0] if of else None)
    return None


def _reaches(tree: Tree, end: int, name: int) -> bool:
    """Nothing but a comma or a form of address between a title and a name."""
    between = tree.words[end:name]
    return len(between) <= 1 and all(w in (",", "-") or lexicon.honorifics().find(w) for w in between)


def _link(tree: Tree, names: Names, at: int, limit: int) -> tuple[Entity, int] | None:
    """The Y of "of Y" right after a title: the entity and the token after it; up to `limit`."""
    if at >= limit or tree.words[at].lower() not in _LINKS:
        return None
    for token in range(at + 1, min(at + 7, limit)):
        if token in names.at and names.at[token].kind != "person":
            end = names.ranges[token][1]
            rest = _reaches(tree, end, limit) or limit - end > 0
            return (names.at[token], end) if rest else None
        if token in names.places or tree.pos[token] in ("VERB", "PUNCT", "AUX"):
            return None
    return None


def _after(tree: Tree, names: Names, end: int) -> Holding | None:
    """A title in apposition after a name: ", a spokesman for Y," and ", who heads Y,"."""
    if end >= len(tree.words) or tree.words[end] not in (",", "(", "–", "—"):
        return None
    high = min(tree.sentences[tree.sentence[end]][1], end + REACH)
    words = _words(tree, end + 1, high)
    if words[:1] == ["who"] and len(words) > 1 and tree.lemmas[end + 2] in _LEADS:
        return _leading(tree, names, end + 2, high)
    for start in range(min(len(words), 9)):
        if words[start] in (",", ";", ".", "”", '"') or tree.pos[end + 1 + start] in ("VERB", "AUX"):
            return None
        if end + 1 + start in names.at and names.at[end + 1 + start].kind == "person":
            return None
        found_title = lexicon.offices().at(words, start)
        if found_title is not None:
            title, stop = found_title
            first, stop = end + 1 + start, end + 1 + stop
            of = _link(tree, names, stop, high)
            return _holding(tree, names, title, first, stop, of[0] if of else None)
    return None


def _leading(tree: Tree, names: Names, verb: int, high: int) -> Holding:
    """ "who heads Y": head of Y; Y may be filled in later."""
    found = next((names.at[t] for t in range(verb + 1, min(verb + 7, high)) if t in names.at), None)
    name = _LEADS[tree.lemmas[verb]]
    of = found if found is not None and found.kind != "person" else None
    return Holding(name, name, of, _span(tree, verb, verb + 1), at=verb)


def _holding(tree: Tree, names: Names, title: lexicon.Title, first: int, end: int, of: Entity | None) -> Holding:
    holder = owner(tree, names, first) if of is None or title.office.name in _SENT else None
    text = tree.text[tree.starts[first] : tree.ends[end - 1]]
    if holder is not None and of is not None:  # "the Russian ambassador to the United Nations"
        text = tree.text[tree.starts[first] : tree.ends[_last_token_of(tree, names, end, of)]]
        return Holding(text, title.office.name, holder, _span(tree, first, end), False, first)
    return Holding(text, title.text, holder or of, _span(tree, first, end), title.unique, first, title.office.held_for)


_SENT = frozenset({"ambassador", "envoy", "representative", "delegate", "special envoy", "permanent representative",
                   "consul", "negotiator", "special representative"})  # fmt: skip


def _last_token_of(tree: Tree, names: Names, end: int, of: Entity) -> int:
    for token in range(end, min(end + 8, len(tree.words))):
        if names.at.get(token) is of:
            return names.ranges[token][1] - 1
    return end - 1


def owner(tree: Tree, names: Names, first: int) -> Entity | None:
    """Whose an office is by what stands before its title: "Russian", "Iran's", "the ministry's", "UN"."""
    at = first - 1
    skipped = 0
    while (
        at >= 0 and skipped < 4 and (tree.tags[at] == "POS" or tree.pos[at] in ("ADJ", "NOUN", "ADV") or at in names.at)
    ):
        found = names.at.get(at)
        if found is not None and found.kind != "person":
            return found
        place = names.places.get(at)
        if place is not None:
            state = knowledge.tables().state_of(tree.text[tree.starts[place[0]] : tree.ends[place[1] - 1]])
            return state_entity(names, state.code) if state else None
        state = knowledge.tables().state_of_demonym(tree.words[at]) if tree.words[at][:1].isupper() else None
        if state is not None:
            entity = state_entity(names, state.code)
            names.place(tree, entity, (at, at + 1))
            return entity
        if found is not None:
            return None
        at, skipped = at - 1, skipped + 1
    return None


def _span(tree: Tree, first: int, end: int) -> Span:
    return Span(tree.starts[first], tree.ends[end - 1])
