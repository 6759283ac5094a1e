"""The work folder of a dataset (`OUT/.newsfacts`): what is already analysed survives whatever ends the run.

    lock           held (flock) by the run that writes; a dead process holds none
    state.json     fingerprint and inputs that everything here belongs to
    shards/        results of finished shards of an unfinished run, each renamed into place when complete
    index.jsonl    which stretch of the finished `articles.jsonl` and `facts.jsonl` belongs to which article

A shard file holds, for each article, an entry (one line of JSON: key, lengths, counts) and then the bytes it
announces: the record's line and the lines of its facts. The index holds the entries alone.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, NamedTuple

import orjson

from ..engines import Result

WORK = ".newsfacts"
ARTICLES, FACTS, REJECTS, MANIFEST = "articles.jsonl", "facts.jsonl", "rejects.jsonl", "manifest.json"
PARTIES, CLAIMS = "parties.jsonl", "claims.jsonl"
INDEX = "index.jsonl"
PARQUET = ["articles.parquet", "facts.parquet"]
#: Files held open at once while the dataset is put together.
MOST_OPEN = 64


class DatasetError(RuntimeError):
    """The output folder cannot be used as asked; the message says what to do."""


class Place(NamedTuple):
    """Where an article's results stand: its entry, and the two stretches of bytes that it announces."""

    entries: Path
    entry_at: int
    articles: Path
    articles_at: int
    facts: Path
    facts_at: int


