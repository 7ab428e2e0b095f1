"""The language model: one pass over a window of words gives every task its scores.

Two ONNX graphs: `model.onnx`, and `branch.onnx`, whose layers go on from what the lower layers and the last one of the
first make of the pieces (its outputs `below` and `above`) and know of stances, participation and pairs of actors.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from ..errors import ModelError
from .wordpieces import wordpiece_lookup
from .words import Words, features, windows

Floats = npt.NDArray[np.float32]
CLS, SEP = 101, 102
STATES = ("below", "above")  # what the branch goes on from
MODEL = Path(__file__).parent / "model"
# Merging skip connections into layer norms makes the int8 graph slower, not faster (measured: 28 % of the time).
_SLOWER = ["SkipLayerNormFusion", "EmbedLayerNormFusion"]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model says of the words [start, end): arrays with one row a word, by name (see training/model.py)."""

    start: int
    end: int
    arrays: dict[str, Floats]

    def __getitem__(self, name: str) -> Floats:
        return self.arrays[name]


class Encoder:
    """The shipped model, run on one core. Raises ModelError when its files are missing or damaged."""

    def __init__(self, folder: Path = MODEL) -> None:
        try:
            self.facts: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))
            self.wordpieces = wordpiece_lookup(folder / "tokenizer.json")
            self.tables = {**_tables(folder / "heads.npz"), **_tables(folder / "branch.npz")}
            self._session = _session(folder / "model.onnx")
            self._branch = _session(folder / "branch.onnx")
            self._branched: list[str] = list(self.facts["branch"]["outputs"])
        except Exception as error:
            raise ModelError(f"the model in {folder} cannot be loaded ({error}); install verbale again") from error
        self._outputs = [*STATES, *(name for name in self.facts["outputs"] if name not in self._branched)]

    def __call__(self, words: Words) -> Iterator[Scores]:
        """Score the words window by window, in order, without overlap."""
        for start, end in windows(words):
            inputs = {k: v[None] for k, v in features(words, start, end, CLS, SEP).items()}
            trunk = dict(zip(self._outputs, self._session.run(self._outputs, inputs), strict=True))
            given = {name: trunk.pop(name) for name in STATES}
            branch = self._branch.run(self._branched, {**given, "first": inputs["first"]})
            yield Scores(start, end, trunk | dict(zip(self._branched, branch, strict=True)))


def _tables(path: Path) -> dict[str, Floats]:
    with np.load(path) as tables:
        return dict(tables)


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
    )


@lru_cache(maxsize=1)
def shipped_encoder() -> Encoder:
    """The encoder that comes with the package, loaded once."""
    return Encoder()
