"""Whether a sentence without a date goes on to tell of the day before it."""

from datetime import date

import pytest

from letterkit.research.time.carried import carried
from letterkit.research.time.span import month_of, on

DAY = on(date(2024, 5, 14))


def told(text, before=DAY, *, same_paragraph=True, is_testimony=False):
    return carried(text, before, same_paragraph=same_paragraph, is_testimony=is_testimony)


@pytest.mark.parametrize(
    "text",
    [
        "Two houses were destroyed.",
        "The mayor has stated that at least 21 people were killed.",
        "The hospital has reported that it treated 30 people.",
        "Nobody could reach the bridge.",
        "He knew that nobody could have survived.",
        "Her son was killed in the strike, a week before his wedding.",
    ],
)
def test_what_happened_next_happened_on_the_same_day(text):
    assert told(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "The mayor has stated that the bridge is unsafe.",
        "The army has stated the reasons.",
        "Shells often hit the school.",
        "A year before, the bridge was painted.",
        "In the 1970s the bridge was painted.",
        "Many more would have died.",
        "The man who was hurt in the blast has since died.",
        "The bridge is of stone.",
    ],
)
def test_what_holds_now_or_was_at_another_time_did_not(text):
    assert told(text) is None


def test_a_later_paragraph_has_to_name_the_event():
    assert told("The attack killed two people.", same_paragraph=False) == DAY
    assert told("Two houses were destroyed.", same_paragraph=False) is None


def test_a_witness_in_the_same_paragraph_tells_of_that_day():
    assert told("I see it every night.", is_testimony=True) == DAY


def test_only_a_day_is_carried_on():
    assert told("Two houses were destroyed.", month_of(date(2024, 5, 1))) is None
    assert told("Two houses were destroyed.", None) is None
