"""The years of the wars that a report names, and the undated sentences that tell of one."""

from datetime import date

import pytest

from letterkit.research.time.wars import War, of_war, tells_of_war, wars

OWN = date(2018, 3, 9)
FIRST, LAST = War(1991, 1993), War(2016, 2016)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The conflict over Hollin from 1991 to 1993 left thousands homeless.", War(1991, 1993)),
        ("Forty people died in the 12-day war between early May and mid-May 2016.", War(2016, 2016)),
        ("The 2016 Lowland-Upland war left the valley in ruins.", War(2016, 2016)),
        ("The 1991-1993 war is not forgotten.", War(1991, 1993)),
        ("Another escalation in late 2016 destroyed the mill.", War(2016, 2016)),
        ("In May 2016, fierce fighting broke out in Hollin.", War(2016, None)),
    ],
)
def test_a_war_is_known_by_the_years_that_stand_with_its_name(text: str, expected: War):
    assert wars([text], OWN) == (expected,)


def test_a_beginning_and_an_end_in_two_sentences_are_one_war():
    told = ["On 3 May 2016, fighting erupted in Hollin.", "The fighting ended on 20 January 2017."]
    assert wars(told, OWN) == (War(2016, 2017),)


@pytest.mark.parametrize(
    "text",
    [
        "In 2016, the court tried him for war crimes.",
        "The conflict killed 300 people between May and June 2016.",
        "Prices rose in 2016.",
        "Both sides agreed to end the conflict.",
    ],
)
def test_other_years_in_a_sentence_are_not_those_of_a_war(text: str):
    assert wars([text], OWN) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least nine nurses were killed in the conflict.", "2016"),
        ("During the recent Hollin fighting both armies looted shops.", "2016"),
        ("“Since the war began, we had been living in a cellar.”", "2016"),
        ("During the early stages of the war, men were called up.", "2016"),
        ("Nine nurses were caught in the conflict.", None),
        ("Those who wait in wells when the conflict starts will die.", None),
        ("Civilians must be spared in conflict.", None),
        ("Since the war began, prices have risen.", None),
        ("The group analyzed photographs taken during the war.", None),
        ("Soldiers looted shops during the ongoing fighting.", None),
    ],
)
def test_words_that_place_a_sentence_in_the_war_are_as_good_as_its_year(text: str, expected: str | None):
    found = of_war(text, (LAST,), None)
    assert (found.text if found else None) == expected


@pytest.mark.parametrize(
    ("text", "near", "expected"),
    [
        ("They fled during the first conflict.", None, "1991/1993"),
        ("They fled in the recent war.", FIRST, "2016"),
        ("They fled during the war.", FIRST, "1991/1993"),
        ("They fled during the war.", None, None),
    ],
)
def test_of_two_wars_the_one_that_is_meant_is_taken_or_none(
    text: str, near: War | None, expected: str | None
):
    found = of_war(text, (FIRST, LAST), near)
    assert (found.text if found else None) == expected


def test_a_war_without_a_known_end_is_no_date():
    assert of_war("They fled during the war.", (War(2016, None),), None) is None
    assert of_war("They fled during the war.", (), None) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uplandic forces used unguided rockets.", True),
        ("The group documented four strikes that killed nine farmers.", True),
        ("In Hollin, civilians were often killed.", False),
        ("The group examined fragments of rockets.", False),
        ("Both governments have denied the strikes.", False),
        ("Rockets are imprecise weapons.", False),
        ("In the 1980s, rockets were kept in the mill.", False),
        ("The mayor opened a school.", False),
        ("The market came under heavy shelling.", True),
        ("Thousands fled their homes.", True),
        ("Those who fled were promised a return.", False),
        ("A court sentenced two officers for the attacks.", False),
        ("Lowland ratified the treaty that bans cluster munitions.", False),
        ("The rockets were made in Barrow.", False),
        ("Following the ceasefire, Uplandic troops fired at farmers.", False),
        ("After the war, nine civilians were killed by a rocket.", False),
        ("In the following weeks, soldiers attacked the mill.", False),
    ],
)
def test_acts_of_war_are_told_in_the_past_tense(text: str, expected: bool):
    assert tells_of_war(text) is expected
