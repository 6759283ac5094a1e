"""Who wrote, photographed or may be asked: bylines, credits and contacts."""

from __future__ import annotations

import itertools
import re

from .candidates import MEDIA, TITLE
from .names import NameReader
from .scan import Scan
from .words import Tokens

_BYLINE = Scan(r"^(?:By|BY):?\s+([^\n]{3,80})$")
_PHOTO = Scan(
    r"\b(?:Photo(?:graph)?s?|Pictures?|Images?|Illustration)(?: by|:) "
    r"([A-Z][\w’'-]+(?: [A-Z]\.)? [A-Z][\w’'-]+)(?=[/,.)\n]| for\b|\Z)",
    "Photo",
    "Picture",
    "Image",
    "Illustration",
)
#: The name behind "Contact:", also where a page lost the space ("Contact DetailsAda Quill").
_CONTACT = Scan(
    r"^(?:(?:Media|Press|Investors?|Investors? & Media) )?(?:[Cc]ontacts?(?: Details| Person| Name)?"
    r"|(?<=Media |Press )(?:[Ee]n|[Ii]n)quir(?:y|ies))"
    r"(?::\s*|\s*\n|(?<=[a-z])(?=[A-Z]))"
    r"(?:For )?([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,2})(?=\s*(?:[,\n(+|–-]|$))"
)
#: Who is of the family of somebody.
_KIN = Scan(
    r"\b(?:wife|husband|son|daughter|sister|brother|mother|father|widow|widower|grandson|granddaughter|nephew|niece"
    r"|fianc[ée]e?|spouse), ([A-Z][a-z]+)(?=[,.;]| and\b)",
    "wife, ", "husband, ", "son, ", "daughter, ", "sister, ", "brother, ", "mother, ", "father, ", "widow, ",
    "widower, ", "nephew, ", "niece, ", "fiancé", "fiance", "spouse, ",
)
#: The labels of a release's contact form: "Name: Ada Quill Email: …Company: Harrow Mills Limited".
_LABEL = Scan(
    r"(?<![a-z])(?:(?:Contact |Full )?Name|Contact Person): ?([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}?)"
    r"(?=\s*(?:Position|Title|Email|E-mail|Phone|Company|Organi[sz]ation|Website|City|Country|\n|$))",
    "Name:",
    "Person:",
)
_FIRM_LABEL = Scan(
    r"(?<![A-Z])(?:Company|Organi[sz]ation)(?: Name)?: ?([A-Z][\w.&'’-]*(?:,? [A-Z][\w.&'’-]*){0,5}?)"
    r"(?=\s*(?:Position|Title|Email|E-mail|Phone|Contact|Website|City|Country|Address|Location|\n|$))",
    "Company:",
    "anization:",
    "anisation:",
    "Name:",
)
#: A line that opens with a name and goes on with a telephone number or an address.
_CONTACT_LINE = Scan(
    r"^([A-Z][a-z][\w’'-]*(?: [A-Z]\.)? [A-Z][a-z][\w’'-]+)(?:, [^\n,]{2,40}){0,2},? "
    r"(?:\(?\+?\d[\d ().-]{7,}|[\w.]+@)"
)
#: A line that holds a contact's name, and what stands in one of the lines behind it.
_NAME_LINE = re.compile(r"([A-Z][a-z’'-]+(?: [A-Z]\.?)?(?: [A-Z][a-z’'-]+(?:-[A-Z][a-z]+)?){1,3})(?:, [A-Z]{2,5})?")
_REACHED = re.compile(r"\d[\d ().-]{7,}|\S@\S+\.\w|(?i:email|phone|tel)\b")
_ASKED = re.compile(r"(?i)\b(?:contacts?|inquiries|enquiries|relations)\b[^\n]{0,60}$")
#: A name that a page has run together with what stands before and behind it.
_GLUED = Scan(
    r"(?:(?<=contact)|(?<=contacts)|(?<=\.com)|(?<=\.net)|(?<=\.de))"
    r"([A-Z][a-z’'-]+ [A-Z][a-z’'-]+)(?=[A-Z][a-z]+[ :&])",
    "ontact",
    sign=r"(?:contact|contacts|\.com|\.net|\.de)[A-Z]",
)
#: A name that a page has run together with the title behind it.
_GLUED_TITLE = Scan(
    r"(?:^|(?<=AG)|(?<=GmbH)|(?<=LLC)|(?<=Inc\.)|(?<=Ltd)|(?<=plc))"
    r"([A-Z][a-z’'-]+ (?:[A-Z]\.? )?[A-Z][a-z’'-]+?)(?=(?:Managing|Head|Chief|Director|Manager|President|Senior|Vice"
    r"|Marketing|Investor|Executive|Founder|Partner|Corporate|Global)\b)",
    sign=r"[a-z](?:Managing|Head|Chief|Director|Manager|President|Senior|Vice|Marketing|Investor|Executive|Founder"
    r"|Partner|Corporate|Global)\b",
)
#: Where a fact is from, in brackets behind its sentence.
_SOURCE_NOTE = Scan(
    r"[a-z\d%][.!?][”\"]? \(([A-Z][A-Za-z]*[a-z][\w.]*(?: [A-Z][\w.]*[a-z]\w*){0,2})\)(?=$| [A-Z*])",
    sign=r"\([A-Z][A-Za-z]*[a-z][\w. ]*\)",
)
#: What else stands so.
_REMARKS = frozenset(
    {"Applause", "Laughter", "Crosstalk", "Continued", "Photo", "Video", "Audio", "Pictured", "Ends", "More", "Update",
     "Updated", "Source", "Sources", "Cheers", "Left", "Right"}
)  # fmt: skip
#: The service that sent a release out, at its foot.
_DISTRIBUTED = Scan(
    r"^Distributed by:? ([A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3}(?:, (?:Inc|LLC|Ltd)\b\.?)?)$", "Distributed by"
)
_WORDS_OF_AUTHOR = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}")
#: An author's line without "By", with the outlet, the place or the time behind: "Ada Quill, Lowfield Sun".
_AUTHOR = re.compile(
    r"([A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+){1,2})"
    r"(?:, ([A-Z][\w &.’'-]{3,40})|\s[•·|–-]\s?[\w ,:.•·|–-]{4,80})?"
)
_EDITED = re.compile(
    r"\b(?:[Ee]dited|[Ww]ritten|[Rr]eported|[Rr]eporting|[Cc]ompiled|[Ww]ords) by "
    r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2})$"
)
#: Roles of the lines between headline and text.
_HEAD_ROLES = frozenset({"headline", "subheading", "kicker", "byline", "dateline"})
#: Who made a dispatch, at its foot: "(Reporting by Ada Quill and Tom Harrow; Editing by …)".
_REPORTED = Scan(
    r"\b(?:[Rr]eporting|Writing|Editing|Compiled|Translated) by "
    r"((?:[A-Z][\w’'-]+ [A-Z][\w’'-]+(?:, | and |(?=[^\w ]|\Z))){1,5})",
    "eporting by",
    "Writing by",
    "Editing by",
    "Compiled by",
    "Translated by",
)
#: Words of what a writer is rather than of an outlet.
_WRITERS = re.compile(r"\b(?:Reporters?|Correspondents?|Writers?|Editors?|Staff|Bureau|Columnist|Contributor|Desk)\b")
#: The line of a paper's bureau under an author's, and one that stands for an author's.
_BUREAU = Scan(
    r"^(?:(?:By|BY) [^\n]{3,60}\n+(?:[A-Z][\w.'’-]+ ){0,3}|(?:(?:By|BY|From|FROM) )?(?:[Oo]ur|OUR) "
    r"(?:[A-Z][\w.'’-]+ ){0,3})"
    r"(?:Bureau|BUREAU|Desk|Staff|Correspondents?|CORRESPONDENT|Reporters?|Writers?|Editor)$",
    "Bureau", "BUREAU", "Desk", "Staff", "Correspondent", "CORRESPONDENT", "Reporter", "Writer", "Editor",
)  # fmt: skip


