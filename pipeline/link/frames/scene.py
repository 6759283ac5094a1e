"""One parsed sentence with what has been found in it, and which of its sums belongs to which trigger."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from ... import tree
from ...mentions import Span
from ...nlp import Analysis, Parse
from ...records import Money
from ...resolve import Resolution
from ..draft import Draft
from .file import Frame
from .roles import Roles

#: A sum farther than this many edges from its trigger belongs to something else.
MAX_SUM_DISTANCE = 4


@dataclass(slots=True)
class Scene:
    """One parsed sentence with what has been found in it."""

    analysis: Analysis
    number: int
    parse: Parse
    resolution: Resolution
    money: Sequence[Money]
    main: str | None = None
    heads: dict[str, Token] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for entry in self.money:
            tokens = self.parse.tokens(entry.start, entry.end)
            if tokens:
                inside = {t.i for t in tokens}
                self.heads[entry.id] = next((t for t in tokens if t.head.i not in inside or t.head == t), tokens[-1])

    @property
    def text(self) -> str:
        """The whole article's text."""
        return self.analysis.article.text

    @property
    def span(self) -> Span:
        """The sentence."""
        sentence = self.analysis.sentences[self.number]
        return Span(sentence.start, sentence.end)

    def money_at(self, token: Token) -> str | None:
        """The id of the sum that the token is part of."""
        start, end = self.parse.span([token])
        return next((m.id for m in self.money if m.start < end and start < m.end), None)


def share_sums(scene: Scene, found: list[tuple[Draft, Token, Frame]]) -> None:
    """Give each sum to the trigger nearest to it; a trigger's parallel drafts share theirs."""
    offers: dict[str, list[tuple[float, tuple[int, str], int]]] = {}
    sharing = {(t.i, f.id) for _, t, f in found if f.shares_sum}
    triggers = {(t.i, f.id): (t, f) for _, t, f in found if f.amount}
    for money in scene.money:
        head = scene.heads.get(money.id)
        if head is None or money.equivalent_of:
            continue
        for key, (trigger, frame) in triggers.items():
            cost = _sum_cost(scene, trigger, frame, money, head)
            if cost is not None:
                offers.setdefault(money.id, []).append((cost, key, money.start))
    owned: dict[tuple[int, str], list[tuple[float, int, str]]] = {}
    for money_id, bids in offers.items():
        best = min(bids)[0]
        for cost, key, start in bids:
            if cost <= best + 0.5 or key in sharing:
                owned.setdefault(key, []).append((cost, start, money_id))
    for draft, trigger, frame in found:
        if frame.amount and (trigger.i, frame.id) in owned and draft.money is None:
            draft.money = min(owned[trigger.i, frame.id])[2]
            draft.cues.append(span_of(scene, draft.money))
    price_lists(scene, found)
    respective(scene, found)


def price_lists(scene: Scene, found: list[tuple[Draft, Token, Frame]]) -> None:
    """ "Bought Tier for $3 million, Brandt for $5 million": each of the names has the price right behind it."""
    sums = [m for m in scene.money if not m.equivalent_of]
    if len(sums) < 2 or not any(draft.type == "acquisition" for draft, *_ in found):
        return
    span = scene.span
    named = [m for m in scene.resolution.overlapping(span.start, span.end) if m[3] == "name"]
    priced: dict[str, tuple[int, str, int]] = {}
    for low, high, party, _ in named:
        behind = next((m for m in sums if m.start >= high and _PRICED.fullmatch(scene.text, high, m.start)), None)
        if behind:
            priced.setdefault(party, (low, behind.id, behind.end))
    for draft, trigger, frame in list(found):
        if draft.type != "acquisition" or draft.object not in priced or not draft.subject:
            continue
        start, money, end = priced[draft.object]
        if start < scene.parse.starts[trigger.i]:
            continue  # "bought Kerr for $3 million and sold it": the price is that of another verb
        draft.money = money
        for party, (low, own, stop) in priced.items():
            told = any(d.object == party and d.subject == draft.subject for d, *_ in found)
            if low > end and _NEXT.fullmatch(scene.text, end, low) and party != draft.subject:
                if any(t.pos_ == "VERB" for t in scene.parse.tokens(end, low)):
                    break  # "and sold Brandt for $5 million"
                end = stop
                if not told:
                    copy = replace(draft, object=party, money=own, keys={}, cues=[*draft.cues[:1], span_of(scene, own)])
                    found.append((copy, trigger, frame))


