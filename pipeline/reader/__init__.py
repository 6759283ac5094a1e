"""What a small model, fitted to annotated news, reads in a sentence: what its sums tell, who has to do with whom, and
which of its words state a term. The finders and linkers take from it what their rules have not found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tokenizers import Tokenizer

from ..ner.model import WEIGHTS as NER_WEIGHTS
from ..ner.words import Pieces
from ..nlp import Analysis
from ..records import Date, Money
from ..resolve import Resolution
from .model import PairSaid, ReaderModel, SumSaid, TermSaid
from .windows import Cutter

__all__ = ["PairSaid", "Reader", "Reading", "SumSaid", "TermSaid"]

#: Sentences of these roles are read; tables, captions and bylines are not what the model was fitted to.
ROLES = ("headline", "subheading", "bullet", "body")


@dataclass(slots=True)
class Reading:
    """What is said of the sentences of an article: `sums` by the id of the sum, the others by sentence number."""

    sums: dict[str, SumSaid] = field(default_factory=dict)
    pairs: dict[int, list[PairSaid]] = field(default_factory=dict)
    terms: dict[int, list[TermSaid]] = field(default_factory=dict)


class Reader:
    """The model, loaded. Raises `NerError` when its weights are missing or damaged."""

    def __init__(self) -> None:
        self._model = ReaderModel()
        self.name = f"fact_reader {self._model.sha256[:12]}"
        self._cutter = Cutter(Pieces(Tokenizer.from_file(str(NER_WEIGHTS / "tokenizer.json"))))

    def read(
        self,
        analysis: Analysis,
        resolution: Resolution,
        money: Sequence[Money],
        dates: Sequence[Date],
        main: str | None,
        wanted: Iterable[int],
    ) -> Reading:
        """Read the sentences with a sum, and the `wanted` ones (a sixth of an article).

        Sentences that only name two parties would be twice as many, and hardly anything sure is said of them.
        What is said of a sentence depends on it, on the one before it and on what is mentioned there.
        """
        reading = Reading()
        also = frozenset(wanted)
        starts = [m.start for m in money]
        for number, sentence in enumerate(analysis.sentences):
            if sentence.role not in ROLES:
                continue
            if number not in also and not any(sentence.start <= start < sentence.end for start in starts):
                continue
            window = self._cutter.window(analysis, number, resolution, money, dates, main)
            x = self._model.encode(window)
            reading.sums |= self._model.sums(window, x, main)
            reading.pairs[number] = self._model.pairs(window, x)
            reading.terms[number] = self._model.terms(window, x)
        return reading
