"""Public bodies: ministries, courts and councils by their head nouns, governments by their place."""

from __future__ import annotations

import re
from functools import cached_property

from .candidates import ORG_WORD, PUBLIC
from .names import CALENDAR
from .notes import SMALL_WORDS
from .scan import Scan
from .unnamed import Unnamed
from .words import WATCHES

_CHAMBERS = re.compile(r"\b(?:Senate|Congress|House of (?:Representatives|Commons)|Republicans?|Democrats?)\b")
#: A parliament's panel, and a district for its court and prosecutors.
_PANEL = Scan(r"\b[Tt]he ((?:[A-Z][a-z]+ (?:and )?){1,4}(?:sub)?committee)\b", "committee")
_DISTRICT = Scan(
    r"(?<!for )\bthe ((?:Northern|Southern|Eastern|Western|Central|Middle) District of [A-Z][a-z]+(?: [A-Z][a-z]+)?)\b",
    " District of ",
)
_FAMILY = Scan(
    r"\b(?:[Tt]he|['’]s) ((?!The )(?:(?:Al|El|De|Van|Von|Mac|Bin|Abu) )?[A-Z][\w’'-]+) family\b"
    r"(?!-|['’]s? (?:business|firm)"
    r"| (?:business|office|members?|home|farm|firm|company|foundation|values|doctor|name|tree|court|law|fortune"
    r"|holdings?|feud|friends?|tradition|history|lawyer|estate|of (?![A-Z]))\b)",
    " family",
)
#: Hospitals of a state's health service, however they are called: "Quill's and St Olaf's NHS Foundation Trust".
_TRUST = Scan(
    r"\b((?:[A-Z][\w-]*(?:['’]s?)?,? (?:(?:and|of|of the|for|&) )?){1,8}NHS(?: Foundation)? Trust)\b", " NHS "
)
#: Nouns that "the federal government" only describes.
_OF_GOVERNMENT = frozenset(
    {"shutdown", "employees", "workers", "agencies", "debt", "bonds", "contracts", "officials", "funding"}
)
#: Words that make a council or a court one of members, not of a state.
_OF_MEMBERS = frozenset({"Association", "University", "College", "Union", "Institute", "Society", "Church", "Chamber"})
#: Reason of the vote for "the Government".
OWN_GOVERNMENT = "a country's own"
#: Those who meet in a council of their own, by the word before it: "Ratepayers Council", "Growers' Council".
_MEMBERS = re.compile(r"(?!(?:Waters|Rivers|Sisters|Winters|Seniors|Elders)$)[A-Z][a-z]{2,}(?:ers|yors|tors|ists|ants)")
_TRADES = frozenset(
    {"Insurance", "Minerals", "Property", "Mining", "Retail", "Startup", "Start-up", "Start-Up", "Business", "Industry",
     "Employer", "Manufacturing", "Venture"}
)  # fmt: skip
#: Heads that have their field behind them: "Committee on Trade".
_FIELD_BEHIND = {
    "on": frozenset({"Committee", "Subcommittee", "Council", "Panel", "Caucus", "Conference"}),
    "for": frozenset(
        {"Office", "Agency", "Authority", "Council", "Board", "Fund", "Commissioner", "Tribunal", "Bureau", "Committee",
         "Directorate", "Secretariat", "Inspectorate", "Service", "Center", "Centre", "Institute"}
    ),
}  # fmt: skip
#: Heads whose field may stand before or behind them, and what may stand before those with a field behind.
_FIELD_BEHIND_ALONE = frozenset({"Commission", "Department", "Ministry", "Court"})
_LEADS = frozenset(
    {"", "U.S.", "US", "UN", "U.N.", "UK", "U.K.", "National", "Royal", "Federal", "State", "Special", "Joint"}
)
#: What goes on with the name of a "Court of Queen".
_BENCH = (["'s", "Bench"], ["’s", "Bench"])
#: What an army does besides what a state does.
_SAYS = frozenset({"needs", "said", "says", "uses", "used", "plans", "told", "announced", "awarded"})
_OF_STATES = frozenset({"Cabinet", "Government", "Ministry", "Parliament", "Treasury"})
_JUDGES = frozenset({"judge", "judges", "Judge", "Chief", "Justice", "Magistrate"})
_INSTANCES = frozenset({"District", "County", "Circuit", "Superior", "Municipal", "Probate", "Magistrate", "Court"})
_LEVELS = frozenset({"provincial", "regional", "state", "federal", "central", "local", "city", "territorial"})
_ANY = frozenset({"every", "each", "any", "another", "one", "no"})
#: What "Kentucky state" and "Leeds city" only describe.
_OF_STATE = frozenset(
    {"court", "courts", "law", "laws", "tax", "taxes", "police", "senator", "lawmaker", "lawmakers", "legislature",
     "house", "senate", "budget", "line", "route", "university", "prison", "park", "media", "television", "TV",
     "pension", "oil", "utility", "bank", "railway", "airline", "company", "firm", "visit", "broadcaster", "energy",
     "gas", "secretary", "assembly", "prosecutor", "prosecutors", "employees", "workers", "elections", "hall",
     "councilman", "councilwoman", "manager", "attorney", "centre", "center", "limits"}
)  # fmt: skip
#: Heads with their place behind them, and words after which "the state of X" is where something is.
_OF_PLACE = frozenset({"government", "state", "city"})
_WHERE = frozenset(
    {"in", "from", "across", "throughout", "within", "to", "of", "around", "near", "outside", "is", "for"}
)
#: Heads before which the field stands in small letters.
_WITH_FIELD = frozenset({"ministry", "regulator", "watchdog", "court"})
#: Heads that make a body of towns alone, and those that make one of any town, known or not ("the Osterby council").
_TOWNS_ALONE = frozenset({"court", "council", "municipality", "courthouse"})
_OF_TOWNS = frozenset(
    {"court", "council", "municipality", "courthouse", "police", "government", "legislature", "parliament",
     "cabinet"}
)


