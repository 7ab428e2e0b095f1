"""Meetings that no noun means: "will meet in Luxembourg on 16 June", "invited both sides to his office"."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from verbale.record import Span

from ..lexicon.meetings import meeting_words
from ..lexicon.questions import stem
from ..times import Time
from ..tree import Tree
from .draft import Draft
from .placing import PLACES, Days, days_of

_AGAIN = frozenset({"try", "talk", "speak", "sit"})


def told_by_verb(
    tree: Tree, verb: int, places: Mapping[int, str], days: Days, named: Container[int]
) -> Draft | None:
    """The meeting that a verb tells of, with its place and day; None where it tells of none.

    `named` holds the tokens that name actors: "met the envoys" is a meeting, "met the demand" none.
    """
    lemma, words = tree.lemmas[verb].lower(), meeting_words()
    if tree.pos[verb] != "VERB" or not (lemma in words.calling or lemma in words.gathering or lemma in _AGAIN):
        return None
    times = days.get(tree.sentence[verb], ())
    if lemma in words.calling:
        return _called(tree, verb, places, times)
    if not _gathers(tree, verb, named):
        return None
    where = next((c for c in tree.all_children(verb, "obl") if c in places and tree.case(c) in PLACES), None)
    day = _day(tree, verb, times)
    if day is None and where is None:
        return None
    ends = [tree.ends[t] for t in (verb, where, day[0] if day else None) if t is not None]
    start, place = tree.starts[verb], places[where] if where is not None else None
    return _draft(tree, verb, Span(start, max(ends)), place, day)


def _gathers(tree: Tree, verb: int, named: Container[int]) -> bool:
    lemma, subject = tree.lemmas[verb].lower(), tree.subject(verb)
    if subject is None or tree.pos[subject] not in ("NOUN", "PROPN", "PRON"):
        return False
    if lemma in _AGAIN:
        return any(tree.words[c].lower() == "again" for c in tree.all_children(verb, "advmod"))
    thing = tree.child(verb, "obj")
    if thing is not None and (lemma != "meet" or not any(t in named for t in tree.subtree(thing))):
        return False
    return lemma in meeting_words().gathering


def _day(tree: Tree, verb: int, times: Sequence[Time]) -> tuple[int, str] | None:
    return next((d for d in days_of(tree, times) if tree.heads[d[0]] == verb), None)


def _called(tree: Tree, verb: int, places: Mapping[int, str], times: Sequence[Time]) -> Draft | None:
    """ "invited both parties to his office in Gateshead on Thursday"."""
    rooms = meeting_words().rooms
    for noun in tree.all_children(verb, "obl"):
        if tree.case(noun) != "to" or tree.lemmas[noun].lower() not in rooms:
            continue
        below = tree.subtree(noun)
        place = next((places[t] for t in below if t in places), None)
        day = next((d for d in days_of(tree, times) if tree.heads[d[0]] in (verb, *below)), None)
        if day is not None:
            span = Span(tree.starts[verb], max(tree.ends[below[-1]], tree.ends[day[0]]))
            return _draft(tree, verb, span, place, day)
    return None


def _draft(tree: Tree, verb: int, span: Span, place: str | None, day: tuple[int, str] | None) -> Draft:
    """Named by its place, else by its day as the text has it: "meeting on 14 December"."""
    called = f"in {place}" if place is not None else ""
    if not called and day is not None:
        tokens = [t for t in tree.subtree(day[0]) if tree.pos[t] not in ("ADP", "PUNCT", "SPACE")]
        called = "on " + " ".join(tree.words[t] for t in tokens)
    words = {stem(place)} if place is not None else set()
    return Draft([verb], [span], words, f"meeting {called}", day and day[1], place)
