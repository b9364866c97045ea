"""The table of readers: how the bytes of each kind of document become works."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from letterkit.archive.flatfeed import is_flat_feed, read_flat_feed
from letterkit.archive.letterpage import is_letter_page, read_letter_page
from letterkit.archive.mask import masked
from letterkit.archive.model import Work
from letterkit.errors import LetterkitError
from letterkit.findings import did_you_mean

_OPENING = 65536


@dataclass(frozen=True)
class Reader:
    """`accepts` judges by the opening of a document, decoded as well as it goes; `read` takes all of it."""

    accepts: Callable[[str], bool]
    read: Callable[[bytes], list[Work]]


# Asked in this order when the kind of a document is not given.
READERS: Mapping[str, Reader] = {
    "flat-feed": Reader(is_flat_feed, read_flat_feed),
    "letter-page": Reader(is_letter_page, read_letter_page),
}


def sniff(document: bytes) -> str | None:
    """Return the kind of a document, or None when no reader accepts it."""
    opening = document[:_OPENING].decode("utf-8", "replace")
    return next((kind for kind, reader in READERS.items() if reader.accepts(opening)), None)


def read(document: bytes, kind: str | None = None) -> list[Work]:
    """Return the works of a document, masked; `kind` is a key of READERS, sniffed when not given.

    Raises LetterkitError when the kind is unknown or no work is found.
    """
    name = kind or sniff(document)
    if name is None:
        raise LetterkitError("no reader knows this document", f"readers: {', '.join(READERS)}")
    if name not in READERS:
        hint = did_you_mean(name, READERS) or f"readers: {', '.join(READERS)}"
        raise LetterkitError(f"there is no reader '{name}'", hint)
    works = READERS[name].read(document)
    if not works:
        raise LetterkitError(f"no work was found in the document, read as {name}", "is it of another kind?")
    return [masked(work) for work in works]


def works(document: bytes, kind: str | None = None) -> dict[str | None, Work]:
    """Return the works of a document by their item; of two with the same item the first counts."""
    found: dict[str | None, Work] = {}
    for work in read(document, kind):
        found.setdefault(work.item, work)
    return found
