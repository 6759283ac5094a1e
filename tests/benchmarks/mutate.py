"""Mutation testing of what decides values, parties and facts: `python -m tests.benchmarks.mutate normalise resolve link`.

A seeded sample of each package's mutants is tried: one comparison, condition, operator, constant, statement or returned
value changed at a time, in a copy of the tree. The tests that cover the changed file must fail ("killed"); a mutant under
which they pass has survived and is printed. A test that takes four times as long as without a mutant counts as failed.

The models are loaded once; every mutant runs in a fork, with `nice`, so that a mutant costs its tests and no more.
Snapshots are left out unless `--snapshots` is given: they show any change, but no one has said that they are right.
`--out FILE` writes what happened as JSON, and `--survivors FILE` tries the survivors of such a file again.

Own operators on `ast` and not mutmut or cosmic-ray: those run one test command for all files and cannot sample.
"""

from __future__ import annotations

import argparse
import ast
import copy
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("normalise", "resolve", "link")

#: Test modules by the file they cover (a path below `pipeline/`, or the start of it): the longest start counts.
TESTS = {
    "normalise/": ["test_calendar", "test_dates_meaning", "test_dates_sentences", "test_dates_rules", "test_dates_properties"],
    "normalise/money": ["test_money_sentences", "test_money_cases", "test_money_patterns", "test_money_currency"],
    "normalise/num": ["test_numbers", "test_money_sentences", "test_money_cases", "test_dates_rules"],
    "resolve/": ["test_resolve_names", "test_parties_sentences", "test_resolve_pronouns", "test_resolve_nominals"],
    "link/": [
        "test_link_sentences", "test_facts_patterns", "test_link_sides", "test_link_attributes", "test_link_deals",
        "test_link_precision", "test_deals_sentences", "test_payments_sentences", "test_metamorphic",
    ],
    "link/brokered": ["test_link_brokered"],
    "link/fines": ["test_link_fines", "test_payments_sentences"],
    "link/keys": ["test_link_keys"],
    "link/rounds": ["test_rounds_sentences", "test_link_sentences", "test_facts_patterns", "test_deals_sentences"],
    "link/positions/": ["test_positions_sentences"],
    "link/results/": ["test_results_sentences"],
}
SNAPSHOTS = "test_snapshots"

#: Every comparison becomes its opposite or, where it has a bound, takes the bound in or out.
COMPARISONS = {
    ast.Eq: [ast.NotEq], ast.NotEq: [ast.Eq], ast.Is: [ast.IsNot], ast.IsNot: [ast.Is], ast.In: [ast.NotIn],
    ast.NotIn: [ast.In], ast.Lt: [ast.GtE, ast.LtE], ast.GtE: [ast.Lt, ast.Gt], ast.Gt: [ast.LtE, ast.GtE],
    ast.LtE: [ast.Gt, ast.Lt],
}  # fmt: skip
OPERATORS = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Mod: ast.FloorDiv,
}  # fmt: skip

#: One change: what it is called, and what puts it into the tree.
Change = tuple[str, Callable[[], None]]


@dataclass(frozen=True)
class Mutant:
    """A change of one file: the `number`th that `changes` gives for its tree."""

    file: str
    number: int
    line: int
    change: str

    @property
    def package(self) -> str:
        return self.file.split("/")[0]

    def __str__(self) -> str:
        said = self.change if len(self.change) <= 150 else f"{self.change[:70]} … {self.change[-70:]}"
        return f"pipeline/{self.file}:{self.line}: {said}"


