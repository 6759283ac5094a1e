"""One fact stated several times is one fact: its best sentence is the evidence, the others are its mentions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..mentions import Span
from ..nlp import Analysis
from ..records import Money
from .draft import Draft
from .positions.posts import HEADING, alike

#: The rule of options on more of what is ordered.
OPTIONS = "agreement.options"


#: Lines that tell in a few words what the article tells below.
HEADS = ("headline", "subheading", "kicker")


def merge(
    analysis: Analysis, drafts: Sequence[Draft], money: Sequence[Money], plain: frozenset[str]
) -> list[tuple[Draft, Span, list[Span]]]:
    """Distinct facts in text order, each with its evidence span and the spans of its repetitions.

    `plain` are the words that every agreement may be called by.
    """
    sums = {m.id: (m.currency, m.amount, m.min, m.max, m.per) for m in money}
    headlines = frozenset(n for n, s in enumerate(analysis.sentences) if s.role in HEADS)
    several = frozenset(id(draft) for draft in drafts if _tells_several(analysis, draft))
    groups: list[list[Draft]] = []
    for draft in sorted(drafts, key=lambda draft: _richness(analysis, draft), reverse=True):
        home = next((group for group in groups if _same(group[0], draft, sums, plain, headlines)), None)
        if home and id(draft) in several and home[0].money is None and home[0].sentence != draft.sentence:
            home = None  # what all contracts of a year are worth is not what one of them is
        if home is None:
            groups.append([draft])
        else:
            home.append(draft)
    done = []
    for group in groups:
        best = group[0]
        for other in group[1:]:
            _complete(best, other)
        span = _span(analysis, best)
        again = sorted({_span(analysis, d) for d in group} - {span})
        done.append((best, span, again))
    return sorted(
        done, key=lambda fact: (fact[1].start, fact[0].type, fact[0].rule, fact[0].money or "", fact[0].object or "")
    )


def _tells_several(analysis: Analysis, draft: Draft) -> bool:
    """Whether a sum is that of contracts with others than one: "signed new contracts worth $3 million"."""
    if draft.type != "agreement" or not draft.money or draft.object or draft.object_text or not draft.cues:
        return False
    sentence = analysis.sentences[draft.sentence]
    return _SEVERAL.search(analysis.article.text, draft.cues[0].start, sentence.end) is not None


_SEVERAL = re.compile(r"\b(?:contracts|orders|agreements|deals)\b")


def _span(analysis: Analysis, draft: Draft) -> Span:
    if draft.evidence is not None:
        return draft.evidence
    sentence = analysis.sentences[draft.sentence]
    return Span(sentence.start, sentence.end)


def _richness(analysis: Analysis, draft: Draft) -> tuple[int, bool, int, float, int]:
    """A headline is a poor witness: it counts one slot less; a verb of leading tells no title, it counts two less."""
    headline = analysis.sentences[draft.sentence].role in HEADS
    slots = (draft.subject, draft.object, draft.money, draft.date, draft.subject_text, draft.object_text)
    named = draft.type == "acquisition" and draft.object is not None
    verb = 2 * (draft.keys.get("title") in HEADING)
    return (sum(s is not None for s in slots) - headline - verb, named, len(draft.keys), draft.score, -draft.sentence)


def _same(
    one: Draft, other: Draft, sums: Mapping[str, tuple], plain: frozenset[str], headlines: frozenset[int]
) -> bool:
    """Whether `other` says no more than `one`, or the same again; a headline has its own words for what it tells."""
    if one.type != other.type:
        return False
    if one.type == "position":
        return (
            one.subject == other.subject
            and one.object == other.object
            and (one.object_text is None or other.object_text is None or one.keys == other.keys)
            and one.keys.get("change") == other.keys.get("change")
            and ("title" not in other.keys or alike(one.keys.get("title", ""), other.keys["title"]))
        )
    if one.type == "result":
        same_sum = sums.get(one.money) == sums.get(other.money)
        return same_sum and one.subject == other.subject and one.keys.get("metric") == other.keys.get("metric")
    if one.type == "acquisition" and (_sold_by(one, other) or _sold_by(other, one)):
        return False  # "bought Kerr for $3 million and sold it a year later"
    if one.type == "agreement" and (one.rule == OPTIONS) != (other.rule == OPTIONS):
        return False  # "ordered 12 jets and took options on six more"
    told_below = (one.sentence in headlines) != (other.sentence in headlines)
    if one.type == "agreement" and not told_below and _other_matter(one, other, plain):
        return False
    if one.cues[:1] == other.cues[:1] and _both_sides(one) and _both_sides(other) and _sides(one) != _sides(other):
        return False  # "Kerr and Tier bought Ames"
    if one.rule == other.rule and one.cues[:1] == other.cues[:1] and _listed_together(one, other):
        return False  # "indicted Kerr and two of his aides"
    if one.sentence == other.sentence and one.money and one.money == other.money and one.type != "investment":
        return one.subject == other.subject or (one.object is not None and one.object == other.object)
    if one.money and other.money and sums[one.money] != sums[other.money]:
        return False
    if one.type == "agreement" and one.sentence == other.sentence and _halves(one, other):
        return True  # "landed a $3m deal to supply Kerr": the sum is told of the deal, the other side of its supply
    if one.type == "investment" and one.money != other.money and _aimed(one) != _aimed(other):
        return False  # all that a fund has ever invested is no round
    if one.type == "agreement" and _same_deal(one, other, sums):
        return not _apart(one, other)
    if other.subject and one.subject != other.subject:
        return False
    if other.subject_text and one.subject:
        return False
    if other.object and one.object != other.object:
        return False
    if one.type == "acquisition" and one.money and other.money and other.object_text:
        return not _apart(one, other)  # one buyer, one price: what is bought is told in other words
    if other.object_text and one.object is None and one.object_text is not None:
        return one.sentence == other.sentence or other.money is None or one.money is not None
    if other.object_text and one.object is not None:
        return one.sentence == other.sentence or (one.type == "financing" and one.money is not None)
    return not _apart(one, other)


def _listed_together(one: Draft, other: Draft) -> bool:
    """Whether one trigger has both a name and words for one of its sides: two that are told in one list."""
    if one.type not in ("lawsuit", "payment"):
        return False
    objects = (one.object is None, one.object_text is None) != (other.object is None, other.object_text is None)
    subjects = (one.subject is None, one.subject_text is None) != (other.subject is None, other.subject_text is None)
    told = all(d.object or d.object_text for d in (one, other)) if objects else subjects
    return told and (not subjects or all(d.subject or d.subject_text for d in (one, other)))


def _sold_by(sale: Draft, purchase: Draft) -> bool:
    return purchase.subject is not None and sale.keys.get("seller") == purchase.subject


def _halves(one: Draft, other: Draft) -> bool:
    """Whether `other` only lacks the other side, or its sum, that `one` names."""
    same = one.subject is not None and one.subject == other.subject
    return same and not (other.object or other.object_text) and not (one.money and other.money)


def _apart(one: Draft, other: Draft) -> bool:
    """Whether they are dated in different years."""
    return bool(one.date and other.date and one.date[:4] != other.date[:4])


def _same_deal(one: Draft, other: Draft, sums: Mapping[str, tuple]) -> bool:
    """Whether two agreements have the same two sides, in either order, or one sum of which only `one` tells both."""
    if _both_sides(one) and _both_sides(other):
        return set(_sides(one)) == set(_sides(other))
    told = bool(one.money and other.money) and sums[one.money] == sums[other.money]
    return told and _both_sides(one) and not other.object and not other.object_text


def _aimed(draft: Draft) -> bool:
    return draft.object is not None or draft.object_text is not None


def _sides(draft: Draft) -> tuple[str | None, str | None]:
    return draft.subject, draft.object


def _both_sides(draft: Draft) -> bool:
    return None not in _sides(draft)


def matter_words(draft: Draft, plain: frozenset[str]) -> set[str]:
    """The words of an agreement's matter that tell it from another one; none when it is called nothing but a deal."""
    words = re.findall(r"\w[\w-]*", draft.keys.get("matter", "").lower())
    return {word for word in words if word not in plain and word.removesuffix("s") not in plain}


def _other_matter(one: Draft, other: Draft, plain: frozenset[str]) -> bool:
    """Whether both name what they are about, and not the same thing."""
    if "proposed" in (one.status, other.status) and one.status == other.status:
        return False  # talks that go on are told in many words
    first, second = matter_words(one, plain), matter_words(other, plain)
    apart = one.sentence != other.sentence or (one.rule == other.rule and one.cues[:1] != other.cues[:1])
    return bool(first and second and not first & second and apart)


def _complete(best: Draft, other: Draft) -> None:
    for slot in ("subject", "object", "money", "date", "source"):
        if getattr(best, slot) is None and getattr(other, slot) is not None:
            setattr(best, slot, getattr(other, slot))
    if other.subject_text and best.type == "acquisition" and best.subject is None and best.subject_text is None:
        best.subject_text = other.subject_text
    if other.object_text and best.type == "financing" and best.object is None and best.object_text is None:
        best.object_text = other.object_text
    for key, value in other.keys.items():
        best.keys.setdefault(key, value)
