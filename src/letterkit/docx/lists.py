"""The numbering of lists: each is a list of its own, and each that counts begins at 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.docx.xml import elements, w

if TYPE_CHECKING:
    from docx.document import Document
    from lxml import etree

    from letterkit.docx.styles import Styles
    from letterkit.letter.model import ListBlock

_STYLE: Final = {False: "List Bullet", True: "List Number"}
_RESTART: Final = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


class Lists:
    """Finds style and numbering for the lists of one document, in the order in which they stand."""

    def __init__(self, document: Document, styles: Styles) -> None:
        self._document = document
        self._styles = styles
        self._begun: set[bool] = set()

    def properties(self, block: ListBlock) -> tuple[str, str]:
        """Return a list's style by name, and the numbering that its items need beside that style.

        The first list of each kind needs none, so that a restyled indent shows where it mostly matters.
        """
        name = _STYLE[block.ordered]
        number = self._styles.number(name) if block.ordered in self._begun else None
        self._begun.add(block.ordered)
        if number is None:
            return name, ""
        own = _like(self._document.part.numbering_part.element, number)
        return name, f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{own}"/></w:numPr>'


def _like(numbering: etree._Element, number: str) -> int:
    """Add a numbering that looks like another and counts from 1; return its id."""
    nums = {num.get(w("numId"), "0"): num for num in numbering.iterfind(w("num"))}
    model = nums[number].find(w("abstractNumId"))
    kind = "" if model is None else model.get(w("val"), "")
    own = 1 + max(map(int, nums))
    fragment = f'<w:num w:numId="{own}"><w:abstractNumId w:val="{kind}"/>{_RESTART}</w:num>'
    list(nums.values())[-1].addnext(elements(fragment)[0])
    return own
