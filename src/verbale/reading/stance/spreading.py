"""Where in an article something is spoken of: the sentences of a concept, the paragraphs of the text."""

from __future__ import annotations

from collections.abc import Iterable

from ..lexicon.questions import question_words
from ..tree import Tree

_TELLING = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})


def spread(tree: Tree, concepts: Iterable[str]) -> dict[str, set[int]]:
    """For each of some concepts the sentences in which it is spoken of."""
    words, wanted = question_words(), frozenset(concepts)
    found: dict[str, set[int]] = {}
    beginnings = frozenset(b for concept in wanted for b in words.begins(concept))
    for lemma, pos, sentence in zip(tree.lemmas, tree.pos, tree.sentence, strict=True):
        if pos in _TELLING and lemma[:3].lower() in beginnings and (concept := words.concept(lemma)) in wanted:
            found.setdefault(concept, set()).add(sentence)
    return found


def paragraphs(tree: Tree) -> list[int]:
    """For each token the number of its paragraph: a sentence that ends with a line break ends one."""
    found, number = [], 0
    for first, end in tree.sentences:
        found += [number] * (end - first)
        number += any("\n" in tree.words[t] for t in range(max(first, end - 2), end))
    return found
