"""Reads a text as units: numbers, dates, names, phrases of the lexicon, and the words between them."""

from __future__ import annotations

from letterkit.checks.wording.idioms import plain
from letterkit.checks.wording.phrasings import turned
from letterkit.checks.wording.scan import pieces
from letterkit.checks.wording.standard import standard
from letterkit.checks.wording.tagging import tagged
from letterkit.checks.wording.units import Unit
from letterkit.checks.wording.words import words


def units(text: str) -> list[Unit]:
    """Return the units of a text in their order, not yet bound to each other."""
    return list(tagged(words(pieces(plain(turned(standard(text)))))))
