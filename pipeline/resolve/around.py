"""What stands next to a mention, as small numbers for trees to ask about."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"(?:^|\W)(?:(?P<of>of|for)|(?P<by>by|from)|(?P<with>with|and|or)|(?P<at>at|in|on)|(?P<to>to|against|into|than|between)"
    r"|(?P<as>like|including|as|via|under|over|about|after))\s(?:[Tt]he\s|an?\s|its\s|rival\s|fellow\s)?$"
)
_BEFORE_CODES = {"of": 1, "by": 2, "with": 3, "at": 4, "to": 5, "as": 6}
_AFTER = re.compile(
    r"(?P<own>['’]s?(?=\s))|(?P<verb>\s(?:said|says|has|had|have|is|was|were|are|will|would|could|may|also|\w{3,}ed|plans"
    r"|expects|hopes|makes|sells|owns|runs|operates|agreed|bought|sold|won|lost|made|told|began|did|does|paid)\b)"
    r"|(?P<comma>,|\s[—–-]|\s\()|(?P<noun>\s[a-z]\w+)|(?P<stop>[.;:?!])"
)
_AFTER_CODES = {"own": 1, "verb": 2, "comma": 3, "noun": 4, "stop": 5}
#: Marks and an article, which may stand before whatever opens a sentence or line.
_LEAD = re.compile(r"[\s\"“'‘(*•–—-]*(?:[Tt]he\s)?")


def leads(text: str, begin: int, start: int) -> bool:
    """Whether nothing but marks and an article stands between two places.

    >>> leads("“The Acme mill", 0, 5), leads("Old Acme", 0, 4)
    (True, False)
    """
    lead = _LEAD.match(text, begin, start)
    return lead is not None and lead.end() >= start


def before(text: str, start: int) -> int:
    """The number of the preposition before a mention; 0 for none.

    >>> before("shares of Acme", 10), before("Acme", 0)
    (1, 0)
    """
    found = _BEFORE.search(text, max(0, start - 16), start)
    return _BEFORE_CODES[found.lastgroup or "of"] if found else 0


def after(text: str, end: int) -> int:
    """The number of what follows a mention: "'s", a verb, a comma, a noun, a stop; 0 for anything else.

    >>> after("Acme's", 4), after("Acme said", 4), after("Acme (and", 4)
    (0, 2, 3)
    """
    found = _AFTER.match(text, end)
    return _AFTER_CODES[found.lastgroup or "stop"] if found else 0
