"""What a house has done so far, told by its sum: "has closed more than $7 billion in transactions since 2012".

Brokers, builders, lenders and law firms tell of their size by the deals, works and verdicts that they have to their
name. One deal is none: the words must count many, and be of a whole past ("has", "since", "to date") or of each year.
"""

from __future__ import annotations

import re

from ...mentions import Span
from ...records import Money

RULE = "result.tally"

_MORE = (
    r"(?:(?:about|approximately|around|roughly|nearly|almost|over|more|than|in|excess|of|upwards?|well|a|an|the|total|combined|some"
    r"|at|least|up|to|estimated|impressive|staggering|aggregate|close|just|another|additional|record|circa|its|their|our)\s)*"
)
#: Deeds done in numbers, and how they are called.
_DID = (
    r"complet(?:ed?|es|ing)|clos(?:ed?|es|ing)|execut(?:ed?|es|ing)|arrang(?:ed?|es|ing)|handl(?:ed?|es|ing)|broker(?:ed|s|ing)?"
    r"|facilitat(?:ed?|es|ing)|originat(?:ed?|es|ing)|financ(?:ed|es|ing)|funded|funds|funding|plac(?:ed|es|ing)|structur(?:ed|es|ing)"
    r"|sold|sells|transact(?:ed|s|ing)|negotiat(?:ed|es|ing)|advis(?:ed|es|ing)\son|underwritten|underwrites|process(?:ed|es|ing)"
    r"|develop(?:ed|s|ing)|built|builds|deliver(?:ed|s|ing)|syndicat(?:ed|es|ing)|deploy(?:ed|s|ing)|manag(?:ed|es|ing)"
    r"|oversee(?:s|n)|overs(?:aw|eeing)|constructed|marketed|leased|settled|insured|represented"
)
_GOT = (
    r"recover(?:ed|s|ing)?|secur(?:ed|es|ing)|w(?:on|ins|inning)|obtain(?:ed|s|ing)|collect(?:ed|s|ing)"
    r"|deliver(?:ed|s|ing)"
)
_DEEDS = (
    r"(?:transactions|deals|sales|loans|projects|properties|financings|refinancings|mortgages|homes|leases|exits|closings|contracts"
    r"|developments|construction|real\sestate|work|works|mandates|assignments|acquisitions|dispositions|trades|payments|orders"
    r"|purchases|shipments|policies|recapitali[sz]ations|engagements|listings|investments|buildings|communities|apartments"
    r"|(?:debt|equity|project|real\sestate|small\sbusiness|bridge|construction|commercial)?\s?financing|capital\splaced|loan\sproceeds)"
)
_AWARDS = (
    r"(?:verdicts|settlements|recoveries|compensation|damages|judge?ments|awards|results|case\sresults|jury\sawards|benefits)"
)
_KIND = r"(?:(?!(?:for|to|from|by|with|that|which|at|on)\s)[\w&/,’'-]+\s){0,6}?"
#: "more than $3 billion in debt and equity financing", "$3 billion worth of homes".
_IN_DEEDS = re.compile(rf"\+?\s(?:in|of|worth\sof)\s{_KIND}{_DEEDS}\b(?!\s(?:volume|value))", re.I)
_IN_AWARDS = re.compile(rf"\+?\s(?:in|of|worth\sof)\s{_KIND}{_AWARDS}\b", re.I)
_FOR_CLIENTS = re.compile(
    r"\+?\s(?:(?:on\sbehalf\sof|for)\s(?:(?:its|their|our|the|injured|his|her|many|countless|\w+)\s){0,3}"
    r"(?:clients|victims|plaintiffs|consumers|survivors|families|workers|policyholders|patients|injured|investors|taxpayers))\b",
    re.I,
)
_DONE = re.compile(rf"\b(?P<verb>{_DID})\s{_MORE}$", re.I)
_GOTTEN = re.compile(rf"\b(?P<verb>{_GOT})\s{_MORE}$", re.I)
#: "closed 58 deals with a total volume of", "built homes valued at".
_WORTH = re.compile(
    rf"\b(?P<verb>{_DID})\s(?P<what>(?:[^\s;:()]+\s){{0,9}}?(?:[\w-]+[ -])?(?!contracts|orders){_DEEDS})"
    r"(?:\s(?:(?:in|across|for|to|of|throughout|nationwide|worldwide|annually|globally|on)\s)?(?:[^\s;:()]+\s?){0,6}?)??,?\s"
    r"(?:(?:valued|priced)\sat|totall?ing|worth|representing|exceeding|amounting\sto|(?:with|for|at|having|comprising|representing)\s"
    r"(?:an?|the)\s(?:\w+\s){0,3}(?:value|volume|consideration|worth|cost|capitali[sz]ation)\s(?:of|at|exceeding|surpassing|topping|above)?)\s?"
    rf"{_MORE}$",
    re.I,
)
#: One deed counts none: "completed the sale of", "closed a transaction".
_MANY = re.compile(
    r"\b(?:\d[\d,]*\+?|dozens|hundreds|thousands|scores|annual(?:ly)?|several|numerous|multiple|countless|many|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|twenty|more\sthan|over)\b",
    re.I,
)
#: A whole past, or every year.
_SO_FAR = re.compile(
    r"\b(?:since|to\sdate|so\sfar|inception|founding|history|lifetime|over\sthe\s(?:past|last|course|years)"
    r"|in\sthe\s(?:past|last)|(?:past|last)\s(?:\w+\s){1,2}(?:years|months|decades?)|track\srecord|throughout"
    r"|annually|annual|(?:per|each|every|a)\syear|year[- ]to[- ]date|across\s(?:more\sthan\s|over\s|nearly\s|some\s)?\d"
    r"|cumulative(?:ly)?|collectively|in\stotal|decades?|now|already|in\s(?:the\s\w+\s(?:half|quarter)\sof\s)?(?:fiscal\s)?\d{4})\b",
    re.I,
)
_PERFECT = re.compile(r"\b(?:has|have|having|['’]ve)\s(?:\w+\s){0,3}$", re.I)
#: What is wanted or done to oneself is no deed: "plans to close", "will have".
_NOT_YET = re.compile(
    r"\b(?:will|would|plans?|planned|expects?|expected|seeks?|aims?|to|could|can|may|agreed|looking)\s(?:\w+\s)?$", re.I
)


