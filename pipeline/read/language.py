"""The language of an article, identified on its first body text with py3langid."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

#: Code points of body text that are looked at.
SAMPLE = 1000
#: Below this many letters the identifier is guessing: English words then speak for English.
_SHORT = 200
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "to",
        "and",
        "in",
        "a",
        "for",
        "is",
        "on",
        "that",
        "by",
        "with",
        "it",
        "its",
        "as",
        "at",
        "was",
        "be",
        "from",
        "has",
        "have",
        "are",
        "will",
        "not",
        "or",
        "an",
        "said",
        "which",
        "he",
        "she",
        "they",
        "this",
        "their",
        "were",
        "been",
        "would",
        "over",
        "after",
        "up",
        "than",
        "more",
        "who",
    ]
)
#: English-based creoles and Scots, which the identifier gives for terse English.
_LIKE_ENGLISH = frozenset({"en", "pcm", "sco", "jam", "tpi", "bi"})
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def identify(text: str) -> str | None:
    """ISO 639 code of the language of `text`, None when there is too little of it to tell.

    Only the first SAMPLE code points count. A short text that has English function words is English, whatever
    the identifier makes of its names.
    """
    sample = text[:SAMPLE]
    words = _WORD.findall(sample.lower())
    letters = sum(map(len, words))
    if letters < 12:
        return None
    language, probability = _identifier().classify(sample)
    if language in _LIKE_ENGLISH:
        return "en"
    share = sum(word in _ENGLISH for word in words) / len(words)
    if share >= (0.25 if letters >= _SHORT else 0.12):
        return "en"
    if letters < _SHORT and sample.isascii() and (share > 0 or probability < 0.9):
        return None
    return str(language)
