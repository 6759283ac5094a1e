"""The date of a fact: the date expression that hangs nearest to its trigger in the tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.tokens import Token

from ...records import Date
from ...tree import governor, path_length

if TYPE_CHECKING:
    from ..draft import Draft
    from .scene import Scene

#: A date farther than this many edges away speaks of something else.
MAX_DISTANCE = 5
#: How far a date may be from the verb that governs an event's noun ("sold notes on Wednesday").
MAX_BESIDE = 2
#: Types that are dated by the day on which they were announced, when the article gives no other.
ANNOUNCED = ("acquisition", "agreement", "financing", "investment")
#: Types that are dated by their beginning.
GOES_ON = ("lawsuit", "valuation")

#: Verbs by which a deal is made known.
_TELLING = ("announce", "say", "unveil", "disclose", "tell", "reveal", "confirm", "report")
#: A place in capitals opens a dateline: "ESPOO, FI — June 17, 2024 — (WIRE) —".
_PLACE = re.compile(r"[A-Z][A-Z .'-]{2,30}(?:,|—| -)")
#: Words that open a sentence and no dateline.
_OPENS = re.compile(r"(?:In|On|At|By|Since|After|Before|During|Last|Earlier|Late|Early|For|From|Until|This|Next)\b")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: What falls due on a day does not happen on it ("notes due September 2026").
_DUE = re.compile(r"\b(?:due|maturing|matures?|expiring|expires?|until|till)(?: in| on)? $")
_WHEN = re.compile(r",? when\b")
_SINCE = re.compile(r"\bsince $", re.I)
_FROM = re.compile(r"\b(?:between|from) $", re.I)
_TO = re.compile(r" (?:and|to|until|till|through) ")
#: Words that set what another clause tells apart in time.
_APART = frozenset({"after", "before", "since", "until", "following", "because", "although", "though", "while", "if"})
#: Verbs that bring about what they are said of: "a deal signed in May", "a suit filed in June".
_CONCLUDING = frozenset(
    ["sign", "announce", "complete", "conclude", "reach", "strike", "file", "make", "agree", "issue", "date", "pass"],
).union(["grant", "bring", "launch", "publish", "unveil", "close", "give", "award", "seal", "form"])


def when(scene: Scene, trigger: Token, dates: Sequence[Date], goes_on: bool = False) -> str | None:
    """TIMEX3 value of the trigger's date, None when the sentence gives it none. Datelines date nothing.

    `goes_on`: whether what began "since May" is dated by its beginning.
    """
    dating = [date for date in dates if _may_date(scene, date, goes_on)]
    apart = _ranges(scene, dates)
    dating = [date for date in dating if date.id not in apart]
    nearest = _nearest(scene, trigger, dating)
    verb = governor(trigger) if nearest is None and trigger.pos_ == "NOUN" else None
    return nearest or (_nearest(scene, verb, dating, MAX_BESIDE) if verb is not None else None)


def date_of(scene: Scene, draft: Draft, trigger: Token, dates: Sequence[Date]) -> str | None:
    """The date of a draft: its trigger's, for a deal else the day on which it was announced."""
    dates = [date for date in dates if not _is_compared(scene, draft, date)]
    found = when(scene, trigger, dates, draft.type in GOES_ON or draft.status in ("ongoing", "proposed"))
    if found is None and draft.type in ANNOUNCED and draft.status in ("completed", "expected"):
        return announced(scene, dates)
    return found


def _is_compared(scene: Scene, draft: Draft, date: Date) -> bool:
    """ "Pays 12 pence, up from 10 pence a year earlier": the date of the other sum, unless the draft tells that one."""
    own = next((m for m in scene.money if m.id == draft.money), None)
    if own is None:
        return False
    found = _COMPARED.search(scene.text, max(scene.span.start, own.end), date.start) if own.end < date.start else None
    return found is not None


#: From the word of a comparison over its sum to the date.
_COMPARED = re.compile(
    r"\b(?:up|down|against|versus|compared\s(?:with|to)|than)\s(?:from\s)?(?:(?:[a-z]{2,3}\s)?[^\s,;]*\d[^\s,;]*\s)(?:[^\s,;]+\s){0,2}$"
)


def _may_date(scene: Scene, date: Date, goes_on: bool) -> bool:
    if date.type not in ("DATE", "TIME") or not date.value or not date.value[0].isdigit():
        return False
    if _in_dateline(scene, date):
        return False
    if _DUE.search(scene.text, max(0, date.start - 20), date.start) and not _WHEN.match(scene.text, date.end):
        return False
    return goes_on or _SINCE.search(scene.text, max(0, date.start - 12), date.start) is None


def _ranges(scene: Scene, dates: Sequence[Date]) -> set[str]:
    """The dates of "between 2009 and 2014", "from 2009 to 2014": what goes on for years has no one date."""
    found = set()
    for one, other in pairwise(dates):
        if _FROM.search(scene.text, max(0, one.start - 10), one.start) and _TO.fullmatch(
            scene.text, one.end, other.start
        ):
            found |= {one.id, other.id}
    return found


def _nearest(scene: Scene, trigger: Token, dates: Sequence[Date], reach: int = MAX_DISTANCE) -> str | None:
    best: tuple[int, int, str] | None = None
    for date in dates:
        tokens = scene.parse.tokens(date.start, date.end)
        if not tokens:
            continue
        inside = {t.i for t in tokens}
        head = next((t for t in tokens if t.head.i not in inside or t.head == t), tokens[-1])
        distance = path_length(trigger, head)
        if distance <= reach and _belongs(trigger, head):
            best = min(best or (99, 0, ""), (distance, abs(trigger.i - head.i), date.value.partition("T")[0]))
    return best[2] if best else None


