"""What words make of a number beside them: a floor, a ceiling, an estimate.  Data and look-ups, no rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# Qualifiers that say the same; the ones in `AFTER` follow their number.
SAME: Final[Mapping[str, tuple[str, ...]]] = {
    "at least": ("at least", "no fewer than", "no less than", "not less than", "a minimum of"),
    "more than": ("more than", "over", "above", "exceeding", "upwards of"),
    "up to": ("up to", "as many as", "as much as", "at most", "no more than", "a maximum of"),
    "around": ("around", "about", "approximately", "roughly", "some", "an estimated", "estimated", "circa"),
    "nearly": ("nearly", "almost", "close to", "just under"),
}
AFTER: Final[Mapping[str, tuple[str, ...]]] = {"at least": ("or more",), "around": ("or so", "on average")}
FAMILY: Final = {word: family for family, words in SAME.items() for word in words}
_BEFORE_RE = re.compile(
    rf"\b({'|'.join(sorted(FAMILY, key=len, reverse=True))})(?:\s(?:an?|the))?\s$", re.IGNORECASE
)
_AFTER_RE = {
    family: re.compile(rf"^\s?(?:\S+\s)?({'|'.join(words)})\b", re.IGNORECASE)
    for family, words in AFTER.items()
}


def before(text: str, start: int) -> re.Match[str] | None:
    """Find the qualifier that ends where a number starts; its first group is the words alone."""
    return _BEFORE_RE.search(text, max(0, start - 40), start)


def after(text: str, end: int) -> re.Match[str] | None:
    """Find the qualifier that follows a number which ends here; its first group is its words."""
    return next((found for words in _AFTER_RE.values() if (found := words.search(text[end:]))), None)


def bound(text: str, start: int, end: int) -> str:
    """Return how a number of a text is qualified: a family's name, or an empty text."""
    found = before(text, start)
    if found:
        return FAMILY[found[1].lower()]
    return next((family for family, words in _AFTER_RE.items() if words.search(text[end:])), "")
