"""Prepositions that say the contrary: a strike by or on somebody, before or after, in a place or near it."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, NamedTuple

from letterkit.checks.wording.difference import Difference, Kind, told
from letterkit.checks.wording.lexicon import functions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.checks.wording.pairing import Pairing
    from letterkit.checks.wording.units import Unit


class Contrast(NamedTuple):
    """Sides that exclude each other: a preposition of one is never put for a preposition of another."""

    kind: Kind
    sides: tuple[frozenset[str], ...]


def _contrast(kind: Kind, *sides: str) -> Contrast:
    return Contrast(kind, tuple(frozenset(side.split()) for side in sides))


CONTRASTS: Final = (
    _contrast("party", "by", "on against at to toward upon"),
    _contrast("date", "before", "after", "since", "until"),
    _contrast("date", "during in on at", "before", "after"),
    _contrast("thing", "in into at on onto of", "near beside", "outside beyond", "behind", "around"),
    _contrast("thing", "from", "to into toward onto against"),
    _contrast("thing", "for", "against"),
    _contrast("thing", "under", "above over"),
)
_STANDING_IN: Final = ("him", "her", "them", "it", "us", "himself", "herself", "themselves", "itself")
_DONE: Final = ("deed", "label", "intent")  # `the killing by` and `the killing of` are two things


def contrary_relations(pairing: Pairing) -> Iterator[Difference]:
    """Yield prepositions that became contrary ones, where the words on both sides are still there."""
    was, now = _row(pairing.was), _row(pairing.now)
    same = {id(unit): other for unit, other in pairing.found}
    matcher = SequenceMatcher(None, [each.key for each in was], [each.key for each in now], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "replace" or j - i != 1 or m - k != 1 or i >= len(was) - 1 or m == len(now):
            continue
        kind = _contrary(was[i - 1] if i else None, _name(was[i]), _name(now[k]))
        again = same.get(id(was[j])) is now[m] or (was[j].low in _STANDING_IN and was[j].low == now[m].low)
        if kind and again:
            text = f"{told(was[j])} had “{was[i].text}” before it, and has “{now[k].text}” now"
            yield Difference(kind, "error", text)


def _row(units: Sequence[Unit]) -> list[Unit]:
    """Return what counts and what makes a relation, without articles and marks."""
    return [each for each in units if each.counts or _name(each) or each.low in _STANDING_IN]


def _name(unit: Unit) -> str:
    if unit.part == "relation":
        return unit.key
    return unit.low if unit.low in ("to", "of", *functions.SUBORDINATORS) else ""


def _contrary(head: Unit | None, was: str, now: str) -> Kind | None:
    if head is not None and {was, now} == {"by", "of"} and head.cls in _DONE and head.part == "noun":
        return "party"
    for contrast in CONTRASTS:
        sides = [next((side for side in contrast.sides if name in side), None) for name in (was, now)]
        if sides[0] and sides[1] and sides[0] is not sides[1]:
            return contrast.kind
    return None
