"""Notes that define names: tickers, short names in quotes, initialisms, wires in datelines."""

from __future__ import annotations

import re
from functools import cached_property

from ..mentions import Span
from .bylines import Bylines
from .candidates import EXCHANGE, MEDIA, ORG_WORD, TITLE, PartyCandidate, spells
from .scan import Scan

_SPLIT = Scan(
    r"((?:[A-Z][\w’'-]* (?:(?:of|and|for|&) )?){2,8})\(([A-Z]{2,8})\) ([A-Z][a-z]+)\b", sign=r"\([A-Z]{2,8}\) [A-Z]"
)
_PARTNERS = Scan(
    r"\b(?:[a-z]{2,}|a) ([A-Z][a-z’'-]+), ([A-Z][a-z’'-]+) & ([A-Z][a-z’'-]+)\b(?! [A-Z])",
    sign=r", [A-Z][a-z’'-]+ & [A-Z]",
)
#: Under what name a firm works.
_BRAND = Scan(
    r"\b([A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,3})[®™]? is (?:the|a) (?:registered )?(?:brand|trading|trade|marketing)"
    r" name(?:,? (?:and|or) (?:the |a )?(?:registered )?trade ?mark,?)? (?:of|for) (?:the )?(?=[A-Z])",
    "brand name",
    "trading name",
    "trade name",
    "marketing name",
)
_CAPITAL = re.compile(r"\b[A-Z]")
#: What a firm is that is "a contract research (CRHB) firm".
_KIND_BEHIND = Scan(
    r"(?<=[a-z] )\(([A-Z]{2,8})\) (?:firms?|providers?|compan(?:y|ies)|services|solutions|markets?|industry|sector"
    r"|software|platforms?|business|technolog(?:y|ies)|systems?|strateg(?:y|ies)|products?)\b",
    sign=r"\([A-Z]{2,8}\) [a-z]",
)
_PAREN = re.compile(r"\(([^()\n]{2,90})\)")
#: A ticker's note between square brackets, and a further ticker in a note: "(NASDAQ: ABCD, ABCDW)".
_SQUARE = Scan(r"\[([A-Z][A-Za-z. ]{1,24}: ?\$?[A-Z0-9][A-Z0-9.]{0,7})\]", sign=r"[A-Z]\]")
#: The letters of a fund that is no party: "Harrow Bull 2X Shares (Ticker: HRBU)".
_FUND_TICKER = Scan(r"\([Tt]icker(?: [Ss]ymbol)?: ?\$?([A-Z]{3,5})\)", "icker")
_NEXT_TICKER = re.compile(r"(?:,|;|/| and) ?\$?([A-Z]{2,6}(?:\.[A-Z]{1,2})?)(?=$|[,;/)]| and\b)")
_TICKER_NOTE = re.compile(r"([A-Za-z][A-Za-z0-9. -]{1,30}?)\s*:\s*\$?(\^?[A-Z0-9][A-Z0-9.-]{0,7})(?![\w:])")
_UNDER_TICKER = Scan(
    r"\b(?:under|with)\s+the\s+(?:new\s+)?(?:ticker|trading|stock)?\s*(?:ticker"
    r"|symbols?)(?:\s+symbols?)?\s*[“\"']?([A-Z]{1,5})\b",
    "ticker",
    "symbol",
)
#: Names of exchanges: tickers stand behind them that are not theirs.
_MARKET = re.compile(
    r"\b(?:(?:Stock|Securities|Venture|Aquis) Exchange|(?:OTC|Pink|Global|Capital|Select|Stock) Markets?"
    r"|OTCQ[BX]|NASDAQ|NYSE)$",
    re.I,
)
#: A tier of an exchange behind its name.
MARKET_TIER = re.compile(
    r" (?:Global Select Market|Global Market|Capital Market|Main Board|Main Market|Growth Market)\b"
)
_DEFINED = re.compile(r"[“\"]([^”\"“]{1,60}?)[,.]?[”\"]")
_DEFINITION = re.compile(r"^\s*(?:(?:collectively|together|hereinafter|hereafter|or|and|the|,)\s*)*[“\"]")
_INITIALISM = re.compile(r"^[A-Z][A-Za-z&.]{0,8}[A-Z]s?$|^[A-Z]{2,8}$")
_OWN_SHORT = re.compile(r"[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){1,2}")
#: What may stand between a name and a note on it, and how that ends.
_ASIDES = re.compile(r"(?:\s|,|\([^()]*\)|®|™|['’]s?)+$")
_ASIDE_ENDS = (",", ")", "®", "™", "'", "’", "'s", "’s")
#: A Reuters instrument code behind a name.
_RIC = re.compile(r"<([A-Z]{1,6}(?:\.[A-Z]{1,2})?)>")
_WIRES = (
    r"\(\s*([^()\n]{2,40}?)\s*\)\s*(?:[-—–]+|(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? [A-Z]))"
    r"|/\s?([\w .-]{3,30}?)\s?/\s*[-—–]+"
)
#: A wire in a dateline, and that or one between dashes at the head of a line, which takes longer to look for.
_WIRE = re.compile(_WIRES)
_WIRE_OR_DASHED = re.compile(rf"{_WIRES}|^\s*-{{2}}\s*([A-Z][\w ]{{3,30}}?)\s*-{{2}}", re.M)
_DASHED = re.compile(r"\n\s*--\s*[A-Z][\w ]{3,30}?\s*--")
#: What stands before a wire in brackets: a town in capitals, or a town and a day.
_DATED_LINE = re.compile(r"[A-Z][A-Z .'’-]{2,30}(?:, [^\n]{2,40})?|[^\n]{3,40}\d{1,2},?")
_PLACE_LINE = Scan(
    r"^[A-Z][A-Z .'’-]+(?:,[^\n()]{0,60}?)?(?:\d{4}|\d{1,2})\s*(?:[-—–]{1,2}|/)\s"
    r"|^[A-Z][A-Z .'’-]{2,30}(?:,[^\n()]{0,30}?)?\s*[—–-]{1,2}\s"
)
#: Such a line with neither a day nor a wire.
_ENTRY = re.compile(r"([A-Z][A-Z .'’-]{2,30}?)\s*[—–-]{1,2}\s")
#: The agency at the foot of a dispatch.
_SIGNED = Scan(r"^\s*(REUTERS?|Reuters?|AFP|UPI)\s*$", "REUTER", "Reuter", "AFP", "UPI")
#: A firm's whole name in a Reuters dispatch of the 1980s.
_WHOLE_NAME = re.compile(r"<([A-Z][\w&.,'’ -]{4,60})>")
_APPEARED = Scan(r"\bappeared first on ([A-Z\w][\w .&'’-]{1,40}?)\.?\s*$", "appeared first on ")
#: "Published in the journal Ovens and Health".
_JOURNAL = Scan(
    r"\b(?:the|[a-z]+ medical|[a-z]+ scientific) journal "
    r"([A-Z][\w’'-]+(?: (?:(?:and|of|of the|in|&) )?[A-Z][\w’'-]+){0,4})",
    " journal ",
)
_SOURCE_VERSION = Scan(
    r"\b(?:View|Read|See)\s+(?:the\s+)?(?:original|source|full)[\w ]{0,20}\s+(?:on"
    r"|at)\s+(?:www\.)?([\w-]+\.(?:com|net|org|co))\b",
    "View",
    "Read",
    "See",
)
#: "companies in its portfolio include", "magazines such as": what stands behind is a list of their names.
_LIST_OPENS = Scan(
    r"\b([Cc]ompanies|firms|startups|start-ups|investors|competitors|rivals|customers|clients|retailers|brands|banks"
    r"|unicorns|backers|lenders|insurers|tenants|suppliers|manufacturers|carmakers|automakers|airlines|drugmakers"
    r"|magazines|newspapers|publications|outlets)\b[^.;:\n]{0,40}?\s\(?(?:include|includes|including|such as|like)\s"
    r"(?=(?:the )?[A-Z0-9])",
    sign=r"(?:includ(?:e|es|ing)|such as|like)\s(?:the )?[A-Z0-9]",
)
_LIST_NAME = re.compile(r"(?:the )?([A-Z][\w&’'-]*(?:\.(?=\w)\w+)?(?: (?:[&+] )?[A-Z0-9][\w&’'-]*){0,3})")
_LIST_GAP = re.compile(r"(?:,? and|,? as well as|,)\s")
#: Nouns of outlets among those of `_LIST_OPENS`.
_OUTLETS = frozenset({"magazines", "newspapers", "publications", "outlets"})
#: Lists shorter than this may be of anything ("clients like Ada").
MIN_LIST = 3
#: What a place in such a list is worth.
LISTED = 1.0
SMALL_WORDS = frozenset({"of", "for", "on", "and", "&", "the", "to", "de", ","})


