"""Where the analysis runs. An engine takes shards of articles and gives bytes; no `Doc` crosses a process.

Every engine has the same four methods (`Engine`) and gives the same bytes: how many workers there are, and
where, never shows in a record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from ..mentions import Article


class EngineError(RuntimeError):
    """The engine cannot do its work at all (no such model, broken patterns); the message says what to do."""


class Shard(NamedTuple):
    """The unit of work: some articles in input order. `number` counts the shards of a run from 0."""

    number: int
    articles: list[Article]


class Result(NamedTuple):
    """What became of one article: its record and fact rows as JSON, or the reason why there is none."""

    record: bytes = b""
    facts: bytes = b""
    counts: dict[str, int] | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Task:
    """How a worker makes its extractor. `factory` is `module:name`, called with `options`."""

    factory: str = "pipeline.extractor:Extractor"
    options: tuple[tuple[str, object], ...] = ()


class Engine(Protocol):
    """What `dataset.build` asks of an engine."""

    def start(self) -> dict[str, str]:
        """Load the models in a first worker; the extractor's fingerprint, and its matrix library as `gemm`.

        Raises EngineError.
        """

    def run(self, shards: Iterable[Shard]) -> Iterator[tuple[Shard, list[Result]]]:
        """Analyse shards; each comes back once, in whatever order, with one result an article."""

    def stop(self) -> None:
        """Take no further shards; those in hand are finished. May be called from a signal handler."""

    def close(self) -> None:
        """End all workers."""
