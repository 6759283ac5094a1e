"""Reading: files of any kind, and plain texts, to Articles with text, metadata and layout."""

from __future__ import annotations

from .article import article_from_text
from .base import Reject
from .files import read_inputs

__all__ = ["Reject", "article_from_text", "read_inputs"]
