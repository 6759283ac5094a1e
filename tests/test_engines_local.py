"""Local processes: every article comes back once, and one that kills or hangs a worker harms no other."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from pipeline.engines import EngineError, Result, Shard, Task
from pipeline.engines.local import LocalEngine
from pipeline.mentions import Article, Source
from tests.fake_extractor import TASK


def shards(*texts: str, each: int = 2) -> list[Shard]:
    articles = [Article(text, source=Source(path=f"{number}.txt")) for number, text in enumerate(texts)]
    return [Shard(n, articles[at : at + each]) for n, at in enumerate(range(0, len(articles), each))]


@pytest.fixture
def make() -> Iterator:
    made = []

    def engine(workers: int = 1, time_limit: float = 30.0, **options: object) -> LocalEngine:
        made.append(LocalEngine(workers, Task(TASK, tuple(options.items())), time_limit))
        return made[-1]

    yield engine
    for one in made:
        one.close()


def results(engine: LocalEngine, work: list[Shard]) -> list[Result]:
    engine.start()
    found = {shard.number: results for shard, results in engine.run(work)}
    assert sorted(found) == [shard.number for shard in work]
    return [result for number in sorted(found) for result in found[number]]


def reasons(found: list[Result]) -> list[str | None]:
    assert all(bool(result.record) == (result.reason is None) for result in found)
    return [result.reason for result in found]


@pytest.mark.parametrize("workers", [1, 3])
def test_every_article_comes_back_once_and_in_order(make, workers):
    words = [f"word{number}" for number in range(9)]
    found = results(make(workers), shards(*words))
    assert len(found) == 9
    assert reasons(found) == [None] * 9
    for word, result in zip(words, found, strict=True):
        assert f'"text":"{word}"'.encode() in result.record
        assert result.facts.count(b"\n") == 1
        assert result.counts["facts"] == 1


def test_no_more_workers_than_there_is_work_for(make):
    engine = make(8)
    results(engine, shards("one", "two", "three"))
    assert len(engine._hands) <= 2


def test_an_article_that_raises_is_rejected_alone(make):
    found = results(make(), shards("one", "RAISE", "three", "four", each=4))
    assert reasons(found) == [None, "RuntimeError: told to raise", None, None]


@pytest.mark.parametrize(
    ("command", "reason"),
    [("DIE", "was killed by signal 9 (SIGKILL)"), ("EXIT", "ended with code 7")],
)
def test_an_article_that_kills_its_worker_is_rejected_alone(make, command, reason):
    found = results(make(2), shards("one", "two", "three", command, "five", "six", each=3))
    assert reasons(found) == [None, None, None, f"the process that analysed it {reason}", None, None]


def test_an_article_that_hangs_is_rejected_alone(make):
    found = results(make(time_limit=0.6), shards("one", "HANG", "three", "four", each=2))
    assert reasons(found)[1] == "not analysed within 0.6 s and 1 s more per 2000 characters"
    assert reasons(found)[:1] + reasons(found)[2:] == [None] * 3


def test_a_worker_killed_from_outside_costs_no_article(make):
    engine = make(pause=0.15)
    engine.start()
    victim = engine._hands[0].process.pid
    timer = threading.Timer(0.2, os.kill, (victim, signal.SIGKILL))
    timer.start()
    found = [result for _, some in engine.run(shards("one", "two", "three", "four", each=4)) for result in some]
    timer.join()
    assert reasons(found) == [None] * 4
    assert engine._hands[0].process.pid != victim


def test_an_idle_worker_that_died_is_replaced(make):
    engine = make()
    engine.start()
    os.kill(engine._hands[0].process.pid, signal.SIGKILL)
    engine._hands[0].process.wait()
    found = [result for _, some in engine.run(shards("one", "two")) for result in some]
    assert reasons(found) == [None, None]


def test_a_model_that_cannot_be_loaded_ends_the_run_with_its_own_words(make):
    with pytest.raises(EngineError, match=r"^--model missing: no such model$"):
        make(model="missing").start()


def test_a_fault_of_ours_while_loading_keeps_its_traceback(make):
    with pytest.raises(EngineError, match=r"(?s)Traceback.*ZeroDivisionError: a fault of ours$"):
        make(model="broken").start()


def test_fingerprint_is_the_extractors(make):
    assert make(model="fake 2").start()["model"] == "fake 2"


def test_stop_finishes_what_is_in_hand_and_takes_no_more(make):
    engine = make()
    engine.start()
    taken, done = [], []

    def source() -> Iterator[Shard]:
        for shard in shards(*[f"word{number}" for number in range(20)]):
            taken.append(shard.number)
            yield shard

    for shard, some in engine.run(source()):
        done.append(shard.number)
        assert len(some) == 2
        if len(done) == 2:
            engine.stop()
    assert done == [0, 1, 2][: len(done)]
    assert len(done) <= 3
    assert max(taken) <= 4


def test_close_leaves_no_process(make):
    engine = make(2)
    results(engine, shards("one", "two", "three", "four"))
    processes = [one.process for one in engine._hands]
    assert processes
    engine.close()
    assert all(process.poll() is not None for process in processes)


def test_no_workers_is_refused():
    with pytest.raises(EngineError, match="at least one"):
        LocalEngine(0)
