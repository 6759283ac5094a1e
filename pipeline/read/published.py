"""Publication dates: recognised in datelines, file names and metadata, and written as ISO 8601.

What is recognised are absolute dates with a year. A date that could be read two ways (04/03/2024 with nothing
that says which comes first) is no date. Nothing here looks at a clock.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple
from zoneinfo import ZoneInfo

from .knowledge import LayoutFile

_YEAR = r"(?P<y>(?:19|20)\d\d)(?=\d{1,2}[:.]\d\d|\D|$)"
_DAY = r"(?P<d>\d{1,2})"
_ISO = re.compile(
    r"(?<![\d-])(?P<y>(?:19|20)\d\d)[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})"
    r"(?:(?:T|\s)(?P<h>\d\d):(?P<min>\d\d)(?::(?P<s>\d\d)(?:[.,]\d{1,9})?)?\s?(?P<z>Z\b|[+-]\d\d:?\d\d\b)?)?(?!\d)"
)
_NUMERIC = re.compile(rf"(?<![\d/.])(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep){_YEAR}")
_CJK = re.compile(r"(?P<y>(?:19|20)\d\d)\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]")
_FOREIGN = re.compile(
    rf"(?<!\d){_DAY}(?:\.|º|er|\.º)?\s+(?:de\s+|d['’])?(?P<word>[^\W\d_]{{3,12}})\.?,?\s+(?:de\s+|del\s+)?{_YEAR}"
    rf"|(?<![^\W\d_])(?P<word2>[^\W\d_]{{3,12}})\.?\s+(?P<d2>\d{{1,2}}),\s+(?P<y2>(?:19|20)\d\d)\b"
)
_TIME = (
    r"(?:(?P<h>[01]?\d|2[0-3])\s?[:.h]\s?(?P<min>[0-5]\d)(?::(?P<s>[0-5]\d))?(?!\d)\s?(?P<half>(?i:[ap]\.?\s?m\b\.?|uhr))?"
    r"|(?P<h2>1[0-2]|0?[1-9])\s?(?P<half2>(?i:[ap]\.?\s?m\b\.?))|(?P<h3>[01]\d|2[0-3])(?P<min3>[0-5]\d)(?=\s(?:GMT|UTC|hrs)))"
)
_LANGUAGES = [
    "es",
    "fr",
    "de",
    "it",
    "pt",
    "nl",
    "pl",
    "ru",
    "sv",
    "tr",
    "da",
    "nb",
    "fi",
    "ro",
    "cs",
    "uk",
    "id",
    "ca",
]


def is_unset(value: str) -> bool:
    """Whether an ISO 8601 date is the first day of Unix time: what a site shows that has no date."""
    return value.startswith("1970-01-01")


class Found(NamedTuple):
    """A date in a line: its extent there (with its time and zone) and its ISO 8601 value."""

    start: int
    end: int
    value: str


class Dates:
    """Reads publication dates; what it knows (months, zones, labels) stands in `patterns/layout.toml`."""

    def __init__(self, knowledge: LayoutFile):
        self._months = {name: int(number) for number, names in knowledge.months.items() for name in names}
        self._zones = knowledge.zones
        months = "|".join(sorted(self._months, key=len, reverse=True))
        month = rf"(?P<mon>(?i:{months}))\.?"
        self._named = (
            re.compile(rf"(?<![^\W_]){month}\s{{0,3}}{_DAY}(?:st|nd|rd|th)?(?:,\s{{0,3}}|\s{{1,3}}){_YEAR}"),
            re.compile(
                rf"(?<!\d){_DAY}(?:st|nd|rd|th)?(?:\s+of)?(?:\s{{1,3}}|-){month}(?:,?\s{{1,3}}|-){_YEAR}"
            ),
        )
        zones = "|".join(sorted(knowledge.zones, key=len, reverse=True))
        offset = r"(?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d\d)?|[+-]\d\d:?\d\d"
        zone = rf"\s?\(?(?P<zone>{offset}|(?:{zones})(?![A-Za-z]))\)?(?:\s*\+0000)?"
        self._time = re.compile(rf"{_TIME}(?:{zone})?")
        weekdays = "|".join(sorted(map(re.escape, knowledge.labels.weekdays), key=len, reverse=True))
        # what may stand between a date and its time
        self._link_after = re.compile(
            r"(?:\s?[,|/·•–—-]\s?|\s+)?(?:(?:at|um|à|a las|alle(?: ore)?|ore|às|om|kl\.?|las)\s+)?", re.I
        )
        self._link_before = re.compile(rf"(?:\s?[,|/·•–—-]\s?|\s+)?(?:on\s+)?(?:(?i:{weekdays})\.?,?\s+)?$")

    def find(self, line: str) -> list[Found]:
        """All dates of `line`, in order, each with the time and zone beside it."""
        found: list[Found] = []
        for start, end, day, clock in sorted(self._dates(line), key=lambda hit: (hit[0], -hit[1])):
            if found and start < found[-1].end:
                continue
            found.append(Found(start, end, clock) if clock else self._with_time(line, start, end, day))
        return found

    def iso(self, value: str) -> str | None:
        """A date from metadata (ISO 8601, RFC 2822, compact, written out) as ISO 8601; None when it is none.

        >>> from pipeline.read.layout import default_layout
        >>> default_layout().dates.iso("Mon, 04 Mar 2024 09:15:00 +0100")
        '2024-03-04T09:15:00+01:00'
        """
        value = value.strip()
        compact = re.fullmatch(
            r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?", value
        )
        if compact:
            year, month, day, hour, minute, second, zone = compact.groups()
            value = f"{year}-{month}-{day}"
            if hour:
                value += f"T{hour}:{minute}:{second or '00'}{zone or ''}"
        if re.fullmatch(r"\d{9,10}(?:\.\d+)?|\d{12,13}", value):  # seconds or milliseconds since 1970
            seconds = float(value) / (1000 if len(value) >= 12 and "." not in value else 1)
            return datetime.fromtimestamp(int(seconds), UTC).isoformat()
        if re.fullmatch(r"(?:19|20)\d\d(?:-\d\d)?", value):
            return None  # a year or a month anchors no relative date
        found = self.find(value)
        return found[0].value if found else None

    def of_file_name(self, name: str) -> str | None:
        """The date in a file's name ("2024-03-04-halvor.txt", "halvor_20240304.txt"), None without one."""
        for match in re.finditer(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)", name):
            day = _date(int(match.group(1)), int(match.group(3)), int(match.group(4)))
            if day:
                return day.isoformat()
        return None

    def _dates(self, line: str) -> list[tuple[int, int, date, str | None]]:
        hits: list[tuple[int, int, date, str | None]] = []
        for match in _ISO.finditer(line):
            day = _date(int(match["y"]), int(match["m"]), int(match["d"]))
            if day:
                clock = _iso_clock(day, match) if match["h"] else None
                hits.append((match.start(), match.end(), day, clock))
        for pattern in self._named:
            for match in pattern.finditer(line):
                day = _date(int(match["y"]), self._months[match["mon"].lower()], int(match["d"]))
                if day:
                    hits.append((match.start(), match.end(), day, None))
        for match in _CJK.finditer(line):
            day = _date(int(match["y"]), int(match["m"]), int(match["d"]))
            if day:
                hits.append((match.start(), match.end(), day, None))
        for match in _NUMERIC.finditer(line):
            day = self._numeric(match, line)
            if day:
                hits.append((match.start(), match.end(), day, None))
        return hits or self._foreign(line)

    def _foreign(self, line: str) -> list[tuple[int, int, date, str | None]]:
        hits: list[tuple[int, int, date, str | None]] = []
        for match in _FOREIGN.finditer(line):
            day = _read_foreign(match.group())
            if day:
                hits.append((match.start(), match.end(), day, None))
        return hits

    def _numeric(self, match: re.Match[str], line: str) -> date | None:
        """dd/mm or mm/dd: told by a number over 12, by dots (dd.mm.yyyy), or by the zone of the line."""
        first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
        if first > 12 or match["sep"] == "." or first == second:
            return _date(year, second, first)
        if second > 12:
            return _date(year, first, second)
        zones = set(re.findall(r"(?<![A-Za-z])[A-Z]{2,4}(?![A-Za-z])", line))
        if zones & {"ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT"}:
            return _date(year, first, second)
        if zones & {
            "GMT",
            "BST",
            "IST",
            "CET",
            "CEST",
            "AEST",
            "AEDT",
            "SGT",
            "SAST",
            "NZST",
            "NZDT",
            "MEZ",
            "MESZ",
        }:
            return _date(year, second, first)
        return None

    def _with_time(self, line: str, start: int, end: int, day: date) -> Found:
        link = self._link_after.match(line, end)
        time = self._time.match(line, link.end() if link else end)
        if time:
            return Found(start, time.end(), self._stamp(day, time))
        for time in self._time.finditer(line, max(0, start - 60), start):
            between = self._link_before.match(line[:start], time.end())
            if between:
                return Found(time.start(), end, self._stamp(day, time))
        return Found(start, end, day.isoformat())

    def _stamp(self, day: date, time: re.Match[str]) -> str:
        hour = int(time["h"] or time["h2"] or time["h3"])
        minute, second = int(time["min"] or time["min3"] or 0), int(time["s"] or 0)
        half = (time["half"] or time["half2"] or "").lower()
        if half.startswith("p") and hour < 12:
            hour += 12
        elif half.startswith("a") and hour == 12:
            hour = 0
        moment = datetime(day.year, day.month, day.day, hour, minute, second)
        if time["zone"]:
            moment = moment.replace(tzinfo=self._zone(time["zone"]))
        return moment.isoformat()

    def _zone(self, zone: str) -> timezone | ZoneInfo:
        known = self._zones.get(zone)
        if known and known[0] not in "+-":
            return ZoneInfo(known)
        return _offset(known or zone)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 31 June is no day
        return None


