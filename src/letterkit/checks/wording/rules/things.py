"""Who and what the acts concern, how much and how often; words that the lexicon does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from letterkit.checks.wording.difference import (
    Difference,
    bound_up,
    describes,
    head_moved,
    lead,
    losing,
    negated,
    reversed_before,
    tied,
    told,
)
from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.lexicon.lookup import is_wider
from letterkit.checks.wording.rules.numbers import counts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.checks.wording.pairing import Pairing
    from letterkit.checks.wording.units import Unit

_THINGS: Final = frozenset(("person", "actor", "weapon", "object", "place", "event"))
# Of these alone the reading is not sure enough for an error: they stand in too many phrases.
_LESS_SURE: Final = ("object", "event")
_DEGREES: Final = frozenset(("weakener", "strengthener", "time"))
_DESCRIBING: Final = frozenset(("quality", "word"))
# What a region is in law or in dispute: a letter that leaves it out takes a stand.
_STATUS: Final = frozenset(("breakaway", "disputed", "de-facto"))
_SPATIAL: Final = frozenset(
    [
        "in",
        "on",
        "at",
        "near",
        "beside",
        "amid",
        "outside",
        "behind",
        "beyond",
        "into",
        "onto",
        "under",
        "above",
        "by",
        "against",
        "from",
        "along",
        "across",
        "around",
        "over",
        "through",
        "toward",
        "to",
    ]
)


def things(pairing: Pairing) -> Iterator[Difference]:
    """Yield people and things that are others, gone, or new."""
    for unit, other in pairing.changed:
        if {unit.cls, other.cls} <= _THINGS:
            mild = is_wider(other.key, unit.key) and not reversed_before(pairing.was, unit)
            yield Difference("thing", "warning" if mild else "error", f"{told(unit)} became {told(other)}")
    for unit in pairing.lost:
        if unit.cls in _THINGS and not _fills_gap(pairing.was, unit):
            yield Difference("thing", losing(pairing.was, unit), f"{told(unit)} is gone")
    for unit in pairing.gained:
        if unit.cls in _THINGS and not _fills_gap(pairing.now, unit):
            grave = unit.cls in ("person", "weapon") or tied(pairing.now, unit, "agent")
            yield Difference("thing", "error" if grave else "warning", f"{told(unit)} is new")


def _fills_gap(units: Sequence[Unit], unit: Unit) -> bool:
    """Say whether a noun only says once more what a further figure counts: `injured 14 people`."""
    return sum(each.key == unit.key for each in units) > 1 and any(
        counts(units, each) is unit for each in units if each.cls == "figure"
    )


def things_keep_their_part(pairing: Pairing) -> Iterator[Difference]:
    """Yield people and things that have another part in it now; what is counted is judged with its figure."""
    for unit, other in pairing.found:
        if unit.cls in _THINGS and not _counted(pairing.was, unit) and not _counted(pairing.now, other):
            stirred = (
                _moved(pairing, unit) or head_moved(pairing, unit) or _placed_otherwise(pairing, unit, other)
            )
            if stirred and bound_up(pairing, unit, other):
                mild = unit.cls in _LESS_SURE and not _placed_otherwise(pairing, unit, other)
                text = f"{told(unit)} has another part in it now"
                yield Difference("thing", "warning" if mild else "error", text)


def _moved(pairing: Pairing, unit: Unit) -> bool:
    return any(unit is each for each, _ in pairing.moved)


def _placed_otherwise(pairing: Pairing, unit: Unit, other: Unit) -> bool:
    leads = {lead(pairing.was, unit), lead(pairing.now, other)}
    return len(leads) > 1 and leads <= _SPATIAL | {""}


def _counted(units: Sequence[Unit], unit: Unit) -> bool:
    return any(counts(units, each) is unit for each in units if each.cls == "figure")


def one_and_many(pairing: Pairing) -> Iterator[Difference]:
    """Yield one thing that became many, and many that became one."""
    for unit, other in pairing.found:
        if (
            unit.part != "noun"
            or other.part != "noun"
            or unit.plural == other.plural
            or unit.cls in ("name", "party")
        ):
            continue
        if unit.cls == "measure":
            if not _counted(pairing.was, unit) and not _counted(pairing.now, other):
                yield Difference("date", "error", f"{told(unit)} became {told(other)}")
        else:
            single, several = (other, unit) if unit.plural else (unit, other)
            rows = (pairing.now, pairing.was) if unit.plural else (pairing.was, pairing.now)
            if _has_article(rows[0], single) and not _counted(rows[1], several):
                yield Difference("figure", "error", f"{told(unit)} became {told(other)}")


def _has_article(units: Sequence[Unit], unit: Unit) -> bool:
    place = next(number for number, each in enumerate(units) if each is unit) - 1
    while place >= 0 and units[place].part in ("adjective", "adverb", "noun"):
        place -= 1
    return place >= 0 and units[place].low in ("a", "an")


def degrees(pairing: Pairing) -> Iterator[Difference]:
    """Yield words of degree, frequency and time that are others, gone, or new."""
    for unit, other in pairing.changed:
        if unit.cls in _DEGREES and other.cls in _DEGREES | _DESCRIBING:
            yield Difference("quantity", "error", f"{told(unit)} became {told(other)}")
        elif other.cls in _DEGREES and unit.cls in _DESCRIBING:
            yield Difference(
                "quantity",
                "error" if other.cls == "strengthener" else "warning",
                f"{told(unit)} became {told(other)}",
            )
    for unit in pairing.lost:
        if unit.cls in _DEGREES:
            grave = (
                unit.cls == "weakener"
                or unit.key == "no-longer"
                or (unit.cls == "strengthener" and losing(pairing.was, unit) == "error")
            )
            yield Difference("quantity", "error" if grave else "warning", f"{told(unit)} is gone")
    for unit in pairing.gained:
        if unit.cls in _DEGREES:
            grave = unit.cls == "strengthener" or unit.key == "no-longer"
            yield Difference("quantity", "error" if grave else "warning", f"{told(unit)} is new")


def degrees_keep_their_act(pairing: Pairing) -> Iterator[Difference]:
    """Yield words of degree and frequency that are said of another act now."""
    for unit, other in pairing.moved:
        if unit.cls in ("weakener", "strengthener") and bound_up(pairing, unit, other):
            yield Difference("quantity", "error", f"{told(unit)} is said of something else now")


def descriptions(pairing: Pairing) -> Iterator[Difference]:
    """Yield describing words, and words that the lexicon does not know, that are others, gone, or new."""
    for unit, other in pairing.changed:
        pair = {unit.cls, other.cls}
        if negated(unit.low, other.low):
            yield Difference("negation", "error", f"{told(unit)} became {told(other)}")
            continue
        if pair <= _DESCRIBING | _THINGS and pair & _DESCRIBING:
            sure = pair == {"quality"} or _is_called(pairing.was, unit)
            kind: Literal["thing", "wording"] = "thing" if sure else "wording"
            yield Difference(kind, "error" if sure else "warning", f"{told(unit)} became {told(other)}")
    for unit in pairing.lost:
        if unit.cls in _DESCRIBING and not describes(pairing.was, unit, "title"):
            severity = "error" if unit.key in _STATUS else losing(pairing.was, unit)
            yield Difference("thing", severity, f"{told(unit)} is gone")
    for unit in pairing.gained:
        if unit.cls in _DESCRIBING and not describes(pairing.now, unit, "title"):
            grave = describes(pairing.now, unit, "weapon")
            yield Difference("thing", "error" if grave else "warning", f"{told(unit)} is new")


def words_keep_their_part(pairing: Pairing) -> Iterator[Difference]:
    """Yield what the lexicon does not know, where it may belong to somebody else or to another act now."""
    for unit, other in pairing.moved:
        if unit.cls != "word" or not unit.part == other.part == "noun":
            continue
        bound = _is_owned(pairing.was, unit) or lead(pairing.was, unit) == lead(pairing.now, other) == "at"
        if bound and bound_up(pairing, unit, other):
            yield Difference("wording", "warning", f"{told(unit)} may belong to something else now")


def _is_owned(units: Sequence[Unit], unit: Unit) -> bool:
    place = next(number for number, each in enumerate(units) if each is unit)
    return place > 0 and units[place - 1].low in ("its", "their", "his", "her")


def _is_called(units: Sequence[Unit], unit: Unit) -> bool:
    """Say whether a noun says what a person is, behind the name: `Biayna Sukhudyan, a neurologist`."""
    place = next(number for number, each in enumerate(units) if each is unit)
    before = units[max(0, place - 3) : place]
    return (
        unit.part == "noun"
        and [each.low for each in before[1:]] in ([",", "a"], [",", "an"])
        and before[0].cls == "name"
    )


def quotations(pairing: Pairing) -> Iterator[Difference]:
    """Yield words that are put between quotation marks, taken out of them, or changed inside them."""
    put = [
        other for unit, other in pairing.found if other.quoted and not unit.quoted and not _is_title(other)
    ]
    taken = [
        unit for unit, other in pairing.found if unit.quoted and not other.quoted and not _is_title(unit)
    ]
    inside = [unit for unit, other in pairing.found if unit.quoted and other.quoted and unit.low != other.low]
    inside += [unit for unit, other in pairing.changed if unit.quoted or other.quoted]
    inside += [unit for unit in (*pairing.lost, *pairing.gained) if unit.quoted]
    if put:
        yield Difference("quotation", "error", f"{told(put[0])} stands between quotation marks now")
    if taken:
        yield Difference("quotation", "warning", f"{told(taken[0])} stood between quotation marks")
    if inside:
        yield Difference("quotation", "error", f"a quotation was changed at {told(inside[0])}")


def _is_title(unit: Unit) -> bool:
    return unit.text[:1].isupper() or unit.low in functions.DETERMINERS
