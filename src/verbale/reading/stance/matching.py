"""Where a frame stands in a sentence, and which token its argument is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..lexicon.frames import Frame, Frames
from ..lexicon.questions import question_words
from ..tree import Tree
from .arguments import RELATIVE, argument_of, shape
from .phrases import is_time

REACH = 8  # tokens within which the words of one predicate stand
FORMS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADP": "preposition",
         "SCONJ": "preposition", "ADV": "adjective"}  # fmt: skip
MARKS = "\"“”'‘’"
_ABOUT = frozenset({"to", "with", "on", "for", "of", "from", "about", "over", "against", "in"})


@dataclass(frozen=True, slots=True)
class Match:
    """A frame at a token; `argument` is the head of the phrase or clause that the predicate is about."""

    frame: Frame
    token: int
    argument: int
    place: str


def match(tree: Tree, token: int, frames: Frames, accept: Callable[[int], bool] | None = None) -> Match | None:
    """The frame at a token that has the most words and an argument in the sentence, one that is accepted.

    A frame that needs none ("none") has its own token as argument.
    """
    if tree.lemmas[token].lower() not in frames.heads and tree.words[token].lower() not in frames.heads:
        return None
    alone = None
    for frame, last in _worded(tree, token, frames):
        for place in frame.places:
            if place == "none" and not _is_suffered(tree, token, frame.form):
                return Match(frame, token, token, "none")
            if place == "alone" and alone is None and _is_alone(tree, token):
                alone = Match(frame, token, token, "none")  # unless a frame with an argument is found
            argument = _argument_at(tree, token, last, frame, place)
            if argument is not None and (accept is None or accept(argument)):
                return Match(frame, token, argument, place)
    return alone


def _worded(tree: Tree, token: int, frames: Frames) -> Iterator[tuple[Frame, int]]:
    """The frames whose words stand at and behind a token, each with the token of its last word."""
    near: set[str] | None = None
    aids = tree.lemmas[token] == "have" and tree.deps[token].startswith("aux")
    for lemma, form in _readings(tree, token):
        for frame in frames.at(lemma, form):
            if len(frame.lemmas) > 1:
                near = _words_behind(tree, token) if near is None else near
                if frame.lemmas[1] not in near or (aids and frame.lemmas[1] != "yet"):
                    continue  # "have met none of them" has none of the words of "have none"
            last = _last_word(tree, token, frame)
            if last is not None:
                yield frame, last


def _argument_at(tree: Tree, token: int, last: int, frame: Frame, place: str) -> int | None:
    """The argument of a frame in one place; what "which" stands for, and no time."""
    argument = argument_of(tree, token, last, frame, place)
    if argument is None or argument == token or (place == "object" and _is_told_to(tree, token, argument)):
        return None
    argument = _antecedent(tree, argument)
    timed = place == "object" and argument > token and len(frame.lemmas) > 1 and is_time(tree, argument)
    return None if timed else argument


def _is_told_to(tree: Tree, token: int, argument: int) -> bool:
    """ "encouraged parents to accept it": accepting it is encouraged, not the parents."""
    if tree.pos[token] != "VERB" or tree.deps[argument] not in ("obj", "iobj") or argument < token:
        return False
    clause = tree.child(token, "xcomp")
    return clause is not None and clause > argument and tree.tags[clause] == "VB" and shape(tree, clause) == "to do"


def _is_alone(tree: Tree, token: int) -> bool:
    """ "South Sudan accepted at once": without an object or a clause of its own."""
    if tree.child(token, "obj", "nsubj:pass", "ccomp", "xcomp", "csubj") is not None:
        return False
    about = (c for c in tree.all_children(token, "obl") if tree.case(c) in _ABOUT and not is_time(tree, c))
    return all(tree.lemmas[c] in ("date", "day") for c in about)


def _is_suffered(tree: Tree, token: int, form: str) -> bool:
    """ "is opposed by Hungary" is no adjective."""
    return form == "adjective" and any(tree.case(c) == "by" for c in tree.all_children(token, "obl"))


def _words_behind(tree: Tree, token: int) -> set[str]:
    """Words and lemmas that a predicate which begins here can go on with."""
    end = min(token + 1 + REACH, tree.sentences[tree.sentence[token]][1])
    return {w.lower() for t in range(token + 1, end) for w in (tree.lemmas[t], tree.words[t])}


def _readings(tree: Tree, token: int) -> Iterator[tuple[str, str]]:
    if tree.tags[token] in ("VBN", "VBG") and not _is_active(tree, token):  # "are opposed to" before "are opposed by"
        yield tree.words[token].lower(), "adjective"
    form = FORMS.get(tree.pos[token])
    if form is not None:
        yield tree.lemmas[token].lower(), form
    if form == "noun" and tree.deps[token] == "xcomp":
        yield tree.words[token].lower(), "adjective"  # "called the plan fair": the parse takes all for one noun
    if form == "noun" and tree.words[token - 2 : token] == ["due", "to"] and tree.child(token, "cop") is not None:
        yield tree.lemmas[token].lower(), "verb"  # "is due to attend": the parse takes it for a noun
    if form != "verb" and tree.child(token, "nsubj") is not None and tree.child(token, "obj") is not None:
        yield tree.words[token].lower(), "verb"  # "Oslo and Bern back the plan": the tagger takes it for an adverb


def _is_active(tree: Tree, token: int) -> bool:
    """ "has opposed it", "opposing it"."""
    perfect = any(tree.lemmas[c] == "have" for c in tree.all_children(token, "aux"))
    return perfect or tree.child(token, "obj") is not None


def _last_word(tree: Tree, token: int, frame: Frame) -> int | None:
    """The token of the predicate's last word; None where its words do not all stand close behind the first."""
    if len(frame.lemmas) == 1:
        return token
    at, rest = token, list(frame.lemmas[1:])
    for other in range(token + 1, min(token + 1 + REACH, tree.sentences[tree.sentence[token]][1])):
        if not rest:
            break
        if rest[0] in (tree.lemmas[other].lower(), tree.words[other].lower()) and not (
            len(rest) == 1 and _belongs_elsewhere(tree, other)
        ):
            at = other
            del rest[0]
        elif (frame.form == "preposition" and tree.pos[other] != "DET") or _parts(tree, other):
            break
    return None if rest else at


def _belongs_elsewhere(tree: Tree, token: int) -> bool:
    """The "no" of "said no outsider was invited" is no answer."""
    return tree.words[token].lower() == "no" and tree.deps[token] == "det"


def _parts(tree: Tree, token: int) -> bool:
    """Whether a token ends a predicate: a conjunction or a mark that is no quotation mark."""
    if tree.pos[token] == "PUNCT":
        return tree.words[token] not in MARKS and tree.words[token] != "-"
    return tree.pos[token] in ("SCONJ", "CCONJ")


def _antecedent(tree: Tree, argument: int) -> int:
    """ "the plan, which the union rejected": what "which" stands for."""
    if tree.words[argument].lower() in RELATIVE and tree.pos[argument] in ("PRON", "DET", "SCONJ"):
        verb = tree.heads[argument]
        for _ in range(3):
            if tree.deps[verb].startswith("acl"):
                return _measure_over(tree, tree.heads[verb])
            verb = tree.heads[verb]
    return argument


def _measure_over(tree: Tree, noun: int) -> int:
    """ "a ban on bags that the council approved": the ban, though the parse hangs the clause on the bags."""
    over, words = tree.heads[noun], question_words()
    hangs = tree.relations[noun] == "nmod" and not words.is_measure(tree.lemmas[noun])
    return over if hangs and words.is_measure(tree.lemmas[over]) else noun