def changes(tree: ast.Module) -> Iterator[tuple[int, str, Callable[[], None]]]:
    """All changes of a tree: line, name, and the function that makes it. Annotations and docstrings are left alone."""
    for node in list(_code(tree)):
        for name, make in _changes_of(node):
            yield node.lineno, name, make


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes whose change can change what the program does, a parent before its parts."""
    skipped = {"annotation", "returns", "decorator_list"}
    for field, value in ast.iter_fields(node):
        if field in skipped:
            continue
        for part in value if isinstance(value, list) else [value]:
            if not isinstance(part, ast.AST) or _says_only(part):
                continue
            if hasattr(part, "lineno"):
                yield part
            yield from _code(part)


def _says_only(node: ast.AST) -> bool:
    """Whether a node is a docstring, an import, an error with its message, or for the type checker."""
    if isinstance(node, ast.If):
        return ast.unparse(node.test) == "TYPE_CHECKING"
    docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return docstring or isinstance(node, ast.Import | ast.ImportFrom | ast.Raise | ast.JoinedStr | ast.Assert)


def _changes_of(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Compare):
        for at, old in enumerate(node.ops):
            for new in COMPARISONS[type(old)]:
                yield f"{ast.unparse(node)}: {_name(old)} to {new.__name__}", _setter(node.ops, at, new())
    elif isinstance(node, ast.BoolOp):
        new = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield f"{ast.unparse(node)}: {_name(node.op)} to {_name(new)}", _setter(node, "op", new)
    elif isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        new = OPERATORS[type(node.op)]()
        yield f"{ast.unparse(node)}: {_name(node.op)} to {_name(new)}", _setter(node, "op", new)
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        yield from _negated(node)
    elif isinstance(node, ast.Constant):
        yield from _other_constant(node)
    elif isinstance(node, ast.Return) and node.value and not _is_none(node.value):
        yield f"{ast.unparse(node)}: None instead", _setter(node, "value", ast.Constant(None))
    elif isinstance(node, ast.Continue | ast.Break | ast.AugAssign) or _is_call(node):
        yield f"{ast.unparse(node)}: removed", _becomes(node, ast.Pass())


def _name(node: ast.AST) -> str:
    return type(node).__name__


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)


def _negated(node: ast.If | ast.IfExp | ast.While) -> Iterator[Change]:
    """The condition's opposite, unless a changed comparison says the same."""
    test = node.test
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        return
    opposite = test.operand if _is_not(test) else ast.UnaryOp(ast.Not(), copy.deepcopy(test))
    yield f"if {ast.unparse(test)}: the opposite", _setter(node, "test", opposite)


def _is_not(node: ast.AST) -> bool:
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)


def _other_constant(node: ast.Constant) -> Iterator[Change]:
    value = node.value
    if isinstance(value, bool):
        other: object = not value
    elif isinstance(value, int):
        other = value + 1
    elif isinstance(value, str) and value:
        other = f"~{value}~"
    else:
        return
    yield f"{value!r} to {other!r}", _setter(node, "value", other)


def _setter(owner: object, key: object, value: object) -> Callable[[], None]:
    def make() -> None:
        if isinstance(owner, list):
            owner[key] = value
        else:
            setattr(owner, key, value)

    return make


def _becomes(node: ast.AST, other: ast.AST) -> Callable[[], None]:
    def make() -> None:
        node.__class__, node._fields = other.__class__, other._fields

    return make


def mutants(package: str) -> list[Mutant]:
    """All mutants of a package."""
    found = []
    for path in sorted((ROOT / "pipeline" / package).rglob("*.py")):
        file = path.relative_to(ROOT / "pipeline").as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found += [Mutant(file, number, line, name) for number, (line, name, _) in enumerate(changes(tree))]
    return found


def mutated(mutant: Mutant) -> str:
    """The source of the mutant's file with its change."""
    tree = ast.parse((ROOT / "pipeline" / mutant.file).read_text(encoding="utf-8"))
    _, _, make = list(changes(tree))[mutant.number]
    make()
    return ast.unparse(ast.fix_missing_locations(tree))


def tests_of(file: str, snapshots: bool = False) -> list[str]:
    """The test modules that cover a file below `pipeline/`."""
    start = max((start for start in TESTS if file.startswith(start)), key=len)
    modules = [SNAPSHOTS] if snapshots else TESTS[start]
    return [f"tests/{module}.py" for module in modules if (ROOT / "tests" / f"{module}.py").is_file()]


def run_tests(tree: Path, tests: list[str], limit: float) -> str:
    """`passed`, `failed` or `timeout` (after `limit` seconds) of the tests, run in a fork in the given tree."""
    child = os.fork()
    if child == 0:
        os.setpgrp()
        os.nice(10)
        os._exit(_pytest(tree, tests))
    end = time.monotonic() + limit
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return "passed" if os.waitstatus_to_exitcode(status) == 0 else "failed"
        time.sleep(0.05)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return "timeout"


