"""Rules about the notes of an edited letter: what they cite, what they hang on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from letterkit.checks.edited.case import Case
from letterkit.checks.edited.citing import faults, gaps
from letterkit.checks.edited.factual import assertion
from letterkit.checks.edited.runs import Call, calls
from letterkit.findings import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.checks.edited.page import Key, Passage
    from letterkit.checks.edited.shelf import KnownClaim, KnownSource


_DIFFERS: Final = "Accounts differ"


def notes_cite_their_source(case: Case) -> Iterator[Finding]:
    """Yield notes whose source, date or address is another than that of the claims that they close."""
    for passage, call in _calls(case):
        note = case.page.notes.get(call.number)
        cited = case.cited.get(call.number, ())
        if note is None or note.missing or not (call.keys or cited):
            continue
        expected = _expected(case, call.keys)
        if expected and not any(source in cited for source in expected):
            if not cited and not _is_cited_beside(case, call, expected):
                told = f"note {call.number} no longer cites {expected[0].by}, “{expected[0].titles[-1]}”"
                yield _found(passage, "note-changed", told, "put the citation back")
            continue
        yield from _wrong_in_it(case, passage, call, expected)


def _wrong_in_it(case: Case, passage: Passage, call: Call, expected: list[KnownSource]) -> Iterator[Finding]:
    note, cited = case.page.notes[call.number], case.cited[call.number]
    ours = [source for source in cited if source in expected] or list(cited)
    named = _named(cited, ours)
    for fault in dict.fromkeys(faults(note, named, _rivals(case, call))):
        yield _found(passage, "note-changed", f"note {note.number}: {fault}", "put the citation back")
    for gap in dict.fromkeys(gaps(note, named)):
        hint = "put it back, so that the source can be found"
        found = _found(passage, "note-incomplete", f"note {note.number}: {gap}", hint)
        yield replace(found, severity="warning")


def _rivals(case: Case, call: Call) -> list[KnownClaim]:
    """Return the claims that conflict with those that a note closes; all, where none has a rival."""
    names = [name for key in call.keys for name in case.shelf.rivals.get(key[0], ())]
    known = [case.shelf.claims[name] for name in names if name in case.shelf.claims]
    return known or (
        list(case.shelf.claims.values()) if _DIFFERS in case.page.notes[call.number].text else []
    )


def _is_cited_beside(case: Case, call: Call, expected: list[KnownSource]) -> bool:
    """Say whether a note directly before cites what this one should."""
    return any(source in case.cited.get(number, ()) for number in call.beside for source in expected)


def _named(cited: tuple[KnownSource, ...], ours: list[KnownSource]) -> list[KnownSource]:
    """Return the sources that a note is about; of two with one title, the one of its claims."""
    titles = {title for source in ours for title in source.titles}
    return [source for source in cited if source in ours or not titles & set(source.titles)]


def notes_hang_on_something(case: Case) -> Iterator[Finding]:
    """Yield calls of notes behind no claim and no statement, and those that repeat the one before."""
    for passage, call in _calls(case):
        if not _closes_something(case, call):
            message = f"note {call.number} hangs on nothing: the sentence that it closed is gone"
            yield _found(passage, "note-orphan", message, "delete its call, or put the sentence back")


def _closes_something(case: Case, call: Call) -> bool:
    """Say whether a note closes something; one behind another has to cite something else for it."""
    if not call.keys:
        return any(assertion(sentence) for sentence in call.sentences)
    own = case.cited.get(call.number, ())
    told = {source for number in call.beside for source in case.cited.get(number, ())}
    return (
        not call.beside or not own or any(source in _expected(case, call.keys) for source in set(own) - told)
    )


def added_notes_are_looked_at(case: Case) -> Iterator[Finding]:
    """Yield notes that somebody put beside that of a claim: nobody has checked what they cite."""
    for passage, call in _calls(case):
        if call.keys and call.beside and not case.cited.get(call.number):
            message = f"note {call.number} stands beside that of a claim and cites nothing of the store"
            hint = "see that it bears out what the sentence says, or take it out"
            yield replace(_found(passage, "note-unchecked", message, hint), severity="warning")


def sources_are_not_later(case: Case) -> Iterator[Finding]:
    """Yield notes that cite a source of a day after the letter's."""
    day = case.page.day
    for passage, call in _calls(case):
        for source in case.cited.get(call.number, ()) if day else ():
            if day and source.issued and source.issued > day and not _claimed(case, call.number):
                message = f"note {call.number} cites a source of {source.issued}, after the letter's date"
                yield _found(
                    passage, "source-later", message, "date the letter later, or cite another source"
                )


def _claimed(case: Case, number: int) -> bool:
    """Say whether a claim that the note closes says so already."""
    return any(use.note == number for use in case.standing)


def _expected(case: Case, keys: tuple[Key, ...]) -> list[KnownSource]:
    names = dict.fromkeys(case.by_key[key].source for key in keys if key in case.by_key)
    return [case.shelf.sources[name] for name in names if name in case.shelf.sources]


def _calls(case: Case) -> Iterator[tuple[Passage, Call]]:
    return ((passage, call) for passage in case.page.passages for call in calls(passage))


def _found(passage: Passage, rule: str, message: str, hint: str) -> Finding:
    return Finding(rule, "error", message, Place(paragraph=passage.place), hint)
