"""Evidence for or against a party from its own words and from the words around it."""

from __future__ import annotations

import itertools
import re
from functools import cached_property

from .candidates import BUSINESS, FORM, ORG_WORD, PUBLIC, PartyCandidate
from .notes import LISTED
from .sports import WHO_PLURAL, Sports
from .states import States
from .words import Tokens

_PRONOUNS = frozenset({"we", "he", "she", "it", "they", "i", "you", "our", "this", "these", "that"})
#: Words of fields and of kinds of firms, as `PartyWords.departments` are.
_FIELDS = frozenset(
    {"Administration", "Committee", "Department", "Firm", "Tech", "Fintech", "Transition", "Fund", "Team", "Venture",
     "Climate", "Energy",
     "Private", "Managed", "Application", "Studies", "Economics", "Industry", "Sector", "Services", "and", "&"}
)  # fmt: skip
#: Fields that a state's agency puts before the country ("Statistics Norway").
_STATE_FIELDS = frozenset(
    {"Statistics", "Transport", "Resources", "Environment", "Heritage", "Elections", "Immigration", "Fisheries",
     "Highways", "Sport", "Tourism", "Services", "Innovation", "Customs", "Corrections", "Parks", "Housing"}
)  # fmt: skip
#: Last words of public bodies, whatever stands before them.
_RULING = frozenset({"Board", "Command", "Constabulary", "Inspectorate"})
#: Words that make a board one of a firm's.
_ADVICE = frozenset({"Advisory", "Editorial", "Supervisory", "Scientific", "Executive", "Management", "Directors"})
#: Nouns in small letters with which a NER ends the name of an organisation.
_SMALL_BODIES = frozenset({"party", "union", "league", "university", "federation", "bourse", "family"})
#: What the fund of a state is for ("National Pension Fund"), and its last word.
_STATE_MONEY = frozenset(
    {"Investment", "Pension", "Pensions", "Development", "Reserve", "Wealth", "Insurance", "Cooperation"}
)
_STATE_FUNDS = frozenset({"Fund", "Corporation", "Corp", "Corp.", "Service"})
#: Ends of one-word names of business ("Agrochem", "Infosoft").
_COMPOUND = re.compile(r"[A-Z][a-z]\w+(?:tech|chem|pharma|corp|soft|bank|media|works|telecom|com|gas)$")
#: A thing that a name with a noun in small letters is, rather than a party.
_INDEX = re.compile(r" (?:[Ii]ndex|indices)\b")
#: Words with which a message on a social network is told.
_SOCIAL_AFTER = re.compile(
    r"['’]?s? (?:group|account|page|post|posts|message|messages|chat|channel|feed|thread|hashtag)\b"
)
#: Buildings and sites: "the Harbor Point tower".
_SITE_AFTER = re.compile(
    r" (?:tower|skyscraper|building|mall|shopping cent(?:er|re)|stadium|office complex|apartment complex|neighbou?rhood"
    r"|submarket|district|suburb|housing estate|industrial park|power plant|refinery|airport|terminal|dam|highway)s?\b"
)
_COUNTY_AFTER = re.compile(r"['’]s County\b")
#: Who stands for a party: "ANC lawmaker".
_PARTY_OF = re.compile(
    r" (?:MPs?|MLAs?|MEPs?|MKs?|lawmakers?|politicians?|councillors?|backbenchers?|parliamentarians?|senators?)\b"
)
#: What a plural does.
_PLURAL_VERB = re.compile(
    r"[’',.]|\s(?:have|are|were|say|said|will|had|do|did|back(?:ed)?|opposed?|voted?|want(?:ed)?)\b"
)
#: Whose members vote on a strike or organise.
_MEMBERS_OF = re.compile(
    r"\b(?:(?:[Mm]embers|reps|branches|officials|organi[sz]ers) (?:of|from|in)|(?:organi[sz]ing|balloted) (?:with|by)"
    r"|[Uu]nions?) (?:[A-Z]\w+(?:,| and|, and) )?(?:the )?$"
)
_UNION = re.compile(r"\b(?:trade |labou?r )?unions?\b|\bwalkouts?\b|\bunioni[sz]")
#: What a maker launches, and what runs, rivals or follows it.
_LAUNCHED = re.compile(
    r"\b(?:unveil(?:ed|s|ing)?|debut(?:ed|s|ing)?|launch(?:ed|es|ing)?|releas(?:ed|es|ing)|introduc(?:ed|es|ing)"
    r"|ship(?:ped|s|ping)|(?:new )?versions? of|update (?:to|of)|rivals? to|taking on|successor to|compatible with"
    r"|(?:prototype|sequel|upgrade)s? (?:of|to)) (?:the|its|a|an|a new|its new|the new) $"
)
#: What analysts expect, "according to" whom.
_CONSENSUS = re.compile(r"\b(?:analysts?|economists|consensus|estimates?|forecasts?|on average)\b")
#: A town before its firm ("Boston's Fenwick Advisors"), and before "group" and the like.
_TOWN_OF = re.compile(r"['’]s? (?=[A-Z])")
#: Nouns that stand behind the name of a firm, too.
_AFTER_NAME = frozenset(
    {"group", "bank", "chain", "brand", "unit", "fund", "subsidiary", "network", "franchise", "studio", "parent",
     "railway", "railroad", "shipyard", "supermarket"}
)  # fmt: skip
_FROM_TOWN = re.compile(r"\b(?:[Tt]he|an?|its) $")
_NOUN = re.compile(r" ([a-z][\w-]+)")
#: A NER's score of a firm up to which such a town may be mistaken for one.
UNSURE = 0.87
_INDEFINITE = re.compile(r"(?:^|[\s“(])(?:an?|any|each|every|another|multiple|several|\d+)\s$", re.IGNORECASE)
_ENDS_PHRASE = re.compile(r"\s?[,.;:)”]|\s(?:and|or|in|at|with|to|for|that|which)\b|$")
_LOCATED = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Ff]rom|[Oo]utside)\s(?:the\s)?$")
_CAPS_AFTER = re.compile(r"(?: [A-Z][\w-]+){1,3}")
_SPEAKS = re.compile(
    r"\s(?:said|says|told|announced|agreed|acquired|sued|reported|reports|offered|bought|sold|plans|will)\b"
)
_REPORTS = re.compile(
    r"\s(?:reported|reports)\b(?: that\b| on \w+day\b| \w+day\b|,| earlier\b| citing\b)|\s(?:first"
    r"|previously|earlier) reported\b|,? citing (?:people|sources|unnamed)"
)
_SOURCE_OF = re.compile(
    r"\b(?:cited by|reported by|(?:survey|poll|compil|track)ed by|told|interview with|data from|survey by|poll by"
    r"|seen by|obtained by"
    r"|speaking to|spoke to|speaks with|sits down with|sat down with) (?:the )?$"
)
_ITS_DATA = re.compile(r"(?:['’]s)? (?:data|figures|estimates|statistics|survey|analysts?|research|reports?)\b")
_THING_AFTER = re.compile(
    r" (?:mine|project|platform|program|programme|device|drug|vaccine|app|model|series|jets|aircraft"
    r"|vehicles?|cars|phones?|brands?|business|line|product|software|technology|system|site|field|well"
    r"|gene|molecule|tokens?|coins?|memecoin|tablets|capsules|smartphones?|laptops?|trademark)\b"
    r"|['’]s? (?:disease|syndrome|lymphoma|sarcoma)\b"
)
#: What says of the name behind it that it is a thing's.
_THING_BEFORE = re.compile(
    r"\b(?:brand name|trade name|(?:sold|marketed|branded) (?:as|under)|drugs?|medicine|tokens?|memecoin|stablecoin"
    r"|video game|novel|film|album|sitcom|sedan|SUV|yacht|tanker|frigate|rocket|smartphone|games console)"
    r"(?: name| called| named| dubbed|,)? (?:the )?[“\"]?$"
    r"|\b(?:[Ii]ts|[Tt]heir|['’]s) (?:\w+ ){0,2}(?:products?|apps?|platforms?|tool|chatbot|device|software|medicine"
    r"|treatment|candidate|model|assistant),? (?:called |named |dubbed )?$"
)
#: A drug between what a regulator does and what it is for: "approved Acmexa for asthma".
_APPROVED = re.compile(r"\b(?:approv(?:ed|es|ing)|approval (?:of|for)|cleared|prescribed?|dos(?:e|es) of) $")
_FOR_ILLNESS = re.compile(
    r"(?: \([a-z]+\))?(?: tablets| injections?)? (?:to treat|for (?:the )?(?:treatment|use|patients|adults|children"
    r"|asthma|cancer|obesity|diabetes|psoriasis|migraine|depression|[a-z]+ (?:cancer|disease|patients|disorder)))\b"
)
#: ", a generic version of", ", the drug that" behind a name.
_THING_TOLD = re.compile(
    r"[®™]?(?: \([^()]{1,40}\))?,? (?:an?|the|its|their|is (?:an?|the|its)) "
    r"(?:(?!(?:of|at|for|in|to|from|who|by|with)\s)[\w’'-]+ ){0,4}"
    r"(?:drug|medicine|pill|token|memecoin|cryptocurrency|stablecoin|video game|vaccine|therapy|version|sedan"
    r"|vessel|ship|film|song|album|novel)(?:[,.;)]| (?:of|for|that|which|used|by|made|in|to|from)\b)"
)
#: Centres that are places to be in.
_SITE = re.compile(
    r"\b(?:Convention|Trade|Shopping|Conference|Distribution|Data|Town|City|Civic|Events?|Business|Ful[a-z]{4,6}ment"
    r"|Exhibition|Visitors?|Retail|Logistics) (?:Center|Centre)$"
)
#: Surnames of partners: "Harrow Quill & Tullow", unlike "Tom & Ada Quill".
_PARTNERSHIP = re.compile(r"[A-Z][\w’'-]+,?(?: [A-Z][\w’'-]+,?){1,3} & [A-Z][\w’'-]+")
_CENTRES = frozenset({"Center", "Centre"})
#: Businesses that their members own; their last word is one of organisations.
_MUTUAL = re.compile(
    r"\b(?:Credit Union|Reciprocal Exchange|(?:Reciprocal )?Insurance Exchange|Building Society"
    r"|Savings (?:and|&) Loan Association)$"
)
#: "joined Ada Quill from X to discuss", "discusses the results with X's Ada Quill".
_INTERVIEWED = re.compile(
    r"\b(?:joined|joins|spoke (?:to|with)|speaks (?:to|with)|told|with) [A-Z][\w.-]+ [A-Z][\w.-]+ (?:from|of|at) $"
)
_TO_TELL = re.compile(r" to (?:share|discuss|detail|announce|unveil|explain|provide|talk|outline|highlight|give)\b")
_TOLD_TO = re.compile(
    r"\b(?:[Dd]iscuss(?:es|ed)?|[Ss]p(?:oke|eaks)|[Tt]alk(?:s|ed)|[Ii]nterview)\b[^.\n]{0,100} with $"
)
_REPORTER = re.compile(r"['’]s [A-Z][\w-]+ [A-Z][\w-]+(?:[,.]| to\b| about\b)")
#: "Aster and Birch brands": both are brands.
_THINGS_AFTER = re.compile(
    r"(?:(?:, and| and|,) [A-Z][\w.]*(?: [A-Z0-9][\w.]*){0,2}){1,3} (?:brands|models|programs|programmes|vehicles"
    r"|platforms|apps)\b"
)
#: The state behind a town, before "-based": "Bethesda, Md.-based".
_SEAT = re.compile(r"(?:, [A-Z][\w.]{1,14}(?: [A-Z]\w+)?)?-(?:based|headquartered)\b")
_BODY_AFTER = re.compile(
    r"(?:['’]s?)? (?:rival|shares|stock|plants?|factory|factories|executives|board|subsidiary"
    r"|shareholders|investors|customers|employees|workers|chief executive|CEO|CFO|president|chairman"
    r"|spokes\w+|owns|bid|acquisition of|headquarters|earnings|revenues?|profits?|and its)\b"
)
#: What only a firm has or does, so that it proves one even behind a name that looks like a person's.
_FIRM_AFTER = re.compile(
    r"['’]s? (?:shareholders|stockholders|customers|revenues?|net (?:profit|loss|income)"
    r"|chief (?:executive|financial|operating"
    r"|technology)|CEO|CFO|COO|share price|(?:co-)?founders?\b|products|stores|workforce"
    r"|parent company|owners?"
    r"|market value|shares (?:fell|rose|were|have|closed|jumped|dropped|slid|gained|climbed))\b"
    r"|['’]s? (?:market share|smartphones?|laptops?|devices|app|apps|flights|branches)\b"
    r"| (?:has|had|holds|held|with) (?:about |an? )?\d[\d.]*(?:%| per ?cent) (?:share )?of the \w* ?market"
    r"|,? (?:which|has|have|had|that)? ?(?:been )?(?:manufactures|employs \d|operates|booked (?:a"
    r"|net)|swung|posted|reported"
    r" (?:a |an |net |record |quarterly |annual |its )|raised (?:an? |over |about |its |[$€£])"
    r"|filed for (?:bankruptcy|Chapter)"
    r"|went public|is listed|is headquartered|is based in|was founded|, based in|acquired by"
    r"|was acquired|merged with"
    r"|(?:on \w+day |also )?(?:unveil|launch|introduc|open|clos|complet|expand|report|rais|cut)(?:ed|es|s)? its\b"
    r"|makes (?!it\b|a\b|the\b|his\b|her\b|no\b|up\b|clear\b|sense\b))"
    r"|(?: (?:and|&) [A-Z][\w.&’'-]*(?:,? (?:&|[A-Z])[\w.&’'-]*){0,7})?"
    r",? (?:(?:is|are|was|were|also) ){0,2}(?:act(?:s|ed|ing)?|serv(?:es?|ed|ing)) as (?:[a-z]+[ -]){0,4}"
    r"(?:bookrunners?|counsels?|underwriters?|placement agents?|financial advis[eo]rs?|lead managers?)\b"
    r"|['’]?s? (?:(?:co-)?founder|CEO|CFO|COO|chief executive|spokes(?:man|woman|person)|managing director)"
    r"(?: and (?:CEO|chief executive|president|chairman))?,? (?:Mr |Ms |Dr |Sir )?[A-Z][a-z]+ [A-Z]"
)
_FIRM_BEFORE = re.compile(
    r"\b(?:stake in|shares (?:in|of)|merger with|takeover of|takeover bid for|acquisition of|acquire"
    r"|acquires|acquiring|merge with"
    r"|subsidiary of|division of|employees of|customers of|shareholders of|a unit of|an? arm of"
    r"|listed|-based|-backed|-owned|-listed)\s(?:the\s)?$"
)
#: "Rogo, founded by Tom Ash (CEO) and Lin Po": a firm, and people.
_FOUNDED = re.compile(r",? (?:(?:which )?was )?(?:co-)?founded (?:by\b|in (?:19|20)\d\d\b)")
_FOUNDED_BY = re.compile(
    r"\bfounded (?:in \d{4} )?by (?:[a-z]+ ){0,2}"
    r"(?:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}(?: \([^()]{2,30}\))?(?:,| and|, and) ){0,4}$"
)
#: What goes on with another name: "acquisition of Leeds-based Acme", "stake in Leeds's Acme".
#: What says of the names behind it that they are outlets, associations and the like.
_BODIES_LISTED = re.compile(
    r"\b(?:organi[sz]ations|associations|non-?profits|charities|unions|universities|colleges|outlets|publications"
    r"|newspapers|magazines|clubs|schools)(?:,? such as|,? including|,? like|:) (?:the )?$"
    r"|\b(?:featured|published|profiled|appeared|quoted) (?:in|on) (?:the )?$"
)
_FIRMS_LISTED = re.compile(
    r"\b(?:companies|firms|start-?ups|incumbents|rivals|competitors|giants|peers|retailers|banks|lenders|insurers|airlines"
    r"|carmakers|automakers|chipmakers|drugmakers|miners|utilities|exporters|shippers|chains|stores|vendors)"
    r"(?:,? such as|,? including|,? like|,? among them|:) (?:the )?$"
)
#: A name left out of a list: ", Acme and ", and one at its end.
_LEFT_OUT = re.compile(r", ([A-Z][\w&’'-]*[a-z][\w&’'-]*(?: [A-Z][\w&’'-]+)?)(?:,? and|,) (?:the )?")
_LAST_ONE = re.compile(r",? and ([A-Z][\w&’'-]*[a-z][\w&’'-]*(?: [A-Z][\w&’'-]+)?)(?=[.,;)]| [a-z])(?!['’])")
_COMMA = re.compile(r", (?:the )?")
#: What stands between the names of a list.
_LISTED = re.compile(r"(?:,| and|, and| &|;) (?:the )?")
_GOES_ON = re.compile(r"-\w|['’]s\b|\s(?:[A-Z]|company|firm|bank|maker|assets?|operations|plant|business)")
_SAYS = (
    r"(?:said|says|announced|announces|told \w+|confirmed|denied|added|warned|believes|believed|plans|agreed|hopes"
    r"|expects|reported|stated|argued|claimed|claims|insisted|noted)"
)
_PRONOUN_AFTER = re.compile(
    rf",? (which|who|whose)\b|(?:,[^,.;\n]{{1,60}},)? {_SAYS}(?: (?:on|last|late|earlier) \w+|,)?(?: that)?"
    r" (its?|he|she|his|her)\b"
)
_COMPANY_TOLD = re.compile(r", (?:an?|the) (?:[\w’'-]+ ){0,6}(?:company|firm|insurer|lender|retailer|operator)\b")
_AGE_AFTER = re.compile(r",? (?:\(\d\d\)|\d\d)(?:,|\.|\)|$)|, who is \d\d\b")
_PLURAL_LETTERS = re.compile(r"[A-Z]{2,5}s")
_TITLE_OF = re.compile(
    r"(?i)\b(?:head|director|president|officer|manager|lead|vp|partner|chief)\s?(?:of|for|,)\s(?:the\s"
    r"|our\s)?$"
)


