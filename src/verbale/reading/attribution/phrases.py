"""The characters of a noun's phrase and of a verb with its auxiliaries."""

from __future__ import annotations

from collections.abc import Sequence

from ..tree import Tree
from .draft import Chars, Draft, covered


def verb_group(tree: Tree, verb: int) -> Chars:
    """A verb with its auxiliaries, and "as saying" after "is quoted"."""
    tokens = [verb, *tree.all_children(verb, "aux")]
    for child in tree.all_children(verb, "advcl", "xcomp"):
        if tree.lemmas[child] == "say" and tree.case_or_mark(child) == "as":
            tokens.append(child)
    return tree.span(sorted(tokens))


def noun_phrase(tree: Tree, head: int, without: Sequence[Chars] = ()) -> Chars:
    """The characters of a noun's phrase, as far as it reaches in one piece outside other spans."""
    tokens = [t for t in tree.subtree(head) if not covered((tree.starts[t], tree.ends[t]), without)]
    while tokens and tree.pos[tokens[-1]] in ("PUNCT", "SPACE"):
        tokens.pop()
    while tokens and tree.pos[tokens[0]] in ("PUNCT", "SPACE"):
        tokens.pop(0)
    return tree.span(tokens) if head in tokens else (tree.starts[head], tree.ends[head])


def name_phrase(tree: Tree, head: int) -> Chars:
    """A noun's phrase without the clauses that tell more of it: "a diplomat" of "a diplomat who asked for silence"."""
    left_out = [noun_phrase(tree, c) for c in tree.all_children(head, "acl") if tree.deps[c] == "acl:relcl"]
    return noun_phrase(tree, head, left_out)


def subject_of(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, or the name right before it that the parse has hung on another word."""
    found = tree.child(verb, "nsubj")
    if found is not None:
        return found
    at = min([verb, *tree.all_children(verb, "aux")]) - 1
    while at > 0 and tree.deps[at] in ("flat", "punct") and tree.pos[at] in ("PROPN", "PUNCT"):
        at = tree.heads[at] if tree.deps[at] == "flat" else at - 1
    return at if at >= 0 and tree.deps[at] == "nsubj" and tree.pos[at] in ("PROPN", "NOUN", "PRON") else None


def head_of_cue(tree: Tree, draft: Draft) -> int | None:
    """The word on which the last piece of a cue hangs; None where there is no cue."""
    tokens = tree.tokens(*draft.cue[-1]) if draft.cue else range(0)
    return tree.head_of(tokens) if tokens else None
