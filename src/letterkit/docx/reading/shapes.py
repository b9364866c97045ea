"""Pictures that Word shows otherwise than they lie in the file, where a PDF would show all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.docx.reading import names, objects
from letterkit.docx.reading.findings import finding, quoted
from letterkit.docx.reading.package import Package
from letterkit.docx.xml import w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from letterkit.docx.reading.document import Document
    from letterkit.findings import Finding

_CROP: Final = f"{{{names.DRAWING}}}srcRect"
_PLACED: Final = f"{{{names.DRAWING}}}xfrm"
_IMAGE: Final = f"{{{names.SHAPE}}}imagedata"
_SIDES: Final = ("left", "top", "right", "bottom")
_ROUNDING: Final = 0.005
_UNITS: Final = (("%", 100), ("f", 65536), ("", 100_000))  # of a share; the last is that of DrawingML
_NOT_AT_ALL: Final = frozenset({"0", "false"})


def reshaped(data: bytes, document: Document) -> Iterator[Finding]:
    """Yield a finding for each picture of a file that is cropped, turned or mirrored."""
    package = Package(data)
    for part in dict.fromkeys((package.main, *(head.name for head in document.heads if head.shown))):
        root = package.tree(part)
        for element in () if root is None else _pictures(root):
            what = _how(element)
            if what:
                about = objects.alternative(element)
                words = f": {quoted(about)}" if about else ""
                hint = "change the picture itself, and insert it again as it is to look"
                yield finding("picture", "error", f"a picture is {what}{words}", 0, hint)


def _pictures(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements that draw pictures, without those for programs that cannot read the newer ones."""
    for element in root.iter(w("drawing"), w("pict")):
        if objects.kind(element) is None and next(element.iterancestors(names.FALLBACK), None) is None:
            yield element


def _how(element: etree._Element) -> str:
    """Return what Word does to a picture, or an empty string."""
    crops = (value for each in element.iter(_CROP) for value in each.attrib.values())
    cuts = (each.get(f"crop{side}", "0") for each in element.iter(_IMAGE) for side in _SIDES)
    if any(_share(str(value)) > _ROUNDING for value in (*crops, *cuts)):
        return "cropped, and what was cropped off is still in the file"
    ways = (each.get(name, "0") for each in element.iter(_PLACED) for name in ("rot", "flipH", "flipV"))
    return "" if set(ways) <= _NOT_AT_ALL else "turned or mirrored"


def _share(text: str) -> float:
    """Return how much of a side is cut off, 1 for all; less than nothing is room around it."""
    unit, whole = next((unit, whole) for unit, whole in _UNITS if text.endswith(unit))
    try:
        number = float(text.removesuffix(unit))
    except ValueError:
        return 1.0
    return number if "." in text and not unit else number / whole
