"""The learned head over pairs of spans: the PLOVER class of a deed, how one actor is toward another, and the like.

Computes what training/model.py (pair_scores) was trained for, from the vectors that the encoder's one pass gave.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import SEEK_END
from tempfile import SpooledTemporaryFile
from typing import IO

import numpy as np
import numpy.typing as npt

from .encoder import Floats
from .tree import Range

IN_MEMORY = 8_000_000  # bytes: fourteen thousand words


class Vectors:
    """Rows of half-precision numbers, one for each word of a text; those of a long text wait in a temporary file."""

    def __init__(self) -> None:
        self._file: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
        self._width = 0

    def add(self, rows: Floats) -> None:
        """Add the rows of the next words."""
        self._width = rows.shape[1]
        self._file.seek(0, SEEK_END)
        self._file.write(rows.astype(np.float16).tobytes())

    def rows(self, first: int, end: int) -> Floats:
        """The rows [first, end) in single precision."""
        size = 2 * self._width
        self._file.seek(first * size)
        found = np.frombuffer(self._file.read((end - first) * size), dtype=np.float16)
        return found.reshape(end - first, self._width).astype(np.float32)

    def __getstate__(self) -> tuple[int, bytes]:
        self._file.seek(0)
        return self._width, self._file.read()

    def __setstate__(self, state: tuple[int, bytes]) -> None:
        self.__init__()  # type: ignore[misc]
        self._width = state[0]
        self._file.write(state[1])


class Pairs:
    """Scores pairs of spans of one text; all ranges are half open and count tokens of its Doc.

    `vectors` (words, 3 * width) are what a word is as source, as target and as context; `tokens` (words,) are the
    words' places in the Doc, in order.
    """

    def __init__(
        self, vectors: Vectors, tokens: npt.NDArray[np.int64], tables: Mapping[str, Floats],
        labels: Mapping[str, Sequence[str]],
    ) -> None:  # fmt: skip
        self._vectors, self._tokens, self._tables, self.labels = vectors, tokens, tables, labels
        self._at: Range = (0, 0)
        self._parts: list[Floats] = []

    def __call__(self, task: str, sentence: Range, source: Range | None, target: Range) -> dict[str, float]:
        """The probability of each label of a task, best first; empty where a span has no word.

        Raises:
            KeyError: when the model has no such task.
        """
        place = self._rows(sentence)
        as_source, as_target, context = self._of_sentence(place)
        spans = [(as_target, target), *([(as_source, source)] if source is not None else [])]
        means = [part[within] for part, span in spans if (within := self._inside(place, span)) is not None]
        if len(means) < len(spans):
            return {}
        pair = sum((m.mean(0) for m in means[1:]), means[0].mean(0))
        meeting = np.maximum((context + pair).max(0), 0)
        scores = self._tables[f"{task}_weight"] @ np.concatenate([meeting, np.maximum(pair, 0)])
        return _ranked(scores + self._tables[f"{task}_bias"], self.labels[task])

    def _of_sentence(self, place: slice) -> list[Floats]:
        """What the words of a sentence are as source, target and context; the last sentence asked for is kept."""
        if (place.start, place.stop) != self._at or not self._parts:
            self._at = (place.start, place.stop)
            self._parts = np.split(self._vectors.rows(*self._at), 3, axis=1)
        return self._parts

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
