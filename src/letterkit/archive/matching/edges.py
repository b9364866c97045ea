"""Tells whether a place in folded text lies within a word or number, where no quote may begin or end.

Without this "lawfully killed" would stand in "unlawfully killed", "6 dead" in "46 dead", "can" in "can't".
"""

from __future__ import annotations

import re

from letterkit.archive.matching.fold import Folded, is_mark

_HERE = "\0"
_WITHIN = re.compile(
    "|".join(
        before + _HERE + after
        for before, after in (
            (r"\w", r"\w"),
            (r"\d[.,:/]", r"\d"),  # 1,200  1.30
            (r"\d", r"[.,:/]\d"),
            (r"\d", r"[%‰°]"),
            (r"[$€£¥]", r"\d"),
            (r"\w'", r"\w"),  # can't, but a possessive 's may be left off
            (r"\w", r"'(?!s\b)\w"),
        )
    )
)


def is_within_word(folded: Folded, at: int) -> bool:
    """Tell whether the place before the folded character at `at` lies within a word or number."""
    text = folded.text
    if not 0 < at < len(text):
        return False
    if is_mark(text[at]) or _WITHIN.search(text[max(at - 2, 0) : at] + _HERE + text[at : at + 3]):
        return True
    return _joins(folded, at - 1) or _joins(folded, at)


def _joins(folded: Folded, at: int) -> bool:
    """Tell whether the character at `at` is a hyphen in a compound or a dash in a range of numbers."""
    before, dash, after = folded.text[max(at - 1, 0) : at], folded.text[at], folded.text[at + 1 : at + 2]
    if dash != "-" or not (before.isalnum() and after.isalnum()):
        return False
    if folded.source[folded.starts[at]] in "-‐‑":
        return True
    return before.isdigit() and after.isdigit()
