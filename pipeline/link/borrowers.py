"""Loans told by whoever made them: "Halvor Capital has closed a $3 million refinance of a mill. The borrower needed".

Lenders seldom name who borrows; the grammar then makes them the borrowers of what they have lent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..mentions import Span
from ..nlp import Analysis
from ..records import Money
from ..resolve import Resolution
from .draft import Draft

RULE = "financing.to-borrower"
#: Who borrows, where nobody names him.
_BORROWER = re.compile(r"\b[Tt]he (?:borrower|sponsor|borrowing entity)(?=[’']s?\b|\b)")
#: Words without which the teller of a loan may be the one who got it.
_LENDS = re.compile(
    r"\b(?:bridge|direct|private|mortgage|balance[- ]sheet|hard[- ]money|real estate|commercial|alternative|property"
    r"|specialist|non-?bank|portfolio) (?:[\w-]+ )?lender\b"
    r"|\bprovid(?:es?|er of|ing) (?:[\w-]+,? (?:and )?){0,5}(?:loans|debt|financing|mortgages)\b"
    r"|\boriginat(?:e|es|ed|ion)\b",
    re.I,
)
_SUM = r"(?:an? |the )?(?:[^\s.;]+ ){0,8}?"
_CLOSED = re.compile(
    r"\b(?:clos(?:ed|es)|fund(?:ed|s)|provid(?:ed|es)|complet(?:ed|es)|originat(?:ed|es)|issued|finali[sz]ed)(?: on)? "
    + _SUM
    + r"(?P<instrument>(?:(?:bridge|construction|acquisition|cash-out|term|mezzanine|senior|permanent|mortgage) ){0,2}"
    r"(?:refinanc(?:e|ing)|loan|mortgage|financing))\b(?! (?:agreement|from|with)\b)"
)
#: Who brokers a loan neither lends nor borrows.
_BROKERS = re.compile(
    r"\bon behalf of\b|\barrang(?:ed|es|ing|ement of) (?:an? |the )?[^.;]{0,60}\b(?:loan|financ|refinanc)"
)


def lend_to_borrowers(
    analysis: Analysis, resolution: Resolution, money: Sequence[Money], drafts: Sequence[Draft], main: str | None
) -> list[Draft]:
    """All drafts; what the article's own company has lent to a borrower without a name is told the right way round."""
    text = analysis.article.text
    borrower = _BORROWER.search(text)
    if not main or not borrower or not _LENDS.search(text) or _BROKERS.search(text):
        return list(drafts)
    words, kept = Span(*borrower.span()), list(drafts)
    for number, sentence in enumerate(analysis.sentences):
        for closed in _CLOSED.finditer(text, sentence.start, sentence.end):
            named = [m[2] for m in resolution.overlapping(sentence.start, closed.start())]
            entry = next((m for m in money if closed.start() < m.start < closed.end() and not m.per), None)
            if entry is None or not named or named[-1] != main:
                continue
            told = [d for d in kept if d.type == "financing" and (d.sentence, d.money) == (number, entry.id)]
            sides = {"subject": None, "subject_text": words, "object": main, "object_text": None}
            if not told:
                keys = {"instrument": closed["instrument"]}
                cues = [Span(*closed.span())]
                kept.append(Draft("financing", number, RULE, money=entry.id, keys=keys, cues=cues, **sides))
            for draft in told:
                others = {draft.subject, draft.object} - {None, main}
                if not others and not draft.subject_text:
                    kept[kept.index(draft)] = replace(draft, **sides)
    return kept
