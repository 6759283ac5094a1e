"""Names of things, departments and kinds that a NER takes for parties, and those of schools, by the words beside them.

Each test asks for a single word before or behind the name before it looks any closer.
"""

from __future__ import annotations

import re

from .candidates import NER_REASONS, PartyCandidate
from .names import NameReader
from .scan import Scan

#: What makes a product of the name before it, where the maker's follows: "Ozempa maker Harrow".
_MAKERS = frozenset({"maker", "developer", "manufacturer", "creator", "inventor", "producer"})
#: What is of many firms where a word of business stands before it: "Financial shares".
_TRADED = frozenset({"shares", "stocks", "companies", "issues", "firms"})
#: What makes a field of it: "the Green Tech sector".
_SECTORS = frozenset({"sector", "sectors", "industry", "industries", "vertical", "verticals", "niche", "subsector"})
#: Who is of a school, and what only a school has.
_SCHOOL = frozenset(
    {"alumni", "alumnus", "alumna", "alum", "graduate", "graduates", "undergraduate", "undergraduates", "sophomore",
     "freshman", "freshmen", "dropout", "dropouts", "dean", "faculty", "professor", "professors", "student", "students"}
)  # fmt: skip
#: Ends of adjectives in capitals: "the Freedom-First platform".
_LIKE = frozenset(
    {"First", "Focused", "Centric", "Driven", "Friendly", "Ready", "Powered", "Based", "Native", "Grade", "Certified",
     "Compliant", "Regulated", "Licensed", "Enabled", "Free", "Led"}
)  # fmt: skip
#: Buildings that somebody is inside of: "on the 30th floor of Harrow Center".
_CENTRES = frozenset({"Center", "Centre"})
_INSIDE = re.compile(
    r"\b(?:floor of|(?:located|space|offices?|store|stores|tenants?|restaurant) (?:at|in)|within|[Ss]ale of|leased?"
    r"|leasing|[Pp]rojects like|[Rr]edevelopment of|[Ee]ntrance to) (?:the )?$"
)
#: What makes a club of the name before it: "the Lowfield Rangers baseball team".
_SPORTS = frozenset(
    {"baseball", "football", "soccer", "basketball", "hockey", "rugby", "cricket", "netball", "lacrosse", "volleyball",
     "handball", "women", "men"}
)  # fmt: skip
_SIDE = re.compile(r" (?:wo)?(?:men['’]s )?[a-z]* ?(?:team|club|franchise|side|squad)\b")
#: Parts of a firm that are no parties where "at" and the firm follow.
_PARTS = frozenset({"Group", "Team", "Division", "Practice", "Department", "Desk", "Unit"})
#: What somebody is head of, if the firm or nothing more follows: "Vice President of Strategy for the Americas at".
_HEAD_OF = re.compile(
    r"\b(?:[Hh]ead|VP|AVP|SVP|EVP|[Vv]ice [Pp]resident|[Mm]anager|[Dd]irector|GM|[Ll]ead|[Ll]eader) of "
    r"(?:[Gg]lobal |the )?$"
)
_POST_ENDS = re.compile(r"[).]|, (?:and|who)\b|,? (?:and|at|for|with)\b(?! the )|\n")
#: A plural behind letters in brackets: "a Minority Depository Institution (MDI) bank", "two MDIs".
_LETTERS = re.compile(
    r" \([“\"]?([A-Z][A-Za-z]{1,7})[”\"]?\)(?: and [A-Z][\w ]{3,60} \([A-Z]{2,6}\))?"
    r"( (?:banks?|lenders?|(?:[a-z]+ )?firms?|companies|company|providers?|institutions?|businesse?s?|services|dealers?"
    r"|licen[cs]es?|status|requirements|projects|programs|standards|certifications?|investments?|structures?|vehicles"
    r"|deals?)\b)?"
)
#: What stands before one of many, be it described or not.
_ONE = re.compile(
    r"\b(?:[Aa]n?|[Aa]ny|[Ee]ach|[Ee]very|[Aa]nother|first|only) (?:(?:[a-z]+-)?[a-z]+(?:-[A-Za-z]+)? ){0,3}$"
)
#: Words that are legal forms, too.
_SPELT = frozenset({"Company", "Corporation", "Co.", "Business", "Institution"})
#: Words of a kind of firm, for which a name stands in capitals: "Virtual Asset Service Provider".
_KINDS = frozenset(
    {"Provider", "Institution", "Business", "Company", "Corporation", "Enterprise", "Firm", "Entity", "Vehicle",
     "Dealer", "Manager", "Fund", "Bank", "Adviser", "Advisor", "Trust", "Supplier", "Vendor", "Operator", "Broker"}
)  # fmt: skip
_MARKED = NER_REASONS | {"initialism", "verb", "business word", "defined term", "company form", "treated as a firm"}
#: What is somebody's and a thing: "Harrow's patented OvenGlide technology", "its Pioneer 3 land drones".
_OWN_THING = Scan(
    r"(?:['’]s?|\b[Ii]ts|\b[Oo]ur|\b[Tt]heir) (?:[a-z]+(?:-[a-z]+)* ){0,3}"
    r"([a-z]*[A-Z][\w-]*(?: [A-Z0-9][\w-]*){0,3})[®™]? (?:[a-z-]+ ){0,2}"
    r"(?:platform|technolog(?:y|ies)|products?|solutions?|software|app|suite|tool|toolkit|drug|therapy|treatment"
    r"|devices?|drones?|lights?|games?|chips?|processors?|vaccine|masterclass|course|models?|engine|goggles|satellites?"
    r"|nodes?|index|exhibit|exhibition|initiative|collection|series|handset|smartphones?|pickup|trucks?|SUV|sedan"
    r"|wearables?|tokens?)\b",
    "'", "’", "ts ", "ur ", "heir ",
)
#: Reasons of a name of which no more is told than that somebody took it for a firm's.
TOLD_OF = NER_REASONS | {"a general word", "business is told of it", "has what a business has", "verb"}
#: The same of a thing, which may be told to do something, but has no officers.
_OF_THING = NER_REASONS | {"a general word", "verb", "names a thing", "told to be a thing"}


