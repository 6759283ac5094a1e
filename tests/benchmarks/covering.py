"""Which tests execute which line of `pipeline/`: what a mutant has to be tried on, and nothing else.

The tests of `STARTS` run once under a trace. What a test module executed is kept in a folder of the system's temporary
one, by the hash of all that decides it: after a change of one test module only that module runs again.

A line executed while modules are imported or fixtures are made is in `load`: a mutant of it needs everything anew. A
statement of a module is covered by the tests of the functions that use its names, directly or through others.
"""

from __future__ import annotations

import ast
import functools
import gc
import hashlib
import inspect
import json
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

#: Test modules that analyse sentences, or the articles of `corpus/`, in their own process. Others run folders,
#: processes, servers or browsers; what they would kill besides is not told by a sentence, and they take minutes.
STARTS = (
    "across", "bids", "calendar", "clauses", "dates", "deals", "facts", "financings", "known", "link", "metamorphic",
    "money", "numbers", "parties", "parts", "payments", "positions", "resolve", "results", "rounds", "sentences",
)  # fmt: skip
#: The module that compares whole articles with their gold: a test an article, so that only those that execute a line
#: are run for it.
GOLD = "tests/test_known_errors.py"
#: What is mutated; only here are lines told apart, elsewhere functions.
MUTATED = ("normalise", "resolve", "link")
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef

Lines = dict[str, list[int]]


@dataclass
class Covered:
    """What tests executed: by test its seconds and the lines by file below `pipeline/`."""

    seconds: dict[str, float] = field(default_factory=dict)
    lines: dict[str, dict[str, set[int]]] = field(default_factory=dict)
    load: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, told: dict) -> None:
        for test, entry in told["tests"].items():
            self.seconds[test] = entry["seconds"]
            self.lines[test] = {file: set(lines) for file, lines in entry["lines"].items()}
        for file, lines in told["load"].items():
            self.load[file].update(lines)

    def executing(self, file: str, lines: set[int]) -> set[str]:
        return {test for test, hit in self.lines.items() if not lines.isdisjoint(hit.get(file, ()))}

    def entering(self, folder: str) -> set[str]:
        """The tests that execute anything in the files that start so."""
        return {test for test, hit in self.lines.items() if any(file.startswith(folder) for file in hit)}

    def in_order(self, tests: set[str], file: str) -> list[str]:
        """First a few tests that together execute all that tests execute of the file, then as many again, and so on.

        Those that execute most of it in a second come first, in turn from each module: they are about different
        things. Gold is last: what a sentence tells need not be looked for in articles.
        """
        place = {test: at for at, test in enumerate(self.lines)}
        hits = {test: self.lines[test].get(file, set()) for test in tests}
        rest = sorted(tests, key=lambda t: (is_gold(t), -len(hits[t]) / (self.seconds[t] + 0.01), place[t]))
        order: list[str] = []
        while rest:
            executed, left = set(), []
            for test in rest:
                new = is_gold(test) or not hits[test] <= executed or not hits[test]
                executed |= hits[test]
                (order if new else left).append(test)
            rest = left
        turns: dict[str, int] = defaultdict(int)
        turn = {}
        for test in order:
            turn[test] = turns[_module(test)]
            turns[_module(test)] += 1
        order.sort(key=turn.__getitem__)
        return sorted(order, key=is_gold)


def _module(test: str) -> str:
    return test.split("::")[0]


def is_gold(test: str) -> bool:
    return _module(test) == GOLD


def covered(tree: Path) -> Covered:
    """What the tests of a tree execute, from the folder of earlier runs or from a run."""
    folder = Path(tempfile.gettempdir()) / f"newsfacts-mutants-{os.getuid()}"
    folder.mkdir(exist_ok=True)
    support = ["tests/conftest.py", "tests/*_support.py", "tests/known_errors.*"]
    common = _hash(tree, ["pipeline/**/*.py", "patterns/**/*", "corpus/**/*", *support])
    modules = [path for path in sorted((tree / "tests").glob("test_*.py")) if path.stem.split("_")[1] in STARTS]
    kept = {path: folder / f"{path.stem}-{_hash(tree, [f'tests/{path.name}'], common)}.json" for path in modules}
    if missing := [path for path in modules if not kept[path].is_file()]:
        print(f"tracing {len(missing)} test modules", file=sys.stderr, flush=True)
        _trace(tree, missing, kept)
    result = Covered()
    for path in modules:
        result.add(json.loads(kept[path].read_text(encoding="utf-8")))
    return result


