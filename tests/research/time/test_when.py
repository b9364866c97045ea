from datetime import date

import pytest

from letterkit.research.time.span import on
from letterkit.research.time.when import when

OWN = date(2023, 5, 25)  # a Thursday
BEFORE = on(date(2023, 5, 20))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 17 October, 21 civilians were killed.", "2022-10-17"),
        ("On April 12, 2022 he was arrested.", "2022-04-12"),
        ("On 3 and 5 May, two men died.", "2023-05-03/2023-05-05"),
        ("They fired rockets on 9, 11 and 12 May.", "2023-05-09/2023-05-12"),
        ("In the night of 21 to 22 May, police came.", "2023-05-21/2023-05-22"),
        ("On or around 10 November 2021 phones were hacked.", "2021-11-10"),
        ("In November 2021 phones were hacked.", "2021-11"),
        ("He was first detained in January.", "2023-01"),
        ("The phones were infected in late 2021.", "2021"),
    ],
)
def test_dates_are_read_with_the_year_that_is_nearest(text: str, expected: str):
    found = when(text, OWN)
    assert found is not None
    assert found.text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between October 2020 and December 2022, phones were hacked.", "2020-10/2022-12"),
        ("From October 2020 to July 2021 phones were hacked.", "2020-10/2021-07"),
        ("In October and November 2020 phones were hacked.", "2020-10/2020-11"),
        ("It lasted between late September and early November 2020.", "2020-09/2020-11"),
        ("Ten people who were targeted between 2020 and 2021 agreed.", "2020/2021"),
        ("Raids began after the 2020 Hollin election and continued into 2021.", "2020/2021"),
        ("Virtual consultations from 3-5 March go on.", "2023-03-03/2023-03-05"),
    ],
)
def test_two_ends_make_a_stretch(text: str, expected: str):
    found = when(text, OWN)
    assert found is not None
    assert found.text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The road has been closed since 12 December 2022.", "2022-12-12/2023-05-25"),
        ("Since at least 2020, phones were hacked.", "2020"),
        ("As of 1 May 2023, 12 people remained in jail.", "2023-05-01"),
    ],
)
def test_since_runs_up_to_the_day_of_the_source(text: str, expected: str):
    found = when(text, OWN)
    assert found is not None
    assert found.text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was arrested again today.", "2023-05-25"),
        ("He was arrested yesterday.", "2023-05-24"),
        ("Over the weekend, footage was published.", "2023-05-20/2023-05-21"),
        ("Last week, four people died.", "2023-05-15/2023-05-21"),
        ("On Tuesday, police arrested him.", "2023-05-23"),
        ("Last month, four people died.", "2023-04"),
        ("Earlier this year, they were sentenced.", "2023"),
        ("They were shared within the last three weeks.", "2023-05-04/2023-05-25"),
        ("He was arrested three days ago.", "2023-05-22"),
        ("In the last month, both sides shelled towns.", "2023-04-25/2023-05-25"),
        ("In the past week, four people died.", "2023-05-18/2023-05-25"),
        ("There were nine such cases in the last two years.", "2021-05-25/2023-05-25"),
    ],
)
def test_relative_time_counts_from_the_day_of_the_source(text: str, expected: str):
    found = when(text, OWN)
    assert found is not None
    assert found.text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He gave an interview the following day.", "2023-05-21"),
        ("Two days later, he died.", "2023-05-22"),
        ("A week later, he died.", "2023-05-27"),
        ("Several other places were struck the same day.", "2023-05-20"),
        ("She was killed a day before her 15th birthday.", None),
        ("A week ago, he died.", None),
    ],
)
def test_other_time_counts_from_the_day_spoken_of_before(text: str, expected: str | None):
    found = when(text, OWN, BEFORE)
    assert (found.text if found else None) == expected


def test_without_a_day_before_the_following_day_is_unknown():
    assert when("He gave an interview the following day.", OWN) is None


def test_a_year_is_taken_from_what_was_spoken_of_before():
    found = when("On 3 January he died.", OWN, on(date(2020, 12, 20)))
    assert found is not None
    assert found.text == "2021-01-03"


@pytest.mark.parametrize(
    "text",
    [
        "By mid-April, 300 people had fled.",
        "The ceasefire of the 2020 war held.",
        "Prior to 24 February 2022 there were 33 shelters.",
        "In recent years, protections were eroded.",
        "Nothing of the kind happened.",
        "Under the 8 May 2022 agreement, the road is open.",
        "Protests followed the loss of the 2021 Hollin election.",
        "The mill, first burnt in 1998 and then again in 2004, is a ruin.",
        "Ada and Lela Brook were arrested in April and May 2021, respectively.",
    ],
)
def test_bounds_and_dates_that_name_something_say_not_when(text: str):
    assert when(text, OWN) is None


def test_a_date_before_an_event_says_when_it_was():
    found = when("They died in a 17 October 2020 attack on Ganja.", OWN)
    assert found is not None
    assert found.text == "2020-10-17"


def test_the_day_of_a_letter_counts_for_what_is_said_in_it():
    text = "In an April 29 letter, the ministry denied this."
    assert when(text, OWN) is None
    found = when(text, OWN, is_said=True)
    assert found is not None
    assert found.text == "2023-04-29"


def test_the_first_date_counts_and_a_later_one_that_narrows_it():
    first = when("In 2022, on 3 May, the law was passed that a court struck down in June 2023.", OWN)
    assert first is not None
    assert first.text == "2022-05-03"


@pytest.mark.parametrize("text", ["On 31 February 2023 nothing happened.", "In the 1990s he was injured."])
def test_what_the_calendar_does_not_have_is_no_date(text: str):
    assert when(text, OWN) is None


def test_of_a_source_without_a_day_only_whole_dates_are_read():
    assert when("He was arrested today.", None) is None
    assert when("On 17 October, he was arrested.", None) is None
    found = when("On 17 October 2020, he was arrested.", None)
    assert found is not None
    assert found.text == "2020-10-17"
