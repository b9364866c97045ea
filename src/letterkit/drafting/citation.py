"""How a note cites a source: the house style, full at first and short after."""

from __future__ import annotations

from letterkit.letter.model import Inline, Link, Text
from letterkit.library.edtf import long_date, printed
from letterkit.library.model import Source

# CSL types whose title stands in italics; the others stand in quotation marks.
_ITALIC = {"book", "report", "legislation", "treaty", "thesis", "dataset"}

_INNER_QUOTES = str.maketrans("“”", "‘’")  # inside a title that stands in quotation marks itself


def full(source: Source) -> list[Inline]:
    """Return `Organisation, “Title,” kind where it matters, date, address` without the final stop."""
    parts: list[Inline] = [Text(f"{source.by}, "), *_title(source.title, source.type)]
    parts.append(Text(f" {_kind(source)}{_date(source)}"))
    if source.url:
        parts += [Text(", "), Link(source.url, (Text(source.url),))]
    return parts


def short(source: Source) -> list[Inline]:
    """Return the stable short form for repeats; never “ibid.”."""
    if source.recipient:
        surname = source.recipient.split()[-1]
        return [Text(f"{source.by}, letter to {surname}, {_plain_date(source)}")]
    title = source.title_short or source.title
    return [Text(f"{source.by}, "), *_title(title, source.type), Text(f" {_plain_date(source)}")]


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
        return f"{long_date(source.dated)}, published {_issued(source)}"
    return _plain_date(source)


def _plain_date(source: Source) -> str:
    return long_date(source.dated) if source.dated else _issued(source)


def _issued(source: Source) -> str:
    """Return the day, month or year of publication as far as it is known."""
    span = source.issued_span
    return printed(span).replace(" ", "\u00a0") if span else "date unknown"
