"""`python -m training CORPORA`: train the shipped model again, from the corpora to the files in src. Resumable.

A first run from the base model, two branches from it with other seeds, a third from their average; what ships is the
average of the three branches. About three and a half hours on two processor cores.
"""

from __future__ import annotations

import sys
from pathlib import Path

from . import export, train
from .average import average

RUNS = Path("runs")
FIRST = ("--minutes", "78", "--seed", "1")
SECOND = ("--minutes", "45", "--seed", "7", "--encoder-rate", "1.5e-4", "--head-rate", "5e-4", "--hide", "0.08",
          "--mix", '{"attribution": 7, "gum": 3, "ewt": 1, "names": 3, "gap": 1}')  # fmt: skip
THIRD = ("--minutes", "42", "--seed", "23", "--encoder-rate", "2e-4", "--head-rate", "6e-4", "--hide", "0.12",
         "--dropout", "0.13", "--mix", '{"attribution": 7, "gum": 3, "ewt": 1, "names": 4, "gap": 1}')  # fmt: skip
FOURTH = ("--minutes", "48", "--seed", "41", "--encoder-rate", "1.2e-4", "--head-rate", "4e-4", "--hide", "0.1",
          "--dropout", "0.12", "--mix", '{"attribution": 8, "gum": 3, "ewt": 1, "names": 4, "gap": 1}')  # fmt: skip


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit("usage: python -m training CORPORA [options of training.train, for every run]")
    corpora, more = sys.argv[1], sys.argv[2:]

    def run(name: str, recipe: tuple[str, ...], start: Path | None) -> Path:
        begun = ["--start", str(start)] if start else []
        train.main([corpora, "--out", str(RUNS / name), *recipe, *begun, *more])
        return RUNS / name

    first = run("1", FIRST, None) / "weights.pt"
    branches = [run("2", SECOND, first), run("3", THIRD, first)]
    branches.append(run("4", FOURTH, average(RUNS / "2+3", branches)))
    export.export(average(RUNS / "2+3+4", branches), export.SHIPPED, "made by python -m training")


if __name__ == "__main__":
    main()
