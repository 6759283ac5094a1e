"""Bodies, offices, unions and parties that are told without a name of their own: "the pilots' union", "the Greens"."""

from __future__ import annotations

from .candidates import PUBLIC
from .names import NameReader
from .scan import Scan

#: Bodies of the paper's own country, in small letters, by what they do: "the central bank said", "parliament approved".
_OWN_BODIES = Scan(
    r"\b(?:[Tt]he (central bank|(?:supreme|constitutional|high|appeals?) court|[a-z]{4,} ministry|treasury)"
    r"|(?<!the )(?<![a-z] of )([Pp]arliament))"
    r"(?:,? (?:which|on \w+day|also|later|yesterday))?(?= (?:said|says|ruled|ordered|fined|approved|rejected|raised|cut"
    r"|kept|bought|sold|lent|paid|spent|owns|holds|warned|agreed|signed|announced|awarded|granted|must|may|wants|plans|expects"
    r"|(?:has|had|have|will|would) [a-z])|['’]s? (?:defen[cs]e|finance|budget|economic|legal|public|foreign) )",
    " bank", " court", "ministry", "treasury", "arliament",
)  # fmt: skip
#: What else is called in the name of such a body, by the first word of its head.
_SAME_SORT = {
    "bank": ("bank", "reserve", "fed", "ecb", "monetary"),
    "court": ("court", "tribunal"),
    "ministry": ("ministry", "department", "government"),
    "treasury": ("treasury", "exchequer", "ministry", "department"),
    "parliament": ("parliament", "congress", "senate", "assembly", "house", "knesset", "duma", "bundestag", "commons"),
}
#: Offices that sue, charge and decide as bodies do, where nobody's name follows.
_OFFICES = Scan(
    r"\b[Tt]he ((?:Attorney|Auditor|Solicitor|Prosecutor|Advocate)[- ]General|Special Prosecutor"
    r"|Director of Public Prosecutions|Registrar of [A-Z][a-z]+|Commissioner of (?:Lands|Taxes|Customs|Police)"
    r"|Commissioner for [A-Z][a-z]+(?: [A-Z][a-z]+)?"
    r"|(?<=consent of the )Minister of [A-Z][a-z]+(?: [A-Z][a-z]+)?"
    r"|(?<=against the )Minister of [A-Z][a-z]+(?: [A-Z][a-z]+)?)\b(?!['’]|,? [A-Z]|-|, (?:who|Mr|Ms)\b)",
    "General", "Prosecutor", "Director of Public", "Registrar of", "Commissioner of", "Commissioner for", "Minister of",
)  # fmt: skip
#: Unions and leagues that are called by their members alone: "the pilots' union".
_UNIONS = Scan(
    r"\b(?:[Tt]he|its|their|[a-z]+['’]s) ((?:[a-z]+ )?[a-z]{3,}(?:s['’]|men['’]s) (?:union|association|federation|guild"
    r"|co-?operative))\b(?!['’]s? [A-Z]|,? [A-Z]| of\b|-)",
    " union", " association", " federation", " guild", "operative",
)  # fmt: skip
#: Parties that are called as their members are together, with what stands before them.
_MEMBERSHIP = Scan(
    r"(?:\b(?:[Tt]he|[Gg]overning|[Rr]uling|[Oo]pposition)|['’]s?) "
    r"((?:(?:Social|Christian|Liberal|Free|Centre) )?Democrats|Socialists|Liberals|Greens|Conservatives|Tories|Lib Dems"
    r"|Communists)\b(?!['’]?s? [A-Z]|-| (?:in (?:the|both)|of) )",
    "Democrats", "Socialists", "Liberals", "Greens", "Conservatives", "Tories", "Lib Dems", "Communists",
)  # fmt: skip


class Unnamed(NameReader):
    """Finds those who have no name of their own in one article."""

    def _from_offices(self) -> None:
        """ "The Director of Public Prosecutions", "the pilots' union", "the governing Socialists"."""
        for match in _OFFICES.finditer(self.text):
            self._add(*match.span(1), "public_body", PUBLIC, "public-body noun")
        for match in _UNIONS.finditer(self.text):
            self._add(*match.span(1), "organization", PUBLIC, "organisation noun")
        for match in _MEMBERSHIP.finditer(self.text):
            if not self._inside(self.headings, *match.span(1)):
                self._add(*match.span(1), "organization", PUBLIC, "organisation")

    def _from_own_bodies(self) -> None:
        """ "The central bank", where no name of one stands anywhere that it may be short for."""
        if not (matches := list(_OWN_BODIES.finditer(self.text))):
            return
        bodies = [c.text for c in self.found.values() if c.votes["public_body"] or c.votes["organization"]]
        letters = any(name.isupper() and name not in self.words.places for name in bodies)
        named = " ".join(bodies).casefold()
        for match in matches:
            words = match[1] or match[2]
            head = words.rpartition(" ")[2].lower()
            bank = head == "bank" and (letters or any(c.text.endswith("Bank") for c in self.found.values()))
            if not bank and not any(other in named for other in _SAME_SORT[head]):
                self._add(*match.span(1 if match[1] else 2), "public_body", PUBLIC, "public-body noun")
