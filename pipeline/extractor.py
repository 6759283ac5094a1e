"""The stages in order, for one article or many: the way from an `Article` to a `Record`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from . import __version__
from .assemble import assemble, empty_record
from .find.clauses import ClauseFinder
from .find.dates import DateFinder
from .find.money import MoneyFinder
from .find.overlaps import in_chrome, keep, overlapping
from .find.parties import PartyFinder
from .link import Linker
from .link.linker import main_party
from .link.sides import name_states
from .mentions import Article, Dropped, Span
from .nlp import STOCK_MODEL, Analysis, Name, Nlp, Sum
from .normalise.dates import DateNormaliser
from .normalise.money import MoneyNormaliser
from .parts import LONGEST, cut, join
from .patterns import Patterns
from .reader import Reader, Reading
from .records import Date, MadeBy, Money, Record
from .resolve import Resolution, Resolver
from .sentences import Splitter

#: What may stand for a party besides a name or a description.
_PRONOUN = re.compile(r"\b(?:it|its|they|their|them|he|she|his|her|we|our|who|which|both|two)\b", re.I)
#: Parties, sums and dates of an article.
Mentions = tuple[Resolution, list[Money], list[Date]]
#: A batch ends at this many characters: bounds memory whatever the articles' lengths.
BATCH_CHARACTERS = 200_000
#: A shorter sum ("$5") is read as it stands; a larger one (in currency units) as millions.
MIN_SUM, SCALED = 3, 100_000


class Extractor:
    """Loaded models and patterns, ready for any number of articles.

    `model` is an installed English spaCy pipeline (tagger, parser, lemmatizer), `ner` is "small", "large" or
    "stock", `patterns` a folder of pattern files instead of the shipped one, `lexicon` a file of the user's own names;
    with `rules_only` the learned reader is left out.
    A record depends on its article, the models and the patterns, and on nothing else.
    """

    def __init__(
        self,
        model: str = STOCK_MODEL,
        ner: str = "small",
        patterns: Path | str | None = None,
        lexicon: Path | None = None,
        rules_only: bool = False,
    ):
        self._patterns = Patterns(patterns)
        self._nlp = Nlp(model, ner)
        self._splitter = Splitter(self._patterns)
        self._money_finder = MoneyFinder(self._patterns)
        self._money_values = MoneyNormaliser(self._patterns)
        self._date_finder = DateFinder(self._patterns)
        self._date_values = DateNormaliser(self._patterns)
        self._party_finder = PartyFinder(self._patterns, lexicon)
        self._resolver = Resolver(self._patterns)
        self._clauses = ClauseFinder(self._patterns)
        self._linker = Linker(self._patterns)
        self._reader = None if rules_only else Reader()
        self._made_by = MadeBy(
            pipeline=f"newsfacts {__version__}",
            model=self._nlp.name + (f" + {self._reader.name}" if self._reader else ""),
            patterns=self._patterns.fingerprint,
        )

    @property
    def fingerprint(self) -> dict[str, str]:
        """What a record depends on besides its article: versions of pipeline and model, hash of the patterns."""
        return self._made_by.model_dump()

    @property
    def gemm(self) -> str:
        """Which library multiplies the parser's matrices on this machine; parses do not depend on it."""
        return self._nlp.gemm

    def extract(self, article: Article) -> Record:
        """The record of one article."""
        return next(self.pipe([article]))

    def pipe(self, articles: Iterable[Article]) -> Iterator[Record]:
        """One record an article, in order; articles are analysed in batches bounded in characters."""
        for batch in _batches(articles):
            if len(batch[0].text) > LONGEST:
                yield self._long(batch[0])
                continue
            with self._nlp.memory_zone():
                records = self._batch(batch)
            yield from records

    def _long(self, article: Article) -> Record:
        """The record of an article that is taken in parts."""
        starts, parts = zip(*cut(article), strict=True)
        return join(empty_record(article, self._made_by), list(zip(starts, self.pipe(parts), strict=True)))

    def _batch(self, articles: Sequence[Article]) -> list[Record]:
        english = [article for article in articles if article.language in (None, "en")]
        analyses = [Analysis(article, self._splitter.article(article)) for article in english]
        self._nlp.names(analyses)
        found = [self._mentions(analysis) for analysis in analyses]
        wanted = [self._worth_parsing(*pair) for pair in zip(analyses, found, strict=True)]
        for analysis, numbers in zip(analyses, wanted, strict=True):
            # article by article: what shares a matrix product with it could change a parse in the last bit
            self._nlp.parse([analysis], [numbers])
        records = [self._record(analysis, *mentions) for analysis, mentions in zip(analyses, found, strict=True)]
        done = {id(analysis.article): record for analysis, record in zip(analyses, records, strict=True)}
        return [done.get(id(article)) or empty_record(article, self._made_by) for article in articles]

    def _mentions(self, analysis: Analysis) -> Mentions:
        """Sums, dates and parties of an article; sets the names that the parser is to read as one word."""
        article, text = analysis.article, analysis.article.text
        dropped: list[Dropped] = []
        chrome = in_chrome(article.blocks)
        sums = keep(self._money_finder.find(text), "money", chrome, dropped)
        times = keep(self._date_finder.find(text), "date", chrome, dropped)
        times = keep(times, "date", overlapping(sums, "sum"), dropped)
        money = self._money_values.records(text, sums, article)
        dates = self._date_values.records(text, times, article.published, analysis.sentences, article=article)
        taken = sorted(Span(m.start, m.end) for m in (*money, *dates))
        candidates = self._party_finder.find(article, analysis.sentences, analysis.entities, taken)
        resolution = self._resolver.resolve(article, analysis.sentences, candidates)
        analysis.names = [
            Name(start, end, resolution.kind(party) == "person")
            for start, end, party, form in resolution.mentions
            if form == "name"
        ]
        analysis.sums = list(_readable(money, text))
        return resolution, money, dates

    def _worth_parsing(self, analysis: Analysis, mentions: Mentions) -> list[int]:
        """The sentences that may tell a fact or state a clause: about a third of an article; sets `analysis.terms`."""
        resolution, money, _ = mentions
        text = analysis.article.text
        starts = [entry.start for entry in money]
        analysis.terms = frozenset(self._clauses.wanted(analysis))
        worth = []
        for number, sentence in enumerate(analysis.sentences):
            words = text[sentence.start : sentence.end]
            sums = bisect_left(starts, sentence.end) - bisect_left(starts, sentence.start)
            named = {mention[2] for mention in resolution.overlapping(sentence.start, sentence.end)}
            parties = len(named) + (_PRONOUN.search(words) is not None)
            if number in analysis.terms or self._linker.wants(words, sums, parties):
                worth.append(number)
        return worth

    def _read(
        self, analysis: Analysis, resolution: Resolution, money: list[Money], dates: list[Date]
    ) -> Reading | None:
        if self._reader is None:
            return None
        main = main_party(analysis, resolution) or resolution.main
        return self._reader.reading(analysis, resolution, money, dates, main)

    def _record(self, analysis: Analysis, resolution: Resolution, money: list[Money], dates: list[Date]) -> Record:
        reading = self._read(analysis, resolution, money, dates)
        facts = self._linker.link(analysis, resolution, money, dates, reading)
        clauses = self._clauses.find(analysis, resolution, money, reading)
        parties, facts = name_states(analysis, resolution.parties, facts)
        return assemble(analysis.article, parties, money, dates, clauses, facts, self._made_by)


def _readable(money: Sequence[Money], text: str) -> Iterator[Sum]:
    """The sums that the parser is to read in one way: all but vague ones and those too short to be anything else."""
    for entry in money:
        bracketed = text[entry.start - 1 : entry.start] == "(" and text[entry.end : entry.end + 1] == ")"
        aside = entry.equivalent_of is not None and bracketed
        value = entry.max if entry.amount is None else entry.amount
        if value is None or entry.end - entry.start < MIN_SUM:
            continue
        yield Sum(entry.start, entry.end, value >= SCALED, aside)


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    size = 0
    for article in articles:
        long = len(article.text) > LONGEST
        if batch and (long or size + len(article.text) > BATCH_CHARACTERS):
            yield batch
            batch, size = [], 0
        if long:
            yield [article]
            continue
        batch.append(article)
        size += len(article.text)
    if batch:
        yield batch


def extract(text: str, published: str | None = None, *, title: str | None = None, **options: str) -> Record:
    """The record of one article's text. `published` (ISO date or datetime) anchors its relative dates.

    Loads the models anew on each call: for many articles make one `Extractor` and use its `pipe`.
    """
    from .read import article_from_text

    return Extractor(**options).extract(article_from_text(text, title=title, published=published))
