"""What lines of a letter would lose: hidden text, looks that carry a meaning, signs that are no characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from letterkit.docx.reading.document import Oddity
from letterkit.docx.reading.symbols import PRIVATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from letterkit.docx.reading.document import Part
    from letterkit.docx.reading.pieces import Para, Piece
    from letterkit.docx.reading.stories import Note

_PRIVATE: Final = re.compile(f"[{PRIVATE}]+")


def losses(paragraphs: Iterable[Para], notes: Iterable[Note]) -> Iterator[Oddity]:
    """Yield what the text of the body, then that of its notes would lose in a letter."""
    for paragraph in paragraphs:
        yield from _losses(paragraph.pieces, paragraph.place, "body")
    for note in notes:
        yield from _losses(note.pieces, note.place, "notes")


def _losses(pieces: Iterable[Piece], place: int, part: Part) -> Iterator[Oddity]:
    hidden = ""
    lost: dict[str, str] = {}
    private = ""
    for piece in pieces:
        if piece.kind not in {"text", "call"} or piece.in_code:
            continue
        if piece.look.hidden:
            hidden += piece.text if piece.kind == "text" else " [a note] "
        elif piece.kind == "text":
            private += "".join(_PRIVATE.findall(piece.text))
            for name in piece.look.lost:
                if not (piece.link and name == "underlined"):
                    lost[name] = lost.get(name, "") + piece.text
    if hidden.strip():
        yield Oddity("hidden-text", "hidden text", hidden, place, part)
    if private:
        yield Oddity("symbol", "a sign of a symbol font", private, place, part)
    for name, text in lost.items():
        if text.strip():
            yield Oddity("formatting", f"text {name}", text, place, part)
