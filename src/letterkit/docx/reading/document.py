"""A Word document as a value: what one view of it shows, and what a letter cannot hold.  Knows no XML.

`accepted` is the document as if all tracked changes were accepted, `rejected` as if none had been made.
Paragraphs are counted from 1 through the whole main part (`w:p` in document order), those that a view
does not show included, so that a place is the same in both views and can be found again in the file.
Named tuples, since data classes take a millisecond each to make, and every command would wait for them.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from letterkit.letter.model import Line, Link, NotesKind, plain, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

View = Literal["accepted", "rejected"]
Part = Literal["body", "notes", "header", "footer", "comments"]
Where = Literal["body", "table", "text-box"]
HeadKind = Literal["default", "first", "even"]
ChangeKind = Literal["insertion", "deletion", "move-from", "move-to", "format"]


class Item(NamedTuple):
    """The mark before a list's paragraph: `label` is what it shows, `level` counts from 0.

    `list` names the kind: lists of one kind count on, and a `number` that does not follow the last one
    begins another list.
    """

    list: str
    level: int
    ordered: bool
    label: str
    number: int


class Block(NamedTuple):
    """A paragraph; a page break in it is a form feed, a link inside the document begins with `#`.

    `styles` are the names of its style and of those it is based on, in lower case; `level` is that of a
    heading, 0 for none; `page_break` tells whether a page break stood in it.
    """

    content: Line
    place: int
    styles: tuple[str, ...] = ()
    level: int = 0
    item: Item | None = None
    where: Where = "body"

    @property
    def text(self) -> str:
        """Its words."""
        return plain(self.content)


class DocumentNote(NamedTuple):
    """A note that the view calls, numbered in the order of the calls.

    `mark` is the sign that it wears instead of a number; a note that is called and not there is `missing`.
    """

    number: int
    kind: NotesKind
    content: Line
    place: int
    mark: str = ""
    missing: bool = False

    @property
    def text(self) -> str:
        """Its words, without the number."""
        return plain(self.content)

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses that it leads to, in its order."""
        return tuple(part.url for part in walk(self.content) if isinstance(part, Link))


class Comment(NamedTuple):
    """A comment; `anchor` are the words it is about, as this view shows them."""

    author: str
    date: str
    text: str
    place: int
    anchor: str = ""


class Change(NamedTuple):
    """A tracked change; `what` is text, paragraph, row, cell, or the kind of properties that were changed."""

    kind: ChangeKind
    what: str
    author: str
    date: str
    text: str
    place: int
    part: Part = "body"


class ClaimRange(NamedTuple):
    """The words that the file marks as one use of a claim; empty where all of them are gone in this view.

    `found_by` tells by which mark it was found: `control`, else `bookmark`.
    """

    id: str
    use: int
    text: str
    place: int
    found_by: Literal["control", "bookmark"]


class Head(NamedTuple):
    """A header or footer of a section; `name` is that of its part.

    `shown` tells whether any page shows it, `on_first` whether the letter's first page does.  `words` are
    its texts without page numbers, `running` those among them that stand in the writer's style for this.
    """

    name: str
    kind: HeadKind
    section: int
    footer: bool
    shown: bool
    on_first: bool
    lines: tuple[Line, ...]
    words: tuple[str, ...]
    running: tuple[str, ...]

    @property
    def text(self) -> str:
        """Its words, a line for each paragraph."""
        return "\n".join(map(plain, self.lines))


class DocumentPicture(NamedTuple):
    """A picture with the text that stands for it and its size on paper in points, 0 where none is said.

    `data` is empty where the file does not carry it; `name` is that of the part with the text around it.
    """

    part: Part
    name: str
    place: int
    alternative: str
    width: float
    height: float
    data: bytes


class Oddity(NamedTuple):
    """Something that a letter cannot hold: its rule (`table`, `text-box` …), what it is, the words in it."""

    rule: str
    what: str
    text: str
    place: int
    part: Part = "body"


class Document(NamedTuple):
    """What a file of Word shows in one view, in reading order."""

    view: View
    blocks: tuple[Block, ...]
    notes: tuple[DocumentNote, ...] = ()
    comments: tuple[Comment, ...] = ()
    changes: tuple[Change, ...] = ()
    claims: tuple[ClaimRange, ...] = ()
    heads: tuple[Head, ...] = ()
    pictures: tuple[DocumentPicture, ...] = ()
    oddities: tuple[Oddity, ...] = ()
    language: str = "en-US"
    record: Mapping[str, Any] = MappingProxyType({})

    def links(self) -> Iterator[Link]:
        """Yield the links of the text, then those of the notes."""
        for content in (*(block.content for block in self.blocks), *(note.content for note in self.notes)):
            yield from (part for part in walk(content) if isinstance(part, Link))
