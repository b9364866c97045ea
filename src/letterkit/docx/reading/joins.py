"""Paragraphs that run together where a tracked change took the end of one away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.docx.reading.pieces import Para


def joined(paragraphs: Iterable[Para]) -> list[Para]:
    """Return paragraphs as the view shows them.

    One without its end goes on in the next of the same cell, note or box, and looks like the first of the
    two that shows anything.  Where no next one is, it stays if it shows something.  One whose end was moved
    away with all its words stays as the empty line that Word leaves there.
    """
    result: list[Para] = []
    waiting: dict[int, int] = {}  # by room, where the paragraph stands that goes on
    for paragraph in paragraphs:
        place = waiting.pop(paragraph.room, None)
        if place is None:
            place = len(result)
            result.append(paragraph)
        else:
            result[place] = _together(result[place], paragraph)
        if paragraph.joined or (paragraph.moved and not result[place].empty):
            waiting[paragraph.room] = place
    ended = {place for place in waiting.values() if result[place].empty}
    return [paragraph for place, paragraph in enumerate(result) if place not in ended]


def _together(first: Para, second: Para) -> Para:
    shown = second if first.empty else first
    return replace(shown, pieces=[*first.pieces, *second.pieces])
