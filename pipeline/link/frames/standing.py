"""The status of a frame's event: what the words above the trigger say, and what that means for facts of its type."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from ... import tree
from ...qualify import BEATS, Qualifier, Standing
from ...records import Money
from ..draft import Draft
from .conditions import stands_already
from .file import Frame

#: A lawsuit in the present tense is pending: "hauliers are demanding", "the harbour wants $3m in damages".
_CLAIMING = frozenset({"seek", "demand", "want", "claim", "allege", "accuse", "ask", "contend"})
#: What is done to a suit that was brought; whatever the words above it say ("agreed to settle a suit").
_ENDING = frozenset({"settle", "resolve", "end", "lose", "win"})
#: What a regular payment is made per.
_PERIODS = frozenset({"year", "month", "week", "quarter", "day", "annum", "season"})
#: A condition straight behind a sum; "even if" is none.
_CONDITION = re.compile(
    r"(?:(?!\b(?:and|but|even|as|which|who|said|says)\b)[^,;.:]){0,90}?,?\s"
    r"(?:if|unless|provided|contingent (?:up)?on|conditional (?:up)?on|depending (?:up)?on)\b"
)
#: What sets a value once: the value it sets is no standing estimate.
_PRICING = frozenset(
    {"round", "deal", "offer", "bid", "investment", "transaction", "sale", "price", "listing", "it", "which"}
)
#: Debts that are launched when they are issued.
_PAPER = frozenset({"bond", "eurobond", "notes", "note", "sukuk", "debenture", "loan"})
#: What is done to a plan when it becomes known.
_TOLD = frozenset({"announce", "unveil", "reveal", "plan", "approve", "pledge", "propose"})
#: What is done to an offering that waits, how a debt is had, and what is had so.
_PUT_OFF = frozenset({"postpone", "delay", "defer"})
_HAS = frozenset({"have", "hold", "maintain"})
_STANDING = frozenset({"facility", "line", "loan", "mortgage", "overdraft", "revolver"})
_AND = re.compile(r"\band\b")


def standing_of(qualifier: Qualifier, trigger: Token, frame: Frame) -> Standing:
    """The status that the sentence gives the event of a frame."""
    standing = qualifier.standing(trigger, frame.status)
    adjust = _BY_TYPE.get(frame.type)
    if adjust is not None:
        adjust(standing, trigger, frame)
    return standing


def _valuation(standing: Standing, trigger: Token, frame: Frame) -> None:
    apposed = trigger.pos_ not in ("NOUN", "PROPN", "VERB", "AUX") and trigger.head.lemma_ != "be"
    if standing.status == "completed" and (apposed or tree.holds_now(trigger) or _estimates_now(trigger)):
        standing.status = "ongoing"  # "Kerr, worth $3 million, makes lamps"


def _estimates_now(verb: Token) -> bool:
    """ "Forbes puts her fortune at $3 million"; "the round values it at" tells what is done."""
    who = [t.lemma_.lower() for t in tree.agents(verb)] if verb.tag_ in ("VBZ", "VBP") else []
    return bool(who) and not _PRICING & set(who)


def _terms(standing: Standing, trigger: Token, frame: Frame) -> None:
    """ "Terms of the purchase were not disclosed": what is denied is not the deal."""
    above = trigger.head.head if trigger.dep_ == "pobj" and trigger.head.lower_ in ("of", "for") else trigger
    if above is not trigger and above.lemma_ in _TERMS and standing.status == "cancelled":
        standing.status, standing.negated, standing.cues = frame.status or "completed", False, []


_TERMS = frozenset({"term", "detail", "price", "value", "cost", "size", "figure", "amount", "financials", "duration"})


def _acquisition(standing: Standing, trigger: Token, frame: Frame) -> None:
    _terms(standing, trigger, frame)
    if standing.status == "ongoing":
        standing.status = "expected"  # "is selling": signed or planned, but not closed
    verb = tree.governor(trigger) if trigger.pos_ == "NOUN" else None
    if standing.status == "completed" and trigger.dep_ == "advcl" and trigger.head.lemma_ in BEATS:
        standing.status = "expected"  # "beat Kerr to buy Tier": who has won may not have closed
    if frame.id == "acquisition.deal-for" and verb is not None and verb.lemma_ not in _CLOSES:
        standing.status = "expected" if standing.status == "completed" else standing.status  # "clinched a deal for"
    if verb is not None and verb.lemma_ in _REFERS and standing.status == "completed":
        standing.status = "expected"  # "referred the takeover to the watchdog"
    wants = verb is not None and verb.lemma_ in _STOPS and tree.is_infinitive(verb)
    if wants and verb.head.lemma_ not in _DECIDES and standing.status == "cancelled" and not standing.negated:
        standing.status = "expected"  # "sued to block the takeover"
    offered = trigger.lemma_ in ("bid", "offer", "proposal", "takeover", "approach") and trigger.pos_ == "NOUN"
    pulled = verb is not None and verb.lemma_ == "pull" and not any(c.dep_ == "prt" for c in verb.children)
    if offered and pulled and standing.status in ("proposed", "completed"):
        standing.status = "cancelled"  # "pulled its bid"
    accepted = verb is not None and verb.lemma_ == "accept" and verb.tag_ in ("VBD", "VBN", "VBZ")
    if offered and accepted and standing.status in ("proposed", "completed"):
        standing.status = "expected"  # "accepted an offer": agreed, but not closed
    if offered and tree.urged(verb) is not None and not standing.negated and standing.status != "conditional":
        standing.status = "proposed"  # "urged shareholders to reject the bid": they have not yet


_CLOSES = frozenset({"complete", "close", "finish", "finalise", "finalize", "conclude", "consummate"})
_REFERS = frozenset({"refer", "probe", "scrutinise", "scrutinize"})
_STOPS = frozenset({"block", "stop", "halt", "prevent", "derail", "scuttle", "oppose", "thwart"})
_DECIDES = frozenset({"vote", "decide", "agree", "move"})


def _agreement(standing: Standing, trigger: Token, frame: Frame) -> None:
    _terms(standing, trigger, frame)
    if standing.status == "expected" and tree.agreed(standing.cues):
        standing.status = "completed"  # "has agreed to supply": the agreement stands
    noun = trigger.pos_ in ("NOUN", "PROPN")
    if noun and trigger.dep_ == "pobj" and trigger.head.lower_ == "in":
        standing.status = frame.status or "completed"  # "launched a course in partnership with"
        if standing.status == "completed" and _building(trigger.head.head):
            standing.status = "ongoing"  # "is building a school in partnership with"
    if noun and standing.status == "completed" and _has_years(trigger):
        standing.status = "ongoing"  # "in the first year of its partnership with"
    if noun and standing.status == "expected" and stands_already(trigger):
        standing.status = "completed"  # "the joint venture between A and B will make lamps"
    if noun and standing.status in ("completed", "ongoing", "proposed") and (ended := _ended(trigger)) is not None:
        standing.status, standing.cues = "cancelled", [ended]


def _ended(noun: Token) -> Token | None:
    """ "Ended its contract with", "broke off merger talks with", "the partnership has ended": the verb that says so."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "over", "about") and noun.head.head.lemma_ in _TALKS:
        noun = noun.head.head  # "ended talks on a merger"
    if noun.dep_ == "nsubj":
        verb = noun.head
        broken = verb.lemma_ == "break" and any(c.lower_ == "down" for c in verb.children)
        over = (broken or verb.lemma_ == "end") and verb.tag_ in ("VBN", "VBD")
        over = over and not any(c.dep_ == "dobj" or (c.dep_ == "aux" and c.tag_ == "MD") for c in verb.children)
        return verb if over and not any(c.dep_ == "neg" for c in verb.children) else None
    verb = tree.governor(noun)
    if verb is None or any(c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in _UNREAL) for c in verb.children):
        return None
    if noun.dep_ not in ("dobj", "nsubjpass"):
        return None
    torn = verb.lemma_ == "tear" and any(c.lower_ == "up" for c in verb.children)
    return verb if torn or verb.lemma_ in _ENDS else None


