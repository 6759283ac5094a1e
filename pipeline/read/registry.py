"""Which reader reads which kind of file. Readers are imported when first needed."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from .base import Draft, Refused
from .options import Options

Reader = Callable[[BinaryIO, Options], Iterator[Draft | Refused]]


class Format(NamedTuple):
    """A kind of file: the module of this package that reads it."""

    module: str

    def reader(self) -> Reader:
        """The module's `read`."""
        reader: Reader = importlib.import_module(f".{self.module}", __package__).read
        return reader


#: File name suffix, in lower case, to the kind of file.
FORMATS = {
    ".txt": Format("text"),
    ".text": Format("text"),
    ".jsonl": Format("jsonl"),
    ".ndjson": Format("jsonl"),
    ".html": Format("html"),
    ".htm": Format("html"),
    ".xhtml": Format("html"),
    ".mhtml": Format("mhtml"),
    ".mht": Format("mhtml"),
    ".json": Format("jsonfile"),
    ".csv": Format("table"),
    ".tsv": Format("table"),
    ".parquet": Format("parquet"),
    ".md": Format("markdown"),
    ".markdown": Format("markdown"),
    ".rss": Format("feed"),
    ".atom": Format("feed"),
    ".xml": Format("newsxml"),
    ".nitf": Format("newsxml"),
    ".newsml": Format("newsxml"),
    ".eml": Format("mail"),
    ".pdf": Format("pdf"),
    ".warc": Format("warc"),
    ".zip": Format("archive"),
    ".tar": Format("archive"),
    ".tgz": Format("archive"),
    ".tbz2": Format("archive"),
    ".txz": Format("archive"),
}
#: Suffixes of what lies beside articles and is none: skipped in folders without a word.
BESIDE = frozenset(
    [
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".svg",
        ".webp",
        ".ico",
        ".bmp",
        ".css",
        ".js",
        ".mjs",
        ".map",
        ".woff",
        ".woff2",
        ".ttf",
        ".eot",
        ".otf",
        ".mp3",
        ".mp4",
        ".webm",
        ".toml",
        ".ini",
        ".yaml",
        ".yml",
        ".py",
        ".sh",
        ".log",
        ".lock",
    ]
)
