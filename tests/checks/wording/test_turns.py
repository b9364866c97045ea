"""Phrases that are moved within their clause, and phrases that are moved to another one."""

from __future__ import annotations

import pytest

from letterkit.checks.wording.compare import compare
from letterkit.checks.wording.turns import put_back

MOVED = [
    (
        "None of the schools in the region reopened, according to Amnesty International.",
        "According to Amnesty International, none of the schools in the region reopened.",
    ),
    (
        "Nine houses in Barda were destroyed during the war.",
        "During the war, nine houses in Barda were destroyed.",
    ),
    (
        "The phones of two editors were infected with Pegasus between 2019 and 2021.",
        "The phones of two editors were, between 2019 and 2021, infected with Pegasus.",
    ),
    (
        "In a letter that she wrote on May 4, 2021, three names were left out.",
        "Three names were left out in a letter she wrote on May 4, 2021.",
    ),
    (
        "The road is a danger to all, said Ana Petrova, Researcher on Roads, on May 4, 2021.",
        "On May 4, 2021, Ana Petrova, Researcher on Roads, said that the road is a danger to all.",
    ),
]
TO_ANOTHER = [
    (
        "Heavy fighting between Azerbaijan, on one side, and Armenia and its allies, on the other, went on.",
        "Heavy fighting between Azerbaijan and its allies, on one side, and Armenia, on the other, went on.",
    ),
    (
        "In 2019, the police arrested two men who fled in 2020.",
        "In 2020, the police arrested two men who fled in 2019.",
    ),
]
SAID_THEN = (
    "On May 4, 2021, Amnesty International said that nine houses were destroyed.",
    "Amnesty International said that nine houses were destroyed on May 4, 2021.",
)


@pytest.mark.parametrize(("was", "now"), MOVED)
def test_a_phrase_moved_within_its_clause_says_the_same(was, now) -> None:
    found = compare(was, now)
    assert found.status == "reworded"
    assert not [each for each in found.differences if each.severity == "error"]


@pytest.mark.parametrize(("was", "now"), TO_ANOTHER)
def test_a_phrase_moved_to_another_clause_or_side_says_something_else(was, now) -> None:
    found = compare(was, now)
    assert found.status == "altered"
    assert "error" in {each.severity for each in found.differences}


def test_a_date_moved_behind_what_was_said_is_asked_about() -> None:
    found = compare(*SAID_THEN)
    assert [each.kind for each in found.differences] == ["date"]


@pytest.mark.parametrize(("was", "now"), [*TO_ANOTHER, SAID_THEN])
def test_nothing_is_put_back_over_another_clause(was, now) -> None:
    assert put_back(was, now) == now


def test_a_date_is_put_back_with_its_commas() -> None:
    was = "On May 4, 2021, police closed the road."
    assert put_back(was, "Police closed the road on 4 May 2021.") == "On May 4, 2021, police closed the road."
