"""Takes the words of a PDF page with their places, sizes and weights; does not order them.

A word ends at a space, at a jump of the pen, and where the print gets raised or lowered.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from ctypes import c_double, c_int, c_ushort, create_string_buffer
from dataclasses import dataclass
from functools import lru_cache
from math import hypot, pi
from typing import Any

from letterkit.errors import LetterkitError

LINE_END_HYPHEN = "\x02"  # what the engine puts for a hyphen that ends a line
UNREADABLE = "\ufffd"  # for a character whose font does not say what it is
_BLANK = frozenset([0xA0, 0xAD, 0xFFFF, *range(0x2000, 0x200C), 0x202F, 0x3000])
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|bx\d", re.IGNORECASE)
_MOST_CHARACTERS = 200_000  # on one page; a dense page of a newspaper has 30,000


@dataclass(slots=True)
class Word:
    """Characters without a space between them; `x`, `end` and `y` (of the baseline) from bottom left."""

    text: str
    x: float
    end: float
    y: float
    size: float  # height of the line that its print needs
    bold: bool = False
    quarter: int = 0  # how often it is turned by ninety degrees


def page_words(page: Any) -> list[Word]:
    """Return the words of a page in the order in which they are drawn.

    What is turned against the rest of the page and what stands outside of it is left out.  Raises
    LetterkitError for a page without end.
    """
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        if count > _MOST_CHARACTERS:
            raise LetterkitError(
                f"a page of the PDF holds {count:,} characters; no page of a report does",
                "save the pages you need as a PDF of their own",
            )
        words = list(_Reader(textpage.raw, page.get_bbox()).words(count))
    finally:
        textpage.close()
    upright = Counter(word.quarter for word in words).most_common(1)
    return [word for word in words if word.quarter == upright[0][0]]


class _Reader:
    """Reads the characters of a page one by one."""

    def __init__(self, raw: Any, bounds: tuple[float, float, float, float]) -> None:
        from pypdfium2 import raw as pdfium

        self.raw, self.bounds, self.pdfium = raw, bounds, pdfium
        self.box, self.at_x, self.at_y = pdfium.FS_RECTF(), c_double(), c_double()
        self.font, self.matrix = create_string_buffer(128), pdfium.FS_MATRIX()

    def words(self, count: int) -> Iterator[Word]:
        """Yield the words among the first characters of the page.

        The engine puts a space where the pen leaves a word; only beside signs and figures, which may be
        raised, the place of every character is looked at.
        """
        word: Word | None = None
        for index, letter in enumerate(self.letters(count)):
            if word is not None and letter.isalpha() and word.text[-1].isalpha():
                word.text += letter
                continue
            if word is not None and (not letter or self.jumps(word, index)):
                yield self.ended(word, index - 1)
                word = None
            if not letter:
                continue
            if word is None:
                word = self.begin(index, letter)
            else:
                word.text += letter
            if word is not None and letter == LINE_END_HYPHEN:
                yield self.ended(word, index)
                word = None
        if word is not None:
            yield self.ended(word, count - 1)

    def letters(self, count: int) -> Iterator[str]:
        """Yield every character of the page, nothing for a space or one that the engine has put in."""
        buffer = (c_ushort * (count + 1))()
        if self.pdfium.FPDFText_GetText(self.raw, 0, count, buffer) == count + 1:
            codes = list(buffer[:count])
        else:  # the text holds characters of two units
            codes = [self.pdfium.FPDFText_GetUnicode(self.raw, index) for index in range(count)]
        seen: dict[int, str] = {}
        for code in codes:
            if code not in seen:
                seen[code] = _letter(code)
            yield seen[code]

    def span(self, index: int, quarter: int) -> tuple[float, float]:
        """Return where a character begins and ends along its line."""
        box = self.box
        self.pdfium.FPDFText_GetLooseCharBox(self.raw, index, box)
        return (
            (box.left, box.right),
            (-box.top, -box.bottom),
            (-box.right, -box.left),
            (box.bottom, box.top),
        )[quarter]

    def origin(self, index: int) -> tuple[float, float]:
        """Return the point from which a character is drawn."""
        self.pdfium.FPDFText_GetCharOrigin(self.raw, index, self.at_x, self.at_y)
        return self.at_x.value, self.at_y.value

    def ended(self, word: Word, index: int) -> Word:
        """Return a word with the end of its last character."""
        word.end = self.span(index, word.quarter)[1]
        return word

    def begin(self, index: int, letter: str) -> Word | None:
        """Return the word that a character begins, None outside the page."""
        x, y = self.origin(index)
        left, bottom, right, top = self.bounds
        if not (left - 1 <= x <= right + 1 and bottom - 1 <= y <= top + 1):
            return None
        quarter = round(self.pdfium.FPDFText_GetCharAngle(self.raw, index) / (pi / 2)) % 4
        start, end = self.span(index, quarter)
        return Word(letter, start, end, _base(x, y, quarter), self.size(index), self.is_bold(index), quarter)

    def size(self, index: int) -> float:
        """Return the height of the line that a character needs: its font's size on the page, and a fifth."""
        size: float = self.pdfium.FPDFText_GetFontSize(self.raw, index)
        if self.pdfium.FPDFText_GetMatrix(self.raw, index, self.matrix):
            size *= hypot(self.matrix.c, self.matrix.d)
        return 1.2 * size

    def jumps(self, word: Word, index: int) -> bool:
        """Tell whether the pen left the line or the word before a character."""
        end, (x, y) = self.span(index - 1, word.quarter)[1], self.origin(index)
        size = max(word.size, 1.0)
        if abs(_base(x, y, word.quarter) - word.y) > 0.1 * size:
            return True
        return not end - 0.6 * size <= self.span(index, word.quarter)[0] <= end + 0.35 * size

    def is_bold(self, index: int) -> bool:
        """Tell whether a character is printed bold, by the weight or the name of its font."""
        if self.pdfium.FPDFText_GetFontWeight(self.raw, index) >= 600:
            return True
        size = self.pdfium.FPDFText_GetFontInfo(self.raw, index, self.font, len(self.font), c_int())
        return size > 0 and _names_bold(self.font.value)


def _base(x: float, y: float, quarter: int) -> float:
    """Return how high a point lies, for text that is turned so."""
    return (y, x, -y, -x)[quarter]


@lru_cache(maxsize=256)
def _names_bold(font: bytes) -> bool:
    return _BOLD.search(font.decode("latin-1")) is not None


def _letter(code: int) -> str:
    """Return a character, nothing for a space or one that the engine has put in."""
    if code in {2, 0xFFFE}:
        return LINE_END_HYPHEN
    if code == 0 or 0xD800 <= code < 0xE000:
        return UNREADABLE
    return "" if code <= 32 or code in _BLANK else chr(code)
