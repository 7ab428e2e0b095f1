"""An average of the weights of several runs: `python -m training.average OUT RUN RUN …`.

Runs that branched off the same weights lie in one basin, and their mean reads better than each (model soups,
Wortsman et al. 2022).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from .train import keep_weights


def average(out: Path, runs: Sequence[Path]) -> Path:
    """Write the mean of the runs' weights.pt to out/weights.pt. The runs are folders that training made."""
    states = [torch.load(run / "weights.pt", weights_only=True) for run in runs]
    mean = {}
    for name in {n for state in states for n in state}:  # a head that only some runs have stays as it is there
        own = [state[name] for state in states if name in state]
        mean[name] = torch.stack(own).mean(0) if own[0].is_floating_point() else own[0]
    return keep_weights(mean, out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("runs", type=Path, nargs="+")
    args = parser.parse_args()
    average(args.out, args.runs)


if __name__ == "__main__":
    main()
