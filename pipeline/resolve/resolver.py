"""From candidates to parties: cluster, decide what each is, find every mention, then nominals and
pronouns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..find.candidates import PartyCandidate, title_case
from ..find.words import PartyWords
from ..mentions import Article, Sentence
from ..patterns import Patterns
from ..records import Party, PartyMention
from .clusters import ENOUGH, REFUSED, Clusters, Name
from .result import Mention, Resolution

if TYPE_CHECKING:
    from ..nlp import Parse


@dataclass(slots=True)
class Draft:
    """A party before it has its id."""

    names: list[Name]
    kind: str
    votes: Counter[str]
    mentions: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
    ticker: str | None = None

    @property
    def first(self) -> int:
        return min(start for start, _ in self.mentions)


#: Evidence that proves a person, and evidence that proves a firm even where a NER saw a person.
_PERSONAL = frozenset({"honorific", "title", "byline", "age", "degree"})
_FIRM = frozenset({"described as a firm", "treated as a firm", "has officers", "business word"})


class Resolver:
    """Resolves one article at a time; holds word lists only."""

    def __init__(self, patterns: Patterns):
        self.words = PartyWords(patterns)

    def resolve(
        self,
        article: Article,
        sentences: list[Sentence],
        candidates: list[PartyCandidate],
        analysis_parses: Mapping[int, Parse] | None = None,
    ) -> Resolution:
        """The parties of the article. `analysis_parses` (sentence number -> Parse) is not needed to
        name them.
        """
        from .references import References

        clusters = Clusters(article.text, candidates, self.words)
        drafts = self._drafts(clusters)
        _Mentions(article.text, sentences, self.words, clusters).fill(drafts, candidates)
        drafts = sorted((draft for draft in drafts if draft.mentions), key=lambda draft: draft.first)
        references = References(article.text, sentences, drafts, clusters, self.words)
        plurals = references.nominals()
        return _finish(article.text, drafts, plurals, references)

    def _drafts(self, clusters: Clusters) -> list[Draft]:
        drafts = []
        for names in clusters.groups().values():
            votes: Counter[str] = Counter()
            for name in names:
                votes.update(name.votes)
            kind = self._kind(names, votes)
            if kind:
                tickers = [c.ticker for name in names for c in name.candidates if c.ticker] + [
                    n.text for n in names if n.ticker
                ]
                drafts.append(Draft(names, kind, votes, ticker=tickers[0] if tickers else None))
        return drafts

    def _kind(self, names: list[Name], votes: Counter[str]) -> str | None:
        """What the evidence over the whole article makes of a cluster; None: no party."""
        reasons = {reason for name in names for c in name.candidates for reason in c.reasons}
        sure = bool(
            reasons
            & {
                "company form",
                "ticker",
                "exchange",
                "media",
                "lexicon",
                "wire in dateline",
                "appeared first on",
                "source version on",
            }
        )
        bodies = sum(votes[key] for key in ("org", "company", "public_body", "organization"))
        if votes["none"] >= REFUSED and not sure:
            return None
        if votes["place"] > votes["person"] + bodies and not votes["public_body"] and not sure:
            return "public_body" if votes["acts"] else None
        if votes["none"] >= max(1.0, votes["person"] + bodies) and not sure:
            return None
        if (
            all(len(name.core) == 1 for name in names)
            and reasons & {"role noun", "has officers", "has what a business has"}
            and not reasons & _PERSONAL
        ) or (reasons & _FIRM and not reasons & _PERSONAL):
            bodies += votes["person"]
        formal = bool(reasons & {"company form", "ticker"}) and not reasons & {"honorific", "byline"}
        if votes["person"] > bodies and not formal:
            return "person" if self._person(names, votes, reasons) else None
        if bodies < ENOUGH:
            return None
        if votes["public_body"] >= max(votes["company"], votes["organization"]) and votes["public_body"]:
            return "public_body"
        return "organization" if votes["organization"] > votes["company"] else "company"

    def _person(self, names: list[Name], votes: Counter[str], reasons: set[str]) -> bool:
        if votes["person"] < ENOUGH:
            return False
        if any(len(name.core) > 1 for name in names):
            return True
        return bool(reasons & {"honorific", "title", "byline"}) or votes["person"] >= 0.8


class _Mentions:
    """Finds every place where the names of the parties stand."""

    def __init__(self, text: str, sentences: list[Sentence], words: PartyWords, clusters: Clusters):
        self.text, self.sentences, self.words, self.clusters = text, sentences, words, clusters

    def fill(self, drafts: list[Draft], candidates: list[PartyCandidate]) -> None:
        surfaces: dict[str, tuple[Draft, str]] = {}
        blocked: set[tuple[int, int]] = set()
        claimed = {(c.start, c.end) for draft in drafts for name in draft.names for c in name.candidates}
        for candidate in candidates:
            if (candidate.start, candidate.end) not in claimed:
                blocked.add((candidate.start, candidate.end))
        for draft in drafts:
            for name in draft.names:
                for candidate in name.candidates:
                    draft.mentions[candidate.start, candidate.end] = ("name", _reason(name, candidate))
                    surfaces.setdefault(candidate.text, (draft, name.reason))
                if not name.candidates:
                    surfaces.setdefault(name.text, (draft, name.reason))
        for short, draft, reason in self._short_names(drafts, surfaces):
            surfaces.setdefault(short, (draft, reason))
        self._search(surfaces, blocked)
        self._search_headings(surfaces, drafts, blocked)

    def _short_names(self, drafts: list[Draft], surfaces: dict[str, tuple[Draft, str]]) -> list[tuple[str, Draft, str]]:
        """Surnames, first words and initials of the parties that no NER marked."""
        found: dict[str, list[tuple[Draft, str]]] = {}
        for draft in drafts:
            shorts: dict[str, str] = {}
            for name in draft.names:
                parts = name.text.replace(",", " ").split()
                if len(parts) < 2 or name.ticker:
                    continue
                if draft.kind == "person":
                    last = [part for part in parts if part.strip(".") not in ("Jr", "Sr", "II", "III")][-1]
                    shorts.setdefault(last, "surname")
                elif draft.kind == "company":
                    if self._short_ok(parts[0], draft):
                        shorts.setdefault(parts[0], "short name")
                    capitals = "".join(part[0] for part in parts if part[0].isupper() and not self.words.is_form(part))
                    if len(capitals) >= 3:
                        shorts.setdefault(capitals, "initials")
                    if len(parts) > 2:
                        shorts.setdefault(" ".join(parts[:2]), "short name")
            for short, reason in shorts.items():
                found.setdefault(short, []).append((draft, reason))
        return [
            (s, *owners[0]) for s, owners in found.items() if len(owners) == 1 and s not in surfaces and self._free(s)
        ]

    def _short_ok(self, word: str, draft: Draft) -> bool:
        core = (re.sub(r"[.]", "", word).casefold(),)
        return (
            len(word) > 3
            and word[0].isupper()
            and not self.clusters._generic(core)
            and word.lower() not in self.words.function
            and word not in self.words.org_words
            and not self.words.is_place(word)
            and not word.endswith(("'s", "’s"))
        )

    def _free(self, short: str) -> bool:
        """Whether a derived short name is no word of its own: never in lower case, not a name that
        was refused.
        """
        name = self.clusters.names.get(self.clusters.key(short))
        if name is not None and (name.votes["none"] >= REFUSED or name.votes["place"] > name.bodies):
            return False
        return not any(True for _ in occurrences(self.text, short.lower()))

    def _search(self, surfaces: dict[str, tuple[Draft, str]], blocked: set[tuple[int, int]]) -> None:
        cover = _Cover(blocked.union(*(draft.mentions for draft, _ in surfaces.values())))
        for name in sorted(surfaces, key=lambda n: (-len(n), n)):
            draft, reason = surfaces[name]
            why = "same name" if reason == "name" else reason
            for start, end in occurrences(self.text, name):
                if not cover.free(start, end) or not self._in_sentence(start):
                    continue
                if why in ("surname", "short name", "initials") and self._part_of_name(start, end, draft):
                    continue
                draft.mentions[start, end] = ("name", why)
                cover.add(start, end)

    def _part_of_name(self, start: int, end: int, draft: Draft) -> bool:
        """Whether a short name is followed or preceded by another word of a longer, unknown name."""
        before = re.search(r"([A-Z][\w.-]+) $", self.text[max(0, start - 30) : start])
        mid = draft.kind == "person" and before and not self._opens(start - len(before[0]))
        if mid and not {before[1], before[1].rstrip(".")} & self.words.honorifics:
            return True
        if not re.match(r" [A-Z][\w-]+", self.text[end : end + 30]):
            return False
        close = self.text.find("\n", end)
        return not title_case(self.text[self.text.rfind("\n", 0, start) + 1 : close if close >= 0 else None])

    def _opens(self, at: int) -> bool:
        return at <= 0 or self.text[max(0, at - 2) : at].strip() in ("", ".", "”", '"')

    def _search_headings(
        self, surfaces: dict[str, tuple[Draft, str]], drafts: list[Draft], blocked: set[tuple[int, int]]
    ) -> None:
        """In capitals a name looks otherwise: look for names of two words or five letters there in
        any case.
        """
        folded = {name.casefold(): found for name, found in surfaces.items() if len(name) >= 5}
        if not folded:
            return
        cover = _Cover(blocked.union(*(draft.mentions for draft in drafts)))
        for sentence in self.sentences:
            line = self.text[sentence.start : sentence.end]
            small = line.casefold()
            if (not line.isupper() and sentence.role not in ("headline", "kicker")) or len(small) != len(line):
                continue
            for name in sorted(folded, key=lambda n: (-len(n), n)):
                for low, high in occurrences(small, name):
                    start, end = sentence.start + low, sentence.start + high
                    if cover.free(start, end) and any(char.isupper() for char in self.text[start:end]):
                        folded[name][0].mentions[start, end] = ("name", "heading")
                        cover.add(start, end)

    def _in_sentence(self, at: int) -> bool:
        return any(s.start <= at < s.end for s in self.sentences)


def occurrences(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a name stands as a word of its own, no part of a longer word, an address or a number.

    >>> list(occurrences("Acme, Acme.com, Acmes and Acme.", "Acme"))
    [(0, 4), (26, 30)]
    """
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        before, after = text[start - 1 : start] if start else "", text[end : end + 2]
        inside = before.isalnum() or before in tuple("_@/.-") or after[:1].isalnum() or after[:1] in tuple("_@")
        if not inside and not (after[:1] in tuple(".-") and after[1:].isalnum()):
            yield start, end
        start = text.find(name, start + 1)


