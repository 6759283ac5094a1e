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
from .courts import COURT
from .draft import Draft, value_of

MUTUAL, IN_PARTS = "payment.mutual-fee", "payment.award-part"

#: So many sentences before the payment the other side may be told of.
REACH = 2
#: So many behind it, where none before names one: a headline's.
AHEAD = 2
#: What is paid to nobody with whom the payer deals.
APART = ("dividend", "tax", "donation", "fine", "salary")
#: Facts whose two sides may pay each other.
_TYPES = ("agreement", "lawsuit", "payment")
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
        known = draft.subject or draft.object
        sides = (draft.subject or draft.subject_text, draft.object or draft.object_text)
        if draft.type != "payment" or all(sides) or not known or not draft.money:
            continue
        if draft.keys.get("purpose") in APART or draft.money in needs:
            continue
        beside = {d.subject for d in drafts if d.rule == draft.rule and d.sentence == draft.sentence}
        back = range(draft.sentence, draft.sentence - REACH - 1, -1)
        for number in (*back, *range(draft.sentence + 1, draft.sentence + AHEAD + 1)):
            told = [d for d in drafts if d.sentence == number and d is not draft]
            if number > draft.sentence:
                # "paid $9 million. Of the sum, $3 million goes to Tier"
                told = [d for d in told if d.type != "payment"]
            others = {p for d in told for p in _across(d, known)}
            others -= beside
            if others:
                if len(others) == 1 and draft.subject:
                    (draft.object,) = others
                elif len(others) == 1:
                    (draft.subject,) = others
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
    """ "Either would owe the other $3 million if it walked away": a payment each way between the sides of the deal."""
    found: list[Draft] = []
    for number, sentence in enumerate(analysis.sentences):
        for m in money:
            if not sentence.start <= m.start < sentence.end or m.equivalent_of:
                continue
            told = _EACH.search(analysis.article.text, sentence.start, m.start)
            deals = [
                d for d in drafts
                if d.type in ("agreement", "acquisition") and d.sentence <= number and d.subject and d.object
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
    """The parts of an award that another sentence lists, where they make up the whole."""
    sums = {m.id: m for m in money}
    taken = {value_of(sums[d.money]) for d in drafts if d.money}
    found: list[Draft] = []
    for number, sentence in enumerate(analysis.sentences):
        told = _PARTS.search(analysis.article.text, sentence.start, sentence.end)
        if told is None:
            continue
        parts = [m for m in money if told.end() <= m.start < sentence.end and m.amount and not m.equivalent_of]
        listed = sum(m.amount for m in parts if m.amount)
        wholes = [
            d for d in drafts
            if d.type == "payment" and d.subject and d.sentence <= number and d.status != "cancelled"
            if d.money and sums[d.money].amount == listed and sums[d.money].currency == parts[0].currency
        ]  # fmt: skip
        if len(parts) < 2 or not wholes:
            continue
        whole = max(wholes, key=lambda d: d.sentence)
        for m in parts:
            if value_of(m) not in taken:
                cues = [Span(told.start(), told.end()), Span(m.start, m.end)]
                keys = dict(whole.keys)
                found.append(replace(whole, sentence=number, rule=IN_PARTS, money=m.id, cues=cues, keys=keys))
    return found


#: Between a sum and the one before it in time that it is compared with.
_EARLIER = re.compile(
    r"(?: (?!(?:and|but|while|plus|or|to)\b)[\w’'%-]+){0,12},? (?:which (?:is|was) )?"
    r"(?:up|down|rising|falling) (?:\w+ )?from (?:about |around |nearly |some |just )?"
    r"|(?: [\w’'%-]+){0,6}, (?:compared|against|versus) (?:with |to )?(?:about |around |nearly |some |just )?"
)


def earlier_sums(text: str, analysis: Analysis, money: Sequence[Money], drafts: Sequence[Draft]) -> list[Draft]:
    """ "Paid Brandt $3 million, up from $2 million": what the same payer paid, or spent on the same, before."""
    sums, taken = {m.id: m for m in money}, {d.money for d in drafts}
    found: list[Draft] = []
    for draft in drafts:
        if draft.type not in ("payment", "spending") or not draft.money:
            continue
        last, end = sums[draft.money], analysis.sentences[draft.sentence].end
        later = next((m for m in money if last.end <= m.start < end and not m.equivalent_of), None)
        if later is None or later.id in taken or (later.currency, later.per) != (last.currency, last.per):
            continue
        if not (draft.subject or draft.subject_text) or not _EARLIER.fullmatch(text, last.end, later.start):
            continue
        cues = [Span(last.end, later.start), Span(later.start, later.end)]
        rule, keys = f"{draft.type}.sum-before", dict(draft.keys)
        found.append(replace(draft, money=later.id, rule=rule, status="completed", date=None, keys=keys, cues=cues))
        taken.add(later.id)
    return found


#: Titles of those who award what others pay.
_JUDGE = re.compile(r"(?i)^(?:(?:acting|chief|mr|mrs|ms|lord|lady|high court) )*(?:justice|sheriff)$")


def spare_judges(drafts: Sequence[Draft]) -> None:
    """ "Judge Tullow gave him $3 million": damages, which the judge does not pay."""
    judges = {
        d.subject
        for d in drafts
        if d.type == "position" and (COURT.search(d.keys.get("title", "")) or _JUDGE.search(d.keys.get("title", "")))
    }
    for draft in drafts:
        if draft.type == "payment" and draft.rule in _GIVES and draft.subject in judges:
            draft.subject, draft.keys["purpose"] = None, "damages"


_GIVES = ("payment.give", "payment.provide", "payment.award-damages")
