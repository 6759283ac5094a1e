"""Extractors without models, for tests of what runs them: engines and datasets."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.mentions import Article
from pipeline.records import ArticleRecord, Fact, MadeBy, Record, SourceRecord, SpanText

MADE_BY = MadeBy(pipeline="newsfacts 0", model="fake 1", patterns="sha256:0")
TASK = "tests.fake_extractor:FakeExtractor"


class FakeExtractor:
    """Finds one fact in every article, its first word. Texts with a command in capitals do what it says.

    `log` is a file that gets a line for each article analysed; `pause` is slept for on each, in seconds. Other
    options of the real extractor are part of the fingerprint.
    """

    def __init__(self, model: str = "fake 1", log: Path | None = None, pause: float = 0.0, **options: object):
        if model == "missing":
            raise ValueError("--model missing: no such model")
        if model == "broken":
            raise ZeroDivisionError("a fault of ours")
        self.made_by = MADE_BY.model_copy(update={"model": model, "patterns": str(sorted(options.items()))})
        self._log, self._pause = log, pause

    gemm = "none"

    @property
    def fingerprint(self) -> dict[str, str]:
        return self.made_by.model_dump()

    def extract(self, article: Article) -> Record:
        return next(self.pipe([article]))

    def pipe(self, articles: Iterable[Article]) -> Iterator[Record]:
        for article in articles:
            self._obey(article.text)
            if self._log:
                with self._log.open("a") as log:
                    log.write(f"{article.source.path}\n")
            time.sleep(self._pause)
            yield self._record(article)

    def _obey(self, text: str) -> None:
        if "RAISE" in text:
            raise RuntimeError("told to\nraise")
        if "DIE" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "EXIT" in text:
            os._exit(7)
        if "HANG" in text:
            time.sleep(3600)

    def _record(self, article: Article) -> Record:
        word = article.text.split()[0]
        start = article.text.index(word)
        evidence = SpanText(start=start, end=start + len(word), text=word)
        fact = Fact(id="F1", type="agreement", subject_text=word, status="completed", evidence=evidence, rule="fake")
        source = SourceRecord(path=article.source.path, line=article.source.line)
        id_ = hashlib.sha256(article.text.encode()).hexdigest()
        about = ArticleRecord(id=id_, title=article.title, source=source, text=article.text)
        return Record(article=about, facts=(fact,), made_by=self.made_by)
