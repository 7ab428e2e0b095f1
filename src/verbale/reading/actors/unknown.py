"""Names that no table holds: invented or forgotten states, new companies, people without a first name.

The model labels each place of a name by itself, and takes most names of one word for people. What the article says
around all places of a name tells more; `judged` adds it up (see `clues`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .. import knowledge, lexicon
from ..coreference import Antecedents
from ..knowledge import fold
from ..tree import Tree
from .clues import BODY, PEOPLE, STATE, THING, TOWN, Clue, belongings, clues, of_description, stands_beside
from .spans import LAND, MISC, NORP, ORGANISATION, PERSON, PLACE, Named, text_of
from .words import actor_words

LONGEST = 3  # words of an unknown state's name
WITH_STYLE = 6  # words of "Democratic Republic of Velmora"
SHORTEST = 4  # letters
ENOUGH = 2.0  # from which weights tell
DEEP = 6  # pronouns that refer to pronouns
MOST_PRONOUNS = 2.0  # what "it" and "its" can weigh in all
_ENDING = re.compile(r"i|is|n|ns|ian|ians|ean|eans|an|ans|ese|ish|er|ers")
_LONGER = re.compile(r"ian|ians|ean|eans|ese|ish|an|ans")
_THINGS = frozenset({"it", "its", "itself"})
_SOMEBODY = frozenset({"he", "she", "him", "his", "her", "himself", "herself"})
_SORTS = frozenset({PERSON, ORGANISATION, PLACE, NORP, MISC})
_PRIOR = {
    PERSON: [Clue(PEOPLE, 1.0)], ORGANISATION: [Clue(BODY, 0.5)], NORP: [Clue(STATE, 0.5)],
    PLACE: [Clue(STATE, 1.0), Clue(TOWN, 0.5)],
}  # fmt: skip


@dataclass(slots=True)
class Votes:
    """What all places of one name speak for; `places` are its spans."""

    places: list[Named] = field(default_factory=list)
    weights: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, *told: Clue) -> None:
        for sort, weight in told:
            self.weights[sort] += weight

    def tokens(self) -> Iterator[int]:
        return (t for place in self.places for t in range(place.first, place.end))

    def label(self) -> str | None:
        """What bears the name, where that is clear."""
        told = self.weights
        thing = min(told[THING], MOST_PRONOUNS)
        state, body = told[STATE] - told[TOWN], told[BODY]
        if state >= 1.0 and state + thing >= ENOUGH and state >= body and state + thing > told[PEOPLE]:
            return LAND
        if body >= 1.0 and body + thing - told[TOWN] >= ENOUGH and body + thing > told[PEOPLE]:
            return ORGANISATION
        return PLACE if told[TOWN] >= ENOUGH and told[TOWN] > told[PEOPLE] and told[TOWN] > body else None


@dataclass(frozen=True, slots=True)
class Adjectives:
    """Capitalised words of an article outside the names of people, folded, by how they begin."""

    words: dict[str, set[str]]

    @staticmethod
    def of(tree: Tree, spans: Sequence[Named]) -> Adjectives:
        people = {t for a, b, label in spans if label == PERSON and b - a > 1 for t in range(a, b)}
        found: dict[str, set[str]] = defaultdict(set)
        for word in {w for t, w in enumerate(tree.words) if w[:1].isupper() and t not in people}:
            found[fold(word)[:SHORTEST]].add(fold(word))
        return Adjectives(found)

    def made_from(self, name: str) -> set[str]:
        """ "belmarkian" for "belmark"."""
        if " " in name or len(name) <= SHORTEST:
            return set()
        alike = self.words.get(name[:SHORTEST], set())
        return {word for word in alike if word.removesuffix("s") != name and _is_adjective(word, name)}


def judged(tree: Tree, spans: Sequence[Named], antecedents: Antecedents) -> tuple[list[Named], dict[str, str]]:
    """The names again, those of unknown states and bodies with their labels, also where the model saw no name.

    The second value tells for each way in which an unknown state is named, folded, its name.
    """
    votes, adjectives = _candidates(tree, spans), Adjectives.of(tree, spans)
    _count_surnames(tree, spans, votes)
    _count(tree, votes, adjectives)
    _count_links(tree, spans, votes, antecedents)
    states = _states(spans, tree) | {t for each in votes.values() if each.label() == LAND for t in each.tokens()}
    for each in votes.values():
        if any(stands_beside(tree, (p.first, p.end), states) for p in each.places):
            each.add(Clue(STATE, 2.0))
    labels = {name: label for name, each in votes.items() if (label := each.label()) is not None}
    lands = {name: text_of(tree, *votes[name].places[0][:2]) for name, label in labels.items() if label == LAND}
    lands |= _styled(lands)
    lands |= {adjective: lands[name] for name in tuple(lands) for adjective in adjectives.made_from(name)}
    labels |= dict.fromkeys(lands, LAND)
    named = [Named(a, b, labels.get(fold(text_of(tree, a, b)), label)) for a, b, label in spans]
    return _seen_again(tree, named, labels), lands


def _styled(lands: Mapping[str, str]) -> dict[str, str]:
    """ "The Republic of Velmora" is Velmora."""
    styled = {name: name.split(" of ")[1] for name in lands if " of " in name}
    short = {text: lands[name].split(" of ")[1] for name, text in styled.items()}
    return {**short, **{name: short[text] for name, text in styled.items()}}


def _candidates(tree: Tree, spans: Sequence[Named]) -> dict[str, Votes]:
    """The names that tables do not hold and that are not part of a person's full name, nor adjectives alone."""
    people = {fold(w) for a, b, label in spans if label == PERSON and b - a > 1 for w in tree.words[a:b]}
    found: dict[str, Votes] = {}
    for span in spans:
        text, words = text_of(tree, span.first, span.end), span.end - span.first
        if span.label not in _SORTS or fold(text) in actor_words().no_lands:
            continue
        longest = WITH_STYLE if _is_style(fold(text)) else LONGEST
        if len(text) < SHORTEST or words > longest or not text[0].isupper():
            continue
        if span.label == PERSON and words > 1 and knowledge.tables().gender_of_given_name(text) is not None:
            continue
        if fold(text) in people or _is_held(text):
            continue
        found.setdefault(fold(text), Votes()).places.append(span)
    return {name: each for name, each in found.items() if any(_may_act(p) for p in each.places)}


