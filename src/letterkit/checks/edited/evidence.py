"""Figures of evidence, victims and dated events in a sentence that no claim stands behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from letterkit.checks.edited.blaming import HARMING, KINDS_OF_ACT, is_past
from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.lexicon.listed import listed
from letterkit.checks.wording.rules.numbers import counts
from letterkit.checks.wording.ties import ties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.checks.wording.units import Unit

_COUNTED: Final = ("person", "weapon", "object", "deed", "event")
_FEW: Final = ("figure:1", "figure:2")
_VAGUE: Final = listed(
    """
    dozens hundreds thousands tens-of-thousands hundreds-of-thousands millions large-number
    """
)
_OWN_THINGS: Final = re.compile(
    r"^(?:minute|hour|page|annex|enclosure|copy|meeting|call|question|request|point|paragraph|note|letter|report|"
    r"signature|recommendation|ask)"
)
_SAYING_NOTHING: Final = listed(
    """
    figure:1 both all other only either each any ordinal:1 some
    """
)


def evidence_figure(read: Sequence[Unit]) -> Unit | None:
    """Return a figure that counts people, weapons, acts or places, or a share."""
    for unit in read:
        if unit.key in _SAYING_NOTHING:
            continue
        counted = counts(read, unit)
        if unit.cls == "quantity" and counted is not None and _is_many(read, unit, counted):
            return unit
        if unit.cls == "figure" and (
            _is_open(read, unit) if counted is None else _is_evidence(read, unit, counted)
        ):
            return unit
    return None


def _is_many(read: Sequence[Unit], unit: Unit, counted: Unit) -> bool:
    """Say whether a vague number counts people that something was done to, or what evidence counts."""
    vague = unit.key in _VAGUE and counted.cls in _COUNTED
    return vague or (counted.cls == "person" and _acted_on(read, counted))


def _is_open(read: Sequence[Unit], unit: Unit) -> bool:
    """Say whether a figure leaves out what it counts, and no page or minute stands behind it."""
    place = next(number for number, each in enumerate(read) if each is unit)
    behind = next((each.low for each in read[place + 1 :] if each.counts), "")
    return not _OWN_THINGS.match(behind)


def _is_evidence(read: Sequence[Unit], unit: Unit, counted: Unit) -> bool:
    if counted.cls == "place" and (unit.bound or unit.key not in _FEW):
        return True
    if counted.cls in _COUNTED or counted.key == "percent":
        return not _OWN_THINGS.match(counted.key) and not _OWN_THINGS.match(counted.low)
    return counted.cls in ("word", "measure") and _is_of_event(read, counted)


def _is_of_event(read: Sequence[Unit], counted: Unit) -> bool:
    return any(key in HARMING for _, key in ties(read, counted)) and not _OWN_THINGS.match(counted.low)


def _acted_on(read: Sequence[Unit], unit: Unit) -> bool:
    return any(
        relation in ("object", "agent") and key.split("#")[0] in HARMING for relation, key in ties(read, unit)
    )


def victims(read: Sequence[Unit]) -> Unit | None:
    """Return the word for the dead or injured, or for an act that people suffer."""
    for unit in read:
        people = unit.key in ("dead-people", "injured-people")
        if (
            people or (unit.key in ("die", "kill", "injure") and unit.part in ("noun", "adjective"))
        ) and not _abstract(read):
            return unit
    return None


def _abstract(read: Sequence[Unit]) -> bool:
    """Say whether nothing past is said of it: `injuries` in a request, `killing` as a topic."""
    return not any(
        (each.part == "verb" and is_past(read, each)) or each.low in ("was", "were") for each in read
    )


def dated(read: Sequence[Unit]) -> Unit | None:
    """Return a date beside something that happened then."""
    date = next((unit for unit in read if unit.cls == "date" and unit.value is not None), None)
    acts = [
        unit
        for unit in read
        if (unit.part == "verb" and unit.form in ("ed", "s", "base")) or unit.low in functions.BE
    ]
    return date if date is not None and (acts or any(unit.cls in KINDS_OF_ACT for unit in read)) else None