class Things(NameReader):
    """Weighs the names of one article that are no parties."""

    def _weigh_thing(self, candidate: PartyCandidate) -> None:
        """Vote against a party, or for a school, by the words beside a name."""
        word, last = self._word_behind(candidate.end), candidate.text.rpartition(" ")[2]
        if self._unmarked_kind(candidate):
            self._is_kind(candidate)
        if not (candidate.votes["org"] or candidate.votes["person"]):
            return
        marked = NER_REASONS.issuperset(candidate.reasons)
        if marked and candidate.text in self.words.social:
            candidate.vote("none", 6, "social network")
            return
        if marked and last.rpartition("-")[2] in _LIKE:
            candidate.vote("none", 4, "a kind of thing")
            return
        if last in _CENTRES and _INSIDE.search(self.text, max(0, candidate.start - 24), candidate.start):
            candidate.vote("none", 4, "no party by its last word")
            return
        if last in _SPELT and self._one_of_kind(candidate, word):
            self._is_kind(candidate)
            return
        if candidate.votes["company"] and all(self.words.is_form(part) for part in candidate.text.split()):
            self._is_kind(candidate)  # "Pte Ltd" behind a name in brackets
            return
        if TOLD_OF.issuperset(candidate.reasons) and self._only_opens(candidate, word):
            candidate.vote("none", 4, "a kind of thing")
            return
        if word in _MAKERS and not candidate.votes["company"]:
            maker = self._starting_at(candidate.end + len(word) + 2)
            if maker and maker.votes["org"] + maker.votes["company"] > maker.votes["person"]:
                candidate.vote("none", 2.5, "names a thing")
        elif word in _SECTORS and marked:
            candidate.vote("none", 2.5, "a field or a title")
        elif word in _SCHOOL and not candidate.votes["company"]:
            person = candidate.votes["person"] - 1.5 * ("a founder" in candidate.reasons)  # "founded by Acme alumni"
            unsure = word.startswith("alum") and person < 0.8
            if unsure or candidate.votes["org"] > candidate.votes["person"]:
                candidate.vote("organization", 2.5 if unsure else 1.6, "teaches")
        elif word in _SPORTS and candidate.votes["org"] and _SIDE.match(self.text, candidate.end):
            candidate.vote("organization", 2, "a club's name")
        elif word == "at" and last in _PARTS:
            self._weigh_part(candidate)
        elif self.text.startswith(" (", candidate.end):
            self._weigh_letters(candidate)
        self._weigh_post(candidate)

    def _weigh_products(self) -> None:
        """Vote against the names of things that somebody has, wherever they stand, if nothing tells of a firm."""
        things = {match[1] for match in _OWN_THING.finditer(self.text)}
        for name in things:
            same = [c for c in self.found.values() if c.text == name]
            firm = any(c.text.startswith(f"{name} ") and c.votes["company"] for c in self.found.values())
            if firm or not all(c.votes["org"] and _OF_THING.issuperset(c.reasons) for c in same):
                continue
            for one in same:
                one.vote("none", 4, "names a thing")

    def _only_opens(self, candidate: PartyCandidate, word: str) -> bool:
        """Whether a mark has its capital from the sentence alone: "Data center operator", "Financial shares"."""
        first, space, rest = candidate.text.partition(" ")
        if not (word in self.words.company_roles and rest.islower() if space else word in _TRADED):
            return False
        at = self.tokens.at(candidate.start)
        opens = candidate.heading or (at < len(self.limits) and self.limits[at] == at)
        return opens and first in self.words.business

    def _one_of_kind(self, candidate: PartyCandidate, word: str) -> bool:
        """ "a Publicly Traded Company", "an Acme Group Company": one of many, unless a noun follows."""
        before = self.text[max(0, candidate.start - 4) : candidate.start]
        if " " not in candidate.text or not before.endswith((" a ", " an ", "\na ", "\nan ")):
            return False
        return not word or word[0].isupper() or word in self.words.function

    def _unmarked_kind(self, candidate: PartyCandidate) -> bool:
        """ "Production Company:", "a Certified B Corporation": nothing but the last word, in full, tells a firm."""
        name = candidate.text
        full = name.endswith(("Company", "Corporation")) and not name.isupper()
        return full and candidate.reasons == ["company form"] and name not in self.marked

    def _word_behind(self, end: int) -> str:
        """The word that one space parts from what ends at an offset."""
        if self.text[end : end + 1] != " ":
            return ""
        at = self.tokens.at(end)
        return self.tokens.words[at] if at < len(self.starts) and self.starts[at] == end + 1 else ""

    def _weigh_part(self, candidate: PartyCandidate) -> None:
        """ "in the Financial Institutions Group at Harrow & Co."."""
        firm = self._starting_at(candidate.end + 4) or self._starting_at(candidate.end + 8)
        before = self.text[max(0, candidate.start - 8) : candidate.start]
        led = before.endswith((" the ", " its ", "’s ", "'s "))
        if firm and led and firm.votes["org"] + firm.votes["company"] > 0.5:
            candidate.vote("none", 3, "a department")

    def _weigh_letters(self, candidate: PartyCandidate) -> None:
        """ "an Alaskan Native Corporation (ANC)", "Minority Depository Institution (MDI) banks": kinds of firms."""
        last = candidate.text.rpartition(" ")[2]
        letters = _LETTERS.match(self.text, candidate.end)
        if not letters or " " not in candidate.text or not _MARKED.issuperset(candidate.reasons):
            return
        several = re.search(rf"\b{letters[1]}s\b", self.text) if f"{letters[1]}s" in self.text else None
        one = last in _KINDS and _ONE.search(self.text, max(0, candidate.start - 60), candidate.start)
        if several or one or (last in _KINDS and letters[2]):
            self._is_kind(candidate)

    def _is_kind(self, candidate: PartyCandidate) -> None:
        """Vote against a kind of firm, whose last word is no legal form there."""
        candidate.votes["company"] = 0
        candidate.reasons = [reason for reason in candidate.reasons if reason != "company form"]
        candidate.vote("none", 5, "a kind of thing")

    def _weigh_post(self, candidate: PartyCandidate) -> None:
        """ "Head of Strategy for the Americas at", "(VP of Integrations)": what a NER alone marked, and once."""
        if not NER_REASONS.issuperset(candidate.reasons) or candidate.votes["org"] > 1:
            return
        start = candidate.start
        if self.text[max(0, start - 4) : start] != " of " and not self.text.startswith(" of the ", start - 8):
            return
        if not _HEAD_OF.search(self.text, max(0, start - 40), start) or not _POST_ENDS.match(self.text, candidate.end):
            return
        if self.text.count(candidate.text) == 1:
            candidate.vote("none", 2.5, "a department")
