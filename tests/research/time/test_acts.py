"""The date of a publisher's own act, and the day that a lead leaves to the next sentence."""

from datetime import date

import pytest
from tests.research.works import PUBLISHER, work

from letterkit.research.passages.sentences import sentences
from letterkit.research.time.acts import from_next, without_own_act

OWN = date(2024, 5, 14)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (
            "On 5 May, Example Watch identified mines that soldiers had laid.",
            "Example Watch identified mines that soldiers had laid.",
        ),
        ("Last week, the Watch also called for a truce.", "the Watch also called for a truce."),
        ("Example Watch confirmed that he was arrested on 5 May.", None),
        ("On 5 May, Example Watch visited the mill.", None),
        ("On 5 May, the army identified a body.", None),
    ],
)
def test_an_opening_date_of_the_publishers_finding_is_not_that_of_the_matter(text: str, rest: str | None):
    assert without_own_act(text, PUBLISHER) == (rest or text)


def day(*paragraphs: str, number: int = 0) -> str | None:
    listed = list(sentences(work(*paragraphs)))
    found = from_next(listed[number], listed, OWN)
    return found.text if found else None


def test_the_lead_tells_what_happened_and_the_next_sentence_when():
    lead = "Mines are in use, as an attack on the village of Hollin shows."
    assert day(lead, "Soldiers shelled Hollin on 12 May.") == "2024-05-12"
    assert day(lead, "The mill is gone.", "Soldiers shelled Hollin on 12 May.") == "2024-05-12"


def test_the_day_of_another_place_or_a_month_is_not_the_leads():
    lead = "Mines are in use, as an attack on the village of Hollin shows."
    assert day(lead, "Soldiers shelled Barrow on 12 May.") is None
    assert day(lead, "Soldiers shelled Hollin in April.") is None
    assert day(lead, "The mill is gone.") is None


def test_only_a_lead_that_names_an_event_looks_ahead():
    assert day("Mines are in use in Hollin.", "Soldiers shelled Hollin on 12 May.") is None
    second = "Mines are in use, as an attack on Hollin shows."
    assert day("It rained.", second, "Soldiers shelled Hollin on 12 May.", number=1) is None
