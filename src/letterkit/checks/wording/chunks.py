"""Groups units: a noun with all that describes it, a verb with its auxiliaries, and the small words between."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.scan import POSSESSIVE
from letterkit.checks.wording.units import Bond

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.checks.wording.units import Unit

Kind = Literal[
    "noun",
    "verb",
    "relation",
    "relative",
    "subordinator",
    "conjunction",
    "mark",
    "adverb",
    "hedge",
    "of",
    "possessive",
]
_AUXILIARY: Final = functions.BE | functions.HAVE | functions.DO
_OPENS_CLAUSE: Final = frozenset(("because", "despite", "if", "unless", "except"))
_FILLERS: Final = frozenset(("also", "too", "then", "thus", "therefore", "indeed", "so"))
_COUNTS_WHAT_FOLLOWS: Final = ("quantity", "figure")
_HELPERS: Final = ("hedge", "negation", "condition")


@dataclass(slots=True)
class Chunk:
    """A group of units: `head` is the number of the one that it is about, -1 where there is none.

    `words` are the numbers of all its units; of a verb, `passive`, `infinitive` and `finite` tell its voice and form.
    """

    kind: Kind
    head: int
    words: list[int] = field(default_factory=list)
    passive: bool = False
    infinitive: bool = False
    finite: bool = False
    relation: str = ""


def chunks(units: Sequence[Unit]) -> list[Chunk]:
    """Return the groups of a sentence in their order; describing words are bound to what they describe."""
    found: list[Chunk] = []
    place = 0
    while place < len(units):
        chunk, place = _next(units, place)
        if chunk is not None:
            found.append(chunk)
    return _shared(units, found)


def _shared(units: Sequence[Unit], found: list[Chunk]) -> list[Chunk]:
    """Give describing words without a noun the noun that follows: `Armenian and Azerbaijani forces`."""
    kept: list[Chunk] = []
    for chunk in reversed(found):
        noun = _noun_behind(kept)
        if (
            chunk.kind == "noun"
            and units[chunk.head].part == "adjective"
            and noun is not None
            and _lists(units, chunk, noun)
        ):
            units[chunk.head].bonds.append(Bond("of", noun.head))
            noun.words = [*chunk.words, *noun.words]
            del kept[kept.index(noun) + 1 :]
            continue
        kept.append(chunk)
    return kept[::-1]


def _noun_behind(kept: list[Chunk]) -> Chunk | None:
    """Return the noun that stands behind `and` or a comma, if nothing else does."""
    for chunk in reversed(kept):
        if chunk.kind == "noun":
            return chunk if kept[-1] is not chunk else None
        if chunk.kind not in ("conjunction", "mark"):
            return None
    return None


def _lists(units: Sequence[Unit], chunk: Chunk, noun: Chunk) -> bool:
    first = units[noun.words[0]]
    return (
        units[noun.head].part == "noun" and first.part == "adjective" and first.cls == units[chunk.head].cls
    )


def _next(units: Sequence[Unit], place: int) -> tuple[Chunk | None, int]:
    verb = _verb(units, place)
    if verb is not None:
        return verb
    unit = units[place]
    if unit.part == "mark":
        return Chunk("mark", place), place + 1
    if unit.text == POSSESSIVE:
        return Chunk("possessive", place), place + 1
    if unit.part == "small":
        return _small(units, place), place + 1
    if unit.part == "relation":
        return Chunk("relation", place, relation=unit.key), place + 1
    if unit.key in _OPENS_CLAUSE:
        return Chunk("subordinator", place, [place]), place + 1
    if _governs(unit):
        return Chunk("hedge", place, [place]), place + 1
    if unit.part == "adverb" and not _describes(units, place):
        return Chunk("adverb", place, [place]), place + 1
    return _noun(units, place)


def _small(units: Sequence[Unit], place: int) -> Chunk | None:
    low = units[place].low
    if low in ("of", "to"):
        return Chunk("of" if low == "of" else "relation", place, relation=low)
    if low in functions.CONJUNCTIONS:
        return Chunk("conjunction", place)
    if low in functions.RELATIVES and not _points(units, place):
        return Chunk("relative", place)
    if low in functions.SUBORDINATORS:
        return Chunk("subordinator", place)
    if low in functions.PRONOUNS:
        return Chunk("noun", place, [place])
    return None


def _points(units: Sequence[Unit], place: int) -> bool:
    """Say whether `that` points to a thing: `traced that footage to`."""
    before = units[place - 1] if place else None
    return (
        units[place].low == "that"
        and before is not None
        and before.part == "verb"
        and before.rung == 0
        and before.cls != "hedge"
    )


def _verb(units: Sequence[Unit], start: int) -> tuple[Chunk, int] | None:
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


def _governs(unit: Unit) -> bool:
    """Say whether a hedge takes words of its own: `consistent with`, `reports that`."""
    return unit.cls == "hedge" and unit.low.endswith(("-with", "-that", "-of"))


def _describes(units: Sequence[Unit], place: int) -> bool:
    """Say whether an adverb belongs to what stands directly behind it: `inherently indiscriminate weapons`."""
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


def _noun(units: Sequence[Unit], start: int) -> tuple[Chunk, int]:
    """Return a noun with what describes it; a count before `of` counts what follows: `some of their strikes`."""
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
    if _governs(unit) or (unit.cls == "figure" and last.cls in ("name", "party") and last.part == "noun"):
        return False
    if unit.part == "adverb":
        return _describes(units, place) or unit.key == "other"
    return unit.part in ("noun", "adjective") and not (unit.cls in ("date", "clock") and last.part == "noun")


def _head(units: Sequence[Unit], words: list[int]) -> int:
    nouns = [each for each in words if units[each].part == "noun"]
    return nouns[-1] if nouns else words[-1] if units[words[-1]].key != "other" else words[0]
