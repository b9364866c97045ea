"""Groups units: nouns with all that describes them, verbs with their auxiliaries, small words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.chunk import Chunk
from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.nounphrase import describes, governs, noun_phrase
from letterkit.checks.wording.scan import POSSESSIVE
from letterkit.checks.wording.units import Bond
from letterkit.checks.wording.verbphrase import verb_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.checks.wording.chunk import Kind
    from letterkit.checks.wording.units import Unit

_SMALL: Final[tuple[tuple[Kind, frozenset[str]], ...]] = (
    ("conjunction", functions.CONJUNCTIONS),
    ("relative", functions.RELATIVES),
    ("subordinator", functions.SUBORDINATORS),
)
_OPENS_CLAUSE: Final = frozenset(("because", "despite", "if", "unless", "except"))


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
    first, own = units[noun.words[0]], units[chunk.head]
    alike = first.cls == own.cls or first.form == own.form == "ed"
    return units[noun.head].part == "noun" and first.part == "adjective" and alike


def _next(units: Sequence[Unit], place: int) -> tuple[Chunk | None, int]:
    verb = verb_phrase(units, place)
    if verb is not None:
        return verb
    unit = units[place]
    if unit.part == "small" and unit.text != POSSESSIVE:
        return _small(units, place), place + 1
    if kind := _alone(units, place):
        return Chunk(kind, place, [place], relation=unit.key if kind == "relation" else ""), place + 1
    return noun_phrase(units, place)


def _alone(units: Sequence[Unit], place: int) -> Kind | None:
    """Return the kind of a unit that is a group by itself, None where it begins a noun phrase."""
    unit = units[place]
    kinds: tuple[tuple[Kind, bool], ...] = (
        ("mark", unit.part == "mark"),
        ("possessive", unit.text == POSSESSIVE),
        ("relation", unit.part == "relation"),
        ("subordinator", unit.key in _OPENS_CLAUSE),
        ("hedge", governs(unit)),
        ("adverb", unit.part == "adverb" and not describes(units, place)),
    )
    return next((kind for kind, fits in kinds if fits), None)


def _small(units: Sequence[Unit], place: int) -> Chunk | None:
    low = units[place].low
    if low in ("of", "to"):
        return Chunk("of" if low == "of" else "relation", place, relation=low)
    if low in functions.RELATIVES and _points(units, place):
        return None
    if low in functions.PRONOUNS:
        return Chunk("noun", place, [place])
    kind = next((kind for kind, words in _SMALL if low in words), None)
    return None if kind is None else Chunk(kind, place)


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
