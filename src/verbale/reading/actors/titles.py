"""Offices beside names: "Russian Foreign Minister X", "X, a spokesman for Y", "Y's minister X", "X, who heads Y"."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.record import Span

from .. import knowledge, lexicon
from ..tree import Tree
from .entity import Entity, Holding
from .naming import Names, place_entity, state_entity
from .spans import text_of
from .words import actor_words

REACH = 16  # tokens from a name to its title
_LINKS = frozenset({"of", "for", "to", "at", "with", "in"})
_ASIDE = frozenset({",", "(", "–", "—"})


@dataclass(frozen=True, slots=True)
class Line:
    """Some words of the article in lower case, without hyphens and dots, each with its token."""

    words: list[str]
    tokens: list[int]

    @staticmethod
    def of(tree: Tree, first: int, end: int) -> Line:
        tokens = [t for t in range(first, end) if tree.words[t] != "-"]
        return Line([tree.words[t].lower().replace(".", "") or tree.words[t] for t in tokens], tokens)

    def title(self, start: int) -> tuple[lexicon.Title, int, int, int] | None:
        """The longest title from a word on, its first token, the token after it, and the word after it."""
        found = lexicon.offices().at(self.words, start)
        if found is None:
            return None
        title, stop = found
        return title, self.tokens[start], self.tokens[stop - 1] + 1, stop


def find_offices(tree: Tree, names: Names) -> None:
    """Add to every person the offices that stand beside its names."""
    done: set[tuple[int, int]] = set()
    for token, entity in list(names.at.items()):
        span = names.ranges[token]
        if entity.kind != "person" or span in done:
            continue
        done.add(span)
        for holding in (*_before(tree, names, span), *_after(tree, names, span[1])):
            if not _held(entity, holding):
                entity.holdings.append(holding)
                entity.gender = entity.gender or _gender_of(holding)


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


# -- before the name ----------------------------------------------------------------------------------------


def _before(tree: Tree, names: Names, name: tuple[int, int]) -> list[Holding]:
    """A title that ends right before a name, perhaps with "of Y" or a comma between."""
    low = max(tree.sentences[tree.sentence[name[0]]][0], name[0] - REACH)
    line = Line.of(tree, low, name[0])
    for start in range(len(line.words)):
        found = line.title(start)
        if found is None:
            continue
        title, first, end, _ = found
        if tree.pos[first] in ("VERB", "AUX"):
            continue  # "said Foreign Minister X": "said" is also an adjective
        if _reaches(tree, end, name) and _belongs(tree, end, name):
            limit = min(name[1] + REACH, tree.sentences[tree.sentence[name[0]]][1])
            return [_holding(tree, names, title, first, end, _link(tree, names, name[1], limit))]
        if _leads_to(tree, names, end, name):
            return [_holding(tree, names, title, first, end, _link(tree, names, end, name[0]))]
    return []


def _reaches(tree: Tree, end: int, name: tuple[int, int]) -> bool:
    """Nothing but a comma and a form of address or a rank between a title and a name."""
    between = tree.words[end : name[0]]
    rest = [w for w in between if w not in (",", "-", ".")]
    if len(between) > 3 or len(rest) > 1 or not all(lexicon.honorifics().find(w) for w in rest):
        return False
    other = lexicon.offices().find(rest[0]) if rest and len(between) > 1 else None
    return other is None or not (other.unique or other.office.held_for == "state")


def _belongs(tree: Tree, end: int, name: tuple[int, int]) -> bool:
    """After a title and a comma a name is in apposition, unless it opens a clause: "to the mayor, X said"."""
    if tree.words[end : name[0]] != [","] or tree.child(end - 1, "case") is None:
        return True
    return tree.words[name[1] : name[1] + 1] in (["."], [","], [";"], [")"], ["("], ["—"], ["–"])


def _leads_to(tree: Tree, names: Names, end: int, name: tuple[int, int]) -> bool:
    """ "of Y", "for him," between a title and a name: one phrase, and at most a comma before the name."""
    if end >= name[0] or tree.words[end].lower() not in _LINKS:
        return False
    stop = name[0]
    while stop > end and (tree.words[stop - 1] in (",", ".") or lexicon.honorifics().find(tree.words[stop - 1])):
        stop -= 1  # "the mayor of Lima, Ms X"
    inside = range(end + 1, stop)
    if not inside or any(tree.pos[t] in ("VERB", "AUX", "PUNCT", "SCONJ", "SPACE") for t in inside):
        return False
    if any(t in names.at and names.at[t].kind == "person" for t in inside):
        return False
    return stop < name[0] or _ends_with_name(tree, names, stop - 1) or tree.heads[name[0]] == end - 1


def _ends_with_name(tree: Tree, names: Names, token: int) -> bool:
    """Without a comma only a name parts "of Chad" from the person's name."""
    return token in names.at or token in names.places or tree.pos[token] == "PROPN"


