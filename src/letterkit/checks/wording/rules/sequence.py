"""What comes before what: before and after an event, the part before its whole, the two ends of a span."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.difference import Difference, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.checks.wording.pairing import Pairing
    from letterkit.checks.wording.units import Unit

_WHEN: Final = {
    "before": "before",
    "earlier": "before",
    "after": "after",
    "later": "after",
    "since": "since",
    "until": "until",
    "while": "during",
    "during": "during",
}
_READING: Final = ("before", "after", "since", "until", "following")
_REACH: Final = 6  # units behind the word that say what it leads to
_SPAN: Final = ("and", "to", "-", "until", "through")
_OPENS_SPAN: Final = ("between", "from")


def before_and_after(pairing: Pairing) -> Iterator[Difference]:
    """Yield `before` that became `after` in front of the same event, wherever the two stand."""
    was, now = _leading(pairing.was), _leading(pairing.now)
    for word, keys in was:
        near = [(other, shared) for other, row in now if (shared := [key for key in keys if key in row])]
        if near and all(other != word for other, _ in near):
            what = next((told(unit) for unit in pairing.was if unit.key == near[0][1][0]), "it")
            yield Difference("date", "error", f"“{word}” stood before {what}, and “{near[0][0]}” does now")


def _leading(units: Sequence[Unit]) -> list[tuple[str, list[str]]]:
    """Return each word like `before` with the keys of what it leads to."""
    found = []
    for place, unit in enumerate(units):
        if (
            unit.key not in _WHEN
            or (unit.key == "while" and not place)
            or (unit.part == "adverb" and unit.low not in _READING)
        ):
            continue
        keys: list[str] = []
        for each in units[place + 1 : place + 1 + _REACH]:
            if each.part == "mark" or (keys and each.key in _WHEN):
                break
            if each.counts and each.part in ("noun", "verb"):
                keys.append(each.key)
        if keys:
            found.append((_WHEN[unit.key], keys))
    return found


def part_and_whole(pairing: Pairing) -> Iterator[Difference]:
    """Yield `two of the 22` that became `22 of the two`."""
    turned = {(whole.key, part.key) for part, whole in _parts(pairing.was)}
    for part, whole in _parts(pairing.now):
        if (part.key, whole.key) in turned:
            yield Difference("figure", "error", f"{told(part)} of {told(whole)} was the other way around")


def _parts(units: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    for place, unit in enumerate(units[:-3]):
        if unit.cls == "figure" and units[place + 1].low == "of":
            whole = next((each for each in units[place + 2 : place + 4] if each.cls == "figure"), None)
            if whole is not None:
                yield unit, whole


def spans(pairing: Pairing) -> Iterator[Difference]:
    """Yield spans whose two ends have changed places."""
    turned = {(last.key, first.key) for first, last in _spans(pairing.was)}
    found = {id(unit) for unit, _ in pairing.found}
    lost = {id(unit) for unit in pairing.lost}
    for first, last in _spans(pairing.was):
        gone = [end for end in (first, last) if id(end) in lost]
        if len(gone) == 1 and any(id(end) in found for end in (first, last)):
            text = f"{told(gone[0])} is gone, which was one end of a span"
            yield Difference("figure" if gone[0].cls == "figure" else "date", "error", text)
    for first, last in _spans(pairing.now):
        if first.key != last.key and (first.key, last.key) in turned:
            text = f"the span from {told(last)} to {told(first)} is turned around"
            yield Difference("figure" if first.cls == "figure" else "date", "error", text)


def _spans(units: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """Yield the two ends of each span: `between 5 and 20 percent`, `from 1988 to 1994`."""
    ends = [place for place, unit in enumerate(units) if unit.cls in ("figure", "date", "clock")]
    for first, last in pairwise(ends):
        joined = last == first + 2 and units[first + 1].low in _SPAN
        beside = last == first + 1 and units[first].cls == "date"
        led = bool(first) and units[first - 1].low in _OPENS_SPAN
        if (joined and led) or beside:
            yield units[first], units[last]
