"""What an article opens with and what it asks: questions before anybody is heard on them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from ..lexicon.questions import question_words, stem
from ..lexicon.stances import stances
from ..tree import Tree
from .matters import Matter

LEAD = 3  # sentences in which an article says what it is about
_DECIDING = frozenset(
    map(stem, ("decision", "debate", "ruling", "verdict", "question", "dispute", "row", "discussion"))
)
_ASKING = frozenset({"ask", "decide", "rule", "vote", "consider", "debate", "discuss"})
_NAMING = ("obj", "nsubj", "obl", "nmod", "root")


def leads(
    tree: Tree, taken: Collection[int], meetings: Mapping[int, int], matter_of: Callable[[int], Matter]
) -> list[Matter]:
    """What an article opens with: "a plan to ease the curbs", "a treaty banning such weapons"; and what it asks.

    Tokens `taken` are those of matters that somebody stands on already.
    """
    heads = [*_opening(tree, taken, meetings), *asked(tree, meetings)]
    return [m for m in map(matter_of, heads) if len(m.concepts) > 1 and not m.empty and not m.points]


def _opening(tree: Tree, taken: Collection[int], meetings: Mapping[int, int]) -> Iterator[int]:
    words = question_words()
    for first, end in tree.sentences[:LEAD]:
        for token in range(first, end):
            lemma = tree.lemmas[token]
            if tree.pos[token] != "NOUN" or token in meetings or token in taken or not words.is_measure(lemma):
                continue
            if words.concept(lemma) == words.concept("vote") or _is_stance(lemma):
                continue
            about = _decided_on(tree, token) if stem(lemma) in _DECIDING else None
            if about is not None:
                yield about
            elif tree.relations[token] in _NAMING:
                yield token


def _is_stance(lemma: str) -> bool:
    """ "support for a tax": the tax is the matter."""
    return bool(stances().frames.at(lemma.lower(), "noun")) and stem(lemma) not in question_words().pointing


def _decided_on(tree: Tree, noun: int) -> int | None:
    """ "a decision on the lunar station": the station."""
    about = (c for c in tree.all_children(noun, "nmod") if tree.case(c) in ("on", "over", "about"))
    return next((c for c in about if tree.pos[c] == "NOUN"), None)


def asked(tree: Tree, meetings: Mapping[int, int]) -> Iterator[int]:
    """ "Will Oslo veto the budget?", "asked whether Oslo would veto it": the heads of what is asked."""
    for token, word in enumerate(tree.words):
        clause = tree.heads[token]
        if word.lower() == "whether" and tree.lemmas[tree.heads[clause]].lower() in _ASKING:
            yield clause
    for first, end in tree.sentences:
        if any(tree.words[t] == "?" for t in range(max(first, end - 2), end)):
            root = next((t for t in range(first, end) if tree.heads[t] == t), first)
            if tree.pos[root] == "VERB" and root not in meetings:
                yield root
