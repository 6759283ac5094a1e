"""Grants told as lists of those who get them: "Tier School ($30,000), Kerr Museum ($20,000)", "$30,000 to Tier School".

A sentence of the article says that grants are given; lines, brackets and short sentences behind it name who gets what.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..mentions import Span
from ..nlp import Analysis
from ..records import Money
from ..resolve import Resolution
from .draft import Draft

RULE = "payment.grant-list"
#: So many sentences a list may be behind the words that open it.
REACH = 12

#: Words of the sentence that tells of grants, and those under which a sum is something else.
_GRANTS = re.compile(
    r"\b(?:grants?|scholarships?|donations?|gifts|bursar(?:y|ies)|stipends|fellowships|grantees|awardees)\b", re.I
)
_GIVEN = re.compile(
    r"\b(?:award(?:s|ed|ing)?|announc(?:e|es|ed|ing)|receiv(?:e|es|ed|ing)|g(?:ive|ives|ave|iven|iving|ranted)|donat(?:e|es|ed|ing)"
    r"|approv(?:e|es|ed|ing)|distribut(?:e|es|ed|ing)|present(?:s|ed|ing)|ma(?:de|kes?|king)|provid(?:e|es|ed|ing)|went|recipients?"
    r"|grantees|selected|include[sd]?)\b",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:loans?|bonds?|revenues?|sales|profit|shares|stake|invest(?:s|ed|ing|ors?|ment)?|series|round|acqui\w+|contracts?|fined?|fines"
    r"|penalt\w+|damages|settlement|tickets?|salary|debt|stock|valued|worth)\b",
    re.I,
)
#: Between a name and its sum: "Tier School: ", "Tier School ($", "Tier School, which will receive ".
_NAMED = re.compile(
    r"(?:\s?[:–—]\s?|\s-\s|\s\(|(?:,\s[^,;:()$€£]{3,80},|,\s(?:which|who))?\s(?:(?:will|has|have|also|each|is\sto|are\sto)\s){0,2}"
    r"(?:received?|receives|gets?|got|was\sawarded|were\sawarded|been\sawarded|be\sawarded|was\sgiven)\s)"
    r"(?:(?:an?|up\sto|about|nearly|over|more\sthan|another)\s){0,2}"
)
#: Between a sum and the name behind it: "$30,000 to the Tier School".
_TO = re.compile(r"(?:\seach)?(?:\sgrants?|\sin\s(?:[\w-]+\s)?(?:grants?|funding))?\s(?:to|for)\s(?:the\s)?")
_LINE = re.compile(r"[\s*•·–—-]*")
#: Between two members of a list.
_NEXT = re.compile(r"(?:[,;]|,?\sand|,?\splus|;\sand)\s")


def listed_grants(
    analysis: Analysis, resolution: Resolution, money: Sequence[Money], drafts: Sequence[Draft]
) -> list[Draft]:
    """One payment for each member of a list whose sum no other fact has."""
    text = analysis.article.text
    taken = {draft.money: draft for draft in drafts if draft.money}
    found: list[Draft] = []
    opened = -REACH - 1
    for number, sentence in enumerate(analysis.sentences):
        span = Span(sentence.start, sentence.end)
        if sentence.role == "headline":
            continue
        opens = _GRANTS.search(text, *span) and _GIVEN.search(text, *span)
        opened = number if opens else opened
        sums = [m for m in money if span.start <= m.start < span.end]
        if not sums or number - opened > REACH or _OTHER.search(text, *span):
            continue
        pairs = [(m, p) for m in sums if (p := _payee(text, span, resolution, m, len(sums)))]
        several = len({p for _, p in pairs}) > 1
        for m, payee in pairs:
            told = taken.get(m.id)
            for draft in drafts if several else ():
                if draft.type == "payment" and draft.money == m.id and draft.sentence == number:
                    draft.object, draft.object_text = payee, None  # a list is read in order, whatever the parse says
            if told and told.type == "payment" and not told.subject and not told.subject_text:
                told.subject = _giver(drafts, opened, number, payee) if told.object == payee else None
            if told or m.per or not m.amount or (number == opened and not several):
                continue
            giver = _giver(drafts, opened, number, payee)
            cues = [Span(m.start, m.end)]
            keys = {"purpose": "aid" if giver is None or resolution.kind(giver) == "public_body" else "donation"}
            found.append(Draft("payment", number, RULE, giver, payee, money=m.id, keys=keys, cues=cues, score=0.7))
    return found


def _payee(text: str, span: Span, resolution: Resolution, money: Money, sums: int) -> str | None:
    """Who gets a sum: the name before it or behind it, as members of a list stand."""
    named = [m for m in resolution.overlapping(*span) if m[3] == "name"]
    for low, high, party, _ in reversed(named):
        if high <= money.start and _NAMED.fullmatch(text, high, money.start):
            first = _LINE.fullmatch(text, span.start, low) or text[max(span.start, low - 4) : low] in ("The ", "the ")
            return party if first or _NEXT.search(text, max(span.start, low - 6), low) or sums > 1 else None
    for low, _, party, _ in named:
        if low >= money.end and _TO.fullmatch(text, money.end, low):
            first = _LINE.fullmatch(text, span.start, money.start)
            return party if first or sums > 1 else None
    return None


def _giver(drafts: Sequence[Draft], opened: int, number: int, payee: str) -> str | None:
    """Who gives in the sentence that opens the list, or in it: the payer told last."""
    told = [
        d.subject
        for d in drafts
        if d.type == "payment" and d.subject and d.subject != payee and opened <= d.sentence <= number
        if d.keys.get("purpose") in ("aid", "donation", "other", None)
    ]
    return told[-1] if told else None
