"""Names in an article: which name is whose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from verbale.record import Span

from .. import knowledge, lexicon
from ..coreference import Antecedents
from ..knowledge import fold
from ..tree import Tree
from .entity import Entity, Range
from .people import People
from .spans import LAND, NORP, ORGANISATION, PERSON, PLACE, Named, text_of
from .words import actor_words

FAR_MORE = 2  # times
NEAR = 40  # tokens: so shortly after a full name the surname alone is still the same person's


@dataclass(slots=True)
class Names:
    """Every entity with a name, and which one stands at each token."""

    entities: list[Entity] = field(default_factory=list)
    at: dict[int, Entity] = field(default_factory=dict)  # token of a name -> its bearer
    ranges: dict[int, Range] = field(default_factory=dict)  # token of a name -> the whole name
    places: dict[int, Range] = field(default_factory=dict)  # names of places that are no actors by themselves
    states_near: list[tuple[int, str]] = field(default_factory=list)  # tokens of states and places, codes of states
    home: str | None = None  # code of the state that most of these are about
    here: str | None = None  # code of the state of the dateline where no other is named more often, else home
    organisations: dict[str, list[Entity]] = field(default_factory=dict)  # by first word and by initials
    capitals: dict[str, str] = field(default_factory=dict)  # what the article says of which state's capital a place is
    brackets: dict[str, Entity] = field(default_factory=dict)  # abbreviations given in brackets
    organisations_by_last: dict[str, Entity] = field(default_factory=dict)
    people: People = field(default_factory=People)
    lands: Mapping[str, str] = field(default_factory=dict)  # unknown states: folded names and adjectives -> names
    _known: dict[tuple[str, str], Entity] = field(default_factory=dict)

    def known(self, kind: str, key: str, make: Entity) -> Entity:
        """The entity that goes by this key, or the one given, taken in."""
        found = self._known.setdefault((kind, key), make)
        if found is make and not make.mentions:
            self.entities.append(make)
        return found

    def find(self, kind: str, key: str) -> Entity | None:
        return self._known.get((kind, key))

    def replace(self, old: Entity, new: Entity) -> None:
        """Two entities turn out to be one; `old` is dropped."""
        self.entities.remove(old)
        self.at = {token: new if e is old else e for token, e in self.at.items()}
        self._known = {key: new if e is old else e for key, e in self._known.items()}

    def is_of_article(self, entity: Entity) -> bool:
        """Whether a body is known from the article alone, and not from the tables."""
        return self.find("organisation", fold(entity.name)) is entity

    def is_outlet(self, entity: Entity) -> bool:
        return self.find("outlet", entity.name) is entity

    def place(self, tree: Tree, entity: Entity, span: Range) -> None:
        for token in range(*span):
            self.at[token], self.ranges[token] = entity, span
        entity.add(Span(tree.starts[span[0]], tree.ends[span[1] - 1]), span[0])

    def person(self, parts: Sequence[str], gender: str | None, likely: Sequence[Entity] = ()) -> Entity:
        """The bearer of a personal name: full names first, then surnames and given names of those."""
        entity, new = self.people.bearer(parts, gender, likely)
        if new:
            self.entities.append(entity)
        return entity


def find_names(tree: Tree, spans: Sequence[Named], lands: Mapping[str, str], antecedents: Antecedents) -> Names:
    """Entities for the names of an article, full names before short ones. See `unknown.judged` for spans and lands.

    Where two people share a surname, the model's antecedents and then the latest mention tell which is meant.
    """
    names = Names(lands=lands)
    names.people.expect(tree.words[a:b] for a, b, label in spans if label == PERSON)
    _find_home(tree, spans, names)
    people = [found for span in spans if (found := _named(tree, names, span)) is not None]
    bearers: dict[Range, Entity] = {}
    for where, parts, gender in people:
        if len(parts) > 1:
            bearers[where] = names.person(parts, gender)
    main = _main_bearers(bearers.values())
    in_full: list[tuple[int, Entity]] = []
    for where, parts, gender in people:
        if where in bearers:
            in_full.append((where[0], bearers[where]))
        links = (link for token in range(*where) for link in antecedents.get(token, ()))
        likely = [e for at, e in reversed(in_full[-4:]) if where[0] - at <= NEAR and e.surname == parts[-1]]
        likely += main.get(parts[-1], ())
        likely += [names.at[token] for token, score in links if score > 0 and token in names.at]
        names.place(tree, bearers.get(where) or names.person(parts, gender, likely), where)
    names.capitals.update(_capitals(tree, names))
    names.entities.sort(key=lambda e: min(e.mentions) if e.mentions else Span(0, 0))
    return names


def _capitals(tree: Tree, names: Names) -> Iterator[tuple[str, str]]:
    """ "Velmora's capital, Port Hallow", "Port Hallow, the capital of Velmora", a dateline "PORT HALLOW, Velmora"."""
    for first, end in sorted(set(names.places.values())):
        behind = names.at.get(end + 1) if tree.words[end : end + 1] == [","] else None
        if behind is not None and behind.kind == "state" and _is_dateline(tree, first):
            yield fold(text_of(tree, first, end)), behind.country or ""
        at = first - 1 - (tree.words[first - 1 : first] == [","])
        if at > 0 and tree.words[at].lower() == "capital":
            owner = names.at.get(at - 1 - (tree.tags[at - 1] == "POS"))
            code = owner.country if owner is not None and owner.kind == "state" else _named_before(names, at)
            if code:
                yield fold(text_of(tree, first, end)), code


def _named_before(names: Names, token: int) -> str | None:
    """The state named last before a token."""
    return next((code for at, code in reversed(names.states_near) if at < token), None)


def _main_bearers(in_full: Iterable[Entity]) -> dict[str, tuple[Entity, ...]]:
    """For each surname its bearer who is named in full far more often than any other."""
    found: dict[str, list[tuple[Entity, int]]] = {}
    for entity, number in Counter(in_full).most_common():
        found.setdefault(entity.surname, []).append((entity, number))
    return {
        surname: (bearers[0][0],)
        for surname, bearers in found.items()
        if len(bearers) > 1 and bearers[0][1] >= FAR_MORE * bearers[1][1]
    }


def _find_home(tree: Tree, spans: Sequence[Named], names: Names) -> None:
    tables = knowledge.tables()
    known: dict[str, str | None] = {}
    for first, end, label in spans:
        if label not in (PLACE, NORP, PERSON, LAND):
            continue
        text = text_of(tree, first, end)
        if fold(text.partition(",")[0]) in actor_words().guest_towns and _is_dateline(tree, first):
            continue
        if text not in known:
            state = tables.state_of(text) or tables.state_of(text.rpartition(",")[2])  # "TACLOBAN, Philippines"
            known[text] = state.code if state else names.lands.get(fold(text))
        if (code := known[text]) is not None:
            names.states_near.append((first, code))
    count = Counter(code for _, code in names.states_near)
    if count and 2 * count.most_common(1)[0][1] > len(names.states_near):
        names.home = count.most_common(1)[0][0]
    local = next((code for at, code in names.states_near if _is_dateline(tree, at)), None)
    often = local is not None and 1 < count[local] == count.most_common(1)[0][1]
    names.here = local if often else names.home


def _is_dateline(tree: Tree, token: int) -> bool:
    """Whether a name in capitals opens the line: "SEOUL (Reuters) -"."""
    start = tree.starts[token]
    opens = not tree.text[tree.text.rfind("\n", 0, start) + 1 : start].strip()
    return opens and tree.words[token].isupper() and len(tree.words[token]) > 3


def _named(tree: Tree, names: Names, span: Named) -> tuple[Range, list[str], str | None] | None:
    """Put a name that is no person's in its place; for a person's give where it is, its parts and the gender."""
    first, end, label = span
    text = text_of(tree, first, end)
    if label == LAND:
        names.place(tree, state_entity(names, names.lands[fold(text)]), (first, end))
        return None
    if (bearer := _in_brackets(tree, names, span)) is not None or (bearer := names.brackets.get(text)) is not None:
        names.place(tree, bearer, (first, end))
        return None
    taken = label == PERSON and fold(text) in names.people.parts  # "Jordan" after "Ann Jordan"
    entity = None if taken else _short_for(tree, names, span) or _from_tables(names, text, label)
    if entity is not None:
        names.place(tree, entity, (first, end))
    elif not taken and _is_city(text, label):
        names.places[first] = (first, end)
    elif label != NORP and (label == PERSON or fold(text).rpartition(" ")[2] in names.people.surnames):
        parts, gender = _parts(tree, first, end)
        if parts:
            return (first, end), parts, gender
    elif label == ORGANISATION:
        names.place(tree, _organisation(names, text), (first, end))
    elif label in (PLACE, NORP):
        names.places.update(dict.fromkeys(range(first, end), (first, end)))
    return None


def _is_city(text: str, label: str) -> bool:
    tables = knowledge.tables()
    if label == PERSON:
        return tables.state_of_city(text) is not None
    return label != PLACE and tables.state_of_capital(text) is not None


def _from_tables(names: Names, text: str, label: str) -> Entity | None:
    """States by name or adjective, bodies, outlets and seats of government, by the tables of general knowledge."""
    tables = knowledge.tables()
    long = " " in text or text.isupper()
    if (label != PERSON or long) and (body := tables.body(text)) is not None and not _is_elsewhere(names, body):
        return names.known("body", body.name, Entity(body.name, body.kind, body.country))
    if label not in (PLACE, NORP) and (outlet := tables.outlet(text)) is not None:
        return names.known("outlet", outlet.name, Entity(outlet.name, "organisation", outlet.country))
    if label == PERSON and long and " " not in text:
        return None
    state = tables.state_named(text) or tables.state_of_demonym(text)
    if state is not None:
        return state_entity(names, state.code)
    return _seat(names, text)


def _is_elsewhere(names: Names, body: knowledge.Body) -> bool:
    """ "the Supreme Court" in an article about Chad is not that of the United States."""
    generic = body.name.lower().split()[-1] in actor_words().organs
    return generic and body.country is not None and names.home is not None and body.country != names.home


def _seat(names: Names, text: str) -> Entity | None:
    tables = knowledge.tables()
    if names.home is not None and text.lower() in actor_words().seats:
        return state_entity(names, names.home)
    seat = tables.seat(text)
    if seat is None or tables.state_of_capital(text):
        return None
    if not seat.organ:
        return state_entity(names, seat.country)
    name = seat.stands_for or seat.name
    return names.known("organ", f"{name}/{seat.country}", Entity(name, "organisation", seat.country))


def state_entity(names: Names, code: str) -> Entity:
    """By ISO code, or by the name of a state that no table holds."""
    state = knowledge.tables().state(code)
    return names.known("state", code, Entity(state.name if state else code, "state", code))


def place_entity(names: Names, text: str) -> Entity:
    state = knowledge.tables().state_of(text)
    return names.known("place", fold(text), Entity(text, "organisation", state.code if state else None))


def _short_for(tree: Tree, names: Names, span: Named) -> Entity | None:
    """ "the Alliance" after "the Harbour Alliance": an organisation's last word, a common noun or with "the"."""
    word = tree.words[span.first].lower()
    known = lexicon.descriptions().find(word)
    if span.label != ORGANISATION or span.end - span.first > 1:
        return None
    if known.kind != "organisation" if known else tree.words[max(0, span.first - 1)].lower() != "the":
        return None
    return names.organisations_by_last.get(word)


