"""Workers that are processes on this machine, watched through the pipes that they answer by."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path

from . import EngineError, Task, worker
from .pool import TIME_LIMIT, Hand, Job, Pool


@dataclass
class _Worker(Hand):
    process: subprocess.Popen | None = None
    connection: Connection | None = None


class LocalEngine(Pool[_Worker]):
    """At most `workers` processes, each with the models loaded once; started as there is work for them."""

    def __init__(self, workers: int = 1, task: Task | None = None, time_limit: float = TIME_LIMIT):
        if workers < 1:
            raise EngineError(f"--workers {workers}: there must be at least one")
        super().__init__(workers, task or Task(), time_limit)

    def start(self) -> dict[str, str]:
        """Load the models in a first worker; the extractor's fingerprint. Raises EngineError."""
        first = self._hire()
        self._hands.append(first)
        return self._welcome(first)

    def close(self) -> None:
        """End all workers."""
        for one in self._hands:
            _end(one)
        self._hands.clear()

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
        return _Worker(process=process, connection=here)

    def _welcome(self, one: _Worker) -> dict[str, str]:
        """Wait until a worker has loaded its models."""
        try:
            usable, content = one.connection.recv()
        except (EOFError, ConnectionResetError):
            one.process.wait()
            death = _death(one.process.returncode)
            raise EngineError(f"a worker {death} while it loaded the models") from None
        if not usable:
            raise EngineError(content)
        one.ready = True
        return content

    def _give(self, hand: _Worker, job: Job) -> None:
        # If it died while idle, `_hear` sees that, and the job goes to another.
        with suppress(BrokenPipeError, ConnectionResetError):
            hand.connection.send((job.alone, job.left))

    def _hear(self) -> Iterator[Job]:
        deadlines = [one.deadline for one in self._hands if one.job]
        timeout = max(0.0, min(deadlines) - time.monotonic()) if deadlines else None
        heard = wait([one.connection for one in self._hands], timeout)
        for one in list(self._hands):
            if one.connection not in heard:
                done = self._overdue(one) if one.job and time.monotonic() > one.deadline else None
            elif one.ready:
                done = self._answer(one)
            else:
                self._welcome(one)
                continue
            if done is not None:
                yield done

    def _answer(self, one: _Worker) -> Job | None:
        """Take a result from a worker; its job, if that is now done or must go to another."""
        try:
            found = one.connection.recv()
        except (EOFError, ConnectionResetError):
            return self._dead(one)
        job = one.job
        job.results.append(found)
        if job.left:
            one.deadline = job.deadline(self._limit)
            return None
        one.job = None
        return job

    def _dead(self, one: _Worker) -> Job | None:
        with suppress(subprocess.TimeoutExpired):
            one.process.wait(timeout=5)  # its pipe closes a moment before it is gone
        self._dismiss(one)
        if one.job is not None:
            one.job.lost(_death(one.process.returncode))
        return one.job

    def _overdue(self, one: _Worker) -> Job:
        self._dismiss(one)
        one.job.overdue(self._limit)
        return one.job

    def _dismiss(self, one: _Worker) -> None:
        self._hands.remove(one)
        _end(one)


def _end(one: _Worker) -> None:
    one.connection.close()
    one.process.kill()
    one.process.wait()


def _death(code: int) -> str:
    if code < 0:
        return f"was killed by signal {-code} ({signal.Signals(-code).name})"
    return f"ended with code {code}"


def serve(connection: Connection) -> None:
    """A worker's life: load the models, then analyse what comes until the other end closes."""
    extractor, answer = worker.load_or_why(connection.recv())
    connection.send((extractor is not None, answer))
    while extractor is not None:
        alone, articles = connection.recv()
        for found in worker.results(extractor, articles, alone):
            connection.send(found)


if __name__ == "__main__":
    # These errors say that the main process has gone, and there is nobody left to work for.
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        serve(Connection(int(sys.argv[1])))