# -- after the name -----------------------------------------------------------------------------------------


def _after(tree: Tree, names: Names, end: int) -> list[Holding]:
    """Titles in apposition after a name: ", a spokesman for Y," and ", who heads Y,"."""
    if end >= len(tree.words) or tree.words[end] not in _ASIDE:
        return []
    high = min(tree.sentences[tree.sentence[end]][1], end + REACH)
    if tree.words[end + 1 : end + 2] == ["who"]:
        return _leading(tree, names, end + 2, high)
    line = Line.of(tree, end + 1, high)
    start = 0
    while start < min(len(line.words), 10):
        token = line.tokens[start]
        if line.words[start] in (",", ";", ".", "”", '"', "who") or (names.at.get(token) or _NOBODY).kind == "person":
            return []
        found = line.title(start)
        if found is not None and tree.tags[found[2] : found[2] + 1] == ["POS"]:
            start = found[3]  # "the mayor's spokesman"
        elif found is not None:
            return _joined(tree, names, line, found, high)
        elif tree.pos[token] in ("VERB", "AUX"):
            return []
        start += 1
    return []


_NOBODY = Entity("", "unnamed")


def _joined(
    tree: Tree, names: Names, line: Line, found: tuple[lexicon.Title, int, int, int], high: int
) -> list[Holding]:
    """A title, and the second of "chairman and chief executive of Y"."""
    title, first, end, stop = found
    second = line.title(stop + 1) if line.words[stop : stop + 1] in (["and"], ["&"]) else None
    of = _link(tree, names, second[2] if second else end, high)
    held = [_holding(tree, names, title, first, end, of)]
    if second is not None:
        held.append(_holding(tree, names, second[0], second[1], second[2], held[0].of))
    return held


def _leading(tree: Tree, names: Names, start: int, high: int) -> list[Holding]:
    """ "who heads Y", "who has led Y since May": head of Y; Y may be filled in later."""
    verb = next((t for t in range(start, high) if tree.pos[t] not in ("AUX", "ADV")), start)
    name = actor_words().leading.get(tree.lemmas[verb]) if verb < high else None
    if name is None:
        return []
    led = tree.child(verb, "obj")
    if led is None:
        return []
    of = names.at.get(led)
    of = None if of is not None and of.kind == "person" else of
    return [Holding(name, name, of, _span(tree, verb, verb + 1), at=verb)]


# -- for whom -----------------------------------------------------------------------------------------------


def _place(tree: Tree, names: Names, token: int) -> Entity:
    """ "governor of Toyama": a place that is no actor by itself."""
    first, end = names.places[token]
    made = place_entity(names, text_of(tree, first, end))
    made.add(_span(tree, first, end), first)
    return made


