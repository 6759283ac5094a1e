"""Finds job titles ("senior vice president", "President & CEO", "finance minister") over tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from ..patterns import Patterns, Rule, Table
from .words import Token, Tokens, _by_first


class TitleRule(Rule):
    """Words of one part of a title."""

    words: tuple[str, ...]


class TenseRule(TitleRule):
    """Words that say a title is past."""

    when: Literal["past"]


class ChangeRule(TitleRule):
    """Words by which somebody takes or leaves a title; `voice` says where the person stands to them."""

    change: Literal["appointed", "left"]
    voice: Literal["active", "passive", "body"]


class TitleFile(Table):
    """`patterns/titles.toml`."""

    head: tuple[TitleRule, ...]
    staff: tuple[TitleRule, ...]
    qualifier: tuple[TitleRule, ...]
    field: tuple[TitleRule, ...]
    trade: tuple[TitleRule, ...]
    no_trade: tuple[TitleRule, ...]
    tense: tuple[TenseRule, ...]
    change: tuple[ChangeRule, ...]


class Title(NamedTuple):
    """A title: its tokens [first, last) and whether a word such as "former" stands before it."""

    first: int
    last: int
    past: bool


#: Two titles joined by a slash, three of them, and a title behind "ex-".
_PARTS = re.compile(r"([A-Za-z][\w-]+)(/)([A-Za-z][\w-]+)(?:(/)([A-Za-z][\w-]+))?$|([Ee]x)-([a-z]{3,})$")
#: Between the titles of one person.
_AND = re.compile(r"\s?(?:,|/|&|\band\b)\s?")
#: Last words of titles of several words that people hold side by side.
_COUNTED = frozenset({"member", "director", "chief", "executive", "judge", "attorney", "manager", "partner", "officer"})
#: At most this many words between "chief" and "officer".
FIELD = 4
#: The head of a title is at most the word of this number: "senior regional retail sales operations manager".
LONGEST = 6
#: Words that join two titles of one person.
_JOINTS = frozenset({"and", "&", ",", "/"})


class Titles:
    """Title expressions by heads and qualifiers; linear in the number of tokens.

    With `staff` the words for those who hold no office count too ("trader", "lieutenant"); as they are parts of
    many names, only who links posts wants them.
    """

    def __init__(self, patterns: Patterns, staff: bool = False):
        data = patterns.load("titles.toml", TitleFile)
        self._whole = frozenset(word.lower() for rule in data.head for word in rule.words)
        self._staff = tuple(word for rule in data.staff for word in rule.words)
        self._ends = tuple(f" {word}" for word in sorted(self._whole))
        phrases = [word for rule in (*data.head, *(data.staff if staff else ())) for word in rule.words]
        self._heads = _by_first([word.lower() for word in phrases if not _cased(word)])
        for first, options in _by_first([word for word in phrases if _cased(word)]).items():
            self._heads.setdefault(first, []).extend(options)
        self.offices = frozenset(word.lower() for rule in data.head if rule.id == "title.office" for word in rule.words)
        self.changes = data.change
        self._qualifiers = frozenset(word for rule in data.qualifier for word in rule.words)
        self._plurals = frozenset(f"{ps[0]}s" for options in self._heads.values() for ps in options if len(ps) == 1)
        #: The words, in small letters, with which the head of a title begins: each title holds one.
        self.head_openers = frozenset(word.lower() for word in self._heads) | {"chief", "co-chief"}
        #: Plurals of several words, or of words that form it otherwise: "council members", "Councilmen", "Sens.".
        self._odd_plurals = _by_first(sorted({plural for phrase in phrases for plural in _plurals_of(phrase)}))
        self._openers = self._qualifiers | self.head_openers
        self._with_plurals = self._openers | self._plurals | {word.lower() for word in self._odd_plurals}
        #: Words that departments are called by, beside those of parties.toml.
        self.fields = frozenset(word for rule in data.field for word in rule.words)
        #: Trades that do not end as those for who does something do, and words that do and are none.
        self.trades = frozenset(word for rule in data.trade for word in rule.words)
        self.no_trades = tuple(word for rule in data.no_trade for word in rule.words)
        self.past_words = frozenset(word for rule in data.tense for word in rule.words)

    def describes(self, word: str) -> bool:
        """Whether a word (in small letters) may stand before a title and describe it: "former", "senior"."""
        return word in self.past_words or word in self._qualifiers or word in ("current", "longtime", "new", "existing")

    def ending(self, text: str) -> str | None:
        """The title with which a text ends."""
        tokens = Tokens(text)
        found = self.find(tokens.all, plural=True)
        closes = found and found[-1].last == len(tokens.all)
        return text[tokens.starts[found[-1].first] : tokens.ends[-1]] if closes else None

    def is_staff(self, title: str) -> bool:
        """Whether a title is of staff only: no part of "President and Chief Executive Officer" is, though it ends
        like "executive officer".
        """
        parts = [part.strip() for part in _AND.split(title.lower())]
        return all(part.endswith(self._staff) and not f" {part}".endswith(self._ends) for part in parts if part)

    def find(self, tokens: list[Token], plural: bool = False) -> list[Title]:
        """All titles, in order and without overlaps; two joined titles ("chairman and CEO") are one.

        `plural` finds "co-founders" and "Justices" too.
        """
        openers = self._with_plurals if plural else self._openers
        found: list[Title] = []
        marks = [number for number, token in enumerate(tokens) if token.low in openers]
        if not plural:
            marks = self._before_heads(tokens, marks)
        for at in marks:
            if found and at < found[-1].last:
                continue
            if plural and (head := self._plural(tokens, at)) is not None:
                last = self._several(tokens, head)
            elif (last := self._single(tokens, at)) and not _given(tokens, at, last):
                last = self._joined(tokens, last)
            else:
                continue
            past = at > 0 and tokens[at - 1].low in self.past_words
            found.append(Title(at, last, past))
        return found

    def _before_heads(self, tokens: list[Token], marks: list[int]) -> list[int]:
        """Those of the numbers, in order, at which or near behind which the head of a title may begin."""
        near, head = [], len(tokens) + LONGEST
        for at in reversed(marks):
            head = at if tokens[at].low in self.head_openers else head
            if head - at < LONGEST:
                near.append(at)
        return near[::-1]

    def _plural(self, tokens: list[Token], at: int) -> int | None:
        """The last token of the plural head that `at` opens: "co-founders", "Portfolio Managers", "U.S. Sens."."""
        for head in range(at, min(at + 4, len(tokens))):
            if tokens[head].low in self._plurals:
                return head
            for parts in self._odd_plurals.get(tokens[head].low, ()):
                here = tokens[head : head + len(parts)]
                if parts == tuple(token.low for token in here) and (parts[-1] != "." or here[0].cap):
                    return head + len(parts) - 1
            if tokens[head].low not in self._qualifiers:
                return None
        return None

    def _several(self, tokens: list[Token], at: int) -> int:
        """The token after the plural titles that start at `at`: "co-founders and directors"."""
        last = at + 1
        while last + 1 < len(tokens) and tokens[last].text in ("and", "&"):
            if tokens[last + 1].low not in self._plurals:
                break
            last += 2
        return last

    def _single(self, tokens: list[Token], at: int) -> int:
        """The token after the longest title that starts at `at`, 0 when none does."""
        best = 0
        for skip in range(LONGEST):
            if at + skip >= len(tokens):
                break
            best = max(best, self._head(tokens, at + skip))
            if tokens[at + skip].low not in self._qualifiers:
                break
        if best and tokens[at].low == "county" and tokens[best - 2].text in ("'s", "’s"):
            return 0  # "Harrow County State's Attorney": the county's, and no part of the title
        return best

    def _head(self, tokens: list[Token], at: int) -> int:
        return max(self._listed(tokens, at), _officer(tokens, at))

    def _listed(self, tokens: list[Token], at: int) -> int:
        for parts in self._heads.get(tokens[at].low, ()):
            if parts == tuple(token.low for token in tokens[at : at + len(parts)]):
                return at + len(parts)
        for parts in self._heads.get(tokens[at].text, ()):
            if parts == tuple(token.text for token in tokens[at : at + len(parts)]):
                return at + len(parts)
        return 0

    def _joined(self, tokens: list[Token], last: int) -> int:
        while last + 1 < len(tokens) and tokens[last].text in _JOINTS:
            following = last + 1
            if tokens[last].text == "," and tokens[following].text in ("and", "&"):
                following += 1
            end = self._single(tokens, following) if following < len(tokens) else 0
            if not end:
                break
            last = end
        return last


class Pieces(NamedTuple):
    """Tokens of a stretch of an article, with where they start and end."""

    all: list[Token]
    starts: list[int]
    ends: list[int]


def split(tokens: Tokens, first: int, last: int) -> Pieces:
    """Tokens [first, last) with "Partner/COO" and "ex-captain" taken apart: a slash joins, "ex" makes past."""
    apart = Pieces([], [], [])
    for at in range(first, last):
        token, start = tokens.all[at], tokens.starts[at]
        cut = _PARTS.match(token.text) if "/" in token.text or "x-" in token.text else None
        for piece in filter(None, cut.groups()) if cut else (token.text,):
            start = tokens.starts[at] + token.text.index(piece, start - tokens.starts[at])
            apart.all.append(Token(piece, piece[0].isupper(), piece.lower()) if cut else token)
            apart.starts.append(start)
            apart.ends.append(start + len(piece))
            start += len(piece)
    return apart


def _officer(tokens: list[Token], at: int) -> int:
    """The token after "Chief Intellectual Property Officer", whatever the field; 0 when none starts at `at`."""
    if tokens[at].text.lower() not in ("chief", "co-chief"):
        return 0
    for end in range(at + 2, min(at + FIELD + 2, len(tokens))):
        if tokens[end].text.lower() == "officer":
            return end + 1
        if not (tokens[end].text.isalpha() or tokens[end].text == "&"):
            return 0
    return 0


def _given(tokens: list[Token], at: int, last: int) -> bool:
    """Whether "Dean" is a given name here: a capital and one more before what is no name."""
    if tokens[at].text != "Dean" or last - at != 1 or last >= len(tokens) or not tokens[last].cap:
        return False
    return last + 1 >= len(tokens) or not tokens[last + 1].cap


def _plurals_of(head: str) -> Iterator[str]:
    """The plurals of the head of a title, in small letters, that are more than one word with an "s" behind it."""
    small = head.lower()
    if small.endswith("man") and small != "ombudsman":
        yield small[:-2] + "en"
    elif small.endswith(" general"):
        yield small.replace(" general", "s general")
    elif head[-1] == "." and " " not in head:
        yield small[:-1] + "s."
    elif " " in small and small.rsplit(" ", 1)[1] in _COUNTED:
        yield small + "s"


def is_plural(title: str) -> bool:
    """Whether a title is that of several: "directors", "Councilmen", "Sens."."""
    return title.lower().split(" of ")[0].rstrip(".").endswith(("s", "men", "s general"))


def singular(title: str) -> str:
    """The title, in small letters, of one of several who share it: "councilmen" is "councilman", "Sens." "sen."."""
    small = title.lower()
    if small.endswith("men"):
        return small[:-2] + "an"
    return small.replace("s general", " general").removesuffix("s") if small[-1] != "." else small.replace("s.", ".")


def _cased(word: str) -> bool:
    """Whether a head counts only as it is written: CEO, Gov."""
    return word.isupper() or word[-1] == "." or word[:-1].isupper()
