"""Whom a reference means, by what was learned from references in news that readers have answered.

Each party that may be meant is described by a row of small whole numbers (`FEATURES`): where it was named last, how,
how often, and what kind of word refers to it. Trees give each row points; the softmax over all rows, with one more for
"none of them", says how likely each is. Points are whole numbers, so that they add up to the same on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from ..boosted import trees
from .around import after, before, leads
from .scene import Scene

WEIGHTS = Path(__file__).parent / "weights" / "antecedents.json"
#: How many sentences back a party is looked for, besides the one of the reference.
BACK = 3
#: How many sentences back the reference before this one is looked for, and how many are followed back.
CHAIN_BACK, CHAIN = 2, 6
#: What a reference can be: pronouns, then nouns. Its place in this list is what the trees know it by.
SORTS = ("it", "its", "he", "his", "they", "their", "company", "maker", "body", "holder")
_KINDS = ("company", "public_body", "organization", "person")
_PRONOUNS = {
    "it": "it", "its": "its", "he": "he", "she": "he", "him": "he", "his": "his", "her": "his", "they": "they",
    "them": "they", "their": "their",
}  # fmt: skip
_PERSONAL_SORTS = frozenset({"he", "his", "holder"})
#: Role nouns that tell nothing about what a company does.
PLAIN = frozenset({"company", "firm", "group", "corporation", "business"})
#: The rules that resolve nouns, by their reasons; "the only … it can mean" comes behind them.
_RULES = (
    "the last one whose name holds the noun", "described so elsewhere", "named for what it does",
    "the only one from there", "the main one of its sort", "the issuer of the release", "nearest subject",
)  # fmt: skip
_NEXT = re.compile(
    r"(?:\s(?P<be>is|was|are|were)|(?P<short>['’]s|['’]re)|\s(?P<have>has|had|have)|\s(?P<will>will|would|can|could|may|might"
    r"|plans|expects|hopes|intends|aims)|\s(?P<did>[a-z]{2,}ed)|\s(?P<does>[a-z]{2,}[^s\W]s)|\s(?P<word>[a-z]+))\b"
)
_NEXT_CODES = {"be": 1, "short": 2, "have": 3, "will": 4, "did": 5, "does": 6, "word": 7}
#: Words before a reference that open a clause, and prepositions.
_OPENERS = frozenset(
    {"that", "said", "says", "if", "when", "while", "because", "as", "and", "but", "which", "where", "after", "before",
     "until", "since", "although", "though", "whether", "once", "so", "than", "or", "what", "how", "why"}
)  # fmt: skip
_PREPOSITIONS = frozenset(
    {"of", "for", "by", "from", "with", "at", "in", "on", "to", "against", "into", "between", "under", "over", "about",
     "through", "via", "within", "across", "among", "behind", "around"}
)  # fmt: skip
_WORD = re.compile(r"[\w'’-]+")
#: Words behind "it" that make it mean nothing: "it is clear that", "it seems".
_EMPTY = re.compile(
    r"\s(?:(?:is|was|would be|will be|may be|might be|has been|’s|'s)\s(?:not\s|now\s|also\s|still\s)?(?:[a-z]+ly\s)?"
    r"(?:clear|unclear|likely|unlikely|possible|impossible|important|hard|difficult|easy|time|too|not|true|expected|"
    r"understood|believed|thought|reported|estimated|a|an|the|all|about|up|only|essential|necessary|crucial|\w+ that)\b"
    r"|(?:seems|appears|takes|took|turns|turned|remains|makes sense|comes|came|depends|happens)\b)"
)
_NEUTRAL = re.compile(r"\b(?:[Ii]ts?|[Tt]hey|[Tt]heir|[Tt]hem)\b")
_PERSONAL = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b")
#: What stands behind the agency of a dateline.
_WIRE = re.compile(r"\)\s*(?:--?|–|—)")
#: What a feature has that the candidate "none of them" cannot have.
_NO_PARTY = -2

#: What the trees are told of a candidate, in order. The first eleven are of the reference, "kind" aside.
FEATURES = (
    "sort", "kind", "options", "opens", "before_word", "after_word", "quoted", "empty", "release", "sentence", "behind",
    *(f"{what}{back}" for back in range(BACK + 1) for what in ("order", "count", "before", "after", "lead")),
    "nearest", "distance", "sentences_since", "line_since", "mentions", "earlier", "rank", "share", "main", "title",
    "first_lines", "line_first", "chained", "chain_back", "source", "dateline", "words", "after", "suits", "ruled",
)  # fmt: skip
_KIND, _CHAINED, _CHAIN_BACK, _RULED = (FEATURES.index(name) for name in ("kind", "chained", "chain_back", "ruled"))
_ORDER = [FEATURES.index(f"order{back}") for back in range(BACK + 1)]

Place = tuple[int, int]


class Reference(NamedTuple):
    """A place that refers to a party: [start, end) and what it is (one of `SORTS`)."""

    start: int
    end: int
    sort: str

    @property
    def personal(self) -> bool:
        """Whether it means a person."""
        return self.sort in _PERSONAL_SORTS


class Ruled(NamedTuple):
    """What a rule has answered: the number of a party, and the rule's own number from 2 on (0: none has)."""

    number: int | None
    code: int


