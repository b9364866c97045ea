"""Where notes came to stand on laid out pages; works on the anchors that WeasyPrint gives of each page.

An anchor is the id of an element with its box: left, top, right, bottom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from letterkit.errors import LetterkitError

Box = tuple[float, float, float, float]


def strayed(pages: Sequence[Any]) -> bool:
    """Say whether a note stands on the page after that of its call."""
    return any(numbers(page, "call") & numbers(following, "note") for page, following in pairwise(pages))


def intruder(pages: Sequence[Any]) -> int | None:
    """Return the number of the block that drove a note from the page of its call, if one did.

    WeasyPrint sends a note to the next page, whatever its policy, where a paragraph would else not get its
    first lines on a page.  That paragraph is to begin the next page instead.
    """
    before: set[int] = set()
    for page, following in pairwise(pages):
        starts = numbers(page, "start")
        if strayed([page, following]):
            return max(starts - before, default=None)
        before = starts
    return None


def refuse_hidden_notes(pages: Sequence[Any]) -> None:
    """Raise LetterkitError where the notes of a page grow over its text: WeasyPrint splits no note."""
    for page in pages:
        text_end = max((box[3] for _, box in _boxes(page, "call")), default=0)
        for number, box in _boxes(page, "note"):
            if box[1] < text_end:
                message = f"note {number} and the other notes of its page take more room than the page has"
                raise LetterkitError(message, "shorten them, or set them at the end: --notes endnotes")


def forget_starts(pages: Sequence[Any]) -> None:
    """Take out the anchors that nothing links to, lest they go into the PDF."""
    for page in pages:
        for number in numbers(page, "start"):
            del page.anchors[f"start-{number}"]


def numbers(page: Any, kind: str) -> set[int]:
    """Return the numbers of the anchors of a page that are of a kind: call, note or start."""
    return {number for number, _ in _boxes(page, kind)}


def _boxes(page: Any, kind: str) -> Iterator[tuple[int, Box]]:
    for name, box in page.anchors.items():
        if name.startswith(f"{kind}-"):
            yield int(name.removeprefix(f"{kind}-")), box
