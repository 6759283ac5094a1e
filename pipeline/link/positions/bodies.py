"""Which organisation stands with a title: behind "of", before the title, or in what was said before."""

from __future__ import annotations

import re
from functools import lru_cache

from ...find.titles import singular
from ...find.words import Tokens
from ...mentions import Sentence
from .posts import Place, Posts
from .worded import ANY_BODY, DESCRIBED, HEADS_BODIES, MEETING, SORTS

_OF = re.compile(
    r"^\s?(?:of|at|for|with|to|in)\s(?:both\s)?(?:[Tt]he\s|its\s|A\s)?$|^,\s?(?:(?:of|at)\s)?(?:[Tt]he\s)?$|^\s\|\s$"
)
#: "On" and "in" before an organisation whose team or desk stands behind: "an analyst on Acme's credit research team".
_ON = re.compile(r"\s(?:on|in|within)\s(?:the\s)?")
_TEAM = re.compile(r"(?:['’]s?)?\s(?:[A-Z&]?[\w&-]*\s){0,6}?(?:[Tt]eam|[Dd]esk|[Dd]ivision|[Gg]roup|[Dd]epartment)\b")
#: "of the Nordic arm of the insurer " between a title and the organisation.
_OF_ARM = re.compile(
    r"\b(?:the\s|its\s)?(?:[\w’'&-]+\s){0,4}(?:arm|unit|division|business|operations|branch|office"
    r"|desk|team|subsidiary"
    r"|[Bb]oard(?:\sof\s[Dd]irectors)?)\s(?:of|at)\s(?:the\s)?$"
)
_TITLE_OF_LOWER = re.compile(
    r"(?:\s(?:of|for)\s(?:the\s)?(?!(?:the|its|their|his|her|our|both|all)\b)(?:[a-z][a-z-]+)(?:\s(?:and"
    r"|&)?\s?[a-z][a-z-]+){0,3}?)(?=\s(?:at|of|with|for|in)\s|[,;—–]|\.(?!\w)|\s[A-Z]|$)"
)
_TITLE_OF_CAPS = re.compile(r"(?:\s(?:of|for))?(?:\s(?:[A-Z][\w-]+|and|&|of))*\s[A-Z][\w-]+")

_OF_PLACE = re.compile(r"\s(?:of|for)\s(?:the\s)?([A-Z][\w.]+(?:\s[A-Z]\w+){0,2})")

#: ", Investments and Mid-Market Lending at " between a title and the organisation.
_CAPS_FIELD = re.compile(
    r"(?P<lead>\s(?:of|for)\s(?:the\s)?|,?\s)"
    r"(?P<field>(?:U\.S\.|U\.K\.|[A-Z][\w&/-]*)(?:,?\s(?:(?:and|&|of|for|the)\s){0,2}[A-Z][\w&/-]*){0,8})"
    r"(?P<sep>\s(?:at|with|for|of)\s(?:the\s)?|,\s(?:at\s)?(?:the\s)?)"
)
#: Between a title and a part of an organisation, and between that and the organisation.
_PART_OF = re.compile(r",?\s(?:(?:of|for)\s(?:the\s)?)?")
_AT_IT = re.compile(r"\s(?:at|after|before|from)\s(?:(?:the|its|this|next)\s)?(?:year['’]s\s)?$")
_AT = re.compile(r",?\sat\s(?:the\s)?")

#: "of the Supervisory Board", and the titles that boards have.
_OF_BOARD = re.compile(
    r"\s(?:of|on|to)\s(?:the\s|its\s|our\s|their\s)?(?:(?:[Ss]upervisory|[Aa]dvisory|[Mm]anagement|[Ee]xecutive|[Gg]overning|[Nn]ational)\s)?"
    r"[Bb]oard(?:\sof\s(?:[Dd]irectors|[Tt]rustees|[Gg]overnors|[Mm]anagers|[Aa]dvisors))?\b(?!\sof\s(?!the\s[A-Z])[a-z]|\s[A-Z])"
)
_OFFICER = re.compile(
    r"(?i)\b(?:chair(?:man|woman|person)?|president|member|secretary|treasurer|director|advis[eo]r|head)$"
)
#: "in charge of loans at" between a title and the organisation, and how far that may stand.
FAR = 110
_IN_CHARGE = re.compile(
    r"\s(?:in|of|for|responsible\sfor|in\scharge\sof|overseeing|covering)\s(?:the\s)?[a-z][^.,;:“”\"]{3,90}?\s(?:at|with)\s(?:the\s)?"
)
#: "& Leasing, North America, for " between a department and the organisation.
_BEYOND = re.compile(
    r"(?:(?:,|,?\s(?:and|&))\s[A-Z][\w-]*(?:\s(?:(?:and|&|of)\s)?[A-Z][\w-]*){0,4}){0,3},?\s(?:at|for|with)\s(?:the\s)?"
)

