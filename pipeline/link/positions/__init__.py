"""Positions: who holds, takes or leaves which title at which organisation."""

from .linker import PositionLinker

__all__ = ["PositionLinker"]
