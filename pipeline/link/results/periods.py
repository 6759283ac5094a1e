"""Which period a company's figure is for: the date expression that belongs to it, as a TIMEX3 value.

A sentence on results names several ("rose to $3 million in the first quarter from $2 million a year earlier", "said on
Monday"). Those of the day on which somebody spoke are left out, those of a comparison go to the figure compared with,
and a figure without any takes over that of the figures before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...mentions import Span
from ...normalise.asides import is_aside
from ...records import Date

#: A period of a year or less in TIMEX3, as this module can move it by a year: 2024, 2024-Q1, 2024-H2, 2024-03, a day.
_VALUE = re.compile(r"(\d{4})((?:-(?:Q[1-4]|H[12]|\d\d(?:-\d\d)?))?)")
_QUARTER_BEFORE = re.compile(r"\b(?:previous|prior|preceding)\s(?:quarter|three\smonths)\b", re.I)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: Words of a date that only mean "the same period one year before the one spoken of".
_YEAR_BEFORE = re.compile(
    r"\b(?:year[ -](?:ago|earlier|before)|(?:previous|prior|preceding)[ -]year|corresponding|comparable"
    r"|same\s(?:period|quarter|three|six|nine|half|time|month))\b",
    re.I,
)
#: What stands before a date that is not the period of the next figure: comparisons, and when something began.
_OTHER = re.compile(
    r"\b(?:from|than|over|versus|vs\.?|against|compared (?:with|to)|since|founded in|established in|launched in"
    r"|opened in|started in|acquired in|listed in|public in|by|before|until|since [^,;.]{1,40} (?:in|on))"
    r"\s+(?:in\s+)?(?:the\s+)?$"
    r"|\b(?:founded|established|launched|formed|created|incorporated|started|opened|inception|founding|launch|debut|merger)"
    r"(?: (?:in|by|at) [^,;.]{1,30})?,? (?:back )?in\s+(?:the\s+)?(?:early\s|late\s|mid-?)?$",
    re.I,
)
#: A day may be a period only for what stands on that day, or as the end of a period.
_STANDING = re.compile(r"\b(?:as of|as at|at|ended|ending|to|until|through|on|at the end of)\s+(?:the\s+)?$", re.I)
_SPOKEN = re.compile(
    r"\b(?:said|says|reported|reports|announced|posted|released|told|published|unveiled|issued|disclosed|filed)\b"
    r"[^,;]{0,40}$",
    re.I,
)
_ENDED = re.compile(r",?\s+(?:that\s+|which\s+)?(?:ended|ending|to|through|until)\s+(?:on\s+)?", re.I)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the text and the TIMEX3 value of the period that it names."""

    start: int
    end: int
    value: str
    text: str

    @property
    def year_before(self) -> bool:
        """Whether it names no period of its own but the one a year before another."""
        return _YEAR_BEFORE.search(self.text) is not None

    @property
    def relative(self) -> bool:
        """Whether it only says which other period it follows or precedes."""
        return self.year_before or _QUARTER_BEFORE.search(self.text) is not None


def periods(text: str, dates: Sequence[Date], start: int, standing: bool = False) -> list[Period]:
    """The periods among the dates of a sentence that begins at `start`.

    "The six months ended June 30" is one. A single day is one only after "as of", "at" and the like, and with
    `standing` (for debt, cash, assets) also after "on".
    """
    found: list[Period] = []
    skip = -1
    ordered = sorted(dates, key=lambda d: d.start)
    for place, date in enumerate(ordered):
        if date.start < skip:
            continue
        following = ordered[place + 1] if place + 1 < len(ordered) else None
        months = _months(text, date, following)
        if months and following:
            first = date.start - len("from ") * text.endswith("from ", 0, date.start)
            if months[0]:
                found.append(Period(first, following.end, months[0], text[first : following.end]))
            skip = following.end
            continue
        if (
            following
            and _ENDED.fullmatch(text, date.end, following.start)
            and _DAY_OR_MONTH.fullmatch(following.value or "")
        ):
            value = _ended(date, following)
            if value:
                found.append(Period(date.start, following.end, value, text[date.start : following.end]))
                skip = following.end
                continue
        half = _half(text, date, following)
        if half and following:
            found.append(Period(date.start, following.end, half, text[date.start : following.end]))
            skip = following.end
            continue
        if date.type != "DATE" or not date.value or not re.match(r"\d{4}|XXXX", date.value):
            continue
        if "-W" in date.value and not standing:
            continue  # nobody reports on a week
        before = text[max(start, date.start - 60) : date.start]
        if _DAY.fullmatch(date.value) and (
            not _STANDING.search(before)
            or (_SPOKEN.search(before) or (not standing and re.search(r"\bon\s+$", before)))
        ):
            continue
        found.append(Period(date.start, date.end, date.value, text[date.start : date.end]))
    return found


