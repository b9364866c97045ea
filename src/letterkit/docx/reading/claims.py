"""Claims in a document: which words each use of a claim has, by its content control, else by its bookmark.

Some programs keep the one and some the other.  A control names the claim; which use of it this is, the
bookmark around the same words tells, else the control's number, else its turn.
"""

from __future__ import annotations

import re
import zlib
from itertools import count
from typing import TYPE_CHECKING, Final

from letterkit.docx.reading.document import ClaimRange
from letterkit.docx.reading.names import whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from letterkit.docx.reading.pieces import Mark, Piece

Key = tuple[str, int]

# LibreOffice names the copy of a bookmark with the last part.
_BOOKMARK: Final = re.compile(r"_fact_([a-z0-9]+(?:_[a-z0-9]+)*)(?:__([1-9][0-9]{0,5}))?( copy [0-9]+)?")
_MOST_USES: Final = 50


def find(marks: Iterable[Mark]) -> tuple[ClaimRange, ...]:
    """Tell every piece which use of a claim it is in; return the uses in the order of the page."""
    marks = [mark for mark in marks if mark.kind != "comment"]
    keys: dict[Mark, Key] = {}
    _name_bookmarks(marks, keys)
    _name_controls(marks, keys)
    controlled = {key for mark, key in keys.items() if mark.kind == "control" and mark.text}
    claimed = {
        mark: keys[mark]
        for mark in marks
        if mark in keys and mark.text and (mark.kind == "control" or keys[mark] not in controlled)
    }
    for mark in claimed:
        for piece in mark.pieces:
            piece.claim = _innermost(piece, claimed)
    return _ranges([mark for mark in marks if mark in keys], keys, claimed)


def _name_bookmarks(marks: list[Mark], keys: dict[Mark, Key]) -> None:
    """Find the use of each claim that a bookmark names; a copy of a bookmark is a use of its own."""
    named = [(mark, _BOOKMARK.fullmatch(mark.name)) for mark in marks if mark.kind == "bookmark"]
    copies: list[tuple[Mark, str]] = []
    for mark, name in named:
        if name is None:
            continue
        key = name[1].replace("_", "-"), int(name[2] or 1)
        if name[3] or key in keys.values():
            copies.append((mark, key[0]))
        else:
            keys[mark] = key
    for mark, claim in copies:
        keys[mark] = _free(claim, keys)


def _name_controls(marks: list[Mark], keys: dict[Mark, Key]) -> None:
    """Find the use of each claim that a control marks."""
    controls = [mark for mark in marks if mark.kind == "control"]
    for mark in controls:
        around = _bookmarked(mark, keys)
        if around is not None:
            keys[mark] = around
    for mark in controls:
        numbered = None if mark in keys else _numbered(mark)
        taken = {key for each, key in keys.items() if each.kind == "control"}
        if numbered is not None and numbered not in taken:
            keys[mark] = numbered
    for mark in controls:
        if mark not in keys and mark.text:
            keys[mark] = _free(mark.name, keys)


def _bookmarked(control: Mark, keys: Mapping[Mark, Key]) -> Key | None:
    """Return the use that a bookmark of the same claim gives to some of the same words."""
    around = (keys[mark] for piece in control.pieces for mark in piece.marks if mark in keys)
    return next((key for key in around if key[0] == control.name), None)


def _numbered(control: Mark) -> Key | None:
    """Return the use from which the writer made the control's number."""
    number = whole(control.number)
    uses = (
        use
        for use in range(1, _MOST_USES + 1)
        if zlib.crc32(f"{control.name}#{use}".encode()) & 0x7FFFFFFF == number
    )
    use = next(uses, None)
    return None if use is None else (control.name, use)


def _free(claim: str, keys: Mapping[Mark, Key]) -> Key:
    """Return the first use of a claim that no words have yet."""
    taken = {key for mark, key in keys.items() if mark.text}
    return next((claim, use) for use in count(1) if (claim, use) not in taken)


def _innermost(piece: Piece, claimed: Mapping[Mark, Key]) -> Key:
    around = [mark for mark in piece.marks if mark in claimed]
    controls = [mark for mark in around if mark.kind == "control"]
    return claimed[(controls or around)[-1]]


def _ranges(
    marks: list[Mark], keys: Mapping[Mark, Key], claimed: Mapping[Mark, Key]
) -> tuple[ClaimRange, ...]:
    """Return a range for each use; one whose words are all gone stands where its marks are."""
    ranges: dict[Key, ClaimRange] = {}
    for key in dict.fromkeys(keys[mark] for mark in marks):
        own = [mark for mark in marks if keys[mark] == key]
        words = [mark for mark in own if mark in claimed]
        pieces = [piece for mark in words for piece in mark.pieces if piece.claim == key and piece.shown]
        text = "".join(piece.text for piece in dict.fromkeys(pieces))
        first = (words or own)[0]
        ranges[key] = ClaimRange(*key, text, first.place, first.kind)  # type: ignore[arg-type]
    return tuple(ranges.values())
