"""The order in which a section tells its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from letterkit.library.edtf import Span
from letterkit.library.model import Claim
from letterkit.library.store import Library

_NEVER = Span(date.max, date.max)


def told(library: Library, positions: Mapping[str, int], claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims source by source as these appeared, and within a source as it tells them.

    Incidents come day by day, and every claim right after the one that leads into it.  `positions` gives
    the place of each claim in the store.
    """

    def appeared(claim: Claim) -> tuple[object, ...]:
        source = library.sources[claim.source]
        return (source.issued_on, source.id)

    ordered = sorted(claims, key=lambda claim: (appeared(claim), positions[claim.id]))
    for _, group in groupby(ordered, key=appeared):
        yield from _led_in(_day_by_day(list(group)))


def _day_by_day(claims: list[Claim]) -> list[Claim]:
    """Sort the claims of known days among their own places; the others stay where they stand."""
    places = [number for number, claim in enumerate(claims) if claim.happened]
    dated = sorted((claims[number] for number in places), key=lambda claim: claim.happened or _NEVER)
    ordered = list(claims)
    for number, claim in zip(places, dated, strict=True):
        ordered[number] = claim
    return ordered


def _led_in(claims: list[Claim]) -> Iterator[Claim]:
    """Yield each claim behind the one that leads into it, with nothing else between the two."""
    waiting = {claim.id: claim for claim in claims}

    def tell(claim: Claim) -> Iterator[Claim]:
        if waiting.pop(claim.id, None) is not None:
            yield claim
            for led in claims:
                if led.lead_in == claim.id:
                    yield from tell(led)

    for claim in claims:
        while claim.id in waiting:
            yield from tell(_first_lead(claim, waiting))


def _first_lead(claim: Claim, waiting: Mapping[str, Claim]) -> Claim:
    """Return the claim that the chain of those leading into a claim begins with."""
    seen = {claim.id}
    while (lead := waiting.get(claim.lead_in or "")) is not None and lead.id not in seen:
        seen.add(lead.id)
        claim = lead
    return claim
