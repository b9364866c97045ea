"""Whether a word that may be a verb is one where it stands: `strikes` after `rockets`, not after `nine`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.context import (
    BEFORE_VERB,
    describes,
    determined,
    has_finite,
    is_relation,
    last_word,
    noun_follows,
    object_follows,
)
from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.scan import POSSESSIVE
from letterkit.checks.wording.words import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.checks.wording.units import Unit

_RELATION_FIRST: Final = frozenset(("following", "including", "regarding", "concerning", "surrounding"))
_NO_SUBJECTS: Final = ("weapon", "designation", "name", "date")
_ASKING: Final = frozenset(("ask", "call", "demand", "recommend", "request"))
_MODALS: Final = frozenset(("would", "must", "should", "can", "will", "possible", "need"))


def is_verb(word: Word, before: Sequence[Unit], after: Sequence[Word | Unit]) -> bool:
    """Say whether a word that has the form of a verb is one, by the units before and the words behind it."""
    form = word.verb[1] if word.verb else ""
    last = last_word(before)
    if word.low in _RELATION_FIRST and (word.low == "including" or object_follows(after)):
        return False
    if form == "ed":
        described = (last is None or last.part == "mark") and _describes_with_another(after)
        return not described and _is_past_verb(last, before, after)
    if form == "ing":
        return _is_ing_verb(word, last, after)
    if word.other is None and word.label is None:
        return not (last is not None and describes(before) and last.low != "that")
    goes_on = form == "base" and _goes_on(last, before, after)
    return (
        goes_on
        or _is_base_verb(form, last, before)
        or (determined(after) and not describes(before) and last is not None and last.part != "relation")
    )


def _describes_with_another(after: Sequence[Word | Unit]) -> bool:
    """Say whether `and`, another participle and a noun follow: `bound and gagged prisoners`."""
    row = [word for word in after[:3] if isinstance(word, Word)]
    if len(row) < 3 or row[0].low not in ("and", "or", ","):
        return False
    return row[1].low.endswith("ed") and noun_follows(row[2:]) and not row[2].low.endswith("ed")


def _behind_apposition(before: Sequence[Unit]) -> bool:
    """Say whether a subject with an apposition still has no verb: `Ana Petrova, a plumber, tried`."""
    start = max((place for place, unit in enumerate(before) if unit.low == "that"), default=-1) + 1
    clause = before[start:]
    marks = [place for place, unit in enumerate(clause) if unit.part == "mark"]
    if len(marks) < 2 or any(
        unit.part == "verb" or unit.low in functions.BE | functions.HAVE for unit in clause
    ):
        return False
    apposition = clause[marks[-2] + 1 : marks[-1]]
    return clause[0].cls == "name" and bool(apposition) and apposition[0].low in functions.DETERMINERS


def _goes_on(last: Unit | None, before: Sequence[Unit], after: Sequence[Word | Unit]) -> bool:
    """Say whether a clause in the present goes on: `they have shells at hand but use rockets`."""
    if last is None or last.low not in functions.CONJUNCTIONS or not object_follows(after):
        return False
    return any(unit.low == "have" or (unit.part == "verb" and unit.form == "base") for unit in before)


def _awaits_verb(before: Sequence[Unit]) -> bool:
    """Say whether `had` or `were` still waits for its verb."""
    for unit in reversed(before):
        if unit.part == "verb":
            return False
        if unit.low in functions.HAVE | functions.BE:
            return True
    return False


def _is_past_verb(last: Unit | None, before: Sequence[Unit], after: Sequence[Word | Unit]) -> bool:
    if last is None:
        return not noun_follows(after)
    if last.low in functions.BE | functions.HAVE:
        return True
    if last.low in functions.RELATIVES:
        return not noun_follows(after) or not has_finite(after)
    return _has_object(last, before) if noun_follows(after) else _ends_clause(last, before, after)


def _ends_clause(last: Unit, before: Sequence[Unit], after: Sequence[Word | Unit]) -> bool:
    """Decide where no noun follows: `rockets fired into`, not `the injured of`."""
    of = after and isinstance(after[0], Word) and after[0].low in ("of", ",", ".")
    if of and last.low in functions.DETERMINERS:
        return False
    if last.cls == "figure" and any(unit.low in functions.CONJUNCTIONS for unit in before[-3:]):
        return True
    return not (describes(before) and last.part != "noun") or not after or is_relation(after[0])


def _has_object(last: Unit, before: Sequence[Unit]) -> bool:
    """Decide where a noun follows: `forces fired rockets`, not `and banned weapons`."""
    if last.low in functions.CONJUNCTIONS:
        return any(unit.part == "verb" and unit.form == "ed" for unit in before)
    if last.part == "mark":
        return _awaits_verb(before) or _behind_apposition(before)
    return last.part == "noun" or last.cls == "party" or last.low in functions.PRONOUNS


def _is_ing_verb(word: Word, last: Unit | None, after: Sequence[Word | Unit]) -> bool:
    named = word.other is not None or word.label is not None
    if last is None:
        return not named
    if last.low in functions.BE:
        return True
    if last.part == "adjective" or last.low in functions.DETERMINERS or last.text == POSSESSIVE:
        return False
    if last.part == "relation" or last.low == "of":
        return not named or object_follows(after)
    return not named or last.part in ("verb", "mark", "noun") or last.low in functions.CONJUNCTIONS


def _is_base_verb(form: str, last: Unit | None, before: Sequence[Unit]) -> bool:
    """Decide for a word that may be a noun as well: `use`, `attacks`, `report`."""
    if last is None:
        return False
    if form == "base" and _is_asked_for(before):
        return True
    if last.low in BEFORE_VERB - functions.BE - functions.HAVE or last.key in _MODALS:
        return form == "base"
    if last.low in functions.RELATIVES | functions.PRONOUNS:
        return True
    return _follows_noun(form, last, before)


def _follows_noun(form: str, last: Unit, before: Sequence[Unit]) -> bool:
    """Say whether a word stands behind a noun that it could be the verb of, or behind a verb and `and`."""
    if last.low in functions.CONJUNCTIONS:
        earlier = next((unit for unit in reversed(before) if unit.part in ("noun", "verb")), None)
        return earlier is not None and earlier.part == "verb"
    if last.part == "noun" and last.cls not in _NO_SUBJECTS and not _has_verb(before):
        return last.plural if form == "base" else not last.plural
    return False


def _is_asked_for(before: Sequence[Unit]) -> bool:
    """Say whether a clause tells what is asked for and lacks its verb: `ask that the Government help`."""
    that = next((place for place in range(len(before) - 1, 0, -1) if before[place].low == "that"), 0)
    asked = before[that - 1].key in _ASKING if that else False
    nouns = [unit for unit in before[that + 1 :] if unit.part in ("noun", "verb")]
    return asked and bool(nouns) and all(unit.part == "noun" for unit in nouns)


def _has_verb(before: Sequence[Unit]) -> bool:
    """Say whether the clause has its verb already."""
    for unit in reversed(before):
        if unit.part == "verb":
            return True
        if (
            unit.part == "mark"
            or unit.low in functions.RELATIVES | functions.SUBORDINATORS | functions.CONJUNCTIONS
        ):
            return False
    return False
