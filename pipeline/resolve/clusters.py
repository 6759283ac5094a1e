"""Groups the names of an article into parties: by full names, definitions, tickers, surnames, initials.

A link is never made by likeness of strings alone: each rule needs whole words in a place where they stand for
the longer name, and gives way when two parties could be meant.
"""

from __future__ import annotations

import itertools
import re

from ..find.candidates import PartyCandidate
from ..find.words import PartyWords
from .bodies import Bodies
from .initials import Initials
from .name import Name
from .people import People
from .prefixes import PERSONAL, Prefixes
from .shorts import ShortNames
from .spellings import Spellings

#: What joins a name to another one of the same party.
_OTHERWISE = re.compile(
    r"^[\s,(]{1,3}(?:(?:which|who)\s)?(?:(?:is|was)\s)?(?:(?P<once>now|once)|formerly|previously"
    r"|(?:now|once|formerly|previously|also|better)\s(?:known|called|named|doing business|listed)(?:\sas)?"
    r"|(?:formerly|previously)\sas|(?:does business|doing business|trading|operating)(?:\sas)?"
    r"|d/?b/?a|a/?k/?a|f/?k/?a)(?:\sthe)?[\s:“\"]{1,3}$"
)
#: What shows behind the second name that it is the whole of what the first is "now": "Acme, now Velmora, fell".
_NO_MORE = re.compile(r"[”\"]?(?:[,.;:)]|\s(?:and|has|have|had|is|was|will|said)\b|$)")
#: The words that it ends in, "the" aside, and the pattern.
_RENAMED_ENDS = ("renamed ", "rebranded ", "rebranding ", "renaming ", " itself ", " as ", " to ", "called ", "named ")
_RENAMED = re.compile(
    r"\b(?:renamed|rebranded|rebranding|renaming)(?: itself)?(?: as| to)? (?:the )?$|\bchang\w+ (?:its"
    r"|the company['’]s|their) (?:corporate )?name(?: from [\w .]{2,40})? to (?:the )?$"
    r"|\bname change of [^.\n]{2,60} to (?:the )?$|\b(?:to be|will be|be) (?:called|known as"
    r"|named) (?:the )?$"
)
#: Legal forms of firms that bear the surnames of their partners.
_PARTNERS = frozenset({"llp", "pllc", "pc"})


