"""Puts the lines of a PDF page into reading order.

From top to bottom a page is cut into stretches: rows through which one gap runs down between texts on both
sides, and rows through which none does.  A stretch with such a gap is read column by column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from statistics import median

from letterkit.archive.pdf.rows import GAP, Line

_APART = 1.5  # heights of a line; what stands so far apart in a row is never one sentence
_AFTER_NUMBER = 5
_HEADING = 3  # rows that a heading may have
_WIDEST = 4  # between the words of a justified line
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
            edges = min(line.x for line in inside), max(line.end for line in inside)
            yield [line for row in stretch for line in _joined(row, edges)]
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
        if gap is not None and size < len(rest):
            size -= _heading_below(rest[:size], gap)
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
    size = median(line.size for line in lines)
    for start, end in sorted(free, key=lambda gap: gap[0] - gap[1]):
        left = [[line for line in row if line.end <= start + 1] for row in rows]
        right = [[line for line in row if line.x >= end - 1] for row in rows]
        if sum(map(len, left)) + sum(map(len, right)) < len(lines):
            continue
        if all(_is_column([_width(row) for row in side if row], extent, size) for side in (left, right)):
            return start, end
    return None


def _width(row: _Row) -> float:
    return max(line.end for line in row) - min(line.x for line in row)


def _is_column(widths: list[float], extent: float, size: float) -> bool:
    """Tell whether rows so wide are a column of text, not numbers or bullets before one or figures behind."""
    if len(widths) < 3:
        return len(widths) == 2 and max(widths) >= 0.3 * extent
    return median(widths) >= min(0.3 * extent, 5 * size)


def _heading_below(stretch: list[_Row], gap: _Gap) -> int:
    """Return how many of the last rows are a heading of what follows, not the end of the first column."""
    both = max(number for number, row in enumerate(stretch) if any(line.x >= gap[1] - 1 for line in row))
    below = stretch[both + 1 :][-_HEADING:]
    size = median(line.size for row in stretch for line in row)
    all_bold = stretch[both][0].bold
    heads = [row[0].size > 1.1 * size or (row[0].bold and not all_bold) for row in below]
    return len(heads) - heads.index(True) if True in heads else 0


def _joined(row: _Row, edges: _Gap) -> Iterator[Line]:
    """Yield a row of one column as one line, unless its parts stand too far apart to be one sentence."""
    if len(row) > 1 and _is_justified(row, edges):
        yield Line([word for line in row for word in line.words])
        return
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


def _is_justified(row: _Row, edges: _Gap) -> bool:
    """Tell whether the words of a row were driven apart evenly to fill its column from edge to edge."""
    size = max(line.size for line in row)
    if row[0].x > edges[0] + 2 * size or row[-1].end < edges[1] - 0.5 * size:
        return False
    words = [word for line in row for word in line.words]
    spaces = [space for a, b in pairwise(words) if (space := b.x - a.end) > 0.1 * size]
    if not spaces or max(spaces) > _WIDEST * size:
        return False
    return len(spaces) == 1 or max(spaces) <= 1.5 * min(spaces) + 1


def _widest_space(before: Line, after: Line) -> float:
    """Return how far parts of a line may stand apart: as far as its words do, or a number and its text."""
    size = max(before.size, after.size)
    if _LEADS.fullmatch(before.text):
        return _AFTER_NUMBER * size
    if before.text.endswith((".", "?", "!", ".”", ".'", '."')):  # old printers set sentences apart
        return _APART * size
    spaces = [b.x - a.end for line in (before, after) for a, b in pairwise(line.words)]
    return min(_APART * size, 1.6 * median(spaces)) if spaces else _APART * size
