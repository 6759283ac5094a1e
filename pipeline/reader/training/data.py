"""Gold articles as examples: windows with what their sums and pairs of parties tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ...evaluate import load_folders
from ...evaluate.facts import _amount_key
from ...evaluate.gold import GoldArticle, locate
from ...evaluate.parties import PartyMap
from ...extractor import Extractor
from ...link.linker import main_party
from ...mentions import Article, Span
from ...ner.words import Pieces
from ...nlp import Analysis
from ...read import read_inputs
from ...records import Date, Money, Record
from ...resolve import Resolution
from ..labels import (
    BEGIN,
    CHANGES,
    CLAUSE_TYPES,
    ELSE,
    EMPTY,
    INSIDE,
    METRICS,
    OUTSIDE,
    PAIR_TYPES,
    STATUSES,
    SUM_TYPES,
)
from ..windows import Cutter, Window

#: Wordpieces of a window: [low, high).
Stretch = tuple[int, int]


@dataclass(slots=True)
class SumTarget:
    """What a sum tells; `type` is -1 where that is not judged."""

    type: int
    status: int = -1
    metric: int = -1
    subjects: list[str] = field(default_factory=list)
    objects: list[str] = field(default_factory=list)
    texts: tuple[Stretch | None, Stretch | None] = (None, None)
    """The words that stand for subject and object where no party is named."""


@dataclass(slots=True)
class PostTarget:
    """What a person has to do with somebody; `held` is -1 where that is not judged."""

    held: int
    title: Stretch | None = None
    employers: list[str] = field(default_factory=list)
    change: int = -1
    status: int = -1


@dataclass(slots=True)
class Example:
    """A window and its targets."""

    stem: str
    window: Window
    main: str | None
    sums: list[SumTarget]
    pairs: dict[tuple[str, str], tuple[int, int]]
    """Ordered pair of party ids: type (-1: not judged) and status."""
    claimed: set[str] = field(default_factory=set)
    clauses: list[int] = field(default_factory=list)
    """Of each wordpiece of the sentence itself: outside (0), first (1) or other (2) word of a term."""
    clause_types: list[int] = field(default_factory=list)
    """And the type of the term (-1: none)."""
    clause_wanted: bool = False
    posts: dict[int, PostTarget] = field(default_factory=dict)
    """By the number of a person's mention in `window.parties`."""


class Watching(Extractor):
    """An extractor that keeps what it had at hand for each record."""

    def _record(self, analysis, resolution, money, dates):
        record = super()._record(analysis, resolution, money, dates)
        article = self.gold[Path(record.article.source.path or "").stem]
        self.seen += of_article(article, analysis, resolution, money, dates, record, self.cutter, analysis.terms)
        return record


def examples(folders: Sequence[Path | str], extractor: Watching, pieces: Pieces) -> list[Example]:
    extractor.gold = {article.stem: article for article in load_folders(folders)}
    inputs = [a for a in read_inputs([g.path for g in extractor.gold.values()]) if isinstance(a, Article)]
    extractor.cutter = Cutter(pieces)
    extractor.seen = []
    for _ in extractor.pipe(inputs):
        pass
    return extractor.seen


