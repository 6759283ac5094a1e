"""A tagger as an int8 ONNX graph of onnxruntime's fused operators, its weights in a file beside it.

Weights are rounded to 7 bits (-63..63) per output column and activations to 8 bits at run time. On a CPU
without VNNI, onnxruntime multiplies with `vpmaddubsw`, which adds two products in 16 bits: with 8-bit weights
the sum can saturate (255 * 127 * 2 > 32767), and the result differs from that of a CPU with VNNI; with 7
bits it never does (255 * 63 * 2 = 32130), so the integer arithmetic is exact and the same everywhere.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from ..model import WEIGHTS
from ..words import MAX_PIECES
from .network import Layer, Tagger

MICROSOFT = "com.microsoft"


def export(tagger: Tagger, weights: Path, size: str, bits: int = 7) -> None:
    """Write `news_ner_SIZE.onnx` and `.bin` into `weights` and enter their hashes into `index.json`."""
    name = f"news_ner_{size}.onnx"
    weights.mkdir(parents=True, exist_ok=True)
    if not (weights / "tokenizer.json").is_file():
        shutil.copy(WEIGHTS / "tokenizer.json", weights)
    data = weights / f"news_ner_{size}.bin"
    data.unlink(missing_ok=True)  # onnx would append
    onnx.save_model(
        build(tagger, bits),
        str(weights / name),
        save_as_external_data=True,
        location=data.name,
        size_threshold=1024,
    )
    data.chmod(0o644)  # onnx makes it readable for its owner alone
    _enter(weights, size, [name, data.name], tagger.config.layers)


def _enter(weights: Path, size: str, names: list[str], layers: int) -> None:
    path = weights / "index.json"
    index = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {"models": {}}
    index["tokenizer"] = _file(weights / "tokenizer.json")
    files = [_file(weights / name) for name in names]
    index["models"][size] = {"name": f"news_ner {size} ({layers} layers, int8)", "files": files}
    path.write_text(json.dumps(index, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _file(path: Path) -> dict[str, str]:
    return {"name": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}


def build(tagger: Tagger, bits: int = 7) -> onnx.ModelProto:
    """The graph: `i` (ids) and `c` (case shapes), int64 (1, n), to `y` (logits), float (1, n, 7).

    It takes one window at a time and so needs no mask.
    """
    graph = _Graph(bits)
    graph.embed(tagger)
    for layer in tagger.layers:
        graph.layer(layer, tagger.config.epsilon)
    graph.linear("y", tagger.output)
    given = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "n"]) for name in ("i", "c")]
    made = [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, "n", 7])]
    proto = helper.make_graph(graph.nodes, "news_ner", given, made, graph.tensors)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(proto, opset_imports=opsets, ir_version=9, producer_name="newsfacts")


class _Graph:
    """Nodes and tensors in the making; `self.x` names the current activations."""

    def __init__(self, bits: int) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.tensors: list[onnx.TensorProto] = []
        self.limit = 2 ** (bits - 1) - 1
        self.x = ""

    def tensor(self, values: np.ndarray) -> str:
        name = f"t{len(self.tensors)}"
        self.tensors.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(
        self, kind: str, inputs: list[str], output: str = "", domain: str = "", outputs: int = 1, **attributes
    ) -> str:
        names = [output or f"n{len(self.nodes)}"] + [
            f"n{len(self.nodes)}_{extra}" for extra in range(1, outputs)
        ]
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names[0]

    def embed(self, tagger: Tagger, shapes: np.ndarray | None = None, pieces: int = MAX_PIECES) -> None:
        """Word embeddings by row in 8 bits, position and case-shape embeddings, layer norm.

        `shapes` replaces the tagger's case shapes; `pieces` is the longest window.
        """
        rows = tagger.word.weight.detach().numpy()
        scales = np.maximum(np.abs(rows).max(axis=1, keepdims=True), 1e-12) / 127
        words = self.node("Gather", [self.tensor(np.round(rows / scales).astype(np.int8)), "i"])
        words = self.node("Cast", [words], to=TensorProto.FLOAT)
        scale = self.node("Gather", [self.tensor(scales.astype(np.float32)), "i"])
        words = self.node("Mul", [words, scale])
        shapes = self.node("Gather", [self.tensor(_array(tagger.shape.weight) if shapes is None else shapes), "c"])
        length = self.node("Shape", ["i"], start=1, end=2)
        first = self.tensor(np.array([0], dtype=np.int64))
        places = self.node(
            "Slice", [self.tensor(_array(tagger.position.weight[:pieces])), first, length, first]
        )
        self.x = self.node("Add", [self.node("Add", [words, shapes]), places])
        norm = [self.tensor(_array(tagger.norm.weight)), self.tensor(_array(tagger.norm.bias))]
        self.x = self.node("LayerNormalization", [self.x, *norm], axis=-1, epsilon=tagger.config.epsilon)

    def linear(self, output: str, linear, x: str = "") -> str:
        """A dense layer whose weights are integers of `bits` bits, scaled per output column."""
        weight = _array(linear.weight).T
        scales = np.maximum(np.abs(weight).max(axis=0), 1e-12) / self.limit
        rounded = np.round(weight / scales).astype(np.int8)
        inputs = [
            x or self.x,
            self.tensor(rounded),
            self.tensor(scales.astype(np.float32)),
            "",
            self.tensor(_array(linear.bias)),
        ]
        return self.node("DynamicQuantizeMatMul", inputs, output, MICROSOFT)

    def layer(self, layer: Layer, epsilon: float) -> None:
        """Attention and feed-forward block, each with its residual and layer norm."""
        fused = self.linear("", layer.qkv)
        parts = len(self.nodes)
        self.node("Split", [fused], f"q{parts}", axis=-1, outputs=3)
        qkv = list(self.nodes[-1].output)
        mixed = self.node("MultiHeadAttention", qkv, "", MICROSOFT, num_heads=layer.heads)
        self.skip(self.linear("", layer.out, mixed), layer.norm1, epsilon)
        inner = self.node("Gelu", [self.linear("", layer.up)], "", MICROSOFT)
        self.skip(self.linear("", layer.down, inner), layer.norm2, epsilon)

    def skip(self, added: str, norm, epsilon: float) -> None:
        """Residual and layer norm, as two nodes: the fused operator is many times slower on one thread."""
        inputs = [
            self.node("Add", [self.x, added]),
            self.tensor(_array(norm.weight)),
            self.tensor(_array(norm.bias)),
        ]
        self.x = self.node("LayerNormalization", inputs, axis=-1, epsilon=epsilon)


def _array(parameter) -> np.ndarray:
    return parameter.detach().numpy().astype(np.float32)
