"""Reads the int8 graphs that `export` writes back into parameters, so that shipped weights can be fitted further."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

from .network import Config

#: Dense layers of a transformer layer, in the order in which they are written.
_DENSE = ("qkv", "out", "up", "down")


@dataclass(frozen=True)
class Shipped:
    """An encoder's parameters, as exact as its integers tell, and whatever dense layers follow it.

    `codes` is the table that the case shapes look up; `rest` has weight (outputs, inputs) and bias of each further
    dense layer.
    """

    config: Config
    state: dict[str, np.ndarray]
    codes: np.ndarray
    rest: list[tuple[np.ndarray, np.ndarray]]


def is_shipped(path: Path) -> bool:
    """Whether an ONNX file is of the form that `export` writes."""
    graph = onnx.load(str(path), load_external_data=False).graph
    return any(node.op_type == "DynamicQuantizeMatMul" for node in graph.node)


def read(path: Path) -> Shipped:
    """The parameters of a graph; its weights lie beside it."""
    graph = onnx.load(str(path)).graph
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    by_kind: dict[str, list[onnx.NodeProto]] = {}
    for node in graph.node:
        by_kind.setdefault(node.op_type, []).append(node)
    words, scales, codes = (tensors[node.input[0]] for node in by_kind["Gather"])
    positions = tensors[by_kind["Slice"][0].input[0]]
    norms = by_kind["LayerNormalization"]
    layers = (len(norms) - 1) // 2
    dense = [_dense(tensors, node) for node in by_kind["DynamicQuantizeMatMul"]]
    state = {"word.weight": words * scales, "position.weight": positions}
    names = ["norm", *(f"layers.{at}.{name}" for at in range(layers) for name in ("norm1", "norm2"))]
    for node, name in zip(norms, names, strict=True):
        state[f"{name}.weight"], state[f"{name}.bias"] = (tensors[key] for key in node.input[1:3])
    for at, (weight, bias) in enumerate(dense[: layers * len(_DENSE)]):
        name = f"layers.{at // len(_DENSE)}.{_DENSE[at % len(_DENSE)]}"
        state[f"{name}.weight"], state[f"{name}.bias"] = weight, bias
    config = Config(
        layers=layers,
        hidden=words.shape[1],
        heads=_attribute(by_kind["MultiHeadAttention"][0], "num_heads").i,
        inner=dense[2][0].shape[0],
        epsilon=_attribute(norms[0], "epsilon").f,
    )
    return Shipped(config, state, codes, dense[layers * len(_DENSE) :])


def _dense(tensors: dict[str, np.ndarray], node: onnx.NodeProto) -> tuple[np.ndarray, np.ndarray]:
    weight = tensors[node.input[1]] * tensors[node.input[2]]
    return np.ascontiguousarray(weight.T), tensors[node.input[4]]


def _attribute(node: onnx.NodeProto, name: str) -> onnx.AttributeProto:
    return next(attribute for attribute in node.attribute if attribute.name == name)
