"""What stands beside a sum: how exact it is, what it is counted per, what makes it no money."""

from __future__ import annotations

import re

from pipeline.mentions import Span

from .currencies import trie_pattern
from .parts import Cue, Guard, MoneyMention, Rate, RateWords
from .quantities import BLANK, GAP, SPACE

#: How far back a story may have spoken of shares when a stock moves by a percentage.
_STORY_WINDOW = 900
#: How many characters of the line before a sum are looked at.
LINE_WINDOW = 240

_WORD = re.compile(r"\S+")
_TO_WHOM = re.compile(r"\s(?:on|to)\b")


class Cues:
    """The qualifier of a sum, from the words straight before or after it."""

    def __init__(self, cues: tuple[Cue, ...]):
        self._before = {words: cue for cue in cues for words in cue.before}
        self._after = {" ".join(words.split()): cue for cue in cues for words in cue.after}
        self._last_words = frozenset(words.split()[-1] for words in self._before)
        self._most_words = max(len(words.split()) for words in self._before)
        longest_first = sorted(self._after, key=len, reverse=True)
        marks = [words for words in longest_first if not words[0].isalpha()]
        words = [words for words in longest_first if words[0].isalpha()]
        self._following = re.compile(
            rf"(?:{SPACE}(?P<cue>{_any_of(words)})(?![^\W_]|{BLANK}?[$€£¥\d])"
            rf"|(?P<mark>{_any_of(marks)})(?![^\W_]|{BLANK}*[$€£¥\d]))",
            re.I,
        )

    def of(self, lower: str, mention: MoneyMention) -> tuple[str, Span | None]:
        """The qualifier and where its cue stands; ("exact", None) when there is no cue."""
        after = self._following.match(lower, mention.end)
        if after:
            kind = after.lastgroup or "cue"
            words = " ".join(after.group(kind).split())
            return self._after[words].qualifier, Span(after.start(kind), after.end())
        return self._preceding(lower, mention.start)

    def _preceding(self, lower: str, at: int) -> tuple[str, Span | None]:
        first = max(0, at - 48)
        window = lower[first:at]
        mark = self._before.get(window[-1:])
        if mark and not window[-1].isalpha():
            return mark.qualifier, Span(at - 1, at)
        last = window.split()[-1:]
        if not last or last[0].lstrip("(“\"‘'") not in self._last_words:
            return "exact", None
        starts = [word.start() for word in _WORD.finditer(window)]
        for count in range(min(self._most_words, len(starts)), 0, -1):
            words = window[starts[-count] :]
            opening = len(words) - len(words.lstrip("(“\"‘'"))
            cue = self._before.get(" ".join(words[opening:].split()))
            if cue and not _ends_in(window[: starts[-count]], cue.not_after):
                begin = first + starts[-count] + opening
                return cue.qualifier, Span(begin, begin + len(words[opening:].rstrip()))
        return "exact", None


def _ends_in(before: str, words: tuple[str, ...]) -> bool:
    last = before.split()[-1:]
    return bool(last) and last[0].strip(",.;:()") in words


def _any_of(phrases: list[str]) -> str:
    return "|".join(re.escape(phrase).replace("\\ ", SPACE) for phrase in phrases)


