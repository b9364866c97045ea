"""Tracked changes: what was inserted, deleted, moved or formatted, by whom and where, in either view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.docx.reading.document import Change
from letterkit.docx.xml import w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from letterkit.docx.reading.document import ChangeKind, Part

_KINDS: Final[dict[str, ChangeKind]] = {
    w("ins"): "insertion",
    w("del"): "deletion",
    w("moveFrom"): "move-from",
    w("moveTo"): "move-to",
    w("cellIns"): "insertion",
    w("cellDel"): "deletion",
    w("cellMerge"): "format",
    w("numberingChange"): "format",
    **dict.fromkeys(
        map(w, ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange",
                "trPrChange", "tcPrChange")),
        "format",
    ),
}  # fmt: skip
# What a change is about, by the element that it stands in; else it is about text.
_ABOUT: Final = {
    w("trPr"): "row",
    w("tcPr"): "cell",
    w("numPr"): "numbering",
    w("pPr"): "paragraph",
    w("sectPr"): "section",
    w("tblPr"): "table",
    w("tblGrid"): "table",
}
_TEXT: Final = (w("t"), w("delText"))


def changes(root: etree._Element, part: Part) -> Iterator[Change]:
    """Yield the changes in a part, in its order; places are counted in the body alone."""
    place = 0
    for element in root.iter(w("p"), *_KINDS):
        if element.tag == w("p"):
            place += part == "body"
            continue
        parent = element.getparent()
        about = "" if parent is None else _about(parent)
        yield Change(
            _KINDS[str(element.tag)],
            about,
            element.get(w("author"), ""),
            element.get(w("date"), ""),
            _text(element, parent),
            place,
            part,
        )


def _about(parent: etree._Element) -> str:
    """Return what a change is about; in the properties of characters it may be the end of a paragraph."""
    if parent.tag == w("rPr"):
        outer = parent.getparent()
        return "paragraph" if outer is not None and outer.tag == w("pPr") else "text"
    return _ABOUT.get(str(parent.tag), "text")


def _text(element: etree._Element, parent: etree._Element | None) -> str:
    """Return the characters that a change covers: its own, or those of the run whose look it changed."""
    whole = element if len(element) and not str(element.tag).endswith("Change") else None
    if whole is None and parent is not None and parent.tag == w("rPr"):
        whole = parent.getparent()
    return "" if whole is None else "".join(each.text or "" for each in whole.iter(*_TEXT))
