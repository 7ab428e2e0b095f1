"""Export a trained branch beside the shipped model: `python -m training.graft WEIGHTS [--out FOLDER]`.

branch.onnx   the branch, int8, from embedded pieces to its scores, one window a call
branch.npz    the small tables that decoding uses
model.onnx gets one more output, `below`: what its embeddings make of the pieces. Its weights stay as they are.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import warnings
from datetime import date
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import Tensor, nn

from .branch import Branch, facts
from .export import SHIPPED, _quantize
from .model import WIDTH

OUTPUTS = ("spans", "pointers", "leaning", "status", "pairs")
BELOW, EMBEDDED = "below", "/reader/encoder/norm/LayerNormalization"


class Exported(nn.Module):
    """The branch for one window, the batch axis taken off."""

    def __init__(self, branch: Branch) -> None:
        super().__init__()
        self.branch = branch

    def forward(self, below: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        outputs = self.branch(below, first)
        return tuple(outputs[name].squeeze(0) for name in OUTPUTS)


def graft(weights: Path, out: Path) -> None:
    branch = Branch(0.0)
    branch.load_state_dict(torch.load(weights, weights_only=True))
    branch.eval()
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        _to_onnx(branch, plain)
        _quantize(plain, out / "branch.onnx")
    np.savez(out / "branch.npz", **branch.tables())
    _open(out / "model.onnx")
    known = json.loads((out / "model.json").read_text(encoding="utf-8"))
    known["name"] = f"verbale-minilm-{date.today():%Y%m%d}"
    known["branch"] = {"outputs": OUTPUTS, **facts()}
    (out / "model.json").write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


def _to_onnx(branch: Branch, path: Path) -> None:
    below, first = torch.zeros(1, 64, WIDTH), torch.arange(1, 51)[None]
    axes = {"below": {1: "pieces"}, "first": {1: "words"}, **{name: {0: "words"} for name in OUTPUTS}}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Exported(branch), (below, first), str(path), input_names=["below", "first"], output_names=list(OUTPUTS),
            dynamic_axes=axes, opset_version=17, dynamo=False)  # fmt: skip


def _open(path: Path) -> None:
    """Give the model an output for what its embeddings make of the pieces."""
    model = onnx.load(str(path))
    if any(o.name == BELOW for o in model.graph.output):
        return
    inner = next(o for n in model.graph.node for o in n.output if n.name == EMBEDDED)
    model.graph.node.append(onnx.helper.make_node("Identity", [inner], [BELOW], name=BELOW))
    shape = [1, "pieces", WIDTH]
    model.graph.output.append(onnx.helper.make_tensor_value_info(BELOW, onnx.TensorProto.FLOAT, shape))
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    args = parser.parse_args()
    graft(args.weights, args.out)


if __name__ == "__main__":
    main()
