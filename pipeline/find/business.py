"""Words of business around a name: what is bought, owed, sold or led there is a firm's, whoever marked it as what.

A NER is seldom sure of a firm that an article names once and that bears a foreign or an invented name: it takes it for
a person or a place. What stands around such a name tells more: "sales at X", "X's bondholders", "a stake in X", "the
former X boss Ada Quill", "Japan's X". Nothing here is voted for a name that the article gives a title, an age or a form
of address.
"""

from __future__ import annotations

import re
from functools import cached_property

from .candidates import PartyCandidate
from .names import NameReader
from .scan import Before

#: What a sure word and a likely one are worth: a NER's mark is worth 1 at most.
STRONG, LIKELY, SLIGHT = 1.5, 0.6, 0.3
#: Reasons that prove a person.
_PERSONAL = frozenset(
    {"title", "honorific", "age", "degree", "kin", "byline", "a founder", "called by a form of address"}
)
#: "Sales at X", "a stake in X", "shareholders of X".
_SURE_BEFORE = Before(
    r"\b(?:(?:[Ss]hare|[Ss]tock|[Bb]ond|[Nn]ote)holders|[Cc]reditors|bondholders?|debenture holders|licensees"
    r"|franchisees|underwriters"
    r"|auditors|receivers|administrators|liquidators) (?:of|in|at) (?:the )?$"
    r"|\b(?:[Ss]ales|[Rr]evenues?|[Tt]urnover|[Pp]rofits?|[Ee]arnings|[Ll]osses|order book|(?:order )?backlog"
    r"|bookings"
    r"|margins|takings|premiums|deposits|assets under management|debts) at (?:the )?$"
    r"|\b(?:[Ss]takes?|[Ss]hareholding|[Ss]hares|[Ss]tock|[Bb]onds|equity interest|majority|minority"
    r"|controlling interest) (?:in|of)"
    r" (?:the )?$"
    r"|\b(?:owns?|owned|holds?|held|buy|buys|bought|buying|sell|sells|sold|selling|acquired?|acquiring|taken?|took"
    r"|purchased?) (?:[\w’'.-]+ ){0,4}?\d[\d.]*(?:%| per ?cent| percent) (?:stake |interest )?(?:of|in) (?:the )?$"
    r"|\b(?:takeover|hostile bid|flotation|privati[sz]ation|nationali[sz]ation|demerger|delisting|subsidiar(?:y|ies)"
    r"|division|affiliate|spin-?off|spin-?out|boards?|workforce|insolvency|bankruptcy|insurers?) (?:of|at"
    r"|from) (?:the )?$"
    r"|\b(?:takeover|bid|offer|approach) for (?:(?:[a-z]+(?:-[a-z]+)? )?rival )?$"
    r"|\b(?:be |been |was |were |is )(?:absorbed|swallowed up|taken over|supplied|manufactured|underwritten"
    r"|insured) by"
    r" (?:the )?$"
    r"|\b(?:its|their) (?:former |then |own )?(?:auditors|solicitors|stockbrokers|brokers|accountants|underwriters"
    r"|architects), $",
    "of in at from for by rival ,",
)
#: "A loan from X", "a pact with X", "ordered from X".
_LIKELY_BEFORE = Before(
    r"\b(?:loans?|borrow(?:ed|ing|s)?|credit|credit line|mortgage|funding|financing|investment|orders?|ordered"
    r"|contracts?"
    r"|supplies|bought|buying|purchased|leased|leasing|licensed|licen[cs]e|poached|hired|lured|recruited|backing"
    r"|[$€£¥][\d.]+(?: ?(?:million|billion|m|bn))?) (?:[\w’'-]+ ){0,3}?from (?:the )?$"
    r"|\b(?:contracts?|deals?|pacts?|partnership|partnered|joint venture|alliance|agreement|accord|memorandum"
    r"|merger|merge"
    r"|merging|merged|tie-up|collaboration|lease|supply deal) with (?:the )?$"
    r"|\b(?:acquired|bought|snapped up|purchased|owned|built|made|supplied|operated|developed|run|controlled"
    r"|backed) by"
    r" (?:the )?$"
    r"|\b(?:sold|sale|sell|selling|licensed|lease[ds]?|leasing|awarded|outsourced|supply|supplied|lent"
    r"|loan) (?:[\w’'.$€£%-]+ ){0,8}?to"
    r" (?:the )?$"
    r"|\b(?:invest(?:ed|ing|s|ment)?|pump(?:ed|ing|s)?|pour(?:ed|ing|s)?|put|puts|putting|plough(?:ed|ing)?"
    r"|inject(?:ed|ing|s)?"
    r"|sink(?:ing)?|sank) (?:[\w’'.$€£%-]+ ){1,6}?in(?:to)? (?:the )?$"
    r"|\b(?:[Ss]ue[sd]?|suing|(?:law)?suit against|complaint against|(?:co-)?founded|founding|quit|rejoined) $"
    r"|\b(?:job|career|stints?|spells?|years|months|time|(?:co-?)?worker|colleagues?|work(?:s|ed|ing)?|trained"
    r"|engineers?"
    r"|analysts?|strategists?|economists?|brokers?) (?:with|at) (?:the )?$",
    "from with by to in into at sue sues sued suing against founded founding quit rejoined",
)
#: What only firms do or are done, behind a name.
_SURE_AFTER = re.compile(
    r",? (?:which |has |have |had |is |was |will |would |to )*(?:be |been )?"
    r"(?:acquired by|taken over|spun (?:off|out)|floated|delisted|nationali[sz]ed|privati[sz]ed|recapitali[sz]ed"
    r"|wound up"
    r"|majority-owned|wholly owned|owned by|controlled by|headquartered|placed (?:in|into) (?:administration"
    r"|receivership)"
    r"|went (?:bust|under|into (?:administration|receivership|liquidation)))\b"
    r"|,? (?:has |have |had |also )?(?:posted|swung to|booked (?:a|net|revenue)|floated|delisted)\b"
    r"|, (?:(?:the|a|an) )?(?:maker|manufacturer|parent|part|supplier|distributor|exporter|importer|subsidiary) of\b"
    r"|-(?:owned|led|branded|listed|made)\b"
    r"|['’]s? (?:(?!own\b)[\w-]+ ){0,3}(?:profits?|loss(?:es)?|revenues?|turnover|earnings|ebitda|EBITDA"
    r"|dividends?|margins?"
    r"|sales (?:rose|fell|grew|were|climbed|dropped|slid|jumped))\b"
    r"|['’]s? (?:bondholders|creditors|takeover|flotation|market (?:capitali[sz]ation|value)|order (?:book|backlog)"
    r"|turnover|pre-?tax|operating (?:profit|loss|income)|net (?:profit|loss)|annual (?:results|profit|sales|revenue)"
    r"|quarterly|half-year|full-year|share price|subsidiary|subsidiaries|headquarters|workforce|factory|factories"
    r"|plants?|stores?|shops|branches|fleet|customers|employees|majority (?:owner|shareholder)|parent)\b"
)
#: "The former X boss Ada Quill".
_OFFICER = re.compile(
    r"['’]?s? (?:co-)?(?:boss|chief|chief [a-z]+ officer|chair|chair(?:man|woman|person)|(?:finance|managing"
    r"|operations"
    r"|sales|marketing|creative|technical) (?:director|chief|head)|director|executive|insider|veteran|heir"
    r"|alumn(?:us|a)"
    r"|co-?owner|owner)s? (?:(?:Mr|Ms|Mrs|Dr|Sir) )?[A-Z][a-z’'-]+ [A-Z]"
)
#: What firms mostly do, though a person may.
_LIKELY_AFTER = re.compile(
    r",? (?:has |have |had |also |is to |is set to |plans to |will |would |agreed to |wants to |aims to )*"
    r"(?:acquire[ds]?|buy|bought|order(?:ed|s)?|sign(?:ed|s)?|close[ds]?|rais(?:e|ed|es)|borrow(?:ed|s)?|supply"
    r"|supplies"
    r"|supplied|build(?:s)?|built|open(?:ed|s)?|launch(?:ed|es)?|operates?|makes|manufactures?|produces?|sells?"
    r"|sold|employs?"
    r"|hire[ds]?|invest(?:ed|s)?|merge[ds]?|lease[ds]?|licen[cs]e[ds]?|list|issue[ds]?|pric(?:e|ed|es)|lend|lent|lost"
    r"|earned|won|expand(?:ed|s)?|recall(?:ed|s)?|ship(?:s|ped)?)"
    r"(?= (?:its|an?|the|about|up|new|more|some|over|nearly|almost|another|\d|[$€£¥]|[A-Z]|to|from|with|in|into"
    r"|out)\b"
    r"| [$€£¥\d])"
    r"|['’]s (?:[$€£¥\w.,-]+ ){1,3}(?:takeover|acquisition|purchase|buyout|bid|offer|merger|stake|contract|order"
    r"|sale|loan)\b"
    r"| (?:shares|stock|bonds|executives?|shareholders|stores?|factory|plants?|workers|bosses|staff|management)\b"
)
#: A firm in the British plural: "Quill have sold".
_PLURAL = re.compile(r" (?:have|are|were) (?!you\b|we\b|they\b)[a-z]")
_JOINED = (" and", " or", ",", " nor", "&")
#: Words that stand before places: "In Leeds, a maker of ovens".
_AT_PLACES = frozenset({"in", "near", "outside"})
#: "Japan's X", "Oslo's X".
_OF_PLACE = re.compile(r"\b([A-Z][\w.]*(?: [A-Z][\w.]*)?)['’]s? (?:[a-z-]+ ){0,2}$")
_FROM_PLACE = re.compile(r" of (?:the )?([A-Z][\w.]*(?: [A-Z][\w.]*)?)(?=[\s,.;)])(?!['’])")
#: What goes on with another name or thing: "a stake in Quill's mill", "a stake in Leeds-based Quill".
_GOES_ON = re.compile(
    r"-\w|['’]s?\b|\s(?:[A-Z]|company|firm|bank|maker|assets?|operations|plant|business|family|estate)"
)


