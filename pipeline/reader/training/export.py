"""A fitted reader as an int8 ONNX encoder and a file of float16 heads, with their hashes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

from ...ner.training.export import MICROSOFT, _Graph
from ..windows import MAX_PIECES, ROWS
from .network import Reader

HEADS = (
    "sum_in", "sum_out", "query", "key", "fixed", "fixed_bias", "first", "second", "pair_out", "clause_out",
    "edge_key", "edge_query", "post_in", "post_out", "post_query", "post_key", "post_fixed", "post_fixed_bias",
)  # fmt: skip


def export(reader: Reader, folder: Path, about: dict[str, object]) -> None:
    """Write `reader.onnx`, `reader.bin`, `heads.npz` and `index.json` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    data = folder / "reader.bin"
    data.unlink(missing_ok=True)  # onnx would append
    onnx.save_model(
        build(reader), str(folder / "reader.onnx"),
        save_as_external_data=True, location=data.name, size_threshold=1024,
    )  # fmt: skip
    data.chmod(0o644)
    heads = {
        name: value.detach().numpy().astype(np.float16)
        for name, value in reader.state_dict().items()
        if name.split(".")[0] in HEADS
    }
    with (folder / "heads.npz").open("wb") as file:
        np.savez(file, **heads)
    files = [
        {"name": name, "sha256": hashlib.sha256((folder / name).read_bytes()).hexdigest()}
        for name in ("reader.onnx", "reader.bin", "heads.npz")
    ]
    (folder / "index.json").write_text(json.dumps({**about, "files": files}, indent=1, sort_keys=True) + "\n")


def build(reader: Reader, bits: int = 7) -> onnx.ModelProto:
    """The graph: `i` (ids) and `c` (codes), int64 (1, n), to `y` (vectors), float (1, n, hidden)."""
    graph = _Graph(bits)
    shape = reader.shape.weight.detach()
    mark = reader.mark.weight.detach()
    codes = np.array([(shape[row % 8] + mark[row // 8]).numpy() for row in range(ROWS)])
    graph.embed(reader, codes, MAX_PIECES)
    for layer in reader.layers:
        graph.layer(layer, reader.config.epsilon)
    graph.nodes[-1].output[0] = "y"
    given = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "n"]) for name in ("i", "c")]
    made = [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, "n", reader.config.hidden])]
    proto = helper.make_graph(graph.nodes, "fact_reader", given, made, graph.tensors)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(proto, opset_imports=opsets, ir_version=9, producer_name="newsfacts")
