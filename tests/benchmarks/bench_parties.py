"""Figures of parties and positions: `python -m tests.benchmarks.bench_parties [--ner small|stock] [--misses]`.

Needs the shared test material beside the checkout (`../shared`); prints one line a measure.

* Gold: parties matched one to one; the kind must be equal and a name of one be a name or alias of the other (names
  as `pipeline.evaluate.match.name_key` compares them). `ner alone` takes each string that the NER calls a person
  or an organisation as a party of its own (a person, or a company). Money and dates of the gold are taken as known.
* Positions: person, organisation, title (verbatim), change and status must all be equal.
* MEANTIME: PER and ORG mentions by name, without articles, forms of address and possessives. `overlap`: found
  when a mention of that kind overlaps. `known`: the same, but finds that only touch annotations of another sort
  (MEANTIME marks "Boeing 737" as a product and leaves whole sentences out) are not counted as wrong. `names`: names
  right before a noun ("Acme CEO", form PRE.NAM) are wanted too, and those of governments, which it marks as places,
  are not counted as wrong.
* Speed: seconds of find + resolve against those of the NER on the same articles, process time.
"""

from __future__ import annotations

import argparse
import gc
import json
import re
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from pipeline.evaluate.match import name_key, pair_up
from pipeline.find.parties import PartyFinder
from pipeline.link.positions import PositionLinker
from pipeline.mentions import Article, Block, Span
from pipeline.nlp import Analysis, Nlp
from pipeline.patterns import Patterns
from pipeline.records import Date, Party
from pipeline.resolve import Resolution, Resolver
from pipeline.sentences import Splitter

SHARED = Path(__file__).resolve().parents[3] / "shared"
#: Beginnings of lines of page chrome in the gold articles; the pipeline's reader finds these by its own rules.
CHROME = (
    "---",
    "Original/Source",
    "Newsramp",
    "Reddit Post",
    "Blockchain",
    "Pickup -",
    "The post ",
    "Comentarios",
)
_FRONT = re.compile(r"(?:[Tt]he|[Aa]n?|Mr\.?|Mrs\.?|Ms\.?|Dr\.?) ")
_BACK = re.compile(r"(?:['’]s|[\s.,'’]+)$")


class Bench:
    """The party stages with one NER, and the seconds that they and the NER took."""

    def __init__(self, ner: str):
        patterns = Patterns()
        self.nlp = Nlp(ner=ner)
        self.splitter, self.finder = Splitter(patterns), PartyFinder(patterns)
        self.resolver, self.linker = Resolver(patterns), PositionLinker(patterns)
        self.ner_seconds = self.own_seconds = 0.0
        gc.freeze()  # as in a worker: else one walk of the collector through the models is a third of what is measured

    def analyse(self, text: str, taken: list[Span]) -> tuple[Analysis, Resolution]:
        article = Article(text=text, blocks=_blocks(text))
        analysis = Analysis(article, self.splitter.article(article))
        start = time.process_time()
        self.nlp.names([analysis])
        self.ner_seconds += time.process_time() - start
        start = time.process_time()
        candidates = self.finder.find(article, analysis.sentences, analysis.entities, taken)
        resolution = self.resolver.resolve(article, analysis.sentences, candidates)
        self.own_seconds += time.process_time() - start
        return analysis, resolution


def _blocks(text: str) -> list[Block]:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            role = "chrome" if line.startswith(CHROME) else "body"
            blocks.append(Block(at, at + len(line), "headline" if not blocks else role))
        at += len(line) + 1
    return blocks


def _dates(text: str, entries: list[dict[str, Any]]) -> list[Date]:
    dates = []
    for number, entry in enumerate(entries, 1):
        start, end = _span(text, entry)
        dates.append(
            Date(
                id=f"D{number}",
                start=start,
                end=end,
                text=entry["text"],
                type=entry["type"],
                value=entry["value"],
            )
        )
    return dates


def _span(text: str, entry: dict[str, Any]) -> Span:
    at = -1
    for _ in range(entry.get("nth", 1)):
        at = text.find(entry["text"], at + 1)
    return Span(at, at + len(entry["text"]))


def _score(name: str, right: int, found: int, gold: int) -> None:
    precision, recall = right / max(found, 1), right / max(gold, 1)
    f1 = 2 * right / max(found + gold, 1)
    print(f"{name:34} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({right} right, {found} found, {gold} gold)")


def _party_pairs(gold: list[dict[str, Any]], found: list[tuple[str, tuple[str, ...], str]]) -> list[tuple[int, int]]:
    wanted = [(name_key(p["name"]), {name_key(n) for n in (p["name"], *p["aliases"])}, p["kind"]) for p in gold]
    got = [(name_key(name), {name_key(n) for n in (name, *aliases)}, kind) for name, aliases, kind in found]

    def weight(one: tuple[str, set[str], str], other: tuple[str, set[str], str]) -> int:
        if one[2] != other[2]:
            return 0
        return 2 if one[0] == other[0] else int(one[0] in other[1] or other[0] in one[1])

    return pair_up(wanted, got, weight)


def _plain(parties: list[Party]) -> list[tuple[str, tuple[str, ...], str]]:
    return [(party.name, party.aliases, party.kind) for party in parties]


