"""Reads a PDF report: text in reading order with its pages, notes apart, and what it says about itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

from letterkit.archive.about.names import index_number, language_tag, person_names, printed_days
from letterkit.archive.model import About, Block, Page, Work
from letterkit.archive.paragraphs.classify import refine
from letterkit.archive.pdf.columns import in_order
from letterkit.archive.pdf.furniture import furniture, printed_numbers
from letterkit.archive.pdf.hyphens import Hyphens
from letterkit.archive.pdf.paragraphs import blocks, body_size, joined_over_pages, paragraphs
from letterkit.archive.pdf.rows import Line, lines_of
from letterkit.archive.pdf.words import UNREADABLE, page_words
from letterkit.errors import LetterkitError

MOST_PAGES = 3000
_Progress = Callable[[int, int], None]
_NO_TITLES = re.compile(
    r"microsoft (?:word|powerpoint)\b.*|untitled.*|.*\.(?:docx?|pdf|indd|pptx?|rtf|qxd|odt)|document\d*|\W*",
    re.IGNORECASE,
)


def read_pdf(document: bytes, progress: _Progress | None = None) -> list[Work]:
    """Return the report; raises LetterkitError when it is locked, broken, without end or without text."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(document)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(error) from None
    try:
        lines = list(_pages(pdf, progress))
        return [_work(pdf, lines)]
    finally:
        pdf.close()


def _unreadable(error: Exception) -> LetterkitError:
    if "password" in str(error).lower():
        return LetterkitError(
            "the PDF is locked with a password", "unlock it, or ask its publisher for an open copy"
        )
    return LetterkitError("the PDF is broken: its pages cannot be found", "get it again from its publisher")


def _pages(pdf: Any, progress: _Progress | None) -> Iterator[list[Line]]:
    """Yield the lines of each page in reading order."""
    import pypdfium2

    count = len(pdf)
    if count > MOST_PAGES:
        raise LetterkitError(
            f"the PDF has {count:,} pages; more than {MOST_PAGES:,} are not read",
            "save the chapters you need",
        )
    for number in range(count):
        try:
            page = pdf[number]
        except pypdfium2.PdfiumError:
            yield []
            continue
        try:
            yield in_order(lines_of(page_words(page)))
        finally:
            page.close()
        if progress is not None:
            progress(number + 1, count)


def _work(pdf: Any, lines: list[list[Line]]) -> Work:
    if not any(lines):
        raise LetterkitError(
            "the PDF holds no text, only pictures of it", "run text recognition over it, and add the result"
        )
    size = body_size(lines)
    edges = furniture(lines, size)
    printed = printed_numbers(
        [[line for line in page if id(line) in edge] for page, edge in zip(lines, edges, strict=True)],
        [_label(pdf, number) for number in range(len(lines))],
    )
    language = language_tag(_language(pdf))
    pages = [
        paragraphs(page, Page(number, label), size, edge)
        for number, (page, label, edge) in enumerate(zip(lines, printed, edges, strict=True), 1)
    ]
    hyphens = Hyphens((line.text for page in lines for line in page), language)
    found = refine(list(blocks(joined_over_pages(pages), hyphens)))
    data = pdf.get_metadata_dict()
    title = " ".join(data.get("Title", "").split())
    return Work(
        None,
        "" if _NO_TITLES.fullmatch(title) else title,
        None,
        tuple(found),
        about=_about(data, lines, found, language),
    )


def _about(data: dict[str, str], lines: list[list[Line]], found: list[Block], language: str | None) -> About:
    ends = [line.text for page in [*lines[:2], *lines[2:][-2:]] for line in page]
    return About(
        authors=person_names(re.split(r"\s*;\s*|\s+and\s+", data.get("Author", ""))),
        language=language,
        number=index_number([" ".join(line.text for line in page) for page in [*lines[:2], *lines[2:][-2:]]]),
        likely_title=_largest(lines[0]) if lines else None,
        seen_dates=printed_days(ends),
        remarks=tuple(_remarks(lines, found)),
        doubts=tuple(_doubts(data)),
    )


def _doubts(data: dict[str, str]) -> Iterator[str]:
    made = _moment(data.get("CreationDate", ""))
    if made:
        yield f"the file was made on {made.date().isoformat()}; that is not the day on which it was published"


def _remarks(lines: list[list[Line]], found: list[Block]) -> Iterator[str]:
    empty = [number for number, page in enumerate(lines, 1) if not page]
    if empty:
        yield f"{_listed(empty)} of {len(lines)} pages hold no text, perhaps pictures of it"
    strange = sum(block.text.count(UNREADABLE) for block in found)
    if strange > 3:
        yield f"{strange} characters have no letter behind them: compare what you quote with the page"


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers[:8])) + (" …" if len(numbers) > 8 else "")


def _largest(lines: list[Line]) -> str | None:
    """Return what the first page prints largest, if that is a title's length."""
    if not lines:
        return None
    size = max((line.size for line in lines if re.search(r"\w{3}", line.text)), default=0.0)
    text = " ".join(" ".join(line.text for line in lines if line.size > 0.95 * size).split())
    return text if 8 <= len(text) <= 250 else None


def _label(pdf: Any, number: int) -> str:
    label: str = pdf.get_page_label(number)
    return label.strip()


def _language(pdf: Any) -> str:
    from ctypes import c_ushort

    from pypdfium2 import raw

    buffer = (c_ushort * 32)()
    units = raw.FPDFCatalog_GetLanguage(pdf.raw, buffer, len(buffer)) // 2  # with a zero at the end
    return "".join(map(chr, buffer[: max(units - 1, 0)])) if units <= len(buffer) else ""


def _moment(text: str) -> datetime | None:
    """Read a date as PDF writes it: `D:20210114120000+01'00'`."""
    match = re.match(r"D?:?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?(?:([+-])(\d\d)'?(\d\d))?", text)
    if match is None:
        return None
    hour, minute, second = (int(match[number] or 0) for number in (4, 5, 6))
    offset = timedelta(hours=int(match[8] or 0), minutes=int(match[9] or 0))
    try:
        zone = timezone(-offset if match[7] == "-" else offset)
        return datetime(int(match[1]), int(match[2]), int(match[3]), hour, minute, second, tzinfo=zone)
    except ValueError:
        return None
