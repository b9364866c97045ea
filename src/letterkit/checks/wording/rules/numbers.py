"""Figures with their unit and their qualifier, and quantities without digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.checks.wording.difference import Difference, bound_up, told
from letterkit.checks.wording.scan import POSSESSIVE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.checks.wording.pairing import Pairing
    from letterkit.checks.wording.units import Unit

_ONE = "figure:1"


def figures(pairing: Pairing) -> Iterator[Difference]:
    """Yield figures that are others, gone, or new."""
    for unit, other in pairing.changed:
        if "figure" in (unit.cls, other.cls):
            yield from _changed(unit, other)
    for unit in pairing.lost:
        if unit.cls == "figure":
            if unit.key == _ONE and unit.bound:
                yield Difference("qualifier", "error", f"{told(unit)} was “{unit.bound}”, and is not now")
            else:
                yield Difference("figure", "warning", f"the figure {told(unit)} is gone")
    for unit in pairing.gained:
        if unit.cls == "figure" and not _is_article(pairing, unit):
            yield Difference("figure", "error", f"the figure {told(unit)} is new")


def _changed(unit: Unit, other: Unit) -> Iterator[Difference]:
    if unit.cls == "figure" and other.key == "other":
        yield Difference("figure", "warning", f"the figure {told(unit)} is gone")
    else:
        yield Difference("figure", "error", f"{told(unit)} became {told(other)}")


def _is_article(pairing: Pairing, unit: Unit) -> bool:
    """Say whether `one` only stands where `a` stood."""
    counted = counts(pairing.now, unit)
    before = next((each for each, later in pairing.found if later is counted), None)
    if unit.key != _ONE or before is None or before.plural:
        return False
    place = next(number for number, each in enumerate(pairing.was) if each is before)
    return any(each.low in ("a", "an") for each in pairing.was[max(0, place - 4) : place])


def qualifiers(pairing: Pairing) -> Iterator[Difference]:
    """Yield figures and times that are qualified in another way."""
    for unit, other in pairing.found:
        if unit.cls in ("figure", "clock") and unit.bound != other.bound:
            if not unit.bound:
                text = f"{told(other)} is now “{other.bound}”"
            elif not other.bound:
                text = f"{told(unit)} was “{unit.bound}”, and is not now"
            else:
                text = f"{told(unit)} was “{unit.bound}”, and is “{other.bound}” now"
            yield Difference("qualifier", "error", text)


def what_is_counted(pairing: Pairing) -> Iterator[Difference]:
    """Yield figures that count something else now, or belong to another act."""
    changed = {unit.key: other.key for unit, other in pairing.changed}
    for unit, other in pairing.found:
        if unit.cls != "figure":
            continue
        before, after = _unit(pairing.was, unit), _unit(pairing.now, other)
        if before and after and _owns(pairing.now, after, before.key):
            continue  # `14 shelters for women`, `14 women's shelters`
        if before and after and changed.get(before.key, before.key) != after.key and after.key != before.key:
            yield Difference(
                "figure", "error", f"{told(unit)} counted {told(before)}, and counts {told(after)} now"
            )
        elif bound_up(pairing, unit, other):
            yield Difference("figure", "error", f"{told(unit)} belongs to something else now")


def _owns(units: Sequence[Unit], counted: Unit, key: str) -> bool:
    """Say whether what seems to be counted is the owner of a thing, which may be counted instead."""
    place = next(number for number, each in enumerate(units) if each is counted)
    owner = bool(units[place + 1 : place + 2]) and units[place + 1].text == POSSESSIVE
    return owner and any(units[bond.head].key == key for bond in counted.bonds)


def quantities(pairing: Pairing) -> Iterator[Difference]:
    """Yield quantities without digits that are others, gone, or new: both, some, several, all, only."""
    for unit, other in pairing.changed:
        empty = _says_nothing(pairing.was, unit) and (
            other.cls != "quantity" or _says_nothing(pairing.now, other)
        )
        if unit.cls == "quantity" and other.cls != "figure" and not empty:
            yield Difference("quantity", "error", f"{told(unit)} became {told(other)}")
    for unit in pairing.lost:
        if unit.cls == "quantity" and not _says_nothing(pairing.was, unit):
            yield Difference(
                "quantity", "warning" if unit.key == "total" else "error", f"{told(unit)} is gone"
            )
    gained = [
        *pairing.gained,
        *(other for unit, other in pairing.changed if unit.cls not in ("quantity", "figure")),
    ]
    for unit in gained:
        if unit.cls == "quantity" and not _says_nothing(pairing.now, unit):
            mild = unit.key in ("total", "only", "other")
            yield Difference("quantity", "warning" if mild else "error", f"{told(unit)} is new")


def quantities_keep_their_thing(pairing: Pairing) -> Iterator[Difference]:
    """Yield quantities that are said of something else now."""
    for unit, other in pairing.moved:
        if unit.cls == "quantity" and not _says_nothing(pairing.was, unit) and bound_up(pairing, unit, other):
            yield Difference("quantity", "error", f"{told(unit)} is said of something else now")


def counts(units: Sequence[Unit], figure: Unit) -> Unit | None:
    """Return what a figure counts, None where the sentence leaves it out."""
    return next(
        (
            units[bond.head]
            for bond in figure.bonds
            if bond.relation == "of" and units[bond.head].part == "noun"
        ),
        None,
    )


def _unit(units: Sequence[Unit], figure: Unit) -> Unit | None:
    """Return what a figure counts; where it is left out, what the figure before it counts."""
    own = counts(units, figure)
    if own is not None:
        return own
    earlier: Unit | None = None
    for each in units:
        if each is figure:
            return earlier
        if each.cls == "figure":
            counted = counts(units, each)
            earlier = counted if counted is not None and counted.cls == "person" else earlier
    return None


def _says_nothing(units: Sequence[Unit], unit: Unit) -> bool:
    """Say whether a quantity only refers back, or only announces two things that are named."""
    if unit.key == "other":
        return unit.low != "another"
    place = next(number for number, each in enumerate(units) if each is unit)
    behind = [each.low for each in units[place + 1 : place + 8]]
    return (
        unit.key == "both"
        and "and" in behind
        and not any(units[place + 1 + number].plural for number in range(behind.index("and")))
    )
