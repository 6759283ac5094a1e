"""Posts that open a sentence before the person is named: "As head of sales at Acme, Ada Tullow ran the shops"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...mentions import Sentence, Span
from ..draft import Draft
from .bodies import Bodies
from .posts import Body, Person, Place, Posts
from .worded import Worded

#: "Most recently, as the", "Now, as", "In her role as".
_AS = re.compile(
    r"(?P<lead>(?:(?:(?:Now|Today|Currently|Previously|Formerly|Then|Later|Earlier|There|Also|Most\srecently|Before\sthat"
    r"|Prior\sto\s(?:that|this)|Prior\sto\sjoining\s[^,]{2,40}|Before\sjoining\s[^,]{2,40}),?\s)?[Aa]s"
    r"|(?:In|During|Throughout)\s(?:his|her)\s(?:[\w-]+\s){0,3}?"
    r"(?:role|position|capacity|job|post|tenure|time|years|stint)\sas))\s"
    r"(?:(?:an?|the|its|their|one\sof\sthe)\s|(?:[A-Z][\w&.-]*\s){1,4}?['’]s\s)?(?P<adjective>(?:[a-z-]+\s){0,2})$"
)
_OVER = re.compile(
    r"\b(?:Previously|Formerly|Then|Earlier|There|Most|Before|Prior|During|Throughout|former|ex|previous)\b"
)
#: Between the post and the person: a date, an apposition.
_GAP = re.compile(
    r"(?:\s\([^()]{1,60}\))?(?:,?\s(?:and|as\swell\sas)\s[^.;:“”\"]{1,100})?"
    r"(?:,[^.;:“”\"]{1,90}|\s(?:since|from|for|in)\s[^.;:,“”\"]{1,60})?,\s"
)
#: A verb behind the person.
_VERB = re.compile(r"\s(?:\w+ly\s)?(?P<verb>[a-z]+)\b")
#: "Named" that opens a sentence whose subject is its last word.
_NAMED = re.compile(
    r"(?:Also\s)?(?:[Nn]amed|[Aa]ppointed|[Ee]lected|[Pp]romoted|[Hh]ired|[Cc]hosen|[Pp]icked)\s(?:(?:as|to|to\sbe|the|its|new)\s)*"
)
_WAS = re.compile(r"(?:\s[^,;.“”]{2,40})?\s(?P<be>is|was|were|are|will\sbe)\s(?:(?:Mr|Ms|Mrs|Dr|Sir|Dame)\.?\s)?")
#: "Appointed", "After stepping down as" at the start of a sentence.
_PARTICIPLE = re.compile(
    r"(?P<verb>(?:Named|Appointed|Elected|Re-elected|Promoted\sto|Hired\sas|Recruited\sas|Chosen\sas|Sworn\sin\sas|Installed\sas"
    r"|(?:After|Since|Before|On|Upon|By|Shortly\safter)\s(?:becoming|taking\sover\sas|(?:being|getting)\s(?:named|appointed|elected|made)"
    r"|(?:his|her)\s(?:appointment|election|nomination)\sas))|(?P<left>(?:Sacked|Fired|Ousted|Dismissed|Removed|Replaced)\sas"
    r"|(?:After|Since|Upon|Shortly\safter)\s(?:stepping\sdown|resigning|retiring|standing\sdown|quitting|leaving|departing"
    r"|being\s(?:sacked|fired|ousted|dismissed|removed)|(?:his|her)\s(?:resignation|retirement|dismissal|departure|ouster))\sas))\s"
    r"(?:(?:as|the|its|their|an?|new|first)\s)*"
)
#: Before the name, and between it and the title: "With Ada Tullow as its chairman".
_WITH = re.compile(
    r"(?:\b(?:[Ww]ith|[Uu]nder|includ(?:es?|ed|ing)|featur(?:es?|ing)|compris(?:es?|ing)|consists\sof)\s)"
    r"(?:(?:former|veteran|founder|co-founder|Mr|Ms|Mrs|Dr)\.?\s){0,2}$"
)
_AS_TITLE = re.compile(r"\sas\s(?:(?:its|the|their|our|an?|new|interim|acting)\s)*")
_AND = re.compile(r"(?:,|,?\sand)\s")
#: How far behind the post the person stands.
REACH = 160


class Openings:
    """Reads the opening of one sentence after another."""

    def __init__(self, posts: Posts, bodies: Bodies):
        self.posts, self.bodies, self.worded = posts, bodies, Worded(posts)

    def find(self, number: int, sentence: Sentence, people: list[Person], places: list[Place]) -> Iterator[Draft]:
        """The posts between "As" and the person; `places` are widened."""
        text = self.posts.text
        yield from self._named(number, sentence, people, places)
        yield from self._taking(number, sentence, people, places)
        yield from self._with_as(number, sentence, people, places)
        lead = next((m for p in places if (m := _AS.fullmatch(text, sentence.start, p.start))), None)
        if lead is None:
            return
        end = lead.end()
        for place in places:
            if place.start < lead.end():
                continue
            if place.start > lead.end() and not self._listed(end, place):
                return
            self.bodies.widen(sentence, place)
            body = self.bodies.body_of(sentence, place) or self.bodies.owner(sentence.start, place)
            body = body or self.worded.behind(sentence, place)
            end = self._end(body, place, sentence)
            person = next((p for p in people if p[0] >= end and _GAP.fullmatch(text, end, p[0])), None)
            if body is None or person is None or not (verb := _VERB.match(text, person[1], sentence.end)):
                continue
            change = self._change(lead[0], place, verb["verb"], person[2], body)
            status = "completed" if change == "left" else "ongoing"
            yield self.posts.draft(number, "position.as", person[2], body, place, change, status, 0.7)

    def _named(self, number: int, sentence: Sentence, people: list[Person], places: list[Place]) -> Iterator[Draft]:
        """ "Named general counsel of Acme on Tuesday was Ada Tullow"."""
        text = self.posts.text
        place = next((replace(p) for p in places if _NAMED.fullmatch(text, sentence.start, p.start)), None)
        if place is None:
            return
        self.bodies.widen(sentence, place)
        body = self.bodies.body_of(sentence, place) or self.worded.behind(sentence, place)
        body = body or self.bodies.context(sentence, place)
        person = next((p for p in people if p[0] > self._end(body, place, sentence)), None)
        was = person and _WAS.fullmatch(text, max(self._end(body, place, sentence), place.end), person[0])
        if body is None or person is None or not was:
            return
        coming = was["be"] == "will be"
        status = "expected" if coming else "completed"
        cue = Span(sentence.start, place.start)
        yield self.posts.draft(number, "position.named", person[2], body, place, "appointed", status, 0.9, (cue,))

    def _taking(self, number: int, sentence: Sentence, people: list[Person], places: list[Place]) -> Iterator[Draft]:
        """ "Appointed chairman of Acme in 2019, Ada Tullow", "After stepping down as chairman of Acme, Ada Tullow"."""
        text = self.posts.text
        found = ((p, m) for p in places if (m := _PARTICIPLE.fullmatch(text, sentence.start, p.start)))
        place, lead = next(found, (None, None))
        if place is None or lead is None:
            return
        place = replace(place)
        self.bodies.widen(sentence, place)
        body = self.bodies.body_of(sentence, place) or self.bodies.owner(sentence.start, place)
        body = body or self.worded.behind(sentence, place)
        end = self._end(body, place, sentence)
        person = next((p for p in people if p[0] >= end and _GAP.fullmatch(text, end, p[0])), None)
        if body is None or person is None or not _VERB.match(text, person[1], sentence.end):
            return
        change = "left" if lead["left"] else "appointed"
        cues = (Span(sentence.start, place.start),)
        draft = self.posts.draft(number, "position.opening", person[2], body, place, change, "completed", 0.8, cues)
        draft.date = self.posts.date(replace(sentence, end=person[0]), end)
        yield draft

    def _with_as(self, number: int, sentence: Sentence, people: list[Person], places: list[Place]) -> Iterator[Draft]:
        """ "With Ada Tullow as chairman, Acme grew", "its team includes Ada Tullow as chairman"."""
        text, listed = self.posts.text, None
        for low, high, person in people:
            lead = _WITH.search(text, max(sentence.start, low - 50), low)
            if lead is None and not (listed and _AND.fullmatch(text, listed, low)):
                continue
            place = next((replace(p) for p in places if _AS_TITLE.fullmatch(text, high, p.start)), None)
            if place is None or place.past:
                continue
            self.bodies.widen(sentence, place)
            own = self.bodies.body_of(sentence, place)
            body = own or self.posts.offices.first(sentence.start, low) or self.bodies.context(sentence, place)
            if body is not None:
                listed = self._end(own, place, sentence)
                yield self.posts.draft(number, "position.with-as", person, body, place, "holds", "ongoing", 0.7)

    def _listed(self, end: int, place: Place) -> bool:
        gap = self.posts.text[end : place.start]
        return re.fullmatch(r"(?:\s\([^()]{1,60}\))?,?\sand\s(?:an?\s|the\s|former\s){0,2}", gap) is not None

    def _end(self, body: Body | None, place: Place, sentence: Sentence) -> int:
        """Where the organisation behind a post ends."""
        if not isinstance(body, str):
            return body.end if body else place.end
        behind = self.posts.resolution.overlapping(place.end, min(sentence.end, place.end + REACH))
        return next((m[1] for m in behind if m[2] == body and m[0] >= place.end), place.end)

    def _change(self, lead: str, place: Place, verb: str, person: str, body: Body) -> str:
        """Whether the post is held: not with words of the past, nor where what was done in it is past and the
        article has the person elsewhere.
        """
        if place.past or _OVER.search(lead):
            return "left"
        known = self.posts.known.get(person)
        elsewhere = known is not None and known[1] is not None and known[1] != body
        return "left" if elsewhere and verb.endswith(("ed", "ran")) else "holds"
