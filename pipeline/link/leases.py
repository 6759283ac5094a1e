"""Leases that a sentence tells of their tenant alone: the landlord stands beside, the broker is no side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..nlp import Analysis
from ..resolve import Resolution
from .draft import Draft

#: Rules of leases that may name the tenant only.
LEASES = ("agreement.own-lease", "agreement.leased", "agreement.leased-for", "agreement.took-space")
#: The landlord's name stands at most so many sentences from the lease, where the article tells of several.
REACH = 4
#: What stands right before a landlord's name, and between two landlords.
_LANDLORD = re.compile(
    r"\b(?:(?:landlords?|lessors?|(?:building|property) owners?|ownership)(?: of the (?:building|property))?"
    r"(?:,| was| is| are| were|:)? |(?:building|property|project|development|center|centre|tower|space|plaza|park"
    r"|mall|Tower|Plaza|Cent(?:er|re)|House|Park|Building|Square|Place|Mall|Campus|Quay|Wharf|Exchange|Street|Road|Avenue),?"
    r" (?:is |which is |jointly )?owned by )(?:[A-Z][\w.]+-based )?"
)
_AND = re.compile(r"(?: and |/|, )(?:[A-Z][\w.]+-based )?")
#: Who leases for others.
_BROKER = re.compile(r"[^.;]{0,60}?\b(?:represent(?:ed|s|ing)|brokered|arranged|negotiated|on behalf of)\b")


def settle_leases(analysis: Analysis, drafts: Sequence[Draft], resolution: Resolution) -> list[Draft]:
    """Leave out leases of the broker that tells of them; give the others the landlord named near."""
    text = analysis.article.text
    leases = any(d.rule in LEASES or _is_leased(d) for d in drafts)
    mentions = resolution.overlapping(0, len(text)) if leases else []
    brokers = {
        party
        for start, end, party, form in mentions
        if form == "name" and resolution.kind(party) == "company" and _is_broker(text, start, end)
    }
    kept: list[Draft] = []
    only = len({d.subject for d in drafts if d.rule in LEASES}) == 1
    for draft in drafts:
        if draft.rule not in LEASES:
            if not (_is_leased(draft) and draft.subject in brokers and _lets(analysis, draft)):
                kept.append(draft)
        elif draft.subject not in brokers and not (draft.rule == TOOK and _told(draft, drafts)):
            reach = len(analysis.sentences) if only else REACH
            owners = [] if draft.object else _landlords(analysis, draft, resolution, reach)
            kept += [replace(draft, object=owner, keys=dict(draft.keys)) for owner in owners] or [draft]
    return kept


def _told(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "Landed a lease with Kerr, which will take two floors": told of Kerr before."""
    others = (d for d in drafts if d.type == "agreement" and d.sentence == draft.sentence and d.rule != TOOK)
    return any(draft.subject in (d.subject, d.object) for d in others)


def _is_leased(draft: Draft) -> bool:
    return draft.type == "agreement" and "lease" in draft.keys.get("matter", "").lower()


def _is_broker(text: str, start: int, end: int) -> bool:
    """Whether the words around a name tell that it brokers leases."""
    if _BROKER.match(text, end) or _TRADE.match(text, end):
        return True
    return _TRADE_BEFORE.search(text, max(0, start - 50), start) is not None


#: The rule of those who take space, whatever their lease is called.
TOOK = "agreement.took-space"


def _lets(analysis: Analysis, draft: Draft) -> bool:
    """ "Has secured leases with Kerr and Tier": what brokers do for landlords."""
    sentence = analysis.sentences[draft.sentence]
    return _SECURES.search(analysis.article.text, sentence.start, sentence.end) is not None


_SECURES = re.compile(
    r"\b(?:secur|arrang|complet|broker|negotiat|clos|announc|facilitat)(?:e[sd]?|ing)\b[^.;]{0,60}\b(?:sub)?leas(?:es?|ing)\b"
)
#: What tells that leases are the trade of a name: "Quill, a real estate services firm", "brokerage Quill".
_TRADE = re.compile(
    r"(?:\s\([^()]{1,40}\))?(?:,| is) (?:an?|the|one of the) [^.;]{0,60}?\b(?:real estate (?:services|brokerage"
    r"|advis\w+|consult\w+)|brokerage|property (?:consultan\w+|advis\w+|agents?))\b"
)
_TRADE_BEFORE = re.compile(
    r"\b(?:brokerage|brokers?|(?:estate|letting|leasing) agents?|property consultan(?:t|ts|cy)"
    r"|real estate (?:services|advisory|brokerage) (?:firm|company|giant)|brokerage firm) $"
)


def _landlords(analysis: Analysis, draft: Draft, resolution: Resolution, reach: int) -> list[str]:
    """The parties that the sentences around a lease call its landlord; none where they call several ones so."""
    text, last = analysis.article.text, len(analysis.sentences) - 1
    first = analysis.sentences[max(0, draft.sentence - reach)].start
    end = analysis.sentences[min(last, draft.sentence + reach)].end
    found: dict[tuple[str, ...], None] = {}
    for cue in _LANDLORD.finditer(text, first, end):
        named: list[str] = []
        at = cue.end()
        for low, high, party, form in resolution.overlapping(at, end):
            joined = low == at or (named and _AND.fullmatch(text, at, low))
            if form != "name" or not joined or resolution.kind(party) == "person":
                break
            named.append(party)
            at = high
        if named and draft.subject not in named:
            found.setdefault(tuple(named))
    return list(next(iter(found))) if len(found) == 1 else []