def _may_act(span: Named) -> bool:
    """No adjective, and no law or battle: "the Refugee Convention, which"."""
    return span.label != NORP and (span.label != MISC or span.end - span.first == 1)


def _is_style(name: str) -> bool:
    """ "republic of velmora"."""
    first, _, rest = name.partition(" of ")
    return bool(rest) and first.split()[-1] in actor_words().lands


def _is_held(text: str) -> bool:
    """Whether the tables hold a name or, of several words, a state among them, or it is a common noun: "Republican"."""
    tables = knowledge.tables()
    known = (tables.state_of, tables.body, tables.outlet, tables.seat, lexicon.descriptions().find)
    return any(table(text) is not None for table in known) or any(tables.state_named(w) for w in text.split())


def _count(tree: Tree, votes: dict[str, Votes], adjectives: Adjectives) -> None:
    for name, each in votes.items():
        if name.rpartition(" ")[2] in (actor_words().places | actor_words().towns) - actor_words().lands:
            each.add(Clue(TOWN, 3.0))
        for place in each.places:
            words = place.end - place.first
            for sort, weight in _PRIOR.get(place.label, ()):
                each.add(Clue(sort, (2.5 if words > 1 else 1) * weight / len(each.places)))
            each.add(*clues(tree, (place.first, place.end)))
        if adjectives.made_from(name) or _is_style(name):
            each.add(Clue(STATE, 3.0))
        if name.endswith(actor_words().endings):
            each.add(Clue(STATE, 0.5))


