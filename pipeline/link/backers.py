"""Backers told in passing: "Halvor Capital-backed Tier Oy", "Backed by Halvor Capital and Brandt Equity, Tier Oy".

Whoever backs a company has put money into it, whenever that was: an investment without sum and date. Political
backing and the backing of loans look the same, so one side must read as an investor or a start-up.
"""

from __future__ import annotations

import re

from ..mentions import Span
from ..nlp import Analysis
from ..patterns import Patterns, Table
from ..resolve import Resolution
from .draft import Draft
from .name_lists import Mention

HYPHEN, BY = "investment.backed-name", "investment.backed-by"
#: Between two names of a list.
_AND = re.compile(r",? and |, ")
#: What a bracket tells of a backer: "Lena Kerr (Norton Foods)".
_ASIDE = re.compile(r" \([^()]{1,60}\)")
#: Behind the last name of a list; "backed by Halvor's engineers" goes on otherwise.
_AFTER_LIST = re.compile(r"[,.;)]| and |$")
_KINDS = ("company", "person")
#: The backers as they are mentioned, and the company.
Read = tuple[list[Mention], str | None]


class BackerFile(Table):
    """`patterns/backers.toml`."""

    hyphen: str
    lead: str
    by: str
    apposed: str
    investor: str
    startup: str
    unlike: str
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


class BackerLinker:
    """Reads the backers that a sentence names beside the company."""

    def __init__(self, patterns: Patterns):
        data = patterns.load("backers.toml", BackerFile)
        self._hyphen, self._lead, self._by = re.compile(data.hyphen), re.compile(data.lead), re.compile(data.by)
        self._apposed, self._investor = re.compile(data.apposed), re.compile(data.investor)
        self._startup, self._unlike = re.compile(data.startup, re.I), re.compile(data.unlike, re.I)

    def link(self, analysis: Analysis, number: int, resolution: Resolution) -> list[Draft]:
        """An investment by each backer."""
        text, sentence = analysis.article.text, analysis.sentences[number]
        if text.find("acked ", sentence.start, sentence.end) < 0:
            return []
        found = [
            (HYPHEN, cue, *self._by_hyphen(text, Span(*cue.span()), resolution, sentence.end))
            for cue in self._hyphen.finditer(text, sentence.start, sentence.end)
        ] + [
            (BY, cue, *self._listed(text, Span(*cue.span()), resolution, Span(sentence.start, sentence.end)))
            for cue in self._by.finditer(text, sentence.start, sentence.end)
        ]
        drafts = []
        for rule, cue, backers, company in found:
            if not company or not backers or self._unlike.search(text, sentence.start, sentence.end):
                continue
            names = [text[m[0] : m[1]] for m in backers]
            invests = any(self._investor.search(name) for name in names)
            startup = self._startup.search(text, sentence.start, sentence.end) is not None
            firms = rule == HYPHEN and all(resolution.kind(m[2]) == "company" for m in backers)
            if not (invests or startup or firms):
                continue
            at = Span(*cue.span())
            drafts += [Draft("investment", number, rule, m[2], company, cues=[at]) for m in backers if m[2] != company]
        return drafts

    def _by_hyphen(self, text: str, cue: Span, resolution: Resolution, end: int) -> Read:
        """ "Halvor Capital-backed lamp maker Tier Oy"; "Halvor and Brandt-backed"."""
        before = [m for m in resolution.overlapping(max(0, cue.start - 60), cue.start) if m[3] == "name"]
        lead = self._lead.match(text, cue.end, end)
        named = [m for m in resolution.overlapping(cue.end, end) if m[3] == "name" and m[0] == lead.end()]
        if not before or before[-1][1] != cue.start or not named or resolution.kind(named[0][2]) != "company":
            return [], None
        backers = [before[-1]]
        if len(before) > 1 and text[before[-2][1] : before[-1][0]] == " and ":
            backers.insert(0, before[-2])
        fits = all(resolution.kind(m[2]) in _KINDS for m in backers)
        return (backers, named[0][2]) if fits else ([], None)

    def _listed(self, text: str, cue: Span, resolution: Resolution, span: Span) -> Read:
        """ "Backed by Halvor Capital and Brandt Equity, Tier Oy has"; "Tier Oy, backed by Halvor Capital"."""
        behind = [m for m in resolution.overlapping(cue.end, span.end) if m[3] == "name"]
        backers, end = [], cue.end
        for mention in behind:
            if mention[0] < end:
                continue  # in the bracket behind the last one
            gap = text[end : mention[0]]
            joined = _AND.fullmatch(gap) if backers else not gap
            if not joined or resolution.kind(mention[2]) not in _KINDS:
                break
            backers.append(mention)
            aside = _ASIDE.match(text, mention[1], span.end)
            end = aside.end() if aside else mention[1]
        if not text[
            span.start : cue.start
        ].strip():  # the last name of the run is the company: "Backed by A and B, Tier has"
            if len(backers) < 2 or text[backers[-2][1] : backers[-1][0]] != ", ":
                return [], None
            company = backers.pop()
            return (backers, company[2]) if resolution.kind(company[2]) == "company" else ([], None)
        if not backers or not _AFTER_LIST.match(text, end, span.end):
            return [], None
        before = [m for m in resolution.overlapping(span.start, cue.start) if m[3] == "name"]
        company = before[-1] if before else None
        if company is None or resolution.kind(company[2]) != "company":
            return [], None
        return (backers, company[2]) if self._apposed.fullmatch(text, company[1], cue.start) else ([], None)
