"""Names beside a role noun or a title: "the chipmaker Acme", "Acme, an insurer", "the boss of Acme"."""

from __future__ import annotations

import re
from functools import cached_property

from .candidates import BUSINESS, PUBLIC, TITLE, PartyCandidate
from .cues import TOLD
from .kinds import is_department
from .names import CALENDAR, NameReader
from .titles import Title
from .words import OFFICES, PUBLIC_FIELDS, WATCHES

#: Between an owner and a title: "Acme's third co-founder, Ada Tullow".
_ORDINALS = frozenset({"first", "second", "third", "fourth", "other", "new", "former", "only", "sole", "longtime"})
#: Titles that only a firm or another body has at its head.
_OF_FIRM = re.compile(
    r"(?i)\b(?:chief|ceo|cfo|coo|cto|president|(?:co-?)?founder|chairman|chairwoman|managing director"
    r"|analyst|strategist|head|boss)\b"
)
#: Those whose firm is named behind "of" or "at": a "Head of Oven Lending" and a vice president have a department there.
_OF_WHOLE = re.compile(
    r"(?i)\b(?:chief|ceo|cfo|coo|cto|(?<!vice )(?<!vice-)president|(?:co-?)?founder|chairman|chairwoman"
    r"|managing director|boss|(?-i:head))\b"
)
#: "a spokesman for the carrier, Ada Tullow": the name is the spokesman's.
_SPOKEN_FOR = re.compile(
    r"(\b(?:spokes\w+|lawyer|attorney|adviser|counsel|director|head)\s)?\b(?:for|of|at|with|to)\s$"
)
#: What these are of is a field ("Minister of Commerce and Industry").
_MINISTER = re.compile(r"(?i)(?:(?<!prime )\bminister|\bsecretary of state)$")
#: Between a name and what somebody is.
_IS = frozenset({"is", "was", "remains", "becomes", "became"})
#: "head of Oven Lending at Acme": what the post is of is a department.
_OF_PART = re.compile(r"(?i)\b(?:vp|[aes]vp|vice president|head|manager|director)$")
_AT_FIRM = re.compile(r"(?: [A-Z]\w+){0,2} at (?:the )?[A-Z]")
#: Trades of firms, and the words with which they are persons' ("film producer").
_TRADES = frozenset(
    {"producer", "operator", "distributor", "supplier", "exporter", "importer", "wholesaler", "contractor", "brewer",
     "miner", "processor", "packer", "grower", "handler"}
)
_PERSONAL_TRADE = frozenset(
    {"film", "music", "record", "television", "theatre", "theater", "executive", "camera", "crane", "radio", "machine",
     "veteran", "movie", "hip-hop", "rap", "pop", "documentary", "chief", "senior", "former", "smooth", "computer",
     "dog", "baggage", "retired", "striking", "local", "fellow", "young"}
)  # fmt: skip
#: "its Danish rival, Acme", "the port operator, Acme": what stands before the role noun.
_OF_WHOM = re.compile(
    r"(?:\b(?:[Ii]ts|[Tt]heir|[Tt]he|[Aa]n?|[Oo]ur)|['’]s)\s(?:(?!(?:of|for|in|by)\s)[\w’'-]+\s){0,3}$"
)
_ARTICLES = frozenset({"a", "an", "the", "one", "its"})
#: A further name behind one: a plural noun before them names persons.
_AND_ANOTHER = re.compile(r"(?:,| and) [A-Z]")
#: Words beside the nouns of firms that open a sentence before a name ("Rival Acme").
_LEADS = frozenset({"opposition", "rival", "competitor"})
#: What a role noun is worth that people have too ("the developer").
SHARED_ROLE = 0.4
#: What a noun for an organisation right before a name is worth ("the charity Acme").
ROLE_OF_BODY = 2
#: Role nouns that open names of firms ("Bank Acme", "Group Acme"): capitalised they are no role.
_PART_OF_NAME = frozenset(
    {"bank", "group", "fund", "company", "firm", "corporation", "network", "parent", "unit", "chain", "giant", "joint",
     "insurer", "utility", "enterprise", "franchise", "carrier", "landlord", "subsidiary", "conglomerate", "provider"}
)  # fmt: skip


