"""Lays the units of two sentences side by side: found again, moved, changed, lost, gained."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.binding import bind
from letterkit.checks.wording.fold import fold
from letterkit.checks.wording.lexer import units
from letterkit.checks.wording.orders import in_order
from letterkit.checks.wording.ties import ties
from letterkit.checks.wording.turns import put_back

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.checks.wording.units import Unit

# Units that may stand in for one another: the same class first, then any of the same family.
_FAMILIES: Final = (
    ("figure", "quantity"),
    ("date", "clock", "measure", "time"),
    ("party", "name", "maker", "designation"),
    ("deed", "say", "act", "label", "intent", "hedge", "condition", "negation"),
    ("person", "actor", "party", "title", "name", "word"),
    ("weapon", "object", "place", "event", "name", "party", "word", "designation"),
    (
        "weakener",
        "strengthener",
        "quantity",
        "time",
        "hedge",
        "quality",
        "label",
        "intent",
        "negation",
        "word",
    ),
    ("word", "quality", "act", "deed", "event", "object", "say", "person", "place"),
)


@dataclass(slots=True)
class Pairing:
    """Two sentences as units and what became of each unit of the first."""

    was: Sequence[Unit]
    now: Sequence[Unit]
    same: list[tuple[Unit, Unit]] = field(default_factory=list)
    moved: list[tuple[Unit, Unit]] = field(default_factory=list)
    changed: list[tuple[Unit, Unit]] = field(default_factory=list)
    lost: list[Unit] = field(default_factory=list)
    gained: list[Unit] = field(default_factory=list)

    @property
    def found(self) -> list[tuple[Unit, Unit]]:
        """The units that stand in both, in their place or elsewhere."""
        return [*self.same, *self.moved]


def pair(was: str, now: str) -> Pairing:
    """Return two texts as units, paired."""
    was, now = fold(was), fold(now)
    return _paired(was, in_order(was, now))


def pair_put_back(was: str, now: str) -> Pairing | None:
    """Return two texts paired, phrases of the second put where the first has them; None if they are."""
    was, now = fold(was), fold(now)
    ordered = in_order(was, now)
    turned = put_back(was, ordered)
    return None if turned == ordered else _paired(was, turned)


def _paired(was: str, now: str) -> Pairing:
    pairing = Pairing(bind(units(was)), bind(units(now)))
    first = [unit for unit in pairing.was if unit.counts]
    second = [unit for unit in pairing.now if unit.counts]
    gaps = _align(pairing, first, second)
    _find_moved(pairing, gaps)
    for gap in gaps:
        _find_changed(pairing, *gap)
    _tell_apart(pairing)
    return pairing


def _tell_apart(pairing: Pairing) -> None:
    """Give the units of one key that stand more than once a label each, the same to those that are paired."""
    often = {
        key
        for row in (pairing.was, pairing.now)
        for key, times in Counter(u.key for u in row).items()
        if times > 1
    }
    for number, (unit, other) in enumerate(pairing.found):
        if unit.key in often and unit.part == other.part == "verb":
            unit.label = other.label = f"{unit.key}#{number}"


Gap = tuple[list["Unit"], list["Unit"]]


def _align(pairing: Pairing, first: list[Unit], second: list[Unit]) -> list[Gap]:
    """Pair what stands in the same order; return what lies between."""
    matcher = SequenceMatcher(None, [u.key for u in first], [u.key for u in second], autojunk=False)
    gaps: list[Gap] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            pairing.same += zip(first[i:j], second[k:m], strict=True)
        else:
            gaps.append((first[i:j], second[k:m]))
    return gaps


def _find_moved(pairing: Pairing, gaps: list[Gap]) -> None:
    """Pair the units of different gaps that mean the same, those with the same ties first."""
    for same_ties in (True, False):
        for before, _ in gaps:
            for unit in list(before):
                place = _elsewhere(pairing, unit, gaps, same_ties=same_ties)
                if place is not None:
                    before.remove(unit)
                    gap, other = place
                    gap.remove(other)
                    pairing.moved.append((unit, other))


def _elsewhere(
    pairing: Pairing, unit: Unit, gaps: list[Gap], *, same_ties: bool
) -> tuple[list[Unit], Unit] | None:
    own = ties(pairing.was, unit)
    for _, after in gaps:
        for other in after:
            if other.key == unit.key and (not same_ties or ties(pairing.now, other) == own):
                return after, other
    return None


def _find_changed(pairing: Pairing, before: list[Unit], after: list[Unit]) -> None:
    """Pair in a gap what came in the place of what: the same class first, then the same family."""
    for alike in (_same_class, _same_family, _other_noun):
        for unit in list(before):
            other = next((each for each in after if alike(unit, each)), None)
            if other is not None:
                before.remove(unit)
                after.remove(other)
                pairing.changed.append((unit, other))
    pairing.lost += before
    pairing.gained += after


def _same_class(unit: Unit, other: Unit) -> bool:
    return unit.cls == other.cls


def _same_family(unit: Unit, other: Unit) -> bool:
    return any(unit.cls in family and other.cls in family for family in _FAMILIES)


def _other_noun(unit: Unit, other: Unit) -> bool:
    """Say whether a noun of any kind stands for somebody: `authorities`, `opposition`."""
    return unit.cls in ("actor", "person") and unit.part == other.part == "noun"
