"""Finds temporal expressions: what is written, not what it means.

Words are cut into tokens, each token becomes one symbol for the set of classes it belongs to (`month`,
`YEAR`, `the`, …), and the rules of `patterns/dates.toml` are regular expressions over that string of
symbols. So a rule reads like the expression it finds, costs nothing where no date word stands, and is
linear on any input: a rule has no quantifier inside a quantifier.

Pattern language of a rule (one item is one token of the text):

* `word` or a sign is itself, whatever its case; `CLASS` is a list of `[words]` or a shape of number (see
  `_shapes_of`); `MACRO` is a fragment from `[macros]`
* `(a | b)`, `x?` group and make optional; `name:x` keeps what x matched as a piece
* `(?=x)` `(?!x)` look ahead; `(?<=x)` `(?<!x)` look at the one token before
* `[[ … ]]` marks what the mention is, when that is not all that matched; two of them make two mentions
  which complete each other ("Oct. 14-16": the second day takes the month of the first)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count

from pydantic import Field

from pipeline.patterns import PatternError, Patterns, Rule, Table

_TOKEN = re.compile(
    # Web pages glue what layout kept apart ("2024Revenue", "ET2 min read").
    r"(?:19|20)\d\d(?=[A-Z][a-z])|(?:[ECMP][SD]?T|GMT|UTC)(?=\d)"
    r"|\d+(?:,\d{3}(?!\d))*(?:\.\d+)*[^\W_]*|[^\W_]+|\n|[^\w\s]"
)

#: A symbol is one character of the Unicode private use area, so it can never mean anything in a regex.
_FIRST_SYMBOL = 0xE000

_PATTERN_ITEM = re.compile(r"\(\?<?[=!]|\[\[|\]\]|[()|?]|[a-z][a-z0-9]*:|[^\s()|?\[\]:]+")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A temporal expression: offsets, the rule that found it, how it is read, and its words by name.

    `kind` names the mechanism that reads the pieces (`pipeline.normalise.dates`); pieces are verbatim.
    """

    start: int
    end: int
    rule: str
    kind: str
    pieces: dict[str, str] = field(default_factory=dict, hash=False)


class DateRule(Rule):
    """A rule over tokens. `kind` is how the normaliser reads it; `pieces` are fixed ones."""

    kind: str
    pattern: str
    pieces: dict[str, str] = Field(default_factory=dict)


class DatePatterns(Table):
    """`patterns/dates.toml`: words by class, values of words, macros, cues of tense, holidays, rules."""

    published: str
    words: dict[str, tuple[str, ...]]
    capital: dict[str, tuple[str, ...]]
    values: dict[str, dict[str, str]]
    macros: dict[str, str]
    cues: dict[str, tuple[str, ...]]
    holidays: dict[str, tuple[str, ...]]
    tables: dict[str, tuple[str, ...]]
    languages: dict[str, tuple[str, ...]]
    rules: tuple[DateRule, ...]


class DateFinder:
    """Finds dates, times, durations and sets of one language of patterns; holds no state between texts."""

    def __init__(self, patterns: Patterns):
        try:
            self._grammar = _Grammar(patterns.load("dates.toml", DatePatterns))
        except ValueError as error:
            raise PatternError(f"{patterns.folder / 'dates.toml'}: {error}") from error

    def find(self, text: str) -> list[DateMention]:
        """All temporal expressions of `text`, in order and without overlap; the longest wins at a place."""
        unwrapped = _LINE_BREAK.sub(lambda match: " " if _wrapped(text, match.start()) else "\n", text)
        symbols = "".join(map(self._grammar.symbols.__getitem__, _TOKEN.findall(unwrapped)))
        matches = self._matches(symbols)
        if not matches:
            return []
        bounds = [match.span() for match in _TOKEN.finditer(unwrapped)]
        return [mention for rule, match in matches for mention in rule.mentions(text, match, bounds)]

    def _matches(self, symbols: str) -> list[tuple[_Rule, re.Match[str]]]:
        """The rules that match, from left to right."""
        found = []
        by_first, search = self._grammar.by_first, self._grammar.first.search
        at = 0
        while (hit := search(symbols, at)) is not None:
            at = hit.start()
            best = by_first[symbols[at]].longest(symbols, at)
            if best is None:
                at += 1
            else:
                found.append(best)
                at = max(at + 1, best[0].end(best[1]))
        return found


