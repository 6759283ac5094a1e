"""Passages: a few sentences with their parties, facts and terms, one JSON object a line.

    {"id": "p1-001", "published": "2019-05-14", "sents": ["First sentence.", "Second one."],
     "parties": [...], "facts": [{..., "s": 0}], "clauses": [...]}

The text is the sentences joined by one space; `s` is the number of a fact's evidence among them. The rest is as in the
gold of articles (`pipeline.evaluate.gold`), without sums and dates, which the reader is not fitted to.
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


def _article(passage: dict) -> tuple[str, str, dict]:
    sentences = passage["sents"]
    text = " ".join(sentences) + "\n"
    facts = [
        {**{key: value for key, value in fact.items() if key != "s"}, "evidence": sentences[fact["s"]]}
        for fact in passage["facts"]
    ]
    gold = {
        "published": passage["published"],
        "title": None,
        "parties": [{"aliases": [], **party} for party in passage["parties"]],
        "money": [],
        "dates": [],
        "clauses": [{"nth": 1, **clause} for clause in passage["clauses"]],
        "facts": facts,
    }
    return passage["id"], text, gold
