"""Of which organisation something is told that names none, by what was learned from annotated news.

"Finance director Ada Tullow said", "Net profit fell to $3 million": each organisation of the article that may be meant
is described by a row of small whole numbers (`FEATURES`): where it was named last, how, how often, what was told of it
before, whom the rules would take. Trees give each row points; the softmax over all rows, with one more for "none of
them", says how likely each is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..boosted import trees
from ..mentions import Sentence
from ..resolve.around import after, before, leads

if TYPE_CHECKING:
    from ..resolve import Resolution
    from ..resolve.result import Mention

WEIGHTS = Path(__file__).parent / "weights"
#: How many sentences back an organisation is looked for, besides the one of the question.
BACK = 3
#: How likely an organisation must be.
LEAST = 0.4
#: How many of those named most are looked at wherever they stand.
FOREMOST = 4
#: How many of a person's last mentions are looked at.
RECENT = 50
#: What a feature has that the candidate "none of them" cannot have.
_NO_BODY = -2
_KINDS = ("company", "public_body", "organization")
_FORMS = ("name", "nominal", "pronoun")
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
_SAYS = re.compile(
    r"\b(?:said|says|told|added|warned|denied|called|insisted|confirmed|argued|noted|declined|wrote|asked)\b"
)
_PAST = re.compile(r"(?i)\b(?:former|ex|once|onetime|then|previous|erstwhile|late)[\s-]")
_FROM = re.compile(r"\b(?:from|(?:formerly|previously|lately|late|most\srecently)\s(?:of|at|with))\s(?:the\s)?$")

#: What the trees are told of a candidate, in order; the first fourteen are the same for all of a question.
FEATURES = (
    "words", "capital", "owned", "opens", "follows", "says", "quoted", "release", "options", "sentence", "known_person",
    "line", "past", "behind",
    "kind", "sort", "main", "rank", "share", "mentions", "first_line", "first_lines", "source",
    *(f"{what}{back}" for back in range(BACK + 1) for what in ("order", "count", "before", "after", "lead")),
    "distance", "sentences_since", "lines_since", "line_first", "last_first", "form", "last_before", "later", "left",
    "suits", "told", "often", "together", "family",
    "its", "company", "ruled",
)  # fmt: skip


class Question(NamedTuple):
    """The words at [start, end) of the sentence with that number of which it is asked whose they are, the person that
    they are told of, if any, and whose they are by the rules.
    """

    number: int
    start: int
    end: int
    person: str | None
    ruled: str | None


class Chooser:
    """Weighs the organisations of one article."""

    #: Sorts of the words that are asked of, the first that matches counts; and the file of trees.
    sorts: tuple[re.Pattern[str], ...] = ()
    weights: Path

    def __init__(self, text: str, sentences: list[Sentence], resolution: Resolution):
        self.text, self.sentences, self.resolution = text, sentences, resolution
        self._begins = [sentence.start for sentence in sentences]
        self.names = {party.id: party.name for party in resolution.parties}
        self._mentions = [m for m in resolution.mentions if resolution.kind(m[2]) != "person"]
        self._starts = [m[0] for m in self._mentions]
        self._counts = Counter(m[2] for m in self._mentions)
        order = sorted(self._counts, key=lambda party: (-self._counts[party], int(party[1:])))
        self._rank = {party: place for place, party in enumerate(order)}
        self._foremost = order[:FOREMOST]
        #: Each party's mentions, where they begin, and the numbers of the sentences that they are in.
        self._own: dict[str, list[Mention]] = {}
        for mention in resolution.mentions:
            self._own.setdefault(mention[2], []).append(mention)
        self._own_starts = {party: [m[0] for m in own] for party, own in self._own.items()}
        self._own_sentences = {p: {self.sentence(start) for start in own} for p, own in self._own_starts.items()}
        self._breaks = [match.start() for match in re.finditer("\n", text)]
        self._first_line = self._breaks[0] if self._breaks and self._breaks[0] else 100

    def choose(self, question: Question) -> str | None:
        """The likeliest organisation; None if that is not sure."""
        if len(self._counts) == 1:
            return question.ruled  # there is nothing to choose from
        shares = self.shares(question)
        able = self.able(question, [party for party in shares if party])
        best = max(able, key=lambda party: shares[party], default=None)
        if best is None or shares[best] < LEAST * (shares[None] + sum(shares[party] for party in able)):
            return None
        return best

    def able(self, question: Question, parties: list[str]) -> list[str]:
        """Those of the candidates that can be meant at all."""
        return parties

    def past(self, question: Question, party: str) -> list[int]:
        """Three numbers on what was told of an organisation before."""
        raise NotImplementedError

    def sentence(self, at: int) -> int:
        """The number of the sentence that an offset is in."""
        return bisect_right(self._begins, at) - 1

    def shares(self, question: Question) -> dict[str | None, float]:
        """How likely each organisation is; sums to 1 with None: none of them. {} for no candidate."""
        rows = self.rows(question)
        if len(rows) < 2:
            return {}
        shares = trees(self.weights).shares([row for _, row in rows])
        return {party: share for (party, _), share in zip(rows, shares, strict=True)}

    def rows(self, question: Question) -> list[tuple[str | None, list[int]]]:
        """The features of each candidate, in the order of the parties, and of None at the end."""
        pool = self._pool(question)
        shared = self._shared(question, len(pool))
        lasts = [self._named(question, back) for back in range(BACK + 1)]
        line = self._line(question)
        meant = [self.resolution.meant(question.start, sort) for sort in ("its", "company")]
        rows: list[tuple[str | None, list[int]]] = []
        for party in pool:
            row = [*shared, *self._standing(party)]
            for named in lasts:
                first = named.get(party)
                row += [-1, 0, -1, -1, -1] if first is None else first
            row += self._lately(question, party, line)
            row += [*self.past(question, party), *self._people(question, party)]
            row += [round(10 * shares.get(party, 0.0)) for shares in meant]
            rows.append((party, [*row, int(question.ruled == party)]))
        none = [*shared, *[_NO_BODY] * (len(FEATURES) - len(shared) - 1), int(question.ruled is None)]
        return [*rows, (None, none)]

    def _pool(self, question: Question) -> list[str]:
        """The organisations named in the last sentences or in this one, the four named most, and whom rules take."""
        begin = self.sentences[max(0, question.number - BACK)].start
        near = self._mentions[bisect_left(self._starts, begin) : bisect_left(self._starts, self._end(question))]
        found = {m[2] for m in near} | set(self._foremost)
        found |= {party for party in (self.resolution.main, question.ruled) if party in self._counts}
        return sorted(found, key=lambda party: int(party[1:]))

    def _end(self, question: Question) -> int:
        return self.sentences[question.number].end

    def _shared(self, question: Question, options: int) -> list[int]:
        """What is the same for all candidates of a question."""
        text, sentence = self.text, self.sentences[question.number]
        words = text[question.start : question.end]
        owned = _OWNED.search(text, max(sentence.start, question.start - 40), question.start)
        behind = text[question.end : question.end + 2]
        line = text.rfind("\n", 0, question.start) + 1
        stop = text.find("\n", question.end)
        quotes = [text.count("“", line, question.start) > text.count("”", line, question.start)]
        quotes.append(text.count('"', line, question.start) % 2 == 1)
        known = bisect_left(self._own_starts.get(question.person or "", []), sentence.start)
        return [
            next((n for n, sort in enumerate(self.sorts) if sort.search(words)), len(self.sorts)),
            int(words[:1].isupper()),
            _OWNED_CODES[owned.lastgroup or "a"] if owned else 0,
            int(leads(text, sentence.start, question.start)),
            2 if behind[:1] == "," else 1 if behind[1:].isupper() else 0,
            int(_SAYS.search(text, question.end, sentence.end) is not None),
            int(any(quotes)), int(self.resolution.release), min(options, 12), min(question.number, 12),
            min(known, 3), min(((stop if stop > 0 else len(text)) - line) // 40, 10),
            int(_PAST.search(text, max(sentence.start, question.start - 30), question.start) is not None),
            min(len({m[2] for m in self._between(question.end, sentence.end)}), 4),
        ]  # fmt: skip

    def _between(self, start: int, end: int) -> list[Mention]:
        """The mentions of organisations that begin in [start, end)."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _standing(self, party: str) -> list[int]:
        """What an organisation is in the article."""
        name, most, first = self.names[party], self._counts[self._foremost[0]], self._own_starts[party][0]
        return [
            _KINDS.index(self.resolution.kind(party)),
            next((n for n, sort in enumerate(_SORTS) if sort.search(name)), len(_SORTS)),
            int(party == self.resolution.main), min(self._rank[party], 6), 10 * self._counts[party] // most,
            min(self._counts[party], 20), int(first < self._first_line), int(first < 300),
            int(party in self.resolution.sources),
        ]  # fmt: skip

    def _named(self, question: Question, back: int) -> dict[str, list[int]]:
        """The organisations named so many sentences back, before the question: their place there, how often each is,
        and what stands around its first mention.
        """
        if question.number < back:
            return {}
        sentence = self.sentences[question.number - back]
        found: dict[str, list[int]] = {}
        for start, end, party, _ in self._between(sentence.start, min(sentence.end, question.start)):
            if party in found:
                found[party][1] += 1
                continue
            opens = int(leads(self.text, sentence.start, start))
            found[party] = [len(found), 1, before(self.text, start), after(self.text, end), opens]
        return found

    def _line(self, question: Question) -> list[str]:
        """The first organisations of the paragraph so far, and of the one before."""
        begin = self.text.rfind("\n", 0, question.start) + 1
        above = self.text.rfind("\n", 0, max(0, begin - 1)) + 1
        while above and not self.text[above:begin].strip():
            begin, above = above, self.text.rfind("\n", 0, max(0, above - 1)) + 1
        here = self._between(self.text.rfind("\n", 0, question.start) + 1, question.start)
        return [found[0][2] if found else "" for found in (here, self._between(above, begin))]

    def _lately(self, question: Question, party: str, line: list[str]) -> list[int]:
        """Where and how an organisation was named last before a question."""
        text, starts = self.text, self._own_starts[party]
        later = bisect_left(starts, self._end(question)) - bisect_left(starts, question.end)
        at = bisect_left(starts, question.start)
        if not at:
            return [-1, -1, -1, 0, 0, -1, -1, min(max(later, 0), 3), 0]
        start, end, _, form = self._own[party][at - 1]
        lines = bisect_left(self._breaks, question.start) - bisect_left(self._breaks, end)
        return [
            min((question.start - end) // 20, 40), min(question.number - self.sentence(start), 12),
            min(lines, 6), int(line[0] == party), int(line[1] == party),
            _FORMS.index(form) if form in _FORMS else len(_FORMS),
            before(text, start), min(max(later, 0), 3), int(_FROM.search(text, max(0, start - 24), start) is not None),
        ]  # fmt: skip

    def _people(self, question: Question, party: str) -> list[int]:
        """In how many sentences the person is named beside the organisation, and whether it has their family's name."""
        if question.person is None:
            return [-1, -1]
        starts = self._own_starts.get(question.person, [])
        last = bisect_left(starts, question.start)
        told = {self.sentence(start) for start in starts[max(0, last - RECENT) : last]}
        family = self.names[question.person].split()[-1:]
        named_so = bool(family) and family[0] in self.names[party].split()
        return [min(len(told & self._own_sentences[party]), 5), int(named_so)]
