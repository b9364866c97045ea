"""Where the flow of a part stands: what is open around the next characters, and what was read so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.docx.reading.document import DocumentPicture, Oddity
from letterkit.docx.reading.look import PLAIN
from letterkit.docx.reading.pieces import Mark, Piece

if TYPE_CHECKING:
    from letterkit.docx.reading.document import Part, View, Where
    from letterkit.docx.reading.look import Look
    from letterkit.docx.reading.package import Package
    from letterkit.docx.reading.pieces import Kind, MarkKind, Para
    from letterkit.docx.reading.styles import Styles


class State:
    """What the handlers of elements read and change; `name` is that of the package's part.

    `gone` counts the open elements that hide their text in this view, `prompts` those whose text only asks
    to be replaced; `place` is the paragraph that is open, `counted` how many there were so far.  Neighbours
    in one cell, note or text box share a room.
    """

    def __init__(self, package: Package, styles: Styles, view: View, name: str, part: Part) -> None:
        self.package = package
        self.styles = styles
        self.view = view
        self.name = name
        self.part = part
        self.paragraphs: list[Para] = []
        self.marks: list[Mark] = []
        self.oddities: list[Oddity] = []
        self.pictures: list[DocumentPicture] = []
        self.place = 0
        self.counted = 0
        self.gone = 0
        self.prompts = 0
        self.open: list[Para] = []
        self.looks: list[Look] = []
        self.links: list[str] = [""]
        self.rooms: list[int] = [0]
        self.where: list[Where] = ["body"]
        self.controls = 0
        self.call: Piece | None = None
        self._last_room = 0
        self._flow: list[Piece] = []
        self._marks: dict[tuple[str, str], Mark] = {}

    def begin(self, place: int) -> None:
        """Turn to another element of the part, say to another note, which belongs to `place`."""
        self.place = place
        self.new_room()

    def new_room(self) -> None:
        """Part the paragraphs that follow from those before: they cannot run together."""
        self._last_room += 1
        self.rooms[-1] = self._last_room

    def say(self, kind: Kind, text: str = "", *, page: bool = False) -> Piece:
        """Return a piece, added to the open paragraph unless this view does not show it."""
        look = self.looks[-1] if self.looks else PLAIN
        piece = Piece(kind, text, look, self.links[-1], self.prompts > 0, page, self.place)
        if self.gone or not self.open:
            return piece
        if self.call is not None and kind == "text":
            self.call.custom += text
            return piece
        self.open[-1].pieces.append(piece)
        self._flow.append(piece)
        return piece

    def odd(self, rule: str, what: str, text: str = "", place: int | None = None) -> None:
        """Name something that a letter cannot hold, unless this view does not show it."""
        if not self.gone:
            at = self.place if place is None else place
            self.oddities.append(Oddity(rule, what, text, at, self.part))

    def open_mark(self, kind: MarkKind, name: str, key: str, number: str = "") -> None:
        """Let a mark hold all pieces from here until it is closed by its key."""
        mark = Mark(kind, name, self.place, number, self._flow, len(self._flow))
        self.marks.append(mark)
        self._marks[kind, key] = mark

    def close_mark(self, kind: MarkKind, key: str) -> None:
        """Close a mark; one that was never opened does no harm."""
        mark = self._marks.pop((kind, key), None)
        if mark is not None:
            mark.end = len(self._flow)

    def end(self) -> None:
        """Forget the marks that nothing closed."""
        self._marks.clear()
