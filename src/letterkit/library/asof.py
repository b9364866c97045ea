"""The date rules: which claims a letter of a day may rest on, and why the others may not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from letterkit.library.derived import Derived
from letterkit.library.edtf import long_date
from letterkit.library.model import Claim
from letterkit.library.store import Library


def known_from(library: Library, claim: Claim) -> date:
    """Return the day the claim's source was published; `date.max` when the source or its day is unknown."""
    source = library.sources.get(claim.source)
    return source.issued_on if source else date.max


def successors(library: Library) -> Mapping[str, frozenset[str]]:
    """Return for each superseded claim every claim that supersedes it, directly or through others."""
    direct = library.links.replaced_by
    return Derived(direct, lambda old: _reach(old, direct) if old in direct else None)


def _reach(start: str, direct: Mapping[str, Iterable[str]]) -> frozenset[str]:
    found: set[str] = set()
    queue = [start]
    while queue:
        for later in direct.get(queue.pop(), ()):
            if later not in found:
                found.add(later)
                queue.append(later)
    return frozenset(found - {start})


def inadmissible(library: Library, day: date) -> Mapping[str, str]:
    """Return the reason for every claim that a letter of `day` may not cite.

    A claim is admissible when its source was published by that day, its validity has not ended, and no
    claim published by that day supersedes it, whether or not that successor still stands itself.
    """
    if day not in library.barred:
        library.barred[day] = _inadmissible(library, day)
    return library.barred[day]


def _inadmissible(library: Library, day: date) -> Mapping[str, str]:
    later = successors(library)

    def reason(name: str) -> str | None:
        claim = library.claims.get(name)
        return _reason(library, claim, day, later.get(name, frozenset())) or None if claim else None

    return Derived(library.claims, reason)


def _reason(library: Library, claim: Claim, day: date, later: frozenset[str]) -> str:
    if claim.source not in library.sources:
        return f"its source '{claim.source}' is not in the store"
    published = known_from(library, claim)
    if library.sources[claim.source].issued is None:
        return "its source has no date, so no letter can cite it"
    if published > day:
        return f"not yet published: its source appeared on {_day(published)}"
    if claim.valid_until is not None and day > claim.valid_until:
        return f"valid until {_day(claim.valid_until)}"
    for since, name in sorted((known_from(library, library.claims[name]), name) for name in later):
        if since <= day and since < date.max:
            return f"superseded by {name}, published on {_day(since)}"
    return ""


def _day(day: date) -> str:
    return long_date(day).replace("\u00a0", " ")
