"""Attention as one node."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

import onnx
import onnxruntime
import torch

from training.attending import fuse
from training.branch import Branch
from training.graft import _to_onnx
from training.model import WIDTH

rng = np.random.default_rng(0)
GIVEN = {
    **{name: rng.normal(size=(1, 40, WIDTH)).astype(np.float32) for name in ("below", "above")},
    "first": np.arange(1, 30)[None],
}


def outputs(model: onnx.ModelProto) -> list[np.ndarray]:
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    found: list[np.ndarray] = session.run(None, GIVEN)
    return found


@pytest.fixture
def plain(tmp_path: Path) -> onnx.ModelProto:
    torch.manual_seed(0)
    _to_onnx(Branch(0.0).eval(), tmp_path / "plain.onnx")
    model = onnx.load(str(tmp_path / "plain.onnx"))
    model.opset_import.append(onnx.helper.make_opsetid("com.microsoft", 1))
    return model


def test_a_graph_says_the_same_with_fewer_nodes(plain: onnx.ModelProto) -> None:
    before, nodes = outputs(plain), len(plain.graph.node)
    fuse(plain.graph)
    assert sum(node.op_type == "MultiHeadAttention" for node in plain.graph.node) == 3
    assert len(plain.graph.node) < nodes
    for one, other in zip(before, outputs(plain), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-4)


def test_what_is_one_node_stays(plain: onnx.ModelProto) -> None:
    fuse(plain.graph)
    once = plain.SerializeToString()
    fuse(plain.graph)
    assert plain.SerializeToString() == once
