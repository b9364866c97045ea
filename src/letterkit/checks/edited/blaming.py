"""Acts of force, harm and fault that a sentence lays at somebody's door, or tells as having happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.lexicon.listed import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.checks.wording.units import Unit

_AT_FAULT: Final = frozenset(("blame", "fault", "guilty", "responsible", "culpable", "complicit"))
_STATE: Final = listed(
    """
    government authority forces police regime ministry leadership side
    """
)
HARMING: Final = listed(
    """
    kill die injure harm behead execute shoot maim mutilate displace expel detain arrest imprison abduct
    capture torture beat assault rape mistreat abuse destroy damage devastate strike attack bombard
    shell raid burn loot hack infect persecute blackmail smear
    """
)
VIOLENT: Final = HARMING | listed(
    """
    use fire target aim occupy invade blockade besiege fight deploy explode violate violation
    indiscriminate attack illegal massacre murder terrorism deliberate commit spy leak silence harass
    threaten intimidate censor block restrict shut-down
    """
)
KINDS_OF_ACT: Final = ("deed", "label", "intent")


def blame(read: Sequence[Unit]) -> Unit | None:
    """Return an act that a party is said to have done or suffered, or that stands beside one in the past."""
    acts = [
        act for act in roles(read) if act.cls in KINDS_OF_ACT and (act.part == "noun" or is_past(read, act))
    ]
    if acts:
        return acts[0]
    charge = next(
        (unit for unit in read if unit.cls == "label" and unit.part == "noun" and _by_a_side(read, unit)),
        None,
    )
    if charge is not None:
        return charge
    past = any(unit.part == "verb" and is_past(read, unit) for unit in read)
    sided = any(unit.cls == "party" for unit in read)
    if sided and (fault := next((unit for unit in read if unit.low in _AT_FAULT), None)):
        return fault
    return next((unit for unit in read if unit.key in VIOLENT), None) if past and sided else None


def _by_a_side(read: Sequence[Unit], charge: Unit) -> bool:
    """Say whether what the law has a name for is said to be somebody's."""
    return any(
        bond.relation == "agent" and read[bond.head] is charge
        for unit in read
        for bond in unit.bonds
        if unit.cls in ("party", "actor")
    )


def omission(read: Sequence[Unit]) -> Unit | None:
    """Return what a state's own people are said not to have done."""
    denied = any(unit.cls == "negation" for unit in read)
    for unit in read if denied else ():
        if unit.cls == "party" or unit.key in _STATE:
            for bond in unit.bonds:
                act = read[bond.head]
                if (
                    bond.relation in ("agent", "speaker")
                    and act.part == "verb"
                    and is_past(read, act)
                    and act.form != "s"
                    and act.key != "join"
                ):
                    return act
    return None


def roles(read: Sequence[Unit]) -> list[Unit]:
    """Return the acts that parties, or weapons and people of a party, are agents or objects of."""
    found = []
    for unit in read:
        if unit.cls != "party" and unit.key not in _STATE:
            continue
        near = [
            unit,
            *(read[bond.head] for bond in unit.bonds if bond.relation == "of" and unit.cls == "party"),
        ]
        found += [
            read[bond.head]
            for each in near
            for bond in each.bonds
            if bond.relation in ("agent", "object") and read[bond.head].cls in KINDS_OF_ACT
        ]
    return [act for act in found if act.key in VIOLENT or act.part == "verb"]


def is_past(read: Sequence[Unit], act: Unit) -> bool:
    """Say whether a verb tells of what has happened or goes on happening."""
    place = next(number for number, each in enumerate(read) if each is act)
    helped = any(each.low in functions.HAVE for each in read[max(0, place - 3) : place])
    return act.form == "ed" or act.passive or helped or (act.form in ("s", "ing") and act.part == "verb")


def harm(read: Sequence[Unit]) -> Unit | None:
    """Return a harm that is told as having happened, whoever did it."""
    for unit in read:
        if unit.key in HARMING and unit.part == "verb" and is_past(read, unit) and unit.form != "s":
            return unit
    return None


def asked(read: Sequence[Unit]) -> Unit | None:
    """Return an act of force that a question takes for granted: `why did their troops kill`."""
    sided = any(unit.cls == "party" or unit.key in _STATE for unit in read)
    told = any(unit.low in ("did", "has", "have", "had", "was", "were") for unit in read)
    acts = (unit for unit in read if unit.key in VIOLENT and unit.part == "verb")
    return next(acts, None) if sided and told else None


def told(read: Sequence[Unit]) -> Unit | None:
    """Return an act of force, or a ban, that is told as done or as a rule."""
    for unit in read:
        if (
            unit.key in VIOLENT | {"ban", "scatter", "sell"}
            and unit.part == "verb"
            and (unit.form == "ed" or unit.passive)
        ):
            return unit
    return None


def suffered(read: Sequence[Unit]) -> Unit | None:
    """Return an act of force beside what somebody lived through: `lost a child to the shelling`."""
    past = any(unit.part == "verb" and unit.form == "ed" for unit in read)
    acts = (unit for unit in read if unit.key in HARMING and unit.part == "noun")
    return next(acts, None) if past else None
