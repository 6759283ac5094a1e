"""Parts of a company with figures of their own: "Rotary and Mission Systems revenue", "the segment posted"."""

from __future__ import annotations

import re

from ...mentions import Span
from .figure import Figure
from .gaps import AT_PART, PART_OF_FIRM
from .scene import MEMORY, Owner, Scene

_CAPITAL = r"[A-Z][\w’'-]*"
#: "Forensic & Litigation Consulting " before its metric.
_COMPOUND = re.compile(
    rf"(?<![\w’'.&-])((?:{_CAPITAL}\s)(?:(?:(?:and|of|&|for)\s)?{_CAPITAL}\s)*(?:(?:and|&)\s)?{_CAPITAL})"
    r"(?:['’]s?)?\s(?:(?:segment|division|net|operating|adjusted|quarterly|annual)\s)?$"
)
#: Capitals that begin no name of a part: "Total Group revenue", "Second Quarter sales".
_NO_PART = re.compile(
    r"\b(?:Total|Net|Gross|Group|Adjusted|Operating|Annual|Quarter(?:ly)?|Consolidated|Record|First|Second|Third|Fourth|Full|Half|Year|FY\w*"
    r"|Q[1-4]|H[12]|Fiscal|Non-?GAAP|GAAP|Core|Organic|Combined|Global|Same|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|The|A|An|In|On|For|Its|Our|This|That|However|Meanwhile|Overall|Recurring|Pro|Forma|Preliminary|Unaudited"
    r"|Last|Projected|Estimated|Current|Assets?|Deposits?|Loans?|Cash|Income|Revenues?|Sales|Profit|Earnings|Strong|Reported|Reports|Posts)\b"
)
#: "the Rolling Stock division", "the cloud segment": a part with a name.
_NAMED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Oo]ur|[\w.]+['’]s?)\s"
    rf"((?!(?:the|entire|whole|same|other|new|each|this|second|first|business)\b)(?:[\w&-]+\s){{1,6}}?)({PART_OF_FIRM})\b"
)
_BARE = re.compile(rf"(?i)(?:the|this)\s{PART_OF_FIRM}")


def compound(scene: Scene, figure: Figure) -> Owner | None:
    """A part that is named right before its metric in a sentence that isn't all in capitals."""
    text, start = scene.text, scene.span.start
    if scene.analysis.sentences[scene.number].role not in ("body", "bullet"):
        return None
    found = _COMPOUND.search(text, max(start, figure.at.start - 70), figure.at.start)
    if found is None or found.start(1) < start or _NO_PART.search(found[1]):
        return None
    if not _LOWER.search(text, figure.at.end, scene.span.end):
        return None  # all in capitals
    low, high = found.span(1)
    within = scene.resolution.overlapping(low, high)
    joined = re.search(r"\s(?:and|&)\s", found[1])
    if any(m[0] <= low and (m[1] >= high or not joined) for m in within) or (within and not joined):
        return None  # a party, or two of them
    both = joined and any(m[1] < low + joined.start() for m in within) and any(m[1] == high for m in within)
    return None if both else Owner(text=Span(low, high))


_LOWER = re.compile(r"\b[a-z]{4,}\b")


def named_before(scene: Scene, part: Span) -> Span:
    """The words that name "the segment": those of the last part with a name, a few sentences before at most."""
    text = scene.text
    if not _BARE.fullmatch(text, *part):
        return part
    noun = text[part.start : part.end].split()[-1].lower()
    first = scene.analysis.sentences[max(scene.number - MEMORY, 0)].start
    found = [m for m in _NAMED.finditer(text, first, part.start) if m[2].split()[-1].lower() == noun]
    return Span(found[-1].start(), found[-1].end()) if found else part


def whole(scene: Scene, owner: Owner) -> Owner:
    """The company whose segment it is: "the Polar segment" is a part of its books, no firm of its own."""
    if owner.party or not owner.text or not _SEGMENT.search(scene.text, *owner.text):
        return owner
    within = [m[2] for m in scene.resolution.overlapping(*owner.text) if scene.resolution.kind(m[2]) == "company"]
    company = within[0] if within else scene.main or scene.memory.owner
    return Owner(company) if company else owner


_SEGMENT = re.compile(r"\b(?i:segments?)$")


def part_behind(scene: Scene, party_end: int) -> int | None:
    """Where the part of a company ends that stands behind its name: "at Tier's lamp division"."""
    found = AT_PART.match(scene.text, party_end, scene.span.end)
    return found.end() if found else None
