"""What the engines have in common: handing shards to workers, and what a lost or silent worker means.

A shard is analysed as a whole. If its worker dies, the shard is given once more to a new one (the death may
have come from outside); if that dies too, or if a worker falls silent for longer than the limit, the shard's
articles are taken one at a time, and the one that kills or hangs its worker is rejected.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from ..mentions import Article
from . import Result, Shard, Task

#: Seconds an article may take, before its length is counted in.
TIME_LIMIT = 60.0
#: Characters that the slowest sensible model gets through in a second: added to the limit of long articles.
SLOWEST = 2_000
#: How often a shard is tried as a whole before its articles are taken one at a time.
WHOLE_TRIES = 2


@dataclass
class Job:
    """A shard with its results so far; `alone` once its articles are taken one at a time."""

    shard: Shard
    results: list[Result] = field(default_factory=list)
    tries: int = 0  # how often a worker was lost over it
    alone: bool = False

    @property
    def left(self) -> list[Article]:
        """The articles that have no result yet."""
        return self.shard.articles[len(self.results) :]

    def deadline(self, limit: float) -> float:
        """When, on the monotonic clock, the next result is overdue."""
        awaited = self.left[:1] if self.alone else self.left
        return time.monotonic() + limit + sum(len(article.text) for article in awaited) / SLOWEST

    def lost(self, how: str) -> None:
        """Its worker died. The death may have come from outside: the shard is tried once more as a whole."""
        self.tries += 1
        if self.alone:
            self.results.append(Result(reason=f"the process that analysed it {how}"))
        else:
            self.results.clear()
            self.alone = self.tries >= WHOLE_TRIES

    def overdue(self, limit: float) -> None:
        """Its worker was ended because it hung. Another hang would cost as long: no second try as a whole."""
        self.tries += 1
        if self.alone:
            self.results.append(
                Result(reason=f"not analysed within {limit:g} s and 1 s more per {SLOWEST} characters")
            )
        else:
            self.results.clear()
            self.alone = True


@dataclass
class Hand:
    """A worker as the pool sees it: still loading, idle, or at a job with a deadline."""

    ready: bool = False
    job: Job | None = None
    deadline: float = 0.0


H = TypeVar("H", bound=Hand)


class Pool(ABC, Generic[H]):
    """At most `most` workers, started as there is work for them."""

    def __init__(self, most: int, task: Task, limit: float):
        self._most = most
        self._task = task
        self._limit = limit
        self._hands: list[H] = []
        self._stopping = False

    def run(self, shards: Iterable[Shard]) -> Iterator[tuple[Shard, list[Result]]]:
        """Analyse shards; each comes back once, as soon as it is done, with one result an article."""
        source = (Job(shard) for shard in shards)
        waiting: deque[Job] = deque()
        while True:
            while len(waiting) < self._most and not self._stopping and (job := next(source, None)):
                waiting.append(job)
            if self._stopping:
                waiting = deque(job for job in waiting if job.tries)
            for hand in [hand for hand in self._hands if hand.ready and hand.job is None][: len(waiting)]:
                hand.job = waiting.popleft()
                hand.deadline = hand.job.deadline(self._limit)
                self._give(hand, hand.job)
            loading = sum(not hand.ready for hand in self._hands)
            for _ in range(min(len(waiting) - loading, self._most - len(self._hands))):
                self._hands.append(self._hire())
            if not waiting and not any(hand.job for hand in self._hands):
                return
            for job in self._hear():
                if job.left:
                    waiting.appendleft(job)
                else:
                    yield job.shard, job.results

    def stop(self) -> None:
        """Take no further shards; those in hand are finished."""
        self._stopping = True

    @abstractmethod
    def _hire(self) -> H:
        """Start a worker; it is `ready` once its models are loaded."""

    @abstractmethod
    def _give(self, hand: H, job: Job) -> None:
        """Send a worker what is left of a job, one article at a time if it is to be taken alone."""

    @abstractmethod
    def _hear(self) -> Iterator[Job]:
        """Wait for workers to answer, die or be overdue; jobs that are done or must go to another worker."""
