"""Two texts that differ in typography alone: signs that look alike or are drawn by the program."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SIGNS: Final = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
    }
)
_SPACE: Final = re.compile(r"\s+")


def fold(text: str) -> str:
    """Return the text with one sign for each kind of quotation mark, dash and space."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text).translate(_SIGNS)).strip()


def alike(was: str, now: str) -> bool:
    """Say whether two texts differ at most in typography."""
    return was == now or fold(was) == fold(now)