#: A line break that may only wrap a line: the next line begins in lower case or with a digit.
_LINE_BREAK = re.compile(r"\n(?=[^\W_A-Z])")


def _wrapped(text: str, at: int) -> bool:
    """Whether the line break at `at` only wraps a line: a long line, then a word that continues it."""
    begin = text.rfind("\n", max(0, at - 121), at)
    if begin < 0 or not 40 <= at - begin <= 120:
        return False
    after = text[at + 1 : at + 2]
    return (after.islower() or after.isdigit()) and text[at - 1] not in ".!?:;\"'”’"


# ---------------------------------------------------------------------------------- the grammar

_SHAPES = (
    ("DECADE", re.compile(r"(?:1[0-9]|20)?\d0s")),
    ("ORDNUM", re.compile(r"\d{1,3}(?:st|nd|rd|th)", re.I)),
    ("ORDDAY", re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)", re.I)),
    ("CLOCKT", re.compile(r"(?:0?\d|1[0-2])(?:\.[0-5]\d)?(?:am|pm)", re.I)),
    ("CLOCKH", re.compile(r"(?:[01]?\d|2[0-3])h[0-5]\d")),
    ("MINT", re.compile(r"[0-5]\d(?:am|pm)", re.I)),
    # "H100" names a product, "H1FY25" and "1H25" a half-year.
    ("HALFT", re.compile(r"(?:(?:[1-4]Q|Q[1-4]|[12]H)(?:FY|CY)?|H[12](?:FY|CY)|H[12](?!\d\d$))(?:(?:19|20)?\d\d)?")),
    ("QUARTERT", re.compile(r"Q[1-4]|q[1-4]")),
    ("SEMESTERT", re.compile(r"H[12]")),
    # "FY25", "FYE24", "YE25", an analyst's "F26" and "2026E"; "F22" is an aeroplane.
    ("FISCALT", re.compile(r"(?:(?:FY|CY|SY)E?|YE)(?:19|20)?\d\d[EAF]?|F(?:20)?2[3-9]E?|20[12]\d[EFP]")),
    ("DOTDATE", re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|[12]\d|3[01])\.(?:(?:19|20)\d\d|\d\d)")),
    ("DOTCLOCK", re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")),
    ("DEC", re.compile(r"\d{1,4}\.\d{1,2}")),
    ("NUM", re.compile(r"\d{1,3}(?:\.\d{1,2})?")),
    ("INT", re.compile(r"\d+")),
    ("BIG", re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?")),
    ("DAY", re.compile(r"0?[1-9]|[12]\d|3[01]")),
    ("MON", re.compile(r"0?[1-9]|1[0-2]")),
    ("MM", re.compile(r"0[1-9]|1[0-2]")),
    ("DD", re.compile(r"0[1-9]|[12]\d|3[01]")),
    ("HOUR", re.compile(r"[01]?\d|2[0-3]")),
    ("MIN", re.compile(r"[0-5]\d")),
    ("HHMM", re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")),
    ("YY", re.compile(r"\d\d")),
    ("YEAR", re.compile(r"1[5-9]\d\d|20\d\d|21[0-4]\d")),
    ("NEAR", re.compile(r"19[0-9]\d|20[0-6]\d")),
    ("ROUND", re.compile(r"1[5-9]00|2000|20[2-6]0")),
    ("TENYEAR", re.compile(r"20[2-6]0")),
    ("WEEKNO", re.compile(r"[1-9]|[1-4]\d|5[0-3]")),
)  # fmt: skip


def _shapes_of(token: str) -> frozenset[str]:
    """The classes of a token with a digit, by its shape: `YEAR` 1500–2149, `DAY` 1–31, `HALFT` "3Q24", …"""
    return frozenset(name for name, shape in _SHAPES if shape.fullmatch(token))


class _Rule:
    """A compiled rule: a regex over symbols and the names of what it keeps."""

    def __init__(self, rule: DateRule, regex: str, spans: list[int]):
        self.id, self.kind, self.fixed = rule.id, rule.kind, rule.pieces
        self.regex = re.compile(regex)
        self.spans = [f"span_{number}" for number in spans]
        self.pieces = [(name, name.rsplit("_", 1)[0]) for name in self.regex.groupindex if name[:5] != "span_"]

    def end(self, match: re.Match[str]) -> int:
        """Where the search goes on: after the last mention."""
        return max((match.end(span) for span in self.spans if match.start(span) >= 0), default=match.end())

    def mentions(self, text: str, match: re.Match[str], bounds: list[tuple[int, int]]) -> list[DateMention]:
        """The mentions of one match; a mention of two takes from the other what it doesn't say."""
        spans = [match.span(span) for span in self.spans if match.start(span) >= 0] or [match.span()]
        written = {}
        for group, name in self.pieces:
            begin, end = match.span(group)
            if begin >= 0 and begin < end:
                written[group] = (name, begin, text[bounds[begin][0] : bounds[end - 1][1]])
        mentions = []
        for begin, end in spans:
            pieces = dict(self.fixed)
            for name, at, words in written.values():
                if name not in pieces or begin <= at < end:
                    pieces[name] = words
            mentions.append(DateMention(bounds[begin][0], bounds[end - 1][1], self.id, self.kind, pieces))
        return mentions


#: So often the rules of a place are asked one by one before one regex for all is compiled: compiling it takes as long
#: as it spares in about 2,000 calls.
_OFTEN = 5000


class _Start:
    """The rules that can start with the same symbols."""

    def __init__(self, rules: list[_Rule]):
        self._rules, self._asked = rules, 0

    @cached_property
    def _gate(self) -> re.Pattern[str]:
        """One regex that says whether any of the rules matches, faster than asking each."""
        nameless = (re.sub(r"[(][?]P<[^>]+>", "(?:", rule.regex.pattern) for rule in self._rules)
        return re.compile("|".join(f"(?:{pattern})" for pattern in nameless))

    def longest(self, symbols: str, at: int) -> tuple[_Rule, re.Match[str]] | None:
        """The rule with the longest match at a place; of equals, the one that stands first in the file."""
        self._asked += 1
        if self._asked > _OFTEN and not self._gate.match(symbols, at):
            return None
        matches = [(rule, match) for rule in self._rules if (match := rule.regex.match(symbols, at))]
        return max(matches, key=lambda pair: pair[1].end(), default=None)


class _SymbolTable(dict[str, str]):
    """Symbols by token, worked out when first asked for; rare tokens are not kept for ever."""

    _MOST = 200_000

    def __init__(self, grammar: _Grammar):
        super().__init__(grammar.known)
        self._grammar = grammar

    def __missing__(self, token: str) -> str:
        symbol = self._grammar.symbol_of(token)
        if len(self) < self._MOST:
            self[token] = symbol
        return symbol


class _Grammar:
    """The rules compiled: symbols for tokens, and the rules that can start at each symbol."""

    def __init__(self, patterns: DatePatterns):
        self._macros = {**patterns.macros, "HOLIDAY": _any_of(patterns.holidays)}
        classes = self._classes_of_words(patterns)
        self.known: dict[str, str] = {}
        self._symbols: dict[frozenset[str], str] = {}
        for word, names in classes.items():
            self.known[word] = self._symbol(names | _shapes_of(word) if word[0].isdigit() else names)
        self._plain, self._cap = self._symbol(frozenset({"LOW"})), self._symbol(frozenset({"CAP"}))
        self._sign = self._symbol(frozenset({"SIGN"}))
        for token in _every_shape():
            self.known.setdefault(token, self._symbol(_shapes_of(token) | classes.get(token, frozenset())))
        self._odd = self._symbol(frozenset({"ODD"}))
        self._atoms: dict[str, str] = {}
        rules = [self._compile(rule) for rule in patterns.rules]
        by_first: dict[str, list[_Rule]] = {}
        for rule, first in rules:
            for symbol in first:
                by_first.setdefault(symbol, []).append(rule)
        starts: dict[tuple[str, ...], _Start] = {}
        self.by_first: dict[str, _Start] = {}
        for symbol, possible in by_first.items():
            ids = tuple(rule.id for rule in possible)
            self.by_first[symbol] = starts.setdefault(ids, _Start(possible))
        self.first = re.compile("[" + "".join(sorted(self.by_first)) + "]")
        self.symbols = _SymbolTable(self)

    def symbol_of(self, token: str) -> str:
        """The symbol of a token that the tables don't hold: by shape, or as an unknown word or sign."""
        head = token[0]
        if head.isdigit() or (len(token) < 9 and token[-1].isdigit()):
            return self._symbols.get(_shapes_of(token), self._odd)
        if head.isalpha():
            lowered = self.known.get(token.lower()) if not token.islower() and token.isalpha() else None
            return lowered or (self._cap if head.isupper() else self._plain)
        return self._sign

    def _classes_of_words(self, patterns: DatePatterns) -> dict[str, frozenset[str]]:
        """Classes of each word in each of its three cases; `capital` words count only with a capital."""
        lower: dict[str, set[str]] = {}
        upper: dict[str, set[str]] = {}
        for name, words in patterns.words.items():
            for word in words:
                lower.setdefault(word, set()).add(name)
        for name, words in patterns.capital.items():
            for word in words:
                upper.setdefault(word, set()).add(name)
        sources = [*self._macros.values(), *(rule.pattern for rule in patterns.rules)]
        for source in sources:
            for item in _PATTERN_ITEM.findall(source):
                if not item.isupper() and item[-1] != ":" and not item.startswith(("(", "[[", "]]")):
                    lower.setdefault(item, set()).add(f"={item}")
        classes: dict[str, frozenset[str]] = {}
        for word in {**lower, **upper}:
            small = frozenset(lower.get(word, set()))
            capital = small | upper.get(word, set()) | {"CAPITAL"}
            for form, names in (
                (word, small),
                (word.capitalize(), capital),
                (word.upper(), capital | {"CAPS"}),
            ):
                if form == word:
                    names = small or frozenset({"LOW"})
                classes.setdefault(form, names)
        return classes

    def _symbol(self, names: frozenset[str]) -> str:
        if names not in self._symbols:
            self._symbols[names] = chr(_FIRST_SYMBOL + len(self._symbols))
        return self._symbols[names]

    def _atom(self, name: str) -> str:
        """The symbols of a word or class; all symbols must be known by then."""
        if name not in self._atoms:
            wanted = name if name.isupper() else f"={name}"
            self._atoms[name] = "".join(symbol for names, symbol in self._symbols.items() if wanted in names)
        if not self._atoms[name]:
            raise ValueError(f"no word and no shape is called {name!r}")
        return self._atoms[name]

    def _compile(self, rule: DateRule) -> tuple[_Rule, set[str]]:
        try:
            parser = _PatternParser(rule.pattern, self._atom, self._macros)
            regex, first, nullable = parser.alternatives()
        except (ValueError, re.error) as error:
            raise ValueError(f"rule {rule.id}: {error}") from error
        if nullable:
            raise ValueError(f"rule {rule.id}: its pattern matches nothing at all")
        return _Rule(rule, regex, parser.spans), first


def _any_of(names: dict[str, tuple[str, ...]]) -> str:
    """A pattern that matches any of the names, the longest first."""
    tokens = [_TOKEN.findall(name) for name in names]
    tokens.sort(key=lambda name: (-len(name), name))
    return "(" + " | ".join(" ".join("APOS" if token == "'" else token for token in name) for name in tokens) + ")"


def _every_shape() -> list[str]:
    """Numbers whose classes are worked out once, and a token of every rarer shape."""
    # From 130 to 999 and from 2400 on all numbers have the same classes.
    numbers = [str(number) for number in (*range(130), 500, *range(1000, 2401), 9999)]
    numbers += [f"{number:02d}" for number in range(10)]
    ordinals = [f"{number}{suffix}" for number in range(1, 130) for suffix in ("st", "nd", "rd", "th")]
    fixed = [f"{hour:02d}{minute:02d}" for hour in range(24) for minute in range(60)]
    rare = [
        "12345",
        "1234567",
        "1.5",
        "12.75",
        "31.75",
        "1234.5",
        "99999.1234",
        "2,000",
        "2,000.5",
        "0.5",
        "13.30",
    ]
    rare += [
        "1.2.2024",
        "31.12.24",
        "31.12.2024",
        "1.1.1",
        "90s",
        "1990s",
        "2010s",
        "12pm",
        "9am",
        "8.30pm",
        "45am",
        "05pm",
        "10h22",
    ]
    rare += [
        "3Q",
        "3Q24",
        "3Q2024",
        "1H",
        "1H25",
        "Q3",
        "q3",
        "H1",
        "Q3FY25",
        "Q32024",
        "FY25",
        "FY2025",
        "CY18",
        "YE25",
        "F26",
        "FY25E",
        "2026E",
    ]
    return numbers + ordinals + fixed + rare


class _PatternParser:
    """Turns a pattern into a regex over symbols, what it can start with, and whether it can be empty."""

    def __init__(self, pattern: str, atom, macros: dict[str, str], numbers=None):
        self._items = _PATTERN_ITEM.findall(pattern)
        self._at = 0
        self._atom, self._macros = atom, macros
        self._numbers = numbers or count(1)
        self.spans: list[int] = []

    def alternatives(self, closing: str | None = None) -> tuple[str, set[str], bool]:
        """Sequences between `|`, up to `closing` or the end."""
        regexes: list[str] = []
        firsts: set[str] = set()
        empty = False
        while True:
            regex, first, nullable = self._sequence(closing)
            regexes.append(regex)
            firsts |= first
            empty = empty or nullable
            item = self._next()
            if item == "|":
                continue
            if item != closing:
                raise ValueError(f"{closing or 'the end'} is missing before {item!r}")
            return (
                ("|".join(regexes) if closing or len(regexes) == 1 else f"(?:{'|'.join(regexes)})"),
                firsts,
                empty,
            )

    def _next(self) -> str | None:
        item = self._items[self._at] if self._at < len(self._items) else None
        self._at += 1
        return item

    def _peek(self) -> str | None:
        return self._items[self._at] if self._at < len(self._items) else None

    def _sequence(self, closing: str | None) -> tuple[str, set[str], bool]:
        regex, first, nullable = "", set(), True
        while self._peek() not in (None, "|", closing):
            part, part_first, part_nullable = self._item()
            regex += part
            if nullable:
                first |= part_first
            nullable = nullable and part_nullable
        return regex, first, nullable

    def _item(self) -> tuple[str, set[str], bool]:
        item = self._next() or ""
        name = None
        if item.endswith(":") and len(item) > 1:
            name, item = item[:-1], self._next() or ""
        if item.startswith("(?"):
            inside, _, _ = self.alternatives(")")
            return f"{item}{inside})", set(), True
        if item == "(":
            inside, first, nullable = self.alternatives(")")
            regex = f"(?:{inside})"
        elif item == "[[":
            inside, first, nullable = self.alternatives("]]")
            number = next(self._numbers)
            self.spans.append(number)
            regex = f"(?P<span_{number}>{inside})"
        elif item in self._macros:
            inner = _PatternParser(self._macros[item], self._atom, self._macros, self._numbers)
            inside, first, nullable = inner.alternatives()
            self.spans += inner.spans
            regex = f"(?:{inside})"
        else:
            symbols = self._atom(item)
            regex, first, nullable = f"[{symbols}]", set(symbols), False
        if name:
            regex = f"(?P<{name}_{next(self._numbers)}>{regex})"
        if self._peek() == "?":
            self._next()
            regex, nullable = f"(?:{regex})?", True
        return regex, first, nullable
