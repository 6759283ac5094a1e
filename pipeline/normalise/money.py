"""Reads the value of each sum found: exact amount in currency units, ISO 4217 code, rate, equivalents.

A sign or noun that several currencies share is decided by the article, by points of evidence whose weights
are `patterns/money.toml`; such a currency is always marked as assumed. Where neither the article nor the
sign's default decides, the currency is null.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from pipeline.find.money import MoneyMention
from pipeline.find.money.currencies import CurrencyTable, load_currencies, trie_pattern
from pipeline.find.money.parts import MoneyFile
from pipeline.gazetteer import towns
from pipeline.mentions import Article, Span
from pipeline.normalise.numbers import NumberReader
from pipeline.patterns import Patterns
from pipeline.records import Money, SpanText

#: "(US$40.4 million)": what may stand between a sum and the sum that repeats it in another currency.
_OPENING = re.compile(
    r"(?: an?| per| each)?(?: ?\w{1,12})?[\s\u00a0]?\((?:or )?"
    r"(?:about |around |roughly |approximately |approx\.? |some |nearly |equivalent to "
    r"|equal to |worth |at least |~|≈|= ?|c\. ?)*",
    re.I,
)
#: "(US$780 million, £620 million)": between two repetitions of one sum.
_NEXT_TWIN = re.compile(r"\s?[,;/]\s?(?:or |and )?")
_ALTERNATIVE = re.compile(r"(?: (?:a|per) (?:common )?share| apiece)?,? or ", re.I)
_MOVES = re.compile(
    r"(?: a share| per share| apiece)?,? (?:higher |lower |up |down )?(?:to|at|from) (?:close at )?"
)
_FROM = re.compile(r"\bfrom\s*$", re.I)
_SECOND = re.compile(r"\s*(?:to|and|[-\u2010-\u2015\u2212])\s*", re.I)
_LISTING = re.compile(r"\(([^()]{2,80}?):")
_DATELINE = re.compile(
    r"^[ \t]*(?P<place>[A-Z][^\n]{1,70}?)[ \t]*(?:\([^()\n]{2,25}\)|/[^/\n]{2,30}/)?[ \t]*"
    r"(?:[-\u2013\u2014]{1,2}|:)[ \t]",
    re.M,
)
_AGENCY = re.compile(r"\((?:Reuters|AFP|AP|Bloomberg|Xinhua|UPI|dpa|CNN|CNBC)\)|\bUpdated? by Reuters\b")
_FIRST_PLACE = re.compile(r"[,(/]| [-–—]")
#: Where a town would stand: "in Port Moresby", "the Perth-based", "Suva: Cane farmers". A surname stands elsewhere.
_TOWN = r"(?P<place>[A-Z][\w'’-]*(?: (?:[a-z]{1,3} )?[A-Z][\w'’-]*){0,3})"
_LOCATED = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[Oo]utside|[Aa]round|of|through) {_TOWN}"
    rf"|(?P<base>(?:[A-Z][\w'’]* ){{0,2}}[A-Z][\w'’]*)-(?:based|listed|headquartered|born)\b"
    rf"|\b[Tt]he (?P<the>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?)(?= [a-z])"
    rf"|^(?P<line>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){{0,2}})(?:, [A-Z][^\n:]{{2,20}})?(?::| [-–—]) ",
    re.M,
)
_BASED = re.compile(r"-(?:based|listed|headquartered|born)\b.*")
_DOMAIN = re.compile(r"^(?:https?://)?([^/:?#]+)", re.I)
_GENERIC_DOMAINS = frozenset(
    ["co", "io", "ai", "tv", "me", "fm", "to", "cc", "ws", "ly", "gg", "us", "la", "is", "it"]
)


#: A "range" whose second sum is smaller by more than this factor is two sums: odds of £100 to £1.
_MOST_FALL = 20


@dataclass(slots=True)
class _Draft:
    """A sum on its way to a record."""

    mention: MoneyMention
    low: Decimal | None
    high: Decimal | None
    span: Span
    codes: tuple[str, ...]
    code: str | None = None
    assumed: bool = False
    twin: int | None = None


class MoneyNormaliser:
    """Turns mentions into `records.Money`. Holds tables only: safe to share and to build once."""

    def __init__(self, patterns: Patterns):
        self._data = patterns.load("money.toml", MoneyFile)
        self._currencies = load_currencies(patterns)
        self._numbers = NumberReader(patterns)
        self._defaults = {choice.unit: choice.default for choice in self._data.ambiguity}
        self._evidence = _Evidence(self._data, self._currencies)

    def records(self, text: str, mentions: list[MoneyMention], article: Article | None = None) -> list[Money]:
        """One record a sum, in text order with ids M1…; a "range" that falls is two sums.

        `mentions` must come from `MoneyFinder.find` on the same text.
        """
        drafts = [draft for mention in mentions for draft in self._drafts(text, mention)]
        self._pair(text, drafts)
        self._decide(text, drafts, article)
        return [self._record(text, drafts, i) for i in range(len(drafts))]

    # Values -------------------------------------------------------------------------------------------------

    def _drafts(self, text: str, mention: MoneyMention) -> list[_Draft]:
        codes = (mention.stated,) if mention.stated else mention.unit.codes
        span = Span(mention.start, mention.end)
        if mention.low is None:
            return [_Draft(mention, None, None, span, codes)]
        if mention.high is None:
            return [_Draft(mention, self._amount(text, mention), None, span, codes)]
        low, high = self._bounds(text, mention)
        if low is None or high is None:
            return [_Draft(mention, None, None, span, codes)]
        if low < high:
            return [_Draft(mention, low, high, span, codes)]
        from_high = _FROM.search(text, max(0, span.start - 8), span.start)
        falls = low > high and bool(from_high or (mention.high_unit and low > _MOST_FALL * high))
        if low > high and not falls:
            return [_Draft(mention, high, low, span, codes)]
        second = _SECOND.match(text, mention.low.end)
        cut = second.end() if second else mention.high.start
        return [
            _Draft(mention, low, None, Span(span.start, mention.low.end), codes),
            _Draft(mention, high, None, Span(cut, span.end), codes),
        ]

    def _amount(self, text: str, mention: MoneyMention) -> Decimal | None:
        value = self._scaled(text, mention.low, mention)
        if value is not None and mention.minor:
            minor = self._numbers.read(text[slice(*mention.minor)])
            value += minor.scaleb(-2) if minor is not None else 0
        return -value if value is not None and mention.negative else value

    def _scaled(self, text: str, span: Span | None, mention: MoneyMention) -> Decimal | None:
        value = self._numbers.read(text[slice(*span)].replace(")", " ")) if span else None
        unit = mention.high_unit if mention.high_unit and span == mention.high else mention.unit
        return None if value is None else value.scaleb(mention.power - unit.minor_digits)

    def _bounds(self, text: str, mention: MoneyMention) -> tuple[Decimal | None, Decimal | None]:
        """Both ends of a range; "$60-65 billion" and "$40 to $50 million" share the scale."""
        assert mention.low is not None and mention.high is not None
        low, high = self._scaled(text, mention.low, mention), self._scaled(text, mention.high, mention)
        low_words, high_words = text[slice(*mention.low)], text[slice(*mention.high)]
        scale = re.search(r"(?<=[\d½¼¾])[^\d½¼¾.,]*$", high_words)
        words = (
            scale.group()
            if scale
            else "".join(re.findall(r"(?i)(?:hundred|thousand|lakh|crore|[mbtr]+illion).*$", high_words))
        )
        same_unit = mention.high_unit in (None, mention.unit)
        if (
            same_unit
            and low is not None
            and high is not None
            and words.strip(" -")
            and re.fullmatch(r"[\d.,½¼¾]+|[a-z-]+", low_words, re.I)
        ):
            shared = self._numbers.read(f"{low_words} {words}")
            unscaled = self._numbers.read(high_words[: len(high_words) - len(words)])
            own = self._numbers.read(low_words)
            if (
                shared is not None
                and own is not None
                and unscaled is not None
                and own < max(unscaled, Decimal(1))
            ):
                has_scale = low_words[-1:].isalpha() and own >= 1000
                low = low if has_scale else shared.scaleb(mention.power - mention.unit.minor_digits)
        return low, high

    # Pairs and currencies -----------------------------------------------------------------------------------

    def _pair(self, text: str, drafts: list[_Draft]) -> None:
        """Note for each sum in parentheses which sum before them it repeats in another currency."""
        for i in range(1, len(drafts)):
            before, second = drafts[i - 1], drafts[i]
            source = i - 1
            if before.twin is not None and _NEXT_TWIN.fullmatch(text, before.span.end, second.span.start):
                source = before.twin
            elif not _OPENING.fullmatch(text, before.span.end, second.span.start):
                continue
            if _may_repeat(drafts[source], second):
                second.twin = source

    def _decide(self, text: str, drafts: list[_Draft], article: Article | None) -> None:
        bare = [draft for draft in drafts if len(draft.codes) > 1]
        for draft in drafts:
            draft.assumed = draft.mention.leaning
            if len(draft.codes) == 1:
                draft.code = draft.codes[0]
        if not bare:
            return
        scores = self._evidence.scores(text, drafts, article)
        explicit = {
            (d.low, d.high): d.code for d in drafts if d.code and d.low is not None and d.twin is None
        }
        refused = self._refused(drafts)
        unwritten = frozenset(self._data.evidence.prefixed) - {d.code for d in drafts}
        for i, draft in enumerate(drafts):
            if len(draft.codes) == 1:
                continue
            draft.assumed = True
            same = explicit.get((draft.low, draft.high)) if draft.low is not None else None
            if (
                same in draft.codes
                and same not in refused.get(i, ())
                and draft.low != 0
                and draft.mention.scaled
            ):
                draft.code = same
                continue
            draft.code = self._best(draft, scores, refused.get(i, frozenset()) | unwritten)
        self._align_cents(text, drafts)
        self._spread_unknown(text, drafts, refused)

    @staticmethod
    def _align_cents(text: str, drafts: list[_Draft]) -> None:
        """Cents are of the currency of the sum that they move to, else of the bare dollars beside them, else of the
        one currency with cents that the article names.
        """
        named = {d.code for d in drafts if d.code and not d.assumed and d.twin is None}
        dollars = [draft.code for draft in drafts if draft.assumed and draft.mention.unit.key == "dollar"]
        for i, draft in enumerate(drafts):
            if not draft.assumed or draft.mention.unit.key not in ("cent", "penny"):
                continue
            near = [drafts[j] for j in (i + 1, i - 1) if 0 <= j < len(drafts)]
            told = (
                other.code
                for other in near
                if other.code in draft.codes
                and _MOVES.fullmatch(
                    text[min(draft.span.end, other.span.end) : max(draft.span.start, other.span.start)]
                )
            )
            own = sorted(named.intersection(draft.codes))
            if dollars and dollars[0] in draft.codes:
                draft.code = next(told, dollars[0])
            else:
                draft.code = next(told, own[0] if len(own) == 1 else draft.code)

    @staticmethod
    def _refused(drafts: list[_Draft]) -> dict[int, frozenset[str]]:
        """The currency of a sum's equivalent cannot be the sum's own: index -> codes that are out."""
        refused: dict[int, frozenset[str]] = {}
        for i, draft in enumerate(drafts):
            if draft.twin is None:
                continue
            other = drafts[draft.twin]
            if len(draft.codes) == 1:
                refused[draft.twin] = frozenset(draft.codes)
            elif len(other.codes) == 1:
                refused[i] = frozenset(other.codes)
        return refused

    def _best(self, draft: _Draft, scores: Counter[str], refused: frozenset[str]) -> str | None:
        unit = draft.mention.unit
        default = self._defaults.get(unit.key, unit.default)
        candidates = [code for code in draft.codes if code not in refused]
        weights = self._data.evidence
        # all but dollars and pounds follow whatever points to a country, however little
        weight = weights.default if unit.key in ("dollar", "pound") else 0
        points = {code: scores[code] + (weight if code == default else 0) for code in candidates}
        if unit.key == "dollar":
            points = {code: p for code, p in points.items() if code == default or p >= weights.dateline}
        ranked = sorted(
            points.items(), key=lambda item: (-item[1], item[0] != default, draft.codes.index(item[0]))
        )
        if not ranked or (ranked[0][1] <= 0 and (ranked[0][0] != default or ranked[0][1] < 0)):
            return None
        if len(ranked) > 1 and ranked[0][1] == ranked[1][1] and ranked[0][0] != default:
            return None
        return ranked[0][0]

    @staticmethod
    def _spread_unknown(text: str, drafts: list[_Draft], refused: dict[int, frozenset[str]]) -> None:
        """A bare sum whose equivalent shows that it isn't the default leaves its repetitions unknown too."""
        unknown = {
            (d.low, d.high) for i, d in enumerate(drafts) if i in refused and d.code is None and d.assumed
        }
        for i, draft in enumerate(drafts):
            if draft.assumed and (draft.low, draft.high) in unknown:
                draft.code = None
                before = drafts[i - 1] if i else None
                if (
                    before
                    and before.assumed
                    and _ALTERNATIVE.fullmatch(text, before.span.end, draft.span.start)
                ):
                    before.code = None

    def _record(self, text: str, drafts: list[_Draft], i: int) -> Money:
        draft, mention = drafts[i], drafts[i].mention
        twin = drafts[draft.twin] if draft.twin is not None else None
        follower = drafts[i + 1] if i + 1 < len(drafts) and drafts[i + 1].twin == i else None
        per = (
            mention.per
            or (twin.mention.per if twin else None)
            or (follower.mention.per if follower else None)
        )
        is_range = draft.high is not None
        qualifier = mention.qualifier if is_range or mention.qualifier != "range" else "exact"
        return Money(
            id=f"M{i + 1}",
            start=draft.span.start,
            end=draft.span.end,
            text=text[draft.span.start : draft.span.end],
            currency=draft.code,
            amount=None if is_range else draft.low,
            min=draft.low if is_range else None,
            max=draft.high,
            qualifier=qualifier,  # type: ignore[arg-type]
            per=per,
            assumed=("currency",) if draft.assumed else (),
            cue=_span_text(text, mention.cue),
            equivalent_of=f"M{draft.twin + 1}" if draft.twin is not None else None,
            rule=mention.rule,
        )


