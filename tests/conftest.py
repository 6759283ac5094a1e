"""What the tests share: extractors with the default models and one small dataset, each made once a session."""

import shutil
from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
#: Articles of the small dataset: a merger, a fine, an award of a court, a new chief executive.
SMALL = ("merger-calder-ridge", "fine-eu-voltara", "court-india-award", "appoint-greyfriars")

#: Files of few tests that run long, the longest first.
LONG = ("test_docs", "test_cli_show", "test_gate", "test_dataset_build", "test_cli_extract", "test_engines_ray")


def pytest_configure(config):
    """Let pytest-xdist take the files in our order: its own has those of most tests first, and ends in long ones."""
    if hasattr(config.option, "loadscopereorder"):
        config.option.loadscopereorder = False


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Long files go first, so that both cores have something to do up to the end."""
    rank = {name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: rank.get(item.path.stem, len(LONG)))


@pytest.fixture(scope="session")
def extractor():
    """The rules alone: what they find is asserted sentence by sentence."""
    from pipeline import Extractor

    return Extractor(rules_only=True)


@pytest.fixture(scope="session")
def full_extractor():
    """What a user gets: the rules, and the learned reader for what they don't find."""
    from pipeline import Extractor

    return Extractor()


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
