"""Endless mixed batches of windows: each step sees every task."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from verbale.reading.words import WINDOW, features, windows

from .corpora import IGNORE, Example
from .labels import UPOS

CLS, SEP, MASK = 101, 102, 103
NOMINAL = tuple(UPOS.index(u) for u in ("NOUN", "PROPN", "PRON"))
MIX = {"attribution": 5, "gum": 3, "ewt": 2, "names": 3, "gap": 2, "pairs": 12}  # windows of each corpus in a step
Window = dict[str, object]


@dataclass(slots=True)
class Batch:
    """`inputs` for the reader; `rows` says which windows belong to which corpus; `windows` hold their labels."""

    inputs: dict[str, Tensor]
    rows: dict[str, list[int]]
    windows: list[Window]


def cut(example: Example, start: int, end: int, word_ids: dict[str, int] | None = None) -> Window:
    """One window of an example with its labels, made relative to the window."""
    inputs = features(example.words, start, end, CLS, SEP)
    window: Window = {"inputs": inputs, "n": end - start}
    for name in ("tags", "sentence", "upos", "xpos", "relations", "names", "clusters"):
        values = getattr(example, name)
        if values is not None:
            window[name] = values[start:end]
    if example.heads is not None:
        heads = example.heads[start:end]
        window["heads"] = np.where((heads >= start) & (heads < end), heads - start, IGNORE)
    firsts = example.words.pieces[example.words.offsets[start:end]]
    lengths = np.diff(example.words.offsets[start : end + 1])
    seconds = example.words.pieces[np.minimum(example.words.offsets[start:end] + 1, len(example.words.pieces) - 1)]
    window["forms"] = firsts * 100_003 + np.where(lengths > 1, seconds, 0)
    window["paragraph"] = np.cumsum(example.words.gaps[start:end] >= 2)
    if example.upos is not None:
        window["nominal"] = np.isin(example.upos[start:end], NOMINAL)
    if example.tags is not None:
        window["tags"] = _opened(example.tags[start:end])
        inside = {k: (r, a - start, b - start) for k, (r, a, b) in example.spans.items() if start <= a and b < end}
        window["spans"] = inside
        window["parents"] = {(kind, child): parent for kind, child, parent in example.links}
    if example.pairs:
        window["pairs"] = example.pairs
    if example.pronoun is not None:
        word, right, wrong = example.pronoun
        window["pronoun"] = (word - start, tuple(w - start for w in right), tuple(w - start for w in wrong))
    return window


def _opened(tags: np.ndarray) -> np.ndarray:
    """BIO tags of a window that may begin within a span: there the span begins anew, as decoding has it."""
    tags = tags.copy()
    if tags[0] and tags[0] % 2 == 0:
        tags[0] -= 1
    return tags


def endless(examples: list[Example], group: int, rng: np.random.Generator) -> Iterator[list[Window]]:
    """Consecutive windows of one document, `group` at a time, documents in random order, cut anew each time."""
    while True:
        for index in rng.permutation(len(examples)):
            example = examples[index]
            if example.pronoun is not None:
                yield [cut(example, *_around(example, example.pronoun))]
                continue
            if example.pairs:
                yield [cut(example, 0, len(example.words))]
                continue
            shorter = int(rng.integers(WINDOW // 4, WINDOW + 1))
            cuts = list(windows(example.words, WINDOW, shorter))
            for at in range(0, len(cuts), group):
                yield [cut(example, a, b) for a, b in cuts[at : at + group]]


def _around(example: Example, pronoun: tuple[int, tuple[int, ...], tuple[int, ...]]) -> tuple[int, int]:
    """The text of a GAP example, shortened from the far end if it is longer than a window."""
    start, end = 0, len(example.words)
    offsets = example.words.offsets
    keep = {pronoun[0], *pronoun[1], *pronoun[2]}
    while offsets[end] - offsets[start] > WINDOW and end - 1 > max(keep):
        end -= 1
    while offsets[end] - offsets[start] > WINDOW and start < min(keep):
        start += 1
    return start, end


def shuffled(stream: Iterator[list[Window]], rng: np.random.Generator, size: int = 400) -> Iterator[list[Window]]:
    """Groups in an order that mixes documents."""
    pool = [next(stream) for _ in range(size)]
    while True:
        at = int(rng.integers(size))
        yield pool[at]
        pool[at] = next(stream)


def mixed(data: dict[str, list[Example]], seed: int, mix: dict[str, int] = MIX) -> Iterator[Batch]:
    rng = np.random.default_rng(seed)
    streams = {name: shuffled(endless(data[name], 3 if name == "gum" else 1, rng), rng) for name in mix}
    while True:
        chosen: list[Window] = []
        rows: dict[str, list[int]] = {}
        for name, count in mix.items():
            rows[name] = []
            while len(rows[name]) < count:
                group = next(streams[name])
                rows[name] += range(len(chosen), len(chosen) + len(group))
                chosen += group
                if name == "gum":
                    break
        yield Batch(collate(chosen), rows, chosen)


def collate(chosen: list[Window]) -> dict[str, Tensor]:
    inputs: list[dict[str, np.ndarray]] = [w["inputs"] for w in chosen]  # type: ignore[misc]
    length = max(len(i["ids"]) for i in inputs)
    words = max(len(i["first"]) for i in inputs)
    batch = {
        name: torch.as_tensor(np.stack([_padded(i[name], length) for i in inputs]))
        for name in ("ids", "shapes", "gaps", "quotes")
    }
    batch["first"] = torch.as_tensor(np.stack([_padded(i["first"], words) for i in inputs]))
    lengths = torch.tensor([len(i["ids"]) for i in inputs])
    batch["mask"] = torch.where(torch.arange(length)[None] < lengths[:, None], 0.0, float("-inf"))
    return batch


def _padded(values: np.ndarray, length: int, filler: int = 0) -> np.ndarray:
    return np.concatenate([values, np.full(length - len(values), filler)])


def gold(chosen: list[Window], name: str, words: int, filler: int) -> Tensor:
    """A label array (windows, words) with `filler` where there is no word."""
    return torch.as_tensor(np.stack([_padded(w[name], words, filler) for w in chosen]))  # type: ignore[arg-type]


def valid(chosen: list[Window], words: int) -> Tensor:
    lengths = torch.tensor([int(w["n"]) for w in chosen])  # type: ignore[call-overload]
    return torch.arange(words)[None] < lengths[:, None]


def mask_pieces(inputs: dict[str, Tensor], rate: float) -> None:
    """Hide a share of the pieces, so that the reader leans on context (word dropout)."""
    ids = inputs["ids"]
    hide = (torch.rand(ids.shape) < rate) & (ids != CLS) & (ids != SEP)
    ids[hide] = MASK