class Store:
    """The work folder, locked while it is used as a context manager. Raises DatasetError when it is taken."""

    def __init__(self, out: Path):
        self.out = out
        self.work = out / WORK
        self.shards = self.work / "shards"
        self._places: dict[bytes, Place] = {}
        self._reasons: dict[bytes, str] = {}
        self._files: OrderedDict[Path, BinaryIO] = OrderedDict()

    def __enter__(self) -> Store:
        self.shards.mkdir(parents=True, exist_ok=True)
        self._lock = (self.work / "lock").open("a+")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._lock.seek(0)
            holder = self._lock.read().strip() or "unknown"
            self._lock.close()
            raise DatasetError(f"{self.out}: another run (process {holder}) is writing there") from None
        self._lock.truncate(0)
        self._lock.write(f"{os.getpid()}\n")
        self._lock.flush()
        for leftover in self.work.rglob("*.part"):
            leftover.unlink()
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for file in self._files.values():
            file.close()
        self._lock.close()

    @property
    def state(self) -> dict[str, Any] | None:
        """What the folder's content belongs to; None for a folder that was never ours."""
        path = self.work / "state.json"
        if not path.exists():
            return None
        try:
            return orjson.loads(path.read_bytes())
        except ValueError as error:
            raise DatasetError(f"{path}: damaged ({error}); remove {self.work} to start afresh") from error

    def begin(self, state: dict[str, Any]) -> None:
        """Make the folder belong to `state`, forgetting all earlier results if they belong to another."""
        if self.state != state:
            self._forget()
            with writing(self.work / "state.json") as file:
                file.write(orjson.dumps(state, option=orjson.OPT_INDENT_2) + b"\n")
        if not self._read_index():
            self._places.clear()
        for path in sorted(self.shards.glob("*.shard")):
            self._read_shard(path)

    def keep(self, keys: Sequence[str], results: Sequence[Result]) -> None:
        """Write a shard's results; when this returns they are on the disk."""
        name = hashlib.sha256("".join(keys).encode()).hexdigest()[:24]
        path = self.shards / f"{name}.shard"
        with writing(path) as file:
            for key, result in zip(keys, results, strict=True):
                file.write(_entry(key, result) + b"\n")
                if result.reason is None:
                    file.write(result.record + b"\n" + result.facts)
        self._read_shard(path)

    def __contains__(self, key: str) -> bool:
        """Whether the article with this key was analysed, with or without success."""
        return bytes.fromhex(key) in self._places or bytes.fromhex(key) in self._reasons

    def reason(self, key: str) -> str | None:
        """Why an analysed article has no record; None for one that has."""
        return self._reasons.get(bytes.fromhex(key))

    def copy(self, key: str, articles: BinaryIO, facts: BinaryIO) -> dict[str, Any]:
        """Append an article's lines to the two files; its entry for the index."""
        place = self._places[bytes.fromhex(key)]
        file = self._open(place.entries)
        file.seek(place.entry_at)
        entry = orjson.loads(file.readline())
        articles.write(self._bytes(place.articles, place.articles_at, entry["record"]))
        facts.write(self._bytes(place.facts, place.facts_at, entry["facts"]))
        return entry

    def seal(self, index: Path, hashes: dict[str, str]) -> None:
        """End an index of entries with the hashes of the files it is good for."""
        with index.open("ab") as file:
            file.write(orjson.dumps({name: hashes[name] for name in (ARTICLES, FACTS)}) + b"\n")

    def publish(self, parts: dict[str, Path]) -> None:
        """Move files into place, in their order, once all of them are on the disk.

        The manifest goes last: where it is, the files that it names are complete.
        """
        sync(parts.values())
        for name in PARQUET:
            if name not in parts:  # of an earlier run, and not of this dataset any more
                (self.out / name).unlink(missing_ok=True)
        move((part, (self.work if name == INDEX else self.out) / name) for name, part in parts.items())

    def finished(self) -> None:
        """The dataset stands: what it was put together from is no longer needed."""
        for file in self._files.values():
            file.close()
        self._files.clear()
        shutil.rmtree(self.shards)
        (self.work / "plan.part").unlink()

    def _forget(self) -> None:
        for path in self.work.iterdir():
            if path.name != "lock":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        self.shards.mkdir()

    def _read_index(self) -> bool:
        """Read the index of the finished dataset; whether it was written with the files that are there."""
        path = self.work / INDEX
        articles, facts = self.out / ARTICLES, self.out / FACTS
        if not (path.exists() and articles.exists() and facts.exists()):
            return False
        with path.open("rb") as file:
            at = articles_at = facts_at = 0
            for line in file:
                entry = orjson.loads(line)
                if ARTICLES in entry:
                    return entry == {ARTICLES: sha256(articles), FACTS: sha256(facts)}
                key = bytes.fromhex(entry["key"])
                self._places[key] = Place(path, at, articles, articles_at, facts, facts_at)
                at += len(line)
                articles_at += entry["record"]
                facts_at += entry["facts"]
        return False

    def _read_shard(self, path: Path) -> None:
        with path.open("rb") as file:
            entry_at = 0
            for line in iter(file.readline, b""):
                entry = orjson.loads(line)
                key, at = bytes.fromhex(entry["key"]), file.tell()
                if "reason" in entry:
                    self._reasons[key] = entry["reason"]
                else:
                    self._places[key] = Place(path, entry_at, path, at, path, at + entry["record"])
                    file.seek(entry["record"] + entry["facts"], os.SEEK_CUR)
                entry_at = file.tell()

    def _bytes(self, path: Path, at: int, size: int) -> bytes:
        file = self._open(path)
        file.seek(at)
        return file.read(size)

    def _open(self, path: Path) -> BinaryIO:
        file = self._files.pop(path, None) or path.open("rb")
        self._files[path] = file  # the one used last stands last
        if len(self._files) > MOST_OPEN:
            self._files.popitem(last=False)[1].close()
        return file


def _entry(key: str, result: Result) -> bytes:
    if result.reason is not None:
        return orjson.dumps({"key": key, "reason": result.reason})
    sizes = {"record": len(result.record) + 1, "facts": len(result.facts)}
    return orjson.dumps({"key": key, **sizes, "counts": result.counts})


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A file that appears under its name only when it is complete and on the disk."""
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
    move([(part, path)])


def move(pairs: Iterable[tuple[Path, Path]]) -> None:
    """Rename files in the order given, each folder synced so that the new names survive a power cut."""
    for part, path in pairs:
        path.parent.mkdir(exist_ok=True)
        part.replace(path)
        sync([path.parent])


def sync(paths: Iterable[Path]) -> None:
    """Wait until files and folders are on the disk."""
    for path in paths:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sha256(path: Path) -> str:
    """`sha256:…` of a file's bytes."""
    with path.open("rb") as file:
        return f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"
