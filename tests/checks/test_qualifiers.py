import pytest
from tests.checks.stores import judged, rules

from letterkit.checks import qualifiers

QUOTE = "more than 50 people were injured in Milltown and 12 were killed"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("In Milltown 50 people were injured.", QUOTE),
        ("In Milltown 100,000 people are homeless.", "as many as 100,000 people are homeless in Milltown"),
        ("Some 20 came.", "nearly 20 came to Milltown"),
        ("They stand 20 kilometers away.", "they stand 20 km or more away from Milltown"),
        ("It came at 1:30 p.m.", "it came to Milltown at approximately 1.30pm"),
    ],
)
def test_a_number_may_not_lose_its_qualifier(tmp_path, text, quote):
    (finding,) = judged(qualifiers.qualifiers_survive, tmp_path, {"claim": text, "quotes": [quote]})
    assert (finding.rule, finding.severity) == ("qualifier-lost", "error")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Over 50 people were injured.", QUOTE),
        ("No fewer than 50 came.", "at least 50 came to Milltown"),
        ("An estimated 70 came.", "around 70 came to Milltown"),
        ("Up to 100,000 people came.", "as many as 100,000 people came to Milltown"),
        ("They stand 20 kilometers or more away.", "they stand 20km or more away from Milltown"),
        ("More than half a million fled.", "more than half-a-million fled from Milltown"),
    ],
)
def test_a_qualifier_may_be_replaced_by_its_equal(tmp_path, text, quote):
    for rule in (qualifiers.qualifiers_survive, qualifiers.qualifiers_are_not_added):
        assert judged(rule, tmp_path, {"claim": text, "quotes": [quote]}) == []


def test_a_number_that_stands_bare_in_another_quote_may_stand_bare(tmp_path):
    claim = {"claim": "In Milltown 50 were injured.", "quotes": [QUOTE, "the 50 injured people of Milltown"]}
    assert judged(qualifiers.qualifiers_survive, tmp_path, claim) == []


def test_a_number_may_not_gain_a_qualifier(tmp_path):
    claim = {"claim": "More than 50 people were injured, at least 12 killed.", "quotes": [QUOTE]}
    (finding,) = judged(qualifiers.qualifiers_are_not_added, tmp_path, claim)
    assert finding.rule == "qualifier-added"
    assert "12 gained “at least”" in finding.message


def test_some_of_the_twelve_is_no_qualifier(tmp_path):
    claim = {"claim": "Some of the 12 were killed.", "quotes": ["some of those 12 were killed in Milltown"]}
    assert judged(qualifiers.qualifiers_are_not_added, tmp_path, claim) == []


def test_a_declared_qualifier_stands_in_claim_and_quotes(tmp_path):
    claim = {"claim": "Over 50 people were injured.", "quotes": [QUOTE]}
    right = {**claim, "figures": [{"value": 50, "unit": "injured", "qualifier": "more than"}]}
    assert judged(qualifiers.declared_qualifiers_stand, tmp_path, right) == []
    wrong = {**claim, "figures": [{"value": 50, "unit": "injured", "qualifier": "at least"}]}
    assert rules(judged(qualifiers.declared_qualifiers_stand, tmp_path, wrong)) == 2 * ["qualifier-declared"]
