"""The cheap look at a sentence before it is parsed: a trigger's form, and enough beside it to make a fact."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .frame_file import Frame


class Gate:
    """The word forms of a frame's triggers and what must stand beside them."""

    def __init__(self, frame: Frame, lemmas: Mapping[str, str]):
        forms = {form for verb in frame.verbs for form in verb_forms(verb)}
        forms |= {form for noun in frame.nouns for form in (noun, f"{noun}s", f"{noun}es", re.sub("y$", "ies", noun))}
        forms |= {form for form, lemma in lemmas.items() if lemma in frame.verbs}
        self.forms = frozenset(form.lower() for form in forms)
        self._sums = 1 if "amount" in frame.needs else 0
        self._parties = 2 if {"subject", "object"} <= set(frame.needs) and not frame.text_object else 1
        if frame.other_side:
            self._parties = 1

    def opens(self, words: set[str], sums: int, parties: int) -> bool:
        return sums >= self._sums and parties >= self._parties and not words.isdisjoint(self.forms)


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


def either(groups: Sequence[frozenset[str]]) -> str:
    words = sorted({word for group in groups for word in group}, key=lambda word: (-len(word), word))
    return rf"(?<![\w])(?:{'|'.join(map(re.escape, words))})(?!\w)"


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
    "seek": ("seeks", "sought", "seeking"), "split": ("splits", "splitting"),
}  # fmt: skip
