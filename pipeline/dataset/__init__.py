"""Writes the dataset: articles in; records, facts, what they are across articles, rejects and descriptions out.

The shard is the unit of work. Articles in input order are cut into shards bounded in characters; a shard's
results are on the disk before they count. A run that was ended by whatever means is continued by the same
call, and gives the same bytes as one that was left alone. An article that was analysed before, by the same
models, patterns and options, is not analysed again, whatever was added, changed or removed around it.
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from .. import __version__
from ..engines import Engine, Shard
from ..mentions import Article
from ..patterns import PatternError, Patterns
from ..read import Reject, read_inputs
from ..records import SCHEMA_VERSION
from .across import write_across
from .describe import CARD, CROISSANT, SCHEMAS, File, card, croissant, write_schemas
from .parquet import arrow, articles_schema, convert, facts_schema
from .store import (
    ARTICLES,
    CLAIMS,
    FACTS,
    INDEX,
    MANIFEST,
    PARQUET,
    PARTIES,
    REJECTS,
    DatasetError,
    Store,
    sha256,
)

__all__ = ["SHARD_CHARACTERS", "DatasetError", "Stopped", "Summary", "Watch", "build", "sha256"]

#: A shard ends at this many characters: some two seconds of work, which is the most that a power cut costs.
SHARD_CHARACTERS = 120_000
#: Packages whose version can show in a record; named in the manifest.
NAMED = ("spacy", "thinc", "numpy", "onnxruntime", "tokenizers", "dateparser", "trafilatura")
#: Modules that no record depends on.
ONLY_LOOKS = frozenset({"report", "export", "evaluate", "show.py", "progress.py", "cli.py"})
#: Stage named in `rejects.jsonl` for an article that was read but could not be analysed.
ANALYSIS = "analysis"


class Stopped(Exception):
    """The run was asked to stop; the `articles` that it analysed are saved."""

    def __init__(self, articles: int):
        super().__init__(f"stopped after {articles} articles")
        self.articles = articles


@dataclass(frozen=True)
class Summary:
    """What a finished run did. `analysed` counts the articles not taken over from an earlier run."""

    articles: int
    rejects: int
    analysed: int
    counts: dict[str, int]
    seconds: float


class Watch:
    """Told what happens; this one says nothing. Characters are those of article texts."""

    def expect(self, characters: int) -> None:
        """About how many characters there are in all; exact once all is read."""

    def advance(self, articles: int, characters: int) -> None:
        """So many more articles are done."""

    def reject(self, reject: Reject) -> None:
        """An input gives no record."""


@dataclass
class _Run:
    """What one run knows and keeps count of."""

    store: Store
    watch: Watch
    state: dict[str, Any]
    gemm: str
    shard_characters: int
    plan: BinaryIO
    patterns: Patterns
    expected: int
    started: datetime
    clock: float
    analysed: int = 0
    read_characters: int = 0
    keys: dict[int, list[str]] = field(default_factory=dict)


def build(
    inputs: Sequence[Path],
    out: Path,
    engine: Engine,
    *,
    options: dict[str, Any] | None = None,
    reading: dict[str, Any] | None = None,
    patterns: Path | None = None,
    overwrite: bool = False,
    parquet: bool = False,
    shard_characters: int = SHARD_CHARACTERS,
    watch: Watch | None = None,
) -> Summary:
    """Analyse the articles of `inputs` (files and folders) and write the dataset to the folder `out`.

    `reading` are options of `read_inputs`, `options` are whatever else can change a record: both stand in the
    manifest, and what a folder holds must have been made with the same. `patterns` are for reading and for
    linking across articles; the engine's extractor has its own. `parquet` adds `articles.parquet` and `facts.parquet`.

    Raises DatasetError for an output folder that cannot be used or inputs without articles, EngineError for
    models that cannot be loaded, Stopped after `engine.stop()`, OSError when the disk fails.
    """
    started, clock = datetime.now(UTC), time.monotonic()
    watch = watch or Watch()
    if parquet:
        arrow()  # a package that is missing is to be known before the work, not after it
    items = _without_own(_read(inputs, reading or {}, patterns), inputs, out)
    first = next(items, None)
    if first is None:
        raise DatasetError(f"{', '.join(map(str, inputs))}: no articles there")
    with ExitStack() as stack:
        store = stack.enter_context(Store(out))
        stack.enter_context(closing(engine))
        _refuse_foreign(store, overwrite)
        asked = {**(reading or {}), **(options or {})}
        made_by = engine.start()
        gemm = made_by.pop("gemm")  # of this machine; a record does not depend on it
        state = {
            "fingerprint": {**made_by, "code": _code_hash()},
            "options": {name: value for name, value in asked.items() if value is not None},
            "inputs": [str(path.resolve()) for path in inputs],
        }
        _refuse_other(store, state, overwrite)
        store.begin(state)
        plan = stack.enter_context((store.work / "plan.part").open("w+b"))
        run = _Run(
            store, watch, state, gemm, shard_characters, plan, Patterns(patterns), _size(inputs), started, clock
        )
        _analyse(run, engine, chain([first], items))
        summary = _put_together(run, [str(path) for path in inputs], parquet)
        store.finished()
    return summary


def _read(
    inputs: Sequence[Path], reading: dict[str, Any], patterns: Path | None
) -> Iterator[Article | Reject]:
    try:
        return read_inputs(inputs, **reading, patterns=Patterns(patterns) if patterns else None)
    except PatternError:
        raise
    except ValueError as error:
        raise DatasetError(str(error)) from error


def _analyse(run: _Run, engine: Engine, items: Iterable[Article | Reject]) -> None:
    """Give the engine what the store does not have yet; keep what comes back."""
    waiting = _Waiting(items)
    for shard, results in engine.run(_shards(run, waiting)):
        keys = run.keys.pop(shard.number)
        run.store.keep(keys, results)
        run.analysed += len(keys)
        run.watch.advance(len(keys), sum(len(article.text) for article in shard.articles))
    if run.keys or not waiting.exhausted:
        raise Stopped(run.analysed)


class _Waiting:
    """An iterator that knows whether it was read to its end."""

    def __init__(self, items: Iterable[Article | Reject]):
        self._items = iter(items)
        self.exhausted = False

    def __iter__(self) -> Iterator[Article | Reject]:
        yield from self._items
        self.exhausted = True


def _shards(run: _Run, items: Iterable[Article | Reject]) -> Iterator[Shard]:
    """Cut the articles, in order, into shards; of each, those that the store lacks are to be analysed."""
    number = size = 0
    shard: dict[str, Article] = {}
    for item in items:
        if isinstance(item, Reject):
            _plan_reject(run, item)
            continue
        key = _key(item)
        run.plan.write(orjson.dumps({"key": key, "path": item.source.path, "line": item.source.line}) + b"\n")
        if shard and size + len(item.text) > run.shard_characters:
            yield from _lacking(run, number, shard)
            number, size, shard = number + 1, 0, {}
        shard[key] = item
        size += len(item.text)
        run.read_characters += len(item.text)
        run.watch.expect(max(run.expected, run.read_characters))
    run.watch.expect(run.read_characters)
    if shard:
        yield from _lacking(run, number, shard)


def _lacking(run: _Run, number: int, shard: dict[str, Article]) -> Iterator[Shard]:
    lacking = {key: article for key, article in shard.items() if key not in run.store}
    there = [article for key, article in shard.items() if key not in lacking]
    if there:
        run.watch.advance(len(there), sum(len(article.text) for article in there))
    if lacking:
        run.keys[number] = list(lacking)
        yield Shard(number, list(lacking.values()))


def _plan_reject(run: _Run, reject: Reject) -> None:
    run.plan.write(_reject_json(reject) + b"\n")
    run.watch.reject(reject)


def _put_together(run: _Run, inputs: list[str], parquet: bool) -> Summary:
    """Write the dataset's files in input order under temporary names, then move them into place."""
    store = run.store
    lines = [ARTICLES, FACTS, PARTIES, CLAIMS, REJECTS]
    described = [*SCHEMAS.values(), CROISSANT, CARD]
    names = (*lines, *described, INDEX, *PARQUET, MANIFEST)
    parts = {name: store.work / f"{name.replace('/', '.')}.part" for name in names}
    counts = _write_lines(run, parts)
    counts += write_across(
        *(parts[name] for name in (ARTICLES, FACTS, PARTIES, CLAIMS)), store.work / "across.part", run.patterns
    )
    if parquet:
        convert(parts[ARTICLES], parts[PARQUET[0]], articles_schema())
        convert(parts[FACTS], parts[PARQUET[1]], facts_schema())
        lines += PARQUET
    files = _describe(run, parts, lines, counts)
    store.seal(parts[INDEX], {name: f"sha256:{files[name].sha256}" for name in lines})
    seconds = time.monotonic() - run.clock
    manifest = {
        "dataset": "newsfacts",
        "schema_version": SCHEMA_VERSION,
        **run.state,
        "inputs": inputs,
        "versions": _versions(),
        "counts": dict(sorted(counts.items())),
        "files": {name: file._asdict() for name, file in files.items()},
        "run": {
            "started": run.started.isoformat(timespec="seconds"),
            "seconds": round(seconds, 3),
            "analysed": run.analysed,
            "gemm": run.gemm,
        },
    }
    parts[MANIFEST].write_bytes(orjson.dumps(manifest, option=orjson.OPT_INDENT_2) + b"\n")
    store.publish({name: parts[name] for name in (INDEX, *lines, *described, MANIFEST)})
    return Summary(counts["articles"], counts["rejects"], run.analysed, dict(counts), seconds)


