"""Verbs with what goes before them: auxiliaries, adverbs, hedges and negations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.chunk import Chunk
from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.units import Bond

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.checks.wording.units import Unit

_AUXILIARY: Final = functions.BE | functions.HAVE | functions.DO
_FILLERS: Final = frozenset(("also", "too", "then", "thus", "therefore", "indeed", "so"))
_HELPERS: Final = ("hedge", "negation", "condition")


def verb_phrase(units: Sequence[Unit], start: int) -> tuple[Chunk, int] | None:
    """Return the verb that begins at a place, with auxiliaries, adverbs, hedges and negations around it."""
    words, place = [], start
    while place < len(units) and _goes_before_verb(units, place):
        words.append(place)
        place += 1
    lows = [units[each].low for each in words]
    if place < len(units) and units[place].part == "verb":
        _bind_helpers(units, words, place)
        return _made_verb(units, words, place, lows), place + 1
    return _copula(units, words, start, place)


def _goes_before_verb(units: Sequence[Unit], place: int) -> bool:
    unit = units[place]
    if unit.low in _AUXILIARY:
        return True
    if unit.low in _FILLERS:
        return _leads_to_verb(units, place + 1)
    following = units[place + 1] if place + 1 < len(units) else None
    if unit.low == "to":
        return following is not None and (following.part in ("verb", "adverb") or following.low in _AUXILIARY)
    if unit.part == "verb":
        return unit.cls in _HELPERS and following is not None and following.low in ("to", "from")
    if unit.low == "from":
        return place > 0 and units[place - 1].key == "refrain"
    return unit.part == "adverb" and _leads_to_verb(units, place + 1)


def _leads_to_verb(units: Sequence[Unit], place: int) -> bool:
    for unit in units[place : place + 6]:
        if unit.part == "verb" or unit.low in _AUXILIARY:
            return True
        if unit.part != "adverb" and unit.low != "to" and unit.low not in _FILLERS:
            return False
    return False


def _bind_helpers(units: Sequence[Unit], words: list[int], head: int) -> None:
    for place in words:
        if units[place].counts:
            units[place].bonds.append(Bond("of", head))


def _made_verb(units: Sequence[Unit], words: list[int], head: int, lows: list[str]) -> Chunk:
    unit = units[head]
    auxiliaries = [low for low in lows if low in _AUXILIARY]
    unit.passive = unit.form == "ed" and bool(auxiliaries) and auxiliaries[-1] in functions.BE
    finite = bool(auxiliaries) and auxiliaries[0] not in ("be", "been", "being", "having")
    infinitive = bool(lows) and lows[0] == "to"
    return Chunk("verb", head, [*words, head], unit.passive, infinitive, finite and not infinitive)


def _copula(units: Sequence[Unit], words: list[int], start: int, place: int) -> tuple[Chunk, int] | None:
    """Return a form of `be` or `have` that is the verb itself: `was not a party`, `are in danger`."""
    last = next((each for each in reversed(words) if units[each].low in _AUXILIARY), None)
    if last is None:
        return None
    target = next((each for each in range(place, len(units)) if units[each].counts), None)
    for each in words:
        if units[each].counts and target is not None:
            units[each].bonds.append(Bond("of", target))
    return Chunk("verb", last, words, finite=True), place if place > start else start + 1
