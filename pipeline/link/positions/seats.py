"""Posts told by a verb or a body: seats on a board, "who heads X", "led by", and "led by CEO Ada Tullow"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...find.words import Tokens
from ...mentions import Sentence, Span
from ..draft import Draft
from .posts import Body, Person, Posts
from .several import SEVERAL
from .undone import undone

_MODAL = (
    r"(?:(?:has|have|had|will|would|is|are|was|were|to|also|now|already|still|formally|recently|be|been|due|set|then|announced\sas)\s){0,4}"
)
_WHO = r"(?:,?\s(?:who|and)|,)?\s"
#: "joins the board", "left Acme's board", behind a person's name.
_BOARD = re.compile(
    rf"{_WHO}(?P<lead>{_MODAL})(?P<verb>join|joins|joined|joining|left|leave|leaves|leaving|quit"
    rf"|quits|resigned from|resigns from|stepped down"
    r" from|steps down from|(?:removed|ousted|dropped|retired|retires|fired|dismissed) from|voted off|departed|departs"
    r"|exits|rejoins|rejoined|gave up (?:his|her|a) seat on|(?:appointed|named|elected|added"
    r"|re-elected|nominated) to|stays on|stay on"
    r"|remains on|remain on|sits on|sit on|sat on|serves on|serve on|served on|is on|was on)\s(?P<owner>the\s|its\s"
    r"|their\s|our\s)?"
    r"(?P<body>[^,.;]{2,60}?(?:['’]s?)?\s)?(?:supervisory\s|advisory\s|executive\s"
    r"|management\s)?(?P<board>[Bb]oards?|(?:[a-z-]+\s){1,2}committee)(?:\sof\s[Dd]irectors)?\b"
    r"(?!\s(?!of|in|on|at|as|for|until|after|and|next|this|last|when|to|from|with|over|by|later|before)[a-z])"
)
#: "voted [Ada Tullow] off the board".
_FORCES = re.compile(
    rf"\b(?P<lead>{_MODAL})(?P<verb>vot(?:e|ed|es|ing)|remov(?:e|ed|es|ing)|forc(?:e|ed|es|ing)|push(?:ed|es|ing)?|kick(?:ed|s|ing)?"
    r"|throw(?:s|ing)?|threw|oust(?:ed|s|ing)?|drop(?:ped|s|ping)?|eject(?:ed|s|ing)?|expel(?:led|s|ling)?|struck|dismiss(?:ed|es)?)\s"
    r"(?:(?!(?:to|as|in|by|on|and|that|who|from)\s)[\w&’',-]+\s){0,6}$"
)
_OFF_BOARD = re.compile(
    r"\s(?:off|from|out\sof)\s(?:the|its|their)\s(?:[\w-]+\s){0,2}?(?P<board>[Bb]oard(?:\sof\s[Dd]irectors)?)\b(?!room)"
)
#: "of Acme as its " behind a board.
_AS_ROLE = re.compile(r"(?:\sof\s[^,;.]{2,60}?)?\sas\s(?:(?:its|the|an?|their)\s)?")
#: "The advisory board of Acme also includes", "Acme's Board members are:" before the names of its members.
_BOARD_HAS = re.compile(
    r"(?P<owner>['’]s?\s(?:[A-Za-z-]+\s){0,2}?)?(?P<board>\b(?:(?:[Aa]dvisory|[Ss]upervisory|[Mm]anagement|[Ee]xecutive)\s)?"
    r"[Bb]oard(?:\sof\s(?:[Dd]irectors|[Aa]dvis[eo]rs|[Tt]rustees|[Mm]anagers|[Gg]overnors))?)(?:\sof\s(?P<body>[^,;:.]{2,50}?))?"
    r"(?:(?:\s(?:also|now|currently))?\s(?:includes|comprises|consists\sof|is\s(?:made\sup|composed)\sof"
    r"|members\s(?:are|include)):?)\s(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s)?"
)
#: Between two members, who may have in brackets where they work.
_AND_MEMBER = re.compile(r"(?:\s\([^()]{1,80}\))?[,;]?\s(?:(?:and|&)\s)?(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s)?")
_LEAVING = (
    "left", "leav", "quit", "resign", "step", "gave", "remov", "oust", "drop", "voted", "retire", "depart", "exits",
    "fired", "dismiss",
)  # fmt: skip
#: "Acme has elected [Ada Tullow] to its board".
_ELECTS = re.compile(
    r"\b(?P<verb>appoint(?:ed|s|ing)?|nam(?:ed|es|ing)|elect(?:ed|s|ing)?|re-?elect(?:ed|s)|add(?:ed|s|ing)"
    r"|nominat(?:ed|es|ing)|welcom(?:ed|es|ing)|appointment\sof|addition\sof|election\sof|nomination\sof)\s"
    r"(?:(?!(?:to|as|in|by|on|and|that|who)\s)[\w&’',-]+\s){0,7}$"
)
_TO_BOARD = re.compile(
    r"(?:,\s[^,;.]{2,80},)?(?:\sand\s[^,;.]{3,40}?)?\s(?:to|onto|on)\s(?:its|the|their|our)\s(?P<whose>(?:[\w&’'.-]+\s){0,4}?)"
    r"(?P<board>[Bb]oard(?:\sof\s[Dd]irectors)?)\b(?!\s[a-z]+ing\b|\smember)"
)
_AMONG = re.compile(r"(?:,|,?\sand)\s(?:(?!(?:to|as|who|that|and)\s)[\w’'&.-]+\s){0,6}")
#: What stands before the name of a political party.
_OF_PARTY = re.compile(
    r"opposition|ruling|governing|co-ruling|(?:cent(?:er|re)|far|hard)-?(?:left|right)|centrist|nationalist|populist"
)
LISTED = re.compile(r",\s(?:and\s)?(?:the\s)?|\s(?:and|&)\s(?:the\s)?")
_HEADS = re.compile(
    r",?\s(?:who\s)(?P<lead>(?:(?:also|now|still|currently|has|had)\s){0,2})(?P<verb>heads|runs|leads|chairs"
    r"|directs|edits|led|headed|run|ran|chaired)"
    r"\s(?:the\s|its\s)?"
)
#: "Ada Tullow heads Acme", "Ada Tullow, 51, chairs Acme".
_DOES = re.compile(
    r"(?:,\s\d\d,)?\s(?P<lead>(?:(?:also|now|still|currently|has|had|later|previously|formerly|earlier|once)\s){0,2})"
    r"(?P<verb>heads|(?:co-)?chairs|runs|leads|(?:will|is\sto|would|is\sset\sto)\s(?:head|lead|chair|run)|(?:co-)?chaired|led|headed|ran|run|managed)\s(?:the\s)?"
)
#: With these before it, or years behind the organisation, "led" tells of a post and not of a deed.
_LONG_AGO = re.compile(r"\b(?:previously|formerly|earlier|once)\b")
_SINCE = re.compile(r"\s(?:since|for\s(?:[\w-]+\s){1,4}(?:years|decades|decade))\b")
#: What tells of a contest behind "leads Acme".
_CONTEST = re.compile(r"\s(?:to|into|in|by|past|against|through|out|\d|with\s\d)\b")
#: "led Acme from 2009 to 2013", "was led by Ada Tullow until 2019".
_YEARS = re.compile(
    r"(?:[^,;.]|\.(?=\s[a-z])){0,40}?\s(?:from|between)\s(?:\w+\s)?(?:19|20)\d\d\s(?:to|until|through|and)\s(?:\w+\s)?(?P<end>(?:19|20)\d\d)\b"
    r"|(?:[^,;.]|\.(?=\s[a-z])){0,40}?\suntil\s(?:\w+\s){0,2}?(?P<last>(?:19|20)\d\d|\w+)\b"
)
_PAST = frozenset({"led", "headed", "run", "ran", "chaired", "co-chaired", "managed"})
_BY = re.compile(
    r"(?:\s(?:is|was)\s(?:an?|the)\s[^,.;]{3,60}?)?,?\s(?:which\s|that\s)?(?:(?:is|was|has been|had been|now"
    r"|still)\s){0,2}(?P<verb>led|headed|run|chaired)"
    r"\s(?:in\s(?:19|20)\d\d\s)?by\s"
)
_OPENS_BY = re.compile(r"\s*(?P<verb>Led|Headed|Run|Chaired)\s(?:in\s(?:19|20)\d\d\s)?by\s")
_MADE_BY = re.compile(
    r"\s*(?:Co-)?(?:[Ff]ounded|Established|Owned|Created|Started|Launched)\s(?:in\s(?:19|20)\d\d\s)?by\s"
)
_FUTURE = re.compile(r"\b(?:will|would|to|set|due|is|are)\s")
#: Those who join the boards of firms that are not their own.
_OUTSIDER = re.compile(r"(?i)\b(?:partner|principal|investor|analyst|professor)$")
#: How far before "the board" a body counts as the one whose board it is.
LOOK_BACK = 400

#: ", who teaches finance at the " behind a name.
_WORKS = re.compile(
    r"(?:\s\([^()]{1,30}\))?,\swho\s(?:(?:also|now|still|currently)\s)?(?P<title>(?P<verb>teaches|lectures|studies|manages|runs|directs"
    r"|oversees|heads|leads|covers|treats|practi[cs]es|researches|edits|follows|tracks|analy[sz]es|coaches)\s"
    r"(?P<what>(?:(?!(?:who|that|which|to|at|is|was|has)\b)[\w&’'-]+,?\s){0,6}?(?!at\b)[\w&’'-]+))\s(?:at|for)\s(?:the\s)?"
)
#: ", who has run the group's British business " behind a name.
_RUNS_PART = re.compile(
    r",\swho\s(?:has\s)?(?P<title>(?P<verb>runs?|heads?(?:ed)?|leads|led|manages|managed)\s(?:the\s(?P<noun>[a-z]+)['’]s|its)\s"
    r"(?:[\w-]+\s){0,3}?(?:business|operations?|arm|unit|division|branch|office|desk|team|department))\b"
)
#: ", a partner at Acme," behind a name.
_APPOSITION = re.compile(r",\s(?:the\s|a\s|an\s|its\s|\d\d\b)?[^,.;“”\"]{2,140},(?=\s)|,\s\d\d,(?=\s)")
#: "former Avenu CEO " between "led by" and a name.
_DESCRIBES = re.compile(r"(?:(?:[Ff]ormer|its|the|firm|current|veteran|[\w&’'-]+)\s){0,5}")
JOINED = re.compile(
    r"(?:,\s[DRI]-[A-Z][\w.]+(?:\s[A-Z]\w+)?(?=,)|\s\([DRI]-[^()]{2,20}\))?"  # a senator's party and state
    r"(?:,|,? and|,? &)\s(?:(?:Mr|Ms|Mrs|Dr)\.?\s|Sir\s)?"
)


class Seats:
    """Reads the people of one sentence after another."""

    def __init__(self, posts: Posts):
        self.posts = posts
        self.text, self.resolution, self.words, self.known = posts.text, posts.resolution, posts.words, posts.known

    def find(self, number: int, sentence: Sentence, people: list[Person]) -> Iterator[Draft]:
        """The drafts of one sentence, in text order by pattern."""
        for person in people:
            yield from self._board(number, sentence, person, people)
            yield from self._voted_off(number, sentence, person)
            yield from self._elected(number, sentence, person, people)
            yield from self._heads(number, sentence, person)
            yield from self._works(number, sentence, person)
            yield from self._by(number, sentence, person, people)
        if len(people) > 1 and (match := _BOARD_HAS.search(self.text, sentence.start, sentence.end)):
            yield from self._members(number, sentence, people, match)

    def _bodies(self, start: int, end: int) -> list[tuple[int, int, str]]:
        return [
            (low, high, party)
            for low, high, party, _ in self.resolution.overlapping(start, end)
            if self.resolution.kind(party) != "person"
        ]

    def _draft(
        self,
        number: int,
        person: str,
        body: Body,
        title: str,
        change: str,
        status: str,
        cue: Span,
        rule: str,
        score: float = 0.9,
    ) -> Draft:
        keys = {"title": title, "change": change}
        known, words = (None, body) if isinstance(body, Span) else (body, None)
        return Draft(
            "position",
            number,
            rule,
            person,
            known,
            object_text=words,
            status=status,
            score=score,
            keys=keys,
            cues=[cue],
        )

    # -- boards --------------------------------------------------------------------------------------------

    def _board(self, number: int, sentence: Sentence, person: Person, people: list[Person]) -> Iterator[Draft]:
        match = _BOARD.match(self.text, person[1], sentence.end)
        described = _APPOSITION.match(self.text, person[1], sentence.end)
        if match is None and described:
            match = _BOARD.match(self.text, described.end(), sentence.end)
        if match is None or not (match["owner"] or match["body"]):
            return
        if (role := _AS_ROLE.match(self.text, match.end(), sentence.end)) and self._opens(role.end(), sentence):
            return  # "joined the board of Acme as its treasurer" tells of another post
        body = self._body_of_board(match, sentence, person[2])
        if body is None:
            return
        verb, lead = match["verb"], match["lead"]
        if verb.startswith(_LEAVING):
            change = "left"
        elif verb.split()[-1] == "on":
            change = "holds"
        else:
            change = "appointed"
        if verb in ("sat on", "served on", "was on"):
            change = "left"
        future = bool(_FUTURE.search(lead)) and not re.search(r"\b(?:was|were|has|have|had|been)\b", lead)
        status = "ongoing" if change == "holds" else "expected" if future or verb == "joining" else "completed"
        cue = Span(match.start("verb"), match.end("board"))
        title = match["board"] if match["board"].endswith("committee") else "board"
        for holder in [person, *self._joined_before(person, people)]:
            yield self._draft(number, holder[2], body, title, change, status, cue, "position.board")
        for other in self._further(match, body, sentence):
            yield self._draft(number, person[2], other, "board", change, status, cue, SEVERAL[0])

    def _members(
        self, number: int, sentence: Sentence, people: list[Person], match: re.Match[str]
    ) -> Iterator[Draft]:
        """Those listed in "the Board includes Ada Tullow, Tom Rey and Kim Oban": two of them at least."""
        listed: list[Person] = []
        for person in people:
            after = _AND_MEMBER.fullmatch(self.text, listed[-1][1], person[0]) if listed else None
            if person[0] == match.end() or (match.end("board") < person[0] < match.end() < person[1]) or after:
                listed.append(person)
        body = self._whose_board(match, sentence)
        for person in listed if body and len(listed) > 1 else ():
            cue = Span(*match.span("board"))
            yield self._draft(number, person[2], body, match["board"], "holds", "ongoing", cue, "position.members")

    def _whose_board(self, match: re.Match[str], sentence: Sentence) -> str | None:
        """Whose board has members: the owner's before it or that behind "of", else the firm of a release or the one
        named last.
        """
        if match["body"]:
            inside = self._bodies(*match.span("body"))
            return inside[0][2] if inside else None
        before = self._bodies(max(0, match.start() - LOOK_BACK), match.start())
        if match["owner"]:
            return before[-1][2] if before and before[-1][1] == match.start() else None
        if self.resolution.release and self.resolution.main:
            return self.resolution.main
        return before[-1][2] if before else None

    def _opens(self, start: int, sentence: Sentence) -> bool:
        """Whether a title begins at `start`."""
        found = self.posts.titles.find(Tokens(self.text[start : min(sentence.end, start + 60)]).all)
        return bool(found) and found[0].first == 0

    def _joined_before(self, person: Person, people: list[Person]) -> list[Person]:
        """The further people in "Ada Tullow, Tom Rey and Kim Oban have left the board"."""
        found, start = [], person[0]
        for other in reversed(people):
            if other[1] <= start and JOINED.fullmatch(self.text, other[1], start):
                found.append(other)
                start = other[0]
        return found

    def _voted_off(self, number: int, sentence: Sentence, person: Person) -> Iterator[Draft]:
        """ "Acme's shareholders voted Ada Tullow off the board"."""
        behind = _OFF_BOARD.match(self.text, person[1], sentence.end)
        verb = _FORCES.search(self.text, max(sentence.start, person[0] - 60), person[0]) if behind else None
        if not behind or not verb:
            return
        of = re.match(r"\sof\s(?:the\s)?", self.text[behind.end() : sentence.end])
        before = self._bodies(sentence.start, verb.start())
        body = self._described(behind.end() + of.end(), sentence.end) if of else before[0][2] if before else None
        body = body or (None if of else self.resolution.main)
        if body and not undone(self.text, sentence.start, verb.start(), verb["verb"]):
            status = "expected" if _FUTURE.search(verb["lead"]) and "has" not in verb["lead"] else "completed"
            cue = Span(verb.start("verb"), verb.end("verb"))
            yield self._draft(number, person[2], body, "board", "left", status, cue, "position.board")

    def _further(self, match: re.Match[str], body: str, sentence: Sentence) -> Iterator[str]:
        """The further organisations in "serves on the boards of A, B and C"."""
        if match["board"] not in ("boards", "Boards"):
            return
        end = None
        for low, high, party in self._bodies(match.end(), sentence.end):
            if end is not None:
                if not LISTED.fullmatch(self.text, end, low):
                    return
                yield party
            elif party != body:
                return
            end = high

    def _elected(self, number: int, sentence: Sentence, person: Person, people: list[Person]) -> Iterator[Draft]:
        """ "Acme elected Ada Tullow to its board": the organisation is the last one before the verb."""
        verb = next(
            (
                found
                for low in (person[0], *(p[0] for p in people if p[0] < person[0]))
                if (found := _ELECTS.search(self.text, max(sentence.start, low - 60), low))
                and (low == person[0] or self._listed_up_to(low, person, people))
            ),
            None,
        )
        last = person
        for other in people:  # "added Ada Tullow, Acme's Tom Rey and partner Kim Oban to its board"
            if other[0] >= last[1] and _AMONG.fullmatch(self.text, last[1], other[0]):
                last = other
        behind = _TO_BOARD.match(self.text, last[1], sentence.end) if verb else None
        if verb is None or behind is None:
            return
        before = self._bodies(sentence.start, verb.start("verb"))
        of = [p for low, _, p in self._bodies(behind.end(), min(behind.end() + 40, sentence.end))]
        named = re.match(r"\sof\s(?:the\s)?[A-Z]", self.text[behind.end() : sentence.end])
        own = self._bodies(*behind.span("whose")) if behind["whose"] else []  # "to the Acme Inc. board"
        body = (of[0] if of else None) if named else ([*before, *own][-1][2] if before or own else self.resolution.main)
        if body is None:
            return
        lead = self.text[max(sentence.start, verb.start("verb") - 24) : verb.start("verb")]
        past = re.search(r"\b(?:was|were|has|have|had)\b", lead)
        status = "expected" if _FUTURE.search(lead) and not past else "completed"
        cue = Span(behind.start("board"), behind.end("board"))
        yield self._draft(number, person[2], body, "board", "appointed", status, cue, "position.board")

    def _body_of_board(self, match: re.Match[str], sentence: Sentence, person: str) -> str | None:
        """Whose board it is: written before it or behind "of", else that of the person's post or the company
        spoken of last.
        """
        if match["body"]:
            inside = self._bodies(match.start("body"), match.end("body"))
            if inside or re.search(r"['’]s?\s$", match["body"]):
                return inside[-1][2] if inside else None
        of = re.match(r"\sof\s(?:the\s)?", self.text[match.end() : sentence.end])
        if of:
            start = match.end() + of.end()
            return self._described(start, sentence.end)
        title, own, _ = self.known.get(person, ("", None, None))
        if "join" in match["verb"] and _OUTSIDER.search(title):
            own = None
        if isinstance(own, str):
            return own
        before = self._bodies(max(0, match.start() - LOOK_BACK), match.start("verb"))
        if self.resolution.main and (not before or self.resolution.main in {p for _, _, p in before}):
            return self.resolution.main
        return before[-1][2] if before else None

    def _listed_up_to(self, start: int, person: Person, people: list[Person]) -> bool:
        """Whether only a list stands between the person named at `start` and another one."""
        inside = [p for p in people if start <= p[0] <= person[0]]
        return all(_AMONG.fullmatch(self.text, one[1], other[0]) for one, other in pairwise(inside))

    # -- heads and founders --------------------------------------------------------------------------------

    def _heads(self, number: int, sentence: Sentence, person: Person) -> Iterator[Draft]:
        match = _HEADS.match(self.text, person[1], sentence.end) or _DOES.match(self.text, person[1], sentence.end)
        if match is None:
            return
        body = self._described(match.end(), sentence.end)
        if body is None:
            return
        verb, has = match["verb"], re.search(r"\bhas\b", match["lead"]) is not None
        end = next(m[1] for m in self._bodies(match.end(), sentence.end) if m[2] == body)
        since = _SINCE.match(self.text, end, sentence.end) is not None
        if " " in verb:  # "will chair Acme"
            owns = self.text.startswith(("'", "’"), end) or _CONTEST.match(self.text, end, sentence.end)
            if not owns and self.resolution.kind(body) != "public_body":
                cue, verb = Span(match.start("verb"), match.end("verb")), verb.split()[-1]
                yield self._draft(number, person[2], body, verb, "appointed", "expected", cue, "position.who-heads")
            return
        years = _YEARS.match(self.text, end, sentence.end)
        over = verb in _PAST and not (has and (match.re is _HEADS or since))
        if match.re is _DOES and verb in _PAST and not (
            verb.endswith("chaired") or _LONG_AGO.search(match["lead"]) or (has and since) or years
        ):
            return  # "Ada Tullow led Acme to a win"
        if (verb == "run" and over) or (verb == "leads" and _CONTEST.match(self.text, end, sentence.end)):
            return
        change = ("left", "completed") if over else ("holds", "ongoing")
        cue = Span(match.start("verb"), match.end("verb"))
        draft = self._draft(number, person[2], body, verb, *change, cue, "position.who-heads")
        draft.date = (years["end"] or self._year(years)) if years and over else None
        yield draft
        for other in self._listed_from(body, end, sentence) if match.re is _DOES else ():
            yield self._draft(number, person[2], other, verb, *change, cue, SEVERAL[0])

    def _works(self, number: int, sentence: Sentence, person: Person) -> Iterator[Draft]:
        """ "Ada Tullow, who teaches finance at Acme", "who has run the group's British business": the words are the
        title.
        """
        body: str | None = None
        if match := _WORKS.match(self.text, person[1], sentence.end):
            named = [m for m in self._bodies(match.end(), sentence.end) if m[0] <= match.end()]
            if named and not self.text.startswith(("'", "’"), named[0][1]) and not self._bodies(*match.span("what")):
                body = named[0][2]
        elif match := _RUNS_PART.match(self.text, person[1], sentence.end):
            over = match["verb"] in _PAST and " has " not in match[0]
            owned = [m[2] for m in self._bodies(match.start("title"), match.end("title"))]
            if not over:
                body = owned[0] if owned else self.posts.topics.owner("chief executive", sentence.start, person[0])
        if match and body:
            cue, title = Span(*match.span("title")), match["title"]
            yield self._draft(number, person[2], body, title, "holds", "ongoing", cue, "position.who-works", 0.7)

    @staticmethod
    def _year(years: re.Match[str]) -> str | None:
        """The year in "until 2019"; None for "until his death"."""
        return years["last"] if years["last"] and years["last"].isdigit() else None

    def _listed_from(self, body: str, end: int, sentence: Sentence) -> Iterator[str]:
        """The further organisations in "chaired A, B and C"."""
        for low, high, party in self._bodies(end, sentence.end):
            if low < end:
                continue
            if not LISTED.fullmatch(self.text, end, low) or party == body:
                return
            yield party
            end = high

    def _described(self, start: int, end: int) -> str | None:
        """The body that stands at `start`, a description such as "the chipmaker" aside."""
        for low, _, party in self._bodies(start, min(end, start + 60)):
            lead = self.text[start:low].split()
            if low >= start and all(word.islower() or word in self.words.demonyms for word in lead):
                return party if not lead or lead[-1] in self.words.roles or _OF_PARTY.fullmatch(lead[-1]) else None
            return None
        return None

    def _by(self, number: int, sentence: Sentence, person: Person, people: list[Person]) -> Iterator[Draft]:
        opening = _OPENS_BY.match(self.text, sentence.start, person[0])
        made = opening or _MADE_BY.match(self.text, sentence.start, person[0])
        title = self._titled(made.end(), person[0]) if made else None
        if made and title and title.start == made.end():
            behind = self._bodies(person[1], min(sentence.end, person[1] + 12))
            if behind and re.fullmatch(r",\s(?:the\s)?", self.text[person[1] : behind[0][0]]):
                post = (self.text[title.start : title.end], "holds", "ongoing", title, "position.led-by", 1.0)
                yield self._draft(number, person[2], behind[0][2], *post)
            return
        if opening and _DESCRIBES.fullmatch(self.text, opening.end(), person[0]):
            following = re.match(r",?\s(?:and\s[^,]{3,40})?,?\s?(?:the\s)?", self.text[person[1] : sentence.end])
            bodies = self._bodies(person[1] + following.end() if following else person[1], sentence.end)
            if bodies and bodies[0][0] <= person[1] + (following.end() if following else 0):
                yield self._by_draft(number, person, bodies[0][2], opening)
            return
        for _low, high, body in self._bodies(max(sentence.start, person[0] - 90), person[0]):
            match = _BY.match(self.text, high, person[0])
            if match and (title := self._titled(match.end(), person[0])):
                words = self.text[title.start : title.end]
                yield self._draft(number, person[2], body, words, "holds", "ongoing", title, "position.led-by")
                continue
            if match and _DESCRIBES.fullmatch(self.text, match.end(), person[0]):
                for leader in [person, *self._joined(person, people)]:
                    yield self._by_draft(number, leader, body, match)

    def _titled(self, start: int, end: int) -> Span | None:
        """The title right before a name at `end` ("led by CEO Ada Tullow"), if it is still held."""
        lead = self.text[start:end]
        tokens = Tokens(lead)
        found = self.posts.titles.find(tokens.all)
        if not found or found[-1].last != len(tokens.all) or re.search(r"\bformer\b", lead):
            return None
        return Span(start + tokens.starts[found[-1].first], start + tokens.ends[-1])

    def _joined(self, person: Person, people: list[Person]) -> list[Person]:
        """The further people in "by Ada Tullow, Tom Rey and Kim Oban"."""
        found, end = [], person[1]
        for other in people:
            if other[0] >= end and JOINED.fullmatch(self.text, end, other[0]):
                found.append(other)
                end = other[1]
        return found

    def _by_draft(self, number: int, person: Person, body: str, match: re.Match[str]) -> Draft:
        verb = match["verb"].lower()
        cue = Span(match.start("verb"), match.end("verb"))
        years = _YEARS.match(self.text, person[1])
        over = years is not None and not self.posts.is_to_come(person[1], years.end())
        change = ("left", "completed") if over else ("holds", "ongoing")
        draft = self._draft(number, person[2], body, verb, *change, cue, "position.led-by-whom")
        draft.date = (years["end"] or self._year(years)) if years and over else None
        return draft
