"""Loads and validates `patterns/`: what the pipeline knows, as data that a journalist can change.

A pattern file is TOML. Rules carry an `id`, `examples` that they must match and `near_misses` that they
must not. A file that is wrong is refused with its name, the line and what is wrong.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

M = TypeVar("M", bound=BaseModel)


class PatternError(ValueError):
    """A pattern file is missing or wrong; the message names the file, the line and what to do."""


class Table(BaseModel):
    """Base of everything that stands in a pattern file: frozen, and closed against misspelt keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Rule(Table):
    """A rule with its own tests. How an example is written is up to the file (see `parse_example`)."""

    id: str = Field(pattern=r"^[a-z0-9]+(?:[._-][a-z0-9]+)*$")
    examples: tuple[str, ...] = Field(min_length=1)
    near_misses: tuple[str, ...] = Field(min_length=1)


def default_dir() -> Path:
    """The folder of patterns that ships: beside the package in a checkout, inside it in a wheel."""
    here = Path(__file__).resolve().parent
    for folder in (here / "_patterns", here.parent / "patterns"):
        if folder.is_dir():
            return folder
    raise PatternError(f"no patterns folder beside {here}: reinstall newsfacts, or name one with --patterns DIR")


class Patterns:
    """One folder of pattern files, `shipped` or somebody's own. Each file is read once; `fingerprint` is over all."""

    def __init__(self, folder: Path | str | None = None):
        self.shipped = folder is None
        self.folder = Path(folder) if folder else default_dir()
        if not self.folder.is_dir():
            raise PatternError(f"{self.folder}: no such folder of patterns")
        self._loaded: dict[str, BaseModel] = {}

    @cached_property
    def fingerprint(self) -> str:
        """`sha256:…` over the names and bytes of all pattern files."""
        digest = hashlib.sha256()
        for path in sorted(self.folder.glob("*.toml")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        return f"sha256:{digest.hexdigest()}"

    def load(self, name: str, model: type[M]) -> M:
        """Read `name` (such as "money.toml") as `model`; raises PatternError naming file, line and fault."""
        if name not in self._loaded:
            self._loaded[name] = _read(self.folder / name, model)
        return self._loaded[name]  # type: ignore[return-value]


def _read(path: Path, model: type[M]) -> M:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise PatternError(f"{path}: cannot be read ({error.strerror}); restore it or reinstall newsfacts") from error
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PatternError(f"{path}: no valid TOML: {error}") from error
    _refuse_double_ids(path, text, data)
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = _line_of(text, data, first["loc"])
        key = ".".join(str(part) for part in first["loc"])
        raise PatternError(f"{path}:{where}: {key}: {first['msg']}") from error


def _refuse_double_ids(path: Path, text: str, data: dict[str, Any]) -> None:
    seen: set[str] = set()
    for rules in data.values():
        if not isinstance(rules, list):
            continue
        for rule in rules:
            if isinstance(rule, dict) and isinstance(rule.get("id"), str):
                if rule["id"] in seen:
                    line = text[: text.rfind(f'"{rule["id"]}"')].count("\n") + 1
                    raise PatternError(f"{path}:{line}: id {rule['id']!r} is used twice; give each rule its own")
                seen.add(rule["id"])


def _line_of(text: str, data: dict[str, Any], loc: tuple[Any, ...]) -> int:
    """The line (from 1) where the faulty rule or table starts; 1 when it cannot be told."""
    if not loc:
        return 1
    table = str(loc[0])
    if len(loc) > 1 and isinstance(loc[1], int):
        starts = [m.start() for m in re.finditer(rf"^\[\[{re.escape(table)}\]\]", text, re.M)]
        return text[: starts[loc[1]]].count("\n") + 1 if loc[1] < len(starts) else 1
    found = re.search(rf"^(?:\[{re.escape(table)}\]|{re.escape(table)}\s*=)", text, re.M)
    return text[: found.start()].count("\n") + 1 if found else 1


_TAG = re.compile(r"<(/?)([a-z_]+)((?:\s+[a-z_]+=(?:\"[^\"]*\"|[^\s>]+))*)\s*>")
_ATTRIBUTE = re.compile(r"([a-z_]+)=(?:\"([^\"]*)\"|([^\s>]+))")


class Tagged(BaseModel):
    """One tagged stretch of an example: tag name, code-point offsets and attributes."""

    tag: str
    start: int
    end: int
    attributes: dict[str, str]


def parse_example(markup: str) -> tuple[str, list[Tagged]]:
    """Split an annotated sentence into its plain text and its tagged spans, in order of their start.

    Tags may nest. Raises ValueError for a tag that is not closed or closes nothing.

    >>> parse_example("a <money currency=EUR amount=5000000>€5m</money> deal")[0]
    'a €5m deal'
    """
    plain: list[str] = []
    length = at = 0
    stack: list[tuple[str, int, dict[str, str]]] = []
    spans: list[Tagged] = []
    for tag in _TAG.finditer(markup):
        plain.append(markup[at : tag.start()])
        length += tag.start() - at
        at = tag.end()
        closing, name, attributes = tag.groups()
        if not closing:
            values = {key: quoted or bare for key, quoted, bare in _ATTRIBUTE.findall(attributes)}
            stack.append((name, length, values))
            continue
        if not stack or stack[-1][0] != name:
            raise ValueError(f"</{name}> closes nothing in {markup!r}")
        _, start, values = stack.pop()
        spans.append(Tagged(tag=name, start=start, end=length, attributes=values))
    if stack:
        raise ValueError(f"<{stack[-1][0]}> is not closed in {markup!r}")
    plain.append(markup[at:])
    return "".join(plain), sorted(spans, key=lambda span: (span.start, -span.end))
