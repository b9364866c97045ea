from datetime import date

import pytest
from tests.research.works import PUBLISHER, alone, work

from letterkit.research.passages.sentences import printed
from letterkit.research.time.when import when
from letterkit.research.voices.speakers import speakers
from letterkit.research.wording import sentence

OWN = date(2024, 5, 14)


def drafted(text: str) -> str:
    """Draft a claim of the first sentence of a paragraph."""
    found = work(text)
    spoken, speaker = next(iter(speakers(found, PUBLISHER).items()))
    return sentence(printed(found, spoken), spoken, speaker, OWN, when(spoken.text, OWN))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 3 May, ten men died.", "On May 3, 2024, ten men died."),
        ("Ten men died on 3 May in Hollin.", "Ten men died on May 3, 2024, in Hollin."),
        ("Between 8 and 12 April it rained.", "Between April 8 and 12, 2024, it rained."),
        ("From 8 to 12 April it rained.", "From April 8–12, 2024, it rained."),
        ("On October 17, 2020, ten men died.", "On October 17, 2020, ten men died."),
        ("Ten men died today", "Ten men died on May 14, 2024."),
        ("Yesterday it rained.", "On May 13, 2024 it rained."),
    ],
)
def test_dates_are_those_of_a_letter(text: str, expected: str):
    assert drafted(text) == expected


def test_what_a_spokesperson_says_has_name_role_and_day():
    text = "“They must give it all back,” said Ben Field, Director at Example Watch."
    expected = "Ben Field, Director at Example Watch, said on May 14, 2024: “They must give it all back.”"
    assert drafted(text) == expected


def test_a_witness_has_no_day():
    assert drafted('"We lost all that we had," said Ada Brook, a nurse.') == (
        "Ada Brook, a nurse, said: “We lost all that we had.”"
    )


def test_quotation_marks_are_those_of_a_letter():
    assert drafted('It is called "a state\'s duty".') == "It is called “a state’s duty”."


def test_words_without_their_speaker_get_one():
    found = speakers(work("“We lost all that we had,” said Ada Brook."), PUBLISHER)
    (speaker,) = found.values()
    assert sentence("It rained.", alone("It rained."), speaker, OWN, None) == "It rained."
    elsewhere = alone("It rained.").part(0, 9)
    moved = type(elsewhere)(5, 0, 9, "It rained.")
    assert sentence("It rained.", moved, speaker, OWN, None) == "According to Ada Brook, it rained."
