"""Puts the words of a PDF page into lines, and the lines of its columns into reading order.

Words on one baseline make a line until a gap as wide as the space between columns.  A page is then cut, from top
to bottom, into stretches in which a gap runs down between texts on both sides, and each of these into columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from letterkit.archive.pdfwords import Word

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_GAP = 0.85  # between columns, in heights of a line; between words it is less
_SPACE = 0.09  # between words; less is none
_APART = 2.5  # cells of a table that stand this far apart are never one line
_Interval = tuple[float, float]


@dataclass(slots=True)
class Line:
    """Words on one baseline; `notes` are the numbers of the notes called in it, which are not in `text`."""

    words: list[Word]
    text: str = ""
    notes: tuple[str, ...] = ()
    size: float = 0.0
    y: float = 0.0
    x: float = 0.0
    end: float = 0.0
    bold: bool = False
    column: int = 0  # lines of one column have one number
    after_gap: bool = field(default=False)  # stands beside another one, too far off to go on from it

    def __post_init__(self) -> None:
        longest = max(self.words, key=lambda word: word.end - word.x)
        self.size, self.y = longest.size, longest.y
        self.x, self.end = min(word.x for word in self.words), max(word.end for word in self.words)
        self.bold = all(word.bold for word in self.words if len(word.text) > 1 or len(self.words) == 1)
        self.text, self.notes = _text(self.words, longest)

    @property
    def height(self) -> float:
        """The height of its print, never nothing."""
        return max(self.size, 1.0)


def page_lines(words: Sequence[Word]) -> list[Line]:
    """Return the lines of a page in reading order, each with the number of its column."""
    lines = [Line(part) for part in _runs(words)]
    ordered: list[Line] = []
    for column, part in enumerate(_columns(lines)):
        for line in part:
            line.column = column
        ordered += part
    return ordered


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield words that stand on one baseline without a wide gap, from left to right."""
    for row in _rows(words):
        run: list[Word] = []
        for word in sorted(row, key=lambda each: each.x):
            if run and word.x - max(each.end for each in run[-3:]) > _GAP * max(run[-1].size, word.size):
                yield run
                run = []
            run.append(word)
        if run:
            yield run


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Return the words by baseline, from top to bottom; raised and lowered ones go with their neighbours."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda each: -each.y):
        row = next((row for row in reversed(rows[-6:]) if _shares(row, word)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    return rows


def _shares(row: list[Word], word: Word) -> bool:
    """Tell whether a word stands on the baseline of a row, or beside a larger word of it."""
    first = max(row[-8:], key=lambda each: each.size)
    drop = abs(first.y - word.y)
    if drop <= 0.2 * max(min(first.size, word.size), 1.0):
        return True
    if min(first.size, word.size) > 0.92 * max(first.size, word.size) or drop > 0.6 * max(first.size, word.size):
        return False
    near = 0.5 * max(first.size, word.size)
    return any(each.end - near <= word.x <= each.end + near or word.end - near <= each.x <= word.end + near for each in row[-8:])


def _text(words: list[Word], longest: Word) -> tuple[str, tuple[str, ...]]:
    """Return the text of a line and the numbers of the notes that it calls."""
    parts: list[str] = []
    notes: list[str] = []
    end = words[0].x
    for word in words:
        text = word.text
        if parts and _is_raised(word, longest) and re.fullmatch(r"\d{1,3}(?:[,–-]\d{1,3})*|[*†‡§]+", text):
            if _calls_note("".join(parts).rstrip()):
                notes.append(text)
                end = word.end
                continue
            text = text.translate(_RAISED)
        if parts and word.x - end > _SPACE * max(word.size, longest.size):
            parts.append(" ")
        parts.append(text)
        end = max(word.end, end)
    return "".join(parts), tuple(notes)


def _is_raised(word: Word, longest: Word) -> bool:
    return word.y - longest.y > 0.12 * longest.size and word.size < 0.95 * longest.size


def _calls_note(before: str) -> bool:
    """Tell whether raised figures after these words call a note; after a unit or a figure they are a power."""
    last = re.search(r"(\w+)$", before)
    if last is None:
        return not before.endswith(("+", "-", "−", "=", "×"))
    return not last[1][-1].isdigit() and last[1] not in {"m", "km", "cm", "mm", "ft", "s", "x", "R", "CO", "H"}


def _columns(lines: list[Line]) -> Iterator[list[Line]]:
    """Yield the columns of some lines in reading order, the lines of each from top to bottom."""
    for stretch in _stretches(_strips(lines)):
        rows = [line for strip in stretch for line in strip]
        gutter = _gutter(stretch)
        if gutter is None:
            yield list(_by_rows(stretch))
            continue
        middle = (gutter[0] + gutter[1]) / 2
        yield from _columns([line for line in rows if line.x < middle])
        yield from _columns([line for line in rows if line.x >= middle])


def _strips(lines: Iterable[Line]) -> list[list[Line]]:
    """Return the lines by rows, from top to bottom; lines of which one hangs into the other share a row."""
    strips: list[list[Line]] = []
    for line in sorted(lines, key=lambda each: (-each.y, each.x)):
        if strips and strips[-1][0].y - line.y < 0.5 * min(strips[-1][0].height, line.height):
            strips[-1].append(line)
        else:
            strips.append([line])
    return strips


def _stretches(strips: list[list[Line]]) -> Iterator[list[list[Line]]]:
    """Yield the rows in stretches, each as long as one gap runs through all of its rows."""
    stretch: list[list[Line]] = []
    free: list[_Interval] = []
    for strip in strips:
        open_here = _free(strip)
        narrowed = _common(free, open_here) if stretch else open_here
        if stretch and _has_gutter([*stretch, strip], narrowed) is False and _has_gutter(stretch, free):
            kept, rest = _without_heading(stretch, free)
            yield kept
            stretch, free = rest, _free_of(rest)
            narrowed = _common(free, open_here) if stretch else open_here
        if stretch and not narrowed:
            yield stretch
            stretch, narrowed = [], open_here
        stretch.append(strip)
        free = narrowed
    if stretch:
        kept, rest = _without_heading(stretch, free)
        yield kept
        if rest:
            yield rest
