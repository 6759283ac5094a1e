"""Loans of several lenders: "with a syndicate of banks including A, B and C", "with A and B as lenders".

A frame reads the loan and its borrower; long lists of lenders are seldom parsed well, so they are read off the surface
beside it, or in one of the sentences after it, and each of them lends the joint sum.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..mentions import Span
from ..nlp import Analysis
from ..patterns import Patterns, Table
from ..resolve import Resolution
from .draft import Draft
from .name_lists import NameLists
from .rounds import Cue, RoundFile

#: A loan is the talk of at most this many sentences after the one that tells it.
MEMORY = 3
#: A list that a cue closes begins at most so many characters before it.
OPENS = 200
_KINDS = ("company", "public_body", "organization")
_WITH = re.compile(r"\bwith\b")


def turn_round(analysis: Analysis, resolution: Resolution, drafts: Sequence[Draft]) -> None:
    """Of a loan "with Kerr Bank, Tier Bank and others" that the parser breaks after the first lender the rest have
    their sides the wrong way round: who borrows from one, and is named before all, lends to none.
    """
    loans = [d for d in drafts if d.type == "financing" and d.money and d.subject and d.object]
    for loan in loans:
        for other in loans:
            same = (loan.sentence, loan.money, loan.rule) == (other.sentence, other.money, other.rule)
            if not same or other.object != loan.subject or other.subject == loan.object:
                continue
            sentence = analysis.sentences[loan.sentence]
            named = [party for _, _, party, _ in resolution.overlapping(sentence.start, sentence.end)]
            if loan.subject in named and named.index(loan.subject) == 0:
                other.subject, other.object = other.object, other.subject


class LenderFile(Table):
    """`patterns/lenders.toml`."""

    debt: str
    before: tuple[Cue, ...]
    behind: tuple[Cue, ...]


class LenderLinker:
    """Reads the lenders that a sentence lists."""

    def __init__(self, patterns: Patterns):
        data = patterns.load("lenders.toml", LenderFile)
        self._debt = re.compile(data.debt, re.I)
        self._before = [(cue, re.compile(cue.words, re.I)) for cue in data.before]
        self._behind = [(cue, re.compile(cue.words, re.I)) for cue in data.behind]
        self._lists = NameLists(patterns.load("rounds.toml", RoundFile).item)

    def link(self, analysis: Analysis, drafts: Sequence[Draft], resolution: Resolution) -> list[Draft]:
        """The loans, once for each lender listed; a loan without a lender gets the first."""
        turn_round(analysis, resolution, drafts)
        text, found = analysis.article.text, list(drafts)
        loans = [d for d in drafts if d.type == "financing" and d.subject and d.money and self._is_debt(analysis, d)]
        for number, sentence in enumerate(analysis.sentences) if loans else ():
            near = [d for d in loans if 0 <= number - d.sentence <= MEMORY]
            span = Span(sentence.start, sentence.end)
            if not near or not self._debt.search(text, *span):
                continue
            told = [d for d in near if d.sentence == max(n.sentence for n in near)]
            lenders = self._listed(text, span, resolution)
            for loan in told[:1] if len({d.money for d in told}) == 1 else ():
                known = {d.object for d in found if d.type == "financing" and d.money == loan.money}
                for party, at, rule in lenders:
                    if party in known or party == loan.subject:
                        continue
                    known.add(party)
                    if loan.object is None and loan.object_text is None:
                        loan.object = party
                        loan.cues.append(at)
                    else:
                        found.append(replace(loan, object=party, object_text=None, rule=rule, cues=[*loan.cues, at]))
        return found

    def _is_debt(self, analysis: Analysis, draft: Draft) -> bool:
        words = draft.keys.get("instrument")
        sentence = analysis.sentences[draft.sentence]
        if words and re.search(r"\b(?:bonds?|notes|offering|IPO|round|series|placement|shares?)\b", words, re.I):
            return False
        return self._debt.search(words or analysis.article.text[sentence.start : sentence.end]) is not None

    def _listed(self, text: str, span: Span, resolution: Resolution) -> list[tuple[str, Span, str]]:
        mentions = [m for m in resolution.overlapping(*span) if m[3] == "name"]
        found: dict[str, tuple[str, Span, str]] = {}
        for cue, words in self._before:
            for match in words.finditer(text, *span):
                at = Span(*match.span())
                lead = text[max(span.start, at.start - cue.near) : at.start] if cue.near else "loan"
                for party in self._lists.after(text, at.end, mentions) if self._debt.search(lead) else ():
                    found.setdefault(party, (party, at, cue.id))
        for cue, words in self._behind:
            for match in words.finditer(text, *span):
                at = Span(*match.span())
                opened = [m.end() for m in _WITH.finditer(text, max(span.start, at.start - OPENS), at.start)]
                start = opened[-1] if opened else span.start
                ended = [m for m in mentions if m[1] <= at.start]
                listed = self._lists.after(text, start, ended)
                if ended and ended[-1][2] in listed and ended[-1][1] == at.start:
                    for party in listed:
                        found.setdefault(party, (party, at, cue.id))
        return [entry for party, entry in found.items() if resolution.kind(party) in _KINDS]
