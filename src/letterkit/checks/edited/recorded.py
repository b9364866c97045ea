"""The claims that a letter's record keeps; anybody may have written it, so what has no sense is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Key = tuple[str, int]


def claims(record: Mapping[str, Any]) -> dict[Key, str]:
    """Return the words of each use of a claim, in the order of the record."""
    return dict(_entries(record.get("claims")))


def _entries(listed: Any) -> Iterator[tuple[Key, str]]:
    for entry in listed if isinstance(listed, list | tuple) else ():
        if isinstance(entry, dict):
            name, use, text = entry.get("id"), entry.get("use", 1), entry.get("text")
            if isinstance(name, str) and isinstance(text, str) and type(use) is int and use > 0:
                yield (name, use), text
