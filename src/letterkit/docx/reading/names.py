"""The names of elements and attributes in Word files, and the values that such files give to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.docx.xml import COMPATIBILITY, RELATIONS, WORD_2012, w

if TYPE_CHECKING:
    from lxml import etree

DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
PLACED_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
MATH: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
SHAPE: Final = "urn:schemas-microsoft-com:vml"
OFFICE: Final = "urn:schemas-microsoft-com:office:office"
WORD_2010: Final = "http://schemas.microsoft.com/office/word/2010/"

# What the strict form of the standard calls its namespaces, and what all else calls them.
STRICT: Final = "http://purl.oclc.org/ooxml/"
LAX: Final = "http://schemas.openxmlformats.org/"
_YEARS: Final = {
    "wordprocessingml/main": "wordprocessingml/2006/main",
    "officeDocument/relationships": "officeDocument/2006/relationships",
    "officeDocument/math": "officeDocument/2006/math",
    "drawingml/main": "drawingml/2006/main",
    "drawingml/picture": "drawingml/2006/picture",
    "drawingml/wordprocessingDrawing": "drawingml/2006/wordprocessingDrawing",
}

# Namespaces whose alternatives we can read: shapes with text, and what newer Word adds to old elements.
UNDERSTOOD: Final = frozenset(
    {
        SHAPE,
        f"{WORD_2010}wordprocessingShape",
        f"{WORD_2010}wordprocessingGroup",
        f"{WORD_2010}wordprocessingCanvas",
        f"{WORD_2010}wordprocessingDrawing",
        f"{WORD_2010}wordml",
        WORD_2012,
    }
)

ALTERNATE: Final = f"{{{COMPATIBILITY}}}AlternateContent"
CHOICE: Final = f"{{{COMPATIBILITY}}}Choice"
FALLBACK: Final = f"{{{COMPATIBILITY}}}Fallback"
RELATION_ID: Final = f"{{{RELATIONS}}}id"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_OFF: Final = frozenset({"0", "false", "off"})
_VALUE: Final = w("val")


def transitional(root: etree._Element) -> etree._Element:
    """Give the elements of a strict file the names that all other files use, and return them."""
    if STRICT in "".join(map(str, root.nsmap.values())):
        for element in root.iter():
            element.tag = _renamed(str(element.tag))
            for name in map(str, list(element.attrib)):
                if name.startswith(f"{{{STRICT}"):
                    element.set(_renamed(name), element.attrib.pop(name))
    return root


def _renamed(name: str) -> str:
    space, _, local = name.rpartition("}")
    if not space.startswith(f"{{{STRICT}"):
        return name
    path = space.removeprefix(f"{{{STRICT}")
    return f"{{{LAX}{_YEARS.get(path, path)}}}{local}"


def value(element: etree._Element | None, default: str = "") -> str:
    """Return the `val` of an element that may be absent."""
    return default if element is None else element.get(_VALUE, default)


def on(element: etree._Element | None) -> bool | None:
    """Return what a switch says, None where it is absent; one without a value is on."""
    return None if element is None else element.get(_VALUE, "1").lower() not in _OFF


def whole(text: str | None) -> int | None:
    """Return text as a number, None where it is none."""
    try:
        return int(text or "")
    except ValueError:
        return None
