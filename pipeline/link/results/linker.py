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
from ...nlp import Analysis
from ...patterns import Patterns, Table
from ...records import Date, Money
from ...resolve import Resolution
from ...tree import is_passive
from ..draft import Draft
from ..fillers import PartyReader
from .bearers import is_name
from .chooser import FigureChooser
from .consensus import expected_instead
from .figure import Figure, by_sign
from .figures import FigureReader
from .notes import Notes
from .outlooks import outlook
from .owners import Owners, Subject
from .periods import claimed, goes_back, labelling, of_compared, of_current, periods, year_earlier
from .rules import Between, Guard, MetricRule, RowRule, VerbRule, any_of
from .scene import FIGURE_KINDS, MAX_CLIMB, Memory, Owner, Scene
from .segments import whole
from .shares import share
from .sizes import sizes


class _Words(Table):
    words: tuple[str, ...]


class _Expected(Table):
    words: tuple[str, ...]
    consensus: tuple[str, ...]
    passed: tuple[str, ...]


class ResultFile(Table):
    """`patterns/results.toml`."""

    metric: tuple[MetricRule, ...]
    verb: tuple[VerbRule, ...]
    row: tuple[RowRule, ...]
    between: Between
    guard: Guard
    expected: _Expected
    ongoing: _Words
    subject: Subject


@dataclass(slots=True)
class Told:
    """The figures of an article, and the period that a figure without one takes over, by sentence number."""

    drafts: dict[int, list[Draft]] = field(default_factory=dict)
    periods: dict[int, str | None] = field(default_factory=dict)


#: What a firm usually deals in, before a range: "for deals that range from $2 million to $9 million".
_SIZES = re.compile(
    r"\b(?:transactions?|deals?|loans?|projects?|investments?|che(?:ck|que)s?|properties|mortgages|tickets?|purchases)"
    r"(?: sizes?)?,? (?:(?:that|which) )?(?:(?:typically|usually|generally|normally) )?rang(?:e|es|ing)"
    r" (?:in (?:size|value) )?(?:from|between) $"
)


