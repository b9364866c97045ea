"""What lines of a letter would lose: hidden text, looks that carry a meaning, signs that are no text."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from letterkit.docx.reading.document import Oddity
from letterkit.docx.reading.symbols import PRIVATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from letterkit.docx.reading.document import Part
    from letterkit.docx.reading.pieces import Para, Piece
    from letterkit.docx.reading.stories import Note

_PRIVATE: Final = re.compile(f"[{PRIVATE}]")
_OVERRIDE: Final = re.compile("[\u202d\u202e]")


def losses(paragraphs: Iterable[Para], notes: Iterable[Note]) -> Iterator[Oddity]:
    """Yield what the text of the body, then that of its notes would lose in a letter."""
    for paragraph in paragraphs:
        yield from _losses(paragraph.pieces, paragraph.place, "body")
    for note in notes:
        yield from _losses(note.pieces, note.place, "notes")


def head_losses(paragraphs: Iterable[Para], part: Part) -> Iterator[Oddity]:
    """Yield the hidden text of a header or footer; its look is not that of a letter."""
    for paragraph in paragraphs:
        yield from (each for each in _losses(paragraph.pieces, 0, part) if each.rule == "hidden-text")


def _losses(pieces: Iterable[Piece], place: int, part: Part) -> Iterator[Oddity]:
    """Yield what one paragraph would lose, one entry for each kind with all the words that it concerns."""
    found: defaultdict[tuple[str, str], str] = defaultdict(str)
    for piece in pieces:
        for kind, text in _lost(piece):
            found[kind] += text
    for (rule, what), text in found.items():
        if text.strip() or rule == "page-break":
            yield Oddity(rule, what, text.strip("\f"), place, part)


def _lost(piece: Piece) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield what is lost of a piece: rule and name of the loss, and the words."""
    if piece.look.hidden and not piece.in_code:
        text = {"text": piece.text, "call": " [a note] "}.get(piece.kind, "")
        yield ("hidden-text", "hidden text"), text
    elif piece.shown:
        yield from _looks(piece)
        yield from _signs(piece.text)


def _looks(piece: Piece) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield what the look of words says and a letter does not, or hides and a letter would not."""
    for name in piece.look.lost:
        if not (piece.link and name == "underlined"):
            yield ("formatting", f"text {name}"), piece.text
    if piece.look.symbolic:
        yield ("symbol", "text in a symbol font"), piece.text
    if piece.look.unseen:
        yield ("invisible-text", f"text {piece.look.unseen}"), piece.text


def _signs(text: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield what signs among the words do that are no letters."""
    if private := "".join(_PRIVATE.findall(text)):
        yield ("symbol", "a sign of a symbol font"), private
    if _OVERRIDE.search(text):
        yield ("reordered-text", "text with a sign that turns its order around"), text
    if "\f" in text:
        yield ("page-break", "a page break"), "\f"
