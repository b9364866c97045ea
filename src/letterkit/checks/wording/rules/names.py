"""Parties with their role, names, offices, designations: who, where, of what type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from letterkit.checks.wording.difference import Difference, bound_up, describes, heads, losing, tied, told
from letterkit.checks.wording.lexicon.proper import DISPUTED
from letterkit.checks.wording.rules.times import of_one_event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.checks.wording.pairing import Pairing
    from letterkit.checks.wording.units import Unit

_PLACED: Final = ("in", "into", "on", "at", "near", "of", "around", "beside", "outside", "from", "over")
_WHERE: Final = ("in", "at", "near")
_OURS: Final = "amnesty-international"


def parties(pairing: Pairing) -> Iterator[Difference]:
    """Yield parties that are others, gone, or new."""
    for unit, other in pairing.changed:
        if "party" in (unit.cls, other.cls):
            yield Difference("party", "error", f"{told(unit)} became {told(other)}")
    for unit in pairing.lost:
        if unit.cls == "party":
            yield Difference("party", _losing_party(pairing, unit), f"{told(unit)} is gone")
    for unit in pairing.gained:
        if unit.cls == "party":
            yield Difference("party", "error", f"{told(unit)} is new")


def parties_keep_their_role(pairing: Pairing) -> Iterator[Difference]:
    """Yield parties that have another role: who did it, who suffered it."""
    for unit, other in pairing.found:
        if unit.cls == "party" and bound_up(pairing, unit, other):
            yield Difference("party", "error", f"{told(unit)} has another part in it now")


def _losing_party(pairing: Pairing, unit: Unit) -> Literal["error", "warning"]:
    """Return how grave it is that a party is gone: of one of several, or one that speaks, it is."""
    if tied(pairing.was, unit, "speaker", "between"):
        return "error"
    place = next(number for number, each in enumerate(pairing.was) if each is unit)
    near = pairing.was[max(0, place - 4) : place + 6]
    listed = any(each.low in ("and", "or") for each in near)
    return "error" if listed and any(each.cls == "party" and each is not unit for each in near) else "warning"


def names(pairing: Pairing) -> Iterator[Difference]:
    """Yield names of people, places, bodies and works that are others, gone, or new."""
    for unit, other in pairing.changed:
        if "name" in (unit.cls, other.cls) and "party" not in (unit.cls, other.cls):
            yield Difference("name", "error", f"{told(unit)} became {told(other)}")
    for unit in pairing.lost:
        if unit.cls == "name" and not _refers_back(pairing, unit):
            mild = unit.key != _OURS and (tied(pairing.was, unit, *_PLACED) and not _speaks(pairing, unit))
            yield Difference("name", "warning" if mild else "error", f"{told(unit)} is gone")
    for unit in pairing.gained:
        if unit.cls == "name":
            yield Difference("name", "error", f"the name {told(unit)} is new")


def _refers_back(pairing: Pairing, unit: Unit) -> bool:
    """Say whether `It` stands where `The organization` stood: both go back to the sentence before."""
    return unit.low.startswith("the-") and unit.opens and pairing.now[:1] != [] and pairing.now[0].low == "it"


def names_keep_their_thing(pairing: Pairing) -> Iterator[Difference]:
    """Yield names that belong to something else now."""
    moved = {id(unit) for unit, _ in pairing.moved}
    for unit, other in pairing.found:
        if unit.cls != "name" or not (id(unit) in moved or _acts_now(pairing, unit, other)):
            continue
        placed = tied(pairing.was, unit, *_WHERE) and tied(pairing.now, other, *_WHERE)
        if bound_up(pairing, unit, other) and not (placed and of_one_event(pairing, unit, other)):
            yield Difference("name", "error", f"{told(unit)} belongs to something else now")


def _acts_now(pairing: Pairing, unit: Unit, other: Unit) -> bool:
    """Say whether one who did nothing in the sentence does something now."""
    if unit.key == _OURS:
        return False
    return not tied(pairing.was, unit, "agent", "speaker") and tied(pairing.now, other, "agent", "speaker")


def _speaks(pairing: Pairing, unit: Unit) -> bool:
    return tied(pairing.was, unit, "speaker") or any(
        tied(pairing.was, head, "speaker") for head in heads(pairing.was, unit)
    )


def disputed_names(pairing: Pairing) -> Iterator[Difference]:
    """Yield places that have the name that another side gives them."""
    for unit, other in pairing.found:
        if unit.key in DISPUTED and unit.low != other.low:
            yield Difference(
                "name", "warning", f"{told(unit)} became {told(other)}, a disputed name of one place"
            )


def offices(pairing: Pairing) -> Iterator[Difference]:
    """Yield offices that are others, incomplete, or more than was held."""
    for unit, other in pairing.changed:
        if "title" in (unit.cls, other.cls) and "name" not in (unit.cls, other.cls):
            yield Difference("name", "error", f"{told(unit)} became {told(other)}")
    for units, row, what in ((pairing.was, pairing.lost, "gone"), (pairing.now, pairing.gained, "new")):
        for unit in row:
            if unit.cls == "title" or (unit.cls in ("quality", "word") and describes(units, unit, "title")):
                yield Difference("name", "error", f"{told(unit)} is {what} in the title of an office")


def offices_keep_their_holder(pairing: Pairing) -> Iterator[Difference]:
    """Yield words like `former` and `deputy` that are said of somebody else now."""
    for unit, other in pairing.moved:
        held = unit.cls == "title" and describes(pairing.was, unit, "title", "person", "actor")
        if held and bound_up(pairing, unit, other):
            yield Difference("name", "error", f"{told(unit)} is said of somebody else now")


def designations(pairing: Pairing) -> Iterator[Difference]:
    """Yield types, makers and calibers that are others, gone, or new."""
    for unit, other in pairing.changed:
        if _designates(unit) or _designates(other):
            yield Difference("designation", "error", f"{told(unit)} became {told(other)}")
    for unit in pairing.lost:
        if _designates(unit):
            yield Difference("designation", losing(pairing.was, unit), f"{told(unit)} is gone")
    for unit in pairing.gained:
        if _designates(unit):
            yield Difference("designation", "error", f"{told(unit)} is new")


def designations_keep_their_thing(pairing: Pairing) -> Iterator[Difference]:
    """Yield types, makers and calibers that are those of another thing now."""
    for unit, other in pairing.found:
        if _designates(unit) and bound_up(pairing, unit, other):
            yield Difference("designation", "error", f"{told(unit)} belongs to something else now")


def _designates(unit: Unit) -> bool:
    return unit.cls in ("designation", "maker")