def _own_address(name: str, line: str) -> bool:
    """Whether a line is an address whose first part is made of the name: "aquill@…" or "aq@…" for Ada Quill.

    >>> _own_address("Ada Quill", "aq@harrow.example"), _own_address("Ada Quill", "press@harrow.example")
    (True, False)
    """
    local, at, _ = line.lower().partition("@")
    parts = name.lower().split()
    if not at or " " in local:
        return False
    return any(len(part) > 2 and part in local for part in parts) or local == "".join(part[0] for part in parts)


class Bylines(NameReader):
    """Finds the authors, photographers and contacts of one article."""

    def _from_bylines(self) -> None:
        for match in _BYLINE.finditer(self.text):
            for position, part in enumerate(re.finditer(r"[^,;|]+", match[1])):
                if position == 0:
                    for name in _WORDS_OF_AUTHOR.finditer(re.split(r"\s(?:in|at|for)\s", part[0])[0]):
                        if name[0].split()[0].casefold() in self.words.function:  # "By Our Political Staff"
                            continue
                        if _WRITERS.search(name[0]) and name[0].count(" ") == 1:  # "By Business Staff"
                            continue
                        at = match.start(1) + part.start() + name.start()
                        person = self._without_outlet(name[0])
                        self._add(at, at + len(person), "person", TITLE, "byline")
                elif self._outlet(part[0].strip()):
                    at = match.start(1) + part.start()
                    self._add(at, at + len(part[0]), "organization", MEDIA, "byline")
        for match in _BUREAU.finditer(self.text):
            self._add(match.start() + match[0].rfind("\n") + 1, match.end(), "none", 6, "byline")
        self._from_authors()

    def _from_authors(self) -> None:
        """Authors' lines under the headline that do not say "By"."""
        head = list(itertools.takewhile(lambda block: block.role in _HEAD_ROLES, self.blocks))[:8]
        for number, block in enumerate(head):
            if block.role in ("headline", "byline") or number == 0:
                continue
            line = self.text[block.start : block.end].strip()
            beside = {b.role for b in head[max(0, number - 1) : number + 2]}
            if head[number - 1].role == "byline" and block.role in ("kicker", "subheading") and self._is_outlet(line):
                at = self.text.index(line, block.start)
                self._add(at, at + len(line), "organization", MEDIA, "byline")
            elif match := _EDITED.search(self.text, block.start, block.end):
                self._add(*match.span(1), "person", TITLE, "byline")
            elif (match := _AUTHOR.fullmatch(line)) and "dateline" in beside and self._is_author(match):
                at = self.text.index(line, block.start)
                self._add(at, at + match.end(1), "person", TITLE, "byline")
                if match[2] and self._outlet(match[2]):
                    self._add(at + match.start(2), at + match.end(2), "organization", MEDIA, "byline")

    def _is_outlet(self, line: str) -> bool:
        """Whether a line behind an author's is an outlet's name: capitalised words, the last one of papers' names."""
        return bool(_WORDS_OF_AUTHOR.fullmatch(line)) and line.split()[-1] in self.words.papers and self._outlet(line)

    def _is_author(self, match: re.Match[str]) -> bool:
        """Whether a line under the headline names a person rather than a section or an outlet."""
        words = match[1].split()
        if self._is_title(match[1]) or self.words.is_place(match[1]) or words[0].lower() in self.words.function:
            return False
        taken = self.words.business | self.words.org_words | self.words.departments | self.words.no_heads
        taken |= self.words.papers
        return taken.isdisjoint(words) and not any(self.words.is_place(word) for word in words)

    def _from_kin(self) -> None:
        """ "His wife, Ada, and a sister, May": given names of who is of the family."""
        for match in _KIN.finditer(self.text):
            if not self.words.is_place(match[1]) and match[1].lower() not in self.words.function:
                self._add(*match.span(1), "person", 1.0, "title")

    def _from_credits(self) -> None:
        """ "(Photo by Ada Quill)", "Photograph: Ada Quill/…": who took a picture."""
        for match in _PHOTO.finditer(self.text):
            if not self._is_title(match[1]) and match[1].split()[-1] not in self.words.business:
                self._add(*match.span(1), "person", TITLE, "byline")

        for match in _REPORTED.finditer(self.text):
            for name in _WORDS_OF_AUTHOR.finditer(match[1]):
                if not self._is_title(name[0]):
                    start = match.start(1) + name.start()
                    self._add(start, start + len(name[0]), "person", TITLE, "byline")

    def _from_sources(self) -> None:
        """A source in brackets behind the last full stop of a line: "It rose to $70,000. (Oven Gazette)"."""
        notes = list(_SOURCE_NOTE.finditer(self.text))
        several = len({match[1] for match in notes} - _REMARKS) > 1  # one alone may be any remark
        for match in notes if several else ():
            name, parts = match[1], match[1].split()
            plain = self._is_title(name) or self.words.is_place(name) or name in self.words.no_names
            person = any(self.text[e.start : e.end] == name and e.label == "PERSON" for e in self.entities)
            plain = plain or name in _REMARKS or name.lower() in self.small or name in self.words.departments
            if not (plain or person or parts[0].lower() in self.words.function or parts[-1] in self.words.no_heads):
                self._add(*match.span(1), "organization", MEDIA, "media")
        for match in _DISTRIBUTED.finditer(self.text):
            self._add(*match.span(1), "organization", MEDIA, "media")

    def _from_contacts(self) -> None:
        """Who to contact, at the foot of a release: "Contact: Ada Quill, Investor Relations"."""
        for match in _CONTACT_LINE.finditer(self.text):
            words = set(match[1].split())
            if not self._is_title(match[1]) and words.isdisjoint(self.words.business | self.words.departments):
                self._add(*match.span(1), "person", 1.0, "contact")
        for match in _CONTACT.finditer(self.text):
            parts = match[1].split()
            region = len(parts) == 3 and self.words.is_place(" ".join(parts[1:]))
            known = (parts[0] in self.marked or match[1] in self.marked) and not region  # "Contact: Acme Global HQ"
            if known or self._is_title(match[1]) or all(part in self.words.departments for part in parts):
                continue
            sort = self.words.business | self.words.departments
            org = region or parts[-1] in sort or self.words.is_form(parts[-1])
            contact = self._add(*match.span(1), "org" if org else "person", TITLE if org else 1.0, "contact")
            if contact and region and parts[0] in self.marked:
                for other in self.found.values():
                    if other.text in (parts[0], match[1]):
                        other.party = match[1]  # "Quillcast" is "Quillcast North America"
        self._from_labels()
        self._from_contact_lines()

    def _from_labels(self) -> None:
        """ "Name: Ada Quill Email: …", "Company: Harrow Mills" at a release's foot."""
        firms = [match for match in _FIRM_LABEL.finditer(self.text) if match[1] not in self.words.no_names]
        for match in firms:
            self._add(*match.span(1), "org", TITLE, "contact")
        spans = [match.span(1) for match in firms]
        for match in _LABEL.finditer(self.text):
            apart = not any(start < match.end(1) and match.start(1) < end for start, end in spans)
            if apart and self._contact(match[1]):
                self._add(*match.span(1), "person", 1.0, "contact")

    def _from_contact_lines(self) -> None:
        """Names that fill a line of a release's contacts: above a telephone number or an address, or run into them."""
        for match in (*_GLUED.finditer(self.text), *_GLUED_TITLE.finditer(self.text)):
            if self._contact(match[1]):
                self._add(*match.span(1), "person", 1.0, "contact")
        begin = max(0, len(self.text) - 3000)
        lines = [(m.start(), m[0].strip()) for m in re.finditer(r"[^\n]+", self.text[begin:])]
        lead = -99
        for at, (start, line) in enumerate(lines):
            if _ASKED.search(line, max(0, len(line) - 80)):  # it asks at the end of a line
                lead = at
            match = _NAME_LINE.fullmatch(line)
            if match is None or not self._contact(match[1]):
                continue
            behind = [words for _, words in lines[at + 1 : at + 4]]
            if at - lead > 12 and not (behind and _own_address(match[1], behind[0])):
                continue
            reached = next((n for n, words in enumerate(behind) if _REACHED.search(words)), None)
            between = behind[: reached or 0]
            nearer = any(_NAME_LINE.fullmatch(words) and self._contact(words) for words in between)
            if reached is not None and not nearer:
                start = self.text.index(line, begin + start)
                self._add(start, start + match.end(1), "person", 1.0, "contact")

    def _contact(self, name: str) -> bool:
        """Whether a line of capitalised words may be a person's name."""
        words, parts = self.words, name.split()
        taken = (words.business, words.departments, words.org_words, words.no_heads)
        if not all(some.isdisjoint(parts) for some in taken) or words.is_form(parts[-1]):
            return False
        if self._is_title(name) or words.is_place(name):
            return False
        return name not in words.no_names and not any(part.lower() in words.function for part in parts)

    def _outlet(self, words: str) -> bool:
        """Whether what stands behind an author is the outlet: a known one, or a name that is no place and no title."""
        if words.casefold() in self.words.media_names:
            return True
        if _WRITERS.search(words):
            return False
        name = _WORDS_OF_AUTHOR.fullmatch(words) or (words.istitle() and " " not in words)
        located = any(e.label in ("LOC", "GPE") and self.text[e.start : e.end] == words for e in self.entities)
        return bool(name) and not located and not self.words.is_place(words) and not self._is_title(words)

    def _is_title(self, words: str) -> bool:
        return bool(self.titles.find(Tokens(words).all))

    def _without_outlet(self, author: str) -> str:
        """An author's name without the outlet that a byline may put behind it."""
        outlet = next((m for m in sorted(self.words.media_names) if author.casefold().endswith(" " + m)), "")
        return author[: -len(outlet)].rstrip() if outlet else author