class Rates:
    """What sums are counted per."""

    def __init__(self, rules: tuple[Rate, ...], words: RateWords, currency_nouns: frozenset[str]):
        self._not_nouns = frozenset(words.not_nouns)
        self._currency_nouns = currency_nouns
        self._payment_adverbs = words.payments
        self._nouns = {form: noun for rule in rules for noun, forms in rule.nouns.items() for form in (noun, *forms)}
        self._adverbs = {form: noun for rule in rules for noun, forms in rule.adverbs.items() for form in forms}
        self._prices = [re.compile(price + r"\s*$") for rule in rules for price in rule.prices]
        self._holders = re.compile(rf"\b(?:{'|'.join(h for rule in rules for h in rule.holders)})\b")
        self._per_share = [re.compile(rf"(?:{words}){GAP}$") for rule in rules for words in rule.per_share]
        self._by_percent = re.compile(words.percent_move + r"\s*$")
        self._by_coins = re.compile(words.coin_move + r"\s*$")
        self._no_share = re.compile(rf"\b(?:{'|'.join(words.not_shares)})\b")
        self._not_priced = re.compile(rf"\b(?:{'|'.join(words.not_priced)})\b")
        self._commodities = [
            (re.compile(rf"\b(?:{'|'.join(names)})\b[^.;]{{0,60}}?\b(?:{words.at_price})\s*$"), noun)
            for noun, names in words.commodities.items()
        ]
        self._each_of = re.compile(
            rf"\beach (?P<noun>[a-z]{{3,}}(?<!ing)(?<!ed)) (?:(?:{'|'.join(words.getting)}) ){{1,3}}$"
            rf"|\b(?:{'|'.join(words.giving)}) each (?P<given>[a-z]{{3,}}) $"
            rf"|\b(?:{'|'.join(words.giving)}) each of (?:the|its|his|her|their|our) (?:\w+ )?(?P<many>[a-z]{{3,}}s) $"
        )
        nouns = trie_pattern(self._nouns)
        measures = trie_pattern(form for form, noun in self._nouns.items() if noun in words.measures)
        moved = r"(?:(?:about )?[\d.]+ ?(?:%|per ?cent|pct) )?"
        stands = r"(?:costs?|to|at|of|for|is|was|were|averaged|hit|reached|topped|fetche[ds])"
        about = rf"(?: (?:about|around|just|nearly|a record))?{GAP}$"
        self._told_per = re.compile(
            rf"\bper (?:[a-z]+ )??(?P<noun>{nouns})(?![^\W_])(?: [a-z]+){{0,4}} {moved}{stands}{about}"
        )
        self._priced = re.compile(rf"\b(?:an?|one) (?P<noun>{measures}) of (?:[a-z'’-]+ ){{1,4}}?{stands}{about}")
        gap = rf"(?:{SPACE}|-)"
        past, after = "|".join(words.past), "|".join(words.after_adverb)
        many, group = "|".join(words.counts), "|".join(words.groups)
        paid_in = rf"(?:{SPACE}(?:in{BLANK})?(?:cash|stock)(?={SPACE}(?:a|per|for{BLANK}each){BLANK}))?"
        self._rate = re.compile(
            rf"{paid_in}{gap}(?:an?|one){gap}(?P<a>{nouns})(?![^\W_]|{SPACE}(?:{past})\b)"
            rf"|{BLANK}?/{BLANK}?(?P<slash>{nouns})(?![^\W_])"
            rf"|{paid_in}{gap}(?:in{BLANK}|for{BLANK})?(?:per|each|every){gap}"
            r"(?P<per>[^\W\d_]+(?:[ -][^\W\d_]+){0,3})"
            rf"|{gap}(?P<adverb>{trie_pattern(self._adverbs)})"
            rf"(?={BLANK}?(?:[.,;:)(!?\u2014\u2013\n]|$|(?:{after})\b))"
        )
        self._each = re.compile(rf"{GAP}(?:each|apiece)(?![^\W_]|{SPACE}(?:way|side|time|other)\b)")
        self._payments = re.compile(rf"\b({'|'.join(words.payments)})\s+(?:\w+\s+)?(?:payments?|instal+ments?|fees?)\b")
        self._paid_out = re.compile(
            rf"\b({'|'.join(words.payments)}) (?:\w+ )?(?:payments?|instal+ments?|fees?|rent|salary|wage|"
            r"stipend|allowance|cost|price|premium|bill) (?:of|comes to|starts at|(?:is|was)(?: set at)?)"
            r"(?: (?:about|around|approximately|up to|at least|more than))?\s*$"
        )
        times = "|".join(sorted(set(words.payments.values())))
        self._labelled = re.compile(rf"\b(?:per|each) ({times}):\s*$")
        self._counted = re.compile(
            rf"\b(?:\d[\d,]*|{many})(?: (?:million|thousand|hundred|dozen))? "
            rf"(?:(?!(?:at|in|of|for|on|to|from|and) )[a-z-]+ ){{0,2}}?"
            rf"(?!(?:was|is|has|his|its|this|does|as|us|plus|less|versus)\b)([a-z-]{{2,}}s|{group})\b"
        )

    def of(self, lower: str, mention: MoneyMention) -> str | None:
        """The singular noun that the sum is counted per, None when it is no rate."""
        found = self._rate.match(lower, mention.end)
        if found and found.group().split()[:2] == ["for", "every"] and lower[mention.start : mention.start + 2] == "a ":
            return None  # "if I had a dollar for every promise" is a saying
        noun = self._noun(found) if found else None
        if noun:
            return noun
        each = self._each.match(lower, mention.end)
        if each:
            to_whom = mention.scaled and _TO_WHOM.match(lower, each.end())  # "20 lakh each on its directors"
            return None if to_whom else self._each_noun(lower, mention)
        return self._untold(lower, mention)

    def _untold(self, lower: str, mention: MoneyMention) -> str | None:
        """The rate that the words before the sum imply: a price of shares or of oil, "each club gets"."""
        if self._is_share_price(lower, mention):
            return "share"
        each = self._each_of.search(lower[max(0, mention.start - 60) : mention.start])
        if each:
            noun = each["noun"] or each["given"] or _singular(each["many"])
            return None if noun in self._not_nouns else self._nouns.get(noun, noun)
        sentence = _sentence_before(lower, mention.start)
        paid = self._paid_out.search(sentence)
        if paid:
            return self._payment_adverbs[paid.group(1)]
        label = self._labelled.search(sentence)
        if label:
            return label.group(1)
        if mention.scaled or mention.qualifier == "vague":
            return None
        told = self._told_per.search(sentence) or self._priced.search(sentence)
        if told:
            return self._nouns[told["noun"]]
        return next((noun for names, noun in self._commodities if names.search(sentence)), None)

    def _noun(self, found: re.Match[str]) -> str | None:
        kind = found.lastgroup
        assert kind is not None
        text = found.group(kind)
        if kind == "adverb":
            return self._adverbs[text]
        if kind != "per":
            return self._nouns[text]
        words = re.split(r"[ -]", text)
        if text in self._nouns:
            return self._nouns[text]
        if words[0] in self._not_nouns:
            return None
        for count in range(len(words), 0, -1):
            noun = self._nouns.get(" ".join(words[:count]))
            if noun:
                return noun
        for word in words[1:]:
            if self._nouns.get(word) == "share" or self._nouns.get(word) == "unit":
                return self._nouns[word]
        return _singular(words[0])

    def _each_noun(self, lower: str, mention: MoneyMention) -> str | None:
        sentence = _sentence_before(lower, mention.start)
        payments = list(self._payments.finditer(sentence))
        if payments:
            return self._payment_adverbs[payments[-1].group(1)]
        counted = [m for m in self._counted.finditer(sentence) if m.group(1) not in self._currency_nouns]
        if self._holders.search(sentence) and not counted:
            return "share"
        if not counted:
            return None
        noun = counted[-1].group(1)
        return self._nouns.get(noun) or _singular(noun)

    def _is_share_price(self, lower: str, mention: MoneyMention) -> bool:
        if mention.scaled or mention.qualifier == "vague" or mention.negative or mention.end - mention.start > 30:
            return False
        sentence = _sentence_before(lower, mention.start)
        written = lower[slice(*mention.low)] if mention.low else ""
        if "," not in written and any(words.search(sentence) for words in self._per_share):
            return True
        if self._by_percent.search(sentence) and "." in written:
            spoken_of = self._holders.search(lower, max(0, mention.start - _STORY_WINDOW), mention.start)
            if spoken_of and not self._not_priced.search(sentence):
                return True
        if mention.unit.minor_digits and self._by_coins.search(sentence) and not self._no_share.search(sentence):
            return True
        if not self._holders.search(sentence):
            return False
        sentence += "between " if mention.high else ""
        return any(price.search(sentence) for price in self._prices)


