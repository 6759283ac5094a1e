"""What a run says while it goes on: a bar for people, JSON lines for programs, both on stderr."""

from __future__ import annotations

import sys
import time
from typing import Any

import orjson
from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from .dataset import Watch
from .read import Reject


class Silent(Watch):
    """Says nothing; the exit code tells whether inputs were rejected."""

    def say(self, line: str) -> None:
        """Nothing."""

    def close(self) -> None:
        """Nothing to end."""


class Lines(Silent):
    """Names each reject on a line of its own."""

    def reject(self, reject: Reject) -> None:
        """One line: where, at which stage, why."""
        self.say(f"newsfacts: rejected {place(reject)} ({reject.stage}): {reject.reason}")

    def say(self, line: str) -> None:
        """Write a line to stderr."""
        print(line, file=sys.stderr, flush=True)

    def close(self) -> None:
        """End what is drawn."""


class Bar(Lines):
    """A bar with articles a second, rejects and the time left; it moves with the characters that are done."""

    def __init__(self) -> None:
        self._console = Console(stderr=True)
        self._bar = Progress(
            TextColumn("{task.fields[articles]} articles"),
            BarColumn(),
            TaskProgressColumn(),
            _Rate(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[rejects]} rejected"),
            console=self._console,
            transient=True,
        )
        self._task = self._bar.add_task("", total=None, articles=0, rejects=0)
        self._bar.start()

    def expect(self, characters: int) -> None:
        """The bar's full length."""
        self._bar.update(self._task, total=characters)

    def advance(self, articles: int, characters: int) -> None:
        """Move the bar."""
        done = self._fields["articles"] + articles
        self._bar.update(self._task, advance=characters, articles=done)

    def reject(self, reject: Reject) -> None:
        """A line above the bar."""
        super().reject(reject)
        self._bar.update(self._task, rejects=self._fields["rejects"] + 1)

    def say(self, line: str) -> None:
        """Write a line above the bar."""
        self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)

    def close(self) -> None:
        """Take the bar away."""
        self._bar.stop()

    @property
    def _fields(self) -> dict[str, Any]:
        return self._bar.tasks[0].fields


class _Rate(ProgressColumn):
    """Articles a second since the start."""

    def render(self, task: Task) -> Text:
        """The column's text."""
        elapsed = task.finished_time or task.elapsed
        return Text(f"{task.fields['articles'] / elapsed:.1f}/s" if elapsed else "")


class JsonLog(Lines):
    """One JSON object a line: `event` (advance, reject, say), `seconds` since the start, its figures."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    def expect(self, characters: int) -> None:
        """Silent: `advance` tells enough."""

    def advance(self, articles: int, characters: int) -> None:
        """A shard is done."""
        self._log("advance", articles=articles, characters=characters)

    def reject(self, reject: Reject) -> None:
        """An input gives no record."""
        row = {"path": reject.path, "line": reject.line, "stage": reject.stage, "reason": reject.reason}
        self._log("reject", **row)

    def say(self, line: str) -> None:
        """Whatever else there is to say."""
        self._log("say", message=line)

    def _log(self, event: str, **values: Any) -> None:
        seconds = round(time.monotonic() - self._start, 3)
        line = orjson.dumps({"event": event, "seconds": seconds, **values})
        print(line.decode(), file=sys.stderr, flush=True)


def place(reject: Reject) -> str:
    """Path and line of a reject."""
    return reject.path if reject.line is None else f"{reject.path}:{reject.line}"
