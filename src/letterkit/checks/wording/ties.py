"""What a unit belongs to, in words that can be compared: the roles of parties, the units of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from letterkit.checks.wording.units import Unit

Tie = tuple[str, str]
_ACTS: Final = ("deed", "say", "act", "label", "intent")
_HARM: Final = frozenset(("kill", "die", "injure", "harm", "destroy", "damage", "cause", "displace", "devastate"))
_CAUSING: Final = frozenset(("agent", "in", "during", "from", "by", "with", "after", "through"))
_ALIKE: Final = {"into": "in", "onto": "on", "amid": "amid", "inside": "in", "across": "in", "throughout": "in"}


def ties(units: Sequence[Unit], unit: Unit, names: Mapping[str, str] = {}) -> frozenset[Tie]:  # noqa: B006
    """Return what a unit is to what; `names` gives what the keys of changed units shall be called."""
    return frozenset(_tie(units, unit, relation, units[head], names) for relation, head in _bonds(units, unit))


def _bonds(units: Sequence[Unit], unit: Unit) -> list[tuple[str, int]]:
    """Return the bonds of a unit; a party has those of its forces, a figure those of what it counts."""
    own = [(bond.relation, bond.head) for bond in unit.bonds]
    through = next((head for relation, head in own if _passes(unit, relation, units[head])), None)
    if through is None:
        return own
    further = [(bond.relation, bond.head) for bond in units[through].bonds if units[bond.head] is not unit]
    return further or own


def _passes(unit: Unit, relation: str, head: Unit) -> bool:
    """Say whether a unit has the role of the one that it describes."""
    if relation not in ("of", "on"):
        return False
    if unit.cls == "party":
        return head.cls in ("actor", "person", "title")
    return unit.cls == "figure" and head.part == "noun" and head.cls not in _ACTS


def _tie(units: Sequence[Unit], unit: Unit, relation: str, head: Unit, names: Mapping[str, str]) -> Tie:
    key = names.get(head.key, head.key)
    if relation == "speaker":
        return "speaker", ""
    if _is_event(unit) and key in _HARM and relation in _CAUSING:
        return "cause", key
    if relation == "of" and head.cls in _ACTS and unit.cls in ("weapon", "object", "word", "name", "person", "place"):
        return "object", key
    return relation, key


def _is_event(unit: Unit) -> bool:
    return unit.part == "noun" and unit.cls in ("deed", "label", "event")
