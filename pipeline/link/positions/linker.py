"""Positions: who holds, takes or leaves which title at which organisation.

Two ways lead to most facts. A title beside a name ("Acme CEO Ada Tullow", "Ada Tullow, chief executive of Acme,")
says that the person holds it, or held it when "former" stands before it. A verb of change ("named", "will
step down as") says that the person takes or leaves it. Careers, boards, lists, handovers, trades and the like have
readers of their own in the modules beside. All are read off the order of mentions, not off a parse.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ...find.titles import Pieces, Titles, is_plural, split
from ...find.words import PartyWords, tokens_of
from ...mentions import Sentence, Span
from ...patterns import Patterns
from ...records import Date
from ..draft import Draft
from .beside import Beside
from .bodies import Bodies
from .careers import THEIRS, Careers
from .changes import Changes, ChangeVerbs
from .contacts import Contacts
from .employers import Employers
from .formerly import Formerly
from .founders import Founders, told_otherwise
from .handovers import Handovers
from .heirs import Heirs
from .openings import Openings
from .posts import HE, Person, Place, Posts, same_title
from .seats import Seats
from .several import SEVERAL, Several
from .signatures import Signatures
from .successions import Successions
from .tasks import Tasks
from .trades import Trades
from .worded import HEADS_BODIES

if TYPE_CHECKING:
    from ...nlp import Analysis
    from ...resolve import Resolution


#: Capitalised words between a name and a title, and between "and" and a title.
_NAME_COMMA = re.compile(r"(?:,|\s[-–—]{1,2}|:|\s\|)\s((?:[A-Z][\w-]*\s(?:(?:and|&)\s)?){1,4})$")
_DEPARTMENT = re.compile(r"(?:\band|,|\bsaid)\s((?:[A-Z]\w+\s){1,2})$")
#: "the navy's procurement chief", "its marketing chief".
_CHIEF_OF = re.compile(
    r"(?:['’]s?|\b(?:[Ii]ts|[Tt]heir|[Oo]ur|[A-Z]\w+))\s(?:(?:former|then|new|outgoing|current|incoming|longtime)\s)?"
    r"(?P<field>(?!(?:former|said|then|new|outgoing|current|incoming|longtime|and)\s)[a-z-]+\s(?:[a-z-]+\s)?)$"
)
_FORMERLY = re.compile(
    r"(?:\bex-|\b(?:former|onetime|one-time|erstwhile)\s|\b(?:previously|formerly|then|most\srecently)\s(?:as\s|(?:as\s)?(?:the|an?|its)\s)|\bformer\sinterim\s"
    r"|,\s(?:once|sometime)\s(?:the\s|an?\s)?)$"
)
#: "former" before the name of whatever a title is of: "former French president", "former New York mayor".
_FORMER_NAMED = re.compile(
    r"\b(?:(?:[Ff]ormer|[Ee]x|[Oo]ne-?time|[Ee]rstwhile|[Pp]revious)\s|[Ee]x-)(?:[A-Z][\w.&’'-]*\s(?:(?:of|and|&)\s)?){1,4}$"
)
#: "Privatisation" before "Minister".
_MINISTER = re.compile(r"^(?:Deputy\s)?(?:Minister|Secretary|Commissioner)$")
_FIELD = re.compile(r"(?<![\w.]\s)(?<![\w’'.-])[A-Z][a-z]+(?:(?:,|\sand|\s&)?\s[A-Z][a-z]+){0,3}\s$")
#: "Trade, Industry and " before "Energy Minister", and words before it that are no field.
_FIELDS_AND = re.compile(r"\b[A-Z][\w-]+(?:,\s[A-Z][\w-]+){0,3},?\s(?:and|&)\s$")
_NO_FIELDS = frozenset({"Former", "Current", "New", "Deputy", "Senior", "Junior", "First", "Prime", "Chief", "Then"})
#: "County" before "Sheriff", and a name before that.
_OF_COUNTY = re.compile(
    r"(?P<name>(?!(?:Deputy|Assistant|Former|Chief|Senior|Vice|Acting|Interim|Associate|County|State|City)\s)[A-Z][\w’'-]+\s)?"
    r"(?:County|State|City)\s(?=(?:Mayor|Sheriff|Governor|Commissioner|Prosecutor|Judge|(?<!City\s)Attorney"
    r"|(?<!State\s)Senator|Treasurer|Comptroller|Superintendent)\b)"
)
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+\s$")
#: What follows a doctor's degree: another one, a verb, a title.
_DEGREE = re.compile(
    r",?\s(?:[A-Z]{2,5}\b(?![a-z])|[A-Z]?[a-z]*[A-Z]\.|(?:as|is|was|has|had|said|will|who|to|and)\b)"
    r"|,\s(?:[A-Z][a-z]+\s){0,3}(?:[Cc]hief|[Dd]irector|[Pp]resident|[Pp]rofessor|[Ff]ounder|[Hh]ead|CEO)"
)
#: Titles that tell no post where the article has another one of the person.
_VAGUE = frozenset({"executive", "senior executive", "boss", "leader", "attorney", "lawyer", "counsel"})

#: Between the start of a sentence and a title that nobody is given there.
_DENIED = re.compile(
    r"\b(?:not|never|n[’']t)\s(?:(?:been|be|yet|to|being|formally)\s){0,2}"
    r"(?:(?:named|appointed|elected|made|chosen|promoted|hired|picked|nominated|selected|confirmed|re-?elected)\s"
    r"(?:as\s|to\s(?:be\s)?)?)?(?:the\s|its\s|an?\s|their\s)?(?:[a-z-]+\s)?$"
)
#: What is only thought of: "if she is named chief executive".
_SUPPOSED = re.compile(
    r"\b(?:[Ii]f|[Uu]nless|[Ww]hether)\s[^,;.]{2,50}\s(?:is|was|were|be|becomes|become|gets)\s(?:[a-z-]+\s){0,3}$"
)
#: Words before a title that say it is none.
_NOT_REALLY = re.compile(
    r"\b(?:suspected|alleged|reputed|would-be|aspiring|prospective|potential|wannabe|self-styled|self-proclaimed|purported"
    r"|fictional)\s(?:[\w-]+\s)?$"
)
_NO_LONGER = re.compile(r"\b(?:is|was|are|were)\sno\slonger\s(?:the\s|its\s|an?\s|their\s)?(?:[a-z-]+\s)?$")
#: A person told of before, between the one who takes a post and "he".
_OTHER = re.compile(r"\b(?:succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)|over\sfrom)\s(?:him|her)\b")
#: From this score on the organisation of a post is told, and not guessed.
SURE = 0.9


class PositionLinker:
    """Finds position facts; holds word lists only, so it may be shared."""

    def __init__(self, patterns: Patterns):
        self.titles = Titles(patterns, staff=True)
        self.words = PartyWords(patterns)
        self.verbs = ChangeVerbs(self.titles.changes)

    def link(self, analysis: Analysis, resolution: Resolution, dates: list[Date]) -> list[Draft]:
        """The position facts of one article, each once, in text order."""
        return _Link(self, analysis, resolution, dates).run()

    def titled(self, analysis: Analysis, number: int) -> list[Span]:
        """The titles that stand in a sentence."""
        tokens, sentence = tokens_of(analysis.article.text), analysis.sentences[number]
        own = split(tokens, tokens.at(sentence.start), tokens.at(sentence.end))
        return [Span(own.starts[t.first], own.ends[t.last - 1]) for t in self.titles.find(own.all, plural=True)]


class _Link:
    """The work on one article."""

    def __init__(self, linker: PositionLinker, analysis: Analysis, resolution: Resolution, dates: list[Date]):
        self.posts = Posts(linker.titles, linker.words, analysis, resolution, dates)
        bodies = Bodies(self.posts)
        self.beside = Beside(self.posts, bodies)
        self.changes = Changes(self.posts, bodies, linker.verbs)
        self.careers = Careers(self.posts, bodies)
        self.formerly = Formerly(self.posts)
        self.openings = Openings(self.posts, bodies)
        self.seats = Seats(self.posts)
        self.founders = Founders(self.posts)
        self.signatures = Signatures(self.posts, bodies)
        self.successions = Successions(self.posts)
        self.handovers = Handovers(self.posts, bodies)
        self.heirs = Heirs(self.posts)
        self.tasks = Tasks(self.posts)
        self.trades = Trades(self.posts)
        self.several = Several(self.posts, bodies)
        self.employers = Employers(self.posts, self.several)
        self.contacts = Contacts(self.posts, bodies, analysis.article.blocks)
        self.drafts: list[Draft] = []

    def run(self) -> list[Draft]:
        tokens = tokens_of(self.posts.text)
        untitled: list[Draft] = []
        read: list[tuple[int, Sentence, list[Person]]] = []
        for number, sentence in enumerate(self.posts.sentences):
            named = self.posts.people(sentence.start, sentence.end)
            people = sorted([*named, *self._pronouns(number, sentence, named)])
            if not people and not THEIRS.match(self.posts.text, sentence.start, sentence.end):
                continue
            read.append((number, sentence, people))
            own = split(tokens, tokens.at(sentence.start), tokens.at(sentence.end))
            titles = self.posts.titles.find(own.all, plural=True)
            places = [self._place(own, t.first, t.last, t.past, sentence) for t in titles]
            places = [p for p in places if p.text.lower() != "business partner"]
            places = [p for p in places if not (self._inside_name(p) or self._of_a_board(p) or self._is_degree(p))]
            places = [p for i, p in enumerate(places) if not i or self.posts.text[places[i - 1].end : p.start].strip()]
            places = self.trades.find(sentence, named, places)
            beside = list(self.beside.find(number, sentence, people, [replace(place) for place in places]))
            changes = list(self.changes.find(number, sentence, people, places))
            used = {
                (at, d.subject)
                for d in changes
                if d.cues[1] < d.cues[0] or d.rule.startswith("change.appointed")
                for at in d.cues[0]
            }
            filled = {d.cues[0]: d.subject for d in changes if d.rule == "change.appointed.body"}
            beside = [
                d
                for d in beside
                if used.isdisjoint((at, d.subject) for at in d.cues[0])
                and (filled.get(d.cues[0], d.subject) == d.subject or is_plural(d.keys["title"]))
            ]
            self.drafts += beside
            self.drafts += changes
            taken = {d.cues[0].start for d in beside + changes}
            rest = [replace(place) for place in places if place.start not in taken]
            careers = list(self.careers.find(number, sentence, people, rest))
            self.drafts += careers
            openings = list(self.openings.find(number, sentence, people, [replace(place) for place in places]))
            self.drafts += openings
            told = [*beside, *changes, *careers, *openings]
            self.drafts += self.tasks.find(number, sentence, people, told)
            self.drafts += self.several.find(number, sentence, people, [replace(place) for place in places], told)
            self.drafts += self.signatures.find(number, sentence, named)
            self.drafts += self.successions.find(number, sentence, people, told)
            self.drafts += self.handovers.find(number, sentence, people, places, told)
            self.drafts += self.heirs.find(number, sentence, people, told, self.drafts)
            for seat in self.seats.find(number, sentence, people):
                if seat.keys["change"] != "holds":
                    seat.date = seat.date or self.posts.date(sentence, seat.cues[-1].end)
                self.drafts.append(seat)
            self.drafts += self.founders.find(number, sentence, people)
            untitled += self.formerly.find(number, sentence, people, self.drafts)
        if self.posts.sentences:
            self.drafts += self.contacts.find()
        self.drafts = [draft for draft in self.drafts if self._stands(draft)]
        told = [*self._once(), *untitled]
        for piece in read:
            told += list(self.employers.find(*piece, told))
        return told

    def _stands(self, draft: Draft) -> bool:
        """Whether nobody denies the post; who is "no longer" in it has left."""
        start = self.posts.sentences[draft.sentence].start
        title = draft.cues[0].start
        text = self.posts.text
        if _DENIED.search(text, start, title) or _SUPPOSED.search(text, start, title):
            return False
        if _NOT_REALLY.search(text, max(start, title - 40), title):
            return False
        if draft.keys["title"].startswith("Premier League"):
            return False
        if draft.keys["change"] == "holds" and _NO_LONGER.search(self.posts.text, start, title):
            draft.keys["change"], draft.status = "left", "completed"
        return True

    # -- the pieces of a sentence --------------------------------------------------------------------------

    def _pronouns(self, number: int, sentence: Sentence, named: list[Person]) -> list[Person]:
        """ "He" and "she", each for the person named first in this sentence or the nearest one before it."""
        found = []
        for match in HE.finditer(self.posts.text, sentence.start, sentence.end):
            before = next((person[2] for person in named if person[1] <= match.start()), None)
            if _OTHER.search(self.posts.text, sentence.start, match.start()):
                before = None  # "Ada Tullow will succeed him when he retires"
            meant = before or self.posts.spoken_of(number)
            if meant:
                found.append((match.start(), match.end(), meant))
        return found

    def _place(self, tokens: Pieces, first: int, last: int, past: bool, sentence: Sentence) -> Place:
        """The place of the title that tokens [first, last) of a sentence are."""
        start, end = tokens.starts[first], tokens.ends[last - 1]
        if tokens.all[first].low in ("elected", "named") and last > first + 1:
            start = tokens.starts[first + 1]  # "was elected president"
        if tokens.all[first].low == "under" and last > first + 1 and "ecretary" not in self.posts.text[start:end]:
            start = tokens.starts[first + 1]  # "Under chief executive Ada Tullow"
        if tokens.all[first].text == "California" and last > first + 1 and self._is_office(tokens, first + 1, last):
            start = tokens.starts[first + 1]  # the governor's state, and no part of the title
        start = self._opening(start, end, sentence)
        if self.posts.text.endswith("Sr. ", sentence.start, start):
            start -= 4
        county = _OF_COUNTY.match(self.posts.text, start, end)
        if county and (county["name"] or _CAPITAL.search(self.posts.text, sentence.start, start)):
            start = county.end()  # "Lowfield County Sheriff": the county's
        for low, high, _, form in self.posts.resolution.overlapping(start, end):
            if form == "name" and low < start < high < end and self.posts.text[high : high + 1] == " ":
                start = high + 1
        return Place(start, end, past or self._past(sentence, start), self.posts.text[start:end])

    def _is_office(self, tokens: Pieces, first: int, last: int) -> bool:
        """Whether tokens [first, last) are an office such as "Gov."."""
        return " ".join(token.low for token in tokens.all[first:last]).replace(" .", ".") in self.posts.titles.offices

    def _opening(self, start: int, end: int, sentence: Sentence) -> int:
        """Where a title begins that has more capitalised words than the qualifiers known ("DC Manager")."""
        text = self.posts.text
        if text[start:end] == "chief" and (field := _CHIEF_OF.search(text, max(sentence.start, start - 50), start)):
            return field.start("field")
        if _MINISTER.search(text[start:end]) and (field := _FIELD.search(text, max(sentence.start, start - 40), start)):
            words = [word.strip(",") for word in field[0].split() if word not in ("and", "&")]
            if not self.posts.resolution.overlapping(field.start(), start) and not any(map(self._is_owner, words)):
                return field.start()
        if text[start:end].endswith("Minister") and (at := self._fields(start, sentence)) is not None:
            return at
        lead = _NAME_COMMA.search(text, max(sentence.start, start - 60), start)
        if lead is None or (HEADS_BODIES.search(text[start:end]) and not self._is_field(lead[1])):
            lead = _DEPARTMENT.search(text, max(sentence.start, start - 40), start)
            if lead is None or not all(word in self.posts.words.departments for word in lead[1].split()):
                return start
        elif not any(person[1] == lead.start() for person in self.posts.people(sentence.start, start)):
            return start
        return start if self.posts.resolution.overlapping(lead.start(1), start) else lead.start(1)

    def _is_field(self, words: str) -> bool:
        """Whether words before a title are such as departments are called by: "Region" before "Vice President"."""
        known = self.posts.words.departments | self.posts.titles.fields
        return all(word in known for word in words.split())

    def _fields(self, start: int, sentence: Sentence) -> int | None:
        """Where "Trade, Industry and" before "Energy Minister" begins, or what a model takes for a firm there."""
        text, resolution = self.posts.text, self.posts.resolution
        before = resolution.overlapping(max(sentence.start, start - 50), start)
        if before and before[-1][1] == start - 1 and resolution.kind(before[-1][2]) in ("company", "organization"):
            return before[-1][0]
        lead = _FIELDS_AND.search(text, max(sentence.start, start - 60), start)
        if lead is None or resolution.overlapping(lead.start(), start):
            return None
        words = re.findall(r"[A-Z][\w-]+", lead[0])
        known = self.posts.words.departments | self.posts.titles.fields
        fields = [w for w in words if w in known or (self.posts.titles.describes(w.lower()) and w not in _NO_FIELDS)]
        places = any(map(self.posts.words.is_place, words))
        return lead.start() if (len(words) > 1 or fields) and not places else None

    def _is_owner(self, word: str) -> bool:
        """Whether a word before "Minister" says of what state or which one: "Norwegian", "Former", "The"."""
        words = self.posts.words
        return words.is_place(word) or word.lower() in words.function or self.posts.titles.describes(word.lower())

    def _past(self, sentence: Sentence, start: int) -> bool:
        """Whether "former" or the like stands before the title, or before the organisation before it."""
        lead = self.posts.text[max(sentence.start, start - 60) : start].lower()
        if _FORMERLY.search(lead) or _FORMER_NAMED.search(self.posts.text, max(sentence.start, start - 60), start):
            return True
        before = self.posts.resolution.overlapping(max(sentence.start, start - 60), start)
        if not before or self.posts.text[before[-1][1] : start].strip() not in ("", "'s", "’s", "'", "’"):
            return False
        words = self.posts.text[sentence.start : before[-1][0]].lower().split()
        if words and words[-1] == "then-":
            return True
        return bool(words) and words[-1].removesuffix("-") in self.posts.titles.past_words - {"then", "late"}

    def _of_a_board(self, place: Place) -> bool:
        """Whether the "directors" are those of "the board of directors"."""
        return bool(re.search(r"(?i)\bboard\sof\s$", self.posts.text[max(0, place.start - 9) : place.start]))

    def _is_degree(self, place: Place) -> bool:
        """Whether "MD" is a doctor's: ", MD, MBA" and ", MD, has" behind a name."""
        text = self.posts.text
        return place.text == "MD" and text.endswith(", ", 0, place.start) and bool(_DEGREE.match(text, place.end))

    def _inside_name(self, place: Place) -> bool:
        """Whether the title is a piece of a party's name ("General Motors", "Executive Council")."""
        return any(
            low <= place.start
            and place.end <= high
            and (low, high) != (place.start, place.end)
            and form == "name"
            and not (self.posts.resolution.kind(party) == "person" and self.posts.text[place.end] == " ")
            for low, high, party, form in self.posts.resolution.overlapping(place.start, place.end)
        )

    def _specific(self) -> list[Draft]:
        """The drafts less those with a mere "executive" or "founder" of whom the article tells the post."""
        posts = {(d.subject, d.object) for d in self.drafts if d.keys["title"].lower() not in _VAGUE}
        gone = {
            (d.subject, d.object, d.sentence, same_title(d.keys["title"]))
            for d in self.drafts
            if d.keys["change"] == "left" and d.status == "completed"
        }
        said = {(d.subject, d.object, d.sentence) for d in self.drafts if d.rule != "position.led-by-whom"}
        return [
            d
            for d in self.drafts
            if not (d.keys["title"].lower() in _VAGUE and (d.subject, d.object) in posts and not self._of(d))
            and not (
                d.keys["change"] == "holds"  # "its chairman, Ada Tullow, had resigned"
                and (d.subject, d.object, d.sentence, same_title(d.keys["title"])) in gone
            )
            and not (d.rule == "position.led-by-whom" and (d.subject, d.object, d.sentence) in said)
            and not told_otherwise(d, self.drafts)
        ]

    def _of(self, draft: Draft) -> bool:
        """Whether "of" behind a title says of what: the leader of a council holds a post."""
        return self.posts.text.startswith(" of ", draft.cues[0].end)

    def _once(self) -> list[Draft]:
        """One fact a person, title and change; the one with the surer organisation stays."""
        best: dict[tuple[str | None, ...], Draft] = {}
        specific = self._specific()
        sure = {_post(d) for d in specific if d.score >= SURE and d.object}
        for draft in specific:
            guess = draft.score < SURE or (draft.object is None and draft.object_text is None)
            if guess and _post(draft) in sure and draft.rule not in SEVERAL:
                continue  # beside what is told
            body = draft.object if draft.rule in SEVERAL or not guess else None
            key = (draft.subject, same_title(draft.keys["title"]), draft.keys["change"], body)
            other = best.get(key)
            if other is None or (draft.score, draft.object is not None) > (
                other.score,
                other.object is not None,
            ):
                best[key] = draft
            elif other.keys["title"].isupper() and not draft.keys["title"].isupper() and draft.score >= other.score:
                best[key] = draft if draft.object == other.object else other  # the title as the article spells it out
        taken = {
            (d.subject, same_title(d.keys["title"]), body)
            for d in best.values()
            if d.keys["change"] == "appointed"
            for body in (d.object, None)
        }
        kept = [
            d
            for d in best.values()
            if d.keys["change"] != "holds"
            or d.rule == "position.career"  # "will continue as"
            or (d.subject, same_title(d.keys["title"]), d.object) not in taken
        ]
        return sorted(kept, key=lambda d: (d.sentence, d.cues[0].start, d.subject or ""))


def _post(draft: Draft) -> tuple[str | None, str, str]:
    return draft.subject, same_title(draft.keys["title"]), draft.keys["change"]
