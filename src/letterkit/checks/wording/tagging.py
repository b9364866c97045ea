"""Decides what each word is where it stands: `strikes` after `nine` is a noun, after `rockets` a verb."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.context import (
    capital_follows,
    could_be_verb,
    describes,
    last_word,
    noun_follows,
    object_follows,
)
from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.lexicon.forms import is_past, stem
from letterkit.checks.wording.lexicon.lookup import Entry
from letterkit.checks.wording.scan import POSSESSIVE
from letterkit.checks.wording.units import Part, Unit
from letterkit.checks.wording.verbhood import is_verb
from letterkit.checks.wording.words import Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PARTS: Final[dict[str, Part]] = {
    "person": "noun", "weapon": "noun", "object": "noun", "place": "noun", "event": "noun", "actor": "noun",
    "title": "noun", "measure": "noun", "hedge": "adverb", "weakener": "adverb", "strengthener": "adverb",
    "time": "adverb", "negation": "adverb", "condition": "adverb", "quality": "adjective",
    "quantity": "adjective",
    "relation": "relation", "deed": "noun", "say": "noun", "act": "noun",
}  # fmt: skip
_SAME_IN_THE_PAST: Final = frozenset(
    ["hit", "cut", "put", "hurt", "shut", "let", "set", "spread", "beat", "read", "split"]
)
_DANGLING: Final = {"before": "earlier", "after": "later"}


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
    if word.verb is not None and is_verb(word, before, after):
        return _verb(word)
    if word.label is not None:
        return _label(word, word.label, after)
    return _other(word, before, after)


def _other(word: Word, before: Sequence[Unit], after: Sequence[Word | Unit]) -> Unit:
    """Return what is no name, no verb and no label here."""
    if word.low in _DANGLING and not _leads_on(after):
        return _made(word, Entry(_DANGLING[word.low], "time"), "adverb")
    if word.other is not None:
        entry, plural = word.other
        leads = entry.cls == "say" and word.low.endswith(("-to", "-of"))
        return _made(word, entry, "relation" if leads else _PARTS.get(entry.cls, "noun"), plural=plural)
    return _unknown(word, before, after) if word.verb is None else _unverbed(word, after)


def _leads_on(after: Sequence[Word | Unit]) -> bool:
    """Say whether `after` stands before a thing, a time or an act: `after the war`, `after being taken`."""
    first = after[0] if after else None
    if isinstance(first, Unit) or (isinstance(first, Word) and first.low in ("being", "having")):
        return True
    return object_follows(after)


def _past(word: Word, before: Sequence[Unit]) -> Word:
    """Return a word like `hit` as the past that it is behind `were` and `had`."""
    last = last_word(before)
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
    return _made(word, entry, "adjective" if noun_follows(after) else "noun", plural=word.low.endswith("s"))


def _unverbed(word: Word, after: Sequence[Word | Unit]) -> Unit:
    """Return a form of a verb that describes or names: `banned weapons`, `the killing of`."""
    entry, form = word.verb or (Entry("", "word"), "")
    describes = form in ("ed", "ing") and (noun_follows(after) or (form == "ed" and _joined(after)))
    part: Part = "adjective" if describes else "noun"
    return _made(word, entry, part, form=form, plural=form == "s")


def _joined(after: Sequence[Word | Unit]) -> bool:
    """Say whether `and` and another word like it follow: `bound and gagged prisoners`."""
    row = [word for word in after[:2] if isinstance(word, Word)]
    return len(row) > 1 and row[0].low in functions.CONJUNCTIONS and row[1].low.endswith("ed")


def _goes_on(before: Sequence[Unit]) -> bool:
    """Say whether a describing word and `and` stand before: `bound and gagged prisoners`."""
    return (
        len(before) > 1
        and before[-1].low in functions.CONJUNCTIONS
        and before[-2].part == "adjective"
        and before[-2].form == "ed"
    )


def _unknown(word: Word, before: Sequence[Unit], after: Sequence[Word | Unit]) -> Unit:
    if word.capital or (word.opens and capital_follows(after)):
        return Unit(word.low, "name", "noun", word.text, word.low, quoted=word.quoted, opens=word.opens)
    form = next((ending for ending in ("ing", "ed") if word.low.endswith(ending) and len(word.low) > 5), "")
    form = form or ("ed" if is_past(word.low) else "")
    part: Part = "adjective" if noun_follows(after) else "noun"
    if word.low.endswith("ly"):
        part = "adverb"
    elif (
        form
        and could_be_verb(before)
        and not (part == "adjective" and (describes(before) or _goes_on(before)))
    ):
        part = "verb"
    plural = part == "noun" and word.low.endswith("s")
    return Unit(
        stem(word.low),
        "word",
        part,
        word.text,
        word.low,
        form if part == "verb" or (part == "adjective" and form == "ed") else "",
        plural,
        word.quoted,
        word.opens,
    )
