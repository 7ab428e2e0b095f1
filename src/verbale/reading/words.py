"""Words and word pieces: from a text to the arrays that the encoder reads.

Words are spaCy's English tokens (line breaks excepted), close to the words of the Universal Dependencies treebanks.
The encoder sees each word as WordPiece ids with three small features that an uncased vocabulary loses: the case
shape of the word, the gap before it, and whether it stands within quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.attrs import IDX, ORTH, SPACY
from spacy.lang.en import English
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import Vocab

from .quotes import Quotation, find_quotations, quote_states

Ints = npt.NDArray[np.int64]

WINDOW = 254  # pieces in one encoder call, without the two special ones
LONGEST_WORD = 12  # pieces kept of one word: an address or a line of noise must not fill a window
SHAPES = ("none", "lower", "title", "upper", "mixed", "number", "initial", "mark")
GAPS = ("none", "space", "line", "paragraph", "inside")
QUOTES = 4  # see quotes.quote_states
_LONGEST_SUFFIX = 200  # characters
_RUNS = [
    r"[!?]{2,}", r"={2,}", r"\*{2,}", r"_{2,}", r"~{2,}", r"-{2,}", r"<{2,}", r">{2,}", r"\${2,}", r"#{2,}",
    r"[\"“”„‟«»'‘’`]{20,}",  # a mile of quotation marks, taken off one by one, would take a square mile of time
]  # fmt: skip


def _near_end(suffixes: re.Pattern[str]) -> Callable[[str], re.Match[str] | None]:
    """Suffixes looked for in the last characters only: of a mile of quotation marks, each search would walk it all."""
    return lambda text: suffixes.search(text, max(0, len(text) - _LONGEST_SUFFIX))


def make_tokenizer(vocab: Vocab) -> Tokenizer:
    """spaCy's English tokenizer, with a run of one punctuation mark kept as one word, as the treebanks have it."""
    defaults = English.Defaults
    rules = defaults.tokenizer_exceptions or {}
    return Tokenizer(
        vocab,
        rules=rules,
        prefix_search=compile_prefix_regex([*_RUNS, *(defaults.prefixes or ())]).search,
        suffix_search=_near_end(compile_suffix_regex([*_RUNS, *(defaults.suffixes or ())])),
        infix_finditer=compile_infix_regex([*_RUNS, *(defaults.infixes or ())]).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )


@lru_cache(maxsize=65536)
def shape_of(word: str) -> int:
    """The case shape of a word, as an index into SHAPES."""
    if word.islower():
        return 1
    if word.isupper():
        return 6 if len(word) == 1 else 3
    if word[0].isupper() and word[1:].islower():
        return 2
    if word[0].isdigit():
        return 5
    return 4 if any(c.isalpha() for c in word) else 7


@dataclass(frozen=True, slots=True)
class Words:
    """A text as the encoder sees it: n words of m pieces.

    `tokens` (n) are indexes into the Doc, `starts` and `ends` (n) code point offsets, `offsets` (n + 1) say where the
    pieces of each word begin; `pieces` (m) are vocabulary ids; `shapes`, `gaps`, `quotes` (n) are the features.
    """

    tokens: Ints
    starts: Ints
    ends: Ints
    offsets: Ints
    pieces: Ints
    shapes: Ints
    gaps: Ints
    quotes: Ints
    quotations: tuple[Quotation, ...]

    def __len__(self) -> int:
        return len(self.tokens)


def labels(doc: Doc, keys: npt.NDArray[Any]) -> list[str]:
    """The strings behind an array of spaCy's hashes; 0 is the empty string."""
    strings = doc.vocab.strings
    known = {key: str(strings[key]) if key else "" for key in set(keys.tolist())}
    return [known[key] for key in keys.tolist()]


Plain = tuple[str, list[str], list[int]]


def plain(doc: Doc) -> Plain:
    """Text, tokens and token offsets of a Doc, without making a Token object for each (which is slow)."""
    rows = doc.to_array([ORTH, IDX, SPACY])
    tokens = labels(doc, rows[:, 0])
    spaces = [" " if space else "" for space in rows[:, 2].tolist()]
    text = "".join([part for pair in zip(tokens, spaces, strict=True) for part in pair])
    return text, tokens, rows[:, 1].tolist()


