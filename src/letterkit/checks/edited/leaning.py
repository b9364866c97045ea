"""Rules about sentences that lean on another one, which is gone: `strikes there`, `that record`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from letterkit.checks.edited.case import Case, about
from letterkit.checks.edited.recorded import claims
from letterkit.checks.wording.fold import alike
from letterkit.findings import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.checks.edited.page import Key, Passage
    from letterkit.checks.edited.uses import Use

_OPENS_BACK: Final = re.compile(
    r"^(?:That|Those|These|This|Such|The same|There(?! (?:is|are|was|were|has|have|had)\b)) "
    r"(?!is\b|was\b|are\b|were\b)"
)
_OURS: Final = "amnesty-international"
_WHERE: Final = ("in", "into", "on", "at", "near")
_LONGEST: Final = 60


def follow_ups_have_their_lead(case: Case) -> Iterator[Finding]:
    """Yield claims worded without place, day or speaker, where the sentence before no longer gives it."""
    drafted = _drafted(case)
    for passage in case.page.body:
        for number, key in enumerate(passage.keys):
            use, before = case.by_key[key], passage.keys[:number]
            if before[-1:] == _before(drafted, key):
                continue
            left_out = _left_out(case, use)
            if left_out and not _is_given(case, before, left_out):
                message = f"“{_short(use.now)}” leans on a sentence that no longer stands before it"
                yield about(use, "dangling", "warning", message, "name again what it is about")


def _is_given(case: Case, before: list[Key], left_out: set[str]) -> bool:
    """Say whether the sentences before give what was left out, with no other place between."""
    for key in reversed(before):
        given = _given(case.by_key[key].now)
        left_out = left_out - given
        if not left_out:
            return True
        if _places(case.by_key[key].now):
            return False
    return False


def hinges_have_their_lead(case: Case) -> Iterator[Finding]:
    """Yield sentences that begin by pointing back to a claim that is gone: `That record lets …`."""
    drafted = _drafted(case)
    for number, key in enumerate(drafted):
        use = case.by_key[key]
        before = [each for each in drafted[:number] if case.by_key[each].stands][-1:]
        if use.stands or not before:
            continue
        for passage in case.page.body:
            sentence = _directly_behind(passage, before[0])
            if sentence and _OPENS_BACK.match(sentence):
                message = f"“{_short(sentence)}” points back to {use.id}, which is gone"
                hint = "name again what it is about, or take it out"
                yield Finding("dangling", "warning", message, Place(paragraph=passage.place), hint)


def _drafted(case: Case) -> list[Key]:
    """Return the uses in the order in which the letter was drafted."""
    return [key for key in claims(case.page.document.record) if key in case.by_key]


def _index(drafted: list[Key], key: Key) -> int:
    return drafted.index(key) if key in drafted else 0


def _before(drafted: list[Key], key: Key) -> list[Key]:
    """Return the claim that a claim was drafted behind, as a list of one or none."""
    place = _index(drafted, key)
    return drafted[place - 1 : place] if place else []


def _left_out(case: Case, use: Use) -> set[str]:
    """Return the names and dates that a claim's own sentence gives and the wording used here leaves out."""
    known = case.shelf.claims.get(use.id)
    if known is None or not use.stands or alike(known.texts[0], use.was):
        return set()
    return _given(known.texts[0]) - _given(use.was)


def _given(text: str) -> set[str]:
    from letterkit.checks.wording.lexer import units

    return {
        unit.key
        for unit in units(text)
        if unit.cls in ("name", "party", "date") and not unit.key.startswith(_OURS)
    }


def _places(text: str) -> bool:
    """Say whether a text names a place."""
    from letterkit.checks.wording.binding import bind
    from letterkit.checks.wording.difference import describes, tied
    from letterkit.checks.wording.lexer import units

    read = bind(units(text))
    names = (unit for unit in read if unit.cls == "name")
    return any(tied(read, unit, *_WHERE) or describes(read, unit, "place") for unit in names)


def _directly_behind(passage: Passage, key: Key) -> str:
    """Return the sentence directly behind a claim and its note, or an empty text."""
    found = False
    for stretch in passage.stretches:
        if stretch.kind == "claim":
            found = stretch.key == key
        elif stretch.kind == "sentence" and found:
            return stretch.text
    return ""


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
