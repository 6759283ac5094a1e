"""Workers that are actors on a Ray cluster: shards go out and bytes come back.

Only the process that runs `newsfacts` reads inputs and writes the dataset; texts and results travel through
Ray. A node of the cluster needs newsfacts installed, and nothing else. An actor that is lost with its node is
replaced where there is room, and its shard is given to another one: every record comes back exactly once.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from . import EngineError, Result, Task, worker
from .pool import TIME_LIMIT, Hand, Job, Pool

#: Seconds in which the cluster must have placed an actor and loaded its models.
PLACED_WITHIN = 180.0
#: Seconds in which the head of the cluster must accept a connection.
ANSWERED_WITHIN = 10.0


class _Analyst:
    """The actor: an extractor in a process of its own."""

    def load(self, task: Task) -> tuple[bool, dict[str, str] | str]:
        """Load the models; the extractor's fingerprint, or why there is none."""
        self._extractor, answer = worker.load_or_why(task)
        return self._extractor is not None, answer

    def analyse(self, alone: bool, articles: list) -> list[Result]:
        """Results of articles, in order."""
        return list(worker.results(self._extractor, articles, alone))


@dataclass
class _Worker(Hand):
    actor: Any = None
    future: Any = None  # what it was asked: to load, then to analyse


class RayEngine(Pool[_Worker]):
    """At most `workers` actors of one CPU each (None: one for each free CPU) on the cluster at `address`.

    Without an address a cluster is started on this machine. `start` raises EngineError when Ray is not
    installed, when no cluster answers, or when it has no room for the actors.
    """

    def __init__(
        self,
        workers: int | None = None,
        task: Task | None = None,
        time_limit: float = TIME_LIMIT,
        address: str | None = None,
    ):
        super().__init__(workers or 0, task or Task(), time_limit)
        self._address = address
        self._ray: Any = None

    def start(self) -> dict[str, str]:
        """Connect, check that there is room, load the models in a first actor; its fingerprint."""
        self._ray = _import_ray()
        self._connect()
        self._most = self._room()
        first = self._hire()
        self._hands.append(first)
        try:
            return self._welcome(first, self._ray.get(first.future, timeout=PLACED_WITHIN))
        except self._ray.exceptions.GetTimeoutError as error:
            raise EngineError(_unplaced()) from error
        except self._ray.exceptions.RayError as error:
            raise EngineError(f"an actor was lost while it loaded the models: {_cause(error)}") from error

    def close(self) -> None:
        """End all actors and leave the cluster."""
        if self._ray is None:
            return
        for one in self._hands:
            self._ray.kill(one.actor)
        self._hands.clear()
        self._ray.shutdown()

    def _connect(self) -> None:
        if self._address:
            _refuse_silent(self._address)
        here = {} if self._address else {"include_dashboard": False, "num_cpus": self._most or None}
        self._ray.init(
            address=self._address or "local",
            runtime_env={"env_vars": worker.ONE_THREAD},
            log_to_driver=False,
            logging_level="ERROR",
            **here,
        )

    def _room(self) -> int:
        """How many actors to have; refused here where Ray would silently wait for room that never comes."""
        free = int(self._ray.available_resources().get("CPU", 0))
        wanted = self._most or max(free, 1)
        if wanted > free:
            total = int(self._ray.cluster_resources().get("CPU", 0))
            raise EngineError(
                f"the Ray cluster has {free} of its {total} CPUs free, and {wanted} actors take one each; "
                "add nodes (ray start --address=…) or ask for fewer --workers"
            )
        return wanted

    def _hire(self) -> _Worker:
        actor = self._ray.remote(num_cpus=1, max_restarts=0)(_Analyst).remote()
        return _Worker(actor=actor, future=actor.load.remote(self._task), deadline=_placed_by())

    def _welcome(self, one: _Worker, answer: tuple[bool, Any]) -> dict[str, str]:
        usable, content = answer
        if not usable:
            raise EngineError(content)
        one.ready, one.future = True, None
        return content

    def _give(self, hand: _Worker, job: Job) -> None:
        hand.future = hand.actor.analyse.remote(job.alone, job.left[:1] if job.alone else job.left)

    def _hear(self) -> Iterator[Job]:
        asked = {one.future: one for one in self._hands if one.future is not None}
        timeout = max(0.0, min(one.deadline for one in asked.values()) - time.monotonic())
        heard, silent = self._ray.wait(list(asked), timeout=timeout)
        done = [self._answer(asked[future]) for future in heard]
        overdue = [asked[future] for future in silent if time.monotonic() > asked[future].deadline]
        done += [self._overdue(one) for one in overdue]
        yield from (job for job in done if job is not None)

    def _answer(self, one: _Worker) -> Job | None:
        """Take an actor's answer; its job, if that is now done or must go on elsewhere."""
        try:
            answer = self._ray.get(one.future)
        except self._ray.exceptions.RayTaskError as error:
            raise EngineError(f"an actor failed: {_cause(error)}") from error
        except self._ray.exceptions.RayError:
            self._hands.remove(one)  # gone, with its node or alone
            if one.job is not None:
                one.job.lost("was lost")
            return one.job
        if not one.ready:
            self._welcome(one, answer)
            return None
        job, one.job, one.future = one.job, None, None
        job.results.extend(answer)
        return job

    def _overdue(self, one: _Worker) -> Job | None:
        self._hands.remove(one)
        self._ray.kill(one.actor)
        if one.job is not None:
            one.job.overdue(self._limit)
        elif not self._hands:
            raise EngineError(_unplaced())
        return one.job


def _import_ray() -> Any:
    try:
        import ray
    except ImportError as error:
        raise EngineError("--engine ray needs Ray: pip install 'newsfacts[ray]'") from error
    return ray


def _refuse_silent(address: str) -> None:
    """Ray itself would knock for minutes at a door where nobody is."""
    host, _, port = address.rpartition(":")
    if not port.isdecimal():
        raise EngineError(f"--address {address}: write it as HOST:PORT, as `ray start --head` prints it")
    try:
        socket.create_connection((host, int(port)), timeout=ANSWERED_WITHIN).close()
    except OSError as error:
        raise EngineError(f"--address {address}: no Ray cluster answers there ({error.strerror})") from error


def _placed_by() -> float:
    return time.monotonic() + PLACED_WITHIN


def _unplaced() -> str:
    return f"the Ray cluster placed no actor within {PLACED_WITHIN:g} s; see what `ray status` says"


def _cause(error: Exception) -> str:
    """The last line of Ray's account of an error, which is the error itself."""
    return str(error).strip().splitlines()[-1].strip()
