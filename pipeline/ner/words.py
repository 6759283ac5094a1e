"""Words, case shapes, wordpieces and windows: how a text is cut for the news NER.

All offsets are Unicode code points into the text, end exclusive. The training script cuts its data with
the same functions, so that a model sees in use what it saw in training.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tokenizers import Tokenizer

MAX_PIECES = 128
"""Longest window in wordpieces, with [CLS] and [SEP] (the length the models were trained on)."""

MAX_WORD_CHARS = 48
"""A longer "word" (a URL, a script without spaces) is read by its first characters only."""

MAX_WORD_PIECES = 12
"""And by its first wordpieces only: the label is read at the first one anyway."""

CACHE_WORDS = 60_000
"""Words whose wordpieces are remembered; the cache starts anew when it is full."""

# Marks that combine with the letter before them are no \w in Python; a name must not break at one.
_MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0900-\u0903"
    r"\u093a-\u094f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
WORD = re.compile(rf"\w[\w{_MARKS}]*|[^\w\s]")

SPECIAL, LOWER, CAPITALISED, UPPER, MIXED, DIGITS, INITIAL, PUNCTUATION = range(8)
"""Case shapes of a word; the encoder is uncased and learns case from them alone."""

CLS, SEP = 101, 102

# A full stop ends no sentence after these (lower-cased) or after a single capital.
_STOPPED = """
mr mrs ms dr prof gen gov sen rep rev hon st jr sr inc corp co ltd plc llc no vs etc jan feb mar apr
jun jul aug sep sept oct nov dec u.s u.k u.n e.g i.e a.m p.m approx est fig lt col sgt capt
"""
_ABBREVIATIONS = frozenset(_STOPPED.split())
# Words that often open a sentence and begin no name.
_OPENERS = """
The This It We These For In With Our When Whether He She At By A An To But All That From As Their
Its His Her They You I There Those Each Some And If While After Before Since Both Such What How Why
Who Where Through Under On Of Not No So Then Although Despite During However Also Additionally
Moreover Meanwhile Instead Because Until
"""
_OPENER = re.compile(rf"\W*(?:{'|'.join(_OPENERS.split())})\b")
_BORDER = re.compile(r"[.!?]+[\"'”’)\]]*\s+|\s*\n\s*")


@dataclass(slots=True)
class Window:
    """Wordpieces of a stretch of one document, ready for the model."""

    ids: list[int] = field(default_factory=lambda: [CLS])
    shapes: list[int] = field(default_factory=lambda: [SPECIAL])
    firsts: list[int] = field(default_factory=list)
    """Position of each word's first wordpiece."""
    words: list[tuple[int, int]] = field(default_factory=list)
    """Offsets of each word."""
    sentence_starts: list[int] = field(default_factory=list)
    """Index (into `words`) of each word that begins a sentence or a cut part of one."""


def case_shape(word: str) -> int:
    """The case shape of one word (`Capitalised`, `UPPER`, ...): one of the eight constants above."""
    if not (word[0].isalnum() or word[0] == "_"):
        return PUNCTUATION
    if any(char.isdigit() for char in word):
        return DIGITS
    if word.islower() or word.lower() == word:
        return LOWER
    if len(word) == 1:
        return INITIAL
    if word.isupper():
        return UPPER
    if word[0].isupper() and word[1:].lower() == word[1:]:
        return CAPITALISED
    return MIXED


class Pieces:
    """Wordpieces and case shape of a word, remembered: news repeats its words."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}

    def of(self, word: str) -> tuple[tuple[int, ...], int]:
        """Ids (never empty) and case shape of `word`."""
        known = self._known.get(word)
        if known is None:
            known = self._encode(word[:MAX_WORD_CHARS])
            if len(self._known) >= CACHE_WORDS:
                self._known.clear()
            self._known[word[:MAX_WORD_CHARS]] = known
        return known

    def _encode(self, word: str) -> tuple[tuple[int, ...], int]:
        ids = self._tokenizer.encode(word, add_special_tokens=False).ids[:MAX_WORD_PIECES]
        if not ids:  # a control character or a lone mark, which the normaliser drops
            ids = [self._tokenizer.token_to_id("[UNK]")]
        return tuple(ids), case_shape(word)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Sentence borders by rule, for callers that have none: line breaks, and stops before a capital."""
    spans, start = [], 0
    for border in _BORDER.finditer(text):
        if "\n" not in border.group() and not _ends_sentence(text, border.start(), border.end()):
            continue
        if text[start : border.end()].strip():
            spans.append((start, border.end()))
        start = border.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans


def may_hold_names(text: str, start: int, end: int) -> bool:
    """False for a sentence that opens with a common word and has no capital after it; it needn't be read.

    A sentence all in lower case may hold names: nothing shows that its writer uses capitals.
    """
    opener = _OPENER.match(text, start, end)
    if opener is None:
        return True
    rest = text[opener.end() : end]
    return rest != rest.lower()


def _ends_sentence(text: str, stop: int, after: int) -> bool:
    if after < len(text) and text[after].islower():
        return False
    if text[stop] != ".":
        return True
    before = text[max(0, stop - 12) : stop].split()
    last = before[-1] if before else ""
    return not (last.lower().lstrip("(\"'“‘") in _ABBREVIATIONS or (len(last) == 1 and last.isupper()))


def windows(text: str, sentences: Iterable[tuple[int, int]], pieces: Pieces) -> list[Window]:
    """Pack the sentences of one document into windows of at most `MAX_PIECES` wordpieces.

    A window holds whole sentences of one document; a sentence too long for a window is cut at the last
    comma or semicolon that lies in the second half of what fits, else where the window is full.
    """
    limit = MAX_PIECES - 2
    made: list[Window] = []
    current = Window()
    for start, end in sentences:
        spans = [match.span() for match in WORD.finditer(text, start, end)]
        encoded = [pieces.of(text[first:last]) for first, last in spans]
        for low, high in _parts(text, spans, encoded, limit):
            size = sum(len(ids) for ids, _ in encoded[low:high])
            if current.words and len(current.ids) - 1 + size > limit:
                made.append(_closed(current))
                current = Window()
            current.sentence_starts.append(len(current.words))
            for span, (ids, shape) in zip(spans[low:high], encoded[low:high], strict=True):
                current.firsts.append(len(current.ids))
                current.words.append(span)
                current.ids.extend(ids)
                current.shapes.extend([shape] * len(ids))
    if current.words:
        made.append(_closed(current))
    return made


def _closed(window: Window) -> Window:
    window.ids.append(SEP)
    window.shapes.append(SPECIAL)
    return window


def _parts(
    text: str, spans: Sequence[tuple[int, int]], encoded: Sequence[tuple[tuple[int, ...], int]], limit: int
) -> list[tuple[int, int]]:
    """Word ranges of one sentence, each of at most `limit` wordpieces."""
    parts, low, size, comma = [], 0, 0, -1
    index = 0
    while index < len(encoded):
        size += len(encoded[index][0])
        if size > limit:
            cut = comma if comma > low + (index - low) // 2 else index
            parts.append((low, cut))
            low, size, comma, index = cut, 0, -1, cut
            continue
        if encoded[index][1] == PUNCTUATION and text[spans[index][0]] in ",;":
            comma = index + 1
        index += 1
    if low < len(encoded):
        parts.append((low, len(encoded)))
    return parts
