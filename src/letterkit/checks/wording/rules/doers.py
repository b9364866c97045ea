"""Who did it and whether it was done: a describing word that acts itself, a purpose that came true."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.difference import Difference, lead, told
from letterkit.checks.wording.scan import POSSESSIVE
from letterkit.checks.wording.ties import ties

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.checks.wording.pairing import Pairing
    from letterkit.checks.wording.units import Unit

_ACTORS: Final = ("actor", "person", "party", "name")
_DEEDS: Final = ("deed", "label", "intent")
_TELLING: Final = ("agent", "speaker")
_DOING: Final = ("agent", "speaker", "object")
_OWNED: Final = ("person", "actor", "title", "object", "word")
_CONTRARY: Final = tuple({"agent", part} for part in ("object", "from", "against", "to"))


def describing_became_doing(pairing: Pairing) -> Iterator[Difference]:
    """Yield those who only described who did it and do it now: `by a government customer`."""
    kept = {id(unit) for unit, _ in pairing.found}
    for unit, other in pairing.found:
        if unit.cls not in _ACTORS or unit.cls == "party":
            continue
        noun = _described(pairing.was, unit)
        if noun is None or id(noun) not in kept or not _roles(pairing.was, noun):
            continue
        if _roles(pairing.was, noun) & _roles(pairing.now, other) and _described(pairing.now, other) is None:
            yield Difference(
                "party", "error", f"{told(unit)} only described {told(noun)}, and acts itself now"
            )


def purposes_came_true(pairing: Pairing) -> Iterator[Difference]:
    """Yield acts that something was for and that are said to be done now: `selected for targeting`."""
    gone = {id(unit) for unit in pairing.lost}
    for unit, other in pairing.found:
        purpose = unit.part == "noun" and any(
            bond.relation == "for" and id(pairing.was[bond.head]) in gone for bond in unit.bonds
        )
        if unit.cls in _DEEDS and purpose and other.part == "verb":
            yield Difference("verb", "error", f"{told(unit)} was a purpose, and is done now")


def only_told(pairing: Pairing) -> Iterator[Difference]:
    """Yield acts that those who did them only see or tell of now: `saw others beat him`."""
    new = {id(unit) for unit in pairing.gained if unit.cls == "say"}
    for unit, other in pairing.found:
        if unit.cls not in ("deed", "act", "word") or unit.part != "verb":
            continue
        for bond in other.bonds:
            above = pairing.now[bond.head]
            if bond.relation == "object" and id(above) in new and _same_agent(pairing, unit, above):
                yield Difference("party", "error", f"{told(unit)} is only what {told(above)} brings now")


def parts_at_acts(pairing: Pairing) -> Iterator[Difference]:
    """Yield those who have a contrary part in one act now: `obtained by police`, `obtained from police`."""
    often = {
        key
        for row in (pairing.was, pairing.now)
        for key, times in Counter(each.key for each in row).items()
        if times > 1
    }
    for unit, other in pairing.found:
        if unit.cls not in (*_ACTORS, "object", "weapon") or unit.key in often:
            continue
        before, after = _parts(pairing.was, unit), _parts(pairing.now, other)
        for act in before.keys() & after.keys():
            if before[act] & after[act]:
                continue
            if any({old, new} in _CONTRARY for old in before[act] for new in after[act]):
                yield Difference("party", "error", f"{told(unit)} has another part in “{act}” now")


def belongs_to_another(pairing: Pairing) -> Iterator[Difference]:
    """Yield what is somebody else's now: `his brother's wife`, `his nephew's wife`."""
    known = {unit.key for unit in pairing.was}
    for unit, other in pairing.found:
        if unit.cls not in _OWNED or unit.part != "noun":
            continue
        before, after = _owners(pairing.was, unit), _owners(pairing.now, other)
        if before and after and not before & after and after <= known:
            yield Difference("party", "error", f"{told(unit)} belongs to somebody else now")


def _owners(units: Sequence[Unit], owned: Unit) -> set[str]:
    """Return those whose somebody or something is: `his brother's`, `of his brother`."""
    found = set()
    for place, unit in enumerate(units):
        if unit.part != "noun" or unit.cls not in (*_ACTORS, "word"):
            continue
        bound = any(bond.relation == "of" and units[bond.head] is owned for bond in unit.bonds)
        if (bound and (units[place + 1 : place + 2] or units)[0].text == POSSESSIVE) or (
            bound and lead(units, unit) == "of"
        ):
            found.add(unit.key)
    return found


def _parts(units: Sequence[Unit], unit: Unit) -> dict[str, set[str]]:
    """Return what a unit is to each act, by the name of the act."""
    found: dict[str, set[str]] = {}
    for relation, head in ties(units, unit):
        found.setdefault(head, set()).add(relation)
    return found


def _described(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """Return the noun directly behind a noun that describes it."""
    place = next(number for number, each in enumerate(units) if each is unit)
    behind = place + 1
    fits = any(bond.relation == "of" and bond.head == behind for bond in unit.bonds)
    return units[behind] if fits and units[behind].part == "noun" else None


def _roles(units: Sequence[Unit], unit: Unit) -> set[tuple[str, str]]:
    return {(bond.relation, units[bond.head].key) for bond in unit.bonds if bond.relation in _DOING}


def _same_agent(pairing: Pairing, act: Unit, telling: Unit) -> bool:
    """Say whether one who did an act is one who tells of it now."""
    return any(
        any(bond.relation == "agent" and pairing.was[bond.head] is act for bond in unit.bonds)
        and any(bond.relation in _TELLING and pairing.now[bond.head] is telling for bond in other.bonds)
        for unit, other in pairing.found
    )
