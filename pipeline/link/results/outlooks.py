"""Forecasts of a profit or loss that name no sum: "expects a small net profit in 1987"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...mentions import Span
from ...records import Date, Money
from ..draft import Draft

_EXPECTS = (
    r"(?:expects?|expected|forecasts?|predicts?|predicted|anticipates?|projects|sees|hopes|aims|plans"
    r"|is on track|was on track|is set)"
)
_PROFIT = r"(?P<word>profits?|profitable|profitability|losses|loss|break[- ]?even|breaking even)"
#: From the verb to the profit or loss, in one clause and without figures.
_OUTLOOK = re.compile(
    rf"(?P<denied>\b(?:does|do|did)\snot\s)?\b(?P<verb>{_EXPECTS})\s"
    r"(?:that\s)?(?:(?:it|they|the\s(?:company|group|firm|airline|bank|business))\s)?(?:(?:will|would|to)\s)?"
    r"(?:(?:again|soon|also|finally|still)\s)?"
    r"(?:(?:be|become|remain|stay|continue\sto\sbe|return\sto|turn|turn\sto|make|post|report|record|achieve|reach"
    r"|swing\sto|swing\sback\sto|show|have|move\sinto|generate)\s)?"
    r"(?:(?:an?|its|the|another|first|small|smaller|modest|slight|slim|net|annual|full-year|quarterly|operating|pre-?tax"
    r"|solidly|``|“|\"|‘)\s?){0,5}"
    rf"{_PROFIT}\b(?!\s(?:up|down|higher|lower|to|rising|falling|target|margin|growth|sharing|forecast|warning|of\s\W?\d))",
    re.I,
)
_YEAR = re.compile(r"\d{4}(?:-[QH]\d)?")
_COMPARED = re.compile(r"\b(?:after|from|compared|against|versus|following)\s")
#: How far behind the words the year of the forecast stands.
REACH = 60


def outlook(text: str, sentence: Span, number: int, sums: Sequence[Money], dates: Sequence[Date]) -> Draft | None:
    """The forecast of a sentence, its owner still open; None when it has none or tells it in figures."""
    found = _OUTLOOK.search(text, *sentence)
    if found is None:
        return None
    compared = _COMPARED.search(text, found.end(), sentence.end)
    end = min(found.end() + REACH, compared.start() if compared else sentence.end)
    if any(found.start() <= m.start < end for m in sums):
        return None
    period = next(
        (d.value for d in dates if found.end() <= d.start < end and _YEAR.fullmatch(d.value or "")),
        None,
    )
    keys = {"metric": _metric(text[sentence.start : sentence.end], found["word"])}
    if period:
        keys["period"] = period
    cues = [Span(*found.span("word")), Span(*found.span("verb"))]
    return Draft("result", number, "result.outlook", date=period, status="expected", keys=keys, cues=cues, score=0.6)


def _metric(sentence: str, word: str) -> str:
    if re.search(r"\bpre-?tax\b", sentence):
        return "other"
    kind = "loss" if word.lower().startswith("loss") else "profit"
    operating = re.search(r"\boperating\s(?:profit|loss)", sentence)
    return f"{'operating' if operating else 'net'}_{kind}"
