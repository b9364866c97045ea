"""Pins a source to its original: one digest of the bytes, one of the text that is read out of them."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256 as _sha256

from letterkit.archive.model import Work
from letterkit.errors import LetterkitError
from letterkit.findings import did_you_mean


@dataclass(frozen=True)
class Pins:
    """What `originals` in facts/sources/ records."""

    sha256: str
    text_sha256: str


def sha256(document: bytes) -> str:
    """Return the digest of the archived bytes."""
    return _sha256(document).hexdigest()


def text_sha256(work: Work) -> str:
    """Return the digest of the quotable text as handed out: it changes when the reader reads differently."""
    return _sha256(work.text.encode()).hexdigest()


def pins(document: bytes, item: str | None = None, kind: str | None = None) -> Pins:
    """Return both digests for an item of a document; raises LetterkitError when there is no such item."""
    from letterkit.archive.reading.readers import works

    found = works(document, kind)
    if item not in found:
        known = [str(name) for name in found]
        hint = did_you_mean(str(item), known) or f"items: {', '.join(known)}"
        raise LetterkitError(f"the document has no item {item}", hint)
    return Pins(sha256(document), text_sha256(found[item]))
