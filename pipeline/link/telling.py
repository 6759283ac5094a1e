"""Who announces a deal or a change of post: "Brandt AG today announced the closing of …", "…, Brandt AG said".

What the parser hangs below a verb of saying is attributed by `pipeline.qualify`; here are the facts that are read
off the surface, and those of long leads of releases, which it gets wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..nlp import Analysis
from ..resolve import Resolution
from .draft import Draft

DEALS = ("acquisition", "agreement", "financing", "investment")
#: Changes of post that are announced; that somebody holds one is the article's own word.
CHANGES = ("appointed", "left")
_ANNOUNCES = re.compile(r"\bannounc(?:e|es|ed|ing)\b", re.I)
_SAYS = re.compile(r"\s+(?:said|says|confirmed)\b")


def attribute_announced(drafts: Sequence[Draft], analysis: Analysis, resolution: Resolution) -> None:
    """Set the source of deals and changes of post whose own sentence says which organisation announced them."""
    for draft in drafts:
        change = draft.type == "position" and draft.keys.get("change") in CHANGES
        if draft.source is None and (change or draft.type in DEALS):
            draft.source = _teller(draft, analysis, resolution)


def _teller(draft: Draft, analysis: Analysis, resolution: Resolution) -> str | None:
    text, sentence = analysis.article.text, analysis.sentences[draft.sentence]
    bodies = [
        (end, party)
        for _, end, party, _ in resolution.overlapping(sentence.start, sentence.end)
        if resolution.kind(party) != "person"
    ]
    announces = _ANNOUNCES.search(text, sentence.start, sentence.end)
    if announces is None:
        if draft.type != "position":
            return None
        return next((party for end, party in bodies if _SAYS.match(text, end, sentence.end)), None)
    if draft.cues and draft.cues[0].start < announces.start():
        return None
    before = [party for end, party in bodies if end <= announces.start()]
    for party in (draft.object, draft.subject):
        if party in before:
            return party  # a newswire in the dateline announces nothing
    return next((party for party in before if resolution.kind(party) in ("company", "public_body")), None)
