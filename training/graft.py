"""Export a trained branch beside the shipped model: `python -m training.graft WEIGHTS [--out FOLDER]`.

branch.onnx   the branch, int8, from two states of the reader to its scores, one window a call
branch.npz    the small tables that decoding uses
model.onnx gets two more outputs, those states (`below` and `above`, see branch.py). Its weights stay as they are.
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

from .attending import fuse
from .branch import SHARED, Branch, facts
from .export import SHIPPED, _quantize
from .model import LAYERS, WIDTH

OUTPUTS = ("spans", "pointers", "same", "leaning", "status", "pairs")
STATES = {"below": SHARED - 1, "above": LAYERS - 1}  # what goes from the reader to the branch, and of which layer


class Exported(nn.Module):
    """The branch for one window, the batch axis taken off."""

    def __init__(self, branch: Branch) -> None:
        super().__init__()
        self.branch = branch

    def forward(self, below: Tensor, above: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        outputs = self.branch(below, above, first)
        return tuple(outputs[name].squeeze(0) for name in OUTPUTS)


def graft(weights: Path, out: Path) -> None:
    branch = Branch(0.0)
    branch.load_state_dict(torch.load(weights, weights_only=True))
    branch.eval()
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        _to_onnx(branch, plain)
        _quantize(plain, out / "branch.onnx")
    _fuse(out / "branch.onnx")
    np.savez(out / "branch.npz", **branch.tables())
    _open(out / "model.onnx")
    known = json.loads((out / "model.json").read_text(encoding="utf-8"))
    known["name"] = f"verbale-minilm-{date.today():%Y%m%d}"
    known["branch"] = {"outputs": OUTPUTS, **facts()}
    (out / "model.json").write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


def _to_onnx(branch: Branch, path: Path) -> None:
    state, first = torch.zeros(1, 64, WIDTH), torch.arange(1, 51)[None]
    axes = {name: {1: "pieces"} for name in STATES} | {"first": {1: "words"}} | {name: {0: "words"} for name in OUTPUTS}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Exported(branch), (state, state, first), str(path),
            input_names=[*STATES, "first"], output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17,
            dynamo=False)  # fmt: skip


def _fuse(path: Path) -> None:
    model = onnx.load(str(path))
    fuse(model.graph)
    onnx.save(model, str(path))


def _open(path: Path) -> None:
    """Give the model outputs for the states that the branch goes on from."""
    model = onnx.load(str(path))
    _close(model.graph)
    for name, layer in STATES.items():
        called = f"/reader/encoder/layers.{layer}/norm2/LayerNormalization"
        inner = next(o for n in model.graph.node for o in n.output if n.name == called)
        model.graph.node.append(onnx.helper.make_node("Identity", [inner], [name], name=name))
        shape = [1, "pieces", WIDTH]
        model.graph.output.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, shape))
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def _close(graph: onnx.GraphProto) -> None:
    """Take out the outputs of an earlier branch."""
    for those in (graph.output, graph.node):
        for each in [e for e in those if e.name in STATES]:
            those.remove(each)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    args = parser.parse_args()
    graft(args.weights, args.out)


if __name__ == "__main__":
    main()
