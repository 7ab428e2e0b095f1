"""Names in an article: which name is whose."""

from __future__ import annotations

from dataclasses import dataclass, field

from .. import knowledge, lexicon
from ..knowledge import fold
from ..tree import Tree
from .entity import Entity, Range

PERSON, ORGANISATION, PLACE, NORP = "PERSON", "ORGANISATION", "PLACE", "NORP"
_PARTICLES = frozenset(
    {"de", "la", "van", "von", "der", "den", "bin", "ibn", "al", "el", "da", "dos", "di", "du", "le"}
)


@dataclass(slots=True)
class Names:
    """Every entity with a name, and which one stands at each token."""

    entities: list[Entity] = field(default_factory=list)
    at: dict[int, Entity] = field(default_factory=dict)  # token of a name -> its bearer
    ranges: dict[int, Range] = field(default_factory=dict)  # token of a name -> the whole name
    places: dict[int, Range] = field(default_factory=dict)  # names of places that are no actors by themselves
    organisations: dict[str, list[Entity]] = field(default_factory=dict)  # by first word and by initials
    _known: dict[tuple[str, str], Entity] = field(default_factory=dict)
    _people: dict[str, list[tuple[Entity, list[str]]]] = field(default_factory=dict)  # any part of a name

    def known(self, kind: str, key: str, make: Entity) -> Entity:
        """The entity that goes by this key, or the one given, taken in."""
        found = self._known.setdefault((kind, key), make)
        if found is make:
            self.entities.append(make)
        return found

    def place(self, tree: Tree, entity: Entity, span: Range) -> None:
        from verbale.record import Span

        for token in range(*span):
            self.at[token], self.ranges[token] = entity, span
        entity.add(Span(tree.starts[span[0]], tree.ends[span[1] - 1]), span[0])

    def person(self, parts: list[str], gender: str | None) -> Entity:
        """The bearer of a personal name: full names first, then surnames and given names of those."""
        folded = [fold(p) for p in parts]
        entity = self._same_person(folded, gender)
        if entity is None:
            entity = Entity(" ".join(parts), "person", gender=gender or _gender(parts))
            self.entities.append(entity)
            for part in set(folded):
                self._people.setdefault(part, []).append((entity, folded))
        elif len(parts) > len(entity.name.split()):
            entity.name = " ".join(parts)
        if gender and not entity.gender:
            entity.gender = gender
        return entity

    def _same_person(self, parts: list[str], gender: str | None) -> Entity | None:
        found = [(e, p) for e, p in self._people.get(parts[-1], ()) if _compatible(parts, p)]
        if len(parts) == 1 and not found:
            found = self._people.get(parts[0], [])
        fitting = [(e, p) for e, p in found if not (gender and e.gender and e.gender != gender)]
        if not fitting:
            return None
        by_surname = [(e, p) for e, p in fitting if p[-1] == parts[-1]] or fitting
        return max(by_surname, key=lambda pair: pair[0].last)[0]


def _compatible(new: list[str], old: list[str]) -> bool:
    """Whether two names can be one person's: same last part, and given names that do not contradict."""
    if len(new) == 1 or len(old) == 1:
        return new[-1] == old[-1] or new[-1] in old or old[-1] in new
    if new[-1] != old[-1]:
        return set(new) <= set(old) or set(old) <= set(new)
    a, b = new[0], old[0]
    return a == b or a in old or b in new or (min(len(a), len(b)) <= 1 and a[:1] == b[:1]) or a[:3] == b[:3]


def _gender(parts: list[str]) -> str | None:
    if len(parts) < 2:
        return None
    found = knowledge.tables().gender_of_given_name(parts[0])
    return found if found in ("female", "male") else None


def find_names(tree: Tree, spans: list[tuple[int, int, str]]) -> Names:
    """Entities for the model's names (first token, end, label), full names before short ones."""
    names = Names()
    spans = _joined(tree, [(a, b, label) for a, b, label in (_trimmed(tree, s) for s in spans) if a < b])
    people: list[tuple[Range, list[str], str | None]] = []
    seen_as = _labels_by_text(tree, spans)
    full = {fold(w) for a, b, label in spans if label == PERSON and b - a > 1 for w in tree.words[a:b]}
    for first, end, label in spans:
        text = _text(tree, first, end)
        taken = label == PERSON and fold(text) in full  # "Jordan" after "Ann Jordan"
        entity = None if taken else _from_tables(names, text, label)
        if entity is not None:
            names.place(tree, entity, (first, end))
        elif label == PERSON and not taken and end - first == 1 and knowledge.tables().state_of_city(text):
            names.places[first] = (first, end)
        elif PERSON in (label, seen_as.get(fold(text.split()[-1]))) and label not in (NORP,):
            parts, gender = _parts(tree, first, end)
            if parts:
                people.append(((first, end), parts, gender))
        elif label == ORGANISATION:
            names.place(tree, _organisation(names, text), (first, end))
        elif label in (PLACE, NORP):
            names.places.update(dict.fromkeys(range(first, end), (first, end)))
    bearers: dict[Range, Entity] = {}
    for span, parts, gender in people:
        if len(parts) > 1:
            bearers[span] = names.person(parts, gender)
    for span, parts, gender in people:
        names.place(tree, bearers.get(span) or names.person(parts, gender), span)
    names.entities.sort(key=lambda e: min(e.mentions) if e.mentions else (0, 0))
    return names


