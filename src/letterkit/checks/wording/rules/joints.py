"""Words that join: `and` that became `or`, where both of what they join are still there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.difference import Difference, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.checks.wording.pairing import Pairing
    from letterkit.checks.wording.units import Unit

_SUBJECTS: Final = ("he", "she", "they", "we", "i")
_OBJECTS: Final = ("him", "them", "us", "me")
_JOINTS: Final = ("and", "or")
# Where nothing or anything is said of both, `or` says what `and` says: `no school in Ganja or Barda`.
_OF_ANY: Final = frozenset(
    ("not", "no", "none", "never", "without", "neither", "nor", "any", "nobody", "fail", "refrain", "ban",
     "if", "deny", "can", "possible", "would", "all", "each")
)  # fmt: skip


def joints(pairing: Pairing) -> Iterator[Difference]:
    """Yield `and` for `or` and `or` for `and` between the same two; and two acts that `or` joins only now."""
    if any(unit.key in _OF_ANY for row in (pairing.was, pairing.now) for unit in row):
        return
    before = _joined(pairing.was)
    back = {id(other): unit for unit, other in pairing.found}
    for first, last, joint in _joined(pairing.now).values():
        ends = back.get(id(first)), back.get(id(last))
        if ends[0] is None or ends[1] is None:
            continue
        was = before.get((id(ends[0]), id(ends[1]))) or before.get((id(ends[1]), id(ends[0])))
        acts = joint == "or" and first.part == last.part == "verb"
        if (was and was[2] != joint) or (not was and acts):
            yield Difference(
                "quantity", "error", f"{told(first)} and {told(last)} are joined by “{joint}” now"
            )


def joined_by_another(pairing: Pairing) -> Iterator[Difference]:
    """Yield somebody who is one of two now: `his son went missing`, `he and his son went missing`."""
    if _with_another(pairing.now) and not _with_another(pairing.was):
        yield Difference(
            "party", "error", f"“{_with_another(pairing.now)}” is one of those of whom it is said now"
        )


def _with_another(units: Sequence[Unit]) -> str:
    """Return a pronoun that `and` joins to a noun."""
    for place, unit in enumerate(units):
        before = units[place - 1].low if place else ""
        behind = units[place + 1].low if place + 1 < len(units) else ""
        if unit.low in _SUBJECTS and behind == "and" and units[place + 2 : place + 3]:
            following = next((each for each in units[place + 2 :] if each.counts), None)
            if following is not None and following.part in ("noun", "adjective"):
                return unit.text
        if unit.low in _OBJECTS and before == "and":
            return unit.text
    return ""


def _joined(units: Sequence[Unit]) -> dict[tuple[int, int], tuple[Unit, Unit, str]]:
    """Return what each `and` and `or` joins: the words that say something before and behind it."""
    found = {}
    for place, unit in enumerate(units):
        if unit.low in _JOINTS:
            first = next((each for each in reversed(units[:place]) if each.counts), None)
            last = next((each for each in units[place + 1 :] if each.counts), None)
            if first is not None and last is not None:
                found[id(first), id(last)] = (first, last, unit.low)
    return found