#: ", Americas, " between a department and the organisation.
_COMMAS = re.compile(r"(?:,\s[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,2}){0,1},\s")
#: What follows a name in brackets: "Acme Inc. (OTC: ACME) CEO".
_IN_BRACKETS = re.compile(r"[^()]{0,40}\)")
_LINE_ENDS = re.compile(
    r"\s*(?:\n|\Z|\||\(?\+?\d{2,}|\S+@|(?:Phone|Tel|Email|E-mail|Mobile|T|M|E|P)\b[.:]?|https?:|www\.)"
)
#: Boards that a model of names takes for organisations.
_BOARDS = frozenset({"Board", "Board of Directors", "Supervisory Board", "Management Board", "Directors", "the Board"})
_VICE = re.compile(r"(?i)\b(?:vice|division(?:al)?|regional|group|[es]?vp)\b")
_FIELD = re.compile(
    r"(?:\sof(?:\sthe)?|,)\s[A-Z][\w-]*(?:\s(?:(?:and|&|&amp;|of)\s)?[A-Z][\w-]*){0,5}(?=[,.;]|\s(?:and|to|in|for|at)\b|$)"
)
_COMMA_FIELD = re.compile(r",\s([A-Z][\w-]*(?:(?:,?\s(?:and|&|&amp;))?\s[A-Z][\w-]*){0,5})(?=,\s[A-Z])")
_MEMBER_OF = re.compile(
    r"\sof\s(?:the\s|its\s|an?\s)?(?:[a-z]+\s)?[Bb]oard(?:\sof\s[A-Z]?[a-z]+)?(?=\s(?:of|at|for)\s)"
)
#: "of External Affairs" before "at Acme".
_FIELD_AT = re.compile(
    r"\s(?:of|for)\s[A-Z][\w-]*(?:\s(?:(?:and|&)\s)?[A-Z][\w-]*){0,4}(?=\sat\s(?:[Tt]he\s)?[A-Z])"
)
_SAID = re.compile(r",?\s(?:said|says|told|tells|added|adds|noted|stated|states|commented|explained|wrote)\b")
_COMBINED = re.compile(r"\s(?:of|at|for)\sthe\s(?:combined|merged|enlarged|new)\b")
_OF_ONE = re.compile(r"\sof\s(?:the\s)?")
_FROM = re.compile(r"\b(?:from|(?:formerly|previously|lately|late|once|most\srecently)\s(?:of|at|with))\s(?:the\s)?$")
#: Between a speaker's name and the one that the speaker tells of.
_SAYS_THAT = re.compile(
    r",?\s(?:said|says|announced|confirmed|added|warned|hopes|expects|told\s(?:[\w’'-]+\s){0,4}?[a-z]+(?:\sin\s[A-Z]\w+)?)\s"
    r"(?:(?:on\s)?[A-Z]\w+day\s|yesterday\s|today\s)?(?:that\s)?(?:the\s)?(?<!\s(?:in|at|of|by)\s)"
)
#: "with" before the firm of those who say so of where they work.
_WITH = re.compile(r"\swith\s(?:the\s)?")
_WORKS_WITH = re.compile(r"(?i)\b(?:agent|broker|realtor|analyst|economist|strategist|researcher)s?$")
#: Posts that are also the trades of artists.
_TRADE = re.compile(r"director|producer|editor|manager|publisher|partner")
#: Those who work for law firms, and what such firms are called.
_LAWYER = re.compile(
    r"(?i)\b(?<!general\s)(?:attorney|lawyer|counsel|paralegal|litigator|solicitor|barrister|law\sclerk)s?$"
)
_OF_STATE = re.compile(
    r"(?i)\b(?:city|county|district|state|u\.s\.|town|village|borough|federal|commonwealth|prosecuting)\b"
)
_LAW_FIRM = re.compile(
    r"\b(?:Law|Lawyers?|Legal|LLP|L\.L\.P|PLLC|PLC|P\.?C|P\.?A|Attorneys?|Solicitors|Barristers|Advocates|Injury|Chambers"
    r"|Firm)\b"
)
#: What makes of a name a word that describes: "NYSE-listed", "Acme-backed".
_DESCRIBES = re.compile(r"-(?:listed|backed|owned|traded|based|headquartered|funded|led|quoted|affiliated)\b")
#: Last words of departments.
_PARTS = frozenset({"Group", "Team", "Division", "Unit", "Department", "Practice", "Desk", "Office", "Segment"})
#: Last words of names for what a department does, and not for an organisation.
_ACTIVITY = re.compile(
    r"(?!(?:Hold|Brew|Rac|Min|Print|Publish|Broadcast|Consult|Found|Associ|Corpor|Solu|Commiss|Institu|Feder|Organi[sz]|Miss|Na"
    r"|Produc|Publica|Invest|Entertain|Depart|Govern|Alli|Insur|Bank|Build|Star|Be|Trad)(?:ings?|tions?|a?tions?|ments?|ances?)\b)"
    r"[A-Z][a-z]+(?:ing|tions?|ments?|ances?|ics|ships?|ty|sion)|Sales|Success|Affairs|Services|Strategy|Experience|Delivery"
)


