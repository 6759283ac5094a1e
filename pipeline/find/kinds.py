"""What is told of a name that makes it a school's, a club's, an outlet's or an exchange's, or no party's at all."""

from __future__ import annotations

import re
from functools import cached_property

from . import cues
from .candidates import EXCHANGE, MEDIA, NER_REASONS, PUBLIC, PartyCandidate
from .names import NameReader
from .scan import Before, word_before
from .words import PartyWords

#: Where somebody was taught, or teaches.
_TAUGHT = Before(
    r"\b(?:[Gg]raduat\w+|[Dd]egrees?|[Dd]iploma|[Dd]octorate|MBA|M\.B\.A\.|B\.?A\.?|B\.?S\.?c?\.?|M\.?A\.?|M\.?S\.?c?\.?|Ph\.?D\.?|J\.?D\.?"
    r"|[Aa]lumn\w+|[Ss]tudied|[Ee]ducated|[Ll]ectur\w+|[Pp]rofessor|[Tt]aught)\b"
    r"(?:(?!\b(?:joined|worked|came|moved|joins|hired|led|served)\b)[^.;\n]){0,60} (?:from|at) (?:the )?$",
    "from at",
)
#: For whom somebody plays.
_PLAYS = Before(
    r"\b(?:guard|striker|midfielder|goalkeeper|goaltender|winger|quarterback|pitcher|shortstop|outfielder|catcher"
    r"|linebacker|cornerback|defenseman|halfback|fullback|head coach|assistant coach|fly-half|batsman|bowler)"
    r" (?:for|of|with) (?:the )?$",
    "for of with",
)
#: Of what somebody is a member.
_MEMBER = Before(
    r"\b(?:is|was|as|remains|became|also) (?:an? )?(?:(?:active|proud|founding|long-?time|lifetime|voting) )?"
    r"members? of (?:the )?$",
    "of",
)
#: Whose officers and members these are: a union, a political party.
_OFFICERS = re.compile(
    r"(?:['’]s?)? (?:(?:acting|assistant|deputy|national) )?general secretary\b"
    r"| party(?:['’]s)? (?:leader|leadership|chief|chairman|members?|activists|candidates?|lawmakers|conference|leads"
    r"|won|lost)\b"
)
_OFFICER_OF = Before(r"\bgeneral secretary of (?:the )?$", "of")
#: Where a study or a report came out.
_PUBLISHED = Before(
    r"\b(?:(?:[Pp]ublished|printed|reported|appeared)(?: online| [a-z]+day| (?:this|last|on|earlier this) \w+| today)?"
    r"|(?:study|paper|article|essay|column|report|editorial|review|studies|papers|articles)) in (?:the )?$",
    "in",
)
#: Whom a manager talks to: an outlet, if it is no person.
_TALKS = Before(
    r"\b(?:speaks? (?:to|with)|spoke with|talk(?:s|ed) to|chat(?:s|ted) (?:to|with)|in conversation with"
    r"|tells) $",
    "to with tells",
)
#: Who made or runs something.
_AGENT = Before(
    r"\b(?:[Dd]eveloped|manufactured|marketed|distributed|operated|made|produced|owned|acquired|insured|underwritten"
    r"|[Pp]owered|sponsored|backed|funded) by $",
    "by",
)
#: The rest of an address on the web behind a name.
_DOMAIN = re.compile(r"\.(?:com|net|org|io|ai|app|to|co|tv|xyz|finance|info|biz|us|eu|de)\b(?![\w’'])")
#: What says of a name that it is a public body's.
_STATES_BODY = re.compile(
    r"(?: \([A-Z]{2,8}\))?,? (?:(?:which )?is )?(?:the|an?) (?:[\w’'-]+ ){0,3}(?:government|state|federal|city|county"
    r"|municipal|official|public|statutory|state-run|intergovernmental)(?: [\w’'-]+){0,3} "
    r"(?:agency|authority|department|regulator|commission|office|ministry)\b(?! on\b)"
    r"|, (?:the|its) (?:country|nation|state|city|county|kingdom|island)['’]s (?:[\w-]+ ){0,3}"
    r"(?:agency|authority|regulator|ministry|central bank|watchdog)\b"
)
#: Last words of what is a government's own: "the government's Clean Ovens Fund".
_STATES_OWN = frozenset({"Fund", "Office", "Bank", "Board", "Corporation", "Service", "Facility", "Corps", "Unit"})
#: What a backer's or owner's name in a headline is joined to.
_BACKS = re.compile(r"-(?:[Bb]acked|[Oo]wned) (?=[\w“‘])")
#: A token's letters before the word.
_TOKEN = re.compile(r" (?:[Tt]okens?|[Cc]oins?|[Aa]irdrop)\b")
#: What a firm's list of its values ends in: "Integrity, Accountability, and Tenacity".
_VALUE = re.compile(r"[A-Z][a-z]+(?:ity|ness|ment|ion|ship|ance|ence)")
_VALUES = re.compile(r"[A-Z][a-z]+(?:ity|ness|ment|ion|ship|ance|ence),? (?:and |& )?$|\bvalues? of [^.]{0,50}$")
#: Words of departments beside those of `PartyWords.departments`.
_UNITS = cues.FIELDS | {
    "Group", "Division", "Stores", "Industrial", "Regional", "National", "Programs", "Production", "Programming",
    "Merchandising", "Estimating", "Philanthropy", "Giving", "Origination", "Originations", "Structured", "Insights",
    "Advancement", "Admissions", "Nursing", "Safety", "Store", "Retention", "Acquisition", "Advertising", "Services",
}  # fmt: skip
#: Evidence that no more than marks a name.
_WEAK = NER_REASONS | {"business word", "verb", "has officers", "has what a business has"}


