"""Who said it, at the end, in the middle and in front: the same, as long as the day stays with the same act."""

from __future__ import annotations

import pytest

from letterkit.checks.wording.attributions import in_front
from letterkit.checks.wording.compare import compare

SAID = "On May 4, 2021, Ana Petrova said that the roads to Barda are mined."
THE_SAME = [
    "The roads to Barda are mined, Ana Petrova said on May 4, 2021.",
    "The roads to Barda are mined, said Ana Petrova on May 4, 2021.",
    "The roads to Barda, Ana Petrova said on May 4, 2021, are mined.",
]


@pytest.mark.parametrize("text", THE_SAME)
def test_the_speaker_is_put_in_front_with_the_day(text) -> None:
    assert in_front(text, SAID) == SAID
    found = compare(SAID, text)
    assert (found.status, found.differences) == ("reworded", ())


@pytest.mark.parametrize(
    "text",
    [
        "On May 4, she said, the roads were mined.",
        '"The roads are mined," Ana Petrova said on May 4, 2021.',
        "The roads to Barda are mined.",
        "They mined the road; the police, who knew, said nothing.",
    ],
)
def test_a_day_of_speaking_and_speech_as_it_was_said_stay_where_they_are(text) -> None:
    assert in_front(text, text) == text


def test_a_name_stays_a_name_in_the_middle_of_a_sentence() -> None:
    assert in_front("Armenian shells fell, she said.", "") == "She said that Armenian shells fell."


def test_a_day_that_moves_from_the_speaker_to_the_act_is_an_error() -> None:
    was = "His brother went missing after his arrest, Ana Petrova reported on May 4, 2021."
    now = "His brother went missing on May 4, 2021, after his arrest, Ana Petrova reported."
    assert ("date", "error") in {(each.kind, each.severity) for each in compare(was, now).differences}
