"""Company and state figures: metric word, sum, whose it is, for which period.

Earnings prose is formulaic on its surface and often too long for a parser to get right, so figures are read off the
words between metric and sum (`figures`) and periods off the dates around them (`periods`); the parse is asked for the
subject and for what is a forecast.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Token

from ...mentions import Span
from ...nlp import Analysis, Parse
from ...patterns import Patterns, Table
from ...records import Date, Money
from ...resolve import Resolution
from ...tree import agents, is_passive
from ..draft import Draft
from ..fillers import PartyReader
from .figures import Between, Figure, FigureReader, Guard, MetricRule, RowRule, VerbRule, any_of
from .outlooks import outlook
from .periods import claimed, of_compared, of_current, periods, year_earlier

#: Figures are told of parties of these kinds.
FIGURE_KINDS = ("company", "public_body", "organization")
#: A figure without a period or owner of its own takes those of the figures at most this many sentences before it.
MEMORY = 3
#: How far up the tree is climbed from a metric.
MAX_CLIMB = 8


class _Words(Table):
    words: tuple[str, ...]


class _Expected(Table):
    words: tuple[str, ...]
    consensus: tuple[str, ...]
    passed: tuple[str, ...]


class _Subject(Table):
    light: tuple[str, ...]
    company: tuple[str, ...]
    state: tuple[str, ...]
    public: tuple[str, ...]
    forecasts: tuple[str, ...]
    unit: tuple[str, ...]
    establishment: tuple[str, ...]


class ResultFile(Table):
    """`patterns/results.toml`."""

    metric: tuple[MetricRule, ...]
    verb: tuple[VerbRule, ...]
    row: tuple[RowRule, ...]
    between: Between
    guard: Guard
    expected: _Expected
    ongoing: _Words
    subject: _Subject


@dataclass(slots=True)
class _Memory:
    """What the figures read so far leave for those behind them."""

    heading: str | None = None
    period: str | None = None
    period_at: int = -99
    owner: str | None = None
    owner_at: int = -99
    country: Span | None = None
    country_at: int = -99


@dataclass(slots=True)
class _Owner:
    """Whose a figure is: a party, or the article's words for one it doesn't name."""

    party: str | None = None
    text: Span | None = None


@dataclass(slots=True)
class _Scene:
    """One sentence with all that its figures may be linked to."""

    analysis: Analysis
    number: int
    resolution: Resolution
    dates: Sequence[Date]
    main: str | None
    memory: _Memory
    text: str = field(init=False)
    span: Span = field(init=False)
    parse: Parse | None = field(init=False)

    def __post_init__(self) -> None:
        sentence = self.analysis.sentences[self.number]
        self.text = self.analysis.article.text
        self.span = Span(sentence.start, sentence.end)
        self.parse = self.analysis.parses.get(self.number)


class ResultLinker:
    """Finds figures in an article; `wants` tells cheaply whether a sentence may have one."""

    def __init__(self, patterns: Patterns, reader: PartyReader):
        data = patterns.load("results.toml", ResultFile)
        self._reader = reader
        self._figures = FigureReader(data.metric, data.verb, data.row, data.between, data.guard)
        self._expected = re.compile(any_of(data.expected.words), re.I)
        self._consensus = re.compile(any_of(data.expected.consensus), re.I)
        self._passed = re.compile(any_of(data.expected.passed), re.I)
        self._ongoing = re.compile(any_of(data.ongoing.words), re.I)
        self._light = frozenset(data.subject.light)
        self._company = frozenset(data.subject.company)
        self._state = frozenset(data.subject.state)
        self._public = frozenset(data.subject.public)
        self._forecasts = frozenset(data.subject.forecasts)
        self._unit = frozenset(data.subject.unit)
        self._establishment = frozenset(data.subject.establishment)

    def wants(self, text: str) -> bool:
        """Whether the text names a metric at all."""
        return self._figures.wants(text)

    def link(
        self,
        analysis: Analysis,
        resolution: Resolution,
        money: Sequence[Money],
        dates: Sequence[Date],
        main: str | None,
    ) -> dict[int, list[Draft]]:
        """The figures of an article by sentence number; `main` is its own company."""
        memory = _Memory()
        found: dict[int, list[Draft]] = {}
        for number, sentence in enumerate(analysis.sentences):
            times = [d for d in dates if sentence.start <= d.start < sentence.end]
            sums = [m for m in money if sentence.start <= m.start < sentence.end]
            scene = _Scene(analysis, number, resolution, times, main or resolution.main, memory)
            if number < 3 or sentence.end - sentence.start < 30 or sentence.role not in ("body", "bullet"):
                period = _heading_period(scene) or _section_year(scene, memory.heading)
                if period:
                    memory.heading, memory.period = period, None
            drafts = self._sentence(scene, sums) if sums else []
            forecast = outlook(scene.text, scene.span, number, sums, times)
            if forecast and self._forecasts_for_itself(scene, forecast):
                drafts.append(forecast)
            if drafts:
                found[number] = drafts
        return found

    def _forecasts_for_itself(self, scene: _Scene, forecast: Draft) -> bool:
        """Whether a forecast without a sum is some company's of itself, which is then set."""
        verb = forecast.cues[-1].start
        before = [
            entry[2]
            for entry in scene.resolution.overlapping(scene.span.start, verb)
            if entry[1] <= verb and scene.resolution.kind(entry[2]) in FIGURE_KINDS
        ]
        lead = scene.text[scene.span.start : verb]
        if self._consensus.search(lead):
            return False
        own = before[0] if before else scene.main if re.search(r"\b(?:[Ii]t|[Tt]hey|[Ww]e)\b", lead) else None
        forecast.subject = forecast.source = own
        return own is not None

    def _sentence(self, scene: _Scene, sums: Sequence[Money]) -> list[Draft]:
        known = [Span(d.start, d.end) for d in scene.dates]
        known += [Span(m[0], m[1]) for m in scene.resolution.overlapping(scene.span.start, scene.span.end)]
        figures = self._figures.read(scene.text, scene.span, sums, known)
        drafts = []
        told: dict[str, tuple[str | None, str]] = {}
        for place, figure in enumerate(figures):
            owner = self._owner(scene, figure)
            if owner is None:
                continue
            base = told.get(figure.against.money.id) if figure.against else None
            status = self._status(scene, figure)
            if status == "completed" and place and self._goes_on(scene, figures[place - 1], figure):
                status = told.get(figures[place - 1].money.id, (None, status))[1]
            period = self._period(scene, figures, place, status, base)
            still = figure.earlier and base and base[1] == "expected" and period in (None, base[0])
            if base and (figure.estimate or still):
                status, period = "expected", base[0]
            if status != "completed" and _is_idle(scene, figure):
                continue
            if status == "ongoing" and period:
                status = "completed"
            told[figure.money.id] = (period, status)
            draft = Draft(
                "result", scene.number, figure.rule, subject=owner.party, subject_text=owner.text,
                money=figure.money.id, date=period, status=status,
                keys={"metric": figure.metric, **({"period": period} if period else {})},
                cues=[figure.at, Span(figure.money.start, figure.money.end)],
            )  # fmt: skip
            drafts.append(draft)
            if status == "expected" and not figure.estimate and not self._is_consensus(scene, figure):
                draft.source = self._forecaster(scene, figure, owner.party)
            if owner.party:
                scene.memory.owner, scene.memory.owner_at = owner.party, scene.number
            elif self._is_public(scene, figure):
                scene.memory.country, scene.memory.country_at = owner.text, scene.number
            if period and not figure.earlier and not figure.stock and status == "completed":
                scene.memory.period, scene.memory.period_at = period, scene.number
        _share_day(scene.text, figures, drafts)
        return drafts

    # Period

    def _period(
        self, scene: _Scene, figures: Sequence[Figure], place: int, status: str, base: tuple[str | None, str] | None
    ) -> str | None:
        figure = figures[place]
        every = periods(scene.text, scene.dates, scene.span.start, figure.stock)
        if figure.earlier:
            expected = base is not None and base[1] == "expected"
            flow = not figure.stock and not expected
            found = of_compared(scene.text, every, Span(figure.money.start, figure.money.end), base and base[0], flow)
            if found and base and found == base[0] and not expected:
                return year_earlier(found)
            return found
        taken = {claimed(scene.text, every, Span(f.money.start, f.money.end)) for f in figures if f.earlier}
        every = [p for p in every if p not in taken]
        later = [min(f.at.start, f.money.start) for f in figures[place + 1 :] if f.at.start != figure.at.start]
        compared = [f.money.start for f in figures if f.earlier and f.money.start > figure.money.start]
        ends = [x for x in later + compared if x > figure.money.start]
        before = [
            max(f.at.end, f.money.end)
            for f in figures[:place]
            if f.money.end <= min(figure.at.start, figure.money.start)
        ]
        money = Span(figure.money.start, figure.money.end)
        own = of_current(
            scene.text, every, scene.span, figure.at, money,
            max(before, default=scene.span.start), min(ends, default=scene.span.end),
            figure.stock, status == "expected",
        )  # fmt: skip
        if own or figure.stock:
            return own
        if status == "expected" and not self._is_consensus(scene, figure):
            return None
        memory = scene.memory
        if memory.period and scene.number - memory.period_at <= MEMORY:
            return memory.period
        return memory.heading

    # Status

    @staticmethod
    def _goes_on(scene: _Scene, before: Figure, figure: Figure) -> bool:
        """Whether a figure only continues the one before: "raised its revenue guidance to $3 and EPS to $1"."""
        if before.money.end > figure.at.start:
            return False
        gap = re.sub(r"\([^()]*\)", "", scene.text[before.money.end : figure.at.start])
        return re.fullmatch(r"\)?\s*,?\s*and\s(?:[\w-]+\s){0,2}", gap) is not None

    def _is_consensus(self, scene: _Scene, figure: Figure) -> bool:
        return self._consensus.search(scene.text[scene.span.start : figure.money.start]) is not None

    def _status(self, scene: _Scene, figure: Figure) -> str:
        words = self._governing(scene, figure)
        if not figure.earlier and self._expected.search(words):
            sentence = scene.text[scene.span.start : scene.span.end]
            hedged = re.search(r"\b(?:could|might|may|would)\b", words) and re.search(
                r"\b(?:if|provided|unless)\b", sentence
            )
            return "conditional" if hedged else "expected"
        apposed = _BEFORE_SUM.search(scene.text, max(scene.span.start, figure.money.start - 60), figure.money.start)
        if figure.stock and apposed and figure.money.end <= figure.at.start:
            return "ongoing"
        before = scene.text[max(scene.span.start, figure.at.start - 100) : figure.money.end]
        if figure.stock and not figure.earlier and self._ongoing.search(before):
            return "ongoing"
        return "completed"

    def _governing(self, scene: _Scene, figure: Figure) -> str:
        """The words that say whether a figure is a forecast: those of its clause up to the sum."""
        first, last = min(figure.at.start, figure.money.start), max(figure.at.end, figure.money.end)
        clause = scene.text[scene.span.start : last]
        cut = max((m.end() for m in _CLAUSE.finditer(clause) if scene.span.start + m.end() <= first), default=0)
        words = _BEATEN.sub(" ", self._passed.sub(" ", clause[cut:]))
        tokens = scene.parse.tokens(figure.at.start, figure.at.end) if scene.parse else []
        if not scene.parse or not tokens:
            return words
        if re.search(r",\s+(?:which|currently|now)\b", scene.text[figure.at.end : figure.money.start]):
            return scene.text[figure.at.end : figure.money.start]
        chain = [t.text for t in _above(tokens[-1])]
        start = max(scene.span.start + cut, first - 25)
        near = _BEATEN.sub(" ", self._passed.sub(" ", scene.text[start:last]))
        return " ".join([*chain, near])

    # Subject

    def _owner(self, scene: _Scene, figure: Figure) -> _Owner | None:
        resolution, text, start = scene.resolution, scene.text, scene.span.start
        if scene.analysis.sentences[scene.number].role == "byline":
            return None
        possessor = re.search(r"(\S+(?:\s\S+){0,3}?)['’]s?\s+(?:[\w-]+\s+){0,4}$", text[start : figure.at.start])
        if possessor:
            owner = resolution.at(start + possessor.start(1), start + possessor.end(1))
            if owner:
                return _Owner(owner) if self._has_figures(scene, owner) else None
            if self._is_public(scene, figure) and _STATE.fullmatch(possessor[1].split(" ")[-1]):
                at = possessor.end(1) - len(possessor[1].split(" ")[-1])
                return _Owner(text=Span(start + at, start + possessor.end(1)))
        inside = [
            entry
            for entry in resolution.overlapping(scene.span.start, scene.span.end)
            if resolution.kind(entry[2]) in FIGURE_KINDS and not _RANKING.match(text, entry[1])
        ]
        apposed = [e for e in inside if _APPOSED.fullmatch(text, e[1], min(figure.at.start, figure.money.start))]
        if apposed and not figure.verb:
            return _Owner(apposed[-1][2])
        behind = [e for e in inside if e[0] >= figure.at.end and _BEHIND.fullmatch(text, figure.at.end, e[0])]
        if behind and not figure.verb:
            return _Owner(behind[0][2])
        first = min(figure.at.start, figure.money.start)
        compound = [
            e
            for e in inside
            if e[1] <= figure.at.start and re.fullmatch(r"\s+(?:[\w-]+\s+){0,2}", text[e[1] : figure.at.start])
        ]
        if compound and not figure.verb and compound[-1][1] <= first:
            return _Owner(compound[-1][2])
        at = [e for e in inside if e[0] >= figure.money.end and _AT.fullmatch(text, figure.money.end, e[0])]
        if at and not figure.verb and not figure.earlier and figure.at.end <= figure.money.start:
            return _Owner(at[0][2])
        country = self._country(scene, figure)
        if country:
            return country
        told = self._grammatical(scene, figure)
        if told is not None and (told.party or told.text):
            return told
        if told is not None:
            return self._context(scene, figure) if self._is_public(scene, figure) else None
        before = [entry for entry in inside if entry[1] <= first]
        if self._is_public(scene, figure):
            before = [entry for entry in before if resolution.kind(entry[2]) == "public_body"]
        if before:
            parties = [entry[2] for entry in before]
            return _Owner(scene.main if resolution.release and scene.main in parties else parties[0])
        said = re.search(
            r",\s+(?:the\s+)?[^,]{2,60}\s+(?:said|reported|announced)\b", text[figure.money.end : scene.span.end]
        )
        if said and inside:
            return _Owner(inside[-1][2])
        own = self._context(scene, figure)
        told_of = own is not None and (resolution.release or own.party in {entry[2] for entry in inside})
        return own if not inside or told_of or self._is_consensus(scene, figure) else None

    def _country(self, scene: _Scene, figure: Figure) -> _Owner | None:
        """The country before a figure that only states have, where it is no party: "the U.S. trade deficit"."""
        if not self._is_public(scene, figure):
            return None
        first = min(figure.at.start, figure.money.start)
        for entity in scene.analysis.entities:
            if entity.label in ("GPE", "LOC", "NORP") and scene.span.start <= entity.start and entity.end <= first:
                gap = scene.text[entity.end : figure.at.start]
                if _OF_COUNTRY.fullmatch(gap) or (
                    _COUNTRY_HAS.match(gap) and entity.start - scene.span.start < 8
                ):
                    return _Owner(text=Span(entity.start, entity.end))
        return None

    def _has_figures(self, scene: _Scene, party: str) -> bool:
        return scene.resolution.kind(party) in FIGURE_KINDS

    def _is_public(self, scene: _Scene, figure: Figure) -> bool:
        """Whether only a state has such a figure."""
        word = scene.text[figure.at.start : figure.at.end].lower()
        return word in self._public

    def _context(self, scene: _Scene, figure: Figure) -> _Owner | None:
        """Whom the article speaks of: the owner of the last figures, or its own company; for a budget the state."""
        memory, kind = scene.memory, scene.resolution.kind
        if self._is_public(scene, figure):
            states = [party for party in (memory.owner, scene.main) if party and kind(party) == "public_body"]
            if memory.country and scene.number - memory.country_at <= MEMORY:
                return _Owner(text=memory.country)
            states = states or self._governments(scene)
            return _Owner(states[0]) if states else None
        if memory.owner and scene.number - memory.owner_at <= MEMORY:
            since = self._companies(scene, memory.owner_at + 1)
            return _Owner(since[0] if len(since) == 1 else memory.owner)
        return _Owner(scene.main) if scene.main else None

    def _named_before(self, scene: _Scene, at: int) -> bool:
        return any(self._has_figures(scene, m[2]) for m in scene.resolution.overlapping(scene.span.start, at))

    @staticmethod
    def _companies(scene: _Scene, number: int) -> list[str]:
        """The companies that the sentences from one up to this one name."""
        if number >= scene.number:
            return []
        start = scene.analysis.sentences[number].start
        named = scene.resolution.overlapping(start, scene.span.start)
        return list(dict.fromkeys(m[2] for m in named if m[3] == "name" and scene.resolution.kind(m[2]) == "company"))

    @staticmethod
    def _governments(scene: _Scene) -> list[str]:
        """The government, if the article has just one as a party."""
        found = [
            party.id
            for party in scene.resolution.parties
            if party.kind == "public_body" and any(_GOVERNMENT.search(m.text) for m in party.mentions)
        ]
        return found if len(found) == 1 else []

    def _grammatical(self, scene: _Scene, figure: Figure) -> _Owner | None:
        """The subject that the parse gives: an empty owner for somebody without figures, None when unknown."""
        parse = scene.parse
        if parse is None:
            return None
        tokens = parse.tokens(figure.at.start, figure.at.end) or parse.tokens(figure.money.start, figure.money.end)
        token = tokens[0] if tokens and figure.verb else (tokens[-1] if tokens else None)
        if token is None:
            return None
        for _ in range(MAX_CLIMB):
            if token.pos_ in ("VERB", "AUX"):
                whos = agents(token)
                if not whos and token.head != token and token.dep_ in ("ccomp", "xcomp", "conj", "advcl"):
                    token = token.head
                    continue
                return self._read(scene, parse, whos, figure)
            if token.head == token:
                return None
            if token.lower_ == "with" and token.head.pos_ in ("NOUN", "PROPN"):
                bearer = self._reader.read(scene.resolution, parse, scene.number, token.head)
                if bearer and self._has_figures(scene, bearer[0]):
                    return _Owner(bearer[0])
            if token.dep_ in ("nsubj", "nsubjpass"):
                return self._speaker(scene, parse, token.head, figure)
            token = token.head
        return None

    def _read(self, scene: _Scene, parse: Parse, whos: Sequence[Token], figure: Figure) -> _Owner | None:
        for who in whos:
            if who.lower_ in self._unit and scene.resolution.at(*parse.span([who])) is None:
                return self._unnamed(scene, parse, who, figure)
            for found in self._reader.read(scene.resolution, parse, scene.number, who, main=scene.main):
                if self._has_figures(scene, found):
                    return _Owner(found)
                return _Owner(self._namesake(scene, parse, who))
            if who.dep_ == "attr" and who.head.pos_ in ("VERB", "AUX"):
                return self._read(scene, parse, [c for c in who.head.children if c.dep_ == "nsubj"], figure)
        return self._unnamed(scene, parse, whos[0], figure) if whos else None

    @staticmethod
    def _namesake(scene: _Scene, parse: Parse, who: Token) -> str | None:
        """The article's company where a surname is also the first word of its name: people have no such figures."""
        start, end = parse.span([who])
        names = {party.id: party.name for party in scene.resolution.parties}
        own = names.get(scene.main or "", "")
        return scene.main if own.split(" ")[0] == scene.text[start:end] else None

    def _unnamed(self, scene: _Scene, parse: Parse, who: Token, figure: Figure) -> _Owner | None:
        """The owner for a subject that is no party: pronouns and light nouns mean the company spoken of."""
        lemma = who.lower_
        if lemma in ("it", "we", "they", "which", "that", "this"):
            return self._context(scene, figure) or _Owner()
        if lemma in self._unit:
            words = [t for t in who.subtree if t.i <= who.i]
            return _Owner(text=Span(*parse.span(words)))
        if lemma in self._state and self._is_public(scene, figure):
            return self._context(scene, figure) or _Owner()
        definite = any(c.lower_ in ("the", "this") for c in who.children)
        if lemma in self._company and definite and not self._named_before(scene, parse.span([who])[0]):
            return self._context(scene, figure)
        if lemma in self._light:
            return None
        if lemma in self._establishment and any(c.lower_ in ("the", "this") for c in who.children):
            words = [t for t in who.subtree if t.i <= who.i]
            return self._named_so(scene, lemma) or _Owner(text=Span(*parse.span(words)))
        if who.pos_ == "NOUN" and any(c.lower_ == "the" for c in who.children):
            return self._named_so(scene, lemma) or _Owner()
        return _Owner()

    @staticmethod
    def _named_so(scene: _Scene, noun: str) -> _Owner | None:
        """The party whose name holds a noun ("the brewery": Lowfield Brewery)."""
        for party in scene.resolution.parties:
            if party.kind in FIGURE_KINDS and re.search(rf"\b{re.escape(noun)}\b", party.name, re.I):
                return _Owner(party.id)
        return None

    def _speaker(self, scene: _Scene, parse: Parse, verb: Token, figure: Figure) -> _Owner | None:
        """Who reports a figure that is itself a subject ("Halvor said that sales rose")."""
        for _ in range(MAX_CLIMB):
            if verb.dep_ not in ("ccomp", "conj", "advcl") or verb.head == verb:
                return None
            verb = verb.head
            for who in agents(verb) if verb.pos_ == "VERB" else []:
                for found in self._reader.read(scene.resolution, parse, scene.number, who, main=scene.main):
                    if self._has_figures(scene, found):
                        return _Owner(found)
                    return self._context(scene, figure)
        return None

    def _forecaster(self, scene: _Scene, figure: Figure, owner: str | None) -> str | None:
        """The company that itself expects a figure: it is whom the article has the forecast from."""
        tokens = scene.parse.tokens(figure.at.start, figure.at.end) if scene.parse else []
        above = _above(tokens[-1]) if tokens else []
        words = {t.lemma_.lower() for t in above if t.pos_ not in ("VERB", "AUX") or not is_passive(t)}
        return owner if words & self._forecasts else None


