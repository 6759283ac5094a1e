"""Documents with made-up names: a tagger that can't know the names has to read the words around them.

A name is exchanged word by word, the same word for the same word throughout a document, so that "Dana Orlo"
and "Orlo", "Orlo Holdings" and "ORLO HOLDINGS" stay forms of one name. Words that are no names ("Bank",
"Holdings", "of") stay. Given names and surnames come from Faker (MIT), of some thirty countries; the other words are
made of the letter triples of those surnames and of the names in the data, or are common words in capitals.
"""

from __future__ import annotations

import itertools
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from .data import Document

LOCALES = """
en_US en_GB en_IN en_NG en_AU en_CA en_IE de_DE de_AT fr_FR fr_CH es_ES es_MX it_IT pt_BR pt_PT pl_PL nl_NL
sv_SE fi_FI no_NO da_DK cs_CZ sk_SK hu_HU ro_RO tr_TR id_ID hr_HR sl_SI et_EE lv_LV lt_LT vi_VN yo_NG ha_NG
ig_NG zu_ZA en_PK tl_PH az_AZ sw sq_AL
"""
PER_LOCALE = 300
"""Names drawn from each locale."""

COMMON = 12
"""A word found so often in lower case in the texts is a common word."""

SHARED = 10
"""A word of the names of so many organisations ("Inc", "Motors") says no name."""

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’-][A-Za-zÀ-ɏ]+)*")
PARTICLES = "of the and for de la le du van der von den bin al el da dos di in at on to a y et und"
_SMALL = frozenset(PARTICLES.split())


class Names:
    """A supply of words to make names of, drawn from `chance`."""

    def __init__(self, documents: Sequence[Document], chance: random.Random) -> None:
        self._chance = chance
        self.given, self.surnames = _people(chance)
        lower = Counter(word for doc in documents for word in _WORD.findall(doc.text) if word.islower())
        firms = {
            document.text[start:end]
            for document in documents
            for start, end, kind in document.entities or ()
            if kind == "ORG"
        }
        used = Counter(word for firm in sorted(firms) for word in set(_WORD.findall(firm)))
        self._common = {word for word, times in lower.items() if times >= COMMON}
        self._plain = sorted(word for word in used if word.istitle() and word.lower() in self._common - _SMALL)
        self._common |= {word.lower() for word, times in used.items() if times >= SHARED}
        seen = {word for word in used if len(word) > 3 and word.istitle() and word.lower() not in self._common}
        self._letters = _triples([*sorted(seen), *self.surnames])

    def is_common(self, word: str) -> bool:
        """Whether a word of a name is one of the language, such as "Bank" or "of", and says no name."""
        return len(word) < 2 or word.lower() in _SMALL or word.lower() in self._common

    def person(self, first: bool) -> str:
        """A given name, or a surname."""
        return self._chance.choice(self.given if first else self.surnames)

    def firm(self) -> str:
        """A word as the names of companies and bodies have it."""
        drawn = self._chance.random()
        if drawn < 0.40:
            return self._made_up()
        if drawn < 0.60:
            return self._chance.choice(self.surnames)
        if drawn < 0.78:
            return self._chance.choice(self._plain)
        if drawn < 0.88:
            second = self._chance.choice(self._plain)
            return self._chance.choice(self._plain) + (second if self._chance.random() < 0.4 else second.lower())
        return self.letters(self._chance.randint(2, 4))

    def letters(self, count: int) -> str:
        """Capitals as in an abbreviation."""
        return "".join(self._chance.choice("ABCDEFGHIKLMNOPRSTUVW") for _ in range(count))

    def _made_up(self) -> str:
        while True:
            word = "^^"
            while not word.endswith("$") and len(word) < 12:
                word += self._chance.choice(self._letters[word[-2:]])
            word = word.strip("^$")
            if len(word) > 3 and word.lower() not in self._common:
                return word.capitalize()


