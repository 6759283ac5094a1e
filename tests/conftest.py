"""What the tests share: extractors with the default models, the dataset of `corpus/` and a small one, each made once."""

import contextlib
import fcntl
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from tests import readme

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
#: Articles of the small dataset: a merger, a fine, an award of a court, a new chief executive.
SMALL = ("merger-calder-ridge", "fine-eu-voltara", "court-india-award", "appoint-greyfriars")

#: Files of few tests that run long, the longest first.
LONG = ("test_docs", "test_cli_show", "test_dataset_build", "test_cli_extract", "test_engines_ray", "test_gate")


def pytest_configure(config):
    """Let pytest-xdist take the files in our order: its own has those of most tests first, and ends in long ones."""
    if hasattr(config.option, "loadscopereorder"):
        config.option.loadscopereorder = False
    if sys.dont_write_bytecode and not hasattr(config, "workerinput"):
        _keep_bytecode(config)


def _keep_bytecode(config):
    """Where nothing compiled may be written, keep it in a folder of this run: half of the time that a process takes to
    start goes into compiling, and the tests start a hundred.
    """
    folder = tempfile.mkdtemp(prefix="newsfacts-bytecode-")
    os.environ |= {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Long files go first, so that both cores have something to do up to the end."""
    rank = {name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: rank.get(item.path.stem, len(LONG)))


@pytest.fixture(scope="session")
def extractor():
    """The rules alone: what they find is asserted sentence by sentence."""
    from pipeline import Extractor

    return keeping(Extractor(rules_only=True))


@pytest.fixture(scope="session")
def full_extractor():
    """What a user gets: the rules, and the learned reader for what they don't find."""
    from pipeline import Extractor

    return keeping(Extractor())


def keeping(extractor):
    """The extractor with a vocabulary that it does not empty behind each article, which takes as long as a sentence."""
    extractor._nlp.memory_zone = contextlib.nullcontext
    return extractor


@pytest.fixture(scope="session")
def main_job(tmp_path_factory) -> Path:
    """A clone in which the README's main job was run, once for all workers, by the one that comes first.

    Only to be read.
    """
    here = tmp_path_factory.getbasetemp()
    shared = here.parent if "PYTEST_XDIST_WORKER" in os.environ else here
    folder = shared / "clone"
    with (shared / "clone.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = readme.set_up(shared / "unfinished")
            readme.main_job(unfinished)
            unfinished.rename(folder)
    return folder


@pytest.fixture(scope="session")
def corpus_records(main_job):
    """The records of `corpus/`, by the stem of their article."""
    from pipeline.evaluate import read_records

    records = read_records(main_job / "output" / "corpus" / "articles.jsonl")
    return {Path(record.article.source.path).stem: record for record in records}


class HereEngine:
    """An engine that analyses in this process, with an extractor that is loaded already."""

    def __init__(self, extractor):
        self._extractor = extractor

    def start(self) -> dict[str, str]:
        return {**self._extractor.fingerprint, "gemm": self._extractor.gemm}

    def run(self, shards):
        from pipeline.engines.worker import analyse

        return ((shard, list(analyse(self._extractor, shard.articles))) for shard in shards)

    def stop(self) -> None: ...

    def close(self) -> None: ...


@pytest.fixture(scope="session")
def small_dataset(tmp_path_factory, full_extractor) -> Path:
    """A folder as `newsfacts extract` leaves it, of the articles SMALL."""
    from pipeline.dataset import build

    folder = tmp_path_factory.mktemp("small")
    inputs = folder / "corpus"
    inputs.mkdir()
    for stem in SMALL:
        for suffix in (".txt", ".json"):
            shutil.copy(CORPUS / f"{stem}{suffix}", inputs)
    summary = build([inputs], folder / "out", HereEngine(full_extractor))
    assert (summary.articles, summary.rejects) == (len(SMALL), 0)
    return folder / "out"
