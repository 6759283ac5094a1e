"""Records with named fields (JSON, JSONL, CSV, Parquet) to drafts: by a mapping, or by well-known shapes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .base import Draft, Unreadable

#: The fields of an article that a mapping may name.
FIELDS = ("text", "title", "published", "publisher", "authors", "url", "language")


class Shape(NamedTuple):
    """Field names of a kind of export. It is recognised when its text field and one of `marks` are there."""

    name: str
    fields: Mapping[str, str]
    marks: tuple[str, ...]


#: Exports recognised without a mapping, tried in this order. A dotted name goes into a nested object.
SHAPES = (
    Shape("newsfacts", {name: name for name in FIELDS}, ("text",)),
    Shape(
        "news-please",
        {
            "text": "maintext",
            "title": "title",
            "published": "date_publish",
            "publisher": "source_domain",
            "authors": "authors",
            "url": "url",
            "language": "language",
        },
        ("date_publish", "source_domain", "title"),
    ),
    Shape(
        "schema.org",
        {
            "text": "articleBody",
            "title": "headline",
            "published": "datePublished",
            "publisher": "publisher",
            "authors": "author",
            "url": "url",
            "language": "inLanguage",
        },
        ("headline", "datePublished", "@type"),
    ),
    Shape(
        "Guardian Open Platform",
        {
            "text": "fields.bodyText",
            "title": "webTitle",
            "published": "webPublicationDate",
            "authors": "fields.byline",
            "url": "webUrl",
        },
        ("webTitle", "webPublicationDate"),
    ),
    Shape(
        "News API",
        {
            "text": "content",
            "title": "title",
            "published": "publishedAt",
            "publisher": "source",
            "authors": "author",
            "url": "url",
        },
        ("publishedAt", "source"),
    ),
    Shape(
        "Reuters-21578",
        {
            "text": "body",
            "title": "title",
            "published": "date",
            "publisher": "publisher",
            "authors": "author",
        },
        ("topics", "places", "date", "title"),
    ),
    Shape(
        "CNN/DailyMail columns",
        {"text": "article", "title": "title", "published": "date", "authors": "author", "url": "url"},
        ("highlights", "id", "title"),
    ),
    Shape(
        "column export",
        {
            "text": "content",
            "title": "title",
            "published": "date",
            "publisher": "publication",
            "authors": "author",
            "url": "url",
        },
        ("title", "url", "publication"),
    ),
    Shape(
        "Multi-News columns",
        {"text": "document", "title": "title", "published": "date"},
        ("summary", "title"),
    ),
)
#: Other names of optional fields, used where the shape's own is missing (cc_news, Webz and GDELT say these).
OTHER_NAMES = {
    "title": ("headline", "thread.title"),
    "published": (
        "date",
        "published_at",
        "published_date",
        "publish_date",
        "date_published",
        "pub_date",
        "datetime",
    ),
    "publisher": ("domain", "source", "site", "thread.site_full", "publication", "outlet"),
    "authors": ("author", "byline"),
    "url": ("link", "source_url"),
    "language": ("lang",),
}


def check_mapping(mapping: Mapping[str, str]) -> None:
    """Raise ValueError unless `mapping` maps fields of an article to names, "text" among them."""
    unknown = sorted(set(mapping) - set(FIELDS))
    if unknown:
        raise ValueError(f"mapping: no such field: {', '.join(unknown)} (there are {', '.join(FIELDS)})")


def draft_of(record: Any, mapping: Mapping[str, str] | None = None) -> Draft:
    """The draft of one record. Raises Unreadable, naming the field, where it holds no text."""
    if not isinstance(record, Mapping):
        raise Unreadable(f"an article must be an object with a field 'text', not {_kind(record)}")
    text_name, names = _names(record, mapping)
    text = _value(record, text_name)
    if text is None:
        known = ", ".join(map(str, list(record)[:8])) or "none"
        raise Unreadable(
            f"no field {text_name!r} (fields here: {known[:200]}); name it with --map {'text=FIELD'}"
        )
    if not isinstance(text, str):
        raise Unreadable(f"field {text_name!r} must be a string, not {_kind(text)}")
    if not text.strip():
        raise Unreadable(f"field {text_name!r} is empty")
    draft = Draft(text, text_of="the text as given" if text_name == "text" else f"the field {text_name!r}")
    for field, name in names.items():
        value = _value(record, name)
        if value not in (None, "", [], {}):
            _fill(draft, field, name, value)
    return draft


def _names(record: Mapping[str, Any], mapping: Mapping[str, str] | None) -> tuple[str, dict[str, str]]:
    shape = next((s for s in SHAPES if _fits(record, s)), SHAPES[0])
    names = {field: name for field, name in shape.fields.items() if field != "text"}
    for field, others in OTHER_NAMES.items():
        if _value(record, names.get(field, field)) in (None, ""):
            named = next((o for o in others if _value(record, o) not in (None, "")), None)
            if named:
                names[field] = named
    text = shape.fields["text"]
    if mapping:
        text = mapping.get("text", text)
        names.update({field: name for field, name in mapping.items() if field != "text"})
    return text, names


def _fits(record: Mapping[str, Any], shape: Shape) -> bool:
    text = _value(record, shape.fields["text"])
    return isinstance(text, str) and any(mark in record for mark in shape.marks)


def _value(record: Mapping[str, Any], name: str) -> Any:
    if name in record:
        return record[name]
    outer, dot, inner = name.partition(".")
    nested = record.get(outer) if dot else None
    return _value(nested, inner) if isinstance(nested, Mapping) else None


def _fill(draft: Draft, field: str, name: str, value: Any) -> None:
    if field == "authors":
        draft.authors = [a for a in map(_name, value if isinstance(value, list) else [value]) if a]
        return
    if isinstance(value, Mapping):
        value = _name(value)
    if field == "published" and isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        draft.warnings.append(f"field {name!r} must be a string, not {_kind(value)}: ignored")
        return
    setattr(draft, field, value.strip() or None)


def _name(value: Any) -> str | None:
    """A name written as a string or as an object with a name."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title")
    return value.strip() or None if isinstance(value, str) else None


def _kind(value: Any) -> str:
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")
