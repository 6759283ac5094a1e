"""What is done with the model's spans, document by document: trim, drop, agree on labels, repeat names.

The word lists are `patterns/ner.toml`; the mechanisms are here. A document's entities go in and come out as
`(start, end, label, score)` with code-point offsets into its text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable

from ..patterns import Patterns, Rule, Table

Span = tuple[int, int, str, float]

_QUOTES_AND_MARKS = " \t\r\n\"'“”‘’«»`*•·,;:|–—-_/\\…?!=+#>@<"
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
# A final full stop belongs to the name after these and after a single letter ("J.P.", "Acme Inc.").
_KEEPS_STOP = re.compile(
    r"(?:\b(?:inc|corp|co|ltd|jr|sr|bros|cos|llc|plc|pvt|pte|pty|bhd|sdn|s\.a|n\.v)|\b\w)\.$", re.IGNORECASE
)

_CAPITAL_FORM = re.compile(r" (?:INC|CORP|LTD|PLC|LLC)\b\.?(?= [A-Z\d])")
_SYMBOLS = frozenset(("So", "Sk", "Cf"))  # pictures, modifiers and joiners
# "the Leeds mill": a place or firm and what it has there, no name of anybody.
_THING = re.compile(
    r"[\w.'’&-]+ (?:mill|plant|factory|mine|refinery|smelter|shipyard|depot|warehouse|site|airport|stadium|station)s?"
)

SURE = 0.9
"""A one-word name that the model calls no person with at least this mean score is not made a person."""

REPEAT = 0.75
"""A name is looked for elsewhere in its document if its mean score is at least this."""


class TrimRule(Rule):
    """Words cut from the front of an entity, of one label or (without `label`) of any."""

    words: tuple[str, ...]
    label: str | None = None


class TrimBackRule(Rule):
    """Words cut from the end of an entity."""

    words: tuple[str, ...]


class DropRule(Rule):
    """Spans that are no entities."""

    words: tuple[str, ...]


class FormRule(Rule):
    """Legal forms of companies, without a final full stop."""

    words: tuple[str, ...]


class NerWords(Table):
    """The content of `patterns/ner.toml`."""

    legal_form: tuple[FormRule, ...]
    trim_front: tuple[TrimRule, ...]
    trim_back: tuple[TrimBackRule, ...]
    drop: tuple[DropRule, ...]


class DocumentRules:
    """The rules of one patterns folder, ready to use."""

    def __init__(self, patterns: Patterns | None = None) -> None:
        words = (patterns or Patterns()).load("ner.toml", NerWords)
        self._front = {word: rule.label for rule in words.trim_front for word in rule.words}
        back = sorted(
            (word for rule in words.trim_back for word in rule.words), key=lambda word: (-len(word), word)
        )
        self._back = re.compile(rf"(?<=\S) (?:{'|'.join(map(re.escape, back))})$")
        forms = sorted(
            (word for rule in words.legal_form for word in rule.words), key=lambda word: (-len(word), word)
        )
        self._form = re.compile(rf",?[ \u00a0](?:{'|'.join(map(re.escape, forms))})(?!\w)\.?")
        self._drop = frozenset(word for rule in words.drop for word in rule.words)

    def apply(self, text: str, found: Iterable[Span]) -> list[Span]:
        """All rules on one document; the result is in text order and without overlaps."""
        spans = [self.with_form(text, self.without_office(text, self.trim(text, span))) for span in found]
        spans = [span for span in spans if self.is_entity(text[span[0] : span[1]])]
        spans = without_tickers(text, spans)
        spans = surnames(text, one_label_a_name(text, whole_names(text, spans)))
        return _without_overlaps(spans + repeated(text, spans))

    def trim(self, text: str, span: Span) -> Span:
        """Cut quotation marks, stray punctuation, possessives, articles and forms of address."""
        start, end, label, score = span
        while True:
            name = text[start:end]
            front = len(name) - len(name.lstrip(_QUOTES_AND_MARKS)) or self._front_word(name, label)
            front = front or int(_lone_bracket(name, name[:1])) or len(name) - len(name.lstrip())
            name = name[front:]
            back = len(name) - len(_POSSESSIVE.sub("", name).rstrip(_QUOTES_AND_MARKS))
            back = back or int(unicodedata.category(name[-1:] or "a") in _SYMBOLS)
            back = back or len(name) - len(name.rstrip())
            back = back or _behind_capital_form(name) or int(_lone_bracket(name, name[-1:]) or _stray_stop(name))
            start, end = start + front, end - back
            if not front and not back:
                return start, end, label, score

    def without_office(self, text: str, span: Span) -> Span:
        """Cut an office that follows an organisation ("Orinda Motors CEO"), which then is no person."""
        start, end, label, score = span
        back = self._back.search(text[start:end])
        return (start, start + back.start(), "ORG" if label == "PERSON" else label, score) if back else span

    def with_form(self, text: str, span: Span) -> Span:
        """Take in a legal form that follows the name; what has one is an organisation."""
        form = self._form.match(text, span[1])
        return (span[0], form.end(), "ORG", span[3]) if form and span[1] > span[0] else span

    def _front_word(self, name: str, label: str) -> int:
        """Length of an article or form of address (with its space) that `name` begins with, else 0."""
        first, space, _ = name.partition(" ")
        if not space or first not in self._front:
            return 0
        return len(first) + 1 if self._front[first] in (None, label) else 0

    def is_entity(self, name: str) -> bool:
        """False for a span without a letter, for one that stands in a `drop` list, and for a works ("Leeds mill")."""
        told = any(char.isalpha() for char in name) and name.lower().removeprefix("the ") not in self._drop
        return told and not _THING.fullmatch(name)


def _lone_bracket(name: str, bracket: str) -> bool:
    """Whether `bracket` (an end of `name`) has no partner in it."""
    pair = next((pair for pair in ("()", "[]", "{}") if bracket and bracket in pair), None)
    return pair is not None and not (pair[0] in name and pair[1] in name)


def _behind_capital_form(name: str) -> int:
    """Length of what a headline in capitals says behind a legal form ("ORINDA INC 4TH QTR NET")."""
    form = _CAPITAL_FORM.search(name) if name.isupper() else None
    return len(name) - form.end() if form else 0


def _stray_stop(name: str) -> bool:
    return name.endswith(".") and not _KEEPS_STOP.search(name)


def _key(text: str, span: Span) -> str:
    return " ".join(text[span[0] : span[1]].split())


# "(NASDAQ: VLRA", "; OTCQB: BRLTF", "($SLVN": what follows the colon or dollar sign is a ticker symbol.
_BEFORE_TICKER = re.compile(r"(?:[(;,/] ?[A-Z][\w. -]{1,24}: ?|\$)$")
_TICKER = re.compile(r"[A-Z0-9]{1,12}(?:[.:-][A-Z]{1,3})?")


def without_tickers(text: str, spans: list[Span]) -> list[Span]:
    """Drop ticker symbols, and the same letters wherever else they stand in the document."""
    tickers = {
        text[start:end]
        for start, end, _, _ in spans
        if _TICKER.fullmatch(text[start:end]) and _BEFORE_TICKER.search(text[max(0, start - 32) : start])
    }
    return [span for span in spans if text[span[0] : span[1]] not in tickers]


def whole_names(text: str, spans: list[Span]) -> list[Span]:
    """Two neighbours that stand elsewhere in the document as one name are that name ("Orinda | Canada")."""
    known = {_key(text, span): span[2] for span in spans if " " in _key(text, span)}
    made: list[Span] = []
    for span in sorted(spans):
        if made and text[made[-1][1] : span[0]] == " ":
            start, _, _, score = made[-1]
            label = known.get(_key(text, (start, span[1], "", score)))
            if label is not None:
                made[-1] = (start, span[1], label, min(score, span[3]))
                continue
        made.append(span)
    return made


def one_label_a_name(text: str, spans: list[Span]) -> list[Span]:
    """Each surface form takes, everywhere in the document, the label with the highest sum of scores."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for span in spans:
        votes[_key(text, span)][span[2]] += span[3]
    best = {name: min(counts, key=lambda label: (-counts[label], label)) for name, counts in votes.items()}
    return [
        (start, end, best[_key(text, (start, end, label, score))], score)
        for start, end, label, score in spans
    ]