#: Those who head a ministry: what follows "of" or "for" is its field, less the state behind it.
_IN_CHARGE_OF = re.compile(r"(?i)(?:(?<!prime )\bminister|\bsecretary of state|\bunder-?secretary)$")
_OF_FIELDS = re.compile(
    r"\s(?:of|for)\s(?:the\s)?(?P<field>[A-Z][\w-]+(?:(?:,|,?\sand|\s&)?\s[A-Z][\w-]+){0,5}?)"
    r"(?=[,.;:)]|\sof\s(?:the\s)?[A-Z]|\s(?!and\b|of\b)[a-z]|\s[A-Z][\w.'’-]+\s[A-Z]|$)"
)


#: Titles of those who sit in courts, whatever country's they are.
COURTLY = re.compile(r"(?i)\b(?:judge|justice|magistrate)s?$")


def is_lawyer(title: str) -> bool:
    """Whether somebody with a title works for a law firm."""
    return _LAWYER.search(title) is not None and _OF_STATE.search(title) is None


@lru_cache(maxsize=1 << 12)
def _is_office(words: str, offices: frozenset[str]) -> bool:
    single = singular(words)
    if words == "president" or words.startswith(("opposition ", "shadow ")):
        return True
    return any(
        single == office or single.endswith((" " + office, "-" + office)) or words.startswith(office + " ")
        for office in offices
    )