NO_RULE = Ruled(None, 0)
_NOTHING: Mapping[int, int] = {}


def code_of(why: str) -> int:
    """The number by which the trees know a rule that resolves nouns.

    >>> code_of("nearest subject"), code_of("the only company it can mean")
    (8, 9)
    """
    return _RULES.index(why) + 2 if why in _RULES else len(_RULES) + 2


def sort_of(word: str, kinds: Collection[str] = ()) -> str | None:
    """The sort of a pronoun or of a role noun of these kinds; None for words that refer to nobody.

    >>> [sort_of(word) for word in ("It", "her", "them", "who")]
    ['it', 'his', 'they', None]
    >>> sort_of("company", {"company"}), sort_of("insurer", {"company"}), sort_of("ministry", {"public_body"})
    ('company', 'maker', 'body')
    """
    low = word.lower()
    if low in _PRONOUNS:
        return _PRONOUNS[low]
    if "company" in kinds:
        return "company" if low in PLAIN else "maker"
    if "person" in kinds:
        return "holder"
    return "body" if kinds else None


class _Seen:
    """A party that a reference may mean: its first mention in each of the last sentences, its place there among the
    candidates, and how often it is named in each.
    """

    __slots__ = ("counts", "number", "order", "spans")

    def __init__(self, number: int):
        self.number = number
        self.spans: list[Place | None] = [None] * (BACK + 1)
        self.order, self.counts = [-1] * (BACK + 1), [0] * (BACK + 1)


