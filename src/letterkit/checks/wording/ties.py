"""What a unit belongs to, in words that can be compared: the roles of parties, the units of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.lexicon import functions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from letterkit.checks.wording.units import Unit

Tie = tuple[str, str]
_ACTS: Final = ("deed", "say", "act", "label", "intent")
_HARM: Final = frozenset(
    ("kill", "die", "injure", "harm", "destroy", "damage", "cause", "displace", "devastate")
)
_SPEAKERS: Final = ("actor", "person", "party", "title")
_FORCE: Final = frozenset(
    ("attack", "strike", "bombard", "shell", "raid", "fire", "use", "launch", "invade", "occupy")
)
# What is done with a weapon as its object: to use it, not to kill with it.
_HANDLED: Final = frozenset(
    (
        "use",
        "fire",
        "deploy",
        "produce",
        "stockpile",
        "develop",
        "acquire",
        "supply",
        "sell",
        "transfer",
        "possess",
        "ban",
        "clear",
    )
)
_ARMING: Final = ("agent", "with", "of", "by")
_ACTED_ON: Final = ("weapon", "object", "word", "name", "person", "place")
# Of a country and in it are one for these; a soldier in a country need be none of its own.
_CIVIL: Final = ("politician", "activist", "journalist", "defender", "lawyer", "critic", "protester")
_HELD: Final = ("at", "with", "for", "of", "in")  # where somebody holds an office
_CAUSING: Final = frozenset(("agent", "in", "during", "from", "by", "with", "after", "through"))
_COPULAS: Final = functions.BE | functions.HAVE  # what somebody is, or has done, says the next word


def ties(units: Sequence[Unit], unit: Unit, names: Mapping[str, str] = {}) -> frozenset[Tie]:
    """Return what a unit is to what; `names` gives what the keys of changed units shall be called."""
    bonds = _bonds(units, unit)
    found = {
        _tie(unit, relation, units[head], names)
        for relation, head in bonds
        if units[head].low not in _COPULAS
    }
    for relation, head in bonds:
        if relation == "from":
            found |= {
                ("from", key) for part, key in ties(units, units[head], names) if part in ("agent", "with")
            }
        if units[head].cls == "name" and relation in ("in", "of"):
            found |= {
                _tie(unit, relation, units[each.head], names)
                for each in units[head].bonds
                if units[each.head].cls == "place"
            }
        if relation == "of" and units[head].cls == "deed" and units[head - 1] is unit:
            found.add(("with", _tie(unit, relation, units[head], names)[1]))  # `rocket attacks`
        if relation == "agent" and _is_event(units[head]):
            found |= {("agent", key) for cause, key in ties(units, units[head], names) if cause == "cause"}
    return frozenset(found)


def _bonds(units: Sequence[Unit], unit: Unit) -> list[tuple[str, int]]:
    """Return the bonds of a unit; a party has those of its forces, a figure those of what it counts."""
    own = [(bond.relation, bond.head) for bond in unit.bonds]
    through = next((head for relation, head in own if _passes(unit, relation, units[head])), None)
    if through is None:
        return own
    further = [(bond.relation, bond.head) for bond in units[through].bonds if units[bond.head] is not unit]
    return further if unit.cls == "figure" else further or own


def _passes(unit: Unit, relation: str, head: Unit) -> bool:
    """Say whether a unit has the role of the one that it describes."""
    if unit.cls == "party" and relation == "in" and head.key in _CIVIL:
        return True  # `an opposition politician in Azerbaijan`
    if relation not in ("of", "on"):
        return False
    if unit.cls == "party":
        return head.cls in ("actor", "person", "title")
    return unit.cls == "figure" and head.part == "noun" and head.cls not in _ACTS


def _tie(unit: Unit, relation: str, head: Unit, names: Mapping[str, str]) -> Tie:
    key = names.get(head.key, head.key)
    if relation == "speaker" or (relation == "of" and head.cls == "say" and unit.cls in _SPEAKERS):
        return "speaker", "" if head.rung else key
    if _is_event(unit) and key in _HARM and relation in _CAUSING:
        relation = "cause"
    elif unit.cls == "weapon" and head.cls == "deed" and relation in _ARMING and key not in _HANDLED:
        relation = "with"
    elif unit.cls == "party":
        relation = _of_party(relation, head, key)
    elif unit.cls == "event" and relation in ("in", "throughout"):
        relation = "during"
    elif head.cls == "title" and relation in _HELD:
        relation = "of"
    elif relation == "of" and head.cls in _ACTS and unit.cls in _ACTED_ON:
        relation = "object"
    return relation, head.label or key


def _of_party(relation: str, head: Unit, key: str) -> str:
    """Return what a party is to a place, or to an act of force that is called its own."""
    if relation in ("of", "in") and head.cls in ("place", "name"):
        return "in"
    return "agent" if relation == "of" and head.cls == "deed" and key in _FORCE else relation


def _is_event(unit: Unit) -> bool:
    return unit.part == "noun" and unit.cls in ("deed", "label", "event")
