"""The score gate's floors: `python -m tests.raise_floors` pins what is reached now.

`tests/floors.json` holds, for each set of gold, the F1 of each gated row in total (the floor) and for each
article, and a fingerprint of the set and of the scorer. Floors only rise, unless a reason is given:
`python -m tests.raise_floors --reason "…"`; the reasons stay in the file, newest last. A checksum over the
file refuses floors that were changed by hand.

The same command writes what is wrong in every single article of `corpus/` into `tests/known_errors.txt` (see
`known_errors`): no total is needed to see there what a change mended and what it broke.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline import evaluate
from tests import known_errors

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "tests" / "floors.json"
SHARED_GOLD = ROOT.parent / "shared" / "gold"

#: The sets of gold. `corpus` belongs to the project, `real` is there for developers only.
SETS: dict[str, list[Path]] = {
    "corpus": [ROOT / "corpus", ROOT / "corpus" / "html"],
    "real": [SHARED_GOLD / "dev", SHARED_GOLD / "source"],
}

#: The modules that decide what is right.
SCORER = ("counts.py", "facts.py", "gold.py", "match.py", "parties.py", "score.py", "spans.py")
#: The rows with a floor.
ROWS = (
    "money.value", "money.qualifier", "dates.value", "parties.kind", "clauses.type", "facts.strict",
    "facts.lenient", "facts.slots",
)  # fmt: skip

#: How far a total may lie below its floor: another processor's arithmetic can flip a close call of a model.
SLACK = 0.005


def sha256(paths: Iterable[Path]) -> str:
    """One hash over names and bytes, in order of the names."""
    digest = hashlib.sha256()
    for path in sorted(paths, key=lambda path: (path.name, path.parent.name)):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def scorer_fingerprint() -> str:
    """Of the modules that decide what is right."""
    folder = Path(evaluate.__file__).parent
    return sha256(folder / name for name in SCORER)


def set_fingerprint(folders: Iterable[Path]) -> str:
    """Of all articles and gold of a set."""
    return sha256(path for folder in folders for path in folder.iterdir() if path.is_file())


def missing(folders: Iterable[Path]) -> str | None:
    """Why a set cannot be measured here; None when it can."""
    for folder in folders:
        if not folder.is_dir() or not any(folder.glob("*.json")):
            return f"{folder.name}: no gold here"
    return None


def figures(result: evaluate.Evaluation) -> dict[str, Any]:
    """What is pinned of an evaluation: F1 in total and by article."""
    return {
        "total": {row: round(result.rows[row].f1, 4) for row in ROWS},
        "articles": {
            article.stem: {row: round(article.counts[row].f1, 4) for row in ROWS} for article in result.articles
        },
    }


def falls(pinned: dict[str, Any], now: dict[str, Any], slack: float = SLACK) -> list[str]:
    """One line a row that fell below its floor, with the articles that fell, the deepest fall first."""
    lines = []
    for row, floor in pinned["total"].items():
        reached = now["total"][row]
        if reached < floor - slack:
            lines.append(f"{row}: {reached:.4f}, floor {floor:.4f}; fell: {_fallen(pinned, now, row)}")
    return lines


def _fallen(pinned: dict[str, Any], now: dict[str, Any], row: str) -> str:
    falls = [
        (after[row] - before[row], stem, before[row], after[row])
        for stem, after in now["articles"].items()
        if (before := pinned["articles"].get(stem)) and after[row] < before[row]
    ]
    named = [f"{stem} ({before:.3f} -> {after:.3f})" for _, stem, before, after in sorted(falls)]
    new = sorted(set(now["articles"]) - set(pinned["articles"]))
    return ", ".join([*named, *(f"{stem} (new)" for stem in new)]) or "none by itself"


def checksum(floors: dict[str, Any]) -> str:
    """Over everything in the file but the checksum itself."""
    content = {key: value for key, value in floors.items() if key != "checksum"}
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def raised(floors: dict[str, Any], now: dict[str, dict[str, Any]], reason: str | None) -> dict[str, Any]:
    """The floors with the figures of `now` (by set); raises ValueError for a fall without a reason.

    A total within the slack of its floor leaves the floor where it is, so that small falls don't add up.
    """
    sets, lowered = dict(floors.get("sets", {})), []
    for name, measured in now.items():
        old = sets.get(name)
        if old is not None:
            fallen = falls(old, measured)
            if fallen and not reason:
                raise ValueError(f"{name} fell, and no --reason is given:\n" + "\n".join(fallen))
            lowered += [f"{name} {line}" for line in fallen]
            rows_down = {line.split(":")[0] for line in fallen}
            total = {
                row: reached if row in rows_down else max(reached, old["total"].get(row, 0.0))
                for row, reached in measured["total"].items()
            }
            measured = measured | {"total": total}
        sets[name] = measured
    reasons = list(floors.get("reasons", []))
    if lowered:
        reasons.append({"reason": reason, "lowered": lowered})
    content = {"scorer": scorer_fingerprint(), "sets": sets, "reasons": reasons}
    return content | {"checksum": checksum(content)}


def measured(folders: list[Path], result: evaluate.Evaluation) -> dict[str, Any]:
    """The figures of a set, with its fingerprint."""
    return {"fingerprint": set_fingerprint(folders), **figures(result)}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.raise_floors", description=__doc__)
    parser.add_argument("--reason", help="why a floor may be lowered; stays in the file")
    reason = parser.parse_args().reason
    from pipeline.extractor import Extractor  # loads models: not before the arguments are read

    extractor = Extractor()
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    results = {name: evaluate.evaluate(folders, extractor) for name, folders in SETS.items() if not missing(folders)}
    now = {name: measured(SETS[name], result) for name, result in results.items()}
    skipped = set(SETS) - set(now)
    stale = floors.get("scorer") not in (None, scorer_fingerprint()) and skipped & set(floors.get("sets", {}))
    if stale:
        print(f"error: the scorer changed, and {', '.join(stale)} cannot be measured here", file=sys.stderr)
        return 1
    try:
        floors = raised(floors, now, reason)
    except ValueError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    FLOORS.write_text(json.dumps(floors, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    known_errors.LEDGER.write_text(known_errors.text_of(results["corpus"].articles), encoding="utf-8")
    for name, reached in now.items():
        print(name, json.dumps(reached["total"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
