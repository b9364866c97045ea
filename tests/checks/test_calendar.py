from datetime import date

import pytest
from tests.checks.stores import source

from letterkit.checks.calendar import known_by, spoken_of
from letterkit.library.edtf import parse
from letterkit.library.model import Source


def known(*quotes, issued="2021-01-14", happened=None):
    return known_by(
        Source.model_validate(source(issued=issued)), quotes, parse(happened) if happened else None
    )


@pytest.mark.parametrize(
    ("quote", "day"),
    [
        ("on 27 September", date(2020, 9, 27)),
        ("on 30 January", date(2021, 1, 30)),
        ("on 27 September 2019", date(2019, 9, 27)),
        ("yesterday", date(2021, 1, 13)),
        ("over the weekend", date(2021, 1, 9)),
        ("over the weekend", date(2021, 1, 10)),
        ("last week", date(2021, 1, 4)),
        ("this week", date(2021, 1, 17)),
        ("on 1 December he fell; the following day he rose", date(2020, 12, 2)),
        ("on 1 December he fell, after the day before", date(2020, 11, 30)),
    ],
)
def test_a_day_without_a_year_is_the_one_nearest_to_the_source(quote, day):
    assert day in known(quote).days


def test_words_without_a_day_give_the_sources_own_alone():
    assert known("in recent weeks, and today").days == {date(2021, 1, 14)}


def test_what_happened_is_known_as_precisely_as_it_is_written():
    assert known(happened="2020-10").days == {date(2021, 1, 14)}
    assert known(happened="2020-10").months == {(2020, 10), (2021, 1)}
    assert known(happened="2019").years == {2019, 2021}
    assert known(happened="2020-10-03/2020-10-04").days == {
        date(2020, 10, 3),
        date(2020, 10, 4),
        date(2021, 1, 14),
    }


def test_the_whole_text_of_a_source_gives_months_and_years_but_no_day():
    spoken = spoken_of(
        Source.model_validate(source(issued="2021-01-14")), "On 27 September it began, as in 1994."
    )
    assert (spoken.days, spoken.months, spoken.years) == (set(), {(2020, 9)}, {1994, 2020})


def test_a_day_that_the_calendar_does_not_have_is_passed_over():
    assert known("on 31 February 2020").days == {date(2021, 1, 14)}
    assert known_by(None, ["on 27 September", "in 2020"], None).years == {2020}
