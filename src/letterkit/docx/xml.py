"""The XML of a Word document as text: its names, its escapes, its safe parser.  Knows no letter.

Fragments are plain strings with the prefixes of `NAMES`; whatever comes from outside passes `escape`.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import Final

from lxml import etree

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_2012: Final = "http://schemas.microsoft.com/office/word/2012/wordml"
COMPATIBILITY: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"

# Whom Word names as the author of our comments.
AUTHOR: Final = "letterkit"
INITIALS: Final = "LK"

HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMES: Final = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}" xmlns:w15="{WORD_2012}" '
    f'xmlns:mc="{COMPATIBILITY}" mc:Ignorable="w15"'
)

# What a damaged package or part may raise while it is read.
DAMAGE: Final = (
    EOFError,
    KeyError,  # a file that others point to is missing
    RuntimeError,  # encrypted, packed in an unknown way, nested too deep
    ValueError,
    etree.XMLSyntaxError,
    zipfile.BadZipFile,
    zlib.error,
)

# What XML 1.0 cannot hold, and the carriage return, which it cannot hold unchanged.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def w(tag: str) -> str:
    """Return the full name of a WordprocessingML element or attribute."""
    return f"{{{WORD}}}{tag}"


def escape(text: str) -> str:
    """Return text as character data, good in elements and in double-quoted attributes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def unprintable(text: str) -> re.Match[str] | None:
    """Find the first character that no XML can hold."""
    return _UNPRINTABLE.search(text)


def parse(data: bytes | str) -> etree._Element:
    """Parse XML that may come from a stranger: no entities, no network, no huge trees."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def elements(fragment: str) -> list[etree._Element]:
    """Return the top elements of a fragment, ready to be put into a document."""
    return list(parse(f"<w:body {NAMES}>{fragment}</w:body>"))


def part(tag: str, content: str) -> bytes:
    """Return the bytes of a part with one root element."""
    return f"{HEAD}<{tag} {NAMES}>{content}</{tag}>".encode()
