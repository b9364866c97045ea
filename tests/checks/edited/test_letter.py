"""Rules about the letter as a whole: its parts, its addressee, its sides, what is left open in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.checks.edited.small import ANSWER, BODY, NORTH, SHELF, SOUTH, TOWNS, checked, found, letter, said

from letterkit.checks.edited.shelf import KnownTopic
from letterkit.letter.model import NoteRef, Placeholder, line, lines, paragraph

PARTS = {
    "date": {"date": ()},
    "inside address": {"addressees": ()},
    "subject": {"subject": ()},
    "salutation": {"salutation": ()},
    "complimentary close": {"close": ()},
    "signature": {"signatures": ()},
}


@pytest.mark.parametrize("name", PARTS)
def test_a_part_that_is_missing_is_an_error(name) -> None:
    findings = checked(letter(**PARTS[name])).findings
    assert ("missing-part", "error", f"the letter has no {name}") in {
        (each.rule, each.severity, each.message) for each in findings
    }


def test_a_dateline_without_a_day_is_an_error() -> None:
    assert found(letter(date=line("in July"), running=())) == [("error", "date-unreadable")]


def test_a_later_page_with_another_day_is_a_warning() -> None:
    assert found(letter(running=("The Minister", "July 9, 2020"))) == [("warning", "head-differs")]


@pytest.mark.parametrize(
    "words", ["[check this]", "[Name]", "XXX", "TBD", "____", "???", "TK"], ids=lambda words: f"left: {words}"
)
def test_words_left_to_be_filled_in_are_an_error(words) -> None:
    body = (paragraph(f"I write about {words}."), *BODY[1:])
    (finding,) = checked(letter(body=body)).findings
    assert (finding.severity, finding.rule) == ("error", "placeholder")
    assert words in finding.message


@pytest.mark.parametrize("words", ["[sic]", "[T]he towns", "[…]", "[emphasis added]", "a box"])
def test_what_an_editor_puts_into_a_quotation_is_no_placeholder(words) -> None:
    assert found(letter(body=(paragraph(f"I write about {words}."), *BODY[1:]))) == []


def test_a_marked_placeholder_is_an_error() -> None:
    assert found(letter(signatures=((((Placeholder("[Name]")),),),))) == [("error", "placeholder")]


def test_a_side_of_which_nothing_is_said_any_more_is_an_error() -> None:
    body = (BODY[0], paragraph(said("north-5", NORTH), NoteRef(1)), BODY[2])
    (finding,) = checked(letter(body=body)).findings
    assert (finding.severity, finding.rule) == ("error", "one-sided")
    assert finding.message == "the letter holds no evidence about Southland"


def test_where_all_that_is_said_of_one_side_alone_is_gone_it_is_a_warning() -> None:
    both = SHELF.claims["south-7"]._replace(id="both", texts=("Both shelled.",), parties=("north", "south"))
    shelf = replace(SHELF, claims=SHELF.claims | {"both": both})
    body = (
        BODY[0],
        paragraph(said("north-5", NORTH), " ", said("both", "Both shelled."), NoteRef(1)),
        BODY[2],
    )
    record = dict(letter().record)
    record["claims"] = [*record["claims"], {"id": "both", "use": 1, "text": "Both shelled."}]
    assert found(letter(body=body, record=record), shelf) == [("warning", "side-thin")]


def test_a_topic_that_may_be_one_sided_is_left_alone() -> None:
    topics = {"towns": KnownTopic("towns", conflict=True, one_sided=True, parties=("north", "south"))}
    body = (BODY[0], paragraph(said("north-5", NORTH), NoteRef(1)), BODY[2])
    assert found(letter(body=body), replace(SHELF, topics=topics)) == []


def addressed(name: str) -> tuple:
    return (lines(name, "The Minister", "Ministry of Towns", "1 High Street"),)


def test_somebody_whom_no_source_shows_in_the_office_on_the_day_is_an_error() -> None:
    assert found(letter(addressees=addressed("The Honorable Ben Short"))) == [
        ("error", "holder-out-of-office")
    ]


def test_somebody_shown_in_the_office_near_the_day_is_not() -> None:
    assert found(letter(addressees=addressed("The Honorable Ada Long"))) == []
    late = letter(addressees=addressed("The Honorable Ada Long"), date=line("August 2, 2020"), running=())
    assert found(late) == [("error", "holder-out-of-office")]


def test_a_name_that_the_library_does_not_know_in_the_office_is_a_warning() -> None:
    assert found(letter(addressees=addressed("The Honorable Eve Strange"))) == [("warning", "holder-unknown")]


def test_the_letter_says_when_it_is_dated_whom_it_is_for_and_what_it_is_about() -> None:
    assert checked(letter()).about == {"date": "2020-07-10", "recipient": "minister", "topic": "towns"}
    elsewhere = letter(addressees=(lines("The Mayor", "City Hall"),))
    assert checked(elsewhere).about["recipient"] is None
    assert SOUTH
    assert (TOWNS.number, ANSWER.number) == (1, 2)
