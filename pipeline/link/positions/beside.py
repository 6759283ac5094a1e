"""Positions by a title beside a name: "Acme CEO Ada Tullow", "Ada Tullow, chief executive of Acme,"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...find.titles import is_plural, singular
from ...find.words import Tokens
from ...mentions import Sentence, Span
from ..draft import Draft
from .bodies import Bodies
from .lists import Lists
from .posts import HE, Body, Person, Place, Posts
from .seats import JOINED
from .seats import LISTED as JOINED_BODIES
from .several import SEVERAL
from .tenure import end_of
from .whose import Whose
from .worded import Worded

_BEFORE_NAME = re.compile(
    r"^(?:,\s|\s)(?:(?:Sen|Rep|Gov|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Capt|Col|Gen|Lt|Maj|Brig|Adm|Engr)\.?\s|(?:Sir|Dame|Lord|Lady"
    r"|Baroness|Sheikha?|Datuk|Dato['’]?|Seri|Sri|Tan Sri|Tun|Shri|Smt|General|Professor|Alhaji|Otunba|Mallam"
    r"|Field Marshal|Air Marshal|Rear|Vice)\s){0,3}$"
)
_AFTER_NAME = re.compile(
    r"^(?:\s?\([^()]{1,40}\)|,\s[DRI]-[A-Z][\w.]+(?:\s[A-Z]\w+)?(?=,))?"
    r"(?:\s?[,—–|]\s?|\s--?\s|\s(?=used\sto\sbe\b|is\b|was\b|serves\b|has\b|remains\b|stays\b|continues as\b"
    r"|will (?:remain|stay|continue)\b))"
    r"(?:(?:who|and)\s)?(?:(?:will\s)?(?:remains?|stays?(?:\son)?|continues?)\s(?:(?:as|to serve as)\s)?)?"
    r"(?:(?:is|was|has been|used to be|serves as|served as|currently|now|also|both"
    r"|most\srecently|as)\s){0,3}"
    r"(?:until\s(?:recently|lately|(?:(?:last|this|earlier\sthis)\s)?[A-Za-z]+|(?:[A-Z][a-z]+\s)?\d{4})\s)?"
    r"(?:the\s|a\s|an\s|its\s|their\s|our\s"
    r"|(?P<owner>[^,.;()]{2,60}?)['’]s?\s)?(?:\d\d-year-old\s)?"
    r"(?:(?!(?:told|asked|said|warned|met|by|to|from|of|with|at|for|in|on|and|among)\s"
    r"|[a-z]+ing\s(?:the|an?|its|his|her)\s)[a-z-]+\s){0,2}?$"
)
#: What stands before a name whose title may follow without a comma, and behind such a title.
_SPEAKS = re.compile(
    r"(?:\b(?:said|says|added|adds|explained|explains|noted|notes|commented|stated|states|according\sto)|[Cc]ontact:|[-–—])\s?"
    r"(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s)?$"
)
_CLOSED = re.compile(r"\s(?:of|at)\s(?:the\s)?[A-Z]|\s?(?:\n|\Z)|,\s[A-Z]|\s(?:\+?\d|\S+@)")
_IS_NAME = re.compile(r"^\s(?:is|was|has been|will be|is to be)\s(?:the\s)?$")
#: What makes a title before "of Acme, Ada Tullow" a subject.
_COUNTED = re.compile(r"(?i)\b(?:the|an?|(?:two|three|four|five|both|other|new)(?:\s\w+)?)\s(?:new\s)?$")
#: "Acme's new" before a title that "is Ada Tullow", and what stands between a title's organisation and the name.
_OWNS = re.compile(r"\w['’]s?\s(?:(?:new|current|interim|acting|longtime|first|next)\s)?$")
_IS = re.compile(r"\s(?:is|are|was|were|will be|remains?)\s(?:now\s|currently\s)?(?:(?:Mr|Ms|Mrs|Dr)\.?\s)?")
_NEXT = re.compile(r"\bnext\s|\s(?:will|is\sto)\sbe\b")
_WHOSE = re.compile(r"\b(?:whose|[Ii]ts|[Tt]heir)\s(?:[\w-]+\s){0,2}$")
#: Relatives and the like of those who hold a post.
_KIN = re.compile(
    r"\b(?:wife|husband|son|daughter|brother|sister|father|mother|widow|widower|cousin|nephew|niece|friend|ally|aide|critic"
    r"|rival|predecessor|successor|assistant|adviser|secretary|spouse|partner)\s(?:of|to)\b"
)
_WHOSE_KIN = re.compile(_KIN.pattern + r"\s(?:[\w.’'-]+\s){0,6}$")
_IS_NOW = re.compile(r",\s(?:is|was|has|serves|served|remains)\b")
#: "led by its " before a title: of whom the sentence speaks.
_LED_BY = re.compile(r"\b(?:led|headed|run|managed|chaired|owned|founded)\sby\s(?:(?:its|the|their)\s)?(?:[a-z-]+\s)?$")
#: "of Human Resources " between a title and a name.
_FIELD_THEN_NAME = re.compile(r"\s(?:of|for)\s[A-Z][\w&-]*(?:(?:,|,?\sand|\s&)?\s[A-Z][\w&-]*){0,4}\s")
#: "of Iowa" behind the name of one who holds an office.
_OF_STATE = re.compile(r"\sof\s(?:the\s)?(?P<state>[A-Z]\w+(?:\s[A-Z]\w+){0,2})")
#: "for Europe" before ", Mr Tullow".
_FOR_REGION = re.compile(r"\sfor\s(?:the\s)?((?:[A-Z][\w.]+\s){0,3}[A-Z][\w.]+)(?=,?\s)")
#: "of Sales and Alternatives" before ", Ada Tullow".
_OF_FIELDS = re.compile(r"\sof\s[A-Z][\w-]+(?:(?:,|,?\sand|\s&)?\s[A-Z][\w-]+){0,4}?(?=,\s)")
#: Between a name and the next title of a list ("CEO A, CFO B and counsel C"), and between a body and the next name.
_LISTED = re.compile(r",?\s(?:and\s|&\s)?|,\s")
#: " (" and ", 51, the former " between a name and a title.
_AGED = re.compile(r"\s\(|,\s\d\d,\s(?:(?:the|an?|its|their)\s)?(?:former\s)?")
#: ", oven visionary and " between a name and a title.
_DESCRIPTION = re.compile(
    r",\s(?:(?!(?:Inc|Ltd|LLC|said)\b)[A-Z]\w+\s(?:[A-Za-z]\w+\s){0,2})and\s|"
    r",\s(?:an?\s|the\s)?(?:(?!(?:said|says|told|who|which|that|was|is|has|had|and|with|by|at|of|to|in)\s)[a-z-]+\s"
    r"|and\s(?=[a-z-]+\s[a-z-]+\sand\s)){1,5}and\s(?:the\s)?(?:(?:former|current|onetime)\s)?"
)
#: ", the builder who has been " between a name and a title, and ", a ward nurse and the union's ".
_WHO_HAS_BEEN = re.compile(
    r",\s(?:an?|the)\s(?:[a-z-]+\s){1,4}who\s(?:is|has\sbeen)\s(?:(?:now|also|its|their|the)\s){0,2}"
)
_AND_WHOSE = re.compile(r",\s(?:an?|the)\s(?:[a-z-]+\s){1,4}and\s(?:the\s[a-z]+['’]s|its)\s")
#: " are the " between two names and a title in the plural.
_ARE = re.compile(r"\s(?:are|were)\s(?:(?:both|the|also)\s){0,2}")
#: ", founder and former " between a name and its second title.
_GOES_ON = re.compile(r",\s[^,.;]{2,60}\sand\s(?:(?:the|an?|former|current)\s){0,2}")
#: ", a Harrow Law graduate and " between a name and a title.
_GRADUATE = re.compile(
    r",\s(?:an?|the)\s(?:(?!(?:said|says|who|which|that|was|is|has|had|with|by|at|of|to|in|for|from)\s)[\w’'&.-]+\s){1,5}"
    r"and\s(?:(?:the|an?|former|current)\s){0,2}"
)
#: ", several " before a title in the plural: a list goes on.
_QUANTITY = re.compile(
    r"\b(?:multiple|several|many|various|numerous|other|former|two|three|four|some|few)\s(?:[\w.-]+\s)?$"
)
#: ", a civil engineer who studies bridges," between a name and "has been" or the like.
_ASIDE = re.compile(
    r"(?:\s\([^()]{1,40}\))?,\s(?!(?:which|whose|where|when|while|but|and|said|says|told)\b)"
    r"(?:(?!\b(?:said|says|told|which|whose|where|but|while)\b)[^;:“”\"()]){2,110}?,"
    r"(?=\s(?:is|was|has\sbeen|had\sbeen|serves|remains)\s)"
)
_WHILE = re.compile(r",?\s(?:while|and)\s")
_COMING_OR_GOING = re.compile(r"(?i)(?:incoming|outgoing|departing)\s")


class Beside:
    """Reads one sentence after another."""

    def __init__(self, posts: Posts, bodies: Bodies):
        self.posts, self.bodies, self.worded = posts, bodies, Worded(posts)
        self.lists, self.whose = Lists(posts, bodies), Whose(posts, bodies, self.worded)
        #: The last post told in this sentence with its body: where its name and body end, and the body.
        self._last: tuple[int, str] | None = None
        #: The organisations of the posts told in this sentence so far with words of their own for them.
        self._bodies_told: set[str] = set()
        #: Those named behind their titles in this sentence: where their names end.
        self._titled: set[int] = set()

    def find(self, number: int, sentence: Sentence, people: list[Person], places: list[Place]) -> Iterator[Draft]:
        """The drafts of one sentence, title by title."""
        self._last, self._titled, self._bodies_told = None, set(), set()
        end = 0
        for place in places:
            if place.start < end:
                continue  # taken in by the title before it
            ahead = self._name_ahead(sentence, people, place)
            behind = self._name_behind(people, place)
            another = any(person[0] > place.end for person in people)
            if behind and another and behind[1] in self._titled and self._goes_on(behind[1], place):
                behind = None  # "CEO Ada Tullow, Acme's counsel, Tom Rey,": the title is the next one's
            if ahead and not (behind and self.posts.text[place.end : ahead[0]].startswith(",")):
                yield from self._title_first(number, sentence, people, place, ahead)
            elif behind:
                yield from self._name_first(number, sentence, people, places, place, behind)
            elif person := self._named_after_is(sentence, people, place):
                body = self.bodies.body_between(sentence.start, place.start)
                coming = _NEXT.search(self.posts.text[max(sentence.start, place.start - 8) : place.end + 12])
                for draft in self._fact(number, sentence, person, place, body, "position.title-is-name"):
                    if coming:  # "Acme's next chairman is Ada Tullow"
                        draft.keys["change"], draft.status = "appointed", "expected"
                    yield draft
            else:
                yield from self._body_between(number, sentence, people, place)
            end = place.end

    def _title_first(
        self, number: int, sentence: Sentence, people: list[Person], place: Place, ahead: Person
    ) -> Iterator[Draft]:
        """ "Acme CEO Ada Tullow", "its head of sales, Ada Tullow", "CEO Ada Tullow of Acme"."""
        body = self.posts.offices.bearing(sentence.start, place.start)
        body = body or self.bodies.body_before(sentence, place) or self.bodies.body_behind(
            sentence, ahead[1], place.text
        )
        body = body or self.posts.offices.of_sort(sentence.start, place.start)
        led = _LED_BY.search(self.posts.text, sentence.start, place.start) if body is None else None
        if led and not ("ounded" in led[0] and self.posts.titles.is_staff(singular(place.text))):
            body = self.posts.offices.first(sentence.start, place.start)
        if body is None and self._last and _LISTED.fullmatch(self.posts.text, self._last[0], place.start):
            body = self._last[1]
        if body is None:
            body = self.lists.around(sentence, place)
        if not body and (state := self._state_behind(sentence, ahead[1], place)):
            yield from self._fact(number, sentence, ahead[2], place, state, "position.title-name")
            return
        if body:
            plural = is_plural(place.text)
            self._last = (self._end_of_names(ahead, people) if plural else ahead[1], body)
        if self.posts.text.startswith(", ", place.end):
            self._titled.add(ahead[1])
        if body is None and is_plural(place.text):
            body = self.bodies.body_behind(sentence, self._end_of_names(ahead, people), place.text)
        yield from self._fact(number, sentence, ahead[2], place, body, "position.title-name")
        if is_plural(place.text):
            yield from self._others(number, sentence, ahead, people, place, body)

    def _state_behind(self, sentence: Sentence, end: int, place: Place) -> Span | None:
        """The state in "Attorney General Ada Tullow of Iowa"."""
        state = _OF_STATE.match(self.posts.text, end, sentence.end)
        known = state and self.posts.words.is_place(state["state"]) and self.bodies.office(place)
        return Span(*state.span("state")) if known else None

    def _name_first(
        self, number: int, sentence: Sentence, people: list[Person], places: list[Place], place: Place, behind: Person
    ) -> Iterator[Draft]:
        """ "Ada Tullow, chief executive of Acme,"."""
        if self.posts.text.startswith(("'s ", "’s "), place.end):
            return  # "Ada Tullow, the senator's wife"
        self.bodies.widen(sentence, place)
        body = (
            self.bodies.owner(behind[1], place)
            or self.bodies.body_of(sentence, place)
            or self.bodies.body_before(sentence, place, behind[1])
        )
        gap = self.posts.text[behind[1] : place.start]
        if gap.startswith(",") and self.lists.describes_founders(sentence, place):
            return
        if is_plural(place.text) and _QUANTITY.search(gap):
            return  # "lived in by Ada Tullow, several presidents and an actor"
        if body is None and gap.startswith(", ") and gap.endswith((", ", "., ")):
            body = self.bodies.body_between(behind[1], place.start)  # "Ada Tullow, Acme, Head of Sales"
        body = body or self.lists.joined(sentence, places, place)
        bracketed = body is None and gap == " ("
        if bracketed:  # "Acme was founded by Ada Tullow (CEO), once at Boyle, and Tom Rey (CTO)"
            told = frozenset(self._bodies_told)
            body = self.bodies.body_between(sentence.start, behind[0], but=told)
            body = body or self.bodies.body_between(sentence.start, behind[0])
        if body is None and self._last and gap.startswith(" is "):
            lead = self.posts.text[self._last[0] : behind[0]]
            body = self._last[1] if _WHILE.fullmatch(lead) and self._ends(place, sentence) else None
        if body is None and gap.startswith(", "):
            body = self.lists.around(sentence, place) or self.lists.shared(sentence, people, places, place)
        if isinstance(body, str):
            self._last = (max(self._end_of_body(body, place, sentence), place.end), body)
            if not bracketed:
                self._bodies_told.add(body)
        if body is None and re.match(r"\s(?:was|served)\b", gap) and HE.fullmatch(self.posts.text, *behind[:2]):
            return  # the story of a career names its body elsewhere
        if place.past:
            for other in self._further_before(behind[1], place, body):
                yield from self._fact(number, sentence, behind[2], replace(place), other, SEVERAL[0])
        for draft in self._fact(number, sentence, behind[2], place, body, "position.name-title"):
            end_of(self.posts, draft, sentence, behind, gap)
            yield draft
        if is_plural(place.text) and body:
            yield from self._others_before(number, sentence, behind, people, place, body)

    def _end_of_list(self, end: int, stop: int) -> int:
        """Where a list of organisations ends that goes on from one at `end`: "a former Acme and Boyle executive"."""
        for low, high, party, _ in self.posts.resolution.overlapping(end, stop):
            if low >= end and self.posts.is_body(party) and JOINED_BODIES.fullmatch(self.posts.text, end, low):
                end = high
        return end

    def _further_before(self, start: int, place: Place, body: Body | None) -> Iterator[str]:
        """The organisations before the last one in "a former Acme and Boyle executive"."""
        listed: list[str] = []
        end = start
        for low, high, party, _ in self.posts.resolution.overlapping(start, place.start):
            if low < start or not self.posts.is_body(party):
                continue
            if listed and not JOINED_BODIES.fullmatch(self.posts.text, end, low):
                return
            listed.append(party)
            end = high
        if len(listed) > 1 and listed[-1] == body and self.posts.text[end : place.start] == " ":
            yield from listed[:-1]

    def _goes_on(self, end: int, place: Place) -> bool:
        """Whether a list of titles before names goes on from a name that ends at `end` to this title."""
        return re.fullmatch(r",\s(?:and\s)?(?:[^,;]{2,40}\s)?", self.posts.text[end : place.start]) is not None

    def _ends(self, place: Place, sentence: Sentence) -> bool:
        """Whether nothing that could name a body follows a title."""
        return re.match(r"[,.;]|$", self.posts.text[place.end : sentence.end]) is not None

    def _end_of_body(self, body: str, place: Place, sentence: Sentence) -> int:
        behind = self.posts.resolution.overlapping(place.end, min(sentence.end, place.end + 60))
        return next((m[1] for m in behind if m[2] == body and m[0] >= place.end), place.end)

    def _body_between(self, number: int, sentence: Sentence, people: list[Person], place: Place) -> Iterator[Draft]:
        """ "The president of Acme, Ada Tullow," and "A former partner at Acme, Tullow"."""
        text = self.posts.text
        opens = place.start == sentence.start or place.past or place.text[0].isupper()
        if not opens and not _COUNTED.search(text, max(0, place.start - 12), place.start):
            return
        if any(_GOES_ON.fullmatch(text, person[1], place.start) for person in people):
            return  # "Ada Tullow, founder and former CEO of Acme, Tom Rey"
        self.bodies.widen(sentence, place)
        body: Body | None = self.bodies.body_of(sentence, place)
        if body is None:
            worded = self.worded.behind(sentence, place)
            if worded is None:
                return
            body, high = self.bodies.state(sentence, place) or worded, worded.end
        else:
            high = next(
                m[1]
                for m in self.posts.resolution.overlapping(place.end, sentence.end)
                if m[2] == body and m[0] >= place.end
            )
        person = next((m for m in people if m[0] >= high), None)
        if person and _IS.fullmatch(text, high, person[0]):
            yield from self._fact(number, sentence, person[2], place, body, "position.title-is-name")
            yield from self._plural(number, sentence, person, people, place, body)
            return
        if person and re.match(r"['’]s?\s", text[person[1] : person[1] + 3]):
            return  # "the chairman of Acme, Ada Tullow's former firm"
        if person and _BEFORE_NAME.match(re.sub(r"\s\([^()]*\)", "", text[high : person[0]])):
            if text.startswith(", ", high):
                self._titled.add(person[1])
            yield from self._fact(number, sentence, person[2], place, body, "position.title-body-name")
            yield from self._plural(number, sentence, person, people, place, body)

    def _plural(
        self, number: int, sentence: Sentence, first: Person, people: list[Person], place: Place, body: Body
    ) -> Iterator[Draft]:
        """The further names in "two directors of Acme, Ada Tullow and Tom Rey"."""
        if is_plural(place.text) and isinstance(body, str):
            yield from self._others(number, sentence, first, people, place, body)

    def _name_ahead(self, sentence: Sentence, people: list[Person], place: Place) -> Person | None:
        """The name right behind a title, which may say what it is of ("head of sales, Ada Tullow")."""
        if found := self._next_name(people, place.end):
            return found
        wide = replace(place)
        self.bodies.widen(sentence, wide)
        found = self._next_name(people, wide.end) if wide.end > place.end else None
        field = self.posts.text[place.end : wide.end]
        apart = found and self.posts.text[wide.end : found[0]].startswith(",")
        apart = apart or (found and self.bodies.is_ministry(place, sentence))  # "Minister of Trade Ada Tullow"
        if found and (apart or re.fullmatch(r"\s(?:of|for)[a-z &-]+", field)):
            place.end, place.text = wide.end, wide.text
            return found
        region = _FOR_REGION.match(self.posts.text, place.end, sentence.end)
        if region and self.posts.words.is_place(region[1]):
            found = self._next_name(people, region.end())
            if found and found[0] <= region.end() + 10:
                place.end, place.text = region.end(), self.posts.text[place.start : region.end()]
                return found
        near = next((p for p in people if p[0] > place.end), None)
        if near and self._is_field(place, near, sentence):
            place.end, place.text = near[0] - 1, self.posts.text[place.start : near[0] - 1]
            return near
        match = _OF_FIELDS.match(self.posts.text, place.end, sentence.end)
        found = match and self.bodies.may_have_field(place) and self._next_name(people, match.end())
        if match and found and found[0] <= match.end() + 6 and not self.bodies.body_between(place.end, match.end()):
            place.end, place.text = match.end(), self.posts.text[place.start : match.end()]
            return found
        return None

    def _is_field(self, place: Place, person: Person, sentence: Sentence) -> bool:
        """Whether "of Human Resources" stands between a title and a name: a department, or behind "Acme's head"."""
        field = _FIELD_THEN_NAME.fullmatch(self.posts.text, place.end, person[0])
        if field is None or not self.bodies.may_have_field(place) or self.bodies.body_between(place.end, person[0]):
            return False
        return self.bodies.is_department(field[0].strip()) or self.bodies.body_before(sentence, place) is not None

    def _next_name(self, people: list[Person], at: int) -> Person | None:
        for person in people:
            if person[0] < at < person[1] and self.posts.text[at] == " ":
                return person  # "Mrs Justice Lovell": the form of address is part of the mention
            if HE.fullmatch(self.posts.text, *person[:2]):
                continue  # "as a vice president, she ran sales"
            if person[0] >= at and _BEFORE_NAME.match(self._past_honorific(at, person[0])):
                return person
        return None

    def _end_of_names(self, first: Person, people: list[Person]) -> int:
        """Where a list of names ends that begins with one: "analysts Ada Tullow and Tom Rey" before "of Acme"."""
        end = first[1]
        for low, high, _ in people:
            if low >= end and JOINED.fullmatch(self.posts.text, end, low):
                end = high
        return end

    def _others(
        self,
        number: int,
        sentence: Sentence,
        first: Person,
        people: list[Person],
        place: Place,
        body: str | None,
    ) -> Iterator[Draft]:
        """The further names behind a title in the plural ("co-founders A, B and C")."""
        end = first[1]
        for low, high, person in people:
            if low < end or not JOINED.fullmatch(self.posts.text, end, low):
                continue
            end = high
            yield from self._fact(number, sentence, person, place, body, "position.title-name")

    def _others_before(
        self,
        number: int,
        sentence: Sentence,
        last: Person,
        people: list[Person],
        place: Place,
        body: str,
    ) -> Iterator[Draft]:
        """The further names in "A, B and C, co-founders of Acme"."""
        start = last[0]
        for low, high, person in reversed(people):
            if high > start or not JOINED.fullmatch(self.posts.text, high, start):
                continue
            start = low
            yield from self._fact(number, sentence, person, place, body, "position.name-title")

    def _named_after_is(self, sentence: Sentence, people: list[Person], place: Place) -> str | None:
        """The person in "Acme, whose president is Ada Tullow"."""
        lead = self.posts.text[max(sentence.start, place.start - 40) : place.start]
        if not _WHOSE.search(lead) and not _OWNS.search(lead):
            return None
        return next(
            (p for s, e, p in people if s >= place.end and _IS_NAME.match(self.posts.text[place.end : s])), None
        )

    def _past_honorific(self, start: int, end: int) -> str:
        """The text between title and name, less a second title such as "Sen."."""
        gap = self.posts.text[start:end]
        tokens = Tokens(gap)
        for title in self.posts.titles.find(tokens.all):
            if tokens.ends[title.last - 1] >= len(gap.rstrip()) and tokens.starts[title.first] <= 2:
                return " "
        return gap

    def _name_behind(self, people: list[Person], place: Place) -> Person | None:
        for at, (start, end, party) in reversed(list(enumerate(people))):
            if end <= place.start and place.start - end < 130:
                if _ARE.fullmatch(self.posts.text, end, place.start):
                    joined = at and JOINED.fullmatch(self.posts.text, people[at - 1][1], start)
                    return (start, end, party) if joined and is_plural(place.text) else None
                gap = self.posts.text[end : place.start]
                degrees = self.posts.words.degrees.match(gap)
                if degrees and degrees.end() < len(gap):
                    end, gap = end + degrees.end(), gap[degrees.end() :]
                if HE.fullmatch(self.posts.text[start:end]) and (
                    not re.match(r"\s(?:is|was|has|serve[ds])\b", gap)
                    or re.search(r"\b(?:whom|which|where)\s$", self.posts.text[max(0, start - 8) : start])
                ):
                    continue
                if _IS_NOW.match(gap) and _WHOSE_KIN.search(self.posts.text, max(0, start - 80), start):
                    continue  # "Ada Tullow, wife of the minister Tom Rey, was Acme's chairwoman"
                gap = self._past_demonym(gap)
                gap = gap.removesuffix("ex-")
                if self._appositive(gap, end) or (gap == " " and self._unmarked(start, place)):
                    return start, end, party
                aside = _ASIDE.match(gap)
                if aside and _AFTER_NAME.match(gap[aside.end() :]) and not self.posts.people(end + 1, place.start):
                    return start, end + aside.end(), party
        return None

    def _unmarked(self, start: int, place: Place) -> bool:
        """Whether a title may follow a name that starts at `start` without a comma: in capitals, or where a speaker
        or a line is named so ("said Ada Tullow chairman of Acme", "Contact: Ada Tullow Chairman & CEO").
        """
        if place.text.isupper():
            return True
        lead = _SPEAKS.search(self.posts.text, max(0, start - 30), start)
        return lead is not None and _CLOSED.match(self.posts.text, place.end) is not None

    def _past_demonym(self, gap: str) -> str:
        """The gap between a name and a title, less "French" before the title."""
        words = gap.rstrip().rsplit(" ", 1)
        return words[0] + " " if len(words) == 2 and words[1] in self.posts.words.demonyms else gap

    def _appositive(self, gap: str, at: int) -> bool:
        if _AGED.fullmatch(gap) or _DESCRIPTION.fullmatch(gap):
            return True
        if _WHO_HAS_BEEN.fullmatch(gap) or _AND_WHOSE.fullmatch(gap):
            return True
        if _GRADUATE.fullmatch(gap) and not self.posts.people(at, at + len(gap)):
            return True
        if match := _AFTER_NAME.match(gap):
            words = gap.lower()
            if match["owner"] and _KIN.search(match["owner"]):
                return False  # "the wife of Acme's chairman"
            return not match["owner"] or not re.search(r"\b(?:said|told|by|and|that|with)\b", words)
        lead = re.match(r"^\s?[,—–]\s?(?:the\s|a\s|an\s)?(?:former\s|one-?time\s|then-?\s?|ex-|current\s|new\s)?", gap)
        if lead and lead.end() < len(gap):
            body = [
                m for m in self.posts.resolution.overlapping(at + lead.end(), at + len(gap)) if m[0] == at + lead.end()
            ]
            rest = self.posts.text[self._end_of_list(body[0][1], at + len(gap)) : at + len(gap)] if body else "?"
            listed = gap.startswith(", ") and rest in (", ", "., ") and self.posts.text[at + len(gap)].isupper()
            return listed or not rest.strip(" '’s")
        return bool(
            re.match(
                r"^\s?[,—–]\s(?:[A-Za-z&,/ -]{2,60}\s(?:and|&)\s|(?:[\w&]+\s){0,3}[\w&]+,\s)(?:the\s"
                r"|its\s)?$",
                gap,
            )
        ) and bool(self.posts.titles.find(Tokens(gap).all))

    def _fact(
        self, number: int, sentence: Sentence, person: str, place: Place, body: Body | None, rule: str
    ) -> Iterator[Draft]:
        found = self.whose.of(number, sentence, person, place, body, rule)
        if found is None:
            return
        body, score = found
        if isinstance(body, str):
            city = self.posts.offices.city(place.text, body)
            body = body if city is None else city or None
        change, status = ("left", "completed") if place.past else ("holds", "ongoing")
        if coming := _COMING_OR_GOING.match(place.text):
            place.start += coming.end()
            place.text = self.posts.text[place.start : place.end]
            if coming[0].lower().startswith("in"):
                change, status = "appointed", "expected"
        elif place.text.lower().endswith(("-elect", "-designate")) and not place.past:
            change, status = "appointed", "expected"
        yield self.posts.draft(number, rule, person, body, place, change, status, score)
