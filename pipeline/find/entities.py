"""What a NER marked, cut and completed to names."""

from __future__ import annotations

import re

from .candidates import HEADING_SHARE
from .edges import is_namesake
from .joins import Joins
from .titles import Title

_OF_TOWN = re.compile(r" of ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\b(?! [A-Z])")
#: What joins the last word of a firm's name to it: "Lowfield Power and Light", "Quill and Sons".
_AND_TAIL = re.compile(
    r" and (?:(?:Sons|Daughters|Brothers|Associates|Allied)\b|(?<=Power and )Light\b|(?<=Gas and )Electric\b"
    r"|(?<=Light and )Power\b|(?<=Water and )Power\b)(?! [A-Z])"
)
#: Last words of firms behind which "of" tells where they are: any town, or at least a country or a state.
_SEATED_ANYWHERE = frozenset(
    {"Properties", "Capital", "Partners", "Holdings", "Ventures", "Technologies", "Terminals", "Securities", "Software",
     "Logistics", "Investments", "Therapeutics", "Pharmaceuticals"}
)  # fmt: skip
_SEATED = _SEATED_ANYWHERE | {"Group", "Foods", "Industries", "Mining", "Shipping", "Textiles", "Ports", "Engineering"}
#: Words of firms and bodies that are named with the town or country they are of.
_NAMED_OF = frozenset(
    {"Trust", "Insurance", "Life", "Assurance", "Savings", "Mutual", "Credit", "Airports", "Services", "Clubs",
     "Friends", "Girls", "Boys", "Volunteers", "Citizens", "Knights", "Daughters", "Sons", "Brothers", "Sisters",
     "Charities", "Industries", "Workers", "Teachers", "Employees", "Women", "Schools", "Universities", "Colleges",
     "Realtors", "Shield", "Christians", "Jews", "Saints", "Power", "Health", "Medical", "Law", "Title", "Farms",
     "Properties", "Homes", "Airlines", "Railways", "Lawyers", "Broadcasters", "Manufacturers", "Bankers", "Agency",
     "Works", "States", "Emirates", "Motors", "Cars", "Nations", "Games", "Records", "Tours", "Wines", "Spirits",
     "Steel", "Ports", "Lines", "Hospitals", "Clinics"}
)  # fmt: skip
#: What a group is of, rather than from.
_PARTS_OF = frozenset({"Companies", "Funds", "Hotels", "Schools", "Hospitals", "Brands", "Newspapers", "Industries"})
#: Last words of bodies that two rivers, towns or counties have together.
_REGIONAL = frozenset(
    {"Trust", "Society", "Association", "Railway", "Canal", "Hospital", "Hospitals", "Police", "Constabulary",
     "Council", "College", "Institute", "Authority", "Chamber"}
)  # fmt: skip
#: Trades in small letters that a NER takes into a firm's name: "Harrow Provincial life|office".
_SMALL_TRADES = frozenset(
    {"life", "oil", "gas", "tobacco", "insurance", "steel", "property", "retail", "drinks", "food", "media", "energy",
     "mining", "banking", "investment", "defence", "engineering", "shipping", "supermarket", "hotel", "brewing"}
)  # fmt: skip
#: What is had of a body whose name a NER runs on: "Department of Ovens business".
_WON = frozenset({"business", "contract", "contracts", "funding", "approval", "money"})
#: Words that open what a page ran into the end of a line.
_NEXT = frozenset({"Founded", "About", "Headquartered", "Established", "The", "This", "Based"})
#: Last words of names that a NER may leave out, beside those of business.
TAILS = frozenset({"Fund", "Charities", "Foundation"})
#: "Beatles' " before what is theirs, in one entity.
_OWNED = re.compile(r"([A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*)['’]s? (?=[A-Z])")
#: What parts two lines, or two paragraphs that a page has run together.
_GAP = re.compile(r"\n|\s{2,}|(?<=[a-z])/(?=[A-Z][a-z])|-(?:[Bb]acked|[Oo]wned|[Ff]unded|[Ll]ed)(?:\s|$)")
#: "the Lowfield Rangers baseball|team".
_SPORTS = frozenset({"baseball", "football", "soccer", "basketball", "hockey", "rugby", "cricket"})
#: Last words of those that speak for trades, two of which one name may tell: "Kiln Leasing and Finance Association".
_GUILDS = frozenset({"Association", "Federation", "Institute", "Society", "Chamber", "Alliance"})
#: The letter before a firm's name: "e-Quill".
_LETTER = re.compile(r"(?<![\w.'’-])[a-z]-$")
_HALF_WORD = re.compile(r"-(?!(?:Backed|Owned|Led|Based|Listed|Funded|Run)\b)[A-Z]")
_TWICE = re.compile(r"^(?:[Tt]he )?(.{3,}?)\s{1,3}(?:[Tt]he )?\1$")
#: What a NER took into a person's name; particles stay ("van der Quill").
_CALLED = re.compile(
    r"(?:(?!(?:al|bin|da|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|ter|van|von|zu)\b)[a-z][a-z-]+ )+(?=[A-Z])"
)
#: The second half of a Korean or Chinese given name, and words that make an adjective of a name instead.
_SYLLABLE = re.compile(r"-([a-z]{2,6})\b(?!-)")
_COMPOUNDS = frozenset(
    {"era", "owned", "backed", "led", "style", "based", "like", "linked", "run", "made", "esque", "free", "listed",
     "born", "type", "themed", "funded", "driven", "held"}
)  # fmt: skip
#: Ranks and forms of address of several words or in short.
_RANK = re.compile(
    r"(?:(?:(?:Lt|Maj|Brig)\.?[ -](?:Gen|Col|Cmdr)|(?:Vice|Rear) Adm|Air (?:(?:Chief|Vice)[ -])?Marshal|Field Marshal"
    r"|Det(?: Ch| Chief)?\.? (?:Insp|Supt|Sgt|Con)|Ch (?:Insp|Supt)|Tan Sri|Dat(?:uk|o['’]?) (?:Seri|Sri)|Rt Hon"
    r"|Brig|Lt|Cmdr|Sgt|Cpl|Insp|Supt|DCI|DCS|Engr|Alhaji|Alhaja|Hajiya|Mallam|Otunba|Dato['’]|Datin|Encik|Seri"
    r"|(?:Gen|Maj|Col|(?:Lieutenant |Major |Brigadier )?General)(?=\.? [A-Z][\w.'’-]* [A-Z]))\.? )+"
    r"(?:(?:Sir|Dame|Dr|Seri|Sri)\.? )?(?=[A-Z])"
)
_POSSESSOR = re.compile(r"['’]s? (?=[A-Z])")
_JOINT = re.compile(r"(?<=\w) and (?=[A-Z])")
#: Letters behind the comma that ends another name.
_SHORT_BEHIND = re.compile(r", ([A-Z]{2,5})$")
#: "Sparks, NV", which a NER may take for a firm with its legal form.
_TOWN_AND_STATE = re.compile(r"[A-Z][\w .'’-]+, [A-Z]{2}")
_NER_KEYS = {"PERSON": "person", "ORG": "org", "GPE": "place", "LOC": "place"}


