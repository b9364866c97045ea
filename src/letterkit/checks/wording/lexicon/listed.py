"""Words written one behind the other, as a set."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """Return the words of a text, which spaces and line ends part."""
    return frozenset(words.split())
