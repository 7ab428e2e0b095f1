"""The sentences with pairs of actors, ready for the branch: by where they are from, in batches with some of each."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from verbale.reading.wordpieces import wordpiece_lookup

from . import pairs
from .corpora import Texts
from .train import base_model
from .windows import Window, of_pairs

Named = tuple[pairs.Row, Window]


@dataclass(frozen=True, slots=True)
class Steps:
    """Batches of sentences: of each kind as many as `shares` says."""

    kinds: Mapping[str, list[Window]]
    shares: Mapping[str, int]

    def step(self) -> list[list[Window]]:
        return [[w for kind, some in self.kinds.items() for w in random.choices(some, k=self.shares[kind])]]


@dataclass(frozen=True, slots=True)
class Sentences:
    """What is learned from, by kind; the deeds of the corpora with their rows."""

    deeds: list[Named]
    others: dict[str, list[Window]]

    def all(self) -> list[Window]:
        return [*(w for _, w in self.deeds), *(w for some in self.others.values() for w in some)]

    def before(self, shares: Mapping[str, int]) -> Steps:
        """Everything but `plv`."""
        return self._steps([w for row, w in self.deeds if not _is_plv(row)], shares)

    def without(self, fold: int | None, shares: Mapping[str, int]) -> Steps:
        """Everything but a fold of `plv`."""
        return self._steps([w for row, w in self.deeds if not (_is_plv(row) and row.fold == fold)], shares)

    def _steps(self, known: list[Window], shares: Mapping[str, int]) -> Steps:
        return Steps({"corpora": known, **self.others}, shares)

    def of(self, fold: int) -> list[Named]:
        """A fold of `plv`."""
        return [(row, w) for row, w in self.deeds if _is_plv(row) and row.fold == fold]


def _is_plv(row: pairs.Row) -> bool:
    return row.name.startswith("plv-")


def load(corpora: Path) -> Sentences:
    texts = Texts(wordpiece_lookup(base_model() / "tokenizer.json"))
    others = {"ours": pairs.ours(pairs.OWN, apart=False),
              "toward": pairs.directed(corpora / "directed_sentiment" / "train.txt"),
              "sentiment": pairs.sentiment(corpora / "newsmtsc" / "train.jsonl")}  # fmt: skip
    deeds = list(_windows(texts, pairs.deeds(corpora)))
    return Sentences(deeds, {kind: [w for _, w in _windows(texts, rows)] for kind, rows in others.items()})


def _windows(texts: Texts, rows: Iterable[pairs.Row]) -> Iterator[Named]:
    yield from ((row, of_pairs(each)) for row in rows for each in pairs.example(texts, row))