#: Titles of one word that are common surnames.
_SURNAMES = frozenset(
    {"King", "Dean", "Pope", "Bishop", "Judge", "Prince", "Major", "Duke", "Baron", "Marshall", "Knight"}
)


class Entities(Joins):
    """Finds the names of one article that a NER marked."""

    def _from_entities(self) -> None:
        for entity in self._joined_by_hyphens():
            if not self._inside_any(entity.start):
                continue
            key = _NER_KEYS.get(entity.label)
            for start, end in self._pieces(entity.start, entity.end, entity.label):
                if not any(char.isupper() for char in self.text[start:end]):
                    continue
                start, end = self._trimmed(start, self._over_of(end) if key == "org" else end)
                start, end = self._person(start, end) if key == "person" else self._whole_name(start, end)
                if key == "org" and (letter := _LETTER.search(self.text, max(0, start - 3), start)):
                    start = letter.start()
                if key == "org" and (start := self._after_noun(start, end)) >= end:
                    continue
                if key == "org":
                    start = self._over_generic(self._from_namesake(start, end))
                    end = self._to_business(end) if entity.score > 0.5 else end
                    seated = " of " in self.text[start:end]
                    end = self._less_seat(start, end) if seated else self._of_town(start, end)
                    end = tail.end() if (tail := _AND_TAIL.match(self.text, end)) else end
                if key == "org" and (note := _SHORT_BEHIND.search(self.text, start, end)) and self._defines(note[1]):
                    end = note.start()  # "alongside Harrow, HCA will"
                if key == "org" and _TOWN_AND_STATE.fullmatch(self.text, start, end):
                    town = self.text[end - 2 : end] in self.words.place_codes
                    key, end = ("place", end - 4) if town else (key, end)
                if key is None:
                    key = "org" if not self.words.is_place(self.text[start:end]) else "place"
                share = HEADING_SHARE if self._inside(self.headings, start, end) else 1.0
                self._add(start, end, key, entity.score * share, f"ner:{entity.label}")

    def _after_noun(self, start: int, end: int) -> int:
        """Where a name begins behind the noun that opens its sentence: "Supermarket|Harrow", "Broadcaster|" alone."""
        at = self.tokens.at(start)
        if at + 1 >= len(self.starts) or self.limits[at] != at or self.starts[at + 1] != self.ends[at] + 1:
            return start
        word, behind = self.tokens.all[at], self.tokens.all[at + 1]
        if word.low not in self.words.firm_roles or word.text in self.words.business or not word.text.istitle():
            return start
        again = self.text.count(self.text[start:end]) > 1 and end > self.ends[at]
        form = self.words.is_form(behind.text) or behind.text in self.words.business
        return start if again or form or not self._name_word(at + 1) else self.starts[at + 1]

    def _from_namesake(self, start: int, end: int) -> int:
        """Where "Queen|Elizabeth Hospital" begins, whose title a NER left out."""
        first = self.tokens.at(start)
        if first >= len(self.limits) or first <= self.limits[first]:
            return start
        if not is_namesake(self.words, self.text[self.starts[first - 1] : end]):
            return start
        return self.starts[first - 1]

    def _to_business(self, end: int) -> int:
        """The end of a firm's name with the one capitalised business word behind it that a NER left out."""
        tokens, at = self.tokens.all, self.tokens.at(end)
        if at + 1 >= len(tokens) or self.starts[at] != end + 1:
            return end
        if tokens[at].text not in self.words.business and tokens[at].text not in TAILS:
            return end
        goes_on = tokens[at + 1].cap or tokens[at + 1].text in ("&", "-", "and")
        if goes_on and any(title.first == 0 for title in self._titles(at + 1, at + 4)):
            goes_on = False  # "CFDX Fund Director Ada Quill"
        plain = not goes_on and self.limits[at] == self.limits[at - 1]
        return self.ends[at] if plain and not self._inside(self.headings, end, self.ends[at]) else end

    def _over_of(self, end: int) -> int:
        """The end of a name that a NER broke off behind "of": "the Art Guild of|Lowfield"."""
        if not self.text.startswith(" of ", end - 3):
            return end
        tokens, at = self.tokens.all, self.tokens.at(end)
        if at < 2 or tokens[at - 2].text not in self.words.org_words | {"Bank"}:
            return end
        stop = at
        while stop < len(tokens) and stop - at < 6 and self.limits[stop] == self.limits[at] and self._name_word(stop):
            if tokens[stop].text in _NEXT:
                break
            stop += 1
        return self.ends[stop - 1] if stop > at else end

    def _of_town(self, start: int, end: int) -> int:
        """The end of "Plumbing Supply of Osterby", whose words before "of" name no firm by themselves."""
        town = _OF_TOWN.match(self.text, end)
        if town is None:
            return end
        name = self.text[start:end].split()
        known = len(name) > 1 and self.words.is_place(town[1]) and all(w in self.words.business for w in name)
        led = self.text[max(0, start - 4) : start].lower() in ("the ", "and ")
        return town.end() if known and not led and not self._inside(self.headings, start, end) else end

    def _less_seat(self, start: int, end: int) -> int:
        """The end of a firm's name without the place that it is from: "Harrow Capital|of Sweden"."""
        name, _, seat = self.text[start:end].rpartition(" of ")
        words, last = self.words, name.rpartition(" ")[2]
        if " " not in name:
            plain = last in words.business or last in words.org_words or last in words.of_heads
            plain = plain or last in words.no_heads or last.lower() in words.generic or not last[1:].islower()
            sure = not plain and self._phrase(words.public_heads, self.tokens.at(start)) == 0
            led = self.text[max(0, start - 4) : start].lower() == "the " or last.endswith("s")
            cut = sure and not led and seat in words.capitals
        else:
            cut = last in _SEATED and (last in _SEATED_ANYWHERE or words.is_place(seat)) and seat.count(" ") < 3
            cut = cut or self._only_seated(start, name, seat)
        return start + len(name) if cut else end

    def _only_seated(self, start: int, name: str, seat: str) -> bool:
        """Whether a firm's name is told once, with the town that it is from: "Harrow Walls|of Osterby"; one that is
        always called so keeps the town.
        """
        words, last = self.words, name.rpartition(" ")[2]
        if name.count(" ") > 3 or seat.count(" ") > 1 or " and " in name or not (seat.istitle() and seat[-1].isalpha()):
            return False
        if seat in _PARTS_OF:
            return False
        if self.text[max(0, start - 4) : start].lower() == "the " or self.text.count(f"{name} of {seat}") > 1:
            return False
        sort = last in words.business or (last.endswith("s") and last not in words.org_words and last[1:].islower())
        known = words.of_heads | _NAMED_OF | words.org_words
        other = known.intersection(name.split()) or all(w in words.business or w in known for w in name.split())
        return sort and not other and not self._phrase(words.public_heads, self.tokens.at(start))

    def _over_generic(self, start: int) -> int:
        """Where "Dockside and Allied Workers Union" begins, of which a NER marked no more than words of a sort."""
        at = self.tokens.at(start)
        first = self._before_and(at) if at > 2 else at
        first = at - 2 if first == at and at > 2 and self._of_two(at) else first
        return self.starts[first] if first < at else start

    def _of_two(self, at: int) -> bool:
        """Whether "the Wye and" before token `at` opens the name of a body of two rivers, towns or counties."""
        tokens, words = self.tokens.all, self.words
        other = tokens[at - 2].text
        if tokens[at - 1].text != "and" or tokens[at - 3].low != "the" or self.limits[at - 3] != self.limits[at]:
            return False
        if not other.istitle() or at + 1 >= len(tokens) or tokens[at + 1].text not in _REGIONAL:
            return False
        known = (words.public_names, words.media, words.org_names, words.business, words.org_words)
        return tokens[at].text.istitle() and not any(other in some or tokens[at].text in some for some in known)

    def _before_and(self, at: int) -> int:
        """Where a name begins whose part from token `at` on holds only words of a sort behind "and"."""
        tokens, words, end = self.tokens.all, self.words, at
        if tokens[at - 1].text not in ("and", "&") or not tokens[at - 2].cap or self.limits[at - 2] != self.limits[at]:
            return at
        while end < len(tokens) and tokens[end].cap and self.limits[end] == self.limits[at]:
            word = tokens[end].text
            plain = word in words.business or word in words.org_words or word in words.no_heads
            plain = plain or tokens[at].text == "District"
            if not (plain or word.lower() in words.generic or words.is_form(word)):
                return at
            end += 1
        if end - at < 2 or self._inside(self.headings, self.starts[at], self.ends[at]):
            return at
        first = self._walk_left(at - 1)
        left = self.text[self.starts[first] : self.ends[at - 2]]
        guild = end - at == 2 and tokens[end - 1].text in _GUILDS
        forms = [t.text for t in tokens[first : at - 1] if words.is_form(t.text)]
        firms = forms or [t.text for t in tokens[first : at - 1] if t.text in words.business]
        lone = first < at - 1 and not (forms if guild else firms) and (guild or left not in self.marked)
        return first if lone and not words.is_place(left) else at

    def _person(self, start: int, end: int) -> tuple[int, int]:
        """A person's name less what it is called by, with all of a given name: "tycoon Ada Quill", "Kim Dae-sung"."""
        if (rank := _RANK.match(self.text, start, end)) and not self._firm_words(rank.end(), end):
            start = rank.end()
        if called := _CALLED.match(self.text, start, end):
            start = called.end() if " " in self.text[called.end() : end] else start
        syllable = _SYLLABLE.match(self.text, end)
        if syllable and " " in self.text[start:end] and syllable[1] not in _COMPOUNDS:
            end = syllable.end()
        return self._whole_name(start, end)

    def _firm_words(self, start: int, end: int) -> bool:
        """Whether a name marked as a person's holds a word of firms: "Gen Quill Holdings"."""
        words = self.words
        return any(
            words.is_form(w) or w in words.business - words.surname_words or w in words.org_words
            for w in self.text[start:end].split()
        )

    def _pieces(self, start: int, end: int, label: str) -> list[tuple[int, int]]:
        """Cut an entity at line ends, inner possessives before a person, titles, doubled names and "and"."""
        pieces = []
        at = start
        name = self.text[start:end]
        spaced = "/" in name or "-" in name or name.count(" ") + 1 != len(name.split())  # else there is no gap in it
        for gap in (*_GAP.finditer(self.text, start, end), None) if spaced else (None,):
            stop = gap.start() if gap else end
            pieces += self._cut(at, self._word_end(at, stop), label) if stop > at else []
            at = gap.end() if gap else end
        return pieces

    def _word_end(self, start: int, end: int) -> int:
        """Where an entity ends, less half a word ("Acme Advisors Co" of "Co-Chief") and a small word it needs not."""
        name = self.text[start:end]
        head, space, last = name.rpartition(" ")
        half = _HALF_WORD.match(self.text, end) and last[-1:].isalpha()
        small = last.islower() and (head in self.marked or last in _SPORTS)
        small = small or last in _WON
        small = small or (last in _SMALL_TRADES and self.text[end : end + 2].strip(" ").islower())
        return start + len(head) if space and (half or small) else end

    def _cut(self, start: int, end: int, label: str) -> list[tuple[int, int]]:
        name = self.text[start:end]
        doubled = _TWICE.match(name) if len(name) > 7 and name.find(name[-3:], 0, -3) >= 0 else None
        if doubled and (" " in doubled[1] or label != "PERSON"):  # "Sirhan Sirhan" is one name
            return [(start, start + doubled.end(1)), (end - len(doubled[1]), end)]
        first, last = self.tokens.at(start), self.tokens.at(end)
        for title in self._titles(first, last + 3):
            if label == "PERSON" and last - first == 2 and title.first == 1 and name.istitle():
                continue  # "said Ada Dean", "said Ada Pope, managing director"
            whole = label == "PERSON" and title.first == 2 and title.last == last - first == 3
            surname = self.tokens.all[last - 1].text in _SURNAMES
            if whole and name.istitle() and surname:
                continue  # "said Ada Maria King"
            inside = label == "PERSON" and title.first and first + title.last == last - 1
            if inside and self.tokens.all[last - 1].text in self.words.business - self.words.surname_words:
                continue  # "Harrow Coach Lines"
            if label == "ORG" and title.first == 0 and title.last == 1 and is_namesake(self.words, name):
                continue
            behind = self.ends[first + title.last - 1]
            if label == "ORG" and title.first == 0 and behind < end and self.text.startswith(("'", "’"), behind):
                continue  # "Governor's Office"
            if label == "ORG" and title.first and name.startswith("Office of "):
                continue  # "Office of the Comptroller"
            if label == "ORG" and title.last == 1 and title.first == 0 and self._ends_body(first, last):
                continue  # "Premier League"
            if label == "ORG" and title.first == 1 and last - first == 2 and surname:
                continue  # a firm "Oven King"
            if title.first < last - first:
                left = self.starts[first + title.first]
                right = self.ends[first + title.last - 1]
                if label == "ORG" and left > start and self._title_inside(title, first, last):
                    continue
                if left <= start and right >= end:
                    return [(start, end)] if label == "ORG" and left == start and title.last - title.first < 2 else []
                rest = self._cut(right, end, label) if right < end else []
                return ([(start, left)] if left > start else []) + [self._after_of(*piece) for piece in rest]
        possessive = "'" in name or "’" in name
        owned = _OWNED.match(name) if possessive and label == "ORG" else None
        if owned and self._owner_known(owned[1]) and not self._is_general(name[owned.end() :]):
            return [(start, start + owned.end(1)), *self._cut(start + owned.end(), end, label)]
        if possessive and label == "PERSON" and (inner := _POSSESSOR.search(name)):
            return [(start, start + inner.start()), (start + inner.end(), end)]
        if (
            " and " in name
            and (joint := _JOINT.search(name))
            and self._two_names(name[: joint.start()], name[joint.end() :])
        ):
            return [(start, start + joint.start()), (start + joint.end(), end)]
        return [(start, end)]

    def _ends_body(self, first: int, last: int) -> bool:
        """Whether tokens [first, last) are two, of which the second is a noun of organisations."""
        return last - first == 2 and self.tokens.all[last - 1].text in self.words.org_words

    def _title_inside(self, title: Title, first: int, last: int) -> bool:
        """Whether a title of one word is part of tokens [first, last), a name ("Harrow Advisor Services")."""
        tail = self.tokens.all[first + title.last : last]
        return title.last - title.first == 1 and len(tail) == 1 and tail[0].text in self.words.business

    def _is_general(self, name: str) -> bool:
        """Whether a name holds only words of a sort ("Hospital Trust")."""
        words = self.words
        plain = words.business | words.org_words | words.no_heads | words.departments
        return all(word in plain or word.lower() in words.generic for word in name.split())

    def _owner_known(self, name: str) -> bool:
        """Whether what stands before "'s" in a name is one by itself: marked elsewhere, or an abbreviation."""
        return name in self.marked or (name.isupper() and 3 <= len(name) <= 5)

    def _after_of(self, start: int, end: int) -> tuple[int, int]:
        lead = re.match(r"\s*(?:of|at|for|,)\s+(?:the\s+)?", self.text[start:end])
        return (start + lead.end(), end) if lead else (start, end)

    def _two_names(self, left: str, right: str) -> bool:
        """Whether "left and right" are two names: both have two words or a business word at the end."""
        if " of " in left or left.split()[0] in ("Ministry", "Department", "Office"):
            return False
        if right.startswith("Social Care"):
            return False  # "Lowfield Health and Social Care Trust"
        if any(self.words.is_form(word) for word in left.split()[1:]):
            return True
        both = (left.split(), right.split())
        return (
            all(len(parts) > 1 for parts in both)
            and both[0][-1] in self.words.business
            and both[1][-1] in self.words.business
        )

    def _defines(self, letters: str) -> bool:
        """Whether the article says what the letters stand for: "Harrow Credit Alliance (“HCA”)"."""
        return any(f"({left}{letters}{right})" in self.text for left, right in (("", ""), ("“", "”"), ('"', '"')))
