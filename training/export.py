"""Export a trained reader to the files that ship: `python -m training.export RUN [--out FOLDER]`.

model.onnx    encoder and linear heads, int8 (dynamic, per channel), one window a call
heads.npz     the small tables that decoding uses: transitions, relation layer, link and coreference biases
tokenizer.json, model.json   vocabulary and facts about the model
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import warnings
from datetime import date
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from . import labels
from .losses import allowed_transitions
from .model import COREFERENCE_DISTANCES, LINK, LINK_DISTANCES, LINK_KINDS, Reader
from .train import base_model

SHIPPED = Path("src/verbale/reading/model")
OUTPUTS = ("tags", "sentence", "upos", "xpos", "names", "arcs", "relation_child", "relation_head", "links",
           "coreference", "coreference_none", "pairs")  # fmt: skip
INPUTS = ("ids", "shapes", "gaps", "quotes", "first")


class Exported(nn.Module):
    """The reader with one window a call and outputs in a fixed order, the batch axis taken off."""

    def __init__(self, reader: Reader):
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, shapes: Tensor, gaps: Tensor, quotes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        outputs = self.reader(ids, shapes, gaps, quotes, first)
        return tuple(outputs[name].squeeze(0) for name in OUTPUTS)


def export(weights: Path, out: Path, note: str) -> None:
    reader = Reader(0.0)
    reader.load_state_dict(torch.load(weights, weights_only=True))
    reader.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        _to_onnx(reader, plain)
        _quantize(plain, out / "model.onnx")
    np.savez(out / "heads.npz", **_tables(reader))
    shutil.copyfile(base_model() / "tokenizer.json", out / "tokenizer.json")
    facts = {
        "name": f"verbale-minilm-{date.today():%Y%m%d}",
        "base": "all-MiniLM-L6-v2 (Apache-2.0)",
        "note": note,
        "labels": {"attribution": labels.ATTRIBUTION, "names": labels.NAME_TAGS, "upos": labels.UPOS,
                   "xpos": labels.XPOS, "relations": labels.RELATIONS, **labels.PAIR_LABELS},
        "outputs": OUTPUTS,
        "link": {"width": LINK, "kinds": LINK_KINDS, "distances": LINK_DISTANCES},
        "coreference": {"distances": COREFERENCE_DISTANCES},
    }  # fmt: skip
    (out / "model.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


def _to_onnx(reader: Reader, path: Path) -> None:
    ids = torch.ones(1, 64, dtype=torch.long)
    first = torch.arange(1, 51)[None]
    pieces, words = {1: "pieces"}, {0: "words"}
    axes = {**dict.fromkeys(INPUTS[:4], pieces), "first": {1: "words"}, **dict.fromkeys(OUTPUTS, words)}
    axes["arcs"] = {0: "words", 1: "words"}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Exported(reader), (ids, ids * 0, ids * 0, ids * 0, first), str(path), input_names=list(INPUTS),
            output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False)  # fmt: skip


def _quantize(plain: Path, out: Path) -> None:
    from onnxruntime.quantization.shape_inference import quant_pre_process

    prepared = plain.with_name("prepared.onnx")
    quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(str(prepared), str(out), per_channel=True, weight_type=QuantType.QInt8,
                     op_types_to_quantize=["MatMul", "Gather", "Gemm"])  # fmt: skip
    onnx.checker.check_model(str(out))


def _tables(reader: Reader) -> dict[str, np.ndarray]:
    state = reader.state_dict()
    tables = {
        name: state[name].float().numpy()
        for name in ("link_distance", "link_paragraph", "link_none", "coreference_distance", "coreference_same")
    }
    tables["transitions"] = (state["transitions"] + allowed_transitions()).float().numpy()
    tables["relation_weight"] = state["relations.weight"].float().numpy()
    for task in labels.PAIR_LABELS:
        tables[f"{task}_weight"] = state[f"pair_labels.{task}.weight"].float().numpy()
        tables[f"{task}_bias"] = state[f"pair_labels.{task}.bias"].float().numpy()
    tables["relation_bias"] = state["relations.bias"].float().numpy()
    return tables


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    parser.add_argument("--note", default="")
    args = parser.parse_args()
    export(args.run / "weights.pt", args.out, args.note)


if __name__ == "__main__":
    main()