def words_of(doc: Doc, wordpieces: Callable[[str], Sequence[int]], known: Plain | None = None) -> Words:
    """Arrays for a tokenized Doc; `wordpieces` gives a word's vocabulary ids (at least one), `known` is `plain(doc)`.

    What hangs on the word alone is found once for each word form and spread over the places where it stands.
    """
    text, _, places = known or plain(doc)
    quotations = find_quotations(text)
    keys, which = np.unique(doc.to_array(ORTH), return_inverse=True)
    forms = labels(doc, keys)
    kinds = [_kind(form, wordpieces) for form in forms]
    breaks, shapes = _ints(kind[0] for kind in kinds), _ints(kind[1] for kind in kinds)
    tokens = np.flatnonzero(breaks[which] == 0)
    own = which[tokens]
    starts = np.asarray(places, dtype=np.int64)[tokens]
    ends = starts + _ints(len(form) for form in forms)[own]
    offsets, pieces = _spread([kind[2] for kind in kinds], own)
    return Words(
        tokens, starts, ends, offsets, pieces, shapes[own], _gaps(breaks[which], tokens, starts, ends),
        _quotes(text, quotations, starts, ends), quotations,
    )  # fmt: skip


def _kind(form: str, wordpieces: Callable[[str], Sequence[int]]) -> tuple[int, int, Sequence[int]]:
    """The gap that a token makes, as an index into GAPS, or 0 for a word; then its shape and its pieces."""
    if form.strip():
        return 0, shape_of(form), wordpieces(form)
    return 3 if form.count("\n") > 1 else 2 if "\n" in form or "\r" in form else 1, 0, ()


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)


def _spread(by_form: Sequence[Sequence[int]], own: Ints) -> tuple[Ints, Ints]:
    """Offsets and pieces of a row of words, given the pieces of each form and the form of each word."""
    counts = _ints(len(pieces) for pieces in by_form)
    table = _ints(piece for pieces in by_form for piece in pieces)
    base = np.cumsum(counts) - counts
    offsets = np.concatenate(([0], np.cumsum(counts[own])))
    return offsets, table[np.repeat(base[own] - offsets[:-1], counts[own]) + np.arange(offsets[-1])]


def _gaps(breaks: Ints, tokens: Ints, starts: Ints, ends: Ints) -> Ints:
    """The widest gap between each word and the one before it; `breaks` has an entry for each token, 0 for words."""
    if not len(tokens):
        return tokens
    gaps: Ints = np.maximum.reduceat(breaks[: tokens[-1] + 1], np.concatenate(([0], tokens[:-1] + 1)))
    gaps[1:][(gaps[1:] == 0) & (starts[1:] > ends[:-1])] = 1
    gaps[0] = 3
    return gaps


def _quotes(text: str, quotations: tuple[Quotation, ...], starts: Ints, ends: Ints) -> Ints:
    states = np.frombuffer(quote_states(text, quotations), dtype=np.uint8).astype(np.int64)
    first, last = states[starts], states[ends - 1]
    return np.where(ends - starts == 1, first, np.maximum(first, last) % 3)


def windows(words: Words, limit: int = WINDOW, first_limit: int | None = None) -> Iterator[tuple[int, int]]:
    """Cut the words into ranges of at most `limit` pieces, at paragraph ends where that costs less than half a window,
    else after a sentence mark, else where the window is full. `first_limit` makes the first one shorter."""
    offsets, gaps, n = words.offsets, words.gaps, len(words)
    start = 0
    room = first_limit or limit
    while start < n:
        end = max(start + 1, int(np.searchsorted(offsets, offsets[start] + room, side="right")) - 1)
        if end < n:
            end = _cut(words, gaps, start, end)
        yield start, min(end, n)
        start, room = end, limit


def _cut(words: Words, gaps: Ints, start: int, end: int) -> int:
    breaks = np.flatnonzero(gaps[start + 1 : end + 1] >= 2) + start + 1
    half = start + (end - start) // 2
    if len(breaks) and breaks[-1] > half:
        return int(breaks[-1])
    marks = np.flatnonzero((words.shapes[start:end] == 7) & (words.quotes[start:end] == 0)) + start + 1
    late = marks[marks > half]
    return int(late[-1]) if len(late) else end


def features(words: Words, start: int, end: int, cls: int, sep: int) -> dict[str, Ints]:
    """Encoder input for one window of n words, m pieces: arrays of m + 2, and `first` (n), each word's first piece."""
    a, b = int(words.offsets[start]), int(words.offsets[end])
    lengths = np.diff(words.offsets[start : end + 1])
    owner = np.repeat(np.arange(start, end), lengths)
    first = words.offsets[start:end] - a
    gaps = np.full(b - a, 4, dtype=np.int64)
    gaps[first] = words.gaps[start:end]
    return {
        "ids": _framed(words.pieces[a:b], cls, sep),
        "shapes": _framed(words.shapes[owner], 0, 0),
        "gaps": _framed(gaps, 0, 0),
        "quotes": _framed(words.quotes[owner], 0, 0),
        "first": first + 1,
    }


def _framed(values: Ints, before: int, after: int) -> Ints:
    return np.concatenate(([before], values, [after])).astype(np.int64)
