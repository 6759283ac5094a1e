"""The Ray engine on a cluster of two nodes of this machine, one of which is killed in mid-run."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.dataset import Watch, build
from pipeline.engines import EngineError, Task
from pipeline.engines.local import LocalEngine
from pipeline.engines.ray import RayEngine
from tests.fake_extractor import TASK

# Ray reads these once, when it is imported; the nodes get them too.
os.environ.update(RAY_AUTH_MODE="token", RAY_AUTH_TOKEN=secrets.token_hex(32), RAY_USAGE_STATS_ENABLED="0")
ray = pytest.importorskip("ray", reason="the extra newsfacts[ray] is not installed")

ROOT = Path(__file__).resolve().parent.parent
RAY = [sys.executable, "-c", "import sys; sys.argv[0] = 'ray'; from ray.scripts.scripts import main; main()"]


@dataclass
class Cluster:
    """Two nodes with a CPU each, every one a process group of its own."""

    address: str
    head: subprocess.Popen
    other: subprocess.Popen


@pytest.fixture(scope="module")
def cluster(tmp_path_factory) -> Iterator[Cluster]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    head = node("--head", f"--port={port}", "--include-dashboard=false")
    address = f"127.0.0.1:{port}"
    nodes = [head]
    try:
        wait_for_port(port)
        nodes.append(node(f"--address={address}"))
        wait_for_cpus(address, 2)
        yield Cluster(address, *nodes)
    finally:
        for process in nodes:
            kill(process)


def node(*arguments: str) -> subprocess.Popen:
    command = [*RAY, "start", *arguments, "--num-cpus=1", "--block"]
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    return subprocess.Popen(command, env=environment, start_new_session=True, **silent)


def kill(process: subprocess.Popen) -> None:
    """End a node with everything that it started, without warning."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_for_port(port: int) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("no Ray head after 30 s")


def wait_for_cpus(address: str, number: int) -> None:
    ray.init(address=address, logging_level="ERROR", log_to_driver=False)
    try:
        for _ in range(300):
            if ray.cluster_resources().get("CPU", 0) >= number:
                return
            time.sleep(0.1)
    finally:
        ray.shutdown()
    pytest.fail(f"no {number} CPUs after 30 s")


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("in")
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(
            f"Alpha{number} signed a contract on Monday with a supplier of steel.\n"
        )
    (folder / "30.txt").write_text("Alpha30 said RAISE on Monday, and a supplier of steel said so too.\n")
    return folder


@pytest.fixture(scope="module")
def expected(folder, tmp_path_factory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("local")
    build([folder], out, LocalEngine(1, Task(TASK)), shard_characters=200)
    return contents(out)


def contents(out: Path) -> dict[str, bytes]:
    names = ("articles.jsonl", "facts.jsonl", "parties.jsonl", "claims.jsonl", "rejects.jsonl")
    return {name: (out / name).read_bytes() for name in names}


def test_more_actors_than_cpus_are_refused_at_once(cluster, folder, tmp_path):
    with pytest.raises(EngineError, match=r"has 2 of its 2 CPUs free, and 3 actors take one each"):
        build([folder], tmp_path / "out", RayEngine(3, Task(TASK), address=cluster.address))


def test_a_model_that_cannot_be_loaded_ends_the_run_with_its_own_words(cluster, folder, tmp_path):
    engine = RayEngine(1, Task(TASK, (("model", "missing"),)), address=cluster.address)
    with pytest.raises(EngineError, match=r"^--model missing: no such model$"):
        build([folder], tmp_path / "out", engine)


def test_a_node_killed_in_mid_run_costs_no_record(cluster, folder, expected, tmp_path):
    engine = RayEngine(2, Task(TASK, (("pause", 0.05),)), address=cluster.address)
    done = []

    class KillSoon(Watch):
        def advance(self, articles, characters):
            done.append(articles)
            if sum(done) >= 20 and cluster.other.poll() is None:
                kill(cluster.other)

    summary = build([folder], tmp_path / "out", engine, shard_characters=200, watch=KillSoon())
    assert cluster.other.poll() is not None
    assert (summary.articles, summary.rejects, sum(done)) == (59, 1, 60)
    assert contents(tmp_path / "out") == expected


@pytest.mark.parametrize(
    ("address", "words"),
    [("127.0.0.1:1", "no Ray cluster answers there"), ("somewhere", "write it as HOST:PORT")],
)
def test_an_address_without_a_cluster(folder, tmp_path, address, words):
    with pytest.raises(EngineError, match=words):
        build([folder], tmp_path / "out", RayEngine(1, Task(TASK), address=address))