def _count_surnames(tree: Tree, spans: Sequence[Named], votes: dict[str, Votes]) -> None:
    """Who is also called by the last word alone is rather a person."""
    alone = {fold(tree.words[a]) for a, b, label in spans if label == PERSON and b - a == 1}
    for name, each in votes.items():
        if " " in name and name.rpartition(" ")[2] in alone:
            each.add(Clue(PEOPLE, 2.0))


def _count_links(tree: Tree, spans: Sequence[Named], votes: dict[str, Votes], antecedents: Antecedents) -> None:
    at: dict[int, Votes | None] = {t: None for a, b, _ in spans for t in range(a, b)}
    at |= {t: each for each in votes.values() for t in each.tokens()}
    for token in antecedents:
        meant = _meant(tree, token, antecedents, at) if token not in at else None
        if meant is not None:
            meant.add(*_link(tree, token))


def _meant(tree: Tree, token: int, antecedents: Antecedents, at: Mapping[int, Votes | None]) -> Votes | None:
    """The candidate to which a word is linked most strongly, over other pronouns if need be."""
    subject = tree.subject_before(token) if tree.words[token] == "Its" else None
    if subject is not None and subject in at:
        return at[subject]
    for _ in range(DEEP):
        other, score = next(iter(antecedents.get(token, ())), (token, 0.0))
        if score <= 0 or other in at:
            return at.get(other) if score > 0 else None
        if tree.words[other].lower() not in _THINGS | _SOMEBODY:
            return None
        token = other
    return None


def _link(tree: Tree, token: int) -> Iterator[Clue]:
    """What a pronoun or a description tells of whatever it refers to."""
    word = tree.words[token].lower()
    if word in _THINGS:
        yield Clue(THING, 0.5)
        if word == "its":
            yield from belongings(tree, token + 1, owned=True)
    elif word in _SOMEBODY:
        yield Clue(PEOPLE, 1.0)
    elif tree.pos[token] == "NOUN":
        yield from of_description(tree, token, 1.5)


def _states(spans: Sequence[Named], tree: Tree) -> set[int]:
    """The tokens of the names of states that the tables hold."""
    tables = knowledge.tables()
    return {t for a, b, _ in spans if tables.state_named(text_of(tree, a, b)) is not None for t in range(a, b)}


def _is_adjective(word: str, name: str) -> bool:
    """The name may lose up to two letters before a longer ending: "Tarvian" of "Tarvos"."""
    if word.startswith(name) and _ENDING.fullmatch(word[len(name) :]):
        return True
    stems = (name[:-cut] for cut in (1, 2) if len(name) - cut >= SHORTEST)
    return any(word.startswith(stem) and _LONGER.fullmatch(word[len(stem) :]) for stem in stems)


def _seen_again(tree: Tree, spans: Sequence[Named], labels: dict[str, str]) -> list[Named]:
    """With the places of these names, of surnames and of the beginnings of companies where the model saw no name."""
    surnames = {fold(tree.words[b - 1]): PERSON for a, b, label in spans if label == PERSON and b - a > 1}
    companies = {
        fold(tree.words[a]): ORGANISATION
        for a, b, label in spans
        if label == ORGANISATION and b - a > 1 and fold(tree.words[b - 1]) in actor_words().companies
    }
    taken = {t for a, b, _ in spans for t in range(a, b)}
    known = {**companies, **surnames, **labels}
    found = [
        Named(token, token + 1, known[fold(word)])
        for token, word in enumerate(tree.words)
        if token not in taken and word[:1].isupper() and fold(word) in known and _stands_alone(tree, token)
    ]
    return sorted([*spans, *found])


def _stands_alone(tree: Tree, token: int) -> bool:
    """Whether a word is a name by itself and no part of "Drussen Street"."""
    beside = (token - 1, token + 1)
    named = any(
        0 <= t < len(tree.words) and tree.pos[t] == "PROPN" and tree.words[t][:1].isupper()
        and (tree.heads[t] == token or tree.heads[token] == t) for t in beside
    )  # fmt: skip
    return tree.pos[token] == "PROPN" and not named
