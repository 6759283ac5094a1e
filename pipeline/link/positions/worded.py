"""Organisations of posts that are no party of the article: its own words for them stand in their place.

"An analyst at Boyle & Reed", "the manager's chief executive", "Etherium founder Ada Tullow".
"""

from __future__ import annotations

import re

from ...find.words import Tokens
from ...mentions import Sentence, Span
from .posts import Place, Posts

_NAME = r"[A-Z0-9][\w.&'’/-]*"
#: "of Boyle & Reed", "at the Straits Institute for Labour".
_BEHIND = re.compile(
    rf"(?:\s\([^()]{{1,30}}\))?\s(?P<word>of|at|for|with)\s(?:the\s|The\s)?"
    rf"(?P<body>[A-Z][\w.&'’/-]*(?:\s(?:(?:of|for|on|and|&|de|and\sthe|of\sthe)\s)?{_NAME}){{0,6}})"
)
_ON_A_DAY = re.compile(
    r"\son\s(?:[A-Z][a-z]+day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s\d+)?)\b.*$"
)
_AND = re.compile(r"\sand\s")
#: "of the county's board of realtors", "of a pension fund".
DESCRIBED = re.compile(
    r"\s(?:of|at|for|with)\s(?P<body>(?:the|a|an|this)\s(?:[\w’'-]+\s){0,3}?"
    r"(?:company|group|bank|fund|firm|union|association|board(?=\sof\s)|council|agency|club|party|chain|hospital|university"
    r"|college|school|business|lender|insurer|airline|retailer|charity|foundation|committee|federation|institute)"
    r"(?:\sof\s[a-z-]+)?)(?=[,.;)]|\s(?:in|who|said|since|until|and|for|from|at|has|was|is|told|when|as)\b|$)"
)
#: Posts that are of their body, and not of what they are in charge of ("head of Retail Products").
HEADS_BODIES = re.compile(
    r"(?i)\b(?:chief executive(?: officer)?|ceo|cfo|coo|cto|chief \w+ officer|president|chair(?:man|woman|person)?"
    r"|(?:co-?)?founders?|owner|secretary.general|prime minister|minister|governor|mayor|leader|professor|dean"
    r"|rector|chancellor|ambassador|spokes\w+|premier|king|queen|prince|attorney general|boss|member"
    r"|editor(?:.in.chief)?|publisher|coach|treasurer"
    r"|(?:executive|managing|artistic|music|general|creative) (?:director|manager|partner|editor))$"
)
_OWNED = re.compile(r"\b(?P<body>[Tt]he\s(?:[a-z-]+\s){0,2}?[a-z-]+)['’]s?\s(?:[a-z-]+\s){0,3}$")
#: A name before one of these is that of a part of the organisation.
_UNIT = re.compile(
    r"\s(?:arm|unit|division|business|team|segment|desk|operations|office|department|programm?e?|project)\b"
)
#: What people meet at.
MEETING = re.compile(r"\b(?:[AE]GM|Meeting|Summit|Conference)\b")
_RUN = re.compile(rf"(?:{_NAME}\s){{1,5}}$")
#: Capitalised words before a title that name no organisation: "Prosecuting counsel".
_DESCRIBING = frozenset({
    "Prosecuting", "Defending", "Defence", "Defense", "Prosecution", "Presiding", "Lead", "Opposition",
    "Joining", "Succeeding", "Replacing", "Welcoming", "Introducing",
})  # fmt: skip
#: What stands for the body spoken of before a title: "Company spokeswoman Ada Tullow".
ANY_BODY = frozenset({"Company", "Group", "Firm", "Corporate", "Club", "Airline", "Bank", "Board"})
#: Sorts of bodies, which stand for one whose name holds the word.
SORTS = frozenset({
    "Union", "Council", "Party", "Team", "Police", "Hospital", "University", "School", "Government", "Crown", "Lord",
    "Cabinet", "Department", "Ministry", "Charity", "State", "County", "Staff",
})  # fmt: skip
#: Words that describe by a participle.
_DESCRIBED = re.compile(r"[\w’'-]+-(?:accused|backed|listed|owned|based|born|trained|led)", re.IGNORECASE)
#: Sorts of bodies and of work, which may open a sentence before a title.
_COMMON = frozenset({
    "Municipal", "Regional", "Provincial", "Federal", "Special", "Yard", "Fund", "Tribunal", "Works", "Plant", "Mine",
    "Factory", "Mill", "Branch", "Office", "Port", "Museum", "Theatre", "Theater", "Festival", "Campaign", "Project",
    "Hotel", "Store", "Library", "Clinic", "Zoo", "Harbour", "Harbor", "Airport", "Station", "Court",
    "Committee", "Commission", "Panel", "Trust", "Society", "League", "Federation", "Institute", "Academy", "Governor",
})  # fmt: skip
#: What ends the name of a state or county: "Oyo State Governor".
_LANDS = frozenset({"State", "County", "Province", "City"})
#: Between a state and the office of somebody of a party.
_PARTISAN = frozenset({"Democratic", "Republican", "Democrat", "GOP", "Labour", "Conservative", "Liberal"})
#: Boards that say nothing of whose they are.
BOARDS = frozenset({"board", "board of directors", "board of trustees", "board of governors", "board of management"})
#: How names of firms are written and other words are not: "SignatureFD", "ARway.ai", "3M".
_ODD = re.compile(r"[a-z][A-Z]|\d|\w\.\w|[A-Z]{2}")
#: Owners that are no organisations.
_NO_OWNERS = frozenset({
    "world", "country", "nation", "state", "city", "region", "day", "week", "month", "year", "man", "woman", "family",
    "industry", "sector", "economy", "market", "article", "report", "film", "novel", "season", "play", "team",
})  # fmt: skip


