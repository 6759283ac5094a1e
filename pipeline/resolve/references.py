"""References without a name: "the company", "the Munich-based insurer", "both parties", "it", "who", "we"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..find.words import PartyWords
from ..mentions import Sentence
from .clusters import Clusters
from .draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..nlp import Parse

#: How many sentences back an antecedent may stand.
REACH = 3
_PERSONAL = {"he": "person", "she": "person", "him": "person", "his": "person", "her": "person"}
_NEUTRAL = frozenset({"it", "its"})
_FIRST = frozenset({"we", "our", "us"})
_PLURAL = re.compile(
    r"\b(?:[Tt]he|[Bb]oth|[Tt]hese)\s(?:two\s)?(companies|firms|parties|banks|sides|airlines|carriers"
    r"|groups|businesses|governments|countries|automakers|carmakers|lenders|insurers|retailers)\b"
)
_BASED = re.compile(r"-based$|–based$")


class References:
    """Resolves what has no name, against the named mentions of one article."""

    def __init__(
        self, text: str, sentences: list[Sentence], drafts: list[Draft], clusters: Clusters, words: PartyWords
    ):
        self.text, self.sentences, self.drafts, self.words = text, sentences, drafts, words
        self.defined: dict[str, Draft] = {}
        for defined, key in clusters.defined:
            owner = next((d for d in drafts if any(clusters.key(n.text) == key for n in d.names)), None)
            if owner is not None:
                self.defined.setdefault(defined.removeprefix("the ").removeprefix("The "), owner)
        self.spans = sorted((span, number) for number, draft in enumerate(drafts) for span in draft.mentions)
        self.main = self._main()
        self.release = bool(self.defined) or bool(
            re.search(
                r"\b(?:is pleased to announce|today announced|announced today"
                r"|forward-looking statements)\b|^About [A-Z]",
                text,
                re.M | re.I,
            )
        )

    def _main(self) -> Draft | None:
        """The company that the article is about: most mentions, those in the first lines counting
        three times.
        """
        companies = [d for d in self.drafts if d.kind == "company"]
        if not companies:
            return None
        return max(companies, key=lambda d: (sum(3 if start < 300 else 1 for start, _ in d.mentions), -d.first))

    # -- nominals ------------------------------------------------------------------------------------------

    def nominals(self) -> dict[tuple[int, int], list[Draft]]:
        """Give each "the company" to its party; returns what plurals mean."""
        plurals: dict[tuple[int, int], list[Draft]] = {}
        for match in self.words.nominal.finditer(self.text):
            if not self._modifiers(match[2]) or not self._whole(match):
                continue
            draft = self._nominal(match)
            if draft is not None and (match.start(), match.end()) not in draft.mentions:
                draft.mentions[match.start(), match.end()] = ("nominal", self._why)
        for match in _PLURAL.finditer(self.text):
            members = self._pair(match)
            if members:
                plurals[match.start(), match.end()] = members
        return plurals

    def _whole(self, match: re.Match[str]) -> bool:
        """Whether the noun is the head: no name, no further noun and no "of" behind it."""
        following = self.text[match.end() : match.end() + 24]
        if any(start < match.end() and match.start() < end for (start, end), _ in self.spans):
            return False
        return not re.match(
            r"\s(?:of|for)\s(?!its\b|the year)|\s(?:officials?|executives?|spokes\w+|shares?|stock"
            r"|employees|sources?|board|management|filing|statement|sector|industry|market|policy"
            r"|bonds?)\b|[-–][a-z]|\s[A-Z]",
            following,
        )

    def _modifiers(self, words: str) -> bool:
        """Whether the words between article and noun only describe: lower case, an adjective of
        nation, "X-based".
        """
        text = words.strip()
        if not text or self.words.is_place(text):  # "the New York firm"
            return True
        if re.search(r"[.!?;:]\s|,\s(?:a|the|and)\s", text):
            return False
        parts = text.split()
        if parts[0].lower() in (
            "other",
            "first",
            "second",
            "third",
            "same",
            "new",
            "combined",
            "whole",
            "entire",
            "only",
            "next",
            "resulting",
            "acquired",
            "acquiring",
            "merged",
            "two",
            "three",
            "best",
            "largest",
            "biggest",
        ):
            return False
        if "-based" in text:
            return True
        return all(
            (part[0].islower() or part in self.words.demonyms) and part not in self.words.function for part in parts
        )

    def _nominal(self, match: re.Match[str]) -> Draft | None:
        noun, words = match[3], match[2].strip()
        if not words and noun in self.defined:
            self._why = "defined in the text"
            return self.defined[noun]
        kinds = self.words.roles.get(noun, self.words.roles.get(noun.lower(), set()))
        pool = [number for number, draft in enumerate(self.drafts) if draft.kind in kinds]
        if kinds == {"company"} or (
            "company" in kinds and noun.lower() in ("company", "group", "firm", "corporation", "fund", "bank")
        ):
            pool = [number for number, draft in enumerate(self.drafts) if draft.kind == "company"]
        if not pool:
            return None
        if kinds & {"public_body", "person", "organization"} and "company" not in kinds:
            pool = self._named_by(noun, pool)
        if not pool:
            return None
        if len(pool) == 1:
            self._why = f"the only {self.drafts[pool[0]].kind} it can mean"
            return self.drafts[pool[0]]
        if words or noun.lower() not in ("company", "firm", "group", "corporation", "business"):
            described = self._described(match, pool)
            if described is not None:
                self._why = "described so elsewhere"
                return described
        if self.release and noun.lower() in ("company", "group", "corporation") and not words and self.main is not None:
            self._why = "the issuer of the release"
            return self._about(match.start()) or self.main
        return self._recent(match.start(), pool)

    def _named_by(self, noun: str, pool: list[int]) -> list[int]:
        """Those whose name or title holds the noun ("the ministry", "the governor")."""
        noun = noun.lower()
        held = [n for n in pool if any(noun in name.text.lower().split() for name in self.drafts[n].names)]
        if held or self.drafts[pool[0]].kind != "person":
            return held if held else (pool if len(pool) == 1 and noun in ("regulator", "watchdog", "agency") else [])
        titled = []
        for n in pool:
            for start, end in self.drafts[n].mentions:
                around = self.text[max(0, start - 30) : start] + " | " + self.text[end : end + 40]
                if re.search(rf"(?i)\b{re.escape(noun)}\b", around) or (noun == "governor" and "Gov." in around):
                    titled.append(n)
                    break
        return titled

    def _described(self, match: re.Match[str], pool: list[int]) -> Draft | None:
        """The one party beside whose name the noun stands elsewhere ("the insurer": "Acme, a
        Munich-based insurer").
        """
        noun = re.escape(match[3])
        found = set()
        for n in pool:
            for start, end in self.drafts[n].mentions:
                if start > match.start() + 400:
                    continue
                ahead = re.match(
                    rf"(?:\s\([^)]*\))?(?:,|\sis|\swas|\s—|—|–)\s?(?:(?:a|an|the"
                    rf"|one of)\s)?(?:[\w.,’'&-]+\s){{0,6}}?{noun}\b",
                    self.text[end : end + 90],
                )
                back = re.search(rf"\b{noun}\s$", self.text[max(0, start - 30) : start])
                if ahead or back:
                    found.add(n)
        return self.drafts[found.pop()] if len(found) == 1 else None

    def _about(self, at: int) -> Draft | None:
        """The company of the "About X" paragraph in which `at` stands."""
        begin = self.text.rfind("\n", 0, at) + 1
        heads = [
            m
            for m in re.finditer(r"\bAbout (?:the |The )?", self.text[:at])
            if m.start() == 0 or self.text[m.start() - 1] in "\n  "
        ]
        for head in reversed(heads):
            if head.end() < begin - 120:
                break
            for (start, _end), number in self.spans:
                if start == head.end() and self.drafts[number].kind == "company":
                    return self.drafts[number]
        return None

    def _recent(self, at: int, pool: list[int]) -> Draft | None:
        """The first party of the pool in the nearest earlier sentence that has one; earlier in its
        own sentence first.
        """
        number = self._sentence(at)
        if number is None:
            return None
        for back in range(0, REACH + 1):
            if number - back < 0:
                break
            sentence = self.sentences[number - back]
            inside = [
                (span, n) for span, n in self.spans if sentence.start <= span[0] < min(sentence.end, at) and n in pool
            ]
            if inside:
                self._why = "nearest subject"
                return self.drafts[inside[0][1]]
        return None

    def _sentence(self, at: int) -> int | None:
        return next((n for n, s in enumerate(self.sentences) if s.start <= at < s.end), None)

    def _pair(self, match: re.Match[str]) -> list[Draft]:
        """The two parties that "the two companies" mean: the last two of the kind that stand together."""
        noun = match[1]
        kinds = (
            {"public_body"}
            if noun in ("governments", "countries")
            else {"company"}
            if noun not in ("parties", "sides")
            else {"company", "public_body", "organization", "person"}
        )
        pool = [
            n
            for n, d in enumerate(self.drafts)
            if d.kind in kinds and "exchange" not in {r for name in d.names for c in name.candidates for r in c.reasons}
        ]
        if len(pool) == 2:
            return [self.drafts[n] for n in pool]
        number = self._sentence(match.start())
        if number is None:
            return []
        for back in range(0, REACH + 1):
            if number - back < 0:
                break
            sentence = self.sentences[number - back]
            inside = list(
                dict.fromkeys(
                    n
                    for span, n in self.spans
                    if sentence.start <= span[0] < min(sentence.end, match.start()) and n in pool
                )
            )
            if len(inside) == 2:
                return [self.drafts[n] for n in inside]
            if len(inside) > 2:
                return []
        return []

    # -- pronouns ------------------------------------------------------------------------------------------

    def pronoun(self, parse: Parse, token: Token, sentence_number: int) -> Draft | None:
        """The party that a pronoun means, None when unsure."""
        word = token.lower_
        at = parse.starts[token.i]
        if word in ("who", "whose", "whom", "which"):
            return self._relative(parse, token)
        if word in _PERSONAL:
            return self._subject_before(at, sentence_number, {"person"})
        if word in _NEUTRAL:
            return self._subject_before(at, sentence_number, {"company", "public_body", "organization"})
        if word in _FIRST:
            return self._speaker(at, sentence_number)
        return None

    def _relative(self, parse: Parse, token: Token) -> Draft | None:
        head = token
        while head.dep_ != "relcl" and head.head != head:
            head = head.head
        if head.dep_ != "relcl":
            return None
        noun = head.head
        start, end = parse.span([noun])
        return next((self.drafts[n] for (low, high), n in self._all_spans() if low < end and start < high), None)

    def _all_spans(self) -> list[tuple[tuple[int, int], int]]:
        return sorted((span, number) for number, draft in enumerate(self.drafts) for span in draft.mentions)

    def _subject_before(self, at: int, sentence_number: int, kinds: set[str]) -> Draft | None:
        spans = [(span, n) for span, n in self._all_spans() if self.drafts[n].kind in kinds and not self._exchange(n)]
        for back in range(0, REACH):
            number = sentence_number - back
            if number < 0:
                return None
            sentence = self.sentences[number]
            inside = [(span, n) for span, n in spans if sentence.start <= span[0] < min(sentence.end, at)]
            if inside:
                return self.drafts[inside[0][1]]
        return None

    def _exchange(self, number: int) -> bool:
        return any(
            "exchange" in c.reasons or "media" in c.reasons
            for name in self.drafts[number].names
            for c in name.candidates
        )

    def _speaker(self, at: int, sentence_number: int) -> Draft | None:
        """ "We" in a quotation is the speaker's organisation, outside one the issuer of a release."""
        line_start = self.text.rfind("\n", 0, at) + 1
        before = self.text[line_start:at]
        quoted = before.count("“") > before.count("”") or before.count('"') % 2 == 1
        if not quoted:
            return self.main if self.release else None
        line_end = (self.text + "\n").find("\n", at)
        people = [
            (span, n)
            for span, n in self._all_spans()
            if self.drafts[n].kind == "person" and line_start <= span[0] < line_end
        ]
        if not people:
            return None
        (begin, end), _ = min(people, key=lambda item: abs(item[0][0] - at))
        companies = [(span, n) for span, n in self._all_spans() if self.drafts[n].kind == "company"]
        for (start, _), n in companies:
            if end <= start <= min(end + 80, line_end):
                return self.drafts[n]
        for (start, stop), n in reversed(companies):
            if line_start <= start and 0 <= begin - stop <= 60:
                return self.drafts[n]
        return self.main if self.release else None