def _describe(
    run: _Run, parts: dict[str, Path], lines: list[str], counts: Counter[str]
) -> dict[str, File]:
    """Write schemas, Croissant description and card; all files but the manifest with their sizes and hashes."""

    def file(name: str) -> File:
        return File(parts[name].stat().st_size, sha256(parts[name])[7:])

    name = f"News facts of {', '.join(Path(path).name for path in run.state['inputs'])}"
    made_by = run.state["fingerprint"]
    data = {path: file(path) for path in lines}
    write_schemas({stem: parts[path] for stem, path in SCHEMAS.items()})
    parts[CROISSANT].write_bytes(croissant(name, made_by, data))
    parts[CARD].write_bytes(card(name, made_by, counts, data, run.state["options"]))
    return data | {path: file(path) for path in (*SCHEMAS.values(), CROISSANT, CARD)}


def _write_lines(run: _Run, parts: dict[str, Path]) -> Counter[str]:
    """Write all lines as planned; how many there are of each kind."""
    counts: Counter[str] = Counter(articles=0, rejects=0)
    run.plan.seek(0)
    with ExitStack() as stack:
        files = {
            name: stack.enter_context(parts[name].open("wb")) for name in (ARTICLES, FACTS, REJECTS, INDEX)
        }
        for line in run.plan:
            planned = orjson.loads(line)
            reject = _reject(run, planned)
            if reject is None:
                entry = run.store.copy(planned["key"], files[ARTICLES], files[FACTS])
                files[INDEX].write(orjson.dumps(entry) + b"\n")
                counts.update(entry["counts"], articles=1)
            else:
                files[REJECTS].write(_reject_json(reject) + b"\n")
                counts.update({"rejects": 1, f"rejects.{reject.stage}": 1})
    return counts


