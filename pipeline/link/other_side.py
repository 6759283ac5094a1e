"""Payments whose sides another sentence names: the other side of a deal, both sides of a fee, the parts of an award.

"Kerr settled with Tier in March. It paid $3 million": Tier, though Kerr has a contract with Brandt as well. "Either
would owe the other $3 million": each side of the deal told of before. "The award is made up of $2 million for lost pay
and $1 million in punitive damages": those of the award.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..mentions import Span
from ..nlp import Analysis
from ..records import Money
from .draft import Draft, value_of

MUTUAL, IN_PARTS = "payment.mutual-fee", "payment.award-part"

#: So many sentences before the payment the other side may be told of.
REACH = 2
#: What is paid to nobody with whom the payer deals.
APART = ("dividend", "tax", "donation", "fine", "salary")
#: Facts whose two sides may pay each other.
_TYPES = ("agreement", "lawsuit", "payment")
#: So many sentences before their fee or their parts a deal or an award may be told.
NEAR = 4
#: What stands before a fee that each side of a deal would owe the other.
_EACH = re.compile(
    r"\b(?:either|each|both)(?: (?:of them|side|party|company|bank|of the (?:two|companies|parties|sides)))?"
    r" (?:(?:would|will|must|could|may|has|have|had|is|was|are|were|also|agreed|promised|to) ){1,3}"
    r"(?:have to )?(?:owe|pay|be paid|promised) the other(?: (?:side|party|company|one|bank))?"
    r"(?: (?:an?|the|a further|about|up to|break-?up|termination|reverse|fee|of|penalty) ?){0,5} ?$",
    re.I,
)
#: The whole, and how the list of its parts is opened.
_PARTS = re.compile(
    r"\b(?:award|verdict|judgment|judgement|damages|settlement|total|sum|amount|payout|compensation|package)"
    r"(?:,? which)? (?:is made up of|was made up of|comprises|comprised|is comprised of|consists of|consisted of"
    r"|includes|included|breaks down into|is split into)\b",
    re.I,
)


def supply_nearest(drafts: Sequence[Draft], needs: frozenset[str]) -> None:
    """Give payments of one side the other one; `needs` are sums that go to none of those whom the payer deals with."""
    for draft in drafts:
        if draft.type != "payment" or draft.object or draft.object_text or not draft.subject or not draft.money:
            continue
        if draft.keys.get("purpose") in APART or draft.money in needs:
            continue
        beside = {d.subject for d in drafts if d.rule == draft.rule and d.sentence == draft.sentence}
        for number in range(draft.sentence, draft.sentence - REACH - 1, -1):
            others = {p for d in drafts if d.sentence == number and d is not draft for p in _across(d, draft.subject)}
            others -= beside
            if others:
                if len(others) == 1:
                    (draft.object,) = others
                break


def _across(draft: Draft, party: str) -> list[str]:
    """Who stands on the other side of a fact from a party; the price of a purchase goes to who sells."""
    if draft.type == "acquisition" and draft.subject == party:
        seller = draft.keys.get("seller", "")
        return [seller] if seller.startswith("P") else []
    if draft.type not in _TYPES or party not in (draft.subject, draft.object):
        return []
    other = draft.object if draft.subject == party else draft.subject
    return [other] if other else []


def mutual_fees(analysis: Analysis, money: Sequence[Money], drafts: Sequence[Draft]) -> list[Draft]:
    """ "Either would owe the other $3 million if it walked away": one payment each way between the sides of the deal."""
    found: list[Draft] = []
    for number, sentence in enumerate(analysis.sentences):
        for m in money:
            if not sentence.start <= m.start < sentence.end or m.equivalent_of:
                continue
            told = _EACH.search(analysis.article.text, sentence.start, m.start)
            deals = [
                d for d in drafts
                if d.type in ("agreement", "acquisition") and 0 <= number - d.sentence <= NEAR and d.subject and d.object
            ]  # fmt: skip
            if told is None or not deals or any(d.money == m.id and d.subject and d.object for d in drafts):
                continue
            deal = max(deals, key=lambda d: d.sentence)
            cues = [Span(told.start(), told.end()), Span(m.start, m.end)]
            for payer, payee in ((deal.subject, deal.object), (deal.object, deal.subject)):
                found.append(
                    Draft("payment", number, MUTUAL, payer, payee, money=m.id, status="conditional",
                          keys={"purpose": "fee"}, cues=cues)
                )  # fmt: skip
    return found


def parts_of_awards(analysis: Analysis, money: Sequence[Money], drafts: Sequence[Draft]) -> list[Draft]:
    """The parts of an award that a later sentence lists; only sums that make up the whole, or several less than it."""
    sums = {m.id: m for m in money}
    taken = {value_of(sums[d.money]) for d in drafts if d.money}
    found: list[Draft] = []
    for number, sentence in enumerate(analysis.sentences):
        told = _PARTS.search(analysis.article.text, sentence.start, sentence.end)
        if told is None:
            continue
        parts = [m for m in money if told.end() <= m.start < sentence.end and m.amount and not m.equivalent_of]
        wholes = [
            d for d in drafts
            if d.type == "payment" and d.money and d.subject and 0 <= number - d.sentence <= NEAR
            and d.keys.get("purpose") in ("damages", "settlement", "other") and d.status != "cancelled"
        ]  # fmt: skip
        if len(parts) < 2 or not wholes:
            continue
        whole = max(wholes, key=lambda d: d.sentence)
        total = sums[whole.money or ""]
        if not total.amount or any(m.currency != total.currency for m in parts):
            continue
        if abs(sum(m.amount for m in parts) - total.amount) > total.amount / 20:
            continue
        for m in parts:
            if value_of(m) not in taken:
                cues = [Span(told.start(), told.end()), Span(m.start, m.end)]
                found.append(replace(whole, sentence=number, rule=IN_PARTS, money=m.id, cues=cues, keys=dict(whole.keys)))
    return found