def _belongs(trigger: Token, date: Token) -> bool:
    """Whether the way from the trigger to the date crosses no border to what another clause tells."""
    above = _way_up(trigger)
    down = _way_up(date)
    common = next((t.i for t in down if t.i in {u.i for u in above}), None)
    if common is None:
        return False
    for token in above:
        if token.lemma_ == "settle" and trigger.pos_ == "NOUN":
            return False  # "settled the suit in May" does not date the suit
        if token.i == common:
            break
        if _is_of_verb_before(token, common, date) or not _leaves(token, common):
            return False
    for depth, token in enumerate(down[1:]):
        if token.i == common:
            return True
        if not (depth == 0 and token.dep_ == "prep") and not _enters(token, trigger):
            return False
    return True


def _is_of_verb_before(verb: Token, common: int, date: Token) -> bool:
    """ "Was founded in 2015 and has raised $3 million": the date between two verbs is the first one's."""
    coordinated = verb.dep_ == "conj" and verb.pos_ == "VERB" and verb.head.i == common
    return coordinated and verb.head.pos_ in ("VERB", "AUX") and common < date.i < verb.i


def _way_up(token: Token) -> list[Token]:
    way = [token]
    while token.head != token:
        token = token.head
        way.append(token)
    return way


def _leaves(token: Token, common: int) -> bool:
    """Whether a date above the token may still speak of what stands below it."""
    dep, head = token.dep_, token.head
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
    if dep == "relcl" or (dep == "acl" and token.tag_ in ("VBN", "VBD", "VBG")):
        return infinitive or head.i == common  # "Kerr, which bought Tier for $3m, said in May"
    if dep == "advcl":
        marks = {c.lower_ for c in token.children if c.dep_ in ("mark", "advmod")}
        return not marks & _APART  # "fell on Tuesday after it bought Tier"
    return dep not in ("pcomp", "pobj") or head.lower_ not in _APART


def _enters(token: Token, trigger: Token) -> bool:
    """Whether a date below the token may speak of what stands above it."""
    dep, head = token.dep_, token.head
    if dep in ("appos", "parataxis") or (dep == "prep" and token.lower_ in _APART.union(["than", "including"])):
        return False
    if token.pos_ != "VERB" or dep not in ("relcl", "acl", "advcl", "conj", "ccomp", "pcomp", "xcomp"):
        return True
    if dep == "xcomp":
        return head == trigger  # "its purchase of Tier is expected to bring in $3 million by July"
    if dep == "advcl":
        return any(c.lower_ == "when" for c in token.children)  # "was valued at $3m when it took money in May"
    if dep in ("relcl", "acl") and token.lemma_ in _LEADING and head.dep_ == "pobj":
        return head.head.head == trigger  # "sold Tier to a group led by Kerr in 2019"
    if dep not in ("relcl", "acl") or token.lemma_ not in _CONCLUDING:
        return False
    return head == trigger or head.dep_ == "pobj" or head.lemma_ in ("deal", "agreement", "transaction")


#: What somebody does in a group that does something.
_LEADING = frozenset({"lead", "head", "include", "comprise"})


def date_each(scene: Scene, told: Sequence[tuple[Draft, Token]], dates: Sequence[Date]) -> None:
    """ "Bought Tier in 2023 and Kerr in 2022": each of a verb's objects has the date right behind its name."""
    if len(told) < 2 or len(dates) < 2:
        return
    for trigger in {t.i: t for _, t in told}.values():
        drafts = [d for d, t in told if t.i == trigger.i and d.object]
        own = [(d, _beside(scene, d.object, dates)) for d in drafts]
        if len({value for _, value in own if value}) > 1:
            for draft, value in own:
                draft.date = value or draft.date


def _beside(scene: Scene, party: str, dates: Sequence[Date]) -> str | None:
    for _, end, named, _ in scene.resolution.overlapping(*scene.span):
        cue = _IN.match(scene.text, end) if named == party else None
        found = next((d for d in dates if cue and d.start == cue.end() and _may_date(scene, d, False)), None)
        if found:
            return found.value.partition("T")[0]
    return None


#: What lies between a name and its own date ("Tier Oy (TIE) in 2023").
_IN = re.compile(r"(?: of [A-Z]\w+)?(?: \([^()]{1,25}\))?,? (?:back )?(?:in|on) ")


def announced(scene: Scene, dates: Sequence[Date]) -> str | None:
    """The day on which the sentence says that something was announced ("announced Wednesday that …")."""
    for date in dates:
        day = (date.value or "")[:10]
        if date.type not in ("DATE", "TIME") or not _DAY.fullmatch(day) or _in_dateline(scene, date):
            continue
        heads = [t.head for t in scene.parse.tokens(date.start, date.end)]
        heads += [head.head for head in heads if head.dep_ == "prep"]  # "announced on Tuesday"
        if any(head.lemma_ in _TELLING for head in heads):
            return day
    return None


def _in_dateline(scene: Scene, date: Date) -> bool:
    """Whether the date stands in "NORTON, Mass., Oct. 28, 2025 (WIRE) —" at the head of the sentence."""
    head = scene.text[scene.span.start : scene.span.end]
    find = head[:120].rfind if _PLACE.match(head) else head.find
    if _OPENS.match(head):
        return False  # "In May 2024, Kerr Foods — the maker of …"
    for mark in ("—", "–", " -- ", " - ", "/ --"):
        at = find(mark)
        if 0 < at < 120 and date.end <= scene.span.start + at and head[:at].count(",") >= 1:
            return True
    return False
