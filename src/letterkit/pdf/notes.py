"""Sets the notes of a page while WeasyPrint lays a letter out: on the page of their calls, and each once.

Where a paragraph would begin at the foot of a page with too few lines, WeasyPrint 70 sends the last note of
the page to the next one to make room, although its call stays.  It does not do so inside columns: there the
paragraph goes to the next page instead, which is what a letter wants.  So it is told at that place, and at no
other, that it lays out a column.  A version that asks elsewhere only draws more slowly: `pages.intruder`
finds the notes that have strayed.

For each call WeasyPrint lays out all notes of the page anew, to learn how high they are together.  Here each
is laid out once, and their heights are added.  What the sum foretold is compared with the finished page.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import inf
from typing import Any

PRECISION = 1e-6  # pixels


@contextmanager
def kept_with_their_calls(*, added: bool = True) -> Iterator[None]:
    """Have WeasyPrint move paragraphs rather than notes while this is open.

    Where heights are `added`, ask `as_foretold` of the pages.
    """
    document: Any = importlib.import_module("weasyprint.document")
    theirs = document.LayoutContext
    document.LayoutContext = _adding(theirs) if added else _keeping(theirs)
    try:
        yield
    finally:
        document.LayoutContext = theirs


def as_foretold(pages: Sequence[Any]) -> bool:
    """Say whether the notes of each page are as high as they were when its lines were set."""
    areas = (area for page in pages for area in page._page_box.children if hasattr(area, "foretold"))  # noqa: SLF001
    return all(abs(area.height - area.foretold) < PRECISION for area in areas)


@cache
def _keeping(theirs: Any) -> Any:
    class Context(theirs):  # type: ignore[misc] # a class of a module that has no types
        _breaks_lines = True

        @property
        def in_column(self) -> bool:
            return self._breaks_lines

        @in_column.setter
        def in_column(self, _value: bool) -> None:
            pass

        def _update_footnote_area(self) -> Any:
            """Set the notes of the page, which take their room from the page and not from a column."""
            self._breaks_lines = False
            try:
                return super()._update_footnote_area()
            finally:
                self._breaks_lines = True

    return Context


@cache
def _adding(theirs: Any) -> Any:
    class Context(_keeping(theirs)):  # type: ignore[misc]
        def _update_footnote_area(self) -> bool:
            """Take from the page the room that its notes need; say that they do not overflow it."""
            area = self.current_footnote_area
            if not hasattr(area, "foretold"):
                area.foretold, area.alone = 0, {}
            elif area.height != "auto":
                self.page_bottom += area.margin_height()
            area.children = self.current_page_footnotes
            for note in area.children:
                if note not in area.alone:
                    area.alone[note] = _alone(self, area, note)
            area.height = area.foretold = _together([area.alone[note] for note in area.children])
            self.page_bottom -= area.margin_height()
            return False

    return Context


@dataclass(frozen=True, slots=True)
class _Height:
    """How high a note is that stands alone, in pixels: its box, its margins, the room over and under it."""

    box: float
    margin_top: float
    margin_bottom: float
    over: float
    under: float


def _alone(context: Any, area: Any, note: Any) -> _Height:
    """Lay out a note as if the page had no other."""
    build: Any = importlib.import_module("weasyprint.formatting_structure.build")
    block: Any = importlib.import_module("weasyprint.layout.block")
    whole = build.create_anonymous_boxes(area.copy_with_children([note.deepcopy()]))
    whole, *_ = block.block_level_layout(context, whole, -inf, None, area.page)
    (laid,) = whole.children
    over = laid.position_y + laid.margin_top - whole.content_box_y()
    under = whole.height - over - laid.border_height()
    return _Height(laid.border_height(), laid.margin_top, laid.margin_bottom, over, under)


def _together(notes: Sequence[_Height]) -> float:
    """Return how high notes are below each other; of two margins that meet the larger one counts."""
    if not notes:
        return 0
    between = (max(above.margin_bottom, below.margin_top) for above, below in pairwise(notes))
    return notes[0].over + sum(note.box for note in notes) + sum(between) + notes[-1].under
