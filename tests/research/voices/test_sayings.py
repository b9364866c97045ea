import re

import pytest

from letterkit.research.voices.sayings import saying


def speech(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((match.start() + 1, match.end() - 1) for match in re.finditer('"[^"]*"', text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"They took him," said Ada Brook, a nurse.', "Ada Brook, a nurse"),
        ('"They took him," said his sister, Lela M., 31.', "his sister, Lela M., 31"),
        ('"They took him," she said.', "she"),
        ('"No water has come since May," Farida said.', "Farida"),
        ('Ada Brook, a nurse from Hollin (Marsh End) town, told Example Watch: "We left at once."',
         "Ada Brook, a nurse from Hollin (Marsh End) town"),
        ("The governor, Omar Dahl, said on television that no one died.", "The governor, Omar Dahl"),
    ],
)  # fmt: skip
def test_persons_speak_before_or_after_the_verb(text: str, expected: str):
    found = saying(text, speech(text))
    assert found is not None
    assert found.who == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 34-year-old farmer from Odri said that he fled.", "A 34-year-old farmer from Odri"),
        ("Two survivors told Example Watch that they were beaten.", "Two survivors"),
        ("Health workers, older people and people with disabilities said that it is scarce.",
         "Health workers, older people and people with disabilities"),
        ("People with disabilities, including those with limited mobility, said they suffer.",
         "People with disabilities"),
        ("In both countries, activists reported a spike in cases.", "activists"),
        ("In a statement on May 3, the Interior Ministry said that it is so.", "the Interior Ministry"),
        ("A statement by the ministry said that 12 men were held.", "the ministry"),
        ("It was rejected after President Omar Dahl said it was old.", "President Omar Dahl"),
        ("The army denied responsibility for the strike.", "The army"),
        ("The Security Lab has since forensically confirmed that it is so.", "The Security Lab"),
        ("The Pegasus Project revealed that numbers were selected.", "The Pegasus Project"),
        ('As one mother put it: "We have nothing."', "one mother"),
    ],
)  # fmt: skip
def test_groups_and_bodies_speak(text: str, expected: str):
    found = saying(text, speech(text))
    assert found is not None
    assert found.who == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to police, 12 men were held.", "police"),
        ("According to data from the World Health Organization, it grew.", "the World Health Organization"),
        ("Seven drowned, according to hospital records and relatives.", "hospital records and relatives."),
        ("The man was reported by Azerbaijani media as having been killed.", "Azerbaijani media"),
        ("Footage was published by the region's de facto authorities.", "the region's de facto authorities"),
    ],
)  # fmt: skip
def test_others_are_cited(text: str, expected: str):
    found = saying(text)
    assert found is not None
    assert found.who == expected


@pytest.mark.parametrize(
    "text",
    [
        "Dozens of states convening this week must agree.",
        "The fighting concluded with a ceasefire on 9 November.",
        "According to the terms of the ceasefire agreement, the road stays open.",
        "The third Geneva Convention states that prisoners must be protected.",
        "Independent pathological analysis confirmed that the wound was deadly.",
        "Three out of every five women reported difficulty.",
        "There are now 110 states that are party to it.",
        "Ada Brook, who is vocal about alleged atrocities, was arrested.",
        "Interviews conducted with residents in the region revealed a harsh impact.",
        "Nothing was said.",
        "",
    ],
)
def test_texts_tests_and_surveys_say_nothing(text: str):
    assert saying(text) is None


def test_the_place_of_the_words_is_told():
    text = '"They took him," said Ada Brook, a nurse.'
    found = saying(text, speech(text))
    assert found is not None
    assert text[found.start : found.end] == "said Ada Brook, a nurse"
