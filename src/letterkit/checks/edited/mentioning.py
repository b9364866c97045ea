"""Sides, people and bodies of which a sentence tells or judges something, without figure or blame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.checks.edited.blaming import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.checks.wording.units import Unit


def named(read: Sequence[Unit]) -> Unit | None:
    """Return a name that something past is told of."""
    for unit in read:
        if unit.cls not in ("party", "name", "title"):
            continue
        for bond in unit.bonds:
            act = read[bond.head]
            if (
                bond.relation in ("agent", "object", "speaker")
                and act.part == "verb"
                and is_past(read, act)
                and act.form != "s"
            ):
                return unit
    return None


def spoken(read: Sequence[Unit]) -> Unit | None:
    """Return who is said to have said, found or done something."""
    for unit in read:
        for bond in unit.bonds:
            act = read[bond.head]
            says = (
                bond.relation == "speaker"
                and act.rung
                and act.key != "hold"
                and unit.cls in ("name", "party", "title")
            )
            acts = (
                bond.relation == "agent" and unit.cls == "person" and act.part == "verb" and act.form == "ed"
            )
            if says or acts:
                return unit
    return None


def judged(read: Sequence[Unit]) -> Unit | None:
    """Return a side of which, or of whose doings, a judgment is passed: `their conduct was far worse`."""
    for unit in read:
        if unit.cls == "party":
            own = [bond for bond in unit.bonds if bond.relation in ("of", "agent")]
            near = [*own, *(bond for each in own for bond in read[each.head].bonds)]
            if any(bond.relation == "agent" and read[bond.head].low in ("was", "were") for bond in near):
                return unit
    return None
