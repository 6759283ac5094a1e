"""Those who leave a post that the article has told before: "Ada Tullow, treasurer of Acme, has left the company"."""

from __future__ import annotations

import re
from dataclasses import replace

from ...mentions import Sentence, Span
from ..draft import Draft
from .bodies import Bodies
from .posts import HE, Person, Place, Posts

#: Verbs of leaving that tell of other things too ("leaves Paris", "quit smoking").
_BARE = re.compile(r"(?:leav(?:e|es|ing)|left|exit(?:s|ed)?|retire[ds]?|depart(?:s|ed|ing)?|quits?)\Z")
#: What is left where no organisation is named.
_PLACE_OF_WORK = (
    r"(?:the|his|her|their)\s(?:[a-z-]+\s)?(?:company|firm|bank|group|post|job|role|position|business|board|club|agency"
    r"|organi[sz]ation|insurer|carmaker|airline|retailer|lender|team|ministry|government|cabinet|party|university|school"
    r"|council|charity|paper|newspaper|network|fund|chain|company['’]s\sboard)\b"
)
_WHEN = (
    r"(?:immediately|abruptly|suddenly|unexpectedly|last|this|next|earlier\sthis|later\sthis|effective|by\smutual|amid|yesterday|today"
    r"|tomorrow|with\simmediate|in\s(?:(?:early|mid|late)[\s-])?(?:[A-Z]\w*|\d{4}|the\s(?:spring|summer|autumn|fall|new\syear))|on\s(?:[A-Z]\w*|\d+)"
    r"|at\sthe\s(?:end|start)|after\s(?:\w+\s){1,3}(?:years?|months|decades|weeks|days)|following\s(?:a|the|his|her))\b"
)
#: Who leaves for a time only: "on Monday for a tour of Asia".
_TRIP = r"(?!\s[^.;,]{0,25}\sfor\san?\s(?:[\w-]+\s){0,2}(?:tour|trip|visit|holiday|vacation|meeting|summit)\b)"
#: What may follow "will leave" when it is the post that is left, and "left" or "retired".
_GOES = re.compile(
    rf"{_TRIP}\s?(?:[.,;]|(?:and|at|in|on|after|by|later|this|next|when|once|following|before|effective)\b"
    rf"|{_PLACE_OF_WORK}|{_WHEN}|$)"
)
_WENT = re.compile(
    rf"{_TRIP}\s(?:{_PLACE_OF_WORK}|{_WHEN}(?!\s\w+['’]s?\s[a-z])(?!\s[^.;,]{{0,20}}\sfor\s[A-Z]))"
)
_ENDS = re.compile(r"[.;]|$")
_OWN = re.compile(r"\s(?:the\s)?")
#: "from the navy", "from the index" behind a verb: another post than the one that is known.
_FROM = re.compile(
    r"\s(?:from|of)\s(?!(?:the|his|her|its|their)\s(?:[a-z-]+\s)?(?:company|firm|bank|group|board|post|job|role|duties)\b)"
)
_HAS = re.compile(r"\b(?:has|have|had)\s(?:\w+ly\s)?$")
#: "from which she resigned": what is left stands before.
_WHICH = re.compile(r"\b(?:from|of|to)\s(?:which|whom)\s$")


class Leavings:
    """Reads one article's verbs of leaving."""

    def __init__(self, posts: Posts, bodies: Bodies):
        self.posts, self.bodies = posts, bodies

    def of_known(
        self,
        number: int,
        change: str,
        rule: str,
        match: re.Match[str],
        person: Person,
        status: str,
        cue: Span,
        sentence: Sentence,
        places: list[Place],
    ) -> Draft | None:
        """ "The board removed Tullow": the title is the one the article has given the person before."""
        if change != "left" or rule.endswith(".noun"):
            return None
        if (own := self._of_title(match, person, sentence, places)) and not self._is_wish(match, sentence):
            place, body = own
            return self.posts.draft(number, rule, person[2], body, place, change, status, 1.0, (cue,))
        if person[2] not in self.posts.known:
            return None
        title, body, span = self.posts.known[person[2]]
        if _WHICH.search(self.posts.text, sentence.start, person[0]):
            return None
        named = not HE.fullmatch(self.posts.text, person[0], person[1])
        stateless = named and body is None and self.bodies.office(Place(span.start, span.end, False, title))
        if not (isinstance(body, str) or stateless) or self._is_wish(match, sentence):
            return None
        if not self._is_the_post(match, body, sentence, status):
            return None
        draft = Draft(
            "position",
            number,
            rule,
            subject=person[2],
            object=body,
            status=status,
            score=0.8,
            keys={"title": title, "change": change},
            cues=[span, cue],
        )
        draft.date = self.posts.date(sentence, match.end())
        return draft

    def _of_title(
        self, match: re.Match[str], person: Person, sentence: Sentence, places: list[Place]
    ) -> tuple[Place, str] | None:
        """The post in "anchor Ada Tullow left Acme": a title before the name, and its organisation behind the verb."""
        place = next((p for p in places if p.end + 1 == person[0] and not p.past), None)
        if place is None or not _BARE.match(match["verb"].lower()) or self.bodies.office(place):
            return None
        for low, high, party, _ in self.posts.resolution.overlapping(match.end(), sentence.end):
            if low < match.end():
                continue
            firm = self.posts.resolution.kind(party) in ("company", "organization")
            owns = self.posts.text.startswith(("'", "’"), high)
            if firm and not owns and _OWN.fullmatch(self.posts.text, match.end(), low):
                elsewhere = self.bodies.body_before(sentence, replace(place))
                return (place, party) if elsewhere in (None, party) else None
            return None
        return None

    def _is_the_post(self, match: re.Match[str], body: str | None, sentence: Sentence, status: str) -> bool:
        """Whether what stands behind the verb allows that it is the post at `body` that is left."""
        text, end = self.posts.text, match.end()
        if match["tail"]:
            return True  # "left his post"
        bare = _BARE.match(match["verb"].lower())
        for low, high, party, _ in self.posts.resolution.overlapping(end, sentence.end):
            if low < end:
                continue
            if party == body and _OWN.fullmatch(text, end, low):
                return bare is not None and not text.startswith(("'s", "’s"), high)
            break
        if bare is None:
            return _FROM.match(text, end, sentence.end) is None
        if status == "expected":
            return _GOES.match(text, end, sentence.end) is not None
        over = match["verb"].lower() in ("retired", "quit") or _HAS.search(text, sentence.start, match.start())
        return bool(_WENT.match(text, end, sentence.end) or (over and _ENDS.match(text, end, sentence.end)))

    def _is_wish(self, match: re.Match[str], sentence: Sentence) -> bool:
        """Whether somebody only should leave, or would if."""
        lead = self.posts.text[max(sentence.start, match.start() - 12) : match.start()]
        words = self.posts.text[sentence.start : sentence.end]
        return bool(re.search(r"\b(?:should|must|ought to|could|might|may)\s$", lead)) or bool(
            re.search(r"\bwould\s$", lead) and re.search(r"\b[Ii]f\b", words)
        )
