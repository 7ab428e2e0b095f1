"""Weights to go on training from, out of the files that ship: `python -m training.recover --out RUN`.

The int8 weights are turned back into floats (weight = (stored - zero point) x scale), so that whoever has the
repository can train the shipped model further without the hours before it. A few hundred steps mend the rounding.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from .export import SHIPPED
from .labels import PAIR_LABELS
from .losses import allowed_transitions
from .model import Reader
from .train import base_model

TABLES = ("link_distance", "link_paragraph", "link_none", "coreference_distance", "coreference_same")
QUANTIZED = ("_quantized", "_scale", "_zero_point")
Arrays = dict[str, np.ndarray]


def recover(shipped: Path) -> Reader:
    """The reader whose export `shipped` holds, to within the rounding of int8."""
    graph = onnx.load(str(shipped / "model.onnx")).graph
    stored = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    own = {name.removeprefix("reader."): array for name, array in stored.items() if name.startswith("reader.")}
    found = {name: array for name, array in own.items() if not name.endswith(QUANTIZED)}
    found |= {f"{name}.weight": matrix.T for name, matrix in _matrices(graph, stored)}
    for name in ("arc_matrix", *(f"encoder.{n}.weight" for n in ("shapes", "gaps", "quotes"))):
        found[name] = _floats(stored, f"reader.{name}")
    found |= _from_tables(np.load(shipped / "heads.npz"))
    reader = Reader(0.0)
    reader.encoder.load_pretrained(base_model() / "model.safetensors")  # word embeddings are never trained
    _fill(reader, found)
    return reader


def _matrices(graph: onnx.GraphProto, stored: Arrays) -> list[tuple[str, np.ndarray]]:
    """(layer, its weights transposed) of the linear layers, whose matrices lost their names in the export."""
    nodes = [n for n in graph.node if n.op_type == "MatMulInteger" and n.input[1].startswith("onnx::")]
    return [(_layer(n.name), _floats(stored, n.input[1].removesuffix("_quantized"))) for n in nodes]


def _layer(node: str) -> str:
    """`/reader/encoder/layers.0/qkv/MatMul_quant` is the layer `encoder.layers.0.qkv`."""
    return ".".join(node.split("/")[2:-1])


def _floats(stored: Arrays, name: str) -> np.ndarray:
    whole = stored[f"{name}_quantized"].astype(np.float32) - stored[f"{name}_zero_point"].astype(np.float32)
    return whole * stored[f"{name}_scale"]


def _from_tables(tables: Arrays) -> Arrays:
    found = {name: tables[name] for name in TABLES}
    forbidden = allowed_transitions().numpy() != 0
    found["transitions"] = np.where(forbidden, 0, tables["transitions"])
    for part in ("weight", "bias"):
        found[f"relations.{part}"] = tables[f"relation_{part}"]
        for task in PAIR_LABELS:
            if f"{task}_{part}" in tables:
                found[f"pair_labels.{task}.{part}"] = tables[f"{task}_{part}"]
    return found


def _fill(reader: Reader, found: Arrays) -> None:
    state = {name: torch.tensor(np.ascontiguousarray(array)) for name, array in found.items()}
    missing, unexpected = reader.load_state_dict(state, strict=False)
    missing = [name for name in missing if not name.startswith("pair_")]  # the first readers had no heads for pairs
    if unexpected or missing != ["encoder.words.weight"]:
        raise ValueError(f"these files were exported from another kind of model: {missing} {unexpected}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shipped", type=Path, default=SHIPPED)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save(recover(args.shipped).state_dict(), args.out / "weights.pt")


if __name__ == "__main__":
    main()
