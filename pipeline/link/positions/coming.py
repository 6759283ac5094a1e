"""Whether a change of post has happened or is still to come: "will step down", "is leaving", "joins on 1 August"."""

from __future__ import annotations

import re

from ...mentions import Sentence
from .posts import Posts

_FUTURE = re.compile(
    r"\b(?:will|would|to|shall|plans to|set to|about to|expected to|intends to|agreed to|is|are|may"
    r"|could)\s(?:\w+ly\s|then\s|be\s|formally\s)?$",
    re.IGNORECASE,
)
BE = re.compile(r"\b(?:was|were|is|are|been|be|being|gets|got)\s(?:\w+ly\s|also\s|recently\s)?$")
#: What somebody who "is" or "was" doing it has yet to do.
_GOING = ("leaving", "departing", "retiring", "resigning", "joining", "stepping down", "returning", "replacing")
#: Before "to": "was forced to resign" has happened, "has agreed to resign" has not.
_FORCED = re.compile(
    r"\b(?:forced|compelled|obliged|had|voted|went\son|rose|came\sback|returned|promoted|elevated|hired|named|appointed|chosen|elected"
    r"|picked|tapped|selected|recruited|brought\sin|voted(?:\s[\w-]+){1,4})\sto\s(?:be\s)?$"
)
_AGREED = re.compile(
    r"\b(?:agreed|decided|pledged|promised|announced\splans|intended|planned|scheduled|slated|set|due|expected|likely|poised"
    r"|tipped|about|opted|preparing|prepared)\sto\s(?:be\s)?$"
)
#: Verbs in the present tense that a day to come puts into the future.
_PRESENT = re.compile(
    r"(?:becomes|joins|takes|starts|succeeds|replaces|assumes|leaves|exits|departs|retires|resigns|quits|returns|moves"
    r"|begins|steps|stands|bows|rejoins|hands|goes)\b"
)
#: "left Acme in May to become", "is leaving Acme to become".
_LEFT_TO = re.compile(
    r"\b(?:(?P<past>left|quit|resigned|departed|exited|returned|moved|stepped\sdown)|leav(?:e|es|ing)|quits|departs|departing|exits|returns"
    r"|moves|resigns|steps\sdown)\b(?:(?!\b(?:said|told|that|who|which|and)\b)[^;:“”\"]){0,80}?\sto\s$"
)
#: "Has been", "was formally": a perfect or passive, with no "will" or "to" of another verb between.
_HAPPENED = re.compile(r"\b(?:was|were|has|have|had)\s(?:(?!(?:will|would|to|shall|may|could)\b)\w+\s)*$")
#: How far behind a verb in the present tense the day stands.
REACH = 110


def status_of(posts: Posts, match: re.Match[str], voice: str, sentence: Sentence) -> str:
    """The status of the change that a verb tells."""
    verb = match[0].lower()
    lead = posts.text[max(sentence.start, match.start() - 40) : match.start()]
    if match[0].lower().endswith(_GOING) and BE.search(lead):
        return "expected"  # "said that its chief was leaving"
    if match[0].lower() in ("will be", "to be"):
        return "expected"
    behind = (match.end(), min(sentence.end, match.end() + REACH))
    if voice == "active" and _PRESENT.match(verb) and posts.is_to_come(*behind):
        return "expected"
    if past := _LEFT_TO.search(posts.text, max(sentence.start, match.start() - 110), match.start()):
        return "completed" if past["past"] and not posts.is_to_come(past.start(), match.start()) else "expected"
    if _AGREED.search(lead):
        return "expected"
    if _FORCED.search(lead) or not _FUTURE.search(lead) or _HAPPENED.search(lead):
        return "completed"
    now = voice == "passive" and re.search(r"\b(?:is|are) $", lead)
    return "completed" if now else "expected"