def _people(chance: random.Random) -> tuple[list[str], list[str]]:
    from faker import Faker  # only training needs it

    given, surnames = set(), set()
    for locale in LOCALES.split():
        source = Faker(locale)
        source.seed_instance(chance.randrange(1 << 30))
        for _ in range(PER_LOCALE):
            given.add(source.first_name())
            surnames.add(source.last_name())
    for locale in ("ja_JP", "zh_CN"):
        source = Faker(locale)
        source.seed_instance(chance.randrange(1 << 30))
        for _ in range(PER_LOCALE):
            if locale == "ja_JP":
                given.add(source.first_romanized_name())
                surnames.add(source.last_romanized_name())
            else:
                *first, last = source.romanized_name().split()
                given.add(" ".join(first))
                surnames.add(last)
    return tuple(sorted(name for name in names if _LATIN.fullmatch(name)) for names in (given, surnames))


def _triples(words: Iterable[str]) -> dict[str, str]:
    after: dict[str, list[str]] = defaultdict(list)
    for word in words:
        letters = "^^" + word.lower() + "$"
        for one, two, three in zip(letters, letters[1:], letters[2:], strict=False):
            after[one + two].append(three)
    return {pair: "".join(following) for pair, following in after.items()}


def renamed(document: Document, names: Names, chance: random.Random, kept: float = 0.1) -> Document:
    """The document with other names of persons and organisations; each name stays with the chance `kept`."""
    words = _exchanged(document, names, chance, kept)
    text, done, shifts = "", 0, [(0, 0)]
    entities = []
    for start, end, kind in document.entities or ():
        text += document.text[done:start]
        begin = len(text)
        old = document.text[start:end]
        text += _WORD.sub(lambda word, kind=kind: words.get((kind, word[0]), word[0]), old)
        entities.append((begin, len(text), kind))
        shifts.append((end, len(text) - end))
        done = end
    text += document.text[done:]

    def moved(at: int) -> int:
        return at + next(shift for end, shift in reversed(shifts) if end <= at)

    sentences = tuple((moved(start), moved(end)) for start, end in _outside(document))
    unknown = tuple((moved(start), moved(end)) for start, end in document.unknown)
    return Document(document.name, text, sentences, tuple(entities), unknown)


def _outside(document: Document) -> list[tuple[int, int]]:
    """Sentences whose borders cut no name (a border within one is moved behind it)."""
    made, last = [], 0
    spans = [(start, end) for start, end, _ in document.entities or ()]
    for start, end in document.sentences:
        start, end = (next((b for a, b in spans if a < at < b), at) for at in (max(start, last), end))
        if start < end:
            made.append((start, end))
            last = end
    return made


def _exchanged(
    document: Document, names: Names, chance: random.Random, kept: float
) -> dict[tuple[str, str], str]:
    """What each word of each kind of name becomes. A word of a person's name is the same in a firm's."""
    words: dict[tuple[str, str], str] = {}
    found = dict.fromkeys((kind, document.text[start:end]) for start, end, kind in document.entities or ())
    for kind, name in sorted(found, key=lambda item: (item[0] != "PER", -len(item[1]), item[1])):
        if kind == "LOC" or chance.random() < kept:
            continue
        parts = _WORD.findall(name)
        for place, word in enumerate(parts):
            if (kind, word) in words or word[0].islower() or (len(word) == 1 and kind == "PER"):
                continue
            words[kind, word] = _other(kind, word, place, len(parts), words, names, chance)
    return words


def _other(kind, word, place, count, words, names: Names, chance: random.Random) -> str:
    for other in ("PER", "ORG"):  # "Orlo" of "Orlo Holdings", "ORLO" of a headline
        for form in (word, word.title(), word.upper()):
            if (other, form) in words and len(form) > 2:
                new = words[other, form]
                if form.isupper() and not word.isupper() and len(form) > 4:
                    return new.title()
                return new.upper() if word.isupper() and form != word else new
    if kind == "PER":
        new = names.person(first=place < count - 1)
    elif names.is_common(word) and (count > 1 or chance.random() < 0.5):
        return word
    elif word.isupper() and len(word) <= 5:
        return names.letters(len(word))
    else:
        new = names.firm()
    return new.upper() if word.isupper() and len(word) > 1 else new


def with_made_names(
    documents: Sequence[Document], copies: int, seed: int, others: Sequence[Document] = ()
) -> list[Document]:
    """`copies` variants of each document with made-up names of persons and organisations.

    What a common word is, is learnt from the documents and from `others`.
    """
    chance = random.Random(seed)
    names = Names([*documents, *others], chance)
    return [renamed(document, names, chance) for document, _ in itertools.product(documents, range(copies))]
