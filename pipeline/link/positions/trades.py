"""Posts told by a trade that no list of titles can exhaust: "an oceanographer at Acme", "Acme goalkeeper Ada Tullow".

Such words end as those for who does something do ("-er", "-ist"), and count only where an organisation stands
beside them; what may end so and is no post ("customer", "winner") is listed in patterns/titles.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...mentions import Sentence
from .posts import Person, Place, Posts

_DOES = re.compile(r"[a-z-]*[a-z]{3}(?:[^e]er|eer|or|ist|yst|ician|rian|grapher|logist|woman|man)")
#: ", an oceanographer at the " and ", Core Contributor at " between a person and an organisation.
_APPOSED = re.compile(
    r"(?:,\s\d\d)?,\s(?:who\s(?:is|was|works\sas)\s)?(?P<article>an?\s|the\s)?(?P<past>former\s)?(?:longtime\s|veteran\s|long-time\s)?"
    r"(?P<title>(?:[\w’'&/.-]+\s){0,5}?(?P<last>[A-Za-z][\w-]+))\s(?P<word>at|with|for|of)\s(?:the\s|The\s)?"
)
#: " goalkeeper " between an organisation and a person.
_BEFORE = re.compile(r"(?:['’]s?)?\s(?P<title>(?:(?P<first>[a-z-]+)\s)?(?P<last>[a-z-]+))\s")
#: "as a waiter" behind a verb.
_AS = re.compile(
    r"\bas\s(?:an?\s|the\s|its\s|their\s|our\s)?(?P<title>(?:[\w&-]+\s){0,4}?(?P<last>[A-Za-z][\w-]+))"
    r"(?=[.,;:\n]|\s(?:at|of|for|in|on|to|with|and|from|after|until|since|before|effective)\b|$)"
)
#: First words that are verbs: "Acme sued former player Ada Tullow".
_VERBISH = re.compile(
    r".*(?:s|ed|ing)|said|told|met|hit|beat|paid|made|took|gave|got|saw|won|lost|sent|left|kept|put|let|set|and|by|but"
    r"|sold|bought|lent|drew|sought|chose|held|found|led|brought|caught|built|spoke|wrote|ran|stole|swore|bid|cut"
    r"|(?:to|will|can|may|would|could|did|not)"
)
#: ", planning and moving consultant at": a title in small letters without an article.
_BARE = re.compile(
    r"(?:(?!(?:as|an?|the|in|by|who|of|to|from|with|for|said|then|but|not|is|was|now)\s)[a-z-]+\s){0,4}[a-z-]+"
)
#: How far behind a person the organisation may stand.
FAR = 110
#: Who acts for a party has no post at it.
_ACTS_FOR = re.compile(r"(?:lawyer|attorney|solicitor|barrister|counsel|advis[eo]r|negotiator)$")


class Trades:
    """Reads one sentence after another."""

    def __init__(self, posts: Posts):
        self.posts = posts

    def find(self, sentence: Sentence, people: list[Person], places: list[Place]) -> list[Place]:
        """The titles of a sentence, those told by a trade included, in text order."""
        found = [*places]
        for place in self._all(sentence, people):
            if all(place.end <= other.start or other.end <= place.start for other in found):
                found.append(place)
            elif inner := [o for o in found if place.start < o.start and o.end == place.end and self._is_less(o)]:
                found[found.index(inner[0])] = place  # "a digital PR specialist at Acme"
        return sorted(found, key=lambda place: place.start)

    def _is_less(self, place: Place) -> bool:
        """Whether a title is one word for staff, which has more words before it ("PR specialist")."""
        return self.posts.titles.is_staff(place.text) and " " not in place.text

    def _all(self, sentence: Sentence, people: list[Person]) -> Iterator[Place]:
        text, bodies = self.posts.text, None
        for start, end, _ in people:
            if bodies is None:
                named = self.posts.resolution.overlapping(sentence.start, sentence.end)
                bodies = [(m[0], m[1]) for m in named if self.posts.is_body(m[2])]
            for behind in (low for low, _ in bodies if end < low < end + FAR):
                match = _APPOSED.fullmatch(text, end, behind)
                if match and self._is_post(match):
                    yield self._place(match, bool(match["past"]))
                    break
            before = next((high for _, high in reversed(bodies) if high < start), None)
            match = _BEFORE.fullmatch(text, before, start) if before and start - before < 50 else None
            if match and self._is_trade(match["last"]) and not _VERBISH.fullmatch(match["first"] or ""):
                yield self._place(match, match["first"] in self.posts.titles.past_words)
        for match in _AS.finditer(text, sentence.start, sentence.end):
            if self._is_trade(match["last"].lower()):
                yield self._place(match, False)

    def _is_post(self, match: re.Match[str]) -> bool:
        """Whether an apposition tells a post: a trade in small letters, or capitalised words that end in one."""
        words, last = match["title"].split(), match["last"]
        if match["word"] == "of" or (match["word"] == "for" and _ACTS_FOR.search(last.lower())):
            return False
        capitals = all(word[0].isupper() or word in ("and", "&", "of", "for") for word in words)
        if not match["article"] and not capitals and not (match["word"] == "at" and _BARE.fullmatch(match["title"])):
            return False
        return self._is_trade(last.lower()) and not any(word in ("who", "that", "said", "by") for word in words)

    def _is_trade(self, word: str) -> bool:
        word = word.rsplit("-", 1)[-1]
        titles = self.posts.titles
        return word in titles.trades or (_DOES.fullmatch(word) is not None and not word.endswith(titles.no_trades))

    def _place(self, match: re.Match[str], past: bool) -> Place:
        start, end = match.span("title")
        if past and match["title"].split()[0] in self.posts.titles.past_words:
            start += len(match["title"].split()[0]) + 1
        return Place(start, end, past, self.posts.text[start:end])
