"""Who follows whom in a post: "Ada Tullow will succeed Tom Rey", "Tom Rey made way for Ada Tullow as chairman".

Both halves of a change are told at once: one person takes what the other leaves. What the post is stands in the
sentence ("replaced as chairman by"), or the article has told it before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...mentions import Sentence, Span
from ..draft import Draft
from .bodies import Bodies
from .posts import Body, Person, Place, Posts

MODAL = (
    r"(?:(?:has|have|had|will|would|is|are|was|were|to|also|now|formally|recently|be|been|being|due|set|then|expected|likely"
    r"|immediately|\w+ly)\s){0,5}"
)
PICKED = (
    r"(?:(?:named|appointed|chosen|picked|tapped|hired|selected|elected|nominated|promoted|brought\sin)\s(?=to\s))?(?:to\s)?"
)
#: Before the second name: who that is, in a few words.
_WHOM = r"(?:(?!(?:as|by|in|on|at|that|said|says|who|which|and|but|with|for|to|from)\s)[\w’'&.-]+,?\s){0,7}"
#: Between the one who takes a post and the one who had it.
_FOLLOWS = re.compile(
    r"(?:,\s(?!(?:who|which|and|said|says)\b)[^,;:.“”]{1,70}(?=,))?(?:,?\s(?:who|and)|,)?\s"  # ", 56"
    rf"(?P<lead>{MODAL}{PICKED})(?P<verb>succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)"
    r"|(?P<over>(?:take|takes|took|taking)\s(?:over|the\s(?:helm|reins|job|post|chair|top\sjob))(?:(?:\s[^,;.“”]{2,50}?)?\sfrom)?))\s"
    rf"{_WHOM}"
)
#: Between the one who leaves a post and the one who takes it.
_FOLLOWED = re.compile(
    rf"(?P<aside>[^;:“”\"]{{0,140}}?)(?P<lead>\b{MODAL})(?P<verb>"
    r"(?:succeeded|replaced)\b(?:\s[^,;.“”]{2,70}?)?\sby"
    r"|(?:made|makes|make|making)\sway\b(?:\s[^,;.“”]{2,40}?)?\sfor"
    r"|(?:hand(?:s|ed|ing)?|pass(?:es|ed|ing)?|turn(?:s|ed|ing)?|ced(?:e|es|ed|ing)|yield(?:s|ed|ing)?|surrender(?:s|ed|ing)?)\s"
    r"(?:over\b(?:\s[^,;.“”]{2,60}?)?|(?:the\s)?(?:control|reins|helm|baton|torch|gavel|keys|mantle|leadership"
    r"|(?:post|job|role|title|chair\w*|presidency|position)\b(?:\s[^,;.“”]{2,50}?)?)(?:\sover|\son)?)\sto"
    rf")\s{_WHOM}"
)
#: A word that each of these has, which is sought first as it is quick.
_GATE = re.compile(r"succeeded|replaced|\sway\b|hand|pass|turn|\bced|yield|surrender")
#: "replaced chairman Tom Rey with Ada Tullow": before the first name, and between the two.
_REPLACES = re.compile(rf"(?P<lead>\b{MODAL})(?P<verb>replac(?:e|es|ed|ing))\s{_WHOM}$")
_WITH = re.compile(rf"(?:\sas\s[^,;.“”]{{2,60}}?)?\s(?P<with>with)\s{_WHOM}")
#: "with Ada Tullow taking over" behind the one who leaves.
_AND = re.compile(rf"(?:,\s|,?\s(?:with|and|while)\s){_WHOM}$")
_TAKES = re.compile(
    r"(?:,\s[^,;.“”]{2,60},)?\s(?P<lead>(?:(?:will|to|is|set|due|would|has)\s){0,3})"
    r"(?P<verb>(?:tak(?:e|es|ing)|took)\s(?:over|(?:on\s)?(?:his|her|the)\s(?:place|reins|helm|job|role|post|position))"
    r"|step(?:s|ped|ping)?\s(?:in\b|up\b|into\s(?:his|her|the)\s(?:role|post|job|position))"
    r"|(?:succeed|replac)\w*\s(?:him|her)\b|fill(?:s|ed|ing)?\sin\b|assum\w+\s(?:his|her|the)\s(?:role|post|position|duties)\b)"
    r"(?!\s(?:from|to|for|of|at)\s)"
)
#: What "took over from" needs behind the second name, where no title tells the post.
_OLD_POST = re.compile(r"['’]s?\s(?:old|former|previous)?\s?(?:post|role|job|position|duties)\b")
FUTURE = re.compile(r"\b(?:will|would|to|set|due|is|are)\s")
PAST = re.compile(r"\b(?:was|were|has|have|had|been|being)\b")
_AS = re.compile(
    r",?\s(?:as|in\sthe\s(?:role|post|position)\sof)\s(?:the\s[a-z-]+['’]s\s)?(?:(?:the|its|their|interim|acting|new|next)\s)*"
)
#: Between a first name and the verb nobody else speaks or acts.
_OTHER_CLAUSE = re.compile(r"\b(?:said|says|told|that|which|while|but|because|whose)\b")
_TOOK = re.compile(r"took|succeeded|replaced")
_WHO = re.compile(r",?\swho\s")
#: Nouns for a post in the words of a handover: "the chairmanship of Acme".
_OFFICE = re.compile(
    r"\bthe\s(?P<office>chairmanship|chair|presidency|leadership|directorship|captaincy|mayoralty|premiership|governorship"
    r"|stewardship|editorship)\b(?:\sof\s)?"
)


#: What nobody hands over.
PERSONAL = re.compile(r"(?i)\b(?:founder|professor|analyst|lawyer|attorney|owner)s?\Z")


class _Post(NamedTuple):
    title: str
    body: Body | None
    cue: Span | None


class Handovers:
    """Reads one sentence after another."""

    def __init__(self, posts: Posts, bodies: Bodies):
        self.posts, self.bodies = posts, bodies

    def find(
        self, number: int, sentence: Sentence, people: list[Person], places: list[Place], told: Sequence[Draft]
    ) -> Iterator[Draft]:
        """Both halves of each change, `told` being the drafts that the sentence has given."""
        text = self.posts.text
        for at, first in enumerate(people):
            second = next((p for p in people[at + 1 :] if p[2] != first[2] or p[0] >= first[1]), None)
            if second is None or second[2] == first[2]:
                continue
            gap = (first[1], second[0])
            if match := _FOLLOWS.fullmatch(text, *gap):
                post = self._post(sentence, places, match, (first, second), second, first, told)
                bare = match["over"] and not match["over"].endswith("from")
                if not bare or _OLD_POST.match(text, second[1], sentence.end):
                    yield from self._both(number, sentence, first, second, post, match, told)
                continue
            match = _FOLLOWED.fullmatch(text, *gap) if _GATE.search(text, *gap) else None
            if match and _OTHER_CLAUSE.search(match["aside"]):
                continue
            if match is None and _WITH.fullmatch(text, *gap):
                match = _REPLACES.search(text, max(sentence.start, first[0] - 90), first[0])
            if match:
                post = self._post(sentence, places, match, (first, second), first, second, told)
                yield from self._both(number, sentence, second, first, post, match, told)
        yield from self._with(number, sentence, people, told)

    def _with(self, number: int, sentence: Sentence, people: list[Person], told: Sequence[Draft]) -> Iterator[Draft]:
        """ "Tom Rey will retire as chairman, with Ada Tullow taking over"."""
        text = self.posts.text
        left = [d for d in told if d.keys["change"] == "left"]
        for low, high, person in people:
            before = [d for d in left if d.cues[-1].end <= low and d.subject != person]
            match = _TAKES.match(text, high, sentence.end) if before else None
            if match is None or not _AND.search(text, before[-1].cues[-1].end, low):
                continue
            draft = before[-1]
            keys = {"title": draft.keys["title"], "change": "appointed"}
            date = self.posts.date(sentence, match.end()) or draft.date
            cues = [draft.cues[0], Span(*match.span("verb"))]
            yield replace(
                draft, rule="position.succession", subject=person, score=0.85, keys=keys, cues=cues, date=date
            )

    def _post(
        self,
        sentence: Sentence,
        places: list[Place],
        match: re.Match[str],
        names: tuple[Person, Person],
        old: Person,
        new: Person,
        told: Sequence[Draft],
    ) -> _Post | None:
        """What is handed over: told between the names or behind them, in the sentence's other facts, or before."""
        first, second = names
        own = next((d for d in reversed(told) if d.subject == old[2] and d.keys["change"] in ("left", "holds")), None)
        for place in places:
            inside = match.start("verb") <= place.start and place.end < second[0] - 1
            behind = _AS.fullmatch(self.posts.text, second[1], place.start) is not None
            if not place.past and (behind or (inside and place.start > first[1])):
                return self._of(sentence, replace(place), own, old, new)
        if office := _OFFICE.search(self.posts.text, match.start("verb"), second[0]):
            place = Place(*office.span("office"), False, office["office"])
            return self._of(sentence, place, own, old, new)
        if own and not PERSONAL.search(own.keys["title"]):
            return _Post(own.keys["title"], own.object or own.object_text, None)
        moved = any(d.subject == old[2] and d.keys["change"] == "appointed" for d in told)  # ", who became chairman"
        known = (None if moved else self.posts.known.get(old[2])) or self.posts.taken.get(new[2])
        if known is None and match.re is _FOLLOWS and (_TOOK.match(match["verb"]) or _WHO.match(match[0])):
            known = self.posts.known.get(new[2])  # who "took over" has the post, who "takes over" may have another
        return _Post(known[0], known[1], None) if known and not PERSONAL.search(known[0]) else None

    def _of(self, sentence: Sentence, place: Place, own: Draft | None, old: Person, new: Person) -> _Post:
        """The post of a title with its organisation, which the title or the old holder's post tells."""
        self.bodies.widen(sentence, place)
        body: Body | None = self.bodies.body_of(sentence, place) or self.bodies.body_before(sentence, place, old[1])
        if body is None and own:
            body = own.object or own.object_text
        if body is None:
            known = self.posts.known.get(old[2]) or self.posts.known.get(new[2])
            body = (known and known[1]) or self.bodies.context(sentence, place) or self.posts.resolution.main
        return _Post(place.text, body, Span(place.start, place.end))

    def _both(
        self,
        number: int,
        sentence: Sentence,
        new: Person,
        old: Person,
        post: _Post | None,
        match: re.Match[str],
        told: Sequence[Draft],
    ) -> Iterator[Draft]:
        if post is None or post.body is None:
            return
        lead = match["lead"] or ""
        known = next((d for d in reversed(told) if d.subject in (old[2], new[2]) and d.keys["change"] != "holds"), None)
        future = bool(FUTURE.search(lead)) and not PAST.search(lead)
        if match["verb"].split()[0].endswith("ing") and re.search(r"\b(?:is|are)\s", lead):
            future = True
        if lead.strip() in ("", "be") and known:
            future = known.status == "expected"
        status = "expected" if future else "completed"
        date = self.posts.date(sentence, match.start("verb")) or (known.date if known else None)
        cue = Span(match.start("verb"), match.end("verb"))
        for person, change in ((new, "appointed"), (old, "left")):
            yield Draft(
                "position", number, "position.succession", person[2],
                post.body if isinstance(post.body, str) else None,
                object_text=post.body if isinstance(post.body, Span) else None,
                status=status, date=date, score=0.9 if post.cue else 0.8,
                keys={"title": post.title, "change": change}, cues=[cue, post.cue] if post.cue else [cue],
            )  # fmt: skip
