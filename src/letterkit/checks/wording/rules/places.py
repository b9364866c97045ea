"""Things that have changed places in a sentence: each stands where the other stood."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.difference import Difference, Kind, told
from letterkit.checks.wording.ties import ties

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.checks.wording.pairing import Pairing
    from letterkit.checks.wording.ties import Tie
    from letterkit.checks.wording.units import Unit

_KINDS: Final[dict[str, Kind]] = {
    "figure": "figure", "date": "date", "clock": "date", "party": "party", "name": "name",
    "designation": "designation", "maker": "designation", "person": "thing", "place": "thing",
    "object": "thing", "weapon": "thing",
}  # fmt: skip
_CONTRASTING: Final = ("oppose", "instead", "than", "over", "unlike", "against")
_LONGEST: Final = 8  # units of one of two things


def exchanged(pairing: Pairing) -> Iterator[Difference]:
    """Yield pairs of units of one class that stand in each other's place, with the same words around them."""
    found = [(unit, other) for unit, other in pairing.found if unit.cls in _KINDS]
    before = {id(unit): _around(pairing.was, unit) for unit, _ in found}
    after = {id(other): _around(pairing.now, other) for _, other in found}
    for (first, first_now), (second, second_now) in combinations(found, 2):
        if first.cls != second.cls or first.key == second.key:
            continue
        if before[id(first)] == after[id(second_now)] != before[id(second)] == after[id(first_now)]:
            yield Difference(
                _KINDS[first.cls], "error", f"{told(first)} and {told(second)} have changed places"
            )


def stand_for_others(pairing: Pairing) -> Iterator[Difference]:
    """Yield parties that are to something what another one was to it, which is still there.

    What they were themselves may be gone: `Armenians suffered torture in Azerbaijani detention` and `Azeris
    were tortured in Armenian detention`.
    """
    found = [(unit, other) for unit, other in pairing.found if unit.cls == "party"]
    was = {id(unit): _parts(pairing.was, unit) for unit, _ in found}
    now = {id(unit): _parts(pairing.now, other) for unit, other in found}
    for (first, _), (second, _) in permutations(found, 2):
        if first.key == second.key:
            continue
        before, after = was[id(first)] - now[id(first)], now[id(second)] - was[id(second)]
        if before & after and not _shared(found, first, was, before & after):
            text = f"{told(second)} stands where {told(first)} stood"
            yield Difference("party", "error", text)


def _parts(units: Sequence[Unit], party: Unit) -> frozenset[Tie]:
    """Return what a party is to what, but where things are."""
    return frozenset(tie for tie in ties(units, party) if tie[0] != "in")


def _shared(
    found: list[tuple[Unit, Unit]], unit: Unit, was: dict[int, frozenset[Tie]], ties_of: frozenset[Tie]
) -> bool:
    """Say whether another unit was the same to the same thing as well."""
    return any(other is not unit and was[id(other)] & ties_of for other, _ in found)


def _around(units: Sequence[Unit], unit: Unit) -> tuple[str, str]:
    place = next(number for number, each in enumerate(units) if each is unit)
    return _near(units[place - 1 :: -1] if place else ()), _near(units[place + 1 :])


def _near(row: Sequence[Unit]) -> str:
    return next((each.key for each in row if each.counts or each.part == "relation"), "")


def phrases_exchanged(pairing: Pairing) -> Iterator[Difference]:
    """Yield two phrases that have changed places while all around and between them stayed as it was."""
    was, now = _row(pairing.was), _row(pairing.now)
    if len(was) != len(now) or sorted(each.key for each in was) != sorted(each.key for each in now):
        return
    first, second = _unlike(was, now)
    found = _blocks([each.key for each in first], [each.key for each in second])
    if found is None:
        return
    left, right = first[: found[0]], first[len(first) - found[1] :]
    between = first[found[0] : len(first) - found[1]]
    kind = _kind(left, right) or _said_of_each_other(left, between, right) or _described(left, right)
    if kind and any(each.counts or each.part == "relation" for each in between):
        text = f"“{_words(left)}” and “{_words(right)}” have changed places"
        yield Difference(kind, "error", text)


def _row(units: Sequence[Unit]) -> list[Unit]:
    """Return the units without articles and marks."""
    return [
        each for each in units if each.counts or each.part == "relation" or each.low in ("of", "to", "and")
    ]


def _unlike(was: list[Unit], now: list[Unit]) -> tuple[list[Unit], list[Unit]]:
    """Return what lies between the common beginning and the common end of two rows of one length."""
    unlike = [number for number, (a, b) in enumerate(zip(was, now, strict=True)) if a.key != b.key]
    if not unlike:
        return [], []
    return was[unlike[0] : unlike[-1] + 1], now[unlike[0] : unlike[-1] + 1]


def _blocks(first: list[str], second: list[str]) -> tuple[int, int] | None:
    """Return the lengths of the two blocks that stand the other way around in the second row."""
    size = len(first)
    for left in range(1, min(_LONGEST, size - 2) + 1):
        for right in range(1, min(_LONGEST, size - left - 1) + 1):
            turned = first[size - right :] + first[left : size - right] + first[:left]
            if turned == second:
                return left, right
    return None


def _kind(left: list[Unit], right: list[Unit]) -> Kind | None:
    """Return what kind of thing both are; a time and a place may change places, as may one and itself."""
    both = {each.cls for each in left} & {each.cls for each in right}
    kind = next((_KINDS[cls] for cls in _KINDS if cls in both), None)
    if kind or any(each.part in ("verb", "relation") or each.cls == "date" for each in (*left, *right)):
        return kind
    return (
        "party" if any(each.cls in ("name", "party", "actor", "person") for each in (*left, *right)) else None
    )


def _said_of_each_other(left: list[Unit], between: list[Unit], right: list[Unit]) -> Kind | None:
    """Say whether two things stand on the other side of an act or of a word that sets them apart."""
    nouns = all(any(each.part == "noun" for each in side) for side in (left, right))
    timed = any(each.cls in ("date", "clock", "measure") for each in (*left, *right))
    act = any(each.part == "verb" for each in between) and not any(
        each.part in ("verb", "relation") for each in (*left, *right)
    )
    contrast = any(each.key in _CONTRASTING for each in between)
    return "thing" if nouns and not timed and (act or contrast) else None


def _described(left: list[Unit], right: list[Unit]) -> Kind | None:
    """Say whether both only describe, so that each is said of the other's thing now."""
    return "thing" if all(each.part == "adjective" and each.bonds for each in (*left, *right)) else None


def _words(row: list[Unit]) -> str:
    return " ".join(each.text for each in row)
