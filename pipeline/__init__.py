"""newsfacts: a folder of news articles in, a dataset of structured facts with their proof out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Extractor", "Record", "extract"]

if TYPE_CHECKING:
    from .extractor import Extractor, extract
    from .records import Record


def __getattr__(name: str) -> Any:
    """Import the heavy parts only when they are asked for, so that `newsfacts --help` stays quick."""
    if name in ("Extractor", "extract"):
        from . import extractor

        return getattr(extractor, name)
    if name == "Record":
        from .records import Record

        return Record
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
