"""Positions: who holds, takes or leaves which title at which organisation.

Two ways lead to a fact. A title beside a name ("Acme CEO Ada Tullow", "Ada Tullow, chief executive of Acme,")
says that the person holds it, or held it when "former" stands before it. A verb of change ("named", "will
step down as") says that the person takes or leaves it. Both are read off the order of mentions, not off a
parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..find.titles import Title, Titles
from ..find.words import PartyWords, Token, Tokens, tokens_of
from ..mentions import Sentence, Span
from ..patterns import Patterns
from ..records import Date
from .draft import Draft
from .offices import Offices
from .seats import Seats

if TYPE_CHECKING:
    from ..nlp import Analysis
    from ..resolve import Resolution

_BEFORE_NAME = re.compile(
    r"^(?:,\s|\s)(?:(?:Sen|Rep|Gov|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Capt|Col|Gen)\.?\s|(?:Sir|Dame|Lord|Lady|Baroness|Sheikha?"
    r"|Datuk|Tan Sri|Shri|Smt)\s)?$"
)
_AFTER_NAME = re.compile(
    r"^(?:\s?\([^()]{1,40}\))?(?:\s?[,—–]\s?|\s--?\s|\s(?=is\b|was\b|serves\b|has\b|remains\b|stays on\b|continues as\b"
    r"|will (?:remain|stay on|continue)\b))"
    r"(?:(?:who|and)\s)?(?:(?:will\s)?(?:remains?|stays? on|continues?)\s(?:(?:as|to serve as)\s)?)?"
    r"(?:(?:is|was|has been|serves as|served as|currently|now|also|both"
    r"|as)\s){0,3}(?:the\s|a\s|an\s|its\s|their\s|our\s"
    r"|(?P<owner>[^,.;()]{2,60}?)['’]s?\s)?(?:[a-z-]+\s){0,2}?$"
)
_OF = re.compile(r"^\s?(?:of|at|for|with|to|in)\s(?:the\s|its\s)?$|^,\s?(?:the\s)?$")
#: "of the Nordic arm of the insurer " between a title and the organisation.
_OF_ARM = re.compile(
    r"\b(?:the\s|its\s)?(?:[\w’'&-]+\s){0,4}(?:arm|unit|division|business|operations|branch|office"
    r"|desk|team|subsidiary"
    r"|[Bb]oard(?:\sof\s[Dd]irectors)?)\s(?:of|at)\s(?:the\s)?$"
)
_IS_NAME = re.compile(r"^\s(?:is|was|has been)\s(?:the\s)?$")
_WHOSE = re.compile(r"\b(?:whose|[Ii]ts|[Tt]heir)\s(?:[\w-]+\s){0,2}$")
_HE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_JOINED = re.compile(r"(?:,|,? and|,? &)\s(?:(?:Mr|Ms|Mrs|Dr)\.?\s|Sir\s)?")
#: Offices that no company has.
_LOCAL_OFFICE = re.compile(
    r"(?i)\b(?:mayor|governor|gov\.|senator|sen\.|rep\.|premier|sheriff|county executive|councillor)"
)
#: "of Mariner" behind a title, where Mariner is no party.
_OF_UNKNOWN = re.compile(r"\s(?:of|at)\s(?:the\s)?[A-Z]")
_INCOMING = re.compile(r"(?i)incoming\s")
_UNTIL = re.compile(
    r"\b(?:until|till)\s(?:\w+\s){0,2}?((?:19|20)\d\d)\b|\bfrom\s(?:19|20)\d\d\s(?:to|until)\s((?:19"
    r"|20)\d\d)\b"
)
_TITLE_OF_LOWER = re.compile(
    r"(?:\s(?:of|for)\s(?:the\s)?(?!the\b)(?:[a-z][a-z-]+)(?:\s(?:and"
    r"|&)?\s?[a-z][a-z-]+){0,3}?)(?=\s(?:at|of|with|for|in)\s|[,.;—–]|\s[A-Z]|$)"
)
_TITLE_OF_CAPS = re.compile(r"(?:\s(?:of|for))?(?:\s(?:[A-Z][\w-]+|and|&|of))*\s[A-Z][\w-]+")
_FUTURE = re.compile(
    r"\b(?:will|would|to|shall|plans to|set to|about to|expected to|intends to|agreed to|is|are|may"
    r"|could)\s(?:\w+ly\s|then\s|be\s|formally\s)?$",
    re.IGNORECASE,
)
_BE = re.compile(r"\b(?:was|were|is|are|been|be|being|gets|got)\s(?:\w+ly\s|also\s|recently\s)?$")
_ADMIN = re.compile(r"\b(?:announc\w+|said|told|reported)\s(?:on\s|late\s|early\s)?$")
#: What may follow "will leave" when it is the post that is left.
_GOES = re.compile(
    r"\s?(?:[.,;]|(?:at|in|on|after|by|later|this|next|when|once|following|before|effective"
    r"|the (?:company|firm|bank|group|post"
    r"|job|role|business|board))\b|$)"
)
_INITIALS = {
    "ceo": "chief executive officer",
    "cfo": "chief financial officer",
    "coo": "chief operating officer",
    "cto": "chief technology officer",
    "chief executive": "chief executive officer",
    "vp": "vice president",
    "evp": "executive vice president",
    "svp": "senior vice president",
    "md": "managing director",
    "cofounder": "co-founder",
    "sen.": "senator",
    "gov.": "governor",
    "rep.": "representative",
}


@dataclass(slots=True)
class _Place:
    """A title as it stands in a sentence: its span and whether it is past."""

    start: int
    end: int
    past: bool
    text: str


class PositionLinker:
    """Finds position facts; holds word lists only, so it may be shared."""

    def __init__(self, patterns: Patterns):
        self.titles = Titles(patterns)
        self.words = PartyWords(patterns)
        self._verbs: dict[str, tuple[str, str, str]] = {}
        for rule in self.titles.changes:
            for word in rule.words:
                self._verbs[f"{rule.voice} {word}"] = (rule.change, rule.voice, rule.id)
        words = sorted({key.split(" ", 1)[1] for key in self._verbs}, key=lambda w: (-len(w), w))
        self._verb = re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words)})\b", re.IGNORECASE)

    def wants(self, text: str) -> bool:
        """Whether a parse of this sentence can help: it states a change of title of somebody it may
        not name.
        """
        return bool(self._verb.search(text)) and bool(self.titles.find(Tokens(text).all))

    def link(self, analysis: Analysis, resolution: Resolution, dates: list[Date]) -> list[Draft]:
        """The position facts of one article, each once, in text order."""
        return _Link(self, analysis, resolution, dates).run()


class _Link:
    """The work on one article."""

    def __init__(self, linker: PositionLinker, analysis: Analysis, resolution: Resolution, dates: list[Date]):
        self.linker, self.titles, self.words = linker, linker.titles, linker.words
        self.analysis, self.resolution, self.dates = analysis, resolution, dates
        self.text = analysis.article.text
        self.drafts: list[Draft] = []
        self.known: dict[str, tuple[str, str | None, Span]] = {}
        self.offices = Offices(self.text, analysis.sentences, resolution, self.words)

    def run(self) -> list[Draft]:
        tokens = tokens_of(self.text)
        for number, sentence in enumerate(self.analysis.sentences):
            named = self._people(sentence.start, sentence.end)
            people = sorted([*named, *self._pronouns(number, sentence, named)])
            if not people:
                continue
            own = tokens.all[tokens.at(sentence.start) : tokens.at(sentence.end)]
            places = [self._place(title, own, sentence) for title in self.titles.find(own, plural=True)]
            places = [place for place in places if not self._inside_name(place)]
            places = [p for i, p in enumerate(places) if not i or self.text[places[i - 1].end : p.start].strip()]
            beside = list(self._beside(number, sentence, people, [replace(place) for place in places]))
            seats = Seats(self.text, self.resolution, self.words, self.known)
            changes = list(self._changes(number, sentence, people, places))
            used = {
                (d.cues[0].start, d.subject)
                for d in changes
                if d.cues[1] < d.cues[0] or d.rule.startswith("change.appointed")
            }
            self.drafts += [d for d in beside if (d.cues[0].start, d.subject) not in used]
            self.drafts += changes
            for seat in seats.find(number, sentence, people):
                seat.date = self._date(sentence, seat.cues[-1].end)
                self.drafts.append(seat)
        return self._once()

    # -- the pieces of a sentence --------------------------------------------------------------------------

    def _people(self, start: int, end: int) -> list[tuple[int, int, str]]:
        found = self.resolution.overlapping(start, end)
        return [
            (low, high, party)
            for low, high, party, form in found
            if self.resolution.kind(party) == "person" and form == "name"
        ]

    def _pronouns(
        self, number: int, sentence: Sentence, named: list[tuple[int, int, str]]
    ) -> list[tuple[int, int, str]]:
        """ "He" and "she", each for the person named first in this sentence or the nearest one before it."""
        found = []
        for match in _HE.finditer(self.text, sentence.start, sentence.end):
            before = [person for person in named if person[1] <= match.start()]
            for back in (1, 2):
                if before or number < back:
                    break
                earlier = self.analysis.sentences[number - back]
                before = self._people(earlier.start, earlier.end)
            if before:
                found.append((match.start(), match.end(), before[0][2]))
        return found

    def _place(self, title: Title, tokens: list[Token], sentence: Sentence) -> _Place:
        start, end = tokens[title.first].start, tokens[title.last - 1].end
        for low, high, _, form in self.resolution.overlapping(start, end):
            if form == "name" and low < start < high < end and self.text[high : high + 1] == " ":
                start = high + 1
        return _Place(start, end, title.past or self._past(sentence, start), self.text[start:end])

    def _past(self, sentence: Sentence, start: int) -> bool:
        """Whether "former" or the like stands before the title, or before the organisation before it."""
        lead = self.text[max(sentence.start, start - 60) : start].lower()
        if re.search(r"(?:\bex-|\b(?:previously|formerly)\sthe\s|\bformer\sinterim\s)$", lead):
            return True
        before = self.resolution.overlapping(max(sentence.start, start - 60), start)
        if not before or self.text[before[-1][1] : start].strip() not in ("", "'s", "’s", "'", "’"):
            return False
        words = self.text[sentence.start : before[-1][0]].lower().split()
        return bool(words) and words[-1] in self.titles.past_words - {"then", "late"}

    def _inside_name(self, place: _Place) -> bool:
        """Whether the title is a piece of a party's name ("General Motors", "Executive Council")."""
        return any(
            low <= place.start and place.end <= high and (low, high) != (place.start, place.end) and form == "name"
            for low, high, _, form in self.resolution.overlapping(place.start, place.end)
        )

    # -- a title beside a name -----------------------------------------------------------------------------

    def _beside(
        self, number: int, sentence: Sentence, people: list[tuple[int, int, str]], places: list[_Place]
    ) -> Iterator[Draft]:
        for place in places:
            ahead = next(
                (
                    (s, e, p)
                    for s, e, p in people
                    if s >= place.end and _BEFORE_NAME.match(self._past_honorific(place.end, s))
                ),
                None,
            )
            behind = self._name_behind(people, place)
            if ahead and not (behind and self.text[place.end : ahead[0]].startswith(",")):
                yield from self._fact(
                    number,
                    sentence,
                    ahead[2],
                    place,
                    self._body_before(sentence, place) or self._body_behind(sentence, ahead[1]),
                    "position.title-name",
                )
                if place.text.lower().endswith("s"):
                    yield from self._others(number, sentence, ahead, people, place)
            elif behind:
                self._widen(sentence, place)
                body = (
                    self._body_of(sentence, place)
                    or self._owner(behind[1], place)
                    or self._body_before(sentence, place, behind[1])
                )
                for draft in self._fact(number, sentence, behind[2], place, body, "position.name-title"):
                    self._end(draft, sentence, self.text[behind[1] : place.start])
                    yield draft
                if place.text.lower().endswith("s") and body:
                    yield from self._others_before(number, sentence, behind, people, place, body)
            elif person := self._named_after_is(sentence, people, place):
                body = self._owner_of_whose(sentence, place)
                yield from self._fact(number, sentence, person, place, body, "position.title-is-name")
            elif body := self._body_of(sentence, place):
                _low, high = next(
                    (m[0], m[1])
                    for m in self.resolution.overlapping(place.end, sentence.end)
                    if m[2] == body and m[0] >= place.end
                )
                person = next((m for m in people if m[0] >= high and self.text[high : m[0]] in (", ", " ")), None)
                if person and re.search(r"(?i)\b(?:the|an?)\s$", self.text[max(0, place.start - 4) : place.start]):
                    yield from self._fact(number, sentence, person[2], place, body, "position.title-body-name")

    def _others(
        self,
        number: int,
        sentence: Sentence,
        first: tuple[int, int, str],
        people: list[tuple[int, int, str]],
        place: _Place,
    ) -> Iterator[Draft]:
        """The further names behind a title in the plural ("co-founders A, B and C")."""
        end = first[1]
        body = self._body_before(sentence, place)
        for low, high, person in people:
            if low < end or not _JOINED.fullmatch(self.text, end, low):
                continue
            end = high
            yield from self._fact(number, sentence, person, place, body, "position.title-name")

    def _others_before(
        self,
        number: int,
        sentence: Sentence,
        last: tuple[int, int, str],
        people: list[tuple[int, int, str]],
        place: _Place,
        body: str,
    ) -> Iterator[Draft]:
        """The further names in "A, B and C, co-founders of Acme"."""
        start = last[0]
        for low, high, person in reversed(people):
            if high > start or not _JOINED.fullmatch(self.text, high, start):
                continue
            start = low
            yield from self._fact(number, sentence, person, place, body, "position.name-title")

    def _end(self, draft: Draft, sentence: Sentence, gap: str) -> None:
        """Make a post that somebody "was" in "until 2013" one that was left then."""
        until = _UNTIL.search(self.text, draft.cues[0].end, min(sentence.end, draft.cues[0].end + 90))
        if until and re.search(r"\b(?:was|served|had been)\b", gap) and draft.keys["change"] == "holds":
            draft.keys["change"], draft.status = "left", "completed"
            draft.date = until[1] or until[2]

    def _named_after_is(
        self, sentence: Sentence, people: list[tuple[int, int, str]], place: _Place
    ) -> str | None:
        """The person in "Acme, whose president is Ada Tullow"."""
        if not _WHOSE.search(self.text[max(sentence.start, place.start - 40) : place.start]):
            return None
        return next((p for s, e, p in people if s >= place.end and _IS_NAME.match(self.text[place.end : s])), None)

    def _owner_of_whose(self, sentence: Sentence, place: _Place) -> str | None:
        before = [m for m in self.resolution.overlapping(sentence.start, place.start) if self._is_body(m[2])]
        return before[-1][2] if before else None

    def _past_honorific(self, start: int, end: int) -> str:
        """The text between title and name, less a second title such as "Sen."."""
        gap = self.text[start:end]
        for title in self.titles.find(tokens := Tokens(gap).all):
            if tokens[title.last - 1].end >= len(gap.rstrip()) and tokens[title.first].start <= 2:
                return " "
        return gap

    def _name_behind(self, people: list[tuple[int, int, str]], place: _Place) -> tuple[int, int, str] | None:
        for start, end, party in reversed(people):
            if end <= place.start and place.start - end < 110:
                gap = self.text[end : place.start]
                degrees = self.words.degrees.match(gap)
                if degrees and degrees.end() < len(gap):
                    end, gap = end + degrees.end(), gap[degrees.end() :]
                if _HE.fullmatch(self.text[start:end]) and not re.match(r"\s(?:is|was|has|serve[ds])\b", gap):
                    continue
                if self._appositive(gap, end):
                    return start, end, party
        return None

    def _appositive(self, gap: str, at: int) -> bool:
        if re.fullmatch(r"\s\(|,\s\d\d,\s", gap):
            return True
        if match := _AFTER_NAME.match(gap):
            words = gap.lower()
            return not match["owner"] or not re.search(r"\b(?:said|told|by|and|that|with)\b", words)
        lead = re.match(r"^\s?[,—–]\s?(?:the\s|a\s|an\s)?", gap)
        if lead and lead.end() < len(gap):
            body = [m for m in self.resolution.overlapping(at + lead.end(), at + len(gap)) if m[0] == at + lead.end()]
            return bool(body) and not self.text[body[0][1] : at + len(gap)].strip(" '’s")
        return bool(
            re.match(
                r"^\s?[,—–]\s(?:[A-Za-z&,/ -]{2,60}\s(?:and|&)\s|(?:[\w&]+\s){0,3}[\w&]+,\s)(?:the\s"
                r"|its\s)?$",
                gap,
            )
        ) and bool(self.titles.find(Tokens(gap).all))

    def _widen(self, sentence: Sentence, place: _Place) -> None:
        """Take in what the title is of, where that is no party: "of sales", "EVP Commercial Products"."""
        after = self.text[place.end : sentence.end]
        match = _TITLE_OF_LOWER.match(after)
        if not match and not after.startswith((" of the ", " at ")):
            match = _TITLE_OF_CAPS.match(after)
            if match and re.match(r"\s(?:of|for)\s", match[0]) and not self._department(match[0]):
                match = None
            while match and any(
                self._is_body(m[2]) or self.resolution.kind(m[2]) == "person"
                for m in self.resolution.overlapping(place.end, place.end + match.end())
            ):
                match = None
        if match and not self.words.is_place(match[0].strip().removeprefix("of ").removeprefix("for ")):
            place.end += len(match[0].rstrip())
            place.text = self.text[place.start : place.end]

    def _department(self, words: str) -> bool:
        """Whether "of Capital Markets" names a department."""
        parts = [part for part in words.split()[1:] if part not in ("and", "&", "of")]
        return all(part in self.words.departments for part in parts)

    def _is_body(self, party: str) -> bool:
        return self.resolution.kind(party) != "person"

    def _body_of(self, sentence: Sentence, place: _Place) -> str | None:
        """The organisation behind "of", "at", or a comma."""
        for low, _, party, _ in self.resolution.overlapping(place.end, sentence.end):
            if low >= place.end and self._is_body(party) and _OF.match(gap := self._plain_gap(place.end, low)):
                return self._last_in_chain(low, party, sentence) if gap.startswith(",") else party
            if low > place.end + 60:
                break
        return None

    def _last_in_chain(self, start: int, party: str, sentence: Sentence) -> str:
        """In "head of sales, Retail Products, Acme" the organisation is the last of the names."""
        end = start
        for low, high, other, _ in self.resolution.overlapping(start, sentence.end):
            if not self._is_body(other) or (end > start and self.text[end:low] != ", "):
                break
            end, party = high, other
        return party

    def _plain_gap(self, start: int, end: int) -> str:
        """The text between two mentions, less "Florida's" and the like before a name."""
        gap = re.sub(r"(?:[A-Z][\w.]+['’]s\s|[A-Z][a-z]+-based\s)$", "", self.text[start:end])
        described = re.match(r"^(\s?(?:of|at|for|with)\s)(?:(?:the|a|an|its)\s)?((?:[\w.&’'-]+\s){1,8})$", gap)
        if not described:
            return gap
        words = described[2].split()
        if words[-1].lower() in self.words.company_roles or words[-1] in self.words.roles:
            del words[-1]
            while words and (words[-1] in self.words.demonyms or words[-1].islower()) and words[-1] not in ("of", "at"):
                del words[-1]
            gap = described[1] + "".join(word + " " for word in words)
        if _OF_ARM.search(gap):
            return described[1]
        return gap if re.match(r"^\s?(?:of|at|for|with)\s$", gap) else self.text[start:end]

    def _owner(self, after: int, place: _Place) -> str | None:
        """The organisation in "Tullow, Acme's CEO" or "Tullow, the company's CEO"."""
        for low, high, party, _ in reversed(self.resolution.overlapping(after, place.start)):
            if self._is_body(party) and low >= after and re.match(r"^(?:['’]s?)?\s$", self.text[high : place.start]):
                return party
        return None

    def _body_before(self, sentence: Sentence, place: _Place, floor: int = 0) -> str | None:
        """The organisation in "Acme CEO", "Acme's chief executive", "Acme Ltd (ASX: ACM) managing
        director"; or of an office.
        """
        inside = [
            m
            for m in self.resolution.overlapping(place.start, place.end)
            if self.resolution.kind(m[2]) == "public_body"
        ]
        if inside:
            return inside[0][2]
        for low, high, party, _ in reversed(
            self.resolution.overlapping(max(sentence.start, floor, place.start - 90), place.start)
        ):
            gap = re.sub(r"\([^()]*\)?", "", self.text[high : place.start])
            if (
                low >= floor
                and self._is_body(party)
                and re.match(r"^(?:['’]s?)?\s+(?:(?:[a-z-]+|co-founder and|founder and)\s){0,2}$", gap)
                and not re.search(r"\b(?:and|as|by|of|to|with|that|for|in|when|after)\b", gap)
            ):
                return party
            if gap.strip(") "):
                break
        return self._government(sentence, place)

    def _government(self, sentence: Sentence, place: _Place) -> str | None:
        """The government behind "Ruritanian prime minister" or "federal minister", if the article has
        it as a party; the court of a judge, the council of a mayor.
        """
        lower = place.text.lower()
        if not self._office(place) and not re.search(r"\b(?:provost|dean|rector|professor|treasurer)\b", lower):
            return None
        lead = self.text[sentence.start : place.start].split()
        adjective = "federal" if place.text.lower().startswith("federal") else (lead[-1] if lead else "")
        if adjective != "federal" and adjective not in self.words.demonyms:
            own = self._same_line_government(sentence, place)
            return own or self.offices.of_title(place.text, sentence)
        stem = {"American": "United States", "U.S.": "United States", "US": "United States"}.get(adjective, adjective)
        for party in self.resolution.parties:
            if party.kind == "public_body" and any(stem in m.text and "overnment" in m.text for m in party.mentions):
                return party.id
        return None

    def _same_line_government(self, sentence: Sentence, place: _Place) -> str | None:
        if not place.text.lower().startswith("federal"):
            return None
        return next(
            (p.id for p in self.resolution.parties if any(m.text.endswith("federal government") for m in p.mentions)),
            None,
        )

    def _body_behind(self, sentence: Sentence, after: int) -> str | None:
        """ "CEO Ada Tullow of Acme"."""
        for low, _, party, _ in self.resolution.overlapping(after, min(sentence.end, after + 40)):
            if low >= after and self._is_body(party) and re.match(r"^\s(?:of|at)\s(?:the\s)?$", self.text[after:low]):
                return party
        return None

    def _office(self, place: _Place) -> bool:
        words = place.text.lower()
        return (
            any(
                words == office or words.endswith((" " + office, "-" + office)) or words.startswith(office + " ")
                for office in self.titles.offices
            )
            or words == "president"
            or words.startswith(("opposition ", "shadow "))
        )

    def _fact(
        self, number: int, sentence: Sentence, person: str, place: _Place, body: str | None, rule: str
    ) -> Iterator[Draft]:
        rule_score = 1.0
        if body is not None and _LOCAL_OFFICE.search(place.text) and self.resolution.kind(body) == "company":
            body = None
        if body is None and _OF_UNKNOWN.match(self.text, place.end, sentence.end):
            return
        if re.search(r"\b(?:[Hh]is|[Hh]er|[Mm]y)\s(?:\w+\s)?$", self.text[max(0, place.start - 20) : place.start]):
            return
        if body is None:
            body, owned = self.offices.owner(number, place.start)
            if body is None and owned:
                return
        if body is None and place.past and self._office(place):
            return
        bare_president = (
            place.text == "President"
            and rule == "position.title-name"
            and not re.search(
                r"\b(?:existing|current|new|company|group|firm|bank|and|its|their)\s$",
                self.text[sentence.start : place.start],
            )
        )
        if (
            body is None
            and not bare_president
            and not (rule == "position.title-name" and self._office(place) and place.text.lower() != "president")
        ):
            body = self._context(sentence, place)
            rule_score = 0.5
            if body is None:
                return
        change, status = ("left", "completed") if place.past else ("holds", "ongoing")
        if coming := _INCOMING.match(place.text):
            place.start += coming.end()
            place.text = self.text[place.start : place.end]
            change, status = "appointed", "expected"
        yield self._draft(number, rule, person, body, place, change, status, rule_score)

    def _context(self, sentence: Sentence, place: _Place) -> str | None:
        """The company that a bare "CEO Ada Tullow" must be of: the last one before it in its
        sentence, else the one most spoken of.
        """
        if not re.search(
            r"(?i)chief|ceo|cfo|coo|cto|president|chair|founder|director|officer|head\b|counsel\b|treasurer"
            r"|spokes",
            place.text,
        ):
            return None
        ahead = re.search(r"([\w’'-]+)\s$", self.text[sentence.start : place.start])
        if ahead and self._unknown_body(ahead[1]):
            return None
        if self.resolution.release and self.resolution.main:
            return self.resolution.main
        line = self.text.rfind("\n", 0, place.start) + 1
        for low in (sentence.start, line):
            before = [
                m[2] for m in self.resolution.overlapping(low, place.start) if self.resolution.kind(m[2]) == "company"
            ]
            if len(set(before)) == 1:
                return before[-1]
        return self.resolution.main

    def _unknown_body(self, word: str) -> bool:
        """Whether the word before a title is the name of something that is no party ("Etherium founder")."""
        small = word.lower()
        return word[0].isupper() and small not in self.words.function and not self.titles.describes(small)

    def _draft(
        self,
        number: int,
        rule: str,
        person: str,
        body: str | None,
        place: _Place,
        change: str,
        status: str,
        score: float,
        cues: tuple[Span, ...] = (),
    ) -> Draft:
        span = Span(place.start, place.end)
        if change == "holds" or person not in self.known:
            self.known.setdefault(person, (place.text, body, span))
        return Draft(
            "position",
            number,
            rule,
            subject=person,
            object=body,
            status=status,
            score=score,
            keys={"title": place.text, "change": change},
            cues=[span, *cues],
        )

    # -- verbs of change -----------------------------------------------------------------------------------

    def _changes(
        self, number: int, sentence: Sentence, people: list[tuple[int, int, str]], places: list[_Place]
    ) -> Iterator[Draft]:
        text = self.text
        for match in self.linker._verb.finditer(text, sentence.start, sentence.end):
            for voice in ("body", "passive", "active"):
                entry = self.linker._verbs.get(f"{voice} {match[0].lower()}")
                if entry is None:
                    continue
                person = self._person_of(voice, match, sentence, people)
                if person is None:
                    continue
                draft = self._change(number, sentence, match, entry, person, places, people)
                if draft is not None:
                    yield draft
                    break

    def _person_of(
        self, voice: str, match: re.Match[str], sentence: Sentence, people: list[tuple[int, int, str]]
    ) -> tuple[int, int, str] | None:
        lead = self.text[sentence.start : match.start()]
        passive = bool(_BE.search(lead))
        if voice == "body":
            if passive:
                return None
            return next(
                ((s, e, p) for s, e, p in people if s >= match.end() and self._object_gap(self.text[match.end() : s])),
                None,
            )
        if (voice == "passive") != passive:
            return None
        before = [(s, e, p) for s, e, p in people if e <= match.start()]
        if not before:
            return None
        for person in reversed(before):
            gap = re.sub(r"\([^()]*\)|—[^—]*—|,[^,]*,", "", self.text[person[1] : match.start()])
            if re.match(
                r"^\s*,?\s*(?:who\s)?(?:(?:has|have|had|will|would|was|were|is|are|be|been|being|to|also"
                r"|now|formally|recently|\w+ly|set|due|expected|plans|intends|agreed|then|did|not|may"
                r"|could|shall|abruptly)\s)*$",
                gap,
                re.IGNORECASE,
            ):
                return person
        return None

    def _object_gap(self, gap: str) -> bool:
        """Whether only a description stands between a verb and the person: "its chief executive",
        "veteran banker".
        """
        return len(gap) < 70 and not re.search(r"[.;:“”\"]|\b(?:in|as|by|that|because|after|when|from|for|and)\b", gap)

    def _change(
        self,
        number: int,
        sentence: Sentence,
        match: re.Match[str],
        entry: tuple[str, str, str],
        person: tuple[int, int, str],
        places: list[_Place],
        people: list[tuple[int, int, str]],
    ) -> Draft | None:
        change, voice, rule = entry
        anchor = max(match.end(), person[1]) if voice == "body" else match.end()
        place = next(
            (p for p in places if p.start >= anchor and self._leads_to_title(self.text[anchor : p.start], voice)),
            None,
        )
        lead = self.text[max(sentence.start, match.start() - 40) : match.start()]
        status = (
            "expected"
            if _FUTURE.search(lead)
            and not re.search(r"\b(?:was|were|has|have|had)\b[\w ]*$", lead)
            and not (_BE.search(lead) and re.search(r"\b(?:is|are) $", lead) and voice == "passive")
            else "completed"
        )
        cue = Span(match.start(), match.end())
        if place is None:
            return self._leaves_known(number, change, rule, match, person, status, cue, sentence)
        self._widen(sentence, place)
        body = self._body_of(sentence, place) or self._owner(anchor, place) or self._body_between(anchor, place.start)
        if body is None and voice == "body":
            body = self.offices.first(sentence.start, match.start())
        body = body or self._context(sentence, place)
        if body is None:
            return None
        draft = self._draft(number, rule, person[2], body, place, change, status, 1.0, (cue,))
        draft.date = self._date(sentence, match.end())
        return draft

    def _leads_to_title(self, gap: str, voice: str) -> bool:
        """Whether the words between verb (or its object) and title make it the title taken: "as its
        new", ", to be".
        """
        if len(gap) > 90 or re.search(r"[;:“”\"]|\b(?:said|told|but|which|while|who|succeeds|former|by)\b", gap):
            return False
        return bool(
            re.search(
                r"(?:\b(?:as|to|the|its|their|his|her|a|an|new|be|become|next|role of|position of"
                r"|post of|first|from|of|interim|acting)\s)$|^\s$",
                gap,
            )
        )

    def _body_between(self, start: int, end: int) -> str | None:
        found = [m[2] for m in self.resolution.overlapping(start, end) if self._is_body(m[2])]
        return found[-1] if found else None

    def _leaves_known(
        self,
        number: int,
        change: str,
        rule: str,
        match: re.Match[str],
        person: tuple[int, int, str],
        status: str,
        cue: Span,
        sentence: Sentence,
    ) -> Draft | None:
        """ "The board removed Tullow": the title is the one the article has given the person before."""
        if change != "left" or person[2] not in self.known:
            return None
        bare = match[0].lower() in ("leave", "leaves", "leaving", "exit", "exits", "retired", "departing")
        if bare and not (status == "expected" and _GOES.match(self.text, match.end(), sentence.end)):
            return None
        title, body, span = self.known[person[2]]
        if body is None:
            return None
        draft = Draft(
            "position",
            number,
            rule,
            subject=person[2],
            object=body,
            status=status,
            score=0.8,
            keys={"title": title, "change": change},
            cues=[span, cue],
        )
        draft.date = self._date(sentence, match.end())
        return draft

    def _date(self, sentence: Sentence, after: int) -> str | None:
        """The TIMEX3 value of the date nearest behind the verb; a date of announcing is none."""
        for date in self.dates:
            if (
                date.type == "DATE"
                and date.value
                and after <= date.start < sentence.end
                and date.start - after < 110
                and re.match(r"\d{4}|XXXX", date.value)
            ) and not _ADMIN.search(self.text[max(0, date.start - 24) : date.start]):
                return date.value
        return None

    # -- once each -----------------------------------------------------------------------------------------

    def _once(self) -> list[Draft]:
        """One fact a person, title and change; the one with the surer organisation stays."""
        best: dict[tuple[str | None, str, str], Draft] = {}
        for draft in self.drafts:
            key = (draft.subject, _same_title(draft.keys["title"]), draft.keys["change"])
            other = best.get(key)
            if other is None or (draft.score, draft.object is not None) > (
                other.score,
                other.object is not None,
            ):
                best[key] = draft
        taken = {(d.subject, _same_title(d.keys["title"])) for d in best.values() if d.keys["change"] == "appointed"}
        kept = [
            d
            for d in best.values()
            if not (d.keys["change"] == "holds" and (d.subject, _same_title(d.keys["title"])) in taken)
        ]
        return sorted(kept, key=lambda d: (d.sentence, d.cues[0].start, d.subject or ""))


def _same_title(title: str) -> str:
    """A title for comparing: small letters, initials written out."""
    words = title.lower().replace("&", "and")
    return " and ".join(_INITIALS.get(part.strip(), part.strip()) for part in words.split(" and "))