def of_article(
    article: GoldArticle,
    analysis: Analysis,
    resolution: Resolution,
    money: Sequence[Money],
    dates: Sequence[Date],
    record: Record,
    cutter: Cutter,
    terms: frozenset[int] = frozenset(),
) -> Iterator[Example]:
    """The examples of an article: windows with a sum, two parties or a term, and those of the sentences `terms`."""
    text = record.article.text
    parties = PartyMap(article, record)
    back: dict[str, list[str]] = defaultdict(list)
    for found, wanted in parties.to_gold.items():
        back[wanted].append(found)

    def ids(party: str | None, words: str | None, empty: str) -> list[str]:
        if party is None and words is None:
            return [empty]
        return back.get(party or "", []) or [ELSE]

    names = {p.id: sorted((p.name, *p.aliases), key=len, reverse=True) for p in article.gold.parties}
    facts = []
    for fact in article.gold.facts:
        where = locate(text, fact.evidence)
        facts.append((
            fact, where, _amount_key(fact.amount),
            ids(fact.subject, fact.subject_text, ELSE), ids(fact.object, fact.object_text, EMPTY),
        ))  # fmt: skip
    clauses = [(span, c.type) for c in article.gold.clauses if (span := locate(text, c.text, c.nth))]
    main = main_party(analysis, resolution) or resolution.main
    claimed = {_amount_key(f.amount) for f in record.facts if f.amount}
    for number, sentence in enumerate(analysis.sentences):
        window = cutter.window(analysis, number, resolution, money, dates, main)
        present = list(dict.fromkeys(p for p, _, own in window.parties if own))
        if (
            not window.sums
            and len(present) < 2
            and number not in terms
            and not any(resolution.kind(p) == "person" for p in present)
            and not any(c.start < sentence.end and sentence.start < c.end for c, _ in clauses)
        ):
            continue
        if sentence.role == "chrome":
            continue
        span = Span(sentence.start, sentence.end)
        here = [f for f in facts if f[1] and _same(f[1], span)]
        by_id = {m.id: m for m in money}
        sums = []
        for key, _ in window.sums:
            m = by_id[key]
            value = (m.currency, m.amount, m.min, m.max)
            told = [f for f in here if f[2] == value]
            if told:
                first = told[0][0]
                same = [f for f in told if f[0].type == first.type]
                sums.append(SumTarget(
                    SUM_TYPES.index(first.type) if first.type in SUM_TYPES else -1,
                    STATUSES.index(first.status),
                    METRICS.index(first.metric) if first.metric in METRICS else -1,
                    sorted({i for f in same for i in f[3]}), sorted({i for f in same for i in f[4]}),
                    (
                        _named(window, text, first.subject, first.subject_text, names),
                        _named(window, text, first.object, first.object_text, names),
                    ),
                ))  # fmt: skip
            elif any(f[2] == value for f in facts) or m.equivalent_of:
                sums.append(SumTarget(-1))
            else:
                sums.append(SumTarget(0))
        pairs = {}
        for one in present:
            for other in present:
                if one == other:
                    continue
                told = [f for f in here if one in f[3] and other in f[4] and f[0].type in PAIR_TYPES]
                if told:
                    pairs[one, other] = PAIR_TYPES.index(told[0][0].type), STATUSES.index(told[0][0].status)
                elif any(one in f[3] and other in f[4] for f in facts):
                    pairs[one, other] = -1, -1
                else:
                    pairs[one, other] = 0, -1
        posts = {}
        for at, (person, _, own) in enumerate(window.parties):
            if own and resolution.kind(person) == "person" and person not in {window.parties[i][0] for i in posts}:
                posts[at] = _post(person, window, text, facts, here)
        marks, kinds = _clause_labels(window, clauses)
        yield Example(
            article.stem,
            window,
            main,
            sums,
            pairs,
            {k for k, _ in window.sums if (by_id[k].currency, by_id[k].amount, by_id[k].min, by_id[k].max) in claimed},
            marks,
            kinds,
            number in terms,
            posts,
        )


def _post(person: str, window: Window, text: str, facts: Sequence[tuple], here: Sequence[tuple]) -> PostTarget:
    """What the gold says of a person's post; not judged where another sentence tells what this one may repeat."""
    told = [f for f in here if f[0].type == "position" and person in f[3]]
    if told:
        first, *_, employers = told[0]
        stretch = _stretch(window, text, first.title)
        return PostTarget(1, stretch, employers, CHANGES.index(first.change or "holds"), STATUSES.index(first.status))
    elsewhere = any(f[0].type == "position" and person in f[3] for f in facts)
    return PostTarget(-1 if elsewhere else 0)


def _named(
    window: Window, text: str, party: str | None, words: str | None, names: Mapping[str, Sequence[str]]
) -> Stretch | None:
    """The words of a side: those of the gold, or a name of its party, which may not have been found."""
    places = (_stretch(window, text, name) for name in ((words,) if words else names.get(party or "", ())))
    return next((place for place in places if place), None)


def _stretch(window: Window, text: str, words: str | None) -> Stretch | None:
    """The wordpieces of words in the sentence itself, in any case; None where they don't stand there."""
    if not words or not window.places:
        return None
    begin = window.places[0][0]
    at = text.lower().find(words.lower(), begin, window.places[-1][1])
    if at < 0:
        return None
    rows = [row for row, (start, end) in enumerate(window.places) if start < at + len(words) and at < end]
    return window.base + rows[0], window.base + rows[-1] + 1


def _same(evidence: Span, sentence: Span) -> bool:
    shared = min(evidence.end, sentence.end) - max(evidence.start, sentence.start)
    return shared > 0.5 * min(evidence.end - evidence.start, sentence.end - sentence.start)


def _clause_labels(window: Window, clauses) -> tuple[list[int], list[int]]:
    marks, kinds, last = [], [], None
    for start, end in window.places:
        found = next((c for c in clauses if start < c[0].end and c[0].start < end), None)
        marks.append(OUTSIDE if found is None else INSIDE if found is last else BEGIN)
        kinds.append(-1 if found is None else CLAUSE_TYPES.index(found[1]))
        last = found
    return marks, kinds
