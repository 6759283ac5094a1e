"""How long a post beside a name was held: "was chairman", "chairman until 2019", "until last month chairman"."""

from __future__ import annotations

import re

from ...mentions import Sentence
from ..draft import Draft
from .posts import Person, Posts

#: "until 2019", "from 2009 to 2013", "until his death" behind a post, and "until last month" before one.
_UNTIL = re.compile(
    r"(?:[^,;.]|\.(?=\s[a-z])){0,80}?\s(?:(?:until|till|up\sto)\s|(?:from\s|between\s)?(?:19|20)\d\d(?:\s(?:to|until|through|and)\s|[-–]))"
    r"(?P<when>(?:(?!now\b)[\w’'-]+\s){0,3}?(?P<year>(?:19|20)\d\d)\b"
    r"|(?:his|her|its|their|last|earlier|recently|lately|this|[a-z]+ing\b|(?:he|she)\s(?:left|resigned|retired|stepped|quit|was))\b"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
_GATE = re.compile(r"\b(?:until|till|up\sto|(?:19|20)\d\d)\b")
_WAS_IN = re.compile(r"\b(?:was|served|had been|used to be)\b")
_UNTIL_THEN = re.compile(r"\b(?:until|till)\s(?!now\b)(?P<when>[\w’']+)\s")
#: Behind these "was" tells of the present: "said Ada Tullow was chairman of Acme".
_SAID = re.compile(
    r"\b(?:said|says|confirmed|noted|added|learned|recalled|reported|believed|thought|told\s[\w\s]{2,30}?)\s(?:that\s)?"
    r"(?:(?:Mr|Ms|Mrs|Dr)\.?\s)?$"
)


def end_of(posts: Posts, draft: Draft, sentence: Sentence, behind: Person, gap: str) -> None:
    """Make a post that somebody "was" in, or was in until 2013, one that was left."""
    if draft.keys["change"] != "holds":
        return
    text, end = posts.text, draft.cues[0].end
    stays = re.search(r"\b(?:remains?|stays?|continues?|will|is)\b", gap)
    reach = (end, min(sentence.end, end + 110))
    until = None if stays or not _GATE.search(text, *reach) else _UNTIL.match(text, *reach)
    if until and not posts.is_to_come(until.start("when"), until.end() + 25):
        draft.keys["change"], draft.status = "left", "completed"
        draft.date = until["year"] or posts.date(sentence, until.start("when"))
        return
    if earlier := _UNTIL_THEN.search(gap):
        draft.keys["change"], draft.status = "left", "completed"
        if earlier["when"].lower() not in ("recently", "lately", "then"):
            draft.date = posts.date(sentence, behind[1])
    elif _WAS_IN.search(gap) and not _SAID.search(text, sentence.start, behind[0]):
        draft.keys["change"], draft.status = "left", "completed"
