"""A letter as a DOCX: each part of the letter in the style that Word names after it.

Opens no file and reads no clock; the same letter and look give the same bytes.
"""

from __future__ import annotations

from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from letterkit.docx.columns import TAB_STOP, beside
from letterkit.docx.comments import Comments
from letterkit.docx.head import write_head
from letterkit.docx.inline import Inlines, Marks
from letterkit.docx.lists import Lists
from letterkit.docx.notes import add_notes, call, refuse_unnumberable
from letterkit.docx.parts import open_look, save
from letterkit.docx.pictures import Pictures
from letterkit.docx.properties import add_properties, midnight
from letterkit.docx.styles import Styles
from letterkit.docx.xml import elements, unprintable
from letterkit.errors import LetterkitError
from letterkit.letter.model import (
    Heading,
    Letter,
    Line,
    Link,
    ListBlock,
    Paragraph,
    Text,
    letter_lines,
    plain,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from letterkit.letter.model import Block, Picture

_KEEP: Final = "<w:keepNext/>"
_NO_ROOM: Final = '<w:spacing w:before="0"/>'
_LITTLE_ROOM: Final = '<w:spacing w:before="120" w:after="60" w:line="240" w:lineRule="auto"/>'
_NO_REMARKS: Final[Mapping[str, Sequence[Line]]] = MappingProxyType({})


def write(letter: Letter, look: bytes, remarks: Mapping[str, Sequence[Line]] = _NO_REMARKS) -> bytes:
    """Return the bytes of a DOCX that shows the letter in a look.

    `look` is the bytes of a DOCX that gives styles, page, headers and pictures; `remarks` are the paragraphs
    of a comment for claims, by their ids.  Raises LetterkitError where the look lacks what the letter needs,
    or where Word could not show the letter as it is.
    """
    _refuse_unprintable(letter, remarks)
    refuse_unnumberable(letter)
    document = open_look(look)
    styles, marks = Styles(document.styles.element), Marks()
    styles.speak(letter.language)
    comments = Comments(remarks, styles, 1 + len(letter.notes))
    inlines = Inlines(document.part, styles, marks, call(letter, styles), comments)
    pictures = Pictures()
    page = _Page(inlines, styles, Lists(document, styles), pictures)
    end = document.element.body.get_or_add_sectPr()
    for element in elements("".join(page.paragraphs(letter))):
        end.addprevious(element)
    write_head(document, letter, styles, pictures)
    add_notes(document, letter, styles, marks)
    comments.add(document, midnight(letter))
    add_properties(document, letter)
    return save(document)


class _Page:
    """Writes the paragraphs of a letter, from letterhead to copies."""

    def __init__(self, inlines: Inlines, styles: Styles, lists: Lists, pictures: Pictures) -> None:
        self._inlines = inlines
        self._styles = styles
        self._lists = lists
        self._pictures = pictures

    def paragraphs(self, letter: Letter) -> Iterator[str]:
        """Yield the letter's paragraphs in the order of the page; a part it lacks gives none."""
        yield from self._pictured("Letterhead", letter.pictures_at("letterhead"))
        for style, content in _opening(letter):
            has_columns = style == "Inside Address" and "\t" in plain(content)
            yield self._paragraph(style, content, TAB_STOP if has_columns else "")
        for block, following in zip(letter.body, (*letter.body[1:], None), strict=False):
            yield from self._block(block, following)
        yield from (self._paragraph("Closing", content) for content in (letter.close,) if content)
        yield from self._signatures(letter)
        for style, content in _ending(letter):
            yield self._paragraph(style, content)

    def _signatures(self, letter: Letter) -> Iterator[str]:
        """Yield the signatures; pictures stand above theirs, in the room left for a pen."""
        for number, signature in enumerate(letter.signatures or ((),), 1):
            pictures = list(self._pictured("Signature", letter.pictures_at("signature", number)))
            yield from pictures
            if signature:
                yield self._paragraph("Signature", _stack(signature), _NO_ROOM if pictures else "")

    def _pictured(self, style: str, pictures: Sequence[Picture]) -> Iterator[str]:
        if pictures:
            layout = f'<w:pPr><w:pStyle w:val="{self._styles[style]}"/>{_LITTLE_ROOM}</w:pPr>'
            yield f"<w:p>{layout}{self._pictures.runs(pictures, self._inlines.part)}</w:p>"

    def _block(self, block: Block, following: Block | None) -> Iterator[str]:
        """Yield a block; it stays with a list that it leads in, and the last one with the close."""
        held = _KEEP if following is None or isinstance(following, ListBlock) else ""
        match block:
            case Paragraph():
                yield self._paragraph("Body Text", block.content, held)
            case Heading():
                yield self._paragraph(f"heading {block.level}", block.content)
            case ListBlock():
                style, number = self._lists.properties(block)
                for item in block.items[:-1]:
                    yield self._paragraph(style, item, number)
                for item in block.items[-1:]:
                    yield self._paragraph(style, item, held + number)

    def _paragraph(self, style: str, content: Line, properties: str = "") -> str:
        layout = f'<w:pPr><w:pStyle w:val="{self._styles[style]}"/>{properties}</w:pPr>'
        return f"<w:p>{layout}{self._inlines.write(content)}</w:p>"


def _opening(letter: Letter) -> Iterator[tuple[str, Line]]:
    """Yield style and content of all that stands above the body."""
    yield from (("Letterhead", content) for content in letter.letterhead[:1])
    yield from (("Letterhead Details", content) for content in letter.letterhead[1:])
    yield from _part("Date", letter.date)
    yield from _part("Delivery Line", letter.delivery)
    together = beside(letter.addressees)
    addresses = letter.addressees if together is None else (together,)
    yield from (("Inside Address", _stack(address)) for address in addresses)
    yield from _part("heading 1", (Text("Re:\t"), *letter.subject) if letter.subject else ())
    yield from _part("Salutation", letter.salutation)


def _ending(letter: Letter) -> Iterator[tuple[str, Line]]:
    """Yield style and content of all that stands below the signatures."""
    yield from (("Enclosures", content) for content in letter.enclosures)
    yield from (("Copies", content) for content in letter.copies)


def _part(style: str, content: Line) -> Iterator[tuple[str, Line]]:
    if content:
        yield style, content


def _stack(rows: Iterable[Line]) -> Line:
    """Return lines as one paragraph, so that an address or a signature is one thing to Word as well."""
    return tuple(chain.from_iterable((Text("\n"), *row) for row in rows))[1:]


def _refuse_unprintable(letter: Letter, remarks: Mapping[str, Sequence[Line]]) -> None:
    """Raise LetterkitError for a character that no Word file can hold; to drop it would alter words."""
    for text in _texts(letter, chain.from_iterable(remarks.values())):
        if found := unprintable(text):
            raise LetterkitError(
                f"The letter holds the unprintable character U+{ord(found.group()):04X} "
                f"after “{text[: found.start()][-40:]}”.",
                "Take it out of the claim, template or address that it comes from.",
            )


def _texts(letter: Letter, remarks: Iterable[Line]) -> Iterator[str]:
    content = [
        *chain.from_iterable(remarks),
        *chain.from_iterable(letter_lines(letter)),
        *chain.from_iterable(note.content for note in letter.notes),
    ]
    yield plain(content)
    yield from (part.url for part in walk(content) if isinstance(part, Link))
    yield from (*letter.running, letter.language, *(picture.alternative for picture in letter.pictures))
