"""Which of the parts that a letter cannot go without are missing from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.letter.model import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.letter.model import Letter


def missing_parts(letter: Letter) -> Iterator[str]:
    """Yield the names of the parts that have no words."""
    parts = {
        "date": [letter.date],
        "inside address": [line for lines in letter.addressees for line in lines],
        "subject": [letter.subject],
        "salutation": [letter.salutation],
        "complimentary close": [letter.close],
        "signature": [line for lines in letter.signatures for line in lines],
    }
    yield from (name for name, lines in parts.items() if not any(plain(line).strip() for line in lines))