class ResultLinker:
    """Finds figures in an article; `wants` tells cheaply whether a sentence may have one."""

    def __init__(self, patterns: Patterns, reader: PartyReader):
        data = patterns.load("results.toml", ResultFile)
        self._figures = FigureReader(data.metric, data.verb, data.row, data.between, data.guard)
        self._expected = re.compile(any_of(data.expected.words), re.I)
        self._consensus = re.compile(any_of(data.expected.consensus), re.I)
        self._passed = re.compile(any_of(data.expected.passed), re.I)
        self._ongoing = re.compile(any_of(data.ongoing.words), re.I)
        self._owners = Owners(data.subject, self._consensus, reader)
        self._forecasts = frozenset(data.subject.forecasts)

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
    ) -> Told:
        """The figures of an article; `main` is its own company."""
        memory, notes = Memory(), Notes(analysis, resolution)
        chooser = FigureChooser(analysis.article.text, analysis.sentences, resolution, memory)
        told = Told()
        own = main or resolution.main
        found = told.drafts
        by_id = {m.id: m for m in money}
        for number, sentence in enumerate(analysis.sentences):
            times = [d for d in dates if sentence.start <= d.start < sentence.end]
            sums = [m for m in money if sentence.start <= m.start < sentence.end]
            told_of = about(analysis, number, resolution)
            if told_of:
                own = memory.owner = told_of
                memory.owner_at = number
            scene = Scene(analysis, number, resolution, times, sums, own, memory, chooser)
            if number < 3 or sentence.end - sentence.start < 30 or sentence.role not in ("body", "bullet"):
                period = _heading_period(scene) or _section_year(scene, memory.heading)
                if period:
                    memory.heading, memory.period = period, None
            drafts = self._sentence(scene, sums) if sums else []
            forecast = outlook(scene.text, scene.span, number, sums, times)
            if forecast and self._forecasts_for_itself(scene, forecast):
                drafts.append(forecast)
            drafts += notes.find(number, Span(sentence.start, sentence.end), sums, drafts)
            drafts += sizes(analysis, resolution, number, sums, drafts) if sums else []
            if sums and not drafts and number - 1 in found:
                span = Span(sentence.start, sentence.end)
                drafts += expected_instead(scene.text, span, number, sums, found[number - 1], by_id)
            if drafts:
                found[number] = drafts
            told.periods[number] = memory.carried(number)
        for draft in (draft for drafts in found.values() for draft in drafts):
            if draft.money and "metric" in draft.keys:
                draft.keys["metric"] = by_sign(analysis.article.text, draft.keys["metric"], by_id[draft.money])
        return told

    def period_said(
        self, analysis: Analysis, draft: Draft, times: Sequence[Date], sums: Sequence[Money],
        before: str | None, carried: str | None,
    ) -> str | None:  # fmt: skip
        """The period of a figure whose metric no rule has read, told by the dates beside its sum.

        `sums` are those of its sentence, `before` is the period of the figure before it there, and `carried` what a
        figure without a period takes over.
        """
        text, sentence = analysis.article.text, analysis.sentences[draft.sentence]
        span = next(Span(m.start, m.end) for m in sums if m.id == draft.money)
        ahead = max((m.end for m in sums if m.end <= span.start), default=sentence.start)
        later = min((m.start for m in sums if m.start >= span.end), default=sentence.end)
        standing = draft.keys.get("metric") == "other"
        every = periods(text, times, sentence.start, standing)
        if self._figures.compares(text[ahead : span.start]):
            label = labelling(text, every, span)
            return label.value if label else of_compared(text, every, span, before, flow=not standing)
        own = of_current(
            text, every, Span(sentence.start, sentence.end), span, span, ahead, later, standing,
            future=draft.status == "expected",
        )  # fmt: skip
        if own or standing or draft.status != "completed":
            return own
        told = before or carried
        return year_earlier(told) if told and goes_back(every, sentence.start) else told

    def _forecasts_for_itself(self, scene: Scene, forecast: Draft) -> bool:
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

    def _sentence(self, scene: Scene, sums: Sequence[Money]) -> list[Draft]:
        known = [Span(d.start, d.end) for d in scene.dates]
        known += [Span(m[0], m[1]) for m in scene.resolution.overlapping(scene.span.start, scene.span.end)]
        figures = self._figures.read(scene.text, scene.span, sums, known, scene.parse)
        shared = share(scene, figures, sums, known)
        figures = shared.figures
        drafts = []
        told: dict[str, tuple[str | None, str]] = {}
        owners: dict[str, Owner] = {}
        back = goes_back(periods(scene.text, scene.dates, scene.span.start), scene.span.start)
        for place, figure in enumerate(figures):
            owner = self._of_compared(scene, figure, owners) or shared.owner(figure, self._owners.find(scene, figure))
            if owner is None or not (owner.party or owner.text):
                continue
            if figure.metric == "other" and _SIZES.search(scene.text, scene.span.start, figure.money.start):
                continue
            owner = whole(scene, owner)
            base = told.get(figure.against.money.id) if figure.against else None
            owners[figure.money.id] = owner
            status = self._status(scene, figure)
            if status == "completed" and place and self._goes_on(scene, figures[place - 1], figure):
                status = told.get(figures[place - 1].money.id, (None, status))[1]
            own = shared.periods.get(figure.money.id, "")
            period = self._period(scene, figures, place, status, base) if own == "" else own
            done = _DONE.match(scene.text, figure.money.end, scene.span.end)
            still = figure.earlier and not done and base and base[1] == "expected" and period in (None, base[0])
            if base and (figure.estimate or still):
                status, period = "expected", base[0]
            unreal = self._unreal(scene, figure)
            if status != "completed" and _is_idle(scene, figure) and not unreal:
                continue
            denied, negated = self._denied(scene, figure)
            if denied:
                status = "cancelled"
            elif unreal and status == "expected":
                status = "conditional"
            if status == "ongoing" and period:
                status = "completed"
            told[figure.money.id] = (period, status)
            draft = Draft(
                "result", scene.number, figure.rule, subject=owner.party, subject_text=owner.text,
                money=figure.money.id, date=period, status=status, negated=negated,
                keys={"metric": figure.metric, **({"period": period} if period else {})},
                cues=[figure.at, Span(figure.money.start, figure.money.end)],
            )  # fmt: skip
            drafts.append(draft)
            if status == "expected" and not figure.estimate and not self._is_consensus(scene, figure):
                draft.source = self._forecaster(scene, figure, owner.party)
            if owner.party:
                scene.memory.owner, scene.memory.owner_at = owner.party, scene.number
            elif self._owners.is_public(scene, figure):
                scene.memory.country, scene.memory.country_at = owner.text, scene.number
            elif owner.text and not (scene.main or scene.memory.owner) and is_name(scene, owner.text):
                scene.memory.name, scene.memory.name_at = owner.text, scene.number
            if period and not figure.earlier and not figure.stock and status == "completed" and not back:
                scene.memory.period, scene.memory.period_at = period, scene.number
        _share_day(scene.text, figures, drafts)
        return drafts

    def _of_compared(self, scene: Scene, figure: Figure, owners: dict[str, Owner]) -> Owner | None:
        """The owner of a figure that another is compared with: who is named behind it, else that of the other."""
        whose = owners.get(figure.against.money.id) if figure.against and not figure.estimate else None
        if figure.against is None or whose is None:
            return None
        named = scene.resolution.overlapping(figure.against.money.end, figure.at.start)
        if any(scene.resolution.kind(entry[2]) in FIGURE_KINDS for entry in named):
            return None  # "compared with Kerr's profit of"
        return self._owners.compared(scene, figure) or whose

    # Period

    def _period(
        self, scene: Scene, figures: Sequence[Figure], place: int, status: str, base: tuple[str | None, str] | None
    ) -> str | None:
        figure = figures[place]
        every = periods(scene.text, scene.dates, scene.span.start, figure.stock)
        if figure.earlier:
            if label := labelling(scene.text, every, Span(figure.money.start, figure.money.end)):
                return label.value
            expected = base is not None and base[1] == "expected"
            flow = not figure.stock and not expected
            found = of_compared(scene.text, every, Span(figure.money.start, figure.money.end), base and base[0], flow)
            if found and base and found == base[0] and not expected:
                return year_earlier(found)
            return found
        compared_with = [Span(f.money.start, f.money.end) for f in figures if f.earlier]
        taken = {find(scene.text, every, span) for span in compared_with for find in (claimed, labelling)}
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
        told = scene.memory.carried(scene.number)
        return year_earlier(told) if told and goes_back(every, scene.span.start) else told

    # Status

    @staticmethod
    def _goes_on(scene: Scene, before: Figure, figure: Figure) -> bool:
        """Whether a figure only continues the one before: "raised its revenue guidance to $3 and EPS to $1"."""
        if before.money.end > figure.at.start:
            return False
        gap = re.sub(r"\([^()]*\)", "", scene.text[before.money.end : figure.at.start])
        if _GUIDED.search(scene.text, scene.span.start, before.at.start) and _NOMINAL.fullmatch(gap):
            return True  # "kept its outlook for revenue of $3, profit of breakeven to $1, and EPS of $2"
        return re.fullmatch(r"\)?\s*,?\s*and\s(?:[\w-]+\s){0,2}", gap) is not None

    def _is_consensus(self, scene: Scene, figure: Figure) -> bool:
        return self._consensus.search(scene.text[scene.span.start : figure.money.start]) is not None

    def _status(self, scene: Scene, figure: Figure) -> str:
        words = self._governing(scene, figure)
        threat = not figure.stock and _THREAT.search(words)
        if not figure.earlier and (threat or self._expected.search(words)):
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

    def _clause(self, scene: Scene, figure: Figure) -> int:
        """Where the clause of a figure begins, counted from the start of its sentence."""
        first = min(figure.at.start, figure.money.start) - scene.span.start
        words = self._unmarked(scene)[: max(figure.at.end, figure.money.end) - scene.span.start]
        return max((m.end() for m in _CLAUSE.finditer(words) if m.end() <= first), default=0)

    def _unreal(self, scene: Scene, figure: Figure) -> bool:
        """Whether a figure would have been made, but was not: "would have had a profit of"."""
        start = scene.span.start + self._clause(scene, figure)
        return _UNREAL.search(scene.text, start, max(figure.at.end, figure.money.start)) is not None

    @staticmethod
    def _denied(scene: Scene, figure: Figure) -> tuple[bool, bool]:
        """Whether somebody denies a figure, or a "not" or "never" does (which also negates it)."""
        start, first = scene.span.start, min(figure.at.start, figure.money.start)
        if _DENIED.search(scene.text, start, first):
            return True, False
        never = figure.verb and _NEVER.search(scene.text, start, figure.at.start)
        negated = bool(never or _NOT_MADE.search(scene.text, start, first))
        return negated, negated

    def _governing(self, scene: Scene, figure: Figure) -> str:
        """The words that say whether a figure is a forecast: those of its clause up to the sum."""
        first, last = min(figure.at.start, figure.money.start), max(figure.at.end, figure.money.end)
        text = self._unmarked(scene)
        cut = self._clause(scene, figure)
        words = text[cut : last - scene.span.start]
        tokens = scene.parse.tokens(figure.at.start, figure.at.end) if scene.parse else []
        if not scene.parse or not tokens:
            return words
        if re.search(r",\s+(?:which|currently|now)\b", scene.text[figure.at.end : figure.money.start]):
            return scene.text[figure.at.end : figure.money.start]
        starts = scene.parse.starts
        chain = [t.text for t in _above(tokens[-1]) if text[starts[t.i] - scene.span.start :][:1].strip()]
        start = max(cut, first - 25 - scene.span.start)
        return " ".join([*chain, text[start : last - scene.span.start]])

    def _unmarked(self, scene: Scene) -> str:
        """The sentence with blanks for what is beaten, names and dates: neither "Target" nor "May" is a forecast."""
        words = scene.text[scene.span.start : scene.span.end]
        letters = list(self._passed.sub(_blank, _BEATEN.sub(_blank, words)))
        spans = [(d.start, d.end) for d in scene.dates if not _LIKELY.search(scene.text, d.start, d.end)]
        spans += [m[:2] for m in scene.resolution.overlapping(*scene.span) if m[3] == "name"]
        for low, high in spans:
            for i in range(max(low - scene.span.start, 0), min(high - scene.span.start, len(letters))):
                letters[i] = " "
        return _MAY.sub("   ", "".join(letters))

    def _forecaster(self, scene: Scene, figure: Figure, owner: str | None) -> str | None:
        """The company that itself expects a figure: it is whom the article has the forecast from."""
        tokens = scene.parse.tokens(figure.at.start, figure.at.end) if scene.parse else []
        above = _above(tokens[-1]) if tokens else []
        words = {t.lemma_.lower() for t in above if t.pos_ not in ("VERB", "AUX") or not is_passive(t)}
        return owner if words & self._forecasts else None


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


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