#: Titles that firms have as well, and a NER's score from which on what follows is one.
_EITHER = frozenset(
    {"owner", "partner", "manager", "shareholder", "publisher", "auditor", "investor", "backer", "sponsor", "landlord",
     "developer", "producer", "operator", "broker", "adviser", "advisor", "co-owner", "administrator", "receiver"}
)  # fmt: skip
SURE_FIRM = 0.6


class Roles(NameReader):
    """Finds the names beside role nouns and titles of one article."""

    def _from_roles(self) -> None:
        """ "the chipmaker Acme", "startup Acme", "rival Acme": a name right behind a role noun."""
        tokens = self.tokens.all
        behind = {at + 1 for at in self.tokens.lower_among(self.words.role_ends)}
        openers = set(self.tokens.among(self.words.openers))
        for at in sorted(behind | openers):
            if at < len(tokens) and tokens[at].cap:
                if at in behind and self.limits[at] != at:
                    self._behind_role(at)
                if at in openers:
                    self._opened(at)

    def _opened(self, at: int) -> None:
        """ "Chantiers de Quill", "Grupo Acme": a name that opens with its sort of business."""
        end = self._name_behind(at)
        if end - at > 1:
            self._add(self.starts[at], self.ends[end - 1], "company", BUSINESS, "business word")

    def _behind_role(self, at: int) -> None:
        tokens, role = self.tokens.all, self.tokens.all[at - 1].low
        before = tokens[at - 2] if at > 1 else None
        body = role in self.words.body_roles
        if not body and before is not None:
            body = f"{before.low} {role}" in self.words.body_roles
            body = body or (role == "group" and (before.low in self.words.causes or before.text in ("'", "’")))
        pair = f"{before.low} {role}" if before is not None else ""
        trade = role in self.words.firm_trades
        watches = role in WATCHES and not (before is not None and before.low in self.words.causes)
        watches = watches or pair == "central bank"
        watches = watches or (role in OFFICES and before is not None and before.low in PUBLIC_FIELDS)
        firm = role in self.words.company_roles or pair in self.words.role_pairs
        if not (body or trade or watches or firm):
            return
        lead = trade or watches or role in _LEADS or role in self.words.firm_roles - _PART_OF_NAME
        opens = self.limits[at] == at - 1 and lead
        if tokens[at - 1].cap and not opens:
            return
        end = self._name_behind(at)
        if not end:
            return
        if watches:
            self._add(self.starts[at], self.ends[end - 1], "public_body", PUBLIC, "public-body noun")
            return
        if body:
            form = self.words.is_form(tokens[end - 1].text)  # "the business publication Swift Company"
            weight = TOLD if form else ROLE_OF_BODY
            self._add(self.starts[at], self.ends[end - 1], "organization", weight, "organisation role")
            return
        if trade and _AND_ANOTHER.match(self.text, self.ends[end - 1]):
            return  # "the accountants Ada Quill and Tom Harrow"
        firm = trade or role in self.words.firm_roles or self._trade(at - 1)
        reason = "described as a firm" if firm else "role noun"
        self._add(self.starts[at], self.ends[end - 1], "org", 1.0 if firm or end - at == 1 else SHARED_ROLE, reason)

    def _trade(self, at: int) -> bool:
        """Whether token `at` is a trade that the word before it makes a firm's ("oil producer")."""
        tokens = self.tokens.all
        if tokens[at].text not in _TRADES or at < 1 or self.limits[at] == at:
            return False
        of = tokens[at - 1].text
        return of.islower() and of.isalpha() and of not in _PERSONAL_TRADE and of not in self.words.function

    def _from_appositions(self) -> None:
        """ "Acme, a maker of ovens" and "its rival, Acme,": names that a NER may have missed."""
        tokens = self.tokens.all
        for comma in self.tokens.among((",",)):
            if 0 < comma < len(tokens) - 1:
                if tokens[comma + 1].text in _ARTICLES:
                    self._before_comma(comma)
                elif tokens[comma + 1].cap and tokens[comma - 1].text in self.words.company_roles:
                    self._behind_comma(comma)
                elif tokens[comma + 1].cap and tokens[comma - 1].text in self.words.body_roles:
                    self._body_behind_comma(comma)

    def _body_behind_comma(self, comma: int) -> None:
        """ "Its union, Quill Harrow, agreed": what the noun is the noun of."""
        tokens, first = self.tokens.all, comma + 1
        lead = _OF_WHOM.search(self.text, max(0, self.starts[comma - 1] - 60), self.starts[comma - 1])
        end = self._name_behind(first) if lead and self.limits[first] != first else 0
        closes = end and end < len(tokens) and tokens[end].text in (",", ".", ";", ")", "(", "—")
        spoken = closes and _SPOKEN_FOR.search(self.text, max(0, lead.start() - 30), lead.start())
        marked = (self.starts[first], self.ends[end - 1]) in self.marked_orgs if closes else False
        firm = closes and (tokens[end - 1].text in self.words.business or self.words.is_form(tokens[end - 1].text))
        if marked and not spoken and not firm:
            self._add(self.starts[first], self.ends[end - 1], "organization", ROLE_OF_BODY, "organisation role")

    @cached_property
    def marked_orgs(self) -> set[tuple[int, int]]:
        """Where the NER marked a firm or a body."""
        return {(e.start, e.end) for e in self.entities if e.label == "ORG"}

    def _before_comma(self, comma: int) -> None:
        if not self._name_word(comma - 1) or self.ends[comma - 1] != self.starts[comma]:
            return
        if not self.words.firm_apposition.match(self.text, self.starts[comma]):
            return
        first = self._walk_left(comma)
        if first < comma and not self._is_dated(first, comma):
            self._firm(first, comma)

    def _behind_comma(self, comma: int) -> None:
        tokens, first = self.tokens.all, comma + 1
        lead = _OF_WHOM.search(self.text, max(0, self.starts[comma - 1] - 60), self.starts[comma - 1])
        if lead is None or self.limits[first] == first or not self._name_word(first):
            return
        end = self._name_behind(first)
        closes = end and end < len(tokens) and tokens[end].text in (",", ".", ";", ")", "(", "—")
        if not closes:
            return
        spoken = _SPOKEN_FOR.search(self.text, max(0, lead.start() - 30), lead.start())
        role = tokens[comma - 1].text
        if spoken is None and (role in self.words.firm_roles or self._trade(comma - 1)):
            self._firm(first, end)
        elif role in ("rival", "competitor") and not (spoken and spoken[1]):
            self._add(self.starts[first], self.ends[end - 1], "org", 1.0, "role noun")
        elif spoken and not spoken[1] and (role in self.words.firm_roles or self._trade(comma - 1)):
            self._add(self.starts[first], self.ends[end - 1], "org", SHARED_ROLE, "role noun")  # "to the insurer, Acme"
        elif spoken and spoken[1]:
            self._add(self.starts[first], self.ends[end - 1], "person", TITLE, "title")

    def _is_dated(self, first: int, last: int) -> bool:
        """Whether tokens [first, last) are a place or a day ("In Leeds, a maker of …", "on Monday, the bank …")."""
        name = self.text[self.starts[first] : self.ends[last - 1]]
        before = self.tokens.all[first - 1].low if first else ""
        return self.words.is_place(name) or before in ("in", "at", "near", ",") or name.lower() in CALENDAR

    def _firm(self, first: int, last: int) -> None:
        """Add tokens [first, last) as a firm, unless a candidate that knows better stands there."""
        start, end = self.starts[first], self.ends[last - 1]
        if self._inside(self.headings, start, end) or self._titles(first, last):
            return
        if any(s < end and start < e and (s, e) != (start, end) for s, e in self.found):
            return
        self._add(start, end, "org", 1.0, "described as a firm")

    def _from_titles(self) -> None:
        for title in self.title_spans:
            self._beside_title(title)

    def _beside_title(self, title: Title) -> None:
        """A capitalised run right behind a title, or before ", title", is a person's name."""
        tokens = self.tokens.all
        at = title.last
        if self._trade(at - 1):
            return
        self._body_before(title)
        if self._person_before(title) or self._person_is(title):
            return
        if at < len(tokens) and tokens[at].text == ",":
            at += 1
        if at < len(tokens) and self.limits[at] == self.limits[title.first]:
            end = self._name_end(at)
            if 2 <= end - at <= 4 and (at == title.last or self._owned(title.first, end)):
                key = "org" if self._marked_firm(title, at, end) else "person"
                self._add(self.starts[at], self.ends[end - 1], key, TITLE if key == "person" else SHARED_ROLE, "title")
            elif end - at == 1 and at == title.last and (candidate := self._starting_at(self.starts[at])):
                crowned = self._words(title) in ("Queen", "King", "Prince") and candidate.votes["place"] > 0.8
                firm = self._names_firm(title, candidate)
                if not crowned and not firm:  # "in Queen Creek"
                    candidate.vote("person", TITLE, "title")
        self._body_after(title)

    def _marked_firm(self, title: Title, first: int, last: int) -> bool:
        """Whether a name behind a word for persons and firms ("its owner, Quill Harrow") is marked as a firm's."""
        if self.tokens.all[title.last - 1].low not in _EITHER or title.last - title.first > 1:
            return False
        start, end = self.starts[first], self.ends[last - 1]
        marks = (e for e in self.entities if e.start == start and e.end == end)
        return any(e.label == "ORG" and e.score > SURE_FIRM for e in marks)

    def _names_firm(self, title: Title, candidate: PartyCandidate) -> bool:
        """Whether "fund manager" before a single name tells a firm: no full name of a person ends with it."""
        pair = " ".join(token.low for token in self.tokens.all[title.last - 2 : title.last])
        if title.last < 2 or pair not in self.words.role_pairs:
            return False
        return not any(c.votes["person"] and c.text.endswith(f" {candidate.text}") for c in self.found.values())

    def _body_before(self, title: Title) -> None:
        """ "ABCD secretary-general Ada Quill": letters before a title with a name are a body that has officers."""
        tokens = self.tokens.all
        if not title.first or title.last >= len(tokens) or not tokens[title.last].cap:
            return
        single = self._starting_at(self.starts[title.first - 1])
        if single and single.end == self.ends[title.first - 1] and single.votes["person"] > single.votes["place"]:
            full = title.last + 1 < len(tokens) and tokens[title.last + 1].cap
            if full and self._words(title).islower() and _OF_FIRM.search(self._words(title)):
                single.vote("org", TITLE, "has officers")  # "Acme chief executive Ada Quill"
        letters = tokens[title.first - 1].text
        candidate = self._starting_at(self.starts[title.first - 1]) if letters.isupper() and len(letters) > 2 else None
        if candidate and candidate.end == self.ends[title.first - 1]:
            candidate.vote("org", 0.5, "has what a business has")

    def _owned(self, first: int, end: int) -> bool:
        """Whether a title at token `first` is somebody's and the name behind its comma ends at a mark."""
        tokens = self.tokens.all
        if not first:
            return False
        before = tokens[first - 1]
        if before.low in _ORDINALS and first > 1:
            before = tokens[first - 2]
        if before.text in ("'s", "’s", "'", "’", "the", "The"):
            return True
        closes = end < len(tokens) and tokens[end].text in (",", ".", "said", "who", "told")
        return closes and (before.low in ("its", "their", "his", "her", "our") or before.cap)

    def _person_is(self, title: Title) -> bool:
        """Whether "Ada Tullow is its <title>" opens the sentence; the name becomes a candidate."""
        tokens, verb, limit = self.tokens.all, title.first - 1, self.limits[title.first]
        while verb > limit and title.first - verb < 4 and tokens[verb].low not in _IS:
            verb -= 1
        if verb <= limit or tokens[verb].low not in _IS or not 2 <= verb - limit <= 4:
            return False
        owner = title.last < len(tokens) and tokens[title.last].text in ("'", "’", "'s", "’s")
        if owner or tokens[verb + 1].low in ("a", "an"):
            return False  # "Green Energy is an investor", "Net Sales were the chairman's worry"
        if not all(self._name_word(at) or self._initial(at) for at in range(limit, verb)) or self._orgish(limit, verb):
            return False
        self._add(self.starts[limit], self.ends[verb - 1], "person", TITLE, "title")
        return True

    def _person_before(self, title: Title) -> bool:
        """Whether "Ada B. Tullow, <title>" stands here; the name becomes a candidate."""
        tokens = self.tokens.all
        if title.first < 3 or tokens[title.first - 1].text not in (",", "—", "–", "-", "("):
            return False
        stop = title.first - 1
        if tokens[stop].text == "-":  # "Ada Tullow -- Chief Executive" in a transcript
            stop -= int(tokens[stop - 1].text == "-")
            if self.text[self.starts[stop] - 1] != " ":
                return False
        begin = stop
        while (
            begin > self.limits[title.first]
            and begin > title.first - 7
            and (self._name_word(begin - 1) or self._initial(begin - 1))
        ):
            begin -= 1
        begin += int(tokens[begin].text == "Said" and self.limits[begin] == begin)
        if not 2 <= stop - begin <= 5 or self._orgish(begin, stop):
            return False
        self._add(self.starts[begin], self.ends[stop - 1], "person", TITLE, "title")
        self._body_after(title)
        return True

    def _body_after(self, title: Title) -> None:
        """ "president of X", "CEO at X": X is a body that has officers."""
        tokens, at = self.tokens.all, title.last
        if (
            at + 1 >= len(tokens)
            or tokens[at].text not in ("of", "at", "for")
            or self.limits[at + 1] != self.limits[title.first]
        ):
            return
        preposition = tokens[at].text
        at += 2 if tokens[at + 1].low == "the" else 1
        candidate = self._starting_at(self.starts[at]) if at < len(tokens) else None
        if preposition != "at" and candidate and _MINISTER.search(self._words(title)):
            if not (candidate.votes["public_body"] or candidate.votes["place"] or self.words.is_place(candidate.text)):
                candidate.vote("none", 4, "a department")
            return
        if preposition == "for":
            return
        bodies = candidate.votes["org"] + candidate.votes["person"] + candidate.votes["company"] if candidate else 0
        if candidate and preposition == "at" and not self.words.is_place(candidate.text):
            bodies += candidate.votes["place"]
            candidate.votes["place"] = 0
        told = candidate and preposition == "of"
        part = told and self.text.startswith(")", candidate.end) and _OF_PART.search(self._words(title))
        if told and (part or _AT_FIRM.match(self.text, candidate.end) or is_department(self.words, candidate.text)):
            candidate.vote("none", 2.5, "a department")
        elif candidate and candidate.votes["place"] < bodies:
            candidate.vote("org", TITLE, "has officers")
        elif candidate is None and at < len(tokens) and _OF_WHOLE.search(self._words(title)):
            self._firm_of_officer(at)

    def _words(self, title: Title) -> str:
        return self.text[self.starts[title.first] : self.ends[title.last - 1]]

    def _firm_of_officer(self, at: int) -> None:
        """ "CEO of Acme" makes Acme a name, whether or not a NER saw it."""
        tokens, end = self.tokens.all, at
        while end < len(tokens) and end - at < 6 and self.limits[end] == self.limits[at]:
            if not (self._name_word(end) or (end > at and (self._initial(end) or tokens[end].text == "&"))):
                break
            end += 1
        words = [token.text for token in tokens[at:end]]
        if not words or self.words.is_place(" ".join(words)) or all(w in self.words.departments for w in words):
            return
        if self._inside(self.headings, self.starts[at], self.ends[end - 1]) or self._titles(at, end):
            return
        self._add(self.starts[at], self.ends[end - 1], "org", TITLE, "has officers")
