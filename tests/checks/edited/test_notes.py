"""Rules about notes: what they cite, what they hang on."""

from __future__ import annotations

import pytest
from tests.checks.edited.small import (
    ANSWER,
    BODY,
    DENIAL,
    NORTH,
    SOUTH,
    TOWNS,
    URL,
    checked,
    found,
    letter,
    note,
    said,
)

from letterkit.letter.model import Link, NoteRef, Text, line, paragraph

CHANGED = {
    "the address": (f"Watch, “Towns under fire,” June 1, 2020, {URL}-2.", "https://example.org/towns-2"),
    "the day": (f"Watch, “Towns under fire,” June 11, 2020, {URL}.", "June 1, 2020"),
    "the publisher": (f"Watchers’ Union, “Towns under fire,” June 1, 2020, {URL}.", ""),
    "another day beside": (
        f"Watch, “Towns under fire,” June 1, 2020, and May 1, 2020, {URL}.",
        "May 1, 2020",
    ),
    "the source": ("Daily, “We deny everything,” June 3, 2020.", "no longer cites Watch"),
}


@pytest.mark.parametrize("what", [each for each in CHANGED if each != "the publisher"])
def test_a_note_whose_source_was_changed_is_an_error(what) -> None:
    text, told = CHANGED[what]
    findings = checked(letter(notes=(note(1, text), ANSWER))).findings
    assert {(each.severity, each.rule) for each in findings} == {("error", "note-changed")}
    assert any(told in each.message for each in findings)


def test_a_note_that_names_another_publisher_is_an_error() -> None:
    changed = note(1, f"Daily, “Towns under fire,” June 1, 2020, {URL}.")
    assert found(letter(notes=(changed, ANSWER))) == [("error", "note-changed")]


def test_a_link_that_leads_elsewhere_is_an_error_though_its_words_are_the_same() -> None:
    elsewhere = Link("https://example.org/other", (Text(URL),))
    changed = note(1, "Watch, “Towns under fire,” June 1, 2020, ", elsewhere, ".")
    assert found(letter(notes=(changed, ANSWER))) == [("error", "note-changed")]


def test_the_same_day_in_another_form_is_no_change() -> None:
    assert found(letter(notes=(note(1, f"Watch, “Towns under fire,” 1 June 2020, {URL}."), ANSWER))) == []


def test_the_short_form_of_a_citation_is_enough() -> None:
    assert found(letter(notes=(note(1, "Watch, “Towns,” June 1, 2020."), ANSWER))) == []


def test_a_full_citation_without_its_address_is_a_warning() -> None:
    assert found(letter(notes=(note(1, "Watch, “Towns under fire,” June 1, 2020."), ANSWER))) == [
        ("warning", "note-incomplete")
    ]


def test_a_note_behind_nothing_is_an_error() -> None:
    body = (BODY[0], BODY[1], paragraph("Thank you.", NoteRef(2)))
    assert found(letter(body=body)) == [
        ("error", "note-orphan"),
        ("warning", "denial-gone"),
    ]


def test_a_note_in_a_paragraph_of_its_own_is_an_error() -> None:
    body = (BODY[0], BODY[1], paragraph(NoteRef(2)))
    assert ("error", "note-orphan") in found(letter(body=body))


def test_a_note_that_repeats_the_one_before_it_is_an_error() -> None:
    run = said("north-5", NORTH), " ", said("south-7", SOUTH), NoteRef(1), NoteRef(2)
    body = (BODY[0], paragraph(*run), paragraph(said("denied", DENIAL), NoteRef(3)))
    notes = (TOWNS, note(2, "Watch, “Towns,” June 1, 2020."), note(3, "Daily, “We deny it,” June 3, 2020."))
    assert found(letter(body=body, notes=notes)) == [("error", "note-orphan")]


def test_a_note_that_somebody_put_beside_a_claims_own_is_a_warning() -> None:
    run = said("north-5", NORTH), " ", said("south-7", SOUTH), NoteRef(1), NoteRef(2)
    body = (BODY[0], paragraph(*run), paragraph(said("denied", DENIAL), NoteRef(3)))
    notes = (TOWNS, note(2, "Personal interview."), note(3, "Daily, “We deny it,” June 3, 2020."))
    assert found(letter(body=body, notes=notes)) == [("warning", "note-unchecked")]


def test_a_source_later_than_the_letter_behind_words_of_our_own_is_an_error() -> None:
    own = paragraph("Soldiers shelled a third town.", NoteRef(2))
    early = letter(
        date=line("June 2, 2020"),
        running=(),
        body=(*BODY[:2], own),
        notes=(TOWNS, ANSWER),
    )
    assert ("error", "source-later") in found(early)


def test_renumbered_notes_are_nothing() -> None:
    body = (BODY[0], BODY[2], BODY[1])
    swapped = (
        paragraph(said("denied", DENIAL), NoteRef(1)),
        paragraph(said("north-5", NORTH), " ", said("south-7", SOUTH), NoteRef(2)),
    )
    notes = (
        note(1, "Daily, “We deny it,” June 3, 2020."),
        note(2, f"Watch, “Towns under fire,” June 1, 2020, {URL}."),
    )
    assert found(letter(body=(body[0], *swapped), notes=notes)) == []
