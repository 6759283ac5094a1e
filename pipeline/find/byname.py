"""Evidence for or against a party from the words of its own name."""

from __future__ import annotations

import re

from . import cues
from .bodies import OWN_GOVERNMENT, meet
from .candidates import (
    BUSINESS,
    BY_END,
    FORM,
    NER_REASONS,
    ORG_WORD,
    PUBLIC,
    PartyCandidate,
    votes_for_place_only,
)
from .names import SURNAMES
from .sports import Sports
from .traits import Traits, traits

#: Reasons of votes that a name holds a body's or an organisation's noun.
NOUNS = frozenset({"public-body noun", "organisation noun"})
#: Reasons of those who only mark a name.
_MARKED = NER_REASONS | {"verb"}
#: How family firms end in other languages: "Quill & Fils".
_AND_KIN = re.compile(r" & (?:Fils|Cie|Sohn|Söhne|Figli|Figlio|Hijos|Filhos|Zonen|Zoon|Söner|Sønner|Frères|Synowie)$")
#: What those trusts are for, or whose they are, that are no firms: "Lowfield Wildlife Trust", "Supporters' Trust".
_GOOD = frozenset(
    {"Foundation", "Supporters", "Wildlife", "Rivers", "Heritage", "Charitable", "Conservation", "Preservation",
     "Educational", "Welfare", "Arts", "Memorial", "Museum", "Benevolent", "Nature", "Woodland", "Historic", "Wildfowl",
     "Community", "Churches", "Canal", "Theatres", "Gardens", "Research", "Almshouse"}
)  # fmt: skip
#: Those of first peoples, who govern themselves: "the Otter Creek Nation".
_NATIONS = frozenset({"Nation", "Nations", "Tribe", "Tribes"})
_FIRM_TOLD = frozenset({"described as a firm", "has officers"})
#: How the names of towns and offices open.
_OF = dict.fromkeys(("City", "County", "Town", "Borough", "Village"), ("of",)) | {"Office": ("of", "for")}
_OF_ITS_MEMBERS = frozenset({"Federation", "Association", "Union", "Society", "Foundation"})
_STATE = frozenset({"Federal", "National", "State", "Royal"})
#: Offices that a NER marks as bodies.
_OFFICES = ("Attorney-General", "Auditor-General", "Solicitor-General", "Attorney General of", "Ombudsman")
_WIRE = frozenset({"wire in dateline", "media"})