def _organisation(names: Names, text: str) -> Entity:
    """By its full name, the beginning of it ("Brightwater" for "Brightwater Mining", see `_is_beginning`), or its
    initials."""
    words = fold(text).split()
    if not words:
        return names.known("organisation", text, Entity(text, "organisation"))
    if (abbreviated := names.find("organisation", " ".join(words))) is not None:
        return abbreviated
    rivals = names.organisations.get(words[0], []) + names.organisations.get(_initials(words), [])
    for entity in rivals:
        if _same_organisation(words, fold(entity.name).split()):
            if len(text) > len(entity.name):
                entity.name = text
            return entity
    if len(words) > 1 and (longer := names.organisations_by_last.get(" ".join(words))) is not None:
        return longer  # "the Growers' League" after "the Ontario Growers' League"
    made = names.known("organisation", " ".join(words), Entity(text, "organisation"))
    for key in {words[0], _initials(words)}:
        names.organisations.setdefault(key, []).append(made)
    for short in range(1, len(words)):
        names.organisations_by_last[" ".join(words[short:])] = made
    return made


def _in_brackets(tree: Tree, names: Names, span: Named) -> Entity | None:
    """ "the Harbour Workers' Front (FPT)": the abbreviation is the organisation's, whatever its letters."""
    first, end, _ = span
    text = text_of(tree, first, end)
    if not text.isupper() or first < 2 or tree.words[first - 1] != "(" or tree.words[end : end + 1] != [")"]:
        return None
    bearer = names.at.get(first - 2)
    if bearer is None or bearer.kind != "organisation":
        return None
    names.known("organisation", fold(text), bearer)
    names.brackets[text] = bearer
    return bearer


