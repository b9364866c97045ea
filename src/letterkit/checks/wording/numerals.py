"""Numbers written in words, as digits: `one hundred and forty-six`, `a dozen`, `ninety-two thousand`."""

from __future__ import annotations

import re
from typing import Final

_UNITS: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL: Final = {word: value for value, word in enumerate(_UNITS)} | {
    word: 20 + 10 * number for number, word in enumerate(_TENS)
}
_LARGE: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_WORD: Final = "|".join((*_SMALL, *_LARGE))
_NUMBER: Final = re.compile(
    rf"\b(?:half a |an? |one |two |three |four |five |six )?dozen\b|\b(?:an? (?=(?:{'|'.join(_LARGE)})\b))?"
    rf"(?:{_WORD})(?:(?:[- ]| and )(?:{_WORD}))*\b",
    re.IGNORECASE,
)
_DOZENS: Final = {"half": 6, "a": 12, "an": 12, "": 12}


def digits(text: str) -> str:
    """Return the text with its numbers from two upward in digits; `one` is too often no number."""
    return _NUMBER.sub(_digits, text)


def _digits(match: re.Match[str]) -> str:
    words = [word for word in re.split(r"[- ]", match[0].lower()) if word not in ("and", "a", "an")]
    if words[-1] == "dozen":
        first = match[0].lower().split()[0]
        return str(_DOZENS[first] if first in _DOZENS else 12 * _SMALL.get(first, 1))
    if words == ["one"] or (len(words) == 1 and words[0] in _LARGE and match[0].lower() in _LARGE):
        return match[0]
    value = _value(words)
    if value is None:
        return " and ".join(digits(part) for part in re.split(" and ", match[0], flags=re.IGNORECASE))
    return str(value)


def _value(words: list[str]) -> int | None:
    """Return the number that the words make, None where they are several numbers beside each other."""
    total, part, last = 0, 0, 0
    for word in words:
        if word in _LARGE:
            scale = _LARGE[word]
            if scale == 100:
                part = (part or 1) * scale
            else:
                total, part = total + (part or 1) * scale, 0
        elif 0 < last < 20 or (last and last < 100 <= 10 * _SMALL[word]):
            return None
        else:
            part += _SMALL[word]
        last = _LARGE.get(word, 0) or _SMALL.get(word, 0)
    return total + part
