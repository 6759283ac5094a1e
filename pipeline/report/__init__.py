"""The report: one HTML page in which a dataset can be searched, checked and read.

`data` turns the dataset into compact JSON, `page/` holds the template, the styles and the scripts, and this
module puts them together. The page asks the network for nothing and runs no script but its own.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..records import dumps, plain
from .data import Dataset, read_dataset

__all__ = ["NAME", "write_report"]

#: The page's name in the output folder.
NAME = "report.html"
PAGE = Path(__file__).with_name("page")
#: The scripts in the order in which they are joined: one view or one tool each, all in one scope.
SCRIPTS = (
    "base", "format", "data", "rows", "filters", "facts", "reader", "timeline", "layout", "parties",
    "clauses", "articles", "main",
)  # fmt: skip


def write_report(output_dir: Path) -> Path:
    """Write `report.html` into a folder that `extract` wrote; returns its path.

    The same dataset gives the same bytes. Raises DatasetError when the folder holds no finished dataset or a
    line of it is no record, OSError when the page cannot be written.
    """
    page = render(read_dataset(output_dir))
    path, part = output_dir / NAME, output_dir / f"{NAME}.part"
    part.write_text(page, encoding="utf-8", newline="\n")
    part.replace(path)
    return path


def render(dataset: Dataset) -> str:
    """The page as text."""
    style = _read("report.css")
    script = "(() => {\n'use strict';\n" + "\n".join(_read(f"{name}.js") for name in SCRIPTS) + "})();\n"
    environment = Environment(
        loader=FileSystemLoader(PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["grouped"] = lambda number: f"{number:,}"
    environment.filters["amount"] = lambda number: f"{int(number):,}{plain(number % 1)[1:]}"
    environment.filters["words"] = lambda name: name.replace("_", " ")
    return environment.get_template("page.html").render(
        dataset=dataset,
        index=_json(dataset.index()),
        chunks=[_json(chunk) for chunk in dataset.chunks],
        style=Markup(style),
        style_hash=_hash(style),
        script=Markup(script),
        script_hash=_hash(script),
    )


def _read(name: str) -> str:
    return (PAGE / name).read_text(encoding="utf-8")


def _json(value: object) -> Markup:
    """JSON that may stand in a script element: nothing in it can end the element or open another."""
    text = value if isinstance(value, bytes) else dumps(value)
    for sign in b"<>&":
        text = text.replace(bytes([sign]), b"\\u%04x" % sign)
    return Markup(text.decode())


def _hash(text: str) -> str:
    """The hash by which the page's Content-Security-Policy knows its own script and style."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
