"""Mutation testing of what decides values, parties and facts: `python -m tests.benchmarks.mutate normalise resolve link`.

A seeded sample of each package's mutants is tried: one comparison, condition, operator, constant, statement or returned
value changed at a time. The tests that execute the changed statement (see `covering`) must fail ("killed"); a mutant
under which they pass has survived and is printed, with its reason where `equivalent.json` has one. A test that takes
four times its processor time and five seconds counts as failed. Of lines that nearly all tests execute, a mutant meets
those that together execute most of its file, as many as take `--seconds`: the rate is a lower bound.

What passes them meets the articles of `corpus/` that execute the statement, and is killed "by gold" where an entry that
was right is wrong or something is found that gold does not have (`test_known_errors`). Gold was written by hand from
reading the articles, so that this is a wrong reading caught, not a change noticed; a mutant that mends an error, or
turns one wrong value into another, kills nothing there. The rates are given with and without gold.

Left alone are annotations, docstrings, messages of errors, `__all__`, and the words of a module's table (a literal of
six words or more): a test of each word would be the table again. Its numbers, patterns, and all code that reads it are
changed.
Snapshots and the gate kill nothing here: those show any change, whether right or wrong, this only totals and mended
errors.

The models and the tests are loaded once; a mutant of a function is tried in a fork that exchanges the function's code.
What runs at import or while models are loaded is tried in a fork that loads all but the models anew.
`--out FILE` writes what happened as JSON, and `--survivors FILE` tries the survivors of such a file again.

Own operators on `ast` and not mutmut or cosmic-ray: those run one test command for all files and cannot sample.
"""

from __future__ import annotations

import argparse
import ast
import copy
import functools
import gc
import json
import os
import random
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import accumulate
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING

from _pytest.runner import runtestprotocol

from tests.benchmarks.covering import Covered, caches, covered, in_pytest, is_gold, tests_of

if TYPE_CHECKING:
    from pytest import Item, Session, TestReport

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("normalise", "resolve", "link")

#: Survivors that no test can kill, or that none should: a list of `file`, `line` (its source), `change` and `reason`.
REASONS = Path(__file__).with_name("equivalent.json")
#: A literal of a module with as many words is a table; its words are left alone.
TABLE = 6
#: Exit statuses of a fork: it could not exchange a function's code; only an article compared with its gold failed.
ANEW, BY_GOLD = 77, 78

#: Every comparison becomes its opposite or, where it has a bound, takes the bound in or out.
COMPARISONS = {
    ast.Eq: [ast.NotEq], ast.NotEq: [ast.Eq], ast.Is: [ast.IsNot], ast.IsNot: [ast.Is], ast.In: [ast.NotIn],
    ast.NotIn: [ast.In], ast.Lt: [ast.GtE, ast.LtE], ast.GtE: [ast.Lt, ast.Gt], ast.Gt: [ast.LtE, ast.GtE],
    ast.LtE: [ast.Gt, ast.Lt],
}  # fmt: skip
OPERATORS = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Mod: ast.FloorDiv,
}  # fmt: skip

#: What takes characters off the ends of a string.
STRIPS = ("strip", "lstrip", "rstrip")

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


@dataclass(frozen=True)
class Trial:
    """A mutant, the tests that cover it in order, and whether they need everything loaded anew."""

    mutant: Mutant
    tests: list[str]
    anew: bool


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
            if isinstance(node, ast.Module) and _is_table(part):
                yield from (entry for entry in _code(part) if not _is_word(entry))
                continue
            if field == "args" and _strips(node) and isinstance(part, ast.Constant):
                continue
            if hasattr(part, "lineno"):
                yield part
            yield from _code(part)


def _strips(node: ast.AST) -> bool:
    """Whether a node strips a string: one character more, which never stands there, would change nothing."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in STRIPS


def _says_only(node: ast.AST) -> bool:
    """Whether a node is a docstring, an import, `__all__`, an error with its message, or for the type checker."""
    if isinstance(node, ast.If):
        return ast.unparse(node.test) == "TYPE_CHECKING"
    docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    docstring = docstring or (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__")
    return docstring or isinstance(node, ast.Import | ast.ImportFrom | ast.Raise | ast.JoinedStr | ast.Assert)


def _is_table(node: ast.AST) -> bool:
    """Whether a statement of a module gives a name to words: a literal without patterns, or one that is split."""
    if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
        return False
    calls = [part.func for part in ast.walk(node.value) if isinstance(part, ast.Call)]
    makers = {"frozenset", "set", "tuple", "dict", "MappingProxyType", "split"}
    if any((call.attr if isinstance(call, ast.Attribute) else ast.unparse(call)) not in makers for call in calls):
        return False
    words = [part.value.split() for part in ast.walk(node.value) if _is_word(part)]
    return sum(map(len, words)) >= TABLE


def _is_word(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


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
    elif isinstance(node, ast.Return) and node.value and not _says_no(node.value):
        yield f"{ast.unparse(node)}: None instead", _setter(node, "value", ast.Constant(None))
    elif _strips(node) and node.args and isinstance(node.args[0], ast.Constant):
        yield f"{ast.unparse(node)}: nothing stripped", _setter(node.args[0], "value", "~")
    elif isinstance(node, ast.Continue | ast.Break | ast.AugAssign) or _is_call(node):
        yield f"{ast.unparse(node)}: removed", _becomes(node, ast.Pass())


def _name(node: ast.AST) -> str:
    return type(node).__name__


def _says_no(node: ast.AST) -> bool:
    """Whether a returned value is None, or False, of which None would say the same: it is turned into True."""
    return isinstance(node, ast.Constant) and (node.value is None or node.value is False)


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


def mutated(mutant: Mutant) -> ast.Module:
    """The mutant's file with its change."""
    tree = ast.parse((ROOT / "pipeline" / mutant.file).read_text(encoding="utf-8"))
    _, _, make = list(changes(tree))[mutant.number]
    make()
    return ast.fix_missing_locations(tree)


