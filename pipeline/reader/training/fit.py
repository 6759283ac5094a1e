"""Fitting the reader, and what it says of examples."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from ...ner.words import LOWER
from ..labels import CHANGES, ELSE, EMPTY, HELD, STATUSES
from ..windows import COMPANY, MAIN, MARKS, ORGANIZATION, PERSON, PUBLIC_BODY
from .data import Example
from .network import Reader, Said


@dataclass(frozen=True)
class Options:
    """How to fit; the encoder learns at `rate`, the heads at `head_rate`."""

    epochs: float = 4
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    batch: int = 24
    decay: float = 0.01
    warmup: float = 0.1
    average: float = 0.25
    hidden: float = 0.35
    """Share of windows whose names become chance words, so that the words around them count."""
    seed: int = 0


@dataclass(slots=True)
class Batch:
    """Padded inputs of windows."""

    ids: Tensor
    codes: Tensor
    mask: Tensor
    sums: Tensor
    mentions: Tensor


def batch_of(rows: Sequence[Example], chance: np.random.Generator | None = None, hidden: float = 0.0) -> Batch:
    length = max(len(e.window.ids) for e in rows)
    ids, codes, mask = (torch.zeros((len(rows), length), dtype=torch.long) for _ in range(3))
    sums = torch.zeros((len(rows), max(1, *(len(e.window.sums) for e in rows), 1), length))
    mentions = torch.zeros((len(rows), max(1, *(len(e.window.parties) for e in rows), 1), length))
    for place, e in enumerate(rows):
        size = len(e.window.ids)
        given = list(e.window.ids)
        if chance is not None and chance.random() < hidden:
            for at, code in enumerate(e.window.codes):
                if code // 8 % MARKS in (MAIN, COMPANY, PERSON, PUBLIC_BODY, ORGANIZATION) and code % 8 != LOWER:
                    given[at] = int(chance.integers(1996, 29000))
        ids[place, :size] = torch.tensor(given)
        codes[place, :size] = torch.tensor(e.window.codes)
        mask[place, :size] = 1
        for at, (_, (low, high)) in enumerate(e.window.sums):
            sums[place, at, low:high] = 1 / (high - low)
        for at, (_, (low, high), _) in enumerate(e.window.parties):
            mentions[place, at, low:high] = 1 / (high - low)
    return Batch(ids, codes, mask, sums, mentions)


def side_names(e: Example, mentions: int) -> list[str]:
    """What the columns of a side's logits stand for; `-` where there is nothing."""
    names = [p for p, _, _ in e.window.parties]
    main = e.main if e.main and e.main not in names else "-"
    return [*names, *["-"] * (mentions - len(names)), main, ELSE, EMPTY]


