"""Which library multiplies the parser's matrices: BLIS, which thinc brings, or the BLAS of numpy.

BLIS knows few processors and falls back to a slow generic kernel on the others (`BLIS_ARCH_DEBUG=1` shows which);
there numpy's BLAS takes half the time. The two round differently in the last bits, so it is taken only if the
parses of a probe come out equal, labels and lemmas included.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING, Any

from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from thinc.api import NumpyOps

#: numpy's BLAS must be at least this many times as fast: what is near a tie stays what it was.
FASTER = 1.25
#: Rows, inputs and outputs of the parser's usual products (hidden layers of width 96, three pieces).
SHAPES = ((40, 96, 288), (20, 384, 96), (4, 128, 64))
TURNS = 40
PROBE = (
    "IBM said on Tuesday it had agreed to buy the chip unit of IBM for $2 billion in cash and shares, and Smith, "
    "who leads the insurer, expects the deal to close by June unless regulators object.",
    "Under the settlement, which a judge in Delaware approved last week, the company will pay the former workers "
    "a fine that was not disclosed; its lawyers did not respond to requests for comment.",
    "shares of the lender fell 4 percent after the bank reported a third-quarter loss of $12 million",
)


def choose(parse: Callable[[str], Doc], pipes: Sequence[Any]) -> str:
    """Set the faster library on the models of `pipes`, if `parse` gives the same with it: "blis" or "numpy"."""
    from thinc.api import NumpyOps

    own = [part for pipe in pipes if hasattr(getattr(pipe, "model", None), "walk") for part in pipe.model.walk()]
    if not own or not all(type(part.ops) is NumpyOps and part.ops.use_blis for part in own):
        return "as the model has it"
    blis, numpy = NumpyOps(use_blis=True), NumpyOps(use_blis=False)
    if seconds(blis) < FASTER * seconds(numpy):
        return "blis"
    before = [_read(parse(text)) for text in PROBE]
    for part in own:
        part.ops = numpy
    if [_read(parse(text)) for text in PROBE] == before:
        return "numpy"
    for part in own:
        part.ops = blis
    return "blis"


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()


def one_thread() -> AbstractContextManager:
    """Keeps numpy's BLAS to one thread inside.

    The parser's products are so small that a second thread only waits: on a busy machine of two cores it took
    1.7 times as much CPU time. What the caller had set holds again afterwards.
    """
    return _controller().limit(limits=1, user_api="blas")


def seconds(ops: NumpyOps) -> float:
    """CPU seconds, of all threads, that the usual products take: the best of some turns."""
    pairs = [(ops.xp.ones((rows, width), "f"), ops.xp.ones((out, width), "f")) for rows, width, out in SHAPES]
    turns = []
    for _ in range(TURNS):
        begun = time.process_time()
        for left, right in pairs:
            ops.gemm(left, right, trans2=True)
        turns.append(time.process_time() - begun)
    return min(turns)


def _read(doc: Doc) -> list[tuple[int, str, str, str]]:
    return [(token.head.i, token.dep_, token.tag_, token.lemma_) for token in doc]
