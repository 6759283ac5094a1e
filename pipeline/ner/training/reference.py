"""Reads an int8 ONNX tagger back into a `Tagger`: of the form that ships, or of the earlier one (`quantize_dynamic` of
a BERT).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from . import network, shipped
from .network import Config, Tagger

_LAYER_MATRICES = 6  # query, key, value, attention output, up, down, in this order


def load(path: Path, encoder: Tagger) -> Tagger:
    """A tagger that `network.save` wrote, or an int8 ONNX file of either form, on the encoder's words."""
    if path.suffix != ".onnx":
        return network.load(path, encoder)
    tagger = read_shipped(path) if shipped.is_shipped(path) else read(path)
    tagger.word.weight.data.copy_(encoder.word.weight)
    return tagger


def read_shipped(path: Path) -> Tagger:
    """The tagger of a file that `export` wrote."""
    found = shipped.read(path)
    tagger = Tagger(found.config, len(found.state["word.weight"]), len(found.state["position.weight"]))
    ((weight, bias),) = found.rest
    state = found.state | {"shape.weight": found.codes, "output.weight": weight, "output.bias": bias}
    tagger.load_state_dict({name: torch.tensor(np.float32(value)) for name, value in state.items()})
    return tagger


def read(path: Path) -> Tagger:
    """The tagger of the earlier form, its weights as they were quantised; raises ValueError for another form."""
    import onnx  # only this form needs it
    from onnx import numpy_helper

    tensors = {
        tensor.name: torch.tensor(numpy_helper.to_array(tensor)) for tensor in onnx.load(str(path)).graph.initializer
    }
    matrices = [_whole(tensors, name) for name in _quantised(tensors, "onnx::MatMul_")]
    if len(matrices) % _LAYER_MATRICES != 1:
        raise ValueError(f"{path}: {len(matrices)} quantised matrices; expected six a layer and one for the output")
    layers = len(matrices) // _LAYER_MATRICES
    words, types, positions = (
        _whole(tensors, f"m.bert.embeddings.{kind}_embeddings.weight") for kind in ("word", "token_type", "position")
    )
    config = Config(layers, words.shape[1], 12, matrices[4].shape[1], 1e-12)
    tagger = Tagger(config, len(words), len(positions))
    state = {"word.weight": words, "shape.weight": types, "position.weight": positions}
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = tensors[f"m.bert.embeddings.LayerNorm.{part}"]
    for number in range(layers):
        state |= _layer(tensors, matrices[number * _LAYER_MATRICES :], number)
    state |= {"output.weight": matrices[-1].T, "output.bias": tensors["m.classifier.bias"]}
    tagger.load_state_dict(state)
    return tagger


def _quantised(tensors: dict[str, Tensor], prefix: str) -> list[str]:
    names = [
        name.removesuffix("_quantized") for name in tensors if name.startswith(prefix) and name.endswith("_quantized")
    ]
    return sorted(names, key=lambda name: int(name.rsplit("_", 1)[1]))


def _whole(tensors: dict[str, Tensor], name: str) -> Tensor:
    zero = tensors[f"{name}_zero_point"].float()
    return (tensors[f"{name}_quantized"].float() - zero) * tensors[f"{name}_scale"]


def _layer(tensors: dict[str, Tensor], matrices: list[Tensor], number: int) -> dict[str, Tensor]:
    old, new = f"m.bert.encoder.layer.{number}", f"layers.{number}"
    query, key, value, out, up, down = (matrix.T for matrix in matrices[:_LAYER_MATRICES])
    made = {f"{new}.qkv.weight": torch.cat([query, key, value])}
    made[f"{new}.qkv.bias"] = torch.cat(
        [tensors[f"{old}.attention.self.{name}.bias"] for name in ("query", "key", "value")]
    )
    for ours, theirs, matrix in (
        ("out", "attention.output.dense", out),
        ("up", "intermediate.dense", up),
        ("down", "output.dense", down),
    ):
        made |= {f"{new}.{ours}.weight": matrix, f"{new}.{ours}.bias": tensors[f"{old}.{theirs}.bias"]}
    for ours, theirs in (("norm1", "attention.output.LayerNorm"), ("norm2", "output.LayerNorm")):
        made |= {f"{new}.{ours}.{part}": tensors[f"{old}.{theirs}.{part}"] for part in ("weight", "bias")}
    return made
