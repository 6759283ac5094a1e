"""The model card: what stands in `weights/`, and its figures on the development fifth."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..model import NewsNer, read_index
from .data import KINDS, Document, is_development

_KIND = {"PERSON": "PER", "ORG": "ORG", "LOC": "LOC"}


def write(path: Path, weights: Path, gold: Sequence[Document], text: str) -> None:
    """Fill the tables of models and figures into `{models}` and `{figures}` of the template `text`."""
    index = read_index(weights)
    sizes = sorted(index["models"], reverse=True)
    models = ["| size | model | file | bytes | SHA-256 |", "| --- | --- | --- | --- | --- |"]
    for size in sizes:
        for file in index["models"][size]["files"]:
            length = (weights / file["name"]).stat().st_size
            name = index["models"][size]["name"]
            models.append(f"| {size} | {name} | {file['name']} | {length:,} | `{file['sha256']}` |")
    figures = ["| size | rules | person + organisation | person | organisation | place |"]
    figures.append("| --- | --- | --- | --- | --- | --- |")
    development = [document for document in gold if is_development(document)]
    for size in sizes:
        for rules, name in ((None, "no"), ("default", "yes")):
            scores = development_f1(NewsNer(size, rules=rules, weights=weights), development)
            cells = " | ".join(f"{scores[kind]:.3f}" for kind in ("PER+ORG", *KINDS))
            figures.append(f"| {size} | {name} | {cells} |")
    text = text.replace("{models}", "\n".join(models)).replace("{figures}", "\n".join(figures))
    path.write_text(text, encoding="utf-8")


def development_f1(ner: NewsNer, documents: Sequence[Document]) -> dict[str, float]:
    """Strict span F1 of what ships (int8), per kind and of persons and organisations together."""
    counts = {kind: [0, 0, 0] for kind in KINDS}
    for document in documents:
        found = ner.entities([document.text], [document.sentences])[0]
        spans = {(entity.start, entity.end, _KIND[entity.label]) for entity in found}
        truth = set(document.entities or ())
        for kind, count in counts.items():
            mine, theirs = ({span for span in group if span[2] == kind} for group in (spans, truth))
            counts[kind] = [
                a + b for a, b in zip(count, (len(mine & theirs), len(mine), len(theirs)), strict=True)
            ]
    counts["PER+ORG"] = [counts["PER"][part] + counts["ORG"][part] for part in range(3)]
    return {kind: 2 * hits / max(1, found + true) for kind, (hits, found, true) in counts.items()}
