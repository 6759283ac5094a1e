"""References by a noun: "the company", "the Munich-based insurer", "the ministry", "the two companies"."""

from __future__ import annotations

import re

from ..find.scan import Scan
from .antecedents import NO_RULE, PLAIN, Antecedents, Reference, Ruled, code_of, sort_of
from .descriptions import Descriptions
from .draft import Draft
from .scene import REACH, Scene

_PLURALS = (
    "companies|firms|parties|banks|sides|airlines|carriers|groups|businesses|governments|countries|automakers|carmakers"
    "|lenders|insurers|retailers"
)
_PLURAL = Scan(
    rf"\b(?:[Tt]he|[Bb]oth|[Tt]hese)\s(?:two\s)?({_PLURALS})\b",
    *_PLURALS.split("|"),
    sign=rf"(?:the|The|both|Both|these|These)\s(?:two\s)?(?:{_PLURALS})\b",
)
#: A further noun behind a role noun: it is the head ("the company officials", "the franchise agreement").
_NO_HEAD = re.compile(
    r"\s(?:of|for)\s(?!its\b|the year)|\s(?:officials?|executives?|spokes\w+|shares?|stock|employees|sources?|board"
    r"|management|filing|statement|sector|industry|market|policy|bonds?|agreements?|deals?|contracts?|licen[cs]es?"
    r"|accounts?|loans?|notes?|rates?|laws?|system|price|fees?|names?|minister|building|law|side|sale|bid|boss"
    r"|chief|founder|owner|chairman|president|insider|analyst|leader|station|branch|site|unit|network)\b|[-–][a-z]|\s[A-Z]"
)
#: Words before a role noun that make it another party than the one already named.
_OTHER = frozenset(
    {"other", "first", "second", "third", "same", "new", "combined", "whole", "entire", "only", "next", "resulting",
     "acquired", "acquiring", "merged", "two", "three", "best", "largest", "biggest", "value", "rival"}
)  # fmt: skip
#: What parts two phrases, or shows an owner, between the article and the noun.
_BROKEN = re.compile(r"[.!?;:]\s|[a-z]{3,}[.!?;:]$|,\s(?:a|the|and)\s|,$|['’]s?(?:\s|$)")
_SUPERLATIVE = re.compile(r"(?:-|\b)(?:largest|biggest|oldest|latest|newest|leading|smallest|ranked)\b")
#: Words that make a chain one of shops.
_CHAINS = frozenset(
    {"retail", "hotel", "restaurant", "coffee", "supermarket", "grocery", "pizza", "pharmacy", "drugstore", "cinema",
     "fitness", "gym", "burger", "pub", "fashion", "convenience", "fast-food", "clothing", "clinic", "hospital",
     "bakery", "bookstore", "department-store", "discount", "furniture", "shoe", "toy", "salon", "dental", "chicken",
     "sandwich", "casual-dining", "food", "theater", "theatre", "café", "cafe", "electronics", "home-improvement",
     "struggling", "bankrupt", "troubled", "family-owned"}
)  # fmt: skip


