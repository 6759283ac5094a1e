"""What runs in a worker, whatever the engine: texts in, JSON out."""

from __future__ import annotations

import gc
import importlib
import traceback
from collections.abc import Iterator, Sequence
from typing import Any

from ..mentions import Article
from ..rows import counts, facts_json
from . import Result, Task

#: Environment of a worker. Workers are the parallelism: the numeric libraries inside one keep to one thread.
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}


def load_or_why(task: Task) -> tuple[Any, Any]:
    """The extractor of a task with its fingerprint and, as `gemm`, its matrix library; or None, and why not."""
    try:
        module, _, name = task.factory.partition(":")
        extractor = getattr(importlib.import_module(module), name)(**dict(task.options))
        gc.freeze()  # the models stay for good: the collector needn't walk through them again and again
        return extractor, {**extractor.fingerprint, "gemm": extractor.gemm}
    except Exception as error:  # told to the main process, which ends the run
        return None, _why(error)


def _why(error: Exception) -> str:
    """The error's own words, or the traceback of a fault of ours."""
    from ..ner import NerError
    from ..nlp import ModelError

    if isinstance(error, (ModelError, NerError, ValueError, OSError)):
        return str(error)
    return "".join(traceback.format_exception(error)).rstrip()


def results(extractor: Any, articles: Sequence[Article], alone: bool) -> Iterator[Result]:
    """One result an article, in order; each is analysed `alone` or all of them together."""
    return one_by_one(extractor, articles) if alone else analyse(extractor, articles)


def analyse(extractor: Any, articles: Sequence[Article]) -> Iterator[Result]:
    """One result an article, in order. One that raises is rejected; the others are not touched by it."""
    done = 0
    try:
        for record in extractor.pipe(articles):
            yield result(record)
            done += 1
    except Exception:  # which article it was shows when each is taken alone
        yield from one_by_one(extractor, articles[done:])


def one_by_one(extractor: Any, articles: Sequence[Article]) -> Iterator[Result]:
    """One result an article, each analysed alone."""
    for article in articles:
        try:
            found = result(extractor.extract(article))
        except Exception as error:  # any fault of ours costs this one article, and is named
            found = Result(reason=describe(error))
        yield found


def result(record: Any) -> Result:
    """A record as bytes."""
    return Result(record.to_json(), facts_json(record), counts(record))


def describe(error: BaseException) -> str:
    """An exception in one line of at most 300 characters."""
    message = " ".join(str(error).split())
    return f"{type(error).__name__}: {message}"[:300] if message else type(error).__name__
