"""The language of an article, identified on its first body text with py3langid."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

#: Code points of body text that are looked at.
SAMPLE = 1000
#: Below this many letters the identifier is guessing: English words then speak for English.
_SHORT = 200
#: Share of such words from which a text is taken for English.
_ENOUGH = 0.14
#: English-based creoles and Scots, which the identifier gives for terse English.
_LIKE_ENGLISH = frozenset({"en", "pcm", "sco", "jam", "tpi", "bi"})
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def identify(text: str, english: frozenset[str]) -> str | None:
    """ISO 639 code of the language of `text`, None when there is too little of it to tell.

    Only the first SAMPLE code points count. A text with enough of the `english` words is English, whatever
    the identifier makes of its names.
    """
    sample = text[:SAMPLE]
    words = _WORD.findall(sample.lower())
    letters = sum(map(len, words))
    if letters < 12:
        return None
    share = sum(word in english for word in words) / len(words)
    if share >= _ENOUGH:
        return "en"  # no other language has these words so often; the identifier costs ten times as much
    language, probability = _identifier().classify(sample)
    if language in _LIKE_ENGLISH:
        return "en"
    if letters < _SHORT and sample.isascii() and (share > 0 or probability < 0.9):
        return None
    return str(language)
