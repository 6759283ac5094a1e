"""Local processes, watched: a worker that dies or hangs costs at most the article it was at.

A shard is analysed as a whole. If its worker dies, the shard is given once more to a new one (the death may
have come from outside); if that dies too, or if a worker falls silent for longer than the limit, the shard's
articles are taken one at a time, and the one that kills or hangs its worker is rejected.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path

from ..mentions import Article
from . import EngineError, Result, Shard, Task, worker

#: Seconds an article may take, before its length is counted in.
TIME_LIMIT = 60.0
#: Characters that the slowest sensible model gets through in a second: added to the limit of long articles.
SLOWEST = 2_000
#: How often a shard is tried as a whole before its articles are taken one at a time.
WHOLE_TRIES = 2


@dataclass
class _Job:
    """A shard on its way: results so far, and whether its articles are taken one at a time."""

    shard: Shard
    results: list[Result] = field(default_factory=list)
    tries: int = 0  # how often a worker was lost over it
    alone: bool = False

    @property
    def left(self) -> list[Article]:
        return self.shard.articles[len(self.results) :]


@dataclass
class _Worker:
    process: subprocess.Popen
    connection: Connection
    ready: bool = False
    job: _Job | None = None
    deadline: float = 0.0


class LocalEngine:
    """At most `workers` processes, each with the models loaded once; started as there is work for them."""

    def __init__(self, workers: int = 1, task: Task | None = None, time_limit: float = TIME_LIMIT):
        if workers < 1:
            raise EngineError(f"--workers {workers}: there must be at least one")
        self._most = workers
        self._task = task or Task()
        self._limit = time_limit
        self._workers: list[_Worker] = []
        self._stopping = False

    def start(self) -> dict[str, str]:
        """Load the models in a first worker; the extractor's fingerprint. Raises EngineError."""
        return self._welcome(self._hire())

    def run(self, shards: Iterable[Shard]) -> Iterator[tuple[Shard, list[Result]]]:
        """Analyse shards; each comes back once, as soon as it is done, with one result an article."""
        source = (_Job(shard) for shard in shards)
        waiting: deque[_Job] = deque()
        while True:
            while len(waiting) < self._most and not self._stopping and (job := next(source, None)):
                waiting.append(job)
            if self._stopping:
                waiting = deque(job for job in waiting if job.tries)
            while waiting and (idle := self._idle()):
                self._give(idle, waiting.popleft())
            loading = sum(not one.ready for one in self._workers)
            for _ in range(min(len(waiting) - loading, self._most - len(self._workers))):
                self._hire()
            if not waiting and not any(one.job for one in self._workers):
                return
            for job in self._wait():
                if job.left:
                    waiting.appendleft(job)
                else:
                    yield job.shard, job.results

    def stop(self) -> None:
        """Take no further shards; those in hand are finished."""
        self._stopping = True

    def close(self) -> None:
        """End all workers."""
        for one in self._workers:
            self._end(one)
        self._workers.clear()

    def _hire(self) -> _Worker:
        here, there = multiprocessing.Pipe()
        # A plain interpreter, not a multiprocessing one: that would import the user's main script again.
        command = [sys.executable, "-P", "-m", __name__, str(there.fileno())]
        path = os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path)
        # In a group of its own: Ctrl-C goes to the main process alone, which decides what is finished.
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            env={**os.environ, **worker.ONE_THREAD, "PYTHONPATH": path},
            pass_fds=[there.fileno()],
            process_group=0,
        )
        there.close()
        here.send(self._task)
        one = _Worker(process, here)
        self._workers.append(one)
        return one

    def _welcome(self, one: _Worker) -> dict[str, str]:
        """Wait until a worker has loaded its models."""
        try:
            kind, content = one.connection.recv()
        except (EOFError, ConnectionResetError):
            one.process.wait()
            raise EngineError(
                f"a worker {_death(one.process.returncode)} while it loaded the models"
            ) from None
        if kind == "unusable":
            raise EngineError(content)
        one.ready = True
        return content

    def _idle(self) -> _Worker | None:
        return next((one for one in self._workers if one.ready and one.job is None), None)

    def _give(self, one: _Worker, job: _Job) -> None:
        one.job = job
        one.deadline = self._deadline(job)
        # If it died while idle, `_wait` sees that, and the shard goes to another.
        with suppress(BrokenPipeError, ConnectionResetError):
            one.connection.send((job.alone, job.left))

    def _deadline(self, job: _Job) -> float:
        """When, on the monotonic clock, the next result of a job is overdue."""
        waiting_for = job.left[:1] if job.alone else job.left
        return time.monotonic() + self._limit + sum(len(article.text) for article in waiting_for) / SLOWEST

    def _wait(self) -> Iterator[_Job]:
        """Hear from the workers once; jobs that are done or must go to another worker."""
        busy = [one.deadline for one in self._workers if one.job]
        timeout = max(0.0, min(busy) - time.monotonic()) if busy else None
        heard = wait([one.connection for one in self._workers], timeout)
        for one in list(self._workers):
            if one.connection in heard:
                yield from self._hear(one)
            elif one.job and time.monotonic() > one.deadline:
                yield self._overdue(one)

    def _hear(self, one: _Worker) -> Iterator[_Job]:
        try:
            if not one.ready:
                self._welcome(one)
                return
            found = one.connection.recv()
        except (EOFError, ConnectionResetError):
            job = self._dead(one)
            if job is not None:
                yield job
            return
        job = one.job
        if job is None:
            return
        job.results.append(found)
        if job.left:
            one.deadline = self._deadline(job)
        else:
            one.job = None
            yield job

    def _dead(self, one: _Worker) -> _Job | None:
        """A worker that died: the job it had, ready to be given to another."""
        with suppress(subprocess.TimeoutExpired):
            one.process.wait(timeout=5)  # its pipe closes a moment before it is gone
        self._dismiss(one)
        if one.job is None:
            return None
        one.job.tries += 1
        if one.job.alone:
            reason = f"the process that analysed it {_death(one.process.returncode)}"
            one.job.results.append(Result(reason=reason))
        else:
            one.job.results.clear()
            one.job.alone = one.job.tries >= WHOLE_TRIES
        return one.job

    def _overdue(self, one: _Worker) -> _Job:
        """A worker that hangs is ended; the job it had, ready to be given to another."""
        self._dismiss(one)
        one.job.tries += 1
        if one.job.alone:
            reason = f"not analysed within {self._limit:g} s and 1 s more per {SLOWEST} characters"
            one.job.results.append(Result(reason=reason))
        else:
            one.job.results.clear()
            one.job.alone = True
        return one.job

    def _dismiss(self, one: _Worker) -> None:
        self._workers.remove(one)
        self._end(one)

    @staticmethod
    def _end(one: _Worker) -> None:
        one.connection.close()
        one.process.kill()
        one.process.wait()


def _death(exitcode: int) -> str:
    if exitcode < 0:
        return f"was killed by signal {-exitcode} ({signal.Signals(-exitcode).name})"
    return f"ended with code {exitcode}"


def serve(connection: Connection) -> None:
    """A worker's life: load the models, then analyse what comes until the other end closes."""
    try:
        extractor = worker.load(connection.recv())
        connection.send(("ready", extractor.fingerprint))
    except Exception as error:
        connection.send(("unusable", worker.why_unusable(error)))
        return
    while True:
        alone, articles = connection.recv()
        analyse = worker.one_by_one if alone else worker.analyse
        for found in analyse(extractor, articles):
            connection.send(found)


if __name__ == "__main__":
    # These errors say that the main process has gone, and there is nobody left to work for.
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        serve(Connection(int(sys.argv[1])))
