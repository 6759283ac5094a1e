"""What the readers of positions share: the people and titles of a sentence, and the facts made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...find.titles import Titles
from ...find.words import PartyWords, Tokens
from ...mentions import Sentence, Span
from ...records import Date
from ..draft import Draft
from .chooser import PostChooser
from .offices import Offices
from .topics import Topics

if TYPE_CHECKING:
    from ...nlp import Analysis
    from ...resolve import Resolution

#: A person's mention: start, end, party id.
Person = tuple[int, int, str]
#: An organisation: a party id, or the article's words for one that is no party.
Body = str | Span
HE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
#: An age behind a name.
_AGE = re.compile(r",\s[1-9]\d,\s")
_ADMIN = re.compile(r"\b(?:(?:announc\w+|said|told|reported)\s(?:on\s|late\s|early\s)?|since\s)$")
#: What stands between a change of post and a date of something else; one to come may be that of the change
#: ("when Kerr retires on 1 July"), and asides that end before the date are nothing.
_WHO = re.compile(r"\b(?:who|which|whose)\b")
_OTHER_CLAUSE = re.compile(
    r"\b(?:when|while|because|as\s(?:it|he|she|the)|since|until"
    r"|(?:after|before)(?!\s(?:[\w-]+\s){0,4}(?:years?|months?|weeks?|decades?)\b))\b"
)
_ASIDE = re.compile(r",\s(?:who|which|whose)\b[^,;]{0,80},")
#: What a date that opens a sentence stands behind: "On Monday, March 3".
_OPENS = re.compile(r"(?:In|On|Late\sin|Early\sin|At\sthe\sstart\sof)\s(?:[A-Z]\w+day,\s)?")
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

#: What stands for a title where only a verb tells of the post.
HEADING = frozenset(
    {"lead", "led", "leads", "head", "headed", "heads", "run", "ran", "runs", "chair", "chaired", "chairs", "co-chairs",
     "co-chaired", "edits", "managed"}
)  # fmt: skip
_UNDER = re.compile(r"\b(?:vice|deputy|assistant|[es]?vp)\b")
_PARTS = re.compile(r"\sand\s|[,/]")
_CHIEF = re.compile(r"\bchief ((?:(?!officer)\w+ ?){1,3})officer\b")
#: How many sentences back "he" finds whom it means, and one who is the only one named there.
NEAR, FAR = 2, 4
#: The longest story of one person, in sentences, and the words that go on with it.
CHAIN = 12
#: "Dick Reeve's New Year Show" is no story of Dick Reeve.
_OWNS_WORK = re.compile(r"['’]s\s[A-Z]")
_GOES_ON = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
_FOLLOWS = re.compile(r"\b(?:succeed|replac|t(?:ak|ook)\w*\s(?:\w+\s)?over\sfrom|hand\w*\s(?:\w+\s)?over\sto)")
_GONE = re.compile(
    r"\b(?:[Hh]e|[Ss]he)\s(?:is\snow|(?:will\s)?(?:remain|stay|continue)s?|(?:is\s|will\s|plans\sto\s)?(?:retir|step|leav)\w*"
    r"|had\s(?:led|run|headed|held))\b"
)
#: Words of titles that tell nothing.
_LIGHT = frozenset({"and", "of", "the", "for", "in", "a"})


@dataclass(slots=True)
class Place:
    """A title as it stands in a sentence: its span and whether it is past."""

    start: int
    end: int
    past: bool
    text: str


class Posts:
    """One article's parties, dates and titles, and the posts that it has told so far."""

    def __init__(
        self,
        titles: Titles,
        words: PartyWords,
        analysis: Analysis,
        resolution: Resolution,
        dates: list[Date],
    ):
        self.titles, self.words = titles, words
        self.resolution, self.dates = resolution, dates
        self.sentences, self.text = analysis.sentences, analysis.article.text
        self.published = (analysis.article.published or "")[:10]
        #: Person → (title, organisation, where): the first post that the article gave them, in full words if it has.
        self.known: dict[str, tuple[str, Body | None, Span]] = {}
        #: Person → the same of the last post that the article says they take.
        self.taken: dict[str, tuple[str, Body | None, Span]] = {}
        chooser = PostChooser(self.text, analysis.sentences, resolution, self.known)
        self.offices = Offices(self.text, analysis.sentences, resolution, words, chooser)
        self.topics = Topics(self.text, analysis.sentences, resolution, chooser)

    def people(self, start: int, end: int) -> list[Person]:
        found = []
        for low, high, party, form in self.resolution.overlapping(start, end):
            if form == "name" and (person := self._person(low, high, party)):
                found.append((low, high, person))
        return found

    def _person(self, start: int, end: int, party: str) -> str | None:
        """The person whom a name means: also where a firm that bears a family's name has that ("Tullow, 54,")."""
        if self.resolution.kind(party) == "person":
            return party
        name = self.text[start:end]
        if " " in name or not _AGE.match(self.text, end):
            return None
        before = [m for m in self.resolution.mentions if m[1] <= start and self.resolution.kind(m[2]) == "person"]
        return next((m[2] for m in reversed(before) if self.text[m[0] : m[1]].endswith(" " + name)), None)

    def spoken_of(self, number: int) -> str | None:
        """Whom "he" or "she" means where its sentence names nobody before: the one named first in the nearest
        sentence before, a few sentences back only if it names nobody else; sentences that go on about "her" do not
        count. Where one follows the other, what is told of who leaves is told of nobody.
        """
        away = 1
        for back in range(1, min(number, CHAIN) + 1):
            earlier = self.sentences[number - back]
            named = [p for p in self.people(earlier.start, earlier.end) if not _OWNS_WORK.match(self.text, p[1])]
            if named:
                if len({person[2] for person in named}) == 1:
                    return named[0][2]
                here = self.sentences[number]
                gone = _FOLLOWS.search(self.text, earlier.start, earlier.end) and _GONE.search(
                    self.text, here.start, here.end
                )
                return None if gone or away > NEAR else named[0][2]
            away += _GOES_ON.search(self.text, earlier.start, earlier.end) is None
            if away > FAR:
                return None
        return None

    def opening_title(self, sentence: Sentence) -> Place | None:
        """The title that a line opens with."""
        tokens = Tokens(self.text[sentence.start : sentence.end])
        found = self.titles.find(tokens.all)
        if not found or found[0].first or found[0].past:
            return None
        start, end = sentence.start + tokens.starts[0], sentence.start + tokens.ends[found[0].last - 1]
        return Place(start, end, False, self.text[start:end])

    def is_body(self, party: str) -> bool:
        return self.resolution.kind(party) != "person"

    def draft(
        self,
        number: int,
        rule: str,
        person: str,
        body: Body | None,
        place: Place,
        change: str,
        status: str,
        score: float,
        cues: tuple[Span, ...] = (),
    ) -> Draft:
        span = Span(place.start, place.end)
        if change == "appointed" and not place.text.lower().endswith("member"):
            self.taken[person] = (place.text, body, span)
        self.known.setdefault(person, (place.text, body, span))
        if self._spells_out(person, body, place.text):
            self.known[person] = (place.text, body, span)
        return Draft(
            "position",
            number,
            rule,
            subject=person,
            object=body if isinstance(body, str) else None,
            object_text=body if isinstance(body, Span) else None,
            status=status,
            score=score,
            keys={"title": place.text, "change": change},
            cues=[span, *cues],
        )

    def _spells_out(self, person: str, body: Body | None, title: str) -> bool:
        """Whether a title is in full words what the article gave a person in initials: "CFO"."""
        known, where, _ = self.known[person]
        return known.isupper() and not title.isupper() and where == body and same_title(known) == same_title(title)

    def is_to_come(self, start: int, end: int) -> bool:
        """Whether the first day or month told in [start, end) is later than the article."""
        dates = [d for d in self.dates if d.type == "DATE" and start <= d.start < end and d.from_]
        return bool(dates and self.published) and dates[0].from_ > self.published

    def opening_date(self, sentence: Sentence, before: int) -> str | None:
        """The date that a sentence opens with: "On 3 March Tier named"."""
        for date in self.dates:
            if date.type == "DATE" and sentence.start <= date.start < before and date.value:
                opens = _OPENS.fullmatch(self.text, sentence.start, date.start)
                return date.value if opens and re.match(r"\d{4}", date.value) else None
        return None

    def date(self, sentence: Sentence, after: int) -> str | None:
        """The TIMEX3 value of the date nearest behind the verb; a date of announcing is none, nor one since which."""
        for date in self.dates:
            if (
                date.type == "DATE"
                and date.value
                and after <= date.start < sentence.end
                and date.start - after < 110
                and re.match(r"\d{4}|XXXX", date.value)
            ) and not (
                _ADMIN.search(self.text[max(0, date.start - 24) : date.start])
                or self._of_other(date, _ASIDE.sub(",", self.text[after : date.start]))
            ):
                return date.value
        return None

    def _of_other(self, date: Date, between: str) -> bool:
        """Whether a date is that of another clause behind the verb: "after sales fell in 2023"."""
        if _WHO.search(between):
            return True
        to_come = bool(self.published and date.from_) and date.from_ > self.published
        return not to_come and _OTHER_CLAUSE.search(between) is not None


def same_title(title: str) -> str:
    """A title for comparing: small letters, initials written out."""
    words = title.lower().replace("&", "and")
    return " and ".join(_INITIALS.get(part.strip(), part.strip()) for part in words.split(" and "))


def alike(one: str, other: str) -> bool:
    """Whether two titles may be those of one post: they share a word, and are not of different things."""
    if HEADING & {one, other}:
        return True
    parts = [[part.strip() for part in _PARTS.split(same_title(title))] for title in (one, other)]
    if not any(_one_rank(first, second) for first in parts[0] for second in parts[1]):
        return False
    fields = [_words(title.partition(" of ")[2]) for title in (one, other)]
    return not all(fields) or bool(fields[0] & fields[1])


def _one_rank(one: str, other: str) -> bool:
    """Whether they share a word, and neither is the other's deputy or chief of another thing."""
    first, second = _words(one), _words(other)
    if (first and second and not first & second) or bool(_UNDER.search(one)) != bool(_UNDER.search(other)):
        return False
    chiefs = [_CHIEF.search(title) for title in (one, other)]
    return not all(chiefs) or chiefs[0][1] == chiefs[1][1]


def _words(title: str) -> set[str]:
    return set(re.findall(r"\w+", same_title(title))) - _LIGHT
