"""What others had expected in place of a figure of the sentence before: "Analysts had forecast $4 million."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...mentions import Span
from ...records import Money
from ..draft import Draft
from .figure import in_cents
from .gaps import PER_SHARE

_EXPECTED = re.compile(
    r"(?:(?:But|That|However,|Still,)\s)?(?:(?:[Aa]nalysts|[Ee]conomists|Wall\sStreet|[Tt]he\s(?:market|[Ss]treet|City|consensus)"
    r"|[Ff]orecasters|[Bb]rokers|[Cc]onsensus)\b[^.;:$€£¥₹\d]{0,70}?\b(?:expect\w*|forecasts?|predict\w*|estimate[ds]?"
    r"|look(?:ed|ing)\sfor|pencill?ed\sin|anticipat\w+|project\w+)|[Tt]he\s(?:[\w’'-]+\s){0,3}(?:estimate|forecast|consensus|expectation)"
    r"\b[^.;:$€£¥₹\d]{0,50}?\b(?:was|is|had\sbeen|stood)(?:\sfor|\sat)?)\s(?:(?:about|around|for|of|an?|average)\s)*"
)
_ENDS = re.compile(r"(?:\s(?:a|per)\sshare)?\s*(?:[.;,]|$|\saccording|\son\saverage|\sin\sa\b)")


def expected_instead(
    text: str, sentence: Span, number: int, sums: Sequence[Money], before: Sequence[Draft], told: dict[str, Money]
) -> list[Draft]:
    """The estimate that a sentence gives in place of the one figure of its kind told before it."""
    if len(sums) != 1 or not before:
        return []
    money = sums[0]
    if not _EXPECTED.fullmatch(text, sentence.start, money.start) or not _ENDS.match(text, money.end, sentence.end):
        return []
    shared = money.per == "share" or in_cents(money)
    alike = [d for d in before if d.status == "completed" and d.money in told]
    alike = [d for d in alike if (told[d.money].per == "share" or in_cents(told[d.money])) == shared]
    flows = [d for d in alike if d.keys.get("metric") in PER_SHARE]
    kinds = {d.keys.get("metric") for d in alike}
    first = (alike if len(kinds) == 1 or shared else flows)[:1]
    return [
        replace(d, sentence=number, rule="result.consensus", money=money.id, status="expected", source=None,
                keys=dict(d.keys), cues=[Span(sentence.start, money.start), Span(money.start, money.end)])
        for d in first
    ]  # fmt: skip
