"""One figure: a sum with its metric, and what its words make of that metric."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...mentions import Span
from ...records import Money
from .gaps import EARNINGS, PER_SHARE, SCALED, SMALLEST, UNIT_PER

#: The rules of figures that are told a share.
PER_SHARE_RULES = ("result.per-share", "result.value-per-share")


@dataclass(slots=True)
class Figure:
    """One sum with its metric. `earlier` is set for the one that another is compared with, which is `against`;
    `estimate` for one that others had expected in its place.
    """

    metric: str
    rule: str
    at: Span
    money: Money
    stock: bool = False
    verb: bool = False
    earlier: bool = False
    against: Figure | None = None
    unit: bool = False
    estimate: bool = False


def typed(figure: Figure) -> Figure:
    if figure.money.per == "share" and figure.metric in PER_SHARE and not figure.metric.endswith("_loss"):
        figure.metric = "earnings_per_share"  # a loss a share is a loss: earnings have no sign
    elif figure.verb and figure.metric == "net_profit" and in_cents(figure.money):
        figure.metric = "earnings_per_share"  # "it earned 12 cents"
    return figure


def in_cents(money: Money) -> bool:
    """Whether a sum is told in cents: what companies earn or lose so is told a share."""
    return money.per in (None, "share") and re.search(r"(?:\bcents?|¢)$", money.text) is not None


#: "$3 million in losses associated with the Tern programme".
_OF_ONE = re.compile(r"\s(?:in\s|of\s)?loss(?:es)?\s(?:associated|related|relating|linked|tied)\s(?:with|to)\b")


#: Behind a profit: what it is told before.
_BEFORE = re.compile(r"\s+before\s+(?:interest|tax(?:es|ation)?)\b[^.;:\d$€£¥]{0,60}")
#: "An impairment loss", "a valuation loss".
_KIND = re.compile(
    r"(?i)\b(?:valuation|impairment|fair[- ]value|exchange|currency|hedging|credit|loan|investment|trading|underwriting"
    r"|paper)\s$"
)


def before_tax(text: str, figure: Figure) -> Figure:
    """ "earned $3 million before tax" is no net profit."""
    behind = text[figure.money.end : figure.money.end + 45]
    if figure.metric in EARNINGS and re.match(r"\s+before\s+tax", behind):
        figure.metric = "other"
    early = _BEFORE.match(text, figure.at.end) or (figure.verb and _BEFORE.match(text, figure.money.end))
    if figure.metric in EARNINGS and early:
        ebit = re.match(r"\s+before\s+interest\s+and\s+tax(?:es)?\b", early[0]) and not re.search("deprec", early[0])
        figure.metric = figure.metric.replace("net_", "operating_") if ebit else "other"
    kind = _KIND.search(text, max(0, figure.at.start - 14), figure.at.start)
    if figure.metric == "net_loss" and (kind or _OF_ONE.match(behind)):
        figure.metric = "other"
    return figure


def is_level(figure: Figure) -> bool:
    """Whether the sum can be a company's figure: no price of a unit and no petty sum."""
    money = figure.money
    if figure.metric == "earnings_per_share":
        return money.per in (None, "share") and SCALED.search(money.text) is None
    if figure.rule in PER_SHARE_RULES:
        return money.per in (None, "share") and SCALED.search(money.text) is None
    if figure.unit:
        return money.per not in UNIT_PER and SCALED.search(money.text) is None
    if money.per not in (None, "year", "month", "quarter", "share"):
        return False
    if figure.verb and figure.metric == "net_loss" and in_cents(money):
        return True
    value = money.amount if money.amount is not None else money.max
    return money.per == "share" or value is None or abs(value) >= SMALLEST


def signed(metric: str, sign: str) -> str:
    """A table's "loss 17 cts" is a net loss, whatever the row."""
    return "net_loss" if sign.lower() == "loss" and metric in ("net_profit", "earnings_per_share") else metric


def of_kind(against: Figure, metric: str) -> str:
    """The metric of a bare profit or loss that is compared with a figure: an operating or a pretax one as that is."""
    if against.metric in ("operating_profit", "operating_loss"):
        return metric.replace("net_", "operating_")
    return "other" if against.rule == "result.before-tax" else metric


#: What a profit is that is below zero.
_BELOW_ZERO = {
    "net_profit": "net_loss",
    "operating_profit": "operating_loss",
    "earnings_per_share": "net_loss",
    "surplus": "deficit",
}
#: Before a loss a share in the brackets of accountants: "EPS of ($0.42)"; those behind another sum only set it off.
_ACCOUNTED = re.compile(r"(?:\b(?:of|to|from|at|and|was|were|versus|vs\.?|than)\s|[\w)],\s|/)\($")


def by_sign(text: str, metric: str, money: Money) -> str:
    """The metric of a sum that may be below zero: "operating income of $(3.6)M" is an operating loss."""
    below = (money.amount if money.amount is not None else money.max or 0) < 0
    if metric == "earnings_per_share" and text.startswith(")", money.end):
        below = below or _ACCOUNTED.search(text, max(0, money.start - 12), money.start) is not None
    return _BELOW_ZERO.get(metric, metric) if below else metric


def turned(metric: str, gap: str) -> str:
    """ "a profit of …, compared with a loss of …" """
    if re.search(r"\bloss\b", gap):
        return {"net_profit": "net_loss", "operating_profit": "operating_loss"}.get(metric, metric)
    if re.search(r"\b(?:profit|income)\b", gap):
        return {"net_loss": "net_profit", "operating_loss": "operating_profit"}.get(metric, metric)
    if re.search(r"\bdeficit\b", gap):
        return "deficit"
    if re.search(r"\bsurplus\b", gap):
        return "surplus"
    return metric
