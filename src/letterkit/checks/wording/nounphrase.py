"""Nouns with all that describes or counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.chunk import Chunk
from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.units import Bond

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.checks.wording.units import Unit

_COUNTS_WHAT_FOLLOWS: Final = ("quantity", "figure")


def noun_phrase(units: Sequence[Unit], start: int) -> tuple[Chunk, int]:
    """Return a noun with what describes it; a count before `of` counts what follows: `some of them`."""
    words, place = [start], start + 1
    while place < len(units) and _belongs(units, words, place):
        if units[place].part != "small":
            words.append(place)
        place += 1
    head = _head(units, words)
    for each, following in zip(words, [*words[1:], head], strict=True):
        if each != head:
            near = units[each].part == "adverb" or (
                units[each].cls == "figure" and units[following].cls == "measure"
            )
            target = following if near else _described(units, words, each, head)
            units[each].bonds.append(Bond("of", target))
    return Chunk("noun", head, words), place


def _described(units: Sequence[Unit], words: list[int], each: int, head: int) -> int:
    """Return what a word describes: a type or a maker the weapon behind it, all else the noun."""
    if units[each].cls not in ("designation", "maker", "name"):
        return head
    return next((other for other in words if other > each and units[other].cls == "weapon"), head)


def _belongs(units: Sequence[Unit], words: list[int], place: int) -> bool:
    unit, last = units[place], units[words[-1]]
    if unit.part == "small":
        following = units[place + 1 : place + 3]
        partitive = unit.low == "of" and (last.cls in _COUNTS_WHAT_FOLLOWS or last.key == "series")
        determiner = (
            unit.low in functions.DETERMINERS and units[place - 1].low == "of" and units[place - 2] is last
        )
        both = last.cls == "quantity" and unit.low in functions.DETERMINERS
        return (partitive or determiner or both) and bool(following)
    if last.cls in ("date", "clock") and unit.cls != "date":
        before = units[words[0] - 1] if words[0] else None
        held = len(words) > 1 or (before is not None and (before.part == "small" and before.low != "of"))
        return held and last.key.startswith("year") and unit.part in ("noun", "adjective")
    if governs(unit) or (unit.cls == "figure" and last.cls in ("name", "party") and last.part == "noun"):
        return False
    if unit.key == "without" or (unit.part == "adverb" and last.part == "noun" and unit.low.endswith("ly")):
        return False
    if unit.part == "adverb":
        return describes(units, place) or unit.key == "other"
    return unit.part in ("noun", "adjective") and not (unit.cls in ("date", "clock") and last.part == "noun")


def _head(units: Sequence[Unit], words: list[int]) -> int:
    nouns = [each for each in words if units[each].part == "noun"]
    return nouns[-1] if nouns else words[-1] if units[words[-1]].key != "other" else words[0]


def governs(unit: Unit) -> bool:
    """Say whether a hedge takes words of its own: `consistent with`, `reports that`."""
    return unit.cls == "hedge" and unit.low.endswith(("-with", "-that", "-of"))


def describes(units: Sequence[Unit], place: int) -> bool:
    """Say whether an adverb belongs to what stands behind it: `inherently indiscriminate weapons`."""
    following = units[place + 1] if place + 1 < len(units) else None
    return following is not None and (
        following.part == "adjective"
        or following.cls == "maker"
        or (
            following.part == "noun"
            and units[place].part == "adverb"
            and units[place].cls in ("hedge", "strengthener", "negation")
        )
    )
