"""Pairs of spans with a label: deeds between actors, stance of one toward another, sentiment toward one.

Deeds are from `plv`, from PLOVER's gold records and, most of them, from sentences of our own (training/data/deeds).
"""

from __future__ import annotations

import csv
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .corpora import Example, Pair, Texts, covering
from .labels import DEEDS

OWN = Path(__file__).parent / "data" / "deeds"
FOLDS = 5
STRETCH, APART = 50, 10  # of our own lines one stretch of so many in so many is kept out: neighbours share a story
LONGEST = 120  # words; longer "sentences" of these corpora are broken pages
# PLOVER's gold records keep classes of an earlier draft: what they became.
RENAMED = {
    "DEMAND": "REQUEST", "FIGHT": "ASSAULT", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
}  # fmt: skip
_MARK = re.compile(r"</?[st]>")
_PLOVER_MARK = re.compile(r"\((SRC|TAR|SRC/TAR|EVT): ([^()]*)\)")
Chars = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of a corpus with its pairs: task, source (or none), target, label; spans count code points.

    `fold` is its part of a cross-validation, by its text: pairs of one sentence are never on both sides.
    """

    name: str
    text: str
    pairs: list[tuple[str, Chars | None, Chars, int]]

    @property
    def fold(self) -> int:
        return zlib.crc32(self.text.encode()) % FOLDS


def load(corpora: Path, texts: Texts, fold: int | None = None) -> Iterator[Example]:
    """All training pairs but a fold of `plv`; short corpora several times, so that a step sees each task."""
    rows = [*deeds(corpora, fold) * 5, *ours(OWN, apart=False), *directed(corpora / "directed_sentiment" / "train.txt"),
            *sentiment(corpora / "newsmtsc" / "train.jsonl")]  # fmt: skip
    for row in rows:
        yield from example(texts, row)


def deeds(corpora: Path, fold: int | None = None) -> list[Row]:
    """The deeds of the corpora but for a fold of `plv`."""
    rows = plv(corpora / "plv" / "PLV_train.tsv")
    return [*(r for r in rows if r.fold != fold), *plover(corpora / "plover")]


def example(texts: Texts, row: Row) -> Iterator[Example]:
    """The example of a row; pairs without a word are left out, and so are rows without pairs."""
    made = Example(row.name, texts.words(row.text))
    for task, source, target, label in row.pairs:
        a, b = source and covering(made.words, *source), covering(made.words, *target)
        if b[0] < b[1] and (a is None or a[0] < a[1]):
            made.pairs.append(Pair(task, a, b, label))
    if made.pairs and len(made.words) <= LONGEST:
        yield made


def plv(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t")):
            text, spans = unmarked(row["marked_sentence"])
            if "s" in spans and "t" in spans:
                found = ("deed", spans["s"], spans["t"], DEEDS.index(row["gold_root"]))
                yield Row(f"plv-{number}", text, [found])


def ours(folder: Path, *, apart: bool) -> Iterator[Row]:
    """Lines of class, a tab, and a sentence marked as those of `plv` are: those kept out of training, or the others."""
    for path in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            if (number // STRETCH % APART == 0) == apart:
                label, marked = line.split("\t")
                text, spans = unmarked(marked)
                yield Row(f"{path.stem}-{number}", text, [("deed", spans["s"], spans["t"], DEEDS.index(label))])


def unmarked(marked: str) -> tuple[str, dict[str, Chars]]:
    """The sentence without <s> and <t>, and where they stood."""
    text, at, opened, spans = "", 0, {}, {}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at, name = mark.end(), mark.group()[-2]
        if mark.group()[1] == "/":
            spans[name] = (opened.get(name, 0), len(text))
        else:
            opened[name] = len(text)
    return text + marked[at:], spans


def plover(folder: Path) -> Iterator[Row]:
    for row in json.loads((folder / "PLOVER_GSR_CAMEO.txt").read_text(encoding="utf-8")):
        label = RENAMED.get(row["event"], row["event"])
        info = row.get("textInfo")
        if label not in DEEDS or not isinstance(info, dict) or "markup" not in info:
            continue
        text, spans = _plover_spans(info["markup"])
        sources, targets = spans["SRC"] + spans["SRC/TAR"][:1], spans["TAR"] + spans["SRC/TAR"][1:]
        yield Row(row["id"], text, [("deed", s, t, DEEDS.index(label)) for s in sources[:1] for t in targets[:1]])


def _plover_spans(markup: str) -> tuple[str, dict[str, list[Chars]]]:
    text, at = "", 0
    spans: dict[str, list[Chars]] = {"SRC": [], "TAR": [], "SRC/TAR": [], "EVT": []}
    for mark in _PLOVER_MARK.finditer(markup):
        text += markup[at : mark.start()]
        spans[mark.group(1)].append((len(text), len(text) + len(mark.group(2))))
        text += mark.group(2)
        at = mark.end()
    return text + markup[at:], spans


def directed(path: Path) -> Iterator[Row]:
    """Lines of sentence, first, second, class; the two actors stand in square brackets."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        marked, _, _, label = line.split("\t")
        text, at, spans = "", 0, []
        for mark in re.finditer(r"\[([^\[\]]*)\]", marked):
            text += marked[at : mark.start()]
            spans.append((len(text), len(text) + len(mark.group(1))))
            text += mark.group(1)
            at = mark.end()
        if len(spans) == 2:
            yield Row(f"directed-{number}", text + marked[at:], [("toward", spans[0], spans[1], int(label))])


def sentiment(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            found: list[tuple[str, Chars | None, Chars, int]] = [
                ("sentiment", None, (t["from"], t["to"]), round(float(t["polarity"])) // 2 - 1) for t in row["targets"]
            ]
            yield Row(row["primary_gid"], row["sentence_normalized"], found)
