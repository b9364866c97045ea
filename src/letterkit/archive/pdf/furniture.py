"""Tells what a report prints on every page, heads, feet, page numbers, from its text; reads the numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from statistics import median

from letterkit.archive.pdf.columns import rows_of
from letterkit.archive.pdf.rows import Line

_EDGE = 5  # rows at the top and at the bottom that may be furniture
_NUMBER_ALONE = re.compile(
    r"\W*(?:page|p\.?|seite|página|стр\.?)?\W*(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|\|)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_PREFIXED = re.compile(r"[A-Z]{1,4}[-–.]\d{1,4}")  # the numbers of an appendix: A-3, MS-18
_DIGITS = re.compile(r"\d+")
_LARGEST = 1.12  # times the size of the text; what is larger may head a chapter
_OFTEN = 0.25
_GAP = 1.6  # heights of a line between furniture and text
_Place = tuple[bool, str]  # whether it stands at the top, and its words without figures
_Edge = tuple[bool, list[list[Line]]]


def furniture(pages: Sequence[Sequence[Line]], body: float) -> list[set[int]]:
    """Return for each page which of its lines (by `id`) are furniture; `body` is the size of the text.

    A line is, when it stands at the edge of its page, set off from the text by a gap or by its size, and its
    words, apart from figures, stand at the same height on pages close by, on many of all pages where it is in
    larger print than the text; and so is a page number alone.  A page that would be left empty has none.
    """
    edges = [_edges(page) for page in pages]
    heights: dict[_Place, list[tuple[int, float]]] = {}
    for number, page in enumerate(edges):
        for top, rows in page:
            for line in (line for row in rows for line in row):
                heights.setdefault((top, _words(line)), []).append((number, line.y))

    def repeats(number: int, place: _Place, line: Line) -> bool:
        same = {other for other, y in heights[place] if abs(y - line.y) < 4} if place[1] else set()
        close = sum(0 < abs(other - number) <= 2 for other in same)
        often = line.size <= _LARGEST * body or len(same) >= _OFTEN * len(pages)
        return often and close >= max(1, min(2, len(pages) - 1))

    found = []
    for number, edge in enumerate(edges):
        marks = _outermost(edge, partial(repeats, number), body, _paragraph_gap(pages[number]))
        found.append(marks if len(marks) < len(pages[number]) else set())
    return found


def _paragraph_gap(page: Sequence[Line]) -> float:
    """Return how far paragraphs of a page stand apart; what is set off from the text stands further."""
    rows = rows_of(page)
    steps = [above[0].y - below[0].y for above, below in pairwise(rows)]
    wide = [step for step in steps if step > 1.3 * median(steps)]
    return median(wide) if len(wide) >= 3 else 0.0


def _edges(page: Sequence[Line]) -> list[_Edge]:
    """Return the rows at the top, from the outermost on, and those at the bottom likewise."""
    rows = rows_of(page)
    middle = len(rows) // 2
    return [(True, rows[: min(_EDGE, middle + 1)]), (False, rows[::-1][: min(_EDGE, middle)])]


def _outermost(
    edges: list[_Edge], repeats: Callable[[_Place, Line], bool], body: float, paragraph_gap: float
) -> set[int]:
    found: set[int] = set()
    for top, rows in edges:
        marked: list[list[Line]] = []
        for row in rows:
            numbers = [line for line in row if _is_number(line)]
            whole = all(line in numbers or repeats((top, _words(line)), line) for line in row)
            if not (whole or numbers):
                break
            marked.append(row if whole else numbers)
        pairs = list(zip(marked, rows[1:], strict=False))
        ends = [n for n, (row, inner) in enumerate(pairs) if _set_off(row, inner, body, paragraph_gap)]
        found |= {id(line) for row in marked[: max(ends, default=-1) + 1] for line in row}
    return found


def _is_number(line: Line) -> bool:
    return bool(_NUMBER_ALONE.fullmatch(line.text) or _PREFIXED.fullmatch(line.text))


def _set_off(row: list[Line], inner: list[Line], body: float, paragraph_gap: float) -> bool:
    """Tell whether a row stands apart from the next one towards the text, or is clearly of another sort."""
    if all(_PREFIXED.fullmatch(line.text) for line in row):
        return True
    size = row[0].size
    gap = max(_GAP * max(size, inner[0].size), 1.15 * paragraph_gap)
    return abs(row[0].y - inner[0].y) > gap or not 0.93 < size / body < 1.07


def _words(line: Line) -> str:
    return _DIGITS.sub("#", line.text.casefold()) if len(line.text) <= 400 else ""


def printed_numbers(pages: Sequence[Sequence[Line]], labels: Sequence[str]) -> list[str | None]:
    """Return for each page the number printed on it, where that is not its place in the file.

    `pages` are the furniture of each: figures in it count when they rise with the pages, all through the file
    or from the page before or to the one after.  Where they do not, the `labels` count that the file itself
    gives its pages, empty where it gives none.
    """
    figures = [_figures(page) for page in pages]
    shifts = Counter(figure - number for number, found in enumerate(figures, 1) for figure in found)
    shift, count = max(shifts.items(), key=lambda item: (item[1], -abs(item[0])), default=(0, 0))
    steady = count >= max(2, 0.6 * sum(map(bool, figures)))
    alone = [{}, *(_figures([line for line in page if _is_number(line)]) for page in pages), {}]
    numbers: list[str | None] = []
    for number, (page, found, label) in enumerate(zip(pages, figures, labels, strict=True), 1):
        if steady and number + shift in found:
            printed: str | None = found[number + shift]
        else:
            printed = _rising(*alone[number - 1 : number + 2]) or _roman(page) or (None if steady else label)
        numbers.append(printed if printed and printed != str(number) else None)
    return numbers


def _rising(before: dict[int, str], here: dict[int, str], after: dict[int, str]) -> str | None:
    """Return the number alone that goes on from the page before, or goes on to the next one."""
    return next((text for figure, text in here.items() if figure - 1 in before or figure + 1 in after), None)


def _figures(page: Sequence[Line]) -> dict[int, str]:
    """Return the figures in the furniture of a page, each as it is printed."""
    plain = {int(text) for line in page for text in _DIGITS.findall(line.text) if len(text) <= 4}
    prefixed = (line.text for line in page if _PREFIXED.fullmatch(line.text))
    return {figure: str(figure) for figure in plain} | {
        int(_DIGITS.findall(text)[0]): text for text in prefixed
    }


def _roman(page: Sequence[Line]) -> str | None:
    found = (_NUMBER_ALONE.fullmatch(line.text) for line in page)
    return next((match[1].lower() for match in found if match and not match[1].isdigit()), None)
