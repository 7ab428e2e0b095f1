"""What stands around a name and tells what bears it: "Tarvos's parliament", "shares in Brightwater", "Mr Roe".

Every clue is a sort with a weight: 3 where hardly anything else could bear the name, 1 where it may well be otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from .. import knowledge, lexicon
from ..lexicon.offices import MINISTERS
from ..tree import Range, Tree
from .words import actor_words

STATE, BODY, PEOPLE, THING, TOWN = "state", "body", "people", "thing", "town"
SURELY = 9.0
BEHIND = 6  # tokens behind a name that may tell
_PHRASE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "ADV"})
_JOINED = frozenset({"and", "or", ",", "&"})


class Clue(NamedTuple):
    """What a place of a name speaks for, and how much."""

    sort: str
    weight: float


def clues(tree: Tree, span: Range) -> Iterator[Clue]:
    """Everything that the words around tokens [first, end) tell."""
    yield from belongings(tree, span[1])
    yield from _before(tree, span[0], span[1])
    yield from _described(tree, span)
    yield from _addressed(tree, span)
    if _leads_with_minister(tree, span):
        yield Clue(STATE, 2.0)


# -- behind -------------------------------------------------------------------------------------------------


def belongings(tree: Tree, end: int, owned: bool = False) -> Iterator[Clue]:
    """ "X's parliament", "X troops": what stands behind a name that ends before a token, or behind "its" (`owned`)."""
    apostrophe = tree.tags[end : end + 1] == ["POS"] or tree.words[end : end + 1] in (["'S"], ["’S"])
    possessive, at = apostrophe or owned, end + apostrophe
    stop = at
    while stop < min(at + BEHIND, len(tree.words)) and (tree.pos[stop] in _PHRASE or tree.words[stop] == "-"):
        stop += 1
    words = [tree.words[t].lower() for t in range(at, stop)]
    if not words or (not possessive and not (tree.pos[at] == "NOUN" and tree.words[at].islower())):
        return
    for start in range(len(words)):
        found = lexicon.offices().at(words, start)
        if found is not None and (clue := _of_office(found[0])) is not None:
            yield clue
            return
    if not possessive:
        words = words[:1]
    for length in (2, 1):
        yield from _of_noun(" ".join(words[-length:]) if len(words) >= length else "", possessive)


def _of_office(title: lexicon.Title) -> Clue | None:
    known = actor_words()
    if title.office.name in known.of_bodies or title.office.held_for == "body":
        return Clue(BODY, 2.0)
    if title.office.name in known.local:
        return Clue(TOWN, 3.0)
    minister = title.office.name in MINISTERS and title.text not in MINISTERS
    if minister or title.office.name in known.of_states or (title.office.held_for == "state" and title.office.unique):
        return Clue(STATE, 3.0)
    return None


def _of_noun(noun: str, possessive: bool) -> Iterator[Clue]:
    known = actor_words()
    for sort, words, weight in (
        (STATE, known.of_states, 3.0 if possessive else 2.0), (STATE, known.of_states_or_leaders, 1.0),
        (BODY, known.of_bodies, 2.0), (PEOPLE, known.of_people, 2.0),
    ):  # fmt: skip
        if noun in words:
            yield Clue(sort, weight)


# -- before -------------------------------------------------------------------------------------------------


def _before(tree: Tree, first: int, end: int) -> Iterator[Clue]:
    """ "neighbouring X", "the capital of X", "shares in X", "the town of X", and the place that a line opens with."""
    one, two = (tree.words[first - k].lower() if first >= k else "" for k in (1, 2))
    known = actor_words()
    if one in known.neighbouring:
        yield Clue(STATE, 2.0)
    if one in ("of", "with", "to", "in", "for", "from") and two in known.before_states.get(one, "").split():
        yield Clue(STATE, 3.0)
    if one == "of" and two == "president":
        yield Clue(STATE, 1.0)
    if one in ("of", "in") and two in known.of_bodies:
        yield Clue(BODY, 2.0)
    if (one in ("of", ",") and two in known.towns) or one in known.towns:
        yield Clue(TOWN, 3.0)
    if one in ("across", "inside", "throughout", "into", "within"):
        yield Clue(STATE, 0.5)
    dateline = tree.words[first].isupper() and tree.words[end : end + 1] in ([","], ["("], ["-"], ["–"], ["—"], ["--"])
    if dateline and len(tree.words[first]) > 3 and _opens_line(tree, first):
        yield Clue(TOWN, SURELY)


def _opens_line(tree: Tree, token: int) -> bool:
    start = tree.starts[token]
    return not tree.text[tree.text.rfind("\n", 0, start) + 1 : start].strip()


def stands_beside(tree: Tree, span: Range, states: Collection[int]) -> bool:
    """Whether a name is joined with one at the tokens of states: "between X and Chad", "Chad, X and Peru"."""
    first, end = span
    first -= tree.words[first - 1 : first] == ["the"]
    left = first > 1 and tree.words[first - 1].lower() in _JOINED and first - 2 in states
    right = end + 1 < len(tree.words) and tree.words[end].lower() in _JOINED and end + 1 in states
    joined = {tree.relations[span[0]], *(tree.relations[t] for t in (end + 1,) if right)}
    return (left or right) and "conj" in joined


# -- told of ------------------------------------------------------------------------------------------------


def _described(tree: Tree, span: Range) -> Iterator[Clue]:
    """ "X, a landlocked country", "two insurers, X and Y", "X is a republic", "the airline X"."""
    for noun in _nouns_of(tree, span):
        firm = noun >= span[1] and tree.lemmas[noun].lower() in actor_words().firms  # "X, the company that runs it"
        yield from of_description(tree, noun, SURELY if firm else 3.0)
    first, end = span
    if tree.words[end : end + 2] == [",", "who"]:
        yield Clue(PEOPLE, 1.0)
    if tree.words[end : end + 2] == [",", "which"]:
        yield from (Clue(THING, 2.0), Clue(BODY, 1.0))
    if tree.words[end : end + 1] == [","] and end + 2 < len(tree.words) and tree.pos[end + 1] == "NUM":
        yield Clue(PEOPLE, 1.0 if tree.words[end + 2] in (",", ".") else 0.0)  # "X, 54, said"
    if first and tree.pos[first - 1] == "NOUN" and tree.words[first - 1].islower():
        yield from of_description(tree, first - 1, 2.0)


def _nouns_of(tree: Tree, span: Range) -> Iterator[int]:
    head = tree.head_of(range(*span))
    if tree.words[span[1] : span[1] + 1] in ([","], ["("], ["–"], ["—"], ["-"]):
        yield from (c for c in tree.all_children(head, "appos") if c >= span[1] and tree.pos[c] == "NOUN")
    top = tree.heads[head] if tree.deps[head].startswith("conj") else head
    governor = tree.heads[top]
    told = tree.deps[top] == "appos" or (
        tree.deps[head].startswith("nsubj") and tree.child(governor, "cop") is not None
    )
    if told and tree.pos[governor] == "NOUN":
        yield governor


def of_description(tree: Tree, noun: int, weight: float) -> Iterator[Clue]:
    """What a common noun makes of whatever is called by it."""
    if tree.lemmas[noun].lower() in actor_words().lands:
        yield Clue(STATE, weight)
        return
    if tree.lemmas[noun].lower() in actor_words().towns:
        yield Clue(TOWN, weight)
        return
    known = lexicon.descriptions().find(tree.words[noun])
    if known is not None and tree.lemmas[noun].lower() not in actor_words().either:
        yield Clue(BODY if known.kind == "organisation" else PEOPLE, weight if known.kind != "group" else 0.0)


def _addressed(tree: Tree, span: Range) -> Iterator[Clue]:
    """ "Mr X", "President X", and names that people or leaders bear."""
    first, end = span
    before = tree.words[first - 1] if first else ""
    title = before[:1].isupper() and (
        lexicon.honorifics().find(before) is not None or before.lower() in lexicon.offices().heads
    )
    if title:
        yield Clue(PEOPLE, 3.0)
    if end - first == 1:
        tables = knowledge.tables()
        if tables.gender_of_leaders(tree.words[first]) is not None:
            yield Clue(PEOPLE, 1.5)
        if tables.gender_of_given_name(tree.words[first]) is not None:
            yield Clue(PEOPLE, 0.5)


def _leads_with_minister(tree: Tree, span: Range) -> bool:
    """ "X will not pay, Foreign Minister Ann Roe said": who acts in what a minister of no named state says."""
    head = tree.head_of(range(*span))
    if not tree.deps[head].startswith("nsubj"):
        return False
    first, end = tree.sentences[tree.sentence[head]]
    for token in range(max(span[1], first), end):
        if tree.words[token] == "Minister" and tree.words[token - 1][:1].isupper() and token - 1 >= span[1]:
            before = token - 2
            while before > span[1] and tree.words[before][:1].isupper():
                before -= 1
            return tree.words[before] in (",", "and") or tree.lemmas[before] in ("say", "tell")
    return False
