"""What a file is that cannot be read as a Word letter, said in one line with what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.errors import LetterkitError

if TYPE_CHECKING:
    from collections.abc import Iterable

SAVE_AS: Final = "Open it in Word, LibreOffice or Google Docs and save it as a Word document (.docx)."
AGAIN: Final = "Save the letter again in Word as .docx, or use an undamaged copy."
ONLY_SAFE: Final = "Use only files from people you trust; open and save this one in Word to get a clean copy."

_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UNPROTECT: Final = "Open it in Word, remove the password (File > Info > Protect Document), and save it."
# What an old compound file holds, by the names of its streams.
_STREAMS: Final = (
    ("EncryptedPackage", "The file is encrypted with a password", _UNPROTECT),
    ("WordDocument", "The file is an older Word document (.doc)", SAVE_AS),
    ("Workbook", "The file is an Excel workbook", SAVE_AS),
    ("PowerPoint Document", "The file is a PowerPoint presentation", SAVE_AS),
)
_STARTS: Final = (
    (b"%pdf", "The file is a PDF"),
    (b"{\\rtf", "The file is in Rich Text Format (.rtf)"),
    (b"<?mso", "The file is Word XML, not a DOCX"),
    (b"<?xml", "The file is bare XML, not a DOCX"),
    (b"<!doctype html", "The file is a web page"),
    (b"<html", "The file is a web page"),
)
# What a package says about its main part, and what `mimetype` says in packages of other kinds.
_KINDS: Final = (
    ("spreadsheetml", "The file is an Excel workbook"),
    ("ms-excel", "The file is an Excel workbook"),
    ("presentationml", "The file is a PowerPoint presentation"),
    ("ms-powerpoint", "The file is a PowerPoint presentation"),
    ("visio", "The file is a Visio drawing"),
    ("themeManager", "The file is an Office theme"),
    ("opendocument.text", "The file is an OpenDocument text (.odt)"),
    ("opendocument", "The file is an OpenDocument file"),
    ("epub", "The file is an e-book (.epub)"),
)


def damaged(what: str) -> LetterkitError:
    """Return the refusal of a file that is broken, or cut short."""
    return LetterkitError(f"The file is damaged: {what}.", AGAIN)


def hostile(what: str) -> LetterkitError:
    """Return the refusal of a file that no honest program makes."""
    return LetterkitError(f"The file is not safe to read: {what}.", ONLY_SAFE)


def oversized(what: str) -> LetterkitError:
    """Return the refusal of a file far larger than any letter, by chance or on purpose."""
    return LetterkitError(
        f"The file is too large to be a letter: {what}.",
        "Check that it is the letter; if it is, open it in Word, take large pictures out, and save it.",
    )


def refuse_unpacked(data: bytes) -> None:
    """Raise LetterkitError, saying what the file is, unless it begins as a package does."""
    if data.startswith(b"PK"):
        return
    if not data:
        raise damaged("it is empty")
    if data.startswith(_OLD):
        raise _old(data)
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:20].lower()
    for sign, what in _STARTS:
        if start.startswith(sign):
            raise LetterkitError(f"{what}.", SAVE_AS)
    raise LetterkitError("The file is not a Word document (.docx).", SAVE_AS)


def _old(data: bytes) -> LetterkitError:
    for stream, what, hint in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return LetterkitError(f"{what}.", hint)
    return LetterkitError("The file is an older Office file, not a DOCX.", SAVE_AS)


def refuse_other(kinds: Iterable[str]) -> LetterkitError:
    """Return the refusal of a package that is no Word document, by what it says of itself."""
    said = " ".join(kinds)
    for sign, what in _KINDS:
        if sign in said:
            return LetterkitError(f"{what}, not a Word document.", SAVE_AS)
    return LetterkitError("The file is a package of files, but not a Word document.", SAVE_AS)
