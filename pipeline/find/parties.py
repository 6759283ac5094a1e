"""Finds names that may be a party, each with the evidence for what it is.

The finder decides nothing: it gathers votes (from whichever NER is loaded, from legal forms, titles, tickers,
public-body nouns, verbs and punctuation) and leaves adding them up over the article to `pipeline.resolve`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from pathlib import Path

from ..mentions import Article, Entity, Sentence, Span
from ..patterns import Patterns
from ..read.lexicon import Entry, read_lexicon
from .bodies import PublicBodies
from .candidates import FORM, HEADING_SHARE, HONORIFIC, LEXICON, MEDIA, NER_REASONS, TITLE, PartyCandidate
from .evidence import Evidence
from .notes import MARKET_TIER, Notes
from .roles import Roles
from .scan import Scan
from .titles import Title, Titles
from .words import PartyWords

__all__ = ["PartyCandidate", "PartyFinder"]

_INDEX_AFTER = re.compile(r"\s?(?:Composite|100\b|200\b|225\b|-\d|[Ii]ndex|[Aa]verage)")
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
#: Evidence that a longer name around it outweighs ("Army" in "United States Army Research Institute").
_WITHIN = frozenset(
    {"public body", "public-body noun", "media", "ner:ORG", "ner:GPE", "ner:LOC", "ner:PERSON", "ner:NORP"}
)
_OF_TOWN = re.compile(r" of ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\b(?! [A-Z])")
#: Last words of names that a NER may leave out, beside those of business.
_TAILS = frozenset({"Fund", "Charities", "Foundation"})
#: What is called after a person.
_NAMED_AFTER = frozenset({"Grant", "Scholarship", "Award", "Prize", "Fellowship", "Medal", "Fund"})
#: Letters behind the comma that ends another name.
_SHORT_BEHIND = re.compile(r", ([A-Z]{2,5})$")
#: "Sparks, NV", which a NER may take for a firm with its legal form.
_TOWN_AND_STATE = re.compile(r"[A-Z][\w .'’-]+, [A-Z]{2}")
#: Numbers that a firm's name may begin with inside a sentence.
_COUNTS = frozenset({"One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"})
#: "Beatles' " before what is theirs, in one entity.
_OWNED = re.compile(r"([A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*)['’]s? (?=[A-Z])")
#: What parts two lines, or two paragraphs that a page has run together.
_GAP = re.compile(r"\n|\s{2,}|(?<=[a-z])/(?=[A-Z][a-z])")
_HALF_WORD = re.compile(r"-[A-Z]")
#: Where a page has lost the space between two words.
_SEAM = re.compile(r"[a-z](?=[A-Z])|[A-Z](?=[A-Z][a-z])")
#: Words that open a sentence and that no firm ends its name with: "AcmeFounded in 2001".
_OPENERS = frozenset({"This", "These", "Founded", "Headquartered", "About", "Their", "Our"})
_WIRE_NAME = re.compile(r"(?:.[Ww]ire|^wire|WIRE|[a-z]News)$")
_TWICE = re.compile(r"^(?:[Tt]he )?(.{3,}?)\s{1,3}(?:[Tt]he )?\1$")
#: What closes the name of a family's firm behind "and".
_SONS = frozenset({"Sons", "Son", "Daughters", "Brothers", "Bros", "Bros.", "Associates", "Partners", "Co", "Company"})
#: What a NER took into a person's name; particles stay ("van der Quill").
_CALLED = re.compile(
    r"(?:(?!(?:al|bin|da|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|ter|van|von|zu)\b)[a-z][a-z-]+ )+(?=[A-Z])"
)
#: The second half of a Korean or Chinese given name, and words that make an adjective of a name instead.
_SYLLABLE = re.compile(r"-([a-z]{2,6})\b(?!-)")
_COMPOUNDS = frozenset(
    {"era", "owned", "backed", "led", "style", "based", "like", "linked", "run", "made", "esque", "free", "listed",
     "born", "type", "themed", "funded", "driven", "held"}
)  # fmt: skip
_POSSESSOR = re.compile(r"['’]s? (?=[A-Z])")
_JOINT = re.compile(r"(?<=\w) and (?=[A-Z])")
#: Forms of address before a name.
_ADDRESS = Scan(
    r"\b(Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Shri|Smt|Sheikh|Baroness)\b\.? (?=[A-Z])",
    sign=r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Shri|Smt|Sheikh|Baroness)\b\.? [A-Z]",
)
_NER_KEYS = {"PERSON": "person", "ORG": "org", "GPE": "place", "LOC": "place"}


class PartyFinder:
    """Finds candidates in one article at a time; holds word lists only, so it may be shared.

    `lexicon` is a file of the user's own: one party a line, tab-separated name, kind, further names and
    tickers (a ticker is written `$ABCD`). Raises PatternError for a line that is not of that form.
    """

    def __init__(self, patterns: Patterns, lexicon: Path | None = None):
        self.words = PartyWords(patterns)
        self.titles = Titles(patterns)
        self.lexicon = read_lexicon(lexicon) if lexicon else {}

    def find(
        self, article: Article, sentences: list[Sentence], entities: list[Entity], taken: list[Span] = ()
    ) -> list[PartyCandidate]:
        """Candidates in text order, without overlaps. `taken` are spans (money, dates) that outrank names."""
        search = _Search(self.words, self.titles, article.text, sentences, entities, sorted(taken), article.blocks)
        return search.run(self.lexicon)


class _Search(Notes, PublicBodies, Roles, Evidence):
    """The search through one article."""

    def run(self, lexicon: dict[str, Entry]) -> list[PartyCandidate]:
        """All candidates, in text order and without overlaps."""
        self.datelines = self._datelines()
        self._from_lexicon(lexicon)
        self._from_entities()
        self._from_forms()
        self._from_brackets()
        self._from_split_names()
        self._from_partners()
        self._from_public_bodies()
        self._from_house()
        self._from_families()
        self._from_fixed_names()
        self._from_media()
        self._from_bylines()
        self._from_roles()
        self._from_appositions()
        self._from_lists()
        self._from_countries()
        self.title_spans = self.titles.find(self.tokens.all)
        self._from_titles()
        self._from_honorifics()
        self._from_credits()
        self._from_sources()
        self._from_contacts()
        self._trim_to_known()
        self._without_overlaps()
        self._from_parentheses()
        self._from_tickers()
        self._without_overlaps()
        self._weigh_words()
        return [self.found[key] for key in sorted(self.found)]

    def _from_lexicon(self, lexicon: dict[str, Entry]) -> None:
        if not lexicon:
            return
        options = "|".join(re.escape(name) for name in sorted(lexicon, key=lambda n: (-len(n), n)))
        for match in re.finditer(rf"(?<!\w)(?:{options})(?!\w)", self.text):
            entry = lexicon[match[0]]
            candidate = self._add(match.start(), match.end(), entry.kind, LEXICON, "lexicon")
            if candidate:
                candidate.party = entry.name
                candidate.ticker = match[0] if entry.ticker else None

    def _from_entities(self) -> None:
        for entity in self._joined_by_hyphens():
            if not self._inside_any(entity.start):
                continue
            key = _NER_KEYS.get(entity.label)
            for start, end in self._pieces(entity.start, entity.end, entity.label):
                if not any(char.isupper() for char in self.text[start:end]):
                    continue
                start, end = self._trimmed(start, end)
                start, end = self._person(start, end) if key == "person" else self._whole_name(start, end)
                if key == "org":
                    start, end = self._over_generic(start), self._to_business(end) if entity.score > 0.6 else end
                    end = self._of_town(start, end)
                if key == "org" and (note := _SHORT_BEHIND.search(self.text, start, end)) and self._defines(note[1]):
                    end = note.start()  # "alongside Harrow, HCA will"
                if key == "org" and _TOWN_AND_STATE.fullmatch(self.text, start, end):
                    town = self.text[end - 2 : end] in self.words.place_codes
                    key, end = ("place", end - 4) if town else (key, end)
                if key is None:
                    key = "org" if not self.words.is_place(self.text[start:end]) else "place"
                share = HEADING_SHARE if self._inside(self.headings, start, end) else 1.0
                self._add(start, end, key, entity.score * share, f"ner:{entity.label}")

    def _to_business(self, end: int) -> int:
        """The end of a firm's name with the one capitalised business word behind it that a NER left out."""
        tokens, at = self.tokens.all, self.tokens.at(end)
        if at + 1 >= len(tokens) or self.starts[at] != end + 1:
            return end
        if tokens[at].text not in self.words.business and tokens[at].text not in _TAILS:
            return end
        goes_on = tokens[at + 1].cap or tokens[at + 1].text in ("&", "-", "and")
        if goes_on and any(title.first == 0 for title in self._titles(at + 1, at + 4)):
            goes_on = False  # "CFDX Fund Director Ada Quill"
        plain = not goes_on and self.limits[at] == self.limits[at - 1]
        return self.ends[at] if plain and not self._inside(self.headings, end, self.ends[at]) else end

    def _of_town(self, start: int, end: int) -> int:
        """The end of "Plumbing Supply of Osterby", whose words before "of" name no firm by themselves."""
        town = _OF_TOWN.match(self.text, end)
        if town is None:
            return end
        name = self.text[start:end].split()
        known = len(name) > 1 and self.words.is_place(town[1]) and all(w in self.words.business for w in name)
        led = self.text[max(0, start - 4) : start].lower() in ("the ", "and ")
        return town.end() if known and not led and not self._inside(self.headings, start, end) else end

    def _over_generic(self, start: int) -> int:
        """Where "Dockside and Allied Workers Union" begins, of which a NER marked no more than words of a sort."""
        at = self.tokens.at(start)
        first = self._before_and(at) if at > 2 else at
        return self.starts[first] if first < at else start

    def _before_and(self, at: int) -> int:
        """Where a name begins whose part from token `at` on holds only words of a sort behind "and"."""
        tokens, words, end = self.tokens.all, self.words, at
        if tokens[at - 1].text not in ("and", "&") or not tokens[at - 2].cap or self.limits[at - 2] != self.limits[at]:
            return at
        while end < len(tokens) and tokens[end].cap and self.limits[end] == self.limits[at]:
            word = tokens[end].text
            plain = word in words.business or word in words.org_words or word in words.no_heads
            plain = plain or tokens[at].text == "District"
            if not (plain or word.lower() in words.generic or words.is_form(word)):
                return at
            end += 1
        if end - at < 2 or self._inside(self.headings, self.starts[at], self.ends[at]):
            return at
        first = self._walk_left(at - 1)
        left = self.text[self.starts[first] : self.ends[at - 2]]
        firms = [t.text for t in tokens[first : at - 1] if words.is_form(t.text) or t.text in words.business]
        lone = first < at - 1 and not firms
        return first if lone and left not in self.marked and not words.is_place(left) else at

    def _from_countries(self) -> None:
        """ "Japan's Quill Denryoku": a run of capitals behind a country that no NER marked."""
        tokens = self.tokens.all
        for at in self.tokens.among(("'s", "’s")):
            if not 0 < at < len(tokens) - 2 or not tokens[at + 1].cap or not tokens[at + 2].cap:
                continue
            if self.limits[at - 1] != self.limits[at + 2] or not self.words.is_place(tokens[at - 1].text):
                continue
            end, start = self._name_behind(at + 1), self.starts[at + 1]
            stop = self.ends[end - 1] if end else start
            if end - at < 3 or any(s < stop and start < e for s, e in self.found):
                continue
            if any(self._phrase(self.words.public_heads, n) for n in range(at + 1, end)) or self._orgless(at + 1, end):
                continue
            self._add(start, stop, "org", 0.65, "of a country")

    def _orgless(self, first: int, last: int) -> bool:
        """Whether tokens [first, last) hold a word of things or of departments."""
        words = self.words
        taken = (words.no_heads, words.no_names, words.departments)
        return any(token.text in some for token in self.tokens.all[first:last] for some in taken)

    def _person(self, start: int, end: int) -> tuple[int, int]:
        """A person's name less what it is called by, with all of a given name: "tycoon Ada Quill", "Kim Dae-sung"."""
        if called := _CALLED.match(self.text, start, end):
            start = called.end() if " " in self.text[called.end() : end] else start
        syllable = _SYLLABLE.match(self.text, end)
        if syllable and " " in self.text[start:end] and syllable[1] not in _COMPOUNDS:
            end = syllable.end()
        return self._whole_name(start, end)

    def _joined_by_hyphens(self) -> list[Entity]:
        """The entities, with the two halves of "Harrow-Lowfield Bank" as one; "the Acme-Velmora deal" stays apart."""
        joined: list[Entity] = []
        for entity in self.entities:
            left = joined[-1] if joined else None
            both_org = left is not None and left.label == entity.label == "ORG"
            if both_org and left.end + 1 == entity.start and self.text[left.start : entity.end] in self.marked:
                joined[-1] = Entity(left.start, entity.end, "ORG", max(left.score, entity.score))
                continue
            if both_org and left.end + 1 == entity.start and self.text[left.end] == "-":
                first, _, last = self.text[entity.start : entity.end].rpartition(" ")
                if first and (last in self.words.business or last == "Venture" or self.words.is_form(last)):
                    joined[-1] = Entity(left.start, entity.end, "ORG", max(left.score, entity.score))
                    continue
            joined.append(entity)
        return joined

    def _pieces(self, start: int, end: int, label: str) -> list[tuple[int, int]]:
        """Cut an entity at line ends, inner possessives before a person, titles, doubled names and "and"."""
        pieces = []
        at = start
        name = self.text[start:end]
        spaced = "/" in name or name.count(" ") + 1 != len(name.split())  # else there is no gap in it
        for gap in (*_GAP.finditer(self.text, start, end), None) if spaced else (None,):
            stop = gap.start() if gap else end
            pieces += self._cut(at, self._word_end(at, stop), label) if stop > at else []
            at = gap.end() if gap else end
        return pieces

    def _word_end(self, start: int, end: int) -> int:
        """Where an entity ends, less half a word ("Acme Advisors Co" of "Co-Chief") and a small word it needs not."""
        name = self.text[start:end]
        head, space, last = name.rpartition(" ")
        half = _HALF_WORD.match(self.text, end) and last[-1:].isalpha()
        return start + len(head) if space and (half or (last.islower() and head in self.marked)) else end

    def _cut(self, start: int, end: int, label: str) -> list[tuple[int, int]]:
        name = self.text[start:end]
        doubled = _TWICE.match(name) if len(name) > 7 and name.find(name[-3:], 0, -3) >= 0 else None
        if doubled:
            return [(start, start + doubled.end(1)), (end - len(doubled[1]), end)]
        first, last = self.tokens.at(start), self.tokens.at(end)
        for title in self._titles(first, last + 3):
            if label == "PERSON" and last - first == 2 and (title.first, title.last) == (1, 2) and name.istitle():
                continue  # "said Ada Dean"
            if title.first < last - first:
                left = self.starts[first + title.first]
                right = self.ends[first + title.last - 1]
                if label == "ORG" and left > start and self._title_inside(title, first, last):
                    continue
                if left <= start and right >= end:
                    return [(start, end)] if label == "ORG" and left == start and title.last - title.first < 2 else []
                rest = self._cut(right, end, label) if right < end else []
                return ([(start, left)] if left > start else []) + [self._after_of(*piece) for piece in rest]
        possessive = "'" in name or "’" in name
        owned = _OWNED.match(name) if possessive and label == "ORG" else None
        if owned and self._owner_known(owned[1]) and not self._is_general(name[owned.end() :]):
            return [(start, start + owned.end(1)), *self._cut(start + owned.end(), end, label)]
        if possessive and label == "PERSON" and (inner := _POSSESSOR.search(name)):
            return [(start, start + inner.start()), (start + inner.end(), end)]
        if (
            " and " in name
            and (joint := _JOINT.search(name))
            and self._two_names(name[: joint.start()], name[joint.end() :])
        ):
            return [(start, start + joint.start()), (start + joint.end(), end)]
        return [(start, end)]

    def _title_inside(self, title: Title, first: int, last: int) -> bool:
        """Whether a title of one word is part of tokens [first, last), a name ("Harrow Advisor Services")."""
        tail = self.tokens.all[first + title.last : last]
        return title.last - title.first == 1 and len(tail) == 1 and tail[0].text in self.words.business

    def _is_general(self, name: str) -> bool:
        """Whether a name holds only words of a sort ("Hospital Trust")."""
        words = self.words
        plain = words.business | words.org_words | words.no_heads | words.departments
        return all(word in plain or word.lower() in words.generic for word in name.split())

    def _owner_known(self, name: str) -> bool:
        """Whether what stands before "'s" in a name is one by itself: marked elsewhere, or an abbreviation."""
        return name in self.marked or (name.isupper() and 3 <= len(name) <= 5)

    def _after_of(self, start: int, end: int) -> tuple[int, int]:
        lead = re.match(r"\s*(?:of|at|for|,)\s+(?:the\s+)?", self.text[start:end])
        return (start + lead.end(), end) if lead else (start, end)

    def _two_names(self, left: str, right: str) -> bool:
        """Whether "left and right" are two names: both have two words or a business word at the end."""
        if " of " in left or left.split()[0] in ("Ministry", "Department", "Office"):
            return False
        if any(self.words.is_form(word) for word in left.split()[1:]):
            return True
        both = (left.split(), right.split())
        return (
            all(len(parts) > 1 for parts in both)
            and both[0][-1] in self.words.business
            and both[1][-1] in self.words.business
        )

    def _from_forms(self) -> None:
        tokens = self.tokens.all
        for at in self.tokens.among(self.words.form_tokens):
            token = tokens[at]
            if not self._form(at) or self.limits[at] == at:
                continue
            before = at - 1 if tokens[at - 1].text != "," else at - 2
            if (
                len(token.text) == 2
                and token.text.isupper()
                and self.text[max(0, self.starts[at] - 30) : self.ends[at]].isupper()
                and self._inside(self.headings, self.starts[at], self.ends[at])
            ):
                continue
            if len(token.text) == 2 and self._among_capitals(at):
                continue
            if before < at - 1 and token.text in ("Company", "Corporation", "PT", "AB", "REIT"):
                continue
            if len(token.text) == 2 and at + 1 < len(tokens) and tokens[at + 1].text in _TAILS:
                continue  # "GROW BY Fund"
            if before < self.limits[at] or not tokens[before].cap or self.words.is_form(tokens[before].text):
                continue
            first = self._walk_left(before + 1)
            if (
                first > before
                or all(self.words.is_place(t.text) for t in tokens[first : before + 1])
                or (before < at - 1 and token.text in ("SA", "SE", "PA", "NV"))
                or (before < at - 1 and token.text.isupper() and self._defines(token.text))
            ):
                continue
            if (
                token.text in ("Company", "Corporation", "Co", "Limited")
                and tokens[first].low in self.words.function
            ):
                continue
            if token.text.startswith(("LLP", "L.L.P", "PLLC")) and any(t.text == "&" for t in tokens[first:before]):
                while (
                    first - 2 >= self.limits[at]
                    and tokens[first - 1].text == ","
                    and self._name_word(first - 2)
                    and not tokens[first - 3].cap
                ):
                    first -= 2
            first = self._over_and_sons(first, before)
            if first and tokens[first - 1].text.isdigit() and len(tokens[first - 1].text) < 3:
                opens = self.limits[first] == first - 1 or self.text[self.starts[first - 1] - 2].isalpha()
                first -= int(opens)  # "7 Lanterns LLC", not "$7 …"
                first = self._walk_left(first) if opens else first
            if first and tokens[first - 1].text in _COUNTS and self.limits[first - 1] == self.limits[at]:
                again = self.text.count(self.text[self.starts[first - 1] : self.ends[before]]) > 1
                first -= int(again or self.limits[at] < first - 1)  # "by Two Harrow Partners LLC"
            start, end = self._whole_name(self.starts[first], self.ends[before])
            self._add(start, end, "company", FORM, "company form")

    def _defines(self, letters: str) -> bool:
        """Whether the article says what the letters stand for: "Harrow Credit Alliance (“HCA”)"."""
        return any(f"({left}{letters}{right})" in self.text for left, right in (("", ""), ("“", "”"), ('"', '"')))

    def _over_and_sons(self, first: int, before: int) -> int:
        """Where "Quill and Sons" begins, and "Harrow Road and Bridge Works" if a NER marked all of it."""
        tokens = self.tokens.all
        left = first - 2
        if left < self.limits[first] or tokens[first - 1].text not in ("and", "&") or not tokens[left].cap:
            return first
        if tokens[first - 1].text == "and" and (whole := self._before_and(first)) < first:
            return whole
        end = self.ends[before]
        inside = self.starts[first]
        marked = [e.start for e in self.entities if e.label == "ORG" and e.start < inside < e.end <= end + 8]
        if marked:
            name = self.text[marked[0] : end]
            head, _, tail = name.partition(f" {tokens[first - 1].text} ")
            return first if self._two_names(head, tail) else self.tokens.at(marked[0])
        return self._walk_left(left + 1) if tokens[first].text in _SONS and first == before else first

    def _among_capitals(self, at: int) -> bool:
        """Whether words in capitals stand on both sides ("SECRETARY NAMED AS SEARCH CONTINUES")."""
        around = [token.text for token in self.tokens.all[max(0, at - 1) : at + 2]]
        return len(around) == 3 and all(word.isupper() and word.isalpha() for word in around) and len(around[2]) > 2

    def _form(self, at: int) -> bool:
        """Whether token `at` is a legal form; in small letters only "plc" and what has stops ("s.r.o.")."""
        token = self.tokens.all[at]
        return self.words.is_form(token.text) and (token.cap or token.text == "plc" or "." in token.text)

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
                    if token.text == "Treasury" and at and self._holdings(at):
                        break  # "its Bitcoin Treasury Plan"
                    index = token.text in _INDEXES and length == 1 and _MOVES.match(self.text, end)
                    if key == "organization" and table is self.words.exchanges:
                        end += len(match[0]) if (match := MARKET_TIER.match(self.text, end)) else 0
                    if index:
                        self._add(start, end, "none", 5, "an index")
                    elif not _INDEX_AFTER.match(self.text, end):
                        self._add(start, end, key, MEDIA, reason)
                    break

            if token.text.endswith(ends) and _WIRE_NAME.search(token.text):
                first = self._walk_left(at) if token.text == "Newswire" else at
                self._add(self.starts[first], self.ends[at], "organization", MEDIA, "media")

    def _titled(self, at: int, length: int) -> bool:
        """Whether a single word is a title before a name here ("Economist Ada Tullow") and no outlet."""
        tokens = self.tokens.all
        behind = at + 1 < len(tokens) and tokens[at + 1].cap and self.limits[at + 1] == self.limits[at]
        return length == 1 and behind and bool(self._titles(at, at + 1))

    def _trim_to_known(self) -> None:
        """ "Facts & Figures Acme AG" ends in a name that stands elsewhere by itself: cut it back to
        that name.
        """
        body = {
            c.text
            for c in self.found.values()
            if not c.heading and c.votes["place"] < 0.5 and (" " in c.text or len(c.text) > 3)
        }
        for candidate in [
            c
            for c in self.found.values()
            if c.heading and c.text not in body and not {"public-body noun", "company form"} & set(c.reasons)
        ]:
            parts = candidate.text.split()
            if candidate.kind == "person" and len(parts) == 2:
                continue
            for size in range(len(parts) - 1, 0, -1):
                head, tail = " ".join(parts[:size]), " ".join(parts[-size:])
                cut = head if head in body else tail if tail in body else None
                if cut:
                    at = candidate.start if cut == head else candidate.end - len(cut)
                    if self.text[at : at + len(cut)] == cut:
                        del self.found[candidate.start, candidate.end]
                        self._add(at, at + len(cut), candidate.kind, 0.3, "heading")
                    break
        self._trim_bodies(body)
        self._unglue()
        known = Counter(c.text for c in self.found.values() if "company form" in c.reasons)
        for candidate in [c for c in self.found.values() if "company form" in c.reasons and known[c.text] == 1]:
            parts = candidate.text.split()
            for skip in range(1, len(parts) - 1):
                rest = " ".join(parts[skip:])
                if known[rest] and candidate.text.endswith(rest):
                    del self.found[candidate.start, candidate.end]
                    self._add(candidate.end - len(rest), candidate.end, "company", FORM, "company form")
                    break

    def _trim_bodies(self, known: set[str]) -> None:
        """Cut a public body that a headline ran together with its verb back to the name that the text knows."""
        for candidate in list(self.found.values()):
            if candidate.heading and "public-body noun" in candidate.reasons and candidate.text not in known:
                inner = max(
                    (n for n in known if " " in n and n in candidate.text), key=lambda n: (len(n), n), default=""
                )
                if inner and not candidate.text.startswith(inner) and not candidate.text.endswith(inner):
                    at = candidate.start + candidate.text.index(inner)
                    del self.found[candidate.start, candidate.end]
                    self._add(at, at + len(inner), "public_body", 0.3, "heading")

    def _unglue(self) -> None:
        """Cut off the word that a page ran into a name known from elsewhere ("Acme MillsAbout")."""
        known = {c.text for c in self.found.values()}
        for candidate in list(self.found.values()):
            for seam in () if candidate.text.istitle() else _SEAM.finditer(candidate.text):
                left, right = candidate.text[: seam.end()], candidate.text[seam.end() :]
                whole = next((name for name in (left, right) if name in known and " " in name), None)
                weight = 0.3
                if len(left) > 2 and right in _OPENERS:
                    whole, weight = left, candidate.votes[candidate.kind]
                if whole:
                    at = candidate.start + (0 if whole == left else seam.end())
                    del self.found[candidate.start, candidate.end]
                    self._add(at, at + len(whole), candidate.kind, weight, "heading")
                    break

    def _from_honorifics(self) -> None:
        surnames: dict[str, None] = {}
        for match in _ADDRESS.finditer(self.text):
            at = self.tokens.at(match.end())
            end = self._name_end(at)
            if end - at > 2 and self.tokens.all[end - 1].text in _NAMED_AFTER and self._named_alone(at, end - 1):
                end -= 1  # "the Dr. Ada Quill Grant"
            if end > at and end - at <= 4:
                self._add(self.starts[at], self.ends[end - 1], "person", HONORIFIC, "honorific")
                if end - at == 1:
                    surnames[self.tokens.all[at].text] = None
        known = {c.text.rpartition(" ")[2] for c in self.found.values() if " " in c.text and c.votes["person"]}
        for surname in surnames:
            if surname not in known:
                self._bearer(surname)

    def _named_alone(self, first: int, last: int) -> bool:
        """Whether tokens [first, last) stand elsewhere by themselves."""
        name = self.text[self.starts[first] : self.ends[last - 1]]
        whole = self.text[self.starts[first] : self.ends[last]]
        return self.text.count(name) > self.text.count(whole)

    def _bearer(self, surname: str) -> None:
        """Add the full name of whom the article calls "Mr Quill", where no NER saw it."""
        tokens = self.tokens.all
        for at in range(1, len(tokens)):
            given = tokens[at - 1]
            if tokens[at].text != surname or self.limits[at] > at - 1:
                continue
            if not given.text.istitle() or len(given.text) < 3:
                continue
            behind = tokens[at + 1] if at + 1 < len(tokens) else None
            joined = behind is not None and behind.cap and self.starts[at + 1] == self.ends[at] + 1
            plain = given.low not in self.words.function and given.text not in self.words.honorifics
            start, end = self.starts[at - 1], self.ends[at]
            if plain and not joined and not self._orgish(at - 1, at) and self._is_free(start, end):
                self._add(start, end, "person", TITLE, "called by a form of address")

    def _is_free(self, start: int, end: int) -> bool:
        """Whether nothing longer than a part of [start, end) is found there."""
        return not any(s < end and start < e and (s < start or e > end) for s, e in self.found)

    def _without_overlaps(self) -> None:
        """Of candidates that overlap the one with the weightier evidence stays, then the longer;
        votes are handed on.
        """
        longer = [
            c
            for c in self.found.values()
            if c.votes["org"] > 0.5 and not c.heading and not NER_REASONS.isdisjoint(c.reasons)
        ]

        def rank(candidate: PartyCandidate) -> tuple[int, int, int]:
            strong = not NER_REASONS.issuperset(candidate.reasons)
            if strong and _WITHIN.issuperset(candidate.reasons):
                strong = not any(
                    c.start <= candidate.start
                    and candidate.end <= c.end
                    and c is not candidate
                    and c.end - c.start > candidate.end - candidate.start
                    for c in longer
                )
            return (-strong, -(candidate.end - candidate.start), candidate.start)

        kept: list[PartyCandidate] = []
        spans: list[tuple[int, int, int]] = []  # of those kept, in text order, with their numbers
        for candidate in sorted(self.found.values(), key=rank):
            last = first = bisect_left(spans, (candidate.end,))
            while first and spans[first - 1][1] > candidate.start:
                first -= 1
            if first == last:
                spans.insert(last, (candidate.start, candidate.end, len(kept)))
                kept.append(candidate)
                continue
            rival = kept[min(number for _, _, number in spans[first:last])]
            if 2 * (min(rival.end, candidate.end) - max(rival.start, candidate.start)) >= rival.end - rival.start:
                for key, weight in candidate.votes.items():
                    if weight and key != "place":
                        rival.vote(key, weight, candidate.reasons[0])
        self.found = {(c.start, c.end): c for c in kept}
