"""Positions by a verb of change: "named", "joins as", "will step down"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...find.titles import ChangeRule, is_plural
from ...mentions import Sentence, Span
from ..draft import Draft
from .bodies import Bodies
from .coming import BE, status_of
from .leavings import Leavings
from .posts import Person, Place, Posts
from .seats import JOINED
from .undone import undone
from .worded import Worded

#: "Tullow's appointment as", "Tullow's resignation from": nouns that tell a change of post.
_TAKING = ("appointment", "election", "nomination", "promotion", "elevation")
_NOUN = re.compile(
    rf"['’]s?\s(?:[a-z]+\s)?(?P<noun>{'|'.join(_TAKING)}|resignation|departure|dismissal|removal|ouster|sacking|retirement)"
    r"(?=\s(?:as|to|from)\s)"
)
#: What makes such a noun a mere wish.
_WISHED = re.compile(
    r"\b(?:call(?:s|ed|ing)?\sfor|demand\w*|seek\w*|sought|urg\w+|oppos\w+|block\w*|reject\w*|propos\w+|possible|rumou?rs?\sof)\s"
    r"(?:[\w’'-]+\s){0,4}$"
)
#: Between a verb and the title that is taken: "named a new", "has hired its first".
_FRESH = re.compile(
    r"\s(?:(?:an?|the|its|their|as|our)\s)?(?:[\w-]+['’]s\s)?(?:new|first|next|interim|acting|permanent|replacement)\s(?:[a-z-]+\s)?"
    r"|\s(?:a|an)\s(?:[a-z-]+\s)?"
)
#: Behind these a title right before a name is the one taken: "the addition of portfolio managers Ada and Tom".
_ADDED = ("addition of", "arrival of", "hiring of", "appointment of")
_FIRST = re.compile(r"[Ff]irst\s")
_DESCRIBED_AS = re.compile(r",\s[^,;]{2,60},(?=\s(?:as|to)\s)")
#: An apposition behind who is named says what they were: "promoted Ada Tullow, its head of sales".
_APPOSED = re.compile(r",\s(?:its|their|our|the|an?)\s(?:[\w’'-]+\s){0,3}")
#: "by Acme as its" behind a passive verb: who hires.
_BY_WHOM = re.compile(r"\sby(?:\s(?!(?:to|as)\s)[\w&’'.-]+){1,7}(?=\s(?:as|to\sbe)\s)")
#: Between an organisation and the title that is taken there: "as Acme's new chairman".
_OWNS = re.compile(r"(?:['’]s?)?\s(?:(?:new|next|first|interim|acting|permanent|latest|sole)\s){0,2}")
#: Behind a participle: the title, or "as" or "to" before it.
_PASSIVE_TITLE = re.compile(
    r"\s(?:as|to)\s|\s(?:the\s|its\s|an?\s)?(?:[a-z-]+\s){0,2}[a-zA-Z]+(?:\s(?:of|at|in|by|last|on)\b|,|\.)"
)
#: "lost its chairman, Ada Tullow".
_LOST = ("lost", "loses", "lose", "losing")
_ITS = re.compile(r"\s(?:its|their)\s[\w\s-]{3,60},?\s$")
#: Between one officer and the next: "its chairman, Ada Tullow, and treasurer, Tom Rey, resigned".
_COMMA_OFFICER = re.compile(r",\s(?:(?:its|the|their)\s)?(?:[\w-]+\s){0,4}[\w-]+,?\s")
_AND_OFFICER = re.compile(r",?\sand\s(?:(?:its|the|their)\s)?(?:[\w-]+\s){0,4}[\w-]+,?\s")
#: Between "Ada Tullow named" and the title in a headline.
_HEADED = re.compile(r"\s(?:(?:as|to|to\sbe|the|its|new|next|first|interim|acting)\s)*")
#: Between "will be" and the title: "the next".
_BE_NEXT = re.compile(r"(?:\s(?:the|its|their|our|an?|next|new|first|acting|interim))*\s")
#: What makes a change a mere case that is thought of.
_IF = re.compile(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether)\s[^,;.]{0,60}$")
#: A quotation before "added": it is said, and nobody joins.
_QUOTED = re.compile(r"[”\"’']\s$")
#: Forms of address that end in a stop.
_STOPPED = re.compile(r"\b(?:Dr|Prof|Mr|Mrs|Ms|Gen|Lt|Col|Maj|Capt|Adm|Brig|Sgt|Rep|Sen|Gov|Rev|Hon|Engr)\.(?=\s)")
#: "as its first female", "as the 52nd" before a title; "as soon as the" is none.
_AS_ITS = re.compile(
    r"(?:^|\s)(?:as|to\sbe|become)\s(?:(?:its|the|their|his|her|an?|our|[\w&’'-]+['’]s)\s)?"
    r"(?:(?!(?:as|at|by|for|from|in|of|on|or|and|the|to|with|than|well|part|soon|long|if|it|he|she)\s)"
    r"(?:[a-z][\w-]*|\d+(?:st|nd|rd|th))\s){1,3}$"
)
_AS_NO_POST = re.compile(r"\bas\s(?:soon|part|long|well|if|though)\b")
_AS_OTHER = re.compile(r"(?:,[^,;]{1,60},)?\s(?:as|to)\s")
#: The rule whose verbs need "his post" behind them: "left his post as".
_OF_A_POST = "change.left.post"
#: The rule whose verbs need "as" or "the role of" before the title: "returned to Acme as", "took on the post of".
_AS_A_POST = "change.appointed.as"
#: Rules whose verbs tell of a post only with "as" or "of" right behind who is named: "confirmed Ada Tullow as".
_BODY_AS = ("change.appointed.body-as", "change.left.body-of")
_AS_TITLE = re.compile(
    r"\s(?:as|of\s(?:his|her|their|the)\s(?:[a-z-]+\s){0,2}(?:as|of))\s(?:(?:its|the|their|his|her|an?)\s)?(?:[\w-]+\s)?"
)
#: Between "left" and a title that was held, and between "leaves" and one that is taken elsewhere.
_AS_HELD = re.compile(
    r"\s(?:(?!(?:to|for|and|after|before|with|by)\s)[\w&’'.-]+\s){1,6}as\s(?:(?:its|the|their)\s)?(?:[\w-]+\s)?"
)
_FOR_ANOTHER = re.compile(r"\b(?:to\s(?:join|become|take|lead|head|run|serve|be|return|work|start)|for)\s")
_AS_OR_ROLE = re.compile(
    r"(?:\s(?:to|at|with|into|from)\s(?:(?!(?:for|by|that|who)\s)[\w&’'.-]+\s){0,6}?|\s)(?:(?!for\s)[a-z-]+\s){0,3}?"
    r"(?:(?:roles?|positions?|posts?|jobs?|responsibilities|duties|tenure|term|title|mantle)\s(?:of|as)|as)\s"
    r"(?:(?:the|its|their|our|an?|both)\s)?(?:[\w-]+\s){0,2}"
)
#: What stands apart between a subject and its verb, and the words of the verb before it.
_ASIDE = re.compile(
    r"\([^()]*\)|—[^—]*—|,\s\d\d(?=,)"
    r"|(?<=,)\s(?:an?|the)\s(?:[a-z-]+\s){1,4}(?=who\s)"  # "Ada Tullow, the former analyst who became"
    # "Ada Tullow, treasurer of Acme, Leeds’ largest mill, was"
    r"|,(?:(?!\b(?:said|told|which|while|but|was|were|is|are)\b)[^;“”]){2,160},(?=\s(?:was|has|is|will)\b)|,[^,]*,"
)
_HAS = re.compile(
    r"\s*,?\s*(?:who\s)?(?:(?:has|have|had|will|would|was|were|is|are|be|been|being|to|also|now|formally|recently|\w+ly|set"
    r"|due|expected|plans|planned|intends|intended|agreed|then|did|not|may|could|shall|decided|opted|forced|obliged|compelled|tipped"
    r"|poised|slated|scheduled|about|today|yesterday|on\s[A-Z]\w+day|last\s\w+)\s)*",
    re.IGNORECASE,
)
#: "leaves Acme in May to" before the next post.
_LEAVES_TO = re.compile(
    r"\b(?P<verb>leav(?:e|es|ing)|left|quits?|resign(?:s|ed)?|depart(?:s|ed|ing)?|exit(?:s|ed)?|returns?|returned|moves?|moved"
    r"|step(?:s|ped)\sdown)\b(?:(?!\b(?:said|told|that|who|which|and)\b)[^;:“”\"]){0,80}?\sto\s$"
)
#: "joined in 2019 and was named": the second verb has the first one's subject.
_AND_THEN = re.compile(
    r"^(?!.*[“”\";:]).*\b(?:and|then)\s(?:(?:was|has been|had been|is|will|be|later|then|also|subsequently)\s){0,3}$"
)
#: Between one post that is filled and the next one's name, and between that name and its title.
_AND_ANOTHER = re.compile(
    r"(?:\s(?:of|at|on|in|for|within)\s[^,;.]{2,60}?)?(?:,|,?\sand|,?\swhile)\s(?:(?!as\s)[a-z-]+\s){0,3}"
)
_TAKES = re.compile(r",?\s(?:(?:as|to\sbe|to)\s)?(?:(?:an?|the|its|their|our|new)\s){0,2}")
#: How near the sentence's start its subject begins.
OPENING = 30


class ChangeVerbs:
    """The verbs by which somebody takes or leaves a post."""

    def __init__(self, rules: tuple[ChangeRule, ...]):
        self._verbs: dict[str, tuple[str, str, str]] = {}
        for rule in rules:
            for word in rule.words:
                self._verbs[f"{rule.voice} {word}"] = (rule.change, rule.voice, rule.id)
        words = sorted({key.split(" ", 1)[1] for key in self._verbs}, key=lambda w: (-len(w), w))
        post = r"(?P<tail>\s(?:his|her|their|the)\s(?:[\w-]+\s){0,2}(?:posts?|roles?|jobs?|positions?|duties|title)\b)?"
        self.pattern = re.compile(rf"\b(?P<verb>{'|'.join(re.escape(word) for word in words)})\b{post}", re.IGNORECASE)

    def entry(self, voice: str, word: str) -> tuple[str, str, str] | None:
        """(change, voice, rule id) of a verb read in a voice."""
        return self._verbs.get(f"{voice} {word.lower()}")


    def is_left(self, word: str) -> bool:
        """Whether a verb of which somebody is the object tells that they leave: "dismissed"."""
        return (self.entry("body", word) or ("",))[0] == "left"


class Changes:
    """Reads one sentence after another."""

    def __init__(self, posts: Posts, bodies: Bodies, verbs: ChangeVerbs):
        self.posts, self.bodies, self.verbs, self.worded = posts, bodies, verbs, Worded(posts)
        self.leavings = Leavings(posts, bodies)

    def find(self, number: int, sentence: Sentence, people: list[Person], places: list[Place]) -> Iterator[Draft]:
        text = self.posts.text
        for match in _NOUN.finditer(text, sentence.start, sentence.end):
            person = next((p for p in people if p[1] == match.start()), None)
            if person is None or _WISHED.search(text, max(sentence.start, person[0] - 40), person[0]):
                continue
            change = "appointed" if match["noun"] in _TAKING else "left"
            entry = (change, "active", f"change.{change}.noun")
            draft = self._change(number, sentence, match, entry, person, places, people)
            if draft is not None:
                yield draft
        for match in self.verbs.pattern.finditer(text, sentence.start, sentence.end):
            if match["verb"].lower() == "elect" and text[match.start() - 1 : match.start()] == "-":
                continue  # "President-elect Ada Tullow"
            for voice in ("body", "passive", "active"):
                entry = self.verbs.entry(voice, match["verb"])
                if entry is None or (entry[2] == _OF_A_POST and not match["tail"] and match["verb"].lower() != "left"):
                    continue
                person = self._person_of(voice, match, sentence, people, places)
                if person is None:
                    continue
                draft = self._change(number, sentence, match, entry, person, places, people)
                if draft is not None:
                    yield draft
                    if voice == "active" and draft.cues[0].start < match.start():
                        yield from self._with_officer(number, sentence, match, entry, person, people, places)
                    if voice == "body" and is_plural(draft.keys["title"]):
                        yield from self._others(draft, person, people)
                    elif voice != "body" and is_plural(draft.keys["title"]):
                        yield from self._others_before(draft, person, people)
                    elif voice == "body":
                        yield from self._and_as(number, sentence, draft, people, places)
                    break

    def _others(self, draft: Draft, first: Person, people: list[Person]) -> Iterator[Draft]:
        """The further names that share a title in the plural: "named Ada Tullow and Tom Rey vice presidents"."""
        end = first[1]
        for low, high, person in people:
            if low < end or not JOINED.fullmatch(self.posts.text, end, low):
                continue
            end = high
            yield replace(draft, subject=person, keys=dict(draft.keys), cues=list(draft.cues))

    def _with_officer(
        self,
        number: int,
        sentence: Sentence,
        match: re.Match[str],
        entry: tuple[str, str, str],
        last: Person,
        people: list[Person],
        places: list[Place],
    ) -> Iterator[Draft]:
        """The officers named before in "its chairman, Ada Tullow, and treasurer, Tom Rey, resigned"."""
        status, cue = status_of(self.posts, match, "active", sentence), Span(match.start(), match.end())
        between = _AND_OFFICER
        while entry[0] == "left":
            other = next((p for p in reversed(people) if p[1] <= last[0] and p[2] != last[2]), None)
            if other is None or not between.fullmatch(self.posts.text, other[1], last[0]):
                return
            draft = self.leavings.of_known(number, entry[0], entry[2], match, other, status, cue, sentence, places)
            if draft is not None:
                yield draft
            last, between = other, _COMMA_OFFICER

    def _others_before(self, draft: Draft, last: Person, people: list[Person]) -> Iterator[Draft]:
        """The names before one that share its title in the plural: "Ada Tullow and Tom Rey were named directors"."""
        start = last[0]
        for low, high, person in reversed(people):
            if high > start or not JOINED.fullmatch(self.posts.text, high, start):
                continue
            start = low
            yield replace(draft, subject=person, keys=dict(draft.keys), cues=list(draft.cues))

    def _and_as(
        self, number: int, sentence: Sentence, first: Draft, people: list[Person], places: list[Place]
    ) -> Iterator[Draft]:
        """The further posts in "named Ada Tullow as chairman, and Tom Rey as treasurer"."""
        text, end = self.posts.text, first.cues[0].end
        body = first.object or first.object_text
        for low, high, person in people:
            if low < end or not _AND_ANOTHER.fullmatch(text, end, low):
                continue
            place = next((p for p in places if p.start > high and _TAKES.fullmatch(text, high, p.start)), None)
            if place is None:
                return
            self.bodies.widen(sentence, place)
            own = self.bodies.body_of(sentence, place) or body
            draft = self.posts.draft(
                number, first.rule, person, own, place, first.keys["change"], first.status, 1.0, (first.cues[1],)
            )
            draft.date = self._own_date(sentence, place, people) or first.date
            yield draft
            end = place.end

    def _own_date(self, sentence: Sentence, place: Place, people: list[Person]) -> str | None:
        """The date behind a further post of a list, before the next name."""
        end = next((p[0] for p in people if p[0] > place.end), sentence.end)
        return self.posts.date(replace(sentence, end=end), place.end)

    def _person_of(
        self, voice: str, match: re.Match[str], sentence: Sentence, people: list[Person], places: list[Place]
    ) -> Person | None:
        lead = self.posts.text[sentence.start : match.start()]
        passive = bool(BE.search(lead)) and not match["verb"].split()[0].endswith("ing")
        if voice == "body":
            if passive or (match["verb"].lower() in ("added", "adds") and _QUOTED.search(lead)):
                return None
            return next(
                (
                    (s, e, p)
                    for s, e, p in people
                    if s >= match.end() and self._object_gap(match["verb"], self.posts.text[match.end() : s])
                    and not self.posts.text.startswith(("'s", "’s"), e)
                ),
                None,
            )
        if (voice == "passive") != (passive or self._is_participle(match, lead, sentence, people, places)):
            return None
        before = [(s, e, p) for s, e, p in people if e <= match.start()]
        if not before:
            return None
        for person in reversed(before):
            degrees = self.posts.words.degrees.match(self.posts.text, person[1], match.start())
            gap = self.posts.text[degrees.end() if degrees else person[1] : match.start()]
            if _HAS.fullmatch(_ASIDE.sub("", gap)):
                return person
        if leaves := _LEAVES_TO.search(self.posts.text, max(sentence.start, match.start() - 110), match.start()):
            person = next((p for p in reversed(before) if p[1] <= leaves.start("verb")), None)
            if person and _HAS.fullmatch(_ASIDE.sub("", self.posts.text[person[1] : leaves.start("verb")])):
                return person
        first = before[0]
        same = all(p[2] == first[2] for p in before)
        if same and first[0] - sentence.start < OPENING and _AND_THEN.match(self.posts.text[first[1] : match.start()]):
            return first
        return None

    def _is_participle(
        self, match: re.Match[str], lead: str, sentence: Sentence, people: list[Person], places: list[Place]
    ) -> bool:
        """Whether a verb behind "Ada Tullow, " is passive: "sacked as chief executive in May,"; or behind "Ada Tullow "
        in a headline: "named chief executive".
        """
        text = self.posts.text
        if any(person[1] == match.start() - 1 for person in people) and self.verbs.entry("passive", match["verb"]):
            place = next((p for p in places if _HEADED.fullmatch(text, match.end(), p.start)), None)
            return place is not None and not self.posts.people(place.end, place.end + 4)
        if not lead.endswith(", ") or not self.verbs.entry("passive", match["verb"]):
            return False
        at = match.start() - 2
        behind = _PASSIVE_TITLE.match(self.posts.text, match.end(), sentence.end)
        return behind is not None and any(person[1] == at for person in people)

    def _object_gap(self, verb: str, gap: str) -> bool:
        """Whether only a description stands between a verb and the person: "its chief executive",
        "veteran banker"; what a firm has "lost" is its officer.
        """
        if verb.lower() in _LOST and not _ITS.match(gap):
            return False
        gap = _STOPPED.sub("", gap)
        return len(gap) < 70 and not re.search(r"[.;:“”\"]|\b(?:in|as|by|that|because|after|when|from|for|and)\b", gap)

    def _new_title(self, match: re.Match[str], person: Person, places: list[Place]) -> Place | None:
        """The title in "named a new chief executive, Ada Tullow": the one taken, unless another follows the name."""
        text = self.posts.text
        if _AS_OTHER.match(text, person[1]):
            return None
        for place in places:
            if match.end() <= place.start and place.end <= person[0] and not place.past:
                if first := _FIRST.match(place.text):
                    place.start += first.end()
                    place.text = text[place.start : place.end]
                gap = text[match.end() : place.start]
                fresh = _FRESH.fullmatch(gap) or (gap == " " and match["verb"].lower() in _ADDED)
                beside = re.fullmatch(r",?\s(?:Mr|Mrs|Ms|Dr)?\.?\s?", text[place.end : person[0]])
                return place if fresh and beside else None
        return None

    def _change(
        self,
        number: int,
        sentence: Sentence,
        match: re.Match[str],
        entry: tuple[str, str, str],
        person: Person,
        places: list[Place],
        people: list[Person],
    ) -> Draft | None:
        change, voice, rule = entry
        anchor = max(match.end(), person[1]) if voice == "body" else match.end()
        if voice == "body" and (described := _DESCRIBED_AS.match(self.posts.text, anchor, sentence.end)):
            anchor = described.end()  # "named Ada Tullow, a partner at Acme, as": the post is behind
        place = next(
            (
                p
                for p in places
                if p.start >= anchor
                and self._leads_to_title(gap := self._gap(anchor, p, voice), voice)
                and not (voice == "body" and _APPOSED.fullmatch(gap))
                and (match[0].lower() != "will be" or _BE_NEXT.fullmatch(gap))
                and (rule != _AS_A_POST or _AS_OR_ROLE.fullmatch((match["tail"] or "") + gap))
                and (rule not in _BODY_AS or _AS_TITLE.fullmatch(gap))
                and (rule != _OF_A_POST or match["tail"] or _AS_HELD.fullmatch(gap))
                and not (change == "left" and voice == "active" and _FOR_ANOTHER.search(gap))
                and not (change == "appointed" and gap.endswith("from "))  # "promoted from treasurer to chairman"
            ),
            None,
        )
        if place is None and voice == "body" and change == "appointed":
            place = self._new_title(match, person, places)
        if _IF.search(self.posts.text, max(sentence.start, match.start() - 70), match.start()):
            return None
        if undone(self.posts.text, sentence.start, match.start(), re.sub(r"^['’]s?\s+", "", match[0])):
            return None
        status = status_of(self.posts, match, voice, sentence)
        cue = Span(match.start(), match.end())
        if place is None:
            return self.leavings.of_known(number, change, rule, match, person, status, cue, sentence, places)
        self.bodies.widen(sentence, place)
        body = self.posts.offices.first(sentence.start, match.start()) if voice == "body" else None
        gap = self.posts.text[anchor : place.start]
        its = voice == "body" and re.search(r"\b(?:its|their)\s(?:[\w-]+\s){0,3}$", gap)
        if body is None or not (its or self.bodies.names_field(sentence, place)):
            body = (
                self.bodies.body_of(sentence, place)
                or self.bodies.owner(anchor, place)
                or self.bodies.body_between(anchor, place.start, hired=change == "appointed")
                or body
            )
        body = body or self.worded.behind(sentence, place) or self.bodies.context(sentence, place)
        office = self.bodies.office(place)
        if body is None and office:
            body = self.posts.offices.of_title(place.text, sentence, at=place.start)
        if body is None and not office:
            return None
        draft = self.posts.draft(number, rule, person[2], body, place, change, status, 1.0, (cue,))
        draft.date = self.posts.date(sentence, match.end()) or self.posts.opening_date(sentence, match.start())
        return draft

    def _gap(self, anchor: int, place: Place, voice: str) -> str:
        """The words between a verb (or its object) and a title, less whose title it is and who hires."""
        end = place.start
        for low, high, party, _ in reversed(self.posts.resolution.overlapping(anchor, place.start)):
            if low >= anchor and self.posts.is_body(party) and _OWNS.fullmatch(self.posts.text, high, place.start):
                end = low
            break
        gap = self.posts.text[anchor:end]
        return _BY_WHOM.sub("", gap) if voice == "passive" else gap

    def _leads_to_title(self, gap: str, voice: str) -> bool:
        """Whether the words between verb (or its object) and title make it the title taken: "as its
        new", ", to be".
        """
        if len(gap) > 90 or re.search(
            r"^\s(?:out\b|(?:his|her|their|a)\s(?:[\w-]+\s){0,3}career\b)"
            r"|[;:“”\"]|\b(?:(?:has|had|have)\sbeen|said|told|but|which|while|who|where|serves|served|serving"
            r"|succeeds|former|by)\b", gap
        ):
            return False
        if _AS_NO_POST.search(gap):
            return False
        return bool(
            _AS_ITS.search(gap)
            or re.search(
                r"(?:\b(?:as|to|the|its|their|his|her|a|an|new|be|become|next|role of|position of"
                r"|post of|first|from|of|interim|acting)\s)$|^\s$",
                gap,
            )
        )
