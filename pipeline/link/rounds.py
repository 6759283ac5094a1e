"""Funding rounds: who put money into which company, read off lists of names.

Sentences that list investors are long and seldom parsed well, so the lists are read off the surface: a cue
("led by", "participation from") and the names that follow it without a break. The company and the sum come from
what the frames found in the sentence, from its words, or from the round told just before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..mentions import Span
from ..nlp import Analysis
from ..patterns import Patterns, Rule, Table
from ..records import Money
from ..resolve import Resolution
from .draft import Draft
from .name_lists import ItemWords, NameLists

#: A round is the talk of at most this many sentences after the one that tells its sum.
MEMORY = 5
#: At most so many sentences behind it one goes on with it without naming it: "Brandt Ventures also took part."
FOLLOWS = 2
#: At most so many characters before a company lies the word by which a round goes to it.
GOES_TO = 60
#: A sum at most so many characters before its cue is that of its round.
OWN_SUM = 45
#: A round without a sum stands at most so many characters behind its verb.
REACH = 60
#: The cue that holds its own sum: "including $3 million from Halvor Capital".
SUM_FROM = "round.sum-from"
#: Cues behind which nothing but names stands up to the end of the list.
LISTS = ("round.include", "round.among", "round.participation", "round.including")
#: Cues behind which an investor may be one of whom no name is told.
DESCRIBED = ("round.led-by", "round.joined-by", "round.from", "round.participation")
#: Such a description, up to its head noun: "a large American drug company"; a name behind it is only described by it.
_UNNAMED_ONE = re.compile(
    r" (?P<words>an? (?:(?:[a-z][\w’'-]*|[A-Z][a-z]+(?:-[a-z]+)?|U\.?[SK]\.?(?:-based)?),? ){0,6}?"
    r"(?:company|firm|investor|fund|bank|insurer|carmaker|automaker|drugmaker|chipmaker|retailer|conglomerate|manufacturer"
    r"|utility|entrepreneur|businessman|billionaire|family office|corporation|angel|institution|foundation))"
    r"(?=$|[.;]|,? (?:and|with|along|joined|alongside|as well)\b(?! (?:based|headquartered|its|offices)))"
)
#: Whoever has invested in the company some time or other did not do so in this round.
_EARLIER = re.compile(
    r"\b(?:its|their|whose|previous|past|earlier)\b[\w ]{0,20}\b(?:investors?|backers?)"
    r"|\b(?:previously|earlier) seen\b",
    re.I,
)
#: "Kerr joins Brandt and Ames in Tier's $18 million round": all of them are in it.
_IN_ROUND = re.compile(
    r"\bin (?:the|this|its|[\w.-]+[’\']s?) (?:[\w$€£.-]+ ){0,5}(?:round|financing|[Ss]eries [A-K])\b"
)
#: Words of rounds; financing without one may be a loan.
_EQUITY = re.compile(r"\b(?:rais(?:e[sd]?|ing)|rounds?|investors?|ventures?|vc|start-?ups?|equity|stake|seed)\b", re.I)
_FINANCING = re.compile(r"\bfinancing\b", re.I)
_BANK = re.compile(r"^ [A-Z][\w ]{0,30}\bBank\b")
#: "And an additional $1 million from angel investors".
_UNNAMED = re.compile(
    r" (?:[a-z]+ ){0,4}(?:from|by) (?:[a-z-]+ ){0,5}(?:investors|angels|backers|shareholders|individuals)\b"
    r"(?! (?:includ|such|like))"
)
#: "$3 million Series B", "$3 million funding round".
_SIZED = re.compile(r"(?:[ -](?:[\w-]+ ){0,3})(?:rounds?|[Ss]eries [A-K]\b|seed|fundraise|raise)\b")
#: "Kerr's latest funding round", "Kerr's Series B".
_OWN_ROUND = re.compile(
    r"(?<=\w)[’']s (?:[\w-]+ ){0,2}(?:(?:funding|financing|seed|investment) round|[Ss]eries [A-K]\b)"
)
#: "Kerr Capital also took part in the $3 million round, Tier said": the round is the speaker's.
_TELLS = re.compile(r" (?:said|says|announced)\b(?! in an? (?:\w+ )?(?:note|report)\b)")
#: "With a $50 million valuation".
_VALUATION = re.compile(r" (?:[a-z]+[ -]){0,3}(?:valuation|market cap)", re.I)


class Cue(Rule):
    """Words before or behind a list of investors."""

    words: str
    near: int | None = None
    past: bool = False


class Total(Rule):
    """Words right before the sum that a company has raised in all its rounds."""

    words: str


class RoundFile(Table):
    """`patterns/rounds.toml`."""

    context: str
    follow: str
    goes_to: str
    not_in: str
    round: str
    debt_round: str
    raised: str
    near: str
    before: tuple[Cue, ...]
    behind: tuple[Cue, ...]
    total: Total
    item: ItemWords


@dataclass(slots=True)
class Round:
    """A round as far as it has been told."""

    company: str
    money: str | None
    date: str | None
    status: str
    sentence: int
    #: What those put in who were not named beside it: "and $1 million from angel investors".
    rest: str | None = None


@dataclass(frozen=True, slots=True)
class _Compiled:
    id: str
    words: re.Pattern[str]
    near: int | None


class RoundLinker:
    """Reads the investors of rounds; call `link` on the sentences in order, with the round that it gave last."""

    def __init__(self, patterns: Patterns):
        data = patterns.load("rounds.toml", RoundFile)
        self._follow, self._goes_to = re.compile(data.follow, re.I), re.compile(data.goes_to)
        self._context, self._not_in = re.compile(data.context, re.I), re.compile(data.not_in, re.I)
        self._raised, self._near = re.compile(data.raised, re.I), re.compile(data.near)
        first = sorted(data.before, key=lambda c: not c.past)  # "from Kerr, joining existing investor Brandt"
        self._before = [_Compiled(c.id, re.compile(c.words, re.I), c.near) for c in first]
        self._behind = [_Compiled(c.id, re.compile(c.words, re.I), c.near) for c in data.behind]
        self._past = frozenset(c.id for c in data.before if c.past)
        self._round, self._debt_round = re.compile(data.round, re.I), re.compile(data.debt_round, re.I)
        self._lists = NameLists(data.item)
        self._total = re.compile(data.total.words, re.I)
        self._total_id = data.total.id

    def link(
        self,
        analysis: Analysis,
        number: int,
        resolution: Resolution,
        sums: Sequence[Money],
        told: Sequence[Draft],
        last: Round | None,
    ) -> tuple[list[Draft], Round | None]:
        """The investments of one sentence and the round that the next one may go on telling.

        `told` are the sentence's drafts from elsewhere, `last` the round of the sentences before.
        """
        sentence, text = analysis.sentences[number], analysis.article.text
        span = Span(sentence.start, sentence.end)
        if last and number - last.sentence > MEMORY:
            last = None
        goes_on = last is not None and number - last.sentence <= FOLLOWS and self._follow.search(text, *span)
        if not (goes_on or self._context.search(text, *span)):
            return [], last
        if self._is_debt(text, span):
            return [], last
        equity = self._round.search(text, *span) or _EQUITY.search(text, *span)
        totals = {m.id for m in sums if self._total.search(text, max(0, m.start - OWN_SUM), m.start)}
        totals |= {m.id for m in sums if _is_value(text, m)}
        of_round = [d for d in told if d.money not in totals]
        own = _told_round(of_round, number) or self._read_round(
            text, span, number, resolution, [m for m in sums if m.id not in totals]
        )
        if own is None:
            own = self._round_of(text, span, number, resolution, [m for m in sums if m.id not in totals])
        if own and (not last or own.money or own.company != last.company):
            last = own
        if last is None:
            return [], last
        spent = {d.money for d in told if d.type not in ("investment", "financing")}
        if own is last and own.money:
            unnamed = [m.id for m in sums if m.id != own.money and _UNNAMED.match(text, m.end)]
            last.rest = unnamed[0] if unnamed else None
        drafts = self._totals(text, number, sums, told, last)
        found = self._investors(text, span, resolution)
        placed = [e for e in analysis.entities if e.label in ("GPE", "LOC") and span.start <= e.start < span.end]
        unread = [
            Draft(
                "investment", number, rule, None, last.company, subject_text=words,
                money=self._own_sum(text, at, sums) or last.money, date=last.date, status=last.status, cues=[at],
            )
            for rule, at, words in (self._unread(text, span, resolution) if found else ())
            if not any(e.start < words.end and words.start < e.end for e in placed)
        ]  # fmt: skip
        for (rule, at), party in found:
            lent = rule == "round.from" and _FINANCING.search(text, *at) and last.sentence == number
            if rule == SUM_FROM and (own is None or self._own_sum(text, at, sums) in spent):
                continue  # "bought a mill for $3 million from Halvor Capital"
            own_sum = self._own_sum(text, at, sums) if rule == SUM_FROM else None
            for misread in told if own_sum else ():
                if misread.type == "investment" and misread.subject == party and misread.object == last.company:
                    misread.money = own_sum  # "raised $9 million, $3 million of it from Halvor Capital"
            if not equity and (lent or _BANK.search(text[at.end : at.end + 60])):
                continue  # "$3 million in financing from Halvor Bank"
            earlier = (last.sentence != number or own is None) and _EARLIER.search(text, span.start, at.end)
            earlier = earlier or (rule in self._past and not _IN_ROUND.search(text, at.end, span.end))
            rest = last.rest if rule in LISTS and last.sentence != number else None
            money = self._own_sum(text, at, sums) or rest or last.money
            draft = Draft(
                "investment", number, rule, party, last.company, money=None if earlier else money,
                date=None if earlier else last.date, status=last.status, cues=[at],
            )  # fmt: skip
            if party != last.company:
                drafts.append(draft)
        if last.sentence == number:
            drafts += self._unnamed(text, span, number, last)
        return [*drafts, *(d for d in unread if drafts and drafts[-1].money == d.money)], last

    def _unnamed(self, text: str, span: Span, number: int, last: Round) -> list[Draft]:
        """ "Co-led by a large drug company and Kerr Ventures": an investor of whom only the trade is told."""
        cues = [(cue.id, m) for cue in self._before if cue.id in DESCRIBED for m in cue.words.finditer(text, *span)]
        told = [(rule, cue, _UNNAMED_ONE.match(text, cue.end(), span.end)) for rule, cue in cues]
        return [
            Draft(
                "investment", number, rule, None, last.company, subject_text=Span(*words.span("words")),
                money=last.money, date=last.date, status=last.status, cues=[Span(*cue.span())],
            )
            for rule, cue, words in told
            if words
        ]  # fmt: skip

    def _is_debt(self, text: str, span: Span) -> bool:
        """Whether it is a debt or a gift that is raised: a round may be that of a maker of credit cards."""
        if self._round.search(text, *span):
            return self._debt_round.search(text, *span) is not None
        return self._not_in.search(text, *span) is not None

    def _totals(
        self, text: str, number: int, sums: Sequence[Money], told: Sequence[Draft], last: Round
    ) -> list[Draft]:
        """What the company has raised in all, told beside its round: a financing of its own."""
        drafts = []
        for entry in sums:
            cue = self._total.search(text, max(0, entry.start - OWN_SUM), entry.start)
            if not cue or entry.id == last.money or entry.equivalent_of:
                continue
            misread = [d for d in told if d.money == entry.id]
            for draft in misread:  # "led by Kerr, which takes its total funding to": not Kerr's
                draft.subject = last.company if draft.type == "financing" else draft.subject
            if not misread:
                keys = {"instrument": "total raised"}
                at = Span(*cue.span())
                drafts.append(
                    Draft("financing", number, self._total_id, last.company, money=entry.id, keys=keys, cues=[at])
                )
        return drafts

    def _read_round(
        self, text: str, span: Span, number: int, resolution: Resolution, sums: Sequence[Money]
    ) -> Round | None:
        """ "Tier raises $3m Series A": the company named first, its verb, and the sum behind it."""
        verb = self._raised.search(text, *span)
        if not verb:
            return None
        companies = [m for m in resolution.overlapping(span.start, verb.start()) if m[3] != "pronoun"]
        companies = [m for m in companies if resolution.kind(m[2]) != "person"]  # "Brandt's start-up, Tier"
        companies = [m for m in companies if text[m[0] - 1 : m[0]] != "("]  # "NORTON, Mass. (Halvor Wire)"
        behind = [m for m in sums if m.start >= verb.end() and not m.per and not m.equivalent_of]
        if not companies:
            return None
        if not behind:
            round_ = self._round.search(text, verb.end(), min(span.end, verb.end() + REACH))
            return Round(companies[0][2], None, None, "completed", number) if round_ else None
        if not re.search(r"\b(?:round|series [a-k]|seed|funding|financing|raise)\b", text[span.start : span.end], re.I):
            return None
        return Round(companies[0][2], behind[0].id, None, "completed", number)

    def _round_of(
        self, text: str, span: Span, number: int, resolution: Resolution, sums: Sequence[Money]
    ) -> Round | None:
        """ "The $3 million round, led by Kerr Capital, values Tier at $9 million": to whom a round with a sum goes."""
        priced = [m for m in sums if not m.per and _SIZED.match(text, m.end, span.end)]
        if not priced:
            owned = _OWN_ROUND.finditer(text, *span)
            named = [m for cue in owned for m in resolution.overlapping(cue.start() - 1, cue.start()) if m[3] == "name"]
            firms = [m for m in named if resolution.kind(m[2]) == "company"]
            return Round(firms[0][2], None, None, "completed", number) if firms else None
        named = [m for m in resolution.overlapping(priced[0].end, span.end) if m[3] == "name"]
        firms = [m for m in named if resolution.kind(m[2]) == "company"]
        told = [m for m in firms if text[m[0] - 2 : m[0]] == ", " and _TELLS.match(text, m[1], span.end)]
        firms = [m for m in firms if self._goes_to.search(text, max(span.start, m[0] - GOES_TO), m[0])] or told
        return Round(firms[0][2], priced[0].id, None, "completed", number) if firms else None

    @staticmethod
    def _own_sum(text: str, cue: Span, sums: Sequence[Money]) -> str | None:
        """The sum right before the cue: a sentence may tell of two rounds."""
        before = [m for m in sums if m.end <= cue.end and not m.per and not m.equivalent_of]
        if not before or cue.start - before[-1].end > OWN_SUM or _is_value(text, before[-1]):
            return None
        return before[-1].id

    def _is_near(self, text: str, span: Span, at: int, reach: int) -> bool:
        """Whether a word of `near` ends at most `reach` characters before the cue."""
        return any(at - m.end() <= reach for m in self._near.finditer(text, max(span.start, at - reach - 20), at))

    def _unread(self, text: str, span: Span, resolution: Resolution) -> list[tuple[str, Span, Span]]:
        """What stands in a list of investors as a name and is none of a party: the rule, its cue and the words."""
        mentions = [m for m in resolution.overlapping(*span) if m[3] == "name"]
        found: dict[Span, tuple[str, Span, Span]] = {}
        for cue in self._before:
            for match in cue.words.finditer(text, *span) if cue.id in LISTS else ():
                for words in self._lists.unread(text, match.end() + 1, span.end, mentions):
                    found.setdefault(words, (cue.id, Span(*match.span()), words))
        return list(found.values())

    def _investors(self, text: str, span: Span, resolution: Resolution) -> list[tuple[tuple[str, Span], str]]:
        """Each investor that a cue of the sentence introduces, with the cue."""
        found: dict[str, tuple[str, Span]] = {}
        mentions = [m for m in resolution.overlapping(*span) if m[3] == "name"]
        for cue in (*self._before, *self._behind):
            for match in cue.words.finditer(text, *span):
                if cue.near is not None and not self._is_near(text, span, match.start(), cue.near):
                    continue
                at = Span(*match.span())
                if cue in self._before:
                    listed = self._lists.after(text, at.end, mentions)
                else:
                    listed = self._lists.before(text, at.start, mentions)
                for party in listed:
                    found.setdefault(party, (cue.id, at))
        return [(cue, party) for party, cue in found.items()]


def _is_value(text: str, entry: Money) -> bool:
    """Whether the sum is what a company is worth, and not what it raises."""
    return "valu" in text[max(0, entry.start - 25) : entry.start].lower() or bool(_VALUATION.match(text, entry.end))


def _told_round(told: Sequence[Draft], number: int) -> Round | None:
    """The round that the frames found in the sentence."""
    for draft in told:
        if draft.type == "investment" and draft.object and draft.money:
            return Round(draft.object, draft.money, draft.date, draft.status, number)
    for draft in told:
        if draft.type == "financing" and draft.subject and draft.money and draft.status == "completed":
            return Round(draft.subject, draft.money, draft.date, draft.status, number)
    return None