class Antecedents:
    """Weighs the parties that the references of one article may mean."""

    def __init__(self, scene: Scene):
        self.scene, self.text, self.drafts = scene, scene.text, scene.drafts
        self._looks: dict[Place, tuple[int, int, int]] = {}
        self._known: dict[Reference, int] = {}
        self._depth = 0
        order = sorted(range(len(self.drafts)), key=lambda n: (-len(self.drafts[n].mentions), n))
        self._rank = {n: place for place, n in enumerate(order)}
        first_line = self.text.find("\n")
        self._first_line = first_line if first_line > 0 else 100

    def shares(
        self, reference: Reference, pool: Collection[int], suits: Mapping[int, int] = _NOTHING, ruled: Ruled = NO_RULE
    ) -> dict[int | None, float]:
        """How likely each party of the pool is meant; sums to 1 with None: nobody of them. {} for no candidate.

        `suits` says how well a party suits a noun (0 to 5), `ruled` whom a rule has taken.
        """
        rows = self.rows(reference, pool, suits, ruled)
        if len(rows) < 2:
            return {}
        shares = trees(WEIGHTS).shares([row for _, row in rows])
        return {number: share for (number, _), share in zip(rows, shares, strict=True)}

    @staticmethod
    def likeliest(shares: Mapping[int | None, float], least: float, apart: float) -> int | None:
        """The party with the largest share, if that is `least` or more and, among the parties alone, `apart` or more.

        >>> Antecedents.likeliest({4: 0.4, 7: 0.1, None: 0.5}, 0.3, 0.6)
        4
        >>> Antecedents.likeliest({4: 0.4, 7: 0.3, None: 0.3}, 0.3, 0.6), Antecedents.likeliest({}, 0.3, 0.6)
        (None, None)
        """
        parties = [n for n in shares if n is not None]
        best = max(parties, key=lambda n: shares[n], default=None)
        if best is None or shares[best] < least:
            return None
        return best if shares[best] >= apart * sum(shares[n] for n in parties) else None

    def rows(
        self, reference: Reference, pool: Collection[int], suits: Mapping[int, int] = _NOTHING, ruled: Ruled = NO_RULE
    ) -> list[tuple[int | None, list[int]]]:
        """The features of each candidate, in the order of the parties, and of None at the end."""
        here = self.scene.sentence(reference.start)
        if here is None:
            return []
        wanted = set(pool)
        chained, chain_back = self._chained(reference, here, wanted)
        seen = self._seen(reference, here, wanted, chained)
        shared = self._shared(reference, here, len(seen))
        nearest = max((s for entry in seen for s in entry.spans if s), key=lambda span: span[1], default=(0, 0))
        rows: list[tuple[int | None, list[int]]] = []
        for entry in seen:
            row = [*shared]
            row[_KIND] = _KINDS.index(self.drafts[entry.number].kind)
            for back, span in enumerate(entry.spans):
                row += [entry.order[back], entry.counts[back], *(self._look(span) if span else (-1, -1, -1))]
            row += self._standing(reference, here, entry, nearest)
            row += [int(chained == entry.number) if chained is not None else -1, chain_back]
            row += self._own(reference, here, entry)
            row += [suits.get(entry.number, -1)]
            row += [ruled.code if entry.number == ruled.number else int(ruled.code > 0)]
            rows.append((entry.number, row))
        none = [*shared, *[_NO_PARTY] * (len(FEATURES) - len(shared))]
        none[_KIND], none[_CHAINED], none[_CHAIN_BACK] = _NO_PARTY, -1 if chained is None else 1, chain_back
        none[_RULED] = ruled.code
        for back, at in enumerate(_ORDER):
            none[at] = sum(1 for entry in seen if entry.spans[back])
        return [*rows, (None, none)]

    def _seen(self, reference: Reference, here: int, wanted: set[int], chained: int | None) -> list[_Seen]:
        """The candidates: those named in the last sentences, whom the reference before means, the main company, and
        the two that are named most.
        """
        scene, found = self.scene, dict[int, _Seen]()
        for back in range(min(BACK, here) + 1):
            sentence, place = scene.sentences[here - back], 0
            for span, number in scene.between(sentence.start, min(sentence.end, reference.start)):
                if number not in wanted or span[1] > reference.start:
                    continue
                entry = found.setdefault(number, _Seen(number))
                if entry.spans[back] is None:
                    entry.spans[back], entry.order[back] = span, place
                    place += 1
                entry.counts[back] += 1
        standing = [n for n in wanted if n == chained or self.drafts[n] is scene.main]
        standing += sorted(wanted, key=lambda n: self._rank[n])[:2]
        for number in standing:
            if number not in found and self.drafts[number].first < reference.start:
                found[number] = _Seen(number)
        return [found[number] for number in sorted(found)]

    def _shared(self, reference: Reference, here: int, options: int) -> list[int]:
        """What is the same for all candidates of a reference."""
        text, sentence, (start, end, sort) = self.text, self.scene.sentences[here], reference
        opens = leads(text, sentence.start, start)
        words = _WORD.findall(text[max(sentence.start, start - 40) : start])
        before = words[-1].lower() if words else ""
        code = 0 if opens or not before else 1 if before in _OPENERS else 2 if before in _PREPOSITIONS else 3
        line = text.rfind("\n", 0, start) + 1
        quoted = text.count("“", line, start) > text.count("”", line, start) or text.count('"', line, start) % 2 == 1
        behind = {n for _, n in self.scene.between(end, sentence.end)}
        following = _NEXT.match(text, end)
        return [
            SORTS.index(sort), 0, options, int(opens), code,
            _NEXT_CODES[following.lastgroup or "word"] if following else 0,
            int(quoted), int(sort == "it" and _EMPTY.match(text, end) is not None), int(self.scene.release),
            min(here, 9), len(behind),
        ]  # fmt: skip

    def _look(self, span: Place) -> tuple[int, int, int]:
        """What stands before and behind a mention, and whether it opens its sentence (2) or is its first name (1)."""
        if span not in self._looks:
            (start, end), text = span, self.text
            number = self.scene.sentence(start)
            begin = self.scene.sentences[number].start if number is not None else start
            named = any(stop <= start for (_, stop), _ in self.scene.between(begin, start))
            self._looks[span] = (
                before(text, start),
                after(text, end),
                2 if leads(text, begin, start) else int(not named),
            )
        return self._looks[span]

    def _standing(self, reference: Reference, here: int, entry: _Seen, nearest: Place) -> list[int]:
        """How near and how prominent a party is."""
        draft, scene = self.drafts[entry.number], self.scene
        named = [span for span, (form, _) in draft.mentions.items() if form == "name" and span[1] <= reference.start]
        last = max(named, default=(0, 0))
        number = scene.sentence(last[0])
        most = max((len(d.mentions) for d in self.drafts), default=1)
        return [
            int(nearest in entry.spans), min((reference.start - last[1]) // 20, 40),
            min(here - number, 9) if number is not None else 9,
            min(self.text.count("\n", last[1], reference.start), 4),
            min(len(draft.mentions), 20), min(len(named), 20), min(self._rank[entry.number], 6),
            10 * len(draft.mentions) // max(most, 1), int(draft is scene.main), int(draft.first < self._first_line),
            int(draft.first < 300), self._line_first(reference, entry.number),
        ]  # fmt: skip

    def _line_first(self, reference: Reference, number: int) -> int:
        """2 where the paragraph opens with the party's name, 1 where it is the first party that it names."""
        begin = self.text.rfind("\n", 0, reference.start) + 1
        first = next(iter(self.scene.between(begin, reference.start)), None)
        if first is None or first[1] != number:
            return 0
        return 2 if leads(self.text, begin, first[0][0]) else 1

    def _own(self, reference: Reference, here: int, entry: _Seen) -> list[int]:
        """Whether a party is only a source, the agency of a dateline, of how many words its name is, and how often it
        stands behind the reference in its sentence.
        """
        scene, span = self.scene, next((s for s in entry.spans if s), None)
        source = int(span is not None and scene.is_source(span[0])) + 2 * int(scene.exchange(entry.number))
        wire = span is not None and _WIRE.match(self.text, span[1]) is not None
        behind = scene.between(reference.end, scene.sentences[here].end)
        words = len(self.drafts[entry.number].names[0].core)
        return [source, int(wire), min(words, 3), min(sum(1 for _, n in behind if n == entry.number), 2)]

    # -- the reference before --------------------------------------------------------------------------

    def _chained(self, reference: Reference, here: int, wanted: set[int]) -> tuple[int | None, int]:
        """Whom the reference before, in this sentence or the two before, means (-1: nobody of the pool; None: there is
        none), and how many sentences back it stands.
        """
        scene = self.scene
        begin = scene.sentences[max(0, here - CHAIN_BACK)].start
        words = _PERSONAL if reference.personal else _NEUTRAL
        at, number = -1, -1
        for candidate in sorted(wanted):
            for span, (form, _) in self.drafts[candidate].mentions.items():
                if form == "nominal" and max(begin, at + 1) <= span[0] and span[1] <= reference.start:
                    at, number = span[0], candidate
        last = max(words.finditer(self.text, begin, reference.start), key=re.Match.start, default=None)
        if last is not None and last.start() > at:
            at, number = last.start(), self._answer(Reference(last.start(), last.end(), _PRONOUNS[last[0].lower()]))
        if at < 0:
            return None, 9
        sentence = scene.sentence(at)
        return number if number in wanted else -1, here - sentence if sentence is not None else 9

    def _answer(self, reference: Reference) -> int:
        """The likeliest party that a pronoun means, -1 for nobody."""
        if reference not in self._known:
            if self._depth >= CHAIN:
                return -1
            self._depth += 1
            pool = [n for n, draft in enumerate(self.drafts) if (draft.kind == "person") == reference.personal]
            shares = self.shares(reference, pool)
            self._depth -= 1
            best = max(shares, key=lambda n: shares[n], default=None)
            self._known[reference] = -1 if best is None else best
        return self._known[reference]
