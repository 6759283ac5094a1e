"""Sums of pairs: whoever is named in one breath with an investor or buyer put in, or paid, the same sum.

The reader says of each two parties of a sentence what they are to each other, but one fact a sum only: of "Kerr and
Brandt have put $3 million into Tier" it gives the sum to one of the two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .draft import Draft
from .known import Known
from .said import PAIR_RULE

#: Facts whose sum is that of all who are listed.
_JOINT = ("investment", "acquisition")
#: Between two names of one list, with what describes the second.
_BETWEEN = re.compile(
    r"(?:,| and|, and| &|,? as well as|,? along with)\s(?:the |an? |both )?"
    r"(?:[\w.-]+[’']s?\s|[A-Z][\w.]+-based\s|(?!(?:which|who|that|has|have|had|is|was|will|put|bought)\b)[a-z-]+\s){0,5}"
)


def share_sums(known: Known, drafts: Sequence[Draft], said: Sequence[Draft]) -> None:
    """Give the reader's pairs that name no sum the one of whoever is listed beside them."""
    told = [*drafts, *said]
    waiting = [d for d in said if d.rule == PAIR_RULE and d.type in _JOINT and not d.money and d.subject and d.object]
    found = True
    while found:
        found = False
        for draft in waiting:
            if draft.money:
                continue
            beside = [
                d
                for d in told
                if d.money and d.type == draft.type and d.sentence == draft.sentence and d.object == draft.object
                if d.subject and d.subject != draft.subject and _listed(known, draft, d)
            ]
            sums = {d.money for d in beside}
            if len(sums) == 1:
                draft.money, draft.date = beside[0].money, draft.date or beside[0].date
                found = True
    for draft in waiting:
        only = known.sums(draft.sentence)
        if draft.money or len(only) != 1 or only[0].per or draft.type != "investment":
            continue
        told_of = [d for d in told if d.money == only[0].id and d not in waiting]
        if all(d.type == "financing" and d.subject == draft.object for d in told_of):
            draft.money = only[0].id  # "its last round, $3 million in May, came from Kerr and Brandt"


def _listed(known: Known, one: Draft, other: Draft) -> bool:
    """Whether the two subjects stand next to each other in one list of the sentence."""
    sentence = known.analysis.sentences[one.sentence]
    named = [m for m in known.resolution.overlapping(sentence.start, sentence.end) if m[3] != "pronoun"]
    first = [m for m in named if m[2] == one.subject]
    second = [m for m in named if m[2] == other.subject]
    pairs = [(a, b) if a[0] < b[0] else (b, a) for a in first for b in second]
    return any(_BETWEEN.fullmatch(known.text, a[1], b[0]) for a, b in pairs if a[1] < b[0])


def call_spending(known: Known, drafts: Sequence[Draft]) -> None:
    """ "Will put $3 million into pumps", "plough it into drilling": things and work are what a firm spends money on.

    A plant, a branch or a company is invested in, and so is property; so is a firm of which one takes a minority.
    """
    names = {party.id: party.name for party in known.resolution.parties}
    for draft in drafts:
        took = draft.cues and _TAKES.match(known.text, draft.cues[0].start)
        if took and draft.type == "acquisition" and "minority" in draft.keys.get("stake", ""):
            draft.type = "investment"  # "took a minority stake in Tier"
        words = known.text[slice(*draft.object_text)] if draft.object_text and not draft.object else ""
        if draft.type != "investment" or draft.rule not in _PUTS or not draft.money or "stake" in draft.keys:
            continue
        fund = _FUND.search(names.get(draft.subject or "", "")) or (draft.subject_text and not draft.subject)
        invests = draft.cues and _INVESTS.match(known.text, draft.cues[0].start)
        if _THINGS.match(words) and not _HOLDS_VALUE.search(words) and not fund and not invests:
            draft.type = "spending"


_TAKES = re.compile(r"t(?:akes?|ook|aken|aking)\b", re.I)
_INVESTS = re.compile(r"(?:re-?)?invest", re.I)
_PUTS = ("investment.put", "investment.invest", "said.sum")
_FUND = re.compile(
    r"\b(?:Capital|Ventures?|Partners|Fund|Funds|Investments?|Investors|Equity|Wealth|Pensions?|Holdings?)\b"
)
#: Things in the plural, counted or not, and what is done: "eight new pumps", "hiring", "drilling at Norton".
_THINGS = re.compile(
    r"(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+|more|several)\s)?"
    r"(?!(?:an?|the|its|his|her|their|our|this|that|these|those|some|all|both|another)\b)"
    r"(?:[a-z][\w’'-]*\s){0,3}?(?:[a-z][\w-]*(?<![su])s|[a-z]+ing)(?=$|\s(?:at|in|on|near|for|off|to|and|of|with|from|by)\b|,)"
)
_HOLDS_VALUE = re.compile(
    r"\b(?:propert|building|block|estate|housing|home|house|apartment|hotel|land|compan|firm|start|business|stock|share"
    r"|bond|treasur|fund|project|infrastructure|asset|securit|scheme|venture|commodit|crypto|bitcoin|loan|deal|market"
    r"|industr|sector|buyout|manufacturing|mining|plant|factor|facilit|mine|operation|unit|portfolio|developer|maker"
    r"|farm|park|mill|site|line|station|terminal|port|network|power|energy|research|technolog|data|cent(?:er|re)|hub|store"
    r"|shop|branch|school|hospital|clinic|road|railway|studio|restaurant)",
    re.I,
)
