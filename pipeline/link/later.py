"""What of a deal stands beside its own clause: who bought, who sold, what was paid, the letter it was agreed in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..mentions import Span
from ..nlp import Analysis
from ..records import Money
from ..resolve import Resolution
from .draft import Draft

#: "The buyer" and "it paid" mean a deal told at most so many sentences before.
REACH = 3
#: A description of whoever is named behind is no longer than this ("a Helsinki buyout house called").
MAX_LEAD = 60

_SIDE = (
    r"\b(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s(?:new\s|ultimate\s|eventual\s)?{words}"
    r"(?:(?:,?\s(?:which|who))?\s(?:is|are|was|were)(?:\sidentified\sas|\snamed\sas|\ssaid\sto\sbe)?\s|,\s))"
)
_BUYER = re.compile(
    _SIDE.format(words=r"(?:buyer|purchaser|acquirer|new\sowner)s?")
    + r"|\b(?:has|have|had|found|got|gets)\s(?:a|their|its)\s(?:new\sowner|buyer)s?"
    r"(?::\s|,\s|\sin\s(?=(?:the\s)?[A-Z]))"
)
_AS_BUYER = re.compile(r",?\s(?:(?:is|was|being|as)\s)?the\s(?:buyer|purchaser|acquirer|new\sowner)\b")
_SELLER = re.compile(_SIDE.format(words=r"(?:seller|vendor)s?"))
#: What may stand between those words and the name.
_LEAD = re.compile(
    r"(?:(?:an?|the|its|their)\s)?(?:[A-Z][\w.]+-based\s|[\w’'-]+\s){0,6}?(?:called\s|named\s|known\sas\s)?"
)
#: A description of a buyer without a name, up to its head noun.
_UNNAMED = re.compile(
    r"an?\s(?:[\w.&’'-]+,?\s){0,5}?(?:investors?|developers?|buyers?|firm|company|partnership|trust|fund|group|family"
    r"|couple|operator|REIT|entity|individual|landlord|syndicate|consortium|cooperative|businessman|businesswoman)"
    r"(?![\w-])"
)


def supply_sides(analysis: Analysis, drafts: Sequence[Draft], resolution: Resolution) -> None:
    """ "Brandt sold its mill. The buyer was Kerr": who bought or sold is told of the deal before."""
    deals = [d for d in drafts if d.type == "acquisition"]
    if not deals:
        return
    text = analysis.article.text
    for number, sentence in enumerate(analysis.sentences):
        near = [d for d in deals if 0 <= number - d.sentence <= REACH]
        if not near:
            continue
        last = max(d.sentence for d in near)
        meant = [d for d in near if d.sentence == last]
        for cue in _BUYER.finditer(text, sentence.start, sentence.end):
            party, words = _named(text, resolution, cue.end(), sentence.end)
            for draft in meant:
                free = draft.subject is None and draft.subject_text is None
                other = party not in (draft.object, draft.keys.get("seller"))
                if free and (words or (party and other)):
                    draft.subject, draft.subject_text = party, words
                    draft.cues.append(Span(cue.start(), cue.end()))
        for cue in _AS_BUYER.finditer(text, sentence.start, sentence.end):
            before = resolution.overlapping(max(sentence.start, cue.start() - MAX_LEAD), cue.start())
            named = [party for _, high, party, form in before if form == "name" and high == cue.start()]
            for draft in meant:
                free = draft.subject is None and draft.subject_text is None
                if named and free and named[0] not in (draft.object, draft.keys.get("seller")):
                    draft.subject = named[0]
        for cue in _SELLER.finditer(text, sentence.start, sentence.end):
            party, _ = _named(text, resolution, cue.end(), sentence.end)
            for draft in meant:
                if party and "seller" not in draft.keys and party not in (draft.subject, draft.object):
                    draft.keys["seller"] = party


def _named(text: str, resolution: Resolution, at: int, end: int) -> tuple[str | None, Span | None]:
    """The party named right behind, or the words that describe one without a name."""
    for low, high, party, form in resolution.overlapping(at, min(end, at + MAX_LEAD)):
        if form != "name" or not _LEAD.fullmatch(text, at, low):
            continue
        if not _OWNER.match(text, high):  # "Kerr Capital's portfolio company Tier"
            return party, None
    unnamed = _UNNAMED.match(text, at, end)
    return None, Span(*unnamed.span()) if unnamed else None


_OWNER = re.compile(r"[’']s?\s")


def supply_paid(text: str, drafts: Sequence[Draft], money: Sequence[Money]) -> list[Draft]:
    """ "Kerr bought Tier in May. It paid $3 million": the price of the purchase told of last."""
    sums = {m.id: m for m in money}
    gone: list[Draft] = []
    for draft in drafts:
        if draft.rule != PAID or draft.object or draft.object_text or not draft.money or not draft.subject:
            continue
        paid, told = sums[draft.money], draft.cues[0].end
        if draft.keys.get("purpose") != "other" or paid.per or draft.status == "conditional":
            continue
        if not _PAID.fullmatch(text, told, paid.start) or not _IN_ALL.match(text, paid.end):
            continue
        before = [d for d in drafts if d.type == "acquisition" and 0 <= draft.sentence - d.sentence <= REACH]
        last = max(before, key=lambda d: d.sentence, default=None)
        if last is not None and last.subject == draft.subject and last.money is None and last.status != "cancelled":
            last.money = draft.money
            last.cues.append(draft.cues[0])
            gone.append(draft)
    return [d for d in drafts if not any(d is g for g in gone)]


_PAID = re.compile(r"\s(?:(?:about|around|nearly|some|roughly|almost|just|over|more\sthan|a\stotal\sof)\s){0,2}")
_IN_ALL = re.compile(
    r"(?:\sin\s(?:cash|stock|shares|all|total)\b|\sfor\s(?:it|them|the\s(?:company|business|stake|firm|unit|deal))\b"
    r"|\s(?:plus|up\sfront|upfront|last|at\sthe\stime)\b|[.,;]|$)"
)
#: The rule of payments that may be a price.
PAID = "payment.pay"

_SIGNS = (
    r"(?:sign(?:ed|s)?|ink(?:ed|s)?|enter(?:ed|s)?(?:\sinto)?|execut(?:ed|es?)|announc(?:ed|es?)|reach(?:ed|es)?"
    r"|agreed(?:\son)?|conclud(?:ed|es)|ha[sd]|have|under|with|through)"
)
_LETTER = re.compile(
    rf"\b{_SIGNS}\s(?:an?\s|the\s|its\s)?(?:[\w-]+,?\s){{0,5}}?"
    r"((?:(?:non-?binding|binding|preliminary)\s)?(?:[Ll]etters?\s[Oo]f\s[Ii]ntent|LOI|[Mm]emorand(?:um|a)\s[Oo]f\s"
    r"[Uu]nderstanding|MOU|MoU|[Tt]erm\s[Ss]heet|[Hh]eads\s[Oo]f\s(?:[Tt]erms|[Aa]greement)))\b"
)
#: How far behind the letter its purchase may be told.
_AIM = 90
#: Words before a verb that say that nothing is signed yet.
_UNSIGNED = re.compile(r"\b(?:will|would|may|might|could|to|plans?|expects?|hopes?|aims?|not|if)\s(?:\w+\s)?$")


def add_letters(text: str, analysis: Analysis, drafts: Sequence[Draft]) -> list[Draft]:
    """ "Signed a letter of intent to buy Tier": an agreement, and a purchase that is expected."""
    found: list[Draft] = []
    for draft in drafts:
        if draft.type != "acquisition" or not draft.cues or not (draft.subject or draft.subject_text):
            continue
        sentence = analysis.sentences[draft.sentence]
        letter = next(
            (
                m
                for m in _LETTER.finditer(text, sentence.start, sentence.end)
                if 0 <= draft.cues[0].start - m.end() <= _AIM and not _UNSIGNED.search(text, sentence.start, m.start())
            ),
            None,
        )
        if letter is None or draft.status == "cancelled":
            continue
        draft.status = "expected"
        told = [d for d in drafts if d.type == "agreement" and d.sentence == draft.sentence and d.cues]
        if any(letter.start() <= d.cues[0].start < letter.end() and (d.object or d.object_text) for d in told):
            continue  # "signed a letter of intent with Tier to buy"
        seller = draft.keys.get("seller", "")
        other = seller if seller.startswith("P") else draft.object
        copy = replace(
            draft,
            type="agreement",
            rule="agreement.letter",
            object=other,
            object_text=None if other else draft.object_text,
            money=None,
            status="completed",
            keys={"matter": letter[1]},
            cues=[Span(*letter.span(1)), *draft.cues],
        )
        if seller.startswith("P") and draft.subject is None:
            copy.subject, copy.object = seller, None
            copy.subject_text, copy.object_text = None, draft.subject_text
        found.append(copy)
    return [*drafts, *found]


def name_objects(analysis: Analysis, drafts: Sequence[Draft], resolution: Resolution, main: str | None) -> None:
    """ "Tier has a new owner: Kerr has bought the club": a bare word for a company means one that was named before.

    So does a stake of nobody: "Tier came under the control of Kerr, who paid $3 million for a 58% holding".

    It is the only other one that the sentence names before it, else the only one of the sentence before, else the
    article's own.
    """
    text = analysis.article.text
    for draft in drafts:
        words = draft.object_text
        if draft.type != "acquisition" or draft.object or words is None:
            continue
        if not _TRADE.fullmatch(text, *words) and not _HOLDING.fullmatch(text, *words):
            continue
        aside = {draft.subject, draft.source, draft.keys.get("seller")}
        spans = [(analysis.sentences[draft.sentence].start, words.start)]
        spans += [(s.start, s.end) for s in analysis.sentences[max(0, draft.sentence - 1) : draft.sentence]]
        for start, end in spans:
            others = {
                party: None
                for low, _, party, form in resolution.overlapping(start, end)
                if low < words.start and form == "name" and party not in aside
                and resolution.kind(party) in ("company", "organization")
            }  # fmt: skip
            if others:
                break
        only = next(iter(others)) if len(others) == 1 else main if not others and main not in aside else None
        if only:
            draft.object, draft.object_text = only, None


_TRADE = re.compile(
    r"[Tt]he\s(?:company|firm|business|club|team|chain|bank|airline|retailer|brewery|start-?up|group|magazine|newspaper)"
)
_HOLDING = re.compile(
    r"(?:(?:an?|the|his|her|its|their)\s)?(?:[\w.-]+\s?%?\s(?:per\scent\s)?){0,3}?"
    r"(?:stake|holding|shareholding|interest|block|shares)(?:\sof\s[\d.]+(?:\s?%|\sper\s?cent))?"
)


def supply_makers(drafts: Sequence[Draft], resolution: Resolution) -> list[Draft]:
    """ "Kerr has ordered 22 jets, the planemaker Tier said": who tells of an order takes it; others name no maker."""
    for draft in drafts:
        if draft.rule in ORDERS and not draft.object and draft.source and draft.source != draft.subject:
            known = any(party.id == draft.source for party in resolution.parties)
            if known and resolution.kind(draft.source) == "company":
                draft.object = draft.source
    return [d for d in drafts if d.rule not in ORDERS or d.object]


#: Rules of orders that name no maker.
ORDERS = ("agreement.order-told", "agreement.firmed-up")