def _joined(tree: Tree, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Names without the pieces that another covers, and a form of address joined to the name after it."""
    found: list[tuple[int, int, str]] = []
    for first, end, label in spans:
        if found and first < found[-1][1]:
            continue
        if found and found[-1][1] == first and lexicon.honorifics().find(_text(tree, *found[-1][:2])):
            first = found.pop()[0]
        found.append((first, end, label))
    return [s for s in found if not lexicon.honorifics().find(_text(tree, s[0], s[1]))]


def _trimmed(tree: Tree, span: tuple[int, int, str]) -> tuple[int, int, str]:
    first, end, label = span
    while end > first and (tree.tags[end - 1] == "POS" or tree.pos[end - 1] in ("PUNCT", "SPACE")):
        if tree.words[end - 1] == "." and end - first > 1:
            break
        end -= 1
    while first < end and tree.words[first].lower() in ("the", "a", "an"):
        first += 1
    if first < end:
        end = _hyphened(tree, end)
    if first < end and label == ORGANISATION:
        end = _with_of(tree, first, end)
    return first, end, label


def _with_of(tree: Tree, first: int, end: int) -> int:
    """ "Bank of" goes on to "Bank of Thailand"; so does a bare "Ministry" before "of Health"."""
    last = tree.words[end - 1].lower()
    known = lexicon.descriptions().find(last)
    if last in ("of", "for"):
        at = end
    elif known is not None and known.kind == "organisation" and tree.words[end : end + 1] == ["of"]:
        at = end + 1
    else:
        return end
    stop = at
    while stop < len(tree.words) and (tree.words[stop][:1].isupper() or (stop == at and tree.words[stop] == "the")):
        stop += 1
    return stop if stop > at else end - (last in ("of", "for"))


def _hyphened(tree: Tree, end: int) -> int:
    """A name goes on over a hyphen: "Roe-Doe", of which the model may have seen the first half only."""
    while (
        end + 1 < len(tree.words)
        and tree.words[end] == "-"
        and tree.starts[end] == tree.ends[end - 1]
        and tree.starts[end + 1] == tree.ends[end]
        and tree.words[end + 1][:1].isupper()
    ):
        end += 2
    return end


def _text(tree: Tree, first: int, end: int) -> str:
    return " ".join(tree.text[tree.starts[first] : tree.ends[end - 1]].split())


def _labels_by_text(tree: Tree, spans: list[tuple[int, int, str]]) -> dict[str, str]:
    """How the last word of each full personal name is labelled: repairs a surname taken for something else."""
    return {fold(tree.words[b - 1]): PERSON for a, b, label in spans if label == PERSON and b - a > 1}


def _from_tables(names: Names, text: str, label: str) -> Entity | None:
    """States by name or adjective, bodies, outlets and seats of government, by the tables of general knowledge."""
    tables = knowledge.tables()
    long = " " in text or text.isupper()
    if label != PERSON or long:
        if (body := tables.body(text)) is not None:
            return names.known("body", body.name, Entity(body.name, body.kind, body.country))
        if (outlet := tables.outlet(text)) is not None and (label != PLACE):
            return names.known("outlet", outlet.name, Entity(outlet.name, "organisation", outlet.country))
    if label == PERSON and long:
        return None
    state = tables.state_named(text) or tables.state_of_demonym(text)
    if state is not None:
        return state_entity(names, state.code)
    if (seat := tables.seat(text)) is not None and not tables.state_of_capital(text):
        if not seat.organ:
            return state_entity(names, seat.country)
        name = seat.stands_for or seat.name
        return names.known("organ", f"{name}/{seat.country}", Entity(name, "organisation", seat.country))
    return None


def state_entity(names: Names, code: str) -> Entity:
    state = knowledge.tables().state(code)
    return names.known("state", code, Entity(state.name if state else code, "state", code))


def _organisation(names: Names, text: str) -> Entity:
    """By its full name, the beginning of it ("Brightwater" for "Brightwater Mining"), or its initials."""
    words = fold(text).split()
    if not words:
        return names.known("organisation", text, Entity(text, "organisation"))
    rivals = names.organisations.get(words[0], []) + names.organisations.get(_initials(words), [])
    for entity in rivals:
        if _same_organisation(words, fold(entity.name).split()):
            if len(text) > len(entity.name):
                entity.name = text
            return entity
    made = names.known("organisation", " ".join(words), Entity(text, "organisation"))
    for key in {words[0], _initials(words)}:
        names.organisations.setdefault(key, []).append(made)
    return made


def _initials(words: list[str]) -> str:
    return "".join(w[0] for w in words if w not in ("of", "the", "and", "for", "de"))


def _same_organisation(a: list[str], b: list[str]) -> bool:
    short, long = sorted((a, b), key=len)
    if short == long[: len(short)] and (len(short) > 1 or len(short[0]) > 4):
        return True
    return len(short) == 1 and len(short[0]) > 1 and len(long) > 1 and short[0] == _initials(long)


def _parts(tree: Tree, first: int, end: int) -> tuple[list[str], str | None]:
    """The words of a personal name without forms of address and titles, and the gender that these tell."""
    name, titles = lexicon.honorifics().strip(_text(tree, first, end))
    gender = next((h.gender for h in titles if h.gender), None)
    if first > 0:
        before = lexicon.honorifics().find(tree.words[first - 1])
        gender = gender or (before.gender if before else None)
    words = name.split()
    found = lexicon.offices().at(words, 0) if len(words) > 1 else None
    if found and found[1] < len(words):
        words = words[found[1] :]
    return [w for w in words if any(c.isalpha() for c in w)], gender
