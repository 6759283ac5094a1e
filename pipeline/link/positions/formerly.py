"""Where somebody was before, told without a title: "said Ada Tullow, chief executive of Acme, formerly of Boyle"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...mentions import Sentence, Span
from ..draft import Draft
from .posts import Person, Posts

FORMERLY = "position.formerly"
_CUE = re.compile(r",\s(?P<cue>formerly|previously|latterly|most\srecently)\s(?:of|at|with)\s(?:the\s)?")
#: How far behind the person's name it may stand.
REACH = 120


class Formerly:
    """Reads one sentence after another."""

    def __init__(self, posts: Posts):
        self.posts = posts

    def find(
        self, number: int, sentence: Sentence, people: Sequence[Person], told: Sequence[Draft]
    ) -> Iterator[Draft]:
        """The posts that people have left, but those of which `told` has more."""
        text, known = self.posts.text, {(draft.subject, draft.object) for draft in told}
        for cue in _CUE.finditer(text, sentence.start, sentence.end):
            before = [p for p in people if p[1] <= cue.start() and cue.start() - p[1] <= REACH]
            behind = self.posts.resolution.overlapping(cue.end(), min(sentence.end, cue.end() + 1))
            body = next((m[2] for m in behind if m[0] == cue.end() and self.posts.is_body(m[2])), None)
            if body and before and (before[-1][2], body) not in known:
                yield Draft(
                    "position", number, FORMERLY, subject=before[-1][2], object=body, status="completed",
                    keys={"change": "left"}, cues=[Span(*cue.span("cue"))], score=0.8,
                )  # fmt: skip
