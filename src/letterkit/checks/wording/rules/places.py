"""Two things that have changed places in a sentence: each stands between the words that the other stood between."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.difference import Difference, Kind, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.checks.wording.pairing import Pairing
    from letterkit.checks.wording.units import Unit

_KINDS: Final[dict[str, Kind]] = {
    "figure": "figure", "date": "date", "clock": "date", "party": "party", "name": "name", "designation": "designation",
    "maker": "designation", "person": "thing", "place": "thing", "object": "thing", "weapon": "thing",
}  # fmt: skip


def exchanged(pairing: Pairing) -> Iterator[Difference]:
    """Yield pairs of units of one class that stand in each other's place, with the same words around them."""
    found = [(unit, other) for unit, other in pairing.found if unit.cls in _KINDS]
    before = {id(unit): _around(pairing.was, unit) for unit, _ in found}
    after = {id(other): _around(pairing.now, other) for _, other in found}
    for (first, first_now), (second, second_now) in combinations(found, 2):
        if first.cls != second.cls or first.key == second.key:
            continue
        if before[id(first)] == after[id(second_now)] != before[id(second)] == after[id(first_now)]:
            yield Difference(
                _KINDS[first.cls], "error", f"{told(first)} and {told(second)} have changed places"
            )


def _around(units: Sequence[Unit], unit: Unit) -> tuple[str, str]:
    place = next(number for number, each in enumerate(units) if each is unit)
    return _near(units[place - 1 :: -1] if place else ()), _near(units[place + 1 :])


def _near(row: Sequence[Unit]) -> str:
    return next((each.key for each in row if each.counts or each.part == "relation"), "")
