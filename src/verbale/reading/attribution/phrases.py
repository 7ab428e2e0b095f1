"""The characters of a noun's phrase and of a verb with its auxiliaries."""

from __future__ import annotations

from collections.abc import Sequence

from ..tree import Tree
from .draft import Chars, covered


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
