"""Reads a web page that carries a letter, saved as text: two works, the page and the letter.

The letter begins at the last line before its salutation that is nothing but a date; what stands above is the
page.  The letter was published with the page, so the page's date is when it was issued.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from letterkit.archive.model import Block, Kind, Work
from letterkit.archive.paragraphs.classify import classify
from letterkit.archive.paragraphs.split import anchored, paragraphs
from letterkit.archive.raw.decode import decode

PAGE, LETTER = "page", "letter"
_DATE = r"[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}"
_DATELINE = re.compile(rf"^[^\S\n]*+({_DATE})[^\S\n]*+$", re.MULTILINE)
_DEAR = r"Dear\b[^\n]{0,120}|Your Excellency|Excellency"
_SALUTATION = re.compile(rf"^[^\S\n]*+(?:{_DEAR})[:,][^\S\n]*+$", re.MULTILINE)
_SUBJECT = re.compile(r"^[^\S\n]*+(?:Re|RE|Subject):[^\S\n]*+(\S[^\n]*)$", re.MULTILINE)


def is_letter_page(opening: str) -> bool:
    """Tell whether a document that opens so is a page with a letter."""
    begin = _letter_start(opening)
    return begin is not None and opening[:begin].strip() != ""


def read_letter_page(document: bytes) -> list[Work]:
    """Return the page and the letter."""
    text = decode(document)
    begin = _letter_start(text)
    if begin is None:
        return []
    page = _page(text[:begin])
    return [page, _letter(text, begin, page.issued)]


def _letter_start(text: str) -> int | None:
    salutation = _SALUTATION.search(text)
    if salutation is None:
        return None
    datelines = [line for line in _DATELINE.finditer(text, 0, salutation.start()) if _day(line[1])]
    return datelines[-1].start() if datelines else None


def _page(text: str) -> Work:
    headline, *rest = paragraphs(text) or [Block(Kind.PARAGRAPH, "")]
    blocks = [replace(headline, kind=Kind.HEADLINE), *_dates_kept(classify(rest))]
    printed = _DATELINE.search(text)
    return Work(PAGE, headline.text, _day(printed[1]) if printed else None, tuple(anchored(blocks, text)))


def _dates_kept(blocks: list[Block]) -> list[Block]:
    """Take back that a date alone, being short, looks like a heading."""
    return [replace(b, kind=Kind.PARAGRAPH) if _DATELINE.fullmatch(b.text) else b for b in blocks]


def _letter(text: str, begin: int, issued: datetime | date | None) -> Work:
    dateline, subject = _DATELINE.search(text, begin), _SUBJECT.search(text, begin)
    return Work(
        LETTER,
        subject[1].strip() if subject else "",
        issued,
        tuple(anchored(paragraphs(text[begin:]), text, begin)),
        dated=_day(dateline[1]) if dateline else None,
    )


def _day(text: str) -> date | None:
    for form in ("%B %d, %Y", "%d %B %Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 (a date has no time zone)
        except ValueError:
            continue
    return None
