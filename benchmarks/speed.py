"""Words per second on one core, article text to Record, against a spaCy CNN pipeline in the same process.

PolNeAR dev articles. The two take turns over the same articles, some rounds; a round's speed is words
(letters and digits) over the processor time of the process, so that other work on the machine counts little.
The figure is the median of the rounds' ratios. The first round of each only warms it up.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import verbale

from . import one_core, polnear
from .common import Result, Row, Task, main, read_exactly

NAME = "speed"
ROUNDS = 5
ARTICLES = 30


def words_per_second(read: Callable[[str], object], texts: Sequence[str]) -> float:
    words = sum(len(re.findall(r"\w+", text)) for text in texts)
    began = time.process_time()
    for text in texts:
        read(text)
    return words / max(time.process_time() - began, 1e-9)


def rounds(
    readers: dict[str, Callable[[str], object]], texts: Sequence[str], count: int
) -> dict[str, list[float]]:
    """The speed of each reader in each round, taking turns."""
    speeds: dict[str, list[float]] = {name: [] for name in readers}
    for read in readers.values():
        words_per_second(read, texts[:3])
    for _ in range(count):
        for name, read in readers.items():
            speeds[name].append(words_per_second(read, texts))
    return speeds


def data(task: Task) -> list[Path]:
    return polnear.text_files(task.corpora)[:ARTICLES]


def measure(task: Task) -> Result:
    from .spacy_cnn import pipeline

    texts = [read_exactly(path) for path in data(task)][: task.limit]
    speeds = rounds({"verbale": verbale.load().read, "spaCy CNN": pipeline()}, texts, ROUNDS)
    ratios = [a / b for a, b in zip(*speeds.values(), strict=True)]
    ratio, per_second = median(ratios), {name: median(each) for name, each in speeds.items()}
    table: list[Row] = [("", "words/s", "of spaCy", "slowest", "fastest")]
    for name, each in speeds.items():
        share = per_second[name] / per_second["spaCy CNN"] if name != "verbale" else ratio
        table.append(
            (name, f"{per_second[name]:,.0f}", f"{share:.2f}", f"{min(each):,.0f}", f"{max(each):,.0f}")
        )
    return Result(
        {"of spaCy": round(ratio, 3), "words per second": round(per_second["verbale"])}, tuple(table)
    )


if __name__ == "__main__":
    one_core.hold("benchmarks.speed")
    main(NAME, data, measure)