def _offset(written: str) -> timezone:
    """A fixed offset from "+05:30", "-0500", "GMT+2" or "UTC -3"."""
    match = re.search(r"([+-])(\d{1,2}):?(\d\d)?$", written)
    if not match:
        return UTC  # type: ignore[return-value]  # "GMT" and "UTC" alone
    hours, minutes = int(match[2]), int(match[3] or 0)
    delta = timedelta(hours=min(hours, 23), minutes=minutes)
    return timezone(-delta if match[1] == "-" else delta)


def _iso_clock(day: date, match: re.Match[str]) -> str:
    hour, minute, second = int(match["h"]), int(match["min"]), int(match["s"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return day.isoformat()
    moment = datetime(day.year, day.month, day.day, hour, minute, second)
    if match["z"]:
        moment = moment.replace(tzinfo=UTC if match["z"] == "Z" else _offset(match["z"]))
    return moment.isoformat()


def _read_foreign(words: str) -> date | None:
    """A written-out date in one of _LANGUAGES, read by dateparser; None when it is none."""
    import dateparser

    read = dateparser.parse(
        words,
        languages=_LANGUAGES,
        settings={
            "STRICT_PARSING": True,
            "DATE_ORDER": "DMY",
            "RELATIVE_BASE": datetime(2000, 1, 1),
            "PARSERS": ["absolute-time"],
        },
    )
    return read.date() if read else None
