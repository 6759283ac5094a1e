"""Finds sums and prices: every expression that denotes money, with the pieces it is made of.

Anchors are signs, codes and currency words; each is looked for once over the whole text, and the number is
then read in a window of bounded length beside it. Which words qualify a sum, what it is counted per, and
what only looks like money is knowledge of `patterns/money.toml`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.mentions import Span
from pipeline.patterns import Patterns

from .context import CompiledGuard, Cues, Rates
from .currencies import Unit, load_currencies, trie_pattern
from .parts import MoneyFile, MoneyMention
from .quantities import BLANK, GAP, NUMERAL, SPACE, Quantities, Quantity
from .ranges import PERCENT, Ranges
from .series import Series
from .tails import Tails

__all__ = ["MoneyFinder", "MoneyMention", "lowered"]

_SIGN_TAIL = re.compile(r"(?:USD?|A(?:UD?)?|C(?:AD|DN|dn|A)?|NZD?|HK|SG?|NT)(?=\s?[\d])")
_SPACED_PREFIX = re.compile(r"(?<![^\W_])(?-i:(?!us ))(US|U\.S\.|HK|NT|NZ|AU|GB|UK|AUD|CAD|CDN|Can|USD) $", re.I)
_GLUED_PREFIX = re.compile(r"(?<![^\W\d_])(?:[A-Za-z]{1,3}|U\.S\.)$")
_NEGATIVE_OPEN = re.compile(rf"{BLANK}?\((?={NUMERAL}{BLANK}?[A-Za-z]{{0,8}}\))")
#: What stands before a sum in parentheses that is not said in passing: "a net loss was ($24.4M)".
_STATES = re.compile(rf"\b(?:was|were|is|of|vs\.?|versus|from|against|to){SPACE}$", re.I)
_SCALE_FIRST = re.compile(
    rf"{BLANK}(?P<scale>thousand|million|billion|trillion|mn|mln|bn|m|k){BLANK}{{1,2}}(?=\d)", re.I
)
_SCALE_POWER = {
    "k": 3,
    "thousand": 3,
    "m": 6,
    "mn": 6,
    "mln": 6,
    "million": 6,
    "bn": 9,
    "billion": 9,
    "trillion": 12,
}
_GAP = re.compile(GAP)
_COUNTRY_CENTS = re.compile(
    rf"(?<![\w.$])(?P<country>HK|US|NZ|A|S)(?P<number>\d{{1,3}}(?:\.\d{{1,4}})?){BLANK}?cents?\b"
)
#: "pounds 12,500": as some papers wrote when their wires had no sign.
_GROUPED = re.compile(r"\d,\d{3}(?!\d)")
_LETTERS = re.compile(r"[^\W\d_]+")

#: What is paid on each share is money, however few crowns it is.
_PER_SHARE = re.compile(r"\s(?:per|a|for each|for every) (?:[a-z]+ )?share\b|\sapiece\b")


def _is_canada(text: str, prefix: re.Match[str]) -> bool:
    """Whether "Can" is no verb: not small, not at the head of a sentence ("Can $5 million save it?")."""
    return prefix.group(1) != "can" and text[: prefix.start()].rstrip(" ")[-1:] not in ("", "\n", *'.?!:“"')


class MoneyFinder:
    """Finds the sums of a text. Holds compiled patterns only: safe to share and to build once."""

    def __init__(self, patterns: Patterns):
        self._data = patterns.load("money.toml", MoneyFile)
        self._currencies = load_currencies(patterns)
        self._quantities = Quantities(patterns)
        self._compile_anchors()
        self._compile_context()

    def _compile_anchors(self) -> None:
        table = self._currencies
        bare = sorted({form for form in table.signs if len(form) == 1})
        entities = [form for form in table.signs if form.startswith("&")]
        self._signs = re.compile(f"[{re.escape(''.join(bare))}]" + (f"|{trie_pattern(entities)}" if entities else ""))
        self._capitals = re.compile(trie_pattern(table.capitals) + r"(?![^\W\d_])")
        coins = r"(?P<coin>[pc])(?<=\d[pc])(?![^\W_]|\.m)"
        self._nouns = re.compile(
            rf"[\s\d\u00a0\u2000-\u200b;(/\"'“‘\u2010-\u2015\u2212-]"
            rf"(?:(?P<noun>{trie_pattern(table.nouns)})(?![^\W_])|{coins})"
        )
        self._first_noun = re.compile(rf"(?P<noun>{trie_pattern(table.nouns)})(?![^\W_])")
        self._last_words = self._quantities.words | {name.split()[-1] for name in table.adjectives}

    def _compile_context(self) -> None:
        self._cues = Cues(self._data.qualifier)
        self._rates = Rates(self._data.rate, self._data.rate_words, frozenset(self._currencies.nouns))
        one = self._data.price_of_one
        self._paid = re.compile(rf"\b(?:{'|'.join(one.before)}){SPACE}$")
        self._paid_end = re.compile(rf"{BLANK}*(?:[.,;:)!?\"”’\n\u2013\u2014]|$)|{SPACE}(?:{'|'.join(one.after)})\b")
        self._series = Series(self._data.series, self._quantities, self._data.rate_words.hoped)
        self._guards: dict[str, list[CompiledGuard]] = {}
        for guard in self._data.guard:
            for unit in guard.units:
                self._guards.setdefault(unit, []).append(CompiledGuard(guard))
        self._ranges = Ranges(self._data.change, self._quantities)
        self._tails = Tails(self._currencies, self._quantities)

    def find(self, text: str) -> list[MoneyMention]:
        """All sums of the text, sorted by start and without overlaps."""
        lower = lowered(text)
        anchors = self._anchors(text, lower)
        found = self._at_anchors(text, lower, anchors)
        shown = {mention.unit.key for mention in found if mention.unit.size}
        if shown:
            # "260 million crowns" shows that "181 crowns" is money too.
            anchors = [
                (start, end, kind, replace(unit, size=False) if unit.key in shown else unit)
                for start, end, kind, unit in anchors
            ]
            found = self._at_anchors(text, lower, anchors)
        merged = self._ranges.merge(text, lower, found)
        merged = sorted([*merged, *self._series.bare(lower, merged)], key=lambda mention: mention.start)
        return self._series.with_rates(lower, [self._with_context(text, lower, m) for m in merged])

    def _at_anchors(self, text: str, lower: str, anchors: list[tuple[int, int, str, Unit]]) -> list[MoneyMention]:
        """The sums at the anchors, in order."""
        found: list[MoneyMention] = []
        at = 0
        for start, end, kind, unit in anchors:
            if start < at:
                continue
            mention = getattr(self, kind)(text, lower, start, end, unit, at)
            if mention is None or _in_address(text, mention.start) or self._refused(text, lower, mention):
                continue
            found.append(mention)
            at = mention.end
        return found

    # Anchors ------------------------------------------------------------------------------------------------

    def _anchors(self, text: str, lower: str) -> list[tuple[int, int, str, Unit]]:
        table = self._currencies
        anchors = [(m.start(), m.end(), "_at_sign", table.signs[m.group()]) for m in self._signs.finditer(text)]
        for m in self._capitals.finditer(text):
            if _begins_word(text, m.start()):
                anchors.append((m.start(), m.end(), "_at_code", table.capitals[m.group()]))
        for m in _COUNTRY_CENTS.finditer(text):
            codes = table.signs[f"{m['country']}$"].codes
            anchors.append((m.start(), m.end("country"), "_at_coins", Unit("cent", codes, minor_digits=2)))
        coins = {"p": table.nouns["pence"], "c": table.nouns["cent"]}
        for m in self._nouns.finditer(lower):
            start, end = m.span(m.lastgroup or 0)
            if m.lastgroup == "noun":
                anchors.append((start, end, "_at_noun", table.nouns[m.group("noun")]))
            elif text[start] == lower[start] or _is_capitals(text, start):
                anchors.append((start, end, "_at_coin", coins[lower[start]]))
        first = self._first_noun.match(lower)
        if first:
            anchors.append((first.start("noun"), first.end("noun"), "_at_noun", table.nouns[first.group("noun")]))
        return sorted(anchors, key=lambda anchor: (anchor[0], -anchor[1]))

    def _at_sign(self, text: str, lower: str, start: int, end: int, unit: Unit, at: int) -> MoneyMention | None:
        start, end, unit = self._whole_sign(text, start, end, unit, at)
        spaced = unit.codes[0] not in {"USD", "GBP"} and not unit.ambiguous
        mention = self._forward(text, start, end, unit, "money.sign-before", spaced)
        if mention and unit.key == "cent" and mention.scaled:  # "¢3 billion": no coins, but cedis
            mention = replace(mention, unit=self._currencies.signs["GH¢"])
        if mention:
            return self._extended(text, lower, mention, start, end)
        if text[end : end + 1].isalnum() or not lower[max(0, start - 2) : start].strip()[-1:].isalnum():
            return None
        return self._backward(text, lower, start, end, unit, at, "money.sign-after", adjacent=True)

    def _at_code(self, text: str, lower: str, start: int, end: int, unit: Unit, at: int) -> MoneyMention | None:
        if text[start - 1 : start] == "/" or (text[end : end + 1] in ("/", "=") and not unit.key.startswith("S/")):
            return None
        forward = self._forward(text, start, end, unit, "money.code-before", spaced=True)
        backward = None
        if not unit.before_only and self._may_follow_number(lower, start):
            backward = self._backward(text, lower, start, end, unit, at, "money.code-after")
        if backward and (forward is None or backward.scaled or self._tails.are_of_next(text, forward)):
            return backward
        if forward is None:
            forward = self._words_forward(text, lower, start, end, unit)
        return forward and self._extended(text, lower, forward, start, end)

    def _at_noun(self, text: str, lower: str, start: int, end: int, unit: Unit, at: int) -> MoneyMention | None:
        if text[start:end] in self._currencies.capitals:
            return None  # read as a code
        mention = None
        if self._may_follow_number(lower, start):
            mention = self._backward(text, lower, start, end, unit, at, "money.word-after")
        if mention or unit.minor_digits or lower[start - 1 : start] == "-":
            return self._without_article(lower, mention, start, end)
        mention = self._forward(text, start, end, unit, "money.word-before", spaced=False)
        counted = mention is not None and lower[start:end] == "pounds" and _GROUPED.search(text, end, mention.end)
        if mention is None or not (unit.leading or mention.scaled or lower[start:end].startswith("dlr") or counted):
            return None
        if unit.size and not unit.leading:
            return None
        return self._extended(text, lower, mention, start, end)

    def _at_coins(self, text: str, lower: str, start: int, end: int, unit: Unit, at: int) -> MoneyMention | None:
        """ "HK3.8 cents": letters of a dollar sign on the number say whose cents they are."""
        found = _COUNTRY_CENTS.match(text, start)
        return found and MoneyMention(start, found.end(), "money.word-after", unit, Span(*found.span("number")))

    def _may_follow_number(self, lower: str, start: int) -> bool:
        """A quick look whether the word before can be a number's last or a country's adjective."""
        words = lower[max(0, start - 24) : start].replace("-", " ").split()
        last = words[-1] if words else ""
        return last[:1].isdigit() or last[-1:].isdigit() or last in self._last_words or last[-1:] in tuple("½¼¾;")

    def _without_article(self, lower: str, mention: MoneyMention | None, start: int, end: int) -> MoneyMention | None:
        """ "a million-dollar deal": before the singular the article belongs to the deal."""
        plural = lower[start:end] + "s" in self._currencies.nouns
        article = (
            re.match(r"an?[\s-]+(?!dollar|pound|euro|rupee)", lower[mention.start : mention.end]) if mention else None
        )
        if mention is None or not plural or not article or mention.rule != "money.word-after" or not mention.scaled:
            return mention
        begin = mention.start + article.end()
        return replace(mention, start=begin, low=Span(begin, mention.low.end) if mention.low else None)

    def _at_coin(self, text: str, lower: str, start: int, end: int, unit: Unit, at: int) -> MoneyMention | None:
        return self._backward(text, lower, start, end, unit, at, "money.coin-after", adjacent=True)

    def _whole_sign(self, text: str, start: int, end: int, unit: Unit, at: int) -> tuple[int, int, Unit]:
        """Take the letters that belong to the sign: "US$", "HK $", "$US"."""
        signs = self._currencies.signs
        before = text[start - 1 : start]
        if before.isalpha() or before == ".":
            prefix = _GLUED_PREFIX.search(text, max(at, start - 6), start)
            for key in (prefix.group() + text[start:end], prefix.group().upper() + text[start:end]) if prefix else ():
                if key in signs:
                    return prefix.start(), end, signs[key]
        elif before in (" ", "\u00a0"):
            prefix = _SPACED_PREFIX.search(text, max(at, start - 6), start)
            if prefix and prefix.group(1).lower() == "can" and not _is_canada(text, prefix):
                prefix = None
            if prefix and not text[max(0, prefix.start() - 4) : prefix.start()].lower().endswith("the "):
                key = prefix.group(1).upper() + text[start:end]
                key = key if key in signs else prefix.group(1).upper() + " " + text[start:end]
                if key in signs:
                    return prefix.start(), end, signs[key]
        tail = _SIGN_TAIL.match(text, end) if text[start:end] == "$" else None
        if tail and "$" + tail.group() in signs:
            return start, tail.end(), signs["$" + tail.group()]
        return start, end, unit

    # Numbers beside an anchor -------------------------------------------------------------------------------

    def _forward(self, text: str, start: int, end: int, unit: Unit, rule: str, spaced: bool) -> MoneyMention | None:
        """A sum whose number follows its sign or code: "$5 million", "EUR 45.50", "$(1.2) million"."""
        begin, negative, power = start, self._minus_before(text, start), unit.power
        if negative:
            begin = start - 1
        scale = _SCALE_FIRST.match(text, end) if rule == "money.code-before" else None
        if scale:
            end, power = scale.end(), _SCALE_POWER[scale.group("scale").lower()]
        opened = _NEGATIVE_OPEN.match(text, end)
        if opened:
            number = self._quantities.numeral_after(text, opened.end())
            if number is None or text[number.end : number.end + 1] != ")":
                return None
            stop = self._quantities.scales_after(text, number.end + 1)
            return MoneyMention(
                begin,
                stop,
                "money.negative",
                unit,
                Span(opened.end(), stop),
                negative=True,
                scaled=number.scaled or stop > number.end + 1,
                power=power,
            )
        gap = _GAP.match(text, end)
        number_at = gap.end() if gap else end
        if text[number_at : number_at + 1] in "-\u2212" and text[number_at + 1 : number_at + 2].isdigit():
            negative, number_at = True, number_at + 1
        number = self._quantities.numeral_after(text, number_at, spaced)
        if number is None or PERCENT.match(text, number.end):
            return None
        if text[begin - 1 : begin] == "(" and text[number.end : number.end + 1] == ")":
            stop = self._quantities.scales_after(text, number.end + 1)
            stated = _STATES.search(text, max(0, begin - 12), begin - 1) is not None
            if (stop > number.end + 1 and not number.scaled) or stated:
                return MoneyMention(
                    begin - 1,
                    stop,
                    "money.negative",
                    unit,
                    Span(number.start, stop),
                    negative=True,
                    scaled=True,
                    power=power,
                )
        needs_size = unit.size or unit.size_before
        if (needs_size and not (number.sized or power)) or text[number.end : number.end + 1].isdigit():
            return None
        return MoneyMention(
            begin,
            number.end,
            "money.negative" if negative else rule,
            unit,
            number.span,
            negative=negative,
            scaled=number.scaled or bool(power),
            power=power,
        )

    def _words_forward(self, text: str, lower: str, start: int, end: int, unit: Unit) -> MoneyMention | None:
        """ "Rs five crore", "RM two million": a code before number words with a scale."""
        gap = _GAP.match(text, end)
        first = _LETTERS.match(lower, gap.end() if gap else end)
        if not first or first.group() not in self._quantities.words:
            return None
        number = self._quantities.words_after(lower, gap.end() if gap else end)
        if number is None or not number.scaled:
            return None
        return MoneyMention(start, number.end, "money.code-before", unit, number.span, scaled=True)

    @staticmethod
    def _minus_before(text: str, start: int) -> bool:
        if text[start - 1 : start] not in ("-", "\u2212", "\u2013"):
            return False
        lead = text[max(0, start - 2) : start - 1]
        return not lead.strip() and lead != "\n"  # at the head of a line it is a bullet

    def _backward(
        self,
        text: str,
        lower: str,
        start: int,
        end: int,
        unit: Unit,
        at: int,
        rule: str,
        adjacent: bool = False,
    ) -> MoneyMention | None:
        """A sum whose number precedes its word, code or sign: "5 million euros", "75 USD million", "10$"."""
        start, unit, stated = self._tails.adjective(lower, start, unit, at)
        if unit.adjective and not stated:
            return None
        numbers = self._quantities.before(lower, start)
        if numbers is None or (numbers[0].start < at and (len(numbers) == 1 or numbers[-1].start < at)):
            return None
        if numbers[0].start < at:
            numbers = numbers[1:]
        last = numbers[-1]
        if adjacent and (last.vague or start - last.end > 1 or not lower[last.end - 1].isalnum()):
            return None
        if unit.size and not stated and not last.sized and not _PER_SHARE.match(lower, end):
            return None
        mention = self._completed(text, lower, numbers, end, unit, rule)
        if lower[last.start : last.end] in ("a", "an") and not self._is_price_of_one(lower, mention):
            return None
        return mention

    def _is_price_of_one(self, lower: str, mention: MoneyMention) -> bool:
        """ "a dollar" is a sum with cents or a rate behind it ("a pound a head"), or where it is paid."""
        if mention.minor is not None or self._rates.of(lower, mention) is not None:
            return True
        before = lower[max(0, mention.start - 40) : mention.start]
        return bool(self._paid.search(before) and self._paid_end.match(lower, mention.end))

    def _completed(
        self, text: str, lower: str, numbers: list[Quantity], end: int, unit: Unit, rule: str
    ) -> MoneyMention:
        last = numbers[-1]
        if last.vague:
            return MoneyMention(last.start, end, "money.vague", unit, qualifier="vague", scaled=True)
        scaled_end = self._quantities.scales_after(text, end) if rule == "money.code-after" and not last.scaled else end
        power = 0
        if scaled_end > end and text[end : end + 1] == " ":
            power = _SCALE_POWER.get(text[end:scaled_end].strip().lower(), 0)
            end = scaled_end if power else end
        start = numbers[0].start
        if len(numbers) == 2:
            between = re.search(rf"between{GAP}$", lower[max(0, start - 12) : start])
            start -= len(between.group()) if between else 0
            return MoneyMention(
                start,
                end,
                "money.range",
                unit,
                numbers[0].span,
                last.span,
                qualifier="range",
                scaled=last.scaled,
            )
        minus = re.search(rf"(?:\bminus{BLANK}|(?:^|[\s(])[-\u2212])$", lower[max(0, start - 8) : start])
        if minus:
            start -= len(minus.group().lstrip(" (\n"))
        mention = MoneyMention(
            start,
            end,
            "money.negative" if minus else rule,
            unit,
            last.span,
            negative=bool(minus),
            scaled=last.scaled or bool(power),
            power=power or unit.power,
        )
        mention = self._tails.with_repeat(text, lower, mention) if rule == "money.word-after" else mention
        return self._tails.with_adjective_after(text, self._tails.with_minor(text, lower, mention))

    # What follows a sum -------------------------------------------------------------------------------------

    def _extended(self, text: str, lower: str, mention: MoneyMention, start: int, end: int) -> MoneyMention:
        """Add the upper number of a range without a sign of its own, and a repeated currency word."""
        mention = self._ranges.with_high(text, lower, mention, text[start:end])
        mention = self._tails.with_adjective_after(text, self._tails.with_repeat(text, lower, mention))
        if mention.high is None and mention.rule == "money.sign-before" and not mention.scaled:
            return self._tails.with_cents(text, mention)
        return mention

    # What is no money, how exact, per what ------------------------------------------------------------------

    def _refused(self, text: str, lower: str, mention: MoneyMention) -> bool:
        return any(guard.refuses(text, lower, mention) for guard in self._guards.get(mention.unit.key, ()))

    def _with_context(self, text: str, lower: str, mention: MoneyMention) -> MoneyMention:
        per = self._rates.of(lower, mention)
        qualifier, cue = self._cues.of(lower, mention)
        if mention.qualifier in ("range", "vague"):
            qualifier = mention.qualifier
        if per is None and cue is None and qualifier == mention.qualifier:
            return mention
        return replace(mention, per=per, qualifier=qualifier, cue=cue)


def _is_capitals(text: str, at: int) -> bool:
    """Whether the line around `at` is written in capitals, as flashes of wire services are."""
    return text[max(0, at - 60) : at + 20].rpartition("\n")[2].isupper() and text[max(0, at - 30) : at].isupper()


def _in_address(text: str, at: int) -> bool:
    """Whether `at` lies in a web address."""
    words = text[max(0, at - 200) : at].split()
    return bool(words) and not text[at - 1].isspace() and ("://" in words[-1] or words[-1].startswith("www."))


def _begins_word(text: str, at: int) -> bool:
    """Whether letters at `at` begin a word: not inside "H.R.1", "ADHD-RS" or "LAUSD"."""
    before = text[at - 1] if at else " "
    if before in ".-/&":
        return not text[at - 2 : at - 1].isalpha() if at > 1 else True
    return not before.isalpha()


def lowered(text: str) -> str:
    """The text in lower case with its length kept (a few letters grow when lowered).

    >>> lowered("İstanbul EURO")
    'İstanbul euro'
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