_ADDRESS_AFTER = re.compile(r"(?:\.[\w-]+){0,3}@\w|/\w+/")
#: Last words of places that firms are named after too, and what only a firm does behind its name.
_SITES = frozenset(
    {"Square", "Mountain", "Mountains", "Bridge", "Tower", "Towers", "River", "Lake", "Bay", "Island", "Street", "Park",
     "Field", "Valley", "Station", "Coast", "Beach", "Hills", "Castle", "Palace", "Ranch", "Lane", "Way", "Heights",
     "Plaza", "Village", "Trail", "Ocean", "Peninsula", "Avenue", "Road", "Hall", "Team", "Platform"}
)  # fmt: skip
_ANNOUNCES = re.compile(
    r",? (?:today |also |has |have |had |on \w+day |proudly )?(?:said|says|announced|announces|acquired|acquires"
    r"|bought|sued|reported|offered|agreed|hired|raised|launched|partnered|named|appointed|employs"
    r"|declined to|plans to|operates)\b"
)
#: Words for those who are members of a body: alone they are no name.
_MEMBERS = frozenset({"Farmers", "Teachers", "Nurses", "Growers", "Pensioners", "Residents", "Workers"})
#: Nouns of organisations that name none by themselves.
_BARE_ORG = frozenset(
    {"Association", "Foundation", "Institute", "University", "College", "School", "Academy", "Society", "Hospital",
     "Organization", "Organisation", "Federation", "Center", "Centre", "Museum", "Club", "Church", "League", "Forum",
     "Network", "Campaign", "Charity", "Laboratory"}
)  # fmt: skip
_THE_BEFORE = re.compile(r"\b[Tt]he $")
#: What it is worth that the text calls a name an organisation's: more than a legal form.
TOLD = 3.2
#: Score of a mark from which on a full name is a person's.
SURE = 0.8
#: What a business word is worth that is also a surname.
WEAK = 0.1
#: What proves that a name is no party's.
REFUSE = 4
#: "a Rural Health Clinic" is one of many, and no name.
_ONE_OF_MANY = re.compile(r"\b[Aa]n? $")


