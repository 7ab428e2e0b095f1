"""Meetings that no noun means: "will meet in Luxembourg on 16 June", "invited both sides to his office"."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from verbale.record import Span

from .. import lexicon
from ..lexicon.meetings import meeting_words
from ..lexicon.questions import stem
from ..stance import polarity
from ..stance.phrases import is_time
from ..tree import Tree
from .days import Day, Days, when
from .draft import Draft
from .placing import PLACES, building, whole

_SENDING = ("send", "dispatch")
_TO_SIT = ("VB", "VBP", "VBZ")
_AGAIN = frozenset({"try", "talk", "speak", "sit"})


def told_by_verb(
    tree: Tree, verb: int, places: Mapping[int, str], days: Days, named: Container[int]
) -> Draft | None:
    """The meeting that a verb tells of, with its place and day; None where it tells of none.

    `named` holds the tokens that name actors: "met the envoys" is a meeting, "met the demand" none.
    """
    if tree.pos[verb] != "VERB" and tree.words[max(0, verb - 2) : verb] != ["due", "to"]:  # taken for a noun
        return None
    some = days.get(tree.sentence[verb], ())
    if tree.lemmas[verb].lower() in meeting_words().calling:
        return _called(tree, verb, places, some)
    debated = _debates(tree, verb) or _sits(tree, verb) or _brings(tree, verb, named)
    if not debated and not _gathers(tree, verb, named) and not receives(tree, verb, named):
        return None
    where, place = _place(tree, verb, places)
    day = next((d for d in some if tree.heads[d.head] == verb), None) or _behind(where, some)
    above = tree.heads[verb]
    if where is None and tree.deps[verb] in ("advcl", "xcomp") and tree.lemmas[above].lower() in _travelling():
        to = next((c for c in tree.all_children(above, "obl") if c in places and tree.case(c) == "to"), None)
        where, place = to, whole(tree, to, places) if to is not None else None  # "will fly to Lima on Monday to meet"
        day = day or next((d for d in some if tree.heads[d.head] == above), None)
    if where is None and _brings(tree, verb, named):
        where = next((c for c in tree.all_children(verb, "obl") if c in places and tree.case(c) == "to"), None)
        place = whole(tree, where, places) if where is not None else None
    if debated and (day is None or not (where is not None or _sits(tree, verb) or _brings(tree, verb, named))):
        return None
    if day is None and where is None:
        return _met(tree, verb, named)
    ends = [tree.ends[t] for t in (verb, where, day.head if day else None) if t is not None]
    starts = [tree.starts[t] for t in (verb, where) if t is not None]
    return _draft(tree, verb, Span(min(starts), max(ends)), place, day)


def _travelling() -> frozenset[str]:
    return meeting_words().travelling


def _met(tree: Tree, verb: int, named: Container[int]) -> Draft | None:
    """ "The minister will meet Ada Ilic": between two who are named, day and place may be left out."""
    subject, other = tree.subject(verb), next((c for c in tree.all_children(verb, "obj") if c in named), None)
    if tree.lemmas[verb] != "meet" or subject not in named or other is None or tree.pos[other] == "PRON":
        return None
    if tree.tags[verb] not in ("VBD", "VB") or polarity.negated(tree, verb):
        return None
    tokens = [t for t in range(other, tree.sentences[tree.sentence[other]][1]) if tree.heads[t] == other or t == other]
    whole_name = [t for t in tokens if t == other or tree.deps[t] == "flat"]
    start, end = tree.span(whole_name)
    return Draft([verb], [Span(tree.starts[verb], end)], {stem(tree.words[t]) for t in whole_name},
                 f"meeting with {tree.text[start:end]}")  # fmt: skip


def _place(tree: Tree, verb: int, places: Mapping[int, str]) -> tuple[int | None, str | None]:
    """The token and the words of the place at which a verb says that some meet."""
    around = [c for c in tree.all_children(verb, "obl", "obj") if tree.case(c) in PLACES]
    around += [c for o in tree.all_children(verb, "obl", "obj") for c in tree.all_children(o, "nmod")
               if tree.case(c) in PLACES]  # fmt: skip
    where = next((c for c in around if c in places), None)
    if where is not None:
        return where, whole(tree, where, places)
    house = next((c for c in around if tree.heads[c] == verb and building(tree, c) is not None), None)
    return house, building(tree, house) if house is not None else None


def _behind(where: int | None, days: Sequence[Day]) -> Day | None:
    """ "in Lima on Sunday": the parse may hang the day elsewhere."""
    return next((d for d in days if where is not None and where < d.first <= where + 2), None)


def _gathers(tree: Tree, verb: int, named: Container[int]) -> bool:
    lemma, subject = tree.lemmas[verb].lower(), tree.subject(verb)
    if subject is None or tree.pos[subject] not in ("NOUN", "PROPN", "PRON"):
        return False
    if lemma in _AGAIN and any(tree.words[c].lower() == "again" for c in tree.all_children(verb, "advmod")):
        return True
    things = [t for o in tree.all_children(verb, "obj") for t in tree.subtree(o)]
    other = any(t in named or tree.words[t].lower() == "each" or _is_somebody(tree, t) for t in things)
    if things and not (other and lemma in ("meet", "see", "face")):
        return False
    if lemma == "see" and not (things and tree.tags[verb] == "VB"):  # "will see the minister on Thursday"
        return False
    if lemma in meeting_words().talking and lemma not in meeting_words().gathering:
        return _are_several(tree, verb, subject)
    if "each" in (tree.words[t].lower() for t in things):
        return f"{lemma} each other" in meeting_words().gathering or lemma == "meet"
    particle = next((tree.words[c].lower() for c in tree.all_children(verb, "compound:prt", "advmod")), "")
    return bool({lemma, f"{lemma} {particle}"} & meeting_words().gathering)


def _is_somebody(tree: Tree, token: int) -> bool:
    """ "met a court registrar, Omar Haddad": whom the article names only here."""
    named = tree.tags[token] == "NNP" and not is_time(tree, token)
    office = tree.pos[token] == "NOUN" and lexicon.offices().find(tree.lemmas[token]) is not None
    words = meeting_words()
    return named or office or tree.lemmas[token].lower() in words.sent | words.chambers - words.rooms


def _are_several(tree: Tree, verb: int, subject: int) -> bool:
    """ "Chad and Niger have been talking in Geneva", "spoke by telephone": not one who speaks to others."""
    if any(tree.case(c) in ("to", "of", "for") for c in tree.all_children(verb, "obl")):
        return False
    return tree.child(subject, "conj") is not None or (tree.tags[subject] == "NNS" and _has_with(tree, verb))


def _has_with(tree: Tree, verb: int) -> bool:
    return any(tree.case(c) == "with" for c in tree.all_children(verb, "obl"))


def receives(tree: Tree, verb: int, named: Container[int]) -> bool:
    """ "will host the president in Lima": somebody has a guest, not a match."""
    if tree.lemmas[verb].lower() not in meeting_words().receiving:
        return False
    guests = [g for g in tree.all_children(verb, "obj", "nsubj:pass") if tree.pos[g] != "PRON"
              and tree.lemmas[g].lower() not in meeting_words().nouns]
    return any(t in named for g in guests for t in (g, *tree.all_children(g, "appos")))


def _debates(tree: Tree, verb: int) -> bool:
    """ "Ministers are due to discuss the package in Brussels on Friday"."""
    words, subject = meeting_words(), tree.subject(verb)
    if subject is None or tree.lemmas[verb].lower() not in words.debating or tree.tags[subject] != "NNS":
        return False
    return tree.lemmas[subject].lower() in words.sent


def _sits(tree: Tree, verb: int) -> bool:
    """ "The Senate committee takes up the matter on 20 August": a body that sits."""
    words, subject = meeting_words(), tree.subject(verb)
    if subject is None or tree.lemmas[subject].lower() not in words.chambers or tree.tags[verb] not in _TO_SIT:
        return False
    particle = next((tree.words[c].lower() for c in tree.all_children(verb, "compound:prt")), "")
    return f"{tree.lemmas[verb]} {particle}".strip().lower() in words.sittings


def _brings(tree: Tree, verb: int, named: Container[int]) -> bool:
    """ "wants both sides in Lima on 3 May", "will send delegations to Lima": some to a place that has a name."""
    if tree.lemmas[verb].lower() not in meeting_words().bringing or tree.tags[verb] not in _TO_SIT:
        return False
    some = [o for o in tree.all_children(verb, "obj") if o in named or tree.lemmas[o].lower() in meeting_words().sent]
    around = [c for o in (verb, *some) for c in tree.all_children(o, "obl", "nmod") if tree.case(c) in ("in", "to")]
    purpose = tree.lemmas[verb].lower() not in _SENDING or tree.child(verb, "advcl", "xcomp") is not None
    return bool(some) and purpose and any(tree.tags[c] == "NNP" for c in around)


def _called(tree: Tree, verb: int, places: Mapping[int, str], days: Sequence[Day]) -> Draft | None:
    """ "invited both parties to his office in Gateshead on Thursday"."""
    rooms = meeting_words().rooms
    for noun in tree.all_children(verb, "obl"):
        if tree.case(noun) != "to" or tree.lemmas[noun].lower() not in rooms:
            continue
        below = tree.subtree(noun)
        place = next((places[t] for t in below if t in places), None)
        day = next((d for d in days if tree.heads[d.head] in (verb, *below)), None)
        if day is not None:
            span = Span(tree.starts[verb], max(tree.ends[below[-1]], tree.ends[day.head]))
            return _draft(tree, verb, span, place, day)
    return None


def _draft(tree: Tree, verb: int, span: Span, place: str | None, day: Day | None) -> Draft:
    """Named by its place, else by its day as the text has it: "meeting on 14 December"."""
    called = f"in {place}" if place is not None else ""
    if not called and day is not None:
        tokens = [t for t in tree.subtree(day.head) if tree.pos[t] not in ("ADP", "PUNCT", "SPACE")]
        called = "on " + " ".join(tree.words[t] for t in tokens)
    words = {stem(place)} if place is not None else set()
    return Draft([verb], [span], words, f"meeting {called}", when(tree, verb, day) if day else None, place)