_DAY_OR_MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_QUARTER_END = {"03": "Q1", "06": "Q2", "09": "Q3", "12": "Q4"}


def _ended(span: Date, end: Date) -> str | None:
    """ "three months ended March 31" → YYYY-Q1; a year that ends in another month is named by the year it ends in."""
    if span.type == "DATE":
        return span.value
    if span.type != "DURATION" or not end.value:
        return None
    year, month = end.value[:4], end.value[5:7]
    if span.value in ("P3M", "P1Q") and month in _QUARTER_END:
        return f"{year}-{_QUARTER_END[month]}"
    if span.value == "P6M" and month in ("06", "12"):
        return f"{year}-{'H1' if month == '06' else 'H2'}"
    if span.value in ("P1Y", "P12M"):
        return year
    return end.value


def _months(text: str, first: Date, last: Date | None) -> tuple[str | None] | None:
    """ "January-March" → YYYY-Q1, "April-August" → YYYY-04/YYYY-08; (None,) if out of order, None for no range."""
    if last is None or not _RANGE.fullmatch(text, first.end, last.start):
        return None
    low, high = _MONTH.fullmatch(first.value or ""), _MONTH.fullmatch(last.value or "")
    quarter = re.fullmatch(r"\d{4}-(Q[1-4])", last.value or "")
    if low and quarter and _FIRST_MONTH[quarter[1]] == low[2]:
        return (last.value,)  # "the October-December quarter"
    if not low or not high:
        return None
    if int(high[2]) - int(low[2]) == 1 and " to " in text[first.end : last.start]:
        return None  # "rose from June to July"
    if (low[2], high[2]) == ("01", "12"):
        return (high[1],)
    part = _MONTHS.get((low[2], high[2]))
    if part and low[1] == high[1]:
        return (f"{high[1]}-{part}",)
    return (f"{first.value}/{last.value}" if low[0] < high[0] else None,)


_RANGE, _MONTH = re.compile(r"\s?[-–—/]\s?|\s(?:to|through)\s"), re.compile(r"(\d{4})-(\d\d)")
_FIRST_MONTH = {"Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10"}
_MONTHS = {
    ("01", "03"): "Q1", ("04", "06"): "Q2", ("07", "09"): "Q3", ("10", "12"): "Q4",
    ("01", "06"): "H1", ("07", "12"): "H2",
}  # fmt: skip


def _half(text: str, span: Date, year: Date | None) -> str | None:
    """ "the first six months of 2024" → 2024-H1."""
    if span.value != "P6M" or year is None or not re.fullmatch(r"\d{4}", year.value or ""):
        return None
    which = re.search(r"\b(first|second)\b", text[span.start : span.end], re.I)
    if not which or not re.fullmatch(r"\s+(?:of|in)\s+(?:the\s+)?", text[span.end : year.start]):
        return None
    return f"{year.value}-{'H1' if which[1].lower() == 'first' else 'H2'}"


def year_earlier(value: str) -> str | None:
    """The same period one year before; None when the year is unknown."""
    ends = [_VALUE.fullmatch(end) for end in value.split("/")]
    return "/".join(f"{int(end[1]) - 1}{end[2]}" for end in ends if end) if all(ends) else None


def quarter_earlier(value: str) -> str | None:
    """The quarter before a quarter; None for other periods."""
    found = re.fullmatch(r"(\d{4})-Q([1-4])", value)
    if not found:
        return None
    year, quarter = int(found[1]), int(found[2])
    return f"{year - 1}-Q4" if quarter == 1 else f"{year}-Q{quarter - 1}"


