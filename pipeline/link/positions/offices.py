"""Which body an office belongs to when the article does not say it beside the title: "the minister" of the
government, "the judge" of the court, "the mayor" of the council, "its chairman" of what was spoken of last.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ...find.words import PartyWords, places
from ...mentions import Sentence, Span
from .chooser import PostChooser

if TYPE_CHECKING:
    from ...resolve import Resolution

#: Title words, and the words in the name of the body whose officers bear them.
_BODIES = (
    (re.compile(r"(?i)\b(?:judges?|justices?|magistrate)\b"), re.compile(r"\b(?:Court|Tribunal|court|COURT)\b")),
    (
        re.compile(r"(?i)\b(?:governor\b|gov\.)"),
        re.compile(r"\b(?:Central|Reserve|National) Bank\b|\bBank of [A-Z]|\bcentral bank\b"),
    ),
    (
        re.compile(r"(?i)\b(?:mayor|councillors?|alderm[ae]n)\b"),
        re.compile(r"\b(?:Council|City|County|Town|Borough|Municipality|council|city|county)\b"),
    ),
    (
        re.compile(r"(?i)\b(?:council\s?(?:members?|m[ae]n|wom[ae]n)|councilors?)\b|\b(?:coun\.|cllr)"),
        re.compile(r"\b(?:Council|council)\b"),
    ),
    (re.compile(r"(?i)\bboard\s?(?:vice\s)?(?:members?|chair\w*|president)\b"), re.compile(r"\bBoard\b")),
    (re.compile(r"(?i)\bdean\b"), re.compile(r"\b(?:School|Faculty)\b|(?<!University )\bCollege of ")),
    (
        re.compile(r"(?i)\b(?:provost|dean|chancellor|rector|professor|president)\b"),
        re.compile(r"\b(?:University|College|Institute of Technology|School)\b"),
    ),
    (re.compile(r"(?i)\b(?:commissioner)\b"), re.compile(r"\b(?:Commission|League|Conference)\b")),
    (
        re.compile(r"(?i)\b(?:senators?|sens?\.?)(?![\w-])"),
        re.compile(r"^(?!.*\bHouse\b).*\bSenate\b(?!.*\b(?:Sub)?[Cc]ommittee)"),
    ),
    (
        re.compile(r"(?i)\b(?:reps?\.|representatives?|congress(?:man|woman|men))(?![\w-])"),
        re.compile(r"^(?!.*\bSenate\b).*(?<!White )\bHouse\b(?! of (?:Lords|Commons))(?!.*\b(?:Sub)?[Cc]ommittee)"),
    ),
    (re.compile(r"\bMPs?\b|(?i:\bmember of parliament)"), re.compile(r"\bParliament\b|\bHouse of Commons\b")),
)
_JUDGE = re.compile(r"(?i)\b(?:judge|justice|magistrate)s?\b")
_COURT = re.compile(r"\b(?:Court|Tribunal)\b")
#: How courts of law are called, and other things named "court" are not.
_COURT_OF = re.compile(
    r"\b(?:(?:High|Supreme|District|Circuit|County|Crown|Appeals?|Appellate|Federal|Commercial|Constitutional|Superior|Chancery"
    r"|Magistrates?['’]?s?|Family|Labou?r|Municipal|Probate|Bankruptcy|Tax|Criminal|Sessions|Regional|State|Provincial|Sheriff)\sCourt"
    r"|Court\s(?:of|for)\s[A-Z]|Tribunal)\b"
)
_PREMIER = re.compile(r"(?i)\b(?:prime minister|premier)\b")
#: Offices of states alone, and what may stand before the state that a sentence begins with.
_NATIONAL = re.compile(r"(?i)\bministers?$")
_CHANCELLOR = re.compile(r"(?:Federal\s)?Chancellor")
_OPENS = re.compile(
    r"(?:[A-Z][A-Z\s.,]+(?:,\s[A-Z][a-z]+\.?\s\d{1,2})?\s?(?:\([^()]{2,30}\)\s?)?[-–—]{1,2}\s)?(?:“|\")?"
    r"(?:[A-Z][a-z]+(?:\s[a-z]+){0,3},\s)?(?:The\s)?"
)
_GOVERNOR = re.compile(r"(?i)(?:(?:deputy |lieutenant |lt\. )?governor|gov\.)")
_MINISTER = re.compile(r"(?i)\b(?:minister|treasurer|chancellor of the exchequer|treasury secretary)\b")
_OF_DEPARTMENT = re.compile(
    r"(?i)\b(?:(?:under|deputy\s|assistant\s)?secretary|(?:vice\s|deputy\s)?minister|(?:deputy\s)?commissioner)\b(?:\s(?:of|for))?"
)
_DEPARTMENTS = re.compile(r"\b(?:Ministry|Department|Treasury)\b")
_AMERICAN = re.compile(r"\bU\.?S\.?\b|\bUnited States\b|\bAmerican?\b")
_GOVERNMENT = re.compile(r"\b[Gg]overnment\b")
_ITS = re.compile(r"\b(?:[Ii]ts|[Tt]heir|ITS|THEIR|whose)\s(?:[\w’'-]+\s){0,3}$")
#: Between an organisation and "its" or "whose", which then is of it and of no other.
_JOINED_ITS = re.compile(
    r"(?:\s\([^()]{1,30}\))?(?:,?\s(?:and|or|with|through|by)\s(?:(?:one|two|three|four|five|six|several|some|all|both)\sof\s)?|,\s(?:and\s)?)"
)
_APPOSED_WHOSE = re.compile(r",\s(?:an?|the)\s[a-z][a-z\s-]{2,50},\s")
#: Behind ", its chairman" at the end of what is told: the sentence's subject has that.
_SPEAKS = re.compile(
    r"(?:(?:Mrs?|Ms|Dr|Prof|Engr)\.|[^.;:“”\"]){2,90}?,?\s(?:said|says|disclosed|announced|confirmed|added|explained|revealed|stated|noted|claimed|told\s[^,;.]{2,40})"
    r"(?=[.,;]|\s(?:on|in|at|yesterday|today|late|this|last)\b|$)"
)
#: Bodies that take others to task, and have no officers of the sort that those have.
_OVERSEERS = re.compile(r"\b(?:Court|Tribunal|Commission|Authority|Securities|Regulator|Inspectorate)\b")
_OF_FIRMS = re.compile(
    r"(?i)\b(?:directors?|owners?|founders?|partners?|managers?|chief executives?|ceo|chairm[ae]n|presidents?)$"
)
_NOUNS = re.compile(r"\b[Tt]he\s(?:[a-z-]+\s){0,2}?([a-z-]+)['’]s?\s(?:[\w-]+\s){0,3}$")
#: Nouns for any firm: "the company's" is that of the article when nothing else says whose.
_ANY_FIRM = frozenset({"company", "firm", "group", "startup", "start-up", "corporation", "business"})
#: ", Ruritania's professional volleyball league," behind a name.
_APPOSITION = re.compile(r",\s(?:an?|the|[A-Z][\w-]+['’]s)\s((?:[\w-]+\s){0,5}[\w-]+)[,.]")
#: A university stands at most so many characters before the sentence that speaks of "the president".
NEARBY = 400
#: How many sentences back "its" may find its body.
REACH = 4

#: Officers of a city and of none of its councils, and the city in the name of a council.
_OF_CITY = re.compile(
    r"(?i)(?:(?:deputy|acting|interim|vice|assistant)\s)*"
    r"(?:mayor\b|(?:police|fire)\schief\b|(?:city|town|village)\s(?!(?:council|commission|board|supervis|alder|select|editor)))"
)
_CITY_COUNCIL = re.compile(
    r"(?P<city>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,2}?)(?P<town>\sCity)?(?:\s(?:Town|Village|Borough|Municipal|Common))?"
    r"\s(?:Council|Commission)"
)
#: A council of no place in particular, and the place that may be called so as well.
_SOME_COUNCIL = re.compile(r"(?:The )?(?:City|County|Town|Village|Borough|District|Municipal) (?:Council|Commission)")
#: The city that a local paper's article begins with.
_DATELINE = re.compile(
    r"(?m)^(?P<place>[A-Z][A-Z.’'-]+(?:\s[A-Z][A-Z.’'-]+){0,2})(?:,\s[A-Z][\w.]+\.?)?\s(?:—|–|--?)\s"
)
_THE_CITY = re.compile(r"[Tt]he (?:city|county|town|village|borough|district)")
#: Offices, and what articles call that which they are of.
_CALLED = (
    (
        re.compile(
            r"(?i)^(?:(?:deputy|vice|acting|interim)[\s-])?mayor$|^(?:city|town|village)\smanager$|^first selectm[ae]n$"
        ),
        re.compile(r"\b(?P<body>[Tt]he\s(?:city|town|village|borough|municipality))\b(?!\s(?:of|council|hall|cent))"),
    ),
    (
        re.compile(r"(?i)^(?:opposition\s)?(?:coun\.|cllr|councill?ors?|council\s?(?:m[ae]n|wom[ae]n|members?))$"),
        re.compile(
            r"(?P<body>(?:\b[A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?:['’]s)?\s(?:(?:city|town|county|district)\s)?|\b[Tt]he\s)council)\b"
        ),
    ),
    (
        re.compile(r"(?i)\bchief minister$"),
        re.compile(r"\b(?P<body>the\s(?:state|territory))\b(?!\s(?:of|department|court|legislat))"),
    ),
    (
        re.compile(r"(?i)(?<!shadow )(?<!prime )\bminister(?:\sfor\s.*|\sof\s.*)?$|^treasurer$"),
        re.compile(r"\b(?P<body>[Tt]he\sgovernment)\b(?!\s(?:of|agenc))"),
    ),
)
#: Peoples that have chiefs.
_NATION = re.compile(r"(?<!United )\b(?:Nation|Tribe|Band|Pueblo)$")
#: Cities that have the word in their name.
_CITIES = frozenset({
    "New York", "Kansas", "Salt Lake", "Oklahoma", "Jersey", "Iowa", "Atlantic", "Carson", "Sioux", "Rapid", "Dodge",
    "Mexico", "Quebec", "Panama", "Quezon",
})  # fmt: skip
#: "university " before "President", "state party " before "spokeswoman": a body called by its sort, and parties' names.
_SORT = re.compile(
    r"(?:^|\s)(?:(?:the|a|state|national)\s)?(?P<noun>[Tt]eam|[Cc]lub|[Uu]niversity|[Cc]ollege|[Hh]ospital|[Uu]nion|party|school|league|museum"
    r"|[Cc]ouncil|[Bb]oard|agency|bank|church|[Aa]ssociation|foundation|[Cc]ommission|district|airline)\s$"
)
_PARTISANS = re.compile(
    r"(?:(?:[Tt]he\s)?(?:Democrat(?:ic|s)|Republicans?|GOP|Labou?r|Conservatives?|Tories|Liberals?|Liberal\sDemocrats|Greens?)"
    r"|.*\b[Pp]arty)(?:\sParty)?"
)
_PARTISAN = re.compile(r"\b(?:Democrats|Republicans|Conservatives|Liberals|Tories)\b")
#: "office of" behind a place's name: "the Leeds office of Acme" is Acme.
_BRANCH = re.compile(r"\s(?:[a-z]+\s)?(?:office|branch|bureau|arm|unit|division)\s(?:of|at)\s")


class Offices:
    """Looks up bodies in one article's resolution."""

    def __init__(
        self, text: str, sentences: list[Sentence], resolution: Resolution, words: PartyWords, chooser: PostChooser
    ):
        self.text, self.sentences, self.resolution, self.words = text, sentences, resolution, words
        self._chooser = chooser
        self._bodies = [
            (start, end, party)
            for start, end, party, _ in resolution.mentions
            if resolution.kind(party) != "person" and party not in resolution.sources
        ]
        self._states = [p.id for p in resolution.parties if p.kind == "public_body" and p.name.lower() in places()]
        self._counts = Counter(party for _, _, party in self._bodies)

    def of_title(self, title: str, sentence: Sentence, named: bool = False, at: int | None = None) -> str | None:
        """The body of a public or academic office at `at`, if the article names just one it can be; a governor's state
        only where a name before the title does not tell it (`named`).
        """
        if department := self._department(title):
            return department
        if _MINISTER.search(title):
            state = None
            if _PREMIER.search(title) or (_NATIONAL.search(title) and not named):
                state = self._state(sentence, at)
            return self._government() or state
        if _CHANCELLOR.fullmatch(title) and (state := self._subject(sentence, at)):
            return state
        if _JUDGE.search(title) and (court := self._court(title, sentence)):
            return court
        for office, name in _BODIES:
            if office.search(title):
                found = self._named(name, sentence, "president" in title.lower())
                if found is None and "dean" in title.lower():
                    continue  # no school of the university is named
                return found or (self._state(sentence, at) if _GOVERNOR.fullmatch(title) and not named else None)
        return None

    def _department(self, title: str) -> str | None:
        """The ministry that a "finance undersecretary" is of: the one named by the words of the title."""
        office = _OF_DEPARTMENT.search(title)
        if office is None:
            return None
        field = {word.lower() for word in re.findall(r"[A-Za-z]{4,}", title[: office.start()] + title[office.end() :])}
        found = [
            party.id
            for party in self.resolution.parties
            if party.kind == "public_body"
            and _DEPARTMENTS.search(party.name)
            and field & set(re.findall(r"\w+", party.name.lower()))
        ]
        return found[0] if len(found) == 1 else None

    def _government(self) -> str | None:
        governments = [
            party
            for party in self.resolution.parties
            if party.kind == "public_body" and any(_GOVERNMENT.search(m.text) for m in party.mentions)
        ]
        governments = [p for p in governments if not _AMERICAN.search(p.name)]  # America has no ministers
        federal = [p for p in governments if any("ederal" in m.text for m in p.mentions)]
        chosen = federal or governments
        return chosen[0].id if len(chosen) == 1 else None

    def _state(self, sentence: Sentence, at: int | None) -> str | None:
        """The only state that acts in the article; of several the one that the sentence of the title begins with."""
        return self._states[0] if len(self._states) == 1 else self._subject(sentence, at)

    def _subject(self, sentence: Sentence, at: int | None) -> str | None:
        """The state that a sentence begins with, where no other one stands before a title at `at`."""
        end = sentence.end if at is None else at
        named = [m for m in self._bodies if sentence.start <= m[0] < end and m[2] in self._states]
        opens = named and _OPENS.fullmatch(self.text, sentence.start, named[0][0])
        return named[0][2] if opens else None

    def _court(self, title: str, sentence: Sentence) -> str | None:
        """The court of a judge where some of the article's are called as the title is ("District Judge"), or where
        some that are called so are none ("Fair Court").
        """
        courts = [p for p in self.resolution.parties if p.kind != "person" and _COURT.search(p.name)]
        own = set(_JUDGE.sub("", title).split()) - {"Chief", "Senior", "Deputy", "Ms", "Mr", "Mrs", "Lord", "Lady"}
        alike = [p for p in courts if own & set(p.name.split())]
        known = alike or [p for p in courts if _COURT_OF.search(p.name)]
        if not known or len(known) == len(courts):
            return None  # there is nothing to tell them by
        near = {p for low, _, p in self._bodies if sentence.start <= low < sentence.end} & {p.id for p in known}
        return near.pop() if len(near) == 1 else max(known, key=lambda p: (self._counts[p.id], -int(p.id[1:]))).id

    def _named(self, name: re.Pattern[str], sentence: Sentence, strict: bool) -> str | None:
        fitting = [
            party
            for party in self.resolution.parties
            if party.kind in ("public_body", "organization") and name.search(party.name)
        ]
        if strict and len(fitting) != 1:
            return None
        low = sentence.start - NEARBY if strict else sentence.start
        near = {p for s, e, p in self._bodies if low <= s < sentence.end} & {p.id for p in fitting}
        if len(near) == 1:
            return near.pop()
        if not fitting or strict:
            return None  # there are presidents of many things
        return max(fitting, key=lambda party: (self._counts[party.id], -int(party.id[1:]))).id

    def called(self, title: str, sentence: Sentence, at: int) -> str | Span | None:
        """What the article calls the city, state or council of an office at `at` where it names none: "the city", or
        the party that this means.
        """
        wanted = next((words for office, words in _CALLED if office.search(title)), None)
        if wanted is None:
            return None
        found = [m.span("body") for m in wanted.finditer(self.text)]
        if not found:
            return None
        start, end = min(found, key=lambda span: (not sentence.start <= span[0] < sentence.end, abs(span[0] - at)))
        meant = [m for m in self.resolution.overlapping(start, end) if m[1] >= end]
        if meant:
            return meant[0][2] if self.resolution.kind(meant[0][2]) == "public_body" else None
        return Span(start, end)

    def city(self, title: str, body: str) -> str | Span | None:
        """The city of which a mayor or "city manager" is, where `body` is its council: a party, else the council's
        first words; empty where the council's name doesn't say which city.
        """
        if not _OF_CITY.match(title):
            return None
        party = next(party for party in self.resolution.parties if party.id == body)
        if _SOME_COUNCIL.fullmatch(party.name):  # "the city" may stand for it, which then is the city
            if (line := _DATELINE.search(self.text)) is not None:
                return self._place_called(line["place"])
            return None if any(_THE_CITY.fullmatch(mention.text) for mention in party.mentions) else ""
        council = _CITY_COUNCIL.fullmatch(party.name)
        if council is None:
            return None
        name = council["city"]
        if council["town"] and name in _CITIES:
            name += " City"  # "New York City Council"
        names = {name, f"City of {name}", f"Town of {name}", f"{name} City"}
        if own := next((p.id for p in self.resolution.parties if p.kind == "public_body" and p.name in names), None):
            return own
        at = next((low for low, high, p in self._bodies if p == body and self.text.startswith(name, low)), None)
        return Span(at, at + len(name)) if at is not None else None

    def _place_called(self, capitals: str) -> str | Span:
        """The city of a dateline: a party, else its name as the article spells it out, else as it stands there."""
        for party in self.resolution.parties:
            if party.kind == "public_body" and party.name.upper() == capitals:
                return party.id
        spelt = re.search(rf"\b{re.escape(capitals.title())}\b", self.text)
        start = spelt.start() if spelt else self.text.index(capitals)
        return Span(start, start + len(capitals))

    def nation(self) -> str | None:
        """The one nation or tribe of the article, which a bare "Chief Ada Tullow" heads."""
        found = [p.id for p in self.resolution.parties if p.kind != "person" and _NATION.search(p.name)]
        return found[0] if len(found) == 1 else None

    def of_sort(self, start: int, at: int) -> str | Span | None:
        """The body in "university President" or "state party spokeswoman", with the title at `at`: the one that has
        the noun in its name or is called so, for a party the one named last.
        """
        noun = _SORT.search(self.text[max(start, at - 40) : at])
        if noun is None:
            return None
        word = noun["noun"].lower()
        found = self._bearing(word)
        if found is None and word != "party":
            if word in ("team", "club"):
                clubs = {p: self._counts[p] for _, _, p in self._bodies if self.resolution.kind(p) == "organization"}
                return max(clubs, key=lambda p: clubs[p], default=None)
            called = {p for low, high, p in self._bodies if self.text[low:high].lower() == f"the {word}"}
            return called.pop() if len(called) == 1 else None
        if found is None:
            named = [p for low, high, p in self._bodies if low < at and _PARTISANS.fullmatch(self.text, low, high)]
            told = list(_PARTISAN.finditer(self.text, max(0, at - NEARBY), at))
            return named[-1] if named else Span(*told[-1].span()) if told else None
        return found

    def first(self, start: int, end: int) -> str | None:
        """The first body named in [start, end), exchanges and news outlets aside."""
        return next(
            (
                party
                for low, high, party in self._bodies
                if start <= low < end and not _BRANCH.match(self.text, high, end)
            ),
            None,
        )

    def _oversees(self, party: str) -> bool:
        name = next(p.name for p in self.resolution.parties if p.id == party)
        return self.resolution.kind(party) == "public_body" and _OVERSEERS.search(name) is not None

    def owner(self, number: int, start: int, title: str = "") -> tuple[str | None, bool]:
        """The body that "its" or "the bank's" before the title at `start` means, and whether such words stand there."""
        sentence = self.sentences[number]
        lead = self.text[max(sentence.start, start - 60) : start]
        if its := _ITS.search(lead):
            at = max(sentence.start, start - 60) + its.start()
            near = [m for m in self._bodies if sentence.start <= m[0] and m[1] <= at]
            comma = near and self.text[near[-1][1] : at] == ", "
            if comma and self.text[at : at + 3] == "its" and _SPEAKS.match(self.text, start, sentence.end):
                return near[0][2], True
            firms = [m for m in near if not self._oversees(m[2])]
            if title and near and firms and firms[0] != near[0] and _OF_FIRMS.search(title):
                return firms[-1][2], True  # "The Commission fined Acme and pursues its former director"
            whose = near and its[0].startswith("whose") and _APPOSED_WHOSE.fullmatch(self.text, near[-1][1], at)
            if near and (whose or _JOINED_ITS.fullmatch(self.text, near[-1][1], at)):
                return near[-1][2], True
            return self._chooser.of(title, start, self._spoken_of(number, start)), True
        noun = _NOUNS.search(lead)
        if noun and noun[1] not in _ANY_FIRM:
            return self._bearing(noun[1]), True
        return None, False

    def bearing(self, start: int, at: int) -> str | None:
        """The party meant by "the bank's" right before the title at `at`, if just one has the noun in its name."""
        noun = _NOUNS.search(self.text, max(start, at - 60), at)
        return self._bearing(noun[1]) if noun and noun[1] not in _ANY_FIRM else None

    def _bearing(self, noun: str) -> str | None:
        """The one party whose name holds a noun ("the bank's": Straits Bank), else that which is called by it."""
        bearing = [
            party.id
            for party in self.resolution.parties
            if party.kind != "person" and noun in party.name.lower().split()
        ]
        if len(bearing) == 1:
            return bearing[0]
        called = {party for start, end, party in self._bodies if self._is_called(start, end, noun)}
        return called.pop() if len(called) == 1 and not bearing else None

    def _is_called(self, start: int, end: int, noun: str) -> bool:
        """Whether ", Ruritania's volleyball league," stands behind a name or "the league " before it."""
        behind = _APPOSITION.match(self.text, end)
        if behind and behind[1].split()[-1] == noun:
            return True
        return self.text[max(0, start - len(noun) - 2) : start].strip() == noun

    def _spoken_of(self, number: int, at: int) -> str | None:
        """The subject of this sentence, else of the nearest sentence before it that names a body."""
        for back in range(REACH):
            if number - back < 0:
                return None
            sentence = self.sentences[number - back]
            inside = [p for s, _, p in self._bodies if sentence.start <= s < min(sentence.end, at)]
            if inside:
                return inside[0]
        return None
