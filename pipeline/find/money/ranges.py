"""Sums that are given by their two ends: "$40-50 million", "between €5m and €7m"."""

from __future__ import annotations

import re
from dataclasses import replace

from .parts import ChangeWords, MoneyMention
from .quantities import BLANK, DASH, GAP, SPACE, Quantities

_JOIN = re.compile(rf"(?:{SPACE}(?P<word>to|and|or){SPACE}|{GAP}(?P<dash>{DASH}){GAP})", re.I)
PERCENT = re.compile(rf"{BLANK}?(?:%|per ?cent\b|percentage|pct\b|bps?\b|basis points)", re.I)


class Ranges:
    """Tells a range from a change ("rose 5 cents to $3"). Holds compiled patterns only: safe to share."""

    def __init__(self, change: ChangeWords, quantities: Quantities):
        self._quantities = quantities
        self._change = re.compile(rf"\b(?:{'|'.join(change.verbs)})\b")
        self._ranging = re.compile(rf"\b(?:{'|'.join(change.ranges)})\b")

    def with_high(self, text: str, lower: str, mention: MoneyMention, sign: str) -> MoneyMention:
        """Add the upper number of a range that has no sign of its own."""
        join = _JOIN.match(text, mention.end)
        if not join or mention.negative:
            return mention
        word = (join.group("word") or "-").lower()
        number = self._quantities.numeral_after(text, join.end())
        if number is None or PERCENT.match(text, number.end) or word == "or":
            return mention
        after = text[number.end : number.end + 1]
        if after.isalnum() or after == ":" or (after in "-/" and text[number.end + 1 : number.end + 2].isdigit()):
            return mention
        between = re.search(rf"between{GAP}$", lower[max(0, mention.start - 12) : mention.start])
        if word == "and" and not between:
            return mention
        if word == "to" and not number.scaled and not between:
            return mention
        if word == "to" and self.is_change(lower, mention.start):
            return mention
        start = mention.start - len(between.group()) if between else mention.start
        return replace(
            mention,
            start=start,
            end=number.end,
            high=number.span,
            rule="money.range",
            qualifier="range",
            scaled=number.scaled,
        )

    def merge(self, text: str, lower: str, found: list[MoneyMention]) -> list[MoneyMention]:
        """Join "$1.2 billion to $1.3 billion" and "between €5m and €7m" into one sum."""
        merged: list[MoneyMention] = []
        for mention in found:
            last = merged[-1] if merged else None
            start = last and self._range_start(text, lower, last, mention)
            if last and start is not None:
                merged[-1] = replace(
                    last,
                    start=start,
                    end=mention.end,
                    high=mention.low,
                    high_unit=mention.unit,
                    rule="money.range",
                    qualifier="range",
                    scaled=mention.scaled,
                    stated=last.stated or mention.stated,
                )
            else:
                merged.append(mention)
        return merged

    def _range_start(self, text: str, lower: str, low: MoneyMention, high: MoneyMention) -> int | None:
        join = _JOIN.fullmatch(text, low.end, high.start)
        plain = low.high is None and high.high is None and low.low and high.low
        if not join or not plain or low.negative or high.negative or low.minor or high.minor:
            return None
        if low.unit.key != high.unit.key and not set(low.unit.codes) & set(high.unit.codes):
            return None
        if low.power != high.power:
            return None
        between = re.search(rf"between{GAP}$", lower[max(0, low.start - 12) : low.start])
        word = (join.group("word") or "-").lower()
        if between:
            return low.start - len(between.group())
        if word in ("and", "or") or (word == "to" and self.is_change(lower, low.start)):
            return None
        return low.start

    def is_change(self, lower: str, start: int) -> bool:
        """Whether "X to Y" at `start` moves one sum to another ("rose 5 cents to $3")."""
        far = re.split(r"[.;!?]\s|\n\n", lower[max(0, start - 240) : start])[-1]
        sentence = re.split(r"\n", far[-90:])[-1]
        words = sentence.split()
        if words[-2:] == ["range", "of"]:
            return False  # "guides to an adjusted EBITDA range of $17 million to $21 million"
        if words[-1:] == ["of"] and self._change.search(" ".join(words[-4:])):
            return True  # "cut its forecast of $50 million to $40 million"
        if self._ranging.search(sentence):
            return False
        if "from" in words[-5:]:
            return bool(self._change.search(far))
        return bool(self._change.search(" ".join(words[-3:]))) and words[-1] not in ("to", "of", "at")
