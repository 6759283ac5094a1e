"""Passages with lists of their parties (`pipeline.reader.training.passages`) as articles with lists of their names.

Parties are marked as persons and organisations; what a tagger holds for a place, and no party, is left a place.
Whatever else looks like a name is none: passages list all their parties.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from . import renaming

#: What stands before a person's name and is not part of it.
_HONORIFIC = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Professor|Sir|Dame|Lord|Lady|Justice|Judge|President|Senator|Minister|Sheikh"
    r"|Tan Sri|Datuk|Dato['’]?(?: ?(?:Sri|Seri))?|Tun|Puan|Encik)\.?\s+"
)
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.I)
_FORM = re.compile(r"\b(?:Inc|Co|Corp|Ltd|Bhd|Tbk|Bros|Cos|Pte|S\.A|plc)\.$")
_WORD = re.compile(r"[\w’'&.-]+")
_SMALL = frozenset(renaming.PARTICLES.split()) | {"binti"}
#: A place that a tagger took for something else.
_AT_PLACE = r"\b(?:in|at|near|around|outside|across|region of|city of|town of|port of) {}\b"
_PLACE = re.compile(r"[A-Z][a-zà-ÿ]{2,}(?: [A-Z][a-zà-ÿ]+)?")

#: The entities of a text: words and kind (PERSON, ORG, LOC).
Tagger = Callable[[str], list[tuple[str, str]]]


def named(passages: Path, tagger: Tagger) -> Iterator[dict]:
    """A line `{"id", "text", "names"}` for each passage of a file, as `data.read_named` takes them."""
    with passages.open(encoding="utf-8") as lines:
        for line in lines:
            passage = json.loads(line)
            text = passage["text"] if "text" in passage else " ".join(passage["sents"])
            names = _names(passage["parties"], text, tagger(text))
            yield {"id": passage["id"], "text": text, "names": {kind: sorted(names[kind]) for kind in names}}


def _names(parties: list[dict], text: str, tagged: list[tuple[str, str]]) -> dict[str, set[str]]:
    names: dict[str, set[str]] = {"PER": set(), "ORG": set(), "LOC": set(), "MIX": set()}
    kind_of: dict[str, str] = {}
    for words, kind in tagged:
        kind_of.setdefault(words, kind)
    for party in parties:
        for written in (party["name"], *party.get("aliases", ())):
            name = _bare(written, person=party["kind"] == "person")
            if not any(word[0].isupper() for word in re.findall(r"\w+", name)):
                continue
            if not _is_proper(name):
                if written == party["name"]:
                    names["MIX"].add(name)  # "Chemnitz district court"
            elif party["kind"] == "public_body" and kind_of.get(name) == "LOC":
                names["LOC"].add(name)
            elif not _is_description(written, name, party):
                names["PER" if party["kind"] == "person" else "ORG"].add(name)
    names["MIX"] |= names["PER"] & names["ORG"]
    for kind in ("PER", "ORG"):
        names[kind] -= names["MIX"]
    taken = set().union(*names.values())
    for words, kind in kind_of.items():
        within = any(words in name for name in taken)
        told = _PLACE.fullmatch(words) and re.search(_AT_PLACE.format(re.escape(words)), text)
        if words not in taken and (kind == "LOC" or (told and not within)):
            names["LOC"].add(words)
    return names


def _bare(written: str, person: bool) -> str:
    """A name without article, honorifics, possessive and marks at its ends."""
    name = _ARTICLE.sub("", written, count=1) if _ARTICLE.match(written) else written
    while person and (title := _HONORIFIC.match(name)):
        name = name[title.end() :]
    name = re.sub(r"['’]s$", "", name)
    return name.strip(' ,"“”()') if _FORM.search(name) else name.strip(' .,"“”()')


def _is_proper(name: str) -> bool:
    words = [word for word in _WORD.findall(name) if word.lower() not in _SMALL]
    return bool(words) and all(word[0].isupper() or word[0].isdigit() for word in words)


def _is_description(written: str, name: str, party: dict) -> bool:
    """ "The Japanese" of a firm: capitals that are no name of it."""
    if party["kind"] in ("person", "public_body") or written == party["name"] or not written.lower().startswith("the "):
        return False
    return not name.isupper() and not set(name.split()) & set(party["name"].split())
