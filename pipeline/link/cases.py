"""Lawsuits told by the name of the case: "Ames v. Corbin"."""

from __future__ import annotations

import re
from itertools import pairwise

from ..mentions import Span
from ..nlp import Analysis
from ..patterns import Patterns
from ..resolve import Resolution
from .draft import Draft
from .frames.file import FactFile


class CaseLinker:
    """Finds cases named after their parties in a sentence that speaks of law."""

    def __init__(self, patterns: Patterns):
        versus = patterns.load("facts.toml", FactFile).versus
        self._between = re.compile(versus.between)
        self._context = re.compile(versus.context, re.I)

    def link(self, analysis: Analysis, number: int, resolution: Resolution) -> list[Draft]:
        """The cases of one sentence."""
        sentence, text = analysis.sentences[number], analysis.article.text
        if not self._context.search(text, sentence.start, sentence.end):
            return []
        drafts = []
        mentions = resolution.overlapping(sentence.start, sentence.end)
        for (_, end, one, _), (start, _, other, _) in pairwise(mentions):
            if one != other and self._between.fullmatch(text, end, start):
                cues = [Span(end, start)]
                drafts.append(Draft("lawsuit", number, "lawsuit.versus", one, other, status="ongoing", cues=cues))
        return drafts
