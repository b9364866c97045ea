"""Turns the bytes of a text document into characters; never guesses."""

from __future__ import annotations

import codecs
import re

from letterkit.errors import LetterkitError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like the mark of UTF-16, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_by_mark(document: bytes) -> str | None:
    """Return the encoding that a byte order mark tells of."""
    return next((name for mark, name in _MARKS if document.startswith(mark)), None)


def decode(document: bytes) -> str:
    """Decode by the byte order mark, else as UTF-8; line ends become line feeds."""
    encoding = encoding_by_mark(document) or "utf-8"
    try:
        text = document.decode(encoding)
    except UnicodeDecodeError as error:
        raise LetterkitError(
            f"the document is not {encoding.upper()} text: byte {error.start + 1} cannot be read",
            "archive the file as its publisher offers it, or save the text as UTF-8",
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def opening(document: bytes, size: int) -> str:
    """Decode the first bytes as well as it goes, for a look at what the document is."""
    encoding = encoding_by_mark(document) or "utf-8"
    return document[:size].decode(encoding, "replace").replace("\0", "")


# What browsers take these names for; they promise less than they use.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
}
_DECLARED = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"\A\s*<\?xml[^<>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
_FEW = 0.1  # share of odd letters up to which the letters of Western Europe are a fair reading


def decode_page(document: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode a web page as a browser does, and say what is doubtful; raises LetterkitError where all is."""
    marked = encoding_by_mark(document)
    match = _DECLARED.search(document, 0, 4096) or _XML_DECLARED.search(document, 0, 400)
    declared = None if marked else _codec(match[1].decode("ascii", "replace")) if match else None
    if declared in {"utf-16", "utf-16-le", "utf-16-be"}:  # it could not have been read if it were
        declared = "utf-8"
    if marked or declared in {None, "utf-8"}:
        text, remarks = decode_plain(document)
    else:
        text, remarks = document.decode(str(declared), "replace"), ()
    if "\ufffd" in text and "\ufffd".encode() not in document:
        remarks = (
            *remarks,
            f"some letters of the page cannot be read as {declared or 'UTF-8'}: compare them",
        )
    return text.replace("\r\n", "\n").replace("\r", "\n"), remarks


def decode_plain(document: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode a text that says nothing about its letters, and say what is doubtful.

    UTF-8 by its form, else Windows-1252 where only few letters are not plain; raises LetterkitError beyond.
    """
    marked = encoding_by_mark(document)
    try:
        return document.decode(marked or "utf-8"), ()
    except UnicodeDecodeError as error:
        plain = len(re.findall(rb"[A-Za-z]", document))
        odd = len(re.findall(rb"[\x80-\xff]", document))
        if marked or odd > _FEW * (plain + odd):
            raise LetterkitError(
                "the document does not say how its letters are encoded, and"
                f" {(marked or 'utf-8').upper()} it is not: byte {error.start + 1} cannot be read",
                "save it as UTF-8, or archive the file as its publisher offers it",
            ) from None
    said = "the document does not say how its letters are encoded; read as Windows-1252: compare the accents"
    return document.decode("cp1252", "replace"), (said,)


def _codec(name: str) -> str | None:
    """Return Python's name for an encoding as browsers understand it, None for an unknown one."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return None
    return _WIDER.get(found, found)