_ENDS = frozenset({"end", "break", "lose", "sever", "dissolve", "discontinue"})
_TALKS = frozenset({"talk", "negotiation", "discussion"})
_UNREAL = frozenset({"may", "might", "could", "would", "can", "will", "should"})


def _building(word: Token) -> bool:
    """Whether a verb, or the verb whose object a noun is, goes on."""
    verb = word if word.pos_ == "VERB" else tree.governor(word)
    be = ("am", "is", "are", "'s", "'re", "’s", "’re")
    return verb is not None and verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lower_ in be for c in verb.children)


def _has_years(noun: Token) -> bool:
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return above is not None and above.lemma_ in ("year", "month", "quarter", "decade")


def _financing(standing: Standing, trigger: Token, frame: Frame) -> None:
    noun = trigger.pos_ in ("NOUN", "PROPN")
    if noun and standing.status == "completed" and tree.under_way(trigger):
        standing.status = "ongoing"  # "is raising $3 million through a bond issue"
    verb = tree.governor(trigger) if noun else None
    if verb is None:
        return
    particles = {c.lower_ for c in verb.children if c.dep_ == "prt"}
    if verb.lemma_ in _PUT_OFF and not particles and standing.status in ("completed", "expected", "proposed"):
        standing.status = "expected"  # "postponed its flotation"
    elif verb.lemma_ == "pull" and not particles and standing.status in ("completed", "expected", "proposed"):
        standing.status = "cancelled"  # "pulled its bond sale"
    elif verb.lemma_ in _HAS and standing.status == "completed" and trigger.lemma_.lower() in _STANDING:
        standing.status = "ongoing"  # "has a credit line with"
    elif verb.lemma_ == "file" and standing.status == "completed":
        standing.status = "expected"  # "has filed for an initial public offering"
    elif verb.lemma_ == "launch" and standing.status == "proposed" and trigger.lemma_.lower() in _PAPER:
        standing.status = "ongoing" if verb.tag_ == "VBG" else "completed"  # "launched a €400m bond"