#: Public bodies that "the regulator" or "the agency" hardly means.
_NO_AGENCY = re.compile(
    r"(?i)\b(?:court|government|senate|parliament|police|army|navy|congress|administration|state|city)\b"
)
#: Words in the names of bodies that "the watchdog" means.
_RULES = re.compile(r"\b(?:Commission|Authority|Agency|Board|Bureau|Office|Administration|Regulator\w*)\b|^[A-Z]{3,6}$")
#: Words in the names of the organisations that a noun means.
_SORTS = {
    "union": re.compile(r"\b(?:Union|[A-Z]?\w*[Ww]orkers|Teamsters|Brotherhood|Guild|Federation|Mineworkers)\b"),
    "newspaper": re.compile(
        r"\b(?:Times|Post|Journal|Gazette|Tribune|Herald|Chronicle|Courier|Star|Beacon|Ledger|Sun|News|Observer|Globe"
        r"|Guardian|Telegraph|Mail|Zeitung|Daily|Mirror|Inquirer|Examiner|Dispatch|Record|Sounder|Echo|Standard)\b"
    ),
    "club": re.compile(r"\b(?:FC|F\.C\.|United|City|Rovers|Athletic|Town|Albion|Wanderers|Club|Sporting|Real)\b"),
}
#: What stands for a title beside a name, as a further option of the pattern.
_SHORT_TITLES = {
    "governor": r"|\bGov\.", "judge": r"|\b(?:Mr|Mrs|Ms|Lord|Lady)?\.? ?Justice\b|\bMagistrate\b",
    "senator": r"|\bSen\.", "professor": r"|\bProf\b", "lawmaker": r"|\b(?:Rep|Sen)\.|\bMP\b",
}  # fmt: skip
DEFINED = "defined in the text"
_NEAREST, _MAIN = "nearest subject", "the main one of its sort"
#: What the rules say where they only go by place and number: wrong in 85 of 320 references in raw news.
_GUESSES = (_NEAREST, _MAIN)
#: From this share on, and from this share among the parties alone, a noun is given to the likeliest party.
NOUN_FROM = (0.3, 0.6)
_ABOUT = re.compile(r"About (?:the |The )?")
_ENTRY_GAP = re.compile(r"\s*(?:\([^()\n]{1,40}\))?\s*[-–—:]\s*")
#: Nouns that stand before a body's name as a part of it ("the state Department of …").
_LOCAL = frozenset({"state", "city", "county"})
_ENDS = re.compile(r"\s*[,.;:)—–(\n]|\s(?:and|said|who|which|has|is|was|will)\b|$")
_CLOSES = re.compile(r"\s*[,.;:)—–(\n]|\s(?:of|and|said|who|which|has|is|was|will|in)\b|$")

#: Reference, numbers of the parties that may be meant, how well they suit, what a rule has answered.
Asked = tuple[Reference, list[int], dict[int, int], Ruled]


