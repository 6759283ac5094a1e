"""Scores an `articles.jsonl` against gold: `python -m pipeline.evaluate GOLD_DIR... RECORDS.jsonl`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pipeline.evaluate import GoldError, compare, load_folders, pair_by_stem, read_records, score, table


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m pipeline.evaluate", description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path, help="folders of STEM.txt and STEM.json")
    parser.add_argument("records", type=Path, help="articles.jsonl of a run over these articles")
    parser.add_argument(
        "--errors", action="store_true", help="list what is missed, wrong or too much, in context"
    )
    parser.add_argument("--kinds", default="", help="restrict --errors: money,dates,parties,clauses,facts")
    parser.add_argument(
        "--details", action="store_true", help="types, slots, genres, confusion, worst articles"
    )
    parser.add_argument("--json", type=Path, help="write all figures to this file")
    parser.add_argument("--against", type=Path, help="compare with the JSON of an earlier run")
    options = parser.parse_args()
    try:
        result = score(pair_by_stem(load_folders(options.gold), read_records(options.records)))
        changes = compare(options.against.read_text(encoding="utf-8"), result) if options.against else None
    except (GoldError, OSError, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    kinds = [kind for kind in options.kinds.split(",") if kind]
    parts = [table.main_table(result)]
    parts += [table.details(result)] if options.details else []
    parts += [table.errors(result.articles, kinds)] if options.errors else []
    parts += [changes] if changes else []
    print("\n\n".join(parts))
    if options.json:
        options.json.write_text(result.to_json(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
