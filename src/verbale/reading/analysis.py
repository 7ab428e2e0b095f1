"""Everything the model says of one text, before any rule: words with tags, trees, names, attributions, antecedents."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from .coreference import Found, Search
from .decoding import best_tree
from .encoder import Encoder, Floats, Scores
from .headlines import headline_end
from .leaning import Branch, Leanings
from .linking import Attribution, attributions_of
from .pairs import Pairs, Vectors
from .times.datelines import dateline
from .words import Words, plain, words_of

Ints = npt.NDArray[np.int64]
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(slots=True)
class Analysis:
    """Labels for n words: `upos`, `xpos`, `relations`, `names` (BIO) are label strings, `heads` word indexes.

    `texts` are the tokens of the Doc, white space too.
    """

    words: Words
    texts: list[str]
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    antecedents: Found | None = None
    pairs: Pairs | None = None
    leanings: Leanings = field(default_factory=Leanings)

    def lower(self, word: int) -> str:
        """The text of a word in lower case."""
        token: int = self.words.tokens[word]
        return self.texts[token].lower()


@dataclass(frozen=True, slots=True)
class _Edges:
    """Words with which a sentence begins, whatever the model says; 0 where there is no such word."""

    behind_headline: int
    report: int


def analyse(doc: Doc, encoder: Encoder) -> Analysis:
    """Read a tokenized Doc with the model."""
    known = plain(doc)
    words = words_of(doc, encoder.wordpieces, known)
    analysis = Analysis(words, known[1])
    paragraphs = np.cumsum(words.gaps >= 2, dtype=np.int64)
    search = Search(encoder.tables, encoder.facts["coreference"]["distances"])
    vectors, branch = Vectors(), Branch(encoder.tables, encoder.facts["branch"])
    labels = encoder.facts["labels"]
    edges = _Edges(_first_behind_headline(known[0], words), _report_begins(known[0], words))
    for scores in encoder(words):
        upos = [labels["upos"][i] for i in scores["upos"].argmax(1)]
        analysis.upos += upos
        analysis.xpos += [labels["xpos"][i] for i in scores["xpos"].argmax(1)]
        analysis.names += [labels["names"][i] for i in scores["names"].argmax(1)]
        _parse(analysis, scores, encoder, edges)
        window = paragraphs[scores.start : scores.end]
        analysis.attributions += attributions_of(scores, window, encoder.tables, encoder.facts["link"]["distances"])
        _refer(search, analysis, scores, upos)
        vectors.add(scores["pairs"])
        branch.read(scores, window, analysis.leanings)
    branch.join(analysis.leanings)
    if len(words):
        analysis.pairs = Pairs(vectors, words.tokens, encoder.tables, labels)
    analysis.antecedents = search.found()
    return analysis


def _refer(search: Search, analysis: Analysis, scores: Scores, upos: list[str]) -> None:
    at = np.asarray([i for i, u in enumerate(upos) if u in NOMINAL], dtype=np.int64)
    if len(at):
        places = at + scores.start
        forms = [analysis.lower(i) for i in places.tolist()]
        search.add(places, forms, scores["coreference"][at], scores["coreference_none"][at])


def _parse(analysis: Analysis, scores: Scores, encoder: Encoder, known: _Edges) -> None:
    """One tree for each sentence of the window."""
    labels = encoder.facts["labels"]["relations"]
    n = scores.end - scores.start
    edges = [*_sentence_starts(analysis, scores, known), n]
    heads = np.zeros(n, dtype=np.int64)
    for first, end in pairwise(edges):
        heads[first:end] = np.asarray(best_tree(scores["arcs"][first:end, first:end])) + first
    hidden = np.maximum(scores["relation_child"] + scores["relation_head"][heads], 0)
    rated = hidden @ encoder.tables["relation_weight"].T + encoder.tables["relation_bias"]
    is_root = heads == np.arange(n)
    root = labels.index("root")
    rated[~is_root, root] = -np.inf
    chosen = np.where(is_root, root, rated.argmax(1))
    analysis.relations += [labels[i] for i in chosen]
    analysis.heads += [int(h) + scores.start for h in heads]


def _report_begins(text: str, words: Words) -> int:
    """The first word after the dateline, which is no part of the first sentence; 0 where there is no dateline."""
    line = dateline(text)
    return int(np.searchsorted(words.starts, line.span.end)) if line else 0


def _first_behind_headline(text: str, words: Words) -> int:
    """The first word after the headline, which is one sentence; 0 where there is no headline."""
    return int(np.searchsorted(words.starts, headline_end(text)))


def _sentence_starts(analysis: Analysis, scores: Scores, known: _Edges) -> list[int]:
    """Where the model says so, after a headline, a dateline, a blank line, and a line that ended like a sentence."""
    starts = scores["sentence"] > 0
    for i in np.flatnonzero(starts[1 : max(1, known.behind_headline - scores.start)]).tolist():
        starts[i + 1] = analysis.lower(scores.start + i) in _STOPS
    gaps, shapes = (each[scores.start : scores.end] for each in (analysis.words.gaps, analysis.words.shapes))
    starts |= gaps == 3
    for i in np.flatnonzero(gaps == 2).tolist():
        before = analysis.lower(scores.start + i - 1) if scores.start + i > 0 else "."
        starts[i] |= before in _LINE_ENDS or shapes[i] != 1
    starts[0] = True
    for begins in (known.behind_headline, known.report):
        if scores.start < begins < scores.end:
            starts[begins - scores.start] = True
    return [int(i) for i in np.flatnonzero(starts)]


_STOPS = frozenset({".", "!", "?", "…"})
_LINE_ENDS = frozenset({".", "!", "?", ":", "”", '"', "''", ")", "…", "...", "»", "’", "'"})

__all__ = ["Analysis", "Floats", "analyse"]
