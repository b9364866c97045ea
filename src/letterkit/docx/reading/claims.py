"""Claims in a document: which words each use of a claim has, by its content control, else by its bookmark.

Some programs keep the one and some the other.  A control names the claim; which use of it this is, the
bookmark around the same words tells, else the control's number, else its turn.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING, Final, Literal

from letterkit.docx.reading.document import ClaimRange
from letterkit.docx.reading.names import whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from letterkit.docx.reading.pieces import Mark

Key = tuple[str, int]

# LibreOffice names the copy of a bookmark with the last part.
_BOOKMARK: Final = r"_fact_([a-z0-9]+(?:_[a-z0-9]+)*)(?:__([1-9][0-9]{0,5}))?( copy [0-9]+)?"
_MOST_USES: Final = 50


def find(marks: Iterable[Mark]) -> tuple[ClaimRange, ...]:
    """Tell every piece which use of a claim it is in; return the uses in the order of the page."""
    marks = [mark for mark in marks if mark.kind != "comment"]
    keys = _Keys()
    _name_bookmarks(marks, keys)
    _name_controls(marks, keys)
    named = [mark for mark in marks if mark in keys.of]
    controlled = {keys.of[mark] for mark in named if mark.kind == "control" and mark.says}
    for kind in ("bookmark", "control"):  # what a control holds counts more than what a bookmark holds
        words = [mark for mark in named if mark.kind == kind and mark.says]
        _assign([m for m in words if kind == "control" or keys.of[m] not in controlled], keys.of)
    return tuple(_ranges(named, keys.of, controlled))


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


def _name_controls(marks: Sequence[Mark], keys: _Keys) -> None:
    """Find the use of each claim that a control marks."""
    controls = [mark for mark in marks if mark.kind == "control"]
    bookmarks: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark, key in keys.of.items():
        bookmarks[key[0]].append(mark)
    numbered: set[Key] = set()
    for mark in controls:
        around = next((each for each in bookmarks[mark.name] if each.overlaps(mark)), None)
        if around is not None:
            keys.give(mark, keys.of[around])
            numbered.add(keys.of[around])
    for mark in controls:
        key = _numbered(mark) if mark not in keys.of else None
        if key is not None and key not in numbered:
            keys.give(mark, key)
            numbered.add(key)
    for mark in controls:
        if mark not in keys.of and mark.says:
            keys.give(mark, keys.free(mark.name))


def _numbered(control: Mark) -> Key | None:
    """Return the use from which the writer made the control's number."""
    number = whole(control.number)
    for use in range(1, _MOST_USES + 1):
        if zlib.crc32(f"{control.name}#{use}".encode()) & 0x7FFFFFFF == number:
            return control.name, use
    return None


def _assign(marks: Sequence[Mark], keys: Mapping[Mark, Key]) -> None:
    """Tell the pieces inside these marks, all of one kind, which use they are in: the innermost counts."""
    for flow in {id(mark.flow): mark.flow for mark in marks}.values():
        waiting = sorted((mark for mark in marks if mark.flow is flow), key=lambda mark: -mark.start)
        around: list[Mark] = []
        for index in range(waiting[-1].start, len(flow)):
            while waiting and waiting[-1].start <= index:
                around.append(waiting.pop())
            while around and around[-1].end <= index:
                around.pop()
            if around:
                flow[index].claim = keys[around[-1]]


def _ranges(marks: Sequence[Mark], keys: Mapping[Mark, Key], controlled: set[Key]) -> Iterator[ClaimRange]:
    """Yield a range for each use; one whose words are all gone stands where its marks are."""
    texts: defaultdict[Key, str] = defaultdict(str)
    for flow in {id(mark.flow): mark.flow for mark in marks}.values():
        for piece in flow:
            if piece.claim is not None and piece.shown:
                texts[piece.claim] += piece.text
    first: dict[Key, Mark] = {}
    for mark in marks:
        key = keys[mark]
        counts = mark.says and (mark.kind == "control" or key not in controlled)
        if counts and (key not in first or not first[key].says or first[key].kind != mark.kind):
            first[key] = mark
        first.setdefault(key, mark)
    for key in dict.fromkeys(keys[mark] for mark in marks):
        found_by: Literal["control", "bookmark"] = "control" if first[key].kind == "control" else "bookmark"
        yield ClaimRange(*key, texts[key], first[key].place, found_by)
