"""Who is who: names, short names, tickers, "the company" and pronouns become party ids. Unsure stays
unresolved.
"""

from .resolver import Resolver
from .result import Resolution

__all__ = ["Resolution", "Resolver"]
