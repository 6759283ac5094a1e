"""Fitting a tagger to windows, predicting with it, and the figures on the development fifth."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from ..decode import LABELS, decode
from ..words import CAPITALISED, INITIAL, LOWER, MAX_PIECES, MIXED, UPPER
from .data import UNKNOWN, Example
from .network import Tagger

_SMALL = "a an the of and or in on to for at by with from as is its it be are was vs"
SMALL_WORDS = tuple(_SMALL.split())
"""Words that stay lower-case when a sentence is turned into a title."""


@dataclass(frozen=True)
class Options:
    """How to fit. `smoothing` is that of gold labels; `average` the share of steps, at the end, averaged."""

    epochs: float = 8
    rate: float = 2e-4
    batch: int = 32
    decay: float = 0.01
    warmup: float = 0.06
    smoothing: float = 0.05
    recase: float = 0.15
    average: float = 0.25
    seed: int = 0
    half: bool = False
    """bfloat16 arithmetic (large teachers on a GPU)."""


class Windows:
    """Windows as padded tensors: ids, shapes, mask, target distribution and weight per wordpiece."""

    def __init__(self, examples: Sequence[Example], device: str, smoothing: float) -> None:
        count = len(examples)
        self.ids = np.zeros((count, MAX_PIECES), dtype=np.int64)
        self.shapes = np.zeros((count, MAX_PIECES), dtype=np.int64)
        self.target = np.zeros((count, MAX_PIECES, len(LABELS)), dtype=np.float32)
        self.weight = np.zeros((count, MAX_PIECES), dtype=np.float32)
        self.lengths = np.array([len(example.window.ids) for example in examples])
        smooth = np.eye(len(LABELS)) * (1 - smoothing) + smoothing / len(LABELS)
        for row, example in enumerate(examples):
            size = len(example.window.ids)
            self.ids[row, :size], self.shapes[row, :size] = example.window.ids, example.window.shapes
            labels = np.array(example.labels)
            known = labels != UNKNOWN
            firsts = np.array(example.window.firsts)[known]
            self.target[row, firsts] = smooth[labels[known]]
            self.weight[row, firsts] = 1.0
        self.device = device

    def set_soft(self, row: int, firsts: Sequence[int], target: np.ndarray, weight: np.ndarray) -> None:
        """Target distributions (words, 7) and weights (words,) for the words of one window."""
        self.target[row, firsts] = target
        self.weight[row, firsts] = weight

    def to_device(self) -> Windows:
        for name in ("ids", "shapes", "target", "weight"):
            setattr(self, name, torch.as_tensor(getattr(self, name)).to(self.device))
        return self

    def batches(self, size: int, chance: np.random.Generator) -> list[np.ndarray]:
        """Rows in batches of windows of like length, in random order."""
        order = np.lexsort(
            (chance.random(len(self.lengths)), self.lengths + chance.integers(0, 12, len(self.lengths)))
        )
        groups = [order[at : at + size] for at in range(0, len(order), size)]
        return [groups[at] for at in chance.permutation(len(groups))]


def fit(tagger: Tagger, data: Windows, options: Options, small_ids: Tensor, log: str = "") -> Tagger:
    """Fit with AdamW, warm-up and linear decay; the parameters of the last steps are averaged."""
    torch.manual_seed(options.seed)
    chance = np.random.default_rng(options.seed)
    tagger.to(data.device).train()
    trained = [parameter for parameter in tagger.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=options.rate, weight_decay=options.decay)
    per_epoch = -(-len(data.lengths) // options.batch)
    steps = max(1, int(per_epoch * options.epochs))
    warm = max(1, int(steps * options.warmup))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.02, (steps - step) / max(1, steps - warm)))
    )
    average = torch.optim.swa_utils.AveragedModel(tagger)
    step, began, running = 0, time.perf_counter(), torch.zeros((), device=data.device)
    while step < steps:
        for rows in data.batches(options.batch, chance):
            if step == steps:
                break
            loss = _loss(tagger, data, rows, chance, options, small_ids)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            running += loss.detach()
            if step > steps * (1 - options.average):
                average.update_parameters(tagger)
        if log:
            print(
                f"{log} {step}/{steps} loss {running / per_epoch:.4f} {time.perf_counter() - began:.0f}s",
                flush=True,
            )
            running.zero_()
    fitted = average.module if options.average else tagger
    return fitted.eval()


def _loss(
    tagger: Tagger,
    data: Windows,
    rows: np.ndarray,
    chance: np.random.Generator,
    options: Options,
    small_ids: Tensor,
) -> Tensor:
    length = int(data.lengths[rows].max())
    index = torch.as_tensor(rows, device=data.device)
    ids, shapes = data.ids[index, :length], data.shapes[index, :length]
    mask = torch.as_tensor(np.arange(length)[None] < data.lengths[rows][:, None], device=data.device)
    shapes = recase(ids, shapes, chance.random(len(rows)), options.recase, small_ids)
    with torch.autocast(data.device, dtype=torch.bfloat16, enabled=options.half):
        logits = tagger(ids, shapes, mask)
    weight = data.weight[index, :length]
    losses = -(data.target[index, :length] * logits.float().log_softmax(-1)).sum(-1)
    return (losses * weight).sum() / weight.sum().clamp(min=1.0)


def recase(ids: Tensor, shapes: Tensor, draw: np.ndarray, share: float, small_ids: Tensor) -> Tensor:
    """Case shapes as they would be in capitals, in a title and in lower case, for `share` of the rows.

    Half of them get capitals, three tenths title case, two tenths lower case.
    """
    drawn = torch.as_tensor(draw, device=ids.device)[:, None]
    cased = (shapes == LOWER) | (shapes == CAPITALISED) | (shapes == UPPER) | (shapes == MIXED)
    capitals = (drawn < 0.5 * share) & cased
    titled = (drawn >= 0.5 * share) & (drawn < 0.8 * share) & (shapes == LOWER) & ~torch.isin(ids, small_ids)
    lowered = (drawn >= 0.8 * share) & (drawn < share) & (cased | (shapes == INITIAL))
    shapes = torch.where(capitals, UPPER, shapes)
    shapes = torch.where(titled, CAPITALISED, shapes)
    return torch.where(lowered, LOWER, shapes)


@torch.no_grad()
def predict(tagger: Tagger, examples: Sequence[Example], device: str, batch: int = 256) -> list[np.ndarray]:
    """Logits (words, 7) of each window."""
    tagger.to(device).eval()
    order = sorted(range(len(examples)), key=lambda row: len(examples[row].window.ids))
    made: list[np.ndarray] = [np.zeros((0, len(LABELS)))] * len(examples)
    for at in range(0, len(order), batch):
        rows = order[at : at + batch]
        length = max(len(examples[row].window.ids) for row in rows)
        ids, shapes, mask = (torch.zeros((len(rows), length), dtype=torch.long) for _ in range(3))
        for place, row in enumerate(rows):
            window = examples[row].window
            size = len(window.ids)
            ids[place, :size], shapes[place, :size] = torch.tensor(window.ids), torch.tensor(window.shapes)
            mask[place, :size] = 1
        logits = tagger(ids.to(device), shapes.to(device), mask.to(device)).float().cpu().numpy()
        for place, row in enumerate(rows):
            made[row] = logits[place, examples[row].window.firsts]
    return made


def score(examples: Sequence[Example], logits: Sequence[np.ndarray]) -> dict[str, float]:
    """Strict span F1 per kind, and of persons and organisations together (`PER+ORG`).

    What is found on words that nobody labelled counts neither way.
    """
    counts = {kind: [0, 0, 0] for kind in ("PERSON", "ORG", "LOC")}
    for example, values in zip(examples, logits, strict=True):
        unknown = {place for place, label in enumerate(example.labels) if label == UNKNOWN}
        found = {entity[:3] for entity in decode(values, example.window.sentence_starts)}
        found = {entity for entity in found if unknown.isdisjoint(range(*entity[:2]))}
        truth = {entity[:3] for entity in decode(_certain(example.labels), example.window.sentence_starts)}
        for kind, (hits, predicted, gold) in counts.items():
            mine, theirs = ({entity for entity in group if entity[2] == kind} for group in (found, truth))
            counts[kind] = [hits + len(mine & theirs), predicted + len(mine), gold + len(theirs)]
    both = [counts["PERSON"][part] + counts["ORG"][part] for part in range(3)]
    return {name: round(_f1(*values), 4) for name, values in {"PER+ORG": both, **counts}.items()}


def _certain(labels: Sequence[int]) -> np.ndarray:
    return np.eye(len(LABELS))[np.maximum(np.array(labels), 0)] * 100.0


def _f1(hits: int, predicted: int, gold: int) -> float:
    return 2 * hits / max(1, predicted + gold)