class Business(NameReader):
    """Weighs the candidates of one article by the words of business around them."""

    @cached_property
    def _persons(self) -> frozenset[str]:
        """Names told to be persons', and the surnames of all full names that a NER takes for persons'."""
        told = [c for c in self.found.values() if c.votes["person"]]
        proven = {c.text for c in told if not _PERSONAL.isdisjoint(c.reasons)}
        full = [c.text.split() for c in told if " " in c.text]
        return frozenset(proven | {part for parts in full for part in (parts[0], parts[-1])})

    def _weigh_business_words(self, candidate: PartyCandidate, before: str, last: str) -> None:
        """Votes for a firm where business is told of a name that nobody is sure of."""
        votes, after = candidate.votes, candidate.end
        if candidate.heading or votes["company"] + votes["public_body"] + votes["organization"] > 0:
            return
        if self.words.is_place(candidate.text):
            return
        if candidate.text in self._persons:
            return
        text = self.text
        if _SURE_BEFORE.search(before, last) and not self._goes_on_as(candidate):
            candidate.vote("org", STRONG, "business is told of it")
            return
        if last not in _AT_PLACES and (_OFFICER.match(text, after) or _SURE_AFTER.match(text, after)):
            candidate.vote("org", STRONG, "business is told of it")
            return
        weight = 0.0
        if _PLURAL.match(text, after) and not before.rstrip().endswith(_JOINED):
            weight += 1
        if _LIKELY_BEFORE.search(before, last) and not self._goes_on_as(candidate):
            weight += LIKELY
        if _LIKELY_AFTER.match(text, after):
            weight += LIKELY
        if (owner := _OF_PLACE.search(before)) and self.words.is_place(owner[1]):
            weight += LIKELY
        elif (origin := _FROM_PLACE.match(text, after)) and self.words.is_place(origin[1]):
            weight += SLIGHT
        if weight and votes["person"] and " " not in candidate.text:
            weight += SLIGHT  # a surname alone is of somebody whom the article names in full
        if weight:
            candidate.vote("org", weight, "business is told of it")

    def _goes_on_as(self, candidate: PartyCandidate) -> bool:
        """Whether what the words before tell is of something else: "a stake in Quill's mill", "Quill-based"."""
        return _GOES_ON.match(self.text, candidate.end) is not None
