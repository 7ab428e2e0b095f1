"""The meetings of an article: which phrases mean one, its name, date, place and state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from verbale.record import Span

from .. import knowledge
from ..lexicon.meetings import meeting_words
from ..lexicon.questions import stem
from ..stance.phrases import core
from ..times import Time
from ..tree import Tree

NEAR = 6  # sentences over which a bare "the talks" looks back
_LOOSE = frozenset({"earlier", "previous", "past", "last", "former", "other", "another", "first", "second", "third",
                    "two", "three", "several", "many", "future", "further", "more", "no", "any", "such", "these",
                    "those"})  # fmt: skip
_APART = frozenset({"earlier", "previous", "past", "last", "another", "other", "second", "separate"})
_INDEFINITE = frozenset({"a", "an", "any", "no", "some", "every", "each", "several"})
_PLACES = ("in", "at")
_MEETING = frozenset({"meet", "convene", "gather", "reconvene", "assemble"})
_ALONE = frozenset({"summit", "confer", "ceremoni"})


@dataclass(slots=True)
class Draft:
    """A meeting in the making. `heads` are tokens; `words` the stems that tell it from others."""

    heads: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    name: str = ""
    date: str | None = None
    place: str | None = None


def find_meetings(
    tree: Tree, times: Sequence[Time], places: Mapping[int, str], outside: frozenset[int] = frozenset()
) -> list[Draft]:
    """Meetings in the order of the text; `places` leads from tokens to the names of places they stand in.

    Tokens `outside` the article (boilerplate) name none.
    """
    nouns = meeting_words().nouns
    found: list[Draft] = []
    days = _by_sentence(tree, times)
    for token, lemma in enumerate(tree.lemmas):
        if token not in outside and (met := _met(tree, token, places, days)) is not None:
            found.append(met)
        if token in outside or tree.pos[token] not in ("NOUN", "PROPN"):
            continue
        if lemma.lower() not in nouns or _is_part(tree, token, nouns):
            continue
        mention = _Mention(tree, token, places)
        date, place = _date(tree, token, days.get(tree.sentence[token], ())), _place(tree, mention, places)
        home = _home(tree, mention, [d for d in found if not _differs(d, date, place)])
        if home is None:
            if mention.is_general or not (mention.is_told or date or place):
                continue
            home = Draft()
            found.append(home)
        _join(tree, home, mention)
        home.date, home.place = home.date or date, home.place or place
    return found


def _met(
    tree: Tree, verb: int, places: Mapping[int, str], days: Mapping[int, Sequence[Time]]
) -> Draft | None:  # fmt: skip
    """ "The ministers will meet in Luxembourg on 16 June": a meeting that is told by a verb, with its place and day."""
    if tree.pos[verb] != "VERB" or tree.lemmas[verb] not in _MEETING or tree.child(verb, "obj") is not None:
        return None
    where = next((c for c in tree.all_children(verb, "obl") if c in places and tree.case(c) in _PLACES), None)
    date = next((t.iso for t in days.get(tree.sentence[verb], ()) if _is_day(tree, t, verb)), None)
    if where is None or date is None:
        return None
    start, end = tree.starts[verb], max(tree.ends[verb], tree.ends[where])
    return Draft([verb], [Span(start, end)], {stem(places[where])}, f"meeting in {places[where]}", date, places[where])


def _is_day(tree: Tree, time: Time, verb: int) -> bool:
    tokens = tree.tokens(*time.span)
    ruled_out = time.iso is None or not tokens or time.kind in ("duration", "set", "year", "decade", "century")
    return not ruled_out and tree.heads[tree.head_of(tokens)] == verb


def _is_part(tree: Tree, token: int, nouns: frozenset[str]) -> bool:
    """ "round" of "round of talks" is a mention of its own; "talks" in "talks venue", "press conference" none."""
    if tree.deps[token] == "compound":
        return True
    before = tree.words[token - 1].lower() if token else ""
    of_another = tree.deps[token] == "nmod" and tree.lemmas[tree.heads[token]].lower() in nouns
    return of_another or before in ("press", "news")


class _Mention:
    """One phrase that means a meeting."""

    def __init__(self, tree: Tree, head: int, places: Mapping[int, str]) -> None:
        self.head = head
        self.tokens = [t for t in core(tree, head) if head - 8 <= t <= head + 10]
        self.determiner = next((tree.words[c].lower() for c in tree.all_children(head, "det")), "")
        telling = [t for t in self.tokens if t != head and tree.pos[t] in ("NOUN", "PROPN", "ADJ", "NUM")]
        telling = [t for t in telling if tree.lemmas[t].lower() not in _LOOSE | meeting_words().nouns]
        self.words = {stem(tree.words[t]) for t in telling}
        self.apart = any(tree.words[t].lower() in _APART for t in self.tokens)
        self.plural = tree.tags[head] in ("NNS", "NNPS") and tree.lemmas[head].lower() != "talks"
        self.span = tree.span(self.tokens)
        self.kind = stem(tree.lemmas[head])

    @property
    def is_bare(self) -> bool:
        return not self.words

    @property
    def is_told(self) -> bool:
        """Whether it says which meeting it is: "the talks" does not, "the summit" is one alone."""
        return not self.is_bare or (self.determiner == "the" and self.kind in _ALONE)

    @property
    def is_general(self) -> bool:
        """Meetings in general, not one of them."""
        return self.determiner in ("any", "no", "every", "each")


def _home(tree: Tree, mention: _Mention, found: Sequence[Draft]) -> Draft | None:
    """The meeting before that a phrase means: one that shares a telling word, or, for "the talks", the last one."""
    if mention.apart:
        return None
    shared = [d for d in found if d.words & mention.words]
    if shared:
        return max(shared, key=lambda d: (len(d.words & mention.words), d.heads[-1]))
    near = [d for d in found if tree.sentence[mention.head] - tree.sentence[d.heads[-1]] <= NEAR]
    if near and mention.is_bare and mention.determiner not in _INDEFINITE:
        same = [d for d in near if mention.kind in {stem(tree.lemmas[h]) for h in d.heads}]
        return max(same or near, key=lambda d: d.heads[-1])
    return None


def _join(tree: Tree, home: Draft, mention: _Mention) -> None:
    home.heads.append(mention.head)
    home.spans.append(Span(*mention.span))
    home.words |= mention.words
    name = _name(tree, mention)
    if not home.name or (len(mention.words) > 0 and _worth(tree, mention) > _worth_of(home)):
        home.name = name


def _name(tree: Tree, mention: _Mention) -> str:
    tokens = list(mention.tokens)
    while len(tokens) > 1 and tree.pos[tokens[0]] in ("DET", "PUNCT", "ADP"):
        tokens.pop(0)
    start, end = tree.span(tokens)
    return " ".join(tree.text[start:end].split())


def _worth(tree: Tree, mention: _Mention) -> float:
    return min(len(mention.words), 4) - 0.2 * max(0, len(mention.tokens) - 7)


def _worth_of(home: Draft) -> float:
    length = len(home.name.split())
    return min(length - 1, 4) - 0.2 * max(0, length - 7)


def country(draft: Draft) -> str | None:
    """The state in which a meeting is held, ISO 3166-1 alpha-2, by the last known name of its place."""
    tables = knowledge.tables()
    for name in reversed((draft.place or "").split(",")):
        state = tables.state_named(name.strip()) or tables.state_of_city(name.strip())
        if state is not None:
            return state.code
    return None


# -- date and place -----------------------------------------------------------------------------------------


def _by_sentence(tree: Tree, times: Sequence[Time]) -> dict[int, list[Time]]:
    found: dict[int, list[Time]] = {}
    for time in times:
        tokens = tree.tokens(*time.span)
        if tokens:
            found.setdefault(tree.sentence[tokens[0]], []).append(time)
    return found


def _date(tree: Tree, head: int, times: Sequence[Time]) -> str | None:
    """A day on the meeting's phrase, or on the verb whose subject or object it is."""
    governors = {head}
    verb = tree.heads[head]
    if tree.deps[head].partition(":")[0] in ("nsubj", "obj", "obl", "nmod") and tree.pos[verb] in ("VERB", "NOUN"):
        governors.add(verb)
    for time in times:
        tokens = tree.tokens(*time.span)
        if time.iso is None or not tokens or time.kind in ("duration", "set", "year", "decade", "century"):
            continue
        if _hangs(tree, tree.head_of(tokens), governors, head):
            return time.iso
    return None


