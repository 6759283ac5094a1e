"""What a licence costs: the sum paid up front, and the sums that are due when something is reached.

"Kerr will get $3 million up front and up to $9 million in milestones", "licensed it from Kerr for $3 million up front".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..mentions import Span
from ..nlp import Analysis
from ..records import Money
from ..resolve import Resolution
from .draft import Draft

RULE, LATER = "payment.upfront", "payment.milestones"

_GATE = re.compile(r"\bup[- ]?front\b|\bmilestones?\b", re.I)
#: What stands behind and before a sum that is paid at once.
_NOW = re.compile(r"(?: in)?(?: cash| stock)? up[- ]?front\b")
_NOW_BEFORE = re.compile(
    r"\bup[- ]?front (?:cash )?(?:licen[cs]e )?(?:payments?|fees?|cash|sum)?(?: of| totall?ing| worth)? ?"
    r"(?:(?:about|around|roughly|nearly|approximately|some|up to) )?$"
)
#: What stands before and behind a sum that is due later.
_LATER_BEFORE = re.compile(
    r"\b(?:up to|as much as|a further|another|an additional|an extra|additional|further|potentially|eventually"
    r"|could (?:\w+ ){0,2}(?:earn|receive|get|pay|collect)) (?:another |a further |an additional |as much as |up to )?$"
)
_LATER = re.compile(
    r" (?:more |further |extra )?"
    r"(?:in|of|on|if|when|once|should|upon|to follow|tied|linked|depending|contingent|more|as)\b"
    r"[^.;$€£¥]{0,90}"
)
_REACHED = re.compile(
    r"\b(?:milestones?|goals|targets?|hits?|reach\w*|meets?|clears?|approv\w+|follow|succe\w+|sales)\b"
)
#: Between a party and a sum that it gets, or that it pays.
_GETS = re.compile(
    r"[^.;]{0,60}\b(?:receiv(?:e|es|ed|ing)|gets?|got|getting|collects?|earns?|eligible|entitled|pockets?|be paid)\b"
    r"[^.;]{0,80}"
)
_PAYS = re.compile(r"[^.;]{0,50}\b(?:pays?|paying|paid|hands? over|gives?|giving)\b[^.;]{0,60}")
#: So many characters around a sentence tell who gets the rights.
NEAR = 400
_OBTAINS = re.compile(
    r",? (?:will |has |have |is to )?(?:obtain|get|gain|receive|acquire|secure|hold|take|license|own)(?:s|d|ed)? "
    r"(?:[\w,-]+ ){0,5}?(?:rights?|licen[cs]es?)\b"
)
#: Between a sum and who pays it.
_FROM = re.compile(r"(?: in)?(?: cash)? up[- ]?front(?: in cash)? from (?:the )?(?:[a-z-]+ ){0,3}")
#: Between who grants rights and who gets them, and behind that one.
_GRANTS = re.compile(
    r" (?:(?:has|have|had|is|will) )?(?:\w+ly )?"
    r"(?:grant(?:s|ed|ing)?|hand(?:s|ed|ing)?|gave|gives?|giving|given|awarded) (?:the )?(?:[A-Z][\w-]+['’]s )?"
)
_RIGHTS = re.compile(r"(?:['’]s?)? (?:[\w.-]+ ){0,5}?(?:rights?|licen[cs]e)\b")


def upfront_sums(
    analysis: Analysis, resolution: Resolution, money: Sequence[Money], drafts: Sequence[Draft]
) -> list[Draft]:
    """The payments of a licence that no frame has read; the sums they take are no longer the price of the agreement."""
    text = analysis.article.text
    found: list[Draft] = []
    for number, sentence in enumerate(analysis.sentences):
        span = Span(sentence.start, sentence.end)
        sums = [m for m in money if span.start <= m.start < span.end and not m.equivalent_of and not m.per]
        if not sums or not _GATE.search(text, *span):
            continue
        told = {d.money: d for d in drafts if d.type == "payment" and d.sentence == number and d.money}
        first: Draft | None = None
        for entry in sums:
            now = _is_now(text, span, entry)
            later = not now and _is_later(text, span, entry, started=first is not None)
            if not now and not later:
                continue
            draft = told.get(entry.id)
            if draft is None:
                read = (first.subject, first.object) if first else None
                sides = read or _sides(text, span, resolution, entry, drafts, number)
                if sides is None:
                    continue
                cues = [Span(entry.start, entry.end)]
                keys = {"purpose": "fee"}
                status = "conditional" if later else "expected"
                rule = LATER if later else RULE
                draft = Draft("payment", number, rule, *sides, money=entry.id, status=status, keys=keys, cues=cues)
                if first:
                    draft = replace(draft, subject_text=first.subject_text, object_text=first.object_text)
                found.append(draft)
            first = first or draft
    taken = {(d.sentence, d.money) for d in found}
    for draft in drafts:
        if draft.type == "agreement" and (draft.sentence, draft.money) in taken:
            draft.money = None
    return found


def transfer_fees(
    analysis: Analysis, resolution: Resolution, money: Sequence[Money], drafts: Sequence[Draft]
) -> list[Draft]:
    """ "The fee is thought to be $14 million": for the player whose move the sentences before tell without a sum."""
    text = analysis.article.text
    taken = {d.money for d in drafts}
    found = []
    moves = [d for d in drafts if d.type == "agreement" and not d.money and d.subject and d.object]
    for move in moves:
        told = analysis.sentences[move.sentence]
        signed = _SIGNED_FROM.search(text, told.start, told.end)
        named = resolution.overlapping(signed.end(), signed.end() + 1) if signed else []
        if not named or named[0][2] == move.subject or resolution.kind(named[0][2]) == "person":
            continue
        for number in range(move.sentence, min(move.sentence + 3, len(analysis.sentences))):
            sentence = analysis.sentences[number]
            sums = [m for m in money if sentence.start <= m.start < sentence.end and m.id not in taken]
            fee = _FEE.search(text, sentence.start, sums[0].start) if sums else None
            if fee is None:
                continue
            cues = [Span(fee.start(), fee.end()), Span(sums[0].start, sums[0].end)]
            keys = {"purpose": "fee"}
            found.append(
                Draft("payment", number, RULE, move.subject, named[0][2], money=sums[0].id, status="expected",
                      keys=keys, cues=cues)
            )  # fmt: skip
            break
    return found


_SIGNED_FROM = re.compile(r"\b(?:sign|recruit|land)\w*\b[^.;]{0,80}?\bfrom (?:the )?")
_FEE = re.compile(r"(?:\b[Tt]he (?:transfer )?fee\b|\bfor a fee\b)[^.;$€£\d]{0,50}$")


def _is_now(text: str, span: Span, entry: Money) -> bool:
    before = text[max(span.start, entry.start - 60) : entry.start]
    return _NOW.match(text, entry.end, span.end) is not None or _NOW_BEFORE.search(before) is not None


def _is_later(text: str, span: Span, entry: Money, *, started: bool) -> bool:
    """Whether the sum is due when something is reached: behind a first sum "up to" is enough."""
    before = text[max(span.start, entry.start - 60) : entry.start]
    behind = _LATER.match(text, entry.end, span.end)
    reached = behind is not None and _REACHED.search(behind.group()) is not None
    if reached and "milestone" in behind.group():
        return True
    return (started or reached) and _LATER_BEFORE.search(before) is not None


def _licensee(text: str, span: Span, resolution: Resolution, licensor: str) -> str | None:
    """Who gets the rights, in the sentences around: "In return, Kerr obtains exclusive rights"."""
    near = resolution.overlapping(max(0, span.start - NEAR), span.end + NEAR)
    found = {p: None for _, end, p, _ in near if p != licensor and _OBTAINS.match(text, end)}
    return next(iter(found)) if len(found) == 1 else None


def _sides(
    text: str, span: Span, resolution: Resolution, entry: Money, drafts: Sequence[Draft], number: int
) -> tuple[str | None, str | None] | None:
    """Who pays whom: by the verb before the sum, by whose rights are granted, else by the licence that is told."""
    mentions = resolution.overlapping(*span)
    for (_, end, one, _), (start, stop, other, _) in pairwise(mentions):
        if one != other and _GRANTS.fullmatch(text, end, start) and _RIGHTS.match(text, stop, span.end):
            return other, one
    deal = next((d for d in drafts if d.type == "agreement" and d.sentence == number and d.subject and d.object), None)
    for _, high, party, _ in reversed(mentions):
        if high > entry.start or resolution.kind(party) == "person":
            continue
        other = deal and (deal.object if party == deal.subject else deal.subject if party == deal.object else None)
        if _GETS.fullmatch(text, high, entry.start):
            giver = next((p for s, _, p, _ in mentions if s > entry.end and _FROM.fullmatch(text, entry.end, s)), None)
            return giver or other or _licensee(text, span, resolution, party), party
        if _PAYS.fullmatch(text, high, entry.start):
            paid = [m[2] for m in mentions if high <= m[0] and m[1] <= entry.start and m[2] != party]
            return party, paid[-1] if paid else other
    if deal and deal.rule == "agreement.license":
        return deal.subject, deal.object
    if deal and deal.rule == "agreement.grant":
        return deal.object, deal.subject
    return None
