"""Puts the words of a PDF page into lines: words on one baseline without a gap as wide as between columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from letterkit.archive.pdf.words import Word

GAP = 0.85  # between columns, in heights of a line; between words it is less
_SPACE = 0.09  # between words; less is none
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NUMBER = re.compile(r"\d{1,3}(?:[,–-]\d{1,3})*|[*†‡§]+")
_SMALL = re.compile(rf"{_NUMBER.pattern}|st|nd|rd|th|er|re|o|a")
_UNITS = {"m", "km", "cm", "mm", "ft", "s", "x", "R", "CO", "H"}


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
    apart: bool = False  # stands beside another line of its column, too far off to go on from it

    def __post_init__(self) -> None:
        self.words.sort(key=lambda word: word.x)
        usual = _usual(self.words)
        self.size, self.y = max(usual.size, 1.0), usual.y
        self.x, self.end = min(word.x for word in self.words), max(word.end for word in self.words)
        self.bold = all(word.bold for word in self.words if len(word.text) > 1 or len(self.words) == 1)
        self.text, self.notes = _text(self.words, usual)


def lines_of(words: Sequence[Word]) -> list[Line]:
    """Return the lines of a page from top to bottom; those of several columns are not put in order here."""
    return [Line(run) for row in _rows(_with_initials(words)) for run in _runs(row)]


def _runs(row: list[Word]) -> Iterator[list[Word]]:
    """Yield the parts of a row between wide gaps, from left to right."""
    run: list[Word] = []
    for word in sorted(row, key=lambda each: each.x):
        if run and word.x - max(each.end for each in run[-3:]) > GAP * max(run[-1].size, word.size):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Return the words by baseline, from top to bottom; raised and lowered ones with their neighbours."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda each: -each.y):
        if rows and rows[-1][0].y - word.y <= 0.2 * max(min(rows[-1][0].size, word.size), 1.0):
            rows[-1].append(word)
        else:
            rows.append([word])
    for number, row in enumerate(rows):
        near = [*rows[number + 1 : number + 3], *rows[max(number - 2, 0) : number]]
        for word in [each for each in row if _SMALL.fullmatch(each.text)]:
            home = next((other for other in near if any(_carries(large, word) for large in other)), None)
            if home is not None:
                row.remove(word)
                home.append(word)
    return [row for row in rows if row]


def _carries(large: Word, small: Word) -> bool:
    """Tell whether a small word is raised or lowered beside a larger one."""
    if small.size > 1.02 * large.size or abs(large.y - small.y) > 0.6 * large.size:
        return False
    near = 0.3 * large.size
    return abs(small.x - large.end) <= near or abs(large.x - small.end) <= near


def _with_initials(words: Sequence[Word]) -> list[Word]:
    """Put an initial that reaches over several lines before the word that it begins."""
    usual = median(word.size for word in words) if words else 0.0
    initials = [
        word for word in words if len(word.text) == 1 and word.text.isalpha() and word.size > 1.9 * usual
    ]
    rest = [word for word in words if word not in initials]
    for initial in initials:
        beside = [
            w
            for w in rest
            if 0 <= w.x - initial.end + 2 < 1.5 * usual and initial.y < w.y < initial.y + initial.size
        ]
        if not beside:
            rest.append(initial)
            continue
        first = max(beside, key=lambda word: word.y)
        first.text, first.x = initial.text + first.text, initial.x
    return rest


def _usual(words: list[Word]) -> Word:
    """Return a word in the print that most of a line is in."""
    widths: dict[tuple[float, float], float] = {}
    for word in words:
        place = round(word.size, 1), round(word.y, 1)
        widths[place] = widths.get(place, 0.0) + word.end - word.x
    most = max(widths, key=lambda place: widths[place])
    return next(word for word in words if (round(word.size, 1), round(word.y, 1)) == most)


def _text(words: list[Word], usual: Word) -> tuple[str, tuple[str, ...]]:
    """Return the text of a line and the numbers of the notes that it calls.

    Raised figures call a note unless they are glued to what follows, as in ¹³¹I, or make a power.
    """
    text, end = "", words[0].x
    notes: list[str] = []
    for number, word in enumerate(words):
        piece = word.text
        space = _SPACE * max(word.size, usual.size)
        if text and _is_raised(word, usual) and _NUMBER.fullmatch(piece):
            after = words[number + 1] if number + 1 < len(words) else None
            glued = after is not None and after.x - word.end <= space and after.text[0].isalnum()
            if not glued and _calls_note(text):
                notes.append(piece)
                end = max(word.end, end)
                continue
            piece = piece.translate(_RAISED)
        text += f" {piece}" if text and word.x - end > space else piece
        end = max(word.end, end)
    return text, tuple(notes)


def _is_raised(word: Word, usual: Word) -> bool:
    return word.y - usual.y > 0.12 * usual.size and word.size < 1.02 * usual.size


def _calls_note(before: str) -> bool:
    """Tell whether raised figures after these words call a note, and are no power of a unit or figure."""
    last = re.search(r"\w+$", before)
    if last is None:
        return not before.endswith(("+", "-", "−", "=", "×", "("))
    return not last[0][-1].isdigit() and last[0] not in _UNITS
