"""Native comments on the claims of a letter: the marks in the text, and the part that holds the words.

Comments are numbered from behind the last note: LibreOffice 7.4 takes the text of a note from elsewhere, or
loses it, where a comment has the number of a note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from letterkit.docx import xml
from letterkit.docx.inline import Inlines, Marks
from letterkit.docx.parts import add_part
from letterkit.docx.xml import AUTHOR, INITIALS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docx.document import Document

    from letterkit.docx.styles import Styles
    from letterkit.letter.model import Line


class Comments:
    """Puts a comment around each use of the claims that have one.

    `remarks` are its paragraphs, by claim; `first` is the number of the first comment.
    """

    def __init__(self, remarks: Mapping[str, Sequence[Line]], styles: Styles, first: int) -> None:
        self._remarks = remarks
        self._styles = styles
        self._first = first
        self._written: list[Sequence[Line]] = []

    def around(self, claim: str, words: str) -> str:
        """Return the words of a claim inside the marks of its comment, or as they are."""
        lines = self._remarks.get(claim)
        if not lines:
            return words
        number = self._first + len(self._written)
        self._written.append(lines)
        sign = f'<w:rStyle w:val="{self._styles["annotation reference"]}"/>'
        return (
            f'<w:commentRangeStart w:id="{number}"/>{words}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:rPr>{sign}</w:rPr><w:commentReference w:id="{number}"/></w:r>'
        )

    def add(self, document: Document, day: str) -> None:
        """Add the comments made so far, if any, to the document, written on `day` (empty where unknown)."""
        if not self._written:
            return
        part = add_part(document.part, "/word/comments.xml", CT.WML_COMMENTS, RT.COMMENTS)
        inlines = Inlines(part, self._styles, Marks())
        made = (
            self._comment(number, lines, day, inlines)
            for number, lines in enumerate(self._written, self._first)
        )
        part.data = xml.part("w:comments", "".join(made))

    def _comment(self, number: int, lines: Sequence[Line], day: str, inlines: Inlines) -> str:
        date = f' w:date="{day}"' if day else ""
        paragraphs = "".join(self._paragraph(line, inlines, first=not at) for at, line in enumerate(lines))
        return (
            f'<w:comment w:id="{number}" w:author="{AUTHOR}"{date} w:initials="{INITIALS}">'
            f"{paragraphs}</w:comment>"
        )

    def _paragraph(self, line: Line, inlines: Inlines, *, first: bool) -> str:
        """Return a paragraph of a comment; the first one holds the sign that Word puts there."""
        sign = f'<w:rStyle w:val="{self._styles["annotation reference"]}"/>'
        mark = f"<w:r><w:rPr>{sign}</w:rPr><w:annotationRef/></w:r>" if first else ""
        layout = f'<w:pPr><w:pStyle w:val="{self._styles["annotation text"]}"/></w:pPr>'
        return f"<w:p>{layout}{mark}{inlines.write(line)}</w:p>"
