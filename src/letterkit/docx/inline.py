"""Inlines as WordprocessingML: text, placeholders, links, the calls of notes, the marks of claims.

Each claim stands inside a content control and a bookmark, since some programs keep the one and some
the other.  Numbers of both are the same in every run.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE as RT

from letterkit.docx.xml import escape
from letterkit.errors import LetterkitError
from letterkit.letter.model import Claim, Inline, Link, NoteRef, Placeholder, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.opc.part import Part

    from letterkit.docx.comments import Comments
    from letterkit.docx.styles import Styles

_CLAIM_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_BOOKMARK = 40
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_DIRECTIONS = re.compile(rf"([{_RIGHT_TO_LEFT}]+(?:[\W\d]+[{_RIGHT_TO_LEFT}]+)*)")
_SIGNS = {
    "\n": "<w:br/>",
    "\t": "<w:tab/>",
    "\u2011": "<w:noBreakHyphen/>",
    "\xad": "<w:softHyphen/>",
}
_SIGN = re.compile(f"([{''.join(_SIGNS)}])")
_LEGAL_IN_ADDRESS = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"<>\\^`{|}')


def runs(text: str, style: str = "", *, bold: bool = False, italic: bool = False) -> str:
    """Return the runs of a text in a style's id; words written from right to left get runs of their own."""
    return "".join(
        _run(piece, _properties(style, bold=bold, italic=italic, leftward=bool(index % 2)))
        for index, piece in enumerate(_DIRECTIONS.split(text))
        if piece
    )


def _properties(style: str, *, bold: bool, italic: bool, leftward: bool) -> str:
    parts = (
        f'<w:rStyle w:val="{style}"/>' if style else "",
        "<w:b/><w:bCs/>" if bold else "",
        "<w:i/><w:iCs/>" if italic else "",
        "<w:rtl/>" if leftward else "",
    )
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if any(parts) else ""


def _run(text: str, properties: str) -> str:
    pieces = (
        _SIGNS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in _SIGN.split(text)
        if piece
    )
    return f"<w:r>{properties}{''.join(pieces)}</w:r>"


class Marks:
    """Hands out the names and numbers that mark claims, no two alike in one document."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._controls: set[int] = set()

    def around(self, claim: Claim, words: str) -> str:
        """Return words inside the control and the bookmark of a claim."""
        name, control = self._name(claim), self._control(claim)
        number = len(self._names)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
            f'<w:sdt><w:sdtPr><w:alias w:val="{claim.id}"/><w:tag w:val="fact:{claim.id}"/>'
            f'<w:id w:val="{control}"/><w15:appearance w15:val="hidden"/></w:sdtPr>'
            f"<w:sdtContent>{words}</w:sdtContent></w:sdt>"
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def _name(self, claim: Claim) -> str:
        suffix = f"__{claim.use}" if claim.use > 1 else ""
        name = f"_fact_{claim.id.replace('-', '_')}{suffix}"
        if not _CLAIM_ID.fullmatch(claim.id) or len(name) > _LONGEST_BOOKMARK:
            raise LetterkitError(
                f"“{claim.id}” cannot mark a claim in Word.",
                "Claim ids match [a-z0-9]+(-[a-z0-9]+)* and have at most 29 characters.",
            )
        if name in self._names:
            raise LetterkitError(f"The letter marks two places as use {claim.use} of claim {claim.id}.")
        self._names.add(name)
        return name

    def _control(self, claim: Claim) -> int:
        number = zlib.crc32(f"{claim.id}#{claim.use}".encode()) & 0x7FFFFFFF
        while not number or number in self._controls:
            number = (number + 1) & 0x7FFFFFFF
        self._controls.add(number)
        return number


class Inlines:
    """Writes the inlines of one part; `call` is the element that calls a note there, if one may."""

    def __init__(
        self, part: Part, styles: Styles, marks: Marks, call: str = "", comments: Comments | None = None
    ) -> None:
        self.part = part
        self._styles = styles
        self._marks = marks
        self._call = call
        self._comments = comments

    def write(self, content: Iterable[Inline]) -> str:
        """Return the content as runs, links and marked claims."""
        return "".join(self._inline(part) for part in content)

    def _inline(self, part: Inline) -> str:
        match part:
            case Text():
                return runs(part.text, bold=part.bold, italic=part.italic)
            case Placeholder():
                return runs(part.text, self._styles["Placeholder"])
            case Link():
                return self._link(part)
            case NoteRef():
                return self._call.format(part.number)
            case Claim():
                return self._claim(part)

    def _claim(self, claim: Claim) -> str:
        marked = self._marks.around(claim, self.write(claim.children))
        return self._comments.around(claim.id, marked) if self._comments else marked

    def _link(self, link: Link) -> str:
        style = self._styles["Hyperlink"]
        words = "".join(
            runs(child.text, style, bold=child.bold, italic=child.italic) for child in link.children
        )
        relation = self.part.relate_to(
            quote(link.url, safe=_LEGAL_IN_ADDRESS), RT.HYPERLINK, is_external=True
        )
        return f'<w:hyperlink r:id="{relation}">{words}</w:hyperlink>'