def _hangs(tree: Tree, token: int, governors: set[int], head: int) -> bool:
    """Whether a time depends on the meeting or its verb; a verb of saying has times of its own."""
    above = tree.heads[token]
    if above == head or (above in governors and tree.lemmas[above].lower() in meeting_words().setting):
        return True
    return tree.heads[above] == head


def _differs(home: Draft, date: str | None, place: str | None) -> bool:
    """Whether a meeting is at another place or on another day: dates are compared as far as both are told."""
    elsewhere = bool(home.place and place) and not set(_parts_of(home.place)) & set(_parts_of(place))
    length = min(len(home.date or ""), len(date or ""))
    comparable = length > 4 and "W" not in f"{home.date}{date}"
    return elsewhere or (comparable and (home.date or "")[:length] != (date or "")[:length])


def _parts_of(place: str | None) -> list[str]:
    return [part.strip().lower() for part in (place or "").split(",")]


def _place(tree: Tree, mention: _Mention, places: Mapping[int, str]) -> str | None:
    head = mention.head
    candidates = [*tree.all_children(head, "nmod", "obl"), *tree.all_children(head, "compound")]
    verb = tree.heads[head]
    if tree.deps[head].partition(":")[0] in ("nsubj", "obj") and tree.lemmas[verb].lower() in meeting_words().setting:
        candidates += tree.all_children(verb, "obl")
    for child in candidates:
        if child in places and (tree.case(child) in _PLACES or tree.deps[child] == "compound"):
            return places[child]
    after = mention.tokens[-1] + 1
    if tree.words[after : after + 1] == ["in"] and after + 1 in places:  # or on the verb: "left the talks in Lusaka"
        return places[after + 1]
    held = (t for t in mention.tokens if t in places and t > head and tree.case(t) == "in")
    return next((places[t] for t in held), None)  # the parse may hang "in Nairobi" on another noun of the phrase