def _is_idle(scene: Scene, figure: Figure) -> bool:
    """Whether nobody earns or owes it: "would lose" in an idle case."""
    earned = figure.verb and not figure.stock
    return earned and _IDLE.search(scene.text, scene.span.start, figure.at.end) is not None


#: "The $3 million it earned last year": no forecast, whatever it is compared with.
_DONE = re.compile(
    r"(?:\s(?:a|per)\sshare)?,?\s(?:(?:that|which)\s)?(?:it|they|the\s\w+)\s(?:had\s)?"
    r"(?:made|earned|lost|posted|reported|recorded|booked|took\sin)\b"
)
#: The month, which the tagger of dates may have missed ("May sales").
_MAY = re.compile(r"(?<=[a-z,] )May\b(?!\s(?:be|have|not)\b)")
#: Dates that are told as forecasts.
_LIKELY = re.compile(r"\b(?:forecast|expected|target|projected)\b", re.I)
#: Expectations that a figure is only held against.
_BEATEN = re.compile(
    r"\b(?:beat(?:s|ing)?|meet(?:s|ing)?|met|miss(?:es|ed|ing)?|topp(?:ed|ing)|tops|exceed(?:s|ed|ing)?|above|below|surpass(?:es|ed|ing)?|ahead\sof"
    r"|short\sof|in\sline\swith|lag(?:s|ged)|shy\sof|trail(?:s|ed|ing)|better\sthan|worse\sthan|against|defied|matched)\s"
    r"(?:[\w’'-]+\s){0,4}?(?:estimates?|forecasts?|expectations|consensus|projections?|targets?|guidance|outlook|views?)\b",
    re.I,
)
#: Losses that are told of before they come: "warned of a loss of", "faces a loss"; the words above a metric come last.
_THREAT = re.compile(
    r"\b(?:of|about)\swarn(?:s|ed|ing|ings)?\b|\bwarn(?:s|ed|ing|ings)?\s(?:\w+\s){0,4}?(?:of|about)\b"
    r"|\b(?:fac(?:es|ed|e|ing)|flagg?(?:s|ed|ing)|brac(?:es|ed|ing)\sfor|head(?:s|ed|ing)\s(?:for|towards?))\s(?:[^\s,;]+\s){0,6}?"
    r"(?:loss|losses|deficit|shortfall|gap)\b|\bprofit\swarning\b",
    re.I,
)
_AND = re.compile(r",?\s(?:and|with)\s(?:[\w-]+\s){0,3}|,\s(?:[\w-]+\s){0,2}")
#: A list of forecasts: the words that open it, and what stands between two of them.
_GUIDED = re.compile(r"\b(?:outlook|guidance|forecasts?)\s(?:for|of)\b")
_NOMINAL = re.compile(
    r"(?:(?!;|\b(?:was|were|is|are|had|has|reported|posted|spent|ended|grew|fell|rose|compared|while|after|but)\b).){1,60}"
)
_BEFORE_SUM = re.compile(r",\s(?:an?|the)\s(?:[\w-]+\s){0,4}$")
#: What is denied: "denied that it lost", "denied reports that it had lost", "failed to make a profit".
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:es?|ed|ing)|refut(?:es?|ed|ing))\s(?:(?:(?:an?|the|media|press|newspaper)\s){0,2}"
    r"(?:reports?|claims?|allegations?|rumou?rs|speculation|suggestions?)\s)?(?:that\s|it\s)[^,;]{0,50}$"
    r"|\bfail(?:s|ed|ing)?\sto\s(?:make|post|report|earn|record|book|generate|achieve|turn|reach|show)\s(?:[\w-]+\s){0,3}$",
    re.I,
)
#: What has not been made, or is not expected: "did not make a profit of", "no longer expects sales of".
_NOT_MADE = re.compile(
    r"\b(?:(?:did|does|do|has|have|had|is|was|will|would)(?:n['’]t|\snot|\snever)|never|no\slonger)\s(?:(?:again|actually|yet|even)\s)?"
    r"(?:make|made|post(?:ed)?|report(?:ed)?|earn(?:ed)?|record(?:ed)?|book(?:ed)?|generated?|achieved?|suffer(?:ed)?|run|turn(?:ed)?"
    r"|expect(?:s|ed|ing)?(?:\sto\s(?:make|post|report|earn|have))?|forecast(?:s|ing)?)\s"
    r"(?:(?:an?|any|its|the|net|annual|quarterly|operating|full-year|pre-?tax|such|more|less|than|even|of|ever|yet)\s){0,4}$",
    re.I,
)
#: Right before a verb that is denied.
_NEVER = re.compile(r"\b(?:not|never|n['’]t)\s(?:(?:yet|ever|actually)\s)?$", re.I)
#: What would have been, in a case that has not come.
_UNREAL = re.compile(
    r"\b(?:would|could|might)\s(?:not\s)?have\s(?:\w+ly\s)?"
    r"(?!(?:combined|estimated|projected|expected|adjusted|consolidated|secured|annuali[sz]ed|increased)\b)"
    r"(?:been|had|made|lost|grown|risen|fallen|\w+ed)\b",
    re.I,
)
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


