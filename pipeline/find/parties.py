"""Finds names that may be a party, each with the evidence for what it is.

The finder decides nothing: it gathers votes (from whichever NER is loaded, from legal forms, titles, tickers,
public-body nouns, verbs and punctuation) and leaves adding them up over the article to `pipeline.resolve`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from ..mentions import Article, Entity, Sentence, Span
from ..patterns import PatternError, Patterns
from .titles import Title, Titles
from .words import PartyWords, Token, Tokens

#: What one piece of evidence weighs; the NER's own vote is its score, at most 1 a mention.
FORM, PUBLIC, EXCHANGE, MEDIA, TITLE, HONORIFIC, ORG_WORD, BUSINESS, ACTS, LEXICON = 3, 3, 4, 3, 2, 3, 2, 1.5, 2, 9
#: Share of a NER vote that counts when it comes from a heading in title case, where every word looks like a name.
HEADING_SHARE = 0.5

_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_EDGE = " \t\r\n\u00a0\"'“”‘’«»`*•·,;:|–—-_/\\…?!=#>@<()[]"
_PAREN = re.compile(r"\(([^()\n]{2,90})\)")
_TICKER_NOTE = re.compile(r"([A-Za-z][A-Za-z0-9. -]{1,18}?)\s*:\s*\$?(\^?[A-Z0-9][A-Z0-9.-]{0,7})(?![\w:])")
_UNDER_TICKER = re.compile(
    r"\b(?:under|with)\s+the\s+(?:new\s+)?(?:ticker|trading|stock)?\s*(?:ticker|symbols?)(?:\s+symbols?)?\s*[“\"']?([A-Z]{1,5})\b"
)
_CASHTAG = re.compile(r"(?<![\w$])\$([A-Z]{2,5})\b")
_DEFINED = re.compile(r"[“\"]([^”\"“]{1,60}?)[,.]?[”\"]")
_DEFINITION = re.compile(r"^\s*(?:(?:collectively|together|hereinafter|hereafter|or|and|the|,)\s*)*[“\"]")
_INITIALISM = re.compile(r"^[A-Z][A-Za-z&.]{0,8}[A-Z]s?$|^[A-Z]{2,8}$")
_WIRE = re.compile(r"(?:\(\s*([^()\n]{3,40}?)\s*\)\s*[-—–]+|/\s?([\w .-]{3,30}?)\s?/\s*[-—–]+|^\s*-{2}\s*([A-Z][\w ]{3,30}?)\s*-{2})", re.M)
_PLACE_LINE = re.compile(
    r"^[A-Z][A-Z .'’-]+(?:,[^\n()]{0,60}?)?(?:\d{4}|\d{1,2})\s*(?:[-—–]{1,2}|/)\s|^[A-Z][A-Z .'’-]{2,30}(?:,[^\n()]{0,30}?)?\s*[—–-]{1,2}\s", re.M
)
_BYLINE = re.compile(r"^(?:By|BY)\s+([^\n]{3,80})$", re.M)
_APPEARED = re.compile(r"\bappeared first on ([A-Z\w][\w .&'’-]{1,40}?)\.?\s*$", re.M)
_SOURCE_VERSION = re.compile(r"\b(?:View|Read|See)\s+(?:the\s+)?(?:original|source|full)[\w ]{0,20}\s+(?:on|at)\s+(?:www\.)?([\w-]+\.(?:com|net|org|co))\b")
_WORDS_OF_AUTHOR = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}")
_GOVERNMENT = frozenset({"government", "administration", "parliament", "army", "navy", "police", "treasury", "regulators"})
_LOWER_BODIES = ("central bank", "finance ministry", "foreign ministry", "defence ministry", "defense ministry", "trade ministry", "health ministry",
                 "interior ministry", "energy ministry", "supreme court", "competition authority", "antitrust authority", "state government", "federal government",
                 "city council", "state legislature", "air force", "competition watchdog", "markets regulator", "securities regulator", "justice department", "justice ministry", "treasury department")  # fmt: skip
_LOWER_FIRST = {first: [p for p in _LOWER_BODIES if p.startswith(first + " ")] for first in {p.split()[0] for p in _LOWER_BODIES}}
_OF_HEADS = frozenset({"Bank", "Banco", "Republic", "City", "State", "County", "Kingdom", "Sons", "Commonwealth", "Museum", "Order", "Council",
                       "Board", "Bureau", "Office", "House", "Town", "Port", "Chamber", "Confederation", "Institute"})  # fmt: skip
_IN_PLACE = re.compile(r"\b(?:in|at|of|from|to|near|across|and|for|by)\s*(?:the\s)?$|,\s*$")
_CAPS_AFTER = re.compile(r"(?: [A-Z][\w-]+){1,3}")
_SPEAKS = re.compile(r"\s(?:said|says|told|announced|agreed|acquired|sued|reported|reports|offered|bought|sold|plans|will)\b")
_REPORTS = re.compile(r"\s(?:reported|reports)\b(?: that\b| on \w+day\b| \w+day\b|,| earlier\b| citing\b)|\s(?:first|previously|earlier) reported\b|,? citing (?:people|sources|unnamed)")
_SOURCE_OF = re.compile(r"\b(?:cited by|reported by|told|interview with|data from|survey by|poll by|seen by|obtained by|speaking to|spoke to|speaks with|sits down with|sat down with) (?:the )?$")
_ITS_DATA = re.compile(r"(?:['’]s)? (?:data|figures|estimates|statistics|survey|analysts?|research|reports?)\b")
_THING_AFTER = re.compile(r" (?:mine|project|platform|program|programme|device|drug|vaccine|app|model|series|jets|aircraft|vehicles?|cars|phones?|brand|business|line|product|software|technology|system|site|field|well|gene|molecule)\b")
_BODY_AFTER = re.compile(r"(?:['’]s?)? (?:rival|shares|stock|plants?|factory|factories|executives|board|subsidiary|shareholders|investors|customers|employees|workers|chief executive|CEO|CFO|president|chairman|spokes\w+|owns|bid|acquisition of|headquarters|earnings|revenues?|profits?|and its)\b|, (?:a|an|the) [\w -]{0,40}\b(?:company|firm|maker|provider|developer|bank|startup|retailer|insurer|operator|subsidiary)\b")
#: Evidence that a longer name around it outweighs ("Army" in "United States Army Research Institute").
_WITHIN = frozenset({"public body", "public-body noun", "media", "ner:ORG", "ner:GPE", "ner:LOC", "ner:PERSON", "ner:NORP"})
_NER_KEYS = {"PERSON": "person", "ORG": "org", "GPE": "place", "LOC": "place"}
_CORRECTING = frozenset({"of", "for", "on", "and", "&", "the", "to", "de", ","})


@dataclass(slots=True)
class PartyCandidate:
    """A stretch that may name a party. `votes` are sums of evidence by what it would be: person, org (a party
    of an unknown sort), company, public_body, organization, place, none. `reasons` name the evidence.

    `ticker` is the code that a note behind the name gives, `aliases` are names that the text itself defines
    for it ("(“Acme” or the “Company”)"), `defined` the definite words it defines ("Company").
    """

    start: int
    end: int
    text: str
    votes: Counter[str] = field(default_factory=Counter)
    reasons: list[str] = field(default_factory=list)
    ticker: str | None = None
    aliases: list[tuple[int, int]] = field(default_factory=list)
    defined: list[tuple[int, int]] = field(default_factory=list)
    heading: bool = False

    @property
    def kind(self) -> str:
        """What most of the evidence at this place says; ties go to the first in alphabetical order."""
        return min(self.votes, key=lambda key: (-self.votes[key], key)) if self.votes else "none"

    def vote(self, key: str, weight: float, reason: str) -> None:
        """Add evidence."""
        self.votes[key] += weight
        if reason not in self.reasons:
            self.reasons.append(reason)


class PartyFinder:
    """Finds candidates in one article at a time; holds word lists only, so it may be shared.

    `lexicon` is a file of the user's own: one party a line, tab-separated name, kind, further names and tickers
    (a ticker is written `$ABCD`). Raises PatternError for a line that is not of that form.
    """

    def __init__(self, patterns: Patterns, lexicon: Path | None = None):
        self.words = PartyWords(patterns)
        self.titles = Titles(patterns)
        self.lexicon = read_lexicon(lexicon) if lexicon else {}

    def find(
        self, article: Article, sentences: list[Sentence], entities: list[Entity], taken: list[Span] = ()
    ) -> list[PartyCandidate]:
        """Candidates in text order, without overlaps. `taken` are spans (money, dates) that outrank names."""
        return _Search(self, article.text, sentences, entities, sorted(taken)).run()


def read_lexicon(path: Path) -> dict[str, tuple[str, str]]:
    """Name or alias -> (kind, main name). Lines: `name<TAB>kind[<TAB>alias…]`; `#` opens a comment."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PatternError(f"{path}: cannot be read as a lexicon ({error})") from error
    names: dict[str, tuple[str, str]] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, *rest = (part.strip() for part in line.split("\t"))
        if not rest or rest[0] not in ("person", "company", "public_body", "organization"):
            raise PatternError(
                f"{path}:{number}: write name, tab, kind (person, company, public_body or organization), further names"
            )
        for alias in (name, *(alias for alias in rest[1:] if alias)):
            names[alias.removeprefix("$")] = (rest[0], name)
    return names


