"""Joins a word that a line end parts, and keeps the hyphen where it is the word's own, as in Port-au-Prince.

What decides is the rest of the document: the word stands in it whole, or with its hyphen.  Where it does not,
the hyphen stays, unless the first part alone is no word and the word may be parted there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

HYPHENS = "-\u2010\u00ad\x02"
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*")
_PREFIXES = frozenset(
    [
        "all",
        "anti",
        "co",
        "counter",
        "cross",
        "ex",
        "extra",
        "half",
        "inter",
        "many",
        "mid",
        "mini",
        "multi",
        "non",
        "post",
        "pre",
        "pro",
        "quasi",
        "re",
        "self",
        "semi",
        "sub",
        "super",
        "ultra",
        "under",
        "vice",
        "well",
    ]
)


class Hyphens:
    """Decides by the words of one document; `lines` are its lines of print, `language` a tag like `en-US`."""

    def __init__(self, lines: Iterable[str], language: str | None = None) -> None:
        self._known: Counter[str] = Counter()
        for line in lines:
            words = _WORD.findall(line)
            ends_open = line.rstrip().endswith(tuple(HYPHENS))
            self._known.update(
                word.casefold().replace("‐", "-") for word in (words[:-1] if ends_open else words)
            )
        self._language = language

    def joined(self, before: str, after: str) -> str:
        """Return two lines as one text; only a hyphen at the end of the first is in question."""
        if not before.endswith(tuple(HYPHENS)):
            return f"{before} {after}"
        stem, mark = before[:-1], before[-1]
        first, second = (
            re.search(r"[^\W_]*(?:[-‐'’][^\W_]+)*$", stem),
            re.match(r"[^\W_]+(?:[-‐'’][^\W_]+)*", after),
        )
        if not stem or stem[-1].isspace() or first is None or second is None or not first[0]:
            return f"{stem}{'-' if mark == chr(2) else mark} {after}"
        if mark == "\u00ad" or self._is_one_word(first[0], second[0]):
            return f"{stem}{after}"
        return f"{stem}-{after}"

    def _is_one_word(self, first: str, second: str) -> bool:
        whole, parted = f"{first}{second}".casefold(), f"{first}-{second}".casefold()
        if self._known[whole] or self._known[parted]:
            return self._known[whole] > self._known[parted]
        if not (
            first[-1:].isalpha() and second[0].islower() and "-" not in f"{first}{second}".replace("‐", "-")
        ):
            return False
        start = first.casefold()
        if start in _PREFIXES or (self._known[start] and self._known[second.casefold()]):
            return False
        return _may_part(whole, len(first), self._language)


@lru_cache(maxsize=4096)
def _may_part(word: str, at: int, language: str | None) -> bool:
    """Tell whether a word may be parted there, by the patterns that set type with."""
    patterns = _patterns(language)
    return patterns is None or at in patterns.positions(word)


@lru_cache(maxsize=8)
def _patterns(language: str | None) -> Any:
    import pyphen

    found = pyphen.language_fallback((language or "en-US").replace("-", "_"))
    return pyphen.Pyphen(lang=found) if found else None