class Clusters(People, Prefixes, ShortNames, Initials, Bodies, Spellings):
    """The parties of one article, as groups of its names."""

    def __init__(self, text: str, candidates: list[PartyCandidate], words: PartyWords):
        super().__init__(text, candidates, words)
        self._link_equal_cores()
        self._link_spellings()
        self._link_other_names()
        self._link_people()
        self._find_usable()
        self._link_prefixes()
        self._link_possessives()
        self._find_usable()
        self._link_suffixes()
        self._link_initials()
        self._link_abbreviated()
        self._link_clipped()
        self._link_bracketed()
        self._link_ticker_lines()
        self._link_public_bodies()
        self._link_addresses()
        self._link_renamed()

    def _link_equal_cores(self) -> None:
        by_core: dict[tuple[str, ...], list[Name]] = {}
        for name in self._usable:
            if name.core:
                by_core.setdefault(name.core, []).append(name)
        for names in by_core.values():
            formed: dict[str, list[Name]] = {}
            for name in names:
                formed.setdefault(name.form, []).append(name)
            for same in formed.values():
                plain = [n for n in same if not self._parent_of_another(n) and not self._only_surname(n)]
                for other in plain[1:]:
                    if not (self._is_of(plain[0], other) or self._is_of(other, plain[0])):
                        self.join(plain[0], other)
            bare_names = [name for name in formed.pop("", []) if not self._only_surname(name)]
            mains = sorted((same[0] for same in formed.values()), key=lambda n: (not self._has_ticker(n), n.first))
            for other in mains[1:]:
                if self._forms_agree(mains[0].form, other.form):
                    self.join(mains[0], other)
            if mains and bare_names and not self._namesake(bare_names[0], mains[0]):
                self.join(bare_names[0], mains[0])

    def _only_surname(self, name: Name) -> bool:
        """Whether "Quill" is rather the person of that surname than the "Quill Group"."""
        if not name.one_word or self._grouped(name) or name.people < name.bodies + 0.5:
            return False
        return any(len(n.core) > 1 and n.core[-1] == name.core[0] and n.people > n.bodies for n in self._usable)

    def _parent_of_another(self, name: Name) -> bool:
        """Whether "Acme Group" comes after the longer name that "Acme" is short for ("Acme Tollways")."""
        if not self._grouped(name):
            return False
        longer = [other for other in self._prefix_owners(name) if not self._grouped(other)]
        return any((other.first_body or 0) < (name.first_body or 0) for other in longer)

    def _namesake(self, bare_name: Name, formed: Name) -> bool:
        """Whether the bare name is a person after whom the firm is called ("Ada Tullow", "Ada Tullow,
        Inc.").
        """
        reasons = {reason for candidate in bare_name.candidates for reason in candidate.reasons}
        mistaken = formed.candidates and all("ner:PERSON" in c.reasons for c in formed.candidates)
        return (
            len(bare_name.core) > 1
            and not (mistaken and reasons.isdisjoint(PERSONAL))  # a NER took the firm for a person, too
            and not (len(bare_name.core) > 2 and _PARTNERS & set(formed.form.split()) and _no_initial(bare_name.core))
            and bare_name.people > bare_name.bodies + 0.5
            and not self._has_ticker(formed)
            and not any(word.title() in self.words.business for word in bare_name.core)
        )

    def _link_other_names(self) -> None:
        """ "X, formerly Y", "X, which does business as Y", "X (formerly known as Y)"."""
        ordered = sorted((c for n in self._usable for c in n.candidates), key=lambda c: c.start)
        for one, other in itertools.pairwise(ordered):
            gap = self.text[one.end : other.start]
            if len(gap) < 60 and (told := _OTHERWISE.match(gap)) and self._same_by(told, one, other):
                self.join(self.names[self.key(one.text)], self.names[self.key(other.text)])

    def _same_by(self, told: re.Match[str], one: PartyCandidate, other: PartyCandidate) -> bool:
        """Whether "formerly" tells a name, not an office or a rival: "Ada Quill, formerly Acme's finance chief"."""
        if self.text.startswith(("'s", "’s", "' ", "’ "), other.end):
            return False
        if (one.kind == "person") != (other.kind == "person"):
            return False
        return told["once"] is None or _NO_MORE.match(self.text, other.end) is not None

    def _link_addresses(self) -> None:
        """A news site's address and its name ("newsplace.com", "News Place") are one outlet."""
        squashed = {
            re.sub(r"\W|com$|net$", "", "".join(n.core)): n
            for n in self._usable
            if n.votes["organization"] and "." not in n.text
        }
        for name in self._usable:
            if name.votes["organization"] and re.search(r"\.(?:com|net|org|co)$", name.text):
                host = name.text.casefold().rsplit(".", 1)[0]
                if host in squashed:
                    self.join(name, squashed[host])

    def _link_renamed(self) -> None:
        """ "X … renamed Y", "X … changed its name to Y": Y is X under its later name."""
        ordered = sorted((c for n in self._usable for c in n.candidates), key=lambda c: c.start)
        for position, new in enumerate(ordered):
            lead = self.text[max(0, new.start - 90) : new.start]
            if position == 0 or not lead.removesuffix("the ").endswith(_RENAMED_ENDS) or not _RENAMED.search(lead):
                continue
            old = ordered[position - 1]
            line = self.text.rfind("\n", 0, new.start)
            if old.start > line and new.kind != "person" and old.kind != "person":
                self.join(self.names[self.key(new.text)], self.names[self.key(old.text)])


def _no_initial(core: tuple[str, ...]) -> bool:
    return all(len(word) > 1 for word in core)
