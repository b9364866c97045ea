"""Since when and from when a topic has enough asks for a letter: for a refusal that says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from letterkit.drafting.asks import choose_asks
from letterkit.drafting.brief import Brief
from letterkit.library.asof import inadmissible, known_from, successors
from letterkit.library.model import Ask
from letterkit.library.store import Library

FEWEST_ASKS = 3
FEWEST_ASKS_UN = 2


def source_days(library: Library, brief: Brief) -> list[date]:
    """Return the days, in order, on which sources of the topic's claims appeared."""
    sources = {claim.source for claim in library.about(brief.topic.draws_on)}
    return sorted({library.sources[name].issued_on for name in sources if name in library.sources})


def fewest_asks(audience: str) -> int:
    """Return how many asks a letter to an audience needs."""
    return FEWEST_ASKS_UN if audience.startswith("un-") else FEWEST_ASKS


def asks_on(library: Library, brief: Brief, day: date) -> int:
    """Return how many asks a letter of that day would have."""
    return len(choose_asks(library, replace(brief, date=day), inadmissible(library, day))[0])


def first_enough(library: Library, brief: Brief) -> date | None:
    """Return the first day after the letter's own on which there are enough asks, if there is one."""
    fewest = fewest_asks(brief.recipient.audience)
    later = sorted(day for day in set(_turns(library, brief)) if day > brief.date)
    return next((day for day in later if asks_on(library, brief, day) >= fewest), None)


def when_enough(library: Library, brief: Brief) -> str:
    """Say from which later day there are enough asks, else since when there no longer are."""
    fewest = fewest_asks(brief.recipient.audience)
    turns = sorted({*_turns(library, brief), date.min, date.max})
    counts = [(day, end, asks_on(library, brief, day)) for day, end in pairwise(turns)]
    for day, _, number in counts:
        if day > brief.date and number >= fewest:
            return f"from {day} there are {number}"
    ends = [end for _, end, number in counts if number >= fewest and end <= brief.date]
    if not ends:
        return "there are never enough"
    left = asks_on(library, brief, brief.date)
    return f"since {max(ends)} there {'is' if left == 1 else 'are'} {'none' if not left else f'only {left}'}"


def _turns(library: Library, brief: Brief) -> Iterator[date]:
    """Yield every day on which an ask of the letter begins or ceases to hold."""
    later = successors(library)
    for ask in brief.topic.asks[brief.recipient.audience]:
        yield from _window(ask)
        for ground in (library.claims[name] for name in ask.grounds if name in library.claims):
            yield known_from(library, ground)
            if ground.valid_until:
                yield _after(ground.valid_until)
            for name in later.get(ground.id, ()):
                if name in library.claims:
                    yield known_from(library, library.claims[name])


def _window(ask: Ask) -> Iterator[date]:
    if ask.valid_from:
        yield ask.valid_from
    if ask.valid_until:
        yield _after(ask.valid_until)


def _after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day
