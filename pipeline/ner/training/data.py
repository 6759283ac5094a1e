"""Training data: gold documents, our own sentences and raw news, cut as the pipeline cuts texts."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...patterns import parse_example
from ..decode import LABELS
from ..words import Pieces, Window, sentence_spans, windows

KINDS = ("PER", "ORG", "LOC")
UNKNOWN = -100
"""Label of a word nobody labelled."""


@dataclass(frozen=True)
class Document:
    """A text with sentence borders and, unless it is raw, entities `(start, end, kind)`, kind of `KINDS`.

    Words in `unknown` spans may be names or not; no loss is taken on them.
    """

    name: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    entities: tuple[tuple[int, int, str], ...] | None
    unknown: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Example:
    """One window and the label (index into `LABELS`, or `UNKNOWN`) of each of its words."""

    document: int
    window: Window
    labels: list[int]


def read_lines(path: Path) -> Iterator[dict]:
    """The JSON objects of a JSONL file, gzipped or not; ValueError names a line that is no JSON."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            try:
                yield json.loads(line)
            except json.JSONDecodeError as error:
                raise ValueError(f"{path}:{number}: no JSON: {error}") from error


def read_gold(path: Path) -> list[Document]:
    """Documents of tokens and BIO labels: `{"src", "doc", "sents": [{"t": tokens, "y": labels}]}` a line."""
    return [_from_tokens(f"{line['src']}/{line['doc']}", line["sents"]) for line in read_lines(path)]


def _from_tokens(name: str, sents: Sequence[dict]) -> Document:
    text, sentences, entities = "", [], []
    for sent in sents:
        text += "\n" if text else ""
        start = len(text)
        for token, label in zip(sent["t"], sent["y"], strict=True):
            text += " " if len(text) > start and not _sticks(text[-1], token) else ""
            begin = len(text)
            text += token
            if label.startswith("B-") or (label.startswith("I-") and not entities):
                entities.append((begin, len(text), label[2:]))
            elif label.startswith("I-"):
                entities[-1] = (entities[-1][0], len(text), entities[-1][2])
        sentences.append((start, len(text)))
    return Document(name, text, tuple(sentences), tuple(entities))


def _sticks(before: str, token: str) -> bool:
    """Whether a token follows without a space, as far as punctuation tells (only the rules see spaces)."""
    return token in ".,;:!?)]}%'’-/" or before in "([{$#@'’-/" or (before == "." and len(token) == 1)


def read_own(path: Path) -> list[Document]:
    """Sentences of our own: `{"about", "text"}` a line, entities marked `<per>`, `<org>`, `<loc>`."""
    documents = []
    for number, line in enumerate(read_lines(path), 1):
        text, tags = parse_example(line["text"])
        entities = tuple((tag.start, tag.end, tag.tag.upper()) for tag in tags)
        documents.append(Document(f"own/{line['about']}/{number}", text, ((0, len(text)),), entities))
    return documents


def read_raw(path: Path) -> list[Document]:
    """Unlabelled articles: `{"id", "text"}` a line."""
    documents = []
    for line in read_lines(path):
        documents.append(
            Document(f"raw/{line['id']}", line["text"], tuple(sentence_spans(line["text"])), None)
        )
    return documents


def read_named(path: Path) -> list[Document]:
    """Articles with a list of their names: `{"id", "text", "names": {"PER": [...], ...}}` a line.

    A string of a list is such a name wherever it stands as whole words, the longest first. Strings under
    `OTHER` are no names and hide the names within them ("Halvor Prize"); those under `MIX` stand for two
    things in the article and are left `unknown`.
    """
    documents = []
    for line in read_lines(path):
        text, kinds = line["text"], {name: kind for kind, names in line["names"].items() for name in names}
        found: list[tuple[int, int, str]] = []
        if kinds:
            strings = "|".join(map(re.escape, sorted(kinds, key=lambda name: (-len(name), name))))
            for match in re.finditer(rf"(?<!\w)(?:{strings})(?!\w)", text):
                found.append((match.start(), match.end(), kinds[match.group()]))
        documents.append(
            Document(
                f"named/{line['id']}",
                text,
                tuple(sentence_spans(text)),
                tuple(span for span in found if span[2] in KINDS),
                tuple(span[:2] for span in found if span[2] == "MIX"),
            )
        )
    return documents


def is_development(document: Document) -> bool:
    """Whether a gold document is of the development fifth; a hash of its name decides."""
    return int(hashlib.sha256(document.name.encode()).hexdigest(), 16) % 5 == 0


def with_other_names(documents: Sequence[Document], copies: int, seed: int) -> list[Document]:
    """`copies` variants of each document in which names are exchanged for others of the same kind.

    The names are those of the given documents. A variant keeps each name with probability 0.3.
    """
    chance = random.Random(seed)
    pool: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for document in documents:
        for start, end, kind in document.entities or ():
            name = document.text[start:end]
            if not name.isupper() and name not in pool[kind]:
                pool[kind].append(name)
    return [_renamed(document, pool, chance) for document in documents for _ in range(copies)]


def _renamed(document: Document, pool: dict[str, list[str]], chance: random.Random) -> Document:
    text, entities, done = "", [], 0
    chosen: dict[str, str] = {}
    for start, end, kind in document.entities or ():
        name = document.text[start:end]
        if name not in chosen:
            chosen[name] = name if name.isupper() or chance.random() < 0.3 else chance.choice(pool[kind])
        text += document.text[done:start]
        entities.append((len(text), len(text) + len(chosen[name]), kind))
        text += chosen[name]
        done = end
    text += document.text[done:]
    return Document(document.name, text, ((0, len(text)),), tuple(entities))


def examples(documents: Iterable[Document], pieces: Pieces) -> list[Example]:
    """All windows of the documents, with word labels."""
    made = []
    for number, document in enumerate(documents):
        for window in windows(document.text, document.sentences, pieces):
            made.append(Example(number, window, _labels(window, document.entities, document.unknown)))
    return made


def _labels(
    window: Window,
    entities: Sequence[tuple[int, int, str]] | None,
    unknown: Sequence[tuple[int, int]] = (),
) -> list[int]:
    if entities is None:
        return [UNKNOWN] * len(window.words)
    labels, at, seen = [], 0, -1
    for start, _ in window.words:
        while at < len(entities) and entities[at][1] <= start:
            at += 1
        if at < len(entities) and entities[at][0] <= start:
            labels.append(LABELS.index(("I-" if seen == at else "B-") + entities[at][2]))
            seen = at
        else:
            labels.append(UNKNOWN if any(begin <= start < end for begin, end in unknown) else 0)
    return labels
