"""What belongs to a sum beside its number and unit: cents, the unit once more, a country's adjective."""

from __future__ import annotations

import re
from dataclasses import replace

from .currencies import CurrencyTable, Unit, trie_pattern
from .parts import MoneyMention
from .quantities import BLANK, GAP, Quantities

#: "75.42 cents US", "$5 million Canadian": the country's adjective behind the sum.
_ADJECTIVE_AFTER = re.compile(
    rf"{BLANK}(?P<name>US|U\.S\.|Canadian|Cdn|Australian)(?=[.,;:)]?(?:{BLANK}*(?:\n|$)|[.,;:)]|{BLANK}(?:a|per|and|to|for|in)\b))"
)
_ADJECTIVE_CODES = {"US": "USD", "U.S.": "USD", "Canadian": "CAD", "Cdn": "CAD", "Australian": "AUD"}
_MINOR_TAIL = re.compile(rf"(?:{BLANK}|,{BLANK})(?:and{BLANK})?")
_CENTS = re.compile(
    rf"{BLANK}?-?(?:cents?|cts?|c|pence|p|¢|paise|kopiykas|kopecks?|kopeks?|sen|fils|groszy)(?![^\W_])", re.I
)
_BARE_MINOR_END = re.compile(rf"(?!{BLANK}?(?:[\d%$€£¥]|\w)|-)|(?={BLANK}more\b)")
_STATED = re.compile(rf"{BLANK}?\(?(?P<code>[A-Z]{{3}})(?![^\W_])")


class Tails:
    """Completes sums. Holds compiled patterns only: safe to share."""

    def __init__(self, currencies: CurrencyTable, quantities: Quantities):
        self._currencies, self._quantities = currencies, quantities
        self._repeat = re.compile(
            rf"(?:{GAP}|-)(?:[^\W\d]{{2,12}}\.?(?:[^\W\d]\.)?{BLANK}){{0,2}}(?P<noun>{trie_pattern(currencies.nouns)})(?![^\W_])"
        )

    def adjective(self, lower: str, start: int, unit: Unit, at: int) -> tuple[int, Unit, bool]:
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
        """ "Zimbabwe dollars", "CFA francs": the adjective alone decides where CLDR lacks the pair."""
        return tuple(sorted(codes)) if codes and unit.key in ("dollar", "franc") and codes & {"ZWL", "XOF"} else ()

    @staticmethod
    def with_adjective_after(text: str, mention: MoneyMention) -> MoneyMention:
        found = _ADJECTIVE_AFTER.match(text, mention.end)
        code = _ADJECTIVE_CODES[found.group("name")] if found else None
        if found is None or code not in mention.unit.codes or not mention.unit.ambiguous:
            return mention
        return replace(mention, end=found.end("name"), stated=code)

    def with_minor(self, text: str, lower: str, mention: MoneyMention) -> MoneyMention:
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

    def with_repeat(self, text: str, lower: str, mention: MoneyMention) -> MoneyMention:
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
        start, narrowed, _ = self.adjective(lower, repeat.start("noun"), unit, mention.end)
        if (
            narrowed.minor_digits
            or not set(narrowed.codes) & set(mention.unit.codes)
            or lower[mention.end : start].strip(" -\n\u00a0")
        ):
            return mention
        stated = narrowed.codes[0] if len(narrowed.codes) == 1 and mention.unit.ambiguous else mention.stated
        return replace(mention, end=repeat.end("noun"), stated=stated)

    def with_cents(self, text: str, mention: MoneyMention) -> MoneyMention:
        """Add "43 cents" to "$20"."""
        tail = _MINOR_TAIL.match(text, mention.end)
        number = tail and self._quantities.numeral_after(text, tail.end())
        coin = number and not number.sized and _CENTS.match(text, number.end)
        if number and coin and "," not in tail.group():  # type: ignore[union-attr]
            return replace(mention, end=coin.end(), minor=number.span)
        return mention

    def are_of_next(self, text: str, forward: MoneyMention) -> bool:
        """Whether the number after a code has a code or coin of its own ("10 rmb 20 usd")."""
        assert forward.low is not None
        following = _STATED.match(text, forward.low.end)
        coin = _CENTS.match(text, forward.low.end)
        return bool(coin or (following and following.group("code") in self._currencies.capitals))