class ByName(Sports):
    """Weighs the candidates of one article by what they are called."""

    def _weigh_name(self, candidate: PartyCandidate) -> None:
        said = traits(self.words, candidate.text)
        formal = self._weigh_form(candidate, said)
        if said.refused and OWN_GOVERNMENT not in candidate.reasons:
            candidate.vote("none", 6, "no party by name")
        self._weigh_body(candidate, said, formal)
        self._weigh_business(candidate, said, formal)
        self._weigh_ends(candidate, said)
        self._weigh_club(candidate, said.parts)
        if said.partnership and set(candidate.reasons) == {"ner:PERSON"}:
            candidate.vote("org", 1.5, "treated as a firm")
        self._weigh_noun(candidate, said, formal)
        if said.role and not candidate.votes["public_body"] and self._one_of(candidate):
            candidate.vote("none", cues.REFUSE, "a kind of thing")  # "a Leeds bank", "State development bank Acme"
        if self._field_or_title(candidate, said):
            candidate.vote("none", 2.5 if NOUNS.isdisjoint(candidate.reasons) else 5, "a field or a title")
        if said.pronoun:
            candidate.vote("none", 5, "begins with a pronoun")
        if said.place:
            person = candidate.votes["person"] and candidate.text not in self.words.capitals
            candidate.vote("place", 1 if person else 2, "place name")
        if candidate.text in self.words.social and self._among_social(candidate):
            candidate.vote("none", 6, "social network")
        if said.department and cues.TITLE_OF.search(self.text[max(0, candidate.start - 40) : candidate.start]):
            candidate.vote("none", 4, "a department")
        if said.address or cues.ADDRESS_AFTER.match(self.text, candidate.end):
            candidate.vote("none", 6, "address")
        in_dateline = self._inside(self.datelines, candidate.start, candidate.end)
        if in_dateline and not formal and not candidate.ticker and _WIRE.isdisjoint(candidate.reasons):
            candidate.vote("none", 5, "dateline")
        if said.general:
            candidate.vote("none", 5, "a general word")
        if said.business_word and "company form" not in candidate.reasons and not candidate.ticker:
            candidate.vote("none", 1.5, "a general word")
        if self._common_noun(candidate):
            candidate.vote("none", 5, "a common noun")
        if said.certified and not formal:
            candidate.vote("none", 5, "a field or a title")  # "a Certified Municipal Finance Officer"
        if said.federal:
            candidate.vote("none", 4, "a kind of thing")  # "the Omani Federal crop insurance firm"
        if candidate.heading and len(said.parts) > 1 and candidate.text.isupper() and self._whole_line(candidate):
            candidate.vote("none", 5, "a heading")

    @staticmethod
    def _weigh_form(candidate: PartyCandidate, said: Traits) -> bool:
        """Votes by a legal form; whether there is one."""
        if said.form and "company form" not in candidate.reasons:
            candidate.vote("company", FORM, "company form")
        formal = "company form" in candidate.reasons
        if said.national_bank:
            candidate.vote("company", FORM, "company form")
        return formal or said.national_bank

    def _weigh_body(self, candidate: PartyCandidate, said: Traits, formal: bool) -> None:
        """Votes by the nouns of public bodies, and against those of things."""
        if said.state_board:
            candidate.vote("public_body", PUBLIC, "public-body noun")
        elif said.state_fund:
            candidate.vote("public_body", PUBLIC + 0.5, "public-body noun")
        elif self._state_agency(candidate, said.parts):
            candidate.vote("public_body", 2, "public-body noun")
        elif (
            said.thing
            and not self._is_surname(candidate, said)
            and not (said.last == "Conference" and self.sporting)
            and not formal
            and {"public-body noun", "public body"}.isdisjoint(candidate.reasons)
        ):
            firm = said.business or not _FIRM_TOLD.isdisjoint(candidate.reasons)
            firm = firm or self.words.body_apposition.match(self.text, candidate.end)
            firm = firm or (said.last in cues.SITES and cues.ANNOUNCES.match(self.text, candidate.end))
            candidate.vote("none", 1 if firm else 4, BY_END)
        elif said.kind_of_thing and not candidate.votes["public_body"]:
            candidate.vote("none", 4, "a kind of thing")
        members = len(said.parts) > 1 and said.last == "Council" and meet(said.parts[-2])
        if members and NOUNS.isdisjoint(candidate.reasons):
            candidate.vote("organization", ORG_WORD, "organisation noun")
        nation = said.last in _NATIONS and len(said.parts) > 1 and candidate.votes["org"] and said.parts[0] != "Daily"
        if nation and self.text[max(0, candidate.start - 4) : candidate.start].lower() == "the ":
            candidate.vote("public_body", 2, "public-body noun")
        several = len(said.parts) > 2 and not formal and not members
        several = several and said.last not in _OF_ITS_MEMBERS  # "Lowfield Police Federation"
        if several and NOUNS.isdisjoint(candidate.reasons) and self._holds_public_head(candidate, said):
            candidate.vote("public_body", PUBLIC, "public-body noun")

    @staticmethod
    def _is_surname(candidate: PartyCandidate, said: Traits) -> bool:
        """Whether "Ada Park" is a person and no thing: nearly all that is told of it says so."""
        votes = candidate.votes
        rest = sum(votes[key] for key in ("org", "place", "company", "organization", "public_body"))
        return len(said.parts) in (2, 3) and said.last in SURNAMES and votes["person"] > max(0.7, rest)

    def _weigh_business(self, candidate: PartyCandidate, said: Traits, formal: bool) -> None:
        """Votes by a word of businesses at a name's end."""
        votes = candidate.votes
        two = len(said.parts) == 4 and said.parts[1] == "and" and said.parts[2] not in self.words.business
        if said.last == "Trust" and two and not formal:
            candidate.vote("organization", ORG_WORD, "organisation noun")  # "the Wye and Lugg Trust"
            return
        if said.last == "Trust" and len(said.parts) > 1 and said.parts[-2].rstrip("'’") in _GOOD and not formal:
            candidate.vote("organization", ORG_WORD, "organisation noun")
            return
        if said.business and (votes["org"] >= 0.25 or votes["person"] or formal):
            if said.last in self.words.surname_words:
                candidate.vote("company", cues.WEAK * BUSINESS, "business surname")
            elif not self._one_of(candidate):
                candidate.vote("company", BUSINESS, "business word")
        elif (said.compound and votes["org"] + votes["person"] > 0.25) or _AND_KIN.search(candidate.text):
            candidate.vote("company", BUSINESS, "business word")

    @staticmethod
    def _weigh_noun(candidate: PartyCandidate, said: Traits, formal: bool) -> None:
        """Votes by what stands at a name's end: a centre, a mutual, a committee, a noun of organisations."""
        if said.site or (said.centre and votes_for_place_only(candidate)):
            candidate.vote("none", 4, BY_END)
        elif said.mutual:
            candidate.vote("company", BUSINESS, "business word")
        elif said.last == "Committee" and ("public-body noun" in candidate.reasons or said.parts[0] == "House"):
            candidate.vote("public_body", PUBLIC, "public-body noun")  # of a parliament
        elif said.org_noun and not formal:
            candidate.vote("organization", ORG_WORD, "organisation noun")

    def _whole_line(self, candidate: PartyCandidate) -> bool:
        """Whether a name that only a NER marked is all that a line holds ("ENERGY RELIEF" above a headline)."""
        start, end = candidate.start, candidate.end
        alone = self.text[max(0, start - 1) : start] in ("", "\n") and self.text[end : end + 1] in ("", "\n")
        return alone and NER_REASONS.issuperset(candidate.reasons)

    def _one_of(self, candidate: PartyCandidate) -> bool:
        """Whether a name stands behind "a", or is no more than a description that opens a sentence."""
        if cues.ONE_OF_MANY.search(self.text[max(0, candidate.start - 4) : candidate.start]):
            return True
        first = self.tokens.at(candidate.start)
        opens = first < len(self.limits) and self.limits[first] == first
        return (opens or candidate.heading) and candidate.text.partition(" ")[2].islower()

    def _weigh_ends(self, candidate: PartyCandidate, said: Traits) -> None:
        """Votes by the ends of a name that a NER marked: "Grupo Harrow", "Harrow Court", "Harrow stock exchange"."""
        parts = said.parts
        if len(parts) < 2 or "company form" in candidate.reasons:
            return
        marked = candidate.votes["org"] >= 0.25
        if not (marked or candidate.votes["person"]):
            return
        if said.opens_firm:
            candidate.vote("company", BUSINESS, "business word")
        elif marked and parts[0][0].isalpha() and (parts[-1] == "Court" or self._rules(candidate, parts)):
            candidate.vote("public_body", 0.5, "public-body noun")
        elif marked and said.development_bank:
            candidate.vote("public_body", PUBLIC, "public-body noun")
        elif marked and said.small_body:
            candidate.vote("organization", ORG_WORD, "organisation noun")

    def _rules(self, candidate: PartyCandidate, parts: tuple[str, ...]) -> bool:
        """Whether a name is a public body's by its last word, and no firm's own board."""
        if parts[-1] not in cues.RULING or len(parts) < 3 or not cues.ADVICE.isdisjoint(parts):
            return False
        if parts[-1] != "Board":
            return True  # no firm has a command or a constabulary
        return not any(c is not candidate and c.text.startswith(parts[0]) for c in self.found.values())

    def _state_agency(self, candidate: PartyCandidate, parts: tuple[str, ...]) -> bool:
        """ "Statistics Norway"; "the Overseas Investment Office"; "Republic of X"."""
        if not candidate.votes["org"]:
            return False
        if candidate.text.startswith(_OFFICES) and not self._titles_name(candidate):
            return True
        if len(parts) < 2:
            return False
        if len(parts) > 2 and "of" in parts and ("Republic" in parts or "Kingdom" in parts):
            return True
        if len(parts) > 2 and parts[1] in _OF.get(parts[0], ()) and parts[-1] not in self.words.org_words:
            return True  # "City of Leeds", "Office for Standards"
        if len(parts) > 3 and parts[0] in _STATE and parts[1] == "Office" and parts[2] in ("of", "for"):
            return True  # "Federal Office of Culture"
        country = parts[-1].casefold() in self.words.places and parts[-2] in cues.STATE_FIELDS
        the = self.text[max(0, candidate.start - 4) : candidate.start].lower() == "the "
        return country or (the and parts[-1] == "Office" and "Family" not in parts)

    def _titles_name(self, candidate: PartyCandidate) -> bool:
        """Whether a name follows that an office is the title of: "Attorney-General Ada Quill"."""
        at = candidate.end + self.text.startswith(",", candidate.end) + 1
        return self.text[at : at + 1].isupper()

    def _field_or_title(self, candidate: PartyCandidate, said: Traits) -> bool:
        """Whether a name is made of words of fields ("Investment Banking") or is a job title."""
        if len(said.parts) == 1:
            return False
        study = said.study
        weak = ("business word", "public-body noun", "organisation noun") if study else ("business word",)
        if any(not reason.startswith("ner:") and reason not in weak for reason in candidate.reasons):
            return False
        if study:
            the = self.text[max(0, candidate.start - 4) : candidate.start].lower() == "the "
            return not (the and said.parts[-1] == "Department" and cues.SPEAKS.match(self.text, candidate.end))
        first, last = self.tokens.at(candidate.start), self.tokens.at(candidate.end)
        return any(title.first == 0 and title.last == last - first for title in self._titles(first, last))

    def _among_social(self, candidate: PartyCandidate) -> bool:
        line = self.text[max(0, candidate.start - 120) : candidate.end + 120]
        if cues.SOCIAL_AFTER.match(self.text, candidate.end):
            return True
        if re.search(
            r"\b(?:on|via|follow|us on|at|through|(?:out|heard|learn(?:ed|t)) from)\s(?:our\s)?$",
            self.text[max(0, candidate.start - 14) : candidate.start],
            re.IGNORECASE,
        ):
            return True
        return any(name != candidate.text and re.search(rf"\b{name}\b", line) for name in sorted(self.words.social))

    def _holds_public_head(self, candidate: PartyCandidate, said: Traits) -> bool:
        if self.words.body_openers.isdisjoint(said.parts):
            return False
        first, last = self.tokens.at(candidate.start), self.tokens.at(candidate.end)
        return any(self._phrase(self.words.public_heads, at) for at in range(first, last))

    def _common_noun(self, candidate: PartyCandidate) -> bool:
        """Whether a name only starts a sentence or stands in a heading and is written small elsewhere, or is
        letters that a run of small words spells ("early exit pension … EEP").
        """
        name = candidate.text
        if " " in name or not _MARKED.issuperset(candidate.reasons):
            return False
        if name.isupper():
            return 3 <= len(name) <= 5 and self._spelt_small(name)
        first = self.tokens.at(candidate.start)
        opens = (
            (first < len(self.limits) and self.limits[first] == first)
            or candidate.heading
            or self.text[max(0, candidate.start - 1) : candidate.start] in ("“", '"')
        )
        return opens and name.lower() in self.small

    def _spelt_small(self, letters: str) -> bool:
        return letters.lower() in self.small_initials
