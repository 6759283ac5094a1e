"""Places that act as states: "Norway imposed a levy", "Oslo and Copenhagen signed", "a loan to Chile"."""

from __future__ import annotations

import re

from .candidates import ACTS, PartyCandidate
from .names import NameReader

#: What stands between a place and the verb of what it does.
_TO_VERB = re.compile(
    r"(?:, which|, whose government|['’]s? government| commissioners| supervisors| councillors"
    r"|, (?:meanwhile|however|too|in turn|for its part|by contrast|[a-z]{4,}"
    r"|the [a-z][a-z ]{3,24}|which [^,.;\n]{3,40}),)?"
    r"\s(?:(?:(will|would|could|should|may|might|must|wants to|plans to|seeks to|hopes to|is to|are to|has to"
    r"|managed to"
    r"|failed to|refused to|promised to|intends? to|aims? to|agreed to|pledged to|vowed to|threatened to|declined to"
    r"|decided to|(?:is|are|was|were) expected to|must|can|cannot|needs? not"
    r"|need to|is due to|is set to)(?: also| not)?|has|have|had|is"
    r"|was|are"
    r"|were|also|on \w+day|last \w+|formally|reportedly|then|later|already|recently)\s){0,2}([a-z]+)\b"
)
#: What is done to a state: "accused Chile of", "lent Chile".
_DONE_TO = re.compile(
    r"(?<!\w)(?:accus(?:ed|es|ing)|urg(?:ed|es|ing)|lent|loaned|(?:re)?pa(?:y|id|ys|ying)|order(?:ed|s)|told|oblig(?:ed|es)"
    r"|commits|(?:consent|request|approval|permission|expense|behest) of|(?:sued|fined|ordered|statement) by"
    r"|(?:orders?|gifts?|(?:export )?credits?|levies|licen[cs]es?|licen[cs]e) from|sued?|sues|suing|lend|owes?"
    r"|owed|press(?:ed|ing)|sanction(?:ed|s)|warned"
    r"|(?:suits?|lawsuits?|claims?|case|complaint|arbitration|award|judgment|judgement"
    r"|proceedings)(?: [a-z]+){0,3} against"
    r"|persuad(?:ed|es)|owed?s? by|signed by|ratified by|imposed by|backed by|(?:loans?|aid|grants?|credits?"
    r"|assistance|arms|debt relief|bailout) (?:of [^.,;\n]{2,30} )?(?:to|for)"
    r"|(?:deal|agreement|treaty|pact|accord|talk|programme|settlement|contract)s? with|signed (?:on behalf of|for)"
    r"|(?:deal|agreement|treaty|pact|accord|swap)s? between(?: (?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,2} and)?"
    r"|(?:jets?|planes?|aircraft|helicopters?|tanks?|missiles?|submarines?|frigates?|warships?|drones?|howitzers?"
    r"|rockets?|weapons|radars?|(?:missile|air defen[cs]e|weapons) systems?) from"
    r"|(?:percent|per cent|%|[mb]illion(?: [a-z]+)?|money|grants?|aid|subsid(?:y|ies)) (?:of (?:which|it|that) )?"
    r"(?:(?:comes?|came) )?from"
    r"|(?:[$€£]\S{1,8}(?: [mb]illion)?|the (?:rest|balance|remainder))(?: (?:would|will))?(?: (?:go|goes|went))? to)"
    r" (?:the |the (?:city-)?state of )?$"
)
#: What stands behind a place to which something is done, rather than to a firm or a town of its.
_CLOSES = re.compile(
    r"[.;:)]|, (?!where\b|[A-Z])| (?:the|of|to|on|over|for|with|by|at|in|after|about|against|not|and|an?|\$|\d"
    r"|totall?ing|worth|that|which|under|unless|has|have)|$"
)
_IN_PLACE = re.compile(
    r"\b(?:in|at|of|from|to|near|across|(?<!, )and|for|by|throughout|between|outside)\s*(?:the\s)?$|[A-Z][\w.]*,\s*$"
)
#: What helps a state to do something: "a loan to help Chile rebuild".
_HELPED = re.compile(r"\b(?:loans?|credit|financing|grants?|aid|package|funds) to help (?:the )?$")
#: The number of a house before a street's name.
_NUMBERED = re.compile(r"\d $")
_DOES = re.compile(r" [a-z]")
#: What is given to a state, with the sum behind it: "an accord that gives Chile $3 million".
_GIVEN = re.compile(
    r"\b(?:g[ai]ve[sn]?|giving|grant(?:s|ed|ing)?|offer(?:s|ed|ing)?|hand(?:s|ed|ing)?|cost(?:s|ing)?|sav(?:es|ed"
    r"|ing)"
    r"|earn(?:s|ed)?|owe[sd]?|owing|sen[dt]s?|promis(?:es|ed|ing)|lend(?:s|ing)?|net(?:s|ted)?) $"
)
_SUM = re.compile(
    r" (?:(?:about|some|up to|more than|over|nearly|almost|an? (?:additional|extra)|another) )?(?:[A-Z]{0,3}[$€£¥]|\d)"
)
#: What a state is given besides a sum: "has given Chile two months to".
_TERM = re.compile(
    r" (?:\d+|an?|two|three|four|five|six|nine|ten|twelve|thirty|sixty) (?:days?|weeks?|months?|years?)\b"
)
#: Whose consent or officer it is: "without Chile's leave", "Chile's climate minister".
_ITS_LEAVE = re.compile(
    r"['’]s? (?:consent|approval|permission|leave|say-so|blessing|objections?|veto)\b"
    r"|['’]s? (?:[a-z]+ ){0,2}(?:minister|ambassador|envoy|attorney general)\b"
)
_JOINED = re.compile(r" and (?:the )?")
#: The first of two who open a sentence: "The European Union and Norway signed".
_OPENS_PAIR = re.compile(r"(?:^|[.;:”\n]\s*|[—–-]\s)(?:[Tt]he )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,2} and (?:the )?$")


