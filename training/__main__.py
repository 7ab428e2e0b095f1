"""`python -m training CORPORA`: train the shipped model again, from the corpora to the files in src. Resumable.

A first run from the base model, two branches from it with other seeds, a third from their average: three readers of
news, whose mean is good at it. Three more runs learn pairs of spans from there, the last also from news that the
readers before it have labelled. Half of one mean and half of the other with the pair heads fitted again, a little moved
by a short gentle run over everything, is what ships. About five hours and a half on two processor cores.
"""

from __future__ import annotations

import sys
from pathlib import Path

from . import export, refit, silver, train
from .average import average

RUNS = Path("runs")
FIRST = ("--minutes", "78", "--seed", "1")
SECOND = ("--minutes", "45", "--seed", "7", "--encoder-rate", "1.5e-4", "--head-rate", "5e-4", "--hide", "0.08",
          "--mix", '{"attribution": 7, "gum": 3, "ewt": 1, "names": 3, "gap": 1}')  # fmt: skip
THIRD = ("--minutes", "42", "--seed", "23", "--encoder-rate", "2e-4", "--head-rate", "6e-4", "--hide", "0.12",
         "--dropout", "0.13", "--mix", '{"attribution": 7, "gum": 3, "ewt": 1, "names": 4, "gap": 1}')  # fmt: skip
FOURTH = ("--minutes", "48", "--seed", "41", "--encoder-rate", "1.2e-4", "--head-rate", "4e-4", "--hide", "0.1",
          "--dropout", "0.12", "--mix", '{"attribution": 8, "gum": 3, "ewt": 1, "names": 4, "gap": 1}')  # fmt: skip

FIFTH = ("--minutes", "38", "--seed", "55", "--encoder-rate", "1.5e-4", "--head-rate", "6e-4", "--hide", "0.06",
         "--mix", '{"attribution": 6, "gum": 3, "ewt": 1, "names": 3, "gap": 1, "pairs": 24}')  # fmt: skip
SIXTH = ("--minutes", "20", "--seed", "66", "--encoder-rate", "1.2e-4", "--head-rate", "5e-4", "--hide", "0.08",
         "--dropout", "0.12",
         "--mix", '{"attribution": 6, "gum": 2, "ewt": 1, "names": 2, "gap": 1, "pairs": 32}')  # fmt: skip
SEVENTH = ("--minutes", "42", "--seed", "77", "--encoder-rate", "1.5e-4", "--head-rate", "5e-4", "--hide", "0.08",
           "--dropout", "0.13",
           "--mix",
           '{"attribution": 5, "silver": 4, "gum": 2, "ewt": 1, "names": 2, "gap": 1, "pairs": 32}')  # fmt: skip
EIGHTH = ("--minutes", "12", "--seed", "88", "--encoder-rate", "4e-5", "--head-rate", "3e-4", "--hide", "0.05",
          "--average", "0.99",
          "--mix", '{"attribution": 4, "gum": 3, "ewt": 1, "names": 1, "gap": 3, "pairs": 28}')  # fmt: skip
FOLD = ("--fold", "0")  # of `plv`, on which benchmarks.pairs measures


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit("usage: python -m training CORPORA [options of training.train, for every run]")
    corpora, more = sys.argv[1], sys.argv[2:]

    def run(name: str, recipe: tuple[str, ...], start: Path | None) -> Path:
        begun = ["--start", str(start)] if start else []
        train.main([corpora, "--out", str(RUNS / name), *recipe, *begun, *more])
        return RUNS / name

    first = run("1", FIRST, None) / "weights.pt"
    readers = [run("2", SECOND, first), run("3", THIRD, first)]
    readers.append(run("4", FOURTH, average(RUNS / "2+3", readers)))
    news = average(RUNS / "2+3+4", readers)
    pairing = [run("5", (*FIFTH, *FOLD), news)]
    pairing.append(run("6", (*SIXTH, *FOLD), pairing[0] / "weights.pt"))
    both = average(RUNS / "5+6", pairing)
    silver.main([corpora, "--teachers", *map(str, (*readers, pairing[0], both.parent)), "--out", str(RUNS / "silver")])
    pairing.append(run("7", (*SEVENTH, *FOLD, "--silver", str(RUNS / "silver")), both))
    average(RUNS / "5+6+7", pairing)
    half = average(RUNS / "half", [news.parent, RUNS / "5+6+7"])
    refit.main([corpora, str(half.parent), "--out", str(RUNS / "refitted"), *FOLD])
    last = run("8", (*EIGHTH, *FOLD), RUNS / "refitted" / "weights.pt")
    shipped = average(RUNS / "last", [RUNS / "refitted", RUNS / "refitted", last])
    export.export(shipped, export.SHIPPED, "made by python -m training")


if __name__ == "__main__":
    main()
