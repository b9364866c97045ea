"""What a sentence states that needs a source."""

import pytest

from letterkit.checks.edited.factual import assertion


@pytest.mark.parametrize(
    "seat", ["the 12th District of California", "the 21st Congressional District of Texas"]
)
def test_the_number_of_a_seat_in_the_house_is_no_figure(seat):
    assert assertion(f"As the Representative from {seat}, you can act in public.") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Shells fell on the 12th district of Stepanakert.",
        "They hit 12 schools in the 12th District of Texas.",
    ],
)
def test_a_figure_beside_or_without_a_seat_is_one(sentence):
    found = assertion(sentence)
    assert found is not None
    assert found.severity == "error"
    assert "12" in found.what
