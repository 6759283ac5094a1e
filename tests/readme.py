"""The README's commands, and a folder in which they can be typed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.M | re.S)
SETUP = "python3 -m venv .venv && .venv/bin/pip install --quiet uv && .venv/bin/uv sync --locked --inexact --quiet"


def blocks(language: str) -> list[str]:
    """The code blocks of a language, in order."""
    return [text for name, text in BLOCKS if name == language]


def set_up(folder: Path) -> Path:
    """Make a folder look like a clone in which the first command set everything up."""
    for name in ("corpus", "patterns"):
        shutil.copytree(ROOT / name, folder / name)
    tools = folder / ".venv" / "bin"
    tools.mkdir(parents=True)
    for name, module in {"newsfacts": "pipeline.cli", "python": ""}.items():
        call = f"-m {module} " if module else ""
        (tools / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {call}"$@"\n')
        (tools / name).chmod(0o755)
    return folder


def run(command: str, folder: Path) -> subprocess.CompletedProcess:
    """Type a command in such a folder."""
    environment = {**os.environ, "PATH": f"{folder}/.venv/bin:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=folder, env=environment, capture_output=True, text=True, timeout=180,
    )  # fmt: skip


def main_job(folder: Path) -> None:
    """Run the README's main job there."""
    done = run(blocks("bash")[0].removeprefix(SETUP).removeprefix(" && "), folder)
    assert done.returncode == 0, done.stderr
