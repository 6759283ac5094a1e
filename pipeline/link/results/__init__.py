"""Results: company and state figures with their metric and period."""

from .linker import ResultFile, ResultLinker

__all__ = ["ResultFile", "ResultLinker"]
