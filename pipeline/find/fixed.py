"""Names that are known as such: public bodies, outlets, exchanges, organisations."""

from __future__ import annotations

import re

from .bodies import PublicBodies
from .candidates import MEDIA
from .notes import MARKET_TIER

_INDEX_AFTER = re.compile(
    r"\s?(?:Composite|100\b|200\b|225\b|-\d|(?:stock |share |benchmark )?(?:[Ii]ndex|[Aa]verage))"
)
#: Exchanges and papers that also name an index, and what only an index does.
_INDEXES = frozenset({"Nikkei", "Nasdaq", "NASDAQ", "NYSE", "BSE", "ASX", "TSX", "Kosdaq", "KOSDAQ", "FTSE"})
_MOVES = re.compile(
    r"(?:['’]s)?,? (?:[a-z]+ )?(?:fell|rose|dropped|slid|slipped|gained|lost|closed|plunged|jumped|climbed|dipped"
    r"|tumbled|surged|sank|was (?:up|down)|were (?:up|down)|ended|finished|opened|shed|advanced|declined|edged"
    r"|rallied)\b"
    r"| (?:and|&) (?:the )?(?:S&P|Dow|FTSE|DAX)\b| at (?:its )?(?:lowest|highest)\b| (?:up|down) \d"
)
#: Lists of firms that a paper draws up ("Fortune 500").
_RANKING = re.compile(r"(?:Fortune|Forbes|Inc\.?) (?:Global )?\d{2,4}\b")
#: What tells that an "ASIC" is a chip.
_CHIPS = (["miners"], ["miner"], ["chips"], ["chip"], ["mining"], ["hardware"], ["design"], ["-"])
#: What an exchange's name may go on with: "TSX Venture Exchange".
_EXCHANGE = " Exchange"
_WIRE_NAME = re.compile(r"(?:.[Ww]ire|^wire|WIRE|[a-z]News)$")


class FixedNames(PublicBodies):
    """Finds the names of one article that the lists hold."""

    def _from_fixed_names(self) -> None:
        tables = (
            (self.words.public_names, "public_body", "public body"),
            (self.words.media, "organization", "media"),
            (self.words.exchanges, "organization", "exchange"),
            (self.words.org_names, "organization", "organisation"),
        )
        opening = self.words.fixed_openers
        ends = ("ire", "IRE", "News")
        for at in self.tokens.among({w for w in self.tokens.spellings if w in opening or w.endswith(ends)}):
            token, start = self.tokens.all[at], self.starts[at]
            if not token.cap:
                continue
            for table, key, reason in tables if token.text in opening else ():
                if length := self._phrase(table, at):
                    end = self.ends[at + length - 1]
                    if key == "organization" and (self._titled(at, length) or _RANKING.match(self.text, start)):
                        break
                    if length == 1 and table is self.words.media and self.text.startswith(" of ", end):
                        break  # "a Variety of Ovens"
                    if token.text == "ASIC" and self.tokens.words[at + 1 : at + 2][:1] in _CHIPS:
                        break
                    if token.text == "Treasury" and at and self._holdings(at):
                        break  # "its Bitcoin Treasury Plan"
                    if token.low in self.words.function and self._shouted(at):
                        break
                    index = token.text in _INDEXES and length == 1 and _MOVES.match(self.text, end)
                    if key == "organization" and table is self.words.exchanges:
                        end += len(match[0]) if (match := MARKET_TIER.match(self.text, end)) else 0
                        end += len(_EXCHANGE) if self.text.startswith(_EXCHANGE, end) else 0
                    if index:
                        self._add(start, end, "none", 5, "an index")
                    elif not _INDEX_AFTER.match(self.text, end):
                        self._add(start, end, key, MEDIA, reason)
                    break

            if token.text.endswith(ends) and _WIRE_NAME.search(token.text):
                first = self._walk_left(at) if token.text == "Newswire" else at
                self._add(self.starts[first], self.ends[at], "organization", MEDIA, "media")

        for at in self.tokens.among({word for word in self.tokens.spellings if "/" in word}):
            self._from_slashes(at, tables)

    def _from_slashes(self, at: int, tables: tuple[tuple[dict[str, list[tuple[str, ...]]], str, str], ...]) -> None:
        """The names of lists in "member FINRA/SIPC"."""
        start = self.starts[at]
        for part in self.tokens.all[at].text.split("/"):
            for table, key, reason in tables:
                if part.isupper() and (part,) in table.get(part, ()):
                    self._add(start, start + len(part), key, MEDIA, reason)
                    break
            start += len(part) + 1

    def _shouted(self, at: int) -> bool:
        """Whether "WHO" stands among words in capitals ("WHO WE ARE")."""
        words = self.tokens.words[max(0, at - 1) : at] + self.tokens.words[at + 1 : at + 2]
        return any(w.isupper() and (len(w) > 4 or w.lower() in self.words.function) for w in words)

    def _titled(self, at: int, length: int) -> bool:
        """Whether a single word is a title before a name here ("Economist Ada Tullow") and no outlet."""
        tokens = self.tokens.all
        behind = at + 1 < len(tokens) and tokens[at + 1].cap and self.limits[at + 1] == self.limits[at]
        return length == 1 and behind and bool(self._titles(at, at + 1))
