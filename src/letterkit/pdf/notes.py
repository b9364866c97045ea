"""Keeps notes on the page of their calls while WeasyPrint lays a letter out.

Where a paragraph would begin at the foot of a page with too few lines, WeasyPrint 70 sends the last note of
the page to the next one to make room, although its call stays.  It does not do so inside columns: there the
paragraph goes to the next page instead, which is what a letter wants.  So it is told at that place, and at no
other, that it lays out a column.  A version that asks elsewhere only draws more slowly: `pages.intruder`
finds the notes that have strayed.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any


@contextmanager
def kept_with_their_calls() -> Iterator[None]:
    """Have WeasyPrint move paragraphs rather than notes while this is open."""
    document: Any = importlib.import_module("weasyprint.document")
    theirs = document.LayoutContext
    document.LayoutContext = _ours(theirs)
    try:
        yield
    finally:
        document.LayoutContext = theirs


@cache
def _ours(theirs: Any) -> Any:
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
