import pytest

from letterkit.library.csl.dates import read_date


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ({"date-parts": [["2021", 1, 14]]}, "2021-01-14"),
        ({"date-parts": [[2021, "01"]]}, "2021-01"),
        ({"date-parts": [[2021]]}, "2021"),
        ({"date-parts": [[2021, 1, 14], [2021, 1, 14]]}, "2021-01-14"),
        ({"raw": "2021-01-14"}, "2021-01-14"),
        ({"raw": "2021-01-14T10:00:00Z"}, "2021-01-14"),
        ({"raw": "14 January 2021"}, "2021-01-14"),
        ({"literal": "January 14th, 2021"}, "2021-01-14"),
        ({"literal": "Jan. 2021"}, "2021-01"),
        ({"literal": "2021"}, "2021"),
        ("2021/1/4", "2021-01-04"),
    ],
)
def test_a_date_is_read_as_far_as_it_goes(given, text):
    assert read_date(given) == (text, "")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"raw": "01/02/2021"}, "can be read in more than one way"),
        ({"literal": "last winter"}, "can be read in more than one way"),
        ({"literal": "5 Brumaire 2021"}, "can be read in more than one way"),
        ({"date-parts": [[2020, 1], [2020, 3]]}, "it is a span of time"),
        ({"date-parts": [[2020, 1]], "circa": True}, "it is only about that time"),
        ({"date-parts": [[2021, 13, 1]]}, "is not in the calendar"),
        ({"date-parts": [["soon"]]}, "are no numbers"),
        ({"date-parts": [[]]}, "it has no year"),
        ({"date-parts": "2021"}, "its parts are no lists"),
        ({"season": 1}, "it is empty"),
        (5, "it is no date of CSL"),
    ],
)
def test_what_is_not_certain_is_left_out_with_the_reason(given, said):
    found, problem = read_date(given)
    assert found is None
    assert said in problem
