"""What a sum behind a verb of earning, losing or owing must look like to be a figure of who does it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...mentions import Span
from ...records import Money
from .gaps import ALONE, HELD_FOR


@dataclass(frozen=True, slots=True)
class Word:
    """What a word that names a metric says of it; see `rules`."""

    metric: str
    rule: str
    stock: bool = False
    forward: bool = False
    verb: bool = False
    bare: bool = False
    booked: bool = False
    unit: bool = False
    taxed: bool = False


#: "owes its creditors $3 million": whom a debt is owed to, if they have no name.
OWED_TO = re.compile(
    r"\s(?:(?:its|their|the|various|several|other|foreign|local|unsecured|secured|international)\s){0,3}"
    r"(?:creditors|banks|lenders|suppliers|bondholders|noteholders|vendors|contractors|workers|employees|staff|customers|investors"
    r"|depositors|landlords|tax\sauthorities|taxman)\s(?:(?:a|some|about|around|nearly|almost|more|than|over|at|least|up|to|total|of"
    r"|roughly|another|further)\s){0,4}"
)
#: "Kerr, owed $3 million", "is owed": the sum is a claim, no debt.
_CLAIM = re.compile(r"(?:,|\b(?:is|are|was|were|be|been|being|money|sums?|amounts?|debts?)(?:\s\w+ly|\sstill)?)\s$")
_FEE = re.compile(r"\s(?:[\w-]+\s)?(?:fees?|penalty|penalties|fines?|payments?|bonus|bonuses|refunds?|dividends?)\b")
_TAXED = re.compile(r"\s(?:before|after)\stax(?:es)?\b")
#: "pulled in $3 million from a group led by": money raised, not earned.
_FROM_BACKERS = re.compile(
    r"\s(?:in\s\w+\s)?from\s(?:(?:an?|the|its|new|existing|private|outside|some|several|two|three|\d+)\s){0,3}(?:[\w-]+\s){0,2}"
    r"(?:investors?|backers?|groups?|consortium|lenders?|funds?|syndicate|shareholders?|banks?|donors?|benefactors?|angels?|firms?)\b"
    r"|\s(?:in\s\w+\s)?from\s(?:[A-Z][\w&.-]*\s){1,3}(?:Capital|Ventures?|Equity|Partners)\b"
)
#: "wrote off $3 million it had lent".
_LENT = re.compile(
    r"\s(?:it|that\sit|which\sit|they"
    r"|(?:of|in|on)\s(?:[\w-]+\s){0,2}(?:loans?|debts?|goodwill|assets|investments?|inventory))\b"
)
_TIMED = re.compile(
    r"\s(?:(?:in|for|during|over|through)\s(?:the\s|its\s)?(?=\w)|a\s(?:year|month|quarter|week)\b|(?:last|this)\s(?:year|quarter|month)\b)"
)
_LEAD_TIME = re.compile(
    r"(?:^|[.,;]\s)(?:(?:In|Over|For|During)\s(?:the\s)?)?[^,;$€£]{0,25}?"
    r"\b(?:year|years|quarter|half|months?|(?:19|20)\d\d)(?:\s(?:ago|earlier|before))?,?\s(?:[\w’'.&-]+\s){1,4}$"
)


def takes(text: str, sentence: Span, at: Span, money: Money, known: Sequence[Span], word: Word) -> bool:
    """Whether the sum behind a verb is what its subject earns, loses, holds or owes."""
    verb = text[at.start : at.end].lower()
    if _FEE.match(text, money.end):
        return False  # "owes a $3 million fee"
    if verb == "owed" and _CLAIM.search(text, sentence.start, at.start):
        return False
    if word.metric == "revenue" and _FROM_BACKERS.match(text, money.end, sentence.end):
        return False
    if word.taxed:
        return _TAXED.match(text, money.end) is not None or _timed(text, sentence, at, money, known)
    if word.rule == "result.verb-writes-off" and _LENT.match(text, money.end):
        return True
    if word.stock and HELD_FOR.match(text, money.end, sentence.end):
        return True
    return not word.bare or ALONE.match(text, money.end, sentence.end) is not None


def _timed(text: str, sentence: Span, at: Span, money: Money, known: Sequence[Span]) -> bool:
    """Whether a sum was made in a time and with nothing: "made $3 million in 2023", "a year ago it made $3 million"."""
    if not ALONE.match(text, money.end, sentence.end):
        return False
    behind = _TIMED.match(text, money.end, sentence.end)
    if behind:
        dated = any(span.start <= behind.end() < span.end for span in known)
        return dated or not re.match(r"\s(?:in|for|during|over|through)\b", behind[0])
    ends = re.match(r"\s*(?:[.;,]|$)|\s(?:and|but|compared|against|versus)\b", text[money.end : sentence.end])
    return ends is not None and _LEAD_TIME.search(text[sentence.start : at.start]) is not None
