"""The parse of a Doc as plain lists, for rules that walk it: spaCy tokens are slow to touch one by one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, POS, TAG
from spacy.tokens import Doc

from .words import labels, plain

Range = tuple[int, int]
NOBODY: dict[str, list[int]] = {}  # the kin of a token without children


@dataclass(frozen=True, slots=True)
class Tree:
    """One entry for each token of the Doc; `start` and `end` are code point offsets, `sentence` a running number.

    White space tokens are children of the word before them; `deps` are Universal Dependencies relations, `relations`
    the same without their subtypes, `kin` the children of each token by both.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    relations: list[str]
    heads: list[int]
    children: list[list[int]]
    kin: list[dict[str, list[int]]]
    sentence: list[int]
    sentences: list[Range]

    @staticmethod
    def of(doc: Doc) -> Tree:
        text, words, starts = plain(doc)
        rows = doc.to_array([LEMMA, POS, TAG, DEP, HEAD])
        heads = (np.arange(len(words)) + rows[:, 4].astype(np.int64)).tolist() if words else []
        children: list[list[int]] = [[] for _ in words]
        for child, head in enumerate(heads):
            if child != head:
                children[head].append(child)
        sentences = [(s.start, s.end) for s in doc.sents] if words else []
        number = [n for n, (a, b) in enumerate(sentences) for _ in range(b - a)]
        lemmas, pos, tags, deps = (labels(doc, column) for column in rows[:, :4].T)
        kinds = {dep: dep.partition(":")[0] for dep in set(deps)}
        relations = [kinds[dep] for dep in deps]
        ends = [s + len(w) for s, w in zip(starts, words, strict=True)]
        kin = kin_of(heads, deps, relations)
        return Tree(
            text, words, starts, ends, lemmas, pos, tags, deps, relations, heads, children, kin, number, sentences
        )

    def tokens(self, start: int, end: int) -> range:
        """Tokens that overlap the characters [start, end)."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def head_of(self, tokens: range) -> int:
        """The token of a range on which the others hang: the first whose own head lies outside."""
        words = [t for t in tokens if self.pos[t] not in ("SPACE", "PUNCT")]
        for token in words:
            if self.heads[token] == token or self.heads[token] not in tokens:
                return token
        return words[0] if words else tokens[0] if tokens else 0

    def subtree(self, token: int) -> list[int]:
        """The token with everything below it, in order."""
        found, queue = [], [token]
        while queue:
            at = queue.pop()
            found.append(at)
            queue.extend(self.children[at])
        return sorted(found)

    def child(self, token: int, *relations: str) -> int | None:
        """The first child in one of the relations; "obl" also matches "obl:agent"."""
        kin = self.kin[token]
        if len(relations) == 1:
            return kin[relations[0]][0] if relations[0] in kin else None
        return min([kin[relation][0] for relation in relations if relation in kin], default=None)

    def all_children(self, token: int, *relations: str) -> Iterator[int]:
        kin = self.kin[token]
        if len(relations) == 1:
            return iter(kin.get(relations[0], ()))
        found = [kin[relation] for relation in relations if relation in kin]
        if len(found) < 2:
            return iter(found[0] if found else ())
        return iter(sorted({child for some in found for child in some}))

    def case(self, token: int) -> str:
        """The preposition of a noun, in lower case: "at", "according to"; empty when it has none."""
        mark = self.child(token, "case")
        if mark is None:
            return ""
        rest = [self.words[c] for c in self.all_children(mark, "fixed")]
        return " ".join([self.words[mark], *rest]).lower()

    def case_or_mark(self, token: int) -> str:
        """The word that introduces a phrase or a clause, in lower case."""
        mark = self.child(token, "case", "mark")
        return "" if mark is None else self.words[mark].lower()

    def subject(self, verb: int) -> int | None:
        """The subject of a verb, its own or that of the verb it is joined to or controlled by."""
        for _ in range(4):
            found = self.child(verb, "nsubj", "csubj")
            if found is not None:
                return found
            if self.relations[verb] not in ("conj", "xcomp", "advcl", "acl"):
                return None
            if self.deps[verb].startswith("acl"):
                return self.heads[verb]
            verb = self.heads[verb]
        return None

    def subject_before(self, token: int) -> int | None:
        """For the first word of a sentence the subject of the sentence before: whom "Its" takes up."""
        number = self.sentence[token]
        if number == 0 or self.sentences[number][0] != token:
            return None
        first, end = self.sentences[number - 1]
        root = next((t for t in range(first, end) if self.deps[t] == "ROOT"), first)
        return self.child(root, "nsubj")

    def span(self, tokens: list[int]) -> Range:
        """The characters from the first to the last of some tokens."""
        return self.starts[tokens[0]], self.ends[tokens[-1]]


def kin_of(heads: list[int], deps: list[str], relations: list[str]) -> list[dict[str, list[int]]]:
    """For each token its children by their relation, with and without its subtype."""
    kin = [NOBODY] * len(heads)
    for child, head in enumerate(heads):
        if child == head:
            continue
        if kin[head] is NOBODY:
            kin[head] = {}
        kin[head].setdefault(deps[child], []).append(child)
        if relations[child] != deps[child]:
            kin[head].setdefault(relations[child], []).append(child)
    return kin
