import pytest

from letterkit.research.matter.figures import figures


def read(text: str) -> list[tuple[float, str, str | None]]:
    return [(each.value, each.unit, each.qualifier) for each in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 17 October, 21 civilians were killed.", [(21, "civilians killed", None)]),
        ("A missile hit the market, killing four civilians.", [(4, "civilians killed", None)]),
        ("Two people died on 11 June.", [(2, "people died", None)]),
        ("Two of them died, and at least five of them were wounded.",
         [(2, "died", None), (5, "wounded", "at least")]),
        ("It interviewed 69 people, aged between 60 and 90, and 12 men aged 70.",
         [(69, "people", None), (12, "men", None)]),
        ("They analysed 22 videos that show it.", [(22, "videos", None)]),
        ("It left some 120,000 ethnic Armenian residents.", [(120000, "ethnic Armenian residents", "some")]),
        ("There are 14 state-run shelters for women, despite a population of 146 million.",
         [(14, "state-run shelters for women", None), (146e6, "people", None)]),
        ("Over 1,000 numbers were selected.", [(1000, "numbers selected", "over")]),
        ("At least three separate occasions are needed.", [(3, "separate occasions", "at least")]),
        ("The EU gave €126 million for it.", [(126e6, "euros", None)]),
    ],
)  # fmt: skip
def test_a_figure_has_what_it_counts_and_its_limit(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Around 20% of women in the east agreed.", [(20, "percent of women", "around")]),
        ("It has a margin of error of up to 300m.", [(300, "meters", "up to")]),
        ("They miss by half a kilometre or more.", [(0.5, "kilometer", "or more")]),
        ("Fragments fly up to a kilometre from there.", [(1, "kilometer", "up to")]),
        ("Each gets one litre of oil.", [(1, "liter of oil", None)]),
        ("We have had no fruit for over a month now.", [(1, "month", "over")]),
    ],
)
def test_measures_are_spelled_as_letters_do(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He saw 30 to 40 patients a day.", [(30, "patients a day", None), (40, "patients a day", None)]),
        ("Eleven videos show one side, and seven by the other.", [(11, "videos", None), (7, "videos", None)]),
        ("Only three of 44 hospitals answered.", [(3, "hospitals", None), (44, "hospitals", None)]),
        ("It is estimated that 5 per cent fail.", [(5, "percent", "estimated")]),
        ("It killed four civilians and injured a dozen more.", [(4, "civilians killed", None), (12, "injured", None)]),
    ],
)  # fmt: skip
def test_what_a_number_lacks_stands_beside_another(text, expected):
    found = read(text)
    assert [(value, limit) for value, _, limit in found] == [(value, limit) for value, _, limit in expected]
    assert [unit.split()[0] for _, unit, _ in found] == [unit.split()[0] for _, unit, _ in expected]


@pytest.mark.parametrize(
    "text",
    [
        "One of the men spoke.",
        "Nara Karapetyan, a mother of two, agreed.",
        "They used 300mm Smerch and 122mm Grad rockets.",
        "Two weeks earlier, he was arrested.",
        "They were shared within the last three weeks.",
        "Both sides accuse one another.",
        "The two countries met.",
        "Her daughters Maryam, six, and Laman, 18, survived.",
        "The 9M55 rocket is Russian-made.",
        "It is the third Geneva Convention of the 21st century.",
        "A two-year sentence was passed.",
        "On 17 October 2020 at 1.30pm it began.",
    ],
)
def test_numbers_that_count_nothing_are_no_figures(text):
    assert read(text) == []


def test_designations_belong_to_what_is_counted():
    assert read("It held 72 9N235 cluster submunitions.") == [(72, "9N235 cluster submunitions", None)]