class Trials:
    """A pytest plugin that tries mutants of functions: each in a fork in which the function's code is exchanged."""

    def __init__(self, tree: Path, trials: list[Trial], seconds: dict[str, float], told: Callable[[Trial, str], None]):
        self._tree, self._trials, self._seconds, self._told = tree, trials, seconds, told

    def pytest_runtestloop(self, session: Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        first = next(item for item in session.items if "extractor" in item.fixturenames)
        runtestprotocol(first, log=False, nextitem=session.items[0])  # loads the models, which all forks then have
        caches()
        self._functions = functions_in_memory()  # what is frozen is not among the objects of `gc` any more
        gc.freeze()
        for trial in self._trials:
            self._told(trial, forked(lambda trial=trial: self._try(session, items, trial)))
        return True

    def _try(self, session: Session, items: dict[str, Item], trial: Trial) -> int:
        if not exchange(self._tree, trial.mutant, self._functions):
            return ANEW
        for entry in caches():
            entry.cache_clear()
        chosen = [items[test] for test in trial.tests]
        for item, following in zip(chosen, [*chosen[1:], session.items[0]], strict=True):
            signal.setitimer(signal.ITIMER_PROF, 5 + 4 * self._seconds[item.nodeid])
            reports = runtestprotocol(item, log=False, nextitem=following)
            if any(report.failed for report in reports):
                return BY_GOLD if is_gold(item.nodeid) else 1
        return 0


class Failure:
    """A pytest plugin that keeps which test failed first."""

    test = ""

    def pytest_runtest_logreport(self, report: TestReport) -> None:
        if report.failed and not self.test:
            self.test = report.nodeid


def functions_in_memory() -> list[FunctionType]:
    """All functions that the garbage collector knows."""
    return [one for one in gc.get_objects() if type(one) is FunctionType]


def exchange(tree: Path, mutant: Mutant, functions: list[FunctionType]) -> bool:
    """Give those of the functions that are of the mutant's file its code. False where that can't be done."""
    path = tree / "pipeline" / mutant.file
    name = "pipeline." + mutant.file.removesuffix(".py").replace("/", ".")
    loaded = sys.modules.get(name) or sys.modules[name.removesuffix(".__init__")]
    codes = {(code.co_qualname, code.co_firstlineno): code for code in _codes(compile(mutated(mutant), path, "exec"))}
    done = False
    for function in functions:
        if function.__code__.co_filename == loaded.__file__:
            old = function.__code__
            new = codes.get((old.co_qualname, old.co_firstlineno))
            if new is None or new.co_freevars != old.co_freevars:
                return False
            if new != old:
                function.__code__ = new
                done = True
    return done


def _codes(code: CodeType) -> Iterator[CodeType]:
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield part
            yield from _codes(part)


def forked(run: Callable[[], int], seconds: float = 0) -> str:
    """What came of a fork that gives its status: `passed`, `failed`, `by gold`, `anew` or `timeout` (of processor time)."""
    child = os.fork()
    if child == 0:
        os.setpgrp()
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        if seconds:
            signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            os._exit(run())
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return {0: "passed", ANEW: "anew", BY_GOLD: "by gold", -signal.SIGPROF: "timeout"}.get(code, "failed")


def warm_up() -> None:
    """Import and load what no mutant changes, so that forks need not."""
    import importlib

    import spacy

    from pipeline.nlp import STOCK_PACKAGE

    for name in ("hypothesis", "pydantic", "orjson", "regex", "lxml.html", "dateparser", "numpy", "onnxruntime"):
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


def try_all(chosen: list[Mutant], seconds: float) -> list[dict[str, object]]:
    """What came of every mutant. Raises RuntimeError when the tests fail without one."""
    outcomes: dict[Mutant, str] = {}

    def told(trial: Trial, outcome: str) -> None:
        if outcome == "anew":
            return
        outcomes[trial.mutant] = outcome
        said = "SURVIVED" if outcome == "passed" else outcome
        reason = reason_for(trial.mutant) if outcome == "passed" else ""
        print(f"{said:9}{trial.mutant} ({len(trial.tests)} tests){reason and f' [{reason}]'}", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        tree = copied(Path(folder))
        known = covered(tree)
        trials = [_trial(known, tree, mutant, seconds) for mutant in chosen]
        for trial in trials:
            if not trial.tests:
                told(trial, "passed")
        here = [trial for trial in trials if trial.tests and not trial.anew]
        if here:
            _try_here(tree, here, known.seconds, told)
        for trial in trials:
            if trial.mutant not in outcomes:
                told(trial, _try_anew(tree, trial, sum(known.seconds[test] for test in trial.tests)))
    reasons = {mutant: reason_for(mutant) if outcomes[mutant] == "passed" else "" for mutant in chosen}
    return [{**asdict(mutant), "outcome": outcomes[mutant], "reason": reasons[mutant]} for mutant in chosen]


def _trial(known: Covered, tree: Path, mutant: Mutant, seconds: float) -> Trial:
    """The mutant with the first of its tests that take no longer than `seconds` together, and with all gold."""
    tests, anew = tests_of(known, tree / "pipeline", mutant.file, mutant.line)
    spent = accumulate(known.seconds[test] for test in tests)
    chosen = [test for test, end in zip(tests, spent, strict=True) if end <= seconds or is_gold(test)]
    return Trial(mutant, chosen, anew)


def _try_here(tree: Path, trials: list[Trial], seconds: dict[str, float], told: Callable[[Trial, str], None]) -> None:
    """Try mutants in forks of one process that has everything loaded."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.setpgrp()

        def tell(trial: Trial, outcome: str) -> None:
            os.write(writing, f"{trials.index(trial)} {outcome}\n".encode())

        wanted = sorted({test.split("::")[0] for trial in trials for test in trial.tests})
        os._exit(in_pytest(tree, wanted, Trials(tree, trials, seconds, tell)))
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as lines:
        for line in lines:
            number, outcome = line.rstrip().split(" ", 1)
            told(trials[int(number)], outcome)
    _, status = os.waitpid(child, 0)
    if status:
        raise RuntimeError("the tests cannot be run")


def _try_anew(tree: Path, trial: Trial, seconds: float) -> str:
    """Try a mutant in a fork that loads its tests and the pipeline after the change."""
    path = tree / "pipeline" / trial.mutant.file
    original = path.read_bytes()
    path.write_text(ast.unparse(mutated(trial.mutant)), encoding="utf-8")
    failure = Failure()

    def run() -> int:
        status = in_pytest(tree, ["-x", *trial.tests], failure)
        return BY_GOLD if status and is_gold(failure.test) else status

    try:
        return forked(run, 30 + 4 * seconds)
    finally:
        path.write_bytes(original)


@functools.cache
def _reasons() -> dict[tuple[str, str, str], str]:
    if not REASONS.is_file():
        return {}
    rows = json.loads(REASONS.read_text(encoding="utf-8"))
    return {(row["file"], row["line"], row["change"]): row["reason"] for row in rows}


def reason_for(mutant: Mutant) -> str:
    """Why no test kills a mutant; empty where no one has said it."""
    line = (ROOT / "pipeline" / mutant.file).read_text(encoding="utf-8").splitlines()[mutant.line - 1]
    return _reasons().get((mutant.file, line.strip(), mutant.change), "")


def summary(results: list[dict[str, object]]) -> Iterator[str]:
    """A line a package."""
    for package in dict.fromkeys(str(result["file"]).split("/")[0] for result in results):
        rows = [result for result in results if str(result["file"]).startswith(f"{package}/")]
        outcomes = [row["outcome"] for row in rows]
        killed = sum(outcome != "passed" for outcome in outcomes)
        gold, late = outcomes.count("by gold"), outcomes.count("timeout")
        explained = sum(bool(row["reason"]) for row in rows)
        yield (
            f"{package}: {killed} of {len(rows)} killed ({killed / len(rows):.0%}), {late} of them by time, "
            f"{gold} only by gold (without it {(killed - gold) / len(rows):.0%}); "
            f"{explained} of {len(rows) - killed} survivors explained"
        )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.mutate", description=__doc__.splitlines()[0])
    parser.add_argument("packages", nargs="*", metavar="PACKAGE", help=", ".join(PACKAGES))
    parser.add_argument("--number", type=int, default=40, help="mutants of each package (default 40)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=12, help="of tests for one mutant (default 12)")
    parser.add_argument("--out", type=Path, help="write what happened as JSON")
    parser.add_argument("--survivors", type=Path, help="only the survivors of such a file")
    options = parser.parse_args()
    if unknown := set(options.packages) - set(PACKAGES):
        parser.error(f"{', '.join(sorted(unknown))}: choose from {', '.join(PACKAGES)}")
    if options.survivors:
        told = json.loads(options.survivors.read_text(encoding="utf-8"))
        again = [row for row in told if row["outcome"] == "passed"]
        chosen = [Mutant(row["file"], row["number"], row["line"], row["change"]) for row in again]
    else:
        chosen = [
            mutant
            for package in options.packages or PACKAGES
            for mutant in random.Random(options.seed).sample(mutants(package), options.number)
        ]
    warm_up()
    results = try_all(chosen, options.seconds)
    if options.out:
        options.out.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(*summary(results), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
