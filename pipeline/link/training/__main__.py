"""Fits the weights of `purposes`: `python -m pipeline.link.training PASSAGES.jsonl... FOLDER... --out purposes.json`

Each argument is a file of passages (`pipeline.reader.training.passages`) or a folder of annotated articles. Needs
newsfacts[train]. The loss is the softmax over the purposes, with a penalty on squares; then the features that weigh
most are fitted once more, alone.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import torch

from ...evaluate import load_folders
from ...evaluate.gold import GoldArticle, GoldFact, locate
from ...extractor import Extractor
from ...read import article_from_text
from ...reader.training.passages import unfold
from ...records import Money
from ..purposes import UNIT, WEIGHTS, Payment, features

#: Found by cross-validation over articles: how often a feature must occur, how much squares cost, how many are kept.
LEAST, PENALTY, KEPT = 4, 2.0, 1500
STEPS = 60


def payments(article: GoldArticle, money: Sequence[Money]) -> Iterator[tuple[Payment, str]]:
    """The payments of an article whose sum stands in their evidence, with what they are for."""
    kinds = {party.id: party.kind for party in article.gold.parties}
    for fact in article.gold.facts:
        evidence = locate(article.text, fact.evidence) if fact.type == "payment" and fact.purpose else None
        if evidence is None:
            continue
        here = (m for m in money if evidence.start <= m.start < evidence.end and _is_sum(m, fact))
        for m in list(here)[:1]:
            yield Payment(
                article.text, evidence.start, evidence.end, m.start, m.end, kinds.get(fact.subject or ""),
                kinds.get(fact.object or ""), fact.subject_text, fact.object_text, m.per, fact.status,
            ), fact.purpose  # fmt: skip


def _is_sum(m: Money, fact: GoldFact) -> bool:
    amount = fact.amount
    if amount is None or m.currency != amount.currency:
        return False
    return m.amount == amount.value if amount.value is not None else m.max == amount.max


def fit(told: Sequence[tuple[Payment, str]]) -> dict[str, object]:
    """Classes, bias and weights as `pipeline.linear` reads them."""
    found = [features(payment) for payment, _ in told]
    names = sorted({purpose for _, purpose in told})
    right = torch.tensor([names.index(purpose) for _, purpose in told])
    often = Counter(feature for row in found for feature in row)
    kept = sorted(feature for feature, times in often.items() if times >= LEAST)
    weights = _regress(found, kept, right, len(names))
    heavy = weights[:-1].abs().amax(dim=1).argsort(descending=True, stable=True)[:KEPT].tolist()
    kept = sorted(kept[n] for n in heavy)
    rows = (_regress(found, kept, right, len(names)) * UNIT).round().int().tolist()
    return {"classes": names, "bias": rows[-1], "weights": dict(zip(kept, rows[:-1], strict=True))}


def _regress(found: Sequence[set[str]], kept: Sequence[str], right: torch.Tensor, purposes: int) -> torch.Tensor:
    """Weights of the kept features and, in the last row, the bias."""
    place = {feature: n for n, feature in enumerate(kept)}
    rows = torch.zeros(len(found), len(kept) + 1)
    rows[:, -1] = 1
    for n, row in enumerate(found):
        rows[n, [place[feature] for feature in row if feature in place]] = 1
    weights = torch.zeros(len(kept) + 1, purposes, requires_grad=True)
    steps = torch.optim.LBFGS([weights], max_iter=STEPS, history_size=10, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        steps.zero_grad()
        wrong = torch.nn.functional.cross_entropy(rows @ weights, right, reduction="sum")
        total = wrong + PENALTY / 2 * (weights[:-1] ** 2).sum()
        total.backward()
        return total

    steps.step(loss)
    return weights.detach()


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit and write; returns 0."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.link.training", description=__doc__.splitlines()[0])
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    given = parser.parse_args(arguments)
    extractor = Extractor()
    told: list[tuple[Payment, str]] = []
    with TemporaryDirectory() as folder:
        places = [unfold(p, Path(folder) / p.stem) if p.is_file() else p for p in given.texts]
        for article in load_folders(places):
            if any(fact.type == "payment" for fact in article.gold.facts):
                record = extractor.extract(article_from_text(article.text, published=article.gold.published))
                told += payments(article, record.money)
    given.out.write_text(json.dumps(fit(told), separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{given.out}: {len(told)} payments")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
