"""What a NER marked, with the parts of one name joined and what belongs to a title cut off."""

from __future__ import annotations

import re

from ..mentions import Entity
from .names import NameReader, is_senior

#: What somebody is called amid the full name, up to the surname.
_NICKNAMED = re.compile(r" (?:\([A-Z][\w.’'-]{1,12}\)|[\"“‘'][A-Z][\w.’-]{1,12}[\"”’']) (?=[A-Z])")
#: Given names that are written in short with a stop: Maria, Mohammed, William, Saint.
_GIVEN_SHORT = frozenset({"Ma", "Md", "Mohd", "Muhd", "Moh", "Wm", "Chas", "Geo", "Jos", "Thos", "Abd", "St"})
#: What a NER takes into a name of a title that follows: "Co-founder".
_HALF_TITLE = re.compile(r"(?P<comma>,)?\s(?P<co>Co)\Z|(?P<senior>,\sSr\.?)\Z")
#: A given name and an initial, or an initial alone, before the rest of a name.
_INITIALLED = re.compile(r"(?:[A-Z][a-z]+ )?[A-Z]\. ")
#: A surname that a page ran into the firm's name behind it: "Ada R. QuillHRW Mills".
_SURNAME_RUN_IN = re.compile(r"[A-Z][a-z]{2,}(?=[A-Z]{2}|[A-Z][a-z]+ )")


class Joins(NameReader):
    """Joins the marks of one article."""

    def _joined_by_hyphens(self) -> list[Entity]:
        """The entities, with the two halves of "Harrow-Lowfield Bank" as one; "the Acme-Velmora deal" stays apart."""
        joined: list[Entity] = []
        for entity in map(self._less_half_title, self.entities):
            left = joined[-1] if joined else None
            both_org = left is not None and left.label == entity.label == "ORG"
            if both_org and self._opens(left, entity):
                joined[-1] = Entity(left.start, entity.end, "ORG", max(left.score, entity.score))
                continue
            if both_org and (self._one_of_two(left, entity) or self._over_joint(left, entity)):
                joined[-1] = Entity(left.start, entity.end, "ORG", max(left.score, entity.score))
                continue
            if left is not None and entity.label == "PERSON" == left.label and self._nicknamed(joined, entity):
                continue
            if left is not None and not both_org and self._halves(left, entity):
                label = "ORG" if "ORG" in (left.label, entity.label) else left.label
                joined[-1] = Entity(left.start, entity.end, label, max(left.score, entity.score))
                continue
            if both_org and left.end + 1 == entity.start and self.text[left.start : entity.end] in self.marked:
                joined[-1] = Entity(left.start, entity.end, "ORG", max(left.score, entity.score))
                continue
            if left is not None and self._initialled(left, entity):
                seam = _SURNAME_RUN_IN.match(self.text, entity.start, entity.end)
                person = Entity(left.start, seam.end(), "PERSON", left.score) if seam else None
                joined[-1:] = [person] if person else []
                joined.append(Entity(seam.end() if seam else left.start, entity.end, "ORG", entity.score))
                continue
            if both_org and left.end + 1 == entity.start and self.text[left.end] == "-":
                first, _, last = self.text[entity.start : entity.end].rpartition(" ")
                if first and (last in self.words.business or last == "Venture" or self.words.is_form(last)):
                    joined[-1] = Entity(left.start, entity.end, "ORG", max(left.score, entity.score))
                    continue
            joined.append(entity)
        return joined

    def _one_of_two(self, left: Entity, right: Entity) -> bool:
        """Whether "Quill Pallets|and|Crates" is one name, whose last word stands nowhere but there, and so again."""
        if not self.text.startswith(" and ", left.end) or left.end + 5 != right.start:
            return False
        last, whole = self.text[right.start : right.end], self.text[left.start : right.end]
        first = self.text[left.start : left.end]
        if " " not in first or not last.istitle() or not last.isalpha():
            return False
        times = self.text.count(whole)
        return times > 1 and times == self.text.count(last) == self.text.count(first)

    def _over_joint(self, left: Entity, right: Entity) -> bool:
        """Whether the NER itself took the "and" into a name of which it then marked the rest apart: "Quill Pallets
        and|Crates".
        """
        last = self.text[right.start : right.end]
        runs_on = left.end + 1 == right.start and self.text.endswith(" and", left.start, left.end)
        return runs_on and self.text.count(" ", left.start, left.end) > 1 and " " not in last and last.istitle()

    def _nicknamed(self, joined: list[Entity], right: Entity) -> bool:
        """Join the parts of "Ada M. “Addie” Quill" and "Ma. Ada Quill", which a NER marks one by one, in `joined`."""
        if right.start - joined[-1].end == 2 and self.text.startswith(". ", joined[-1].end):
            short = joined[-1]
            if self.text[short.start : short.end] in _GIVEN_SHORT:
                joined[-1] = Entity(short.start, right.end, "PERSON", max(short.score, right.score))
                return True
        for back in (1, 2):
            left = joined[-back] if len(joined) >= back and joined[-back].label == "PERSON" else None
            if left is None or right.start - left.end > 24:
                return False
            called = _NICKNAMED.match(self.text, left.end, right.end)
            if called and right.start <= called.end() <= right.end and self.text[left.end] == " ":
                joined[-back:] = [Entity(left.start, right.end, "PERSON", max(left.score, right.score))]
                return True
        return False

    def _initialled(self, left: Entity, right: Entity) -> bool:
        """Whether a person's mark ends in an initial right before a firm's: "Ada R.|Quill Mills" is one name."""
        if left.label != "PERSON" or right.label != "ORG" or left.end + 1 != right.start:
            return False
        return _INITIALLED.fullmatch(self.text, left.start, right.start) is not None

    def _opens(self, left: Entity, right: Entity) -> bool:
        """Whether letters before a firm's name are part of it: "PNG|Kumul Gas"; "NYSE|Acme" are two."""
        letters, name = self.text[left.start : left.end], self.text[right.start : right.end]
        if self.text[left.end : right.start] != " " or not (letters.isupper() and 2 <= len(letters) <= 4):
            return False
        words = self.words
        tables = (words.exchanges, words.media, words.public_names, words.org_names, words.no_names)
        known = any(letters in table for table in tables) or words.is_form(letters)
        firm = name.rpartition(" ")[2] in self.words.business or self.words.is_form(name.rpartition(" ")[2])
        return firm and not known and not self._inside(self.headings, left.start, right.end)

    def _halves(self, left: Entity, right: Entity) -> bool:
        """Whether two marks are the halves of one name: "Bergland-Werke", but not "the Norway-Quill talks"."""
        if left.end + 1 != right.start or self.text[left.end] != "-" or not self.text[right.start].isupper():
            return False
        halves = (self.text[left.start : left.end], self.text[right.start : right.end])
        known = any(self.words.is_place(half) or half.isupper() for half in halves)
        return not known and " " not in halves[1]

    def _less_half_title(self, entity: Entity) -> Entity:
        """ "Ada Quill, Co" and "Acme Co" before "-founder", "Ada Quill, Sr." before "Director": the title's own words
        are cut off.
        """
        half = _HALF_TITLE.search(self.text, max(entity.start, entity.end - 5), entity.end)
        if half is None or not (self.text[entity.end : entity.end + 1] == "-" if half["co"] else self._is_senior(half)):
            return entity
        return entity._replace(end=half.start(), label="PERSON" if half["comma"] else entity.label)

    def _is_senior(self, half: re.Match[str]) -> bool:
        """Whether "Sr." behind a name's comma is the "senior" of a title."""
        return is_senior(self.text, half.end())
