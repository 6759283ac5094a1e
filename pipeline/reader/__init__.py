"""What a small model, fitted to annotated news, reads in a sentence: what its sums tell, who has to do with whom, which
posts its people have, and which of its words state a term. The finders and linkers take from it what their rules have
not found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tokenizers import Tokenizer

from .. import kernel
from ..ner.model import WEIGHTS as NER_WEIGHTS
from ..ner.words import Pieces
from ..nlp import Analysis
from ..records import Date, Money
from ..resolve import Resolution
from .model import PairSaid, PostSaid, ReaderModel, SumSaid, TermSaid, Words, WordsSaid
from .windows import Cutter

__all__ = ["PairSaid", "PostSaid", "Reader", "Reading", "Said", "SumSaid", "TermSaid", "WordsSaid"]

#: Sentences of these roles are read; tables, captions and bylines are not what the model was fitted to.
ROLES = ("headline", "subheading", "bullet", "body")


@dataclass(slots=True)
class Said:
    """What is said of one sentence: `sums` by the id of the sum, `words` of its wordpieces, `posts` of its people."""

    sums: dict[str, SumSaid] = field(default_factory=dict)
    pairs: list[PairSaid] = field(default_factory=list)
    terms: list[TermSaid] = field(default_factory=list)
    words: Words = field(default_factory=Words, compare=False)
    posts: list[PostSaid] = field(default_factory=list)


@dataclass(slots=True)
class Reading:
    """What is said of the sentences of an article, by number; a sentence is read when it is first asked for."""

    said: dict[int, Said] = field(default_factory=dict)
    read: Callable[[int], Said] = lambda _: Said()

    def of(self, number: int) -> Said:
        if number not in self.said:
            self.said[number] = self.read(number)
        return self.said[number]


class Reader:
    """The model, loaded. Raises `NerError` when its weights are missing or damaged."""

    def __init__(self) -> None:
        self._model = ReaderModel()
        self.name = f"fact_reader {self._model.sha256[:12]}"
        self._cutter = Cutter(Pieces(Tokenizer.from_file(str(NER_WEIGHTS / "tokenizer.json"))))

    def reading(
        self,
        analysis: Analysis,
        resolution: Resolution,
        money: Sequence[Money],
        dates: Sequence[Date],
        main: str | None,
    ) -> Reading:
        """The reading of an article. What is said of a sentence depends on it, on the one before it and on what is
        mentioned there, not on which others are read.
        """

        def read(number: int) -> Said:
            if analysis.sentences[number].role not in ROLES:
                return Said()
            window = self._cutter.window(analysis, number, resolution, money, dates, main)
            x = self._model.encode(window)
            with kernel.one_thread():
                words = self._model.words(window, x)
                sums, pairs = self._model.sums(window, x, main), self._model.pairs(window, x)
                return Said(sums, pairs, words.terms(), words, self._model.posts(window, x, main))

        return Reading(read=read)
