"""Where a number of the article starts and ends: numerals, number words, scales, and what is only vague.

Only extents are found here; `pipeline.normalise.numbers` reads the value. A number is read as a row of
tokens, each with a one-letter code, and short expressions over the codes say what is a number. Every look
is at a window of bounded length, so the work is linear in the text whatever it holds.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.mentions import Span
from pipeline.patterns import Patterns, Table

#: One blank: HTML leftovers, no-break and thin spaces included.
BLANK = r"(?:[ \t\u00a0\u2000-\u200b\u202f\u2060\u3000]|&nbsp;|&#160;|&thinsp;)"
#: At most one line end with a few blanks around it: a sum may break over a line, never over a paragraph.
GAP = rf"(?:{BLANK}{{0,3}}(?:\r?\n{BLANK}{{0,3}})?)"
#: A gap of at least one blank or a line end.
SPACE = rf"(?:{BLANK}{{1,3}}(?:\r?\n{BLANK}{{0,3}})?|\r?\n{BLANK}{{0,3}})"
DASH = "[-\u2010-\u2015\u2212]"
_THIN = "[\u00a0\u2009\u202f']"

#: Numerals: 1,234.5 · 12,34,567 · 1.234,56 · 1.234.567 · 1 234 567 (no-break or thin) · 12,5 · 12.5 · .5 · 2½
NUMERAL = (
    r"(?:\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?:\.\d{1,6})?(?!,?\d)"
    r"|\d{1,3}(?:\.\d{3}){1,5},\d{1,2}(?![\d,])"
    r"|\d{1,3}(?:\.\d{3}){2,5}(?![\d,])"
    rf"|\d{{1,3}}(?:{_THIN}\d{{3}}){{1,5}}(?:[.,]\d{{1,2}})?(?!\d)"
    r"|\d{1,6},\d{1,2}(?![\d,]|\.\d)"
    r"|\d{1,15}(?:\.\d{1,8})?(?:[½¼¾]|[ -][1-9]/[2-9](?![\d/]))?(?![\d½¼¾])"
    r"|\.\d{1,4}(?!\d))"
)
_SPACED = r"\d{1,3}(?: \d{3}){1,4}(?:[.,]\d{1,2})?(?!\d)"
_WINDOW = 110

_TOKEN = re.compile(
    rf"(?P<numeral>{NUMERAL})|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)|(?P<dash>{DASH})"
    rf"|(?P<blank>{BLANK}+)|(?P<line>\r?\n)|(?P<other>\d+|.)",
    re.S,
)


class NumberWords(Table):
    """`patterns/numbers.toml`: number words with their values, scales as powers of ten."""

    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    abbreviations: dict[str, int]
    fractions: dict[str, str]
    plural_scales: dict[str, int]
    vague: tuple[str, ...]


class Quantity(NamedTuple):
    """A number with its scale: `start:end` covers both. `sized` is a scale, a grouped numeral or decimals."""

    start: int
    end: int
    vague: bool = False
    scaled: bool = False
    sized: bool = False

    @property
    def span(self) -> Span:
        """Where the number and its scale stand."""
        return Span(self.start, self.end)


class _Token(NamedTuple):
    code: str
    start: int
    end: int


# Codes: N numeral, U one..nineteen, T twenty.., H hundred, S scale, V plural scale or vague word, a/an = a,
# v few/couple, d double, g digit, & and, h half, q quarter, o of, p point, m more, - dash between numbers,
# t to, r or, b between, f from, x other.
_CARDINAL = r"(?:a(?=[HS]))?(?:U(?=[HS]|$)|T(?=[UHS]|$)|[HS]&?(?=[UTHS]|$))+"
_EXACT = (
    rf"(?:NS*|[NUT]+S*Vo?|[UN]&a[hq]S*|a?ha?S+|hoaS+|aq(?:oa)?S+|[UN]q(?:oa)?S+"
    rf"|[UN]p[UN]+S*|{_CARDINAL}|a)"
)
_VAGUE = r"(?:(?:av|[Vv])[Vom]*[HS]*o?|dg[HS]+)"
_BEFORE_EXACT = re.compile(rf"{_EXACT}$")
_BEFORE_VAGUE = re.compile(rf"{_VAGUE}$")
_AFTER_EXACT = re.compile(r"(?:a[HS]+|TU[HS]*|[UT][HS]*)(?:&?(?:TU|U|T)[HS]+){0,4}(?:&(?:TU|U|T))?")
_SMALL_WORDS = {
    "a": "a", "an": "a", "and": "&", "of": "o", "point": "p", "more": "m", "to": "t", "or": "r",
    "between": "b", "from": "f", "hundred": "H", "quarter": "q", "quarters": "q", "half": "h",
    "few": "v", "couple": "v", "single": "d", "double": "d", "triple": "d", "digit": "g",
}  # fmt: skip


class Quantities:
    """Finds the number that ends before, or starts after, a place in the text."""

    def __init__(self, patterns: Patterns):
        words = patterns.load("numbers.toml", NumberWords)
        self._codes = dict.fromkeys(words.units, "U") | dict.fromkeys(words.tens, "T")
        self._codes |= dict.fromkeys(words.scales, "S") | dict.fromkeys(words.vague, "V")
        self._codes |= dict.fromkeys(words.plural_scales, "V") | _SMALL_WORDS
        self._short = frozenset(words.abbreviations)
        self.words = frozenset(self._codes) | self._short
        long = "|".join(sorted([*words.scales, *words.plural_scales], key=len, reverse=True))
        two = "|".join(sorted((w for w in words.abbreviations if len(w) > 1), key=len, reverse=True))
        one = "".join(w for w in sorted(words.abbreviations) if len(w) == 1)
        # A lost line break may glue the next word to the scale: "EUR 2.66 bnCapacity".
        end = r"(?:(?![^\W_])|(?-i:(?<=[a-z])(?=[A-Z][a-z]{2})))"
        self._scale = re.compile(
            rf"(?:{GAP}(?:{DASH}(?=[a-z]))?(?:{long}){end}|{BLANK}?{DASH}?(?:{two}){end}|{DASH}?[{one}]{end}|{BLANK}m{end})",
            re.I,
        )
        self._numeral = re.compile(NUMERAL)
        self._spaced = re.compile(_SPACED)

    def numeral_after(self, text: str, at: int, spaced: bool = False) -> Quantity | None:
        """The numeral that starts at `at`, with the scale that follows; `spaced`: "12 500" is one."""
        found = (self._spaced.match(text, at) if spaced else None) or self._numeral.match(text, at)
        if not found:
            return None
        end = self.scales_after(text, found.end())
        numeral = found.group()
        scaled = end > found.end()
        return Quantity(at, end, scaled=scaled, sized=scaled or not numeral.isdigit())

    def scales_after(self, text: str, at: int) -> int:
        """Where the scales end that start at `at` ("lakh crore" are two); `at` when there is none."""
        for _ in range(3):
            found = self._scale.match(text, at)
            if not found or ("\n" in found.group() and found.group().strip()[:1].isupper()):
                return at
            at = found.end()
        return at

    def words_after(self, lower: str, at: int) -> Quantity | None:
        """The number in words that starts exactly at `at`: "five hundred million"."""
        tokens = self._tokens(lower, at, min(len(lower), at + _WINDOW))
        codes = "".join(token.code for token in tokens)
        found = _AFTER_EXACT.match(codes)
        if not found:
            return None
        scaled = "S" in found.group()
        return Quantity(tokens[0].start, tokens[found.end() - 1].end, scaled=scaled, sized=scaled)

    def before(self, lower: str, end: int) -> list[Quantity] | None:
        """The number that ends at `end`, or the two of a range ("10-20", "between 5 and 7 million").

        Returns [number], [low, high] or None. The low of a range may share the scale of its high.
        """
        start = max(0, end - _WINDOW)
        tokens = self._tokens(lower, start, end)
        if start and tokens:
            del tokens[0]  # may be cut
        codes = "".join(token.code for token in tokens)
        high = self._suffix(codes, tokens)
        if high is None:
            return None
        first, quantity = high
        if first and codes[first - 1] == "b" and "&" in codes[first:]:
            return self._between(codes, tokens, first)
        if quantity.vague or first < 2 or codes[first - 1] not in "-t&r":
            return [quantity]
        if codes[first - 1] == "r" and codes[first - 2 : first] not in ("Ur", "Nr"):
            return [quantity]
        low = self._suffix(codes[: first - 1], tokens)
        if low is None or low[1].vague:
            return [quantity]
        if codes[first - 1] == "&" and codes[low[0] - 1 : low[0]] != "b":
            return [quantity]
        return [low[1], quantity]

    def _between(self, codes: str, tokens: list[_Token], first: int) -> list[Quantity] | None:
        """ "between one million and two million": the "and" is no part of a number."""
        at = codes.rindex("&")
        low, high = self._suffix(codes[:at], tokens), self._suffix(codes[at + 1 :], tokens[at + 1 :])
        return [low[1], high[1]] if low and high and low[0] == first else None

    def _suffix(self, codes: str, tokens: list[_Token]) -> tuple[int, Quantity] | None:
        """The longest number that the codes end in, and where its tokens start."""
        exact, vague = _BEFORE_EXACT.search(codes), _BEFORE_VAGUE.search(codes)
        found = vague if vague and (not exact or vague.start() < exact.start()) else exact
        if not found:
            return None
        row = tokens[found.start() : len(codes)]
        scaled = "S" in found.group() or "V" in found.group()
        grouped = any(token.code == "N" and token.end - token.start > 4 for token in row)
        quantity = Quantity(row[0].start, row[-1].end, found is vague, scaled, scaled or grouped)
        return found.start(), quantity

    def _tokens(self, lower: str, start: int, end: int) -> list[_Token]:
        """The tokens of the window without blanks; hyphens inside a number word are dropped."""
        tokens: list[_Token] = []
        glued_to = lower[start - 1 : start]
        lines = 0
        for found in _TOKEN.finditer(lower, start, end):
            kind, text = found.lastgroup, found.group()
            if kind == "blank":
                glued_to = ""
                continue
            if kind == "line":
                lines += 1
                glued_to = ""
                if lines > 1:
                    tokens.append(_Token("x", found.start(), found.end()))
                continue
            lines = 0
            code = self._code(kind, text, glued_to, tokens[-1].code if tokens else "x")
            tokens.append(_Token(code, found.start(), found.end()))
            glued_to = text
        return [token for i, token in enumerate(tokens) if not _is_hyphen(tokens, i)]

    def _code(self, kind: str | None, text: str, glued_to: str, last: str) -> str:
        if kind == "numeral":
            return "x" if glued_to and (glued_to[-1].isalnum() or glued_to in "./#:,'") else "N"
        if kind == "dash":
            return "-"
        if kind != "word":
            return "x"
        if text in self._short:
            glued = glued_to[-1:].isdigit()
            return "S" if last == "N" and (glued or (not glued_to and (len(text) > 1 or text == "m"))) else "x"
        if text.startswith("multi") and self._codes.get(text[5:]) == "S":
            return "V"
        return self._codes.get(text, "x")


def _is_hyphen(tokens: list[_Token], i: int) -> bool:
    """Whether the dash only joins the words of one number ("forty-two", "five-million")."""
    if tokens[i].code != "-":
        return False
    if i + 1 == len(tokens):
        return True
    before, after = tokens[i - 1].code if i else "x", tokens[i + 1].code
    return before in "UTHSVhqNamdg&" and after in "UTHSVhqoag&" and not (before in "N" and after in "UT")