def gold(bench: Bench, folder: str, misses: bool) -> None:
    """Parties and positions of one gold folder."""
    ours, alone, positions = [0, 0, 0], [0, 0, 0], [0, 0, 0]
    for path in sorted((SHARED / "gold" / folder).glob("*.json")):
        entry = json.loads(path.read_bytes())
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        dates = _dates(text, entry["dates"])
        analysis, resolution = bench.analyse(text, [_span(text, e) for e in entry["money"] + entry["dates"]])
        found = _plain(resolution.parties)
        pairs = _party_pairs(entry["parties"], found)
        _add(ours, len(pairs), len(found), len(entry["parties"]))
        raw = {(text[e.start : e.end], e.label) for e in analysis.entities if e.label in ("PERSON", "ORG")}
        strings = [(name, (), "person" if label == "PERSON" else "company") for name, label in sorted(raw)]
        _add(alone, len(_party_pairs(entry["parties"], strings)), len(strings), len(entry["parties"]))
        wanted, drawn = _position_keys(entry, resolution, pairs, bench.linker.link(analysis, resolution, dates))
        _add(positions, len(wanted & drawn), len(drawn), len(wanted))
        if misses:
            _print_misses(path.stem, entry, found, pairs)
    _score(f"gold {folder} parties", *ours)
    _score(f"gold {folder} parties, ner alone", *alone)
    _score(f"gold {folder} positions", *positions)


def _position_keys(
    entry: dict[str, Any], resolution: Resolution, pairs: list[tuple[int, int]], drafts: list[Any]
) -> tuple[set[tuple[Any, ...]], set[tuple[Any, ...]]]:
    ids = {resolution.parties[found].id: entry["parties"][wanted]["id"] for wanted, found in pairs}
    facts = [fact for fact in entry["facts"] if fact["type"] == "position"]
    wanted = {(f.get("subject"), f.get("object"), f["title"], f["change"], f["status"]) for f in facts}
    drawn = {
        (
            ids.get(d.subject, d.subject),
            ids.get(d.object, d.object),
            d.keys["title"],
            d.keys["change"],
            d.status,
        )
        for d in drafts
    }
    return wanted, drawn


def _add(total: list[int], *numbers: int) -> None:
    for place, number in enumerate(numbers):
        total[place] += number


def _print_misses(stem: str, entry: dict[str, Any], found: list[Any], pairs: list[tuple[int, int]]) -> None:
    for number in sorted(set(range(len(entry["parties"]))) - {wanted for wanted, _ in pairs}):
        print(f"  {stem}: missed {entry['parties'][number]['kind']} {entry['parties'][number]['name']!r}")
    for number in sorted(set(range(len(found))) - {got for _, got in pairs}):
        print(f"  {stem}: wrong {found[number][2]} {found[number][0]!r}")


def meantime(bench: Bench) -> None:
    """Name mentions of MEANTIME's articles, ours and the NER's own."""
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for line in (SHARED / "cases" / "meantime.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        text = entry["text"]
        wanted, named = (
            {
                (*_core(text, e["start"], e["end"]), e["kind"])
                for e in entry["entities"]
                if e["form"] in forms and e["kind"] in ("PER", "ORG")
            }
            for forms in (("NAM",), ("NAM", "PRE.NAM"))
        )
        states = [_core(text, e["start"], e["end"]) for e in entry["entities"] if e["kind"] == "LOC"]
        analysis, resolution = bench.analyse(text, [Span(m["start"], m["end"]) for m in entry["money"]])
        ours = {
            (*_core(text, start, end), "PER" if resolution.kind(party) == "person" else "ORG")
            for start, end, party, form in resolution.mentions
            if form == "name"
        }
        raw = {
            (*_core(text, e.start, e.end), "PER" if e.label == "PERSON" else "ORG")
            for e in analysis.entities
            if e.label in ("PERSON", "ORG")
        }
        for name, found in (("ours", ours), ("ner alone", raw)):
            _count(totals[name], wanted, found, entry["entities"])
            _count(totals[f"{name}, names"], named, {f for f in found if f[:2] not in states}, [])
    for name in ("ours", "ner alone"):
        total, all_names = totals[name], totals[f"{name}, names"]
        _score(f"MEANTIME overlap, {name}", total["right"], total["found"], total["gold"])
        _score(f"MEANTIME known, {name}", total["right"], total["found"] - total["other"], total["gold"])
        _score(f"MEANTIME names, {name}", all_names["right"], all_names["found"], all_names["gold"])


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    while front := _FRONT.match(text, start, end):
        start = front.end()
    while (back := _BACK.search(text[start:end])) and back.start():
        end = start + back.start()
    return start, end


def _count(total: Counter[str], wanted: set, found: set, annotations: list[dict[str, Any]]) -> None:
    left = sorted(found)
    for start, end, kind in sorted(wanted):
        hit = next((f for f in left if f[2] == kind and f[0] < end and start < f[1]), None)
        if hit:
            left.remove(hit)
            total["right"] += 1
    total["other"] += sum(any(a["start"] < f[1] and f[0] < a["end"] for a in annotations) for f in left)
    total["found"] += len(found)
    total["gold"] += len(wanted)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ner", default="small", choices=("small", "large", "stock"))
    parser.add_argument("--misses", action="store_true", help="print each missed and each wrong party")
    options = parser.parse_args()
    if not SHARED.is_dir():
        raise SystemExit(f"{SHARED}: the shared test material is not there")
    bench = Bench(options.ner)
    gold(bench, "source", options.misses)
    gold(bench, "dev", options.misses)
    share = bench.own_seconds / bench.ner_seconds
    print(f"{'speed, find + resolve / ner':34} {bench.own_seconds:.2f} s / {bench.ner_seconds:.2f} s = {share:.0%}")
    meantime(bench)


if __name__ == "__main__":
    main()
