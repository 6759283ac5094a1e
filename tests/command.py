"""The command `newsfacts` of this checkout, run as a user runs it: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
NEWSFACTS = [sys.executable, "-m", "pipeline.cli"]
#: The same with an extractor that loads no models, for what does not depend on them.
QUICK = [
    sys.executable,
    "-c",
    "import sys, pipeline.cli, pipeline.engines\n"
    "pipeline.engines.Task.__init__.__defaults__ = ('tests.fake_extractor:FakeExtractor', ())\n"
    "sys.argv[0] = 'newsfacts'\n"
    "pipeline.cli.main()\n",
]


def newsfacts(*arguments: object, cwd: Path, command: list[str] = NEWSFACTS) -> subprocess.CompletedProcess:
    """Run the command to its end."""
    line = [*command, *map(str, arguments)]
    return subprocess.run(line, cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, timeout=180)


def quick(*arguments: object, cwd: Path) -> subprocess.CompletedProcess:
    """Run the command without models to its end."""
    return newsfacts(*arguments, cwd=cwd, command=QUICK)
