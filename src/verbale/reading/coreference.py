"""Learned links from a word to what it refers to: word-level coreference (Dobrovolskii 2021) over the whole article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from .decoding import buckets
from .encoder import Floats

REACH = 150  # candidates before a word: about five hundred words of news
BLOCK = 256
LEAST = -4.0  # a score below which nobody would look
KEPT = 12
Antecedents = dict[int, tuple[tuple[int, float], ...]]


@dataclass(slots=True)
class Mentions:
    """The words of an article that can refer: their places and their vectors, gathered window by window."""

    places: list[npt.NDArray[np.int64]] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    vectors: list[Floats] = field(default_factory=list)
    none: list[Floats] = field(default_factory=list)

    def add(self, places: npt.NDArray[np.int64], forms: list[str], vectors: Floats, none: Floats) -> None:
        self.places.append(places)
        self.forms += forms
        self.vectors.append(vectors)
        self.none.append(none)


def antecedents(mentions: Mentions, tables: Mapping[str, Floats], edges: Sequence[int]) -> Antecedents:
    """For each word place the likeliest earlier places with their score above "refers to nothing", best first."""
    if not mentions.forms:
        return {}
    places = np.concatenate(mentions.places)
    own, other = np.split(np.concatenate(mentions.vectors), 2, axis=1)
    none = np.concatenate(mentions.none)
    numbers: dict[str, int] = {}
    forms = np.asarray([numbers.setdefault(f, len(numbers)) for f in mentions.forms])
    found: Antecedents = {}
    for start in range(0, len(places), BLOCK):
        end, low = min(start + BLOCK, len(places)), max(0, start - REACH)
        scores = own[start:end] @ other[low:end].T / np.sqrt(own.shape[1])
        distance = places[start:end, None] - places[None, low:end]
        scores += tables["coreference_distance"][buckets(distance, edges)]
        scores += tables["coreference_same"] * (forms[start:end, None] == forms[None, low:end])
        scores -= none[start:end, None]
        scores[distance <= 0] = -np.inf
        _keep_best(found, scores, places, start, low)
    return found


def _keep_best(found: Antecedents, scores: Floats, places: npt.NDArray[np.int64], start: int, low: int) -> None:
    most = min(KEPT, scores.shape[1])
    chosen = np.sort(np.argpartition(-scores, most - 1, axis=1)[:, :most], axis=1)
    best = np.take_along_axis(scores, chosen, axis=1)
    order = np.argsort(-best, axis=1, kind="stable")
    values = np.take_along_axis(best, order, axis=1).tolist()
    others = places[low + np.take_along_axis(chosen, order, axis=1)].tolist()
    for place, row, scored in zip(places[start : start + len(scores)].tolist(), others, values, strict=True):
        kept = tuple((other, score) for other, score in zip(row, scored, strict=True) if score > LEAST)
        if kept:
            found[place] = kept
