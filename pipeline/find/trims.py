"""Names that are cut back to what is known, and overlaps that are settled, once all are found."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from .candidates import FORM, NER_REASONS, PartyCandidate
from .names import NameReader

#: Evidence that a longer name around it outweighs ("Army" in "United States Army Research Institute").
_WITHIN = frozenset(
    {"public body", "public-body noun", "media", "ner:ORG", "ner:GPE", "ner:LOC", "ner:PERSON", "ner:NORP"}
)
#: Where a page has lost the space between two words.
_SEAM = re.compile(r"[a-z](?=[A-Z])|[A-Z](?=[A-Z][a-z])")
#: Words that open a sentence and that no firm ends its name with: "AcmeFounded in 2001".
_OPENERS = frozenset(
    {"This", "These", "Founded", "Headquartered", "About", "Their", "Our", "The", "With", "Based", "Established",
     "Phone", "Email", "Website", "Mail", "Tel"}
)  # fmt: skip


class Trims(NameReader):
    """Settles what the candidates of one article are."""

    def _trim_to_known(self) -> None:
        """ "Facts & Figures Acme AG" ends in a name that stands elsewhere by itself: cut it back to
        that name.
        """
        body = {
            c.text
            for c in self.found.values()
            if not c.heading and c.votes["place"] < 0.5 and (" " in c.text or len(c.text) > 3)
        }
        for candidate in [
            c
            for c in self.found.values()
            if c.heading and c.text not in body and not {"public-body noun", "company form"} & set(c.reasons)
        ]:
            parts = candidate.text.split()
            if candidate.kind == "person" and len(parts) == 2:
                continue
            for size in range(len(parts) - 1, 0, -1):
                head, tail = " ".join(parts[:size]), " ".join(parts[-size:])
                cut = head if head in body else tail if tail in body else None
                if cut:
                    at = candidate.start if cut == head else candidate.end - len(cut)
                    if self.text[at : at + len(cut)] == cut:
                        del self.found[candidate.start, candidate.end]
                        self._add(at, at + len(cut), candidate.kind, 0.3, "heading")
                    break
        self._trim_bodies(body)
        self._unglue()
        known = Counter(c.text for c in self.found.values() if "company form" in c.reasons)
        for candidate in [c for c in self.found.values() if "company form" in c.reasons and known[c.text] == 1]:
            parts = candidate.text.split()
            for skip in range(1, len(parts) - 1):
                rest = " ".join(parts[skip:])
                if known[rest] and candidate.text.endswith(rest):
                    del self.found[candidate.start, candidate.end]
                    self._add(candidate.end - len(rest), candidate.end, "company", FORM, "company form")
                    break

    def _trim_bodies(self, known: set[str]) -> None:
        """Cut a public body that a headline ran together with its verb back to the name that the text knows."""
        for candidate in list(self.found.values()):
            if candidate.heading and "public-body noun" in candidate.reasons and candidate.text not in known:
                inner = max(
                    (n for n in known if " " in n and n in candidate.text), key=lambda n: (len(n), n), default=""
                )
                if inner and not candidate.text.startswith(inner) and not candidate.text.endswith(inner):
                    at = candidate.start + candidate.text.index(inner)
                    del self.found[candidate.start, candidate.end]
                    self._add(at, at + len(inner), "public_body", 0.3, "heading")

    def _unglue_persons(self) -> None:
        """Part a person's name from what a page ran into it: "Ada QuillHARROW", "Investor RelationsAda Quill"."""
        for candidate in list(self.found.values()):
            name, start, end = candidate.text, candidate.start, candidate.end
            if name.istitle() or not candidate.votes["person"]:
                continue
            for seam in _SEAM.finditer(name):
                opens = name.rfind(" ", 0, seam.end()) + 1
                left, right = name[opens : seam.end()], name[seam.end() :].partition(" ")[0]
                if left in self.words.departments:
                    start = candidate.start + seam.end()
                elif opens and len(left) > 4 and len(right) > 2:  # not "MacDonald", "FitzGerald", "DeLuca"
                    end = candidate.start + seam.end()
                    break
            if (start, end) != (candidate.start, candidate.end):
                del self.found[candidate.start, candidate.end]
                self._add(start, end, "person", candidate.votes["person"], candidate.reasons[0])

    def _unglue(self) -> None:
        """Cut off the word that a page ran into a name known from elsewhere ("Acme MillsAbout")."""
        self._unglue_persons()
        known = {c.text for c in self.found.values()}
        for candidate in list(self.found.values()):
            for seam in () if candidate.text.istitle() else _SEAM.finditer(candidate.text):
                left, right = candidate.text[: seam.end()], candidate.text[seam.end() :]
                whole = next((name for name in (left, right) if name in known and " " in name), None)
                weight = 0.3
                if len(left) > 2 and right in _OPENERS:
                    whole, weight = left, candidate.votes[candidate.kind]
                if whole:
                    at = candidate.start + (0 if whole == left else seam.end())
                    del self.found[candidate.start, candidate.end]
                    self._add(at, at + len(whole), candidate.kind, weight, "heading")
                    break

    def _without_overlaps(self) -> None:
        """Of candidates that overlap the one with the weightier evidence stays, then the longer;
        votes are handed on.
        """
        longer = [
            c
            for c in self.found.values()
            if c.votes["org"] > 0.5 and not c.heading and not NER_REASONS.isdisjoint(c.reasons)
        ]

        def rank(candidate: PartyCandidate) -> tuple[int, int, int]:
            strong = not NER_REASONS.issuperset(candidate.reasons)
            if strong and _WITHIN.issuperset(candidate.reasons):
                strong = not any(
                    c.start <= candidate.start
                    and candidate.end <= c.end
                    and c is not candidate
                    and c.end - c.start > candidate.end - candidate.start
                    for c in longer
                )
            return (-strong, -(candidate.end - candidate.start), candidate.start)

        kept: list[PartyCandidate] = []
        spans: list[tuple[int, int, int]] = []  # of those kept, in text order, with their numbers
        for candidate in sorted(self.found.values(), key=rank):
            last = first = bisect_left(spans, (candidate.end,))
            while first and spans[first - 1][1] > candidate.start:
                first -= 1
            if first == last:
                spans.insert(last, (candidate.start, candidate.end, len(kept)))
                kept.append(candidate)
                continue
            rival = kept[min(number for _, _, number in spans[first:last])]
            if 2 * (min(rival.end, candidate.end) - max(rival.start, candidate.start)) >= rival.end - rival.start:
                for key, weight in candidate.votes.items():
                    if weight and key != "place":
                        rival.vote(key, weight, candidate.reasons[0])
        self.found = {(c.start, c.end): c for c in kept}
