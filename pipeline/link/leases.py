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
    mentions = resolution.overlapping(0, len(text)) if any(d.rule in LEASES for d in drafts) else []
    brokers = {
        party
        for start, end, party, form in mentions
        if form == "name" and resolution.kind(party) == "company" and _BROKER.match(text, end)
    }
    brokers |= {party.id for party in resolution.parties if _HOUSE.search(party.name)}
    kept: list[Draft] = []
    only = len({d.subject for d in drafts if d.rule in LEASES}) == 1
    for draft in drafts:
        if draft.rule not in LEASES:
            leased = draft.type == "agreement" and "lease" in draft.keys.get("matter", "").lower()
            if not (leased and draft.subject in brokers and _lets(analysis, draft)):
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


#: The rule of those who take space, whatever their lease is called.
TOOK = "agreement.took-space"


def _lets(analysis: Analysis, draft: Draft) -> bool:
    """ "Has secured leases with Kerr and Tier": what brokers do for landlords."""
    sentence = analysis.sentences[draft.sentence]
    return _SECURES.search(analysis.article.text, sentence.start, sentence.end) is not None


_SECURES = re.compile(
    r"\b(?:secur|arrang|complet|broker|negotiat|clos|announc|facilitat)(?:e[sd]?|ing)\b[^.;]{0,60}\b(?:sub)?leas(?:es?|ing)\b"
)
#: Houses that broker leases all over the world.
_HOUSE = re.compile(
    r"^(?:JLL|Jones Lang LaSalle|CBRE|Cushman & Wakefield|Colliers|Savills|Knight Frank|Newmark|Avison Young"
    r"|Marcus & Millichap|Transwestern|NAI|SVN|Lee & Associates)\b"
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
