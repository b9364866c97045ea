"""The table of readers: how the bytes of each kind of document become works."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from letterkit.archive.mask import masked
from letterkit.archive.model import Work
from letterkit.archive.raw import openings
from letterkit.archive.raw.decode import opening
from letterkit.archive.text.flatfeed import is_flat_feed, read_flat_feed
from letterkit.archive.text.letterpage import is_letter_page, read_letter_page
from letterkit.errors import LetterkitError
from letterkit.findings import did_you_mean

Progress = Callable[[int, int], None]
_OPENING = 65536
_LARGE = 1 << 20


@dataclass(frozen=True)
class Reader:
    """`accepts` judges by the opening of a document, decoded as well as it goes; `read` takes all of it.

    What is parsed by code of others is read `apart`, in a process with limits, and so is whatever is large;
    `read` may tell how many pages of how many are done.  `suffix` ends the names of such documents, `called`
    is the word for one.
    """

    accepts: Callable[[str], bool]
    read: Callable[[bytes, Progress], list[Work]]
    called: str
    suffix: str
    apart: bool = True
    megabytes: int = 32  # the most that a document may have


def _silent(_done: int, _of: int) -> None:
    """Tell nobody how far the reading is."""


def _pdf(document: bytes, progress: Progress) -> list[Work]:
    from letterkit.archive.pdf.read import read_pdf

    return read_pdf(document, progress)


def _docx(document: bytes, _: Progress) -> list[Work]:
    from letterkit.archive.docx.read import read_docx

    return read_docx(document)


def _feed(document: bytes, _: Progress) -> list[Work]:
    from letterkit.archive.web.feed import read_feed

    return read_feed(document)


def _page(document: bytes, _: Progress) -> list[Work]:
    from letterkit.archive.web.page import read_page

    return read_page(document)


def _text(document: bytes, _: Progress) -> list[Work]:
    from letterkit.archive.text.plain import read_text

    return read_text(document)


# Asked in this order when the kind of a document is not given.
READERS: Mapping[str, Reader] = {
    "pdf": Reader(openings.is_pdf, _pdf, "PDF", "pdf", megabytes=128),
    "docx": Reader(openings.is_docx, _docx, "Word document", "docx"),
    "feed": Reader(openings.is_feed, _feed, "feed", "xml"),
    "html": Reader(openings.is_page, _page, "web page", "html"),
    "flat-feed": Reader(
        is_flat_feed, lambda document, _: read_flat_feed(document), "feed as text", "txt", apart=False
    ),
    "letter-page": Reader(
        is_letter_page,
        lambda document, _: read_letter_page(document),
        "web page with a letter",
        "txt",
        apart=False,
        megabytes=8,
    ),
    "text": Reader(openings.is_text, _text, "text", "txt", apart=False, megabytes=8),
}


def sniff(document: bytes) -> str | None:
    """Return the kind of a document, or None when no reader accepts it."""
    opens = opening(document, _OPENING)
    return next((kind for kind, reader in READERS.items() if reader.accepts(opens)), None)


def read(document: bytes, kind: str | None = None, progress: Progress | None = None) -> list[Work]:
    """Return the works of a document, masked; `kind` is a key of READERS, sniffed when not given.

    `progress` is told how many pages of how many are read.  Raises LetterkitError when the kind is unknown,
    the document is too large or broken, or no work is found.
    """
    name = kind or sniff(document)
    if name is None:
        hint = openings.what_else(opening(document, 256)) or f"readers: {', '.join(READERS)}"
        raise LetterkitError("no reader knows this document", hint)
    if name not in READERS:
        hint = did_you_mean(name, READERS) or f"readers: {', '.join(READERS)}"
        raise LetterkitError(f"there is no reader '{name}'", hint)
    reader = READERS[name]
    if len(document) > reader.megabytes << 20:
        size = f"the document has {len(document) >> 20} MB; {reader.megabytes} MB are the most"
        raise LetterkitError(size, "archive a part of it")
    works = _works(name, document, progress)
    if not works:
        raise LetterkitError(f"no work was found in the document, read as {name}", "is it of another kind?")
    return works


def _works(kind: str, document: bytes, progress: Progress | None) -> list[Work]:
    reader = READERS[kind]
    if not reader.apart and len(document) < _LARGE:
        return [masked(work) for work in reader.read(document, progress or _silent)]
    from letterkit.archive.reading.guard import read_apart

    return read_apart(document, kind, progress)


def works(document: bytes, kind: str | None = None) -> dict[str | None, Work]:
    """Return the works of a document by their item; of two with the same item the first counts."""
    found: dict[str | None, Work] = {}
    for work in read(document, kind):
        found.setdefault(work.item, work)
    return found