def _in_order(letters: str, name: str) -> bool:
    """Whether a name begins with the first of the letters and holds the others in order.

    >>> _in_order("VLMR", "VELMORA"), _in_order("VRL", "VELMORA")
    (True, False)
    """
    rest = iter(name)
    return name[:1] == letters[:1] and all(letter in rest for letter in letters)


class Notes(Bylines):
    """Reads what an article says about names in parentheses, datelines."""

    @cached_property
    def wires(self) -> list[re.Match[str]]:
        """What may be a wire's name in a dateline."""
        dashed = _DASHED.search("\n" + self.text)
        return list((_WIRE_OR_DASHED if dashed else _WIRE).finditer(self.text))

    @cached_property
    def marked_firms(self) -> set[str]:
        """What a NER has marked as a body's name."""
        return {self.text[e.start : e.end] for e in self.entities if e.label == "ORG"}

    def _datelines(self) -> list[Span]:
        found = []
        for match in self.wires:
            begin = self.text.rfind("\n", 0, match.start()) + 1
            name = match[match.lastindex]
            if match.start() - begin > 120 or not name or not self._line_opens(begin, match.start()):
                continue
            if self.words.is_place(name):  # "Acme (Peru) - The firm …" opens an entry of a list
                continue
            found.append(Span(begin, match.start()))
        lines = [match for match in _PLACE_LINE.finditer(self.text) if self._silent(match)]
        firms = self._entries(lines)
        found += [Span(match.start(), match.end()) for match in lines if match not in firms]
        return sorted(found)

    def _entries(self, lines: list[re.Match[str]]) -> list[re.Match[str]]:
        """The lines that open with a firm's name, as the entries of a list of firms do: "ACME - Profit fell"."""
        heads = [(match, head[1].strip()) for match in lines if (head := _ENTRY.fullmatch(match[0]))]
        if len({name for _, name in heads}) < 2:
            return []
        firms = {name.casefold() for name in self.marked_firms}
        return [match for match, name in heads if name.casefold() in firms and not self.words.is_place(name.title())]

    def _line_opens(self, begin: int, end: int) -> bool:
        lead = self.text[begin:end]
        return not lead.strip() or (bool(re.match(r"\s*[A-Z]", lead)) and len(re.findall(r"\b[a-z]{3,}\b", lead)) <= 2)

    def _silent(self, match: re.Match[str]) -> bool:
        return len(re.findall(r"\b[a-z]{3,}\b", match[0])) <= 1

    def _from_media(self) -> None:
        for match in self.wires:
            group = match.lastindex
            begin = self.text.rfind("\n", 0, match.start()) + 1
            if (
                match.start() - begin <= 120
                and self._line_opens(begin, match.start())
                and (self._wire_name(match[group]) or self._in_dateline(begin, match))
            ):
                self._add(match.start(group), match.end(group), "organization", MEDIA, "wire in dateline")
        for match in self.words.credit.finditer(self.text):
            self._add(match.start(1), match.end(1), "organization", MEDIA, "media")
        for pattern, reason in ((_APPEARED, "appeared first on"), (_SOURCE_VERSION, "source version on")):
            for match in pattern.finditer(self.text):
                self._add(match.start(1), match.end(1), "organization", MEDIA, reason)
        for pattern in (_SIGNED, _JOURNAL, self.words.the_paper):
            for match in pattern.finditer(self.text):
                self._add(*match.span(1), "organization", MEDIA, "media")

    def _from_split_names(self) -> None:
        """ "Oven Makers Tax (OMT) Coalition": a name with an abbreviation of its first words inside."""
        for match in _SPLIT.finditer(self.text):
            if match[3] in self.words.org_words and not self._inside(self.headings, *match.span()):
                leads = (m.start() for m in _CAPITAL.finditer(match[1]))
                lead = next((n for n in leads if self._spelt(match[1][n:], match[2])), None)
                if lead is not None:
                    self._add(match.start() + lead, match.end(), "organization", ORG_WORD, "organisation noun")

    def _from_partners(self) -> None:
        """ "with Quill, Harrow & Tullow": three surnames with "&" are one firm's."""
        for match in _PARTNERS.finditer(self.text):
            names = match.groups()
            words = self.words.business | self.words.departments
            plain = any(self.words.is_place(name) or name in words for name in names)
            apart = any(self.text.count(n) > self.text.count(names[1]) + 1 for n in names[:1])
            if not (plain or apart or self._inside(self.headings, match.start(1), match.end())):
                self._add(match.start(1), match.end(), "org", TITLE, "treated as a firm")

    @staticmethod
    def _spelt(name: str, letters: str) -> bool:
        return "".join(word[0] for word in name.split() if word[0].isupper()) == letters

    def _from_brackets(self) -> None:
        """ "<Quill and Sons Plc>": what the agencies put between angle brackets is a firm's name as a whole."""
        for match in _WHOLE_NAME.finditer(self.text):
            if any(char.islower() for char in match[1]) and self.words.is_form(match[1].split()[-1]):
                self._drop(*match.span(1))
                self._add(*match.span(1), "company", EXCHANGE, "company form")

    def _from_lists(self) -> None:
        """ "Companies in its portfolio include Acme, Harrow and Tullow Wigs": names that a NER may have missed."""
        for match in _LIST_OPENS.finditer(self.text):
            names, at = [], match.end()
            while (name := _LIST_NAME.match(self.text, at)) and len(names) < 20:
                names.append(Span(*name.span(1)))
                gap = _LIST_GAP.match(self.text, name.end())
                if gap is None:
                    break
                at = gap.end()
            if len(names) >= MIN_LIST:
                self._listed(names, match[1] in _OUTLETS)

    def _listed(self, names: list[Span], outlets: bool) -> None:
        """Add the names of a list of firms or of outlets, less places and those that are known already."""
        ends = sorted(self.found)
        for start, end in names:
            words = self.text[start:end]
            if any(s < end and start < e for s, e in ends) or self.words.is_place(words) or self._is_title(words):
                continue
            first = words.partition(" ")[0]
            if first.lower() in self.words.function or words.rpartition(" ")[2] in self.words.no_heads:
                continue
            self._add(start, end, "organization" if outlets else "org", LISTED, "in a list of firms")

    def _wire_name(self, name: str) -> bool:
        parts = name.split()
        if (
            ":" in name
            or not all(part[0].isupper() or part[0].isdigit() for part in parts)
            or name.startswith(("“", '"', "'"))
        ):
            return False
        return name.casefold() in self.words.media_names or bool(
            re.search(r"(?i)wire|news|press|media|reuters|ap\b|afp\b", name)
        )

    def _in_dateline(self, begin: int, match: re.Match[str]) -> bool:
        """Whether one word in brackets behind a place, with a date or in capitals, is a wire: "LIMA, May 2 (dpa)"."""
        lead, name = self.text[begin : match.start()].strip(), match[1] or ""
        if not lead or not re.fullmatch(r"[A-Za-z]{2,12}", name) or self.words.is_place(name):
            return False
        return (name.islower() and len(name) < 5) or _DATED_LINE.fullmatch(lead) is not None

    def _owner(self, before: int) -> PartyCandidate | None:
        """The candidate that ends right before `before`, other parentheses aside."""
        lead = self.text[max(0, before - 160) : before]
        lead = lead.rstrip()
        while lead.endswith(_ASIDE_ENDS) and (stripped := _ASIDES.sub("", lead)) != lead:
            lead = stripped
        at = before - (len(self.text[max(0, before - 160) : before]) - len(lead))
        stop = at - int(self.text[at - 1 : at] == ".")
        return next((c for c in self.found.values() if c.end in (at, at + 1, stop)), None)

    def _from_parentheses(self) -> None:
        for match in _KIND_BEHIND.finditer(self.text):
            if not self._owner(match.start()):
                self._reject(match[1])
        for match in _SPLIT.finditer(self.text):
            if any(start <= match.start() and match.end() <= end for start, end in self.found):
                self._reject(match[2])
                self._reject(match[1].strip())
        for match in _BRAND.finditer(self.text):
            owner = self._starting_at(match.end())
            if owner:
                self._drop(*match.span(1))
                owner.aliases.append(match.span(1))
        for match in _FUND_TICKER.finditer(self.text):
            if not self._owner(match.start()):
                self._reject(match[1])
        for match in _SQUARE.finditer(self.text):
            notes = [note for note in _TICKER_NOTE.finditer(match[1]) if self._exchange(note[1])]
            if notes:
                self._ticker_notes(match.start(), match.start(1), notes)
        for match in _PAREN.finditer(self.text):
            inside, base = match[1], match.start(1)
            if any(start < match.start() and match.end() <= end for start, end in self.found):
                continue
            notes = [note for note in _TICKER_NOTE.finditer(inside) if self._exchange(note[1])]
            if notes:
                self._ticker_notes(match.start(), base, notes)
                if _DEFINITION.match(inside):
                    self._definitions(match.start(), base, inside)
            elif _DEFINITION.match(inside):
                self._definitions(match.start(), base, inside)
            elif _OWN_SHORT.fullmatch(inside) and self._short_form(match.start(), base, inside):
                continue
            elif _INITIALISM.match(inside.strip()):
                self._initialism(match.start(), base + len(inside) - len(inside.lstrip()), inside.strip())

    def _exchange(self, name: str) -> bool:
        whole = name.strip()
        first = whole.partition(" ")[0]
        tier = MARKET_TIER.fullmatch(whole, len(first))
        return whole.casefold() in self.words.exchange_notes or bool(
            tier and first.casefold() in self.words.exchange_notes
        )

    def _ticker_notes(self, opens: int, base: int, notes: list[re.Match[str]]) -> None:
        owner = self._owner(opens) or self._name_before(opens)
        if owner and _MARKET.search(owner.text):  # "on the Frankfurt Stock Exchange (FSE: K47)" tells whose K47 is not
            owner.vote("organization", EXCHANGE, "exchange")
            owner = None
        if owner and owner.votes["place"] > owner.votes["org"]:
            owner.votes["place"] = 0
        inside = self.text[base : self.text.find(")", base)] if owner else ""
        for more in _NEXT_TICKER.finditer(inside, notes[-1].end()):
            self._drop(base + more.start(1), base + more.end(1))
            owner.aliases.append((base + more.start(1), base + more.end(1)))
        for note in notes:
            self._drop(base + note.start(), base + note.end())
            exchange = note[1].strip()
            at = base + note.start(1) + note[1].index(exchange)
            self._add(at, at + len(exchange), "organization", EXCHANGE, "exchange")
            if owner:
                owner.vote("company", EXCHANGE, "ticker")
                owner.ticker = owner.ticker or note[2]
                owner.aliases.append((base + note.start(2), base + note.end(2)))

    def _drop(self, start: int, end: int) -> None:
        for key in [key for key in self.found if key[0] < end and start < key[1]]:
            del self.found[key]

    def _name_before(self, opens: int) -> PartyCandidate | None:
        """The capitalised run before an opening bracket, as a new candidate."""
        last = self.tokens.at(opens)
        while last and self.tokens.all[last - 1].text in (",", ")"):
            last -= 1
        if not last or not self.tokens.all[last - 1].cap:
            return None
        first = self._walk_left(last)
        if first >= last or (self._inside(self.headings, self.starts[first], opens) and last - first > 4):
            return None
        return self._add(self.starts[first], self.ends[last - 1], "org", 0.3, "before a note")

    def _definitions(self, opens: int, base: int, inside: str) -> None:
        owner = self._owner(opens) or self._unmarked(opens, inside)
        if owner is None:
            return
        for quoted in _DEFINED.finditer(inside):
            start, end = base + quoted.start(1), base + quoted.end(1)
            words = quoted[1]
            generic = words.lower().removeprefix("the ").split()[-1] in self.words.roles or words in self.words.no_names
            self._drop(start, end)
            if generic and words.split()[0] not in owner.text.split():
                owner.defined.append((start, end))
            elif any(char.isupper() for char in words):
                owner.aliases.append((start, end))
            owner.vote("org" if not owner.votes["person"] else "person", 0.5, "defined term")

    def _short_form(self, opens: int, base: int, inside: str) -> bool:
        """Take "PSP Investments" in brackets for a name of the "Public Sector Pension Investment Board" before it."""
        owner = self._owner(opens)
        if owner is None or owner.votes["person"] > owner.votes["org"] or owner.votes["place"]:
            return False
        first, _, rest = inside.partition(" ")
        own = {word.rstrip("s") for word in owner.text.split()}
        told = any(word.rstrip("s") in own for word in rest.split()) or first in own
        if not told or (owner.text.endswith(inside) or inside == owner.text):
            return False
        if not (first in own or (first.isupper() and spells(owner.text, first))):
            return False
        self._drop(base, base + len(inside))
        owner.aliases.append((base, base + len(inside)))
        return True

    def _unmarked(self, opens: int, inside: str) -> PartyCandidate | None:
        """The name before a definition by its own noun: "Acme Pass Through Trust (the “Trust”)"."""
        last = self.tokens.at(opens) - 1
        noun = self.tokens.all[last].text if last >= 0 else ""
        return self._name_before(opens) if noun in self.words.business and noun in inside else None

    def _initialism(self, opens: int, start: int, letters: str) -> None:
        owner = self._owner(opens)
        if letters[-1] == "s":  # a plural ("DSTs") names a kind of thing
            self._reject(letters)
            if owner and spells(owner.text, letters[:-1].upper()):
                owner.vote("none", 5, "a kind of thing")
            return
        capitals = re.sub(r"[^A-Za-z]", "", letters.removesuffix("s")).upper()
        upper = re.sub(r"[^A-Z]", "", letters)
        if owner and upper != capitals and len(upper) > 2 and spells(owner.text, upper):
            capitals = upper  # "MoOKs" writes the small words small, or out of order
        foreign = (
            owner is not None
            and owner.kind != "person"
            and letters not in self.words.no_names
            and (" " in owner.text or _in_order(capitals, owner.text.upper()))
            and len(capitals) >= 3
            and owner.kind != "place"
            and letters.isupper()
            and not self.words.is_place(letters)
        )
        if owner is None or not spells(owner.text, capitals):
            if letters in self.words.no_names:
                return
            run = self._run_spelling(opens, capitals)
            if run and self._is_title(self.text[slice(*run)]):  # "Chief Oven Officer (COO)"
                return
            if run is None and not foreign:
                if self._lower_spelling(opens, capitals):
                    self._reject(letters)
                return
            owner = self._add(*run, "org", 0.1, "initialism") if run else owner
            if run and owner and not self.words.business & set(owner.text.split()):
                owner.votes["org"] -= 0.3
        if owner:
            self._drop(start, start + len(letters))
            owner.aliases.append((start, start + len(letters)))
            owner.vote("org", 0.7, "initialism")

    def _run_spelling(self, opens: int, letters: str) -> tuple[int, int] | None:
        """The capitalised words before a bracket whose first letters spell `letters`."""
        tokens = self.tokens.all
        last = self.tokens.at(opens)
        for first in range(last - 1, max(self.limits[max(last - 1, 0)], last - 12) - 1, -1):
            if last - first < 2 or not tokens[first].cap or tokens[first].text[0].upper() != letters[:1]:
                continue
            name = self.text[self.starts[first] : self.ends[last - 1]]
            plain = [
                t
                for t in tokens[first:last]
                if not t.cap and t.low not in SMALL_WORDS | {"in", "at", "-", "/"}
            ]
            if not plain and spells(name, letters):
                return self.starts[first], self.ends[last - 1]
        return None

    def _lower_spelling(self, opens: int, letters: str) -> bool:
        words = re.findall(r"[A-Za-z]+", self.text[max(0, opens - 90) : opens])[-len(letters) - 2 :]
        if not words or all(word[0].isupper() for word in words[-len(letters) :]):
            return False
        return spells(" ".join(words[-len(letters) :]).title(), letters)

    def _reject(self, name: str) -> None:
        for candidate in self.found.values():
            if candidate.text in (name, name.removesuffix("s")):
                candidate.vote("none", 5, "abbreviates a common noun")

    def _from_tickers(self) -> None:
        for match in _RIC.finditer(self.text):
            if owner := self._owner(match.start()) or self._bearer_of(match.start()):
                self._drop(match.start(1), match.end(1))
                owner.ticker = owner.ticker or match[1]
                owner.aliases.append(match.span(1))
                owner.vote("company", EXCHANGE, "ticker")
        for match in _UNDER_TICKER.finditer(self.text):
            self._drop(match.start(1), match.end(1))
            owner = self._subject_before(match.start())
            if owner:
                owner.ticker = owner.ticker or match[1]
                owner.aliases.append((match.start(1), match.end(1)))
                owner.vote("company", 1, "ticker")
            lead = self.text[max(0, match.start() - 40) : match.start()]
            exchange = re.search(r"\b([A-Z][\w.]+)\s+$", lead)
            if exchange and self._exchange(exchange[1]):
                at = match.start() - len(lead) + exchange.start(1)
                self._add(at, at + len(exchange[1]), "organization", EXCHANGE, "exchange")

    def _bearer_of(self, at: int) -> PartyCandidate | None:
        """The firm whose name a headline in capitals begins before its code at `at`: "HARROW <HRW> BUYS"."""
        last = self.tokens.at(at) - 1
        word = self.tokens.all[last].text if last >= 0 else ""
        if len(word) < 3 or not word.isupper() or not self._inside(self.headlines, self.starts[last], at):
            return None
        firms = [c for c in self.found.values() if c.votes["company"] and c.text.split()[0].upper() == word]
        return min(firms, key=lambda c: c.start, default=None)

    def _subject_before(self, at: int) -> PartyCandidate | None:
        """The last candidate before `at` that looks like a company, at most 300 characters back in
        its line.
        """
        floor = max(self.text.rfind("\n", 0, at), at - 300)
        before = [
            c
            for c in self.found.values()
            if floor <= c.start < at and c.votes["org"] + c.votes["company"] > 0 and c.votes["organization"] < 2
            and not self._inside(self.datelines, c.start, c.end)
        ]
        return min(before, key=lambda c: c.start) if before else None
