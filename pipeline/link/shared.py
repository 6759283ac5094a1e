"""Sums of pairs: whoever is named in one breath with an investor or buyer put in, or paid, the same sum.

The reader says of each two parties of a sentence what they are to each other, but one fact a sum only: of "Kerr and
Brandt have put $3 million into Tier" it gives the sum to one of the two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .draft import Draft
from .known import Known
from .said import PAIR_RULE

#: Facts whose sum is that of all who are listed.
_JOINT = ("investment", "acquisition")
#: Between two names of one list, with what describes the second.
_BETWEEN = re.compile(
    r"(?:,| and|, and| &|,? as well as|,? along with)\s(?:the |an? |both )?"
    r"(?:[\w.-]+[’']s?\s|[A-Z][\w.]+-based\s|(?!(?:which|who|that|has|have|had|is|was|will|put|bought)\b)[a-z-]+\s){0,5}"
)


def share_sums(known: Known, drafts: Sequence[Draft], said: Sequence[Draft]) -> None:
    """Give the reader's pairs that name no sum the one of whoever is listed beside them."""
    told = [*drafts, *said]
    waiting = [d for d in said if d.rule == PAIR_RULE and d.type in _JOINT and not d.money and d.subject and d.object]
    found = True
    while found:
        found = False
        for draft in waiting:
            if draft.money:
                continue
            beside = [
                d
                for d in told
                if d.money and d.type == draft.type and d.sentence == draft.sentence and d.object == draft.object
                if d.subject and d.subject != draft.subject and _listed(known, draft, d)
            ]
            sums = {d.money for d in beside}
            if len(sums) == 1:
                draft.money, draft.date = beside[0].money, draft.date or beside[0].date
                found = True


def _listed(known: Known, one: Draft, other: Draft) -> bool:
    """Whether the two subjects stand next to each other in one list of the sentence."""
    sentence = known.analysis.sentences[one.sentence]
    named = [m for m in known.resolution.overlapping(sentence.start, sentence.end) if m[3] != "pronoun"]
    first = [m for m in named if m[2] == one.subject]
    second = [m for m in named if m[2] == other.subject]
    pairs = [(a, b) if a[0] < b[0] else (b, a) for a in first for b in second]
    return any(_BETWEEN.fullmatch(known.text, a[1], b[0]) for a, b in pairs if a[1] < b[0])