def _share_day(text: str, figures: Sequence[Figure], drafts: Sequence[Draft]) -> None:
    """Give the first of "assets of $7 million and deposits of $5 million as of March 31" the day of the second."""
    stock = {f.money.id: f for f in figures if f.stock and not f.earlier}
    told = [(stock[d.money], d) for d in drafts if d.money in stock]
    for (figure, draft), (following, other) in reversed(list(pairwise(told))):
        day = other.keys.get("period")
        last = max(figure.money.end, figure.at.end)
        gap = text[last : min(following.at.start, following.money.start)]
        if day and "period" not in draft.keys and draft.status == "ongoing" and _AND.fullmatch(gap):
            draft.keys["period"] = draft.date = day
            draft.status = other.status


def _is_idle(scene: _Scene, figure: Figure) -> bool:
    earned = figure.verb and not figure.stock
    return earned and _IDLE.search(scene.text, scene.span.start, figure.at.end) is not None


#: Expectations that a figure is only held against.
_BEATEN = re.compile(
    r"\b(?:beat(?:s|ing)?|miss(?:es|ed|ing)?|topp(?:ed|ing)|tops|exceed(?:s|ed|ing)?|above|below|surpass(?:es|ed|ing)?|ahead\sof"
    r"|short\sof|in\sline\swith|lag(?:s|ged)|shy\sof|trail(?:s|ed|ing)|better\sthan|worse\sthan|against|defied|matched)\s"
    r"(?:[\w’'-]+\s){0,4}?(?:estimates?|forecasts?|expectations|consensus|projections?|targets?|guidance|outlook|views?)\b",
    re.I,
)
_AND = re.compile(r",?\s(?:and|with)\s(?:[\w-]+\s){0,3}|,\s(?:[\w-]+\s){0,2}")
#: Between a name and the figure of whom it names: "Acme, a Leeds-listed $3 billion AUM lender".
_APPOSED = re.compile(r",\s(?:an?|the)\s(?:[\w-]+\s){0,4}(?:with\s(?:[a-z]+\s){0,4})?")
_BEFORE_SUM = re.compile(r",\s(?:an?|the)\s(?:[\w-]+\s){0,4}$")
#: Between a metric and its owner behind it: "revenue at", "revenue and net profit of".
_BEHIND = re.compile(
    r"\s+(?:and\s+(?:[\w-]+\s+){1,3})?(?:at|of|for|from)\s+(?:the\s+)?"
    r"(?:(?!(?:that|which|who|and|or|with|from|than|by|to|in|on|of|at|for|its|their)\s)[\w’'-]+\s){0,5}"
)
#: Between a sum and whose it is: "earnings of 64 cents a share at Acme".
_AT = re.compile(r"(?:\s(?:a|per)\sshare)?\s(?:at|for)\s(?:the\s)?(?:(?!(?:its|their|his|and)\s)[a-z][\w’'-]*\s){0,3}")
_OF_COUNTRY = re.compile(r"(?:['’]s?)?\s(?:[\w-]+\s){0,2}")
_COUNTRY_HAS = re.compile(
    r"\s(?:has\s|had\s)?(?:posted|ran|runs|recorded|reported|registered|swung|logged|notched|chalked|had|has|saw|booked)\b"
)
_GOVERNMENT = re.compile(r"\b[Gg]overnment\b|\bTreasury\b|\bMinistry of Finance\b")
#: The state before "'s trade deficit".
_STATE = re.compile(r"[A-Z][\w.-]+")
#: "a Fortune 500 company" is no company of that name.
_RANKING = re.compile(r"\s(?:Global\s)?\d{2,4}\b")
#: What would be lost or earned is told of in idle cases only: forecasts have nouns ("a loss of").
_IDLE = re.compile(r"\b(?:would|could|might|if)\b", re.I)
#: Where a clause begins that what stands before says nothing of.
_CLAUSE = re.compile(r";|, (?:but|while|whereas|though|although|after|which|who)\b|\bafter\b|\bfollowing\b", re.I)


