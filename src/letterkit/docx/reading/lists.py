"""The marks of the paragraphs that stand in lists: by their numbering, else by the name of their style."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from letterkit.docx.reading.document import Item
from letterkit.docx.reading.numbering import Numbering

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from letterkit.docx.reading.pieces import Para

_STYLE: Final = re.compile(r"list (bullet|number)(?: ([2-5]))?")


def items(paragraphs: Iterable[Para], root: etree._Element | None) -> Iterator[Item | None]:
    """Yield the mark of each paragraph in the order of the page, None for those in no list."""
    numbering = Numbering(root)
    for paragraph in paragraphs:
        if paragraph.numbering is None:
            yield _styled(paragraph)
        else:
            yield numbering.item(*paragraph.numbering)


def _styled(paragraph: Para) -> Item | None:
    """Return the mark of a list that a program has kept by its style alone."""
    found = next(filter(None, map(_STYLE.fullmatch, paragraph.style.names)), None)
    if found is None:
        return None
    ordered = found[1] == "number"
    return Item(found[0], int(found[2] or 1) - 1, ordered, "" if ordered else "•", 0)