class _Cover:
    """Which characters are spoken for."""

    def __init__(self, spans: Iterable[tuple[int, int]]):
        self._taken: set[int] = set()
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        self._taken.update(range(start, end))

    def free(self, start: int, end: int) -> bool:
        return not any(at in self._taken for at in range(start, end))


def _reason(name: Name, candidate: PartyCandidate) -> str:
    return name.reason if name.reason != "name" else ", ".join(candidate.reasons)


def _finish(
    text: str, drafts: list[Draft], plurals: dict[tuple[int, int], list[Draft]], references: object
) -> Resolution:
    ids = {id(draft): f"P{number}" for number, draft in enumerate(drafts, 1)}
    parties, mentions = [], []
    for draft in drafts:
        party_id = ids[id(draft)]
        own: list[Mention] = []
        shown = []
        for (start, end), (form, reason) in sorted(draft.mentions.items()):
            own.append((start, end, party_id, form))
            shown.append(PartyMention(start=start, end=end, text=text[start:end], form=form, reason=reason))
        name = _main_name(draft, text)
        aliases = list(dict.fromkeys(m.text for m in shown if m.text != name and m.form != "pronoun"))
        parties.append(
            Party(
                id=party_id,
                name=name,
                kind=draft.kind,
                aliases=tuple(aliases),
                ticker=draft.ticker,
                mentions=tuple(shown),
            )
        )
        mentions += own
    by_span = {span: [ids[id(draft)] for draft in members] for span, members in plurals.items()}

    def pronoun(parse, token, sentence_number):
        draft = references.pronoun(parse, token, sentence_number)
        return ids[id(draft)] if draft is not None else None

    main = ids[id(references.main)] if references.main is not None else None
    return Resolution(parties, mentions, by_span, pronoun, main, references.release)


def _main_name(draft: Draft, text: str) -> str:
    """The fullest proper name: most words, then in normal case, then the first."""
    options = [
        (start, text[start:end])
        for (start, end), (form, reason) in draft.mentions.items()
        if form == "name" and reason not in ("ticker", "ticker line", "initials", "surname", "short name", "heading")
    ] or [(start, text[start:end]) for start, end in draft.mentions]
    plain = [o for o in options if not re.search(r"\.(?:com|net|org|co)$", o[1])]
    options = plain or options
    bodies = {c.start for n in draft.names for c in n.candidates if not c.heading}
    options = [o for o in options if o[0] in bodies] or options
    formal = [
        option
        for option in options
        if any("company form" in c.reasons for n in draft.names for c in n.candidates if c.start == option[0])
    ]
    return min(
        formal or options,
        key=lambda o: (-len(o[1].split()), o[1].isupper() and len(o[1].split()) > 1, -len(o[1]), o[0]),
    )[1]
