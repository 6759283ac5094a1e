"""What scoring gives: counts of right, wrong and missed, by row of the table, and each entry with its faults."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.mentions import Span

#: Rows of the table, in order: key and what it counts.
ROWS = {
    "money.span": "equal span",
    "money.value": "overlap, currency and amount",
    "money.qualifier": "value and qualifier",
    "money.per": "value and per (only where there is one)",
    "money.all": "span, value, qualifier, per",
    "dates.span": "equal span",
    "dates.value": "overlap and TIMEX3 value",
    "dates.type": "value and type",
    "dates.all": "span, value and type",
    "parties.name": "one-to-one, name right",
    "parties.kind": "name and kind right",
    "parties.aliases": "names of each party",
    "clauses.type": "type and overlap >= 0.5",
    "clauses.touch": "type and any overlap",
    "clauses.span": "overlap >= 0.5, any type",
    "facts.strict": "type, subject, object, amount",
    "facts.lenient": "type, subject, object or amount",
    "facts.exact": "strict and all other slots",
    "facts.slots": "filled slots, facts of one type",
}

#: Rows that are accuracies: over pairs of `clauses.span` and of `facts.lenient`.
CLAUSE_ACCURACIES = ("clause.status", "clause.parties")
FACT_TEXT_KEYS = ("title", "stake", "matter", "instrument", "seller", "court")
FACT_CODE_KEYS = ("metric", "period", "change", "purpose")
FACT_KEYS = FACT_CODE_KEYS + FACT_TEXT_KEYS
FACT_ACCURACIES = tuple(f"fact.{key}" for key in ("status", "date", "source", "negated", *FACT_KEYS))
ACCURACIES = CLAUSE_ACCURACIES + FACT_ACCURACIES
SLOTS = ("subject", "object", "amount", "date", "status", "source", *FACT_KEYS)


@dataclass(frozen=True, slots=True)
class Counts:
    """Entries found and right (tp), found and wrong (fp), missed (fn)."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @classmethod
    def of(cls, right: int, gold: int, found: int) -> Counts:
        """Counts from how many are right, how many gold has and how many were found."""
        return cls(right, found - right, gold - right)

    @property
    def judged(self) -> int:
        """How many entries gold and record have together; 0 when there was nothing to find and none found."""
        return self.tp + self.fp + self.fn

    @property
    def precision(self) -> float:
        """Right out of found; 1 when nothing was found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """Found out of gold; 1 when there was nothing to find."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 when there was nothing to find and nothing found."""
        return 2 * self.tp / (2 * self.tp + self.fp + self.fn) if self.judged else 1.0


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of gold, or one found without gold (`key` starts with `+`), and what is wrong with it.

    `key` names it independently of the record. No faults: it is right. `span` is where it stands, if known.
    """

    kind: str
    key: str
    label: str
    faults: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(slots=True)
class ArticleScore:
    """All figures of one article. `types` counts facts (strict) and clauses by type."""

    stem: str
    genre: str
    counts: dict[str, Counts] = field(default_factory=dict)
    types: dict[str, Counts] = field(default_factory=dict)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    items: list[Item] = field(default_factory=list)
    text: str = ""

    def count(self, row: str, right: int, gold: int, found: int) -> None:
        """Set a row."""
        self.counts[row] = Counts.of(right, gold, found)

    def judge(self, row: str, verdicts: Iterable[bool]) -> None:
        """Set an accuracy."""
        judged = list(verdicts)
        self.count(row, sum(judged), len(judged), len(judged))


def count_types(
    score: ArticleScore, kind: str, gold: Sequence[str], found: Sequence[str], right: list[tuple[int, int]]
) -> None:
    wanted, got, hits = Counter(gold), Counter(found), Counter(gold[g] for g, _ in right)
    for name in sorted(wanted | got):
        score.types[f"{kind}.{name}"] = Counts.of(hits[name], wanted[name], got[name])