def of_current(
    text: str, every: Sequence[Period], sentence: Span, metric: Span, money: Span, ahead: int, later: int,
    standing: bool = False, future: bool = False,
) -> str | None:  # fmt: skip
    """The period of a figure that is not the compared one.

    With `standing` (debt, assets) no date farther behind counts; with `future` that of "by 2027" does.
    `ahead` is where the figure before it ends, `later` where the next one begins (metric or sum, whichever is first).
    """
    usable = [p for p in every if not p.relative and not _is_other(text, sentence, p, future)]
    first, last = min(metric.start, money.start), max(metric.end, money.end)
    attached = [p for p in usable if ahead <= p.start and p.end <= first and re.fullmatch(_NEAR, text[p.end : first])]
    if attached:
        return attached[-1].value
    inside = [p for p in usable if first <= p.start and p.end <= last]
    near = [p for p in usable if last <= p.start and p.end <= later and _CLOSE.fullmatch(text, last, p.start)]
    if inside or near:
        return (inside or near)[0].value
    leading = [p for p in usable if p.end <= first and ";" not in text[p.end : first]]
    leading = [p for p in leading if not is_aside(text, sentence.start, p.start, p.end, first)]
    if leading:
        return leading[-1].value
    if standing:
        return None
    behind = [p for p in usable if p.start >= last and not _BREAK.search(text, last, p.start)]
    return behind[0].value if behind else None


def labelling(text: str, every: Sequence[Period], money: Span) -> Period | None:
    """The period before a colon and a sum: "rose to £41m (2019: £38m)"."""
    return next((p for p in every if p.end < money.start and _LABEL.fullmatch(text, p.end, money.start)), None)


_LABEL = re.compile(r":\s+(?:about\s|a\s(?:loss|profit)\sof\s|loss\sof\s|profit\sof\s)?")


def claimed(text: str, every: Sequence[Period], money: Span) -> Period | None:
    """The period that directly follows a sum with which another is compared."""
    return next((p for p in every if p.start >= money.end and _CLOSE.fullmatch(text, money.end, p.start)), None)


def goes_back(every: Sequence[Period], start: int) -> bool:
    """Whether a sentence that begins at `start` opens with the year before: "A year earlier, it earned $3 million"."""
    return any(p.year_before and p.start - start <= OPENING for p in every)


#: So many characters from its beginning a sentence still opens.
OPENING = 10


def _is_other(text: str, sentence: Span, period: Period, future: bool) -> bool:
    if re.match(r",?\s+when\b", text[period.end : period.end + 8]):
        return False
    before = text[max(sentence.start, period.start - 60) : period.start]
    if future and re.search(r"\bby\s+(?:the\s+)?$", before):
        return False
    if re.search(r"\bon\s+(?:the\s+)?$", before):
        return not _DAY.fullmatch(period.value)
    return _OTHER.search(before) is not None


#: Between a date and the metric that it belongs to: "second-quarter net", "this year's adjusted".
_NEAR = r"(?:['’]s?)?\s*(?:(?!(?:and|or|but|a|an|the|in|to|of|on|its|it|by|with|had|was)\b)[\w-]+\s+){0,3}"
#: Between a sum and the date that belongs to it: no new clause.
_CLOSE = re.compile(
    r"(?:\s*\([^()]{0,40}\))?(?:,\s(?:an?\s)?(?:up|down|or|increase|decrease|rise)\b[^,;]{1,50},)?"
    r"(?:\s+(?!(?:and|but|which|while|as(?!\s+(?:of|at)\b)|from|than)\b)[\w'’-]+){0,6}\s+",
    re.I,
)
#: What begins something new between a sum and a date farther on.
_BREAK = re.compile(
    r";|\b(?:which|who|while|but|after|before|although)\b"
    r"|\band\s+(?:\w+\s)?(?:expects?|plans?|does|did|said|says|will|is|are|has|had|was|aims?|paid|sees?|it|they|would)\b",
    re.I,
)


def of_compared(text: str, every: Sequence[Period], money: Span, current: str | None, flow: bool) -> str | None:
    """The period of the figure compared with: named behind it, else a year before that of the figure compared."""
    behind = [p for p in every if p.start >= money.end and ";" not in text[money.end : p.start]]
    own = behind[0] if behind else None
    if current and own and _QUARTER_BEFORE.search(own.text):
        return quarter_earlier(current) or own.value
    if current and (own.year_before if own else flow):
        return year_earlier(current)
    return own.value if own else None
