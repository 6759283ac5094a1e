"""The dataset: the same bytes whatever happened on the way, and nothing analysed twice."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline import dataset
from pipeline.dataset import DatasetError, Stopped, Watch, build
from pipeline.dataset.store import WORK, Store
from pipeline.engines import EngineError, Task
from pipeline.engines.local import LocalEngine
from tests.fake_extractor import TASK

FILES = (
    "articles.jsonl", "facts.jsonl", "parties.jsonl", "claims.jsonl", "rejects.jsonl", "dataset.md", "croissant.json",
    *(f"schema/{name}.schema.json" for name in ("articles", "facts", "parties", "claims", "rejects")),
)  # fmt: skip
TAIL = "signed a contract with a supplier of steel on Monday, and both sides said it would run for years.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(12):
        write(folder / f"a{number:02}.txt", f"Alpha{number}")
    return folder


def write(path: Path, first: str) -> None:
    path.write_text(f"{first} {TAIL}")


def run(folder: Path, out: Path, workers: int = 1, shard_characters: int = 250, **options):
    """Build with the fake extractor; `build`'s own options are told from the extractor's by their names."""
    own = {key: options.pop(key) for key in ("overwrite", "parquet", "watch") if key in options}
    own["reading"] = {"published": options.pop("published", None)}
    engine = LocalEngine(workers, Task(TASK, tuple(options.items())), time_limit=30)
    return build([folder], out, engine, shard_characters=shard_characters, **own)


def contents(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in FILES}


def rows(out: Path, name: str) -> list[dict]:
    return [json.loads(line) for line in (out / name).read_text().splitlines()]


def test_one_record_and_one_fact_row_an_article_in_input_order(folder, tmp_path):
    summary = run(folder, tmp_path / "out")
    assert (summary.articles, summary.rejects, summary.analysed) == (12, 0, 12)
    names = [f"a{number:02}.txt" for number in range(12)]
    assert [row["article"]["source"]["path"] for row in rows(tmp_path / "out", "articles.jsonl")] == names
    facts = rows(tmp_path / "out", "facts.jsonl")
    assert [row["path"] for row in facts] == names
    assert [row["subject"] for row in facts] == [f"Alpha{number}" for number in range(12)]
    assert (tmp_path / "out" / "rejects.jsonl").read_bytes() == b""


def test_same_bytes_with_any_number_of_workers_and_any_cut(folder, tmp_path):
    write(folder / "a05.txt", "RAISE")
    (folder / "a06.txt").write_bytes(b"")
    run(folder, tmp_path / "one")
    expected = contents(tmp_path / "one")
    assert expected["rejects.jsonl"].count(b"\n") == 2
    for number, (workers, cut) in enumerate([(2, 250), (3, 100), (1, 10_000)]):
        run(folder, tmp_path / str(number), workers, cut)
        assert contents(tmp_path / str(number)) == expected


def test_manifest_names_versions_options_counts_and_hashes(folder, tmp_path):
    run(folder, tmp_path / "out", published="2024-05-06")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert manifest["fingerprint"]["model"] == "fake 1"
    assert manifest["options"] == {"published": "2024-05-06"}
    assert manifest["run"]["gemm"] == "none"
    assert manifest["inputs"] == [str(folder)]
    assert manifest["counts"]["articles"] == manifest["counts"]["facts.agreement"] == 12
    assert sorted(manifest["files"]) == sorted(FILES)
    for name, about in manifest["files"].items():
        data = (tmp_path / "out" / name).read_bytes()
        assert about == {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def test_times_stand_in_the_manifest_only(folder, tmp_path):
    run(folder, tmp_path / "one")
    run(folder, tmp_path / "two")
    first, second = (json.loads((tmp_path / name / "manifest.json").read_text()) for name in ("one", "two"))
    assert first.pop("run") and second.pop("run")
    assert first == second


def test_nothing_is_analysed_twice(folder, tmp_path):
    log = tmp_path / "log"
    run(folder, tmp_path / "out", log=log)
    before = contents(tmp_path / "out")
    log.unlink()
    summary = run(folder, tmp_path / "out", log=log)
    assert not log.exists()
    assert (summary.articles, summary.analysed) == (12, 0)
    assert contents(tmp_path / "out") == before


def test_added_changed_and_removed_inputs_are_noticed(folder, tmp_path):
    log = tmp_path / "log"
    run(folder, tmp_path / "out", log=log)
    log.unlink()
    write(folder / "a00a.txt", "Added")
    write(folder / "a03.txt", "Changed")
    (folder / "a07.txt").unlink()
    summary = run(folder, tmp_path / "out", log=log)
    assert log.read_text().split() == ["a00a.txt", "a03.txt"]
    assert (summary.articles, summary.analysed) == (12, 2)
    run(folder, tmp_path / "fresh")
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_a_new_publication_date_beside_the_text_is_a_change(folder, tmp_path):
    log = tmp_path / "log"
    run(folder, tmp_path / "out", log=log)
    log.unlink()
    (folder / "a04.json").write_text('{"published": "2023-02-01"}')
    run(folder, tmp_path / "out", log=log)
    assert log.read_text().split() == ["a04.txt"]


def test_a_dataset_that_was_edited_is_not_trusted(folder, tmp_path):
    out = tmp_path / "out"
    run(folder, out)
    before = contents(out)
    (out / "articles.jsonl").write_bytes(before["articles.jsonl"].replace(b"Alpha3", b"Omega3"))
    assert run(folder, out).analysed == 12
    assert contents(out) == before


def test_a_rejected_article_is_tried_again_by_the_next_run(folder, tmp_path):
    write(folder / "a05.txt", "RAISE")
    assert run(folder, tmp_path / "out").rejects == 1
    assert run(folder, tmp_path / "out").analysed == 1


def test_rejects_stand_in_input_order_with_their_stage(folder, tmp_path):
    write(folder / "a01.txt", "RAISE")
    (folder / "a02.txt").write_bytes(b"")
    write(folder / "a09.txt", "EXIT")
    told = []

    class Told(Watch):
        def reject(self, reject):
            told.append((reject.path, reject.stage))

    run(folder, tmp_path / "out", watch=Told())
    found = rows(tmp_path / "out", "rejects.jsonl")
    assert [(row["path"], row["stage"]) for row in found] == [
        ("a01.txt", "analysis"),
        ("a02.txt", "read"),
        ("a09.txt", "analysis"),
    ]
    assert found[0]["reason"] == "RuntimeError: told to raise"
    assert sorted(told) == [(row["path"], row["stage"]) for row in found]
    assert len(rows(tmp_path / "out", "articles.jsonl")) == 9


def test_the_code_that_counts_is_what_a_record_depends_on(tmp_path, monkeypatch):
    for name in ("dataset/__init__.py", "link/merge.py", "report/page.py", "cli.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("one = 1\n")
    monkeypatch.setattr("pipeline.dataset.__file__", str(tmp_path / "dataset" / "__init__.py"))
    before = dataset._code_hash()
    (tmp_path / "report" / "page.py").write_text("one = 2\n")
    (tmp_path / "cli.py").write_text("one = 2\n")
    assert dataset._code_hash() == before
    (tmp_path / "link" / "merge.py").write_text("one = 2\n")
    assert dataset._code_hash() != before


def test_another_fingerprint_is_refused_and_named(folder, tmp_path):
    run(folder, tmp_path / "out")
    before = contents(tmp_path / "out")
    with pytest.raises(DatasetError, match=r"other model \(fake 1, now fake 2\); add --overwrite"):
        run(folder, tmp_path / "out", model="fake 2")
    assert contents(tmp_path / "out") == before
    run(folder, tmp_path / "out", model="fake 2", overwrite=True)
    assert b'"model":"fake 2"' in contents(tmp_path / "out")["articles.jsonl"]


def test_other_options_and_other_inputs_are_refused(folder, tmp_path):
    run(folder, tmp_path / "out")
    with pytest.raises(DatasetError, match="other published"):
        run(folder, tmp_path / "out", published="2024-01-01")
    other = tmp_path / "other"
    other.mkdir()
    write(other / "b.txt", "Beta")
    with pytest.raises(DatasetError, match="other inputs"):
        run(other, tmp_path / "out")


def test_files_that_are_not_ours_are_not_replaced(folder, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "facts.jsonl").write_text("mine\n")
    with pytest.raises(DatasetError, match=r"facts\.jsonl is there already"):
        run(folder, out)
    assert (out / "facts.jsonl").read_text() == "mine\n"
    run(folder, out, overwrite=True)
    assert len(rows(out, "facts.jsonl")) == 12


def test_a_model_that_cannot_be_loaded_leaves_a_dataset_alone(folder, tmp_path):
    run(folder, tmp_path / "out")
    before = contents(tmp_path / "out")
    with pytest.raises(EngineError, match="no such model"):
        run(folder, tmp_path / "out", model="missing", overwrite=True)
    assert contents(tmp_path / "out") == before


def test_a_folder_without_articles_is_refused(tmp_path):
    (tmp_path / "in").mkdir()
    with pytest.raises(DatasetError, match="no articles there"):
        run(tmp_path / "in", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_date_that_is_none_is_refused(folder, tmp_path):
    with pytest.raises(DatasetError, match="yesterday"):
        run(folder, tmp_path / "out", published="yesterday")


def test_an_output_folder_inside_the_input_folder_is_not_read(folder):
    run(folder, folder / "out")
    before = contents(folder / "out")
    summary = run(folder, folder / "out")
    assert (summary.articles, summary.rejects) == (12, 0)
    assert contents(folder / "out") == before


def test_a_second_run_on_the_same_folder_is_refused(folder, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    with Store(out), pytest.raises(DatasetError, match=rf"another run \(process {os.getpid()}\) is writing"):
        run(folder, out)
    assert run(folder, out).articles == 12


def test_stopped_and_continued_gives_the_same_bytes(folder, tmp_path):
    run(folder, tmp_path / "whole")
    out, log = tmp_path / "out", tmp_path / "log"
    engine = LocalEngine(1, Task(TASK, (("log", log),)))

    class Stop(Watch):
        def advance(self, articles, characters):
            engine.stop()

    with pytest.raises(Stopped) as stopped:
        build([folder], out, engine, shard_characters=250, watch=Stop())
    assert 0 < stopped.value.articles < 12
    assert not (out / "articles.jsonl").exists()
    done = len(log.read_text().split())
    assert done == stopped.value.articles
    summary = run(folder, out, log=log)
    assert summary.analysed == 12 - done
    assert len(log.read_text().split()) == 12
    assert contents(out) == contents(tmp_path / "whole")


class Crash(BaseException):
    """Stands for the power cut: nothing handles it."""


def crash_at(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, number: int) -> Callable[[], bool]:
    """Let the call with this number of `owner.name` raise Crash; whether it was reached."""
    real, calls = getattr(owner, name), iter(range(1_000_000))
    reached = []

    def crashing(*args, **kwargs):
        if next(calls) == number:
            reached.append(True)
            raise Crash
        return real(*args, **kwargs)

    monkeypatch.setattr(owner, name, crashing)
    return lambda: bool(reached)


@pytest.mark.parametrize(("owner", "name", "step"), [(Path, "replace", 2), (os, "fsync", 5)])
def test_a_crash_at_any_rename_or_sync_costs_nothing(folder, tmp_path, monkeypatch, owner, name, step):
    for path in sorted(folder.iterdir())[4:]:
        path.unlink()
    run(folder, tmp_path / "old")
    write(folder / "a01.txt", "Changed")
    run(folder, tmp_path / "new")
    complete = contents(tmp_path / "new")
    number = 0
    while True:
        out = tmp_path / f"{name}{number}"
        subprocess.run(["cp", "-r", tmp_path / "old", out], check=True)
        with monkeypatch.context() as patch:
            reached = crash_at(patch, owner, name, number)
            try:
                run(folder, out)
            except Crash:
                assert reached()
            else:
                assert not reached()
                break
        run(folder, out)
        assert contents(out) == complete
        number += step
    assert number >= 6


SCRIPT = """
import sys
from pathlib import Path
from pipeline.dataset import build
from pipeline.engines import Task
from pipeline.engines.local import LocalEngine
engine = LocalEngine(2, Task("tests.fake_extractor:FakeExtractor", (("pause", 0.03),)))
build([Path(sys.argv[1])], Path(sys.argv[2]), engine, shard_characters=250)
"""


def test_killed_twenty_times_gives_the_same_bytes(folder, tmp_path):
    run(folder, tmp_path / "whole")
    expected, chance = contents(tmp_path / "whole"), random.Random(20)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    kills = finished = 0
    out = tmp_path / "out0"
    while kills < 20:
        process = subprocess.Popen([sys.executable, "-c", SCRIPT, folder, out], env=environment)
        try:
            process.wait(timeout=chance.uniform(0.2, 0.7))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            kills += 1
            continue
        assert process.returncode == 0
        assert contents(out) == expected
        finished += 1
        out = tmp_path / f"out{finished}"
    subprocess.run([sys.executable, "-c", SCRIPT, folder, out], env=environment, check=True)
    assert contents(out) == expected


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if (
        os.geteuid()
        or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True).returncode
    ):
        pytest.skip("a small file system can only be mounted by root")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_ends_the_run_and_the_next_one_goes_on(folder, tmp_path, small_disk):
    for number in range(12):
        write(folder / f"a{number:02}.txt", f"Alpha{number} {TAIL * 60}")
    run(folder, tmp_path / "whole", shard_characters=10_000)
    with pytest.raises(OSError) as error:
        run(folder, small_disk / "out", shard_characters=10_000)
    assert error.value.errno == errno.ENOSPC
    assert not (small_disk / "out" / "articles.jsonl").exists()
    saved = len(list((small_disk / "out" / WORK / "shards").glob("*.shard")))
    assert saved > 0
    subprocess.run(["mount", "-o", "remount,size=4m", small_disk], check=True)
    assert run(folder, small_disk / "out", shard_characters=10_000).analysed < 12
    assert contents(small_disk / "out") == contents(tmp_path / "whole")


def test_a_clock_that_jumps_changes_nothing(folder, tmp_path, monkeypatch):
    run(folder, tmp_path / "whole")
    jumps = iter(range(10**9))
    monkeypatch.setattr(time, "time", lambda: (-1) ** next(jumps) * 1e9)
    run(folder, tmp_path / "out")
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_parquet_holds_what_the_lines_hold(folder, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "out"
    run(folder, out, parquet=True)
    facts = parquet.read_table(out / "facts.parquet").to_pylist()
    assert len(facts) == 12
    assert facts == rows(out, "facts.jsonl")
    articles = parquet.read_table(out / "articles.parquet").to_pylist()
    assert [row["article"] for row in articles] == [row["article"] for row in rows(out, "articles.jsonl")]
    run(folder, out)
    assert not (out / "facts.parquet").exists()
