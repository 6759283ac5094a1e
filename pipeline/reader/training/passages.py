"""Passages: a few sentences with their parties, facts and terms, one JSON object a line.

    {"id": "p1-001", "published": "2019-05-14", "sents": ["First sentence.", "Second one."],
     "parties": [...], "facts": [{..., "s": 0}], "clauses": [...]}

The text is the sentences joined by one space; `s` is the number of a fact's evidence among them. Whole articles have
"text", and maybe "title", in place of "sents", and "evidence" in place of "s". The rest is as in the gold of articles
(`pipeline.evaluate.gold`), without sums and dates, which the reader is not fitted to.
"""

from __future__ import annotations

import json
from pathlib import Path


def unfold(passages: Path, folder: Path) -> Path:
    """Write the passages of a file into `folder` as gold articles, and return the folder.

    Raises ValueError, with the number of the line, for what is no passage.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with passages.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                stem, text, gold = _article(json.loads(line))
            except (KeyError, IndexError, TypeError, ValueError) as error:
                raise ValueError(f"{passages}:{number}: no passage ({error!r})") from error
            (folder / f"{stem}.txt").write_text(text, encoding="utf-8")
            (folder / f"{stem}.json").write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    return folder


def text_of(passage: dict) -> str:
    """The words of a passage or of an article."""
    return passage["text"] if "text" in passage else " ".join(passage["sents"])


def _article(passage: dict) -> tuple[str, str, dict]:
    sentences = () if "text" in passage else passage["sents"]
    text = text_of(passage) + "\n" * ("text" not in passage)
    facts = [
        {"evidence": sentences[fact["s"]] if "s" in fact else fact["evidence"], **fact} for fact in passage["facts"]
    ]
    for fact in facts:
        fact.pop("s", None)
    gold = {
        "published": passage["published"],
        "title": passage.get("title"),
        "parties": [{"aliases": [], **party} for party in passage["parties"]],
        "money": [],
        "dates": [],
        "clauses": [{"nth": 1, **clause} for clause in passage["clauses"]],
        "facts": facts,
    }
    return passage["id"], text, gold