def tally(text: str, sentence: Span, money: Money) -> Span | None:
    """The verb of the deeds that a sum counts; None when it counts none."""
    lead, tail = text[sentence.start : money.start], text[money.end : money.end + 110]
    found = _WORTH.search(lead)
    if found:
        many = _MANY.search(found["what"]) or _MANY.search(lead, found.end("what"))
    elif _IN_DEEDS.match(tail):
        found = _DONE.search(lead)
        many = found
    elif _IN_AWARDS.match(tail) or _FOR_CLIENTS.match(tail):
        found = _GOTTEN.search(lead)
        many = found
    if not found or not many or _NOT_YET.search(lead, 0, found.start("verb")):
        return None
    perfect = _PERFECT.search(lead, 0, found.start("verb")) is not None
    bounded = money.qualifier in ("more_than", "at_least", "about")
    past = _SO_FAR.search(text, sentence.start, sentence.end) is not None
    counted = found.re is _WORTH and _COUNT.search(found["what"])
    if (perfect and (bounded or past or counted)) or (past and (bounded or counted or _EACH_YEAR.search(lead + tail))):
        return Span(sentence.start + found.start("verb"), sentence.start + found.end("verb"))
    return None


_COUNT = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds)\b")
_EACH_YEAR = re.compile(r"\b(?:annually|annual|(?:per|each|every|a)\syear|across\s(?:more\sthan\s|over\s)?\d)\b", re.I)
#: The words that a tally needs somewhere: a cheap test whether a sentence may have one.
_THING = rf"\b(?:{_DEEDS}|{_AWARDS}|clients|victims)\b"
_ACT = rf"\b(?:{_DID}|{_GOT})\b"
HINT = re.compile(rf"{_THING}.*{_ACT}|{_ACT}.*{_THING}", re.I)
