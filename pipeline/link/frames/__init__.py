"""Fact frames over the dependency tree: a trigger word, its arguments by grammatical role, its sum."""

from .file import FactFile
from .linker import Frames
from .scene import Scene

__all__ = ["FactFile", "Frames", "Scene"]
