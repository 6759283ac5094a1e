"""How a sentence is laid before the model: its words, the sentence before, who and what is mentioned where.

Names, sums and dates keep their words, and every wordpiece bears the mark of what it is part of, so that the model
need not know a name to know that it is one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..ner.words import CLS, SEP, SPECIAL, WORD, Pieces
from ..nlp import Analysis
from ..records import Date, Money
from ..resolve import Resolution

#: Longest window in wordpieces, and how many of them the sentence before may take (its last ones).
MAX_PIECES, MAX_BEFORE = 160, 48
#: Marks of a wordpiece; the main party is the company that the article is about.
NONE, MAIN, COMPANY, PERSON, PUBLIC_BODY, ORGANIZATION, SUM, DATE = range(8)
MARKS = 8
KINDS = {"company": COMPANY, "person": PERSON, "public_body": PUBLIC_BODY, "organization": ORGANIZATION}
PRONOUNS = frozenset(
    ["it", "its", "they", "their", "them", "he", "she", "his", "her", "him", "we", "our", "us", "who", "which", "whose"]
)
#: Rows of the table of marks: eight case shapes, eight marks, two sentences.
ROWS = 8 * MARKS * 2


@dataclass(slots=True)
class Window:
    """One sentence ready for the model; `sums` and `parties` map to stretches of wordpieces [low, high)."""

    number: int
    ids: list[int]
    codes: list[int]
    sums: list[tuple[str, tuple[int, int]]] = field(default_factory=list)
    #: Party id, stretch, and whether it stands in the sentence itself.
    parties: list[tuple[str, tuple[int, int], bool]] = field(default_factory=list)
    #: The wordpieces of the sentence itself begin here; `places` are the offsets of the words they belong to.
    base: int = 0
    places: list[tuple[int, int]] = field(default_factory=list)


class Cutter:
    """Cuts windows from the sentences of articles."""

    def __init__(self, pieces: Pieces):
        self._pieces = pieces

    def window(
        self,
        analysis: Analysis,
        number: int,
        resolution: Resolution,
        money: Sequence[Money],
        dates: Sequence[Date],
        main: str | None,
    ) -> Window:
        """The window of a sentence; what does not fit is cut at its end."""
        own = Window(number, [CLS], [SPECIAL])
        if number:
            before = self._part(analysis, number - 1, resolution, money, dates, main)
            ids, codes, spans, _ = before
            cut = max(0, len(ids) - MAX_BEFORE)
            shift = 1 - cut
            own.ids += ids[cut:]
            own.codes += codes[cut:]
            for kind, key, low, high in spans:
                if low >= cut and kind == "party":
                    own.parties.append((key, (low + shift, high + shift), False))
            own.ids.append(SEP)
            own.codes.append(SPECIAL)
        ids, codes, spans, places = self._part(analysis, number, resolution, money, dates, main)
        room = MAX_PIECES - len(own.ids) - 1
        base = own.base = len(own.ids)
        own.places = places[:room]
        own.ids += ids[:room]
        own.codes += [code + 8 * MARKS for code in codes[:room]]
        for kind, key, low, high in spans:
            if high <= room and kind == "party":
                own.parties.append((key, (low + base, high + base), True))
            elif high <= room:
                own.sums.append((key, (low + base, high + base)))
        own.ids.append(SEP)
        own.codes.append(SPECIAL)
        return own

    def _part(
        self,
        analysis: Analysis,
        number: int,
        resolution: Resolution,
        money: Sequence[Money],
        dates: Sequence[Date],
        main: str | None,
    ) -> tuple[list[int], list[int], list[tuple[str, str, int, int]], list[tuple[int, int]]]:
        sentence = analysis.sentences[number]
        marked: list[tuple[int, int, int, str, str]] = []
        named = [(start, end, party) for start, end, party, _ in resolution.overlapping(sentence.start, sentence.end)]
        for start, end, party in named + self._pronouns(analysis, number, resolution):
            mark = MAIN if party == main else KINDS[resolution.kind(party)]
            marked.append((start, end, mark, "party", party))
        marked += [(m.start, m.end, SUM, "sum", m.id) for m in money if sentence.start <= m.start < sentence.end]
        marked += [(d.start, d.end, DATE, "date", d.id) for d in dates if sentence.start <= d.start < sentence.end]
        marked.sort()
        ids: list[int] = []
        codes: list[int] = []
        places: list[tuple[int, int]] = []  # the offsets of each wordpiece's word
        at = 0
        for found in WORD.finditer(analysis.article.text, sentence.start, sentence.end):
            pieces, shape = self._pieces.of(found.group())
            start, end = found.span()
            while at < len(marked) and marked[at][1] <= start:
                at += 1
            mark = marked[at][2] if at < len(marked) and marked[at][0] < end else NONE
            ids += pieces
            codes += [shape + 8 * mark] * len(pieces)
            places += [(start, end)] * len(pieces)
        starts, ends = [p[0] for p in places], [p[1] for p in places]
        spans = []
        for start, end, _, kind, key in marked:
            if kind == "date":
                continue
            low, high = bisect_left(ends, start + 1), bisect_left(starts, end)
            if low < high:
                spans.append((kind, key, low, high))
        return ids, codes, spans, places

    @staticmethod
    def _pronouns(analysis: Analysis, number: int, resolution: Resolution) -> list[tuple[int, int, str]]:
        """The pronouns of a parsed sentence of which is sure whom they mean."""
        parse = analysis.parses.get(number)
        if parse is None:
            return []
        found = []
        for token in parse.doc:
            if token.lower_ in PRONOUNS:
                party = resolution.pronoun(parse, token, number)
                if party:
                    start = parse.starts[token.i]
                    found.append((start, parse.ends[token.i], party))
        return found