def _may_repeat(first: _Draft, second: _Draft) -> bool:
    """Whether the sums can be one sum in two currencies: other units, and not the same number."""
    if first.low is None or second.low is None or first.codes == second.codes:
        return False
    return (first.low, first.high) != (second.low, second.high)


def _span_text(text: str, span: Span | None) -> SpanText | None:
    return SpanText(start=span.start, end=span.end, text=text[slice(*span)]) if span else None


class _Evidence:
    """Counts what in an article points to the currency of which country."""

    def __init__(self, data: MoneyFile, table: CurrencyTable):
        self._weights = data.evidence
        self._table = table
        self._commonwealth, self._american = re.compile(data.evidence.commonwealth), re.compile(data.evidence.american)
        self._canadian = re.compile(data.evidence.canadian)
        self._places = re.compile(rf"(?<![^\W_]){trie_pattern(table.places)}(?![^\W_]|[$£])")
        self._towns = {name: country for name, country in towns().items() if name not in table.places}

    def scores(self, text: str, drafts: list[_Draft], article: Article | None) -> Counter[str]:
        """Points per currency code."""
        weights = self._weights
        countries: Counter[str] = Counter()
        for country, count in self._mentioned(text).items():
            countries[country] += min(count, weights.most_mentions) * weights.mention
        spelled = self._spelled(text, countries)
        if spelled:
            countries[spelled] += weights.spelling
        if len(self._canadian.findall(text)) > 1:
            countries["CA"] += weights.hyphened
        for country in self._listed(text):
            countries[country] += weights.exchange
        for country in self._in_dateline(text, article):
            countries[country] += weights.dateline
        for country, points in self._published(article).items():
            countries[country] += points
        scores: Counter[str] = Counter()
        for country, points in sorted(countries.items()):
            for code in self._codes(country):
                scores[code] = max(scores[code], points)
        self._add_explicit(text, drafts, scores)
        return scores

    def _mentioned(self, text: str) -> Counter[str]:
        found: Counter[str] = Counter()
        for match in self._places.finditer(text):
            for country in self._table.places[match.group()]:
                found[country] += 1
        for match in _LOCATED.finditer(text):
            country = self._town(match["place"] or match["base"] or match["the"] or _title(match["line"]))
            if country:
                found[country] += 1
        return found

    def _town(self, words: str) -> str | None:
        """The country of the town that the words begin with, or end with: "Port Moresby on Tuesday", "The Perth"."""
        parts = _BASED.sub("", words).split(" ")
        spans = [parts[:end] for end in range(len(parts), 0, -1)] + [parts[start:] for start in range(1, len(parts))]
        return next((found for span in spans if (found := self._towns.get(" ".join(span)))), None)

    def _spelled(self, text: str, countries: Counter[str]) -> str | None:
        """The country with dollars of its own that a text in Commonwealth spelling names most; None in a tie."""
        british, american = (len(words.findall(text)) for words in (self._commonwealth, self._american))
        if british <= american:
            return None
        own = {c: countries[c] for c in self._weights.spelled}
        best = max(own.values())
        named = [c for c, points in own.items() if points == best]
        return named[0] if len(named) == 1 and best > countries["US"] else None

    def _codes(self, country: str) -> tuple[str, ...]:
        return self._table.of_country.get(country, ())

    def _listed(self, text: str) -> set[str]:
        exchanges = self._table.exchanges
        names = [name.strip() for note in _LISTING.findall(text) for name in re.split(r"[;,/]| and ", note)]
        return {exchanges[name] for name in names if name in exchanges}

    def _in_dateline(self, text: str, article: Article | None) -> set[str]:
        lines = [text[b.start : b.end] for b in article.blocks if b.role == "dateline"] if article else []
        for line in text[:1500].split("\n"):
            found = _DATELINE.match(line)
            if found and found.group("place").split(",")[0].split("(")[0].strip().isupper():
                lines.append(found.group("place"))
        found = {
            country
            for line in lines
            for name in self._places.findall(_title(line))
            for country in self._table.places[name]
        }
        return found or {country for line in lines if (country := self._town(_title(_FIRST_PLACE.split(line, 1)[0])))}

    def _published(self, article: Article | None) -> Counter[str]:
        found: Counter[str] = Counter()
        if article is None:
            return found
        for name in self._places.findall(article.publisher or ""):
            for country in self._table.places[name]:
                found[country] += self._weights.publisher
        domain = _DOMAIN.match(article.source.url or "")
        top = domain.group(1).lower().rsplit(".", 1)[-1] if domain else ""
        country = {"uk": "GB"}.get(top, top.upper())
        if len(top) == 2 and top not in _GENERIC_DOMAINS and country in self._table.of_country:
            found[country] += self._weights.domain
        return found

    def _add_explicit(self, text: str, drafts: list[_Draft], scores: Counter[str]) -> None:
        """Codes beside bare signs: "A$5m" makes a bare "$" Australian, unless it is an equivalent."""
        bare_as_equivalent = any(
            d.twin is not None and len(d.codes) > 1 and self._is_foreign(d, drafts[d.twin]) for d in drafts
        )
        # an agency that writes out both "Hong Kong dollars" and "US dollars" leaves the bare ones to the country
        written = {d.code for d in drafts if d.code and d.mention.unit.key == "dollar"}
        agency = not (len(written) == 2 and "USD" in written) and _AGENCY.search(text[:2500])
        if bare_as_equivalent or agency:
            scores["USD"] += 4 * self._weights.explicit
        bare = [d for d in drafts if d.mention.unit.key == "dollar" and len(d.codes) > 1]
        dollars = frozenset(bare[0].codes) if bare else frozenset()
        explicit = {d.code for d in drafts if d.code and d.twin is None}
        later = {d.code for d in drafts if d.code and bare and d.span > bare[0].span}
        for code in sorted(explicit):
            # Who writes "$" and then "C$" or "US$" tells the two apart, unless the article is Canadian in other ways;
            # who writes "A$" first may drop the letter.
            first = code not in later or scores[code] >= self._weights.exchange
            if code not in dollars or (first and code != "USD"):
                scores[code] += self._weights.explicit
        told = {(d.low, d.high): d.code for d in drafts if d.code in dollars and d.mention.scaled}
        scores.update({told[d.low, d.high]: self._weights.explicit for d in bare if (d.low, d.high) in told})
        self._add_first_dollars(drafts, scores)

    @staticmethod
    def _is_foreign(equivalent: _Draft, draft: _Draft) -> bool:
        """Whether a sum is in no currency that its equivalent may be in: pounds may be told in Australian dollars."""
        shared = draft.mention.unit.key in ("dollar", "pound")
        return len(draft.codes) == 1 or (equivalent.mention.unit.key == "dollar" and not shared)

    def _add_first_dollars(self, drafts: list[_Draft], scores: Counter[str]) -> None:
        """Weigh dollars that are written out against bare ones.

        "NZ$310 million" at first and bare "$" from then on are one currency; a "$" that stands among several
        other dollars is none of them.
        """
        whole = [d for d in drafts if d.twin is None and not d.mention.unit.minor_digits]
        bare = next((d for d in whole if d.mention.unit.key == "dollar" and len(d.codes) > 1), None)
        if bare is None:
            return
        dollars = [d for d in whole if d is bare or d.code in bare.codes]
        written = {d.code for d in dollars if d.code}
        others = written - {"USD"}
        if len(others) > 1:
            scores.subtract(dict.fromkeys(sorted(others), self._weights.explicit))
        elif others and written == others and whole[0] is dollars[0] is not bare:
            scores.update(dict.fromkeys(others, self._weights.explicit))


def _title(line: str) -> str:
    """ "SYDNEY, March 3" -> "Sydney, March 3": datelines are in capitals, the table of places is not."""
    return " ".join(
        word.capitalize() if word.isupper() and len(word) > 3 else word for word in line.split(" ")
    )
