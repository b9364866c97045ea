"""Two inside addresses side by side, as the rows of one paragraph that a tab parts.

Every program that keeps paragraphs keeps a tab; of a table, a frame or columns that cannot be said.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from letterkit.letter.model import Line, Placeholder, Text, plain

Stack = tuple[Line, ...]
LONGEST = 42  # characters of a row that half the width of a page surely holds
# At half of 6.5 inches, in twentieths of a point.
TAB_STOP = '<w:tabs><w:tab w:val="left" w:pos="4680"/></w:tabs>'


def beside(addressees: Sequence[Stack]) -> Stack | None:
    """Return the rows of two addresses side by side; None where they have to stand one below the other."""
    if len(addressees) != 2 or not all(_fits(line) for stack in addressees for line in stack):
        return None
    return tuple(
        (*(left or ()), *((Text("\t"), *right) if right is not None else ()))
        for left, right in zip_longest(*addressees)
    )


def _fits(line: Line) -> bool:
    """Say whether a row is short, and such that it can be told apart again."""
    text = plain(line)
    plain_enough = all(isinstance(part, Text | Placeholder) for part in line)
    return plain_enough and text.isprintable() and text == text.strip() != "" and len(text) <= LONGEST