def _initials(words: list[str]) -> str:
    return "".join(w[0] for w in words if w not in ("of", "the", "and", "for", "de"))


def _same_organisation(new: list[str], old: list[str]) -> bool:
    short, long = sorted((new, old), key=len)
    if short == long[: len(short)]:
        return _is_beginning(short, long[len(short) :], met_before=long is old)
    if len(short) > 1 and (short[0], short[-1]) == (long[0], long[-1]) and set(short) <= set(long):
        return True  # "the Tunis council" after "the Tunis municipal council"
    return len(short) == 1 and len(short[0]) > 1 and len(long) > 1 and short[0] == _initials(long)


def _is_beginning(short: list[str], rest: list[str], met_before: bool) -> bool:
    """Whether a name is a short form of one that goes on with the words of `rest`.

    A state or town is not the agency or council that is named for it. One word alone stands for a longer name that
    was met before, or for a company.
    """
    words = actor_words()
    if len(short) > 1 or not rest:
        return not rest or rest[-1] not in words.civic
    if rest[0] in ("&", "and"):
        return True
    if len(short[0]) <= 4 or rest[-1] in words.institutions:
        return False
    return met_before or rest[-1] in words.companies


def _parts(tree: Tree, first: int, end: int) -> tuple[list[str], str | None]:
    """The words of a personal name without forms of address and titles, and the gender that these tell."""
    name, titles = lexicon.honorifics().strip(text_of(tree, first, end))
    gender = next((h.gender for h in titles if h.gender), None)
    if first > 0:
        before = lexicon.honorifics().find(tree.words[first - 1])
        gender = gender or (before.gender if before else None)
    words = name.split()
    whole = text_of(tree, first, end).split()
    if len(words) == 1 and len(whole) == 2 and knowledge.tables().gender_of_given_name(whole[0]) is not None:
        words = whole  # "Dean" is a given name, too
    found = lexicon.offices().at(words, 0) if len(words) > 1 else None
    if found and found[1] < len(words):
        words = words[found[1] :]
    return [w for w in words if any(c.isalpha() for c in w)], gender
