"""Inside addresses that stand side by side, told apart: a tab within a row leads to the next one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from letterkit.docx.reading.lines import merged
from letterkit.letter.model import Text, plain

if TYPE_CHECKING:
    from letterkit.letter.model import Inline, Line


def apart(stacks: Iterable[tuple[Line, ...]]) -> tuple[tuple[Line, ...], ...]:
    """Return the addresses one by one, the left one of two first."""
    return tuple(chain.from_iterable(map(_columns, stacks)))


def _columns(stack: tuple[Line, ...]) -> Iterator[tuple[Line, ...]]:
    rows = [tuple(_cells(line)) for line in stack]
    if max(map(len, rows), default=0) < 2:
        yield stack
        return
    for column in zip_longest(*rows, fillvalue=()):
        last = max((number for number, line in enumerate(column) if plain(line).strip()), default=-1)
        if last >= 0:
            yield column[: last + 1]


def _like(part: Inline, text: str) -> Inline:
    return replace(part, text=text) if isinstance(part, Text) else part


def _cells(line: Line) -> Iterator[Line]:
    """Yield what stands between the tabs of a row; several tabs part like one."""
    cell: list[Inline] = []
    begun = False
    for part in line:
        texts = part.text.split("\t") if isinstance(part, Text) else []
        for number, text in enumerate(texts):
            if number and (cell or not begun):
                yield tuple(merged(cell))
                cell, begun = [], True
            if text:
                cell.append(_like(part, text))
        if not texts:
            cell.append(part)
    yield tuple(merged(cell))
