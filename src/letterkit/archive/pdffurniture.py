"""Tells what a report prints on every page, heads, feet, page numbers, from its text; reads the numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from letterkit.archive.pdfcolumns import rows_of
from letterkit.archive.pdfrows import Line

_EDGE = 4  # rows at the top and at the bottom that may be furniture
_NUMBER_ALONE = re.compile(
    r"\W*(?:page|p\.?|seite|página|стр\.?)?\W*(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|\|)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_LARGEST = 1.12  # times the size of the text; what is larger may head a chapter
_OFTEN = 0.25
_Place = tuple[bool, str]  # whether it stands at the top, and its words without figures
_Edge = tuple[bool, list[list[Line]]]


def furniture(pages: Sequence[Sequence[Line]], body: float) -> list[set[int]]:
    """Return for each page which of its lines (by `id`) are furniture; `body` is the size of the text.

    A line is, when it stands at the edge of its page and its words, apart from figures, stand at the same
    height on other pages, on many where it is in larger print than the text; and so is a page number alone.
    Only what has furniture or nothing beyond it is; a page that would be left empty has none but its number.
    """
    edges = [_edges(page) for page in pages]
    heights: dict[_Place, list[float]] = {}
    for page in edges:
        for top, rows in page:
            for line in (line for row in rows for line in row):
                heights.setdefault((top, _words(line)), []).append(line.y)
    least = 2 if len(pages) < 6 else 3

    def repeats(place: _Place, line: Line) -> bool:
        count = sum(abs(y - line.y) < 4 for y in heights[place]) if place[1] else 0
        return count >= (least if line.size <= _LARGEST * body else max(least, _OFTEN * len(pages)))

    return [_outermost(edge, repeats, len(page)) for edge, page in zip(edges, pages, strict=True)]


def _edges(page: Sequence[Line]) -> list[_Edge]:
    """Return the rows at the top, from the outermost on, and those at the bottom likewise."""
    rows = rows_of(page)
    middle = len(rows) // 2
    return [(True, rows[: min(_EDGE, middle + 1)]), (False, rows[::-1][: min(_EDGE, middle)])]


def _outermost(edges: list[_Edge], repeats: Callable[[_Place, Line], bool], lines: int) -> set[int]:
    found: set[int] = set()
    numbers: set[int] = set()
    for top, rows in edges:
        for row in rows:
            alone = {id(line) for line in row if _NUMBER_ALONE.fullmatch(line.text)}
            marked = alone | {id(line) for line in row if repeats((top, _words(line)), line)}
            numbers |= alone
            found |= marked
            if not marked:
                break
    return found if len(found) < lines else numbers if len(numbers) < lines else set()


def _words(line: Line) -> str:
    return _DIGITS.sub("#", line.text.casefold()) if len(line.text) <= 400 else ""


def printed_numbers(pages: Sequence[Sequence[Line]], labels: Sequence[str]) -> list[str | None]:
    """Return for each page the number printed on it, where that is not its place in the file.

    `pages` are the furniture of each: figures in it count when they rise with the pages.  Where they do not,
    the `labels` count that the file itself gives its pages, empty where it gives none.
    """
    figures = [{int(text) for line in page for text in _figures(line)} for page in pages]
    shifts = Counter(figure - number for number, found in enumerate(figures, 1) for figure in found)
    shift, count = max(shifts.items(), key=lambda item: (item[1], -abs(item[0])), default=(0, 0))
    steady = count >= max(2, 0.6 * sum(map(bool, figures)))
    numbers: list[str | None] = []
    for number, (page, found, label) in enumerate(zip(pages, figures, labels, strict=True), 1):
        if steady and number + shift in found:
            printed: str | None = str(number + shift)
        else:
            printed = _roman(page) or (None if steady else label)
        numbers.append(printed if printed and printed != str(number) else None)
    return numbers


def _figures(line: Line) -> list[str]:
    return [text for text in _DIGITS.findall(line.text) if len(text) <= 4]


def _roman(page: Sequence[Line]) -> str | None:
    found = (_NUMBER_ALONE.fullmatch(line.text) for line in page)
    return next((match[1].lower() for match in found if match and not match[1].isdigit()), None)
