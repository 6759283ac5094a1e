"""A news NER: persons, organisations and places, as a plain class and as a spaCy component.

`NewsNer` needs onnxruntime and tokenizers, not spaCy; `pipeline.ner.component` registers the spaCy factory
`news_ner`.
"""

from .model import Entity, NerError, NewsNer
from .words import sentence_spans

__all__ = ["Entity", "NerError", "NewsNer", "sentence_spans"]
