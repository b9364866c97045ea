"""Puts the lines of a PDF page into reading order.

From top to bottom a page is cut into stretches: rows through which one gap runs down between texts on both
sides, and rows through which none does.  A stretch with such a gap is read column by column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from statistics import median

from letterkit.archive.pdfrows import GAP, Line

_APART = 1.5  # heights of a line; what stands so far apart in a row is never one sentence
_AFTER_NUMBER = 5
_LEADS = re.compile(
    r"\W|\d{1,2}(?:\.\d{1,2})*\.?|\(?[a-zA-Z0-9]{1,3}[.)]"
)  # a bullet, the number of a section or a note
_Row = list[Line]
_Gap = tuple[float, float]


def in_order(lines: list[Line]) -> list[Line]:
    """Return lines in reading order, each with the number of its column."""
    ordered: list[Line] = []
    for number, column in enumerate(_columns(lines)):
        for line in column:
            line.column, line.words = number, []  # hundreds of pages of words would fill the memory
        ordered += column
    return ordered


def rows_of(lines: Iterable[Line]) -> list[_Row]:
    """Return lines by rows, from top to bottom."""
    rows: list[_Row] = []
    for line in sorted(lines, key=lambda each: (-each.y, each.x)):
        if rows and rows[-1][0].y - line.y < 0.5 * min(rows[-1][0].size, line.size):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda each: each.x)
    return rows


def _columns(lines: list[Line]) -> Iterator[list[Line]]:
    """Yield the columns in reading order, the lines of each from top to bottom."""
    for gap, stretch in _stretches(rows_of(lines)):
        inside = [line for row in stretch for line in row]
        if gap is None:
            yield [line for row in stretch for line in _joined(row)]
            continue
        middle = (gap[0] + gap[1]) / 2
        yield from _columns([line for line in inside if line.x < middle])
        yield from _columns([line for line in inside if line.x >= middle])


def _stretches(rows: list[_Row]) -> Iterator[tuple[_Gap | None, list[_Row]]]:
    """Yield the rows from top to bottom in stretches, each with the gap between its columns if it has any."""
    found: list[tuple[_Gap | None, list[_Row]]] = []
    rest = rows
    while rest:
        size, gap = _longest_with_gap(rest)
        stretch = rest[:size]
        if gap is not None:
            size -= _heading_below(stretch, gap)
        found.append((gap, rest[:size]))
        rest = rest[size:]
    for one_column, parts in groupby(found, key=lambda part: part[0] is None):
        if one_column:
            yield None, [row for _, stretch in parts for row in stretch]
        else:
            yield from parts


def _longest_with_gap(rows: list[_Row]) -> tuple[int, _Gap | None]:
    """Return how many rows from the first on share a gap between columns; without one, where to look on."""
    left = min(line.x for row in rows for line in row)
    right = max(line.end for row in rows for line in row)
    free = [(left, right)]
    best: tuple[int, _Gap | None] = (1, None)
    for number, row in enumerate(rows, 1):
        free = _narrowed(free, row)
        if not free:
            break
        gap = _gap_between_columns(rows[:number], free)
        if gap is not None:
            best = (number, gap)
        elif best[1] is not None:
            break
    return best


def _narrowed(free: list[_Gap], row: _Row) -> list[_Gap]:
    """Return what of the free intervals no line of a row covers, as far as it is wide enough."""
    least = GAP * min(line.size for line in row)
    for line in row:
        parts = (
            ((start, min(end, line.x)) for start, end in free),
            ((max(start, line.end), end) for start, end in free),
        )
        free = [(start, end) for part in parts for start, end in part if end - start >= least]
    return sorted(set(free))


def _gap_between_columns(rows: list[_Row], free: list[_Gap]) -> _Gap | None:
    """Return the widest free interval that has columns of text on both sides."""
    lines = [line for row in rows for line in row]
    extent = max(line.end for line in lines) - min(line.x for line in lines)
    for start, end in sorted(free, key=lambda gap: gap[0] - gap[1]):
        sides = (
            [line for line in lines if line.end <= start + 1],
            [line for line in lines if line.x >= end - 1],
        )
        if all(_is_column(side, extent) for side in sides) and len(sides[0]) + len(sides[1]) == len(lines):
            return start, end
    return None


def _is_column(side: list[Line], extent: float) -> bool:
    """Tell whether lines are a column of text, not numbers or bullets before one or figures behind it."""
    widths = sorted(line.end - line.x for line in side)
    if len(side) < 3:
        return len(side) == 2 and widths[-1] >= 0.3 * extent
    return median(widths) >= min(0.3 * extent, 5 * median(line.size for line in side))


def _heading_below(stretch: list[_Row], gap: _Gap) -> int:
    """Return how many of the last rows belong to what follows: a heading below the end of all columns."""
    both = [number for number, row in enumerate(stretch) if any(line.x >= gap[1] - 1 for line in row)]
    count = 0
    steps = [above[0].y - below[0].y for above, below in pairwise(stretch)]
    usual = median(steps) if steps else 0.0
    sizes = median(line.size for row in stretch for line in row)
    for number in range(len(stretch) - 1, both[-1], -1):
        line = stretch[number][0]
        if (
            steps[number - 1] > 1.6 * usual
            or line.size > 1.1 * sizes
            or (line.bold and not stretch[both[-1]][0].bold)
        ):
            count = len(stretch) - number
    return count


def _joined(row: _Row) -> Iterator[Line]:
    """Yield a row of one column as one line, unless its parts stand too far apart to be one sentence."""
    held: Line | None = None
    for line in row:
        if held is not None and line.x - held.end <= _widest_space(held, line):
            held = Line([*held.words, *line.words], apart=held.apart)
            continue
        if held is not None:
            yield held
            line.apart = True
        held = line
    if held is not None:
        yield held


def _widest_space(before: Line, after: Line) -> float:
    """Return how far parts of a line may stand apart: as far as its words do, or a number and its text."""
    size = max(before.size, after.size)
    if _LEADS.fullmatch(before.text):
        return _AFTER_NUMBER * size
    spaces = [b.x - a.end for line in (before, after) for a, b in pairwise(line.words)]
    return min(_APART * size, 1.6 * median(spaces)) if spaces else _APART * size
