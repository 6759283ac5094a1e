"""What stands at the ends of a name and is no part of it: quotes, articles, forms of address, possessives."""

from __future__ import annotations

import re
from functools import lru_cache

from .words import PartyWords

_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_TAIL = re.compile(r"(?<=[a-z])\d{2,}$|\s(?:of(?: The)?|and|the|for|on|in|at|by|to|with|from|&|x)$")
#: The end of a sentence that a page ran into a name ("discipline.Ada Quill").
_RUN_IN = re.compile(r"[a-z]+[.!?:](?=[A-Z])")
#: "Leeds-based Acme Ltd": where a company sits is no part of its name.
_SEATED = re.compile(r"[A-Z][\w.’']*-(?:based|headquartered|listed|quoted)$")
#: "Ex-Acme boss": who was at Acme; Ex-Im is a bank.
_EX = re.compile(r"(?:[Ee]x|[Tt]hen)-(?!(?:Im|Cell)\b)(?=[A-Z])")
#: Whose board a name is: "Acme Board of Directors" is Acme.
_BOARD = re.compile(
    r" Board of (?:Directors|Trustees|Managers|Overseers)$"
    r"|(?:(?<=Coalition)|(?<=Foundation)|(?<=Association)|(?<=Alliance)|(?<=Company)|(?<=Society)) Board$"
)
#: Titles that schools, hospitals and the like are named after.
_ROYAL = frozenset({"King", "Queen", "Prince", "Princess", "Judge"})
#: How somebody holds an office: "Acting Police" before "Commissioner".
_STANDING = ("Acting ", "Former ", "Outgoing ", "Incoming ")
#: Nouns that open a sentence before a name: "Regulator Ofcom".
_SORTS = frozenset({"Regulator", "Watchdog"})
#: Abbreviations that are no name by themselves and yet end those of firms: "Halvor LNG".
_FIRM_ENDS = frozenset({"LNG", "LPG", "HVAC", "PR", "BPO", "DAO"})
_EDGE = " \t\r\n\u00a0\"'“”‘’«»`*•·,;:|–—-_/\\…?!=#>@<()[]"


@lru_cache(maxsize=1 << 14)
def edges(words: PartyWords, name: str) -> tuple[int, int]:
    """How many characters before and behind a name are no part of it; kept, as an article repeats its names."""
    start, end, whole = 0, len(name), name
    while True:
        front = len(name) - len(name.lstrip(_EDGE))
        if not front:
            first, space, _ = name.partition(" ")
            led = first.lower() in ("the", "a", "an") or first in _SORTS
            led = led or _honours(words, first, name[len(first) + 1 :])
            if space and (led or _in_office(words, name) or _SEATED.match(first)):
                front = len(first) + 1
            elif past := _EX.match(name):
                front = past.end()
            elif space and name[0].islower() and (run_in := _RUN_IN.match(first)):
                front = run_in.end()
        back = len(name) - len(name.rstrip(_EDGE)) if not name.endswith(")") or "(" not in name else 0
        if not back and (junk := _TAIL.search(name)):
            back = len(name) - junk.start()
        head, space, last = name.rpartition(" ")
        if not back and space and _is_tail(words, head, last):
            back = len(name) - len(head)  # "Acme IPO"
        if not back and (possessive := _POSSESSIVE.search(name)):
            back = len(name) - possessive.start()
        if not back and name.endswith(".") and not _keeps_stop(words, name):
            back = 1
        if not back and (board := _BOARD.search(name)) and board.start():
            back = len(name) - board.start()
        if not front and not back:
            return start, len(whole) - end
        start, end = start + front, max(start + front, end - back)
        name = whole[start:end]


def _in_office(words: PartyWords, name: str) -> bool:
    """Whether a name's first word tells how an office is held: "Acting Police", not "Acting Studio Ltd"."""
    last = name.rpartition(" ")[2]
    return name.startswith(_STANDING) and not words.is_form(last) and last not in words.business


def is_namesake(words: PartyWords, name: str) -> bool:
    """Whether a name that opens with a title is an institution's or a firm's: "Queen Elizabeth Hospital"."""
    first, _, rest = name.partition(" ")
    if first.removesuffix("'s").removesuffix("’s") not in _ROYAL or not rest:
        return False
    parts = rest.split()
    firm = parts[-1] in words.business - words.surname_words or words.is_form(parts[-1])
    return firm or not words.org_words.isdisjoint(parts) or parts[-1] == "Board"


def _honours(words: PartyWords, first: str, rest: str) -> bool:
    """Whether a name's first word is a form of address: "Justice Quill", not "Justice Department"."""
    body = rest in words.public_heads or rest in words.no_names or is_namesake(words, f"{first} {rest}")
    return first in words.honorifics and not body


def _is_tail(words: PartyWords, head: str, last: str) -> bool:
    """Whether the last word is a common abbreviation that is no part of the name before it."""
    no_name = last.isupper() and last in words.no_names and last not in words.business | _FIRM_ENDS
    no_name = no_name and not words.is_form(last)
    return no_name and head[:1].isupper()


def _keeps_stop(words: PartyWords, name: str) -> bool:
    last = name.rsplit(None, 1)[-1]
    return words.is_form(last) or last in ("Jr.", "Sr.", "Bros.") or bool(re.fullmatch(r"(?:\w\.)+", last))
