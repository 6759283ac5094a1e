"""Near-duplicates: the same wire story in ten papers, found by MinHash over word shingles (rensa).

Articles come in order, so the first of a group is the one that the others are marked with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..mentions import Article
from .base import Reject

#: Share of common shingles (estimated Jaccard similarity) from which two articles are one story.
THRESHOLD = 0.6
#: Words in a shingle, and fewest words of an article that is compared at all.
SHINGLE, LEAST = 3, 30
_PERMUTATIONS, _BANDS, _SEED = 128, 32, 1
_WORD = re.compile(r"\w+")


def near_duplicates(found: Iterator[Article | Reject], drop: bool) -> Iterator[Article | Reject]:
    """Mark each article that nearly repeats an earlier one with a warning, or refuse it when `drop` is set.

    Memory grows by about 2 KB an article.
    """
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=THRESHOLD, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    kept: list[tuple[str, RMinHash]] = []
    for part in found:
        shingles = _shingles(part) if isinstance(part, Article) else []
        if isinstance(part, Reject) or not shingles:
            yield part
            continue
        signature = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        signature.update(shingles)
        first = next(
            (kept[n][0] for n in sorted(index.query(signature)) if _alike(signature, kept[n][1])), None
        )
        if first is None:
            index.insert(len(kept), signature)
            kept.append((_place(part), signature))
        elif drop:
            yield Reject(
                part.source.path or "",
                part.source.line,
                "dedupe",
                f"near-duplicate of {first}, which is kept",
            )
            continue
        else:
            part.warnings.append(f"near-duplicate of {first}")
        yield part


def _alike(one: object, other: object) -> bool:
    return one.jaccard(other) >= THRESHOLD  # type: ignore[attr-defined]


def _shingles(article: Article) -> list[str]:
    """The article's word triples, page chrome, datelines and bylines left out."""
    lines = (
        article.text[b.start : b.end] for b in article.blocks if b.role in ("body", "bullet", "subheading")
    )
    words = _WORD.findall(" ".join(lines).casefold())
    if len(words) < LEAST:
        return []
    return [" ".join(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1)]


def _place(article: Article) -> str:
    line = f":{article.source.line}" if article.source.line else ""
    return f"{article.source.path or 'an earlier article'}{line}"
