"""The flow of one part in one view: from its elements, in document order, to paragraphs of pieces.

Nothing here is recursive, so that no file can nest too deep; what an element does stands in three tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from letterkit.docx.reading import ranges, runs, structure
from letterkit.docx.reading.names import ALTERNATE, CHOICE, FALLBACK, MATH, UNDERSTOOD
from letterkit.docx.reading.state import State
from letterkit.docx.xml import w

if TYPE_CHECKING:
    from letterkit.docx.reading.pieces import Para

_STARTS: Final = structure.STARTS | ranges.STARTS | runs.STARTS
_ENDS: Final = structure.ENDS | ranges.ENDS | runs.ENDS
_SKIPPED: Final = frozenset(
    w(tag)
    for tag in ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr",
                "rubyPr", "rt", "smartTagPr", "customXmlPr")
) | {f"{{{MATH}}}{tag}" for tag in ("ctrlPr", "rPr")}  # fmt: skip


def read(root: etree._Element, state: State, place: int = 0) -> list[Para]:
    """Return the paragraphs in an element; `place` is where a part other than the body belongs."""
    first = len(state.paragraphs)
    state.begin(place)
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = str(element.tag)
        if event == "end":
            if tag in _ENDS:
                _ENDS[tag](state, element)
        elif tag in _SKIPPED or _is_other(element):
            walker.skip_subtree()
            _count(element, tag, state)
        elif tag in _STARTS:
            _STARTS[tag](state, element)
    state.end()
    return state.paragraphs[first:]


def _count(element: etree._Element, tag: str, state: State) -> None:
    """Count the paragraphs of an alternative that is not read, since places are those of the whole part."""
    if state.part == "body" and tag not in _SKIPPED:
        state.counted += sum(1 for _ in element.iter(w("p")))


def _is_other(element: etree._Element) -> bool:
    """Tell whether an element is an alternative that we do not read."""
    if element.tag not in {CHOICE, FALLBACK}:
        return False
    parent = element.getparent()
    return parent is not None and parent.tag == ALTERNATE and _chosen(parent) is not element


def _chosen(alternatives: etree._Element) -> etree._Element | None:
    """Return the alternative to read: the first that asks for nothing unknown, else the fallback."""
    for child in alternatives:
        if child.tag == FALLBACK:
            return child
        wanted = child.get("Requires", "").split()
        if child.tag == CHOICE and {child.nsmap.get(each) for each in wanted} <= UNDERSTOOD:
            return child
    return next(iter(alternatives), None)
