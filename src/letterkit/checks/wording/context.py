"""What stands before and behind a word: whether a noun is awaited, whether an object follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.scan import POSSESSIVE
from letterkit.checks.wording.units import Unit
from letterkit.checks.wording.words import Word

if TYPE_CHECKING:
    from collections.abc import Sequence


_PASSED: Final = frozenset(("also", "too", "then", "thus", "therefore", "indeed"))
BEFORE_VERB: Final = functions.BE | functions.HAVE | functions.DO | {"to"}


def determined(after: Sequence[Word | Unit]) -> bool:
    """Say whether `the` or `a` follows, which no noun stands before."""
    first = after[0] if after else None
    return isinstance(first, Word) and first.low in functions.DETERMINERS


def last_word(before: Sequence[Unit]) -> Unit | None:
    """Return the unit before, adverbs, negations and words like `also` left out."""
    return next(
        (unit for unit in reversed(before) if unit.part != "adverb" and unit.low not in _PASSED), None
    )


def describes(before: Sequence[Unit]) -> bool:
    """Say whether a noun is awaited: after `the`, after a number, after another describing word."""
    last = last_word(before)
    return last is not None and (
        last.part == "adjective" or last.low in functions.DETERMINERS or last.text == POSSESSIVE
    )


def could_be_verb(before: Sequence[Unit]) -> bool:
    """Say whether a verb may stand behind these words."""
    last = last_word(before)
    return last is not None and (
        last.part in ("noun", "mark")
        or last.low in BEFORE_VERB | functions.CONJUNCTIONS | functions.RELATIVES | functions.PRONOUNS
    )


def noun_follows(after: Sequence[Word | Unit]) -> bool:
    """Say whether the next word is one that a describing word could stand before."""
    first = after[0] if after else None
    if isinstance(first, Unit):
        return first.cls == "designation"
    if first is None or first.small or first.low.endswith("ly"):
        return False
    if first.other is not None:
        return first.other[0].cls not in ("relation", "negation", "condition", "time", "quantity", "weakener")
    return first.verb is None or (first.verb[1] == "ing") or first.name is not None


def object_follows(after: Sequence[Word | Unit]) -> bool:
    """Say whether the next word may be what a verb acts on."""
    first = after[0] if after else None
    if isinstance(first, Unit):
        return first.cls != "date"
    return first is not None and (
        first.low in functions.DETERMINERS or (not first.small and not is_relation(first))
    )


def is_relation(word: Word | Unit) -> bool:
    """Say whether a word is a preposition, or a mark or `and` that ends a phrase like one."""
    if isinstance(word, Unit):
        return False
    return word.low in ("of", "to", ",", ".", "and") or (
        word.other is not None and word.other[0].cls == "relation"
    )


def capital_follows(after: Sequence[Word | Unit]) -> bool:
    """Say whether the next word is written as names are."""
    first = after[0] if after else None
    return isinstance(first, Word) and first.text[:1].isupper()


def has_finite(after: Sequence[Word | Unit]) -> bool:
    """Say whether a verb of the clause still follows, so that the word before it is none."""
    for word in after:
        if isinstance(word, Unit):
            continue
        if word.low in (",", ";", ".") or word.low in functions.RELATIVES:
            return False
        if word.low in functions.BE | functions.HAVE:
            return True
    return False