def _link(tree: Tree, names: Names, at: int, limit: int) -> Entity | None:
    """The Y of "of Y" right after a title, where Y is a name or ends with one; up to a token."""
    if at >= limit or tree.words[at].lower() not in _LINKS:
        return None
    for token in range(at + 1, min(at + 7, limit)):
        if token in names.at and names.at[token].kind != "person":
            return _whole(tree, names, token)
        if token in names.places and tree.words[at].lower() == "of":
            return _place(tree, names, token)
        if token in names.places or tree.pos[token] in ("VERB", "PUNCT", "AUX") or tree.words[token].lower() in _LINKS:
            return None
    return None


def _whole(tree: Tree, names: Names, token: int) -> Entity | None:
    """A name, or the organ behind it; None where something else stands behind: "of Chad's planning committee"."""
    end = names.ranges[token][1]
    possessive = tree.tags[end : end + 1] == ["POS"]
    behind = names.at.get(end + possessive)
    if behind is not None and behind.kind == "organisation" and names.ranges[end + possessive][0] == end + possessive:
        return behind
    adjective = tree.pos[token] == "ADJ" and names.at[token].kind == "state"
    return None if possessive or adjective else names.at[token]


def _holding(tree: Tree, names: Names, title: lexicon.Title, first: int, end: int, of: Entity | None) -> Holding:
    sent = title.office.name in actor_words().sent
    holder = owner(tree, names, first) if of is None or sent else None
    text = tree.text[tree.starts[first] : tree.ends[end - 1]]
    if holder is not None and of is not None:  # "the Russian ambassador to the United Nations"
        text = tree.text[tree.starts[first] : tree.ends[_last_token_of(tree, names, end, of)]]
    made = Holding.of_title(text, title, holder or of, _span(tree, first, end), first)
    if holder is not None and of is not None:
        made.name, made.unique, made.held_for = title.office.name, False, "any"
    return made


def _last_token_of(tree: Tree, names: Names, end: int, of: Entity) -> int:
    for token in range(end, min(end + 8, len(tree.words))):
        if names.at.get(token) is of:
            return names.ranges[token][1] - 1
    return end - 1


def owner(tree: Tree, names: Names, first: int, possessed: bool = False) -> Entity | None:
    """Whose an office is by what stands before its title: "Russian", "Iran's", "Kenya's foreign ministry's", "UN".

    Unless `possessed`, a possessive pronoun before that ("its Australian secretary") leaves it open.
    """
    at = first - 1
    for _ in range(6):
        if at < 0 or not (tree.tags[at] == "POS" or tree.pos[at] in ("ADJ", "NOUN", "ADV", "PROPN") or at in names.at
                          or tree.words[at] == "-"):  # fmt: skip
            return None
        found = names.at.get(at)
        if found is None:
            found = _state_at(tree, names, at)
        if found is not None:
            return None if found.kind == "person" or (not possessed and _is_possessed(tree, at)) else found
        at -= 1
    return None


def _is_possessed(tree: Tree, at: int) -> bool:
    """ "its Western Australian secretary": for whom is told by "its"."""
    while at > 0 and tree.pos[at] in ("ADJ", "PROPN", "NOUN") and tree.tags[at] != "POS":
        at -= 1
    return tree.tags[at] == "PRP$"


def _state_at(tree: Tree, names: Names, at: int) -> Entity | None:
    """The state of a place or of an adjective that the model took for no name."""
    place = names.places.get(at)
    tables = knowledge.tables()
    if place is not None:
        state = tables.state_of(tree.text[tree.starts[place[0]] : tree.ends[place[1] - 1]])
        return state_entity(names, state.code) if state else None
    state = tables.state_of_demonym(tree.words[at]) if tree.words[at][:1].isupper() else None
    if state is None:
        return None
    entity = state_entity(names, state.code)
    names.place(tree, entity, (at, at + 1))
    return entity


def _span(tree: Tree, first: int, end: int) -> Span:
    return Span(tree.starts[first], tree.ends[end - 1])
