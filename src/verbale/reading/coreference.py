"""Learned links from a word to what it refers to: word-level coreference (Dobrovolskii 2021) over the whole article.

Words are searched in blocks as they come, and vectors that no later word can reach are let go: what is kept of a text
of any length are its best links.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from .decoding import buckets
from .encoder import Floats

REACH = 150  # candidates before a word: about five hundred words of news
BLOCK = 256
LEAST = -4.0  # a score below which nobody would look
KEPT = 12
Ints = npt.NDArray[np.int64]
Links = tuple[tuple[int, float], ...]  # earlier places with their scores above "refers to nothing", best first
Antecedents = Mapping[int, Links]
T = TypeVar("T")


class Found(Antecedents):
    """The likeliest antecedents of each word that has some; of rows of `others` and `scores` the first `kept` count."""

    def __init__(self, places: Ints, others: Ints, scores: Floats, kept: Ints) -> None:
        self._places, self._others, self._scores, self._kept = places, others, scores, kept
        self._rows = {place: row for row, place in enumerate(places.tolist())}

    def __getitem__(self, place: int) -> Links:
        return self._links(self._rows[place])

    def get(self, place: int, default: T = None) -> Links | T:  # type: ignore[assignment]
        row = self._rows.get(place)
        return default if row is None else self._links(row)

    def __iter__(self) -> Iterator[int]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def _links(self, row: int) -> Links:
        kept = self._kept[row]
        return tuple(zip(self._others[row, :kept].tolist(), self._scores[row, :kept].tolist(), strict=True))

    def moved(self, to: Ints) -> Found:
        """The same links where place i is called to[i]."""
        return Found(to[self._places], to[self._others], self._scores, self._kept)


class Search:
    """Takes the words of an article that can refer, window by window, and finds for each the likeliest earlier ones."""

    def __init__(self, tables: Mapping[str, Floats], edges: Sequence[int]) -> None:
        self._tables, self._edges = tables, edges
        self._numbers: dict[str, int] = {}
        self._waiting: list[tuple[Ints, Ints, Floats, Floats]] = []
        self._before = 0  # words at the head of what waits that have been searched
        self._found: list[tuple[Ints, Ints, Floats, Ints]] = []

    def add(self, places: Ints, forms: Sequence[str], vectors: Floats, none: Floats) -> None:
        """Words at `places`, ascending, with their vectors (n, 2 * width) and scores of referring to nothing (n,)."""
        numbers = [self._numbers.setdefault(form, len(self._numbers)) for form in forms]
        self._waiting.append((places, np.asarray(numbers, dtype=np.int64), vectors, none))
        if sum(len(each[0]) for each in self._waiting) - self._before >= BLOCK:
            self._search(whole=False)

    def found(self) -> Found:
        """The links of all words so far; nothing can be added after."""
        if self._waiting:
            self._search(whole=True)
        if not self._found:
            none = np.zeros((0, KEPT), dtype=np.int64)
            return Found(none[:, 0], none, none.astype(np.float32), none[:, 0])
        return Found(*(np.concatenate(part) for part in zip(*self._found, strict=True)))

    def _search(self, whole: bool) -> None:
        """Search the blocks that are full, or all that is left, and keep what later blocks can reach."""
        places, forms, vectors, none = (np.concatenate(part) for part in zip(*self._waiting, strict=True))
        start = self._before
        while len(places) - start >= (1 if whole else BLOCK):
            end, low = min(start + BLOCK, len(places)), max(0, start - REACH)
            self._block(places, forms, vectors, none, (low, start, end))
            start = end
        low = max(0, start - REACH)
        self._waiting = [(places[low:].copy(), forms[low:].copy(), vectors[low:].copy(), none[low:].copy())]
        self._before = start - low

    def _block(self, places: Ints, forms: Ints, vectors: Floats, none: Floats, cut: tuple[int, int, int]) -> None:
        low, start, end = cut
        own, other = np.split(vectors, 2, axis=1)
        scores = own[start:end] @ other[low:end].T / np.sqrt(own.shape[1])
        distance = places[start:end, None] - places[None, low:end]
        scores += self._tables["coreference_distance"][buckets(distance, self._edges)]
        scores += self._tables["coreference_same"] * (forms[start:end, None] == forms[None, low:end])
        scores -= none[start:end, None]
        scores[distance <= 0] = -np.inf
        self._keep_best(scores, places[start:end], places[low:end])

    def _keep_best(self, scores: Floats, places: Ints, candidates: Ints) -> None:
        most = min(KEPT, scores.shape[1])
        chosen = np.sort(np.argpartition(-scores, most - 1, axis=1)[:, :most], axis=1)
        best = np.take_along_axis(scores, chosen, axis=1)
        order = np.argsort(-best, axis=1, kind="stable")
        best = np.take_along_axis(best, order, axis=1)
        others = candidates[np.take_along_axis(chosen, order, axis=1)]
        kept = (best > LEAST).sum(1)
        some, missing = kept > 0, ((0, 0), (0, KEPT - most))
        self._found.append((places[some], np.pad(others[some], missing), np.pad(best[some], missing), kept[some]))
