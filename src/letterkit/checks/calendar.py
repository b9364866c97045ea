"""What days, months and years a source's words mean, read on the day on which it was published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from letterkit.checks.tokens import Token, of_kind
from letterkit.library.edtf import Span
from letterkit.library.model import Source

_DAY = timedelta(days=1)
_NEXT = re.compile(r"\b(?:following|next) (?:day|morning|night)|\bday (?:later|after)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:previous|preceding) day|\b(?:day|night) (?:before|earlier)\b", re.IGNORECASE)


@dataclass
class Known:
    """Days, months as (year, month), and years that a claim may name."""

    days: set[date] = field(default_factory=set)
    months: set[tuple[int, int]] = field(default_factory=set)
    years: set[int] = field(default_factory=set)

    def day(self, day: date) -> None:
        """Add a day with its month and year."""
        self.days.add(day)
        self.month(day.year, day.month)

    def month(self, year: int, month: int) -> None:
        """Add a month with its year."""
        self.months.add((year, month))
        self.years.add(year)

    def gives(self, token: Token) -> bool:
        """Say whether a date of a claim is among them; a year that it lacks may be any."""
        if not isinstance(token.value, tuple):
            return token.value in self.years
        *rest, year = token.value
        if token.kind == "month":
            return any(month == rest[0] and year in (None, known) for known, month in self.months)
        return any([day.month, day.day] == rest and year in (None, day.year) for day in self.days)


def known_by(source: Source | None, quotes: Iterable[str], happened: Span | None) -> Known:
    """Return what the quotes say, what `happened` says, and the source's own days."""
    known = Known()
    own = _own_days(source) if source else set()
    for quote in quotes:
        _read(known, quote, source)
        for day in _relative(quote, own):
            known.day(day)
    for part in happened.text.split("/") if happened else ():
        _add(known, [int(number) for number in part.split("-")])
    for quote in quotes:  # "the following day" counts from any day that stands fast
        steps = [*([_DAY] if _NEXT.search(quote) else []), *([-_DAY] if _BEFORE.search(quote) else [])]
        for day in [day + step for step in steps for day in known.days | own]:
            known.day(day)
    for day in own:
        known.day(day)
    if source and source.issued:
        _add(known, [int(number) for number in str(source.issued_text).split("-")])
    return known


def _own_days(source: Source) -> set[date]:
    """Return the days on which a source was dated and published, as far as they are known to the day."""
    published = source.issued_on if source.issued_text == str(source.issued_on) else None
    return {day for day in (source.dated, published) if day}


def spoken_of(source: Source, text: str) -> Known:
    """Return the months and years that the whole text of a source speaks of."""
    known = Known()
    _read(known, text, source)
    return Known(months=known.months, years=known.years)


def _read(known: Known, text: str, source: Source | None) -> None:
    for token in of_kind(text, "date", "month", "year"):
        if not isinstance(token.value, tuple):
            known.years.add(int(float(token.value)))
            continue
        *rest, year = (part or 0 for part in token.value)
        year = year or _nearest_year(rest, source)
        _add(known, [year, *rest] if year else [])


def _add(known: Known, parts: list[int]) -> None:
    """Add a year, a month or a day; what the calendar does not have is left out."""
    try:
        if len(parts) == 3:
            known.day(date(*parts))
        elif len(parts) == 2:
            known.month(parts[0], parts[1])
        elif parts:
            known.years.add(parts[0])
    except ValueError:
        return


def _nearest_year(month_day: list[int], source: Source | None) -> int:
    """Return the year in which a month, or a day of it, lies nearest to the source's own day."""
    if source is None or not (source.issued or source.dated):
        return 0
    month, day = (*month_day, 15)[:2]
    own = source.printed_date
    near = [date(own.year + step, month, min(day, 28)) for step in (-1, 0, 1)]
    return min(near, key=lambda each: abs(each - own)).year


def _relative(quote: str, own: Iterable[date]) -> Iterator[date]:
    """Yield the days that yesterday, the weekend, last week and the like are on the source's own days."""
    lower = quote.lower()
    for day in own:
        monday = day - timedelta(days=day.weekday())
        if "yesterday" in lower:
            yield day - _DAY
        if "tomorrow" in lower:
            yield day + _DAY
        if "weekend" in lower:
            yield from (monday - 2 * _DAY, monday - _DAY)
        if "last week" in lower:
            yield from (monday - step * _DAY for step in range(1, 8))
        if "this week" in lower:
            yield from (monday + step * _DAY for step in range(7))
