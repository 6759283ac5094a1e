"""Evidence for or against a party from its own words and from the words around it."""

from __future__ import annotations

import itertools
import re
from functools import cached_property

from . import cues
from .business import Business
from .byname import NOUNS, ByName
from .candidates import BUSINESS, BY_END, PUBLIC, PartyCandidate, votes_for_place_only
from .kinds import Kinds
from .notes import LISTED
from .scan import word_before
from .sports import WHO_PLURAL
from .states import States
from .things import TOLD_OF, Things
from .words import Tokens

#: Reasons of votes: that the text treats a name as a firm's, that it holds a body's noun, that it is surely a firm's.
_FIRM = frozenset({"treated as a firm", "ticker"})
_PROOF = frozenset({"company form", "ticker"})


class Evidence(States, ByName, Kinds, Things, Business):
    """Weighs the candidates of one article."""

    def _weigh_words(self) -> None:
        self._without_addresses()
        for candidate in self.found.values():
            self._weigh_name(candidate)
            self._weigh_context(candidate)
            self._weigh_kind(candidate)
            self._weigh_thing(candidate)
        self._weigh_products()
        self._fill_lists()
        self._weigh_lists()
        self._weigh_towns()

    def _fill_lists(self) -> None:
        """Add the name that a NER left out between two firms of a list, or behind the last one but one."""
        ordered = sorted(self.found.values(), key=lambda c: c.start)
        for left, right in itertools.pairwise(ordered):
            if self.text[left.end : left.end + 1] != "," or right.start - left.end > 60:
                continue
            if not (self._sure_firm(left) and self._sure_firm(right)):
                continue
            gap = cues.LEFT_OUT.fullmatch(self.text, left.end, right.start)
            if gap is None and cues.COMMA.fullmatch(self.text, left.end, right.start):
                gap = cues.LAST_ONE.match(self.text, right.end)
            if gap:
                self._list_name(*gap.span(1))
        for lead in cues.LISTS.finditer(self.text):
            at, mixed = lead.end(), lead[0][:4].lower() in ("inve", "part")
            while name := cues.LISTED_NAME.match(self.text, at):
                self._list_name(*name.span(1), investors=mixed)
                at = name.end()

    def _sure_firm(self, candidate: PartyCandidate) -> bool:
        votes = candidate.votes
        doubt = votes["place"] or votes["person"] or votes["none"] > 0 or candidate.heading
        return votes["org"] + votes["company"] > 0.8 and not doubt

    def _list_name(self, start: int, end: int, investors: bool = False) -> None:
        """Add a name of a list of firms, or vote for it; among investors, persons may stand beside firms."""
        words = self.text[start:end]
        first, last = words.split()[0], words.split()[-1]
        if self.words.is_place(words) or first.lower() in self.words.function or last in self.words.no_heads:
            return
        if words in self.words.no_names or self.titles.find(Tokens(words).all) or words in self.words.departments:
            return
        known = self.found.get((start, end))
        if known and set(known.reasons) == {"ner:ORG"}:
            known.vote("org", 0.4, "in a list of firms")
        elif not investors and not any(s < end and start < e for s, e in self.found):
            self._add(start, end, "org", LISTED, "in a list of firms")

    def _weigh_towns(self) -> None:
        """ "Boston's Fenwick Advisors", "the Rotterdam group": a name that a NER is not sure of and that stands only so
        is the town from which the firm is.
        """
        count: dict[str, int] = {}
        for candidate in self.found.values():
            count[candidate.text] = count.get(candidate.text, 0) + 1
        for candidate in self.found.values():
            name, sole = candidate.text, set(candidate.reasons) == {"ner:ORG"}
            if " " in name or not sole or count[name] > 1 or name.isupper():
                continue
            unsure = candidate.votes["org"] <= cues.UNSURE
            if unsure and (owned := cues.TOWN_OF.match(self.text, candidate.end)) and self._firm_at(owned.end()):
                candidate.vote("place", 1, "a firm's town")
            elif cues.FROM_TOWN.search(self.text, max(0, candidate.start - 8), candidate.start):
                behind = cues.NOUN.match(self.text, candidate.end)
                if behind and behind[1] in self.words.company_roles and (unsure or behind[1] not in cues.AFTER_NAME):
                    candidate.vote("place", 1, "a firm's town")
            elif self._where(candidate):
                candidate.vote("place", 1.2, "where something is")
        self._weigh_homes()

    def _where(self, candidate: PartyCandidate) -> bool:
        """Whether a name tells where something stands or somebody lives."""
        told = cues.WHERE.search(self.text, max(0, candidate.start - 40), candidate.start)
        return told is not None and cues.ENDS_PLACE.match(self.text, candidate.end) is not None

    def _weigh_homes(self) -> None:
        """The town of "Lowfield City Council" and "Lowfield Teachers Association" is no party by a mark alone."""
        bodies: dict[str, set[str]] = {}
        public = set()
        for candidate in self.found.values():
            town, space, _ = candidate.text.partition(" ")
            if space and NOUNS & set(candidate.reasons):
                bodies.setdefault(town, set()).add(candidate.text)
                if candidate.votes["public_body"]:
                    public.add(town)
        malls = " Mall" in self.text
        for candidate in self.found.values() if public or malls else ():
            name = candidate.text
            if malls and f"{name} Mall" in self.text and TOLD_OF.issuperset(candidate.reasons):
                candidate.vote("none", cues.REFUSE, "part of a place")
            if name in public and len(bodies[name]) > 1 and candidate.reasons == ["ner:ORG"] and not name.isupper():
                candidate.vote("place", 1.2, "where something is")

    def _firm_at(self, start: int) -> bool:
        candidate = self._starting_at(start)
        return candidate is not None and candidate.votes["company"] >= BUSINESS

    def _weigh_lists(self) -> None:
        """In a list of three names or more, two of them firms, what only a NER takes for a person is a firm too."""
        ordered = sorted(self.found.values(), key=lambda c: c.start)
        listed: list[PartyCandidate] = []
        for candidate in [*ordered, None]:
            if candidate and listed and cues.LIST_GAP.fullmatch(self.text, listed[-1].end, candidate.start):
                listed.append(candidate)
                continue
            if len(listed) > 2:
                self._weigh_unsure(listed)
                self._weigh_ended(listed)
            if len(listed) > 2 and sum(self._is_firm(c) for c in listed) > 1:
                for one in listed:
                    if set(one.reasons) == {"ner:PERSON"} and " " in one.text:
                        one.vote("org", 1.0, "treated as a firm")
            if listed:
                self._weigh_told_list(listed)
            listed = [candidate] if candidate else []

    def _weigh_unsure(self, listed: list[PartyCandidate]) -> None:
        """Beside a firm in a list, what a NER is not sure of is one as well: "DoorRush, Velma and Ostrand"."""
        sure = any(c.votes["company"] or c.votes["org"] > 0.85 for c in listed if not c.votes["none"] > 0)
        for one in listed if sure else ():
            letters = one.text.isupper() and (len(one.text) < 4 or len(listed) < 3)
            weak = one.votes["org"] < 0.65 and one.reasons == ["ner:ORG"] and not (one.heading or letters)
            if weak and not self.text.endswith("the ", 0, one.start):
                one.vote("org", 0.4 if one.text.isupper() else 0.3, "in a list of firms")

    @staticmethod
    def _weigh_ended(listed: list[PartyCandidate]) -> None:
        """Among firms alone a name that ends as those of things is a firm's: "New Ovens, Harrow Lane and Velma"."""
        odd = [c for c in listed if c.reasons == ["ner:ORG", BY_END]]
        rest = [c for c in listed if c not in odd]
        if len(odd) == 1 and all(c.votes["org"] > 0.85 and not c.votes["none"] and not c.heading for c in rest):
            odd[0].votes["none"] = 0.0

    def _weigh_told_list(self, listed: list[PartyCandidate]) -> None:
        """Weigh the names of a list, or a single one, by the words before it: "firms such as", "magazines like"."""
        start = listed[0].start
        before = self.text[max(0, start - 40) : start]
        if not before.removesuffix("the ").endswith(cues.LIST_LEADS):
            return
        if cues.FIRMS_LISTED.search(self.text, max(0, start - 40), start):
            for one in listed:
                if set(one.reasons) == {"ner:PERSON"}:
                    one.vote("org", 1.0, "treated as a firm")
        lead = cues.BODIES_LISTED.search(before)
        if lead and (len(listed) > 1 or "such as" in lead[0] or "like" in lead[0] or "including" in lead[0]):
            for one in listed:
                if one.votes["org"]:
                    one.vote("organization", 1.6, "among organisations")

    @staticmethod
    def _is_firm(candidate: PartyCandidate) -> bool:
        return candidate.votes["company"] >= BUSINESS or not _FIRM.isdisjoint(candidate.reasons)

    def _weigh_context(self, candidate: PartyCandidate) -> None:
        after = self.text[candidate.end : candidate.end + 45]
        before = self.text[max(0, candidate.start - 40) : candidate.start]
        last = word_before(before)
        votes = candidate.votes
        if cues.COUNTY_AFTER.match(after):
            candidate.vote("none", cues.REFUSE, "part of a place")  # "a King Olaf's County farmer"
        if _PROOF.isdisjoint(candidate.reasons):
            if cues.INDEX.match(after):
                candidate.vote("none", cues.REFUSE, "an index")
            elif cues.SITE_AFTER.match(after) and not votes["company"] and not votes["public_body"]:
                candidate.vote("none", 1.2, "names a thing")
        located = candidate.heading or self.words.is_place(candidate.text) or cues.LOCATED.search(before, last)
        if votes["place"]:
            weigh = self._weigh_business_words if located else self._weigh_as_firm
            weigh(candidate, before, last)
        if votes["place"] and cues.VENUE.match(after):
            candidate.vote("none", cues.REFUSE, "part of a place")  # "an arena called Acme Bank|Place"
        if votes["org"] and cues.DISTRICT.fullmatch(candidate.text) and before.endswith("Court, "):
            candidate.vote("none", cues.REFUSE, "part of a place")  # "U.S. Bankruptcy Court, District of Ohio"
        if votes["place"] and "public body" in candidate.reasons and self._among_places(candidate):
            votes["public_body"] = 0  # "sold in the US, EU and Japan"
        if votes["place"] and votes["place"] >= votes["org"] and not candidate.heading:
            self._weigh_state(candidate)
            return
        if (
            not candidate.heading
            and (match := cues.CAPS_AFTER.match(after))
            and (
                match[0].split()[-1] in self.words.no_heads
                and not candidate.ticker
                and {"company form", "public-body noun"}.isdisjoint(candidate.reasons)
                and not (candidate.text.isupper() and not {"public body", "organisation"}.isdisjoint(candidate.reasons))
            )
        ):
            candidate.vote("none", 4, "part of a name that is no party")
        if candidate.heading:
            return
        if cues.SPEAKS.match(after):
            candidate.vote("org" if votes["org"] >= votes["person"] else "person", 0.4, "verb")
        if (
            cues.REPORTS.match(after)
            or cues.SOURCE_OF.search(before, last)
            or (cues.ACCORDING.search(before, last) and self._tells_data(candidate))
        ):
            candidate.vote("organization", 1.6, "source of news or data")
        if self._interviewed(candidate):
            candidate.vote("organization", 1.6, "source of news or data")
        if before.endswith((" joins ", " joined ")) and re.match(r"['’]s (?:[A-Z]\w+ ){2}(?:to|for)\b", after):
            candidate.vote("organization", 1.6, "source of news or data")
        if (
            " " in candidate.text
            and cues.INDEFINITE.search(before, last)
            and cues.ENDS_PHRASE.match(after)
            and (votes["organization"] + votes["company"] > 0 or "initialism" in candidate.reasons)
            and "company form" not in candidate.reasons
        ):
            candidate.vote("none", 3.5, "a kind of thing")
        if (
            candidate.text.endswith("s")
            and " " not in candidate.text
            and cues.THE_BEFORE.search(before)
            and not before.endswith((", The ", "and The ", "& The "))
            and not candidate.text.endswith(("us", "is", "ss", "as", "os"))
            and cues.PLURAL_VERB.match(after)
            and votes["org"] + votes["person"] > 0
        ):
            if candidate.text[:-1] in self._persons:
                candidate.vote("none", cues.REFUSE, "a couple")  # "the Quills" of Ada Quill
            else:
                candidate.vote("organization", 1.2, "a plural with article")
        if votes["org"] and ((cues.MEMBERS_OF.search(before, last) and self.unionised) or cues.PARTY_OF.match(after)):
            candidate.vote("organization", 1.6, "has members")
        if candidate.text == "Crown" and cues.THE_BEFORE.search(before) and not votes["place"]:
            candidate.vote("public_body", PUBLIC, "public body")
        if (
            candidate.text.rpartition(" ")[2] in self.words.papers
            and candidate.text.count(" ") in (1, 2)
            and re.search(r"(?:\b[Tt]he |\(|/|\btold )$", before)
        ):
            candidate.vote("organization", 2, "a newspaper's name")
        founds = " " in candidate.text and self._founds(candidate.start)
        if not founds and (not votes["place"] or self.words.is_place(candidate.text)):
            self._weigh_as_firm(candidate, before, last)
        if cues.SEAT.match(self.text, candidate.end):
            candidate.vote("place", 2, "a firm's seat")
        if before.endswith((" of ", " at ")) and " " in candidate.text and self._of_person(candidate):
            candidate.vote("org", 1.2, "has officers")
        if founds:
            candidate.vote("person", 1.5, "a founder")
        else:
            self._weigh_pronouns(candidate)
        if cues.FOUNDED.match(after) and not votes["place"]:
            candidate.vote("org", 1.5, "treated as a firm")
        if " " in candidate.text and not votes["company"] and cues.ITS_OFFICER.match(self.text, candidate.end):
            candidate.vote("person", 1.5, "an officer")
        if cues.AGE_AFTER.match(after) and not votes["place"]:
            candidate.vote("person", 1, "age")
        if self.words.degrees.match(after):
            candidate.vote("person", 1, "degree")
        if cues.APPROVED.search(before, last) and cues.FOR_ILLNESS.match(self.text, candidate.end):
            candidate.vote("none", 2.5, "told to be a thing")
        if votes["org"] and not votes["company"] and cues.LAUNCHED.search(before, last):
            candidate.vote("none", 1.5, "names a thing")
        elif cues.THING_AFTER.match(after) or cues.THINGS_AFTER.match(self.text, candidate.end):
            candidate.vote("none", 1.2, "names a thing")
        elif not votes["person"] and (
            cues.THING_BEFORE.search(before, last) or cues.THING_TOLD.match(self.text, candidate.end)
        ):
            candidate.vote("none", 2.5, "told to be a thing")
        if votes["org"] + votes["person"] and self.words.body_apposition.match(self.text, candidate.end):
            candidate.vote("organization", cues.TOLD, "described as an organisation")
        if cues.BODY_AFTER.match(after) and not (" " in candidate.text and votes["person"] > votes["org"]):
            candidate.vote("org", 1.2, "has what a business has")

    @cached_property
    def unionised(self) -> bool:
        """Whether the article speaks of a union."""
        return next(cues.UNION.finditer(self.text), None) is not None

    def _founds(self, start: int) -> bool:
        """Whether the person named at an offset is one of those by whom something was founded."""
        near = max(0, start - 160)
        if self.text.find("founded", near, start) < 0:
            return False
        return cues.FOUNDED_BY.search(self.text, near, start) is not None

    def _of_person(self, candidate: PartyCandidate) -> bool:
        """Whether somebody "of" this name stands before it: "Ada Quill of Harrow Tullow"."""
        end = candidate.start - 4
        person = next((c for c in self.found.values() if c.end == end), None)
        return (
            person is not None
            and " " in person.text
            and person.votes["person"] > person.votes["org"]
            and not votes_for_place_only(candidate)
            and not self.words.is_place(candidate.text)
        )

    def _tells_data(self, candidate: PartyCandidate) -> bool:
        """Whether the firm "according to" which something is so gives data or what analysts expect."""
        if cues.ITS_DATA.match(self.text, candidate.end):
            return True
        lead = self.text[max(0, candidate.start - 160) : candidate.start]
        return cues.CONSENSUS.search(lead.rpartition(". ")[2]) is not None and " " not in candidate.text

    def _interviewed(self, candidate: PartyCandidate) -> bool:
        """Whether somebody of this name asks a manager about his firm, as an outlet's reporter does."""
        before = self.text[max(0, candidate.start - 150) : candidate.start]
        if cues.TO_TELL.match(self.text, candidate.end):
            return cues.INTERVIEWED.search(before) is not None
        return cues.REPORTER.match(self.text, candidate.end) is not None and cues.TOLD_TO.search(before) is not None

    def _among_places(self, candidate: PartyCandidate) -> bool:
        """Whether a comma or "and" joins the name to a place."""
        left = re.search(
            r"([\w.]+)(?:,| and|, and)\s(?:the )?$", self.text[max(0, candidate.start - 30) : candidate.start]
        )
        right = re.match(r"(?:,| and|, and)\s(?:the )?([A-Z][\w.]+)", self.text[candidate.end : candidate.end + 30])
        return any(found and self.words.is_place(found[1]) for found in (left, right))

    def _weigh_pronouns(self, candidate: PartyCandidate) -> None:
        """ "Acme said it", "Acme, which" are no person; "Tullow said she", "Tullow, who" are one."""
        match = cues.PRONOUN_AFTER.match(self.text, candidate.end)
        if match is None:
            return
        word = (match[1] or match[2]).lower()
        if word == "who" and self.sporting and " " not in candidate.text and WHO_PLURAL.match(self.text, candidate.end):
            candidate.vote("organization", 1, "treated as a firm")
            return
        full = " " in candidate.text
        if candidate.votes["person"] > 0.8 and (
            (word == "which" and full) or (word == "it" and (full or candidate.text in self._persons))
        ):
            return  # "a group led by Ada Tullow, which", "Ada Tullow said it was late"
        if word in ("which", "it", "its"):
            candidate.vote("org", 1, "treated as a firm")
        elif word == "whose" and (cues.WHOSE_FIRM.match(self.text, match.end()) or self._rather_firm(candidate)):
            candidate.vote("org", 1 if candidate.votes["person"] else 0.4, "treated as a firm")
        else:
            candidate.vote("person", 1, "treated as a person")

    @staticmethod
    def _rather_firm(candidate: PartyCandidate) -> bool:
        """Whether a NER marked a name as a firm's and nothing but it tells a person: ", whose" is said of both."""
        initialled = candidate.text[1:2] == "."
        return candidate.votes["org"] > max(0.5, candidate.votes["person"]) and not initialled

    def _weigh_as_firm(self, candidate: PartyCandidate, before: str, last: str) -> None:
        """Evidence of a firm that holds also against a NER that sees a person."""
        longer = self.text[candidate.end : candidate.end + 120]
        if self.words.firm_apposition.match(longer):
            candidate.vote("org", 1.5, "described as a firm")
            if "organisation noun" in candidate.reasons and cues.COMPANY_TOLD.match(longer):
                candidate.vote("company", cues.TOLD, "described as a firm")
        elif self._does_as_firm(candidate, longer) or (
            cues.FIRM_BEFORE.search(before, last) and not cues.GOES_ON.match(longer)
        ):
            candidate.vote("org", 1, "treated as a firm")
        if candidate.votes["org"] < candidate.votes["person"] + cues.UNSURE:
            self._weigh_business_words(candidate, before, last)

    @staticmethod
    def _does_as_firm(candidate: PartyCandidate, behind: str) -> bool:
        """Whether what follows tells a firm; behind a person's full name ", which makes" is said of something else."""
        match = cues.FIRM_AFTER.match(behind)
        full = " " in candidate.text and candidate.votes["person"] > cues.SURE
        return match is not None and not (full and match[0].lstrip(", ").startswith(("which", "that")))
