"""Which organisation a post beside a name is of, where nothing tells it outright, and how sure that is."""

from __future__ import annotations

import re

from ...mentions import Sentence, Span
from .bodies import Bodies, is_lawyer
from .posts import Body, Place, Posts
from .worded import Worded

#: "a film director", "the head of the household": posts at no firm.
_ARTS = re.compile(
    r"(?i)(?:\A|\b(?:an?|the|veteran|award-winning|acclaimed|celebrated|noted)\s|[.,”\"]\s)(?:[a-z-]+\s)?"
    r"(?:film|movie|theat(?:er|re)|stage|opera|music|record|television|tv|documentary|casting|video|funeral|choir|band)\s$"
)
_ARTIST = re.compile(r"(?i)(?:directors?|producers?|editors?|managers?|executives?|coach(?:es)?)")
_OF_HOME = re.compile(
    r"\sof\s(?:(?:the|an?|his|her|this)\s)?(?:household|family|house|films?|movies|plays|documentaries)(?=[,.;]|$|\swho\b)"
)
#: Offices that need no state beside them where they are past.
_MINISTER = re.compile(r"(?i)\b(?:minister|secretary\sof\sstate|(?:treasury|foreign|home|defen[cs]e)\ssecretary)$")
#: Offices that no company has.
_LOCAL_OFFICE = re.compile(
    r"(?i)\b(?:mayor|governor|gov\.|senator|sen\.|rep\.|premier|sheriff|county executive|councillor)"
)
#: "of Mariner" behind a title, where Mariner is no party.
_OF_UNKNOWN = re.compile(r"\s(of|at|for|with)\s(?:the\s)?(?:[A-Z]|[\w-]+\.[a-z]{2,4}\b)")
#: Those who advise a party in a deal or suit hold no post at it.
_COUNSEL = re.compile(
    r"(?i)(?:[\w-]+\s){0,3}(?:lawyer|attorney|solicitor|barrister|counsel|advis[eo]r)s?\s(?:for|to)\s"
)
#: Ranks, which are kept in retirement.
_RANK = re.compile(r"(?i)\b(?:admiral|general|colonel|commander|judge|justice|ambassador|king|queen|prince|princess)$")
_STATE = re.compile(
    r"(?:(?P<owner>[A-Z][\w.-]+(?:\s[A-Z][\w-]+){0,2})['’]s?|(?P<adjective>[A-Z][\w.-]+))\s(?:[a-z-]+\s)?$"
)
#: Words that are offices only with a capital, and names of places that begin like those of kings.
_WORDS = re.compile(
    r"(?:premier|justice|speaker|representative|king|queen|prince|princess|judge|commissioner|principal)s?"
)
_ROYAL = re.compile(r"(?:King|Queen|Prince|Princess)")
_NO_KING = re.compile(r"['’]s\s[A-Z]|,\s(?:[A-Z][a-z]*\.|[A-Z]\w+)|,?\s(?:and|in|within)\b")
#: "an experienced leader", "a trusted partner": a description, and no post.
_ANY_ONE = re.compile(r"\b(?:[Aa]n?|[Tt]he|one of the|most)\s(?:[\w-]+\s){0,3}$")
_GENERIC = re.compile(
    r"(?i)^(?!chief\s)(?:[\w-]+\s)?(?:leader|partner|executive|manager|owner|adviser|advisor|attorney|professor|boss|coach"
    r"|representative|producer|editor|economist|strategist|analyst|principal)s?\b"
)


#: A firm that does business with another, which a name may be taken for a person's.
_ALLY = re.compile(r"(?i)(?:(?:commercial|business|joint|equity|local|strategic|technology)\s)?partners?")
_ALLIED = re.compile(r"\b(?:its|their|with|by|local|foreign|overseas|joint-venture|venture)\s(?:[a-z-]+\s){0,2}$")
#: Offices of places, however small, and "Norton's new" before them.
_OF_A_PLACE = re.compile(
    r"(?i)(?:\bmayor|\bgovernor|\bpremier|minister|\bcommissioner|(?:police|fire)\schief|attorney general)$"
)
_PLACE_OWNS = re.compile(
    r"(?P<owner>(?!(?:The|It|He|She|That)\b)[A-Z][\w.-]+(?:\s[A-Z][\w-]+){0,2})['’]s?\s(?:(?:new|current|first|next|longtime|[a-z]+-elect)\s)?$"
)
#: Officers of a town, whose name stands before them.
_OF_TOWN = re.compile(
    r"(?:City|Town|Village|County|Borough)\s(?:[A-Z]\w+\s)?(?:Manager|Administrator|Attorney|Clerk|Engineer|Planner|Treasurer|Solicitor)"
)
_VERB = re.compile(r".*(?:ed|ing)|Said|Says|Gave|Told|Heard|Let|Put|Made")
#: Members of councils, whom papers name without saying of which one.
_COUNCILLOR = re.compile(r"(?i)(?:city\s|town\s|county\s)?council\s?(?:members?|m[ae]n|wom[ae]n)")
_BOARD_MEMBER = re.compile(r"(?i)(?:school\s)?board\s?(?:vice\s)?(?:members?|chair\w*|president)")
#: "Owner Ada Tullow said": of the firm that the article is about, unless "restaurant" or the like stands before.
_OWNER = re.compile(r"(?i)(?:co-)?owner")
_BARE = re.compile(r"(?:\bsaid|\bsays|[”\"’])\s$")
#: Posts at a firm that a family hands down.
_OF_FAMILY = re.compile(
    r"(?i)\b(?:chair\w*|president|chief\sexecutive|ceo|managing\sdirector|owner)(?:\s(?:of|for)\s[a-z\s-]+)?$"
)
#: Before and behind an office in apposition: "Ada Tullow, the technology secretary,".
_BESIDE = re.compile(r",\s(?:the\s)?$")
_CLOSED = re.compile(r"[,.;]|\ssince\b")
#: "Tullow's longtime " before a title.
_OWNED = re.compile(r"['’]s?\s(?:[a-z-]+\s){0,3}$")


