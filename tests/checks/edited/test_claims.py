"""Rules about claims: their words, their notes, the store since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.checks.edited.small import (
    ANSWER,
    BODY,
    DENIAL,
    ENTRIES,
    FOLLOW,
    NORTH,
    SHELF,
    SOUTH,
    TOWNS,
    checked,
    found,
    known,
    letter,
    note,
    said,
    with_claim,
    with_source,
)

from letterkit.letter.model import Claim, NoteRef, Text, line, paragraph


def statuses(*args) -> dict[str, str]:
    return {use.id: use.status for use in checked(*args).uses}


def test_a_letter_as_it_was_drafted_has_nothing_to_find() -> None:
    assert found(letter()) == []
    assert set(statuses(letter()).values()) == {"intact"}


def test_a_changed_figure_says_what_it_was_and_what_it_is() -> None:
    body = (
        BODY[0],
        paragraph(said("north-5", NORTH.replace("five", "six")), " ", said("south-7", SOUTH), NoteRef(1)),
        BODY[2],
    )
    result = checked(letter(body=body))
    (finding,) = result.findings
    assert (finding.severity, finding.rule, finding.claim) == ("error", "figure-changed", "north-5")
    assert finding.message == "north-5: “5” became “6”"
    assert finding.hint == f"it said: “{NORTH}”"
    (use,) = (each for each in result.uses if each.id == "north-5")
    assert (use.status, use.was, use.now, use.note) == ("altered", NORTH, NORTH.replace("five", "six"), 1)


def test_a_claim_whose_note_is_gone_is_uncited() -> None:
    run = paragraph(said("north-5", NORTH), " ", said("south-7", SOUTH))
    body = (BODY[0], run, paragraph(said("denied", DENIAL), NoteRef(1)))
    without = letter(body=body, notes=(replace(ANSWER, number=1),))
    assert statuses(without) == {"north-5": "uncited", "south-7": "uncited", "denied": "intact"}
    assert found(without) == [("error", "claim-uncited")] * 2


def test_a_claim_that_is_gone_is_removed_and_no_error() -> None:
    body = (BODY[0], paragraph(said("north-5", NORTH), NoteRef(1)), BODY[2])
    assert statuses(letter(body=body))["south-7"] == "removed"


def test_a_claim_that_is_said_again_is_named() -> None:
    body = (*BODY, paragraph(said("south-7", SOUTH, 2), NoteRef(3)))
    notes = (TOWNS, ANSWER, note(3, "Watch, “Towns,” June 1, 2020."))
    assert found(letter(body=body, notes=notes)) == [("warning", "claim-repeated")]


def test_a_claim_that_the_store_does_not_have_is_named() -> None:
    claims = {name: claim for name, claim in SHELF.claims.items() if name != "denied"}
    assert ("warning", "claim-unknown") in found(letter(), replace(SHELF, claims=claims))


def test_a_lost_record_is_told_once_and_the_words_of_the_store_count() -> None:
    assert found(letter(record={})) == [("warning", "record-lost")]
    assert set(statuses(letter(record={})).values()) == {"intact"}


def test_a_claim_superseded_by_the_letters_date_is_an_error_and_since_then_a_warning() -> None:
    newer = known("south-8", SOUTH.replace("seven", "eight"), "later")
    claims = SHELF.claims | {"south-8": newer}
    for issued, severity in ((date(2020, 7, 1), "error"), (date(2020, 8, 1), "warning")):
        later = SHELF.sources["answer"]._replace(id="later", titles=("Later",), issued=issued)
        sources = SHELF.sources | {"later": later}
        shelf = replace(SHELF, claims=claims, sources=sources, replaced_by={"south-7": ("south-8",)})
        assert found(letter(), shelf) == [(severity, "superseded")]
        assert checked(letter(), shelf).since[0].claim == "south-7"


def test_a_claim_superseded_through_another_is_found() -> None:
    second, third = known("south-8", "Eight.", "unknown"), known("south-9", "Nine.", "answer")
    chain = {"south-7": ("south-8",), "south-8": ("south-9",)}
    claims = SHELF.claims | {"south-8": second, "south-9": third}
    shelf = replace(SHELF, claims=claims, replaced_by=chain)
    assert found(letter(), shelf) == [("error", "superseded")]


def test_an_expired_claim_is_an_error() -> None:
    assert found(letter(), with_claim("denied", valid_until=date(2020, 7, 9))) == [("error", "expired")]
    assert found(letter(), with_claim("denied", valid_until=date(2020, 7, 10))) == []


def test_a_claim_past_its_review_is_a_warning() -> None:
    assert found(letter(), with_claim("denied", review_by=date(2020, 7, 9))) == [("warning", "stale")]


def test_a_forecast_is_an_error() -> None:
    assert found(letter(), with_claim("denied", is_forecast=True)) == [("error", "forecast")]


def test_a_claim_whose_source_appeared_later_is_an_error() -> None:
    assert found(letter(date=line("June 2, 2020"), running=())) == [("error", "not-yet-published")]
    assert found(letter(), with_source("answer", issued=None)) == [("error", "not-yet-published")]


def test_a_claim_that_the_store_has_corrected_since_is_told_with_what_changed() -> None:
    shelf = with_claim("south-7", texts=(SOUTH.replace("seven", "eight"),))
    (finding,) = checked(letter(), shelf).findings
    assert (finding.severity, finding.rule, finding.claim) == ("error", "claim-corrected", "south-7")
    assert "“7” became “8”" in finding.message
    assert "killing eight civilians" in finding.hint


def test_a_claim_that_the_store_says_in_other_words_since_is_a_warning() -> None:
    shelf = with_claim("south-7", texts=(SOUTH.replace("On May 6, 2020,", "On the 6th of May 2020,"),))
    assert found(letter(), shelf) == [("warning", "claim-corrected")]


def test_a_claim_that_was_corrected_in_the_letter_too_is_no_longer_told() -> None:
    better = SOUTH.replace("seven", "eight")
    body = (BODY[0], paragraph(said("north-5", NORTH), " ", said("south-7", better), NoteRef(1)), BODY[2])
    shelf = with_claim("south-7", texts=(better,))
    assert found(letter(body=body), shelf) == []
    assert statuses(letter(body=body), shelf)["south-7"] == "reworded"


def test_a_follow_up_whose_lead_is_gone_is_told() -> None:
    entries = [ENTRIES[0], {"id": "north-9", "use": 1, "text": FOLLOW}, *ENTRIES[1:]]
    record = {"brief": {"to": "minister", "topic": "towns"}, "claims": entries}
    run = said("north-5", NORTH), " ", said("north-9", FOLLOW), " ", said("south-7", SOUTH), NoteRef(1)
    assert found(letter(body=(BODY[0], paragraph(*run), BODY[2]), record=record)) == []
    alone = said("south-7", SOUTH), " ", said("north-9", FOLLOW), NoteRef(1)
    broken = letter(body=(BODY[0], paragraph(*alone), BODY[2]), record=record)
    assert ("warning", "dangling") in found(broken)


def test_a_denial_that_is_gone_is_told() -> None:
    assert found(letter(body=BODY[:2], notes=(TOWNS,))) == [("warning", "denial-gone")]


def test_a_sentence_typed_into_a_run_is_not_covered_by_its_note() -> None:
    run = said("north-5", NORTH), " Soldiers killed two more. ", said("south-7", SOUTH), NoteRef(1)
    typed = letter(body=(BODY[0], paragraph(*run), BODY[2]))
    assert found(typed) == [("error", "unsourced")]
    assert set(statuses(typed).values()) == {"intact"}


def test_a_sentence_with_a_note_of_its_own_is_nobodys_claim_and_a_warning() -> None:
    own = paragraph("Soldiers killed two more.", NoteRef(3))
    notes = (TOWNS, ANSWER, note(3, "Interview with a mayor."))
    assert found(letter(body=(*BODY, own), notes=notes)) == [("warning", "note-unchecked")]


def test_a_claim_without_its_marks_is_found_again_by_its_words() -> None:
    plain = Text(DENIAL.replace("any town", "some town"))
    body = (*BODY[:2], paragraph(plain, NoteRef(2)))
    assert statuses(letter(body=body))["denied"] == "altered"
    assert isinstance(BODY[2].content[0], Claim)