def _lawsuit(standing: Standing, trigger: Token, frame: Frame) -> None:
    verb = tree.governor(trigger) if trigger.pos_ == "NOUN" else trigger
    if "defender!" in frame.object or trigger.lemma_ == "proceed":
        standing.status, standing.negated = "ongoing", False  # the suit goes on until it is dismissed
        return
    if trigger.dep_ == "xcomp" and trigger.head.lemma_ == "threaten" and standing.status == "completed":
        standing.status = "proposed"  # "threatened to sue"
    launched = verb is not None and verb.lemma_ == "launch" and verb.tag_ in ("VBD", "VBN", "VBZ")
    if launched and standing.status == "proposed" and standing.cues == [verb]:
        standing.status = "completed"  # "launched a probe": it is under way
    if trigger.pos_ == "NOUN" and verb is not None and verb.lemma_ in _ENDING and standing.status != "cancelled":
        standing.status, standing.negated = "completed", False
    elif standing.status == "completed" and (tree.in_perfect(trigger) or _claims_now(verb)):
        standing.status = "ongoing"  # "has filed a suit", "is demanding $3 million"


def _claims_now(verb: Token | None) -> bool:
    return verb is not None and verb.lemma_ in _CLAIMING and verb.tag_ in ("VBZ", "VBP")


def _investment(standing: Standing, trigger: Token, frame: Frame) -> None:
    """ "Its existing $3 million investment in Tier": made, whatever comes of it."""
    told = trigger.pos_ == "NOUN" and standing.status in ("expected", "ongoing", "conditional")
    if told and any(c.lower_ in _MADE for c in trigger.children):
        standing.status, standing.cues = "completed", []
    if standing.status == "completed" and trigger.dep_ == "xcomp" and trigger.head.lemma_ == "announce":
        standing.status = "expected"  # "announced to expand its mill with an investment of"


_MADE = frozenset({"existing", "previous", "prior", "earlier", "past"})
_BY_TYPE = {
    "investment": _investment,
    "valuation": _valuation,
    "acquisition": _acquisition,
    "agreement": _agreement,
    "financing": _financing,
    "lawsuit": _lawsuit,
}


def with_sum(draft: Draft, trigger: Token, text: str, end: int, sums: Sequence[Money]) -> str:
    """The status of a payment, outlay or investment in the light of its sum: paid year by year, or on a condition."""
    own = next(m for m in sums if m.id == draft.money)
    verb = tree.governor(trigger) if trigger.pos_ == "NOUN" and draft.type == "investment" else None
    if verb is not None and verb.lemma_ in _TOLD and draft.status == "completed" and draft.object is None:
        return "expected"  # "announced a $3 million investment in its mill": a plan
    later = [m for m in sums if m.start >= own.end]
    if draft.status == "completed" and own.per in _PERIODS and _pays_now(trigger):
        return "ongoing"  # "he is paid $3 million a year"
    if draft.status == "expected" and _conditioned(text, own, end, later):
        return "conditional"  # "and up to $3 million if sales double"
    if draft.status == "conditional" and later and any(cue.start >= later[0].end for cue in draft.cues):
        listed = _AND.search(text, own.end, later[0].start)
        if listed and _conditioned(text, later[0], end, later[1:]):
            return "expected"  # the first of the two sums
    return draft.status


def _conditioned(text: str, entry: Money, end: int, later: Sequence[Money]) -> bool:
    found = _CONDITION.match(text, entry.end, end)
    return found is not None and not any(m.start < found.end() for m in later)


def _pays_now(verb: Token) -> bool:
    if any(c.dep_ == "auxpass" for c in verb.children):
        return any(c.dep_ == "auxpass" and c.tag_ in ("VBZ", "VBP") for c in verb.children)
    return verb.tag_ in ("VBZ", "VBP")
