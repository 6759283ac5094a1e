"""Changes of post that a sentence denies, refuses or only thinks of: "declined to name", "denied it had fired", "called
for the removal of".
"""

from __future__ import annotations

import re

#: Up to four words inside one clause.
_FEW = r"(?:(?!(?:and|but|as|after|when|while|who|which|then)\s)[\w’'-]+\s){0,4}"
#: Before any form of a verb.
_NOT = re.compile(
    r"(?:\b(?:not|never|cannot)|n[’']t)\s(?:(?:yet|been|be|being|formally|officially|immediately|have|to)\s){0,3}$"
    rf"|\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|rul(?:e|es|ed|ing)\sout)\s{_FEW}{_FEW}$"
    r"|\b(?:no|any)\s(?:plans?|intention|intentions|reason|desire|need|decision)\s(?:to|of|on)\s(?:be\s)?$"
)
#: Before an infinitive.
_TO = re.compile(
    r"\b(?:declin|refus|fail|want|hop|tr(?:y|ie)|seek|sought|threaten|attempt|vow|struggl|deserv|wish|aim|bid|fight|fought"
    rf"|offer|ask|urg|press|pressur|invit|call|ready|reluctan|unwilling|unable)\w*\s{_FEW}to\s(?:be\s)?$"
    r"|\b(?:has|have|had|is|are|was|were)\s(?:yet|still)\sto\s(?:be\s)?$"
    r"|\b(?:right|power|pressure|calls?|demands?|effort|efforts|moves?|attempts?|motion|petition|request|invitation"
    r"|proposal|candidate|contender|rival|favou?rite|front-?runner|chance|ambition)\sto\s(?:be\s)?$"
    r"|\btoo\s\w+\sto\s$"
)
#: Before "naming", "removing".
_ING = re.compile(
    r"\b(?:consider|mull|weigh|contemplat|discuss|debat|oppos|resist|reject|avoid|propos|suggest|against|without"
    rf"|instead\sof|rather\sthan|short\sof|possibility\sof|idea\sof|risk\sof)\w*\s{_FEW}$"
)
#: Before "the appointment of", "the removal of".
_NOUN = re.compile(
    r"\b(?:call(?:s|ed|ing)?\sfor|demand\w*|seek\w*|sought|urg\w+|oppos\w+|block\w*|reject\w*|propos\w+|veto\w*|against"
    r"|prevent\w*|want\w*|refus\w+|push(?:ed|es|ing)?\sfor|campaign\w*\sfor|vot(?:e|ed|es|ing)\son|consider\w*|possible"
    r"|rumou?rs?\sof|speculation\s(?:about|over)|talk\sof|delay\w*|postpon\w*|den(?:y|ies|ied)|in\sfavou?r\sof)\s"
    r"(?:the\s|an?\s|any\s|his\s|her\s|their\s|its\s)?(?:[a-z-]+\s)?$"
)
#: Nouns for a change: "removal of".
_IS_NOUN = re.compile(r"(?i)\w+\s(?:of|from)$|^(?:appointment|resignation|dismissal|removal|departure)")
#: How far before the verb the words stand.
REACH = 80


def undone(text: str, start: int, at: int, verb: str) -> bool:
    """Whether the change told by a verb at `at`, in the sentence from `start`, is one that nobody made."""
    low = max(start, at - REACH)
    if _NOT.search(text, low, at) or _TO.search(text, low, at):
        return True
    if _IS_NOUN.search(verb):
        return _NOUN.search(text, low, at) is not None
    return verb.split()[0].lower().endswith("ing") and _ING.search(text, low, at) is not None
