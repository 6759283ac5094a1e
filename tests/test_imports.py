"""The house: imports run downwards only, and only the outer stages touch files."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "pipeline"

#: Top-level modules from the ground up; one may import from those of lower floors only.
FLOORS = (
    {"records", "mentions", "gazetteer"},
    {"patterns", "rows"},
    {"ner", "tree", "kernel", "boosted", "linear"},
    {"nlp", "sentences", "read"},
    {"find"},
    {"normalise"},
    {"resolve"},
    {"qualify", "reader"},
    {"link"},
    {"assemble", "parts"},
    {"extractor"},
    {"engines", "evaluate"},
    {"dataset"},
    {"show", "progress", "report"},
    {"export"},
    {"cli"},
)
FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}

#: Modules that may open files; `ner`, `reader`, `boosted` and `linear` read weights, `gazetteer` its list of towns.
FILES = {
    "read", "patterns", "dataset", "engines", "evaluate", "report", "show", "export", "cli", "ner", "reader",
    "gazetteer", "boosted", "linear",
}  # fmt: skip
#: Makers of weights stand outside of the house: they look at it whole.
OUTSIDE = ("reader/training/", "resolve/training/", "link/training/")
OPENING = {
    "open",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "unlink",
    "mkdir",
    "rglob",
    "iterdir",
}
MODULES = sorted(
    path
    for path in PACKAGE.rglob("*.py")
    if path.name != "__main__.py" and not path.relative_to(PACKAGE).as_posix().startswith(OUTSIDE)
)


def dotted(path: Path) -> list[str]:
    """`pipeline/find/money.py` as ["find", "money"]; the package itself as []."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return [part for part in parts if part != "__init__"]


def top(path: Path) -> str:
    return (dotted(path) or ["__init__"])[0]


def imported(path: Path) -> Iterator[str]:
    """Top-level modules of ours that a module imports, those for type checkers left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in _walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                parts = alias.name.split(".")
                if parts[0] == "pipeline" and len(parts) > 1:
                    yield parts[1]
        elif isinstance(node, ast.ImportFrom):
            yield from _from(path, node)


def _from(path: Path, node: ast.ImportFrom) -> Iterator[str]:
    base = (node.module or "").split(".") if node.module else []
    if node.level == 0:
        if base[:1] != ["pipeline"]:
            return
        parts = base[1:]
    else:
        here = dotted(path) if path.name == "__init__.py" else dotted(path)[:-1]
        parts = here[: len(here) - node.level + 1] + base
    names = [parts[0]] if parts else [alias.name for alias in node.names]
    yield from (name for name in names if name in FLOOR)


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            continue
        yield child
        yield from _walk(child)


def test_every_module_has_its_floor():
    assert {top(path) for path in MODULES} - {"__init__"} == set(FLOOR)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: ".".join(dotted(path)) or "pipeline")
def test_imports_run_downwards(path):
    name = top(path)
    if name == "__init__":
        return  # the package's lazy front door
    upwards = [other for other in imported(path) if other != name and FLOOR[other] >= FLOOR[name]]
    assert upwards == []


def test_the_import_reader_sees_imports():
    extractor = PACKAGE / "extractor.py"
    assert {"assemble", "find", "normalise", "nlp", "link", "read"} <= set(imported(extractor))
    assert "read" in set(imported(PACKAGE / "dataset" / "__init__.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: ".".join(dotted(path)) or "pipeline")
def test_only_the_outer_stages_touch_files(path):
    if top(path) in FILES:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = [f.attr if isinstance(f, ast.Attribute) else f.id for f in calls if isinstance(f, ast.Attribute | ast.Name)]
    assert sorted(set(names) & OPENING) == []