class States(NameReader):
    """Weighs the places of one article that may act."""

    def _weigh_state(self, candidate: PartyCandidate) -> None:
        """Vote that a place acts where it does something only a state does, or where such is done to it."""
        if _NUMBERED.search(self.text, max(0, candidate.start - 8), candidate.start):
            return  # "150 S Harrow sold"
        before = self.text[max(0, candidate.start - 60) : candidate.start]
        if not candidate.text.rpartition(" ")[2][:1].isupper():
            return
        known = self.words.is_place(candidate.text) or candidate.text.endswith(" County")
        if _IN_PLACE.search(before) is None or (known and _OPENS_PAIR.search(before)):
            if act := self._act(candidate.end, known):
                candidate.vote("acts", ACTS, f"acts: {act}")
                if candidate.text.endswith(" County"):
                    candidate.votes["none"] = 0  # what a county does is the county's, though its name is a place's
                return
            joined = self._joined_to(candidate)
            if joined and (act := self._act(joined.end, known, several=True)):
                candidate.vote("acts", ACTS, f"acts: {act}")
                joined.vote("acts", ACTS, f"acts: {act}")
                return
        given = _GIVEN.search(before) and (
            _SUM.match(self.text, candidate.end) or _TERM.match(self.text, candidate.end)
        )
        given = given or _ITS_LEAVE.match(self.text, candidate.end)
        given = given or (_HELPED.search(before) and _DOES.match(self.text, candidate.end))
        if known and (given or (_DONE_TO.search(before) and _CLOSES.match(self.text, candidate.end))):
            candidate.vote("acts", ACTS, "dealt with as a state")

    def _joined_to(self, candidate: PartyCandidate) -> PartyCandidate | None:
        """The place that "and" joins to this one: "Oslo and Copenhagen"."""
        gap = _JOINED.match(self.text, candidate.end)
        other = self._starting_at(gap.end()) if gap else None
        return other if other and (other.votes["place"] or self.words.is_place(other.text)) else None

    def _act(self, end: int, known: bool, several: bool = False) -> str | None:
        """The verb of what a state does behind offset `end`; few verbs prove one of a place that is not `known`.

        `several` do it in the plain present ("Oslo and Copenhagen sign").
        """
        match = _TO_VERB.match(self.text, end, end + 70)
        if match is None or (match[1] and not known):
            return None
        verbs = self.words.acting_bases if match[1] else self.words.acting_known if known else self.words.acting
        known_plural = several and known and match[2] in self.words.acting_bases
        return match[2] if match[2] in verbs or known_plural else None
