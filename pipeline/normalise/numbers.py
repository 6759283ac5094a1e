"""Reads written numbers exactly: numerals of every press style, number words, scales and mixtures of them."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from pipeline.find.money.quantities import NumberWords
from pipeline.patterns import Patterns

_FRACTION_SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_TOKEN = re.compile(
    r"[\d.,'\u00a0\u2009\u202f½¼¾]*[\d½¼¾](?: \d{3}(?!\d))*(?:[ -][1-9]/[2-9](?!\d))?|[^\W\d_]+"
)
_GROUPED_DOTS = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}")
_COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}")
_SKIPPED = {"and", "of", "a", "an"}


class NumberReader:
    """Reads numbers with the words of `patterns/numbers.toml`."""

    def __init__(self, patterns: Patterns):
        words = patterns.load("numbers.toml", NumberWords)
        self._small = {word: Decimal(value) for word, value in (words.units | words.tens).items()}
        self._tens = frozenset(words.tens)
        self._powers = words.abbreviations | words.plural_scales | words.scales
        self._fractions = {word: Decimal(value) for word, value in words.fractions.items()}

    def read(self, text: str) -> Decimal | None:
        """The value of a number as written, exactly; None for what is no number.

        >>> reader = NumberReader(Patterns())
        >>> [format(reader.read(t), "f") for t in ("1.5 million", "forty-two", "12,34,567.89")]
        ['1500000', '42', '1234567.89']
        """
        text = text.replace("&nbsp;", " ").replace("&#160;", " ").replace("&thinsp;", " ").lower()
        tokens = _TOKEN.findall(text)
        if tokens in (["a"], ["an"]):
            return Decimal(1)
        if "point" in tokens:
            return self._with_point(tokens)
        return self._row(tokens)

    def _with_point(self, tokens: list[str]) -> Decimal | None:
        """ "one point three million": the digits after the point are said one by one."""
        at = tokens.index("point")
        whole = self._row(tokens[:at])
        digits, rest = [], at + 1
        while rest < len(tokens) and self._digit(tokens[rest]) is not None:
            digits.append(self._digit(tokens[rest]))
            rest += 1
        if whole is None or not digits:
            return None
        value = Decimal(f"{whole}.{''.join(str(digit) for digit in digits)}")
        for token in tokens[rest:]:
            if token not in self._powers:
                return None
            value = value.scaleb(self._powers[token])
        return value

    def _digit(self, token: str) -> int | None:
        if token.isdigit():
            return int(token)
        value = self._small.get(token)
        return int(value) if value is not None and value < 10 else None

    def _row(self, tokens: list[str]) -> Decimal | None:
        """Add up a row of numbers and scales; a larger scale multiplies all that stands before it."""
        total, part, last, seen = Decimal(0), None, None, False
        largest = None
        for i, token in enumerate(tokens):
            if token in _SKIPPED:
                continue
            if token in self._powers:
                power = self._powers[token]
                if largest is not None and power > largest and part is None:
                    total, largest = total.scaleb(power), power
                elif largest is not None and power > largest:
                    total, part, largest = (total + part).scaleb(power), None, power
                elif power == 2:
                    part = (Decimal(1) if part is None else part).scaleb(2)
                elif largest is not None and part is None:
                    total = total.scaleb(power)
                else:
                    total, part, largest = (
                        total + (Decimal(1) if part is None else part).scaleb(power),
                        None,
                        power,
                    )
                seen, last = True, "scale"
                continue
            value = self._small.get(token)
            if value is not None:
                if not self._may_follow(token, part, last):
                    return None
                part, seen, last = (
                    (part or Decimal(0)) + value,
                    True,
                    "ten" if token in self._tens else "unit",
                )
            elif token in self._fractions:
                part = self._add_fraction(tokens, i, part, last)
                seen, last = True, "fraction"
            else:
                number = self.numeral(token)
                if number is None or last in ("numeral", "unit", "ten"):
                    return None
                part, seen, last = (part or Decimal(0)) + number, True, "numeral"
        return total + (part or Decimal(0)) if seen else None

    def _add_fraction(self, tokens: list[str], i: int, part: Decimal | None, last: str | None) -> Decimal:
        fraction = self._fractions[tokens[i]]
        added = i >= 2 and "and" in tokens[max(0, i - 2) : i]
        if part is None:
            return fraction
        return part + fraction if added else part * fraction

    def _may_follow(self, token: str, part: Decimal | None, last: str | None) -> bool:
        if last in (None, "scale") or part is None:
            return True
        return last == "ten" and token not in self._tens and self._small[token] < 10

    def numeral(self, token: str) -> Decimal | None:
        """The value of a numeral: 1,234.5 and 1.234,5 and 1 234,5 alike; None for what is none.

        A single comma before one or two digits is a decimal comma, before three a thousands comma; a single
        point is a decimal point, as English papers write it.
        """
        extra = Decimal(0)
        if token and token[-1] in _FRACTION_SIGNS:
            extra, token = _FRACTION_SIGNS[token[-1]], token[:-1] or "0"
        fraction = re.fullmatch(r"(?:(.+)[ -])?(\d)/(\d)", token)
        if fraction:
            extra = Decimal(fraction.group(2)) / Decimal(fraction.group(3))
            token = fraction.group(1) or "0"
        token = re.sub("[\u00a0\u2009\u202f' ]", "", token)
        if _GROUPED_DOTS.fullmatch(token):
            token = token.replace(".", "").replace(",", ".")
        elif _COMMA_DECIMAL.fullmatch(token):
            token = token.replace(",", ".")
        try:
            value = Decimal(token.replace(",", "")) + extra
        except InvalidOperation:
            return None
        return value if value.is_finite() else None
