"""A stretch of time as research reads it: first and last day, and how the store writes it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class When:
    """A stretch of time; `text` is the day, month, year, or two of them with a slash."""

    first: date
    last: date
    text: str

    @property
    def is_day(self) -> bool:
        """Say whether it is a single day."""
        return self.first == self.last


def on(day: date) -> When:
    """Return a single day."""
    return When(day, day, day.isoformat())


def between(first: date, last: date) -> When:
    """Return a stretch of days, or the single day that both are."""
    return joined(on(first), on(last)) if first != last else on(first)


def month_of(first: date) -> When:
    """Return a month, given its first day."""
    return When(first, first.replace(day=monthrange(first.year, first.month)[1]), f"{first:%Y-%m}")


def year_of(year: int) -> When:
    """Return a year."""
    return When(date(year, 1, 1), date(year, 12, 31), str(year))


def joined(first: When, last: When) -> When:
    """Return the stretch from one to the other."""
    return When(first.first, last.last, f"{first.text}/{last.text}")
