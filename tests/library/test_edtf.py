from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.library.edtf import MONTHS, Span, long_date, parse, parse_day, printed


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020-10-17", date(2020, 10, 17), date(2020, 10, 17)),
        ("2020-10", date(2020, 10, 1), date(2020, 10, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-10-03/2020-10-04", date(2020, 10, 3), date(2020, 10, 4)),
        ("2019/2021-02", date(2019, 1, 1), date(2021, 2, 28)),
        ("2020-10-17/2020-10", date(2020, 10, 17), date(2020, 10, 31)),
        ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
    ],
)
def test_a_date_a_month_a_year_and_an_interval_have_a_first_and_a_last_day(text, first, last):
    assert parse(text) == Span(first, last, text)
    assert str(parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "0000",
        "2020-00",
        "2020-13",
        "2020-10-00",
        "2020-10-32",
        "2020-02-30",
        "2021-02-29",
        "2020-00-15",
        "2020/2020-00",
    ],
)
def test_what_is_not_in_the_calendar_is_refused(text):
    with pytest.raises(ValueError, match=f"'{text.split('/')[-1]}' is not in the calendar"):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "/",
            "2020/",
            "/2020",
            "2020/2020/2020",
            "2020-1-1",
            "20-10-17",
            "2020-10-17 ",
            " 2020",
            "2020-10-17\n",
        ),
        *(
            "2020-10-17T00:00",
            "2020?",
            "-2020",
            "+2020",
            "17.10.2020",
            "10/17/2020",
            "October 17, 2020",
            "２０２０",
            "20201017",
        ),
    ],
)
def test_what_is_no_date_is_refused_with_the_ways_to_write_one(text):
    with pytest.raises(
        ValueError, match="is no date: write YYYY, YYYY-MM, YYYY-MM-DD or two of them with a slash"
    ):
        parse(text)


def test_an_interval_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="'2020-10/2020-09' ends before it begins"):
        parse("2020-10/2020-09")


@given(st.dates())
def test_every_day_reads_back_and_prints_with_its_month(day):
    assert parse_day(day.isoformat()) == day
    assert parse(day.isoformat()) == Span(day, day, day.isoformat())
    assert long_date(day) == f"{MONTHS[day.month - 1]}\u00a0{day.day},\u00a0{day.year}"


@given(st.dates(), st.integers(0, 5000))
def test_an_interval_of_days_reads_back(first, days):
    last = min(date.max, first + timedelta(days)) if (date.max - first).days >= days else date.max
    span = parse(f"{first.isoformat()}/{last.isoformat()}")
    assert (span.first, span.last) == (first, last)


@pytest.mark.parametrize(
    "text", ["2020", "2020-10", "2020-10-17/2020-10-18", "2020-10-00", "2020-10-17x", "today", ""]
)
def test_a_day_is_a_whole_date(text):
    with pytest.raises(ValueError, match="'"):
        parse_day(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2020-10-17", "October 17, 2020"),
        ("2020-10-07", "October 7, 2020"),
        ("2020-10", "October 2020"),
        ("2020", "2020"),
        ("2020-10/2022-12", "October 2020 to December 2022"),
        ("2020-10-03/2020-10-03", "October 3, 2020"),
        ("2020-10-03/2020-10-04", "October 3–4, 2020"),
        ("2020-10-31/2020-11-01", "October 31, 2020 to November 1, 2020"),
        ("2020-10-03/2021-10-04", "October 3, 2020 to October 4, 2021"),
        ("2020-10/2020-10-04", "October 2020 to October 4, 2020"),
    ],
)
def test_a_span_prints_as_a_letter_writes_it(text, words):
    assert printed(parse(text)) == words


def test_spans_sort_by_their_days():
    texts = ["2020-10-17", "2020", "2020-10", "2020-10-03/2020-10-04", "2019-12-31"]
    assert [str(span) for span in sorted(map(parse, texts))] == [
        "2019-12-31",
        "2020",
        "2020-10",
        "2020-10-03/2020-10-04",
        "2020-10-17",
    ]
