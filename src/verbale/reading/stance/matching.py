"""Where a frame stands in a sentence, and which token its argument is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..lexicon.frames import Frame, Frames
from ..lexicon.stances import stances
from ..tree import Tree
from .phrases import is_time

REACH = 8  # tokens within which the words of one predicate stand
FORMS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADP": "preposition",
         "SCONJ": "preposition", "ADV": "adjective"}  # fmt: skip
RELATIVE = frozenset({"which", "that", "who", "whom"})
MARKS = "\"“”'‘’"
_ABOUT = frozenset({"to", "with", "on", "for", "of", "from", "about", "over", "against", "in"})
_ASKING = frozenset({"WRB", "WP", "WP$"})
_CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis")


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
    near: set[str] | None = None
    for lemma, form in _readings(tree, token):
        for frame in frames.at(lemma, form):
            if len(frame.lemmas) > 1:
                near = _words_behind(tree, token) if near is None else near
                if frame.lemmas[1] not in near:
                    continue
            last = _last_word(tree, token, frame)
            if last is None:
                continue
            for place in frame.places:
                if (place == "none" and not _is_suffered(tree, token, form)) or (
                    place == "alone" and _is_alone(tree, token)
                ):
                    return Match(frame, token, token, "none")
                argument = _argument(tree, token, last, frame, place)
                if argument is None or argument == token:
                    continue
                argument = _antecedent(tree, argument)
                if place == "object" and argument > token and len(frame.lemmas) > 1 and is_time(tree, argument):
                    continue
                if accept is None or accept(argument):
                    return Match(frame, token, argument, place)
    return None


def _is_alone(tree: Tree, token: int) -> bool:
    """ "South Sudan accepted at once": without an object or a clause of its own."""
    if tree.child(token, "obj", "nsubj:pass", "ccomp", "xcomp", "csubj") is not None:
        return False
    return not any(tree.case(c) in _ABOUT and not is_time(tree, c) for c in tree.all_children(token, "obl"))


def _is_suffered(tree: Tree, token: int, form: str) -> bool:
    """ "is opposed by Hungary" is no adjective."""
    return form == "adjective" and any(tree.case(c) == "by" for c in tree.all_children(token, "obl"))


def _words_behind(tree: Tree, token: int) -> set[str]:
    """Words and lemmas that a predicate which begins here can go on with."""
    end = min(token + 1 + REACH, tree.sentences[tree.sentence[token]][1])
    return {w.lower() for t in range(token + 1, end) for w in (tree.lemmas[t], tree.words[t])}


def _readings(tree: Tree, token: int) -> Iterator[tuple[str, str]]:
    if tree.tags[token] in ("VBN", "VBG"):  # "are opposed to" before "are opposed by"
        yield tree.words[token].lower(), "adjective"
    form = FORMS.get(tree.pos[token])
    if form is not None:
        yield tree.lemmas[token].lower(), form
    if form != "verb" and tree.child(token, "nsubj") is not None and tree.child(token, "obj") is not None:
        yield tree.words[token].lower(), "verb"  # "Oslo and Bern back the plan": the tagger takes it for an adverb


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
        elif frame.form == "preposition" or _parts(tree, other):
            break
    return None if rest else at


def _belongs_elsewhere(tree: Tree, token: int) -> bool:
    """The "no" of "said no outsider was invited" is no answer."""
    return tree.words[token].lower() == "no" and tree.deps[token] == "det"


def _parts(tree: Tree, token: int) -> bool:
    """Whether a token ends a predicate: a conjunction or a mark that is no quotation mark."""
    if tree.pos[token] == "PUNCT":
        return tree.words[token] not in MARKS
    return tree.pos[token] in ("SCONJ", "CCONJ")


def _argument(tree: Tree, token: int, last: int, frame: Frame, place: str) -> int | None:
    if frame.form == "preposition":
        if place == "subject":  # "is out of the question"
            return tree.child(tree.heads[token], "nsubj") if tree.deps[token] == "case" else None
        return _of_preposition(tree, last)
    if place == "object":
        return _object(tree, token, last)
    if place == "subject":
        return _judged(tree, token, last)
    if place in ("that", "to do", "doing", "whether"):
        found = _clause(tree, token, place)
        return _clause(tree, last, place) if found is None and last != token else found
    return _behind(tree, token, last, place)


def _of_preposition(tree: Tree, last: int) -> int | None:
    """The noun that a preposition introduces; "in favour of the plan" is parsed in more than one way."""
    for child in tree.children[last]:
        if child > last and tree.deps[child].partition(":")[0] in ("nmod", "obl", "obj", "pobj"):
            return child
    head = tree.heads[last]
    if tree.deps[last] == "fixed":
        head = tree.heads[head]
    return head if head > last and tree.deps[last] in ("case", "fixed", "mark") else None


def _object(tree: Tree, token: int, last: int) -> int | None:
    if last != token and tree.pos[last] in ("ADP", "SCONJ", "PART", "ADV"):
        held = _of_preposition(tree, last)
        if held is not None and held > last:
            return held
    found = tree.child(token, "obj") or tree.child(token, "nsubj:pass") or tree.child(token, "iobj")
    if found is not None and found != last:
        return found
    if tree.deps[token].startswith("acl") and tree.tags[token] == "VBN":
        return tree.heads[token]
    if tree.deps[token] == "acl:relcl" and tree.words[tree.heads[token]].lower() == "what":
        return _cleft(tree, tree.heads[token])
    if tree.deps[token] == "conj" and tree.child(token, "aux:pass") is not None:  # "is bad and should be dropped"
        return tree.subject(token)
    if tree.deps[token] in ("xcomp", "ccomp") and tree.tags[token] == "VBN":  # "wants the ban lifted"
        found = tree.child(token, "nsubj") or tree.child(tree.heads[token], "obj")
        between = (c for c in tree.all_children(tree.heads[token], "obl") if tree.heads[token] < c < token)
        return found if found is not None else next(between, None)  # "called for the sale to be halted"
    if last != token and tree.pos[last] == "NOUN":  # "gave the go-ahead to": the object is the predicate's own word
        return None
    return None


def _cleft(tree: Tree, what: int) -> int | None:
    """ "What he opposes is selling the land"."""
    subject = tree.deps[what].partition(":")[0] in ("nsubj", "csubj")
    return tree.heads[what] if subject and tree.heads[what] > what else None


def _judged(tree: Tree, token: int, last: int) -> int | None:
    """The subject of a judgement; where a clause follows, "it" and the name of a doer only lead up to that."""
    found = tree.child(token, "nsubj", "csubj") or tree.child(last, "nsubj", "csubj")
    if found is None and tree.deps[token] == "xcomp" and tree.tags[token] == "VB":
        found = tree.subject(token)  # "the rule had to go"
    if found is None:
        return _so_called(tree, token) or _owner_of_participle(tree, token)
    leads_up = tree.pos[found] in ("PRON", "PROPN")
    return None if leads_up and (_clause(tree, token, "to do") or _clause(tree, token, "that")) else found


def _so_called(tree: Tree, token: int) -> int | None:
    """ "called the sale a disgrace", "described it as unfair": what is called so."""
    verb = tree.heads[token]
    named = tree.deps[token].partition(":")[0] in ("xcomp", "obl", "obj")
    if not named or tree.lemmas[verb].lower() not in stances().naming:
        return None
    called = [c for c in tree.all_children(verb, "obj", "nsubj:pass") if c != token]
    called += [c for c in tree.all_children(verb, "xcomp") if c < token and tree.pos[c] == "NOUN"]
    return next(iter(called), None)


def _owner_of_participle(tree: Tree, token: int) -> int | None:
    head = tree.heads[token]
    if not tree.deps[token].startswith("acl"):
        return None
    if tree.tags[token] != "VB":
        return head
    between = [c for c in tree.all_children(head, "nmod", "obl") if head < c < token]
    return between[-1] if between else head  # "its call for the ban to go"


def _clause(tree: Tree, token: int, place: str) -> int | None:
    for child in tree.all_children(token, *_CLAUSES):
        if _shape(tree, child) == place:
            return child
    verb = tree.heads[token]  # "it is right to invite", "voiced readiness to"
    if tree.pos[token] == "NOUN" and verb != token and tree.deps[token] in ("obj", "obl", "xcomp"):
        for child in tree.all_children(verb, "xcomp", "advcl", "csubj"):
            if child > token and _shape(tree, child) == place == "to do":
                return child
    return None


def _shape(tree: Tree, clause: int) -> str:
    asks = any(tree.tags[c] in _ASKING and c < clause for c in tree.children[clause])
    if asks and tree.deps[clause].partition(":")[0] in ("ccomp", "xcomp"):
        return "whether"  # "asked when it would be sold", "has not decided how to vote"
    marks = {tree.words[c].lower() for c in tree.all_children(clause, "mark")}
    if "whether" in marks:
        return "whether"
    if "to" in marks:
        return "to do"
    relation = tree.deps[clause].partition(":")[0]
    if tree.tags[clause] == "VBN" and relation in ("xcomp", "ccomp") and not marks:
        return "to do"  # "wants it scrapped"
    aided = any(tree.deps[c].startswith("aux") for c in tree.children[clause])
    if tree.tags[clause] == "VB" and relation in ("xcomp", "ccomp") and not marks and not aided:
        return "to do"  # "let them cross"
    if tree.tags[clause] == "VBG" and not aided:
        return "doing"
    if "if" in marks:
        return "other"
    return "that" if relation in ("ccomp", "csubj") or (relation == "acl" and "that" in marks) else "other"


def _behind(tree: Tree, token: int, last: int, preposition: str) -> int | None:
    """The noun or gerund that a preposition joins to the predicate."""
    for at in dict.fromkeys((token, last)):
        for child in tree.all_children(at, "obl", "nmod", "advcl", "acl", "xcomp", "ccomp"):
            if child <= token or is_time(tree, child):
                continue
            if preposition in (_introduced_by(tree, child), _cases(tree, child)):
                return _deed_asked_for(tree, at, child) if preposition == "for" else child
    if tree.pos[token] == "NOUN" and tree.deps[token] in ("obj", "nsubj"):
        for child in tree.all_children(tree.heads[token], "obl", "advcl"):
            if child > token and _introduced_by(tree, child) == preposition:
                return child
    return None


def _deed_asked_for(tree: Tree, token: int, noun: int) -> int:
    """ "called for the sale to be halted": the halting is called for, however the parse hangs it."""
    clauses = (c for c in tree.all_children(token, "xcomp", "advcl", "ccomp") if c > noun)
    return next((c for c in clauses if _shape(tree, c) == "to do"), noun)


def _cases(tree: Tree, child: int) -> str:
    """Prepositions that the parse keeps apart: "out of"."""
    return " ".join(tree.words[c].lower() for c in tree.all_children(child, "case") if c < child)


def _introduced_by(tree: Tree, child: int) -> str:
    return tree.case(child) or next((tree.words[c].lower() for c in tree.all_children(child, "mark")), "")


def _antecedent(tree: Tree, argument: int) -> int:
    """ "the plan, which the union rejected": what "which" stands for."""
    if tree.words[argument].lower() in RELATIVE and tree.pos[argument] in ("PRON", "DET", "SCONJ"):
        verb = tree.heads[argument]
        for _ in range(3):
            if tree.deps[verb].startswith("acl"):
                return tree.heads[verb]
            verb = tree.heads[verb]
    return argument
