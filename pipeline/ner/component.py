"""The spaCy component `news_ner`: `nlp.add_pipe("news_ner")` in any pipeline with a tokenizer.

It sets `doc.ents` with the labels `PERSON`, `ORG` and `LOC` (places of every sort: countries and cities,
which spaCy's own models call GPE, are `LOC` here). Each span's score (0..1) is in
`doc.user_data["news_ner_scores"]`, keyed by `(start_char, end_char)`, and as `span._.ner_score`.
Sentence borders are taken from the `Doc` where an earlier component has set them, else found by rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans, minibatch

from .model import Entity, NewsNer
from .words import sentence_spans

SCORES = "news_ner_scores"


@Language.factory(
    "news_ner",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={"size": "small", "threads": 1},
)
def make_news_ner(nlp: Language, name: str, size: str, threads: int) -> NewsNerComponent:
    """Factory of the component; `size` is `small` or `large`, `threads` those of one model call."""
    return NewsNerComponent(name, size, threads)


class NewsNerComponent:
    """Sets `doc.ents` from `NewsNer`; entities that an earlier component has set are replaced."""

    def __init__(self, name: str, size: str, threads: int) -> None:
        self.name = name
        self.ner = NewsNer(size, threads)
        if not Span.has_extension("ner_score"):
            Span.set_extension("ner_score", getter=_score)

    def __call__(self, doc: Doc) -> Doc:
        return self._annotate([doc])[0]

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Annotate a stream of documents, `batch_size` at a time, in order."""
        for batch in minibatch(stream, size=batch_size):
            yield from self._annotate(list(batch))

    def _annotate(self, docs: list[Doc]) -> list[Doc]:
        found = self.ner.entities([doc.text for doc in docs], [_sentences(doc) for doc in docs])
        for doc, entities in zip(docs, found, strict=True):
            _set_entities(doc, entities)
        return docs


def _sentences(doc: Doc) -> list[tuple[int, int]]:
    if doc.has_annotation("SENT_START"):
        return [(sentence.start_char, sentence.end_char) for sentence in doc.sents]
    return sentence_spans(doc.text)


def _set_entities(doc: Doc, entities: list[Entity]) -> None:
    """Entities as spans of whole tokens: one that ends inside a token takes the whole token."""
    scores: dict[tuple[int, int], float] = {}
    spans = []
    for entity in entities:
        span = doc.char_span(entity.start, entity.end, label=entity.label, alignment_mode="expand")
        if span is not None:
            spans.append(span)
            scores[span.start_char, span.end_char] = entity.score
    doc.set_ents(filter_spans(spans))
    doc.user_data[SCORES] = scores


def _score(span: Span) -> float | None:
    return span.doc.user_data.get(SCORES, {}).get((span.start_char, span.end_char))
