"""Money raised by an instrument that a sentence only mentions: "a $6 million promissory note extended its runway".

No verb there says who raised it, so the frames leave it. Where the instrument is one that only an issuer has, and
nobody but the article's own company stands in the sentence, it is that company's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..mentions import Span
from ..nlp import Analysis
from ..records import Money
from ..resolve import Resolution
from .draft import Draft

RULE = "financing.instrument"

_GATE = re.compile(r"\bPIPE\b|\b(?:notes?|facility|placement|offering|equity line|deal|issue|warrant)\b")
#: What stands right behind its sum.
_INSTRUMENT = re.compile(
    r" ((?:(?!(?:an?|the|in|of|on|at|to|for|from|by|with|and|or|as|via|through|following|after)\b)"
    r"[a-z][a-z-]*,? ){0,4}?"
    r"(?:PIPE|[Pp]rivate [Pp]lacement|[Pp]romissory [Nn]ote|equity line(?: of credit)?"
    r"|equity purchase facility|bought[- ]deal(?: (?:financing|offering|placement))?|registered direct offering"
    r"|[Rr]ights (?:[Ii]ssue|[Oo]ffering)|(?:convertible|senior|secured|unsecured) notes? offering|warrant exercises?)"
    r"(?: (?:financing|transaction))?)\b(?! (?:agreement|market|investor|deal)s?\b)"
)
#: What undoes it, or makes it another fact or none.
_UNLIKE = re.compile(
    r"\b(?:repa(?:y|id|yment|ying)|redeem\w*|redemption|retir\w+|conver(?:ted|sion of)|default\w*|matur\w+|forg[ia]v\w+"
    r"|paid off|pay off|write\w* off|cancel\w*|terminat\w+|without|no longer|instead of|advis\w+|counsel|agent"
    r"|underwrit\w+|bookrunner\w*|sued|lawsuit|fraud\w*|clients?|customers?|residents?)\b",
    re.I,
)
_PLANNED = re.compile(r"\b(?:proposed|planned|potential|possible)(?: up to)? $")


def mentioned_instruments(
    analysis: Analysis, resolution: Resolution, money: Sequence[Money], drafts: Sequence[Draft], main: str | None
) -> list[Draft]:
    """A financing for each sum that is told by nothing else and counts such an instrument."""
    text = analysis.article.text
    told = {(d.type, d.money) for d in drafts if d.money}
    values = {(m.currency, m.amount) for m in money if ("financing", m.id) in told}
    found = []
    for entry in money:
        words = _INSTRUMENT.match(text, entry.end) if _GATE.search(text, entry.end, entry.end + 90) else None
        if not words or entry.per or entry.amount is None or any(m == entry.id for _, m in told):
            continue
        number = next((n for n, s in enumerate(analysis.sentences) if s.start <= entry.start < s.end), None)
        if number is None or (entry.currency, entry.amount) in values:
            continue
        sentence = analysis.sentences[number]
        issuer = _issuer(resolution, Span(sentence.start, sentence.end), entry.start, main)
        if issuer is None or _UNLIKE.search(text, sentence.start, sentence.end):
            continue
        values.add((entry.currency, entry.amount))
        status = "proposed" if _PLANNED.search(text, sentence.start, entry.start) else "completed"
        found.append(
            Draft("financing", number, RULE, issuer, money=entry.id, status=status,
                  keys={"instrument": words[1]}, cues=[Span(*words.span(1))])
        )  # fmt: skip
    return found


def _issuer(resolution: Resolution, sentence: Span, before: int, main: str | None) -> str | None:
    """The article's own company where the sentence names no other, else the only one, named before the sum."""
    named = [m for m in resolution.overlapping(*sentence) if resolution.kind(m[2]) == "company"]
    firms = {m[2] for m in named}
    if main is not None and firms <= {main}:
        return main if resolution.kind(main) == "company" else None
    return named[0][2] if main is None and len(firms) == 1 and named[0][0] < before else None
