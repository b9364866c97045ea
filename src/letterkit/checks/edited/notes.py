"""Rules about the notes of an edited letter: what they cite, what they hang on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from letterkit.checks.edited.case import Case
from letterkit.checks.edited.citing import faults, gaps
from letterkit.checks.edited.factual import assertion
from letterkit.checks.edited.runs import covered
from letterkit.findings import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.checks.edited.page import Key, Passage
    from letterkit.checks.edited.shelf import KnownSource


def notes_cite_their_source(case: Case) -> Iterator[Finding]:
    """Yield notes whose source, date or address is another than that of the claims that they close."""
    for passage, number, keys, _ in _calls(case):
        note = case.page.notes.get(number)
        if note is None or note.missing or not (keys or case.cited[number]):
            continue
        expected = _expected(case, keys)
        cited = case.cited[number]
        if expected and not any(source in cited for source in expected):
            if not cited:
                told = f"note {number} no longer cites {expected[0].by}, “{expected[0].titles[-1]}”"
                yield _found(passage, "note-changed", told, "put the citation back")
            continue
        ours = [source for source in cited if source in expected] or list(cited)
        named = _named(cited, ours)
        for fault in dict.fromkeys(faults(note, named, case.shelf)):
            yield _found(passage, "note-changed", f"note {number}: {fault}", "put the citation back")
        for gap in dict.fromkeys(gaps(note, named)):
            hint = "put it back, so that the source can be found"
            yield replace(
                _found(passage, "note-incomplete", f"note {number}: {gap}", hint), severity="warning"
            )


def _named(cited: tuple[KnownSource, ...], ours: list[KnownSource]) -> list[KnownSource]:
    """Return the sources that a note is about; of two with one title, the one of its claims."""
    titles = {title for source in ours for title in source.titles}
    return [source for source in cited if source in ours or not titles & set(source.titles)]


def notes_hang_on_something(case: Case) -> Iterator[Finding]:
    """Yield calls of notes behind no claim and no statement."""
    for passage, number, keys, sentences in _calls(case):
        if not keys and not any(assertion(sentence) for sentence in sentences):
            message = f"note {number} hangs on nothing: the sentence that it closed is gone"
            yield _found(passage, "note-orphan", message, "delete its call, or put the sentence back")


def sources_are_not_later(case: Case) -> Iterator[Finding]:
    """Yield notes that cite a source of a day after the letter's."""
    day = case.page.day
    for passage, number, _, _ in _calls(case):
        for source in case.cited.get(number, ()) if day else ():
            if day and source.issued and source.issued > day and not _claimed(case, number):
                message = f"note {number} cites a source of {source.issued}, after the letter's date"
                yield _found(
                    passage, "source-later", message, "date the letter later, or cite another source"
                )


def _claimed(case: Case, number: int) -> bool:
    """Say whether a claim that the note closes says so already."""
    return any(use.note == number for use in case.standing)


def _expected(case: Case, keys: list[Key]) -> list[KnownSource]:
    names = dict.fromkeys(case.by_key[key].source for key in keys if key in case.by_key)
    return [case.shelf.sources[name] for name in names if name in case.shelf.sources]


def _calls(case: Case) -> Iterator[tuple[Passage, int, list[Key], list[str]]]:
    for passage in case.page.passages:
        for number, keys, sentences in covered(passage):
            yield passage, number, keys, sentences


def _found(passage: Passage, rule: str, message: str, hint: str) -> Finding:
    return Finding(rule, "error", message, Place(paragraph=passage.place), hint)