class Bodies:
    """Looks for the organisation of a title in one article."""

    def __init__(self, posts: Posts):
        self.posts = posts

    def widen(self, sentence: Sentence, place: Place) -> None:
        """Take in what the title is of, where that is no party: "of sales", "EVP Commercial Products"."""
        after = self.posts.text[place.end : sentence.end]
        if (board := _OF_BOARD.match(after)) and _OFFICER.search(place.text):
            self._extend(place, board.end())
            return
        if (board := _MEMBER_OF.match(after)) and place.text.lower().endswith("member"):
            self._extend(place, board.end())
            return
        if DESCRIBED.match(after):
            return
        if length := self._ministry(place, after):
            self._extend(place, length)
            return
        if length := self._field_before_body(sentence, place):
            self._extend(place, length)
            return
        if (beyond := _FIELD_AT.match(after)) and (
            self.may_have_field(place, ("partner", "leader")) or self.is_department(beyond[0].strip())
        ):
            self._extend(place, beyond.end())
            return
        if (field := self._comma_field(after)) and self.may_have_field(place):
            self._extend(place, field)
            return
        match = _TITLE_OF_LOWER.match(after)
        if not match and not after.startswith((" of the ", " at ")):
            match = _TITLE_OF_CAPS.match(after)
            if match and re.match(r"\s(?:of|for)\s", match[0]) and not self.is_department(match[0]):
                match = None
            if match and self.posts.resolution.overlapping(place.end, place.end + match.end()):
                match = None
        if match and self._is_role_of_name(place.end + match.end(), match[0]):
            return  # "co-founder of the drug firm Acme"
        if match and not self.posts.words.is_place(match[0].strip().removeprefix("of ").removeprefix("for ")):
            self._extend(place, len(match[0].rstrip()))

    def is_ministry(self, place: Place, sentence: Sentence) -> bool:
        """Whether a title is of one who heads a ministry, whose field stands behind it."""
        return self._ministry(place, self.posts.text[place.end : sentence.end]) is not None

    def _ministry(self, place: Place, after: str) -> int | None:
        """The length of " of Commerce and Industry" behind "Minister"; None before a party or a place."""
        field = _OF_FIELDS.match(after) if _IN_CHARGE_OF.search(place.text) else None
        if field is None or self.posts.words.is_place(field["field"]):
            return None
        start, end = place.end + field.start("field"), place.end + field.end()
        kinds = {self.posts.resolution.kind(m[2]) for m in self.posts.resolution.overlapping(start, end)}
        return None if kinds & {"person", "public_body"} else field.end()

    def _field_before_body(self, sentence: Sentence, place: Place) -> int | None:
        """The length of ", Investments and Mid-Market Lending" between a title and "at Acme", and of "of Private
        Equity" before ", Acme"; None where what stands there may be an organisation or a person.
        """
        resolution, text = self.posts.resolution, self.posts.text
        for low, high, party, _ in resolution.overlapping(place.end, min(sentence.end, place.end + FAR)):
            if low <= place.end or not self.posts.is_body(party):
                return None
            match = _CAPS_FIELD.fullmatch(text, place.end, low)
            if match is None:
                near = low - place.end <= 9
                if near and (self.is_department("of " + text[low:high]) or self._is_part(place.end, low, high)):
                    continue  # "Vice-President, Investments at Acme", where a model took Investments for a firm
                return None
            apart = match["sep"].startswith(",") and " at " not in match["sep"]
            heads = not self.may_have_field(place)
            if (apart and heads) or self._names_other(place.end + len(match["lead"]), match.end("field")):
                return None
            return match.end("field") - place.end
        return None

    def _is_part(self, start: int, low: int, high: int) -> bool:
        """Whether a name behind "," or "of" is that of a part, as "at Acme" follows: "VP, Ovens & Homes at Acme"."""
        if not _PART_OF.fullmatch(self.posts.text, start, low):
            return False
        at = _AT.match(self.posts.text, high)
        behind = self.posts.resolution.overlapping(at.end(), at.end() + 1) if at else []
        return any(m[0] == at.end() and self.posts.is_body(m[2]) for m in behind)

    def _names_other(self, start: int, end: int) -> bool:
        """Whether capitalised words are a place or hold a further title, and so are no department."""
        words = self.posts.text[start:end]
        return self.posts.words.is_place(words) or bool(self.posts.titles.find(Tokens(words).all))

    def _is_role_of_name(self, end: int, words: str) -> bool:
        """Whether words end in what an organisation is, whose name follows: "of the insurer" before "Acme"."""
        last = words.split()[-1].lower()
        if last not in self.posts.words.company_roles and last not in self.posts.words.roles:
            return False
        behind = self.posts.resolution.overlapping(end, end + 3)
        return any(m[0] == end + 1 and self.posts.is_body(m[2]) for m in behind)

    def _extend(self, place: Place, length: int) -> None:
        place.end += length
        place.text = self.posts.text[place.start : place.end]

    def _comma_field(self, after: str) -> int | None:
        """The length of ", Sales and Marketing" between a title and ", Acme"; None when no department stands there."""
        match = _COMMA_FIELD.match(after)
        return match.end() if match and self.is_department("of " + match[1].replace(",", "")) else None

    @staticmethod
    def may_have_field(place: Place, also: str | tuple[str, ...] = "vice") -> bool:
        """Whether a post may be one of a department's: no chief executive's is."""
        vice = _VICE.search(place.text) is not None or place.text.lower().endswith(also)
        return vice or not HEADS_BODIES.search(place.text)

    def is_department(self, words: str) -> bool:
        """Whether "of Capital Markets" or "of the Real Estate Lending Group" names a department."""
        parts = [part for part in words.split()[1:] if part not in ("and", "&", "of", "for", "the")]
        if len(parts) > 1 and parts[0] in ("Group", "Corporate", "Global"):
            del parts[0]  # "of Group Treasury"
        known = [part for part in parts if part in self.posts.words.departments or part in self.posts.titles.fields]
        part = parts[-1] in _PARTS and len(parts) > 1
        if len(known) == len(parts) or (part and 2 * len(known) >= len(parts) - 1):
            return True
        plain = parts and (parts[0] in known or parts[0].isupper() or f" {parts[0].lower()} " in self.posts.text)
        return len(parts) > 1 and bool(plain) and _ACTIVITY.fullmatch(parts[-1]) is not None

    def body_of(self, sentence: Sentence, place: Place, part: bool = False) -> str | None:
        """The organisation behind "of", "at", or a comma; not a department that the title is of.

        With `part` another organisation is known whose department even a president may be of.
        """
        text = self.posts.text
        for low, high, party, _ in self.posts.resolution.overlapping(place.end, sentence.end):
            if low > place.end + FAR:
                break
            if low >= place.end and self.posts.is_body(party) and _IN_CHARGE.fullmatch(text, place.end, low):
                return party
            if low > place.end + 60:
                continue
            if low < place.end or not self.posts.is_body(party) or text[low:high] in _BOARDS:
                continue
            if _DESCRIBES.match(text, high):
                continue  # "NYSE-listed" before the organisation
            if MEETING.search(text, low, high) and _AT_IT.search(text, place.end, low):
                continue  # "will retire as chairman at the AGM"
            if low == place.end + 1 and text[place.start].isupper() and self._ends_line(high):
                return party  # "Contact: Ada Tullow, CEO Acme"
            if _ON.fullmatch(text, place.end, low) and _TEAM.match(text, high, sentence.end):
                return party
            if _OF.match(gap := self._plain_gap(place.end, low)):
                if gap.startswith(",") and not gap.startswith((", of", ", at")):
                    return self._last_in_chain(low, party, sentence)
                if gap.strip() in ("of", "of the") and (part or self.may_have_field(place)):
                    beyond = self._beyond(sentence, low, high)
                    if beyond or self.is_department("of " + text[low:high]):
                        place.end = high
                        place.text = text[place.start : high]
                        return beyond
                return party
        return None

    def _ends_line(self, end: int) -> bool:
        """Whether a line, or what it says of a person, ends here: "Phone: 1234" may follow."""
        return _LINE_ENDS.match(self.posts.text, end) is not None

    def names_field(self, sentence: Sentence, place: Place) -> bool:
        """Whether "Vice President of Facilities" or "SVP, Construction" tells a field, which is then taken in."""
        if not self.may_have_field(place):
            return False
        match = _FIELD.match(self.posts.text, place.end, sentence.end)
        if match and self.posts.people(place.end, match.end()):
            return False  # "a new finance chief, Ada Tullow"
        if match and match[0].startswith(" of the ") and not self.is_department(match[0]):
            return False
        if match:
            place.end = match.end()
            place.text = self.posts.text[place.start : place.end]
        return match is not None

    def _beyond(self, sentence: Sentence, start: int, end: int) -> str | None:
        """The organisation in "head of Asset Services, Americas, at Acme" behind a department."""
        words = self.posts.text[start:end].split()
        field = 2 * sum(word in self.posts.words.departments for word in words) >= len(words)
        for low, _, party, _ in self.posts.resolution.overlapping(end, sentence.end):
            if low < end or not self.posts.is_body(party):
                continue
            gap = self.posts.text[end:low]
            if _BEYOND.fullmatch(gap) or (field and _COMMAS.fullmatch(gap)):
                return party
            return None
        return None

    def _last_in_chain(self, start: int, party: str, sentence: Sentence) -> str:
        """In "head of sales, Retail Products, Acme" the organisation is the last of the names."""
        end = start
        for low, high, other, _ in self.posts.resolution.overlapping(start, sentence.end):
            if not self.posts.is_body(other) or (end > start and self.posts.text[end:low] != ", "):
                break
            end, party = high, other
        return party

    def _plain_gap(self, start: int, end: int) -> str:
        """The text between two mentions, less "Florida's" and the like before a name."""
        gap = re.sub(r"^\s?\([^()]{1,30}\)", "", self.posts.text[start:end])
        gap = re.sub(r"(?:[A-Z][\w.]+['’]s\s|[A-Z][\w.]+-(?:based|listed|backed|owned)\s)$", "", gap)
        described = re.match(r"^(\s?(?:of|at|for|with|in)\s)(?:(?:the|a|an|its)\s)?((?:[\w.&’'-]+\s){1,8})$", gap)
        if not described:
            return gap
        words = described[2].split()
        if len(words) > 1 and words[-1] in ("of", "called", "named") and words[-2] in self.posts.words.company_roles:
            del words[-1]  # "the law firm of"
        if words[-1].lower() in self.posts.words.company_roles or words[-1] in self.posts.words.roles:
            del words[-1]
            while (
                words
                and (words[-1] in self.posts.words.demonyms or words[-1].islower() or _DESCRIBES.search(words[-1]))
                and words[-1] not in ("of", "at")
            ):
                del words[-1]
            gap = described[1] + "".join(word + " " for word in words)
        if _OF_ARM.search(gap):
            return described[1]
        return gap if re.match(r"^\s?(?:of|at|for|with|in)\s$", gap) else self.posts.text[start:end]

    def owner(self, after: int, place: Place) -> str | None:
        """The organisation in "Tullow, Acme's CEO" or "Tullow, the company's CEO"."""
        for low, high, party, _ in reversed(self.posts.resolution.overlapping(after, place.start)):
            if (
                self.posts.is_body(party)
                and low >= after
                and re.match(r"^(?:['’]s?)?\s$", self.posts.text[high : place.start])
            ):
                return party
        return None

    def body_before(self, sentence: Sentence, place: Place, floor: int = 0) -> str | None:
        """The organisation in "Acme CEO", "Acme's chief executive", "Acme Ltd (ASX: ACM) managing
        director"; or of an office.
        """
        inside = [
            m
            for m in self.posts.resolution.overlapping(place.start, place.end)
            if self.posts.resolution.kind(m[2]) == "public_body"
        ]
        if inside:
            return inside[0][2]
        for low, high, party, _ in reversed(
            self.posts.resolution.overlapping(max(sentence.start, floor, place.start - 90), place.start)
        ):
            if _IN_BRACKETS.match(self.posts.text, high, place.start):
                continue
            gap = re.sub(r"\([^()]*\)?", "", self.posts.text[high : place.start])
            if (
                low >= floor
                and self.posts.is_body(party)
                and re.match(r"^(?:['’]s?)?\s+(?:(?:[a-z-]+|co-founder and|founder and)\s){0,2}$", gap)
                and not re.search(r"\b(?:and|as|by|of|to|with|that|for|in|when|after)\b", gap)
            ):
                return party
            if gap.strip(") "):
                break
        return self.government(sentence, place)

    def government(self, sentence: Sentence, place: Place) -> str | None:
        """The government behind "Ruritanian prime minister" or "federal minister", if the article has
        it as a party; the court of a judge, the council of a mayor.
        """
        lower = place.text.lower()
        if not self.office(place) and not re.search(r"\b(?:provost|dean|rector|professor|treasurer)\b", lower):
            return None
        lead = self.posts.text[sentence.start : place.start].split()
        adjective = "federal" if place.text.lower().startswith("federal") else (lead[-1] if lead else "")
        if adjective != "federal" and adjective not in self.posts.words.demonyms:
            return self.posts.offices.of_title(place.text, sentence, bool(lead) and lead[-1][0].isupper(), place.start)
        if adjective != "federal" and COURTLY.search(place.text):  # "U.S. District Judge"
            return self.posts.offices.of_title(place.text, sentence, True, place.start)
        stem = {"American": "United States", "U.S.": "United States", "US": "United States"}.get(adjective, adjective)
        for party in self.posts.resolution.parties:
            if party.kind == "public_body" and any(stem in m.text and "overnment" in m.text for m in party.mentions):
                return party.id
        return None

    def body_behind(self, sentence: Sentence, after: int, title: str = "") -> str | None:
        """ "CEO Ada Tullow of Acme", "analyst Ada Tullow with Acme"."""
        for low, high, party, _ in self.posts.resolution.overlapping(after, min(sentence.end, after + 40)):
            if low < after or not self.posts.is_body(party):
                continue
            gap = self.posts.text[after:low]
            if re.match(r"^\s(?:of|at)\s(?:the\s)?$", gap):
                return party
            owns = self.posts.text.startswith(("'", "’"), high)
            if _WITH.fullmatch(gap) and _WORKS_WITH.search(title) and not owns:
                return party
            if gap == ", " and _SAID.match(self.posts.text, high, sentence.end):
                return party  # "President Ada Tullow, Acme, said"
        return None

    def state(self, sentence: Sentence, place: Place) -> str | None:
        """The government behind "of Ruritania", if the article has it as a party."""
        match = _OF_PLACE.match(self.posts.text, place.end, sentence.end)
        if match is None or not self.office(place):
            return None
        name = match[1].rstrip(".")
        governments = [
            party.id
            for party in self.posts.resolution.parties
            if party.kind == "public_body"
            and any(name in m.text and (m.text == name or "overnment" in m.text) for m in party.mentions)
        ]
        return governments[0] if governments else None

    def office(self, place: Place) -> bool:
        """Whether a title is an office of state."""
        return _is_office(place.text.lower(), self.posts.titles.offices)

    def context(self, sentence: Sentence, place: Place) -> str | None:
        """The organisation that a bare "CEO Ada Tullow" must be of: a release's own, else the one spoken of."""
        if not re.search(
            r"(?i)chief|ceo|cfo|coo|cto|president|chair|founder|director|officer|head\b|counsel\b|treasurer"
            r"|spokes|manager|editor|trustee|superintendent|controller|^(?:(?:managing|senior|founding|equity)\s)?partner$",
            place.text,
        ) and not re.match(r"[A-Z][a-z]+\s[A-Z]", place.text):
            return self._law_firm(place)
        if is_lawyer(place.text):
            return self._law_firm(place)
        if _COMBINED.match(self.posts.text, place.end):
            return None  # two companies' new one has no name yet
        if _TRADE.fullmatch(place.text.lower()) and self.posts.text.endswith(" and ", sentence.start, place.start):
            return None  # "the actor and director Ada Tullow"
        ahead = re.search(r"([\w’'-]+)\s$", self.posts.text[sentence.start : place.start])
        named = ahead and self.posts.people(sentence.start + ahead.start(1), sentence.start + ahead.end(1))
        speaker = named and not self.posts.people(place.end, place.end + 4)  # "Contact: Ada Tullow CRO"
        if ahead and not speaker and self._unknown_body(ahead[1]):
            return None
        if self.posts.resolution.release and self.posts.resolution.main:
            return self.posts.resolution.main
        return self._told(sentence, place) or self.posts.topics.owner(place.text, sentence.start, place.start)

    def _told(self, sentence: Sentence, place: Place) -> str | None:
        """The organisation of which "Chairman Ada Tullow said Acme would" tells, in whose name she speaks."""
        named = self.posts.people(place.end, place.end + 8)
        if not named or self.posts.text[place.end : named[0][0]].strip(" ,"):
            return None
        end = named[0][1]
        for low, _, party, _ in self.posts.resolution.overlapping(end, min(sentence.end, end + 80)):
            firm = low >= end and self.posts.resolution.kind(party) == "company"
            if firm and _SAYS_THAT.fullmatch(self.posts.text, end, low):
                return party
        return None

    def _law_firm(self, place: Place) -> str | None:
        """The law firm that a release is of, whose lawyers need not say so."""
        main = self.posts.resolution.main if is_lawyer(place.text) else None
        name = next((party.name for party in self.posts.resolution.parties if party.id == main), "")
        return main if _LAW_FIRM.search(name) else None

    def _unknown_body(self, word: str) -> bool:
        """Whether the word before a title is the name of something that is no party ("Etherium founder")."""
        small = word.lower()
        plain = small in self.posts.words.function or self.posts.titles.describes(small) or word in ANY_BODY
        named = word in SORTS and any(word in p.name and p.kind != "person" for p in self.posts.resolution.parties)
        return word[0].isupper() and not plain and not named

    def body_between(
        self, start: int, end: int, hired: bool = False, but: frozenset[str] = frozenset()
    ) -> str | None:
        """The last organisation named in between, those in `but` aside; who is hired from one, or is "of" one when he
        is hired, does not work there any more.
        """
        text = self.posts.text
        found = [
            party
            for low, high, party, _ in self.posts.resolution.overlapping(start, end)
            if self.posts.is_body(party)
            and not (hired and (_FROM.search(text, start, low) or _OF_ONE.fullmatch(text, start, low)))
            and not _DESCRIBES.match(text, high)
        ]
        return next((party for party in reversed(found) if party not in but), None)
