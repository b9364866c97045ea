"""What stands in a text without being text: pictures, drawings, text boxes, embedded files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from letterkit.docx.reading import names
from letterkit.docx.reading.names import whole
from letterkit.docx.xml import RELATIONS, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from letterkit.docx.reading.package import Package

BOX: Final = w("txbxContent")
_BLIP: Final = f"{{{names.DRAWING}}}blip"
_GRAPHIC: Final = f"{{{names.DRAWING}}}graphicData"
_ABOUT: Final = f"{{{names.PLACED_DRAWING}}}docPr"
_IMAGE: Final = f"{{{names.SHAPE}}}imagedata"
_SHAPES: Final = f"{{{names.SHAPE}}}*"
_WORDART: Final = f"{{{names.SHAPE}}}textpath"
_OLE: Final = f"{{{names.OFFICE}}}OLEObject"
_LINKS: Final = tuple(f"{{{RELATIONS}}}{name}" for name in ("embed", "link", "id", "href"))
# What the address of a drawing's kind ends in, and what it is.
_KINDS: Final = (
    ("/picture", "picture", "a picture"),
    ("/chart", "drawing", "a chart"),
    ("/chartex", "drawing", "a chart"),
    ("/diagram", "drawing", "a diagram"),
)
_EXTENT: Final = f"{{{names.PLACED_DRAWING}}}extent"
_EMU: Final = 12700  # English metric units in a point
_LENGTH: Final = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*(\d{1,5}(?:\.\d{1,5})?)(pt|in|px|cm|mm)")
_HIDDEN: Final = re.compile(r"(?:^|;)\s*(?:visibility\s*:\s*hidden|display\s*:\s*none)")
_POINTS: Final = {"pt": 1.0, "in": 72.0, "px": 0.75, "cm": 72 / 2.54, "mm": 72 / 25.4}


def texts(element: etree._Element) -> str:
    """Return the characters of all runs in an element, one space between paragraphs."""
    paragraphs = list(element.iter(w("p"))) or [element]
    return " ".join("".join(each.text or "" for each in one.iter(w("t"))) for one in paragraphs).strip()


def kind(element: etree._Element) -> tuple[str, str, str] | None:
    """Return rule, name and words of a drawing, a shape or an object; None where it is only a picture."""
    if element.tag == w("object"):
        program = next((each.get("ProgID", "") for each in element.iter(_OLE)), "")
        return (
            "embedded-object",
            f"an embedded object{f' ({program[:40]})' if program else ''}",
            texts(element),
        )
    if next(element.iter(BOX), None) is not None:
        return "text-box", "a text box", texts(element)
    wordart = next((each.get("string", "") for each in element.iter(_WORDART)), "")
    if wordart:
        return "drawing", "WordArt", wordart
    return None if _is_picture(element) else _drawing(element)


def _is_picture(element: etree._Element) -> bool:
    graphic = next(element.iter(_GRAPHIC), None)
    if graphic is not None:
        return graphic.get("uri", "").endswith("/picture")
    return next(element.iter(_IMAGE), None) is not None


def _drawing(element: etree._Element) -> tuple[str, str, str]:
    graphic = next(element.iter(_GRAPHIC), None)
    uri = "" if graphic is None else graphic.get("uri", "")
    found = ((rule, name) for ending, rule, name in _KINDS if uri.endswith(ending))
    rule, name = next(found, ("drawing", "a drawing"))
    return rule, name, alternative(element)


def alternative(element: etree._Element) -> str:
    """Return the text that stands for a drawing, as its author wrote it."""
    described = (each.get("descr") or each.get("title") or "" for each in element.iter(_ABOUT))
    shaped = (each.get("alt", "") for each in element.iter(_SHAPES))
    return next((text for text in (*described, *shaped) if text), "")


def hidden(element: etree._Element) -> bool:
    """Tell whether a drawing is one that Word does not show."""
    switched = any(each.get("hidden", "0") in {"1", "true", "on"} for each in element.iter(_ABOUT))
    return switched or any(_HIDDEN.search(each.get("style", "")) for each in element.iter(_SHAPES))


def pictures(element: etree._Element, part: str, package: Package) -> Iterator[bytes]:
    """Yield the bytes of each picture in a drawing; none where it is elsewhere or too large."""
    relations = package.relations(part)
    for blip in element.iter(_BLIP, _IMAGE):
        relation = next((relations[key] for name in _LINKS if (key := blip.get(name, "")) in relations), None)
        if relation is None or relation.external:
            yield b""
        else:
            yield package.bytes_of(relation.target)


def size(element: etree._Element) -> tuple[float, float]:
    """Return width and height of a drawing in points, zeros where it does not say them."""
    for extent in element.iter(_EXTENT):
        sides = whole(extent.get("cx")), whole(extent.get("cy"))
        if sides[0] and sides[1]:
            return sides[0] / _EMU, sides[1] / _EMU
    for shape in element.iter(_SHAPES):
        found = _LENGTH.findall(shape.get("style", ""))
        lengths = {name: float(number) * _POINTS[unit] for name, number, unit in found}
        if {"width", "height"} <= lengths.keys():
            return lengths["width"], lengths["height"]
    return 0.0, 0.0
