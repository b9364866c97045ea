"""Decides what each word is where it stands: `strikes` after `nine` is a noun, after `rockets` a verb."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.lexicon.forms import is_past, stem
from letterkit.checks.wording.lexicon.lookup import Entry
from letterkit.checks.wording.scan import POSSESSIVE
from letterkit.checks.wording.units import Part, Unit
from letterkit.checks.wording.words import Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PARTS: Final[dict[str, Part]] = {
    "person": "noun", "weapon": "noun", "object": "noun", "place": "noun", "event": "noun", "actor": "noun",
    "title": "noun", "measure": "noun", "hedge": "adverb", "weakener": "adverb", "strengthener": "adverb",
    "time": "adverb", "negation": "adverb", "condition": "adverb", "quality": "adjective", "quantity": "adjective",
    "relation": "relation", "deed": "noun", "say": "noun", "act": "noun",
}  # fmt: skip
_BEFORE_VERB: Final = functions.BE | functions.HAVE | functions.DO | {"to"}
_RELATION_FIRST: Final = frozenset(("following", "including", "regarding", "concerning", "surrounding"))
_ASKING: Final = frozenset(("ask", "call", "demand", "recommend", "request"))
_SAME_IN_THE_PAST: Final = frozenset(
    ["hit", "cut", "put", "hurt", "shut", "let", "set", "spread", "beat", "read", "split"]
)
_DANGLING: Final = {"before": "earlier", "after": "later"}
_MODALS: Final = frozenset(("would", "must", "should", "can", "will", "possible", "need"))


def tagged(words: Iterable[Word | Unit]) -> Iterator[Unit]:
    """Yield a unit for every word, with the part that it plays."""
    found: list[Unit] = []
    row = list(words)
    for place, word in enumerate(row):
        unit = word if isinstance(word, Unit) else _unit(word, found, row[place + 1 :])
        found.append(unit)
        yield unit


def _unit(word: Word, before: Sequence[Unit], after: Sequence[Word | Unit]) -> Unit:
    if word.small:
        part: Part = "small" if word.text[:1].isalpha() or word.text == POSSESSIVE else "mark"
        return Unit(word.low, "small", part, word.text, word.low, quoted=word.quoted, opens=word.opens)
    if word.name is not None and not word.label:
        entry, adjective = word.name
        return _made(word, entry, "adjective" if adjective else "noun")
    word = _past(word, before)
    if word.verb is not None and _is_verb(word, before, after):
        return _verb(word)
    if word.label is not None:
        return _label(word, word.label, after)
    if word.low in _DANGLING and not _object_follows(after) and not (after and isinstance(after[0], Unit)):
        return _made(word, Entry(_DANGLING[word.low], "time"), "adverb")
    if word.other is not None:
        entry, plural = word.other
        part = (
            "relation"
            if entry.cls == "say" and word.low.endswith(("-to", "-of"))
            else _PARTS.get(entry.cls, "noun")
        )
        return _made(word, entry, part, plural=plural)
    if word.verb is not None:
        return _unverbed(word, after)
    return _unknown(word, before, after)


def _past(word: Word, before: Sequence[Unit]) -> Word:
    """Return a word like `hit` as the past that it is behind `were` and `had`."""
    last = _last(before)
    if (
        word.verb
        and word.low in _SAME_IN_THE_PAST
        and last is not None
        and last.low in functions.BE | functions.HAVE
    ):
        return replace(word, verb=(word.verb[0], "ed"))
    return word


def _made(word: Word, entry: Entry, part: Part, *, plural: bool = False, form: str = "") -> Unit:
    return Unit(
        entry.key, entry.cls, part, word.text, word.low, form, plural, word.quoted, word.opens,
        wider=entry.wider, rung=entry.rung,
    )  # fmt: skip


def _verb(word: Word) -> Unit:
    entry, form = word.verb or (Entry("", "word"), "")
    if word.label is not None:
        entry = word.label
    return _made(word, entry, "verb", form=form)


def _label(word: Word, entry: Entry, after: Sequence[Word | Unit]) -> Unit:
    if word.low.endswith("ly"):
        return _made(word, entry, "adverb")
    return _made(word, entry, "adjective" if _noun_follows(after) else "noun", plural=word.low.endswith("s"))


def _unverbed(word: Word, after: Sequence[Word | Unit]) -> Unit:
    """Return a form of a verb that describes or names: `banned weapons`, `the killing of`."""
    entry, form = word.verb or (Entry("", "word"), "")
    part: Part = "adjective" if form in ("ed", "ing") and _noun_follows(after) else "noun"
    return _made(word, entry, part, form=form, plural=form == "s")


def _unknown(word: Word, before: Sequence[Unit], after: Sequence[Word | Unit]) -> Unit:
    if word.capital or (word.opens and _capital_follows(after)):
        return Unit(word.low, "name", "noun", word.text, word.low, quoted=word.quoted, opens=word.opens)
    form = next((ending for ending in ("ing", "ed") if word.low.endswith(ending) and len(word.low) > 5), "")
    form = form or ("ed" if is_past(word.low) else "")
    part: Part = "adjective" if _noun_follows(after) else "noun"
    if word.low.endswith("ly"):
        part = "adverb"
    elif form and _could_be_verb(before) and not (part == "adjective" and _describes(before)):
        part = "verb"
    plural = part == "noun" and word.low.endswith("s")
    return Unit(
        stem(word.low),
        "word",
        part,
        word.text,
        word.low,
        form if part == "verb" else "",
        plural,
        word.quoted,
        word.opens,
    )


def _is_verb(word: Word, before: Sequence[Unit], after: Sequence[Word | Unit]) -> bool:
    form = word.verb[1] if word.verb else ""
    last = _last(before)
    if word.low in _RELATION_FIRST and (word.low == "including" or _object_follows(after)):
        return False
    if form == "ed":
        return _is_past_verb(last, before, after)
    if form == "ing":
        return _is_ing_verb(word, last, after)
    if word.other is None and word.label is None:
        return not (last is not None and _describes(before) and last.low not in ("that",))
    return _is_base_verb(form, last, before) or (
        _determined(after) and not _describes(before) and last is not None and last.part != "relation"
    )


def _determined(after: Sequence[Word | Unit]) -> bool:
    """Say whether `the` or `a` follows, which no noun stands before."""
    first = after[0] if after else None
    return isinstance(first, Word) and first.low in functions.DETERMINERS


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
        return not _noun_follows(after)
    if last.low in functions.BE | functions.HAVE:
        return True
    if last.low in functions.RELATIVES:
        return not _noun_follows(after) or not _has_finite(after)
    if not _noun_follows(after):
        if (
            last.low in functions.DETERMINERS
            and after
            and isinstance(after[0], Word)
            and after[0].low in ("of", ",", ".")
        ):
            return False
        if last.cls == "figure" and any(unit.low in functions.CONJUNCTIONS for unit in before[-3:]):
            return True
        return not (_describes(before) and last.part != "noun") or not after or _is_relation(after[0])
    if last.low in functions.CONJUNCTIONS:
        return any(unit.part == "verb" and unit.form == "ed" for unit in before)
    if last.part == "mark":
        return _awaits_verb(before)
    return last.part in ("noun",) or last.cls == "party" or last.low in functions.PRONOUNS


def _is_ing_verb(word: Word, last: Unit | None, after: Sequence[Word | Unit]) -> bool:
    named = word.other is not None or word.label is not None
    if last is None:
        return not named
    if last.low in functions.BE:
        return True
    if last.part == "adjective" or last.low in functions.DETERMINERS or last.text == POSSESSIVE:
        return False
    if last.part == "relation" or last.low == "of":
        return not named or _object_follows(after)
    return not named or last.part in ("verb", "mark", "noun") or last.low in functions.CONJUNCTIONS


def _is_base_verb(form: str, last: Unit | None, before: Sequence[Unit]) -> bool:
    """Decide for a word that may be a noun as well: `use`, `attacks`, `report`."""
    if last is None:
        return False
    if form == "base" and _is_asked_for(before):
        return True
    if last.low in _BEFORE_VERB - functions.BE - functions.HAVE or last.key in _MODALS:
        return form == "base"
    if last.low in functions.RELATIVES | functions.PRONOUNS:
        return True
    if last.low in functions.CONJUNCTIONS:
        earlier = next((unit for unit in reversed(before) if unit.part in ("noun", "verb")), None)
        return earlier is not None and earlier.part == "verb"
    if last.part == "noun" and last.cls not in ("weapon", "designation", "name") and not _has_verb(before):
        return last.plural if form == "base" else not last.plural
    return False


def _is_asked_for(before: Sequence[Unit]) -> bool:
    """Say whether a clause tells what is asked for and still lacks its verb: `ask that the Government help`."""
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


def _last(before: Sequence[Unit]) -> Unit | None:
    """Return the unit before, adverbs and negations left out."""
    return next((unit for unit in reversed(before) if unit.part != "adverb"), None)


def _describes(before: Sequence[Unit]) -> bool:
    """Say whether a noun is awaited: after `the`, after a number, after another describing word."""
    last = _last(before)
    return last is not None and (
        last.part == "adjective" or last.low in functions.DETERMINERS or last.text == POSSESSIVE
    )


def _could_be_verb(before: Sequence[Unit]) -> bool:
    last = _last(before)
    return last is not None and (
        last.part in ("noun", "mark")
        or last.low in _BEFORE_VERB | functions.CONJUNCTIONS | functions.RELATIVES | functions.PRONOUNS
    )


def _noun_follows(after: Sequence[Word | Unit]) -> bool:
    """Say whether the next word is one that a describing word could stand before."""
    first = after[0] if after else None
    if isinstance(first, Unit):
        return first.cls == "designation"
    if first is None or first.small or first.low.endswith("ly"):
        return False
    if first.other is not None:
        return first.other[0].cls not in ("relation", "negation", "condition", "time", "quantity")
    return first.verb is None or (first.verb[1] == "ing") or first.name is not None


def _object_follows(after: Sequence[Word | Unit]) -> bool:
    first = after[0] if after else None
    if isinstance(first, Unit):
        return first.cls != "date"
    return first is not None and (
        first.low in functions.DETERMINERS or (not first.small and not _is_relation(first))
    )


def _is_relation(word: Word | Unit) -> bool:
    if isinstance(word, Unit):
        return False
    return word.low in ("of", "to", ",", ".", "and") or (
        word.other is not None and word.other[0].cls == "relation"
    )


def _capital_follows(after: Sequence[Word | Unit]) -> bool:
    first = after[0] if after else None
    return isinstance(first, Word) and first.text[:1].isupper()


def _has_finite(after: Sequence[Word | Unit]) -> bool:
    """Say whether a verb of the clause still follows, so that the word before it is none."""
    for word in after:
        if isinstance(word, Unit):
            continue
        if word.low in (",", ";", ".") or word.low in functions.RELATIVES:
            return False
        if word.low in functions.BE | functions.HAVE:
            return True
    return False
