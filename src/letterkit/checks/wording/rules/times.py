"""Dates, times of day, and the words that make a date a beginning, an end or a state of knowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.difference import Difference, bound_up, lead, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.checks.wording.pairing import Pairing
    from letterkit.checks.wording.units import Unit

_AT: Final = frozenset(("on", "in", "at", "of", "over", "during", "", ",", "for", "through"))
_NAMES: Final = {"from": "since", "to": "until", "up-to": "until"}


def dates(pairing: Pairing) -> Iterator[Difference]:
    """Yield dates and times that are others, gone, or new."""
    for unit, other in pairing.changed:
        if unit.cls in ("date", "clock", "measure") or other.cls in ("date", "clock"):
            mild = unit.cls == other.cls == "date" and _is_less_exact(unit, other)
            yield Difference("date", "warning" if mild else "error", f"{told(unit)} became {told(other)}")
    for unit in pairing.lost:
        if unit.cls in ("date", "clock", "measure"):
            grave = unit.cls == "date"
            yield Difference("date", "error" if grave else "warning", f"{told(unit)} is gone")
    for unit in pairing.gained:
        if unit.cls in ("date", "clock", "measure"):
            grave = unit.cls != "measure"
            yield Difference("date", "error" if grave else "warning", f"{told(unit)} is new")


def _is_less_exact(unit: Unit, other: Unit) -> bool:
    """Say whether a date leaves out a part and keeps the rest."""
    before, after = _parts(unit), _parts(other)
    if unit.bound and not other.bound:
        unit_bound = True
    else:
        unit_bound = unit.bound == other.bound
    return unit_bound and after < before


def _parts(unit: Unit) -> set[tuple[str, object]]:
    value = unit.value if isinstance(unit.value, tuple) else ()
    kind, *rest = value or ("",)
    names = {"date": ("month", "day", "year"), "month": ("month", "year"), "year": ("year",)}.get(str(kind), ("text",))
    return {(name, float(part)) for name, part in zip(names, rest, strict=False) if isinstance(part, int | float)}


def what_dates_say(pairing: Pairing) -> Iterator[Difference]:
    """Yield dates with another word before them: by, as of, since, before, after; and late for early."""
    for unit, other in pairing.found:
        if unit.cls not in ("date", "clock"):
            continue
        if unit.cls == "date" and unit.bound != other.bound:
            yield Difference("date", "error", f"{told(unit)} was “{unit.bound}”, and is “{other.bound}” now")
        before, after = _place_in_time(pairing.was, unit), _place_in_time(pairing.now, other)
        if before != after:
            text = f"{told(unit)} had “{before or 'on'}” before it, and has “{after or 'on'}” now"
            yield Difference("date", "error", text)


def what_happened_then(pairing: Pairing) -> Iterator[Difference]:
    """Yield dates that are the time of something else now."""
    for unit, other in pairing.moved:
        if unit.cls in ("date", "clock") and bound_up(pairing, unit, other):
            yield Difference("date", "error", f"{told(unit)} is the time of something else now")


def _place_in_time(units: Sequence[Unit], unit: Unit) -> str:
    relation = next((bond.relation for bond in unit.bonds), "") or lead(units, unit)
    relation = {"by-time": "by", "object": "", "agent": "", "subject": "", "is": ""}.get(relation, relation)
    relation = _NAMES.get(relation, relation)
    return "" if relation in _AT else relation
