"""Attention as one node: its products, softmax and transposes become ONNX Runtime's MultiHeadAttention (9 % less time).

The branch ships so. The reader's would gain 4 %, but its scores change by a rounding here and there, and with them
readings that have been looked at.
"""

from __future__ import annotations

import numpy as np
import onnx
from onnx import helper, numpy_helper

from .model import ATTENTION_HEADS, WIDTH

THIRDS = "thirds"  # the name of the widths of queries, keys and values


def fuse(graph: onnx.GraphProto) -> None:
    """Change an exported graph in place; what is one node already stays."""
    nodes = {node.name: node for node in graph.node}
    for name in [name for name in nodes if name.endswith("/qkv/Add")]:
        layer = name.removesuffix("qkv/Add")
        last = nodes.get(f"{layer}Reshape_1")
        if last is not None:
            _replace(graph, last, nodes[name].output[0], layer)
    if not any(each.name == THIRDS for each in graph.initializer):
        graph.initializer.append(numpy_helper.from_array(np.full(3, WIDTH, dtype=np.int64), THIRDS))
    _prune(graph)


def _replace(graph: onnx.GraphProto, last: onnx.NodeProto, joined: str, layer: str) -> None:
    """The node that puts the heads together again, by the two that do it all from queries, keys and values joined."""
    parts = [f"{layer}{part}" for part in ("queries", "keys", "values")]
    split = helper.make_node("Split", [joined, THIRDS], parts, name=f"{layer}split", axis=-1)
    attend = helper.make_node("MultiHeadAttention", parts, [last.output[0]], name=f"{layer}attention",
                              domain="com.microsoft", num_heads=ATTENTION_HEADS)  # fmt: skip
    at = [node.name for node in graph.node].index(last.name)
    graph.node.remove(last)
    graph.node.insert(at, split)
    graph.node.insert(at + 1, attend)


def _prune(graph: onnx.GraphProto) -> None:
    """Take out the nodes and constants on which no output depends."""
    made = {name: node for node in graph.node for name in node.output}
    wanted, needed = [each.name for each in graph.output], set[int]()
    while wanted:
        node = made.get(wanted.pop())
        if node is not None and id(node) not in needed:
            needed.add(id(node))
            wanted += node.input
    for node in [node for node in graph.node if id(node) not in needed]:
        graph.node.remove(node)
    read = {name for node in graph.node for name in node.input}
    for constant in [each for each in graph.initializer if each.name not in read]:
        graph.initializer.remove(constant)
