import pytest

from letterkit.archive.about.names import (
    index_number,
    language_tag,
    number_in_address,
    person_names,
    printed_days,
    release_kind,
)


def test_authors_are_names_and_never_addresses_or_user_names():
    given = [
        "Jane Doe",
        "jane@example.org",
        "Jane Doe",
        "admin",
        "ai-webteam",
        "https://example.org/jane",
        "Ó Briain",
        None,
    ]
    assert person_names(given) == ("Jane Doe", "Ó Briain")
    assert person_names(["Jo Reed <jo@example.org>"]) == ("Jo Reed",)


@pytest.mark.parametrize(
    ("given", "tag"),
    [
        ("en", "en"),
        ("EN-us", "en-US"),
        ("en_GB", "en-GB"),
        ("az-latn-AZ", "az-Latn-AZ"),
        ("english", None),
        ("", None),
        ("und", None),
    ],
)
def test_a_language_is_written_as_a_tag_or_not_at_all(given, tag):
    assert language_tag(given) == tag


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Index: EUR 55/1234/2021", "EUR 55/1234/2021"),
        ("EUR55/1234/2021", "EUR 55/1234/2021"),
        ("A/HRC/40/58", "A/HRC/40/58"),
        ("Security Council resolution S/RES/822 (1993) of", "S/RES/822 (1993)"),
        ("CCPR/C/AZE/CO/4", "CCPR/C/AZE/CO/4"),
        ("Index: EUR 55/1234/2021. See also EUR 04/3222/2020", "EUR 55/1234/2021"),
        ("See EUR 55/1234/2021 and EUR 04/3222/2020", None),
        ("on 10/11/2020 and/or later", None),
    ],
)
def test_an_index_number_is_read_when_it_is_the_only_one_or_labelled(text, number):
    assert index_number([text]) == number


def test_a_number_that_a_text_only_mentions_is_not_its_own():
    assert index_number(["as EUR 55/1234/2021 says"], labelled=True) is None


def test_the_library_of_amnesty_has_the_number_in_the_address():
    assert number_in_address("https://www.amnesty.org/en/documents/eur55/1234/2021/en/") == "EUR 55/1234/2021"
    assert number_in_address("https://example.org/documents/eur55/1234/2021/en/") is None


def test_printed_days_are_found_as_they_are_printed():
    assert printed_days(["London, 14 January 2021", "of October 5th, 2020;", "2020-10-05"]) == (
        "14 January 2021",
        "October 5th, 2020",
        "2020-10-05",
    )
    assert printed_days(["in January 2021"]) == ()


def test_a_kind_of_release_is_what_the_publisher_calls_it():
    assert release_kind(["Armenia", "Press Releases"]) == "Press release"
    assert release_kind(["News", None]) is None