def title_case(line: str) -> bool:
    """Whether nearly all longer words of a line are capitalised, as in a headline or in capitals."""
    words = [word for word in re.findall(r"[^\W\d_]{4,}", line)]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


class _Search:
    """The search through one article."""

    def __init__(self, finder: PartyFinder, text: str, sentences: list[Sentence], entities: list[Entity], taken: list[Span]):
        self.words, self.titles, self.lexicon = finder.words, finder.titles, finder.lexicon
        self.text, self.sentences, self.entities, self.taken = text, sentences, entities, taken
        self.tokens = Tokens(text)
        self.found: dict[tuple[int, int], PartyCandidate] = {}
        self.limits = self._limits()
        self.small = {token.text for token in self.tokens.all if token.text[0].islower()}
        self._runs: dict[int, list[tuple[str, ...]]] = {}

    def run(self) -> list[PartyCandidate]:
        self.headings = [Span(s.start, s.end) for s in self.sentences if title_case(self.text[s.start : s.end])]
        self.headlines = [Span(s.start, s.end) for s in self.sentences if s.role in ("headline", "kicker", "subheading")]
        self.datelines = self._datelines()
        self._from_lexicon()
        self._from_entities()
        self._from_forms()
        self._from_public_bodies()
        self._from_fixed_names()
        self._from_media()
        self._from_roles()
        self.title_spans = self.titles.find(self.tokens.all)
        self._from_titles()
        self._from_honorifics()
        self._trim_to_known()
        self._without_overlaps()
        self._from_parentheses()
        self._from_tickers()
        self._without_overlaps()
        self._weigh_words()
        return [self.found[key] for key in sorted(self.found)]

    # -- helpers ----------------------------------------------------------------------------------------------

    def _limits(self) -> list[int]:
        """For each token the number of the first token of its sentence (tokens outside get their own number)."""
        limits = list(range(len(self.tokens.all)))
        for sentence in self.sentences:
            first, last = self.tokens.at(sentence.start), self.tokens.at(sentence.end)
            limits[first:last] = [first] * (last - first)
        return limits

    def _add(self, start: int, end: int, key: str, weight: float, reason: str) -> PartyCandidate | None:
        start, end = self._trimmed(start, end)
        if start >= end or any(span.start < end and start < span.end for span in self.taken):
            return None
        candidate = self.found.get((start, end))
        if candidate is None:
            candidate = PartyCandidate(start, end, self.text[start:end], heading=self._inside(self.headings, start, end) or self._inside(self.headlines, start, end))
            self.found[start, end] = candidate
        candidate.vote(key, weight, reason)
        return candidate

    @staticmethod
    def _inside(spans: list[Span], start: int, end: int) -> bool:
        return any(span.start <= start and end <= span.end for span in spans)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Without quotes, stray marks, articles, forms of address and the possessive."""
        while True:
            name = self.text[start:end]
            front = len(name) - len(name.lstrip(_EDGE))
            if not front:
                first, space, _ = name.partition(" ")
                if space and (first.lower() in ("the", "a", "an") or first in self.words.honorifics):
                    front = len(first) + 1
            back = len(name) - len(name.rstrip(_EDGE)) if not name.endswith(")") or "(" not in name else 0
            if not back and (possessive := _POSSESSIVE.search(name)):
                back = len(name) - possessive.start()
            if not back and name.endswith(".") and not self._keeps_stop(name):
                back = 1
            if not front and not back:
                return start, end
            start, end = start + front, max(start + front, end - back)

    def _keeps_stop(self, name: str) -> bool:
        last = name.rsplit(None, 1)[-1]
        return self.words.is_form(last) or last in ("Jr.", "Sr.", "Bros.") or bool(re.fullmatch(r"(?:\w\.)+", last))

    # -- sources of names -------------------------------------------------------------------------------------

    def _from_lexicon(self) -> None:
        if not self.lexicon:
            return
        options = "|".join(re.escape(name) for name in sorted(self.lexicon, key=lambda n: (-len(n), n)))
        for match in re.finditer(rf"(?<!\w)(?:{options})(?!\w)", self.text):
            self._add(match.start(), match.end(), self.lexicon[match[0]][0], LEXICON, "lexicon")

    def _from_entities(self) -> None:
        for entity in self.entities:
            key = _NER_KEYS.get(entity.label)
            for start, end in self._pieces(entity.start, entity.end, entity.label):
                if not any(char.isupper() for char in self.text[start:end]):
                    continue
                start, end = self._trimmed(start, end)
                start, end = self._whole_name(start, end)
                if key is None:
                    key = "org" if not self.words.is_place(self.text[start:end]) else "place"
                share = HEADING_SHARE if self._inside(self.headings, start, end) else 1.0
                self._add(start, end, key, entity.score * share, f"ner:{entity.label}")

    def _pieces(self, start: int, end: int, label: str) -> list[tuple[int, int]]:
        """Cut an entity at line ends, inner possessives before a person, titles, doubled names and "and"."""
        pieces = []
        at = start
        for line in self.text[start:end].split("\n"):
            pieces += self._cut(at, at + len(line), label)
            at += len(line) + 1
        return pieces

    def _cut(self, start: int, end: int, label: str) -> list[tuple[int, int]]:
        name = self.text[start:end]
        doubled = re.match(r"^(?:[Tt]he )?(.{3,}?) (?:[Tt]he )?\1$", name)
        if doubled:
            return [(start, start + doubled.end(1)), (end - len(doubled[1]), end)]
        first, last = self.tokens.at(start), self.tokens.at(end)
        for title in self.titles.find(self.tokens.all[first : last + 3]):
            if title.first < last - first:
                left = self.tokens.all[first + title.first].start
                right = self.tokens.all[first + title.last - 1].end
                if left <= start and right >= end:
                    return [(start, end)] if label == "ORG" and left == start and title.last - title.first < 2 else []
                rest = self._cut(right, end, label) if right < end else []
                return ([(start, left)] if left > start else []) + [self._after_of(*piece) for piece in rest]
        if label == "PERSON" and (inner := re.search(r"['’]s? (?=[A-Z])", name)):
            return [(start, start + inner.start()), (start + inner.end(), end)]
        if (joint := re.search(r"(?<=\w) and (?=[A-Z])", name)) and self._two_names(name[: joint.start()], name[joint.end() :]):
            return [(start, start + joint.start()), (start + joint.end(), end)]
        return [(start, end)]

    def _after_of(self, start: int, end: int) -> tuple[int, int]:
        lead = re.match(r"\s*(?:of|at|for|,)\s+(?:the\s+)?", self.text[start:end])
        return (start + lead.end(), end) if lead else (start, end)

    def _two_names(self, left: str, right: str) -> bool:
        """Whether "left and right" are two names: both have two words or a business word at the end."""
        if " of " in left or left.split()[0] in ("Ministry", "Department", "Office"):
            return False
        if any(self.words.is_form(word) for word in left.split()[1:]):
            return True
        both = (left.split(), right.split())
        return all(len(parts) > 1 for parts in both) and both[0][-1] in self.words.business and both[1][-1] in self.words.business

    def _whole_name(self, start: int, end: int) -> tuple[int, int]:
        """Take in what belongs to the name: "& Cathedral", ", Inc.", a word glued by a hyphen."""
        tokens = self.tokens.all
        last = self.tokens.at(end)
        while last < len(tokens):
            step = 1 if tokens[last].text in (",", "&", "+") else 0
            if last + step >= len(tokens) or self.limits[last + step] != self.limits[max(last - 1, 0)]:
                break
            token = tokens[last + step]
            joined = step and tokens[last].text != "," and token.cap and tokens[last].start - end <= 1
            if not (joined or (token.text in ("Jr", "Sr") or self.words.is_form(token.text) and token.cap and token.start - end <= 3)):
                break
            last += step + 1
            end = token.end
            if token.text in ("Jr", "Sr") and self.text[end : end + 1] == ".":
                end += 1
            elif not token.text.endswith(".") and self.text[end : end + 1] == "." and self.words.is_form(token.text) and bare_needs_stop(token.text):
                end += 1
                last += 1
        first = self.tokens.at(start)
        while first >= 2 and tokens[first - 1].text in ("&", "+") and tokens[first - 2].cap and self.limits[first - 2] == self.limits[first - 1]:
            first -= 2
            while first > self.limits[first] and tokens[first - 1].cap and tokens[first - 1].text.lower() not in self.words.function:
                first -= 1
        if first < len(tokens) and tokens[first].start < start:
            start = tokens[first].start
        if re.search(r"\b[JS]r$", self.text[start:end]) and self.text[end : end + 1] == ".":
            end += 1
        if amp := re.search(r"[A-Z][\w-]+ &amp; $", self.text[max(0, start - 40) : start]):
            start -= len(amp[0])
        return start, end

    def _walk_left(self, at: int) -> int:
        """The number of the first token of the capitalised run that ends before token `at`."""
        tokens, first = self.tokens.all, at
        limit = self.limits[at]
        heading = self._inside(self.headings, tokens[at].start, tokens[at].end)
        while first > limit and at - first < 8:
            token = tokens[first - 1]
            if self._name_word(first - 1):
                first -= 1
            elif token.text in ("&", "+") and first - 2 >= limit and tokens[first - 2].cap:
                first -= 2
            elif token.text == "of" and first - 2 >= limit and tokens[first - 2].text in _OF_HEADS and not heading:
                first -= 2
            elif token.text == "." and first - 2 >= limit and len(tokens[first - 2].text) == 1 and tokens[first - 2].cap:
                first -= 2
            else:
                break
        while first < at and (tokens[first].text.lower() in self.words.function or tokens[first].text in ("&", "+", ".")):
            first += 1
        return self._after_title(first, at)

    def _after_title(self, first: int, last: int) -> int:
        """Skip a job title at the front of tokens [first, last)."""
        for title in self.titles.find(self.tokens.all[first:last]):
            if title.first == 0 and first + title.last < last:
                first += title.last
        return first

    def _from_forms(self) -> None:
        tokens = self.tokens.all
        for at, token in enumerate(tokens):
            if at == 0 or not token.cap or not self.words.is_form(token.text) or self.limits[at] == at:
                continue
            before = at - 1 if tokens[at - 1].text != "," else at - 2
            if before < self.limits[at] or not tokens[before].cap or self.words.is_form(tokens[before].text):
                continue
            first = self._walk_left(before + 1)
            if first > before or all(self.words.is_place(t.text) for t in tokens[first : before + 1]) or (before < at - 1 and len(token.text) == 2 and token.text in ("SA", "SE", "PA")):
                continue
            if token.text in ("Company", "Corporation", "Co", "Limited") and tokens[first].text.lower() in self.words.function:
                continue
            start, end = self._whole_name(tokens[first].start, tokens[before].end)
            self._add(start, end, "company", FORM, "company form")

    def _from_public_bodies(self) -> None:
        tokens = self.tokens.all
        at = 0
        while at < len(tokens):
            length = self._phrase(self.words.public_heads, at)
            if length:
                at = max(self._public_body(at, at + length), at + 1)
            else:
                if tokens[at].text in _GOVERNMENT or tokens[at].text in _LOWER_FIRST:
                    self._lower_body(at)
                at += 1

    def _phrase(self, table: dict[str, list[tuple[str, ...]]], at: int) -> int:
        for parts in table.get(self.tokens.all[at].text, ()):
            if tuple(token.text for token in self.tokens.all[at : at + len(parts)]) == parts:
                return len(parts)
        return 0

    def _public_body(self, at: int, last: int) -> int:
        """Add the public body whose head is tokens [at, last); returns where to go on."""
        tokens = self.tokens.all
        if self._inside(self.headings, tokens[at].start, tokens[at].end) and self.text[tokens[at].start : tokens[last - 1].end].isupper():
            return last
        first = self._walk_left(at)
        first = self._after_possessive(first, at)
        end = self._walk_of(last)
        if first == at and end == last and last - at < 2:
            return last
        if tokens[end - 1].text in self.words.no_heads or self.words.is_form(tokens[end - 1].text):
            return end
        if end < len(tokens) and tokens[end].cap and end == last and (self.words.is_form(tokens[end].text) or tokens[end].text in self.words.business or tokens[end].text in self.words.no_heads):
            return end
        if end < len(tokens) and end == last and tokens[end].cap and tokens[end].text in ("Chairman", "President") and first == at:
            return end
        self._add(tokens[first].start, tokens[end - 1].end, "public_body", PUBLIC, "public-body noun")
        return end

    def _after_possessive(self, first: int, at: int) -> int:
        for number in range(at - 1, first - 1, -1):
            if self.tokens.all[number].text in ("'s", "’s"):
                return number + 1
        return first

    def _walk_of(self, last: int) -> int:
        """Go right over "of the State of New York", "of Health and Human Services"."""
        tokens, end = self.tokens.all, last
        while end < len(tokens) and self.limits[end] == self.limits[last - 1]:
            step = end
            while step < len(tokens) and tokens[step].text in _CORRECTING | {"Of", "The", "For", "And"}:
                step += 1
            opens = step > end and (tokens[end].text.lower() in ("of", "for", "on") or (end > last and tokens[end].text in ("and", "&", ",")))
            if not opens or step - end > 3 or step >= len(tokens) or not tokens[step].cap or self.limits[step] != self.limits[end]:
                break
            if tokens[end].text in ("and", ",") and not self._noun_list(last, end, step):
                break
            end = step + 1
            while end < len(tokens) and tokens[end].cap and tokens[end].text.lower() not in self.words.function and self.limits[end] == self.limits[last - 1]:
                if self._inside(self.headings, tokens[end].start, tokens[end].end) and self.words.is_place(tokens[end - 1].text):
                    break
                end += 1
        return end

    def _noun_list(self, last: int, end: int, step: int) -> bool:
        """Whether "and X" goes on with the field of a ministry rather than opens another name."""
        tokens = self.tokens.all
        previous = tokens[end - 1].text
        if self.words.is_place(previous) or self.words.is_form(tokens[step].text) or tokens[step].text in self.words.honorifics:
            return False
        if tokens[end].text == ",":
            return any(token.text == "and" for token in tokens[step : step + 4]) and not self.words.is_place(tokens[step].text)
        following = tokens[step + 1].text if step + 1 < len(tokens) else ""
        return not (following in ("'s", "’s") and False) and self.text[tokens[last].start : tokens[last].end] in ("of", "for", "on", "Of")

    def _lower_body(self, at: int) -> None:
        """"Irish government", "the Victorian state government", "Ruritanian central bank"."""
        tokens = self.tokens.all
        first = at
        end = at + 1
        text = tokens[at].text
        if text not in _GOVERNMENT:
            phrase = next((p for p in _LOWER_FIRST.get(text, ()) if self.text.startswith(p, tokens[at].start)), None)
            if phrase is None:
                return
            end = at + phrase.count(" ") + 1
        elif at and tokens[at - 1].text in ("state", "federal", "central", "local", "provincial", "military", "national", "city"):
            first = at - 1
        owner = first
        limit = max(self.limits[at], first - 3)
        while owner > limit and tokens[owner - 1].cap and tokens[owner - 1].text.lower() not in self.words.function:
            owner -= 1
        if owner == first and first - 2 >= limit and tokens[first - 1].text in ("'s", "’s") and self.words.is_place(tokens[first - 2].text):
            owner = first - 2
        while owner < first and not self.words.is_place(self.text[tokens[owner].start : tokens[first - 1].end]):
            if text == "administration" and owner == first - 1:
                break
            owner += 1
        if owner < first and not (end < len(tokens) and tokens[end].text in ("bonds", "bond", "debt", "officials", "funding", "subsidies") and text != "government"):
            self._add(tokens[owner].start, tokens[end - 1].end, "public_body", PUBLIC, "public-body noun")

    def _from_fixed_names(self) -> None:
        for at, token in enumerate(self.tokens.all):
            if not token.cap:
                continue
            for table, key, reason in ((self.words.public_names, "public_body", "public body"), (self.words.media, "organization", "media")):
                if length := self._phrase(table, at):
                    self._add(token.start, self.tokens.all[at + length - 1].end, key, MEDIA, reason)
                    break

            if re.search(r"\w(?:[Ww]ire|WIRE|[a-z]News)$", token.text):
                self._add(token.start, token.end, "organization", MEDIA, "media")

    def _datelines(self) -> list[Span]:
        found = []
        for match in _WIRE.finditer(self.text):
            begin = self.text.rfind("\n", 0, match.start()) + 1
            name = match[1] or match[2] or match[3]
            if match.start() - begin > 120 or not name or not self._line_opens(begin, match.start()):
                continue
            found.append(Span(begin, match.start()))
        found += [Span(match.start(), match.end()) for match in _PLACE_LINE.finditer(self.text) if self._silent(match)]
        return found

    def _line_opens(self, begin: int, end: int) -> bool:
        lead = self.text[begin:end]
        return not lead.strip() or bool(re.match(r"\s*[A-Z]", lead)) and len(re.findall(r"\b[a-z]{3,}\b", lead)) <= 2

    def _silent(self, match: re.Match[str]) -> bool:
        return len(re.findall(r"\b[a-z]{3,}\b", match[0])) <= 1

    def _from_media(self) -> None:
        for match in _WIRE.finditer(self.text):
            group = next(number for number in (1, 2, 3) if match[number])
            begin = self.text.rfind("\n", 0, match.start()) + 1
            if match.start() - begin <= 120 and self._line_opens(begin, match.start()) and self._wire_name(match[group]):
                self._add(match.start(group), match.end(group), "organization", MEDIA, "wire in dateline")
        for pattern, reason in ((_APPEARED, "appeared first on"), (_SOURCE_VERSION, "source version on")):
            for match in pattern.finditer(self.text):
                self._add(match.start(1), match.end(1), "organization", MEDIA, reason)
        for match in _BYLINE.finditer(self.text):
            for position, part in enumerate(re.finditer(r"[^,;|]+", match[1])):
                if position == 0:
                    for name in _WORDS_OF_AUTHOR.finditer(part[0]):
                        at = match.start(1) + part.start() + name.start()
                        self._add(at, at + len(name[0]), "person", TITLE, "byline")
                elif _WORDS_OF_AUTHOR.fullmatch(part[0].strip()) or part[0].strip().istitle() and " " not in part[0].strip():
                    at = match.start(1) + part.start()
                    self._add(at, at + len(part[0]), "organization", MEDIA, "byline")

    def _wire_name(self, name: str) -> bool:
        parts = name.split()
        if ":" in name or not all(part[0].isupper() or part[0].isdigit() for part in parts) or name.startswith(("“", '"', "'")):
            return False
        return name.casefold() in self.words.media_names or bool(re.search(r"(?i)wire|news|press|media|reuters|ap\b|afp\b", name))

    def _from_roles(self) -> None:
        """"the chipmaker Acme", "startup Acme", "rival Acme": a name right behind a company's role noun."""
        tokens = self.tokens.all
        for at in range(1, len(tokens)):
            token = tokens[at]
            if not token.cap or self.limits[at] == at or tokens[at - 1].text.lower() not in self.words.company_roles or tokens[at - 1].cap:
                continue
            end = at
            while end < len(tokens) and end - at < 5 and self.limits[end] == self.limits[at] and (self._name_word(end) or self._initial(end) and end > at or tokens[end].text == "&"):
                end += 1
            if end == at or self.words.is_place(self.text[token.start : tokens[end - 1].end]) or self.words.is_place(token.text) or self._inside(self.headings, token.start, token.end):
                continue
            if self.titles.find(tokens[at:end]) or tokens[end - 1].text in self.words.no_heads or token.text in self.words.honorifics:
                continue
            self._add(token.start, tokens[end - 1].end, "org", 1.0, "role noun")

    def _from_titles(self) -> None:
        for title in self.title_spans:
            self._beside_title(title)

    def _beside_title(self, title: Title) -> None:
        """A capitalised run right behind a title, or before ", title", is a person's name."""
        tokens = self.tokens.all
        at = title.last
        if self._person_before(title):
            return
        if at < len(tokens) and tokens[at].text == ",":
            at += 1
        if at < len(tokens) and self.limits[at] == self.limits[title.first]:
            end = self._name_end(at)
            if 2 <= end - at <= 4 and (at == title.last or title.first and tokens[title.first - 1].text in ("'s", "’s", "the", "The")):
                self._add(tokens[at].start, tokens[end - 1].end, "person", TITLE, "title")
            elif end - at == 1 and (candidate := self._at(tokens[at].start)):
                candidate.vote("person", TITLE, "title")
        self._body_after(title)

    def _person_before(self, title: Title) -> bool:
        """Whether "Ada B. Tullow, <title>" stands here; the name becomes a candidate."""
        tokens = self.tokens.all
        if title.first < 3 or tokens[title.first - 1].text not in (",", "—", "–"):
            return False
        begin = title.first - 1
        while begin > self.limits[title.first] and begin > title.first - 7 and (self._name_word(begin - 1) or self._initial(begin - 1)):
            begin -= 1
        if not 2 <= title.first - 1 - begin <= 5 or self._orgish(begin, title.first - 1):
            return False
        self._add(tokens[begin].start, tokens[title.first - 2].end, "person", TITLE, "title")
        self._body_after(title)
        return True

    def _body_after(self, title: Title) -> None:
        """"president of X", "CEO at X": X is a body that has officers."""
        tokens, at = self.tokens.all, title.last
        if at + 1 >= len(tokens) or tokens[at].text not in ("of", "at") or self.limits[at + 1] != self.limits[title.first]:
            return
        at += 2 if tokens[at + 1].text.lower() == "the" else 1
        candidate = self._at(tokens[at].start) if at < len(tokens) else None
        if candidate and candidate.votes["place"] < candidate.votes["org"] + candidate.votes["person"] + candidate.votes["company"]:
            candidate.vote("org", TITLE, "has officers")

    def _name_word(self, at: int) -> bool:
        """Whether token `at` can be part of a name: capitalised, and no function word but an initial ("A.")."""
        token = self.tokens.all[at]
        if not token.cap:
            return False
        if len(token.text) == 1:
            return self.text[token.end : token.end + 1] in ("", ".", " ") and (token.text not in "AI" or self.text[token.end : token.end + 1] == ".")
        return token.text.lower() not in self.words.function

    def _initial(self, at: int) -> bool:
        return self.tokens.all[at].text == "." and at > 0 and (len(self.tokens.all[at - 1].text) == 1 or self.tokens.all[at - 1].text in ("Jr", "Sr"))

    def _name_end(self, at: int) -> int:
        tokens, end = self.tokens.all, at
        while end < len(tokens) and end - at < 6 and self.limits[end] == self.limits[at]:
            token = tokens[end]
            if self._name_word(end) and (not token.text.isupper() or len(token.text) == 1) or self._initial(end):
                end += 1
            else:
                break
        if self._orgish(at, end) or self._inside(self.headings, tokens[at].start, tokens[at].end if at < len(tokens) else 0):
            return at
        return end

    def _orgish(self, first: int, last: int) -> bool:
        words = self.words
        return any(
            words.is_form(t.text) or t.text in words.business or t.text in words.org_words or words.is_place(t.text) or t.text in words.no_heads or t.text in words.no_names
            for t in self.tokens.all[first:last]
        ) or bool(self.titles.find(self.tokens.all[first:last]))

    def _at(self, start: int) -> PartyCandidate | None:
        return next((c for (s, _), c in self.found.items() if s == start), None)

    def _trim_to_known(self) -> None:
        """"Facts & Figures Acme AG" ends in a name that stands elsewhere by itself: cut it back to that name."""
        known = Counter(c.text for c in self.found.values() if "company form" in c.reasons)
        for candidate in [c for c in self.found.values() if "company form" in c.reasons and known[c.text] == 1]:
            parts = candidate.text.split()
            for skip in range(1, len(parts) - 1):
                rest = " ".join(parts[skip:])
                if known[rest] and candidate.text.endswith(rest):
                    del self.found[candidate.start, candidate.end]
                    self._add(candidate.end - len(rest), candidate.end, "company", FORM, "company form")
                    break

    def _from_honorifics(self) -> None:
        for match in re.finditer(r"\b(Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Shri|Smt|Sheikh|Baroness)\b\.? (?=[A-Z])", self.text):
            at = self.tokens.at(match.end())
            end = self._name_end(at)
            if end > at and end - at <= 4:
                self._add(self.tokens.all[at].start, self.tokens.all[end - 1].end, "person", HONORIFIC, "honorific")

    def _without_overlaps(self) -> None:
        """Of candidates that overlap the one with the weightier evidence stays, then the longer; votes are handed on."""
        longer = [c for c in self.found.values() if not c.heading and any(r.startswith("ner:") for r in c.reasons) and c.votes["org"] > 0.5]

        def rank(candidate: PartyCandidate) -> tuple[int, int, int]:
            strong = any(not reason.startswith("ner:") for reason in candidate.reasons)
            if strong and not set(candidate.reasons) - _WITHIN:
                strong = not any(c.start <= candidate.start and candidate.end <= c.end and c is not candidate and c.end - c.start > candidate.end - candidate.start for c in longer)
            return (-strong, -(candidate.end - candidate.start), candidate.start)

        kept: list[PartyCandidate] = []
        for candidate in sorted(self.found.values(), key=rank):
            rival = next((k for k in kept if k.start < candidate.end and candidate.start < k.end), None)
            if rival is None:
                kept.append(candidate)
            elif 2 * (min(rival.end, candidate.end) - max(rival.start, candidate.start)) >= rival.end - rival.start:
                for key, weight in candidate.votes.items():
                    if key != "place":
                        rival.vote(key, weight, candidate.reasons[0])
        self.found = {(c.start, c.end): c for c in kept}

    # -- notes in parentheses ---------------------------------------------------------------------------------

    def _owner(self, before: int) -> PartyCandidate | None:
        """The candidate that ends right before `before`, other parentheses aside."""
        lead = self.text[max(0, before - 160) : before]
        while (stripped := re.sub(r"(?:\s|,|\([^()]*\)|®|™|['’]s?)+$", "", lead)) != lead:
            lead = stripped
        at = before - (len(self.text[max(0, before - 160) : before]) - len(lead))
        return next((c for c in self.found.values() if c.end in (at, at + 1)), None)

    def _from_parentheses(self) -> None:
        for match in _PAREN.finditer(self.text):
            inside, base = match[1], match.start(1)
            notes = [note for note in _TICKER_NOTE.finditer(inside) if self._exchange(note[1])]
            if notes:
                self._ticker_notes(match.start(), base, notes)
            elif _DEFINITION.match(inside):
                self._definitions(match.start(), base, inside)
            elif _INITIALISM.match(inside.strip()):
                self._initialism(match.start(), base + len(inside) - len(inside.lstrip()), inside.strip())

    def _exchange(self, name: str) -> bool:
        return name.strip().casefold() in self.words.exchanges

    def _ticker_notes(self, opens: int, base: int, notes: list[re.Match[str]]) -> None:
        owner = self._owner(opens) or self._name_before(opens)
        if owner and owner.votes["place"] > owner.votes["org"]:
            owner.votes["place"] = 0
        for note in notes:
            self._drop(base + note.start(), base + note.end())
            exchange = note[1].strip()
            at = base + note.start(1) + note[1].index(exchange)
            self._add(at, at + len(exchange), "organization", EXCHANGE, "exchange")
            if owner:
                owner.vote("company", EXCHANGE, "ticker")
                owner.ticker = owner.ticker or note[2]
                owner.aliases.append((base + note.start(2), base + note.end(2)))

    def _drop(self, start: int, end: int) -> None:
        for key in [key for key in self.found if key[0] < end and start < key[1]]:
            del self.found[key]

    def _name_before(self, opens: int) -> PartyCandidate | None:
        """The capitalised run before an opening bracket, as a new candidate."""
        last = self.tokens.at(opens)
        while last and self.tokens.all[last - 1].text in (",", ")"):
            last -= 1
        if not last or not self.tokens.all[last - 1].cap:
            return None
        first = self._walk_left(last)
        if first >= last or self._inside(self.headings, self.tokens.all[first].start, opens) and last - first > 4:
            return None
        return self._add(self.tokens.all[first].start, self.tokens.all[last - 1].end, "org", 0.3, "before a note")

    def _definitions(self, opens: int, base: int, inside: str) -> None:
        owner = self._owner(opens)
        if owner is None:
            return
        for quoted in _DEFINED.finditer(inside):
            start, end = base + quoted.start(1), base + quoted.end(1)
            words = quoted[1]
            generic = words.lower().removeprefix("the ").split()[-1] in self.words.roles or words in self.words.no_names
            self._drop(start, end)
            if generic:
                owner.defined.append((start, end))
            elif any(char.isupper() for char in words):
                owner.aliases.append((start, end))
            owner.vote("org" if not owner.votes["person"] else "person", 1.0, "defined term")

    def _initialism(self, opens: int, start: int, letters: str) -> None:
        owner = self._owner(opens)
        capitals = re.sub(r"[^A-Za-z]", "", letters.removesuffix("s")).upper()
        foreign = owner is not None and " " in owner.text and len(capitals) >= 3 and owner.kind != "place" and letters.isupper() and not self.words.is_place(letters)
        if owner is None or not spells(owner.text, capitals):
            run = self._run_spelling(opens, capitals)
            if run is None and not foreign:
                if self._lower_spelling(opens, capitals):
                    self._reject(letters)
                return
            owner = self._add(*run, "org", 1.0, "initialism") if run else owner
        if owner:
            self._drop(start, start + len(letters))
            owner.aliases.append((start, start + len(letters)))
            owner.vote("org", 0.7, "initialism")

    def _run_spelling(self, opens: int, letters: str) -> tuple[int, int] | None:
        """The capitalised words before a bracket whose first letters spell `letters`."""
        tokens = self.tokens.all
        last = self.tokens.at(opens)
        for first in range(last - 1, max(self.limits[max(last - 1, 0)], last - 12) - 1, -1):
            if not tokens[first].cap or tokens[first].text[0].upper() != letters[:1]:
                continue
            name = self.text[tokens[first].start : tokens[last - 1].end]
            plain = [t for t in tokens[first:last] if not t.cap and t.text.lower() not in _CORRECTING | {"in", "at", "-", "/"}]
            if not plain and spells(name, letters):
                return tokens[first].start, tokens[last - 1].end
        return None

    def _lower_spelling(self, opens: int, letters: str) -> bool:
        words = re.findall(r"[A-Za-z]+", self.text[max(0, opens - 90) : opens])[-len(letters) - 2 :]
        if not words or all(word[0].isupper() for word in words[-len(letters) :]):
            return False
        return spells(" ".join(words[-len(letters) :]).title(), letters)

    def _reject(self, name: str) -> None:
        for candidate in self.found.values():
            if candidate.text in (name, name.removesuffix("s")):
                candidate.vote("none", 5, "abbreviates a common noun")

    def _from_tickers(self) -> None:
        for match in _UNDER_TICKER.finditer(self.text):
            self._drop(match.start(1), match.end(1))
            owner = self._subject_before(match.start())
            if owner:
                owner.ticker = owner.ticker or match[1]
                owner.aliases.append((match.start(1), match.end(1)))
                owner.vote("company", 1, "ticker")
            lead = self.text[max(0, match.start() - 40) : match.start()]
            if exchange := re.search(r"\b([A-Z][\w.]+)\s+$", lead):
                if self._exchange(exchange[1]):
                    at = match.start() - len(lead) + exchange.start(1)
                    self._add(at, at + len(exchange[1]), "organization", EXCHANGE, "exchange")
        for token in self.tokens.all:
            if token.cap and self._exchange(token.text) and (token.text.isupper() or token.text in ("Nasdaq", "Euronext", "Xetra")) and len(token.text) > 2:
                follows = self.text[token.end : token.end + 12]
                if not re.match(r"\s?(?:Composite|100|200|\d|-\d|[Ii]ndex)", follows):
                    self._add(token.start, token.end, "organization", EXCHANGE if token.text != "AIM" else 1, "exchange")

    def _subject_before(self, at: int) -> PartyCandidate | None:
        """The last candidate before `at` that looks like a company, at most 300 characters back in its line."""
        floor = max(self.text.rfind("\n", 0, at), at - 300)
        before = [c for c in self.found.values() if floor <= c.start < at and c.votes["org"] + c.votes["company"] > 0 and c.votes["organization"] < 2]
        return min(before, key=lambda c: c.start) if before else None

    # -- evidence from the words around -----------------------------------------------------------------------

    def _weigh_words(self) -> None:
        for candidate in self.found.values():
            self._weigh_name(candidate)
            self._weigh_context(candidate)

    def _weigh_name(self, candidate: PartyCandidate) -> None:
        words, name = self.words, candidate.text
        parts = name.split()
        last = parts[-1].rstrip(".,")
        formal = "company form" in candidate.reasons
        if name in words.no_names or all(part.lower() in words.function for part in parts):
            candidate.vote("none", 6, "no party by name")
        if last in words.no_heads and len(parts) > 1 and not formal:
            candidate.vote("none", 4, "no party by its last word")
        if not formal and "public-body noun" not in candidate.reasons and len(parts) > 2 and self._holds_public_head(candidate):
            candidate.vote("public_body", PUBLIC, "public-body noun")
        if len(parts) > 1 and any(part in words.business for part in parts[1:]):
            candidate.vote("company", BUSINESS, "business word")
        if not formal and (last in words.org_words or " ".join(parts[-2:]) in words.org_words or parts[0] in words.org_words and parts[1:2] in (["of"], ["for"])):
            candidate.vote("organization", ORG_WORD, "organisation noun")
        if words.is_place(name):
            candidate.vote("place", 1, "place name")
        if "://" in name or "@" in name or re.search(r"\.(?:com|net|org|io)/", name) or name.isdigit():
            candidate.vote("none", 6, "address")
        if self._inside(self.datelines, candidate.start, candidate.end) and not formal and not candidate.ticker and not {"wire in dateline", "media"} & set(candidate.reasons):
            candidate.vote("none", 5, "dateline")
        if self._common_noun(candidate):
            candidate.vote("none", 5, "a common noun")

    def _holds_public_head(self, candidate: PartyCandidate) -> bool:
        first, last = self.tokens.at(candidate.start), self.tokens.at(candidate.end)
        return any(self._phrase(self.words.public_heads, at) for at in range(first, last))

    def _common_noun(self, candidate: PartyCandidate) -> bool:
        """A word that starts a sentence or stands in a heading and else is written small; letters that a run of
        small words spells ("voluntary separation program … VSP")."""
        name = candidate.text
        if any(not reason.startswith(("ner:", "verb")) for reason in candidate.reasons) or " " in name:
            return False
        if name.isupper():
            return 3 <= len(name) <= 5 and self._spelt_small(name)
        first = self.tokens.at(candidate.start)
        opens = first < len(self.limits) and self.limits[first] == first or candidate.heading or self.text[max(0, candidate.start - 1) : candidate.start] in ("“", '"')
        return opens and name.lower() in self.small

    def _spelt_small(self, letters: str) -> bool:
        low = letters.lower()
        return any(low == "".join(word[0] for word in run) for run in self._small_runs(len(low)))

    def _small_runs(self, size: int) -> list[tuple[str, ...]]:
        if size not in self._runs:
            tokens = self.tokens.all
            runs = []
            for at in range(len(tokens) - size + 1):
                run = tuple(token.text for token in tokens[at : at + size])
                if all(word[0].islower() and len(word) > 3 and word not in self.words.function for word in run):
                    runs.append(run)
            self._runs[size] = runs
        return self._runs[size]

    def _weigh_context(self, candidate: PartyCandidate) -> None:
        after = self.text[candidate.end : candidate.end + 45]
        before = self.text[max(0, candidate.start - 40) : candidate.start]
        votes = candidate.votes
        if votes["place"] and votes["place"] >= votes["org"] and not candidate.heading:
            if (act := self._acts(candidate.end)) and not _IN_PLACE.search(before):
                candidate.vote("acts", ACTS, f"acts: {act}")
            return
        if match := _CAPS_AFTER.match(after):
            if match[0].split()[-1] in self.words.no_heads and not candidate.ticker and "company form" not in candidate.reasons:
                candidate.vote("none", 4, "part of a name that is no party")
        if candidate.heading:
            return
        if _SPEAKS.match(after):
            candidate.vote("org" if votes["org"] >= votes["person"] else "person", 0.4, "verb")
        if _REPORTS.match(after) or _SOURCE_OF.search(before) or _ITS_DATA.match(after) and re.search(r"(?i)according to (?:the )?$", before):
            candidate.vote("organization", 1.6, "source of news or data")
        if before.endswith((" joins ", " joined ")) and re.match(r"['’]s (?:[A-Z]\w+ ){2}(?:to|for)\b", after):
            candidate.vote("organization", 1.6, "source of news or data")
        if _THING_AFTER.match(after):
            candidate.vote("none", 1.2, "names a thing")
        if _BODY_AFTER.match(after):
            candidate.vote("org", 1.2, "has what a business has")

    def _acts(self, end: int) -> str | None:
        match = re.match(r"\s(?:(?:has|have|had|also|will|would|on \w+day)\s){0,2}([a-z]+)\b", self.text[end : end + 40])
        return match[1] if match and match[1] in self.words.acting else None


def bare_needs_stop(form: str) -> bool:
    """Whether a stop behind a legal form belongs to it: "Inc.", "Co.", not "LLC." at a sentence's end."""
    return form in ("Inc", "Corp", "Co", "Ltd", "Cos", "Pty", "Pte", "Pvt", "Bhd", "Sdn", "Ltda", "Sp") or "." in form


def spells(name: str, letters: str) -> bool:
    """Whether the words of a name begin with these letters, small words counted or not.

    >>> spells("Department of Health and Human Services", "HHS"), spells("Acme Corp.", "AB")
    (True, False)
    """
    words = re.findall(r"[^\W_]+", name.replace("’s", "").replace("'s", ""))
    every = "".join(word[0] for word in words).upper()
    capital = "".join(word[0] for word in words if word[0].isupper() or word[0].isdigit()).upper()
    if len(letters) < 2:
        return False
    inner = "".join(char for word in words for char in (word if sum(c.isupper() for c in word) > 1 else word[0]) if char.isupper() or char == word[0]).upper()
    return any(letters == full or full.startswith(letters) and len(letters) >= 2 or (len(letters) >= 3 and full.endswith(letters)) for full in (every, capital, inner))
