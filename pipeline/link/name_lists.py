"""Lists of names read off the surface: "led by Halvor Capital, with participation from Brandt founder Lena Kerr"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..mentions import Span
from ..patterns import Table

#: (start, end, party, form) as `Resolution` keeps them.
Mention = tuple[int, int, str, str]
#: More than this many characters between two names end a list.
MAX_GAP = 90
#: A list of names ends at a clause; one that is read backwards begins at one.
_ENDS = re.compile(
    r"[;.:]\s|[$€£]\s?\d|\ba (?:\w+ )?(?:debt|loan|credit|grant)\b"
    r"|\b(?:followed by|which|who|that|is|are|was|were|has|have|will|said|to|for|at|after|before"
    r"|while|as it|on|than|joining)\b",
    re.I,
)
#: "angel investors including founders of Halvor and Brandt", "angels from Halvor": neither of the two invests.
_PEOPLE_OF = re.compile(
    r"\bangels?(?: investors?| backers?)? (?:of|at|from)\b|"
    r"\b(?:founders?|executives?|leaders?|operators?|alumni|veterans?|partners?|employees|engineers?|officers?)"
    r" (?:of|at|from)\b",
    re.I,
)
#: "Kerr (bought by Brandt)": what a bracket tells of an item.
_ASIDE = re.compile(r"\((?:[a-z]+\.? )+$")
_NEXT_WORD = re.compile(r"[’\x27]?s?(?: (?:senior|former|executive|managing|vice|deputy|chief)){0,2} [\w-]+")
_BEGINS = re.compile(r"[;:]\s|\b(?:after|as|while|which|that|said|is|was|were|led|raised)\b", re.I)

#: Fewer items than these are no list.
MIN_ITEMS = 3
_BETWEEN = re.compile(r",? (?:and|&) |, ")
_LIST_ENDS = re.compile(r"[;:()]|\.(?=\s|$)|,? (?:and|as well as|among|plus) (?:[a-z]+ )*(?:others|more)\b| – | — ")
_ITEM = re.compile(
    r"(?!(?:Inc|LLC|Ltd|LP|Jr|Sr|Corp|Mr|Ms|Dr|CEO|CFO|CTO|Founder|Co-Founder|President|Chairman|Partner|Director|The|Other)\b)"
    r"(?:the )?[A-Z0-9][\w.&’'!-]*(?: (?:of |de |van |der |& )?[A-Z0-9][\w.&’'!-]*){0,3}"
)


class ItemWords(Table):
    """What stands behind or before a name that only describes the one beside it; see `patterns/rounds.toml`."""

    role: str
    owner: str
    place: str


class NameLists:
    """Reads the parties that a list names, without those that only say who another one is."""

    def __init__(self, words: ItemWords):
        self._role, self._owner = re.compile(words.role, re.I), re.compile(words.owner, re.I)
        self._place = re.compile(words.place)

    def after(self, text: str, at: int, mentions: Sequence[Mention]) -> list[str]:
        """The parties listed from an offset on; `mentions` are those of the sentence, in order."""
        run: list[Mention] = []
        end = at
        for mention in mentions:
            if mention[0] < at:
                continue
            apart = mention[0] - end > MAX_GAP or _ENDS.search(text, end, mention[0])
            apart = apart or (bool(run) and text[end - 1 : mention[0]] == ". ")  # "Kerr Ltd. Brandt acted as"
            if apart or _PEOPLE_OF.search(text, end, mention[0]):
                break
            if not _ASIDE.search(text, end, mention[0]):
                run.append(mention)
            end = mention[1]
        return self._heads(text, run)

    def unread(self, text: str, at: int, end: int, mentions: Sequence[Mention]) -> list[Span]:
        """The items of a list from an offset on that read as names but are none of `mentions`.

        Only between two items that are named or read so, that a single capital word is not taken for one.
        """
        stop = _LIST_ENDS.search(text, at, end)
        end = stop.start() if stop else end
        items, start = [], at
        for comma in _BETWEEN.finditer(text, at, end):
            items.append(Span(start, comma.start()))
            start = comma.end()
        items.append(Span(start, end))
        fits = [_ITEM.fullmatch(text, item.start, item.end) is not None for item in items]
        run = next((n for n, fit in enumerate(fits) if not fit), len(items))
        if run < MIN_ITEMS or not any(m[0] < items[run - 1].end and at <= m[0] for m in mentions):
            return []
        return [i for i in items[:run] if not any(m[0] < i.end and i.start < m[1] for m in mentions)]

    def before(self, text: str, at: int, mentions: Sequence[Mention]) -> list[str]:
        """The parties listed right before an offset."""
        run: list[Mention] = []
        start = at
        for mention in reversed(mentions):
            if mention[1] > at:
                continue
            if start - mention[1] > MAX_GAP or _BEGINS.search(text, mention[1], start):
                break
            run.insert(0, mention)
            start = mention[0]
        return self._heads(text, run)

    def _heads(self, text: str, run: Sequence[Mention]) -> list[str]:
        kept: dict[str, None] = {}
        for n, (_, end, party, _) in enumerate(run):
            following = run[n + 1][0] if n + 1 < len(run) else end
            last = n + 1 == len(run) and (word := _NEXT_WORD.match(text, end))
            if self._role.match(word[0] if last else text[end:following]) or self._place.match(text[end : end + 30]):
                continue
            if n and self._owner.search(text[run[n - 1][1] : run[n][0]]):
                continue
            kept.setdefault(party)
        return list(kept)
