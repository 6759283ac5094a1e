"""Walks over tokens: where a name begins and ends, what is cut off it, what belongs to it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from ..mentions import Block, Entity, Sentence, Span
from .candidates import PartyCandidate, title_case
from .edges import edges, is_namesake
from .scan import Scan
from .titles import Title, Titles
from .words import PartyWords, tokens_of

_DOUBLED = re.compile(r"([\w&.' -]{3,60}?)(\s{0,3})(?:[Tt]he )?(?=\1(?![\w-]))")
#: What a bank's full name goes on with: ", National Association", "New York Branch".
_BANK_TAIL = re.compile(r",? National Association\b|,? (?:[A-Z][a-z]+ ){1,2}Branch\b")
_BANK_END = re.compile(r"\b(?:Bank|AG|SA|S\.A\.|plc|PLC|N\.A\.|Ltd\.?|SE)(?: [A-Z]{2,4})?$")
_DE_CV = re.compile(r" de C\.?V\b\.?")
#: What follows "Sr" where it is the "senior" of a title.
_SENIOR = re.compile(r"\.?\s[A-Z][a-z]+")
_GENERATION = re.compile(r",? (?:I{2,3}|IV)\b")
_AMP_BEFORE = re.compile(r"[A-Z][\w-]{0,40} ?&amp; ?$")
_AMP_AFTER = re.compile(r"(?:&amp;|(?<=&)amp;) ?[A-Z][\w-]{0,40}")
#: A university's place behind its name.
_CAMPUS = re.compile(r" at [A-Z][a-z]+")
#: Letters behind a full name that are no part of it ("Ada Quill SC").
_POST_NOMINAL = re.compile(r"(?<=[a-z]),? (?:SC|KC|QC|SAN|MP|MEP|MLA|CBE|OBE|MBE|PhD|MD|TD|MSP)$")
CALENDAR = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
     "april", "may", "june", "july", "august", "september", "october", "november", "december", "today", "yesterday"}
)  # fmt: skip
#: The headline in capitals at the head of a line, up to its colon.
_CAPS_LEAD = Scan(r"^([A-Z0-9][A-Z0-9 ,.&$%'’-]{14,120}):")
_HEADLINES = ("headline", "kicker", "subheading")
#: A town before this is where a party has its seat: "New Haven, Conn.-based Kerr".
_SEAT = re.compile(r",\s(?:[A-Z][a-z]{1,5}\.|[A-Z]{2}|(?:[A-Z]\.){2})-based\s")
#: A headline's verb amid capitalised words: "Halvor Wins Kerr Fund Grant" is no name.
_CLAUSE = re.compile(
    r"\w\s(?:Interviews|Wins|Secures|Receives|Acquires|Launches|Announces|Appoints|Hires|Promotes|Completes|Unveils"
    r"|Introduces|Celebrates)\s[A-Z]"
)
#: Such verbs before another name: "Audit Says Agency Erred".
_HEADLINE_VERBS = frozenset(
    {"Says", "Say", "Said", "Asks", "Tells", "Wins", "Sues", "Seeks", "Gets", "Gives", "Joins", "Backs", "Urges",
     "Warns", "Picks", "Hires", "Buys", "Sells", "Acquires", "Announces", "Appoints", "Launches", "Unveils", "Accuses",
     "Blasts", "Slams", "Probes", "Fines", "Clears", "Blocks", "Rejects", "Approves", "Orders", "Faces", "Blames"}
)  # fmt: skip
#: "Sponsors: Acme, Harrow Mills" lists names; so does an entry of a list with commas.
_LABELLED = re.compile(r"\W*[A-Z][\w ]{2,40}: [A-Z]|[*•·-]\s?[^,\n]{3,80},")
#: What makes a word with a hyphen say where a firm is from ("Leeds-based Acme").
_ORIGINS = ("-based", "-backed", "-owned", "-headquartered", "-listed", "-led")
#: An address's end that a firm writes as part of its name ("Acme.ai").
_DOMAIN = re.compile(r"\.(?:ai|io|to|com)\b(?![./@:]|-\w)")
_PARTICLES = frozenset(
    {"de", "do", "da", "dos", "das", "del", "della", "di", "du", "des", "von", "van", "der", "al", "el", "la", "le"}
)  # fmt: skip
#: Legal forms that no comma parts from a name: "the Quill Aspen, PT Harrow and Kerr" are three.
NOT_BEHIND_COMMA = frozenset({"Company", "Corporation", "PT", "AB", "REIT"})
#: Beyond any offset.
_FAR = 1 << 60
#: Last words of names of things that are surnames too.
SURNAMES = frozenset(
    {"Bay", "Bill", "Bond", "Bridge", "Castle", "Day", "Field", "Hall", "Hills", "Lake", "Lane", "Law", "Park", "Port",
     "Rivers", "Street", "Towers", "Way"}
)  # fmt: skip


def is_senior(text: str, end: int) -> bool:
    """Whether "Sr" behind a comma, which ends at `end`, opens a title: "Ada Quill, Sr. Director"."""
    return _SENIOR.match(text, end) is not None


class NameReader:
    """The names of one article: its tokens, sentences and the candidates found so far."""

    def __init__(
        self,
        words: PartyWords,
        titles: Titles,
        text: str,
        sentences: list[Sentence],
        entities: list[Entity],
        taken: list[Span],
        blocks: Sequence[Block] = (),
    ):
        self.words, self.titles = words, titles
        self.text, self.sentences, self.entities, self.taken = text, sentences, entities, taken
        self.blocks = blocks
        self.tokens = tokens_of(text)
        self.starts, self.ends = self.tokens.starts, self.tokens.ends
        self.found: dict[tuple[int, int], PartyCandidate] = {}
        self.headings = [Span(s.start, s.end) for s in sentences if self._is_heading(text, s)]
        self.headings = sorted(self.headings + [Span(*match.span(1)) for match in _CAPS_LEAD.finditer(text)])
        self._taken_starts = [span.start for span in taken]
        self._title_marks = self.tokens.lower_among(titles.head_openers)
        self.headlines = [Span(s.start, s.end) for s in sentences if s.role in _HEADLINES]
        self._begins = [sentence.start for sentence in sentences]
        self.limits = self._limits()
        #: The words of the article that are written in small letters.
        self.small = {word for word in self.tokens.spellings if word[0].islower()}
        #: What the NER marked, as it stands there.
        self.marked = {text[entity.start : entity.end] for entity in entities}
        self.name_ends = {entity.end for entity in entities if entity.label in ("ORG", "PERSON")}

    def _add(self, start: int, end: int, key: str, weight: float, reason: str) -> PartyCandidate | None:
        start, end = self._trimmed(start, end)
        if key == "person" and (degree := _POST_NOMINAL.search(self.text, start, end)):
            end = degree.start()
        again = self.text.find(self.text[start : start + 3], start + 3, end) >= 0
        doubled = _DOUBLED.match(self.text, start, end) if again else None
        if doubled and (" " in doubled[1] or doubled[2] != " "):  # "Sirhan Sirhan" is a name
            start = doubled.end(2)
        if start >= end or self._is_taken(start, end) or _SEAT.match(self.text, end):
            return None
        headline = self._inside(self.headlines, start, end)
        if headline and _CLAUSE.search(self.text, start, end):
            return None
        candidate = self.found.get((start, end))
        if candidate is None:
            candidate = PartyCandidate(
                start,
                end,
                self.text[start:end],
                heading=headline or self._inside(self.headings, start, end),
            )
            self.found[start, end] = candidate
        candidate.vote(key, weight, reason)
        return candidate

    @staticmethod
    def _is_heading(text: str, sentence: Sentence) -> bool:
        """Whether a sentence is in title case; in a headline a full stop at its end is one of an
        abbreviation.
        """
        words = text[sentence.start : sentence.end]
        if not title_case(words.rstrip(".") if sentence.role == "headline" else words):
            return False
        return sentence.role in _HEADLINES or not (_LABELLED.match(words) or " -- " in words)

    @cached_property
    def small_initials(self) -> str:
        """The first letters of the longer words in small letters, with spaces for what stands between."""
        longer = {word for word in self.small if len(word) > 3} - self.words.function
        return "".join(word[0] if word in longer else " " for word in self.tokens.words)

    def _limits(self) -> list[int]:
        """For each token the number of the first token of its sentence (tokens outside get their own
        number).
        """
        limits = list(range(len(self.tokens.all)))
        for sentence in self.sentences:
            first, last = self.tokens.at(sentence.start), self.tokens.at(sentence.end)
            limits[first:last] = [first] * (last - first)
        return limits

    def _inside_any(self, offset: int) -> bool:
        """Whether an offset lies in a sentence rather than in page chrome."""
        at = bisect_right(self._begins, offset) - 1
        return at >= 0 and offset < self.sentences[at].end

    @staticmethod
    def _inside(spans: list[Span], start: int, end: int) -> bool:
        """Whether one of the spans (in order, none within another) holds [start, end)."""
        at = bisect_right(spans, (start, _FAR)) - 1
        return at >= 0 and end <= spans[at].end

    def _is_taken(self, start: int, end: int) -> bool:
        """Whether a sum or a date shares a character with [start, end)."""
        at = bisect_right(self._taken_starts, end - 1) - 1
        return at >= 0 and start < self.taken[at].end

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Without quotes, stray marks, articles, forms of address and the possessive."""
        front, back = edges(self.words, self.text[start:end])
        return start + front, end - back

    def _starting_at(self, start: int) -> PartyCandidate | None:
        """The candidate that begins at an offset, if any."""
        return next((c for (begin, _), c in self.found.items() if begin == start), None)

    def _whole_name(self, start: int, end: int) -> tuple[int, int]:
        """Take in what belongs to the name: "& Cathedral", ", Inc.", a word glued by a hyphen."""
        tokens = self.tokens.all
        last = self.tokens.at(end)
        while last < len(tokens):
            step = 1 if tokens[last].text in (",", "&", "+") else 0
            if last + step >= len(tokens) or self.limits[last + step] != self.limits[max(last - 1, 0)]:
                break
            token = tokens[last + step]
            if step and token.text in self.words.place_codes and token.text.isupper():
                break  # "State College, PA"
            if tokens[last].text == "," and token.text in NOT_BEHIND_COMMA:
                break
            if step and token.text == "Sr" and is_senior(self.text, self.ends[last + step]):
                break
            joined = step and tokens[last].text != "," and token.cap and self.starts[last] - end <= 1
            if not (
                joined
                or (
                    token.text in ("Jr", "Sr")
                    or (
                        self.words.is_form(token.text)
                        and (token.cap or token.text == "plc")
                        and self.starts[last + step] - end <= 3
                    )
                )
            ):
                break
            end = self.ends[last + step]
            last += step + 1
            if token.text in ("Jr", "Sr") and self.text[end : end + 1] == ".":
                end += 1
            elif (
                not token.text.endswith(".")
                and self.text[end : end + 1] == "."
                and self.words.is_form(token.text)
                and bare_needs_stop(token.text)
            ):
                end += 1
                last += 1
        end = self._with_tail(start, end)
        first = self.tokens.at(start)
        while (
            first >= 2
            and tokens[first - 1].text in ("&", "+")
            and tokens[first - 2].cap
            and self.ends[first - 2] not in self.name_ends
            and self.limits[first - 2] == self.limits[first - 1]
        ):
            first -= 2
            while (
                first > self.limits[first]
                and tokens[first - 1].cap
                and tokens[first - 1].low not in self.words.function
            ):
                first -= 1
        if first < len(tokens) and self.starts[first] < start:
            start = self.starts[first]
        last = self.text[start:end][-2:]
        if generation := _GENERATION.match(self.text, end):
            end = generation.end() if " " in self.text[start:end] else end
        elif last in ("Jr", "Sr") and self.text[end : end + 1] == ".":
            end += 1
        if "&amp;" in self.text[max(0, start - 6) : start]:
            start = amp.start() if (amp := _AMP_BEFORE.search(self.text, max(0, start - 50), start)) else start
        return start, amp.end() if (amp := _AMP_AFTER.match(self.text, end)) else end

    def _with_tail(self, start: int, end: int) -> int:
        """The end of a name with what stands behind it: a campus, "de CV", a bank's branch."""
        if self.text[end : end + 1] not in (" ", ",", "."):
            return end
        name = self.text[start:end]
        if " " not in name and self.text[max(0, start - 1) : start] not in (".", "/", "@"):
            end = domain.end() if (domain := _DOMAIN.match(self.text, end)) else end
        if "University" in name and (campus := _CAMPUS.match(self.text, end)):
            end = campus.end()
        if mexican := _DE_CV.match(self.text, end):
            end = mexican.end()
        if (branch := _BANK_TAIL.match(self.text, end)) and _BANK_END.search(name):
            end = branch.end()
        return end

    def _walk_left(self, at: int) -> int:
        """The number of the first token of the capitalised run that ends before token `at`."""
        tokens, first = self.tokens.all, at
        limit = self.limits[at]
        heading = self._inside(self.headings, self.starts[at], self.ends[at])
        while first > limit and at - first < 8:
            token = tokens[first - 1]
            if heading and token.text in _HEADLINE_VERBS:
                break
            inside = not heading and first < at and first - 1 > limit and self._capital_inside(first - 1)
            if self._name_word(first - 1) or (inside and self._name_word(first - 2)):
                first -= 1
            elif (
                (token.text in ("&", "+") and first - 2 >= limit and tokens[first - 2].cap)
                or (
                    token.text == "of"
                    and first - 2 >= limit
                    and tokens[first - 2].text in self.words.of_heads
                    and not heading
                )
                or (
                    token.text == "."
                    and first - 2 >= limit
                    and len(tokens[first - 2].text) == 1
                    and tokens[first - 2].cap
                )
            ):
                first -= 2
            else:
                break
        while first < at and (
            tokens[first].low in self.words.function or tokens[first].text in ("&", "+", ".")
        ):
            first += 1
        return self._after_title(first, at)

    def _titles(self, first: int, last: int) -> list[Title]:
        """The titles among tokens [first, last); most stretches hold no word that the head of one begins with."""
        at = bisect_left(self._title_marks, first)
        if at == len(self._title_marks) or self._title_marks[at] >= last:
            return []
        return self.titles.find(self.tokens.all[first:last])

    def _after_title(self, first: int, last: int) -> int:
        """Skip a job title at the front of tokens [first, last)."""
        for title in self._titles(first, last):
            form = last < len(self.ends) and self.words.is_form(self.tokens.all[last].text)
            name = self.text[self.starts[first] : self.ends[last - 1 + form]]
            if title.first == 0 and first + title.last < last and not is_namesake(self.words, name):
                first += title.last
        return first

    def _phrase(self, table: dict[str, list[tuple[str, ...]]], at: int) -> int:
        for parts in table.get(self.tokens.all[at].text, ()):
            if tuple(token.text for token in self.tokens.all[at : at + len(parts)]) == parts:
                return len(parts)
        return 0

    def _name_word(self, at: int) -> bool:
        """Whether token `at` can be part of a name: capitalised, and no function word but an initial
        ("A.").
        """
        token = self.tokens.all[at]
        if not token.cap or token.low.endswith(_ORIGINS):
            return False
        if len(token.text) == 1:
            behind = self.text[self.ends[at] : self.ends[at] + 1]
            return behind in ("", ".", " ") and (token.text not in "AI" or behind == ".")
        return token.low not in self.words.function

    def _capital_inside(self, at: int) -> bool:
        """Whether token `at` is a small word that a name writes with a capital ("Basilea Re", "Fair Play Now")."""
        word = self.tokens.all[at].text
        return word.istitle() and len(word) > 1 and word.lower() in self.words.function - CALENDAR

    def _initial(self, at: int) -> bool:
        return (
            self.tokens.all[at].text == "."
            and at > 0
            and (len(self.tokens.all[at - 1].text) == 1 or self.tokens.all[at - 1].text in ("Jr", "Sr"))
        )

    def _name_behind(self, at: int) -> int:
        """The token after the name that starts at token `at`; 0 where a place, a title or a thing stands."""
        tokens, end = self.tokens.all, at
        while end < len(tokens) and end - at < 5 and self.limits[end] == self.limits[at]:
            inner = end > at and (self._initial(end) or self._capital_inside(end) or self._particle(end))
            if not (self._name_word(end) or inner or tokens[end].text == "&"):
                break
            end += 1
        name = self.text[self.starts[at] : self.ends[end - 1]] if end > at else ""
        if not name or self.words.is_place(name) or self.words.is_place(tokens[at].text):
            return 0
        if self._inside(self.headings, self.starts[at], self.ends[at]) or self._titles(at, end):
            return 0
        thing = tokens[end - 1].text in self.words.no_heads and end - at > 2
        return 0 if thing or tokens[at].text in self.words.honorifics else end

    def _particle(self, at: int) -> bool:
        """Whether token `at` is a particle inside a name ("Correio do Tejo")."""
        tokens = self.tokens.all
        if tokens[at].text not in _PARTICLES or at + 1 >= len(tokens):
            return False
        again = tokens[at + 1].text in _PARTICLES and at + 2 < len(tokens) and tokens[at + 2].cap
        return tokens[at + 1].cap or again

    def _name_end(self, at: int) -> int:
        tokens, end = self.tokens.all, at
        while end < len(tokens) and end - at < 6 and self.limits[end] == self.limits[at]:
            token = tokens[end]
            ordinal = end - at > 1 and token.text in ("II", "III", "IV")
            if (
                (self._name_word(end) and (not token.text.isupper() or len(token.text) == 1))
                or self._initial(end)
                or ordinal
                or (end > at and self._particle(end))
            ):
                end += 1
            else:
                break
        if self._orgish(at, end) or self._inside(
            self.headings, self.starts[at], self.ends[at] if at < len(tokens) else 0
        ):
            return at
        return end

    def _orgish(self, first: int, last: int) -> bool:
        words, tokens = self.words, self.tokens.all
        surname = last - first in (2, 3) and tokens[last - 1].text in SURNAMES
        return any(
            words.is_form(t.text)
            or t.text in words.business
            or t.text in words.org_words
            or words.is_place(t.text)
            or t.text in words.no_heads
            or t.text in words.no_names
            for t in tokens[first : last - surname]
        ) or bool(self._titles(first, last))


def bare_needs_stop(form: str) -> bool:
    """Whether a stop behind a legal form belongs to it: "Inc.", "Co.", not "LLC." at a sentence's end."""
    return form in ("Inc", "Corp", "Co", "Ltd", "Cos", "Pty", "Pte", "Pvt", "Bhd", "Sdn", "Ltda", "Sp") or "." in form
