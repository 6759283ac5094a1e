"""Facts: frames over the parse, figures and positions over the surface, merged into one fact each."""

from .draft import Draft
from .linker import Linker

__all__ = ["Draft", "Linker"]
