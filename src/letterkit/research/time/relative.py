"""Counts relative time: last week from a source's day, two days later from the day a paragraph spoke of."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from letterkit.checks.tokens import tokens
from letterkit.research.time.span import When, between, month_of, on, year_of

_DAY = timedelta(days=1)
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LENGTH = {"d": 1, "w": 7}
_BACK = re.compile(
    r"\b(?:in|within|over|during) the (?:last|past) (?P<number>\w+ )?(?P<unit>days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
_AGO = re.compile(r"\b(?P<number>\w+) days? ago\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?P<number>\w+) (?P<unit>days?|weeks?) (?P<way>later|earlier|before that|after that)\b", re.IGNORECASE
)
_STEP = (
    (re.compile(r"\b(?:the )?(?:following|next) (?:day|morning)|\ba day later\b", re.IGNORECASE), _DAY),
    (re.compile(r"\b(?:the )?previous day\b|\bthe day before(?=[,.;]|$)", re.IGNORECASE), -_DAY),
    (re.compile(r"\b(?:the|that) same (?:day|evening|night)\b", re.IGNORECASE), 0 * _DAY),
)


def from_source(text: str, own: date) -> When | None:
    """Return the days that today, the weekend, last week and the like are on the source's own day."""
    counted = _counted_back(text, own)
    if counted:
        return counted
    lower = text.lower()
    monday = own - own.weekday() * _DAY
    spans = (
        (r"\byesterday\b|\blast night\b", own - _DAY, own - _DAY),
        (
            r"\b(?:over|during|at|this|last) (?:the )?(?:last |past )?weekend\b",
            monday - 2 * _DAY,
            monday - _DAY,
        ),
        (r"\blast week\b", monday - 7 * _DAY, monday - _DAY),
        (r"\btoday\b|\btonight\b|\bthis morning\b", own, own),
    )
    for words, first, last in spans:
        if re.search(words, lower):
            return between(first, last)
    return _longer(lower, own) or _weekday(text, own)


def from_paragraph(text: str, before: When | None) -> When | None:
    """Return `the following day` and the like, counted from the day that the paragraph spoke of."""
    if before is None or not before.is_day:
        return None
    for words, step in _STEP:
        if words.search(text):
            return on(before.first + step)
    match = _COUNTED.search(text)
    number = _number(match["number"]) if match else 0
    if match is None or not number:
        return None
    days = number * _LENGTH[match["unit"][0].lower()]
    return on(before.first + (days if match["way"] in ("later", "after that") else -days) * _DAY)


def _longer(lower: str, own: date) -> When | None:
    """Return this month, last month, this year, last year."""
    first = own.replace(day=1)
    for words, found in (
        (r"\bthis month\b", month_of(first)),
        (r"\blast month\b", month_of((first - _DAY).replace(day=1))),
        (r"\bthis year\b", year_of(own.year)),
        (r"\blast year\b", year_of(own.year - 1)),
    ):
        if re.search(words, lower):
            return found
    return None


def _counted_back(text: str, own: date) -> When | None:
    """Return `within the last three weeks` or `two days ago`."""
    match = _BACK.search(text)
    if match:
        number = _number(match["number"] or "one")
        return between(_back(own, number, match["unit"][0].lower()), own) if number else None
    match = _AGO.search(text)
    number = _number(match["number"]) if match else 0
    return on(own - number * _DAY) if number else None


def _back(own: date, number: int, unit: str) -> date:
    """Return the day so many days, weeks, months or years before."""
    if unit not in "my":
        return own - number * _LENGTH[unit] * _DAY
    years, month = divmod(own.year * 12 + own.month - 1 - number * (12 if unit == "y" else 1), 12)
    return date(years, month + 1, min(own.day, monthrange(years, month + 1)[1]))


def _weekday(text: str, own: date) -> When | None:
    """Return `on Tuesday`: the last one up to the source's own day."""
    match = re.search(rf"\b[Oo]n (?P<day>{'|'.join(_WEEK)})\b", text)
    return on(own - (own.weekday() - _WEEK.index(match["day"])) % 7 * _DAY) if match else None


def _number(word: str) -> int:
    if word.strip().lower() in ("a", "one"):
        return 1
    found = [token for token in tokens(word.strip()) if token.kind == "amount"]
    return int(float(str(found[0].value))) if found else 0
