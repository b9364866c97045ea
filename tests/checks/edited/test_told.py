"""The report on a letter, as people read it."""

from __future__ import annotations

from tests.checks.edited.small import BODY, DENIAL, NORTH, SOUTH, checked, letter, said

from letterkit.checks.edited.told import lines, touched
from letterkit.findings import Finding
from letterkit.letter.model import NoteRef, line, paragraph


def test_a_letter_with_nothing_to_tell_has_two_lines() -> None:
    assert list(lines("a.docx", checked(letter()))) == [
        "a.docx: a letter of 2020-07-10, to minister, on towns",
        "",
        "claims: 3 intact; findings: none",
    ]


def test_a_changed_claim_stands_first_with_what_it_was_and_what_it_is() -> None:
    run = said("north-5", NORTH), " ", said("south-7", SOUTH.replace("seven", "eight")), NoteRef(1)
    body = (paragraph("See [page]."), paragraph(*run), paragraph(said("denied", f"{DENIAL} "), NoteRef(2)))
    told = list(lines("a.docx", checked(letter(body=body))))
    assert told[2:] == [
        "altered: south-7 (paragraph 7, note 1)",
        f"  was   {SOUTH}",
        f"  now   {SOUTH.replace('seven', 'eight')}",
        "  error[figure-changed] “7” became “8”",
        "  hint: put the words back, or add what the page says to the store, with its quote",
        "",
        "error[placeholder] to be filled in: [page]",
        "  hint: fill them in; names and addresses live in facts/senders and facts/recipients",
        "",
        "claims: 2 intact, 1 altered; findings: 2 errors",
    ]


def test_of_other_words_it_says_how_to_let_them_pass() -> None:
    run = said("north-5", NORTH), " ", said("south-7", SOUTH.replace("killing", "injuring")), NoteRef(1)
    body = (paragraph(*run), paragraph(said("denied", f"{DENIAL} "), NoteRef(2)))
    told = list(lines("a.docx", checked(letter(body=body))))
    assert "  hint: if it says the same in other words: letterkit pdf --allow altered:south-7" in told


def test_a_letter_without_a_day_says_so() -> None:
    told = next(lines("a.docx", checked(letter(date=line("soon"), running=()))))
    assert told == "a.docx: a letter of unknown date"


def test_the_letters_that_a_correction_touches_are_listed_with_the_day_they_went_out() -> None:
    finding = Finding("superseded", "warning", "south-7 was superseded")
    told = list(
        touched([("a.docx", "2020-07-11", [finding]), ("b.docx", None, [finding]), ("c.docx", None, [])])
    )
    assert told == [
        "a.docx (sent on 2020-07-11):",
        "  warning[superseded] south-7 was superseded",
        "b.docx (not recorded as sent):",
        "  warning[superseded] south-7 was superseded",
    ]
    assert BODY
