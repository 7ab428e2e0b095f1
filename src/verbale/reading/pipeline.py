"""The spaCy component: `nlp = spacy.blank("en"); nlp.add_pipe("verbale")`.

Sets sentences, tags, lemmas, the parse and entities on a Doc, and under `doc._`:
    attributions   tuple of linking.Attribution, ranges count tokens of the Doc
    antecedents    mapping: token index -> ((earlier token index, score), ...), best first
    pairs          pairs.Pairs, which rates pairs of spans; None for a text without words
    leanings       leaning.Leanings: stances and participation as the model sees them
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, POS, TAG
from spacy.language import Language
from spacy.symbols import IDS
from spacy.tokens import Doc

from .analysis import Analysis, analyse
from .encoder import Encoder, shipped_encoder
from .lemmas import lemma_of
from .linking import Attribution, Range
from .words import make_tokenizer

LONGEST = 100_000_000  # characters: what spaCy refuses by default, this component can read


def make_component(nlp: Language, name: str) -> Component:
    """The factory behind `nlp.add_pipe("verbale")`. It also sets the tokenizer that the model was trained with."""
    nlp.tokenizer = make_tokenizer(nlp.vocab)
    nlp.max_length = max(nlp.max_length, LONGEST)
    return Component(shipped_encoder(), name)


Language.factory(
    "verbale",
    assigns=[
        "token.tag",
        "token.pos",
        "token.dep",
        "token.lemma",
        "token.is_sent_start",
        "doc.ents",
        "doc._.attributions",
    ],
    func=make_component,
)
for _name, _default in (("attributions", ()), ("antecedents", None), ("pairs", None), ("leanings", None)):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)


class Component:
    """Doc in, the same Doc out, annotated."""

    def __init__(self, encoder: Encoder, name: str = "verbale") -> None:
        self.name = name
        self._encoder = encoder

    @property
    def model(self) -> str:
        """Name of the language model."""
        return str(self._encoder.facts["name"])

    def __call__(self, doc: Doc) -> Doc:
        return annotate(doc, analyse(doc, self._encoder))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 1) -> Iterator[Doc]:
        for doc in docs:
            yield self(doc)


def annotate(doc: Doc, analysis: Analysis) -> Doc:
    """Write an analysis onto its Doc. White space hangs on the word before it."""
    tokens = [int(i) for i in analysis.words.tokens]
    doc._.attributions = tuple(_on_tokens(a, tokens) for a in analysis.attributions)
    doc._.antecedents = analysis.antecedents.moved(analysis.words.tokens) if analysis.antecedents else {}
    doc._.pairs = analysis.pairs
    doc._.leanings = analysis.leanings.moved(analysis.words.tokens)
    if len(doc):
        rows: Any = _rows(doc, analysis, tokens)
        doc.from_array([TAG, POS, LEMMA, DEP, HEAD, ENT_IOB, ENT_TYPE], rows)
    return doc


def _rows(doc: Doc, analysis: Analysis, tokens: list[int]) -> npt.NDArray[np.uint64]:
    strings, n = doc.vocab.strings, len(doc)
    rows = np.zeros((n, 7), dtype=np.uint64)
    rows[:, 0], rows[:, 1], rows[:, 5] = strings.add("_SP"), IDS["SPACE"], 2
    heads, texts = np.arange(n), analysis.texts
    known: dict[str, int] = {}

    def key(label: str) -> int:
        if label not in known:
            known[label] = strings.add(label)
        return known[label]

    for i, token in enumerate(tokens):
        upos, name = analysis.upos[i], analysis.names[i]
        heads[token] = tokens[analysis.heads[i]]
        relation = "ROOT" if heads[token] == token else analysis.relations[i]
        rows[token, :5] = (key(analysis.xpos[i]), IDS[upos], key(lemma_of(texts[token], upos)), key(relation), 0)
        if name != "O":
            goes_on = name[0] == "I" and i > 0 and analysis.names[i - 1][1:] == name[1:]
            rows[token, 5:] = (1 if goes_on and tokens[i - 1] == token - 1 else 3, key(name[2:]))
    spaces = np.setdiff1d(np.arange(n), np.asarray(tokens, dtype=np.int64))
    for token in spaces:
        heads[token] = token - 1 if token else (tokens[0] if tokens else 0)
    rows[:, 4] = (heads - np.arange(n)).astype(np.int64).astype(np.uint64)
    return rows


def _on_tokens(attribution: Attribution, tokens: list[int]) -> Attribution:
    def moved(ranges: tuple[Range, ...]) -> tuple[Range, ...]:
        return tuple((tokens[a], tokens[b - 1] + 1) for a, b in ranges)

    return Attribution(
        moved(attribution.source), moved(attribution.cue), moved(attribution.content), attribution.confidence
    )
