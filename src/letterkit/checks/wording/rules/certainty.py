"""How sure a sentence is: hedges over their words, ways of knowing and saying, negations, conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from letterkit.checks.wording.difference import Difference, bound_up, negated, told
from letterkit.checks.wording.ties import ties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.checks.wording.pairing import Pairing
    from letterkit.checks.wording.units import Unit

_NOT: Final = frozenset(("not", "no", "none", "neither", "nor", "refrain"))
_OPPOSITES: Final = (
    {"guilty", "innocent"}, {"true", "false"}, {"safe", "unsafe"}, {"effective", "ineffective"},
    {"lawful", "illegal"},
    {"available", "unavailable"}, {"partial", "impartial"},
)  # fmt: skip
_ALTHOUGH: Final = frozenset(("although", "though", "even though"))
_BUT: Final = frozenset(("but", "yet", "however"))
_SAID: Final = 3  # the rung of what is simply said
_MILD_CONDITIONS: Final = ("because", "in-line")


def hedges(pairing: Pairing) -> Iterator[Difference]:
    """Yield hedges that are gone, stronger, weaker, or new."""
    for unit, other in pairing.changed:
        yield from _changed(unit, other)
    for unit in pairing.lost:
        if unit.cls == "hedge":
            yield Difference("hedge", "error", f"the hedge {told(unit)} is gone")
    for unit in pairing.gained:
        if unit.cls == "hedge":
            yield Difference("hedge", "warning", f"the hedge {told(unit)} is new")


def _changed(unit: Unit, other: Unit) -> Iterator[Difference]:
    if unit.cls == other.cls == "hedge":
        yield from _rung(unit, other)
    elif unit.cls == "hedge":
        yield Difference("hedge", "error", f"the hedge {told(unit)} became {told(other)}")
    elif other.cls == "hedge":
        grave = unit.cls in ("strengthener", "quantity", "negation", "say")
        text = f"{told(unit)} became the hedge {told(other)}"
        yield Difference("hedge", "error" if grave else "warning", text)


def _rung(unit: Unit, other: Unit) -> Iterator[Difference]:
    if other.rung > unit.rung:
        yield Difference("hedge", "error", f"{told(unit)} became the surer {told(other)}")
    elif other.rung < unit.rung:
        yield Difference("hedge", "warning", f"{told(unit)} became the weaker {told(other)}")


def hedges_keep_their_words(pairing: Pairing) -> Iterator[Difference]:
    """Yield hedges that weaken something else now."""
    before, after = {unit.key for unit in pairing.was}, {unit.key for unit in pairing.now}
    pairs = [*pairing.found, *((a, b) for a, b in pairing.changed if a.cls == b.cls == "hedge")]
    for unit, other in pairs:
        if unit.cls != "hedge":
            continue
        old = {head for _, head in ties(pairing.was, unit)}
        new = {head for _, head in ties(pairing.now, other)}
        if old and new and not old & new and old <= after and new <= before:
            yield Difference("hedge", "error", f"the hedge {told(other)} weakens something else now")


def sayings(pairing: Pairing) -> Iterator[Difference]:
    """Yield ways of knowing and saying that are others, gone, or new."""
    for unit, other in pairing.changed:
        if unit.cls == other.cls == "say":
            severity = _said(unit, other)
            yield Difference("verb", severity, f"{told(unit)} became {told(other)}")
        elif "say" in (unit.cls, other.cls) and "hedge" not in (unit.cls, other.cls):
            unsure = "word" in (unit.cls, other.cls) and not _only_alleged(unit, other)
            kind: Literal["wording", "verb"] = "wording" if unsure else "verb"
            yield Difference(kind, "warning" if unsure else "error", f"{told(unit)} became {told(other)}")
    for unit in pairing.lost:
        if unit.cls == "say":
            yield Difference("verb", "error" if unit.rung else "warning", f"{told(unit)} is gone")
    for unit in pairing.gained:
        if unit.cls == "say":
            yield Difference("verb", "warning" if unit.rung else "error", f"{told(unit)} is new")


def _only_alleged(unit: Unit, other: Unit) -> bool:
    """Say whether what somebody only alleged is said to be done now."""
    return unit.cls == "say" and 0 < unit.rung < _SAID and other.part == "verb"


def _said(unit: Unit, other: Unit) -> Literal["error", "warning"]:
    """Return how grave it is to say it in another way: one rung lower may pass, higher never."""
    if not unit.rung or not other.rung or other.rung > unit.rung or unit.rung - other.rung > 1:
        return "error"
    return "warning"


def negations(pairing: Pairing) -> Iterator[Difference]:
    """Yield negations that are gone, new, others, or over another clause."""
    for unit, other in pairing.changed:
        if "negation" in (unit.cls, other.cls) and not {unit.key, other.key} <= _NOT:
            yield Difference("negation", "error", f"{told(unit)} became {told(other)}")
    for row, what in ((pairing.lost, "gone"), (pairing.gained, "new")):
        for unit in row:
            if unit.cls == "negation":
                yield Difference("negation", "error", f"the negation {told(unit)} is {what}")
    for unit, other in pairing.moved:
        if unit.cls == "negation" and bound_up(pairing, unit, other):
            yield Difference("negation", "error", f"{told(unit)} negates something else now")


def conditions(pairing: Pairing) -> Iterator[Difference]:
    """Yield conditions, duties and possibilities that are gone, new or others: must, can, if, despite."""
    for unit, other in pairing.changed:
        if "condition" in (unit.cls, other.cls) and not {"negation", "hedge", "say"} & {unit.cls, other.cls}:
            yield Difference("negation", "error", f"{told(unit)} became {told(other)}")
    for row, what in ((pairing.lost, "gone"), (pairing.gained, "new")):
        for unit in row:
            if unit.cls == "condition" and not _contrasts_still(pairing, unit):
                mild = unit.key in _MILD_CONDITIONS or unit.low == "instead"
                yield Difference("negation", "warning" if mild else "error", f"{told(unit)} is {what}")


def _contrasts_still(pairing: Pairing, unit: Unit) -> bool:
    """Say whether `although` stands where `but` stood in the other clause, or the other way around."""
    if unit.low not in _ALTHOUGH:
        return False
    signs = [sum(each.low in _ALTHOUGH | _BUT for each in row) for row in (pairing.was, pairing.now)]
    return signs[0] == signs[1]


def double_negation(pairing: Pairing) -> bool:
    """Say whether a word and its opposite have changed places with a negation, which may come to the same."""
    opposites = any(
        {unit.key, other.key} in _OPPOSITES or negated(unit.low, other.low) for unit, other in pairing.changed
    )
    negations = [*(u for u in (*pairing.lost, *pairing.gained) if u.cls == "negation")]
    negations += [u for u, o in pairing.changed if "negation" in (u.cls, o.cls)]
    return opposites and len(negations) == 1
