"""From tagged words to attributions: which source and which content belong to which cue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .decoding import best_path, buckets, spans_of
from .encoder import Floats, Scores

SOURCE, CUE, CONTENT = 0, 1, 2
Range = tuple[int, int]
# What the linking head was trained for: a cue finds its source, a content fragment finds its cue.
_LINKS = ((CUE, SOURCE), (CONTENT, CUE))


@dataclass(frozen=True, slots=True)
class Attribution:
    """One reported saying as the model sees it: ranges of tokens, half open, each role perhaps empty."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    confidence: float = 1.0


def attributions_of(
    scores: Scores, paragraphs: npt.NDArray[np.int64], tables: Mapping[str, Floats], link_edges: Sequence[int]
) -> list[Attribution]:
    """Attributions within one window of words; ranges count words of the text. Content without a cue stands alone."""
    path = best_path(scores["tags"], tables["transitions"])
    spans: tuple[list[Range], ...] = ([], [], [])
    for kind, first, end in spans_of(path):
        spans[kind].append((first, end))
    linker = _Linker(scores["links"], paragraphs, tables, link_edges)
    source_of, _ = linker.best(0, spans[CUE], spans[SOURCE])
    cue_of, sure = linker.best(1, spans[CONTENT], spans[CUE])
    certainty = _certainty(scores["tags"], path)
    found = []
    for number, cue in enumerate(spans[CUE]):
        contents = [i for i, c in enumerate(cue_of) if c == number]
        source = [spans[SOURCE][source_of[number]]] if source_of[number] >= 0 else []
        fragments = [spans[CONTENT][i] for i in contents]
        confidence = min((sure[i] for i in contents), default=1.0) * _mean(certainty, [cue, *source, *fragments])
        found.append(_attribution(scores.start, source, [cue], fragments, confidence))
    for i, number in enumerate(cue_of):
        if number < 0:
            fragment = spans[CONTENT][i]
            found.append(_attribution(scores.start, [], [], [fragment], _mean(certainty, [fragment])))
    return found


def _attribution(
    offset: int, source: list[Range], cue: list[Range], content: list[Range], confidence: float
) -> Attribution:
    def moved(ranges: list[Range]) -> tuple[Range, ...]:
        return tuple((a + offset, b + offset) for a, b in ranges)

    return Attribution(moved(source), moved(cue), moved(content), round(float(confidence), 3))


def _certainty(emissions: Floats, path: list[int]) -> Floats:
    """The model's probability of each word's chosen tag."""
    shifted = np.exp(emissions - emissions.max(1, keepdims=True))
    chosen: Floats = shifted[np.arange(len(path)), path] / shifted.sum(1)
    return chosen


def _mean(certainty: Floats, ranges: list[Range]) -> float:
    return float(np.mean(np.concatenate([certainty[a:b] for a, b in ranges])))


class _Linker:
    """Bilinear scores of span ends with biases for distance and paragraph (training/losses.py: link_scores)."""

    def __init__(
        self, links: Floats, paragraphs: npt.NDArray[np.int64], tables: Mapping[str, Floats], edges: Sequence[int]
    ) -> None:
        kinds = len(tables["link_none"])
        self._parts = links.reshape(len(links), kinds, 2, 2, -1)
        self._paragraphs, self._tables, self._edges = paragraphs, tables, edges

    def best(self, kind: int, children: list[Range], parents: list[Range]) -> tuple[list[int], list[float]]:
        """For each child the index of its parent, -1 for none, and how sure that is."""
        if not children or not parents:
            return [-1] * len(children), [1.0] * len(children)
        scores = self._scores(kind, np.asarray(children), np.asarray(parents))
        shifted = np.exp(scores - scores.max(1, keepdims=True))
        sure = shifted.max(1) / shifted.sum(1)
        chosen = scores.argmax(1)
        return [int(c) if c < len(parents) else -1 for c in chosen], [float(s) for s in sure]

    def _scores(self, kind: int, children: npt.NDArray[np.int64], parents: npt.NDArray[np.int64]) -> Floats:
        parts = self._parts[:, kind]
        child = parts[children[:, 0], 0, 0] + parts[children[:, 1] - 1, 0, 1]
        parent = parts[parents[:, 0], 1, 0] + parts[parents[:, 1] - 1, 1, 1]
        scores = child @ parent.T / np.sqrt(child.shape[1])
        distance = parents[None, :, 0] - children[:, None, 0]
        apart = np.clip(self._paragraphs[parents[None, :, 0]] - self._paragraphs[children[:, None, 0]], -1, 1) + 1
        scores += self._tables["link_distance"][kind][buckets(distance, self._edges)]
        scores += self._tables["link_paragraph"][kind][apart]
        none = np.full((len(scores), 1), self._tables["link_none"][kind])
        joined: Floats = np.concatenate([scores, none], 1)
        return joined
