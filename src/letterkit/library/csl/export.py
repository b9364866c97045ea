"""Sources as CSL-JSON, as Zotero and pandoc read it, with nothing guessed: what is unknown is left out."""

from __future__ import annotations

from datetime import date
from typing import Any

from letterkit.library.model import Name, Source, as_plain

_FIELDS = {
    "title-short": "title_short",
    "container-title": "container_title",
    "genre": "genre",
    "number": "number",
    "language": "language",
    "URL": "url",
}


def csl(source: Source) -> dict[str, Any]:
    """Return the source as one item of CSL-JSON; the publisher is the author where no person is."""
    item: dict[str, Any] = {"id": source.id, "type": source.type, "title": source.title}
    authors = source.author or ((source.publisher,) if source.publisher else ())
    if authors:
        item["author"] = [_name(author) for author in authors]
    if source.publisher:
        item["publisher"] = source.publisher
    if source.issued:
        item["issued"] = {"date-parts": [_issued(source)]}
    item.update({key: getattr(source, name) for key, name in _FIELDS.items() if getattr(source, name)})
    if source.recipient:
        item["recipient"] = [{"literal": source.recipient}]
    accessed = [original.accessed for original in source.originals if original.accessed]
    looked = accessed[-1] if accessed else source.accessed
    if looked:
        item["accessed"] = {"date-parts": [_parts(looked)]}
    return {**item, **{key: value for key, value in source.csl.items() if key not in item}}


def _name(author: str | Name) -> dict[str, str]:
    if isinstance(author, str):
        return {"literal": author}
    named: dict[str, str] = as_plain(author)
    return named


def _parts(day: date) -> list[int]:
    return [day.year, day.month, day.day]


def _issued(source: Source) -> list[int]:
    """Return year, month and day of publication as far as they are known."""
    text = str(source.issued)
    return _parts(source.issued_on) if len(text) > 7 else [int(part) for part in text.split("-")]
