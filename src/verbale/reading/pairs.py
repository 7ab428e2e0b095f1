"""The learned head over pairs of spans: the PLOVER class of a deed, how one actor is toward another, and the like.

Computes what training/model.py (pair_scores) was trained for, from the vectors that the encoder's one pass gave.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from io import SEEK_END
from tempfile import SpooledTemporaryFile
from typing import IO, Any

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
        self._vectors, self._tables, self.labels = vectors, tables, labels
        self._tokens = memoryview(np.ascontiguousarray(tokens).data)  # looked up one by one, which arrays are slow at
        self._sentence: _Sentence | None = None

    def __call__(self, task: str, sentence: Range, source: Range | None, target: Range) -> dict[str, float]:
        """The probability of each label of a task, best first; empty where a span has no word.

        Raises:
            KeyError: when the model has no such task.
        """
        known = self._of(sentence)
        pair = known.mean(1, self._rows(target))
        if source is not None and pair is not None:
            other = known.mean(0, self._rows(source))
            pair = None if other is None else pair + other
        if pair is None:
            return {}
        meeting = np.maximum((known.parts[2] + pair).max(0), 0)
        scores = self._tables[f"{task}_weight"] @ np.concatenate([meeting, np.maximum(pair, 0)])
        return _ranked(scores + self._tables[f"{task}_bias"], self.labels[task])

    def _of(self, sentence: Range) -> _Sentence:
        """The vectors of a sentence; those of the last one asked for are kept."""
        rows = self._rows(sentence)
        if self._sentence is None or self._sentence.rows != rows:
            self._sentence = _Sentence(rows, np.split(self._vectors.rows(*rows), 3, axis=1))
        return self._sentence

    def _rows(self, span: Range) -> Range:
        return bisect_left(self._tokens, span[0]), bisect_left(self._tokens, span[1])

    def __getstate__(self) -> dict[str, Any]:
        return {**vars(self), "_tokens": np.asarray(self._tokens), "_sentence": None}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state, _tokens=memoryview(state["_tokens"]))


class _Sentence:
    """What the words of a sentence are as source, target and context (`parts`), and the means of spans of them."""

    def __init__(self, rows: Range, parts: list[Floats]) -> None:
        self.rows, self.parts = rows, parts
        self._means: dict[tuple[int, Range], Floats] = {}

    def mean(self, part: int, span: Range) -> Floats | None:
        """The mean of a part over the rows of a span that lie in the sentence; None where there are none."""
        first, end = (min(max(row, self.rows[0]), self.rows[1]) - self.rows[0] for row in span)
        if first >= end:
            return None
        if (part, (first, end)) not in self._means:
            self._means[part, (first, end)] = np.add.reduce(self.parts[part][first:end]) / (end - first)
        return self._means[part, (first, end)]


def _ranked(scores: Floats, labels: Sequence[str]) -> dict[str, float]:
    shifted = np.exp(scores - scores.max())
    found = dict(zip(labels, (shifted / shifted.sum()).tolist(), strict=True))
    return dict(sorted(found.items(), key=lambda item: -item[1]))