def _above(token: Token) -> list[Token]:
    """The words that govern one: its heads within the clause and their auxiliaries and adjectives."""
    found: list[Token] = []
    for _ in range(MAX_CLIMB):
        if token.dep_ == "prep" and token.lower_ in ("after", "following", "despite", "since"):
            break
        found.append(token)
        found += [c for c in token.children if c.dep_ in ("aux", "amod", "compound")]
        finite = token.tag_ in ("VBD", "VBZ", "VBP")
        infinitive = token.tag_ == "VB" and token.dep_ == "acl"  # "its plan to reach"
        left = token.dep_ in ("relcl", "acl", "advcl") and not infinitive
        behind = token.dep_ == "ccomp" and token.tag_ == "VBD" and token.head.i > token.i  # "…, analysts forecast"
        if token.head == token or left or behind or (token.dep_ == "conj" and finite):
            break
        token = token.head
    return found


_REPORTING = re.compile(
    r"\b(?:results?|quarter|qtr|half|earnings|profits?|loss|losses|revenues?|sales|net|financial|figures|highlights|year)\b|\bQ[1-4]\b",
    re.I,
)


def _heading_period(scene: _Scene) -> str | None:
    """The quarter or half-year (in a heading also the year) that the head of an article or section names."""
    words = scene.text[scene.span.start : scene.span.end]
    if not _REPORTING.search(words):
        return None
    heading = scene.analysis.sentences[scene.number].role not in ("body", "bullet", "dateline")
    for period in periods(scene.text, scene.dates, scene.span.start):
        if period.year_before:
            continue
        if re.search(r"-[QH]\d$", period.value) or (heading and re.fullmatch(r"\d{4}", period.value)):
            return period.value
    return None


def _section_year(scene: _Scene, heading: str | None) -> str | None:
    """The year that a line "Year" opens in a wire table, below the table of its last quarter."""
    words = scene.text[scene.span.start : scene.span.end]
    opens = re.fullmatch(r"(?:full[- ]?)?year|12 (?:mths|months)", words.strip(" :"), re.I)
    if opens and heading and re.fullmatch(r"\d{4}-Q\d", heading):
        return heading[:4]
    return None
