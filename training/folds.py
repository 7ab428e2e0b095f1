"""Deeds by five folds of `plv`: `python -m training.folds CORPORA --reader FOLDER --out RUN`. Stops and resumes.

Each fold is judged by a branch that was trained on the other four, on the layers of a reader that has seen none of
`plv`: the shipped one has seen four folds, so `--reader` wants the model files of an older one (the model card says
which). The branches learn from pairs alone, which takes minutes and not hours, and go on from one that has learned
from all else but `plv`.

RUN/deeds.json holds the probability of each class for every sentence. Moved to benchmarks/data/plv_folds.json, it is
what `python -m benchmarks.pairs` scores, with the frames' help.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path

import torch

from . import pairs
from .branch import Branch
from .fork import Run
from .labels import DEEDS
from .leaning_scores import outputs_of
from .recover import recover
from .sentences import Named, Steps, load
from .windows import remember

FIRST = {"corpora": 2, "ours": 28, "toward": 6, "sentiment": 6}  # sentences of each kind in a step before the folds
THEN = {"corpora": 16, "ours": 10, "toward": 4, "sentiment": 4}  # and for each fold


def judged(model: Branch, rows: Sequence[Named]) -> dict[str, dict[str, float]]:
    """The probability of each class for the pair of every row, by the row's name."""
    model.eval()
    found = {}
    for (row, _), (window, given) in zip(rows, outputs_of(model, [w for _, w in rows]), strict=True):
        (pair,) = window.pairs
        with torch.no_grad():
            scores = model.pair_scores("deed", given["pairs"].float(), pair.source, pair.target).softmax(-1)
        found[row.name] = dict(zip(DEEDS, (round(s, 3) for s in scores.tolist()), strict=True))
    return found


def trained(model: Branch, data: Steps, minutes: float, name: str, args: argparse.Namespace) -> Branch:
    """The branch after some minutes with the data; its checkpoints go to a folder of that name."""
    asked = argparse.Namespace(**{**vars(args), "minutes": minutes, "out": args.out / name})
    Run(model, asked).train(data)
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--reader", type=Path, required=True, help="a folder with the model files of a reader")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--first", type=float, default=12.0, help="minutes before the folds")
    parser.add_argument("--minutes", type=float, default=5.0, help="for each fold")
    parser.add_argument("--layer-rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--dropout", type=float, default=0.15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bfloat16", action="store_true", help="for processors with units for it")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    reader, data = recover(args.reader), load(args.corpora)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bfloat16):
        remember(reader.encoder.eval(), data.all())
    first, found = Branch(args.dropout), dict[str, dict[str, float]]()
    first.begin_as(reader)
    first = trained(first, data.before(FIRST), args.first, "first", args)
    for fold in range(pairs.FOLDS):
        model = trained(deepcopy(first), data.without(fold, THEN), args.minutes, f"fold{fold}", args)
        found |= judged(model, data.of(fold))
        print(f"fold {fold}: {len(found)} sentences judged so far", flush=True)
    lines = (f"{json.dumps(name)}: {json.dumps(rated)}" for name, rated in found.items())
    (args.out / "deeds.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