def loss_of(model: Reader, rows: Sequence[Example], chance: np.random.Generator, options: Options) -> Tensor:
    b = batch_of(rows, chance, options.hidden)
    # without instructions of its own bfloat16 takes three times as long as float32
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=torch.cpu._is_avx512_bf16_supported()):
        said = model(b.ids, b.codes, b.mask, b.sums, b.mentions)
    for name in ("types", "statuses", "metrics", "relations", "relation_statuses", "clauses", "clause_types"):
        setattr(said, name, getattr(said, name).float())
    said.sides = [side.float() for side in said.sides]
    count_sums, count_mentions = b.sums.shape[1], b.mentions.shape[1]
    types = torch.full((len(rows), count_sums), -100)
    statuses, metrics = types.clone(), types.clone()
    right = torch.zeros((2, len(rows), count_sums, count_mentions + 3), dtype=torch.bool)
    hidden = torch.zeros((len(rows), 1, count_mentions + 3), dtype=torch.bool)
    relations = torch.full((len(rows), count_mentions, count_mentions), -100)
    relation_statuses = relations.clone()
    weights = torch.zeros((len(rows), count_mentions, count_mentions))
    terms = torch.full((len(rows), b.ids.shape[1]), -100)
    term_types = terms.clone()
    edges = torch.full((2, 2, len(rows), count_sums), -100)
    for place, e in enumerate(rows):
        names = side_names(e, count_mentions)
        hidden[place, 0] = torch.tensor([name == "-" for name in names])
        for at, t in enumerate(e.sums):
            if t.type < 0:
                continue
            types[place, at] = t.type
            if t.type == 0:
                continue
            statuses[place, at] = t.status
            if t.metric >= 0:
                metrics[place, at] = t.metric
            for side, wanted in ((0, t.subjects), (1, t.objects)):
                fits = [name in wanted for name in names]
                right[side, place, at] = torch.tensor(fits if any(fits) else [name == ELSE for name in names])
                if wanted == [ELSE]:
                    low, high = t.texts[side] or (0, 1)
                    edges[side, 0, place, at], edges[side, 1, place, at] = low, high - 1
        base = e.window.base
        terms[place, base : base + len(e.clauses)] = torch.tensor(e.clauses, dtype=torch.long)
        kinds = torch.tensor(e.clause_types, dtype=torch.long)
        term_types[place, base : base + len(e.clauses)] = torch.where(kinds < 0, -100, kinds)
        where: dict[str, int] = {}
        for at, (p, _, own) in enumerate(e.window.parties):
            if own:
                where.setdefault(p, at)
        told = [(k, t) for k, t in e.pairs.items() if t[0] >= 0]
        for (one, other), (relation, status) in told:
            relations[place, where[one], where[other]] = relation
            weights[place, where[one], where[other]] = min(1.0, 4 / len(told)) if relation == 0 else 1.0
            if relation > 0:
                relation_statuses[place, where[one], where[other]] = status
    ce = nn.functional.cross_entropy
    total = ce(said.types.flatten(0, 1), types.flatten(), reduction="sum", label_smoothing=0.05)
    total = total + 0.5 * ce(said.statuses.flatten(0, 1), statuses.flatten(), reduction="sum")
    total = total + 0.5 * ce(said.metrics.flatten(0, 1), metrics.flatten(), reduction="sum")
    for side in (0, 1):
        judged = right[side].any(-1)
        if judged.any():
            logits = said.sides[side].masked_fill(hidden, -1e4).log_softmax(-1)[judged]
            total = total - logits.masked_fill(~right[side][judged], -1e4).logsumexp(-1).sum()
    losses = ce(said.relations.flatten(0, 2), relations.flatten(), reduction="none")
    total = total + (losses * weights.flatten()).sum()
    total = total + 0.3 * ce(said.relation_statuses.flatten(0, 2), relation_statuses.flatten(), reduction="sum")
    total = total + 0.15 * ce(said.clauses.flatten(0, 1), terms.flatten(), reduction="sum")
    if (term_types >= 0).any():
        total = total + 0.1 * ce(said.clause_types.flatten(0, 1), term_types.flatten(), reduction="sum")
    for side in (0, 1):
        for edge in (0, 1):
            logits = said.texts[side][edge].float().flatten(0, 1)
            total = total + 0.5 * ce(logits, edges[side, edge].flatten(), reduction="sum")
    posts, judged = _loss_of_posts(rows, said)
    return (total + posts) / (float((types >= 0).sum()) + float(weights.sum()) + judged + 1.0)


def _loss_of_posts(rows: Sequence[Example], said: Said) -> tuple[Tensor, float]:
    """The loss on persons and their posts, and how many were judged."""
    shape = said.posts.shape[:2]
    held, changes, statuses, begins, ends = (torch.full(shape, -100) for _ in range(5))
    right = torch.zeros(said.employers.shape, dtype=torch.bool)
    hidden = torch.zeros((shape[0], 1, said.employers.shape[2]), dtype=torch.bool)
    for place, e in enumerate(rows):
        names = side_names(e, shape[1])
        hidden[place, 0] = torch.tensor([name == "-" for name in names])
        for at, post in e.posts.items():
            held[place, at] = post.held if post.held >= 0 else -100
            if post.held < 1:
                continue
            changes[place, at], statuses[place, at] = post.change, post.status
            if post.title:
                begins[place, at], ends[place, at] = post.title[0], post.title[1] - 1
            fits = [name in post.employers for name in names]
            right[place, at] = torch.tensor(fits if any(fits) else [name == ELSE for name in names])
    ce = nn.functional.cross_entropy
    parts = said.posts.float().split([len(HELD), len(CHANGES), len(STATUSES)], -1)
    total = sum(
        weight * ce(part.flatten(0, 1), wanted.flatten(), reduction="sum")
        for part, wanted, weight in zip(parts, (held, changes, statuses), (1.0, 0.5, 0.5), strict=True)
    )
    for logits, wanted in zip(said.titles, (begins, ends), strict=True):
        total = total + 0.5 * ce(logits.float().flatten(0, 1), wanted.flatten(), reduction="sum")
    judged = right.any(-1)
    if judged.any():
        logits = said.employers.float().masked_fill(hidden, -1e4).log_softmax(-1)[judged]
        total = total - logits.masked_fill(~right[judged], -1e4).logsumexp(-1).sum()
    return total, float((held >= 0).sum())