def _pytest(tree: Path, tests: list[str]) -> int:
    import pytest

    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    os.chdir(tree)
    for name in [name for name in sys.modules if name.split(".")[0] in ("pipeline", "tests")]:
        del sys.modules[name]
    sys.path.insert(0, str(tree))
    sys.dont_write_bytecode = True  # a mutant of the same size in the same second would be read from the old bytecode
    return int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]))


def warm_up() -> None:
    """Import and load what no mutant changes, so that forks need not."""
    import importlib

    import spacy

    from pipeline.nlp import STOCK_PACKAGE

    for name in ("pytest", "hypothesis", "pydantic", "orjson", "regex", "lxml.html", "dateparser", "numpy"):
        importlib.import_module(name)
    load, loaded = spacy.load, {}

    def load_once(name: str, exclude: list[str]) -> object:
        key = name, *exclude
        if key not in loaded:
            loaded[key] = load(name, exclude=exclude)
        return loaded[key]

    spacy.load = load_once
    for exclude in (["senter"], ["senter", "ner"]):
        load_once(STOCK_PACKAGE, exclude)


def copied(to: Path) -> Path:
    """A copy of the tree without bytecode, with the shared material beside it where it lies beside the original."""
    tree = to / "main"
    tree.mkdir()
    for name in ("pipeline", "patterns", "corpus", "tests"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, tree / name)
    shared = ROOT.parent / "shared"
    if shared.exists():
        (to / "shared").symlink_to(shared.resolve())
    return tree


def try_all(chosen: list[Mutant], snapshots: bool) -> list[dict[str, object]]:
    """Run every mutant's tests. Raises RuntimeError when they fail without a mutant."""
    results, limits = [], {}
    with tempfile.TemporaryDirectory() as folder:
        tree = copied(Path(folder))
        for mutant in chosen:
            tests = tests_of(mutant.file, snapshots)
            if (key := tuple(tests)) not in limits:
                start = time.monotonic()
                if run_tests(tree, tests, 600) != "passed":
                    raise RuntimeError(f"{' '.join(tests)} fail without a mutant")
                limits[key] = 20 + 4 * (time.monotonic() - start)
            path = tree / "pipeline" / mutant.file
            original = path.read_bytes()
            path.write_text(mutated(mutant), encoding="utf-8")
            outcome = run_tests(tree, tests, limits[key])
            path.write_bytes(original)
            results.append({**asdict(mutant), "outcome": outcome})
            print(f"{'SURVIVED' if outcome == 'passed' else outcome:9}{mutant}", flush=True)
    return results


def summary(results: list[dict[str, object]]) -> Iterator[str]:
    """A line a package."""
    for package in dict.fromkeys(str(result["file"]).split("/")[0] for result in results):
        outcomes = [result["outcome"] for result in results if str(result["file"]).startswith(f"{package}/")]
        killed = sum(outcome != "passed" for outcome in outcomes)
        late = outcomes.count("timeout")
        yield f"{package}: {killed} of {len(outcomes)} killed ({killed / len(outcomes):.0%}), {late} of them by time"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.mutate", description=__doc__.splitlines()[0])
    parser.add_argument("packages", nargs="*", metavar="PACKAGE", help=", ".join(PACKAGES))
    parser.add_argument("--number", type=int, default=40, help="mutants of each package (default 40)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, help="write what happened as JSON")
    parser.add_argument("--survivors", type=Path, help="only the survivors of such a file")
    parser.add_argument("--snapshots", action="store_true", help="run the snapshots and nothing else")
    options = parser.parse_args()
    if unknown := set(options.packages) - set(PACKAGES):
        parser.error(f"{', '.join(sorted(unknown))}: choose from {', '.join(PACKAGES)}")
    if options.survivors:
        told = json.loads(options.survivors.read_text(encoding="utf-8"))
        rows = [row for row in told if row.pop("outcome") == "passed"]
        chosen = [Mutant(**row) for row in rows]
    else:
        chosen = [
            mutant
            for package in options.packages or PACKAGES
            for mutant in random.Random(options.seed).sample(mutants(package), options.number)
        ]
    warm_up()
    results = try_all(chosen, options.snapshots)
    if options.out:
        options.out.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(*summary(results), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