#: Between a name and its price, and between that and the next name.
_PRICED = re.compile(r" (?:in (?:19|20)\d\d )?(?:for |\()(?:about |around |nearly |some |roughly |more than )?")
_NEXT = re.compile(r"\)?(?:, (?:and )?| and |; (?:and )?)(?:(?:[a-z-]+ ){0,3}|(?:[A-Z][\w-]+ )?[a-z-]+ (?:[a-z-]+ )?)")


#: Before a sum with which a purchase is paid, or that is a part of its price.
_MEANS = re.compile(
    r"\b(?:(?:fund(?:ed|ing)|financ(?:ed|ing)|paid\sfor|backed|supported)\s(?:in\spart\s|partly\s)?(?:with|by|through|from|using)"
    r"|of\swhich|borrow(?:ed|ing)|assum(?:ed|es|ing)|assumption\sof|rais(?:ed|ing)|loans?\sof)\s(?:[a-z]+\s){0,3}$"
)


#: Between the sum that is raised and the purchase: "is selling $3 million of shares to fund its purchase of Tier".
_TO_FUND = re.compile(r"\bto\s(?:help\s|partly\s)?(?:fund|finance|pay\sfor|bankroll)\b")


def respective(scene: Scene, found: list[tuple[Draft, Token, Frame]]) -> None:
    """ "Kerr and Ames bought Tier and Brandt for $3m and $2m respectively": the first with the first, and so on."""
    span = scene.span
    if not _RESPECTIVE.search(scene.text, span.start, span.end):
        return
    for key in dict.fromkeys((t.i, f.id) for d, t, f in found if d.type in ("acquisition", "agreement", "investment")):
        rows = [row for row in found if (row[1].i, row[2].id) == key]
        buyers = list(dict.fromkeys(d.subject or d.subject_text for d, *_ in rows))
        things = list(dict.fromkeys(d.object or d.object_text for d, *_ in rows))
        if len(things) < 2 or len(buyers) not in (1, len(things)):
            continue
        wanted = list(zip(buyers, things, strict=True)) if len(buyers) > 1 else [(buyers[0], o) for o in things]
        sums = [m.id for m in scene.money if not m.per and not m.equivalent_of]
        for row in rows:
            draft = row[0]
            pair = (draft.subject or draft.subject_text, draft.object or draft.object_text)
            if pair not in wanted:
                found.remove(row)
            elif len(sums) == len(things):
                draft.money = sums[wanted.index(pair)]


_RESPECTIVE = re.compile(r"\brespectively\b")


def _sum_cost(scene: Scene, trigger: Token, frame: Frame, money: Money, head: Token) -> float | None:
    roles = Roles(trigger, frozenset(), frozenset())
    for rank, role in enumerate(frame.amount):
        if any(scene.money_at(t) == money.id for t in roles.get(role)):
            return 0.1 * rank + (0.05 if money.per else 0.0)
    distance = tree.path_length(trigger, head)
    if distance > MAX_SUM_DISTANCE:
        return None
    if frame.type == "agreement":
        own = scene.text[scene.parse.ends[trigger.i] : money.start]  # empty where the sum comes first
        if _OTHER_CLAUSE.search(own) and not _OWN_WORTH.search(own):
            return None  # "a partnership with Kerr that gives each buyer $3"
    if frame.type == "financing" and any(t.lower_ == "cash" for t in tree.prepositions(head).get("in", ())):
        return None  # "$3 million in cash and a credit facility"
    if frame.strict_amount or (frame.type == "valuation" and head.i < trigger.i):
        return None
    if frame.type == "acquisition" and _MEANS.search(scene.text, max(scene.span.start, money.start - 60), money.start):
        return None
    before = frame.type == "acquisition" and head.i < trigger.i
    if before and _TO_FUND.search(scene.text, money.end, max(money.end, scene.parse.span([trigger])[0])):
        return None
    return distance + 0.02 * abs(trigger.i - head.i) + (1.0 if money.per else 0.0)


#: Between a deal and a sum that is that of something else.
_OTHER_CLAUSE = re.compile(r"\b(?:that|which|who|whose|as well as|and (?:an?|its|the|has|have|had|will|also))\b")
#: Before a sum that is the deal's own in whatever clause: "a contract that is worth".
_OWN_WORTH = re.compile(r"\b(?:worth|valued|values?|total\w*|costs?|priced?|runs? to)\b[^,;]{0,30}$")


def span_of(scene: Scene, money_id: str) -> Span:
    money = next(m for m in scene.money if m.id == money_id)
    return Span(money.start, money.end)
