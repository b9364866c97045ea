"""What differs between two sentences, as a rule says it; and what rules share to find it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.ties import ties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.checks.wording.pairing import Pairing
    from letterkit.checks.wording.ties import Tie
    from letterkit.checks.wording.units import Unit

Kind = Literal[
    "figure", "qualifier", "date", "name", "party", "hedge", "negation", "verb", "designation", "label",
    "quantity", "thing", "quotation", "wording",
]  # fmt: skip
# Behind these, to leave words out says more: less said of a ban is a wider ban.
_REVERSING: Final = frozenset(
    ("deny", "ban", "refrain", "not", "no", "never", "without", "end", "fail", "nobody", "violation")
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the page says otherwise; `text` is a clause in plain words."""

    kind: Kind
    severity: Literal["error", "warning"]
    text: str


def told(unit: Unit) -> str:
    """Return a unit's words for a message."""
    return f"“{unit.text}”"


def bound_up(pairing: Pairing, unit: Unit, other: Unit) -> bool:
    """Say whether a unit that was found again belongs to something else now.

    What stands where it stood belongs to something else only if the word that binds it is another one; what
    has moved belongs to the same if it has one tie of those it had.  A unit without ties is not judged.
    """
    names = {each.key: later.key for each, later in pairing.changed}
    gone = {unit.key for unit in pairing.lost} | set(names)
    all_before = ties(pairing.was, unit, names)
    before = frozenset(tie for tie in all_before if tie[1] not in gone or tie[1] in names.values())
    after = ties(pairing.now, other)
    if all_before and not before and after:
        return _turned(pairing, unit, other, all_before, after)
    if not before or not after or before & after:
        return False
    if any(unit is each for each, _ in pairing.same):
        return lead(pairing.was, unit) != lead(pairing.now, other) or head_moved(pairing, unit)
    return True


def _turned(pairing: Pairing, unit: Unit, other: Unit, before: frozenset[Tie], after: frozenset[Tie]) -> bool:
    """Say whether one who acts or suffers does the other now, where the act itself is gone."""
    if unit.cls not in ("party", "actor", "person"):
        return False
    roles = [{relation for relation, _ in found} & {"agent", "object"} for found in (before, after)]
    swapped = all(roles) and not roles[0] & roles[1]
    return swapped or (
        unit.cls == "party" and lead(pairing.was, unit) != lead(pairing.now, other) == "against"
    )


def head_moved(pairing: Pairing, unit: Unit) -> bool:
    """Say whether what a unit belongs to stands elsewhere now."""
    above = [
        *heads(pairing.was, unit),
        *(far for near in heads(pairing.was, unit) for far in heads(pairing.was, near)),
    ]
    return any(each is moved for each in above for moved, _ in pairing.moved)


def lead(units: Sequence[Unit], unit: Unit) -> str:
    """Return the small word that binds a noun to the words before it: `by`, `in`, `of`."""
    place = next(number for number, each in enumerate(units) if each is unit) - 1
    while place >= 0 and _stands_between(units, units[place], unit):
        place -= 1
    before = units[place] if place >= 0 else None
    if before is None:
        return ""
    if before.part == "relation":
        return before.key
    return before.low if before.low in ("of", "to") or before.part == "mark" else ""


def _stands_between(units: Sequence[Unit], unit: Unit, noun: Unit) -> bool:
    """Say whether a unit is an article, or describes the noun."""
    return (
        unit.part == "adjective"
        or unit.low in functions.DETERMINERS
        or unit.cls in ("figure", "quantity", "maker", "designation")
        or any(units[bond.head] is noun for bond in unit.bonds)
    )


def tied(units: Sequence[Unit], unit: Unit, *relations: str) -> bool:
    """Say whether a unit has one of these relations to something."""
    return any(relation in relations for relation, _ in ties(units, unit))


def negated(one: str, other: str) -> bool:
    """Say whether one word is the other with a negation in front of it: `armed` and `unarmed`."""
    short, long = sorted((one, other), key=len)
    return long in {
        f"{prefix}{short}" for prefix in ("un", "in", "im", "ir", "il", "dis", "de", "non", "non-")
    }


def heads(units: Sequence[Unit], unit: Unit) -> list[Unit]:
    """Return what a unit is bound to."""
    return [units[bond.head] for bond in unit.bonds]


def describes(units: Sequence[Unit], unit: Unit, *classes: str) -> bool:
    """Say whether a unit describes something of these classes."""
    return any(bond.relation == "of" and units[bond.head].cls in classes for bond in unit.bonds)


def reversed_before(units: Sequence[Unit], unit: Unit) -> bool:
    """Say whether a unit stands under a ban, a denial or a call to end, where to leave it out says more."""
    for each in units:
        if each is unit:
            return False
        if each.key in _REVERSING:
            return True
    return False


def losing(units: Sequence[Unit], unit: Unit) -> Literal["error", "warning"]:
    """Return how grave it is that a describing word is left out."""
    return "error" if reversed_before(units, unit) else "warning"
