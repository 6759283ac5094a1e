"""Who takes a post of which the article has told that its holder leaves: "Ada Tullow will take over from him in May".

The one who leaves is called by a pronoun here and by name in this sentence or one of the two before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...mentions import Sentence, Span
from ..draft import Draft
from .handovers import FUTURE, MODAL, PAST, PERSONAL, PICKED
from .posts import HE, Person, Posts

#: Between the one who takes a post and the pronoun, and what may stand behind that: no possessive's noun.
_HEIR = re.compile(
    r"(?:\s\([^()]{1,40}\))?(?:,\s(?!(?:who|which|and|said|says)\b)[^;:.“”\"]{1,90}?(?=,))?(?:\s[^,;:.“”\"]{2,60}?\sand|,?\s(?:who|and)|,)?\s"
    rf"(?P<lead>{MODAL}{PICKED})(?P<verb>succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)"
    r"|(?:take|takes|took|taken|taking)\s(?:over|the\s(?:helm|reins|job|post|chair|top\sjob))\sfrom)\s(?:him|her|them)\b"
    r"(?=[.;,)]|$|\s(?:in|on|at|from|when|after|next|later|this|upon|effective|until|before|and|with|by|once|if|immediately)\b)"
)
#: How many sentences back the one who leaves is named.
BACK = 2


class Heirs:
    """Reads one sentence after another."""

    def __init__(self, posts: Posts):
        self.posts = posts

    def find(
        self, number: int, sentence: Sentence, people: list[Person], told: Sequence[Draft], before: Sequence[Draft]
    ) -> Iterator[Draft]:
        """The posts taken in a sentence that gave the drafts `told`; those `before` are of the sentences before it."""
        for person in people:
            match = _HEIR.match(self.posts.text, person[1], sentence.end)
            if match is None or HE.fullmatch(self.posts.text, *person[:2]):
                continue
            if any(d.subject == person[2] and d.cues[-1].start >= match.start("verb") for d in told):
                continue  # "will succeed her as chairman" tells what post it is
            old = self._left(number, person, told, before) or self._held(number, person)
            if old is None or old.subject == person[2] or not (old.object or old.object_text):
                continue
            cue = Span(*match.span("verb"))
            status, date = self._status(match, old), self.posts.date(sentence, match.end()) or old.date
            yield replace(
                old, sentence=number, rule="position.heir", subject=person[2], status=status, date=date, score=0.85,
                keys={"title": old.keys["title"], "change": "appointed"}, cues=[cue],
            )  # fmt: skip

    def _left(
        self, number: int, person: Person, told: Sequence[Draft], before: Sequence[Draft]
    ) -> Draft | None:
        """The last post of which the article has just said that somebody else leaves it."""
        near = [d for d in before if number - BACK <= d.sentence < number] + list(told)
        gone = [
            d for d in near
            if d.keys["change"] == "left" and d.subject != person[2]
            and d.rule.startswith(("change.left", "position.succession"))
        ]  # fmt: skip
        return gone[-1] if gone else None

    def _held(self, number: int, person: Person) -> Draft | None:
        """The post of the one person spoken of before, which nobody could take if it was not left."""
        meant = self.posts.spoken_of(number)
        known = self.posts.taken.get(meant) or self.posts.known.get(meant) if meant and meant != person[2] else None
        if meant is None or known is None or PERSONAL.search(known[0]):
            return None
        title, body, _ = known
        return Draft(
            "position", number, "position.heir", meant, body if isinstance(body, str) else None,
            object_text=body if isinstance(body, Span) else None, keys={"title": title, "change": "left"},
        )  # fmt: skip

    @staticmethod
    def _status(match: re.Match[str], old: Draft) -> str:
        """Whether the post is taken or is to be: a present tense goes with what is told of the one who leaves."""
        lead, verb = match["lead"], match["verb"].split()[0]
        if FUTURE.search(lead) and not PAST.search(lead):
            return "expected"
        if verb in ("succeeded", "replaced", "took", "taken") or PAST.search(lead):
            return "completed"
        return old.status if old.status in ("expected", "completed") else "completed"