def surnames(text: str, spans: list[Span]) -> list[Span]:
    """A single word that ends a person's full name elsewhere in the document is that person."""
    known = {
        parts[-1]
        for span in spans
        if span[2] == "PERSON" and len(parts := _key(text, span).split()) > 1 and parts[-1][0].isupper()
    }
    if not known:
        return spans
    scores: dict[str, list[float]] = defaultdict(list)
    for span in spans:
        if span[2] != "PERSON" and _key(text, span) in known:
            scores[_key(text, span)].append(span[3])
    people = {name for name, values in scores.items() if sum(values) / len(values) < SURE}
    return [
        (start, end, "PERSON" if _key(text, (start, end, label, score)) in people else label, score)
        for start, end, label, score in spans
    ]


def repeated(text: str, spans: list[Span]) -> list[Span]:
    """Further places of the document where a name found once stands again, letter for letter.

    Only names of two words or more, or with a capital inside, and only where nothing is found yet.
    """
    scores: dict[tuple[str, str], list[float]] = defaultdict(list)
    for span in spans:
        name = text[span[0] : span[1]]
        if _is_telling(name):
            scores[name, span[2]].append(span[3])
    covered = bytearray(len(text))
    for start, end, _, _ in spans:
        covered[start:end] = b"\1" * (end - start)
    added: list[Span] = []
    for (name, label), values in sorted(scores.items(), key=lambda item: (-len(item[0][0]), item[0])):
        mean = sum(values) / len(values)
        if mean < REPEAT:
            continue
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if _stands_alone(text, at, end) and not any(covered[at:end]):
                added.append((at, end, label, mean))
                covered[at:end] = b"\1" * (end - at)
            at = text.find(name, end)
    return added


def _is_telling(name: str) -> bool:
    return " " in name or (len(name) > 3 and any(char.isupper() for char in name[1:]))


_CAPITAL_BEFORE = re.compile(r"(?:^|[\s(])[A-Z][\w&.'’-]* $")
_CAPITAL_AFTER = re.compile(r" (?:[A-Z]|(?:of|&|and) [A-Z])")


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the stretch is no part of a longer word or of a longer run of capitalised words."""
    before, after = text[max(0, start - 40) : start], text[end : end + 8]
    if before[-1:].isalnum() or after[:1].isalnum():
        return False
    return not (_CAPITAL_BEFORE.search(before) or _CAPITAL_AFTER.match(after))


def _without_overlaps(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept
