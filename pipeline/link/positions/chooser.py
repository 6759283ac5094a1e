"""Whose post a title without an organisation is, by what was learned from annotated news.

"Finance director Ada Tullow said", "its chairman, Tom Rey": each organisation of the article that may be meant is
described by a row of small whole numbers (`FEATURES`): where it was named last, how, how often, whether the title
suits it, whether somebody else has that post there, whom the rules would take. Trees give each row points; the softmax
over all rows, with one more for "none of them", says how likely each is.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ...boosted import trees
from ...mentions import Sentence, Span
from ...resolve.around import after, before
from .suits import preferred, suits

if TYPE_CHECKING:
    from ...resolve import Resolution
    from ...resolve.result import Mention
    from .posts import Body

WEIGHTS = Path(__file__).parents[1] / "weights" / "employers.json"
#: How many sentences back an organisation is looked for, besides the one of the title.
BACK = 3
#: How likely an organisation must be.
LEAST = 0.4
#: So many characters behind a title the name of its bearer begins.
NEXT_TO = 6
#: How many of those named most are looked at wherever they stand.
FOREMOST = 4
#: Points that make one unit of the softmax.
UNIT = 1000
#: What a feature has that the candidate "none of them" cannot have.
_NO_BODY = -2
_KINDS = ("company", "public_body", "organization")
_FORMS = ("name", "nominal", "pronoun")
#: Sorts of titles; a title is of the first that it shows.
_TITLES = tuple(
    re.compile(words, re.I)
    for words in (
        r"\b(?:judge|justice|magistrate)\b", r"\b(?:mayor|council|alder|sheriff|commissioner)",
        r"minist|\bsecretary of\b|\bgovernor\b|\bsenator\b|\bmp\b|\brep(?:resentative)?\b|\bpremier\b|\bspeaker\b",
        r"\b(?:lawyer|attorney|counsel|solicitor|barrister)\b",
        r"\b(?:professor|dean|provost|lecturer|chancellor|rector)\b", r"spokes",
        r"\b(?:analyst|economist|strategist)\b",
        r"\b(?:editor|reporter|correspondent|columnist|journalist)\b", r"administrator|receiver|liquidator|trustee",
        r"founder|\bowner\b|promoter", r"\bchair", r"\bpresident\b|\b[es]?vp\b",
        r"chief exec|\bceo\b|managing director|\bmd\b|\bboss\b",
        r"\bc[fot]o\b|chief|finance director|treasurer|controller", r"\bpartner\b", r"\bcoach|manager\b",
        r"\bdirector\b",
        r"\bhead\b|\bleader\b", r"member", r"officer|secretary",
    )
)  # fmt: skip
#: Sorts of organisations by their names.
_SORTS = tuple(
    re.compile(words)
    for words in (
        r"\b(?:Court|Tribunal|Bench)\b", r"\b(?:Council|City|County|Town|Borough|Municipal\w*)\b",
        r"\b(?:Ministry|Department|Government|Treasury|Parliament|Senate|House|Congress)\b|government",
        r"\b(?:Commission|Authority|Securities|Regulator|Agency|Office|Board|Exchange|Service)\b",
        r"\b(?:University|College|School|Institute|Academy)\b",
        r"\b(?:Union|Workers|Association|Federation|Guild|Society)\b",
        r"\b(?:LLP|Law|Chambers|Solicitors|Partners)\b", r"\b(?:Bank|Capital|Fund|Holdings|Group|Trust|Pension)\b",
        r"\b(?:Times|Post|News|Journal|Herald|Gazette|Weekly|Daily|Ledger|Tribune|Press)\b",
    )
)  # fmt: skip
_OWNED = re.compile(
    r"\b(?:(?P<its>[Ii]ts|[Tt]heir)|(?P<whose>whose)|(?P<the>[Tt]he)|(?P<a>[Aa]n?)|(?P<her>[Hh]is|[Hh]er))"
    r"\s(?:[\w-]+\s){0,3}$"
)
_OWNED_CODES = {"its": 1, "whose": 2, "the": 3, "a": 4, "her": 5}
_LEAD = re.compile(r"[\s\"“'‘(*•–—-]*(?:[Tt]he\s)?")
_SAYS = re.compile(
    r"\b(?:said|says|told|added|warned|denied|called|insisted|confirmed|argued|noted|declined|wrote|asked)\b"
)
_PAST = re.compile(r"(?i)\b(?:former|ex|once|onetime|then|previous|erstwhile|late)[\s-]")
_FROM = re.compile(r"\b(?:from|(?:formerly|previously|lately|late|most\srecently)\s(?:of|at|with))\s(?:the\s)?$")

#: What the trees are told of a candidate, in order; the first fourteen are the same for all of a title.
FEATURES = (
    "title", "capital", "owned", "opens", "follows", "says", "quoted", "release", "options", "sentence", "known_person",
    "line", "past", "behind",
    "kind", "sort", "main", "rank", "share", "mentions", "first_line", "first_lines", "source",
    *(f"{what}{back}" for back in range(BACK + 1) for what in ("order", "count", "before", "after", "lead")),
    "distance", "sentences_since", "lines_since", "line_first", "last_first", "form", "last_before", "later", "left",
    "fits", "held", "officers", "together", "family",
    "its", "company", "ruled",
)  # fmt: skip

#: A title, where its bearer has it, and where the article says so.
Told = tuple[str, "Body | None", Span]


class Title(NamedTuple):
    """The title at [start, end) of the sentence with that number, whose it is, if that is clear, and at which
    organisation by the rules.
    """

    number: int
    start: int
    end: int
    person: str | None
    ruled: str | None


class Chooser:
    """Weighs the organisations of one article."""

    def __init__(self, text: str, sentences: list[Sentence], resolution: Resolution, told: Mapping[str, Told]):
        self.text, self.sentences, self.resolution = text, sentences, resolution
        #: The posts that the article has told so far, by person.
        self._told = told
        self._begins = [sentence.start for sentence in sentences]
        self._names = {party.id: party.name for party in resolution.parties}
        self._mentions = [m for m in resolution.mentions if resolution.kind(m[2]) != "person"]
        self._starts = [m[0] for m in self._mentions]
        self._counts = Counter(m[2] for m in self._mentions)
        order = sorted(self._counts, key=lambda party: (-self._counts[party], int(party[1:])))
        self._rank = {party: place for place, party in enumerate(order)}
        self._firsts: dict[str, int] = {}
        for start, _, party, _ in self._mentions:
            self._firsts.setdefault(party, start)
        line = text.find("\n")
        self._first_line = line if line > 0 else 100

    def of(self, title: str, at: int, ruled: str | None) -> str | None:
        """The organisation that a title at `at` belongs to, where the rules take `ruled`; None if that is not sure."""
        number = bisect_right(self._begins, at) - 1
        return self.choose(Title(number, at, at + len(title), self._person(number, at, at + len(title)), ruled))

    def choose(self, title: Title) -> str | None:
        """The likeliest organisation of a title; None if that is not sure."""
        if len(self._counts) == 1:
            return title.ruled  # there is nothing to choose from
        shares, words = self.shares(title), self.text[title.start : title.end]
        names = {p: self._names[p] for p in shares if p and not self._is_odd_firm(words, p)}
        able = preferred(words, names)
        best = max(able, key=lambda party: shares[party], default=None)
        if best is None or shares[best] < LEAST * (shares[None] + sum(shares[party] for party in able)):
            return None
        return best

    def _is_odd_firm(self, words: str, party: str) -> bool:
        """Whether a company cannot have somebody of that title; of other organisations the trees may know better."""
        return self.resolution.kind(party) == "company" and not suits(words, "company", self._names[party])

    def _person(self, number: int, start: int, end: int) -> str | None:
        """The person named right behind a title, else the one named last before it in its sentence."""
        sentence = self.sentences[number]
        people = [m for m in self.resolution.overlapping(sentence.start, sentence.end) if m[2] not in self._counts]
        behind = next((m[2] for m in people if end <= m[0] <= end + NEXT_TO), None)
        return behind or next((m[2] for m in reversed(people) if m[1] <= start), None)

    def shares(self, title: Title) -> dict[str | None, float]:
        """How likely the post is at each organisation; sums to 1 with None: at none of them. {} for no candidate."""
        rows = self.rows(title)
        if len(rows) < 2:
            return {}
        points = trees(WEIGHTS).points([row for _, row in rows])
        top = max(points)
        raised = [math.exp((p - top) / UNIT) for p in points]
        total = sum(raised)
        return {party: value / total for (party, _), value in zip(rows, raised, strict=True)}

    def rows(self, title: Title) -> list[tuple[str | None, list[int]]]:
        """The features of each candidate, in the order of the parties, and of None at the end."""
        pool = self._pool(title)
        shared = self._shared(title, len(pool))
        lasts = [self._named(title, back) for back in range(BACK + 1)]
        line = self._line(title)
        meant = [self.resolution.meant(title.start, sort) for sort in ("its", "company")]
        rows: list[tuple[str | None, list[int]]] = []
        for party in pool:
            row = [*shared, *self._standing(party)]
            for named in lasts:
                first = named.get(party)
                row += [-1, 0, -1, -1, -1] if first is None else first
            row += self._lately(title, party, line)
            row += [*self._officers(title, party), *self._people(title, party)]
            row += [round(10 * shares.get(party, 0.0)) for shares in meant]
            rows.append((party, [*row, int(title.ruled == party)]))
        none = [*shared, *[_NO_BODY] * (len(FEATURES) - len(shared) - 1), int(title.ruled is None)]
        return [*rows, (None, none)]

    def _pool(self, title: Title) -> list[str]:
        """The organisations named in the last sentences or in this one, the four named most, and whom rules take."""
        begin = self.sentences[max(0, title.number - BACK)].start
        near = self._mentions[bisect_left(self._starts, begin) : bisect_left(self._starts, self._end(title))]
        found = {m[2] for m in near} | {party for party, rank in self._rank.items() if rank < FOREMOST}
        found |= {party for party in (self.resolution.main, title.ruled) if party in self._counts}
        return sorted(found, key=lambda party: int(party[1:]))

    def _end(self, title: Title) -> int:
        return self.sentences[title.number].end

    def _shared(self, title: Title, options: int) -> list[int]:
        """What is the same for all candidates of a title."""
        text, sentence = self.text, self.sentences[title.number]
        words = text[title.start : title.end]
        owned = _OWNED.search(text, max(sentence.start, title.start - 40), title.start)
        lead = _LEAD.match(text, sentence.start, title.start)
        behind = text[title.end : title.end + 2]
        line = text.rfind("\n", 0, title.start) + 1
        stop = text.find("\n", title.end)
        quotes = [text.count("“", line, title.start) > text.count("”", line, title.start)]
        quotes.append(text.count('"', line, title.start) % 2 == 1)
        known = [m for m in self.resolution.mentions if m[2] == title.person and m[0] < sentence.start]
        return [
            next((n for n, sort in enumerate(_TITLES) if sort.search(words)), len(_TITLES)),
            int(words[:1].isupper()),
            _OWNED_CODES[owned.lastgroup or "a"] if owned else 0,
            int(lead is not None and lead.end() >= title.start),
            2 if behind[:1] == "," else 1 if behind[1:].isupper() else 0,
            int(_SAYS.search(text, title.end, sentence.end) is not None),
            int(any(quotes)), int(self.resolution.release), min(options, 12), min(title.number, 12),
            min(len(known), 3), min(((stop if stop > 0 else len(text)) - line) // 40, 10),
            int(_PAST.search(text, max(sentence.start, title.start - 30), title.start) is not None),
            min(len({m[2] for m in self._between(title.end, sentence.end)}), 4),
        ]  # fmt: skip

    def _between(self, start: int, end: int) -> list[Mention]:
        """The mentions of organisations that begin in [start, end)."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _standing(self, party: str) -> list[int]:
        """What an organisation is in the article."""
        name, most = self._names[party], max(self._counts.values())
        return [
            _KINDS.index(self.resolution.kind(party)),
            next((n for n, sort in enumerate(_SORTS) if sort.search(name)), len(_SORTS)),
            int(party == self.resolution.main), min(self._rank[party], 6), 10 * self._counts[party] // most,
            min(self._counts[party], 20), int(self._firsts[party] < self._first_line), int(self._firsts[party] < 300),
            int(party in self.resolution.sources),
        ]  # fmt: skip

    def _named(self, title: Title, back: int) -> dict[str, list[int]]:
        """The organisations named so many sentences back, before the title: their place there, how often each is named,
        and what stands around its first mention.
        """
        if title.number < back:
            return {}
        sentence = self.sentences[title.number - back]
        found: dict[str, list[int]] = {}
        for start, end, party, _ in self._between(sentence.start, min(sentence.end, title.start)):
            if party in found:
                found[party][1] += 1
                continue
            lead = _LEAD.match(self.text, sentence.start, start)
            opens = lead is not None and lead.end() >= start
            found[party] = [len(found), 1, before(self.text, start), after(self.text, end), int(opens)]
        return found

    def _line(self, title: Title) -> list[str]:
        """The first organisations of the paragraph so far, and of the one before."""
        begin = self.text.rfind("\n", 0, title.start) + 1
        above = self.text.rfind("\n", 0, max(0, begin - 1)) + 1
        while above and not self.text[above:begin].strip():
            begin, above = above, self.text.rfind("\n", 0, max(0, above - 1)) + 1
        here = self._between(self.text.rfind("\n", 0, title.start) + 1, title.start)
        return [found[0][2] if found else "" for found in (here, self._between(above, begin))]

    def _lately(self, title: Title, party: str, line: list[str]) -> list[int]:
        """Where and how an organisation was named last before a title."""
        text = self.text
        last = next((m for m in reversed(self._between(0, title.start)) if m[2] == party), None)
        later = sum(1 for m in self._between(title.end, self._end(title)) if m[2] == party)
        if last is None:
            return [-1, -1, -1, 0, 0, -1, -1, min(later, 3), 0]
        start, end, _, form = last
        number = bisect_right(self._begins, start) - 1
        return [
            min((title.start - end) // 20, 40), min(title.number - number, 12),
            min(text.count("\n", end, title.start), 6), int(line[0] == party), int(line[1] == party),
            _FORMS.index(form) if form in _FORMS else len(_FORMS),
            before(text, start), min(later, 3), int(_FROM.search(text, max(0, start - 24), start) is not None),
        ]  # fmt: skip

    def _officers(self, title: Title, party: str) -> list[int]:
        """Whether a title suits an organisation, whether somebody else has it there, how many others have a post."""
        words = self.text[title.start : title.end]
        others = [told for person, told in self._told.items() if told[1] == party and person != title.person]
        held = any(told[0].lower() == words.lower() for told in others)
        return [int(suits(words, self.resolution.kind(party), self._names[party])), int(held), min(len(others), 5)]

    def _people(self, title: Title, party: str) -> list[int]:
        """In how many sentences the person is named beside the organisation, and whether it has their family's name."""
        if title.person is None:
            return [-1, -1]
        names = [m[0] for m in self.resolution.mentions if m[2] == title.person and m[0] < title.start]
        told = {bisect_right(self._begins, start) for start in names}
        beside = {bisect_right(self._begins, m[0]) for m in self._mentions if m[2] == party}
        family = self._names[title.person].split()[-1:]
        return [min(len(told & beside), 5), int(bool(family) and family[0] in self._names[party].split())]
