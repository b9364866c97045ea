"""Turns the bytes of a text document into characters; never guesses."""

from __future__ import annotations

import codecs

from letterkit.errors import LetterkitError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(document: bytes) -> str:
    """Decode by the byte order mark, else as UTF-8; line ends become line feeds."""
    encoding = next((name for mark, name in _MARKS if document.startswith(mark)), "utf-8")
    try:
        text = document.decode(encoding)
    except UnicodeDecodeError as error:
        raise LetterkitError(
            f"the document is not {encoding.upper()} text: byte {error.start + 1} cannot be read",
            "archive the file as its publisher offers it, or save the text as UTF-8",
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
