"""Finds the numbers of a sentence and says what each one is: a date, a time, a designation, an amount."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from letterkit.library.edtf import MONTHS

Kind = Literal["date", "month", "year", "decade", "time", "designation", "ordinal", "amount"]
Value = float | str | tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Token:
    """One number.  The value is (month, day, year) of a date, (month, year) of a month, a count, or text."""

    kind: Kind
    value: Value
    start: int
    end: int
    text: str


_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
_SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_WORDS = {word: float(value) for value, word in enumerate(_UNITS)}
_WORDS |= {word: 20.0 + 10 * number for number, word in enumerate(_TENS)} | {"dozen": 12.0, "half": 0.5}

_BEFORE_MONTH = re.compile(r"\b(?:in|of|since|until|late|early|mid|by|and|between|from|to)[\s-]$")
_MONTH = "|".join(MONTHS)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\d,.:%]\d|\d)"
_TO = r"(?:\s?[-–]\s?|\s(?:to|and|or)\s)"
_YEAR = r"(?:19|20)\d\d"
_TENS_RE = rf"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_UNITS[1:10])}))?"
_COUNT = rf"(?:{_TENS_RE}|{'|'.join(sorted(_UNITS, key=len, reverse=True))}|dozen|half)"
_SCALE = rf"(?:{'|'.join(_SCALES)})"
_TOKEN = re.compile(
    rf"""
    (?P<iso>\b{_YEAR}-\d\d-\d\d\b)
  | (?P<time>(?<![\d.:])\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?)
  | (?P<dmy>(?<![\w.,])(?P<d1>{_DAY})(?:{_TO}(?P<d2>{_DAY}))?\s(?P<dm>{_MONTH})\b(?:,?\s(?P<dy>{_YEAR}))?)
  | (?P<mdy>\b(?P<mm>{_MONTH})\s(?P<m1>{_DAY})(?:{_TO}(?P<m2>{_DAY}))?(?:,?\s(?P<my>{_YEAR})\b)?)
  | (?P<month>\b(?P<om>{_MONTH})\b(?:,?\s(?P<oy>{_YEAR})\b)?)
  | (?P<decade>\b(?:(?:19|20)\d|\d)0s\b)
  | (?P<year>(?<![\w.,]){_YEAR}(?![\d%]|[.,]\d))
  | (?P<ordinal>\b(?:\d+(?:st|nd|rd|th)|{"|".join(_ORDINALS[1:])})\b)
  | (?P<designation>\b(?:[A-Za-z]+-?\d[A-Za-z0-9]*|\d+(?-i:[A-Z])[A-Za-z0-9]*)\b)
  | (?P<digits>(?<![\w.,])(?P<dn>\d{{1,3}}(?:,\d{{3}})+|\d+)(?P<df>\.\d+)?(?:\s(?P<ds>{_SCALE})\b)?)
  | (?P<words>\b(?:(?P<wn>{_COUNT})(?:[-\s](?:a[-\s])?(?P<ws>{_SCALE}))?|an?[-\s](?P<wa>{_SCALE}))\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@lru_cache(maxsize=65536)  # several rules go over all claims one after the other
def tokens(text: str) -> tuple[Token, ...]:
    """Return the numbers of a text in their order."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        found += _READ[str(match.lastgroup)](match)
    return tuple(found)


def of_kind(text: str, *kinds: Kind) -> Iterator[Token]:
    """Yield the numbers of these kinds."""
    return (token for token in tokens(text) if token.kind in kinds)


def _token(match: re.Match[str], kind: Kind, value: Value) -> Token:
    return Token(kind, value, match.start(), match.end(), match[0])


def _month(name: str) -> int:
    return MONTHS.index(name) + 1


def _days(match: re.Match[str], first: str, second: str, month: str, year: str) -> list[Token]:
    if match[month] not in MONTHS:
        return []
    days = [int(re.sub(r"\D", "", match[name])) for name in (first, second) if match[name]]
    known = int(match[year]) if match[year] else None
    return [_token(match, "date", (_month(match[month]), day, known)) for day in days]


def _alone(match: re.Match[str]) -> list[Token]:
    """Read a month without a day; `May` is one only where a preposition or a year says so."""
    if match["om"] not in MONTHS:
        return []
    before = _BEFORE_MONTH.search(match.string[: match.start()])
    if match["om"] == "May" and not (before or match["oy"]):
        return []
    return [_token(match, "month", (_month(match["om"]), int(match["oy"]) if match["oy"] else None))]


def _ordinal(match: re.Match[str]) -> list[Token]:
    word = match[0].lower()
    return [_token(match, "ordinal", float(_ORDINALS.index(word) if word in _ORDINALS else word[:-2]))]


def _digits(match: re.Match[str]) -> list[Token]:
    number = float(match["dn"].replace(",", "") + (match["df"] or ""))
    return [_token(match, "amount", number * _SCALES.get((match["ds"] or "").lower(), 1.0))]


def _words(match: re.Match[str]) -> list[Token]:
    scale = _SCALES.get((match["ws"] or match["wa"] or "").lower(), 1.0)
    parts = (match["wn"] or "one").lower().split("-")
    return [_token(match, "amount", sum(_WORDS[part] for part in parts) * scale)]


def _iso(match: re.Match[str]) -> list[Token]:
    year, month, day = map(int, match[0].split("-"))
    return [_token(match, "date", (month, day, year))]


def _time(match: re.Match[str]) -> list[Token]:
    return [_token(match, "time", re.sub(r"[\s.:]", "", match[0].lower()))]


_READ: dict[str, Callable[[re.Match[str]], list[Token]]] = {
    "iso": _iso,
    "time": _time,
    "dmy": lambda match: _days(match, "d1", "d2", "dm", "dy"),
    "mdy": lambda match: _days(match, "m1", "m2", "mm", "my"),
    "month": _alone,
    "decade": lambda match: [_token(match, "decade", match[0])],
    "year": lambda match: [_token(match, "year", float(match[0]))],
    "ordinal": _ordinal,
    "designation": lambda match: [_token(match, "designation", match[0].casefold())],
    "digits": _digits,
    "words": _words,
}
