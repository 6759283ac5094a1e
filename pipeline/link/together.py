"""Who bids beside the grammatical subject: "Halvor joined Brandt in buying Tier", "teamed up with Brandt to pay"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..mentions import Span
from ..nlp import Analysis
from ..resolve import Resolution
from .draft import Draft

RULE = "acquisition.together"

#: Before a partner's name, up to a description of it ("with contractor Brandt").
_WITH = (
    r"(?:join(?:s|ed|ing)?|(?:(?:team|link|pair)(?:s|ed|ing)?(?: up)?|partner(?:s|ed|ing)?"
    r"|join(?:s|ed|ing)? (?:forces|hands)) with)"
    r"\s(?:[\w-]+[’']s?\s|[A-Z][\w.]+-based\s|[a-z][\w-]*\s){0,6}"
)
#: Between the name and the verb of buying, or of paying.
_IN = (
    r"(?:,[^,;.]{1,60},)?\s(?:in (?:a (?:[\w-]+ ){0,4}to )?|to )(?:jointly |together )?"
    r"(?:[a-z]+ (?:a |the |its )?(?:[\w-]+ )?(?:deal |bid |agreement )?(?:to )?)?"
)


def joint_buyers(analysis: Analysis, drafts: Sequence[Draft], resolution: Resolution) -> list[Draft]:
    """The purchases again, for those whom the buyer joined in them or did them with."""
    text = analysis.article.text
    told = {(d.subject, d.object, d.object_text, d.money) for d in drafts if d.type == "acquisition"}
    found = []
    for draft in drafts:
        if draft.type != "acquisition" or not draft.cues or not (draft.subject or draft.subject_text):
            continue
        verb = draft.cues[0].start
        start = max(analysis.sentences[draft.sentence].start, verb - _REACH)
        for low, high, party, form in resolution.overlapping(start, verb):
            aside = (draft.subject, draft.object, draft.keys.get("seller"))
            if form != "name" or party in aside or resolution.kind(party) == "person":
                continue
            if _BEFORE.search(text, start, low) and _BEHIND.fullmatch(text, high, verb):
                if (party, draft.object, draft.object_text, draft.money) in told:
                    continue
                cues = [*draft.cues, Span(low, high)]
                keys = dict(draft.keys)
                found.append(replace(draft, subject=party, subject_text=None, rule=RULE, keys=keys, cues=cues))
    return found


def officer_buyers(analysis: Analysis, drafts: Sequence[Draft], resolution: Resolution) -> None:
    """ "Kerr sold Tier to its founder, Ben Ames": nobody sells to himself, but to the person whose post it is."""
    text = analysis.article.text
    for draft in drafts:
        seller = draft.keys.get("seller")
        if draft.type != "acquisition" or not seller or not draft.cues or draft.subject_text:
            continue
        if draft.subject not in (None, seller):
            continue
        start, end = draft.cues[0].end, analysis.sentences[draft.sentence].end
        named = [m for m in resolution.overlapping(start, end) if m[3] == "name" and resolution.kind(m[2]) == "person"]
        draft.subject = next((m[2] for m in named if _TO_OFFICER.search(text, start, m[0])), None)


_TO_OFFICER = re.compile(
    r"\bto\s(?:its\s|their\s|the\s|his\s|her\s)?(?:[\w’'-]+\s){0,4}?"
    r"(?:(?:co-)?founder|chairman|chairwoman|chief\sexecutive|owner|director|president|partner|manager|CEO|boss)s?,?\s$"
)
#: How far before the verb the partner may be named.
_REACH = 160
_BEFORE = re.compile(rf"\b{_WITH}$")
_BEHIND = re.compile(_IN)