class Evidence(States, Sports):
    """Weighs the candidates of one article."""

    def _weigh_words(self) -> None:
        for candidate in self.found.values():
            self._weigh_name(candidate)
            self._weigh_context(candidate)
        self._fill_lists()
        self._weigh_lists()
        self._weigh_towns()

    def _fill_lists(self) -> None:
        """Add the name that a NER left out between two firms of a list, or behind the last one but one."""
        ordered = sorted(self.found.values(), key=lambda c: c.start)
        for left, right in itertools.pairwise(ordered):
            if self.text[left.end : left.end + 1] != "," or right.start - left.end > 60:
                continue
            if not (self._sure_firm(left) and self._sure_firm(right)):
                continue
            gap = _LEFT_OUT.fullmatch(self.text, left.end, right.start)
            if gap is None and _COMMA.fullmatch(self.text, left.end, right.start):
                gap = _LAST_ONE.match(self.text, right.end)
            if gap:
                self._list_name(*gap.span(1))

    def _sure_firm(self, candidate: PartyCandidate) -> bool:
        votes = candidate.votes
        doubt = votes["place"] or votes["person"] or votes["none"] > 0 or candidate.heading
        return votes["org"] + votes["company"] > 0.8 and not doubt

    def _list_name(self, start: int, end: int) -> None:
        words = self.text[start:end]
        first, last = words.split()[0], words.split()[-1]
        if self.words.is_place(words) or first.lower() in self.words.function or last in self.words.no_heads:
            return
        if words in self.words.no_names or self.titles.find(Tokens(words).all) or words in self.words.departments:
            return
        if not any(s < end and start < e for s, e in self.found):
            self._add(start, end, "org", LISTED, "in a list of firms")

    def _weigh_towns(self) -> None:
        """ "Boston's Fenwick Advisors", "the Rotterdam group": a name that a NER is not sure of and that stands only so
        is the town from which the firm is.
        """
        count: dict[str, int] = {}
        for candidate in self.found.values():
            count[candidate.text] = count.get(candidate.text, 0) + 1
        for candidate in self.found.values():
            name, sole = candidate.text, set(candidate.reasons) == {"ner:ORG"}
            if " " in name or not sole or count[name] > 1 or name.isupper():
                continue
            unsure = candidate.votes["org"] <= UNSURE
            if unsure and (owned := _TOWN_OF.match(self.text, candidate.end)) and self._firm_at(owned.end()):
                candidate.vote("place", 1, "a firm's town")
            elif _FROM_TOWN.search(self.text, max(0, candidate.start - 8), candidate.start):
                behind = _NOUN.match(self.text, candidate.end)
                if behind and behind[1] in self.words.company_roles and (unsure or behind[1] not in _AFTER_NAME):
                    candidate.vote("place", 1, "a firm's town")

    def _firm_at(self, start: int) -> bool:
        candidate = self._starting_at(start)
        return candidate is not None and candidate.votes["company"] >= BUSINESS

    def _weigh_lists(self) -> None:
        """In a list of three names or more, two of them firms, what only a NER takes for a person is a firm too."""
        ordered = sorted(self.found.values(), key=lambda c: c.start)
        listed: list[PartyCandidate] = []
        for candidate in [*ordered, None]:
            if candidate and listed and _LISTED.fullmatch(self.text, listed[-1].end, candidate.start):
                listed.append(candidate)
                continue
            if len(listed) > 2 and sum(self._is_firm(c) for c in listed) > 1:
                for one in listed:
                    if set(one.reasons) == {"ner:PERSON"} and " " in one.text:
                        one.vote("org", 1.0, "treated as a firm")
            firms = _FIRMS_LISTED.search(self.text, max(0, listed[0].start - 40), listed[0].start) if listed else None
            for one in listed if firms else ():
                if set(one.reasons) == {"ner:PERSON"}:
                    one.vote("org", 1.0, "treated as a firm")
            lead = _BODIES_LISTED.search(self.text[max(0, listed[0].start - 40) : listed[0].start]) if listed else None
            if lead and (len(listed) > 1 or "such as" in lead[0] or "like" in lead[0] or "including" in lead[0]):
                for one in listed:
                    if one.votes["org"]:
                        one.vote("organization", 1.6, "among organisations")
            listed = [candidate] if candidate else []

    @staticmethod
    def _is_firm(candidate: PartyCandidate) -> bool:
        return candidate.votes["company"] >= BUSINESS or bool({"treated as a firm", "ticker"} & set(candidate.reasons))

    def _weigh_name(self, candidate: PartyCandidate) -> None:
        words, name = self.words, candidate.text
        parts = name.split()
        last = parts[-1].rstrip(".,")
        if len(parts) > 1 and words.is_form(parts[-1]) and "company form" not in candidate.reasons:
            candidate.vote("company", FORM, "company form")
        formal = "company form" in candidate.reasons
        if parts[-2:] == ["National", "Association"] and any(part.rstrip(",") == "Bank" for part in parts):
            formal = True
            candidate.vote("company", FORM, "company form")
        if (
            name in words.no_names
            or name in words.degree_names
            or _PLURAL_LETTERS.fullmatch(name)
            or (" " in name and name.title().replace(" Of ", " of ") in words.no_names)
            or (last.lower() in words.function and all(part.lower() in words.function for part in parts))
        ):
            candidate.vote("none", 6, "no party by name")
        if (
            len(parts) > 2
            and last in self.words.boards
            and (words.is_place(parts[0]) or parts[0] in self.words.state_words)
        ):
            candidate.vote("public_body", PUBLIC, "public-body noun")
        elif self._state_fund(parts):
            candidate.vote("public_body", PUBLIC + 0.5, "public-body noun")
        elif self._state_agency(candidate, parts):
            candidate.vote("public_body", 2, "public-body noun")
        elif (
            last in words.no_heads
            and not (last == "Conference" and self.sporting)
            and not ("of" in parts and "Association" in parts)
            and len(parts) > 1
            and not formal
            and "public-body noun" not in candidate.reasons
        ):
            firm = last in words.business or {"described as a firm", "has officers"} & set(candidate.reasons)
            firm = firm or self.words.body_apposition.match(self.text, candidate.end)
            firm = firm or (last in _SITES and _ANNOUNCES.match(self.text, candidate.end))
            candidate.vote("none", 1 if firm else 4, "no party by its last word")
        elif (
            len(parts) > 1
            and parts[0] in words.demonyms
            and all(part.islower() for part in parts[1:])
            and not candidate.votes["public_body"]
            and last not in words.roles
        ):
            candidate.vote("none", 4, "a kind of thing")
        if (
            not formal
            and not {"public-body noun", "organisation noun"} & set(candidate.reasons)
            and len(parts) > 2
            and self._holds_public_head(candidate)
        ):
            candidate.vote("public_body", PUBLIC, "public-body noun")
        if (
            len(parts) > 1
            and last in words.business
            and (candidate.votes["org"] >= 0.25 or candidate.votes["person"] or formal)
        ):
            weak = last in words.surname_words
            if weak:
                candidate.vote("company", WEAK * BUSINESS, "business surname")
            elif not self._one_of(candidate):
                candidate.vote("company", BUSINESS, "business word")
        elif len(parts) > 1 and _COMPOUND.match(last) and candidate.votes["org"] + candidate.votes["person"] > 0.25:
            candidate.vote("company", BUSINESS, "business word")
        self._weigh_ends(candidate, parts)
        self._weigh_club(candidate, parts)
        if _PARTNERSHIP.fullmatch(name) and set(candidate.reasons) == {"ner:PERSON"}:
            candidate.vote("org", 1.5, "treated as a firm")
        if _SITE.search(name) or (last in _CENTRES and votes_for_place_only(candidate)):
            candidate.vote("none", 4, "no party by its last word")
        elif _MUTUAL.search(name):
            candidate.vote("company", BUSINESS, "business word")
        elif last == "Committee" and ("public-body noun" in candidate.reasons or parts[0] == "House"):
            candidate.vote("public_body", PUBLIC, "public-body noun")  # of a parliament
        elif not formal and (
            (len(parts) > 2 and parts[1] == "League" and parts[0] in ("Major", "Minor", "Little", "Premier"))
            or (last in words.org_words and (len(parts) > 1 or last not in _MEMBERS))
            or last.endswith(("workers", "WORKERS"))
            or " ".join(parts[-2:]) in words.org_words
            or self._body_of(parts)
        ):
            candidate.vote("organization", ORG_WORD, "organisation noun")
        role = last.islower() and last in words.company_roles and not candidate.votes["public_body"]
        if role and len(parts) > 1 and self._one_of(candidate):
            candidate.vote("none", REFUSE, "a kind of thing")  # "a Leeds bank", "State development bank Acme"
        if self._field_or_title(candidate, parts):
            noun = {"public-body noun", "organisation noun"} & set(candidate.reasons)
            candidate.vote("none", 5 if noun else 2.5, "a field or a title")
        if len(parts) > 1 and parts[0].lower() in _PRONOUNS and parts[1][0].islower():
            candidate.vote("none", 5, "begins with a pronoun")
        if words.is_place(name.removesuffix(" State")):
            person = candidate.votes["person"] and name not in words.capitals
            candidate.vote("place", 1 if person else 2, "place name")
        if name in words.social and self._among_social(candidate):
            candidate.vote("none", 6, "social network")
        if all(part in words.departments or part in ("&", "and") for part in parts) and _TITLE_OF.search(
            self.text[max(0, candidate.start - 40) : candidate.start]
        ):
            candidate.vote("none", 4, "a department")
        address = _ADDRESS_AFTER.match(self.text, candidate.end)
        if address or "://" in name or "@" in name or re.search(r"\.(?:com|net|org|io)/", name) or name.isdigit():
            candidate.vote("none", 6, "address")
        if (
            self._inside(self.datelines, candidate.start, candidate.end)
            and not formal
            and not candidate.ticker
            and not {"wire in dateline", "media"} & set(candidate.reasons)
        ):
            candidate.vote("none", 5, "dateline")
        if name in _BARE_ORG:
            candidate.vote("none", 5, "a general word")
        if (
            len(parts) == 1
            and name in words.business
            and "company form" not in candidate.reasons
            and not candidate.ticker
        ):
            candidate.vote("none", 1.5, "a general word")
        if self._common_noun(candidate):
            candidate.vote("none", 5, "a common noun")
        if parts[0] in ("Chartered", "Certified") and not formal and words.org_words.isdisjoint(parts):
            candidate.vote("none", 5, "a field or a title")  # "a Certified Municipal Finance Officer"
        if last == "Federal" and len(parts) == 2 and words.is_place(parts[0]):
            candidate.vote("none", 4, "a kind of thing")  # "the Omani Federal crop insurance firm"
        if candidate.heading and name.isupper() and len(parts) > 1 and self._whole_line(candidate):
            candidate.vote("none", 5, "a heading")

    def _whole_line(self, candidate: PartyCandidate) -> bool:
        """Whether a name that only a NER marked is all that a line holds ("ENERGY RELIEF" above a headline)."""
        start, end = candidate.start, candidate.end
        alone = self.text[max(0, start - 1) : start] in ("", "\n") and self.text[end : end + 1] in ("", "\n")
        return alone and all(reason.startswith("ner:") for reason in candidate.reasons)

    def _one_of(self, candidate: PartyCandidate) -> bool:
        """Whether a name stands behind "a", or is no more than a description that opens a sentence."""
        if _ONE_OF_MANY.search(self.text[max(0, candidate.start - 4) : candidate.start]):
            return True
        first = self.tokens.at(candidate.start)
        opens = first < len(self.limits) and self.limits[first] == first
        return (opens or candidate.heading) and candidate.text.partition(" ")[2].islower()

    def _weigh_ends(self, candidate: PartyCandidate, parts: list[str]) -> None:
        """Votes by the ends of a name that a NER marked: "Grupo Harrow", "Harrow Court", "Harrow stock exchange"."""
        marked = candidate.votes["org"] >= 0.25
        if len(parts) < 2 or "company form" in candidate.reasons or not (marked or candidate.votes["person"]):
            return
        if parts[0] in self.words.openers:
            candidate.vote("company", BUSINESS, "business word")
        elif marked and parts[0][0].isalpha() and (parts[-1] == "Court" or self._rules(candidate, parts)):
            candidate.vote("public_body", 0.5, "public-body noun")
        elif marked and self._lends(parts):
            candidate.vote("public_body", PUBLIC, "public-body noun")
        elif marked and (parts[-1] in _SMALL_BODIES or parts[-2:] in (["stock", "exchange"], ["Works", "council"])):
            candidate.vote("organization", ORG_WORD, "organisation noun")

    def _rules(self, candidate: PartyCandidate, parts: list[str]) -> bool:
        """Whether a name is a public body's by its last word, and no firm's own board."""
        if parts[-1] not in _RULING or len(parts) < 3 or not _ADVICE.isdisjoint(parts):
            return False
        return not any(c is not candidate and c.text.startswith(parts[0]) for c in self.found.values())

    def _lends(self, parts: list[str]) -> bool:
        """Whether a name is that of the development bank of a part of the world."""
        regional = self.words.is_place(parts[0]) or parts[0].startswith("Inter-")
        return regional and parts[-2:] == ["Development", "Bank"]

    def _state_agency(self, candidate: PartyCandidate, parts: list[str]) -> bool:
        """ "Statistics Norway"; "the Overseas Investment Office"; "Republic of X"."""
        if len(parts) < 2 or not candidate.votes["org"]:
            return False
        if len(parts) > 2 and "of" in parts and ("Republic" in parts or "Kingdom" in parts):
            return True
        country = parts[-1].casefold() in self.words.places and parts[-2] in _STATE_FIELDS
        the = self.text[max(0, candidate.start - 4) : candidate.start].lower() == "the "
        return country or (the and parts[-1] == "Office" and "Family" not in parts)

    def _state_fund(self, parts: list[str]) -> bool:
        """ "The Public Investment Corporation", "Kenya Deposit Insurance Corp"."""
        if len(parts) < 3 or parts[-1] not in _STATE_FUNDS or parts[-2] not in _STATE_MONEY:
            return False
        lead = parts[0] in self.words.state_words - {"Financial", "First"} or parts[0] in ("Overseas", "Government")
        return lead or (self.words.is_place(parts[0]) and parts[-3] in ("Deposit", "Economic", "Public", "State"))

    def _field_or_title(self, candidate: PartyCandidate, parts: list[str]) -> bool:
        """Whether a name is made of words of fields ("Investment Banking") or is a job title."""
        if len(parts) == 1:
            return False
        study = all(part in self.words.departments or part in _FIELDS for part in parts)
        weak = ("business word", "public-body noun", "organisation noun") if study else ("business word",)
        if any(not reason.startswith("ner:") and reason not in weak for reason in candidate.reasons):
            return False
        if study:
            the = self.text[max(0, candidate.start - 4) : candidate.start].lower() == "the "
            return not (the and parts[-1] == "Department" and _SPEAKS.match(self.text, candidate.end))
        first, last = self.tokens.at(candidate.start), self.tokens.at(candidate.end)
        return any(
            title.first == 0 and title.last == last - first for title in self._titles(first, last)
        )

    def _among_social(self, candidate: PartyCandidate) -> bool:
        line = self.text[max(0, candidate.start - 120) : candidate.end + 120]
        if _SOCIAL_AFTER.match(self.text, candidate.end):
            return True
        if re.search(
            r"\b(?:on|via|follow|us on|at|through|(?:out|heard|learn(?:ed|t)) from)\s(?:our\s)?$",
            self.text[max(0, candidate.start - 14) : candidate.start],
            re.IGNORECASE,
        ):
            return True
        return any(name != candidate.text and re.search(rf"\b{name}\b", line) for name in sorted(self.words.social))

    def _body_of(self, parts: list[str]) -> bool:
        """Whether the noun of an organisation stands before "of", "for" or "on" in a name."""
        small = {"of", "for", "on"} & set(parts)
        return bool(small) and any(a in self.words.org_words and b in small for a, b in itertools.pairwise(parts))

    def _holds_public_head(self, candidate: PartyCandidate) -> bool:
        if self.words.body_openers.isdisjoint(candidate.text.split()):
            return False
        first, last = self.tokens.at(candidate.start), self.tokens.at(candidate.end)
        return any(self._phrase(self.words.public_heads, at) for at in range(first, last))

    def _common_noun(self, candidate: PartyCandidate) -> bool:
        """Whether a name only starts a sentence or stands in a heading and is written small elsewhere, or is
        letters that a run of small words spells ("early exit pension … EEP").
        """
        name = candidate.text
        if any(not reason.startswith(("ner:", "verb")) for reason in candidate.reasons) or " " in name:
            return False
        if name.isupper():
            return 3 <= len(name) <= 5 and self._spelt_small(name)
        first = self.tokens.at(candidate.start)
        opens = (
            (first < len(self.limits) and self.limits[first] == first)
            or candidate.heading
            or self.text[max(0, candidate.start - 1) : candidate.start] in ("“", '"')
        )
        return opens and name.lower() in self.small

    def _spelt_small(self, letters: str) -> bool:
        return any(letters.lower() in initials for initials in self.small_initials)

    def _weigh_context(self, candidate: PartyCandidate) -> None:
        after = self.text[candidate.end : candidate.end + 45]
        before = self.text[max(0, candidate.start - 40) : candidate.start]
        votes = candidate.votes
        if _COUNTY_AFTER.match(after):
            candidate.vote("none", REFUSE, "part of a place")  # "a King Olaf's County farmer"
        if not {"company form", "ticker"} & set(candidate.reasons):
            if _INDEX.match(after):
                candidate.vote("none", REFUSE, "an index")
            elif _SITE_AFTER.match(after) and not votes["company"] and not votes["public_body"]:
                candidate.vote("none", 1.2, "names a thing")
        located = candidate.heading or self.words.is_place(candidate.text) or _LOCATED.search(before)
        if votes["place"] and not located:
            self._weigh_as_firm(candidate, before)
        if votes["place"] and "public body" in candidate.reasons and self._among_places(candidate):
            votes.pop("public_body")  # "sold in the US, EU and Japan"
        if votes["place"] and votes["place"] >= votes["org"] and not candidate.heading:
            self._weigh_state(candidate)
            return
        if (
            not candidate.heading
            and (match := _CAPS_AFTER.match(after))
            and (
                match[0].split()[-1] in self.words.no_heads
                and not candidate.ticker
                and not {"company form", "public-body noun"} & set(candidate.reasons)
            )
        ):
            candidate.vote("none", 4, "part of a name that is no party")
        if candidate.heading:
            return
        if _SPEAKS.match(after):
            candidate.vote("org" if votes["org"] >= votes["person"] else "person", 0.4, "verb")
        if (
            _REPORTS.match(after)
            or _SOURCE_OF.search(before)
            or (re.search(r"(?i)according to (?:the )?$", before) and self._tells_data(candidate))
        ):
            candidate.vote("organization", 1.6, "source of news or data")
        if self._interviewed(candidate):
            candidate.vote("organization", 1.6, "source of news or data")
        if before.endswith((" joins ", " joined ")) and re.match(r"['’]s (?:[A-Z]\w+ ){2}(?:to|for)\b", after):
            candidate.vote("organization", 1.6, "source of news or data")
        if (
            " " in candidate.text
            and _INDEFINITE.search(before)
            and _ENDS_PHRASE.match(after)
            and (votes["organization"] + votes["company"] > 0 or "initialism" in candidate.reasons)
            and "company form" not in candidate.reasons
        ):
            candidate.vote("none", 3.5, "a kind of thing")
        if (
            candidate.text.endswith("s")
            and " " not in candidate.text
            and _THE_BEFORE.search(before)
            and not candidate.text.endswith(("us", "is", "ss", "as", "os"))
            and _PLURAL_VERB.match(after)
            and votes["org"] + votes["person"] > 0
        ):
            candidate.vote("organization", 1.2, "a plural with article")
        if votes["org"] and ((_MEMBERS_OF.search(before) and self.unionised) or _PARTY_OF.match(after)):
            candidate.vote("organization", 1.6, "has members")
        if candidate.text == "Crown" and _THE_BEFORE.search(before) and not votes["place"]:
            candidate.vote("public_body", PUBLIC, "public body")
        if (
            candidate.text.rpartition(" ")[2] in self.words.papers
            and candidate.text.count(" ") in (1, 2)
            and re.search(r"(?:\b[Tt]he |\(|/|\btold )$", before)
        ):
            candidate.vote("organization", 2, "a newspaper's name")
        founds = " " in candidate.text and _FOUNDED_BY.search(self.text, max(0, candidate.start - 160), candidate.start)
        if not founds and (not votes["place"] or self.words.is_place(candidate.text)):
            self._weigh_as_firm(candidate, before)
        if _SEAT.match(self.text, candidate.end):
            candidate.vote("place", 2, "a firm's seat")
        if before.endswith((" of ", " at ")) and " " in candidate.text and self._of_person(candidate):
            candidate.vote("org", 1.2, "has officers")
        if founds:
            candidate.vote("person", 1.5, "a founder")
        else:
            self._weigh_pronouns(candidate)
        if _FOUNDED.match(after) and not votes["place"]:
            candidate.vote("org", 1.5, "treated as a firm")
        if _AGE_AFTER.match(after) and not votes["place"]:
            candidate.vote("person", 1, "age")
        if self.words.degrees.match(after):
            candidate.vote("person", 1, "degree")
        if _APPROVED.search(before) and _FOR_ILLNESS.match(self.text, candidate.end):
            candidate.vote("none", 2.5, "told to be a thing")
        if votes["org"] and not votes["company"] and _LAUNCHED.search(before):
            candidate.vote("none", 1.5, "names a thing")
        elif _THING_AFTER.match(after) or _THINGS_AFTER.match(self.text, candidate.end):
            candidate.vote("none", 1.2, "names a thing")
        elif not votes["person"] and (_THING_BEFORE.search(before) or _THING_TOLD.match(self.text, candidate.end)):
            candidate.vote("none", 2.5, "told to be a thing")
        if votes["org"] + votes["person"] and self.words.body_apposition.match(self.text, candidate.end):
            candidate.vote("organization", TOLD, "described as an organisation")
        if _BODY_AFTER.match(after) and not (" " in candidate.text and votes["person"] > votes["org"]):
            candidate.vote("org", 1.2, "has what a business has")

    @cached_property
    def unionised(self) -> bool:
        """Whether the article speaks of a union."""
        return _UNION.search(self.text) is not None

    def _of_person(self, candidate: PartyCandidate) -> bool:
        """Whether somebody "of" this name stands before it: "Ada Quill of Harrow Tullow"."""
        end = candidate.start - 4
        person = next((c for c in self.found.values() if c.end == end), None)
        return (
            person is not None
            and " " in person.text
            and person.votes["person"] > person.votes["org"]
            and not votes_for_place_only(candidate)
            and not self.words.is_place(candidate.text)
        )

    def _tells_data(self, candidate: PartyCandidate) -> bool:
        """Whether the firm "according to" which something is so gives data or what analysts expect."""
        if _ITS_DATA.match(self.text, candidate.end):
            return True
        lead = self.text[max(0, candidate.start - 160) : candidate.start]
        return _CONSENSUS.search(lead.rpartition(". ")[2]) is not None and " " not in candidate.text

    def _interviewed(self, candidate: PartyCandidate) -> bool:
        """Whether somebody of this name asks a manager about his firm, as an outlet's reporter does."""
        before = self.text[max(0, candidate.start - 150) : candidate.start]
        if _TO_TELL.match(self.text, candidate.end):
            return _INTERVIEWED.search(before) is not None
        return _REPORTER.match(self.text, candidate.end) is not None and _TOLD_TO.search(before) is not None

    def _among_places(self, candidate: PartyCandidate) -> bool:
        """Whether a comma or "and" joins the name to a place."""
        left = re.search(
            r"([\w.]+)(?:,| and|, and)\s(?:the )?$", self.text[max(0, candidate.start - 30) : candidate.start]
        )
        right = re.match(r"(?:,| and|, and)\s(?:the )?([A-Z][\w.]+)", self.text[candidate.end : candidate.end + 30])
        return any(found and self.words.is_place(found[1]) for found in (left, right))

    def _weigh_pronouns(self, candidate: PartyCandidate) -> None:
        """ "Acme said it", "Acme, which" are no person; "Tullow said she", "Tullow, who" are one."""
        match = _PRONOUN_AFTER.match(self.text, candidate.end)
        if match is None:
            return
        word = (match[1] or match[2]).lower()
        if word == "who" and self.sporting and " " not in candidate.text and WHO_PLURAL.match(self.text, candidate.end):
            candidate.vote("organization", 1, "treated as a firm")
            return
        if word == "which" and " " in candidate.text and candidate.votes["person"] > 0.8:
            return  # "a group led by Ada Tullow, which"
        if word in ("which", "it", "its"):
            candidate.vote("org", 1, "treated as a firm")
        else:
            candidate.vote("person", 1, "treated as a person")

    def _weigh_as_firm(self, candidate: PartyCandidate, before: str) -> None:
        """Evidence of a firm that holds also against a NER that sees a person."""
        longer = self.text[candidate.end : candidate.end + 120]
        if self.words.firm_apposition.match(longer):
            candidate.vote("org", 1.5, "described as a firm")
            if "organisation noun" in candidate.reasons and _COMPANY_TOLD.match(longer):
                candidate.vote("company", TOLD, "described as a firm")
        elif self._does_as_firm(candidate, longer) or (_FIRM_BEFORE.search(before) and not _GOES_ON.match(longer)):
            candidate.vote("org", 1, "treated as a firm")

    @staticmethod
    def _does_as_firm(candidate: PartyCandidate, behind: str) -> bool:
        """Whether what follows tells a firm; behind a person's full name ", which makes" is said of something else."""
        match = _FIRM_AFTER.match(behind)
        full = " " in candidate.text and candidate.votes["person"] > SURE
        return match is not None and not (full and match[0].lstrip(", ").startswith(("which", "that")))


def votes_for_place_only(candidate: PartyCandidate) -> bool:
    """Whether a name is marked as a place's and nothing speaks for a party.

    >>> votes_for_place_only(PartyCandidate(0, 4, "Acme"))
    False
    """
    votes = candidate.votes
    return votes["place"] > 0 and not any(votes[key] for key in ("org", "company", "public_body", "organization"))
