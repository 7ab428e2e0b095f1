"""One phrase that means a meeting: its words, how definite it is, what it would call the meeting."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..lexicon.meetings import meeting_words
from ..lexicon.questions import stem
from ..stance.phrases import core
from ..times.calendar import WEEKDAYS
from ..tree import Tree

INDEFINITE = frozenset({"a", "an", "any", "no", "some", "every", "each", "several"})
_DEFINITE = frozenset({"the", "this", "these", "those", "their"})
_LOOSE = frozenset(
    "earlier previous past last former other another first second third two three four five several many future "
    "further more no any such these those next later new latest final opening closing planned long".split()
)
_APART = frozenset("earlier previous past last another other second separate third next later further".split())
_LONG = re.compile(r"\w+-(day|week|hour)(-long)?")
_LENGTHS = frozenset({"day", "week", "hour", "long"})
_ALONE = frozenset({"summit", "confer", "ceremoni", "championship"})


class Mention:
    """One phrase that means a meeting; `head` is its noun, `words` are the stems that tell which meeting it is."""

    def __init__(self, tree: Tree, head: int, places: Mapping[int, str]) -> None:
        self.head = head
        joined = {t for c in tree.all_children(head, "conj") for t in tree.subtree(c)}
        self.tokens = [t for t in core(tree, head) if head - 8 <= t <= head + 10 and t not in joined]
        self.determiner = next((tree.words[c].lower() for c in tree.all_children(head, "det")), "")
        self.owned = tree.child(head, "nmod:poss") is not None
        telling = [t for t in self.tokens if t != head and tree.pos[t] in ("NOUN", "PROPN", "ADJ", "NUM")]
        self.words = {stem(tree.words[t]) for t in telling if not _is_loose(tree, t)}
        self.apart = any(tree.words[t].lower() in _APART for t in self.tokens)
        self.plural = tree.tags[head] in ("NNS", "NNPS") and tree.lemmas[head].lower() != "talks"
        self.counted = any(tree.lemmas[t].lower() in ("many", "several", "few", "dozen") for t in self.tokens)
        only = all(tree.pos[t] == "NUM" for t in telling)
        self.numbered = only and tree.child(head, "nummod") is not None and tree.child(head, "nmod") is None
        self.span = tree.span(self.tokens)
        self.kind = stem(tree.lemmas[head])

    @property
    def is_bare(self) -> bool:
        return not self.words

    @property
    def is_definite(self) -> bool:
        return self.determiner in _DEFINITE or self.owned

    @property
    def is_told(self) -> bool:
        """Whether it says which meeting it is: "the talks" does not, "the summit" is one alone."""
        return not self.is_bare or (self.determiner == "the" and self.kind in _ALONE)

    @property
    def is_general(self) -> bool:
        """Meetings in general, not one of them."""
        few = self.plural and (self.counted or self.numbered)
        return self.determiner in ("any", "no", "every", "each") or few


def _is_loose(tree: Tree, token: int) -> bool:
    """Words that do not tell one meeting from another: "second", "two-day", "session"."""
    lemma, word = tree.lemmas[token].lower(), tree.words[token].lower()
    if word in _LOOSE or word in WEEKDAYS:
        return True
    hyphened = lemma in _LENGTHS and tree.words[token - 1 : token] == ["-"]
    return lemma in _LOOSE or lemma in meeting_words().nouns or hyphened or bool(_LONG.fullmatch(lemma))


def name_of(tree: Tree, mention: Mention) -> str:
    tokens = list(mention.tokens)
    while len(tokens) > 1 and tree.pos[tokens[0]] in ("DET", "PUNCT", "ADP"):
        tokens.pop(0)
    start, end = tree.span(tokens)
    return " ".join(tree.text[start:end].split())


def worth(mention: Mention) -> float:
    """How well a mention would do as the name: by its telling words, less where it is long."""
    return min(len(mention.words), 4) - 0.2 * max(0, len(mention.tokens) - 7)


def worth_of_name(name: str) -> float:
    length = len(name.split())
    return min(length - 1, 4) - 0.2 * max(0, length - 7)
