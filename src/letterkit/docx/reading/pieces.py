"""What the flow of a document is cut into before it becomes lines: pieces, and the marks around them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from letterkit.docx.reading.document import Where
from letterkit.docx.reading.look import PLAIN, Look
from letterkit.docx.reading.styles import NO_STYLE, Style

# text; the call of a note; a note's own number; the parts of a field (its code, then its result)
MarkKind = Literal["control", "bookmark", "comment"]
Kind = Literal["text", "call", "number", "begin", "code", "separate", "end"]


@dataclass(slots=True, eq=False)
class Mark:
    """A range around pieces of a flow: a content control, a bookmark or a comment, by its name.

    One that never ends holds nothing: else it would hold all the rest of the letter.  `says` tells
    whether the view shows any words inside.
    """

    kind: MarkKind
    name: str
    place: int
    number: str
    flow: list[Piece]
    start: int
    end: int = -1
    says: bool = False

    def text(self, most: int) -> str:
        """Return the words inside, from `most` pieces at most."""
        return "".join(piece.words for piece in self.flow[self.start : max(self.end, 0)][:most])


@dataclass(slots=True, eq=False)
class Piece:
    """A stretch of characters of one look, or a sign.

    `link` is where it leads, `claim` the use of a claim that it is in; `in_code` tells that a field hides
    it, `prompt` that it only asks to be replaced, `page` that a field prints the number of a page with it.
    A call's text is the id of its note, `of` tells footnotes from endnotes, `custom` is its sign if that
    is no number; `place` is the paragraph that it stands in.
    """

    kind: Kind
    text: str
    look: Look = PLAIN
    link: str = ""
    prompt: bool = False
    page: bool = False
    place: int = 0
    custom: str = ""
    of: Literal["footnotes", "endnotes"] = "footnotes"
    in_code: bool = False
    claim: tuple[str, int] | None = None

    @property
    def called(self) -> bool:
        """Whether it calls a note on the page."""
        return self.kind == "call" and not self.in_code and not self.look.hidden

    @property
    def shown(self) -> bool:
        """Whether the page shows it as text."""
        return self.kind == "text" and not self.in_code and not self.look.hidden

    @property
    def words(self) -> str:
        """What it says on the page; what only asks to be replaced says nothing."""
        return self.text if self.shown and not self.prompt else ""


@dataclass(slots=True, eq=False)
class Para:
    """A paragraph on its way to a block; `joined` tells that its end is gone and the next one continues it.

    `room` is the same for neighbours in one cell, note or text box; `moved` tells that its end is elsewhere.
    """

    place: int
    room: int
    where: Where = "body"
    style: Style = NO_STYLE
    level: int = 0
    numbering: tuple[str, int] | None = None
    joined: bool = False
    moved: bool = False
    pieces: list[Piece] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether the view shows nothing of it."""
        return not any((piece.shown and piece.text) or piece.called for piece in self.pieces)