#: What makes another name of that of a public body ("Lowfield Agency Leasing", "Executive Council Charities").
_GOES_ON_WITH = frozenset(
    {"Leasing", "Charities", "Lending", "Trading", "Marketing", "Brewing", "Publishing", "Store", "Federation",
     "Association", "Foundation"}
)  # fmt: skip
#: What a "Treasury" is of where it is a firm's holdings.
HOLDINGS = frozenset(
    {"Bitcoin", "BTC", "Ethereum", "Ether", "ETH", "Solana", "SOL", "XRP", "Crypto", "Asset", "Assets", "Corporate",
     "Digital", "Token", "Cryptocurrency"}
)  # fmt: skip


#: The government of the paper's own country, which it writes with a capital, and that of a country told.
_OWN = Scan(r"(?<=\bthe )Government\b(?! [A-Z]|-)", "the Government")
_OTHERS = re.compile(r"(?!The\b)\b[A-Z][\w.]*(?:['’]s)? [Gg]overnment\b|[Gg]overnment of [A-Z]|\bfederal government\b")
#: The two parties, as those who speak or are spoken to together; not "nine Republicans", "House Democrats".
_PARTISANS = Scan(
    r"(?:^|[.!?;:,”\"–—] |\b(?:by|to|from|and|but|leaving|with|against|as|among|between|that|while|when|if|because"
    r"|since|whether|than|although|though|which|what) )(Democrats|Republicans)\b(?! (?:and )?[A-Z]| in (?:the|both) )",
    "Democrats", "Republicans",
)  # fmt: skip
_CITY = Scan(
    r"\b(?:from|by|with|against|between|sued|told|paid|for) (?:[Tt]he |(?=State))"
    r"((?:[Cc]ity|County|[Tt]own|Borough|State) of [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?! of )",
    sign=r"(?:[Cc]ity|County|[Tt]own|Borough|State) of [A-Z]",
)


