"""Dates told in passing about somebody: "Halvor, listed in Oslo since 1999, lost $3 million in the third quarter"."""

from __future__ import annotations

import re

#: What opens words about a party, with nothing that closes them up to a date in them, and what closes them behind it.
_OPENS = re.compile(
    r",\s(?:which|who|whose|where|set\sup|bought|taken|built|born|spun|known|led|[a-z]+ed)\b[^;]*$",
)
_CLOSES = re.compile(r"[^,;]{0,40},\s")


def is_aside(text: str, sentence: int, start: int, end: int, before: int) -> bool:
    """Whether the date [start, end) of a sentence that begins at `sentence` stands in words about a party that are over
    before the offset `before`.

    >>> text = "Halvor, which was founded in 1921, lost $3 million in the third quarter."
    >>> is_aside(text, 0, text.index("1921"), text.index("1921") + 4, text.index("the third"))
    True
    >>> is_aside("In 1921, it lost $3 million in the third quarter.", 0, 3, 7, 31)
    False
    """
    return _OPENS.search(text, sentence, start) is not None and _CLOSES.match(text, end, before) is not None
