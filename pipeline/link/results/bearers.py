"""Owners of figures that no party is: names that nobody knows as one, units, and those told behind a passive."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...mentions import Span
from ...resolve.result import Mention
from .figure import Figure
from .scene import Owner, Scene

_WORD = r"[A-Z][\w&.’'-]*[\w&]"
_NAME = rf"{_WORD}(?:\s(?:{_WORD}|[A-Z]|&|and\s(?=[A-Z])|of\s(?=[A-Z])))*"
#: "Sales at Zaptra rose": a name right behind a metric.
_AT_NAME = re.compile(rf"\s(?:at|of)\s(?:the\s(?:[a-z-]+\s){{0,4}})?(?P<name>{_NAME})")
#: Capitals that are no name of anybody.
_NO_NAME = re.compile(
    r"\b(?:The|A|An|It|Its|He|She|We|They|This|That|These|Those|There|In|On|At|For|From|But|And|While|Although|Total|Net|Group"
    r"|First|Second|Third|Fourth|Full|Year|Quarter|Half|Q[1-4]|H[12]|FY\w*|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Revenues?|Sales|Profits?"
    r"|Earnings|Income|Loss(?:es)?|EBITDA|Ebitda|EBIT|EPS|Analysts?|Shares?|Stocks?|Investors?|Shareholders?|Executives?|Managers?"
    r"|Management|Results?|Figures|Company|Wall|Street|CEO|CFO|Chief|President|Chairman|Mr|Mrs|Ms|Dr)\b"
)
_UNIT = r"(?:unit|division|arm|segment|subsidiary|business|branch|operations?|department)"
#: "Acme's cloud business " before the verb or metric of a figure.
_OWNED_UNIT = re.compile(rf"\s(?:(?!(?:and|or|of|in|to|for)\s)[\w&-]+\s){{0,4}}?{_UNIT}\b(?!\s(?:of|that|which|in)\b)")
#: "was recorded in the year to April 4 by ".
_TOLD_BY = re.compile(
    r"(?:(?!\bby\b)[^;:.]){0,50}?\s(?:was|were|is|has\sbeen|had\sbeen|being)\s(?:[a-z]+ly\s)?(?:reported|posted|booked|recorded|announced|earned"
    r"|achieved|suffered|incurred|made|notched\sup|chalked\sup|racked\sup|run\sup|unveiled|registered|logged|generated|declared|disclosed)"
    r"\s(?:(?!\bby\b)[^;:.]){0,60}?by\s(?:the\s)?(?:[a-z][\w-]*\s){0,4}$"
)
#: Nouns that a participle hangs on though its doer is the clause's: "filed for bankruptcy listing assets of".
_BARE_NOUNS = frozenset(
    ["bankruptcy", "insolvency", "court", "protection", "filing", "petition", "statement", "report", "administration"]
)
_PLACES = frozenset(["PERSON", "GPE", "LOC", "NORP", "DATE", "TIME", "MONEY", "PERCENT", "FAC", "EVENT", "LAW"])


#: A name that is read as a place with less certainty than this may be a company.
SURE = 0.7
#: Two words that are read as an organisation with less certainty than this may be a person.
UNSURE = 0.6


def bare_name(scene: Scene, start: int, end: int, placed: bool = False) -> Owner | None:
    """A capitalised name that is no party's and no person's, nor a place's unless it is `placed` behind "at"."""
    words = scene.text[start:end]
    if re.match(r"\s?[-–(]?[\d$€£¥₹:]", scene.text[end : end + 3]):
        return None  # "net profit of EUR 3 million", "Fast Track: sales of"
    if any(m.start < end and start < m.end for m in scene.sums):
        return None  # "revenue of RM3.2 million"
    if start and scene.text[start - 1] in "$#@":
        return None  # a token, no company
    if not re.fullmatch(_NAME, words) or _NO_NAME.search(words) or scene.resolution.overlapping(start, end):
        return None
    entities = [e for e in scene.analysis.entities if e.start < end and start < e.end]
    labels = [e.label for e in entities if not (placed and e.label in ("GPE", "LOC") and e.score < SURE)]
    if any(label in _PLACES for label in labels):
        return None
    if not placed and words.count(" ") == 1 and any(e.score < UNSURE for e in entities):
        return None  # it may be a person's
    if start == scene.span.start and " " not in words and "ORG" not in labels:
        return None  # every sentence begins with a capital
    return Owner(text=Span(start, end))


def is_name(scene: Scene, words: Span) -> bool:
    """Whether the words of an owner are a name, whom later figures may be of."""
    return re.fullmatch(_NAME, scene.text[words.start : words.end]) is not None


def named_behind(scene: Scene, figure: Figure) -> Owner | None:
    """The owner that "at" tells right behind a metric, where it is no party."""
    found = None if figure.verb else _AT_NAME.match(scene.text, figure.at.end, scene.span.end)
    return bare_name(scene, *found.span("name"), placed=found[0].startswith(" at")) if found else None


def owned_unit(scene: Scene, owner: Span, figure: Figure) -> Owner | None:
    """The unit behind a possessive owner, whose the figure is then."""
    behind = re.compile(r"['’]s?").match(scene.text, owner.end)
    found = behind and _OWNED_UNIT.match(scene.text, behind.end(), figure.at.start)
    if not found or scene.resolution.overlapping(owner.end + 2, found.end()):
        return None
    return Owner(text=Span(owner.start, found.end()))


def relative(scene: Scene, named: Mention) -> Owner | None:
    """Whom a company's name only leads to: "profit at Acme's parent, Kerr"; an empty owner if nobody is named."""
    found = _RELATIVE.match(scene.text, named[1], scene.span.end)
    if found is None:
        return None
    behind = [m for m in scene.resolution.overlapping(found.end(), found.end() + 1) if m[0] == found.end()]
    return Owner(behind[0][2]) if behind else Owner()


_RELATIVE = re.compile(
    r"['’]s?\s(?:[\w-]+\s){0,3}(?:parent|owner|rival|competitor|predecessor|supplier|partner|holding\scompany|sister\scompany)\b"
    r"(?:\scompany)?,?\s(?:(?:[A-Z]\w+['’]s|the|[a-z]+-based)\s){0,2}"
)


def told_by(scene: Scene, figure: Figure, inside: Sequence[Mention]) -> Owner | None:
    """Who is said to have posted a figure: "a profit of $3 million was posted by Acme"."""
    last = max(figure.at.end, figure.money.end)
    for entry in inside:
        if entry[0] >= last and _TOLD_BY.fullmatch(scene.text, last, entry[0]):
            return Owner(entry[2])
    return None


def hangs_bare(noun: str) -> bool:
    """Whether a participle on this noun tells of the subject of the clause."""
    return noun in _BARE_NOUNS
