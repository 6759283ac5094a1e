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
from .quantities import BLANK, DASH, GAP, NUMERAL, SPACE, Quantities, Quantity
from .series import Series

__all__ = ["MoneyFinder", "MoneyMention", "lowered"]

_SIGN_TAIL = re.compile(r"(?:USD?|A(?:UD?)?|C(?:AD|DN|dn|A)?|NZD?|HK|SG?|NT)(?=\s?[\d])")
_SPACED_PREFIX = re.compile(r"(?<![^\W_])(?-i:(?!us ))(US|U\.S\.|HK|NT|NZ|AU|GB|UK|AUD|CAD|CDN|Can|USD) $", re.I)
_GLUED_PREFIX = re.compile(r"(?<![^\W\d_])(?:[A-Za-z]{1,3}|U\.S\.)$")
_NEGATIVE_OPEN = re.compile(rf"{BLANK}?\((?={NUMERAL}{BLANK}?[A-Za-z]{{0,8}}\))")
#: What stands before a sum in parentheses that is not said in passing: "a net loss was ($24.4M)".
_STATES = re.compile(rf"\b(?:was|were|is|of|vs\.?|versus|from|against|to){SPACE}$", re.I)
#: "75.42 cents US", "$5 million Canadian": the country's adjective behind the sum.
_ADJECTIVE_AFTER = re.compile(
    rf"{BLANK}(?P<name>US|U\.S\.|Canadian|Cdn|Australian)(?=[.,;:)]?(?:{BLANK}*(?:\n|$)|[.,;:)]|{BLANK}(?:a|per|and|to|for|in)\b))"
)
_ADJECTIVE_CODES = {"US": "USD", "U.S.": "USD", "Canadian": "CAD", "Cdn": "CAD", "Australian": "AUD"}
_PERCENT = re.compile(rf"{BLANK}?(?:%|per ?cent\b|percentage|pct\b|bps?\b|basis points)", re.I)
_JOIN = re.compile(rf"(?:{SPACE}(?P<word>to|and|or){SPACE}|{GAP}(?P<dash>{DASH}){GAP})", re.I)
_MINOR_TAIL = re.compile(rf"(?:{BLANK}|,{BLANK})(?:and{BLANK})?")
_CENTS = re.compile(
    rf"{BLANK}?-?(?:cents?|cts?|c|pence|p|¢|paise|kopiykas|kopecks?|kopeks?|sen|fils|groszy)(?![^\W_])", re.I
)
_BARE_MINOR_END = re.compile(rf"(?!{BLANK}?(?:[\d%$€£¥]|\w)|-)|(?={BLANK}more\b)")
_STATED = re.compile(rf"{BLANK}?\(?(?P<code>[A-Z]{{3}})(?![^\W_])")
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
_LETTERS = re.compile(r"[^\W\d_]+")


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
        self._repeat = re.compile(
            rf"(?:{GAP}|-)(?:[^\W\d]{{2,12}}\.?(?:[^\W\d]\.)?{BLANK}){{0,2}}(?P<noun>{trie_pattern(table.nouns)})(?![^\W_])"
        )
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
        change = self._data.change
        self._change = re.compile(rf"\b(?:{'|'.join(change.verbs)})\b")
        self._ranging = re.compile(rf"\b(?:{'|'.join(change.ranges)})\b")

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
        merged = self._merge_ranges(text, lower, found)
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
        if backward and (forward is None or backward.scaled or self._is_money_before(text, forward)):
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
        if mention is None or not (unit.leading or mention.scaled or lower[start:end].startswith("dlr")):
            return None
        if unit.size and not unit.leading:
            return None
        return self._extended(text, lower, mention, start, end)

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
        if number is None or _PERCENT.match(text, number.end):
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
        return text[start - 1 : start] in ("-", "\u2212", "\u2013") and not text[max(0, start - 2) : start - 1].strip()

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
        start, unit, stated = self._adjective(lower, start, unit, at)
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
        if unit.size and not stated and not last.sized:
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
        mention = self._with_repeat(text, lower, mention) if rule == "money.word-after" else mention
        return self._with_adjective_after(text, self._with_minor(text, lower, mention))

    @staticmethod
    def _with_adjective_after(text: str, mention: MoneyMention) -> MoneyMention:
        found = _ADJECTIVE_AFTER.match(text, mention.end)
        code = _ADJECTIVE_CODES[found.group("name")] if found else None
        if found is None or code not in mention.unit.codes or not mention.unit.ambiguous:
            return mention
        return replace(mention, end=found.end("name"), stated=code)

    def _adjective(self, lower: str, start: int, unit: Unit, at: int) -> tuple[int, Unit, bool]:
        """Take the country's adjective before the noun: "Hong Kong dollars" can only be HKD."""
        window = lower[max(at, start - 28) : start]
        words = re.split(r"[\s-]+", window.rstrip(" -\n\u00a0"))
        for count in (3, 2, 1):
            name = " ".join(words[-count:])
            codes = self._currencies.adjectives.get(name)
            both = tuple(code for code in unit.codes if codes and code in codes) or self._by_adjective(codes, unit)
            if both and len(words) >= count:
                found = re.search(r"[\s-]+".join(re.escape(w) for w in words[-count:]) + r"[\s-]+$", window)
                if found:
                    return start - (len(window) - found.start()), replace(unit, codes=both), True
        return start, unit, False

    @staticmethod
    def _by_adjective(codes: frozenset[str] | None, unit: Unit) -> tuple[str, ...]:
        """ "Taiwan dollars", "Zimbabwe dollars": the adjective alone decides where CLDR lacks the pair."""
        return tuple(sorted(codes)) if codes and unit.key in ("dollar", "franc") and codes & {"ZWL", "XOF"} else ()

    def _with_minor(self, text: str, lower: str, mention: MoneyMention) -> MoneyMention:
        """Add "43 cents", or the bare "43", to "20 dollars"."""
        if mention.scaled or mention.unit.minor_digits:
            return mention
        tail = _MINOR_TAIL.match(text, mention.end)
        number = tail and self._quantities.numeral_after(text, tail.end())
        if tail and number is None:
            number = self._quantities.words_after(lower, tail.end())
        if not tail or number is None or number.sized or number.end - number.start > 12:
            return mention
        coin = _CENTS.match(text, number.end)
        if coin:
            return replace(mention, end=coin.end(), minor=number.span)
        bare = "," not in tail.group() and _BARE_MINOR_END.match(text, number.end)
        short = (
            number.end - number.start <= 2
            if text[number.start].isdigit()
            else "hundred" not in lower[number.start : number.end]
        )
        return replace(mention, end=number.end, minor=number.span) if bare and short else mention

    def _is_money_before(self, text: str, forward: MoneyMention) -> bool:
        """Whether the number after the code has a code of its own ("10 rmb 20 usd")."""
        assert forward.low is not None
        following = _STATED.match(text, forward.low.end)
        coin = _CENTS.match(text, forward.low.end)
        return bool(coin or (following and following.group("code") in self._currencies.capitals))

    # What follows a sum -------------------------------------------------------------------------------------

    def _extended(self, text: str, lower: str, mention: MoneyMention, start: int, end: int) -> MoneyMention:
        """Add the upper number of a range without a sign of its own, and a repeated currency word."""
        mention = self._with_high(text, lower, mention, text[start:end])
        mention = self._with_adjective_after(text, self._with_repeat(text, lower, mention))
        if mention.high is None and mention.rule == "money.sign-before" and not mention.scaled:
            tail = _MINOR_TAIL.match(text, mention.end)
            number = tail and self._quantities.numeral_after(text, tail.end())
            coin = number and not number.sized and _CENTS.match(text, number.end)
            if number and coin and "," not in tail.group():  # type: ignore[union-attr]
                return replace(mention, end=coin.end(), minor=number.span)
        return mention

    def _with_high(self, text: str, lower: str, mention: MoneyMention, sign: str) -> MoneyMention:
        join = _JOIN.match(text, mention.end)
        if not join or mention.negative:
            return mention
        word = (join.group("word") or "-").lower()
        number = self._quantities.numeral_after(text, join.end())
        if number is None or _PERCENT.match(text, number.end) or word == "or":
            return mention
        after = text[number.end : number.end + 1]
        if after.isalnum() or after == ":" or (after in "-/" and text[number.end + 1 : number.end + 2].isdigit()):
            return mention
        between = re.search(rf"between{GAP}$", lower[max(0, mention.start - 12) : mention.start])
        if word == "and" and not between:
            return mention
        if word == "to" and not number.scaled and not between:
            return mention
        if word == "to" and self._is_change(lower, mention.start):
            return mention
        start = mention.start - len(between.group()) if between else mention.start
        return replace(
            mention,
            start=start,
            end=number.end,
            high=number.span,
            rule="money.range",
            qualifier="range",
            scaled=number.scaled,
        )

    def _with_repeat(self, text: str, lower: str, mention: MoneyMention) -> MoneyMention:
        """ "$5.9 billion dollars" and "$249 USD" are one sum; "$5 million (CAD)" states its code."""
        code = _STATED.match(text, mention.end)
        if code and code.group("code") in self._currencies.capitals:
            unit = self._currencies.capitals[code.group("code")]
            if unit.codes[0] in mention.unit.codes:
                if "(" in code.group():
                    return replace(mention, stated=unit.codes[0])
                if not re.match(rf"{BLANK}?\d", text[code.end() : code.end() + 3]):
                    return replace(mention, end=code.end(), stated=unit.codes[0])
        repeat = self._repeat.match(lower, mention.end)
        if not repeat:
            return mention
        unit = self._currencies.nouns[repeat.group("noun")]
        start, narrowed, _ = self._adjective(lower, repeat.start("noun"), unit, mention.end)
        if (
            narrowed.minor_digits
            or not set(narrowed.codes) & set(mention.unit.codes)
            or lower[mention.end : start].strip(" -\n\u00a0")
        ):
            return mention
        stated = narrowed.codes[0] if len(narrowed.codes) == 1 and mention.unit.ambiguous else mention.stated
        return replace(mention, end=repeat.end("noun"), stated=stated)

    # Ranges of two whole sums -------------------------------------------------------------------------------

    def _merge_ranges(self, text: str, lower: str, found: list[MoneyMention]) -> list[MoneyMention]:
        """Join "$1.2 billion to $1.3 billion" and "between €5m and €7m" into one sum."""
        merged: list[MoneyMention] = []
        for mention in found:
            last = merged[-1] if merged else None
            start = last and self._range_start(text, lower, last, mention)
            if last and start is not None:
                merged[-1] = replace(
                    last,
                    start=start,
                    end=mention.end,
                    high=mention.low,
                    high_unit=mention.unit,
                    rule="money.range",
                    qualifier="range",
                    scaled=mention.scaled,
                    stated=last.stated or mention.stated,
                )
            else:
                merged.append(mention)
        return merged

    def _range_start(self, text: str, lower: str, low: MoneyMention, high: MoneyMention) -> int | None:
        join = _JOIN.fullmatch(text, low.end, high.start)
        plain = low.high is None and high.high is None and low.low and high.low and not (low.minor and high.minor)
        if not join or not plain or low.negative or high.negative or low.minor or high.minor:
            return None
        if low.unit.key != high.unit.key and not set(low.unit.codes) & set(high.unit.codes):
            return None
        if low.power != high.power:
            return None
        between = re.search(rf"between{GAP}$", lower[max(0, low.start - 12) : low.start])
        word = (join.group("word") or "-").lower()
        if between:
            return low.start - len(between.group())
        if word in ("and", "or") or (word == "to" and self._is_change(lower, low.start)):
            return None
        return low.start

    def _is_change(self, lower: str, start: int) -> bool:
        """Whether "X to Y" at `start` moves one sum to another ("rose 5 cents to $3")."""
        far = re.split(r"[.;!?]\s|\n\n", lower[max(0, start - 240) : start])[-1]
        sentence = re.split(r"\n", far[-90:])[-1]
        words = sentence.split()
        if self._ranging.search(sentence):
            return False
        if "from" in words[-5:]:
            return bool(self._change.search(far))
        return bool(self._change.search(" ".join(words[-3:]))) and words[-1] not in ("to", "of", "at")

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
