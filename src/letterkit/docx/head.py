"""The head of every page but the first: addressee, date, page number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.docx.inline import runs
from letterkit.docx.xml import elements, w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document

    from letterkit.docx.pictures import Pictures
    from letterkit.docx.styles import Styles
    from letterkit.letter.model import Letter

_LONGEST_ADDRESSEE: Final = 38  # characters that fit before the date in the middle of the line
_PAGE: Final = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'


def write_head(document: Document, letter: Letter, styles: Styles, pictures: Pictures) -> None:
    """Put the running head into the look's header, in place of the one it shows there; all else stays."""
    section = document.sections[-1]
    section.different_first_page_header_footer = True
    fresh = section.header.is_linked_to_previous
    section.header.is_linked_to_previous = False
    root = section.header.part.element
    old = [each for each in root.findall(w("p")) if fresh or styles.dress("Running Head", each)]
    logos = pictures.runs(letter.pictures_at("running"), section.header.part)
    if logos:
        root.insert(
            0, elements(f'<w:p><w:pPr><w:pStyle w:val="{styles["header"]}"/></w:pPr>{logos}</w:p>')[0]
        )
    root.extend(elements(_paragraph(letter.running, styles["Running Head"])))
    for paragraph in old[:1]:
        paragraph.addprevious(root[-1])
    for paragraph in old:
        root.remove(paragraph)


def _paragraph(running: Sequence[str], style: str) -> str:
    words = runs(f"{_spread(running)}Page\xa0")
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{words}{_PAGE}</w:p>'


def _spread(running: Sequence[str]) -> str:
    """Return the parts of the head with the tabs that spread them: left, middle, and the page right."""
    first, *others = running or ("",)
    if len(first) > _LONGEST_ADDRESSEE:
        return f"{first}\n{_spread(others)}"
    return "\t".join([first, *others]) + ("\t" if others else "\t\t")
