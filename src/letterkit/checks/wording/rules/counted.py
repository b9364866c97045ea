"""Figures that went while what they counted stays: another figure seems to count it now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.difference import Difference, heads, told
from letterkit.checks.wording.rules.numbers import counts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.checks.wording.pairing import Pairing
    from letterkit.checks.wording.units import Unit

_JOINTS: Final = ("and", "or")
_COUNTABLE: Final = ("name", "party", "place", "person", "actor", "object", "word")


def taken_over(pairing: Pairing) -> Iterator[Difference]:
    """Yield figures that are gone, where a figure that stayed is said of what they were said of."""
    for unit in pairing.lost:
        if unit.cls == "figure" and (
            _of_another(pairing, unit) or _act_counted_by_another(pairing, unit) or _joined(pairing, unit)
        ):
            text = f"what {told(unit)} was said of seems to be counted by another figure now"
            yield Difference("figure", "error", text)


def counted_times(pairing: Pairing) -> Iterator[Difference]:
    """Yield spans that were counted and are one now: `in the two years before`, `in the year before`."""
    gone = [counts(pairing.was, unit) for unit in pairing.lost if unit.cls == "figure"]
    for unit, other in pairing.found:
        if unit.cls == "measure" and unit.plural and not other.plural and any(unit is each for each in gone):
            yield Difference("date", "error", f"{told(unit)} became {told(other)}")


def harmed_otherwise(pairing: Pairing) -> Iterator[Difference]:
    """Yield figures whose act is gone and that another act is said of: `wounded one and injured ten`."""
    gone = {id(unit) for unit in pairing.lost}
    kept = {id(other) for _, other in pairing.found}
    for unit, other in pairing.found:
        before = _counted_acts(pairing.was, unit) if unit.cls == "figure" else []
        after = _counted_acts(pairing.now, other) if before else []
        if before and after and all(id(act) in gone for act in before) and id(after[0]) in kept:
            text = f"{told(unit)} is counted by {told(after[0])} now, where {told(before[0])} was said"
            yield Difference("figure", "error", text)


def counted_together(pairing: Pairing) -> Iterator[Difference]:
    """Yield figures of a list that count only its first thing now: `79 survivors, as well as witnesses`."""
    for unit, other in pairing.found:
        if unit.cls != "figure":
            continue
        before, after = _beside(pairing.was, unit), _beside(pairing.now, other)
        alone = {each.key for each in after} & {
            later.key
            for earlier, later in pairing.found
            if any(earlier is each for each in _listed(pairing.was, unit))
        }
        if not before and alone:
            yield Difference("figure", "error", f"{told(unit)} may count only what stands next to it now")


def _listed(units: Sequence[Unit], figure: Unit) -> list[Unit]:
    """Return what a list holds behind the thing that a figure counts, up to a figure of its own or a verb."""
    own = counts(units, figure)
    place = next((number for number, each in enumerate(units) if each is own), len(units))
    found = []
    for each in units[place + 1 : place + 12]:
        if each.cls == "figure" or each.part in ("verb", "relation") or each.low in (".", ";", "of"):
            break
        if each.part == "noun":
            found.append(each)
    return found


def _beside(units: Sequence[Unit], figure: Unit) -> list[Unit]:
    """Return what stands behind `as well as`, beside the thing that a figure counts."""
    own = counts(units, figure)
    place = next((number for number, each in enumerate(units) if each is own), len(units))
    joints = [each.low for each in units[place + 1 : place + 4] if each.low != ","]
    if joints[:2] != ["and", "also"]:
        return []
    return _listed(units, figure)


def _of_another(pairing: Pairing, lost: Unit) -> bool:
    """Say whether a figure was a part of another that stayed: `two of the 22 videos`."""
    own = counts(pairing.was, lost)
    return own is not None and any(
        unit.cls == "figure" and counts(pairing.was, unit) is own and counts(pairing.now, other) is not None
        for unit, other in pairing.found
    )


def _act_counted_by_another(pairing: Pairing, lost: Unit) -> bool:
    """Say whether an act has another figure behind it: `injured 12` became `killed or injured four`."""
    for act in heads(pairing.was, counts(pairing.was, lost) or lost):
        later = next((other for unit, other in pairing.found if unit is act and other.part == "verb"), None)
        if later is None or act.part != "verb":
            continue
        for unit, other in pairing.found:
            if unit.cls == "figure" and _acts_of(pairing.now, other) & _with_joined(pairing.now, later):
                before = {each.key for each in _counted_acts(pairing.was, unit)}
                if act.key not in before or later.key not in {
                    e.key for e in _counted_acts(pairing.now, other)
                }:
                    return True
    return False


def _counted_acts(units: Sequence[Unit], figure: Unit) -> list[Unit]:
    return [
        units[bond.head]
        for bond in (counts(units, figure) or figure).bonds
        if bond.relation == "object" and units[bond.head].part == "verb"
    ]


def _acts_of(units: Sequence[Unit], figure: Unit) -> set[int]:
    return {id(act) for act in _counted_acts(units, figure)}


def _with_joined(units: Sequence[Unit], act: Unit) -> set[int]:
    """Return an act and the one that `or` joins to it behind, if it has no object of its own."""
    place = next(number for number, each in enumerate(units) if each is act)
    following = units[place + 1 : place + 3]
    found = {id(act)}
    if len(following) > 1 and following[0].low in _JOINTS and following[1].part == "verb":
        found.add(id(following[1]))
    return found


def _joined(pairing: Pairing, lost: Unit) -> bool:
    """Say whether `and 18 percent of women in Asia` became `and Asia`, behind a figure that stayed."""
    own = counts(pairing.was, lost)
    place = next(number for number, each in enumerate(pairing.was) if each is lost)
    if own is None or not place or pairing.was[place - 1].low not in _JOINTS:
        return False
    if all(own is not each for each in pairing.lost):
        return False
    behind = [each for each in pairing.was[place + 1 :] if each.counts]
    kept = next((each for each in behind if all(each is not gone for gone in pairing.lost)), None)
    later = next((other for unit, other in pairing.found if unit is kept), None)
    if kept is None or later is None or _verb_between(pairing.was, lost, kept):
        return False
    before = pairing.now[: next(number for number, each in enumerate(pairing.now) if each is later)]
    countable = kept.cls in (*_COUNTABLE, "quality")
    return countable and any(each.cls == "figure" for each in before) and before[-1].low in _JOINTS


def _verb_between(units: Sequence[Unit], first: Unit, last: Unit) -> bool:
    places = [number for number, each in enumerate(units) if each is first or each is last]
    return any(each.part == "verb" for each in units[places[0] : places[-1]])
