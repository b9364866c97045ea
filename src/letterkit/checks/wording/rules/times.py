"""Dates, times of day, and the words that make a date a beginning, an end or a state of knowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.difference import Difference, bound_up, heads, lead, told
from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.ties import ties

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.checks.wording.pairing import Pairing
    from letterkit.checks.wording.units import Unit

_AT: Final = frozenset(("on", "in", "at", "of", "over", "during", "", ",", "for", "through"))
_NAMES: Final = {"from": "since", "to": "until", "up-to": "until", "between": "since"}


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
            yield Difference("date", "error", f"{told(unit)} is new")


def _is_less_exact(unit: Unit, other: Unit) -> bool:
    """Say whether a date leaves out a part and keeps the rest."""
    before, after = _parts(unit), _parts(other)
    return other.bound in ("", unit.bound) and after < before


def _parts(unit: Unit) -> set[tuple[str, object]]:
    value = unit.value if isinstance(unit.value, tuple) else ()
    kind, *rest = value or ("",)
    names = {"date": ("month", "day", "year"), "month": ("month", "year"), "year": ("year",)}.get(
        str(kind), ("text",)
    )
    return {
        (name, float(part)) for name, part in zip(names, rest, strict=False) if isinstance(part, int | float)
    }


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
    """Yield dates that are the time of something else now, or that may be read so."""
    for unit, other in pairing.moved:
        if unit.cls in ("date", "clock") and bound_up(pairing, unit, other):
            if of_one_event(pairing, unit, other):
                continue
            if _may_be_read_as_before(pairing, unit, other) and not _other_time_gone(pairing):
                yield Difference(
                    "date", "warning", f"{told(unit)} may be read as the time of something else now"
                )
            else:
                yield Difference("date", "error", f"{told(unit)} is the time of something else now")

    for unit, other in pairing.same:
        if unit.cls in ("date", "clock") and _crossed(pairing, unit, other):
            yield Difference("date", "error", f"{told(unit)} is the time of something else now")


def _other_time_gone(pairing: Pairing) -> bool:
    """Say whether the time of the act itself is gone: `said on May 4 that it burned the day before`."""
    return any(unit.cls == "measure" or unit.key in ("earlier", "later") for unit in pairing.lost)


def of_one_event(pairing: Pairing, unit: Unit, other: Unit) -> bool:
    """Say whether a date stood with an event and stands with what the event did, or the other way around."""
    return bool(_events(pairing.was, unit) & _events(pairing.now, other))


def _events(units: Sequence[Unit], unit: Unit) -> set[str]:
    """Return the acts that a date belongs to: its own, and what that one did or what did it."""
    own = heads(units, unit)
    causes = [each for each in units for head in heads(units, each) if any(head is act for act in own)]
    done = [head for act in own for head in heads(units, act)]
    near = [each for each in (*own, *done, *causes) if each.cls in ("deed", "label", "event")]
    return {each.key for each in near if each in own or _acts_on(units, each, own) or each in done}


def _acts_on(units: Sequence[Unit], event: Unit, acts: list[Unit]) -> bool:
    """Say whether an event is what did one of the acts: `was damaged by the strike`."""
    return any(
        bond.relation == "agent" and any(units[bond.head] is act for act in acts) for bond in event.bonds
    )


def _crossed(pairing: Pairing, unit: Unit, other: Unit) -> bool:
    """Say whether a date is on the other side of `that`: `said on May 4 that`, `said that on May 4`."""
    before, after = ties(pairing.was, unit), ties(pairing.now, other)
    if not before or not after or before & after:
        return False
    return _clauses(pairing.was, unit) != _clauses(pairing.now, other)


def _clauses(units: Sequence[Unit], unit: Unit) -> int:
    """Count the words before a unit that open a clause."""
    place = next(number for number, each in enumerate(units) if each is unit)
    return sum(each.low in functions.RELATIVES | functions.SUBORDINATORS for each in units[:place])


def _may_be_read_as_before(pairing: Pairing, unit: Unit, other: Unit) -> bool:
    """Say whether a date that stood in front stands at the end now, behind its act as well."""
    if any(bond.relation == "as-of" for bond in unit.bonds):
        return True
    acts = {head for _, head in ties(pairing.was, unit)}
    place = next(number for number, each in enumerate(pairing.now) if each is other)
    behind = [each for each in pairing.now[place + 1 :] if each.counts]
    return not behind and any(each.key in acts for each in pairing.now[:place])


def _place_in_time(units: Sequence[Unit], unit: Unit) -> str:
    relation = next((bond.relation for bond in unit.bonds), "") or lead(units, unit)
    relation = {"by-time": "by", "object": "", "agent": "", "subject": "", "is": ""}.get(relation, relation)
    relation = _NAMES.get(relation, relation)
    return "" if relation in _AT else relation