def is_department(words: PartyWords, name: str) -> bool:
    """Whether a name behind "head of" holds words of departments only."""
    known = words.departments
    return all(part in known or part in _UNITS or part in ("and", "&") for part in name.replace(",", "").split())


class Kinds(NameReader):
    """Weighs the candidates of one article by what is told of them."""

    @cached_property
    def _fixed(self) -> dict[str, tuple[str, str]]:
        words = self.words
        tables = (
            (words.org_names, "organization", "organisation"),
            (words.exchanges, "organization", "exchange"),
            (words.media, "organization", "media"),
            (words.public_names, "public_body", "public body"),
        )
        return {
            "".join(phrase): (key, reason) for table, key, reason in tables for rest in table.values()
            for phrase in rest if len(phrase) == 1
        }  # fmt: skip

    def _without_addresses(self) -> None:
        """Drop the names that are part of an address on the web ("HarrowMills.com")."""
        self.found = {
            span: candidate
            for span, candidate in self.found.items()
            if "." in candidate.text or not _DOMAIN.match(self.text, candidate.end)
        }

    def _weigh_kind(self, candidate: PartyCandidate) -> None:
        """Votes for a kind of organisation, and against what is no party."""
        text, votes = self.text, candidate.votes
        joined = text[candidate.end : candidate.end + 1] == "-"
        traded = joined and text.startswith(("-listed", "-quoted", "-traded"), candidate.end)
        if joined and (candidate.text.isupper() or traded) and (fixed := self._fixed.get(candidate.text)):
            candidate.vote(fixed[0], PUBLIC if fixed[0] == "public_body" else MEDIA, fixed[1])  # "FCA-authorised"
        if traded and candidate.text.isupper() and not self.words.is_place(candidate.text):
            candidate.vote("organization", EXCHANGE, "exchange")
        if joined and candidate.heading and votes["org"] and _BACKS.match(text, candidate.end):
            candidate.vote("org", 0.6, "treated as a firm")  # "Acme-Backed Harrow Raises"
        if candidate.text in self.words.social and joined:
            candidate.vote("none", 6, "social network")  # "a TikTok-focused shop"
        if candidate.text.isupper() and _TOKEN.match(text, candidate.end):
            candidate.vote("none", 2.5, "names a thing")
        if _VALUE.fullmatch(candidate.text) and _VALUES.search(text, max(0, candidate.start - 60), candidate.start):
            candidate.vote("none", 5, "a common noun")
        if self._only_words(candidate):
            candidate.vote("none", 5, "a common noun")
        if candidate.heading or votes["org"] < votes["person"] or not votes["org"]:
            return
        before = text[max(0, candidate.start - 110) : candidate.start]
        last = word_before(before)
        if _AGENT.search(before, last):
            candidate.vote("org", 0.4, "treated as a firm")
        if votes["company"] or votes["public_body"]:
            return
        owned = before.endswith(("government's ", "government’s "))
        if _STATES_BODY.match(text, candidate.end) or (owned and candidate.text.split()[-1] in _STATES_OWN):
            candidate.vote("public_body", 2, "told to be a state's")
            return
        if _PLAYS.search(before, last):
            candidate.vote("organization", 1.6, "has players")
        elif _TAUGHT.search(before, last):
            candidate.vote("organization", 1.6, "teaches")
        elif _MEMBER.search(before, last) and not text.startswith(("'s", "’s", "’"), candidate.end):
            candidate.vote("organization", 1.2, "has members")
        elif _OFFICERS.match(text, candidate.end) or _OFFICER_OF.search(before, last):
            candidate.vote("organization", 1.6, "has members")
        elif (_TALKS.search(before, last) or _PUBLISHED.search(before, last)) and votes["person"] < 0.3:
            candidate.vote("organization", 1.6, "source of news or data")

    def _only_words(self, candidate: PartyCandidate) -> bool:
        """Whether a name of several words that only a NER marked is written small elsewhere ("mobile pet care")."""
        name = candidate.text
        if " " not in name or not _WEAK.issuperset(candidate.reasons):
            return False
        small = name.lower()
        if name[1:] == small[1:] or small not in self.text:
            return False
        return re.search(rf"\b{re.escape(small)}\b", self.text) is not None