def fit(model: Reader, data: Sequence[Example], options: Options, log: str = "") -> Reader:
    """Fit with AdamW, warm-up and linear decay; the parameters of the last steps are averaged."""
    torch.manual_seed(options.seed)
    chance = np.random.default_rng(options.seed)
    model.train()
    base = {"layers", "norm", "position", "shape"}
    encoder = [p for n, p in model.named_parameters() if n.split(".")[0] in base and p.requires_grad]
    heads = [p for n, p in model.named_parameters() if n.split(".")[0] not in base and p.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": options.rate}, {"params": heads, "lr": options.head_rate}],
        weight_decay=options.decay,
    )
    per_epoch = -(-len(data) // options.batch)
    steps = int(per_epoch * options.epochs)
    warm = max(1, int(steps * options.warmup))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / warm, max(0.02, (steps - s) / max(1, steps - warm)))
    )
    average = torch.optim.swa_utils.AveragedModel(model)
    lengths = np.array([len(e.window.ids) for e in data])
    step, began, running = 0, time.perf_counter(), 0.0
    while step < steps:
        order = np.lexsort((chance.random(len(lengths)), lengths + chance.integers(0, 16, len(lengths))))
        groups = [order[at : at + options.batch] for at in range(0, len(order), options.batch)]
        for at in chance.permutation(len(groups)):
            if step == steps:
                break
            loss = loss_of(model, [data[i] for i in groups[at]], chance, options)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_([*encoder, *heads], 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            running += float(loss.detach())
            if step > steps * (1 - options.average):
                average.update_parameters(model)
        if log:
            print(f"{log} {step}/{steps} loss {running / per_epoch:.4f} {time.perf_counter() - began:.0f}s", flush=True)
            running = 0.0
    return average.module.eval()


@dataclass(slots=True)
class SumSaid:
    """What the model says of one sum: probabilities of types, of the sides by name, status and metric."""

    types: np.ndarray
    sides: list[list[tuple[str, float]]]
    status: int
    metric: int


@torch.no_grad()
def say(model: Reader, data: Sequence[Example]) -> list[tuple[list[SumSaid], dict]]:
    """For each example what its sums tell, and for each ordered pair of its parties the relation and status."""
    model.eval()
    made: list = [None] * len(data)
    order = sorted(range(len(data)), key=lambda i: len(data[i].window.ids))
    for begin in range(0, len(order), 32):
        rows = order[begin : begin + 32]
        b = batch_of([data[i] for i in rows])
        said = model(b.ids, b.codes, b.mask, b.sums, b.mentions)
        for place, i in enumerate(rows):
            e = data[i]
            names = side_names(e, b.mentions.shape[1])
            sums = []
            for at in range(len(e.window.sums)):
                sides = []
                for side in (0, 1):
                    logits = said.sides[side][place, at].clone()
                    logits[[n for n, name in enumerate(names) if name == "-"]] = -1e4
                    share: dict[str, float] = {}
                    for name, value in zip(names, logits.softmax(-1).tolist(), strict=True):
                        share[name] = share.get(name, 0.0) + value
                    sides.append(sorted(share.items(), key=lambda s: -s[1]))
                sums.append(SumSaid(
                    said.types[place, at].softmax(-1).numpy(), sides,
                    int(said.statuses[place, at].argmax()), int(said.metrics[place, at].argmax()),
                ))  # fmt: skip
            where: dict[str, int] = {}
            for at, (p, _, own) in enumerate(e.window.parties):
                if own:
                    where.setdefault(p, at)
            pairs = {
                (one, other): (
                    said.relations[place, where[one], where[other]].softmax(-1).numpy(),
                    int(said.relation_statuses[place, where[one], where[other]].argmax()),
                )
                for one, other in e.pairs
            }
            own = slice(e.window.base, e.window.base + len(e.clauses))
            terms = said.clauses[place, own].softmax(-1).numpy(), said.clause_types[place, own].softmax(-1).numpy()
            made[i] = (sums, pairs, terms)
    return made
