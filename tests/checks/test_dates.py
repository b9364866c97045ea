import pytest
from tests.checks.stores import judged, rules

from letterkit.checks import dates

QUOTE = "the mill of Milltown fell on 19 October"


@pytest.mark.parametrize(
    "text",
    [
        "It fell yesterday.",
        "It fell last week.",
        "In recent days it fell.",
        "It fell two weeks ago.",
        "It fell recently.",
        "It is now open.",
        "The ongoing flood rose.",
        "Fifteen cases in the last two years.",
        "So far it stands.",
    ],
)
def test_relative_time_is_an_error(tmp_path, text):
    (finding,) = judged(dates.time_is_absolute, tmp_path, {"claim": text})
    assert (finding.rule, finding.severity) == ("relative-time", "error")


@pytest.mark.parametrize(
    "text",
    [
        "As of October 20, 2020, the flood was ongoing.",
        "“It is open now,” she said.",
        "In the days before October 5, 2020.",
        "Researchers of Access Now met that week.",
        "A strong new agreement was forged.",
    ],
)
def test_time_that_hangs_on_a_date_or_a_quotation_is_absolute(tmp_path, text):
    assert judged(dates.time_is_absolute, tmp_path, {"claim": text}) == []


@pytest.mark.parametrize(
    "text", ["On October 19 it fell.", "It fell in September.", "From October 3 to May 4 it stood."]
)
def test_a_date_without_a_year_is_an_error(tmp_path, text):
    assert set(rules(judged(dates.years_are_present, tmp_path, {"claim": text}))) == {"missing-year"}


@pytest.mark.parametrize(
    "text",
    [
        "On October 19, 2020, it fell.",
        "Between September 27 and November 10, 2020, it stood.",
        "On March 3–5, 2021, it met.",
        "From late September to early November 2020 it stood.",
        "The flood of 2020 lasted from September on.",
        "They may march.",
    ],
)
def test_a_year_may_serve_a_range_or_a_month(tmp_path, text):
    assert judged(dates.years_are_present, tmp_path, {"claim": text}) == []


@pytest.mark.parametrize(
    "text",
    [
        "On 19 October 2020 it fell.",
        "On October 19th, 2020, it fell.",
        "On October 19 2020, it fell.",
        "On 2020-10-19 it fell.",
        "On October 19, 2020 it fell.",
        "On Oct. 19, 2020, it fell.",
        "On 10/19/2020 it fell.",
    ],
)
def test_a_date_in_another_form_than_the_american_is_an_error(tmp_path, text):
    assert "date-form" in rules(judged(dates.dates_are_american, tmp_path, {"claim": text}))


@pytest.mark.parametrize(
    "text",
    ["On October 19, 2020, it fell.", "It fell on October 19, 2020.", "In October 2020 “19 May” was read."],
)
def test_the_american_form_passes(tmp_path, text):
    assert judged(dates.dates_are_american, tmp_path, {"claim": text}) == []


@pytest.mark.parametrize(
    "text", ["On October 18, 2020, it fell.", "It fell in August 2019.", "It fell in 1999."]
)
def test_a_date_that_nothing_gives_is_an_error(tmp_path, text):
    findings = judged(dates.dates_stand_in_quotes, tmp_path, {"claim": text, "quotes": [QUOTE]})
    assert rules(findings) == ["date-not-quoted"]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("On October 19, 2020, it fell.", {}),
        ("As of October 20, 2020, it lay there.", {}),
        ("On October 18, 2020, it fell.", {"happened": "2020-10-18"}),
        ("On October 19, 2020, it fell.", {"quotes": ["yesterday the mill of Milltown fell"]}),
        ("Over the weekend of October 17–18, 2020, it fell.", {"quotes": ["over the weekend the mill fell"]}),
        ("In the week of October 12, 2020, it fell.", {"quotes": ["last week the mill of Milltown fell"]}),
        ("On October 20, 2020, it was gone.", {"quotes": [QUOTE, "the following day the mill was gone"]}),
        ("It fell in 2020.", {}),
    ],
)
def test_a_date_may_come_from_quote_event_source_or_relative_time(tmp_path, text, more):
    assert judged(dates.dates_stand_in_quotes, tmp_path, {"claim": text, "quotes": [QUOTE], **more}) == []


def test_a_month_may_stand_anywhere_in_the_source_but_a_day_may_not(tmp_path):
    text = f"The flood began on 3 August 2019. {QUOTE.capitalize()}."
    claim = {"claim": "It fell in the flood of August 2019.", "quotes": [QUOTE.capitalize()]}
    assert judged(dates.dates_stand_in_quotes, tmp_path, claim, text=text) == []
    claim["claim"] = "It fell on August 3, 2019."
    assert rules(judged(dates.dates_stand_in_quotes, tmp_path, claim, text=text)) == ["date-not-quoted"]
