"""The learned head over pairs of spans: the PLOVER class of a deed, how one actor is toward another, and the like.

Computes what training/model.py (pair_scores) was trained for, from the vectors that the encoder's one pass gave.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from .encoder import Floats
from .tree import Range

Halves = npt.NDArray[np.float16]


class Pairs:
    """Scores pairs of spans of one text; all ranges are half open and count tokens of its Doc.

    `vectors` (words, 3 * width) are what a word is as source, as target and as context; `tokens` (words,) are the
    words' places in the Doc, in order.
    """

    def __init__(
        self, vectors: Halves, tokens: npt.NDArray[np.int64], tables: Mapping[str, Floats],
        labels: Mapping[str, Sequence[str]],
    ) -> None:  # fmt: skip
        self._vectors, self._tokens, self._tables, self.labels = vectors, tokens, tables, labels

    def __call__(self, task: str, sentence: Range, source: Range | None, target: Range) -> dict[str, float]:
        """The probability of each label of a task, best first; empty where a span has no word.

        Raises:
            KeyError: when the model has no such task.
        """
        place = self._rows(sentence)
        as_source, as_target, context = np.split(self._vectors[place].astype(np.float32), 3, axis=1)
        spans = [(as_target, target), *([(as_source, source)] if source is not None else [])]
        means = [part[within] for part, span in spans if (within := self._inside(place, span)) is not None]
        if len(means) < len(spans):
            return {}
        pair = np.sum([m.mean(0) for m in means], axis=0)
        meeting = np.maximum(context + pair, 0).max(0)
        scores = np.concatenate([meeting, np.maximum(pair, 0)]) @ self._tables[f"{task}_weight"].T
        return _ranked(scores + self._tables[f"{task}_bias"], self.labels[task])

    def _rows(self, span: Range) -> slice:
        first, end = np.searchsorted(self._tokens, span)
        return slice(int(first), int(end))

    def _inside(self, place: slice, span: Range) -> slice | None:
        rows = self._rows(span)
        first, end = max(rows.start, place.start) - place.start, min(rows.stop, place.stop) - place.start
        return slice(first, end) if first < end else None


def _ranked(scores: Floats, labels: Sequence[str]) -> dict[str, float]:
    shifted = np.exp(scores - scores.max())
    found = dict(zip(labels, (shifted / shifted.sum()).tolist(), strict=True))
    return dict(sorted(found.items(), key=lambda item: -item[1]))
