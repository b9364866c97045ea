import pytest

from letterkit.research.matter.places import place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the city of Ganja on 17 October, people died.", "Ganja"),
        ("Protesters took to the streets in central Baku.", "Baku"),
        ("It happened near the village of Marsh End.", "Marsh End"),
        ("In Russia, there are 14 shelters.", "Russia"),
        ("The blockade of the Lachin corridor goes on.", "Lachin corridor"),
        ("In Armenia and Azerbaijan it is the same.", "Armenia and Azerbaijan"),
    ],
)
def test_a_place_stands_behind_in_or_before_its_kind(text: str, expected: str):
    assert place(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In September 2020 it rained.",
        "Faith in Amnesty International grew.",
        "Trust in Ada Brook grew.",
        "They died in Lowlandic custody.",
        'The report, "Back Across the River: Mines in Lowland," tells it.',
        "Nothing happened.",
    ],
)
def test_months_persons_bodies_and_titles_are_no_places(text: str):
    assert place(text) is None


def test_a_place_that_the_store_knows_is_found_anywhere():
    assert place("Shells struck Barda again.", ["Barda", "Ganja"]) == "Barda"
    assert place("Barda’s mayor spoke.".replace("’", "'"), ["Barda"]) is None