def _reject(run: _Run, planned: dict[str, Any]) -> Reject | None:
    """The reject that stands in the plan, or that analysis made of a planned article."""
    if "key" not in planned:
        return Reject(**planned)
    reason = run.store.reason(planned["key"])
    if reason is None:
        return None
    reject = Reject(planned["path"], planned["line"], ANALYSIS, reason)
    run.watch.reject(reject)
    return reject


def _reject_json(reject: Reject) -> bytes:
    return orjson.dumps(reject)


def _key(article: Article) -> str:
    """What identifies an article's content: everything that reading found out about it."""
    return hashlib.sha256(orjson.dumps(article)).hexdigest()


def _code_hash() -> str:
    """`sha256:…` over this package's sources: a record depends on the code as it does on the models.

    What only looks at finished datasets is left out: a better report is no reason to analyse a folder anew.
    """
    package = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*.py")):
        if path.relative_to(package).parts[0] in ONLY_LOOKS:
            continue
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return f"sha256:{digest.hexdigest()}"


def _versions() -> dict[str, str]:
    found = {"newsfacts": __version__}
    for name in NAMED:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def _refuse_foreign(store: Store, overwrite: bool) -> None:
    """Refuse a folder with a dataset that no run of ours vouches for."""
    there = [name for name in (ARTICLES, FACTS, MANIFEST) if (store.out / name).exists()]
    if there and store.state is None and not overwrite:
        raise DatasetError(
            f"{store.out}: {there[0]} is there already; add --overwrite to replace it, or name another folder"
        )


def _refuse_other(store: Store, state: dict[str, Any], overwrite: bool) -> None:
    """Refuse a folder whose dataset was made with something else, naming what differs."""
    theirs = store.state
    if theirs is None or theirs == state or overwrite:
        return
    part = next(name for name in ("fingerprint", "options", "inputs") if theirs.get(name) != state[name])
    then, now = theirs.get(part), state[part]
    if isinstance(now, dict) and isinstance(then, dict):
        part = next(key for key in sorted(now.keys() | then.keys()) if now.get(key) != then.get(key))
        then, now = then.get(part), now.get(part)
    raise DatasetError(
        f"{store.out}: the dataset there was made with other {part} ({_brief(then)}, now {_brief(now)}); "
        "add --overwrite to replace it, or name another folder"
    )


def _brief(value: Any) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= 80 else text[:79] + "…"


def _without_own(
    items: Iterable[Article | Reject], inputs: Sequence[Path], out: Path
) -> Iterator[Article | Reject]:
    """The items but those that lie in the output folder, for the case that it lies in an input folder."""
    own = out.resolve()
    around = [path.resolve() for path in inputs if path.is_dir() and own.is_relative_to(path.resolve())]
    for item in items:
        path = item.path if isinstance(item, Reject) else item.source.path
        if not any(path and (folder / path).resolve().is_relative_to(own) for folder in around):
            yield item


def _size(inputs: Sequence[Path]) -> int:
    """Bytes of all input files but those that describe a text beside them: about the characters to come."""
    files = (file for path in inputs for file in (path.rglob("*") if path.is_dir() else [path]))
    return sum(
        file.stat().st_size
        for file in files
        if file.is_file() and not (file.suffix == ".json" and file.with_suffix(".txt").exists())
    )
