"""Admitting: where a frame stands as it does in stance, and where its words mean something else."""

from __future__ import annotations

from ..lexicon.questions import question_words
from ..lexicon.stances import Group, stances
from ..tree import Tree
from .matching import Match

_OF_MEASURES = frozenset({"harm", "good effects", "going ahead"})  # groups that tell a stance only of a measure


def admits(tree: Tree, found: Match, group: Group, voicing: frozenset[str]) -> bool:
    """Whether a matched predicate shows its group's stance; `voicing` are verbs that give a noun its holder."""
    token = found.token
    if group.name == "agreeing":
        return _is_deal(tree, found.argument)
    if group.name == "needing it" and found.frame.lemmas == ("need",):  # "we need rules" is no stance on a question
        return question_words().is_measure(tree.lemmas[found.argument])
    if group.name == "authoring":
        return question_words().is_measure(tree.lemmas[found.argument])
    if group.name == "reserving judgement" and tree.lemmas[token].lower() in stances().naming:
        return tree.child(token, "xcomp") is None  # "considers it a mistake"
    if group.name == "leaving":  # "withdrew its ships from the lake"
        return found.place == "object" or tree.child(token, "obj") is None
    if group.name == "going ahead" and tree.lemmas[token] in ("stay", "stand") and goes_on(tree, token):
        return False
    if group.name in _OF_MEASURES and not _is_matter(tree, found.argument):
        return False
    if group.holder == "speaker" and (_has_too(tree, token) or _is_of_somebody(tree, found.argument)):
        return False
    return found.place != "none" or found.frame.form != "noun" or _is_voiced(tree, token, voicing)


def goes_on(tree: Tree, verb: int) -> bool:
    """ "should go ahead" is no end."""
    return next(tree.all_children(verb, "advmod", "compound", "obl", "obj", "xcomp"), None) is not None


def _is_deal(tree: Tree, noun: int) -> bool:
    words = question_words()
    return words.concept(tree.lemmas[noun]) == words.concept("deal")


def _is_matter(tree: Tree, subject: int) -> bool:
    """Whether effects are told of a measure: what a flood ruins is nobody's stance."""
    points = tree.words[subject].lower() in ("it", "this", "that", "which")
    return points or tree.pos[subject] == "VERB" or question_words().is_measure(tree.lemmas[subject])


def _is_of_somebody(tree: Tree, subject: int) -> bool:
    """ "They are right": whoever says so takes their side."""
    return tree.words[subject].lower() in ("they", "he", "she", "we", "you", "i")


def _is_voiced(tree: Tree, noun: int, voicing: frozenset[str]) -> bool:
    """ "has reservations", "withdrew its support": without a word of what about."""
    verb = tree.heads[noun]
    governed = tree.deps[noun] in ("obj", "nsubj:pass") and tree.pos[verb] == "VERB"
    lemma = tree.lemmas[verb].lower()
    return governed and (lemma in voicing or bool(stances().frames.at(lemma, "verb")))  # "backed the objection"


def _has_too(tree: Tree, token: int) -> bool:
    """ "too great": no praise."""
    near = (tree.words[c].lower() for c in tree.all_children(token, "advmod") if c < token)
    return tree.pos[token] == "ADJ" and "too" in near
