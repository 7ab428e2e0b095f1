"""Wordings by which something ends: "lifting the ban", "a delay to the works", "keeping Oslo out"."""

from __future__ import annotations

from ..lexicon.questions import question_words, stem
from ..tree import Tree

DEPTH = 4  # words from "a plan to end the ban" down to the ban
_BELOW = frozenset({"of", "to", "on", "for", "against"})


def is_turned(tree: Tree, head: int) -> bool:
    """Whether a wording with a head means that something ends, stops or is kept out."""
    turned, at = False, head
    for _ in range(DEPTH):
        turned ^= _turns(tree, at)
        below = _below(tree, at)
        if below is None:
            break
        turned ^= tree.case(below) == "against"
        at = below
    return turned


def _turns(tree: Tree, token: int) -> bool:
    """ "lift", "delay", "keep out": the word alone, or with its particle."""
    known = question_words().turning
    lemma = tree.lemmas[token].lower()
    if stem(lemma) in known:
        return True
    particles = {tree.words[c].lower() for c in tree.all_children(token, "compound:prt", "advmod")}
    particles |= {tree.case(c).partition(" ")[0] for c in tree.all_children(token, "obl")}
    return any(f"{stem(lemma)} {p}" in known for p in particles)


def _below(tree: Tree, at: int) -> int | None:
    """What a word of a wording is about."""
    if tree.pos[at] in ("VERB", "AUX"):
        return tree.child(at, "obj", "nsubj:pass")
    if stem(tree.lemmas[at]) in question_words().pointing and (clause := tree.child(at, "acl")) is not None:
        return clause
    return next((c for c in tree.all_children(at, "nmod") if tree.case(c) in _BELOW), None)
