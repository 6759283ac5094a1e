"""The model in PyTorch: the encoder of the news NER, marks beside its case shapes, and heads on mentions."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from ...ner.training.network import Tagger
from ..labels import CHANGES, CLAUSE_TYPES, HELD, METRICS, PAIR_TYPES, STATUSES, SUM_TYPES
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
    texts: list[list[Tensor]]
    """`texts[k][e]` is (batch, sums, length): where side k begins (e = 0) and ends (e = 1) as the article's words, the
    first wordpiece of the window standing for nowhere.
    """
    posts: Tensor
    """(batch, mentions, held or not + changes + statuses): what a person does for somebody."""
    titles: list[Tensor]
    """Where the title begins and ends: (batch, mentions, length) each."""
    employers: Tensor
    """Like `sides`, of mentions in place of sums."""


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
        self.edge_key = nn.ModuleList(nn.Linear(hidden, KEY) for _ in range(2))
        #: Begin and end of the subject's words, of the object's, of a title.
        self.edge_query = nn.ModuleList(nn.Linear(hidden, KEY) for _ in range(6))
        self.post_in = nn.Linear(hidden, WIDE)
        self.post_out = nn.Linear(WIDE, len(HELD) + len(CHANGES) + len(STATUSES))
        self.post_query = nn.Linear(hidden, KEY)
        self.post_key = nn.Linear(hidden, KEY)
        self.post_fixed = nn.Parameter(torch.randn(3, KEY) * 0.02)
        self.post_fixed_bias = nn.Parameter(torch.zeros(3))

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
        edges = [key(x) for key in self.edge_key]
        open_ = (1.0 - mask[:, None, :].to(x.dtype)) * -1e4

        def places(of: Tensor, number: int) -> list[Tensor]:
            queries = [self.edge_query[2 * number + edge](of) for edge in (0, 1)]
            return [q @ e.transpose(1, 2) / KEY**0.5 + open_ for q, e in zip(queries, edges, strict=True)]

        posts = self.post_out(self.dropout(nn.functional.gelu(self.post_in(m))))
        query = self.post_query(m)
        near = query @ self.post_key(m).transpose(1, 2) / KEY**0.5
        far = query @ self.post_fixed.T / KEY**0.5 + self.post_fixed_bias
        return Said(
            types, statuses, metrics, sides, relations, relation_statuses, clauses, clause_types,
            [places(s, 0), places(s, 1)], posts, places(m, 2), torch.cat([near, far], -1),
        )  # fmt: skip
