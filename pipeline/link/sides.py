"""States that become parties by what the facts tell of them: "Sweden has lent", "a claim against Bolivia"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..find.words import places
from ..mentions import Span
from ..nlp import Analysis
from ..records import Party, PartyMention
from .draft import Draft

#: Types of facts whose sides a state may be; the state of an office holder is only where the office is.
DEEDS = frozenset({"payment", "lawsuit", "financing", "agreement", "acquisition", "investment", "spending"})

#: Those of them that something is done to a state in: what is invested in Norway is not Norway's.
DONE_TO = frozenset({"payment", "lawsuit", "financing", "agreement"})

#: A fact with the spans of its evidence and of its repetitions.
Told = tuple[Draft, Span, list[Span]]


def name_states(analysis: Analysis, parties: Sequence[Party], told: Sequence[Told]) -> tuple[list[Party], list[Told]]:
    """The article's parties with the states that facts name in words as their sides, and these facts with their ids.

    A country or city is a party only when it acts: the finder sees that by a few verbs, the facts tell it of the rest.
    """
    text = analysis.article.text
    stands = {(e.start, e.end) for e in analysis.entities if e.label in ("GPE", "LOC")}
    known = {name: p.id for p in parties if p.kind == "public_body" for name in (p.name, *p.aliases)}
    spans: dict[str, list[Span]] = {}
    for draft, *_ in told if stands else ():
        for words in _sides(draft):
            if words and (words[0], words[1]) in stands and text[words[0] : words[1]].casefold() in places():
                spans.setdefault(text[words[0] : words[1]], []).append(Span(words[0], words[1]))
    if not spans:
        return list(parties), list(told)
    parties = list(parties)
    for name, found in spans.items():
        if name not in known:
            known[name] = f"P{len(parties) + 1}"
            mentions = tuple(PartyMention(start=s, end=e, text=name, form="name") for s, e in sorted(set(found)))
            parties.append(Party(id=known[name], name=name, kind="public_body", mentions=mentions))
    named = {span: known[name] for name, found in spans.items() for span in found}
    return parties, [(_with_ids(draft, named), evidence, again) for draft, evidence, again in told]


def _sides(draft: Draft) -> tuple[Span | None, Span | None]:
    """The words for the sides of a fact that may name a state."""
    subject = draft.subject_text if draft.type in DEEDS else None
    return subject, draft.object_text if draft.type in DONE_TO else None


def _with_ids(draft: Draft, named: dict[Span, str]) -> Draft:
    subject, object_ = (words and named.get(words) for words in _sides(draft))
    if subject:
        draft = replace(draft, subject=subject, subject_text=None)
    return replace(draft, object=object_, object_text=None) if object_ else draft
