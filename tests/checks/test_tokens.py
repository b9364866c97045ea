import pytest

from letterkit.checks.tokens import tokens


def read(text: str) -> list[tuple[str, object]]:
    return [(token.kind, token.value) for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200 vehicles", 1200),
        ("120,000 residents", 120000),
        ("146 million people", 146e6),
        ("half a kilo", 0.5),
        ("half-a-million civilians", 5e5),
        ("half a million civilians", 5e5),
        ("a hundred homes", 100),
        ("twelve people", 12),
        ("a dozen more", 12),
        ("twenty-one people", 21),
        ("a 44-day conflict", 44),
        ("her 34-year-old daughter", 34),
        ("122mm rockets", 122),
        ("300-millimeter rockets", 300),
        ("20km away", 20),
        ("18% of women", 18),
    ],
)
def test_amounts_are_read_in_digits_and_in_words(text, value):
    assert read(text) == [("amount", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("October 17, 2020", (10, 17, 2020)),
        ("17 October 2020", (10, 17, 2020)),
        ("17 October", (10, 17, None)),
        ("October 23rd", (10, 23, None)),
        ("2020-10-17", (10, 17, 2020)),
        ("May 12, 2021", (5, 12, 2021)),
    ],
)
def test_dates_are_read_in_the_forms_of_both_continents(text, value):
    assert read(text) == [("date", value)]


@pytest.mark.parametrize("text", ["March 3–5, 2021", "March 3 to 5, 2021", "3-5 March 2021"])
def test_a_range_of_days_is_two_dates_of_one_year(text):
    assert read(text) == [("date", (3, 3, 2021)), ("date", (3, 5, 2021))]


def test_months_and_years_may_stand_alone():
    assert read("late September and early November 2020") == [("month", (9, None)), ("month", (11, 2020))]
    assert read("from 1988 to 1994") == [("year", 1988), ("year", 1994)]
    assert read("in the 1990s, in their 60s") == [("decade", "1990s"), ("decade", "60s")]


def test_may_is_a_month_only_where_that_is_sure():
    assert read("May 2021, in May") == [("month", (5, 2021)), ("month", (5, None))]
    assert read("She may march. May she?") == []


def test_times_and_designations_are_no_amounts():
    assert read("at 1:30 p.m. and at 1.30pm") == [("time", "130pm"), ("time", "130pm")]
    assert read("9N235 from a 9M55 Smerch, an M095, Covid-19") == [
        ("designation", "9n235"),
        ("designation", "9m55"),
        ("designation", "m095"),
        ("designation", "covid-19"),
    ]


def test_ordinals_are_their_own_kind():
    assert read("the ninth week before her 15th birthday") == [("ordinal", 9), ("ordinal", 15)]


def test_dozens_and_hundreds_give_no_number():
    assert read("dozens, hundreds of thousands, on behalf of somebody") == []


def test_a_token_knows_where_it_stands():
    (token,) = tokens("killed 21 people")
    assert (token.text, token.start, token.end) == ("21", 7, 9)
