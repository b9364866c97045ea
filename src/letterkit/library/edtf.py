"""Dates as the store writes them (a subset of EDTF) and as letters print them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """First and last day of a date, month, year or interval; `text` as written in the store."""

    first: date
    last: date
    text: str = ""

    def __str__(self) -> str:
        return self.text


def parse(text: str) -> Span:
    """Parse `2020`, `2020-10`, `2020-10-17` or `a/b`; raises ValueError with the reason."""
    start, slash, end = text.partition("/")
    first, last = _bounds(start), _bounds(end if slash else start)
    if last[1] < first[0]:
        raise ValueError(f"'{text}' ends before it begins")
    return Span(first[0], last[1], text)


def _bounds(text: str) -> tuple[date, date]:
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"'{text}' is no date: write YYYY, YYYY-MM, YYYY-MM-DD or two of them with a slash")
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        raise ValueError(f"'{text}' has no month {month}")
    if not day:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def parse_day(text: str) -> date:
    """Parse one day, `YYYY-MM-DD`; raises ValueError with the reason."""
    span = parse(text)
    if len(text) != 10 or "/" in text:
        raise ValueError(f"'{text}' is no day: write YYYY-MM-DD")
    return span.first


def long_date(day: date) -> str:
    """Return `October 17, 2020`, joined so that a line never breaks inside it."""
    return f"{MONTHS[day.month - 1]}\u00a0{day.day},\u00a0{day.year}"


def printed(span: Span) -> str:
    """Return a span as a letter prints it: `October 17, 2020`, `October 2020` or `2020`."""
    parts = [_printed(part) for part in span.text.split("/")]
    return " to ".join(dict.fromkeys(parts))


def _printed(text: str) -> str:
    if len(text) == 4:
        return text
    first = _bounds(text)[0]
    return (
        long_date(first).replace("\u00a0", " ")
        if len(text) == 10
        else f"{MONTHS[first.month - 1]} {first.year}"
    )
