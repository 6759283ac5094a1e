"""Company and state figures: metric word, sum, whose it is, for which period.

Earnings prose is formulaic on its surface and often too long for a parser to get right, so this reads the words
between metric and sum (`patterns/results.toml`) and asks the parse only for the subject.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..mentions import Span
from ..nlp import Analysis
from ..patterns import Patterns, Rule, Table
from ..records import Date, Money
from ..resolve import Resolution
from ..tree import agents
from .draft import Draft
from .fillers import PartyReader

#: At most this many characters between a metric and its sum.
MAX_GAP = 110
#: A party's own figures (not its owner's or rival's) are told of kinds that have them.
FIGURE_KINDS = ("company", "public_body", "organization")


class MetricRule(Rule):
    """Words that name one metric."""

    metric: str
    words: tuple[str, ...]
    #: Only a sum behind the word is the figure ("cash of $3 million", not "$3 million in cash").
    forward: bool = False


class _Between(Table):
    words: tuple[str, ...]
    behind: tuple[str, ...]
    earlier: tuple[str, ...]


class _Words(Table):
    words: tuple[str, ...]


class ResultFile(Table):
    """`patterns/results.toml`."""

    metric: tuple[MetricRule, ...]
    between: _Between
    verbs: Mapping[str, tuple[str, ...]]
    expected: _Words
    ongoing: _Words


@dataclass(slots=True)
class _Figure:
    metric: str
    rule: str
    at: Span
    money: Money
    earlier: bool = False


class ResultLinker:
    """Finds figures in a sentence; `wants` tells cheaply whether there may be one."""

    def __init__(self, patterns: Patterns, reader: PartyReader):
        data = patterns.load("results.toml", ResultFile)
        self._reader = reader
        self._rules = {}
        words = []
        self._forward = frozenset(word.lower() for rule in data.metric if rule.forward for word in rule.words)
        for rule in data.metric:
            for word in rule.words:
                self._rules.setdefault(word.lower(), (rule.metric, f"result.{rule.id}"))
                words.append(word)
        for metric, verbs in data.verbs.items():
            for verb in verbs:
                self._rules[verb] = (metric, f"result.verb-{metric.replace('_', '-')}")
                words.append(verb)
        self._verbs = frozenset(v for verbs in data.verbs.values() for v in verbs)
        self._metric = re.compile(_any(words), re.I)
        self._between = frozenset(data.between.words)
        self._behind = frozenset(data.between.behind)
        self._earlier = re.compile(rf"(?:^|[\s,(])(?:{'|'.join(_longest(data.between.earlier))})\s*(?:a\s|an\s|the\s|about\s|some\s|approximately\s|~)*(?:(?:net|operating|pre-?tax)\s)?(?:(?:loss|profit|income|revenue|sales|figure)\s(?:of\s)?)?(?:about\s|approximately\s|~)?$", re.I)
        self._expected = re.compile(_any(data.expected.words), re.I)
        self._ongoing = re.compile(_any(data.ongoing.words), re.I)

    def wants(self, text: str) -> bool:
        """Whether the text names a metric at all."""
        return self._metric.search(text) is not None

    def link(
        self, analysis: Analysis, number: int, resolution: Resolution, money: Sequence[Money], dates: Sequence[Date], main: str | None
    ) -> list[Draft]:
        """The figures of one sentence. `money` and `dates` are those inside it; `main` is the article's own company."""
        sentence = analysis.sentences[number]
        text = analysis.article.text
        drafts = []
        known = [Span(d.start, d.end) for d in dates]
        known += [Span(m[0], m[1]) for m in resolution.overlapping(sentence.start, sentence.end)]
        for figure in self._figures(text, sentence.start, sentence.end, money, known):
            subject = self._subject(analysis, number, resolution, figure, main)
            if subject is None:
                continue
            period = _period(figure, dates)
            before = text[sentence.start : figure.money.start]
            drafts.append(
                Draft(
                    "result", number, figure.rule, subject=subject, money=figure.money.id, date=period,
                    status=self._status(figure, before),
                    keys={"metric": figure.metric, **({"period": period} if period else {})},
                    cues=[figure.at, Span(figure.money.start, figure.money.end)],
                )
            )  # fmt: skip
        return drafts

    def _figures(self, text: str, start: int, end: int, money: Sequence[Money], known: Sequence[Span]) -> list[_Figure]:
        sums = [m for m in money if not m.equivalent_of and m.qualifier != "vague"]
        taken: dict[str, _Figure] = {}
        metrics = list(self._metric.finditer(text, start, end))
        for found in metrics:
            name = found.group().lower()
            metric, rule = self._rules[name]
            at = Span(*found.span())
            verb = name in self._verbs
            after = next((m for m in sums if m.start >= at.end), None)
            if name in self._forward and not re.match(r"\s+(?:of|was|were|stood|at|rose|fell|reached|totall?ed)\b", text[at.end : end]):
                continue
            if after and after.id not in taken and self._joins(text, at.end, after.start, known, self._between if not verb else _NOTHING):
                taken[after.id] = self._typed(_Figure(metric, rule, at, after))
                self._second(text, sums, taken, taken[after.id])
            before = next((m for m in reversed(sums) if m.end <= at.start), None)
            if not verb and name not in self._forward and before and before.id not in taken and self._joins(text, before.end, at.start, known, self._behind, 40):
                taken[before.id] = self._typed(_Figure(metric, rule, at, before))
                self._second(text, sums, taken, taken[before.id])
        return [taken[m.id] for m in sums if m.id in taken]

    @staticmethod
    def _typed(figure: _Figure) -> _Figure:
        if figure.money.per == "share" and figure.metric in ("net_profit", "net_loss"):
            figure.metric = "earnings_per_share"
        return figure

    def _joins(self, text: str, start: int, end: int, known: Sequence[Span], allowed: frozenset[str], limit: int = MAX_GAP) -> bool:
        if end - start > limit:
            return False
        gap = list(text[start:end])
        for span in known:
            for i in range(max(span.start, start), min(span.end, end)):
                gap[i - start] = " "
        words = "".join(gap)
        if re.search(r"[;:()“”\"]|\.\s", words.replace("(", "(") ) and not re.fullmatch(r"\s*[:(]\s*", words):
            return False
        for word in re.findall(r"[^\W\d_][\w’'.-]*", words):
            if word.lower().strip(".'’") not in allowed:
                return False
        return True

    def _second(self, text: str, sums: Sequence[Money], taken: dict[str, _Figure], first: _Figure) -> None:
        """What follows a figure: ", or $1.12 a share" and "from $3 million a year earlier" (the period before)."""
        last = first
        for following in [m for m in sums if m.start >= first.money.end]:
            gap = text[last.money.end : following.start]
            if following.id in taken or len(gap) > MAX_GAP:
                return
            if following.per == "share" and re.search(r"(?:^|,|\()\s*(?:or|equal to|i\.e\.)\s+(?:about\s+)?$", gap):
                last = _Figure("earnings_per_share", last.rule, last.at, following, last.earlier)
            elif not last.earlier and self._earlier.search(gap) and not self._metric.search(gap.replace("loss", "").replace("profit", "")):
                last = _Figure(_turned(first.metric, gap), first.rule, first.at, following, earlier=True)
            else:
                return
            taken[following.id] = last

    def _subject(self, analysis: Analysis, number: int, resolution: Resolution, figure: _Figure, main: str | None) -> str | None:
        sentence = analysis.sentences[number]
        text = analysis.article.text
        possessor = re.search(r"(\S+(?:\s\S+){0,3}?)['’]s?\s+(?:[\w-]+\s+){0,4}$", text[sentence.start : figure.at.start])
        if possessor:
            owner = resolution.at(sentence.start + possessor.start(1), sentence.start + possessor.end(1))
            if owner and resolution.kind(owner) in FIGURE_KINDS:
                return owner
        inside = [
            (start, end, party, form)
            for start, end, party, form in resolution.mentions
            if sentence.start <= start and end <= sentence.end and resolution.kind(party) in FIGURE_KINDS
        ]
        first_end = min(figure.at.start, figure.money.start)
        at_behind = [p for s, e, p, _ in inside if s >= figure.at.end and re.fullmatch(r"\s+(?:at|of|for|from)\s+(?:the\s+)?", text[figure.at.end : s])]
        if at_behind:
            return at_behind[0]
        subject = self._grammatical(analysis, number, resolution, figure)
        if subject is not None:
            return subject if resolution.kind(subject) in FIGURE_KINDS else None
        before = [entry for entry in inside if entry[1] <= first_end]
        if before:
            return before[0][2]
        behind = re.search(r",\s+(?:the\s+)?[^,]{2,60}\s+(?:said|reported|announced)\b", text[figure.money.end : sentence.end])
        if behind and inside:
            return inside[-1][2]
        opening = text[sentence.start : first_end].strip()
        return main if len(opening) < 60 and not inside else None

    def _grammatical(self, analysis: Analysis, number: int, resolution: Resolution, figure: _Figure) -> str | None:
        parse = analysis.parses.get(number)
        if parse is None:
            return None
        tokens = parse.tokens(figure.at.start, figure.at.end) or parse.tokens(figure.money.start, figure.money.end)
        token = tokens[-1] if tokens else None
        for _ in range(6):
            if token is None or token.head == token:
                break
            if token.head.pos_ in ("VERB", "AUX") and token.dep_ not in ("nsubj", "nsubjpass"):
                for who in agents(token.head):
                    found = self._reader.read(resolution, parse, number, who)
                    if found:
                        return found[0]
                return None
            token = token.head
        return None

    def _status(self, figure: _Figure, before: str) -> str:
        if not figure.earlier and self._expected.search(before):
            return "expected"
        if figure.metric == "other" and self._ongoing.search(before) and "asset" in figure.rule + before[-60:] + "asset":
            return "ongoing"
        return "completed"


