"""Claims in a document: which words each use of a claim has, by its content control, else by its bookmark.

Some programs keep the one and some the other.  A control names the claim; which use of it this is, the
bookmark around the same words tells, else the control's number, else its turn.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from itertools import accumulate, chain, count, islice
from typing import TYPE_CHECKING, Final, Literal

from letterkit.docx.reading.document import ClaimRange
from letterkit.docx.reading.names import whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from letterkit.docx.reading.pieces import Mark, Piece

Key = tuple[str, int]

# LibreOffice names the copy of a bookmark with the last part, of a file that was ODT with `_` for its spaces.
_BOOKMARK: Final = r"_fact_([a-z0-9]+(?:_[a-z0-9]+)*?)(?:__([1-9][0-9]{0,5}))?([ _]copy[ _][0-9]+)?"
_MOST_USES: Final = 50
_MOST_PIECES: Final = 2000


def find(marks: Iterable[Mark]) -> tuple[ClaimRange, ...]:
    """Tell every piece which use of a claim it is in; return the uses in the order of the page."""
    marks = [mark for mark in marks if mark.kind != "comment"]
    for flow in _flows(marks):
        _listen([mark for mark in marks if mark.flow is flow])
    keys = _Keys()
    _name_bookmarks(marks, keys)
    _assign([mark for mark in keys.of if mark.says], keys.of)
    _name_controls([mark for mark in marks if mark.kind == "control"], keys)
    controlled = {key for mark, key in keys.of.items() if mark.kind == "control" and mark.says}
    named = [mark for mark in marks if mark in keys.of]
    counted = [m for m in named if m.says and (m.kind == "control" or keys.of[m] not in controlled)]
    for piece in chain.from_iterable(_flows(marks)):
        piece.claim = None
    for kind in ("bookmark", "control"):  # what a control holds counts more than what a bookmark holds
        _assign([mark for mark in counted if mark.kind == kind], keys.of)
    return tuple(_ranges(named, keys.of, set(counted)))


def _flows(marks: Iterable[Mark]) -> list[list[Piece]]:
    return list({id(mark.flow): mark.flow for mark in marks}.values())


def _listen(marks: Sequence[Mark]) -> None:
    """Find out which marks of one flow hold any words."""
    spoken = [0, *accumulate(bool(piece.words) for piece in marks[0].flow)]
    for mark in marks:
        mark.says = mark.end > mark.start and spoken[mark.end] > spoken[mark.start]


class _Keys:
    """The use of a claim that each mark stands for; `taken` are those that have words."""

    def __init__(self) -> None:
        self.of: dict[Mark, Key] = {}
        self._taken: set[Key] = set()
        self._next: defaultdict[str, int] = defaultdict(lambda: 1)

    def give(self, mark: Mark, key: Key) -> None:
        """Let a mark stand for a use."""
        self.of[mark] = key
        if mark.says:
            self._taken.add(key)

    def free(self, claim: str) -> Key:
        """Return the first use of a claim that no words have yet."""
        use = next(use for use in count(self._next[claim]) if (claim, use) not in self._taken)
        self._next[claim] = use
        return claim, use


def _name_bookmarks(marks: Sequence[Mark], keys: _Keys) -> None:
    """Find the use of each claim that a bookmark names; a copy of a bookmark is a use of its own."""
    seen: set[Key] = set()
    copies: list[tuple[Mark, str]] = []
    for mark in marks:
        name = re.fullmatch(_BOOKMARK, mark.name) if mark.kind == "bookmark" else None
        if name is None:
            continue
        key = name[1].replace("_", "-"), int(name[2] or 1)
        if name[3] or key in seen:
            copies.append((mark, key[0]))
        else:
            seen.add(key)
            keys.give(mark, key)
    for mark, claim in copies:
        keys.give(mark, keys.free(claim))


def _name_controls(controls: Sequence[Mark], keys: _Keys) -> None:
    """Find the use of each claim that a control marks: by bookmark, by its number, by its turn."""
    numbered: set[Key] = set()
    for way in (_bookmarked, _numbered):
        for mark in controls:
            key = None if mark in keys.of else way(mark)
            if key is not None and (way is _bookmarked or key not in numbered):
                keys.give(mark, key)
                numbered.add(key)
    for mark in controls:
        if mark not in keys.of and mark.says:
            keys.give(mark, keys.free(mark.name))


def _bookmarked(control: Mark) -> Key | None:
    """Return the use that a bookmark of the same claim gives to some of the same words."""
    around = (piece.claim for piece in islice(control.flow, control.start, max(control.end, 0)))
    claims = (claim for claim in islice(around, _MOST_PIECES) if claim is not None)
    return next((claim for claim in claims if claim[0] == control.name), None)


def _numbered(control: Mark) -> Key | None:
    """Return the use from which the writer made the control's number."""
    number = whole(control.number)
    for use in range(1, _MOST_USES + 1):
        if zlib.crc32(f"{control.name}#{use}".encode()) & 0x7FFFFFFF == number:
            return control.name, use
    return None


def _assign(marks: Sequence[Mark], keys: Mapping[Mark, Key]) -> None:
    """Tell the pieces inside these marks which use they are in: of marks around one piece, the innermost."""
    for flow in _flows(marks):
        waiting = sorted((mark for mark in marks if mark.flow is flow), key=lambda mark: -mark.start)
        around: list[Mark] = []
        for index in range(waiting[-1].start, len(flow)):
            while waiting and waiting[-1].start <= index:
                around.append(waiting.pop())
            while around and around[-1].end <= index:
                around.pop()
            if around:
                flow[index].claim = keys[around[-1]]


def _ranges(marks: Sequence[Mark], keys: Mapping[Mark, Key], counted: set[Mark]) -> Iterator[ClaimRange]:
    """Yield a range for each use; one whose words are all gone stands where its marks are."""
    texts: defaultdict[Key, list[str]] = defaultdict(list)
    for piece in chain.from_iterable(_flows(marks)):
        if piece.claim is not None and piece.shown:
            texts[piece.claim].append(piece.text)
    first: dict[Key, Mark] = {}
    for mark in marks:
        known = first.setdefault(keys[mark], mark)
        if mark in counted and known not in counted:
            first[keys[mark]] = mark
    for key, mark in first.items():
        found_by: Literal["control", "bookmark"] = "control" if mark.kind == "control" else "bookmark"
        yield ClaimRange(*key, "".join(texts[key]), mark.place, found_by)
