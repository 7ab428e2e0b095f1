"""Fit the pair heads alone: `python -m training.pair_heads CORPORA --start RUN --out RUN`, a few minutes.

The layers and all other heads of a trained branch stay as they are, to the last bit, so that only deeds, stances toward
and sentiments are judged otherwise.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import torch

from .branch import Branch
from .export import SHIPPED
from .fork import Run
from .recover import recover
from .sentences import load
from .train import keep_weights
from .windows import remember

SHARES = {"corpora": 14, "ours": 18, "toward": 12, "sentiment": 20}  # sentences of each kind in a step


def only_pairs(model: Branch) -> None:
    """Let nothing but the pair heads learn."""
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(name.startswith("pair_"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--start", type=Path, required=True, help="the run whose branch it is")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--reader", type=Path, default=SHIPPED, help="the folder of the model beside which it grew")
    parser.add_argument("--minutes", type=float, default=7.0)
    parser.add_argument("--head-rate", type=float, default=6e-4)
    parser.add_argument("--fold", type=int, help="leave out this fifth of `plv`")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bfloat16", action="store_true", help="for processors with units for it")
    args = parser.parse_args(namespace=argparse.Namespace(layer_rate=0.0))
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    reader, model, data = recover(args.reader), Branch(), load(args.corpora)
    model.load_state_dict(torch.load(args.start / "weights.pt", weights_only=True))
    only_pairs(model)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bfloat16):
        remember(reader.encoder.eval(), data.all())
    Run(model, args).train(data.without(args.fold, SHARES))
    keep_weights(model.state_dict(), args.out)


if __name__ == "__main__":
    main()