def about(analysis: Analysis, number: int, resolution: Resolution) -> str | None:
    """The company whose portrait a line "About Acme" opens: what follows is told of it."""
    sentence = analysis.sentences[number]
    head = _ABOUT.match(analysis.article.text, sentence.start, sentence.end)
    if head is None or sentence.end - sentence.start > LONGEST_HEAD:
        return None
    named = [m for m in resolution.overlapping(head.end(), head.end() + 1) if resolution.kind(m[2]) in FIGURE_KINDS]
    return named[0][2] if named else None


_ABOUT = re.compile(r"(?:About|ABOUT)[ \xa0](?:the |The )?")
#: A longer line is no heading.
LONGEST_HEAD = 80

_REPORTING = re.compile(
    r"\b(?:results?|quarter|qtr|half|earnings|profits?|loss|losses|revenues?|sales|net|financial|figures|highlights|year)\b|\bQ[1-4]\b",
    re.I,
)


#: Before the period of a figure that another is compared with: "from $3 million in the first quarter".
_COMPARED = re.compile(
    r"\b(?:from|against|versus|vs\.?|compare[sd]?\s(?:with|to)|than)\s(?:an?\s)?(?:(?!\sto\s)[^;:]){0,60}?\d"
    r"(?:(?!\sto\s)[^;:]){0,50}?\s(?:in|for|during)\s(?:the\s)?$"
)


def _heading_period(scene: Scene) -> str | None:
    """The quarter or half-year (in a heading also the year) that the head of an article or section names."""
    words = scene.text[scene.span.start : scene.span.end]
    if not _REPORTING.search(words):
        return None
    heading = scene.analysis.sentences[scene.number].role not in ("body", "bullet", "dateline")
    for period in periods(scene.text, scene.dates, scene.span.start):
        if period.year_before or (not heading and _COMPARED.search(words[: period.start - scene.span.start])):
            continue
        if re.search(r"-[QH]\d$", period.value) or (heading and re.fullmatch(r"\d{4}", period.value)):
            return period.value
    return None


def _section_year(scene: Scene, heading: str | None) -> str | None:
    """The year that a line "Year" opens in a wire table, below the table of its last quarter."""
    words = scene.text[scene.span.start : scene.span.end]
    opens = re.fullmatch(r"(?:full[- ]?)?year|12 (?:mths|months)", words.strip(" :"), re.I)
    if opens and heading and re.fullmatch(r"\d{4}-Q\d", heading):
        return heading[:4]
    return None
