"""Two accounts of one deed: one says that it was done, the other that it was not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from verbale.record import Conflict, Statement

from ..lexicon.contradictions import Contradictions, contradictions
from ..lexicon.questions import question_words, stem
from ..stance import polarity, principals
from ..stance.phrases import core
from ..tree import Tree
from .sides import Words, one

NEAR = 4  # sentences in which both accounts stand
MOST = 120  # deeds of one article that are compared
_PAST = frozenset({"VBD", "VBN"})
_FUTURE = frozenset({"will", "would", "may", "might", "could", "should", "must", "shall", "can", "wo", "ca"})


@dataclass(frozen=True, slots=True)
class Told:
    """A deed told as done (+1) or not (-1): its group, its arguments as concepts and ids of actors.

    It `points` where an argument is a pronoun for what was said before.
    """

    deed: int | str
    sign: int
    about: frozenset[str]
    points: bool
    token: int
    statement: Statement


def deeds_told(words: Words) -> Iterator[Conflict]:
    known = contradictions()
    told = [t for s in words.statements for t in _told(words, s, known)][:MOST]
    for a, b in combinations(told, 2):
        if a.deed == b.deed and a.sign != b.sign and _is_one_deed(words, a, b):
            shown = (a.statement.id,), (b.statement.id,)
            yield from one(words.conflict("account", a.statement.speaker, b.statement.speaker, shown))


def _told(words: Words, statement: Statement, known: Contradictions) -> Iterator[Told]:
    tree = words.tree
    for span in statement.content:
        for token in tree.tokens(*span):
            if tree.pos[token] not in ("VERB", "ADJ") or not words.is_in(token, statement):
                continue
            (number, sign), noun = _deed(tree, token, known)
            if number in known.plain or not _is_fact(tree, token):
                continue
            none = _has_none(tree, token, known)
            if polarity.negated(tree, token) or none:
                sign = -sign
            if statement.denied:
                sign = -sign
            yield Told(number, sign, _about(words, token, noun), none or _points(tree, token), token, statement)


def _deed(tree: Tree, token: int, known: Contradictions) -> tuple[tuple[int | str, int], int | None]:
    """The group of a verb, or of the noun that it only carries; a verb of no group is one by itself."""
    lemma = tree.lemmas[token].lower()
    if lemma in known.light:
        noun = tree.child(token, "obj", "nsubj:pass")
        found = known.deeds.get(stem(tree.lemmas[noun])) if noun is not None else None
        if found is not None:
            return found, noun
    return known.deeds.get(stem(lemma), (lemma, 1)), None


def _is_fact(tree: Tree, token: int) -> bool:
    """Told as past, not wanted, asked or foretold."""
    if polarity.modal(tree, token) in _FUTURE or polarity.is_open(tree, token):
        return False
    if tree.deps[token] in ("xcomp", "acl", "advcl", "csubj", "acl:relcl"):
        return False
    past = tree.tags[token] in _PAST or any(tree.words[c].lower() in ("did", "had", "was", "were") for c in
                                           tree.all_children(token, "aux", "aux:pass", "cop"))  # fmt: skip
    return past


def _has_none(tree: Tree, token: int, known: Contradictions) -> bool:
    """ "Nobody asked us", "No decision has been taken": the negation stands on an argument."""
    for child in tree.all_children(token, "nsubj:pass", "obj", "nsubj"):
        dets = (tree.words[d].lower() for d in tree.all_children(child, "det"))
        if tree.words[child].lower() in known.nobody or "no" in dets:
            return True
    return False


def _about(words: Words, token: int, noun: int | None) -> frozenset[str]:
    """Who and what a deed is about: telling nouns as concepts, names as ids."""
    tree, known = words.tree, question_words()
    found: set[str] = set()
    for at in core(tree, token):
        if at in (token, noun) or tree.pos[at] not in ("NOUN", "PROPN", "PRON", "VERB"):
            continue
        if at in words.mentioned:
            found |= {words.mentioned[at], *_bodies(words, words.mentioned[at])}
        elif tree.pos[at] in ("NOUN", "VERB") and tree.lemmas[at].lower() not in known.empty:
            found.add(known.concept(tree.lemmas[at]))
    return frozenset(found)


def _points(tree: Tree, token: int) -> bool:
    """ "acknowledged it": what, was said before."""
    return any(tree.words[c].lower() in ("it", "that", "this", "them", "one", "so", "us", "me") for c in
               tree.all_children(token, "obj", "nsubj:pass", "advmod"))  # fmt: skip


def _bodies(words: Words, actor: str) -> tuple[str, ...]:
    """ "had not consulted her": nor her state."""
    return principals(words.actors[actor]) if actor in words.actors else ()


def _is_one_deed(words: Words, a: Told, b: Told) -> bool:
    """Whether two accounts share what they are about, or one says it with a pronoun right after the other."""
    apart = abs(words.tree.sentence[a.token] - words.tree.sentence[b.token])
    if apart > NEAR or not words.differ(a.statement.speaker or "", b.statement.speaker or ""):
        return False
    if a.about & b.about:
        return True
    follows = apart <= 1 or words.follow(a.statement, b.statement)
    return follows and isinstance(a.deed, int) and (not a.about or not b.about or a.points or b.points)
