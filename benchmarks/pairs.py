"""Deeds, stance toward and sentiment toward actors: macro F1 of the model, and of deeds with the frames' help.

deeds      PLOVER classes (15) of `plv`, source and target given, by five folds: what the model thinks of each sentence
           stands in data/plv_folds.json, written by `python -m training.folds`, from one that had not seen its fold;
           frames and model together, as events of a record have it
shipped    the same with the shipped model on the fifth that it has not been trained on
ours       the same with the shipped model on those of our own sentences (training/data/deeds) that were left out; they
           are meant to be hard
toward     how one actor is toward another (5 classes), `directed_sentiment` valid, the model alone
sentiment  toward a person or group (3 classes), NewsMTSC `devtest_mt`, the model alone

`--calibration FILE` also writes how often a said confidence was right, as JSON (calibration.py draws it).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from training.labels import PAIR_LABELS
from training.pairs import OWN, Row, directed, ours, plv, sentiment

from .common import DATA, Result, Task, main

NAME = "pairs"
FOLD = 0  # left out when the shipped model was trained
FOLDS = DATA / "plv_folds.json"
PLV, DIRECTED, NEWSMTSC = "plv/PLV_train.tsv", "directed_sentiment/valid.txt", "newsmtsc/devtest_mt.jsonl"
YIELDING = ("CONCEDE", "RETREAT")
Guess = tuple[str, str, float]  # wanted, given, confidence
Rated = Mapping[str, float]  # labels with their probabilities, best first


def macro_f1(guesses: Sequence[Guess]) -> float:
    """The mean of the classes' F1, in per cent, over classes that were wanted or given."""
    scores = []
    for label in {wanted for wanted, _, _ in guesses} | {given for _, given, _ in guesses}:
        right = sum(wanted == given == label for wanted, given, _ in guesses)
        told = sum((wanted == label) + (given == label) for wanted, given, _ in guesses)
        scores.append(200 * right / told)
    return sum(scores) / len(scores) if scores else 0.0


class Judge:
    """Reads the pairs of a row as the product reads an article."""

    def __init__(self) -> None:
        import spacy

        from verbale.reading.pipeline import make_component

        self._nlp = spacy.blank("en")
        self._component = make_component(self._nlp, "verbale")

    def guesses(self, row: Row, known: Rated | None = None) -> Iterator[tuple[Guess, str]]:
        """For each pair: what was wanted and given, and what the model alone would have given.

        `known` are the probabilities of a row's labels where they need not be asked of the shipped model.
        """
        from verbale.reading.tree import Tree

        doc = self._component(self._nlp.make_doc(row.text))
        tree = Tree.of(doc)
        for task, source, target, label in row.pairs:
            spans = [tree.tokens(*span) for span in (source, target) if span is not None]
            if not all(spans):
                continue
            at = [(s.start, s.stop) for s in spans]
            rated = known or doc._.pairs(task, (0, len(tree.words)), at[0] if source else None, at[-1])
            best = next(iter(rated))
            given = (best, rated[best]) if task != "deed" else _with_frames(tree, spans, rated)
            yield (PAIR_LABELS[task][label], *given), best


def _with_frames(tree: Any, spans: Sequence[range], rated: Rated) -> tuple[str, float]:
    """The class of the deed between two given actors as the product finds it, else the model's."""
    from verbale.reading.events import find_deeds
    from verbale.reading.stance import Spoken

    who = {t: name for name, span in zip(("source", "target"), spans, strict=True) for t in span}
    found = list(find_deeds(tree, Spoken(tree, []), who, lambda *_: rated))
    for source, target in (("source", "target"), ("target", "source")):
        for deed in found:
            if source in deed.source and target in deed.target:
                name = deed.verdict.class_
                return "YIELD" if name in YIELDING else name, deed.verdict.confidence
    best = next(iter(rated))
    return best, rated[best]


def sets(corpora: Path) -> dict[str, list[Row]]:
    """What is measured on, by name."""
    deeds = list(plv(corpora / PLV))
    return {
        "deeds": deeds, "shipped": [row for row in deeds if row.fold == FOLD], "ours": list(ours(OWN, apart=True)),
        "toward": list(directed(corpora / DIRECTED)), "sentiment": list(sentiment(corpora / NEWSMTSC)),
    }  # fmt: skip


def by_folds() -> dict[str, Rated]:
    """What models that had not seen a sentence of `plv` think of it, by the names of the rows."""
    known = json.loads(FOLDS.read_text(encoding="utf-8"))
    return {name: dict(sorted(rated.items(), key=lambda item: -item[1])) for name, rated in known.items()}


def bins(guesses: Iterable[Guess], width: float = 0.1) -> list[tuple[float, float, int]]:
    """For each tenth of confidence: the mean said, the share that was right, how many."""
    parts: dict[int, list[Guess]] = {}
    for guess in guesses:
        parts.setdefault(min(int(guess[2] / width), int(1 / width) - 1), []).append(guess)
    return [
        (sum(g[2] for g in part) / len(part), sum(g[0] == g[1] for g in part) / len(part), len(part))
        for _, part in sorted(parts.items())
    ]


def data(task: Task) -> list[Path]:
    return [FOLDS, *sorted(OWN.glob("*.tsv")), *(task.corpora / path for path in (PLV, DIRECTED, NEWSMTSC))]


def measure(task: Task) -> Result:
    judge, folds = Judge(), by_folds()
    rows: list[tuple[str, ...]] = [("pairs", "macro F1", "model alone", "right", "of")]
    figures, curves = {}, {}
    for name, asked in sets(task.corpora).items():
        known = folds if name == "deeds" else {}
        found = [g for row in task.some(asked, name) for g in judge.guesses(row, known.get(row.name))]
        guesses = [guess for guess, _ in found]
        alone = macro_f1([(guess[0], best, 1.0) for guess, best in found])
        figures[name] = macro_f1(guesses)
        if name != "deeds":  # those are other models' than the one that ships
            curves[name] = bins(guesses)
        right = sum(wanted == given for wanted, given, _ in guesses)
        rows.append((name, f"{figures[name]:.1f}", f"{alone:.1f}", str(right), str(len(guesses))))
    if "calibration" in task.more:
        Path(task.more["calibration"]).write_text(json.dumps(curves, indent=1) + "\n", encoding="utf-8")
    return Result(figures, tuple(rows))


if __name__ == "__main__":
    main(NAME, data, measure, {"calibration": "where to write how often each confidence was right, as JSON"})
