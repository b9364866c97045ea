"""The letter as a value: what its pages hold, and one opaque record.  Imports nothing of ours.

Every writer takes a `Letter`, every reader makes one.  It holds what a page holds (an inside address
is lines, not a person), numbers and dates are settled before it is made, and nothing in it knows the
library that the claims came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

NotesKind = Literal["footnotes", "endnotes"]
Spot = Literal["letterhead", "running", "signature"]


@dataclass(frozen=True, slots=True)
class Text:
    """Characters of one look."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Placeholder:
    """Words that somebody must replace before the letter is sent, brackets included; visibly marked."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to an address."""

    url: str
    children: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The call of a note: its number as printed, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Claim:
    """The words that carry one claim of the store, without the call of its note.

    `use` counts the places where the letter uses the same claim, from 1.
    """

    id: str
    children: tuple[Text | Placeholder | Link, ...]
    use: int = 1


Inline = Text | Placeholder | Link | NoteRef | Claim
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body."""

    content: Line


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the body; the subject line is the letter's only level 1."""

    content: Line
    level: int = 2


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A real list of one level."""

    items: tuple[Line, ...]
    ordered: bool = False


Block = Paragraph | Heading | ListBlock


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote; `number` as printed, the content without the number."""

    number: int
    content: Line


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG above the letterhead, in the head of later pages, or above a signature.

    `alternative` is read aloud in its place; `width` and `height` are those on paper, in points; `number`
    tells which signature it belongs to, from 1.
    """

    data: bytes = field(repr=False)
    alternative: str
    width: float
    height: float
    spot: Spot = "letterhead"
    number: int = 1


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter.  Parts that a letter lacks are empty tuples.

    `addressees` and `signatures` hold one tuple of lines for each person or office.  `running` is the
    head of every page but the first, without the page number: addressee, then date.  `record` is
    carried with the file and never printed: plain JSON data that only its maker reads.
    """

    letterhead: tuple[Line, ...]
    date: Line
    addressees: tuple[tuple[Line, ...], ...]
    subject: Line
    salutation: Line
    body: tuple[Block, ...]
    close: Line
    signatures: tuple[tuple[Line, ...], ...]
    delivery: Line = ()
    enclosures: tuple[Line, ...] = ()
    copies: tuple[Line, ...] = ()
    notes: tuple[Note, ...] = ()
    notes_kind: NotesKind = "footnotes"
    running: tuple[str, ...] = ()
    language: str = "en-US"
    record: Mapping[str, Any] = field(default_factory=dict)
    pictures: tuple[Picture, ...] = ()

    @property
    def title(self) -> str:
        """What a viewer shows as the document's title: the subject line."""
        return plain(self.subject) or "Letter"

    @property
    def author(self) -> str:
        """The sending organisation, as the letterhead names it."""
        return plain(self.letterhead[0]) if self.letterhead else ""

    def pictures_at(self, spot: Spot, number: int = 1) -> list[Picture]:
        """Return the pictures of one spot, for signatures those of one of them, in their order."""
        return [picture for picture in self.pictures if (picture.spot, picture.number) == (spot, number)]


def line(text: str) -> Line:
    """Build a line of plain text; an empty string is an empty line."""
    return (Text(text),) if text else ()


def lines(*texts: str) -> tuple[Line, ...]:
    """Build lines of plain text."""
    return tuple(line(text) for text in texts)


def paragraph(*content: Inline | str) -> Paragraph:
    """Build a paragraph from inlines and plain strings."""
    return Paragraph(tuple(Text(part) if isinstance(part, str) else part for part in content))


def plain(content: Iterable[Inline]) -> str:
    """Return the words of inlines; calls of notes give nothing."""
    return "".join(_plain(part) for part in content)


def _plain(part: Inline) -> str:
    if isinstance(part, Text | Placeholder):
        return part.text
    return "" if isinstance(part, NoteRef) else plain(part.children)


def walk(content: Iterable[Inline]) -> Iterator[Inline]:
    """Yield every inline in reading order, containers before what they hold."""
    for part in content:
        yield part
        if isinstance(part, Link | Claim):
            yield from walk(part.children)


def block_lines(blocks: Iterable[Block]) -> Iterator[Line]:
    """Yield the lines of body blocks in reading order, one for each paragraph, heading or list item."""
    for block in blocks:
        if isinstance(block, ListBlock):
            yield from block.items
        else:
            yield block.content


def letter_lines(letter: Letter) -> Iterator[Line]:
    """Yield every line of the letter in the order of the page, without running head and notes."""
    yield from letter.letterhead
    yield letter.date
    if letter.delivery:
        yield letter.delivery
    for address in letter.addressees:
        yield from address
    yield letter.subject
    yield letter.salutation
    yield from block_lines(letter.body)
    yield letter.close
    for signature in letter.signatures:
        yield from signature
    yield from letter.enclosures
    yield from letter.copies


def body_words(letter: Letter) -> int:
    """Count the words between salutation and close, as a word processor does; note calls do not count."""
    return sum(len(plain(content).split()) for content in block_lines(letter.body))
