"""Which days imported data cover: they hold the members of one day, not who left before or came after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from letterkit.drafting.offices import HOLDER_DAYS, seats
from letterkit.findings import Finding
from letterkit.library.model import Recipient, Term
from letterkit.library.states import STATES, TERRITORIES

VOTING_MEMBERS = 435
_SWEARING_IN = timedelta(days=7)  # between the end of a term and the oath of the next one


@dataclass(frozen=True, slots=True)
class Window:
    """The days from `first` to `last`; `reason` says what sets these limits."""

    first: date
    last: date
    reason: str

    def __str__(self) -> str:
        covered = f"{self.first} to {self.last}" if self.first <= self.last else "no day"
        return f"{covered}: {self.reason}"

    def holds(self, day: date) -> bool:
        """Say whether a day lies within."""
        return self.first <= day <= self.last


def window(members: Sequence[Recipient]) -> Window:
    """Return the days on which every seat of these members was theirs."""
    newest = max(members, key=held_since)
    first, last = held_since(newest), min(seats(member)[-1].last for member in members)
    reason = f"{newest.holders[0].name} took the seat on {first}, and terms end from {last} on"
    return Window(first, last, reason)


def near_import(found: Window, as_of: date) -> Window:
    """Narrow a window to the days around an import on which roles of committees count."""
    span = timedelta(days=HOLDER_DAYS)
    first, last = max(found.first, as_of - span), min(found.last, as_of + span)
    return Window(first, last, f"committees count within {HOLDER_DAYS} days of the import of {as_of}")


def held_since(recipient: Recipient) -> date:
    """Return the day since which a member has held the seat without a break."""
    *earlier, term = seats(recipient)
    since = term.start
    for before in reversed(earlier):
        if _seat(before) != _seat(term) or before.end + _SWEARING_IN < since:
            break
        since = before.start
    return since


def remarks(members: Iterable[Recipient], as_of: date, day: date) -> Iterator[Finding]:
    """Yield what the data cannot know of a day within the window: vacancies, and what has changed since."""
    empty = vacant([seats(member)[-1] for member in members])
    if empty:
        message = f"nobody in the data of {as_of} holds {', '.join(empty)}"
        hint = "whoever does on the letter's date is left out: see whether the seat is vacant"
        yield Finding("vacant-seat", "warning", message, hint=hint)
    if (day - as_of).days > HOLDER_DAYS:
        message = f"the data are of {as_of}, {(day - as_of).days} days before the letter"
        hint = "who has left or joined since is not in them: `letterkit recipients import` newer data"
        yield Finding("import-old", "warning", message, hint=hint)


def vacant(terms: Iterable[Term]) -> list[str]:
    """Return the seats that nobody holds: gaps in the districts of a state, and states short of a senator.

    Of a whole chamber the seats are counted too, since the last district of a state leaves no gap.
    """
    senate: Counter[str] = Counter()
    house: dict[str, set[int]] = {}
    for term in terms:
        if term.chamber == "senate":
            senate[term.state] += 1
        elif term.state not in TERRITORIES:
            house.setdefault(term.state, set()).add(term.district or 0)
    short = [state for state in (STATES if len(senate) > 1 else senate) if senate[state] < 2]
    gaps = [
        f"{state}-{number}"
        for state, taken in sorted(house.items())
        for number in range(1, max(taken))
        if number not in taken
    ]
    unnamed = VOTING_MEMBERS - len(gaps) - sum(map(len, house.values())) if len(house) > 1 else 0
    counted = [f"{unnamed} further seats of the House"] if unnamed > 0 else []
    return [*(f"a seat of {state} in the Senate" for state in short), *gaps, *counted]


def _seat(term: Term) -> tuple[object, ...]:
    return term.state, term.district, term.class_
