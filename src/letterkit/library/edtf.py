"""Dates as the store writes them (a subset of EDTF) and as letters print them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
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


@lru_cache(maxsize=4096)
def published(value: str) -> Span:
    """Return the day, month or year of publication in the source's own offset; raises ValueError."""
    if "/" in value:
        raise ValueError(f"'{value}' is no day")
    return parse(datetime.fromisoformat(value).date().isoformat() if "T" in value else value)


def _bounds(text: str) -> tuple[date, date]:
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"'{text}' is no date: write YYYY, YYYY-MM, YYYY-MM-DD or two of them with a slash")
    year, month, day = (None if part is None else int(part) for part in match.groups())
    try:
        first = date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise ValueError(f"'{text}' is not in the calendar") from None
    if month is None:
        return first, first.replace(month=12, day=31)
    return first, first if day is not None else first.replace(day=monthrange(first.year, month)[1])


def parse_day(text: str) -> date:
    """Parse one day, `YYYY-MM-DD`; raises ValueError with the reason."""
    if not _DAY.fullmatch(text):
        raise ValueError(f"'{text}' is no day: write YYYY-MM-DD")
    return parse(text).first


def long_date(day: date) -> str:
    """Return `October 17, 2020`, joined so that a line never breaks inside it."""
    return f"{MONTHS[day.month - 1]}\u00a0{day.day},\u00a0{day.year}"


def printed(span: Span) -> str:
    """Return a span as letters print it: `October 17, 2020`, `October 3–4, 2020`, `October 2020`, `2020`."""
    first, _, last = span.text.partition("/")
    if len(first) == len(last) == 10 and first[:7] == last[:7] and first != last:
        return f"{MONTHS[span.first.month - 1]} {span.first.day}–{span.last.day}, {span.first.year}"
    return " to ".join(dict.fromkeys(_printed(part) for part in (first, last) if part))


def _printed(text: str) -> str:
    if len(text) == 4:
        return text
    first = _bounds(text)[0]
    return (
        long_date(first).replace("\u00a0", " ")
        if len(text) == 10
        else f"{MONTHS[first.month - 1]} {first.year}"
    )
