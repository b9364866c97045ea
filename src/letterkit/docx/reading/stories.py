"""Notes and comments: what their parts hold, by the ids that the text refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from letterkit.docx.reading import fields, flow
from letterkit.docx.reading.document import Comment
from letterkit.docx.reading.joins import joined
from letterkit.docx.reading.lines import line
from letterkit.docx.reading.pieces import Piece
from letterkit.docx.reading.state import State
from letterkit.docx.xml import w
from letterkit.letter.model import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from letterkit.docx.reading.document import View
    from letterkit.docx.reading.package import Package
    from letterkit.docx.reading.pieces import Mark, Para
    from letterkit.docx.reading.styles import Styles
    from letterkit.letter.model import NotesKind

_ELEMENT: Final[dict[NotesKind, str]] = {"footnotes": w("footnote"), "endnotes": w("endnote")}
_MOST_PIECES: Final = 1000  # of the words that a comment is about
_BLANKS: Final = " \xa0\u2002\u2003\u2009"


class Note(NamedTuple):
    """A note that the text calls, on its way into the document; without an element it is missing."""

    kind: NotesKind
    place: int
    pieces: tuple[Piece, ...]
    mark: str
    missing: bool


class Notes:
    """The footnotes or the endnotes of a document in one view; `state` holds what was found in those read."""

    def __init__(self, package: Package, styles: Styles, view: View, kind: NotesKind) -> None:
        self._kind = kind
        name = package.related(kind) or ""
        root = package.tree(name)
        self.state = State(package, styles, view, name, "notes")
        self._notes = {} if root is None else {
            each.get(w("id"), ""): each for each in root.iterchildren(_ELEMENT[kind])
        }  # fmt: skip

    def called(self, call: Piece, place: int) -> Note:
        """Read the note that a piece calls from a paragraph; no file of any program calls one twice."""
        element = self._notes.pop(call.text, None)
        if element is None:
            return Note(self._kind, place, (), call.custom, missing=True)
        paragraphs = joined(flow.read(element, self.state, place))
        pieces = list(_in_one(paragraphs))
        for name, _ in fields.resolve(pieces):
            self.state.odd("field", f"a field of the kind {name}", place=place)
        _strip(pieces, call.custom)
        return Note(self._kind, place, tuple(pieces), call.custom, missing=False)


def _in_one(paragraphs: Iterable[Para]) -> Iterator[Piece]:
    """Yield the pieces of a note's paragraphs as one line, with breaks between them."""
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield Piece("text", "\n")
        yield from paragraph.pieces


def _strip(pieces: list[Piece], mark: str) -> None:
    """Take the number, or the sign in its place, and one gap behind it from the beginning of a note."""
    spoken = [piece for piece in pieces if piece.kind == "number" or piece.shown]
    if not spoken:
        return
    first, *rest = spoken
    if mark and first.text.startswith(mark):
        first.text = first.text.removeprefix(mark)
    elif first.kind != "number":
        return
    following = first if first.text else next((piece for piece in rest if piece.text), first)
    if following.text.startswith("\t"):
        following.text = following.text[1:]
    else:
        following.text = following.text.lstrip(_BLANKS)


def comments(package: Package, styles: Styles, view: View, marks: Iterable[Mark]) -> Iterator[Comment]:
    """Yield the comments with the words that they are about, in the order of their part."""
    name = package.related("comments")
    root = package.tree(name)
    if name is None or root is None:
        return
    state = State(package, styles, view, name, "comments")
    anchors = _anchors(marks)
    for element in root.iterchildren(w("comment")):
        paragraphs = joined(flow.read(element, state))
        for paragraph in paragraphs:
            fields.resolve(paragraph.pieces)
        text = "\n".join(plain(line(paragraph.pieces, {})) for paragraph in paragraphs)
        place, anchor = anchors.get(element.get(w("id"), ""), (0, ""))
        author, date = element.get(w("author"), ""), element.get(w("date"), "")
        yield Comment(author, date, text.strip(), place, anchor)


def _anchors(marks: Iterable[Mark]) -> dict[str, tuple[int, str]]:
    """Return place and words of each comment's anchor: its range, else the point that refers to it."""
    anchors: dict[str, tuple[int, str]] = {}
    for mark in marks:
        if mark.kind == "comment" and (mark.name not in anchors or not anchors[mark.name][1]):
            anchors[mark.name] = mark.place, mark.text(_MOST_PIECES)
    return anchors