class Whose:
    """Reads the titles of one article."""

    def __init__(self, posts: Posts, bodies: Bodies, worded: Worded):
        self.posts, self.bodies, self.worded = posts, bodies, worded

    def of(
        self, number: int, sentence: Sentence, person: str, place: Place, body: Body | None, rule: str
    ) -> tuple[Body | None, float] | None:
        """The organisation of a post and how sure it is; None when the post can't be told without one."""
        text, office, title_first = self.posts.text, self.bodies.office(place), rule == "position.title-name"
        if _COUNSEL.match(text, place.start, sentence.end):
            return None
        if body is None and (_OF_HOME.search(place.text) or _OF_HOME.match(text[place.end : place.end + 30])):
            return None
        if _ARTS.search(text[max(sentence.start, place.start - 40) : place.start]) and _ARTIST.fullmatch(place.text):
            return None
        if body is None and title_first and _ALLY.fullmatch(place.text) and self._is_ally(sentence, place):
            return None
        if (
            isinstance(body, str)
            and _LOCAL_OFFICE.search(place.text)
            and self.posts.resolution.kind(body) != "public_body"
            and not self._is_bank(body)
        ):
            body = None
        if body is not None:
            return body, 1.0
        if not office and self._of_a_person(sentence, place):
            return None
        if unknown := _OF_UNKNOWN.match(text, place.end, sentence.end):
            worded = self.bodies.state(sentence, place) or self.worded.behind(sentence, place)
            if worded or unknown[1] in ("of", "at") or office or not self.worded.is_field(sentence, place):
                if worded is None and self._is_of_firm() and self.worded.is_unit(sentence, place):
                    return self.posts.resolution.main, 0.5
                return (worded, 0.9) if worded else None
        if re.search(r"\b(?:[Hh]is|[Hh]er|[Mm]y)\s(?:\w+\s)?$", text[max(0, place.start - 20) : place.start]):
            return None
        if _ANY_ONE.search(text, max(sentence.start, place.start - 40), place.start) and _GENERIC.search(place.text):
            return None
        body, owned = self.posts.offices.owner(number, place.start, place.text)
        if body is None and owned:
            worded = self.worded.owner(sentence, place)
            return (worded, 0.8) if worded else None
        if body is not None:
            return body, 1.0
        if _COUNCILLOR.fullmatch(place.text) and title_first:
            offices = self.posts.offices
            council = offices.of_title(place.text, sentence, at=place.start)
            return council or offices.called(place.text, sentence, place.start), 0.8
        if _BOARD_MEMBER.fullmatch(place.text) and title_first:
            board = self.posts.offices.of_title(place.text, sentence, at=place.start)
            if board or place.text.lower().endswith(("member", "members")):
                return (board, 0.8) if board else None
        if _OWNER.fullmatch(place.text) and title_first:
            bare = _BARE.search(text[max(0, place.start - 8) : place.start]) or place.start == sentence.start
            firm = self.posts.topics.owner(place.text, sentence.start, place.start) if bare else None
            return (firm, 0.5) if firm else None
        if place.text == "Chief" and title_first:
            nation = self.posts.offices.nation()
            return (nation, 0.8) if nation else None
        if self.posts.titles.is_staff(place.text) and not office:
            firm = self.bodies.context(sentence, place) if is_lawyer(place.text) else None
            return (firm, 0.5) if firm else None
        if person in self.posts.known and not office:
            body = self.posts.known[person][1]
            if body is not None:
                return body, 0.6
        if title_first and _OF_TOWN.fullmatch(place.text) and (town := self._town(sentence, place)):
            return town, 0.9
        named = not office and not _LOCAL_OFFICE.search(place.text)
        if named and (worded := self.worded.behind(sentence, place) or self.worded.before(sentence, place)):
            return worded, 0.8
        if place.text.lower() == "president" and self._of_a_state(sentence, place):
            return self.worded.before(sentence, place, office=True), 1.0
        if place.past and office and (place.text[0].islower() or _RANK.search(place.text)):
            worded = self.worded.before(sentence, place, office=True) if title_first else None
            if worded is None and title_first and _MINISTER.search(place.text):
                return None, 0.9
            return (worded, 0.9) if worded else None
        if place.text == "President" and title_first and not self._of_a_firm(sentence, place):
            return None, 1.0
        if office and title_first and place.text.lower() != "president":
            worded = self.worded.before(sentence, place, office=True)
            if worded is None and self._is_odd(place):
                return None
            worded = worded or self._owning_place(sentence, place)
            return worded or self.posts.offices.called(place.text, sentence, place.start), 1.0
        if office and (country := self._country(sentence, place)):
            return country
        if place.text == "President" and not title_first and self._is_of_firm() and _CLOSED.match(text, place.end):
            return self.posts.resolution.main, 0.5
        beside = office and not title_first and _BESIDE.search(text, max(sentence.start, place.start - 8), place.start)
        if beside and _CLOSED.match(text, place.end):
            return self.posts.offices.of_title(place.text, sentence, at=place.start), 0.8
        if _LOCAL_OFFICE.search(place.text):  # no company has a county executive
            county = self.worded.before(sentence, place, office=True) if title_first else None
            of_county = county and place.text.lower().startswith("county ")
            return (Span(county.start, place.start + len("county")) if of_county else county), 0.8
        body = self.bodies.context(sentence, place)
        if body and _OF_FAMILY.search(place.text) and not self.posts.resolution.release:
            body = self.posts.topics.family(person) or body
        return (body, 0.5) if body else None

    def _owning_place(self, sentence: Sentence, place: Place) -> Span | None:
        """The place in "Norton's new mayor, Ada Tullow"."""
        lead = _PLACE_OWNS.search(self.posts.text, max(sentence.start, place.start - 50), place.start)
        if lead is None or not _OF_A_PLACE.search(place.text) or self.posts.resolution.overlapping(*lead.span("owner")):
            return None
        return Span(*lead.span("owner"))

    def _is_ally(self, sentence: Sentence, place: Place) -> bool:
        """Whether "its partner", "with local partner" before a name tell of another firm and not of a person."""
        lead = self.posts.text[max(sentence.start, place.start - 40) : place.start]
        return _ALLIED.search(lead) is not None

    def _town(self, sentence: Sentence, place: Place) -> Span | None:
        """The town in "Norton City Manager"."""
        town = self.worded.before(sentence, place, office=True)
        verb = town is None or _VERB.fullmatch(self.posts.text, *town)
        return None if verb else town

    def _is_of_firm(self) -> bool:
        """Whether an article is a company's own release, whose "Ada Tullow, President" is the company's."""
        main = self.posts.resolution.main
        return bool(self.posts.resolution.release and main) and self.posts.resolution.kind(main) == "company"

    def _of_a_person(self, sentence: Sentence, place: Place) -> bool:
        """Whether "Tullow's" stands before the title: her chief of staff is nobody else's."""
        owned = _OWNED.search(self.posts.text, max(sentence.start, place.start - 40), place.start)
        return owned is not None and any(p[1] == owned.start() for p in self.posts.people(sentence.start, place.start))

    def _is_odd(self, place: Place) -> bool:
        """Whether an office without a body is hardly one: "advocate for justice, Mr Rey", "in Queen Ridge"."""
        if place.text[0].islower() and _WORDS.fullmatch(place.text):
            return True
        if place.text.lower().startswith("opposition "):
            return True  # the party that leads it is told elsewhere
        named = re.compile(r"\s[A-Z]\w+(?=\s|[,.]|['’]s\s)").match(self.posts.text, place.end)
        return _ROYAL.fullmatch(place.text) is not None and named is not None and _NO_KING.match(
            self.posts.text, named.end()
        ) is not None

    def _country(self, sentence: Sentence, place: Place) -> tuple[Span | None, float] | None:
        """The state of "France's" or "the French" finance minister, where it is no party."""
        text = self.posts.text
        lead = _STATE.search(text, max(sentence.start, place.start - 50), place.start)
        if lead is None:
            return None
        if lead["owner"]:
            return (Span(*lead.span("owner")), 0.9) if self.posts.words.is_place(lead["owner"]) else None
        return (None, 0.9) if lead["adjective"] in self.posts.words.demonyms else None

    def _is_bank(self, body: str) -> bool:
        """Whether a body is a bank, which may have governors."""
        return any(party.id == body and "Bank" in party.name for party in self.posts.resolution.parties)

    def _of_a_state(self, sentence: Sentence, place: Place) -> bool:
        """Whether "US" or "Ruritanian" stands before "president"."""
        lead = self.posts.text[sentence.start : place.start].split()
        return bool(lead) and (lead[-1] in self.posts.words.demonyms or self.posts.words.is_place(lead[-1]))

    def _of_a_firm(self, sentence: Sentence, place: Place) -> bool:
        """Whether words before "President" show that no state's is meant."""
        lead = self.posts.text[sentence.start : place.start]
        return bool(re.search(r"\b(?:existing|current|new|company|group|firm|bank|and|its|their)\s$", lead))
