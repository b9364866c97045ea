import pytest
from tests.checks.stores import judged, rules

from letterkit.checks.figures import declared_figures_stand, figures_stand_in_quotes
from letterkit.findings import Place

QUOTE = "at least twelve people were killed and 70 injured by a 122mm rocket in the 44-day flood of Milltown"


def test_a_figure_that_no_quote_gives_is_an_error_at_its_key(tmp_path):
    claim = {
        "claim": "In Milltown 13 people were killed.",
        "follow": "There 70 were injured.",
        "quotes": [QUOTE],
    }
    (finding,) = judged(figures_stand_in_quotes, tmp_path, claim)
    assert (finding.rule, finding.severity, finding.claim) == (
        "figure-not-quoted",
        "error",
        "bridge-destroyed",
    )
    assert finding.message == "“13” in the claim stands in none of the quotes"
    assert finding.place == Place("facts/claims/watch-2020.yaml", 4)


@pytest.mark.parametrize(
    "text",
    [
        "In Milltown 12 people were killed.",
        "Twelve were killed and seventy injured.",
        "A dozen people were killed.",
        "The flood lasted 44 days.",
        "A 122-millimeter rocket hit it.",
        "One of the two sides denied one another’s account.",
    ],
)
def test_a_figure_may_be_written_in_digits_or_in_words(tmp_path, text):
    quotes = [QUOTE, "both of the two sides have denied it in Milltown"]
    assert judged(figures_stand_in_quotes, tmp_path, {"claim": text, "quotes": quotes}) == []


@pytest.mark.parametrize("text", ["An M096 fell.", "In the tenth week.", "In their 50s.", "At 2 p.m."])
def test_designations_ordinals_ages_and_times_count_too(tmp_path, text):
    quotes = ["an M095 fell in Milltown in the ninth week on people in their 60s at 3 pm"]
    assert rules(judged(figures_stand_in_quotes, tmp_path, {"claim": text, "quotes": quotes})) == [
        "figure-not-quoted"
    ]


def test_a_follow_form_is_held_to_the_same(tmp_path):
    claim = {"claim": "Twelve people were killed.", "follow": "There 14 were killed.", "quotes": [QUOTE]}
    (finding,) = judged(figures_stand_in_quotes, tmp_path, claim)
    assert finding.message == "“14” in the follow stands in none of the quotes"


def test_a_declared_figure_stands_in_claim_and_quotes(tmp_path):
    claim = {"claim": "Twelve people were killed in a flood.", "quotes": [QUOTE]}
    right = {**claim, "figures": [{"value": 12, "unit": "people killed"}, {"value": 1, "unit": "flood"}]}
    assert judged(declared_figures_stand, tmp_path, right) == []
    wrong = {**claim, "figures": [{"value": 12, "unit": "people killed"}, {"value": 70, "unit": "injured"}]}
    (finding,) = judged(declared_figures_stand, tmp_path, wrong)
    assert finding.message == "the figure 70 (injured) does not stand in the claim"
    wrong = {**claim, "figures": [{"value": 13, "unit": "people killed"}]}
    assert rules(judged(declared_figures_stand, tmp_path, wrong)) == 2 * ["figure-declared"]