class CompiledGuard:
    """A guard of `patterns/money.toml`, ready to be asked."""

    def __init__(self, guard: Guard):
        self._guard = guard
        self._before = re.compile(rf"(?:{guard.before})$") if guard.before else None
        self._after = re.compile(guard.after) if guard.after else None
        self._numeral = re.compile(guard.numeral) if guard.numeral else None
        self._unless = re.compile(guard.unless) if guard.unless else None

    def refuses(self, text: str, lower: str, mention: MoneyMention) -> bool:
        """Whether all that the guard asks for, besides its units, holds around the mention."""
        guard = self._guard
        if guard.unsized and mention.scaled:
            return False
        if guard.spelled and not (text[mention.start].isalnum() and text[mention.end - 1].isalpha()):
            return False
        if self._numeral and not (mention.low and self._numeral.fullmatch(lower, *mention.low)):
            return False
        if guard.hyphenated and "-" not in text[mention.start : mention.end]:
            return False
        if guard.capital and not text[mention.start : mention.end].split()[-1][:1].isupper():
            return False
        source = text if guard.capital else lower
        if self._after and not self._after.match(source, mention.end):
            return False
        if self._before and not self._before.search(lower[max(0, mention.start - 60) : mention.start]):
            return False
        around = lower[max(0, mention.start - LINE_WINDOW) : mention.end + 80]
        return not (self._unless and self._unless.search(around))


def _sentence_before(lower: str, at: int) -> str:
    window = lower[max(0, at - LINE_WINDOW) : at]
    return re.split(r"(?<![.\s][a-z])(?<!inc)(?<!corp)(?<!ltd)(?<!co)[.;!?][\"”’']?\s|\n", window)[-1]


_IRREGULAR = {
    "people": "person",
    "children": "child",
    "women": "woman",
    "men": "man",
    "capita": "person",
    "annum": "year",
}


def _singular(noun: str) -> str:
    """The singular of an English noun, by its ending.

    >>> [_singular(noun) for noun in ("creditors", "families", "boxes", "people", "aircraft")]
    ['creditor', 'family', 'box', 'person', 'aircraft']
    """
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun
