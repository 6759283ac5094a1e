"""From answered references to rows of features, as the resolver would see them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from ...extractor import Extractor
from ...read import article_from_text
from ..antecedents import Reference, sort_of
from ..nominals import DEFINED, Nominals


class Answer(NamedTuple):
    """A reference [start, end) in an article, and the name of the party that it means; None: of no party."""

    start: int
    end: int
    who: str | None


@dataclass
class Question:
    """The candidates of one reference, in rows of features, and which of them is meant; the last row is nobody."""

    article: int
    sort: str
    rows: list[list[int]]
    right: int


class _Seen(Nominals):
    """Keeps what was asked of the nouns of the article that was resolved last, by where they start."""

    last: _Seen

    def resolve(self) -> Any:
        self.rows: dict[int, Any] = {}
        _Seen.last = self
        return super().resolve()

    def _weighed(self, match: Any, end: int, ruled: Any) -> Any:
        asked = self._asked(match, end, ruled)
        if asked is not None and self._why != DEFINED:
            self.rows[match.start()] = (asked[0].sort, self.antecedents.rows(*asked))
        return super()._weighed(match, end, ruled)


def read(path: Path) -> Iterator[tuple[str, str | None, list[Answer]]]:
    """Text, title and answers of each article of a JSONL file: {"text", "title", "references": [[start, end, who]]}.

    Raises ValueError that names file and line for one that is not of this form.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            entry = json.loads(line)
            answers = [Answer(int(start), int(end), who) for start, end, who in entry["references"]]
            yield entry["text"], entry.get("title"), answers
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{path}, line {number}: no article with references ({error})") from error


def questions(articles: Iterator[tuple[str, str | None, list[Answer]]], extractor: Extractor) -> Iterator[Question]:
    """The questions of all articles; answers that name no party of the article's are answers of "nobody"."""
    from .. import resolver

    resolver.Nominals, usual = _Seen, resolver.Nominals  # type: ignore[misc]
    try:
        for number, (text, title, answers) in enumerate(articles):
            record = extractor.extract(article_from_text(text, title=title))
            if record.article.text != text:
                raise ValueError(f"article {number}: its text is not as newsfacts would read it: offsets would be off")
            names = {party.name: place for place, party in reversed(list(enumerate(record.parties)))}
            for answer in answers:
                question = _question(number, _Seen.last, answer, names)
                if question is not None:
                    yield question
    finally:
        resolver.Nominals = usual  # type: ignore[misc]


def _question(article: int, seen: _Seen, answer: Answer, names: dict[str, int]) -> Question | None:
    """The question of one reference, None for a noun that the text defines and for a reference without a candidate."""
    sort = sort_of(seen.text[answer.start : answer.end])
    if sort is None:
        sort, rows = seen.rows.get(answer.start, (None, []))
    else:
        reference = Reference(answer.start, answer.end, sort)
        pool = [n for n, draft in enumerate(seen.drafts) if (draft.kind == "person") == reference.personal]
        rows = seen.antecedents.rows(reference, pool)
    if sort is None or len(rows) < 2:
        return None
    wanted = names.get(answer.who) if answer.who is not None else None
    right = next((place for place, (number, _) in enumerate(rows) if number == wanted), len(rows) - 1)
    return Question(article, sort, [row for _, row in rows], right)
