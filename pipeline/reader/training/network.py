"""The model in PyTorch: the encoder of the news NER, marks beside its case shapes, and heads on mentions."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from ...ner.training.network import Tagger
from ..labels import CLAUSE_TYPES, METRICS, PAIR_TYPES, STATUSES, SUM_TYPES
from ..windows import MARKS

WIDE, KEY = 192, 96


@dataclass(slots=True)
class Said:
    """Logits of a batch. `sides[k]` is (batch, sums, mentions + 3): each mention, then main, else, empty."""

    types: Tensor
    statuses: Tensor
    metrics: Tensor
    sides: list[Tensor]
    relations: Tensor
    relation_statuses: Tensor
    clauses: Tensor
    """(batch, length, 3): outside, first and other words of terms."""
    clause_types: Tensor


class Reader(nn.Module):
    """Encoder with what it tells of sums, of the sides of sums, and of pairs of parties."""

    def __init__(self, tagger: Tagger):
        super().__init__()
        hidden = tagger.config.hidden
        self.config = tagger.config
        self.word, self.position, self.norm, self.layers = (
            tagger.word, tagger.position, tagger.norm, tagger.layers,
        )  # fmt: skip
        self.shape = tagger.shape
        self.mark = nn.Embedding(MARKS * 2, hidden)
        nn.init.zeros_(self.mark.weight)
        self.dropout = nn.Dropout(0.1)
        self.sum_in = nn.Linear(2 * hidden, WIDE)
        self.sum_out = nn.Linear(WIDE, len(SUM_TYPES) + len(STATUSES) + len(METRICS))
        self.query = nn.ModuleList(nn.Linear(hidden, KEY) for _ in range(2))
        self.key = nn.ModuleList(nn.Linear(hidden, KEY) for _ in range(2))
        #: Rows: the main party where it is far away, else, empty.
        self.fixed = nn.ParameterList(nn.Parameter(torch.randn(3, KEY) * 0.02) for _ in range(2))
        self.fixed_bias = nn.ParameterList(nn.Parameter(torch.zeros(3)) for _ in range(2))
        self.first = nn.Linear(hidden, WIDE)
        self.second = nn.Linear(hidden, WIDE)
        self.pair_out = nn.Linear(WIDE, len(PAIR_TYPES) + len(STATUSES))

        self.clause_out = nn.Linear(hidden, 3 + len(CLAUSE_TYPES))

    def encode(self, ids: Tensor, codes: Tensor, mask: Tensor) -> Tensor:
        """(batch, length) ids, codes (shape + 8 * mark) and mask to vectors (batch, length, hidden)."""
        length = ids.shape[1]
        x = self.word(ids) + self.position.weight[:length] + self.shape(codes % 8) + self.mark(codes // 8)
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def forward(self, ids: Tensor, codes: Tensor, mask: Tensor, sums: Tensor, mentions: Tensor) -> Said:
        """`sums` and `mentions` are (batch, n, length): each row the mean over a stretch of wordpieces."""
        x = self.encode(ids, codes, mask)
        s, m = sums @ x, mentions @ x
        heads = x[:, :1].expand(-1, s.shape[1], -1)
        out = self.sum_out(self.dropout(nn.functional.gelu(self.sum_in(torch.cat([s, heads], -1)))))
        types, statuses, metrics = out.split([len(SUM_TYPES), len(STATUSES), len(METRICS)], -1)
        sides = []
        for side in (0, 1):
            query, keys = self.query[side](s), self.key[side](m)
            near = query @ keys.transpose(1, 2) / KEY**0.5
            far = query @ self.fixed[side].T / KEY**0.5 + self.fixed_bias[side]
            sides.append(torch.cat([near, far], -1))
        inner = nn.functional.gelu(self.first(m)[:, :, None] + self.second(m)[:, None])
        relations, relation_statuses = self.pair_out(self.dropout(inner)).split([len(PAIR_TYPES), len(STATUSES)], -1)
        clauses, clause_types = self.clause_out(self.dropout(x)).split([3, len(CLAUSE_TYPES)], -1)
        return Said(types, statuses, metrics, sides, relations, relation_statuses, clauses, clause_types)
