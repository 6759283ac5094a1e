"""The encoders in PyTorch: BERT-like (MiniLM) and MPNet, with case shapes in place of token types."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor, nn

SHAPES = 8
OUTPUTS = 7
# What MPNet calls the special wordpieces of BERT's vocabulary.
_MPNET_SPECIAL = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>"}


@dataclass(frozen=True)
class Config:
    """Size of an encoder; `buckets` is the number of relative-position buckets (0: none)."""

    layers: int
    hidden: int
    heads: int
    inner: int
    epsilon: float
    buckets: int = 0
    dropout: float = 0.1


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.heads = config.heads
        self.qkv = nn.Linear(config.hidden, 3 * config.hidden)
        self.out = nn.Linear(config.hidden, config.hidden)
        self.norm1 = nn.LayerNorm(config.hidden, eps=config.epsilon)
        self.up = nn.Linear(config.hidden, config.inner)
        self.down = nn.Linear(config.inner, config.hidden)
        self.norm2 = nn.LayerNorm(config.hidden, eps=config.epsilon)
        self.dropout = nn.Dropout(config.dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, hidden = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        weights = (q @ k.transpose(-1, -2) / math.sqrt(hidden // self.heads) + bias).softmax(-1)
        mixed = (self.dropout(weights) @ v).transpose(1, 2).reshape(batch, length, hidden)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(nn.functional.gelu(self.up(x)))))


class Tagger(nn.Module):
    """Encoder and output layer: ids and case shapes (batch, length) to logits (batch, length, 7)."""

    def __init__(self, config: Config, words: int, positions: int) -> None:
        super().__init__()
        self.config = config
        self.word = nn.Embedding(words, config.hidden)
        self.position = nn.Embedding(positions, config.hidden)
        self.shape = nn.Embedding(SHAPES, config.hidden)
        self.norm = nn.LayerNorm(config.hidden, eps=config.epsilon)
        self.layers = nn.ModuleList(Layer(config) for _ in range(config.layers))
        self.relative = nn.Embedding(config.buckets, config.heads) if config.buckets else None
        self.output = nn.Linear(config.hidden, OUTPUTS)
        self.dropout = nn.Dropout(config.dropout)
        self.word.weight.requires_grad_(False)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        length = ids.shape[1]
        x = self.word(ids) + self.position.weight[:length] + self.shape(shapes)
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        if self.relative is not None:
            steps = torch.arange(length, device=ids.device)
            buckets = _bucket(steps[None, :] - steps[:, None], self.config.buckets)
            bias = bias + self.relative(buckets).permute(2, 0, 1)[None]
        for layer in self.layers:
            x = layer(x, bias)
        return self.output(self.dropout(x))


def _bucket(distance: Tensor, buckets: int, farthest: int = 128) -> Tensor:
    """MPNet's (and T5's) two-sided logarithmic bucket of a relative position."""
    half = buckets // 2
    side = (distance > 0).long() * half
    distance = distance.abs()
    exact = half // 2
    far = (
        exact
        + (torch.log(distance.clamp(min=1) / exact) / math.log(farthest / exact) * (half - exact)).long()
    )
    return side + torch.where(distance < exact, distance, far.clamp(max=half - 1))


def load_encoder(folder: Path, tokenizer: Tokenizer, seed: int) -> Tagger:
    """A tagger from the published weights of an encoder, its output layer fresh (by `seed`).

    `folder` holds `config.json`, `model.safetensors` and, for MPNet, `tokenizer.json`. The rows of the word
    embeddings are brought into the order of `tokenizer`, so that all taggers take the same ids.
    """
    about = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    given = {key: value.float() for key, value in load_file(str(folder / "model.safetensors")).items()}
    mpnet = about["model_type"] == "mpnet"
    config = Config(
        layers=about["num_hidden_layers"],
        hidden=about["hidden_size"],
        heads=about["num_attention_heads"],
        inner=about["intermediate_size"],
        epsilon=about["layer_norm_eps"],
        buckets=about.get("relative_attention_num_buckets", 32) if mpnet else 0,
    )
    words = given["embeddings.word_embeddings.weight"]
    positions = given["embeddings.position_embeddings.weight"]
    if mpnet:
        words = words[_mpnet_rows(tokenizer, Tokenizer.from_file(str(folder / "tokenizer.json")))]
        positions = positions[2:]  # MPNet counts positions from its padding id + 1
    torch.manual_seed(seed)
    tagger = Tagger(config, len(words), len(positions))
    with torch.no_grad():
        tagger.word.weight.copy_(words)
        tagger.position.weight.copy_(positions)
        types = given.get("embeddings.token_type_embeddings.weight")
        tagger.shape.weight.copy_(
            types[0].expand(SHAPES, -1) if types is not None else torch.zeros_like(tagger.shape.weight)
        )
        if tagger.relative is not None:
            tagger.relative.weight.copy_(given["encoder.relative_attention_bias.weight"])
        nn.init.normal_(tagger.output.weight, std=0.02)
        nn.init.zeros_(tagger.output.bias)
    tagger.load_state_dict(_renamed(given, config.layers, mpnet), strict=False)
    return tagger


def _mpnet_rows(tokenizer: Tokenizer, own: Tokenizer) -> Tensor:
    known, unknown = own.get_vocab(), own.token_to_id("[UNK]")
    vocabulary = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    return torch.tensor([known.get(_MPNET_SPECIAL.get(piece, piece), unknown) for piece, _ in vocabulary])


def _renamed(given: dict[str, Tensor], layers: int, mpnet: bool) -> dict[str, Tensor]:
    """The published parameters under our names."""
    attention = "attention.attn" if mpnet else "attention.self"
    qkv = ("q", "k", "v") if mpnet else ("query", "key", "value")
    out, norm1 = (
        ("attention.attn.o", "attention.LayerNorm")
        if mpnet
        else ("attention.output.dense", "attention.output.LayerNorm")
    )
    pairs = {
        "out": out,
        "norm1": norm1,
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    made = {}
    for part in ("weight", "bias"):
        made[f"norm.{part}"] = given[f"embeddings.LayerNorm.{part}"]
        for number in range(layers):
            old, new = f"encoder.layer.{number}", f"layers.{number}"
            made[f"{new}.qkv.{part}"] = torch.cat([given[f"{old}.{attention}.{name}.{part}"] for name in qkv])
            for ours, theirs in pairs.items():
                made[f"{new}.{ours}.{part}"] = given[f"{old}.{theirs}.{part}"]
    return made


def keep_layers(tagger: Tagger, kept: list[int]) -> Tagger:
    """A smaller tagger that has only the given layers (from 0) of `tagger`."""
    small = Tagger(
        replace(tagger.config, layers=len(kept)), tagger.word.num_embeddings, tagger.position.num_embeddings
    )
    state = {key: value for key, value in tagger.state_dict().items() if not key.startswith("layers.")}
    for new, old in enumerate(kept):
        for key, value in tagger.layers[old].state_dict().items():
            state[f"layers.{new}.{key}"] = value
    small.load_state_dict(state)
    return small


def save(tagger: Tagger, path: Path) -> None:
    """Parameters without the (frozen) word embeddings, as float16, and the size as metadata."""
    state = {
        key: value.half().contiguous().cpu()
        for key, value in tagger.state_dict().items()
        if key != "word.weight"
    }
    save_file(state, str(path), metadata={"config": json.dumps(asdict(tagger.config))})


def load(path: Path, encoder: Tagger) -> Tagger:
    """A tagger that `save` wrote, on the encoder's words."""
    with safe_open(str(path), "pt") as file:
        config = Config(**json.loads(file.metadata()["config"]))
    state = {key: value.float() for key, value in load_file(str(path)).items()}
    tagger = Tagger(config, encoder.word.num_embeddings, len(state["position.weight"]))
    state["word.weight"] = encoder.word.weight
    tagger.load_state_dict(state)
    return tagger