class Worded:
    """Reads the words of one article."""

    def __init__(self, posts: Posts):
        self.posts = posts

    def behind(self, sentence: Sentence, place: Place) -> Span | None:
        """The words behind "of", "at", "for" or "with" that name or describe an organisation."""
        text = self.posts.text
        match = _BEHIND.match(text, place.end, sentence.end)
        if match is None:
            match = DESCRIBED.match(text, place.end, sentence.end)
            return Span(*match.span("body")) if match else None
        if _UNIT.match(text, match.end("body"), sentence.end):
            return None
        if match["word"] in ("at", "for") and MEETING.search(match["body"]):
            return None  # "will retire as chairman at the AGM"
        fields = ("of",) if " of " in place.text else ("of", "for")  # "vice president of sales for X"
        if match["word"] in fields and not HEADS_BODIES.search(place.text):
            state = " of " in place.text and self.posts.words.is_place(match["body"].rstrip(".,’'"))
            if not state:  # "Minister of Defence of Ruritania"
                return None
        if match["body"].startswith("Board") and match["body"].rstrip(".").lower() in BOARDS:
            return None
        start, body = match.start("body"), self._less_title(_ON_A_DAY.sub("", match["body"]))
        if body in self.posts.words.demonyms:
            return None
        return self._free(start, start + len(body.rstrip(".,’'")))

    def is_unit(self, sentence: Sentence, place: Place) -> bool:
        """Whether "of the Ovens & Homes segment" behind a title names a part of an organisation."""
        match = _BEHIND.match(self.posts.text, place.end, sentence.end)
        return match is not None and _UNIT.match(self.posts.text, match.end("body"), sentence.end) is not None

    def _less_title(self, body: str) -> str:
        """A name less "and Vice President of Sales", the next post of a list."""
        for at in (match.start() for match in _AND.finditer(body)):
            tokens = Tokens(body[at + 4 :]).all
            found = self.posts.titles.find(tokens)
            if found and found[0].first <= 1:
                return body[:at].rstrip()
        return body

    def is_field(self, sentence: Sentence, place: Place) -> bool:
        """Whether "for EMEA" or "for Capital Markets" behind a title names a region or department."""
        match = _BEHIND.match(self.posts.text, place.end, sentence.end)
        name = match["body"].rstrip(".,’'") if match else ""
        return self.posts.words.is_place(name) or all(
            word in self.posts.words.departments for word in name.split() if word[0].isupper()
        )

    def owner(self, sentence: Sentence, place: Place) -> Span | None:
        """The unknown owner in "the manager's chief executive"."""
        match = _OWNED.search(self.posts.text, max(sentence.start, place.start - 60), place.start)
        if match is None or match["body"].split()[-1] in _NO_OWNERS:
            return None
        return Span(*match.span("body"))

    def before(self, sentence: Sentence, place: Place, office: bool = False) -> Span | None:
        """The unknown name right before a title: "Etherium founder Ada Tullow"; for an office a place's name."""
        match = _RUN.search(self.posts.text, sentence.start, place.start)
        if match is None:
            return None
        words, start, end = match[0].split(), match.start(), place.start - 1
        while office and len(words) > 1 and words[-1] in _PARTISAN:
            end -= len(words.pop()) + 1  # "Iowa Democratic Sen. Ada Tullow"
        if words[-1] in ANY_BODY | SORTS and len(words) == 1:
            return None
        if len(words) == 1 and self._is_common(words[0], start, sentence):
            return None
        while words and self._describes(words[0]) and not self._is_state(words, office):
            start += len(words.pop(0)) + 1
        telling = words[:-1] if office and len(words) > 1 and words[-1] in _LANDS else words
        if not words or (any(map(self._describes, telling)) and not self._is_state(words, office)):
            return None
        if len(words) == 1 and place.text[0].isupper() and not place.text.split()[0].isupper() and not office:
            lead = self.posts.text[max(sentence.start, start - 2) : start]
            if not _ODD.search(words[0]) and not re.fullmatch(r"[a-z,]\s", lead):
                return None  # "Said Chief Executive Officer Ada Tullow"
        if office and not all(word[0].isalpha() for word in words):
            return None
        return self._free(start, end)

    def _is_common(self, word: str, start: int, sentence: Sentence) -> bool:
        """Whether a word before a title is hardly a name: "Norton-based", and one that opens a sentence as
        any word does and is written small elsewhere or is a sort of body ("Yard director Ada Tullow").
        """
        if _DESCRIBED.fullmatch(word):
            return True
        if start > sentence.start + 1:
            return False
        return word in _COMMON or re.search(rf"\b{re.escape(word.lower())}s?\b", self.posts.text) is not None

    def _is_state(self, words: list[str], office: bool = False) -> bool:
        """Whether words name a place, though one alone describes: "New York", "New York City"; before an office one
        alone does ("California Gov.").
        """
        if office and words[0] == "California":
            return len(words) == 1
        if len(words) > 2 and words[-1] in _LANDS:
            words = words[:-1]
        return len(words) > 1 and self.posts.words.is_place(" ".join(words))

    def _describes(self, word: str) -> bool:
        """Whether a capitalised word is no part of a name here: "Former", "The", "Canadian", "On"."""
        small = word.lower().rstrip(".,")
        words = self.posts.words
        plain = small in words.function or self.posts.titles.describes(small)
        return plain or word in _DESCRIBING or word in words.demonyms

    def _free(self, start: int, end: int) -> Span | None:
        """The stretch, if no party is named in it and it is no mere place."""
        name = self.posts.text[start:end]
        if name.endswith(("'s", "’s")):
            name, end = name[:-2], end - 2
        if not name or self.posts.resolution.overlapping(start, end):
            return None
        known = self.posts.words.departments | self.posts.titles.fields
        departments = [word for word in name.split() if word in known]
        return None if len(departments) == len(name.split()) else Span(start, end)
