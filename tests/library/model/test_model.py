from datetime import date

import pytest
from pydantic import ValidationError
from tests.library.stores import claim, source

from letterkit.library.model import CERTAINTY_RANK, Certainty, Topic, as_plain


@pytest.mark.parametrize("name", ["abc", "a-b", "0-1", "a" * 29])
def test_an_id_of_small_letters_digits_and_single_hyphens_is_taken(name):
    assert claim(name).id == name


@pytest.mark.parametrize(
    "name", ["ab", "a" * 30, "A-b", "a_b", "a--b", "-ab", "ab-", "a b", "äbc", "abc\n", "a.b", "../x"]
)
def test_any_other_id_is_refused(name):
    with pytest.raises(ValidationError):
        claim(name)


@pytest.mark.parametrize(("text", "value"), [("21", 21), ("0", 0), ("-3", -3), ("2.5", 2.5), ("0123", 123)])
def test_a_figure_is_a_plain_number(text, value):
    (figure,) = claim("abc", figures=[{"value": text, "unit": "people"}]).figures
    assert figure.value == value
    assert type(figure.value) is type(value)


@pytest.mark.parametrize(
    "text", ["nan", "inf", "-Infinity", "1e5", "1_000", "1,000", "21 people", "", "٣", "0x1f", "1."]
)
def test_a_figure_that_is_no_plain_number_is_refused(text):
    with pytest.raises(ValidationError):
        claim("abc", figures=[{"value": text, "unit": "people"}])


@pytest.mark.parametrize(
    ("issued", "day"),
    [
        ("2020-10-05", date(2020, 10, 5)),
        ("2020-10-05T23:59:59+00:00", date(2020, 10, 5)),
        ("2020-10-05T23:30:00-07:00", date(2020, 10, 5)),
        ("2020-10-06T00:30:00+14:00", date(2020, 10, 6)),
        ("2020-10-05T16:57:07Z", date(2020, 10, 5)),
        ("2020-10-05T16:57", date(2020, 10, 5)),
    ],
)
def test_a_source_was_published_on_the_day_of_its_own_offset(issued, day):
    assert source(issued=issued).issued_on == day


@pytest.mark.parametrize(
    "issued",
    ["2020-10/2020-11", "2020-10-00", "05.10.2020", "2020-10-05T25:00", "Thursday", "2020-10-05 16:57", ""],
)
def test_a_source_whose_day_is_unknown_is_refused(issued):
    with pytest.raises(ValidationError, match="is no day or time"):
        source(issued=issued)


@pytest.mark.parametrize(
    ("issued", "day"), [("2020-10", date(2020, 10, 31)), ("2020", date(2020, 12, 31)), (None, date.max)]
)
def test_a_source_of_which_the_day_is_not_known_is_citable_only_when_it_was_surely_published(issued, day):
    assert source(issued=issued).issued_on == day


def test_a_letter_is_cited_by_its_own_day_and_other_works_by_that_of_their_publication():
    assert source(issued="2020-10-23", dated="2020-10-21").printed_date == date(2020, 10, 21)
    assert source(issued="2020-10-23").printed_date == date(2020, 10, 23)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "www.amnesty.org", "https://", "https:///x", "https://a b"],
)
def test_an_address_that_is_not_of_the_web_is_refused(url):
    with pytest.raises(ValidationError, match="is no web address"):
        source(URL=url)


def test_a_type_that_csl_does_not_have_is_refused():
    with pytest.raises(ValidationError, match="'report'"):
        source(type="press release")


def test_white_space_in_prose_is_folded_and_no_break_spaces_stay():
    assert claim("abc", claim=" On\n  October\u00a05,  2020 ").claim == "On October\u00a05, 2020"


def test_every_certainty_has_a_rank():
    assert set(CERTAINTY_RANK) == set(Certainty.__args__)


def test_a_phase_lasts_through_its_last_day_and_a_topic_without_phases_has_one():
    topic = Topic.model_validate(
        {"id": "t", "title": "T", "phases": [{"id": "before", "until": "2020-11-09"}, {"id": "after"}]}
    )
    days = (date(2020, 11, 8), date(2020, 11, 9), date(2020, 11, 10))
    assert [topic.phase(day) for day in days] == ["before", "before", "after"]
    assert Topic.model_validate({"id": "t", "title": "T"}).phase(days[0]) == "always"


def test_a_topic_without_a_last_phase_ends_in_one_that_is_always():
    topic = Topic.model_validate({"id": "t", "title": "T", "phases": [{"id": "a", "until": "2020-01-01"}]})
    assert topic.phase(date(2020, 1, 2)) == "always"


def test_an_entry_as_plain_data_has_the_names_and_dates_of_its_file_and_nothing_empty():
    plain = as_plain(
        source(
            URL="https://example.org/", originals=[{"document": "d", "sha256": "0", "accessed": "2020-10-06"}]
        )
    )
    assert plain == {
        "id": "report-one",
        "type": "report",
        "title": "Report-one",
        "publisher": "Publisher",
        "issued": "2020-10-05",
        "URL": "https://example.org/",
        "kind": "report",
        "rank": "primary",
        "originals": [{"document": "d", "sha256": "0", "accessed": "2020-10-06"}],
    }
    assert as_plain(claim("abc", happened="2020-10/2020-11"))["happened"] == "2020-10/2020-11"