def _hash(tree: Path, globs: list[str], start: str = "") -> str:
    value = hashlib.sha256((start + sys.version + inspect.getsource(Tracer)).encode())
    for path in sorted(path for pattern in globs for path in tree.glob(pattern)):
        if path.is_file() and "__pycache__" not in path.parts:
            value.update(path.relative_to(tree).as_posix().encode() + b"\0" + path.read_bytes())
    return value.hexdigest()[:24]


def _trace(tree: Path, modules: list[Path], kept: dict[Path, Path]) -> None:
    child = os.fork()
    if child == 0:
        tracer = Tracer(tree)
        status = in_pytest(tree, [f"tests/{path.name}" for path in modules], tracer)
        if status == 0:
            for path in modules:
                told = {"tests": tracer.tests[f"tests/{path.name}"], "load": tracer.load}
                text = json.dumps(told, default=sorted)
                part = kept[path].with_suffix(f".{os.getpid()}")
                part.write_text(text, encoding="utf-8")
                part.rename(kept[path])
        os._exit(status)
    _, status = os.waitpid(child, 0)
    if status:
        raise RuntimeError("tests fail without a mutant")


def in_pytest(tree: Path, tests: list[str], plugin: object) -> int:
    """Pytest's exit status in this process, with modules of the given tree; says nothing but what `plugin` says."""
    from hypothesis import Phase, settings

    os.chdir(tree)
    for name in [name for name in sys.modules if name.split(".")[0] in ("pipeline", "tests")]:
        del sys.modules[name]
    sys.path.insert(0, str(tree))
    sys.dont_write_bytecode = True  # a mutant of the same size in the same second would be read from the old bytecode
    # what fails has killed: no need to look for the smallest example, and none is kept for the next mutant
    settings.register_profile("mutants", phases=[Phase.explicit, Phase.generate], database=None, derandomize=True)
    settings.load_profile("mutants")
    said = ["-s", "-o", "addopts=", *(f"-pno:{name}" for name in ("terminal", "cacheprovider", "xdist", "randomly"))]
    return int(pytest.main([*said, *tests], plugins=[plugin]))


@functools.cache
def caches() -> list[functools._lru_cache_wrapper]:
    """What the functions under test remember earlier calls in."""
    starts = tuple(f"pipeline.{package}" for package in MUTATED)
    found = [entry for entry in gc.get_objects() if isinstance(entry, functools._lru_cache_wrapper)]
    return [entry for entry in found if (entry.__module__ or "").startswith(starts)]


class Tracer:
    """Records what each test executes."""

    def __init__(self, tree: Path):
        self.load: dict[str, set[int]] = defaultdict(set)
        self.tests: dict[str, dict[str, dict]] = defaultdict(dict)
        self._start = f"{tree / 'pipeline'}{os.sep}"
        self._hits = self.load
        self._files: dict[str, str | None] = {}
        sys.settrace(self._call)

    def _call(self, frame, event, arg):
        code = frame.f_code
        try:
            file = self._files[code.co_filename]
        except KeyError:
            name = code.co_filename
            file = name[len(self._start) :].replace(os.sep, "/") if name.startswith(self._start) else None
            self._files[name] = file
        if file is None:
            return None
        self._hits[file].add(code.co_firstlineno)
        return self._line if file.startswith(MUTATED) else None

    def _line(self, frame, event, arg):
        if event == "line":
            self._hits[self._files[frame.f_code.co_filename]].add(frame.f_lineno)
        return self._line

    def pytest_runtest_logreport(self, report) -> None:
        if report.failed:
            print(f"fails without a mutant: {report.nodeid}\n{report.longreprtext[-600:]}", file=sys.stderr, flush=True)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_call(self, item) -> None:
        for entry in caches():
            entry.cache_clear()
        sys.settrace(self._call)
        self._hits = defaultdict(set)
        item.started = time.process_time()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_teardown(self, item) -> None:
        if not hasattr(item, "started"):
            return
        seconds = time.process_time() - item.started
        hits, self._hits = self._hits, self.load
        module = item.nodeid.split("::")[0]
        self.tests[module][item.nodeid] = {"seconds": round(seconds, 3), "lines": hits}


