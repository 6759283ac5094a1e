"""Posts told by what they are for: "tapped Ada Tullow to lead its Asian business", "was hired to run Acme's mills"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...mentions import Sentence, Span
from ..draft import Draft
from .posts import Person, Place, Posts
from .undone import undone

RULE = "position.to-lead"

_PARTICIPLE = r"hired|tapped|appointed|named|picked|chosen|recruited|promoted|selected|brought\sin|drafted\sin|poached"
#: Before the name of whom a firm hires, with what they were.
_HIRES = re.compile(
    r"(?P<verb>\b(?:hires|hired|hiring(?:\sof)?|taps|tapped|tapping|appoints|appointed|appointing|appointment\sof|names|named"
    r"|naming|picks|picked|chose|recruits|recruited|promotes|promoted|promotion\sof|selects|selected|brought\sin|poached))\s"
    r"(?:(?!(?:to|as|in|by|on|and|that|who|was|been)\s)[\w&’',.-]+\s){0,6}?$"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been|being|not)\s(?:\w+ly\s)?$")
#: "to lead its Asian business": what is led must be a part of a firm, and no case, race or inquiry.
_TO_LEAD = (
    r"to\s(?:help\s|jointly\s)?(?P<lead>lead|head|run|oversee|spearhead|manage|helm)\s(?:up\s)?"
    r"(?P<what>(?:(?:its|the|their|our|a)\s)?(?:new\s)?(?:(?!(?:of|for|in|to|and|that|who|which)\s)[\w&’'/.-]+\s){0,6}?"
    r"(?:business|businesses|operations?|units?|divisions?|arm|teams?|group|practice|strategy|office|desk|department|region"
    r"|franchise|bank|company|firm|branch|platform|sales|marketing|expansion|portfolio|functions?|subsidiary))\b"
)
_ACTIVE = re.compile(rf"(?:,\s[^,;.]{{2,80}},)?\s{_TO_LEAD}")
_HIRED = re.compile(
    rf"(?:,\s[^,;.]{{2,80}},)?\s(?:who\s)?(?:(?P<coming>will\sbe)|has\sbeen|have\sbeen|was|is)\s(?:also\s|recently\s)?"
    rf"(?P<verb>{_PARTICIPLE})\s(?:by\s(?P<by>[^,;]{{2,50}}?)\s)?{_TO_LEAD}"
)


class Tasks:
    """Reads one sentence after another."""

    def __init__(self, posts: Posts):
        self.posts = posts

    def find(
        self, number: int, sentence: Sentence, people: Sequence[Person], told: Sequence[Draft]
    ) -> Iterator[Draft]:
        """The posts that people take for a task, but where `told` has one that they take."""
        taken = {draft.subject for draft in told if draft.keys["change"] == "appointed"}
        for person in (p for p in people if p[2] not in taken):
            if found := self._active(sentence, person) or self._passive(sentence, person):
                body, verb, task = found
                coming = task.groupdict().get("coming") is not None
                place = Place(*task.span("lead"), False, task["lead"])
                status = "expected" if coming else "completed"
                yield self.posts.draft(number, RULE, person[2], body, place, "appointed", status, 0.9, (verb,))

    def _active(self, sentence: Sentence, person: Person) -> tuple[str, Span, re.Match[str]] | None:
        """ "Acme hired Ada Tullow to lead its Asian business"."""
        text = self.posts.text
        task = _ACTIVE.match(text, person[1], sentence.end)
        verb = _HIRES.search(text, max(sentence.start, person[0] - 90), person[0]) if task else None
        if not task or not verb or _PASSIVE.search(text, sentence.start, verb.start()):
            return None
        if undone(text, sentence.start, verb.start(), verb["verb"]):
            return None
        body = next(
            (
                party
                for low, _, party, _ in reversed(self.posts.resolution.overlapping(sentence.start, verb.start()))
                if self.posts.is_body(party)
                and text.rfind("(", sentence.start, low) <= text.rfind(")", sentence.start, low)
            ),
            None,
        )
        return (body, Span(*verb.span("verb")), task) if body else None

    def _passive(self, sentence: Sentence, person: Person) -> tuple[str, Span, re.Match[str]] | None:
        """ "Ada Tullow was hired by Acme to lead its Asian business", "was tapped to lead Acme's Asian business"."""
        task = _HIRED.match(self.posts.text, person[1], sentence.end)
        where = task and (task.span("by") if task["by"] else task.span("what"))
        bodies = [m[2] for m in self.posts.resolution.overlapping(*where) if self.posts.is_body(m[2])] if where else []
        return (bodies[0], Span(*task.span("verb")), task) if bodies and task else None
