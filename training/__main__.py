"""`python -m training CORPORA`: train the shipped model again, from the corpora to the files in src. Resumable."""

from __future__ import annotations

import sys
from pathlib import Path

from . import export, train

RECIPE = ("--minutes", "78", "--seed", "1")


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit("usage: python -m training CORPORA [options of training.train]")
    run = Path("runs/reader")
    train.main([sys.argv[1], "--out", str(run), *RECIPE, *sys.argv[2:]])
    export.export(run / "weights.pt", export.SHIPPED, "made by python -m training")


if __name__ == "__main__":
    main()
