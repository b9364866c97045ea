"""Cuts a text into numbers and words, with what stands around each: quotation marks, a sentence's start."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from letterkit.checks import bounds
from letterkit.checks.tokens import Token, tokens
from letterkit.checks.wording.lexicon.lookup import MEASURES
from letterkit.checks.wording.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

POSSESSIVE: Final = "'s"
_WORD: Final = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['-][^\W\d_]+)*|\d[\w]*|[^\w\s]")
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY: Final = re.compile(rf"\b({'|'.join(_WEEKDAYS)}),? $", re.IGNORECASE)
_PERIOD: Final = re.compile(r"\b(late|early|mid)[ -]$", re.IGNORECASE)
_OPENING: Final = ".?!:"


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or a mark as it stands."""

    text: str
    quoted: bool = False
    opens: bool = False


def pieces(text: str) -> list[Piece | Unit]:
    """Return the numbers of a text as units and all else as pieces, in their order."""
    found: list[Piece | Unit] = []
    numbers = {token.start: token for token in reversed(tokens(text))}
    covered = _covered(text)
    quoted, opens, last = False, True, ""
    for match in _WORD.finditer(text):
        if match[0] == '"':
            quoted = not quoted
            opens = opens or last in ",:"
            continue
        if match.start() in numbers:
            found += _numbers(text, match.start(), quoted=quoted)
        elif not any(start <= match.start() < end for start, end in covered):
            found += _words(match[0], quoted=quoted, opens=opens)
        inside = any(start <= match.start() < end for start, end in covered)
        opens, last = match[0] in _OPENING and not inside, match[0]
    return found


def _words(word: str, *, quoted: bool, opens: bool) -> Iterator[Piece]:
    """Yield a word, and the sign of its genitive by itself; a hyphen alone joins and says nothing."""
    if word == "-":
        return
    if any(part in MEASURES for part in word.split("-")[:-1]):
        yield from (Piece(part, quoted, opens) for part in word.split("-"))
    elif word.endswith("'s"):
        yield Piece(word[:-2], quoted, opens)
        yield Piece(POSSESSIVE, quoted)
    else:
        yield Piece(POSSESSIVE if word == "'" else word, quoted, opens)


def _covered(text: str) -> list[tuple[int, int]]:
    """Return the stretches that belong to a number: the number, its qualifier, the weekday of a date."""
    found = []
    for token in tokens(text):
        start, end = token.start, token.end
        if token.kind in ("amount", "time"):
            before = bounds.before(text, start)
            after = None if before else bounds.after(text, end)
            if after:
                found.append((end + after.start(1), end + after.end(1)))
            start = before.start() if before else start
        elif token.kind in ("date", "month", "year"):
            start = _date_start(text, token)
        found.append((start, end))
    return found


def _date_start(text: str, token: Token) -> int:
    period = _PERIOD.search(text, max(0, token.start - 8), token.start)
    day = _weekday(text, token)
    return period.start() if period else day.start() if day and _is_right(day, token) else token.start


def _weekday(text: str, token: Token) -> re.Match[str] | None:
    return _WEEKDAY.search(text, max(0, token.start - 12), token.start)


def _is_right(day: re.Match[str], token: Token) -> bool:
    """Say whether a weekday is that of the date behind it; without a year it may be."""
    if not isinstance(token.value, tuple) or None in token.value or token.kind != "date":
        return True
    month, number, year = (part or 0 for part in token.value)
    try:
        return _WEEKDAYS[date(year, month, number).weekday()] == day[1].lower()
    except ValueError:
        return False


def _numbers(text: str, start: int, *, quoted: bool) -> Iterator[Unit]:
    """Yield the numbers that begin at a place: two, where a range of days does."""
    for token in tokens(text):
        if token.start == start:
            unit = _READ[token.kind](text, token)
            unit.quoted = quoted
            yield unit


def _amount(text: str, token: Token) -> Unit:
    name = "ordinal" if token.kind == "ordinal" else "figure"
    bound = bounds.bound(text, token.start, token.end)
    key = f"{name}:{token.value:g}"
    return Unit(key, "figure", "adjective", token.text, bound=bound, value=token.value)


def _clock(text: str, token: Token) -> Unit:
    bound = bounds.bound(text, token.start, token.end)
    return Unit(f"clock:{token.value}", "clock", "noun", token.text, bound=bound)


def _date(text: str, token: Token) -> Unit:
    period = _PERIOD.search(text, max(0, token.start - 8), token.start)
    bound = period[1].lower() if period else ""
    parts = token.value if isinstance(token.value, tuple) else (token.value,)
    key = f"{token.kind}:{'-'.join(map(_part, parts))}"
    return Unit(key, "date", "noun", token.text, bound=bound, value=(token.kind, *parts))


def _part(part: float | str | None) -> str:
    """Return a part of a date for its key."""
    if part is None:
        return "?"
    return f"{part:g}" if isinstance(part, float) else str(part)


def _designation(_: str, token: Token) -> Unit:
    return Unit(f"designation:{token.value}", "designation", "adjective", token.text, token.text)


_READ: Final = {
    **dict.fromkeys(("date", "month", "year", "decade"), _date),
    **dict.fromkeys(("amount", "ordinal"), _amount),
    "time": _clock,
    "designation": _designation,
}