class Nominals:
    """Finds the nominal mentions of one article and gives each to the party that it surely means."""

    def __init__(self, scene: Scene, antecedents: Antecedents):
        self.antecedents = antecedents
        self.scene, self.text, self.words, self.drafts = scene, scene.text, scene.words, scene.drafts
        self._descriptions = Descriptions(scene.text, scene.drafts, scene.words)
        self._why = ""

    def resolve(self) -> dict[tuple[int, int], list[Draft]]:
        """Add the nominal mentions to their drafts; returns what plurals ("both companies") mean."""
        for match in self.words.nominal.finditer(self.text):
            start, end = match.start(), self._end(match)
            if not self._modifiers(match[2]) or any(
                s < end and start < e for (s, e), _ in self.scene.between(start - 80, end)
            ):
                continue
            beside, draft = self._beside(match, end)
            if not beside and not _NO_HEAD.match(self.text[end : end + 24]):
                self._why = ""
                draft = self._weighed(match, end, self._meant(match, end))
            if draft is not None:
                draft.mentions[start, end] = ("nominal", self._why)
        plurals = {}
        for match in _PLURAL.finditer(self.text):
            if members := self._pair(match):
                plurals[match.start(), match.end()] = members
        return plurals

    # -- what the words are ----------------------------------------------------------------------------

    def _end(self, match: re.Match[str]) -> int:
        """The end of the noun, with a role noun behind it ("the supermarket chain", "the fund giant")."""
        end = match.end()
        while (more := re.match(r"\s([a-z][\w-]+)", self.text[end : end + 30])) and more[1] in self.words.roles:
            end += more.end()
        return end

    def _modifiers(self, words: str) -> bool:
        """Whether the words between article and noun only describe: lower case, an adjective of
        nation, "X-based".
        """
        text = words.strip()
        if not text or self.words.is_place(text):  # "the New York firm"
            return True
        parts = text.split()
        if _BROKEN.search(text) or parts[0].lower() in _OTHER:
            return False
        if "-based" in text:
            return True
        return all(
            (part[0].islower() or part in self.words.demonyms)
            and (part not in self.words.function or part in ("former", "onetime"))
            for part in parts
        )

    def _kinds(self, noun: str) -> set[str]:
        return self.words.roles.get(noun, self.words.roles.get(noun.lower(), set()))

    def _fitting(self, noun: str) -> list[int]:
        """The numbers of the parties of the kinds that a noun stands for."""
        kinds, low = self._kinds(noun), noun.lower()
        if "company" in kinds and low in (*PLAIN, "fund", "bank"):
            kinds = {"company", "organization"} if low == "group" else {"company"}
        return [
            number
            for number, draft in enumerate(self.drafts)
            if (draft.kind in kinds and not (low == "group" and self.scene.exchange(number)))
            or (low == "bank" and draft.kind == "public_body" and any("Bank" in m.text.split() for m in draft.names))
        ]

    # -- beside a name ---------------------------------------------------------------------------------

    def _beside(self, match: re.Match[str], end: int) -> tuple[bool, Draft | None]:
        """Whether a name stands right before or behind that the noun describes, and whose it is.

        "Acme, the insurer," and "the insurer, Acme," are Acme's; "the insurer Acme" is a name with a title.
        """
        start, noun = match.start(), self.text[match.start(3) : end].split()[-1]
        pool = self._fitting(noun) or self._fitting(match[3])
        if noun.lower() in self.words.company_roles - self.words.firm_roles:
            pool = pool + [number for number, draft in enumerate(self.drafts) if draft.kind == "person"]
        self._why = "beside the name"
        if self.text[end : end + 1] == " ":
            named = next((n for _, n in self.scene.starting(end + 1) if n in pool), None)
            if named is not None:  # "the Danish insurer Acme"; "the insurer Acme" is no more than a title
                told = match[2].strip() and noun.lower() not in _LOCAL
                return True, self.drafts[named] if told else None
        if self.text[end : end + 2] == ", ":
            for (_, stop), number in self.scene.starting(end + 2):
                if number in pool and _CLOSES.match(self.text[stop : stop + 12]):
                    return True, self.drafts[number]
        plain = noun.lower() in PLAIN and not match[2].strip()
        if self.text[max(0, start - 2) : start] in (", ", " (") and not plain:
            for _, number in self.scene.ending(start - 2):
                if number in pool and _ENDS.match(self.text[end : end + 12]):
                    return True, self.drafts[number]
        return self._entry(start, pool)

    def _entry(self, start: int, pool: list[int]) -> tuple[bool, Draft | None]:
        """The party that heads the line: "Acme (Peru) - The fruit exporter borrowed …"."""
        line = self.text.rfind("\n", 0, start) + 1
        for (_, stop), number in self.scene.starting(line):
            if _ENTRY_GAP.fullmatch(self.text, stop, start):
                return True, self.drafts[number] if number in pool else None
        return False, None

    # -- further off -----------------------------------------------------------------------------------

    def _meant(self, match: re.Match[str], end: int) -> Draft | None:
        noun = match[3] if end == match.end() else self.text[match.start(3) : end].split()[-1]
        words, at = match[2].strip(), match.start()
        if _SUPERLATIVE.search(words) or not self._of_shops(noun, words):
            return None
        if not words and noun in self.scene.defined:
            self._why = DEFINED
            return self.scene.defined[noun]
        pool = self._fitting(noun)
        if noun[0].isupper() and not words and (named := self._bearing(noun, pool, at)):
            self._why = "the last one whose name holds the noun"
            return named
        if noun.lower() == "bank" and not self._speaks_of_state(at, pool):
            pool = [n for n in pool if self.drafts[n].kind == "company"]
        kinds = {self.drafts[number].kind for number in pool}
        if "company" not in kinds:
            pool = self._named_by(noun, pool, at)
        elif noun.lower() not in PLAIN:
            return self._special(noun, words, pool, at)
        if not pool:
            return None
        if len(pool) == 1:
            self._why = f"the only {self.drafts[pool[0]].kind} it can mean"
            return self.drafts[pool[0]]
        if words:
            return self._special(noun, words, pool, at)
        if noun.lower() == "group":
            groups = [n for n in pool if any(m.text.lower().endswith(" group") for m in self.drafts[n].names)]
            if len(groups) == 1:
                self._why = "the last one whose name holds the noun"
                return self.scene.salient(at, self._not_named_behind(at, groups))
        if self.scene.release and noun.lower() in ("company", "group", "corporation") and self.scene.main is not None:
            self._why = "the issuer of the release"
            return self._about(at) or self.scene.main
        self._why = _NEAREST
        return self.scene.salient(at, self._not_named_behind(at, pool))

    def _weighed(self, match: re.Match[str], end: int, ruled: Draft | None) -> Draft | None:
        """The party that a reference most likely means, by what was learned, where the rules only guess or, of a
        plain "company", say nothing.
        """
        asked = self._asked(match, end, ruled)
        if asked is None or (self._why not in _GUESSES if ruled is not None else not self._is_plain(match, end)):
            return ruled
        best = self.antecedents.likeliest(self.antecedents.shares(*asked), *NOUN_FROM)
        if best is None:
            return None
        if self.drafts[best] is not ruled:
            self._why = "likeliest"
        return self.drafts[best]

    @staticmethod
    def _is_plain(match: re.Match[str], end: int) -> bool:
        """Whether a reference is "the company" or the like, without a word that tells more."""
        return end == match.end() and match[3].lower() in PLAIN and not match[2].strip()

    def _asked(self, match: re.Match[str], end: int, ruled: Draft | None) -> Asked | None:
        """What `Antecedents` is asked of a noun; None for one that stands for a person, whose title tells."""
        noun = match[3] if end == match.end() else self.text[match.start(3) : end].split()[-1]
        sort = sort_of(noun, self._kinds(noun))
        if sort is None or sort == "holder":
            return None
        pool = self._not_named_behind(match.start(), self._fitting(noun))
        number = next((n for n, d in enumerate(self.drafts) if d is ruled), None)
        rule = Ruled(number, code_of(self._why)) if number is not None else NO_RULE
        return Reference(match.start(), end, sort), pool, self._suits(match, noun, pool), rule

    def _suits(self, match: re.Match[str], noun: str, pool: list[int]) -> dict[int, int]:
        """How well a party suits the noun and the words before it: 5 told so, 4 described so, 3 named so, 2 of that
        sort, 1 perhaps, 0 of another sort.
        """
        words, at, said = match[2].strip(), match.start(), self._descriptions
        telling = frozenset(w for w in words.split() if w in self.words.demonyms or w.endswith(("-based", "–based")))
        told = said.told(words, pool, at)
        suits = {}
        for n in pool:
            fits = said.fits(n, noun)
            if n in told:
                suits[n] = 5
            elif said.described(n, noun, telling, at):
                suits[n] = 4
            elif any(noun.lower() in name.text.lower().split() for name in self.drafts[n].names):
                suits[n] = 3
            else:
                suits[n] = 1 if fits is None else 2 * int(fits)
        return suits

    def _speaks_of_state(self, at: int, pool: list[int]) -> bool:
        """Whether the nearest sentence that names one of the pool names a public body first."""
        number = self.scene.sentence(at)
        for back in range(min(REACH, number) + 1 if number is not None else 0):
            sentence = self.scene.sentences[number - back]
            inside = [n for _, n in self.scene.between(sentence.start, min(sentence.end, at)) if n in pool]
            if inside:
                return self.drafts[inside[0]].kind == "public_body"
        return False

    def _not_named_behind(self, at: int, pool: list[int]) -> list[int]:
        """The pool without who is named behind it in its clause: "the company bought Kerr" says that it isn't Kerr."""
        number = self.scene.sentence(at)
        end = at if number is None else self.scene.sentences[number].end
        marks = [i for i in (self.text.find(mark, at, end) for mark in ",;:\"”") if i >= 0]
        behind = {n for _, n in self.scene.between(at, min([end, *marks]))}
        return [n for n in pool if n not in behind] or pool

    def _special(self, noun: str, words: str, pool: list[int], at: int) -> Draft | None:
        """The party that is of the sort which noun and modifiers tell: "the lender", "the Danish company"."""
        telling = frozenset(w for w in words.split() if w in self.words.demonyms or w.endswith(("-based", "–based")))
        described = [n for n in pool if self._descriptions.described(n, noun, telling, at)]
        if len(described) == 1:
            self._why = "described so elsewhere"
            return self.drafts[described[0]]
        told = self._descriptions.told(words, pool, at)
        if len(told) == 1:
            self._why = "named for what it does"
            return self.drafts[told[0]]
        if telling and not described:
            return self._at_home(noun, telling, pool, at)
        fits = {n: self._descriptions.fits(n, noun) for n in pool}
        sure = [n for n in pool if fits[n]]
        open_ = described or sure or [n for n in pool if fits[n] is None]
        if len(open_) == 1 and (sure or described or len(pool) == 1 or noun.lower() in self.words.senses):
            self._why = f"the only {self.drafts[open_[0]].kind} it can mean"
            return self.drafts[open_[0]]
        self._why = _MAIN
        main = self.scene.main
        if (
            main is not None
            and any(self.drafts[n] is main for n in open_)
            and noun.lower() not in self.words.deal_roles
        ):
            first = self.scene.last_subject(at, pool)
            often = first is main and not described and not sure and self._foremost(main, pool)
            return main if self._alone(main, open_) or often else None
        return None

    def _at_home(self, noun: str, telling: frozenset[str], pool: list[int], at: int) -> Draft | None:
        """ "The Swedish group", "the Leeds-based lender": the only one that is from there or may be."""
        wanted = self._descriptions.homes(telling)
        homes = {n: self._descriptions.home(n, at) for n in pool}
        fits = {n: self._descriptions.fits(n, noun) for n in pool}
        there = [n for n in pool if homes[n] & wanted and fits[n] is not False]
        self._why = "the only one from there"
        if len(there) == 1:
            return self.drafts[there[0]]
        open_ = there or [n for n in pool if not homes[n] and fits[n] is not False]
        open_ = [n for n in open_ if fits[n]] or open_
        first = self.scene.last_subject(at, pool)
        if first is None or not any(self.drafts[n] is first for n in open_):
            return None
        return first if first is self.scene.main and self._foremost(first, pool) else None

    def _foremost(self, main: Draft, pool: list[int]) -> bool:
        """Whether the article speaks of its main company more often than of any other of the pool."""
        others = [len(self.drafts[n].mentions) for n in pool if self.drafts[n] is not main]
        return len(main.mentions) > max(others, default=0)

    @staticmethod
    def _of_shops(noun: str, words: str) -> bool:
        """Whether a "chain" is one of shops and the like rather than of supply or of care."""
        last = words.rpartition(" ")[2]
        return noun != "chain" or not last or last[0].isupper() or last in _CHAINS or last.endswith(("-based", "store"))

    def _alone(self, main: Draft, pool: list[int]) -> bool:
        """Whether the article speaks of its main company at least twice as often as of any other of the pool."""
        others = [len(self.drafts[n].mentions) for n in pool if self.drafts[n] is not main]
        return len(main.mentions) >= 2 * max(others, default=0)

    def _bearing(self, noun: str, pool: list[int], at: int) -> Draft | None:
        """The party named last before `at` of those whose name holds a noun ("the Bank": Straits Bank)."""
        if noun.lower() in PLAIN:
            return None
        bearing = [n for n in pool if any(noun in name.text.split() for name in self.drafts[n].names)]
        last = {n: max((end for _, end in self.drafts[n].mentions if end <= at), default=-1) for n in bearing}
        last = {n: end for n, end in last.items() if end >= 0}
        return self.drafts[max(last, key=lambda n: last[n])] if last else None

    def _named_by(self, noun: str, pool: list[int], at: int) -> list[int]:
        """Those whose name or title holds the noun ("the ministry", "the governor")."""
        noun = noun.lower()
        if not pool:
            return []
        held = [n for n in pool if any(noun in name.text.lower().split() for name in self.drafts[n].names)]
        if held or self.drafts[pool[0]].kind != "person":
            if not held and noun in ("regulator", "watchdog", "agency"):
                held = [n for n in pool if self.drafts[n].kind == "public_body"]
                held = [n for n in held if not any(_NO_AGENCY.search(m.text) for m in self.drafts[n].names)]
                held = [n for n in held if not self.words.is_place(self.drafts[n].names[0].text)]
                held = [n for n in held if any(_RULES.search(m.text) for m in self.drafts[n].names)] or held
                return held if len(held) == 1 else []
            return held or self._of_sort(noun, pool, at)
        return [n for n in pool if self._titled(n, noun, at)]

    def _of_sort(self, noun: str, pool: list[int], at: int) -> list[int]:
        """The only organisation that "the union", "the newspaper" can mean by the words of its name or beside it."""
        sort = _SORTS.get(noun)
        by_name = [n for n in pool if sort and any(sort.search(m.text) for m in self.drafts[n].names)]
        found = by_name or [n for n in pool if self._descriptions.described(n, noun, frozenset(), at)]
        return found if len(found) == 1 else []

    def _titled(self, number: int, noun: str, at: int) -> bool:
        """Whether a title stands beside a person's name, elsewhere than at offset `at`."""
        plain = rf"(?i)\b{re.escape(noun)}\b"
        before, behind = re.compile(plain + _SHORT_TITLES.get(noun, "")), re.compile(plain)
        for start, end in self.drafts[number].mentions:
            for title, low, high in ((before, max(0, start - 30), start), (behind, end, end + 40)):
                if any(not 0 <= found.start() - at < 60 for found in title.finditer(self.text, low, high)):
                    return True
        return False

    def _about(self, at: int) -> Draft | None:
        """The company of the "About X" paragraph in which `at` stands."""
        begin = self.text.rfind("\n", 0, at) + 1
        heads = [
            m
            for m in _ABOUT.finditer(self.text, 0, at)
            if m.start() == 0 or self.text[m.start() - 1] in "\n  "
        ]
        for head in reversed(heads):
            if head.end() < begin - 120:
                break
            for _, number in self.scene.starting(head.end()):
                if self.drafts[number].kind == "company":
                    return self.drafts[number]
        return None

    # -- two at once -----------------------------------------------------------------------------------

    def _pair(self, match: re.Match[str]) -> list[Draft]:
        """The two parties that "the two companies" mean: the last two of the kind that stand together."""
        noun = match[1]
        kinds = (
            {"public_body"}
            if noun in ("governments", "countries")
            else {"company"}
            if noun not in ("parties", "sides")
            else {"company", "public_body", "organization", "person"}
        )
        pool = [n for n, d in enumerate(self.drafts) if d.kind in kinds and not self.scene.exchange(n)]
        if len(pool) == 2:
            return [self.drafts[n] for n in pool]
        number = self.scene.sentence(match.start())
        if number is None:
            return []
        for back in range(min(REACH, number) + 1):
            sentence = self.scene.sentences[number - back]
            inside = self.scene.between(sentence.start, min(sentence.end, match.start()))
            both = list(dict.fromkeys(n for _, n in inside if n in pool))
            if len(both) >= 2:
                return [self.drafts[n] for n in both] if len(both) == 2 else []
        return []
