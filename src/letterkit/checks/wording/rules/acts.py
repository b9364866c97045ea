"""What was done: acts, legal labels, words of intent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.difference import Difference, bound_up, losing, tied, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.checks.wording.pairing import Pairing
    from letterkit.checks.wording.units import Unit

_ACTS: Final = frozenset(("deed", "act"))
_EXCHANGED: Final = frozenset(
    ("word", "event", "object", "quality", "place", "person", "weapon", "actor", "measure", "title")
)
_LABELS: Final = frozenset(("label", "intent"))
_CAUSING: Final = {"cause", "result"}
_WHEN: Final = ("during", "before", "after", "since", "until")


def acts(pairing: Pairing) -> Iterator[Difference]:
    """Yield acts that are others, gone, or new."""
    for unit, other in pairing.changed:
        classes = {unit.cls, other.cls}
        if classes & _ACTS and classes <= _ACTS | _EXCHANGED:
            yield _changed(unit, other)
    for unit in pairing.lost:
        if unit.cls in _ACTS:
            yield Difference("verb", "warning", f"{told(unit)} is gone")
    for unit in pairing.gained:
        if unit.cls in _ACTS:
            yield Difference("verb", "error" if unit.cls == "deed" else "warning", f"{told(unit)} is new")


def done_otherwise(pairing: Pairing) -> Iterator[Difference]:
    """Yield acts that are gone where something else is done to the same now: `dragged them`, `led them`."""
    lost = {id(unit) for unit in pairing.lost if unit.part == "verb" and unit.cls in (*_ACTS, "word")}
    new = {id(unit) for unit in pairing.gained if unit.part == "verb" and unit.cls in (*_ACTS, "word")}
    for unit, other in pairing.found if lost and new else ():
        before = [act for act in _done_to(pairing.was, unit) if id(act) in lost]
        after = [act for act in _done_to(pairing.now, other) if id(act) in new]
        if before and after:
            yield Difference("verb", "error", f"{told(before[0])} became {told(after[0])}")


def _done_to(units: Sequence[Unit], unit: Unit) -> list[Unit]:
    return [units[bond.head] for bond in unit.bonds if bond.relation == "object"]


def _changed(unit: Unit, other: Unit) -> Difference:
    text = f"{told(unit)} became {told(other)}"
    if unit.cls == "word" and other.part == "verb" and other.cls == "deed":
        return Difference("verb", "error", text)
    if "word" in (unit.cls, other.cls) or {unit.key, other.key} == _CAUSING:
        return Difference("wording", "warning", text)
    return Difference("verb", "error", text)


def labels(pairing: Pairing) -> Iterator[Difference]:
    """Yield legal labels and words of intent that are new, others, or gone."""
    for unit, other in pairing.changed:
        if other.cls in _LABELS or (
            unit.cls in _LABELS and other.cls not in ("say", "negation", "hedge", "condition")
        ):
            yield Difference("label", "error", f"{told(unit)} became {told(other)}")
    for unit in pairing.gained:
        if unit.cls in _LABELS:
            yield Difference("label", "error", f"{told(unit)} is new")
    for unit in pairing.lost:
        if unit.cls in _LABELS:
            yield Difference("label", losing(pairing.was, unit), f"{told(unit)} is gone")


def labels_keep_their_thing(pairing: Pairing) -> Iterator[Difference]:
    """Yield legal labels and words of intent that are said of something else now."""
    for unit, other in pairing.moved:
        if unit.cls in _LABELS and unit.part != "verb" and bound_up(pairing, unit, other):
            if tied(pairing.was, unit, *_WHEN) and tied(pairing.now, other, *_WHEN):
                text = f"{told(unit)} may be read as the time of something else now"
                yield Difference("wording", "warning", text)
            else:
                yield Difference("label", "error", f"{told(unit)} is said of something else now")
