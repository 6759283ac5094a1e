"""Firms by their legal forms ("Acme Mills Inc.")."""

from __future__ import annotations

from .candidates import FORM
from .entities import TAILS, Entities
from .names import NOT_BEHIND_COMMA

#: What closes the name of a family's firm behind "and".
_SONS = frozenset({"Sons", "Son", "Daughters", "Brothers", "Bros", "Bros.", "Associates", "Partners", "Co", "Company"})
#: What a utility sells: "Lowfield Power and Light Co.".
_UTILITIES = frozenset({"Power", "Light", "Gas", "Electric", "Water"})
#: Numbers that a firm's name may begin with inside a sentence.
_COUNTS = frozenset({"One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"})


class Forms(Entities):
    """Finds the names of one article that end in a legal form."""

    def _from_forms(self) -> None:
        tokens = self.tokens.all
        for at in self.tokens.among(self.words.form_tokens):
            token = tokens[at]
            if not self._form(at) or self.limits[at] == at:
                continue
            before = at - 1 if tokens[at - 1].text != "," else at - 2
            if (
                len(token.text) == 2
                and token.text.isupper()
                and self.text[max(0, self.starts[at] - 30) : self.ends[at]].isupper()
                and self._inside(self.headings, self.starts[at], self.ends[at])
            ):
                continue
            if len(token.text) == 2 and self._among_capitals(at):
                continue
            if before < at - 1 and token.text in NOT_BEHIND_COMMA:
                continue
            if self.text.startswith(" of the Year", self.ends[at]):
                continue  # "Construction Company of the Year"
            if len(token.text) == 2 and at + 1 < len(tokens) and tokens[at + 1].text in TAILS:
                continue  # "GROW BY Fund"
            if before < self.limits[at] or not tokens[before].cap or self.words.is_form(tokens[before].text):
                continue
            first = self._walk_left(before + 1)
            if (
                first > before
                or all(self.words.is_place(t.text) for t in tokens[first : before + 1])
                or (before < at - 1 and token.text in ("SA", "SE", "PA", "NV"))
                or (before < at - 1 and token.text.isupper() and self._defines(token.text))
            ):
                continue
            if (
                token.text in ("Company", "Corporation", "Co", "Limited")
                and tokens[first].low in self.words.function
            ):
                continue
            if token.text.startswith(("LLP", "L.L.P", "PLLC")) and any(t.text == "&" for t in tokens[first:before]):
                while (
                    first - 2 >= self.limits[at]
                    and tokens[first - 1].text == ","
                    and self._name_word(first - 2)
                    and not tokens[first - 3].cap
                ):
                    first -= 2
            first = self._over_particles(self._over_and_sons(first, before), before)
            if first and tokens[first - 1].text.isdigit() and len(tokens[first - 1].text) < 3:
                opens = self.limits[first] == first - 1 or self.text[self.starts[first - 1] - 2].isalpha()
                first -= int(opens)  # "7 Lanterns LLC", not "$7 …"
                first = self._walk_left(first) if opens else first
            if first and tokens[first - 1].text in _COUNTS and self.limits[first - 1] == self.limits[at]:
                again = self.text.count(self.text[self.starts[first - 1] : self.ends[before]]) > 1
                first -= int(again or self.limits[at] < first - 1)  # "by Two Harrow Partners LLC"
            start, end = self._whole_name(self.starts[first], self.ends[before])
            self._add(start, end, "company", FORM, "company form")

    def _over_particles(self, first: int, before: int) -> int:
        """Where "Van der Quill NV" and "Great Quill Mills Co." begin, if a NER marked all of it; the walk stops at
        small words, however they are written.
        """
        lead = self.tokens.all[first - 1].text if first else ""
        if not lead or not (self._particle(first - 1) or self._capital_inside(first - 1) or lead[-1].isdigit()):
            return first
        inside, end = self.starts[first], self.ends[before]
        whole = [e.start for e in self.entities if e.label == "ORG" and e.start < inside and e.end >= end]
        return self.tokens.at(whole[0]) if whole else first

    def _over_and_sons(self, first: int, before: int) -> int:
        """Where "Quill and Sons" begins, and "Harrow Road and Bridge Works" if a NER marked all of it."""
        tokens = self.tokens.all
        left = first - 2
        if left < self.limits[first] or tokens[first - 1].text not in ("and", "&") or not tokens[left].cap:
            return first
        if tokens[first - 1].text == "and" and (whole := self._before_and(first)) < first:
            return whole
        end = self.ends[before]
        inside = self.starts[first]
        marked = [e.start for e in self.entities if e.label == "ORG" and e.start < inside < e.end <= end + 8]
        if marked:
            name = self.text[marked[0] : end]
            head, _, tail = name.partition(f" {tokens[first - 1].text} ")
            return first if self._two_names(head, tail) else self.tokens.at(marked[0])
        closes = tokens[first].text in _SONS or (tokens[first].text in _UTILITIES and tokens[left].text in _UTILITIES)
        return self._walk_left(left + 1) if closes and first == before else first

    def _among_capitals(self, at: int) -> bool:
        """Whether words in capitals stand on both sides ("SECRETARY NAMED AS SEARCH CONTINUES")."""
        around = [token.text for token in self.tokens.all[max(0, at - 1) : at + 2]]
        return len(around) == 3 and all(word.isupper() and word.isalpha() for word in around) and len(around[2]) > 2

    def _form(self, at: int) -> bool:
        """Whether token `at` is a legal form; in small letters only "plc" and what has stops ("s.r.o.")."""
        token = self.tokens.all[at]
        return self.words.is_form(token.text) and (token.cap or token.text == "plc" or "." in token.text)
