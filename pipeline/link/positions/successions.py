"""Whom somebody who is appointed takes the post from: "named Ada Tullow chief executive, replacing Tom Rey"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...mentions import Sentence, Span
from ..draft import Draft
from .posts import Person, Posts

_IN_PLACE_OF = re.compile(
    r"(?:,|\sand|\s[–—-]{1,2}|,?\swho|,\sand\swill)?\s(?:will\s|is\sto\s|has\s)?"
    r"(?P<verb>replac(?:ing|es|ed|e)|succeed(?:ing|s|ed)?|to\sreplace|to\ssucceed|in\ssuccession\sto|in\splace\sof"
    r"|tak(?:ing|es|e)\sover\sfrom|took\sover\sfrom)\s"
    r"(?:(?!(?:as|by|in|on|at|that|him|her|when|if|once|after)\s)[\w&’'-]+,?\s){0,6}$"
)
#: "after Tom Rey stepped down".
_AFTER = re.compile(r"\b(?P<verb>after|following|when|since)\s(?:(?!(?:as|by|in|on|at|that)\s)[\w&’'-]+,?\s){0,5}$")
_GONE = re.compile(
    r"['’]?s?\s(?:(?:abruptly|suddenly|unexpectedly|has|had|was)\s){0,3}(?:stepped\sdown|stood\sdown|resigned|quit|retired"
    r"|left|departed|died|ousted|fired|sacked|dismissed|removed|forced\sout|resignation|departure|retirement|death|ouster"
    r"|exit|dismissal)\b(?!\s(?:the\sroom|for\swork))"
)
#: How far before the old holder's name the words stand.
REACH = 90


class Successions:
    """Reads one sentence after another."""

    def __init__(self, posts: Posts):
        self.posts = posts

    def find(
        self, number: int, sentence: Sentence, people: Sequence[Person], told: Sequence[Draft]
    ) -> Iterator[Draft]:
        """Those who leave the posts that the drafts of a sentence say are taken."""
        taken = [d for d in told if d.keys["change"] == "appointed" and (d.object or d.object_text)]
        if not taken:
            return
        for start, end, person in people:
            lead = _IN_PLACE_OF.search(self.posts.text, max(sentence.start, start - REACH), start)
            if lead is None and _GONE.match(self.posts.text, end, sentence.end):
                lead = _AFTER.search(self.posts.text, max(sentence.start, start - REACH), start)
            if lead is None:
                continue
            draft = next((d for d in reversed(taken) if d.cues[0].start < lead.start("verb")), None)
            if draft is None or draft.subject == person:
                continue
            yield Draft(
                "position", number, "position.replaced", person, draft.object, object_text=draft.object_text,
                date=draft.date, status=draft.status, score=0.85,
                keys={"title": draft.keys["title"], "change": "left"}, cues=[draft.cues[0], Span(*lead.span("verb"))],
            )  # fmt: skip
