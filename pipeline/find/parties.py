"""Finds names that may be a party, each with the evidence for what it is.

The finder decides nothing: it gathers votes (from whichever NER is loaded, from legal forms, titles, tickers,
public-body nouns, verbs and punctuation) and leaves adding them up over the article to `pipeline.resolve`.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from ..mentions import Article, Entity, Sentence, Span
from ..patterns import Patterns
from ..read.lexicon import Entry, read_lexicon
from .candidates import FORM, HEADING_SHARE, HONORIFIC, LEXICON, MEDIA, PUBLIC, TITLE, PartyCandidate
from .evidence import Evidence
from .notes import SMALL_WORDS, Notes
from .titles import Title, Titles
from .words import PartyWords

__all__ = ["PartyCandidate", "PartyFinder"]

_INDEX_AFTER = re.compile(r"\s?(?:Composite|100\b|200\b|-\d|[Ii]ndex)")
#: Evidence that a longer name around it outweighs ("Army" in "United States Army Research Institute").
_WITHIN = frozenset(
    {"public body", "public-body noun", "media", "ner:ORG", "ner:GPE", "ner:LOC", "ner:PERSON", "ner:NORP"}
)
_NER_KEYS = {"PERSON": "person", "ORG": "org", "GPE": "place", "LOC": "place"}


#: Nouns that "the federal government" only describes.
_OF_GOVERNMENT = frozenset(
    {"shutdown", "employees", "workers", "agencies", "debt", "bonds", "contracts", "officials", "funding"}
)
#: Titles that only a firm or another body has at its head.
_OF_FIRM = re.compile(
    r"(?i)\b(?:chief|ceo|cfo|coo|cto|president|(?:co-?)?founder|chairman|chairwoman|managing director)\b"
)


#: What a role noun is worth that people have too ("the developer").
SHARED_ROLE = 0.4


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
        search = _Search(self.words, self.titles, article.text, sentences, entities, sorted(taken))
        return search.run(self.lexicon)


class _Search(Notes, Evidence):
    """The search through one article."""

    def run(self, lexicon: dict[str, Entry]) -> list[PartyCandidate]:
        """All candidates, in text order and without overlaps."""
        self.datelines = self._datelines()
        self._from_lexicon(lexicon)
        self._from_entities()
        self._from_forms()
        self._from_public_bodies()
        self._from_fixed_names()
        self._from_media()
        self._from_roles()
        self.title_spans = self.titles.find(self.tokens.all)
        self._from_titles()
        self._from_honorifics()
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
        for entity in self.entities:
            if not self._inside_any(entity.start):
                continue
            key = _NER_KEYS.get(entity.label)
            for start, end in self._pieces(entity.start, entity.end, entity.label):
                if not any(char.isupper() for char in self.text[start:end]):
                    continue
                start, end = self._trimmed(start, end)
                start, end = self._whole_name(start, end)
                if key is None:
                    key = "org" if not self.words.is_place(self.text[start:end]) else "place"
                share = HEADING_SHARE if self._inside(self.headings, start, end) else 1.0
                self._add(start, end, key, entity.score * share, f"ner:{entity.label}")

    def _pieces(self, start: int, end: int, label: str) -> list[tuple[int, int]]:
        """Cut an entity at line ends, inner possessives before a person, titles, doubled names and "and"."""
        pieces = []
        at = start
        for line in self.text[start:end].split("\n"):
            pieces += self._cut(at, at + len(line), label)
            at += len(line) + 1
        return pieces

    def _cut(self, start: int, end: int, label: str) -> list[tuple[int, int]]:
        name = self.text[start:end]
        doubled = re.match(r"^(?:[Tt]he )?(.{3,}?) (?:[Tt]he )?\1$", name)
        if doubled:
            return [(start, start + doubled.end(1)), (end - len(doubled[1]), end)]
        first, last = self.tokens.at(start), self.tokens.at(end)
        for title in self.titles.find(self.tokens.all[first : last + 3]):
            if title.first < last - first:
                left = self.tokens.all[first + title.first].start
                right = self.tokens.all[first + title.last - 1].end
                if left <= start and right >= end:
                    return [(start, end)] if label == "ORG" and left == start and title.last - title.first < 2 else []
                rest = self._cut(right, end, label) if right < end else []
                return ([(start, left)] if left > start else []) + [self._after_of(*piece) for piece in rest]
        if label == "PERSON" and (inner := re.search(r"['’]s? (?=[A-Z])", name)):
            return [(start, start + inner.start()), (start + inner.end(), end)]
        if (joint := re.search(r"(?<=\w) and (?=[A-Z])", name)) and self._two_names(
            name[: joint.start()], name[joint.end() :]
        ):
            return [(start, start + joint.start()), (start + joint.end(), end)]
        return [(start, end)]

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
        for at, token in enumerate(tokens):
            if token.text not in self.words.form_tokens or not self._form(at) or self.limits[at] == at:
                continue
            before = at - 1 if tokens[at - 1].text != "," else at - 2
            if (
                len(token.text) == 2
                and token.text.isupper()
                and self.text[max(0, tokens[at].start - 30) : tokens[at].end].isupper()
                and self._inside(self.headings, token.start, token.end)
            ):
                continue
            if before < at - 1 and token.text in ("Company", "Corporation", "PT", "AB", "REIT"):
                continue
            if before < self.limits[at] or not tokens[before].cap or self.words.is_form(tokens[before].text):
                continue
            first = self._walk_left(before + 1)
            if (
                first > before
                or all(self.words.is_place(t.text) for t in tokens[first : before + 1])
                or (before < at - 1 and len(token.text) == 2 and token.text in ("SA", "SE", "PA"))
            ):
                continue
            if (
                token.text in ("Company", "Corporation", "Co", "Limited")
                and tokens[first].text.lower() in self.words.function
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
            if first and tokens[first - 1].text.isdigit() and len(tokens[first - 1].text) < 3:
                opens = self.limits[first] == first - 1 or self.text[tokens[first - 1].start - 2].isalpha()
                first -= int(opens)  # "7 Lanterns LLC", not "$7 …"
            start, end = self._whole_name(tokens[first].start, tokens[before].end)
            self._add(start, end, "company", FORM, "company form")

    def _form(self, at: int) -> bool:
        """Whether token `at` is a legal form; in small letters only "plc" and what has stops ("s.r.o.")."""
        token = self.tokens.all[at]
        return self.words.is_form(token.text) and (token.cap or token.text == "plc" or "." in token.text)

    def _from_public_bodies(self) -> None:
        tokens = self.tokens.all
        heads = self.words.body_openers
        at = 0
        while at < len(tokens):
            if tokens[at].text not in heads:
                at += 1
                continue
            length = self._phrase(self.words.public_heads, at)
            if length:
                at = max(self._public_body(at, at + length), at + 1)
            else:
                if tokens[at].text in self.words.lower_heads or tokens[at].text in self.words.lower_bodies:
                    self._lower_body(at)
                at += 1

    def _public_body(self, at: int, last: int) -> int:
        """Add the public body whose head is tokens [at, last); returns where to go on."""
        tokens = self.tokens.all
        if (
            self._inside(self.headings, tokens[at].start, tokens[at].end)
            and self.text[tokens[at].start : tokens[last - 1].end].isupper()
        ):
            return last
        first = self._walk_left(at)
        first = self._after_possessive(first, at)
        end = self._walk_of(last)
        if first == at and end == last and last - at < 2:
            return last
        if (end == last and tokens[end - 1].text in self.words.no_heads) or self.words.is_form(tokens[end - 1].text):
            return end
        if (
            end < len(tokens)
            and tokens[end].cap
            and end == last
            and (
                self.words.is_form(tokens[end].text)
                or tokens[end].text in self.words.business
                or tokens[end].text in self.words.no_heads
            )
        ):
            return end
        if (
            end < len(tokens)
            and end == last
            and tokens[end].cap
            and tokens[end].text in ("Chairman", "President")
            and first == at
        ):
            return end
        self._add(tokens[first].start, tokens[end - 1].end, "public_body", PUBLIC, "public-body noun")
        return end

    def _after_possessive(self, first: int, at: int) -> int:
        for number in range(at - 1, first - 1, -1):
            if self.tokens.all[number].text in ("'s", "’s"):
                return number + 1
        return first

    def _walk_of(self, last: int) -> int:
        """Go right over "of the State of New York", "of Health and Human Services"."""
        tokens, end = self.tokens.all, last
        while end < len(tokens) and self.limits[end] == self.limits[last - 1]:
            step = end
            while step < len(tokens) and tokens[step].text in SMALL_WORDS | {"Of", "The", "For", "And"}:
                step += 1
            opens = step > end and (
                tokens[end].text.lower() in ("of", "for", "on")
                or (end > last and tokens[end].text in ("and", "&", ","))
            )
            if (
                not opens
                or step - end > 3
                or step >= len(tokens)
                or not tokens[step].cap
                or self.limits[step] != self.limits[end]
            ):
                break
            if tokens[end].text in ("for", "on") and self._inside(self.headings, tokens[end].start, tokens[end].end):
                break
            if tokens[end].text in ("and", ",") and not self._noun_list(last, end, step):
                break
            end = step + 1
            while (
                end < len(tokens)
                and tokens[end].cap
                and tokens[end].text.lower() not in self.words.function
                and self.limits[end] == self.limits[last - 1]
            ):
                if self._inside(self.headings, tokens[end].start, tokens[end].end) and self.words.is_place(
                    self.text[tokens[step].start : tokens[end - 1].end]
                ):
                    break
                end += 1
        return end

    def _noun_list(self, last: int, end: int, step: int) -> bool:
        """Whether "and X" goes on with the field of a ministry rather than opens another name."""
        tokens = self.tokens.all
        previous = tokens[end - 1].text
        if (
            self.words.is_place(previous)
            or self.words.is_form(tokens[step].text)
            or tokens[step].text in self.words.honorifics
        ):
            return False
        if tokens[end].text == ",":
            return any(token.text == "and" for token in tokens[step : step + 4]) and not self.words.is_place(
                tokens[step].text
            )
        return self.text[tokens[last].start : tokens[last].end] in ("of", "for", "on", "Of")

    def _lower_body(self, at: int) -> None:
        """ "Danish government", "the Bavarian state government", "Ruritanian central bank"."""
        tokens = self.tokens.all
        first = at
        end = at + 1
        text = tokens[at].text
        if text not in self.words.lower_heads:
            phrase = next(
                (p for p in self.words.lower_bodies.get(text, ()) if self.text.startswith(p, tokens[at].start)),
                None,
            )
            if phrase is None:
                return
            end = at + phrase.count(" ") + 1
        elif at and tokens[at - 1].text in (
            "state",
            "federal",
            "central",
            "local",
            "provincial",
            "military",
            "national",
            "city",
        ):
            first = at - 1
        federal = text == "government" and first == at - 1 and tokens[first].text == "federal"
        if federal and self._stands_alone(first, end):
            self._add(tokens[first].start, tokens[end - 1].end, "public_body", PUBLIC, "public-body noun")
            return
        owner = first
        limit = max(self.limits[at], first - 3)
        while owner > limit and tokens[owner - 1].cap and tokens[owner - 1].text.lower() not in self.words.function:
            owner -= 1
        if (
            owner == first
            and first - 2 >= limit
            and tokens[first - 1].text in ("'s", "’s")
            and self.words.is_place(tokens[first - 2].text)
        ):
            owner = first - 2
        while owner < first and not self.words.is_place(self.text[tokens[owner].start : tokens[first - 1].end]):
            if text == "administration" and owner == first - 1:
                break
            owner += 1
        if owner < first and not (
            end < len(tokens)
            and tokens[end].text in ("bonds", "bond", "debt", "officials", "funding", "subsidies")
            and text != "government"
        ):
            self._add(tokens[owner].start, tokens[end - 1].end, "public_body", PUBLIC, "public-body noun")

    def _stands_alone(self, first: int, end: int) -> bool:
        """Whether "the federal government" stands here for itself, no adjective before it and no noun behind."""
        tokens = self.tokens.all
        if first == 0 or tokens[first - 1].text not in ("the", "The"):
            return False
        following = tokens[end].text if end < len(tokens) else "."
        return following not in _OF_GOVERNMENT

    def _from_fixed_names(self) -> None:
        tables = (
            (self.words.public_names, "public_body", "public body"),
            (self.words.media, "organization", "media"),
            (self.words.exchanges, "organization", "exchange"),
            (self.words.org_names, "organization", "organisation"),
        )
        for at, token in enumerate(self.tokens.all):
            if not token.cap:
                continue
            for table, key, reason in tables:
                if length := self._phrase(table, at):
                    end = self.tokens.all[at + length - 1].end
                    if not _INDEX_AFTER.match(self.text, end):
                        self._add(token.start, end, key, MEDIA, reason)
                    break

            if re.search(r"(?:[Ww]ire|WIRE|[a-z]News)$", token.text) and token.text != "Wire":
                first = self._walk_left(at) if token.text == "Newswire" else at
                self._add(self.tokens.all[first].start, token.end, "organization", MEDIA, "media")

    def _from_roles(self) -> None:
        """ "the chipmaker Acme", "startup Acme", "rival Acme": a name right behind a company's role noun."""
        tokens = self.tokens.all
        for at in range(1, len(tokens)):
            token = tokens[at]
            if (
                not token.cap
                or self.limits[at] == at
                or tokens[at - 1].text.lower() not in self.words.company_roles
                or tokens[at - 1].cap
            ):
                continue
            end = at
            while (
                end < len(tokens)
                and end - at < 5
                and self.limits[end] == self.limits[at]
                and (self._name_word(end) or (self._initial(end) and end > at) or tokens[end].text == "&")
            ):
                end += 1
            if (
                end == at
                or self.words.is_place(self.text[token.start : tokens[end - 1].end])
                or self.words.is_place(token.text)
                or self._inside(self.headings, token.start, token.end)
            ):
                continue
            if (
                self.titles.find(tokens[at:end])
                or tokens[end - 1].text in self.words.no_heads
                or token.text in self.words.honorifics
            ):
                continue
            role = tokens[at - 1].text.lower()
            firm = role in self.words.firm_roles
            reason = "described as a firm" if firm else "role noun"
            self._add(token.start, tokens[end - 1].end, "org", 1.0 if firm or end - at == 1 else SHARED_ROLE, reason)

    def _from_titles(self) -> None:
        for title in self.title_spans:
            self._beside_title(title)

    def _beside_title(self, title: Title) -> None:
        """A capitalised run right behind a title, or before ", title", is a person's name."""
        tokens = self.tokens.all
        at = title.last
        if self._person_before(title):
            return
        if at < len(tokens) and tokens[at].text == ",":
            at += 1
        if at < len(tokens) and self.limits[at] == self.limits[title.first]:
            end = self._name_end(at)
            if 2 <= end - at <= 4 and (
                at == title.last or (title.first and tokens[title.first - 1].text in ("'s", "’s", "the", "The"))
            ):
                self._add(tokens[at].start, tokens[end - 1].end, "person", TITLE, "title")
            elif end - at == 1 and at == title.last and (candidate := self._at(tokens[at].start)):
                candidate.vote("person", TITLE, "title")
        self._body_after(title)

    def _person_before(self, title: Title) -> bool:
        """Whether "Ada B. Tullow, <title>" stands here; the name becomes a candidate."""
        tokens = self.tokens.all
        if title.first < 3 or tokens[title.first - 1].text not in (",", "—", "–", "-"):
            return False
        stop = title.first - 1
        if tokens[stop].text == "-":  # "Ada Tullow -- Chief Executive" in a transcript
            stop -= int(tokens[stop - 1].text == "-")
            if self.text[tokens[stop].start - 1] != " ":
                return False
        begin = stop
        while (
            begin > self.limits[title.first]
            and begin > title.first - 7
            and (self._name_word(begin - 1) or self._initial(begin - 1))
        ):
            begin -= 1
        if not 2 <= stop - begin <= 5 or self._orgish(begin, stop):
            return False
        self._add(tokens[begin].start, tokens[stop - 1].end, "person", TITLE, "title")
        self._body_after(title)
        return True

    def _body_after(self, title: Title) -> None:
        """ "president of X", "CEO at X": X is a body that has officers."""
        tokens, at = self.tokens.all, title.last
        if (
            at + 1 >= len(tokens)
            or tokens[at].text not in ("of", "at")
            or self.limits[at + 1] != self.limits[title.first]
        ):
            return
        at += 2 if tokens[at + 1].text.lower() == "the" else 1
        candidate = self._at(tokens[at].start) if at < len(tokens) else None
        if (
            candidate
            and candidate.votes["place"]
            < candidate.votes["org"] + candidate.votes["person"] + candidate.votes["company"]
        ):
            candidate.vote("org", TITLE, "has officers")
        elif candidate is None and at < len(tokens) and _OF_FIRM.search(self._words(title)):
            self._firm_of_officer(at)

    def _words(self, title: Title) -> str:
        return self.text[self.tokens.all[title.first].start : self.tokens.all[title.last - 1].end]

    def _firm_of_officer(self, at: int) -> None:
        """ "CEO of Acme" makes Acme a name, whether or not a NER saw it."""
        tokens, end = self.tokens.all, at
        while end < len(tokens) and end - at < 6 and self.limits[end] == self.limits[at]:
            if not (self._name_word(end) or (end > at and (self._initial(end) or tokens[end].text == "&"))):
                break
            end += 1
        words = [token.text for token in tokens[at:end]]
        if not words or self.words.is_place(" ".join(words)) or all(w in self.words.departments for w in words):
            return
        if self._inside(self.headings, tokens[at].start, tokens[end - 1].end) or self.titles.find(tokens[at:end]):
            return
        self._add(tokens[at].start, tokens[end - 1].end, "org", TITLE, "has officers")

    def _at(self, start: int) -> PartyCandidate | None:
        return next((c for (s, _), c in self.found.items() if s == start), None)

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
        known = Counter(c.text for c in self.found.values() if "company form" in c.reasons)
        for candidate in [c for c in self.found.values() if "company form" in c.reasons and known[c.text] == 1]:
            parts = candidate.text.split()
            for skip in range(1, len(parts) - 1):
                rest = " ".join(parts[skip:])
                if known[rest] and candidate.text.endswith(rest):
                    del self.found[candidate.start, candidate.end]
                    self._add(candidate.end - len(rest), candidate.end, "company", FORM, "company form")
                    break

    def _from_honorifics(self) -> None:
        for match in re.finditer(
            r"\b(Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Shri|Smt|Sheikh|Baroness)\b\.? (?=[A-Z])",
            self.text,
        ):
            at = self.tokens.at(match.end())
            end = self._name_end(at)
            if end > at and end - at <= 4:
                self._add(self.tokens.all[at].start, self.tokens.all[end - 1].end, "person", HONORIFIC, "honorific")

    def _without_overlaps(self) -> None:
        """Of candidates that overlap the one with the weightier evidence stays, then the longer;
        votes are handed on.
        """
        longer = [
            c
            for c in self.found.values()
            if not c.heading and any(r.startswith("ner:") for r in c.reasons) and c.votes["org"] > 0.5
        ]

        def rank(candidate: PartyCandidate) -> tuple[int, int, int]:
            strong = any(not reason.startswith("ner:") for reason in candidate.reasons)
            if strong and not set(candidate.reasons) - _WITHIN:
                strong = not any(
                    c.start <= candidate.start
                    and candidate.end <= c.end
                    and c is not candidate
                    and c.end - c.start > candidate.end - candidate.start
                    for c in longer
                )
            return (-strong, -(candidate.end - candidate.start), candidate.start)

        kept: list[PartyCandidate] = []
        for candidate in sorted(self.found.values(), key=rank):
            rival = next((k for k in kept if k.start < candidate.end and candidate.start < k.end), None)
            if rival is None:
                kept.append(candidate)
            elif 2 * (min(rival.end, candidate.end) - max(rival.start, candidate.start)) >= rival.end - rival.start:
                for key, weight in candidate.votes.items():
                    if key != "place":
                        rival.vote(key, weight, candidate.reasons[0])
        self.found = {(c.start, c.end): c for c in kept}
