"""The cheap look at a sentence before it is parsed: a trigger's form, and enough beside it to make a fact."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .file import Frame


class Gate:
    """The word forms of a frame's triggers and what must stand beside them."""

    def __init__(self, frame: Frame, lemmas: Mapping[str, str]):
        forms = {form for verb in frame.verbs for form in verb_forms(verb)}
        forms |= set(frame.adjectives)
        forms |= {form for noun in frame.nouns for form in (noun, f"{noun}s", f"{noun}es", re.sub("y$", "ies", noun))}
        forms |= {form for form, lemma in lemmas.items() if lemma in frame.verbs}
        self.forms = frozenset(form.lower() for form in forms)
        listed = [word for word in (*frame.objects, *frame.subjects) if not word.startswith("@")]
        self._beside = frozenset(
            form.lower() for word in listed for form in (word, f"{word}s", f"{word}es", re.sub("y$", "ies", word))
        )
        if any(word.startswith("@") for word in frame.objects):
            self._beside = frozenset()
        self._phrase = re.compile(frame.phrase_like.removesuffix("$"), re.I) if frame.phrase_like else None
        self._like = re.compile(frame.sentence_like, re.I) if frame.sentence_like else None
        self._unlike = re.compile(frame.sentence_unlike, re.I) if frame.sentence_unlike else None
        self._sums = 1 if "amount" in frame.needs else 0
        self._nameless = frame.nameless
        self._alone = not {"subject", "object"} <= set(frame.needs) or frame.other_side or bool(frame.text_subject)
        self._alone = self._alone or "*" in frame.text_object

    @property
    def words(self) -> frozenset[str]:
        """All words that this gate looks for."""
        return self.forms | self._beside

    def opens(self, words: frozenset[str], text: str, sums: int, parties: int) -> bool:
        """Whether the sentence has a trigger and enough beside it; `words` are those of `words` that stand in it."""
        enough = parties >= 2 or (parties and (sums or self._alone)) or (
            sums and (self._nameless or _CLIPPED.match(text) is not None)
        )
        if not enough or sums < self._sums or words.isdisjoint(self.forms):
            return False
        if self._beside and words.isdisjoint(self._beside):
            return False
        return self.fits(text) and (bool(sums) or self._phrase is None or self._phrase.search(text) is not None)

    def fits(self, text: str) -> bool:
        """Whether the sentence reads as the frame's `sentence_like` and `sentence_unlike` want."""
        if self._unlike is not None and self._unlike.search(text):
            return False
        return self._like is None or self._like.search(text) is not None


#: A list item without a subject: "* Redeemed notes", "Won a contract"; the article's own company is meant.
_CLIPPED = re.compile(r"[^\w\n]{0,9}(?:[A-Z][a-z-]+ed|Won|Sold|Bought|Paid|Repaid|Spent|Made|Sought|Lent)\b")


def verb_forms(lemma: str) -> set[str]:
    """All forms of a regular verb, and those of the irregular ones that are triggers."""
    if lemma in _IRREGULAR:
        return {lemma, *_IRREGULAR[lemma]}
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    forms = {lemma, f"{lemma}s", f"{lemma}es", f"{stem}ed", f"{stem}ing"}
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        forms |= {f"{lemma[:-1]}ied", f"{lemma[:-1]}ies"}
    if lemma[-1] in "bdgmnprt" and lemma[-2] in "aeiou":
        forms |= {f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing"}
    return forms


#: Forms of the irregular trigger verbs besides the lemma.
_IRREGULAR = {
    "buy": ("buys", "bought", "buying"), "sell": ("sells", "sold", "selling"), "pay": ("pays", "paid", "paying"),
    "repay": ("repays", "repaid", "repaying"), "lend": ("lends", "lent", "lending"),
    "lead": ("leads", "led", "leading"),
    "co-lead": ("co-leads", "co-led", "co-leading"), "win": ("wins", "won", "winning"),
    "take": ("takes", "took", "taken", "taking"), "get": ("gets", "got", "gotten", "getting"),
    "give": ("gives", "gave", "given", "giving"), "spend": ("spends", "spent", "spending"),
    "sink": ("sinks", "sank", "sunk", "sinking"), "build": ("builds", "built", "building"),
    "bid": ("bids", "bid", "bidding"), "put": ("puts", "putting"), "make": ("makes", "made", "making"),
    "write": ("writes", "wrote", "written", "writing"), "spin": ("spins", "spun", "spinning"),
    "choose": ("chooses", "chose", "chosen", "choosing"), "hit": ("hits", "hitting"),
    "seek": ("seeks", "sought", "seeking"), "go": ("goes", "went", "gone", "going"),
    "draw": ("draws", "drew", "drawn", "drawing"), "split": ("splits", "splitting"),
    "send": ("sends", "sent", "sending"), "stand": ("stands", "stood", "standing"),
    "lose": ("loses", "lost", "losing"), "beat": ("beats", "beaten", "beating"),
    "outbid": ("outbids", "outbidding"), "say": ("says", "said", "saying"),
    "find": ("finds", "found", "finding"), "be": ("is", "are", "was", "were"), "set": ("sets", "setting"),
    "plead": ("pleads", "pleaded", "pled", "pleading"),
    "come": ("comes", "came", "coming"), "fall": ("falls", "fell", "fallen", "falling"),
    "fight": ("fights", "fought", "fighting"), "grow": ("grows", "grew", "grown", "growing"),
    "hold": ("holds", "held", "holding"), "lay": ("lays", "laid", "laying"), "run": ("runs", "ran", "running"),
    "prepay": ("prepays", "prepaid", "prepaying"), "strike": ("strikes", "struck", "striking"),
    "underwrite": ("underwrites", "underwrote", "underwritten", "underwriting"),
    "let": ("lets", "letting"), "pre-let": ("pre-lets", "pre-letting"), "sublet": ("sublets", "subletting"),
    "withdraw": ("withdraws", "withdrew", "withdrawn", "withdrawing"),
    "withhold": ("withholds", "withheld", "withholding"), "agree": ("agrees", "agreed", "agreeing"),
    "cancel": ("cancels", "canceled", "cancelled", "canceling", "cancelling"),
    "channel": ("channels", "channeled", "channelled", "channeling", "channelling"),
    "funnel": ("funnels", "funneled", "funnelled", "funneling", "funnelling"),
    "control": ("controls", "controlled", "controlling"),
    "break": ("breaks", "broke", "broken", "breaking"), "throw": ("throws", "threw", "thrown", "throwing"),
    "bring": ("brings", "brought", "bringing"),
    "freeze": ("freezes", "froze", "frozen", "freezing"), "shed": ("sheds", "shedding"),
    "cost": ("costs", "costing"), "bear": ("bears", "bore", "borne", "bearing"), "bet": ("bets", "betting"),
    "bequeath": ("bequeaths", "bequeathed", "bequeathing"), "leave": ("leaves", "left", "leaving"),
    "keep": ("keeps", "kept", "keeping"),
    "claw": ("claws", "clawed", "clawing"),
}  # fmt: skip