_NOTHING = frozenset({"about", "nearly", "some", "around", "roughly", "approximately", "more", "than", "at", "least", "over", "almost", "up", "to", "as", "much", "a", "an", "estimated", "record", "just", "under"})


def _turned(metric: str, gap: str) -> str:
    """ "a profit of …, compared with a loss of …" """
    if re.search(r"\bloss\b", gap):
        return {"net_profit": "net_loss", "operating_profit": "operating_loss"}.get(metric, metric)
    if re.search(r"\bprofit\b", gap):
        return {"net_loss": "net_profit", "operating_loss": "operating_profit"}.get(metric, metric)
    return metric


def _period(figure: _Figure, dates: Sequence[Date]) -> str | None:
    """The TIMEX3 value of the period: behind the sum for "from … a year earlier", else the nearest in the sentence."""
    periods = [d for d in dates if d.type == "DATE" and d.value and d.value[:1].isdigit()]
    if not periods:
        return None
    if figure.earlier:
        behind = [d for d in periods if d.start >= figure.money.end]
        return behind[0].value if behind else None
    mid = figure.money.start
    return min(periods, key=lambda d: (min(abs(d.start - mid), abs(mid - d.end)), d.start)).value


def _any(words: Sequence[str]) -> str:
    return rf"(?<![\w-])(?:{'|'.join(_longest(words))})(?![\w-])"


def _longest(words: Sequence[str]) -> list[str]:
    return [re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w))]
