"""Lays the units of two sentences side by side: found again, moved, changed, lost, gained."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.attributions import in_front
from letterkit.checks.wording.binding import bind
from letterkit.checks.wording.fold import fold
from letterkit.checks.wording.lexer import units
from letterkit.checks.wording.orders import in_order
from letterkit.checks.wording.phrasings import turned
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


_POINTING: Final = frozenset(("such", "these", "this", "those", "that"))
_NAMED_AGAIN: Final = ("person", "actor", "weapon", "object", "place", "word")


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
    was, now = _read(was, now)
    return _paired(was, in_order(was, now))


def pair_put_back(was: str, now: str) -> Pairing | None:
    """Return two texts paired, phrases of the second put where the first has them; None if they are."""
    was, now = _read(was, now)
    ordered = in_order(was, now)
    turned = put_back(was, ordered)
    return None if turned == ordered else _paired(was, turned)


def _read(was: str, now: str) -> tuple[str, str]:
    """Return two texts in one typography, each with its speaker in front."""
    was, now = turned(fold(was)), turned(fold(now))
    return in_front(was, now), in_front(now, was)


def _paired(was: str, now: str) -> Pairing:
    pairing = Pairing(*_named_alike(units(was), units(now)))
    first = [unit for unit in pairing.was if unit.counts]
    second = [unit for unit in pairing.now if unit.counts]
    gaps = _align(pairing, first, second)
    _find_moved(pairing, gaps)
    for gap in gaps:
        _find_changed(pairing, *gap)
    pairing.gained = [unit for unit in pairing.gained if not _refers_back(pairing, unit)]
    _tell_apart(pairing)
    return pairing


def _named_alike(was: list[Unit], now: list[Unit]) -> tuple[Sequence[Unit], Sequence[Unit]]:
    """Return two rows bound, where a word that opens a sentence is a name if it is one in the other row."""
    for row, beside in ((was, now), (now, was)):
        names = {each.low: each for each in beside if each.cls == "name" and not each.opens}
        for unit in row:
            if unit.opens and unit.cls == "word" and unit.low in names:
                unit.key, unit.cls, unit.part, unit.form = names[unit.low].key, "name", "noun", ""
    return bind(was), bind(now)


def _refers_back(pairing: Pairing, unit: Unit) -> bool:
    """Say whether a noun only names once more what the sentence has named: `Such rockets, it said, …`."""
    place = next(number for number, each in enumerate(pairing.now) if each is unit)
    earlier = (each for each in pairing.now[:place] if each.key == unit.key and each is not unit)
    points = bool(place) and pairing.now[place - 1].low in _POINTING and unit.cls in _NAMED_AGAIN
    return points and any(True for _ in earlier)


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
