"""Lines out of pieces: runs of one look put together again, however a program has split them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeVar

from letterkit.letter.model import Claim, Link, NoteRef, Placeholder, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from letterkit.docx.reading.pieces import Piece
    from letterkit.letter.model import Inline, Line

_BRACKETS: Final = re.compile(r"(\[[^\[\]]+\])")
_AROUND: Final = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)
_Inline = TypeVar("_Inline", bound="Inline")


def line(pieces: Iterable[Piece], numbers: Mapping[Piece, int]) -> Line:
    """Return the line that the pieces of a paragraph make; `numbers` are those of the notes that it calls."""
    shown = (piece for piece in pieces if piece in numbers or (piece.shown and piece.text))
    return tuple(_inlines(shown, numbers))


def merged(content: Iterable[_Inline]) -> Iterator[_Inline]:
    """Join neighbouring texts of one look, drop empty ones."""
    last: _Inline | None = None
    for part in content:
        if isinstance(part, Text) and not part.text:
            continue
        if (
            isinstance(part, Text)
            and isinstance(last, Text)
            and (part.bold, part.italic) == (last.bold, last.italic)
        ):
            last = replace(last, text=last.text + part.text)
            continue
        if last is not None:
            yield last
        last = part
    if last is not None:
        yield last


def _inlines(pieces: Iterable[Piece], numbers: Mapping[Piece, int]) -> Iterator[Inline]:
    """Yield claims and what stands between them; a call parts a claim, since it is none of its words."""
    for (claim, is_call), group in groupby(pieces, lambda piece: (piece.claim, piece in numbers)):
        if is_call:
            yield from (NoteRef(numbers[piece]) for piece in group)
        elif claim is None:
            yield from _linked(group)
        else:
            yield Claim(claim[0], tuple(_linked(group)), claim[1])


def _linked(pieces: Iterable[Piece]) -> Iterator[Text | Placeholder | Link]:
    for link, group in groupby(pieces, lambda piece: piece.link):
        if link:
            yield Link(link, tuple(_texts(group)))
        else:
            yield from merged(_asked(group))


def _asked(pieces: Iterable[Piece]) -> Iterator[Text | Placeholder]:
    """Yield texts, and as placeholders what is marked as one: by style, by a background, by a control."""
    for (style, lit, prompt), group in groupby(pieces, _signs):
        same = list(group)
        text = "".join(piece.text for piece in same)
        if prompt or (lit and _BRACKETS.fullmatch(text.strip())):
            yield from _placeholder(text)
        elif style and _BRACKETS.search(text):
            parts = (part for part in _BRACKETS.split(text) if part)
            yield from (Placeholder(part) if _BRACKETS.fullmatch(part) else Text(part) for part in parts)
        else:
            yield from _texts(same)


def _signs(piece: Piece) -> tuple[bool, bool, bool]:
    return piece.look.placeholder, piece.look.lit, piece.prompt


def _placeholder(text: str) -> Iterator[Text | Placeholder]:
    """Yield the words as a placeholder, blanks around them as text."""
    before, words, after = match.groups() if (match := _AROUND.fullmatch(text)) else ("", text, "")
    yield Text(before)
    if words:
        yield Placeholder(words)
    yield Text(after)


def _texts(pieces: Iterable[Piece]) -> Iterator[Text]:
    for (bold, italic), group in groupby(pieces, lambda piece: (piece.look.bold, piece.look.italic)):
        yield Text("".join(piece.text for piece in group), bold, italic)