def meet(word: str) -> bool:
    """Whether the word before "Council" tells those who meet there: of a trade, not of a town.

    >>> meet("Ratepayers"), meet("Growers'"), meet("Arts")
    (True, True, False)
    """
    word = word.rstrip("'’")
    return word in _TRADES or _MEMBERS.fullmatch(word) is not None


class PublicBodies(Unnamed):
    """Finds the public bodies of one article."""

    def _from_house(self) -> None:
        """ "The House" where an article speaks of a parliament's two houses."""
        if "House" not in self.text or not _CHAMBERS.search(self.text):
            return
        tokens = self.tokens.all
        for at, token in enumerate(tokens):
            if token.text != "House" or self._inside(self.headings, self.starts[at], self.ends[at]):
                continue
            behind = tokens[at + 1] if at + 1 < len(tokens) else None
            before = tokens[at - 1] if self.limits[at] != at else None
            alone = before is None or not before.cap or before.text in ("U.S.", "US", "The")
            if not alone or behind is None or behind.text in ("of", "'s", "’s", "-"):
                continue
            if not behind.cap or behind.text in ("Democrats", "Republicans", "Speaker", "Majority", "Minority"):
                first = at - 1 if before is not None and before.text in ("U.S.", "US") else at
                self._add(self.starts[first], self.ends[at], "public_body", PUBLIC, "public body")

        for pattern in (_PANEL, _DISTRICT):
            for match in pattern.finditer(self.text):
                self._add(*match.span(1), "public_body", PUBLIC, "public-body noun")

    def _from_families(self) -> None:
        """ "The Quill family": who owns a firm together."""
        for match in _FAMILY.finditer(self.text):
            if not self.words.is_place(match[1]) and match[1] not in ("Royal", "First"):
                self._add(match.start(1), match.end(), "organization", PUBLIC, "organisation noun")

    def _from_public_bodies(self) -> None:
        for pattern in (_CITY, _TRUST):
            for match in pattern.finditer(self.text):
                self._add(*match.span(1), "public_body", PUBLIC, "public-body noun")
        for match in _OWN.finditer(self.text):
            if _OTHERS.search(self.text) is None:
                self._add(*match.span(), "public_body", PUBLIC, OWN_GOVERNMENT)
        for match in _PARTISANS.finditer(self.text):
            if not self._inside(self.headings, *match.span(1)):
                self._add(*match.span(1), "organization", PUBLIC, "organisation")
        past = 0
        for at in self.tokens.among(self.words.body_openers):
            if at < past:
                continue
            word = self.tokens.words[at]
            if length := self._phrase(self.words.public_heads, at):
                past = self._public_body(at, at + length)
            elif word in self.words.lower_heads or word in self.words.lower_bodies:
                self._lower_body(at)

    def _public_body(self, at: int, last: int) -> int:
        """Add the public body whose head is tokens [at, last); returns where to go on."""
        tokens = self.tokens.all
        if (
            self._inside(self.headings, self.starts[at], self.ends[at])
            and self.text[self.starts[at] : self.ends[last - 1]].isupper()
        ):
            return last
        first = self._walk_left(at)
        first = self._after_possessive(self._over_and(first), at)
        end = self._walk_of(last, first)
        if first == at and end == last and last - at < 2:
            return last
        if tokens[at].text == "Treasury" and at and self._holdings(at):
            return last
        if tokens[at].text == "Prefecture" and end == last and first and tokens[first - 1].low in _WHERE:
            return last  # "a mill in Harrow Prefecture"
        if end == last and self._phrase(self.words.org_names, first) == last - first:
            return last  # "Salvation Army"
        hall = end == last and last - at < 2 and tokens[end - 1].text in self.words.no_heads
        if hall or self.words.is_form(tokens[end - 1].text):
            return end
        if (
            end < len(tokens)
            and tokens[end].cap
            and end == last
            and (
                self.words.is_form(tokens[end].text)
                or tokens[end].text in self.words.business
                or tokens[end].text in self.words.no_heads
                or tokens[end].text in _GOES_ON_WITH
            )
        ):
            return end
        if (
            end < len(tokens)
            and end == last
            and tokens[end].cap
            and tokens[end].text in ("Chairman", "President")
            and first == at
        ):
            return end
        if end < len(tokens) and tokens[end].text == "Secretary" and tokens[end - 1].text == "Cabinet":
            return end
        if end < len(tokens) and tokens[end].text in _JUDGES and all(t.text in _INSTANCES for t in tokens[first:end]):
            return end  # "County Court Judge Ada Quill"
        if end > last + 2 and tokens[end - 1].text in self.words.no_heads:
            end = last + 2  # "Department of Defence Technology Agreement" names the department and a thing
        members = tokens[at].text not in _OF_STATES and any(token.text in _OF_MEMBERS for token in tokens[first:at])
        if members or (tokens[at].text == "Council" and at > first and meet(tokens[at - 1].text)):
            self._add(self.starts[first], self.ends[end - 1], "organization", ORG_WORD, "organisation noun")
        else:
            self._add(self.starts[first], self.ends[end - 1], "public_body", PUBLIC, "public-body noun")
        return end

    def _holdings(self, at: int) -> bool:
        """Whether a "Treasury" is what a firm holds: "its Bitcoin Treasury Plan", "from Quillcoin Treasury"."""
        lead = self.tokens.all[at - 1]
        if lead.text in HOLDINGS:
            return True
        plain = lead.text[1:].islower() and lead.low not in self.words.function and lead.text != "Her"
        run = plain and lead.cap and self.starts[at] == self.ends[at - 1] + 1 and lead.text in self.marked_words
        return run and not self.words.is_place(lead.text) and lead.text not in self.words.state_words

    @cached_property
    def marked_at(self) -> dict[tuple[int, int], str]:
        """What the NER marked where."""
        return {(e.start, e.end): e.label for e in self.entities}

    def _town_marked(self, start: int, end: int, head: str) -> bool:
        """Whether [start, end) is a town that has a body like `head`; before a court a NER may take it for a firm."""
        label = self.marked_at.get((start, end)) if head in _OF_TOWNS else None
        return label in ("LOC", "GPE") or (label == "ORG" and head in _TOWNS_ALONE)

    def _place_owns(self, at: int, head: str) -> bool:
        """Whether token `at` is a place, known or marked, that has bodies like `head`: "Osterby's council"."""
        marked = self._town_marked(self.starts[at], self.ends[at], head)
        return marked or self.words.is_place(self.tokens.all[at].text)

    @cached_property
    def marked_words(self) -> set[str]:
        """The first words of what the NER marked as a firm's."""
        return {self.text[e.start : e.end].split()[0] for e in self.entities if e.label == "ORG"}

    def _over_and(self, first: int) -> int:
        """Where "the Food and Drug Administration" begins: an article or a country before one word and "and"."""
        tokens = self.tokens.all
        if first < 3 or tokens[first - 1].text not in ("and", "&") or self.limits[first - 3] != self.limits[first]:
            return first
        field = tokens[first - 2]
        own = field.text == "House" or self._phrase(self.words.public_heads, first - 2) == 1
        if not field.cap or own or self.words.is_place(field.text):
            return first
        lead = tokens[first - 3].text
        if lead in ("the", "The", "an", "a", "'s", "’s") or self.words.is_place(lead):
            return first - 2 if lead.lower() in ("the", "an", "a", "'s", "’s") else first - 3
        return first

    def _after_possessive(self, first: int, at: int) -> int:
        for number in range(at - 1, first - 1, -1):
            if self.tokens.all[number].text in ("'s", "’s"):
                return number + 1
        return first

    def _opens_field(self, first: int, last: int) -> bool:
        """Whether "on" or "for" behind the head tokens [first, last) opens its field, not what it is about.

        "Committee on Trade", "Department for Transport"; but "the European Commission on Acme".
        """
        tokens = self.tokens.all
        head, joint = tokens[last - 1].text, tokens[last].low
        if head in _FIELD_BEHIND[joint]:
            return True
        lead = self.text[self.starts[first] : self.ends[last - 2]] if last - 1 > first else ""
        return head in _FIELD_BEHIND_ALONE and (lead.removesuffix("'s") in _LEADS or self.words.is_place(lead)) and (
            lead != "European"
        )

    def _walk_of(self, last: int, first: int) -> int:
        """Go right over "of the State of New York", "of Health and Human Services"."""
        tokens, end = self.tokens.all, last
        while end < len(tokens) and self.limits[end] == self.limits[last - 1]:
            step = end
            while step < len(tokens) and tokens[step].text in SMALL_WORDS | {"Of", "The", "For", "And"}:
                step += 1
            opens = step > end and (
                tokens[end].low == "of"
                or (tokens[end].low in ("for", "on") and end == last and self._opens_field(first, last))
                or (end > last and tokens[end].text in ("and", "&", ","))
            )
            if (
                not opens
                or step - end > 3
                or step >= len(tokens)
                or not tokens[step].cap
                or self.limits[step] != self.limits[end]
            ):
                break
            if tokens[end].text in ("for", "on") and self._inside(self.headings, self.starts[end], self.ends[end]):
                break
            if tokens[step].low in CALENDAR:
                break  # "the Cabinet on Wednesday"
            if tokens[end].text in ("and", ",") and not self._noun_list(last, end, step):
                break
            end = step + 1
            if tokens[end - 1].text in ("Queen", "King") and [t.text for t in tokens[end : end + 2]] in _BENCH:
                end += 2
            while (
                end < len(tokens)
                and tokens[end].cap
                and tokens[end].low not in self.words.function
                and self.limits[end] == self.limits[last - 1]
            ):
                if self._inside(self.headings, self.starts[end], self.ends[end]) and self.words.is_place(
                    self.text[self.starts[step] : self.ends[end - 1]]
                ):
                    break
                end += 1
        return end

    def _noun_list(self, last: int, end: int, step: int) -> bool:
        """Whether "and X" goes on with the field of a ministry rather than opens another name."""
        tokens = self.tokens.all
        previous = tokens[end - 1].text
        if (
            self.words.is_place(previous)
            or self.words.is_form(tokens[step].text)
            or tokens[step].text in self.words.honorifics
        ):
            return False
        if tokens[end].text == ",":
            return any(token.text == "and" for token in tokens[step : step + 4]) and not self.words.is_place(
                tokens[step].text
            )
        return self.text[self.starts[last] : self.ends[last]] in ("of", "for", "on", "Of")

    def _is_noun(self, end: int) -> bool:
        """Whether the word that ends before token `end` belongs to no noun behind it."""
        if end >= len(self.tokens.all) or not self.tokens.all[end].text.isalpha():
            return True
        behind = self.tokens.all[end].low
        return behind in self.words.function or behind in self.words.acting_known or behind in _SAYS

    def _lower_body(self, at: int) -> None:
        """ "Danish government", "the Bavarian state government", "Ruritanian central bank"."""
        tokens = self.tokens.all
        first = at
        end = at + 1
        text = tokens[at].text
        if text not in self.words.lower_heads:
            phrase = next(
                (p for p in self.words.lower_bodies.get(text, ()) if self.text.startswith(p, self.starts[at])),
                None,
            )
            if phrase is None:
                return
            end = at + phrase.count(" ") + 1
        elif text == "military" and not self._is_noun(end):
            return  # "U.S. military aid"
        elif text in ("state", "city") and end < len(tokens) and tokens[end].text in _OF_STATE:
            return  # "Kentucky state court"
        elif text == "state" and at and (tokens[at - 1].text in ("U.S.", "US") or tokens[at - 2].text in _ANY):
            return  # "in every U.S. state"
        elif at and tokens[at - 1].text in (
            "state",
            "federal",
            "central",
            "local",
            "provincial",
            "military",
            "national",
            "city",
        ):
            first = at - 1
        if self._of_place(at):
            return
        first = self._over_field(first, text)
        if text == "court" and any(tokens[n].text in ("state", "federal", "local") for n in range(first, at)):
            return  # "Kentucky state court"
        if tokens[end - 1].text in WATCHES and self._named_behind(end):
            return
        federal = text == "government" and first == at - 1 and tokens[first].text == "federal"
        if federal and self._stands_alone(first, end):
            self._add(self.starts[first], self.ends[end - 1], "public_body", PUBLIC, "public-body noun")
            return
        owner = first
        limit = max(self.limits[at], first - 3)
        while owner > limit and tokens[owner - 1].cap and (
            tokens[owner - 1].low not in self.words.function or tokens[owner - 1].text in self.words.demonyms  # "US"
        ):
            owner -= 1
        if (
            owner == first
            and first - 2 >= limit
            and tokens[first - 1].text in ("'s", "’s")
            and self._place_owns(first - 2, tokens[end - 1].text)
        ):
            owner = first - 2  # "Chile's central bank"
        owned = owner == first - 2 and tokens[first - 1].text in ("'s", "’s") and tokens[end - 1].text != "general"
        while not owned and owner < first:
            if self.words.is_place(self.text[self.starts[owner] : self.ends[first - 1]]):
                break
            if self._town_marked(self.starts[owner], self.ends[first - 1], tokens[end - 1].text):
                break
            if text == "administration" and owner == first - 1:
                break
            owner += 1
        if text == "court" and owner < first == at and owner and tokens[owner - 1].low in ("a", "an"):
            return  # "in a London court": which one is not told
        if owner < first and not (
            end < len(tokens)
            and tokens[end].text in ("bonds", "bond", "debt", "officials", "funding", "subsidies")
            and text != "government"
        ):
            self._add(self.starts[owner], self.ends[end - 1], "public_body", PUBLIC, "public-body noun")

    def _named_behind(self, end: int) -> bool:
        """Whether the name of a watchdog or a regulator stands behind the noun: "banking watchdog ABCD"."""
        tokens = self.tokens.all
        if end >= len(tokens) or not tokens[end].cap or self.limits[end] != self.limits[end - 1]:
            return False
        return bool(self._name_behind(end))

    def _of_place(self, at: int) -> bool:
        """Add "the government of X" and, where it is no place to be in, "the state of X"."""
        tokens, head = self.tokens.all, self.tokens.all[at].text
        if head not in _OF_PLACE or at + 2 >= len(tokens) or tokens[at + 1].text != "of" or not at:
            return False
        end = at + 2
        while end < len(tokens) and self._name_word(end) and end - at < 6 and self.limits[end] == self.limits[at]:
            end += 1
        lead = tokens[at - 2].low if at > 1 else ""
        place = self.text[self.starts[at + 2] : self.ends[end - 1]] if end > at + 2 else ""
        acts = head == "government" or (lead not in _WHERE and self.words.is_place(place))
        article = at - 2 if tokens[at - 1].low in _LEVELS else at - 1
        if article < 0 or tokens[article].text not in ("the", "The") or end == at + 2 or not acts:
            return False
        begins = article + 1 if head == "government" else at + 2
        self._add(self.starts[begins], self.ends[end - 1], "public_body", PUBLIC, "public-body noun")
        return True

    def _over_field(self, first: int, head: str) -> int:
        """Skip what a ministry is for, in small letters: "Danish economy and trade ministry"."""
        tokens, at = self.tokens.all, first
        if head not in _WITH_FIELD:
            return first
        while at > self.limits[first] and first - at < 3 and tokens[at - 1].text.islower():
            if tokens[at - 1].text in self.words.function and tokens[at - 1].text != "and":
                return first
            at -= 1
        return at

    def _stands_alone(self, first: int, end: int) -> bool:
        """Whether "the federal government" stands here for itself, no adjective before it and no noun behind."""
        tokens = self.tokens.all
        if first == 0 or tokens[first - 1].text not in ("the", "The"):
            return False
        following = tokens[end].text if end < len(tokens) else "."
        return following not in _OF_GOVERNMENT
