"""How a note cites a source: the house style, full at first and short after, and CSL-JSON."""

from __future__ import annotations

from typing import Any

from letterkit.letter.model import Inline, Link, Text
from letterkit.library.edtf import long_date
from letterkit.library.model import Source

# CSL types whose title stands in italics; the others stand in quotation marks.
_ITALIC = {"book", "report", "legislation", "treaty", "thesis", "dataset"}

_INNER_QUOTES = str.maketrans("“”", "‘’")  # inside a title that stands in quotation marks itself


def full(source: Source) -> list[Inline]:
    """Return `Organisation, “Title,” kind where it matters, date, address` without the final stop."""
    parts: list[Inline] = [Text(f"{source.publisher}, "), *_title(source.title, source.type)]
    parts.append(Text(f" {_kind(source)}{_date(source)}"))
    if source.url:
        parts += [Text(", "), Link(source.url, (Text(source.url),))]
    return parts


def short(source: Source) -> list[Inline]:
    """Return the stable short form for repeats; never “ibid.”."""
    if source.recipient:
        surname = source.recipient.split()[-1]
        return [Text(f"{source.publisher}, letter to {surname}, {_plain_date(source)}")]
    title = source.title_short or source.title
    return [Text(f"{source.publisher}, "), *_title(title, source.type), Text(f" {_plain_date(source)}")]


def _title(title: str, kind: str) -> list[Inline]:
    if kind in _ITALIC:
        return [Text(title, italic=True), Text(",")]
    title = title.translate(_INNER_QUOTES)
    if title.endswith(("?", "!", "?’", "!’")):
        return [Text(f"“{title}”")]
    if title.endswith("’"):
        return [Text(f"“{title[:-1]},’”")]
    return [Text(f"“{title},”")]


def _kind(source: Source) -> str:
    return f"letter to {source.recipient}, " if source.recipient else ""


def _date(source: Source) -> str:
    if source.dated and source.dated != source.issued_on:
        return f"{long_date(source.dated)}, published {long_date(source.issued_on)}"
    return _plain_date(source)


def _plain_date(source: Source) -> str:
    return long_date(source.printed_date)


def csl(source: Source) -> dict[str, Any]:
    """Return the source as CSL-JSON, with nothing guessed: what is unknown is left out."""
    item: dict[str, Any] = {
        "id": source.id,
        "type": source.type,
        "title": source.title,
        "author": [{"literal": name} for name in source.author or (source.publisher,)],
        "publisher": source.publisher,
        "issued": {"date-parts": [_parts(source)]},
    }
    optional = {
        "title-short": source.title_short,
        "container-title": source.container_title,
        "genre": source.genre,
        "number": source.number,
        "language": source.language,
        "URL": source.url,
    }
    item.update({key: value for key, value in optional.items() if value})
    if source.recipient:
        item["recipient"] = [{"literal": source.recipient}]
    accessed = [original.accessed for original in source.originals if original.accessed]
    if accessed:
        item["accessed"] = {"date-parts": [[accessed[-1].year, accessed[-1].month, accessed[-1].day]]}
    return item


def _parts(source: Source) -> list[int]:
    day = source.issued_on
    return [day.year, day.month, day.day]