# What covers a statement -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Statement:
    """The lines of a statement that are its own, and the names a module knows it by where it is not in a function."""

    lines: frozenset[int]
    names: frozenset[str]


@functools.cache
def statements(path: Path) -> list[Statement]:
    """The statements of a file, one that stands in another after it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return list(_statements(tree, False, frozenset()))


def _statements(node: ast.AST, in_function: bool, names: frozenset[str]) -> Iterator[Statement]:
    for part in ast.iter_child_nodes(node):
        if not isinstance(part, ast.stmt | ast.excepthandler | ast.match_case):
            continue
        if isinstance(part, ast.match_case):
            yield from _statements(part, in_function, names)
            continue
        body = getattr(part, "body", None)
        start = min([part.lineno, *(entry.lineno for entry in getattr(part, "decorator_list", []))])
        end = max(part.lineno, body[0].lineno - 1) if body else part.end_lineno
        own = frozenset() if in_function else names | _targets(part)
        yield Statement(frozenset(range(start, end + 1)), own)
        yield from _statements(part, in_function or isinstance(part, FUNCTIONS), own)


def _targets(node: ast.stmt) -> frozenset[str]:
    if isinstance(node, FUNCTIONS | ast.ClassDef):
        return frozenset([node.name])
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return frozenset(name.id for target in targets if target for name in ast.walk(target) if isinstance(name, ast.Name))


def statement_at(path: Path, line: int) -> Statement:
    """The innermost statement that a line belongs to."""
    return [entry for entry in statements(path) if line in entry.lines][-1]


@functools.cache
def users(root: Path) -> dict[str, set[tuple[str, int]]]:
    """By name: the functions (file below `root`, first line) that mention it, or a module's name that is made of it."""
    functions, made = defaultdict(set), defaultdict(set)
    for path in root.rglob("*.py"):
        file = path.relative_to(root).as_posix()
        for node in _outer(ast.parse(path.read_text(encoding="utf-8"))):
            names = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
            names |= {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}
            for name in names:
                if isinstance(node, FUNCTIONS):
                    functions[name].add((file, min([node.lineno, *(entry.lineno for entry in node.decorator_list)])))
                else:
                    made[name] |= _targets(node)
    result = {}
    for name in {*functions, *made}:
        seen, open_names = {name}, [name]
        while open_names:
            more = made[open_names.pop()] - seen
            seen |= more
            open_names += more
        result[name] = {function for entry in seen for function in functions[entry]}
    return result


def _outer(node: ast.AST) -> Iterator[ast.stmt]:
    """The functions of a module, those of its classes, and its other statements."""
    for part in ast.iter_child_nodes(node):
        if isinstance(part, ast.ClassDef | ast.If | ast.Try | ast.For | ast.With):
            yield from _outer(part)
        elif isinstance(part, ast.stmt):
            yield part


def tests_of(covered: Covered, root: Path, file: str, line: int) -> tuple[list[str], bool]:
    """The tests that cover a line of a file below `root`, in order, and whether all must be loaded anew for them."""
    statement = statement_at(root / file, line)
    lines = set(statement.lines)
    anew = bool(statement.names) or not lines.isdisjoint(covered.load[file])
    tests = covered.executing(file, lines) if not statement.names else set()
    for name in statement.names:
        for place, first in users(root).get(name, ()):
            tests |= covered.executing(place, {first})
    if anew and not (tests and statement.names):
        tests |= covered.entering(file.rpartition("/")[0] + "/")
    return covered.in_order(tests, file), anew
